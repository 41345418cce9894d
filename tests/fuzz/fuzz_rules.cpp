#include "shared/rules/holiday_calendar_reader.h"
#include "shared/rules/price_week.h"
#include "shared/rules/rule_pack_limits.h"
#include "shared/rules/rule_pack_reader.h"
#include "tests/fuzz/fuzz_entries.h"

namespace film::fuzz {

using namespace Qt::StringLiterals;
using namespace rules;

namespace {

QString brokenProblems(bool isRead, const std::vector<PackProblem> &problems)
{
    if (isRead != problems.empty())
        return isRead ? u"a file that is taken and refused"_s
                      : u"a file refused without a reason"_s;
    if (problems.size() > rules::limits::problemsMax + 1)
        return u"problems without a bound"_s;
    for (const PackProblem &problem : problems) {
        if (problem.reason.isEmpty())
            return u"a problem without a reason"_s;
    }
    return {};
}

QString brokenPack(const RulePack &pack)
{
    if (pack.provenances.empty())
        return u"a pack from nowhere"_s;
    for (const ParameterOrigin &origin : pack.parameters) {
        if (origin.path.isEmpty() || origin.text.isEmpty())
            return u"a number without its place"_s;
        if (origin.provenance < 0 || size_t(origin.provenance) >= pack.provenances.size())
            return u"a number without its provenance"_s;
    }
    for (const Tier &tier : pack.tiers) {
        const Ratio &factor = tier.factor.value;
        if (!factor.isNumber() || factor <= Ratio(0) || factor > Ratio(rules::limits::factorMax))
            return u"a factor outside its limits"_s;
    }
    for (const Parameter &amount : pack.meals.penalty.amounts) {
        if (!amount.value.isNumber() || amount.value <= Ratio(0)
            || amount.value > Ratio(rules::limits::moneyMax * 100))
            return u"an amount outside its limits"_s;
    }
    return {};
}

// Times, kinds and claims out of the bytes: whatever they are, they are some week.
class PayWeekMaker
{
public:
    explicit PayWeekMaker(QByteArrayView bytes)
        : m_bytes(bytes)
    {}

