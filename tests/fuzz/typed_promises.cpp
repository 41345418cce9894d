#include "tests/fuzz/typed_promises.h"

#include "shared/domain/record_limits.h"

namespace film::fuzz {

using namespace Qt::StringLiterals;

namespace {

bool isPossible(const TimeField &time)
{
    return !time.isKnown() || (time.minutes() >= Minutes(0) && time.minutes() <= wallTimeMax);
}

QString brokenPromise(const DayTimes &times)
{
    for (const TimeField &time : {times.call, times.wrap, times.ndbOut, times.ndbIn}) {
        if (!isPossible(time))
            return u"a time outside the day"_s;
    }
    for (const Meal &meal : times.meals) {
        if (!isPossible(meal.out) || !isPossible(meal.in))
            return u"a meal outside the day"_s;
    }
    if (times.meals.size() > record_limits::mealsMax)
        return u"more meals than a day holds"_s;
    if (times.travelTo.value_or(Minutes(0)) > record_limits::travelMax
        || times.travelFrom.value_or(Minutes(0)) > record_limits::travelMax)
        return u"more travel than a day holds"_s;
    const std::optional<QString> line = printDayLine(times);
    if (!line)
        return {};
    if (line->size() > typedTextLengthMax)
        return u"a printed line too long to be typed"_s;
    const DayLineReading back = readDayLine(*line, {});
    if (printDayLine(back.times.value_or(DayTimes())) != line)
        return u"a printed line that is printed otherwise when read"_s;
    return {};
}

} // namespace

QString brokenPromise(const DayLineReading &reading, const QString &text)
{
    const DayLineStatus status = reading.status;
    if ((status == DayLineStatus::Unreadable) != reading.error.has_value())
        return u"unreadable without an error, or the other way round"_s;
    if ((status == DayLineStatus::Unfinished) != reading.missing.has_value())
        return u"unfinished without what is missing, or the other way round"_s;
    if ((status == DayLineStatus::Ambiguous) != (reading.choices.size() == 2))
        return u"ambiguous without two choices, or the other way round"_s;
    if (reading.notes.size() > static_cast<size_t>(2 * text.size())
        || reading.token.size() > 2 * text.size())
        return u"more said than was typed"_s;
    for (const DayTimes &choice : reading.choices) {
        if (const QString broken = brokenPromise(choice); !broken.isEmpty())
            return broken;
    }
    return reading.times ? brokenPromise(*reading.times) : QString();
}

QString brokenPromise(const TimeReading &reading)
{
    if (reading.readings.size() > 2 || reading.readings.empty() != reading.error.has_value())
        return u"neither readings nor an error, or both"_s;
    for (const TimeField &time : reading.readings) {
        if (!isPossible(time))
            return u"a time outside the day"_s;
    }
    return {};
}

} // namespace film::fuzz
