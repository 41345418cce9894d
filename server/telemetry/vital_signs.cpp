#include "server/telemetry/vital_signs.h"

namespace film::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;
// For the write-ahead log of a few large commits.
constexpr qint64 diskFreeMin = 64 * mebibyte;
// Tokens and certificates are judged by our clock. The limit is that of devices' clocks (sync):
// less than that is recorded and harms nobody.
constexpr std::chrono::milliseconds clockDifferenceMax = 5min;
constexpr Instant written = instantFromMs(1'735'689'600'000); // 2025: no clock is right before

} // namespace

std::vector<HealthPart> judged(const VitalSigns &signs, Instant now)
{
    std::vector<HealthPart> parts;
    const auto add = [&parts](const QString &name, bool isWell, const QString &problem) {
        parts.push_back({name, isWell ? QString() : problem});
    };
    // A newer schema is what a server sees whose successor is being brought in beside it.
    if (signs.schema)
        add(u"migrations"_s, *signs.schema >= signs.schemaWanted,
            u"the schema is at %1 and has to be at %2"_s.arg(*signs.schema)
                .arg(signs.schemaWanted));
    if (signs.diskFreeBytes)
        add(u"disk"_s, *signs.diskFreeBytes >= diskFreeMin,
            u"%1 MiB are free and %2 have to be"_s.arg(*signs.diskFreeBytes / mebibyte)
                .arg(diskFreeMin / mebibyte));
    const auto difference = signs.clockDifference.value_or(0ms);
    const bool isNear = difference >= -clockDifferenceMax && difference <= clockDifferenceMax;
    add(u"clock"_s, isNear && now >= written,
        isNear ? u"it is before this program was written"_s
               : u"%1 s apart from the database server's"_s.arg(difference / 1s));
    if (signs.certificateEnds)
        add(u"certificate"_s, now < *signs.certificateEnds,
            u"it has ended, and devices do not connect"_s);
    return parts;
}

} // namespace film::server
