#pragma once

#include "shared/domain/time_text.h"

// Private to the readers of typed text.
namespace film::detail {

// Why a text is not even looked at, if so.
[[nodiscard]] std::optional<TimeTextError> refusalOf(QStringView text);

// Trimmed, lower case, with one kind of dash.
[[nodiscard]] QString prepared(QStringView text);

// The two ways to read a text with points in it, once settled each way: both if both make
// sense and differ, the one that does if the other does not.
template<typename Value>
[[nodiscard]] TypedReading<Value> offerBoth(const TypedReading<Value> &hundredths,
                                            const TypedReading<Value> &minutes)
{
    if (!minutes.isUnderstood())
        return hundredths;
    if (!hundredths.isUnderstood() || hundredths.readings == minutes.readings)
        return minutes;
    return {{hundredths.readings[0], minutes.readings[0]}, {TimeNote::TwoReadings}, {}};
}

} // namespace film::detail
