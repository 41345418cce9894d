#pragma once

#include "server/identity/secret_box.h"
#include "server/identity/shared_state.h"
#include "server/net/window_limiter.h"

#include <QHostAddress>

namespace film::server {

// How often in a minute an address may greet and try invite codes, how often a device may greet and
// how much it may hand in, at all servers of a database together. Beside AttemptLimiter and
// DeviceBudget, which each server has for itself and which keep bursts small. For threads that may
// wait for the database.
//
// The first tenth of a minute's greetings and changes each server gives by itself: thousands of
// devices that come back at once must not cost a write each. Changes that are more at once than
// what is left of it are counted with all servers.
class SharedAttempts
{
public:
    struct Limits {
        int hellosOfAddress = 12'000;
        int joinsOfAddress = 30;
        int hellosOfDevice = 60; // one that has proven who it is: nobody else uses up its share
        int changesOfDevice = 24'000;
    };
    // An address is of a person: what leaves this process is its fingerprint by `box`.
    SharedAttempts(SharedState &state, SecretBox box, Limits limits);

    enum class What { Hello, Join };
    // Nothing if the attempt is allowed; else how long to wait, each a little longer than the one
    // before.
    [[nodiscard]] std::optional<std::chrono::milliseconds>
    ofAddress(What what, const QHostAddress &address, store::Database &database, Instant now);
    [[nodiscard]] std::optional<std::chrono::milliseconds>
    helloOfDevice(DeviceId device, store::Database &database, Instant now);
    [[nodiscard]] std::optional<std::chrono::milliseconds>
    changesOfDevice(DeviceId device, int changes, store::Database &database, Instant now);
    // Of what was allowed and then not taken: at this server it is there again, for this minute.
    void giveBackChanges(DeviceId device, int changes, Instant now);

private:
    struct Counted {
        QByteArrayView purpose;
        WindowLimiter limiter;
        WindowLimiter free; // of this server
    };
    [[nodiscard]] std::optional<std::chrono::milliseconds> attempt(Counted &counted,
                                                                   const QString &whom,
                                                                   store::Database &database,
                                                                   Instant now, int count = 1);

    SharedState &m_state;
    const SecretBox m_box;
    Counted m_hellos;
    Counted m_joins;
    Counted m_devices;
    Counted m_changes;
};

} // namespace film::server
