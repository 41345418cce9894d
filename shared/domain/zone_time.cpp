#include "shared/domain/zone_time.h"

#include <QDateTime>

#include <algorithm>

namespace film {

namespace {

constexpr qint64 msPerMinute = 60'000;
// No zone has ever been further from UTC (Manila kept -15:56 until 1844).
constexpr qint64 offsetMsMax = 16LL * 60 * msPerMinute;

struct OffsetFrom {
    qint64 sinceMs;
    qint64 offsetMs;
};

QDateTime utc(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

qint64 offsetMsAt(qint64 ms, const QTimeZone &zone)
{
    return qint64(zone.offsetFromUtc(utc(ms))) * 1000;
}

// The wall clock as if it were UTC: a number to count with, not a moment.
qint64 localMs(QDate date, Minutes minutes)
{
    const qint64 days = date.toJulianDay() - QDate(1970, 1, 1).toJulianDay();
    return (days * 24 * 60 + minutes.count()) * msPerMinute;
}

// Every offset the zone had while its clock may have shown the local time, in order.
std::vector<OffsetFrom> offsetsAround(qint64 local, const QTimeZone &zone)
{
    const qint64 from = local - offsetMsMax;
    std::vector<OffsetFrom> offsets{{from, offsetMsAt(from, zone)}};
    if (!zone.hasTransitions())
        return offsets;
    for (const auto &change : zone.transitions(utc(from), utc(local + offsetMsMax))) {
        const qint64 since = change.atUtc.toMSecsSinceEpoch();
        offsets.push_back({since, offsetMsAt(since, zone)});
    }
    return offsets;
}

std::vector<qint64> momentsShowing(qint64 local, const std::vector<OffsetFrom> &offsets)
{
    std::vector<qint64> moments;
    for (size_t i = 0; i < offsets.size(); ++i) {
        const qint64 moment = local - offsets[i].offsetMs;
        const bool isBeforeNext = i + 1 == offsets.size() || moment < offsets[i + 1].sinceMs;
        const bool isKnownSince = i == 0 || moment >= offsets[i].sinceMs;
        if (isKnownSince && isBeforeNext && (moments.empty() || moments.back() < moment))
            moments.push_back(moment);
    }
    return moments;
}

TimeInGap gapAround(qint64 local, Minutes minutes, const std::vector<OffsetFrom> &offsets)
{
    for (size_t i = 1; i < offsets.size(); ++i) {
        const OffsetFrom &change = offsets[i];
        const qint64 before = offsets[i - 1].offsetMs;
        if (local < change.sinceMs + before || local >= change.sinceMs + change.offsetMs)
            continue;
        const Minutes jump(static_cast<int>((change.offsetMs - before) / msPerMinute));
        return {{minutes - jump, 0}, {minutes + jump, 0}};
    }
    Q_UNREACHABLE(); // what no offset shows lies in a jump of one of them
}

} // namespace

QTimeZone zoneFor(const QByteArray &ianaName)
{
    // Qt would also read POSIX rules ("EST5EDT,M3…"), which mean something else elsewhere.
    if (!QTimeZone::isTimeZoneIdAvailable(ianaName) || ianaName.startsWith("UTC+")
        || ianaName.startsWith("UTC-"))
        return {};
    return QTimeZone(ianaName);
}

ZoneReading readWallTime(QDate date, Minutes minutes, const QTimeZone &zone)
{
    if (!zone.isValid() || !date.isValid())
        return UnknownZone{};
    const qint64 local = localMs(date, minutes);
    const std::vector<OffsetFrom> offsets = offsetsAround(local, zone);
    const std::vector<qint64> moments = momentsShowing(local, offsets);
    if (moments.empty())
        return gapAround(local, minutes, offsets);
    if (moments.size() == 1)
        return instantFromMs(moments.front());
    return AmbiguousTime{instantFromMs(moments.front()), instantFromMs(moments.back())};
}

std::optional<Instant> toInstant(QDate date, WallTime time, const QTimeZone &zone)
{
    const ZoneReading reading = readWallTime(date, time.minutes, zone);
    if (const auto *instant = std::get_if<Instant>(&reading))
        return *instant;
    if (const auto *twice = std::get_if<AmbiguousTime>(&reading))
        return time.fold == 0 ? twice->first : twice->second;
    return std::nullopt;
}

WallTime toWallTime(QDate date, Instant instant, const QTimeZone &zone)
{
    Q_ASSERT(zone.isValid());
    const qint64 ms = msSinceEpoch(instant);
    const qint64 sinceMidnight = ms + offsetMsAt(ms, zone) - localMs(date, Minutes(0));
    const auto minutes = std::chrono::floor<Minutes>(std::chrono::milliseconds(sinceMidnight));
    const ZoneReading reading = readWallTime(date, minutes, zone);
    const auto *twice = std::get_if<AmbiguousTime>(&reading);
    return {minutes, twice && instant >= twice->second ? 1 : 0};
}

std::optional<Minutes> spanInUtc(QDate date, WallTime from, WallTime to, const QTimeZone &zone)
{
    const std::optional<Instant> begin = toInstant(date, from, zone);
    const std::optional<Instant> end = toInstant(date, to, zone);
    if (!begin || !end)
        return std::nullopt;
    return std::chrono::floor<Minutes>(*end - *begin);
}

std::optional<Minutes> workedInUtc(const WorkDay &day, const QTimeZone &zone)
{
    if (!day.call.isKnown() || !day.wrap.isKnown())
        return std::nullopt;
    const auto span = [&](const TimeField &from, const TimeField &to) {
        return spanInUtc(day.key.date, from.time(), to.time(), zone);
    };
    std::optional<Minutes> worked = span(day.call, day.wrap);
    if (!worked || *worked < Minutes(0))
        return std::nullopt;
    for (const Meal &meal : day.meals) {
        if (!meal.out.isKnown() || !meal.in.isKnown())
            continue;
        const std::optional<Minutes> length = span(meal.out, meal.in);
        if (!length)
            return std::nullopt;
        *worked -= *length;
    }
    return worked;
}

} // namespace film
