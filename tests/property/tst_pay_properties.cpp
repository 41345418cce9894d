#include "shared/domain/zone_time.h"
#include "shared/rules/cost_split.h"
#include "shared/rules/day_work.h"
#include "shared/rules/meal_rules.h"
#include "shared/rules/pay_week_reader.h"
#include "shared/rules/price_week.h"
#include "shared/rules/punch_rounding.h"
#include "shared/rules/shipped_packs.h"

#include <rapidcheck.h>

#include <QTest>

#include <algorithm>

using namespace film;
using namespace film::rules;
using namespace Qt::StringLiterals;

namespace {

int number(int least, int most)
{
    return *rc::gen::inRange(least, most + 1);
}

bool coin()
{
    return *rc::gen::arbitrary<bool>();
}

// The models that no pack that ships has need of: a clock at the gate, a least call of its own for
// some days, a rate that goes on only as long as rest is missing.
void addOtherModels(std::vector<RulePack> &packs)
{
    const auto television = std::ranges::find(packs, u"iatse-hba-tv"_s, &RulePack::id);
    for (const RoundingMode mode : {RoundingMode::Up, RoundingMode::Down, RoundingMode::Nearest}) {
        RulePack pack = *television;
        pack.time.punches = {mode, Parameter{Ratio(15)}, mode != RoundingMode::Up, true, true};
        pack.minimumCall->byKind.emplace(DayKind::Sixth, Parameter{Ratio(240)});
        pack.rest.front().carriesIntoRestOnly = true;
        packs.push_back(std::move(pack));
    }
}

// Every pack that pays by the day, with a deal it can start from.
std::vector<RulePack> dayPacks()
{
    std::vector<RulePack> packs = readShippedPacks().packs;
    std::erase_if(packs, [](const RulePack &pack) {
        return pack.pay != PayModel::Hourly && pack.pay != PayModel::DayFee;
    });
    addOtherModels(packs);
    return packs;
}

const std::vector<RulePack> &packs()
{
    static const std::vector<RulePack> all = dayPacks();
    return all;
}

const RulePack &anyPack()
{
    return packs()[size_t(number(0, int(packs().size()) - 1))];
}

DealTerms anyDeal(const RulePack &pack)
{
    DealTerms deal;
    // From the minimum wage of the packs on: an hour that is missing to a call-in is paid at it,
    // and would be dearer than an hour of work below it.
    deal.hourly = Ratio(number(1700, 12'000));
    deal.dayRate = Ratio(number(15'000, 90'000));
    if (pack.rates.weekDivisor || pack.rates.daysInWeek)
        deal.weekRate = *deal.dayRate * Ratio(5);
    if (pack.pay == PayModel::DayFee)
        deal.hourly.reset();
    deal.additionalHour = coin();
    if (coin()) // of a day or of a week
        deal.guarantee = Minutes(number(0, 80 * 60));
    return deal;
}

const std::vector<QTimeZone> &zones()
{
    static const std::vector<QTimeZone> all{
        QTimeZone("America/Los_Angeles"), QTimeZone("Europe/London"), QTimeZone("Europe/Berlin"),
        QTimeZone("Australia/Lord_Howe"), QTimeZone("Asia/Kolkata"),  QTimeZone("UTC")};
    return all;
}

DayKind anyKind(const RulePack &pack)
{
    std::vector<DayKind> kinds{DayKind::Regular};
    for (const auto &[kind, rules] : pack.kinds) {
        if (kind != DayKind::Travel && kind != DayKind::HolidayNotWorked)
            kinds.push_back(kind);
    }
    return kinds[size_t(number(0, int(kinds.size()) - 1))];
}

// A day from call to wrap with up to three meals, on any clock, also in nights of a change.
PayDay anyDay(const RulePack &pack)
{
    const QTimeZone &zone = zones()[size_t(number(0, int(zones().size()) - 1))];
    PayDay day;
    day.date = QDate(2025, 1, 1).addDays(number(0, 700));
    day.clock = DayClock(day.date, zone);
    day.call = day.clock.firstAt(Minutes(number(0, 23 * 60 + 59)));
    const int length = number(1, 20 * 60);
    day.wrap = day.call + Minutes(length);
    int at = 0;
    for (int i = number(0, 3); i > 0; --i) {
        const int out = at + number(0, 8 * 60);
        const int in = out + number(1, 90);
        if (in > length)
            break;
        day.meals.push_back({day.call + Minutes(out), day.call + Minutes(in),
                             static_cast<MealKind>(number(0, 2)), coin()});
        at = in;
    }
    day.kind = anyKind(pack);
    day.shape = static_cast<DayShape>(number(0, 2));
    day.overtimeKind = coin() ? OvertimeKind::Camera : OvertimeKind::Other;
    day.isWrapExtensionClaimed = coin();
    day.isGraceClaimed = coin();
    day.isFrenchHours = number(0, 3) == 0;
    day.isCompRestTaken = number(0, 3) == 0;
    day.isShooting = coin();
    day.isRestBreakMissed = coin();
    day.travelTo = Minutes(number(0, 90));
    day.travelFrom = Minutes(number(0, 90));
    if (coin())
        day.scheduled = Minutes(number(0, 14 * 60));
    if (coin())
        day.unitCall = day.call + Minutes(number(0, 180));
    if (coin())
        day.holidayFrom = day.call + Minutes(number(0, 15 * 60));
    if (coin())
        day.previous =
            PreviousShift{day.call - Minutes(number(0, 16 * 60)),
                          coin() ? std::optional(Ratio::of(number(2, 6), 2)) : std::nullopt};
    return day;
}

// Packs of which the week is paid and not the day: on call, and with everything in it.
const RulePack &anyWeekPack()
{
    static const std::vector<RulePack> paidByTheWeek = [] {
        std::vector<RulePack> some = readShippedPacks().packs;
        std::erase_if(some, [](const RulePack &pack) {
            return pack.pay != PayModel::OnCall && pack.pay != PayModel::AllIn;
        });
        return some;
    }();
    return paidByTheWeek[size_t(number(0, int(paidByTheWeek.size()) - 1))];
}

DealTerms anyWeekDeal()
{
    DealTerms deal;
    deal.weekRate = Ratio(number(50'000, 900'000));
    return deal;
}

// A minute more may make a day long enough for a second meal to be taken off, which a clause says.
bool losesAMeal(const RulePack &pack, const PayDay &before, const PayDay &after)
{
    const auto unpaid = [&pack](PayDay day) {
        if (pack.travel.toAndFrom == TravelModel::Work) { // The way is of the day.
            day.call -= day.travelTo;
            day.wrap += day.travelFrom;
        }
        return readMeals(pack, day).unpaid.size();
    };
    return unpaid(before) != unpaid(after);
}

// Up to seven days, some of them under another deal of the same person.
WeekInput anyWeek(const RulePack &pack)
{
    WeekInput week;
    for (int i = number(1, 7); i > 0; --i) {
        week.days.push_back(anyDay(pack));
        if (number(0, 3) == 0)
            week.days.back().deal = anyDeal(pack);
    }
    return week;
}

WeekInput anyWeekUnderOneDeal(const RulePack &pack)
{
    WeekInput week = anyWeek(pack);
    for (PayDay &day : week.days)
        day.deal.reset();
    return week;
}

bool hasGuaranteedWeek(const RulePack &pack)
{
    return pack.weekly && pack.weekly->guarantee;
}

const RulePack &anyGuaranteedPack()
{
    static const std::vector<RulePack> guaranteed = [] {
        std::vector<RulePack> some = packs();
        std::erase_if(some, [](const RulePack &pack) { return !hasGuaranteedWeek(pack); });
        return some;
    }();
    return guaranteed[size_t(number(0, int(guaranteed.size()) - 1))];
}

// A line is rounded to a cent; where work moves from one line to another, each may differ by
// half of one.
qint64 roundingOf(const DayPay &pay)
{
    return qint64(pay.lines.size()) + 1;
}

// What the lines come to before each is rounded to a cent, which the packs ask for: half a cent of
// a line may go the other way, and nothing else.
Ratio exactOf(const Sheet &sheet, const std::vector<PayLine> &lines)
{
    Ratio sum;
    for (const PayLine &line : lines) {
        const DerivationNode &node = sheet.nodes().at(size_t(line.node));
        const bool isRounded = node.step == Step::RoundHalfUpTo && node.unit == Unit::Money;
        sum += evaluate(sheet, isRounded ? sheet.partsOf(node)[0] : line.node);
    }
    return sum;
}

Ratio exactOf(const WeekPay &week)
{
    Ratio sum = exactOf(week.sheet, week.lines);
    for (const DayPay &day : week.days)
        sum += exactOf(day.sheet, day.lines);
    return sum;
}

} // namespace

class TestPayProperties : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY(packs().size() >= 10);
        for (const QTimeZone &zone : zones())
            QVERIFY(zone.isValid());
    }

