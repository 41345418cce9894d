#include "shared/domain/clock_question.h"

#include "shared/domain/time_fields.h"
#include "shared/domain/zone_time.h"

#include <algorithm>

namespace film {

namespace {

// A meal is read as one word: a note about it stands with its out.
bool isSameWord(DayFieldRef noted, DayFieldRef field)
{
    if (noted == field)
        return true;
    if (noted.field == DayField::NdbOut)
        return field.field == DayField::NdbIn;
    return noted.field == DayField::MealOut && field.field == DayField::MealIn
        && noted.meal == field.meal;
}

bool isAnswered(const ClockAnswers &answers, DayFieldRef field, WallTime time)
{
    return std::ranges::any_of(answers, [&](const ClockAnswer &answer) {
        return answer.field == field && answer.answer == time;
    });
}

} // namespace

ClockAnswers answersOf(const WorkDay &day)
{
    ClockAnswers answers;
    for (const DayFieldRef field : timeFieldsOf(day)) {
        const WallTime time = timeOf(day, field).time();
        answers.push_back({field, time.minutes, time});
    }
    return answers;
}

ClockAnswers answersOfClock(const DayLineReading &line, const WorkDay &read,
                            const std::optional<WallTime> &now)
{
    ClockAnswers answers;
    if (!now)
        return answers;
    for (const DayFieldRef field : timeFieldsOf(read)) {
        const bool isOffClock = std::ranges::any_of(line.notes, [&](const DayLineNote &note) {
            return note.note == TimeNote::ReadOffClock && isSameWord(note.field, field);
        });
        if (isOffClock && timeOf(read, field).minutes() == now->minutes)
            answers.push_back({field, now->minutes, *now});
    }
    return answers;
}

WorkDay withAnswers(WorkDay day, const ClockAnswers &answers)
{
    for (const ClockAnswer &answer : answers) {
        const TimeField time = timeOf(day, answer.field);
        if (time.isKnown() && time.minutes() == answer.asked)
            setTime(day, answer.field, answer.answer);
    }
    return day;
}

std::optional<ClockQuestion> clockQuestionOf(const WorkDay &before, const WorkDay &after,
                                             const QTimeZone &zone, const ClockAnswers &answers)
{
    for (const DayFieldRef field : timeFieldsOf(after)) {
        const WallTime time = timeOf(after, field).time();
        const TimeField old = timeOf(before, field);
        const bool isOld = old.isKnown() && old.minutes() == time.minutes;
        if (isOld || isAnswered(answers, field, time))
            continue;
        const ZoneReading reading = readWallTime(after.key.date, time.minutes, zone);
        if (std::holds_alternative<AmbiguousTime>(reading))
            return ClockQuestion{
                after.key, field, time, false, {{{time.minutes, 0}, {time.minutes, 1}}}};
        if (const auto *gap = std::get_if<TimeInGap>(&reading))
            return ClockQuestion{after.key, field, time, true, {gap->earlier, gap->later}};
    }
    return std::nullopt;
}

WorkDay withoutIdleFolds(WorkDay day, const QTimeZone &zone)
{
    if (!zone.isValid())
        return day;
    for (const DayFieldRef field : timeFieldsOf(day)) {
        const WallTime time = timeOf(day, field).time();
        const ZoneReading reading = readWallTime(day.key.date, time.minutes, zone);
        if (time.fold != 0 && !std::holds_alternative<AmbiguousTime>(reading))
            setTime(day, field, WallTime{time.minutes, 0});
    }
    return day;
}

} // namespace film
