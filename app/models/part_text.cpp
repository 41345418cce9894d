#include "app/models/part_text.h"

#include "app/models/hours_text.h"
#include "shared/domain/record_limits.h"
#include "shared/domain/time_fields.h"

#include <QRegularExpression>
#include <QStringList>

#include <functional>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

// Meals and lengths: "13-1330 19.2 – 19.7", "0.5, 0.7".
QStringList wordsOf(const QString &text)
{
    static const QRegularExpression spacedDash(u"(?<=\\d)\\s+[-–—−]\\s+(?=\\d)"_s);
    static const QRegularExpression gap(u",?\\s+"_s);
    return QString(text).replace(spacedDash, u"-"_s).split(gap, Qt::SkipEmptyParts);
}

TimeContext contextOf(const WorkDay &day, DayFieldRef field, PointStyle style)
{
    TimeContext context;
    context.field = field.field;
    context.previous = timeBefore(day, field);
    context.call = day.call;
    context.pointStyle = style;
    return context;
}

template<typename Value>
PartReading refusedLike(const TypedReading<Value> &reading)
{
    return {{}, reading.notes, reading.error};
}

PartReading readSingle(const QString &text, DayField field, WorkDay day, PointStyle style)
{
    TimeReading reading;
    reading.readings = {TimeField()};
    if (!text.isEmpty())
        reading = readTime(text, contextOf(day, {field}, style));
    if (!reading.isUnderstood())
        return refusedLike(reading);
    if (reading.readings[0].isNone()) // an answer about a meal, not about a call or a wrap
        return {{}, {}, TimeTextError::NotExpected};
    setTime(day, {field}, reading.readings[0]);
    return {{std::move(day)}, reading.notes, {}};
}

PartReading readBreakfast(const QString &text, WorkDay day, PointStyle style)
{
    MealReading reading;
    reading.readings = {Meal()};
    if (!text.isEmpty())
        reading = readMeal(text, contextOf(day, {DayField::NdbOut}, style));
    if (!reading.isUnderstood())
        return refusedLike(reading);
    day.ndbOut = reading.readings[0].out;
    day.ndbIn = reading.readings[0].in;
    return {{std::move(day)}, reading.notes, {}};
}

PartReading readMeals(const QString &text, WorkDay day, PointStyle style)
{
    const QStringList words = wordsOf(text);
    if (size_t(words.size()) > record_limits::mealsMax)
        return {{}, {}, TimeTextError::TooManyMeals};
    day.meals.clear();
    for (const QString &word : words) {
        const DayFieldRef out{DayField::MealOut, day.meals.size()};
        const MealReading reading = readMeal(word, contextOf(day, out, style));
        if (!reading.isUnderstood())
            return refusedLike(reading);
        day.meals.push_back(reading.readings[0]);
    }
    return {{std::move(day)}, {}, {}};
}

// There, and back.
PartReading readTravel(const QString &text, WorkDay day, PointStyle style)
{
    const QStringList words = wordsOf(text);
    if (words.size() > 2)
        return {{}, {}, TimeTextError::NotExpected};
    day.travelTo.reset();
    day.travelFrom.reset();
    for (qsizetype i = 0; i < words.size(); ++i) {
        const LengthReading reading = readLength(words[i], style);
        if (!reading.isUnderstood())
            return refusedLike(reading);
        (i == 0 ? day.travelTo : day.travelFrom) = reading.readings[0];
    }
    return {{std::move(day)}, {}, {}};
}

PartReading readChoices(const QString &text, WorkDay day)
{
    day.choices = {};
    for (const QString &word : wordsOf(text.toLower())) {
        const std::optional<DayChoice> choice = dayChoiceFromWord(word);
        if (!choice)
            return {{}, {}, TimeTextError::NotExpected};
        day.choices |= *choice;
    }
    if (!dayChoicesFromNumber(day.choices.toInt()))
        return {{}, {}, TimeTextError::NotExpected};
    return {{std::move(day)}, {}, {}};
}