    void everyDerivationEvaluatesToItsLine()
    {
        QVERIFY(rc::check([] {
            const RulePack &pack = anyPack();
            const Result<DayPay> pay = priceDay(pack, anyDeal(pack), anyDay(pack));
            RC_ASSERT(pay.has_value());
            for (const PayLine &line : pay->lines) {
                RC_ASSERT(line.node >= 0);
                RC_ASSERT(evaluate(pay->sheet, line.node) == Ratio(line.amount.minorUnits()));
            }
        }));
    }

    // The explanation costs nothing but time.
    void withoutTheSheetTheFiguresAreTheSame()
    {
        QVERIFY(rc::check([] {
            const RulePack &pack = anyPack();
            const DealTerms deal = anyDeal(pack);
            const PayDay day = anyDay(pack);
            const Result<DayPay> with = priceDay(pack, deal, day);
            const Result<DayPay> without = priceDay(pack, deal, day, Sheet::Keep::Nothing);
            RC_ASSERT(with.has_value() && without.has_value());
            RC_ASSERT(with->gross() == without->gross());
            RC_ASSERT(with->worked == without->worked);
            RC_ASSERT(without->sheet.nodes().empty());
        }));
    }

    void linesSumToTheGross()
    {
        QVERIFY(rc::check([] {
            const RulePack &pack = anyPack();
            const Result<DayPay> pay = priceDay(pack, anyDeal(pack), anyDay(pack));
            RC_ASSERT(pay.has_value());
            qint64 sum = 0;
            for (const PayLine &line : pay->lines) {
                RC_ASSERT(line.amount.minorUnits() >= 0);
                sum += line.amount.minorUnits();
            }
            RC_ASSERT(pay->gross() == Money(sum, pack.currency));
        }));
    }

