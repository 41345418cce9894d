#include "app/models/hour_format.h"

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace film::app {

QString hoursText(Minutes minutes, HourFormat format, const QLocale &locale)
{
    const int total = std::abs(minutes.count());
    const QString sign = minutes.count() < 0 ? locale.negativeSign() : QString();
    if (format == HourFormat::HoursMinutes)
        return sign + u"%1:%2"_s.arg(total / 60).arg(total % 60, 2, 10, QChar(u'0'));
    const int tenths = (total + 3) / 6;
    const QString decimals = locale.decimalPoint() + QString::number(tenths % 10);
    return sign + QString::number(tenths / 10) + decimals;
}

} // namespace film::app
