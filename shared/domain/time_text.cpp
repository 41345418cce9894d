#include "shared/domain/time_text.h"

#include "shared/domain/typed_text.h"

#include <algorithm>

namespace film {

using namespace Qt::StringLiterals;

namespace {

constexpr int hour = 60;
constexpr int dayMinutes = 24 * hour;
constexpr Minutes spanMax{dayMinutes}; // "+30" was meant to be minutes, not the day after tomorrow

// Below this a wrap typed as "7" after a call at 06:00 is taken for the evening. Four hours is
// the least that agreements pay for a day (Travel Only, hours+ guide).
constexpr int wrapAfterCallMin = 4 * hour;

struct Typed {
    std::vector<int> minutes; // one reading or two
    bool isRounded = false;
    bool canBePm = false; // 1 to 12, without a leading zero or all four digits
};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// Callers look at the length first: nothing typed needs more than four digits.
int toNumber(QStringView digits)
{
    Q_ASSERT(digits.size() <= 4);
    int number = 0;
    for (const QChar digit : digits)
        number = number * 10 + (digit.unicode() - u'0');
    return number;
}

qsizetype digitsAtStart(QStringView text)
{
    const auto end = std::ranges::find_if_not(text, isDigit);
    return std::distance(text.begin(), end);
}

int hundredthsToMinutes(int hundredths)
{
    return (hundredths * hour + 50) / 100;
}

// The digits after a point, as minutes.
std::optional<Typed> readFraction(QStringView digits, PointStyle style)
{
    if (digits.size() > 2)
        return std::nullopt;
    const int number = toNumber(digits);
    if (digits.size() == 1)
        return Typed{{number * 6}};
    const bool isClock = number < hour;
    if (style == PointStyle::ClockMinutes)
        return isClock ? std::optional(Typed{{number}}) : std::nullopt;
    Typed typed{{hundredthsToMinutes(number)}, number * hour % 100 != 0};
    if (style == PointStyle::Ask && isClock && number != 0)
        typed.minutes.push_back(number);
    return typed;
}

// "7", "19", "700", "0700", "7:00", "7h", "7h00", "7.5", "7,25".
std::optional<Typed> readHours(QStringView text, PointStyle style)
{
    const qsizetype count = digitsAtStart(text);
    const QStringView digits = text.first(count);
    const QStringView rest = text.sliced(count);
    if (rest.isEmpty() && (count == 3 || count == 4)) {
        const int minutes = toNumber(digits.last(2));
        if (minutes >= hour)
            return std::nullopt;
        return Typed{{toNumber(digits.chopped(2)) * hour + minutes}};
    }
    if (count != 1 && count != 2)
        return std::nullopt;
    const int hours = toNumber(digits);
    if (rest.isEmpty() || rest == u"h")
        return Typed{{hours * hour}};

    const QStringView fraction = rest.sliced(1);
    if (fraction.isEmpty() || digitsAtStart(fraction) != fraction.size())
        return std::nullopt;
    const bool isPoint = rest.front() == u'.' || rest.front() == u',';
    const bool isColon = rest.front() == u':' || rest.front() == u'h';
    if (!isPoint && (!isColon || fraction.size() != 2))
        return std::nullopt;
    std::optional<Typed> typed = readFraction(fraction, isPoint ? style : PointStyle::ClockMinutes);
    if (!typed)
        return std::nullopt;
    for (int &minutes : typed->minutes)
        minutes += hours * hour;
    return typed;
}

bool chopSuffix(QStringView &text, QStringView suffix)
{
    if (!text.endsWith(suffix))
        return false;
    text = text.chopped(suffix.size()).trimmed();
    return true;
}

// A time of day with what may follow it: "a", "pm", "+".
std::optional<Typed> readClock(QStringView text, PointStyle style)
{
    const bool isNextDay = chopSuffix(text, u"+");
    const bool isAm = chopSuffix(text, u"am") || chopSuffix(text, u"a");
    const bool isPm = !isAm && (chopSuffix(text, u"pm") || chopSuffix(text, u"p"));
    std::optional<Typed> typed = readHours(text, style);
    if (!typed)
        return std::nullopt;

    const bool isTwelveHour = typed->minutes[0] >= hour && typed->minutes[0] < 13 * hour;
    const bool isMilitary = text.startsWith(u'0') || digitsAtStart(text) == 4;
    if ((isAm || isPm) && !isTwelveHour)
        return std::nullopt;
    typed->canBePm = isTwelveHour && !isMilitary && !isAm && !isPm && !isNextDay;
    for (int &minutes : typed->minutes) {
        if (isAm || isPm)
            minutes = minutes % (12 * hour) + (isPm ? 12 * hour : 0);
        if (isNextDay)
            minutes += dayMinutes;
    }
    return typed;
}

void addNote(std::vector<TimeNote> &notes, TimeNote note)
{
    if (std::ranges::find(notes, note) == notes.end())
        notes.push_back(note);
}

// Moves a typed time on, by half days if it may be an evening, until it follows the time before.
int readTowardsOrder(int typed, bool canBePm, const TimeContext &context,
                     std::vector<TimeNote> &notes)
{
    if (!context.previous.isKnown())
        return typed;
    const int previous = context.previous.minutes().count();
    int least = previous;
    if (context.field == DayField::Wrap && canBePm && context.call.isKnown())
        least = std::max(least, context.call.minutes().count() + wrapAfterCallMin);

    // Not past a whole day after the call: a meal that ends before it begins is a slip, and no
    // meal of 23 hours. Such a time is left as it was typed, for somebody to check.
    const int most = context.call.isKnown()
        ? std::min(context.call.minutes().count() + dayMinutes, wallTimeMax.count())
        : wallTimeMax.count();
    const int step = canBePm ? 12 * hour : dayMinutes;
    int read = typed;
    while (read < least && read + step <= most)
        read += step;
    if (read < previous)
        addNote(notes, TimeNote::EarlierThanPrevious);
    else if (read >= dayMinutes && typed < dayMinutes)
        addNote(notes, TimeNote::ReadAsNextDay);
    else if (read != typed)
        addNote(notes, read - typed == 12 * hour ? TimeNote::ReadAsPm : TimeNote::ReadAsNextDay);
    return read;
}

TimeReading refused(TimeTextError error)
{
    return {{}, {}, error};
}

TimeReading from(std::optional<Minutes> start, const LengthReading &length, int sign,
                 TimeTextError missing)
{
    if (!length.error && !start)
        return refused(missing);
    TimeReading reading{{}, length.notes, length.error};
    for (const Minutes minutes : length.readings) {
        const Minutes time = *start + minutes * sign;
        if (time < Minutes(0) || time > wallTimeMax)
            return refused(TimeTextError::OutOfRange);
        reading.readings.push_back(WallTime{time, 0});
    }
    return reading;
}

std::optional<Minutes> knownMinutes(const TimeField &time)
{
    return time.isKnown() ? std::optional(time.minutes()) : std::nullopt;
}

// "+6" is six hours after the time before; "-30" thirty minutes before the call.
TimeReading readRelative(QStringView text, const TimeContext &context)
{
    const QStringView length = text.sliced(1);
    if (text.front() == u'+') {
        return from(knownMinutes(context.previous), readLength(length, context.pointStyle), 1,
                    TimeTextError::NoPreviousTime);
    }
    const bool isBare = length.size() <= 3 && digitsAtStart(length) == length.size();
    const LengthReading read = isBare ? LengthReading{{Minutes(toNumber(length))}, {}, {}}
                                      : readLength(length, context.pointStyle);
    return from(knownMinutes(context.call), read, -1, TimeTextError::NoCall);
}

TimeReading readAbsolute(QStringView text, const TimeContext &context)
{
    const std::optional<Typed> typed = readClock(text, context.pointStyle);
    if (!typed)
        return refused(TimeTextError::NotATime);
    TimeReading reading;
    for (const int minutes : typed->minutes) {
        if (minutes > wallTimeMax.count())
            return refused(TimeTextError::OutOfRange);
        const int read = readTowardsOrder(minutes, typed->canBePm, context, reading.notes);
        reading.readings.push_back(TimeField::at(read));
    }
    if (reading.isAmbiguous())
        addNote(reading.notes, TimeNote::TwoReadings);
    else if (typed->isRounded)
        addNote(reading.notes, TimeNote::RoundedToMinute);
    return reading;
}

TimeReading readPrepared(QStringView text, const TimeContext &context)
{
    if (text == u"-")
        return {{TimeField::none()}, {}, {}};
    if (text == u"n") {
        if (!context.now)
            return refused(TimeTextError::NoClock);
        if (context.now->minutes < Minutes(0) || context.now->minutes > wallTimeMax)
            return refused(TimeTextError::OutOfRange);
        return {{*context.now}, {TimeNote::ReadOffClock}, {}};
    }
    if (text == u"c") {
        if (context.asCalled.isUnknown())
            return refused(TimeTextError::NotOnCallSheet);
        return {{context.asCalled}, {}, {}};
    }
    if (text.front() == u'+' || text.front() == u'-')
        return readRelative(text, context);
    return readAbsolute(text, context);
}

// One end of a meal, where "?" and nothing mean: not known yet.
TimeReading readEnd(QStringView text, const TimeContext &context)
{
    if (text.isEmpty() || text == u"?")
        return {{TimeField()}, {}, {}};
    return readPrepared(text, context);
}

MealReading readPreparedMeal(QStringView text, const TimeContext &context,
                             const TimeField &asCalledIn)
{
    if (text == u"-")
        return {{{TimeField::none(), TimeField::none()}}, {}, {}};
    const qsizetype dash = text.indexOf(u'-', 1);
    const TimeReading out = readEnd(text.first(dash < 0 ? text.size() : dash).trimmed(), context);
    if (out.error)
        return {{}, {}, out.error};

    TimeContext inContext = context;
    inContext.field = DayField::MealIn;
    inContext.asCalled = asCalledIn;
    if (out.readings[0].isKnown())
        inContext.previous = out.readings[0];
    const TimeReading in =
        readEnd(dash < 0 ? QStringView() : text.sliced(dash + 1).trimmed(), inContext);
    if (in.error)
        return {{}, {}, in.error};

    if (out.isAmbiguous() || in.isAmbiguous()) {
        TimeContext settled = context;
        settled.pointStyle = PointStyle::Hundredths;
        const MealReading hundredths = readPreparedMeal(text, settled, asCalledIn);
        settled.pointStyle = PointStyle::ClockMinutes;
        return detail::offerBoth(hundredths, readPreparedMeal(text, settled, asCalledIn));
    }
    MealReading meal{{{out.readings[0], in.readings[0]}}, out.notes, {}};
    for (const TimeNote note : in.notes)
        addNote(meal.notes, note);
    return meal;
}

} // namespace

namespace detail {

std::optional<TimeTextError> refusalOf(QStringView text)
{
    if (text.size() > typedTextLengthMax)
        return TimeTextError::TooLong;
    const bool hasControl =
        std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
    if (hasControl)
        return TimeTextError::ControlCharacter;
    if (text.trimmed().isEmpty())
        return TimeTextError::Empty;
    return std::nullopt;
}

QString prepared(QStringView text)
{
    QString plain = text.trimmed().toString().toLower();
    for (QChar &c : plain) {
        if (c == QChar(0x2013) || c == QChar(0x2014) || c == QChar(0x2212))
            c = u'-'; // en dash, em dash and minus, as word processors make them
    }
    return plain;
}

} // namespace detail

TimeReading readTime(QStringView text, const TimeContext &context)
{
    if (const auto refusal = detail::refusalOf(text))
        return refused(*refusal);
    return readPrepared(detail::prepared(text), context);
}

MealReading readMeal(QStringView text, const TimeContext &context, const TimeField &asCalledIn)
{
    if (const auto refusal = detail::refusalOf(text))
        return {{}, {}, refusal};
    return readPreparedMeal(detail::prepared(text), context, asCalledIn);
}

LengthReading readLength(QStringView text, PointStyle pointStyle)
{
    if (const auto refusal = detail::refusalOf(text))
        return {{}, {}, refusal};
    const QString plain = detail::prepared(text);
    QStringView number = plain;
    const bool isMinutes = chopSuffix(number, u"m") && !number.contains(u'h');
    if (isMinutes && !number.isEmpty() && number.size() <= 4
        && digitsAtStart(number) == number.size()) {
        const Minutes minutes(toNumber(number));
        if (minutes > spanMax)
            return {{}, {}, TimeTextError::OutOfRange};
        return {{minutes}, {}, {}};
    }
    const std::optional<Typed> typed = readHours(number, pointStyle);
    if (!typed || isMinutes)
        return {{}, {}, TimeTextError::NotATime};
    LengthReading reading;
    for (const int minutes : typed->minutes) {
        if (Minutes(minutes) > spanMax)
            return {{}, {}, TimeTextError::OutOfRange};
        reading.readings.push_back(Minutes(minutes));
    }
    if (reading.isAmbiguous())
        addNote(reading.notes, TimeNote::TwoReadings);
    else if (typed->isRounded)
        addNote(reading.notes, TimeNote::RoundedToMinute);
    return reading;
}

} // namespace film