    // Exactly, but for the cent that each line is rounded to. Unless a claim is lost by it, which
    // pays more, too; or a second meal is taken off from now on.
    void aMinuteMoreNeverPaysLess()
    {
        QVERIFY(rc::check([] {
            const RulePack &pack = anyPack();
            const DealTerms deal = anyDeal(pack);
            const PayDay day = anyDay(pack);
            PayDay longer = day;
            longer.wrap += Minutes(1);
            if (losesAMeal(pack, day, longer))
                return;
            const Result<DayPay> before = priceDay(pack, deal, day);
            const Result<DayPay> after = priceDay(pack, deal, longer);
            RC_ASSERT(before.has_value() && after.has_value());
            RC_ASSERT(exactOf(after->sheet, after->lines) >= exactOf(before->sheet, before->lines));
        }));
    }

    // Nor does a week: what a minute more earns is never more than what it takes from a guarantee,
    // and the hours past a limit, the bands and the nights put by only become more.
    void aMinuteMoreOfAWeekNeverPaysLess()
    {
        QVERIFY(rc::check([] {
            const bool isPaidByTheWeek = number(0, 7) == 0;
            const RulePack &pack = isPaidByTheWeek ? anyWeekPack() : anyPack();
            const DealTerms deal = isPaidByTheWeek ? anyWeekDeal() : anyDeal(pack);
            const WeekInput week = isPaidByTheWeek ? anyWeekUnderOneDeal(pack) : anyWeek(pack);
            WeekInput longer = week;
            const auto which = size_t(number(0, int(week.days.size()) - 1));
            longer.days[which].wrap += Minutes(1);
            if (losesAMeal(pack, week.days[which], longer.days[which]))
                return;
            const Result<WeekPay> before = priceWeek(pack, deal, week);
            const Result<WeekPay> after = priceWeek(pack, deal, longer);
            RC_ASSERT(before.has_value() && after.has_value());
            RC_ASSERT(exactOf(*after) >= exactOf(*before));
        }));
    }

