#include "shared/rules/holiday_calendar_reader.h"
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

// The text is tried as a pack and as a calendar.
QString brokenByRulePack(QByteArrayView input)
{
    const QByteArray json = input.toByteArray();
    const PackReading pack = readRulePack(json);
    QString broken = brokenProblems(pack.pack.has_value(), pack.problems);
    if (broken.isEmpty() && pack.pack)
        broken = brokenPack(*pack.pack);
    if (!broken.isEmpty())
        return broken;
    const HolidayReading calendar = readHolidayCalendar(json);
    broken = brokenProblems(calendar.calendar.has_value(), calendar.problems);
    return broken.isEmpty() && calendar.calendar ? brokenCalendar(*calendar.calendar) : broken;
}

} // namespace film::fuzz
