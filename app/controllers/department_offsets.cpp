#include "app/controllers/department_offsets.h"

#include <algorithm>

namespace film::app {

namespace {

constexpr Minutes offsetMax(12 * 60);

} // namespace

TimeField earlierBy(const TimeField &call, Minutes before)
{
    if (!call.isKnown() || before.count() == 0)
        return call;
    return TimeField::at(std::max(0, int((call.minutes() - before).count())));
}

TimeField laterBy(const TimeField &wrap, Minutes after)
{
    if (!wrap.isKnown() || after.count() == 0)
        return wrap;
    return TimeField::at(std::max(0, int((wrap.minutes() + after).count())));
}

std::optional<Minutes> readOffset(const QString &text)
{
    QString length = text.trimmed();
    const bool isEarlier = length.startsWith(u'-') || length.startsWith(u'−');
    if (isEarlier || length.startsWith(u'+'))
        length.remove(0, 1);
    if (length.trimmed().isEmpty())
        return isEarlier ? std::nullopt : std::optional(Minutes(0));
    const LengthReading reading = readLength(length, PointStyle::Hundredths);
    if (!reading.isUnderstood() || reading.readings.front() > offsetMax)
        return std::nullopt;
    const Minutes read = reading.readings.front();
    return isEarlier ? Minutes(-read.count()) : read;
}

} // namespace film::app