    // Of a week with everything in it the meals are no work: whether somebody eats or goes home an
    // hour earlier is the same.
    void aWeekPaidByTheWeekCountsItsWork()
    {
        QVERIFY(rc::check([] {
            const RulePack &pack = anyWeekPack();
            const DealTerms deal = anyWeekDeal();
            WeekInput week = anyWeekUnderOneDeal(pack);
            for (PayDay &day : week.days) {
                day.isFrenchHours = false;
                day.meals.clear();
            }
            const Result<WeekPay> without = priceWeek(pack, deal, week);
            for (PayDay &day : week.days) {
                const Minutes meal(number(1, 90));
                const Moment out = day.call + (day.wrap - day.call) / 2;
                day.wrap += meal;
                day.meals = {{out, out + meal, MealKind::Meal, false}};
            }
            const Result<WeekPay> withMeals = priceWeek(pack, deal, week);
            RC_ASSERT(without.has_value() && withMeals.has_value());
            RC_ASSERT(withMeals->worked == without->worked);
            RC_ASSERT(withMeals->gross() == without->gross());
            for (const PayLine &line : withMeals->lines)
                RC_ASSERT(evaluate(withMeals->sheet, line.node) == Ratio(line.amount.minorUnits()));
        }));
    }

    // Whatever was worked, a guaranteed week pays what its deals guarantee: of the days that the
    // guarantee is for each deal its own, at its rate.
    void aGuaranteedWeekPaysItsGuarantee()
    {
        QVERIFY(std::ranges::any_of(packs(), hasGuaranteedWeek));
        QVERIFY(rc::check([] {
            const RulePack &pack = anyGuaranteedPack();
            const DealTerms deal = anyDeal(pack);
            const WeekInput week = anyWeek(pack);
            const Result<WeekPay> pay = priceWeek(pack, deal, week);
            RC_ASSERT(pay.has_value());
            const Ratio days(int(week.days.size()));
            const Ratio ofDays =
                pack.weekly->guaranteeDays ? pack.weekly->guaranteeDays->value : Ratio(1);
            Ratio guaranteed;
            for (size_t i = 0; i < week.days.size(); ++i) {
                const DealTerms &ofDay = week.days[i].deal ? *week.days[i].deal : deal;
                Sheet sheet(Sheet::Keep::Nothing);
                guaranteed += guaranteedPayHours(*pack.weekly, ofDay, sheet).value
                    * pay->days[i].hourly / largerOf(days, ofDays);
            }
            qint64 rounding = qint64(pay->lines.size()) + 1;
            for (const DayPay &day : pay->days)
                rounding += roundingOf(day);
            RC_ASSERT(Ratio(pay->gross().minorUnits() + rounding) >= guaranteed);
            for (const PayLine &line : pay->lines)
                RC_ASSERT(evaluate(pay->sheet, line.node) == Ratio(line.amount.minorUnits()));
        }));
    }