PartReading readWith(const QString &text, DayPart part, const WorkDay &day, PointStyle style)
{
    switch (part) {
    case DayPart::Call: return readSingle(text, DayField::Call, day, style);
    case DayPart::Breakfast: return readBreakfast(text, day, style);
    case DayPart::Meals: return readMeals(text, day, style);
    case DayPart::Wrap: return readSingle(text, DayField::Wrap, day, style);
    case DayPart::Travel: return readTravel(text, day, style);
    case DayPart::Choices: return readChoices(text, day);
    default: return {{}, {}, TimeTextError::NotExpected};
    }
}

using PrintTime = std::function<QString(const TimeField &)>;

QString printMeal(const Meal &meal, const PrintTime &print)
{
    if (meal.out.isNone() && meal.in.isNone())
        return u"-"_s;
    return print(meal.out) + u'-' + print(meal.in);
}

QString printPart(const WorkDay &day, DayPart part, const PrintTime &print)
{
    QStringList words;
    switch (part) {
    case DayPart::Call: return print(day.call);
    case DayPart::Breakfast:
        return day.ndbOut.isUnknown() ? QString() : printMeal({day.ndbOut, day.ndbIn}, print);
    case DayPart::Meals:
        for (const Meal &meal : day.meals)
            words += printMeal(meal, print);
        break;
    case DayPart::Wrap: return print(day.wrap);
    case DayPart::Travel:
        if (day.travelTo || day.travelFrom)
            words += formatHours(day.travelTo.value_or(Minutes(0)), Notation::Clock);
        if (day.travelFrom)
            words += formatHours(*day.travelFrom, Notation::Clock);
        break;
    case DayPart::Choices:
        for (const DayChoice choice : dayChoices) {
            if (day.choices.testFlag(choice))
                words += dayChoiceWord(choice).toString();
        }
        break;
    default: break;
    }
    return words.join(u' ');
}

// As on a call sheet: no notation reads it in another way.
QString fourDigits(const TimeField &time)
{
    if (!time.isKnown())
        return formatTime(time, Notation::Clock);
    const int minutes = time.minutes().count();
    return u"%1%2"_s.arg(minutes / 60, 2, 10, QChar(u'0')).arg(minutes % 60, 2, 10, QChar(u'0'));
}

// No line can say which of two equal times of a night is meant.
bool sameButForFolds(const WorkDay &a, const WorkDay &b, DayPart part)
{
    return printPart(a, part, fourDigits) == printPart(b, part, fourDigits);
}

} // namespace

bool canBeTyped(DayPart part)
{
    switch (part) {
    case DayPart::Call:
    case DayPart::Breakfast:
    case DayPart::Meals:
    case DayPart::Wrap:
    case DayPart::Travel:
    case DayPart::Choices:
    case DayPart::Notes: return true;
    case DayPart::Type:
    case DayPart::Location: // its zone would have to be known
    case DayPart::Account:
    case DayPart::Allowances:
    case DayPart::State: break;
    }
    return false;
}

PartReading readPart(const QString &text, DayPart part, const WorkDay &day)
{
    if (part == DayPart::Notes) {
        WorkDay noted = day;
        noted.notes = text.trimmed();
        return {{std::move(noted)}, {}, {}};
    }
    if (text.size() > typedTextLengthMax)
        return {{}, {}, TimeTextError::TooLong};
    const QString typed = text.trimmed();
    PartReading reading = readWith(typed, part, day, PointStyle::Ask);
    if (reading.isUnderstood() || reading.error)
        return reading;
    // Settled one way for all of it, then the other way.
    for (const PointStyle style : {PointStyle::Hundredths, PointStyle::ClockMinutes}) {
        const PartReading settled = readWith(typed, part, day, style);
        if (settled.isUnderstood())
            reading.readings.push_back(settled.readings[0]);
    }
    if (reading.readings.empty())
        reading.error = TimeTextError::NotATime;
    return reading;
}

QString partText(const WorkDay &day, DayPart part, Notation notation)
{
    if (part == DayPart::Notes)
        return day.notes;
    const PrintTime plain = [notation](const TimeField &time) { return timeText(time, notation); };
    const QString text = printPart(day, part, plain);
    const PartReading back = readPart(text, part, day);
    const bool isExact = back.isUnderstood() && sameButForFolds(back.readings[0], day, part);
    return isExact ? text : printPart(day, part, fourDigits);
}

} // namespace film::app
