// How long the pay rules take: the week of a whole crew priced again with every derivation, its
// weeks as line items against a loop of integers that knows this agreement by heart, and a what-if
// that moves a wrap through 96 quarter hours for 300 people.

#include "shared/rules/person_week.h"
#include "shared/rules/shipped_packs.h"
#include "shared/rules/what_if.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>

#include <array>
#include <atomic>
#include <cstdlib>
#include <new>
#include <optional>

using namespace film;
using namespace film::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int crewSize = 120;
constexpr int cohortSize = 300;
constexpr int quarterHours = 96;
constexpr int barePasses = 400; // one is too short for a clock
constexpr double crewMsMax = 50;
constexpr double bareShareMin = 0.05;
constexpr double whatIfMsMax = 200;

std::atomic<qint64> allocations{0};

} // namespace

// Counts what a timecard allocates; nothing else is changed.
void *operator new(size_t size)
{
    allocations.fetch_add(1, std::memory_order_relaxed);
    if (void *memory = std::malloc(size ? size : 1))
        return memory;
    throw std::bad_alloc();
}

void operator delete(void *memory) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, size_t) noexcept
{
    std::free(memory);
}

namespace {

const QByteArray zoneName("America/New_York");

WorkDay workDay(PersonId person, QDate date, int index)
{
    WorkDay day;
    day.key = {person, date, UnitId()};
    day.zone = zoneName;
    day.call = TimeField::at(420 + index % 3 * 30);
    const int call = day.call.minutes().count();
    day.meals = {
        {TimeField::at(call + 360 + index % 5 * 6), TimeField::at(call + 390 + index % 5 * 6)}};
    day.wrap = TimeField::at(call + 690 + index % 7 * 24);
    return day;
}

struct Person {
    Deal deal;
    std::vector<WorkDay> days;
};

std::vector<Person> makeCrew(const PayWeek &week)
{
    std::vector<Person> crew;
    for (int i = 0; i < crewSize; ++i) {
        Person person;
        person.deal.person = PersonId({quint8(i + 1)});
        person.deal.hourlyRate = Money(4000 + i * 25, Currency::Usd);
        person.deal.rulePack = u"iatse-hba-tv"_s;
        for (int day = -7; day < 7; ++day)
            person.days.push_back(
                workDay(person.deal.person, week.first.addDays(day), i + day + 7));
        crew.push_back(std::move(person));
    }
    return crew;
}

// The week without an engine: what a program would compute that holds the numbers of
// iatse-hba-tv@2024 in its code and asks nobody anything. It does what these days need and no more
// (no holiday, no night, nothing to claim); that both come to the same is checked before anything
// is measured.
struct BareDay {
    qint32 call = 0; // minutes
    qint32 wrap = 0;
    qint32 mealOut = 0;
    qint32 mealIn = 0;
    qint32 rest = 0; // before the call
    bool isSixth = false;
    bool isSeventh = false;
};

struct BareLine {
    qint32 minutes = 0;
    qint32 tenths = 0; // of the straight rate
    qint64 amount = 0;
};

struct BareWeek {
    qint64 hourly = 0;
    std::array<BareDay, 7> days;
};

qint64 bareGross(const BareWeek &week, std::array<BareLine, 35> &lines)
{
    size_t count = 0;
    qint64 gross = 0;
    const auto add = [&](qint32 minutes, qint32 tenths) {
        if (minutes <= 0)
            return;
        const qint64 amount = (week.hourly * minutes * tenths + 300) / 600;
        lines[count++] = {minutes, tenths, amount};
        gross += amount;
    };
    const auto penalty = [&](qint32 late) {
        constexpr std::array<qint64, 4> amounts{750, 1000, 1250, 1250};
        qint64 amount = 0;
        for (qint32 i = 0; i * 30 < late; ++i)
            amount += i < 4 ? amounts[size_t(i)] : 2500;
        return amount;
    };
    for (const BareDay &day : week.days) {
        const qint32 worked = day.wrap - day.call - std::min(day.mealIn - day.mealOut, 60);
        const qint32 rounded = (worked + 5) / 6 * 6;
        const qint32 straight = day.isSixth || day.isSeventh ? 0 : std::min(rounded, 480);
        const qint32 upTo12 = std::min(rounded, 720) - straight;
        add(straight, 10);
        add(upTo12, day.isSeventh ? 20 : 15);
        add(rounded - straight - upTo12, day.isSeventh ? 40 : day.isSixth ? 30 : 20);
        add(480 - rounded, day.isSeventh ? 20 : day.isSixth ? 15 : 10);
        const qint64 late =
            penalty(day.mealOut - day.call - 360) + penalty(day.wrap - day.mealIn - 360);
        if (late > 0) {
            lines[count++] = {0, 0, late};
            gross += late;
        }
        add(600 - day.rest, 20);
    }
    return gross;
}

std::optional<BareWeek> bareWeekOf(const rules::DealTerms &terms, const rules::WeekInput &input)
{
    if (input.days.size() != 7 || !terms.hourly)
        return std::nullopt;
    BareWeek week;
    week.hourly = terms.hourly->numerator();
    for (size_t i = 0; i < input.days.size(); ++i) {
        const rules::PayDay &day = input.days[i];
        if (day.meals.size() != 1 || !day.previous)
            return std::nullopt;
        const auto minutes = [&](rules::Moment moment) {
            return qint32(day.clock.wallTime(moment).count());
        };
        week.days[i] = {minutes(day.call),
                        minutes(day.wrap),
                        minutes(day.meals[0].out),
                        minutes(day.meals[0].in),
                        qint32(Minutes(day.call - day.previous->wrap).count()),
                        day.kind == rules::DayKind::Sixth,
                        day.kind == rules::DayKind::Seventh};
    }
    return week;
}

class RulesBench
{
public:
    explicit RulesBench(const Options &options)
        : m_options(options)
        , m_shelf(rules::readShippedPacks().packs)
        , m_crew(makeCrew(m_week))
    {}