    // Meals may have been entered in any order.
    void theOrderOfEventsDoesNotMatter()
    {
        QVERIFY(rc::check([] {
            const RulePack &pack = anyPack();
            const DealTerms deal = anyDeal(pack);
            const QTimeZone &zone = zones()[size_t(number(0, int(zones().size()) - 1))];
            WorkDay day;
            day.key.date = QDate(2025, 1, 1).addDays(number(0, 700));
            day.call = TimeField::at(number(4 * 60, 20 * 60));
            int at = day.call.minutes().count();
            for (int i = number(2, 3); i > 0; --i) {
                const int out = at + number(30, 6 * 60);
                at = out + number(1, 90);
                day.meals.push_back({TimeField::at(out), TimeField::at(at)});
            }
            day.wrap = TimeField::at(at + number(0, 4 * 60));
            WorkDay other = day;
            std::ranges::rotate(other.meals,
                                other.meals.begin() + number(1, 2) % int(other.meals.size()));
            const auto read = readPayDay(day, zone);
            const auto readOther = readPayDay(other, zone);
            RC_ASSERT(read.has_value() == readOther.has_value());
            if (!read)
                return; // a time that the night's clock skipped
            const Result<DayPay> pay = priceDay(pack, deal, *read);
            const Result<DayPay> same = priceDay(pack, deal, *readOther);
            RC_ASSERT(pay.has_value() == same.has_value());
            if (pay)
                RC_ASSERT(pay->gross() == same->gross());
        }));
    }

    // And of two units of one date either may be read first.
    void theOrderOfUnitsDoesNotMatter()
    {
        QVERIFY(rc::check([] {
            const RulePack &pack = anyPack();
            const QDate date = QDate(2026, 5, 4);
            std::vector<WorkDay> days(2);
            int at = number(4 * 60, 10 * 60);
            for (quint8 i = 0; i < 2; ++i) {
                days[i].key = {PersonId(), date, UnitId(std::array<quint8, 16>{quint8(i + 1)})};
                days[i].call = TimeField::at(at);
                at += number(30, 6 * 60);
                days[i].wrap = TimeField::at(at);
                at += number(0, 5 * 60);
            }
            WeekFacts facts;
            facts.zoneOf = [](const QByteArray &) { return QTimeZone::utc(); };
            const PayWeek week{QDate(2026, 5, 3)};
            const DealTerms deal = anyDeal(pack);
            const auto grossOf = [&] {
                const PayWeekReading reading = readPayWeek(pack, days, week, facts);
                RC_ASSERT(reading.unpriced.empty());
                return priceWeek(pack, deal, reading.week)->gross();
            };
            const Money inOrder = grossOf();
            std::ranges::reverse(days);
            RC_ASSERT(grossOf() == inOrder);
        }));
    }

    // Two units that follow each other on one date are as one day of both.
    void aDayEnteredInTwoUnitsPaysAsOne()
    {
        QVERIFY(rc::check([] {
            const RulePack &pack = anyPack();
            const int call = number(4 * 60, 10 * 60);
            const int change = call + number(60, 9 * 60);
            const int wrap = change + number(60, 7 * 60);
            const auto dayOf = [](quint8 unit, int from, int to) {
                WorkDay day;
                day.key = {PersonId(), QDate(2026, 5, 4), UnitId(std::array<quint8, 16>{unit})};
                day.call = TimeField::at(from);
                day.wrap = TimeField::at(to);
                return day;
            };
            WorkDay whole = dayOf(1, call, wrap);
            std::vector<WorkDay> parts{dayOf(1, call, change), dayOf(2, change, wrap)};
            if (coin()) { // A meal that ends before the change, or begins after it.
                const bool isFirst = coin();
                const int out = (isFirst ? call : change) + number(1, 20);
                const Meal meal{TimeField::at(out), TimeField::at(out + number(15, 35))};
                whole.meals = {meal};
                parts[isFirst ? 0 : 1].meals = {meal};
            }
            WeekFacts facts;
            facts.zoneOf = [](const QByteArray &) { return QTimeZone::utc(); };
            const PayWeek week{QDate(2026, 5, 3)};
            const DealTerms deal = anyDeal(pack);
            const auto grossOf = [&](const std::vector<WorkDay> &days) {
                const PayWeekReading reading = readPayWeek(pack, days, week, facts);
                RC_ASSERT(reading.unpriced.empty());
                return priceWeek(pack, deal, reading.week)->gross();
            };
            RC_ASSERT(grossOf(parts) == grossOf({whole}));
        }));
    }

