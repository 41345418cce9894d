#include "shared/domain/day_line.h"

#include <QStringList>

namespace film {

using namespace Qt::StringLiterals;

namespace {

QString printTime(const TimeField &time)
{
    if (time.isUnknown())
        return u"?"_s;
    if (time.isNone())
        return u"-"_s;
    const int minutes = time.minutes().count();
    return u"%1%2"_s.arg(minutes / 60, 2, 10, QChar(u'0')).arg(minutes % 60, 2, 10, QChar(u'0'));
}

QString printMeal(const Meal &meal)
{
    if (meal.out.isNone() && meal.in.isNone())
        return u"-"_s;
    return printTime(meal.out) + u'-' + printTime(meal.in);
}

QString printTravel(std::optional<Minutes> length)
{
    if (!length)
        return u"t?"_s;
    return u"t%1:%2"_s.arg(length->count() / 60).arg(length->count() % 60, 2, 10, QChar(u'0'));
}

QStringList printWords(const DayTimes &times)
{
    QStringList words;
    if (times.type != DayType::Work)
        words += dayTypeWord(times.type);
    const bool saysMore = !times.wrap.isUnknown() || !times.meals.empty()
        || !times.ndbOut.isUnknown() || !times.ndbIn.isUnknown();
    if (saysMore || !times.call.isUnknown())
        words += printTime(times.call);
    for (const Meal &meal : times.meals)
        words += printMeal(meal);
    if (!times.wrap.isUnknown())
        words += printTime(times.wrap);
    if (!times.ndbOut.isUnknown() || !times.ndbIn.isUnknown())
        words += u"ndb"_s + printMeal({times.ndbOut, times.ndbIn});
    if (times.travelTo || times.travelFrom)
        words += printTravel(times.travelTo);
    if (times.travelFrom)
        words += printTravel(times.travelFrom);
    for (const DayChoice choice : dayChoices) {
        if (times.choices.testFlag(choice))
            words += dayChoiceWord(choice).toString();
    }
    return words;
}

DayTimes withoutFolds(DayTimes times)
{
    const auto strip = [](TimeField &time) {
        if (time.isKnown())
            time = TimeField::at(time.minutes().count());
    };
    for (TimeField *time : {&times.call, &times.wrap, &times.ndbOut, &times.ndbIn})
        strip(*time);
    for (Meal &meal : times.meals) {
        strip(meal.out);
        strip(meal.in);
    }
    return times;
}

} // namespace

std::optional<QString> printDayLine(const DayTimes &times)
{
    const QString line = printWords(times).join(u' ');
    const DayLineReading back = readDayLine(line, {});
    const bool isSame = back.times.value_or(DayTimes()) == withoutFolds(times);
    const bool isRead =
        back.status != DayLineStatus::Unreadable && back.status != DayLineStatus::Ambiguous;
    return isSame && isRead ? std::optional(line) : std::nullopt;
}

} // namespace film