    Result<> prepare()
    {
        const rules::PackChoice pack = m_shelf.choose(u"iatse-hba-tv", m_week.first);
        if (!pack.canPrice())
            return fail(ErrorCode::NotFound, u"the pack is not there"_s);
        if (const Result<> bare = prepareBareWeeks(*pack.pack); !bare)
            return bare;
        // Each with a whole week, of which the Wednesday changes: the Thursday has its rest from
        // it.
        for (int i = 0; i < cohortSize; ++i) {
            const size_t person = size_t(i % crewSize);
            const rules::WeekInput &input = m_inputs[person];
            m_cohort.push_back({QString::number(i), i % 2 ? u"Camera"_s : u"Grip"_s, pack.pack,
                                m_terms[person], input, input.days.at(3).date});
        }
        m_whatIfs.emplace(m_cohort);
        // Reads zones and calendars, and shows that there is something to measure.
        const double first = crewMs(rules::Sheet::Keep::Everything);
        if (m_sum <= 0 || first <= 0)
            return fail(ErrorCode::Internal, u"nothing was priced"_s);
        return {};
    }

    void round()
    {
        m_quietRounds += waitForQuiet(m_options) ? 1 : 0;
        const double with = crewMs(rules::Sheet::Keep::Everything);
        const double without = crewMs(rules::Sheet::Keep::Nothing);
        m_crewTime.add(with, without);
        m_cards.add(crewSize / with * 1000, crewSize / without * 1000);
        m_allocations.add(allocated(rules::Sheet::Keep::Everything),
                          allocated(rules::Sheet::Keep::Nothing));
        m_lineItems.add(lineItemsPerSecond(), barePerSecond());
        m_whatIf.add(whatIfMs(), copyMs());
    }

    int finish() const
    {
        return report({m_crewTime, m_cards, m_lineItems, m_allocations, m_whatIf}, m_options,
                      m_quietRounds);
    }

private:
    // The weeks as the rules see them, and as the bare loop does; both must come to the same.
    Result<> prepareBareWeeks(const rules::RulePack &pack)
    {
        m_pack = &pack;
        for (const Person &person : m_crew) {
            rules::PersonWeekPay priced = m_pricer.price(person.deal, person.days, m_week,
                                                         {zoneName}, rules::Sheet::Keep::Nothing);
            const std::optional<BareWeek> bare = bareWeekOf(priced.terms, priced.input);
            if (!bare)
                return fail(ErrorCode::Internal, u"a week is none for the bare loop"_s);
            std::array<BareLine, 35> lines{};
            if (bareGross(*bare, lines) != priced.pay.gross().minorUnits())
                return fail(ErrorCode::Internal, u"the bare loop comes to something else"_s);
            m_bareWeeks.push_back(*bare);
            m_terms.push_back(priced.terms);
            m_inputs.push_back(std::move(priced.input));
        }
        return {};
    }