    void partsOfTheDayChangeNothingAndAddUp()
    {
        QVERIFY(rc::check([] {
            const RulePack &pack = anyPack();
            const DealTerms deal = anyDeal(pack);
            PayDay day = anyDay(pack);
            const Result<DayPay> whole = priceDay(pack, deal, day);
            // Into up to six parts, of which a unit may have several and some are of no length.
            Moment from = day.call;
            for (int i = number(0, 5); i > 0; --i) {
                const Moment to = from + Minutes(number(0, int((day.wrap - from).count())));
                day.segments.push_back({QString::number(number(1, 3)), from, to, std::nullopt});
                from = to;
            }
            day.segments.push_back({u"last"_s, from, day.wrap, std::nullopt});
            const Result<DayPay> split = priceDay(pack, deal, day);
            RC_ASSERT(whole.has_value() && split.has_value());
            RC_ASSERT(split->gross() == whole->gross());
            qint64 sum = 0;
            for (const CostShare &share : split->split)
                sum += share.amount.minorUnits();
            RC_ASSERT(split->split.empty() || sum == whole->gross().minorUnits());
        }));
    }

    // A day that ends on a whole step of the pack is not rounded again.
    void roundingIsIdempotent()
    {
        QVERIFY(rc::check([] {
            const RulePack &pack = anyPack();
            PayDay day = anyDay(pack);
            day.meals.clear();
            const Result<DayPay> once = priceDay(pack, anyDeal(pack), day);
            RC_ASSERT(once.has_value());
            // Steps of the punches and of the total need not fit into each other.
            if (pack.dayRateHours || pack.time.punches.mode != RoundingMode::None)
                return;
            day.wrap = day.call + once->worked;
            const Result<DayPay> twice = priceDay(pack, anyDeal(pack), day);
            RC_ASSERT(twice.has_value());
            RC_ASSERT(twice->worked == once->worked);
            RC_ASSERT(twice->worked == twice->workedExact);
        }));
    }

    void aRoundedPunchIsNotRoundedAgain()
    {
        QVERIFY(rc::check([] {
            const RulePack &pack = anyPack();
            const auto stamped = withRoundedPunches(pack, anyDay(pack));
            if (!stamped)
                return;
            const auto again = withRoundedPunches(pack, *stamped);
            RC_ASSERT(again.has_value());
            RC_ASSERT(again->call == stamped->call && again->wrap == stamped->wrap);
            RC_ASSERT(again->rounded.size() == stamped->rounded.size());
        }));
    }

    void everyWorkedMinuteIsPaidOnce()
    {
        QVERIFY(rc::check([] {
            const RulePack &pack = anyPack();
            if (pack.pay != PayModel::Hourly)
                return;
            const Result<DayPay> pay = priceDay(pack, anyDeal(pack), anyDay(pack));
            RC_ASSERT(pay.has_value());
            Minutes sum{0};
            for (const PaidTime &time : pay->paid)
                sum += time.minutes;
            RC_ASSERT(sum == pay->worked);
        }));
    }

    void sharesAddUpToTheCent()
    {
        QVERIFY(rc::check([] {
            std::vector<Ratio> weights;
            for (int i = number(1, 8); i > 0; --i)
                weights.emplace_back(number(0, 900));
            weights.emplace_back(1);
            const qint64 amount = number(0, 1'000'000);
            const std::vector<qint64> shares = largestRemainder(amount, weights);
            qint64 sum = 0;
            for (const qint64 share : shares) {
                RC_ASSERT(share >= 0);
                sum += share;
            }
            RC_ASSERT(sum == amount);
        }));
    }