    [[nodiscard]] DealTerms deal()
    {
        DealTerms deal;
        const int which = number(7) + 1;
        if (which & 1)
            deal.hourly = Ratio(number(60'000));
        if (which & 2)
            deal.dayRate = Ratio(number(60'000));
        if (which & 4)
            deal.weekRate = Ratio(qint64(number(60'000)) * 5);
        deal.additionalHour = number(2) == 1;
        if (number(4) == 1)
            deal.guarantee = Minutes(number(5'000));
        return deal;
    }

    [[nodiscard]] WeekInput week()
    {
        WeekInput week;
        for (int i = number(8); i > 0; --i)
            week.days.push_back(day());
        return week;
    }

private:
    // 0 to `below` - 1; 0 when the bytes are used up.
    int number(int below)
    {
        int value = 0;
        for (int i = 0; i < 2; ++i) {
            value = value * 256 + (m_at < m_bytes.size() ? quint8(m_bytes[m_at]) : 0);
            ++m_at;
        }
        return value % below;
    }

    PayDay day()
    {
        PayDay day;
        day.date = QDate(2026, 3, 1).addDays(number(300));
        day.clock = DayClock(day.date, QTimeZone::utc());
        day.call = day.clock.firstAt(Minutes(number(1'440)));
        day.wrap = day.call + Minutes(number(2'900));
        Moment at = day.call;
        for (int i = number(4); i > 0; --i) {
            const Moment out = at + Minutes(number(500));
            at = out + Minutes(number(120));
            day.meals.push_back({out, at, static_cast<MealKind>(number(3)), number(2) == 1});
        }
        day.kind = static_cast<DayKind>(number(int(lastDayKind) + 1));
        day.shape = static_cast<DayShape>(number(3));
        day.overtimeKind = static_cast<OvertimeKind>(number(2));
        day.dayOfRun = number(9);
        const int facts = number(256);
        day.isShooting = facts & 1;
        day.isRestBreakMissed = facts & 2;
        day.isWrapExtensionClaimed = facts & 4;
        day.isFrenchHours = facts & 8;
        day.isCompRestTaken = facts & 16;
        day.isApproved = facts & 32;
        if (facts & 64)
            day.unitCall = day.call + Minutes(number(600)) - Minutes(300);
        if (facts & 128)
            day.holidayFrom = day.call + Minutes(number(1'440));
        const int more = number(64);
        if (more & 1)
            day.previous =
                PreviousShift{day.call - Minutes(number(3'000)),
                              more & 2 ? std::optional(Ratio::of(number(9) + 1, 2)) : std::nullopt};
        if (more & 4)
            day.scheduled = Minutes(number(900));
        if (more & 8)
            day.hourly = Ratio(number(40'000));
        if (more & 16) {
            const Moment cut = day.call + Minutes(number(2'900));
            day.segments = {{QStringLiteral("a"), day.call, cut, std::nullopt},
                            {QStringLiteral("b"), cut, day.wrap, Ratio(number(30'000))}};
        }
        if (more & 32)
            day.travelTo = Minutes(number(120));
        return day;
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

QString brokenLines(const std::vector<PayLine> &lines, const Sheet &sheet)
{
    for (const PayLine &line : lines) {
        if (line.amount.minorUnits() < 0)
            return u"a line that takes money away"_s;
        if (line.node < 0 || evaluate(sheet, line.node) != Ratio(line.amount.minorUnits()))
            return u"a line that its derivation does not come to"_s;
    }
    return {};
}

// A week under the pack has a price, each line with its derivation, or a reason why it has none.
QString brokenPrice(const RulePack &pack, QByteArrayView bytes)
{
    PayWeekMaker maker(bytes);
    const DealTerms deal = maker.deal();
    const WeekInput week = maker.week();
    const Result<WeekPay> pay = priceWeek(pack, deal, week);
    if (!pay)
        return pay.error().message.isEmpty() ? u"a week refused without a reason"_s : QString();
    qint64 sum = 0;
    for (const DayPay &day : pay->days) {
        if (const QString broken = brokenLines(day.lines, day.sheet); !broken.isEmpty())
            return broken;
        sum += day.gross().minorUnits();
    }
    if (const QString broken = brokenLines(pay->lines, pay->sheet); !broken.isEmpty())
        return broken;
    for (const PayLine &line : pay->lines)
        sum += line.amount.minorUnits();
    return sum == pay->gross().minorUnits() ? QString() : u"lines that do not add up"_s;
}

QString brokenCalendar(const HolidayCalendar &calendar)
{
    QDate before;
    for (const Holiday &holiday : calendar.inYear(2026)) {
        if (holiday.date.year() != 2026 || (before.isValid() && holiday.date < before))
            return u"a year with days that are not its own, or out of order"_s;
        before = holiday.date;
    }
    return {};
}

} // namespace

// The text is tried as a pack and as a calendar. What stands behind a 0 byte, which no text holds,
// are the days of a week that is priced under the pack; without one it is the text itself.
QString brokenByRulePack(QByteArrayView input)
{
    const qsizetype end = input.indexOf('\0');
    const QByteArray json = (end < 0 ? input : input.first(end)).toByteArray();
    const PackReading pack = readRulePack(json);
    QString broken = brokenProblems(pack.pack.has_value(), pack.problems);
    if (broken.isEmpty() && pack.pack)
        broken = brokenPack(*pack.pack);
    if (broken.isEmpty() && pack.pack)
        broken = brokenPrice(*pack.pack, end < 0 ? input : input.sliced(end + 1));
    if (!broken.isEmpty())
        return broken;
    const HolidayReading calendar = readHolidayCalendar(json);
    broken = brokenProblems(calendar.calendar.has_value(), calendar.problems);
    return broken.isEmpty() && calendar.calendar ? brokenCalendar(*calendar.calendar) : broken;
}

} // namespace film::fuzz
