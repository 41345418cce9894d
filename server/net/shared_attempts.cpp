#include "server/net/shared_attempts.h"

#include "server/identity/account_names.h"

namespace film::server {

using std::chrono::milliseconds;

namespace {

constexpr std::chrono::seconds spreadMax{30};

} // namespace

SharedAttempts::SharedAttempts(SharedState &state, SecretBox box, Limits limits)
    : m_state(state)
    , m_box(std::move(box))
    , m_hellos{"greetings of address", WindowLimiter(limits.hellosOfAddress),
               WindowLimiter(limits.hellosOfAddress / 10)}
    , m_joins{"invite codes of address", WindowLimiter(limits.joinsOfAddress), WindowLimiter(0)}
    , m_devices{"greetings of device", WindowLimiter(limits.hellosOfDevice),
                WindowLimiter(limits.hellosOfDevice / 10)}
    , m_changes{"changes of device", WindowLimiter(limits.changesOfDevice),
                WindowLimiter(limits.changesOfDevice / 10)}
{}

std::optional<milliseconds> SharedAttempts::ofAddress(What what, const QHostAddress &address,
                                                      store::Database &database, Instant now)
{
    return attempt(what == What::Hello ? m_hellos : m_joins, addressGroup(address), database, now);
}

std::optional<milliseconds> SharedAttempts::helloOfDevice(DeviceId device,
                                                          store::Database &database, Instant now)
{
    return attempt(m_devices, device.toString(), database, now);
}

std::optional<milliseconds> SharedAttempts::changesOfDevice(DeviceId device, int changes,
                                                            store::Database &database, Instant now)
{
    return attempt(m_changes, device.toString(), database, now, changes);
}

void SharedAttempts::giveBackChanges(DeviceId device, int changes, Instant now)
{
    const QString whom = device.toString();
    const int given = m_changes.limiter.giveBack(whom, now, changes);
    m_changes.free.giveBack(whom, now, changes - given);
}

std::optional<milliseconds> SharedAttempts::attempt(Counted &counted, const QString &whom,
                                                    store::Database &database, Instant now,
                                                    int count)
{
    // More than this server gives by itself is counted with all of them.
    if (counted.free.takeAll(whom, now, count))
        return std::nullopt;
    const int limit = counted.limiter.perMinute();
    const auto lease = [&](const QString &client, qint64 minute, int want) {
        const Hash32 hash = m_box.fingerprint(counted.purpose, client.toUtf8());
        return m_state.take(database, {hash, minute, limit}, want);
    };
    const WindowLimiter::Left left = counted.limiter.take(whom, now, lease, count);
    if (left.isAllowed)
        return std::nullopt;
    // They would all be back at the full minute, and all but the first in vain.
    const milliseconds later = milliseconds(std::chrono::minutes(1)) * left.turnedAway / limit;
    return left.reset + std::min<milliseconds>(later, spreadMax);
}

} // namespace film::server