    // A week is its days, and what the week adds never takes from them.
    void aWeekPaysAtLeastItsDays()
    {
        QVERIFY(rc::check([] {
            const RulePack &pack = anyPack();
            const DealTerms deal = anyDeal(pack);
            const Result<WeekPay> pay = priceWeek(pack, deal, anyWeek(pack));
            RC_ASSERT(pay.has_value());
            qint64 days = 0;
            for (const DayPay &day : pay->days)
                days += day.gross().minorUnits();
            RC_ASSERT(pay->gross().minorUnits() >= days);
            qint64 sum = days;
            for (const PayLine &line : pay->lines) {
                sum += line.amount.minorUnits();
                RC_ASSERT(evaluate(pay->sheet, line.node) == Ratio(line.amount.minorUnits()));
            }
            RC_ASSERT(pay->gross() == Money(sum, pack.currency));
        }));
    }

    // The clock of a day against the clock of the zone, around every change from 2020 to 2040.
    void theClockOfADayIsTheZones()
    {
        int changes = 0;
        for (const QByteArray &name : QTimeZone::availableTimeZoneIds()) {
            const QTimeZone zone = zoneFor(name);
            if (!zone.isValid() || !zone.hasTransitions())
                continue;
            const QDateTime from(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC);
            const QDateTime to(QDate(2041, 1, 1), QTime(0, 0), Qt::UTC);
            for (const auto &change : zone.transitions(from, to)) {
                ++changes;
                const Moment at = momentOf(instantFromMs(change.atUtc.toMSecsSinceEpoch()));
                const QDate date = change.atUtc.toTimeZone(zone).date().addDays(-1);
                const DayClock clock(date, zone);
                for (const int minute : {-90, -1, 0, 1, 90}) {
                    const Moment moment = at + Minutes(minute);
                    const Instant instant(moment.time_since_epoch());
                    QCOMPARE(clock.wallTime(moment).count(),
                             toWallTime(date, instant, zone).minutes.count());
                    const Moment first = clock.firstAt(clock.wallTime(moment));
                    QVERIFY(first <= moment);
                    QCOMPARE(clock.wallTime(first), clock.wallTime(moment));
                }
            }
        }
        QVERIFY(changes > 1000);
    }

    // Seven hours are seven hours, whatever the clock on the wall did among them: read from what
    // people type, in every zone and at every change from 2020 to 2040.
    void aNightOfAChangeIsAsLongAsItWas()
    {
        const auto pack = std::ranges::find(packs(), u"us-flsa"_s, &RulePack::id);
        QVERIFY(pack != packs().end());
        DealTerms deal;
        deal.hourly = Ratio(2000);
        int priced = 0;
        for (const QByteArray &name : QTimeZone::availableTimeZoneIds()) {
            const QTimeZone zone = zoneFor(name);
            if (!zone.isValid() || !zone.hasTransitions())
                continue;
            const QDateTime from(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC);
            const QDateTime to(QDate(2041, 1, 1), QTime(0, 0), Qt::UTC);
            for (const auto &change : zone.transitions(from, to)) {
                const Moment at = momentOf(instantFromMs(change.atUtc.toMSecsSinceEpoch()));
                WorkDay day;
                day.key.date = change.atUtc.toTimeZone(zone).date().addDays(-1);
                const auto shown = [&](int minutes) {
                    const Moment moment = at + Minutes(minutes);
                    return TimeField(
                        toWallTime(day.key.date, Instant(moment.time_since_epoch()), zone));
                };
                day.call = shown(-180);
                day.wrap = shown(240);
                const std::optional<PayDay> read = readPayDay(day, zone);
                QVERIFY2(read, name.constData());
                const Result<DayPay> pay = priceDay(*pack, deal, *read, Sheet::Keep::Nothing);
                QVERIFY(pay);
                QCOMPARE(pay->worked, Minutes(420));
                QCOMPARE(pay->gross(), Money(14'000, Currency::Usd));
                ++priced;
            }
        }
        QVERIFY(priced > 1000);
    }
};

QTEST_GUILESS_MAIN(TestPayProperties)
#include "tst_pay_properties.moc"
