#include "shared/domain/time_format.h"

namespace film {

using namespace Qt::StringLiterals;

namespace {

QString twoDigits(int number)
{
    return u"%1"_s.arg(number, 2, 10, QChar(u'0'));
}

// Half a tenth (3 minutes) goes up.
QString tenths(int minutes, QChar point)
{
    const int count = (minutes + 3) / 6;
    return QString::number(count / 10) + point + QString::number(count % 10);
}

} // namespace

QString formatTime(const TimeField &time, Notation notation, QChar point)
{
    if (time.isNone())
        return u"-"_s;
    if (time.isUnknown())
        return {};
    if (notation == Notation::Tenths)
        return formatHours(time.minutes(), notation, point);
    const auto days =
        static_cast<int>(std::chrono::floor<std::chrono::days>(time.minutes()).count());
    const int minutes = time.minutes().count() - days * 24 * 60;
    QString clock = twoDigits(minutes / 60) + u':' + twoDigits(minutes % 60);
    if (days == 0)
        return clock;
    return clock + (days > 0 ? u"+"_s : QString()) + QString::number(days);
}

QString formatHours(Minutes length, Notation notation, QChar point)
{
    const int minutes = std::abs(length.count());
    const QString size = notation == Notation::Tenths
        ? tenths(minutes, point)
        : QString(QString::number(minutes / 60) + u':' + twoDigits(minutes % 60));
    const bool isZero = notation == Notation::Tenths ? minutes < 3 : minutes == 0;
    return length.count() < 0 && !isZero ? QString(u'-' + size) : size;
}

} // namespace film