    // Weeks that are read already, priced to their lines.
    double lineItemsPerSecond()
    {
        const Seconds before = threadTime();
        for (size_t i = 0; i < m_inputs.size(); ++i) {
            const auto pay =
                rules::priceWeek(*m_pack, m_terms[i], m_inputs[i], rules::Sheet::Keep::Nothing);
            m_sum += pay ? pay->gross().minorUnits() : 0;
        }
        return double(m_inputs.size()) / (threadTime() - before).count();
    }

    double barePerSecond()
    {
        std::array<BareLine, 35> lines{};
        const Seconds before = threadTime();
        for (int pass = 0; pass < barePasses; ++pass) {
            for (const BareWeek &week : m_bareWeeks)
                m_sum += bareGross(week, lines) + lines[0].amount;
        }
        return double(m_bareWeeks.size()) * barePasses / (threadTime() - before).count();
    }

    void priceCrew(rules::Sheet::Keep keep)
    {
        for (const Person &person : m_crew) {
            const rules::PersonWeekPay pay =
                m_pricer.price(person.deal, person.days, m_week, {zoneName}, keep);
            m_sum += pay.noFigure ? 0 : pay.pay.gross().minorUnits();
        }
    }

    double crewMs(rules::Sheet::Keep keep)
    {
        const Seconds before = threadTime();
        priceCrew(keep);
        return (threadTime() - before).count() * 1000;
    }

    double allocated(rules::Sheet::Keep keep)
    {
        const qint64 before = allocations.load();
        priceCrew(keep);
        return double(allocations.load() - before) / crewSize;
    }

    double whatIfMs()
    {
        const Seconds before = threadTime();
        for (int quarter = 0; quarter < quarterHours; ++quarter) {
            rules::CohortChange change;
            change.moveWrap = Minutes(quarter * 15 - 120);
            m_sum += m_whatIfs->price(change).total.minorUnits();
        }
        return (threadTime() - before).count() * 1000;
    }

    // What cannot be saved: every day is another one.
    double copyMs()
    {
        const Seconds before = threadTime();
        for (int quarter = 0; quarter < quarterHours; ++quarter) {
            for (const rules::CohortMember &member : m_cohort) {
                rules::PayDay day = member.week.days[3];
                day.wrap += Minutes(quarter);
                m_sum += day.wrap.time_since_epoch().count() & 1;
            }
        }
        return (threadTime() - before).count() * 1000;
    }

    Options m_options;
    PayWeek m_week{QDate(2026, 5, 3)};
    rules::PackShelf m_shelf;
    rules::WeekPricer m_pricer{m_shelf};
    std::vector<Person> m_crew;
    std::vector<rules::CohortMember> m_cohort;
    std::optional<rules::CohortPricer> m_whatIfs;
    const rules::RulePack *m_pack = nullptr;
    std::vector<rules::DealTerms> m_terms;
    std::vector<rules::WeekInput> m_inputs;
    std::vector<BareWeek> m_bareWeeks;
    qint64 m_sum = 0;
    int m_quietRounds = 0;
    Figure m_crewTime{u"120 people x 7 days (limit: without derivations)"_s, u"ms"_s,
                      Figure::Better::Lower, crewMsMax, Figure::FloorOf::Ours};
    Figure m_cards{u"timecards (limit: without derivations)"_s, u"/s on a core"_s,
                   Figure::Better::Higher};
    Figure m_lineItems{u"weekly timecards with line items (limit: a bare integer loop)"_s,
                       u"/s on a core"_s, Figure::Better::Higher, bareShareMin};
    Figure m_allocations{u"allocations of a timecard (limit: without derivations)"_s, u""_s,
                         Figure::Better::Lower};
    Figure m_whatIf{u"what-if, 300 people x 96 quarter hours (limit: copying the days)"_s, u"ms"_s,
                    Figure::Better::Lower, whatIfMsMax, Figure::FloorOf::Ours};
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const Options options =
        optionsOf(QCoreApplication::arguments(), u"How long the pay rules take."_s);
    RulesBench bench(options);
    if (const Result<> prepared = bench.prepare(); !prepared)
        return failed(prepared.error().message);
    for (int i = 0; i < options.rounds; ++i)
        bench.round();
    return bench.finish();
}
