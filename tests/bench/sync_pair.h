#pragma once

#include "shared/sync/client_session.h"
#include "shared/sync/server_session.h"
#include "tests/bench/measure.h"
#include "tests/bench/workload.h"

#include <deque>
#include <variant>

namespace film::bench {

// A device and a server in one thread with nothing between them: both sessions, the replica and
// both storages are the real ones, only the socket is a queue. So the time of each side can be
// told apart.
class SyncPair
{
public:
    SyncPair(sync::ServerStorage &serverStorage, sync::ClientStorage &clientStorage,
             const BenchDevice &device);

    // Until the device has everything and has compared it with the server's digest.
    [[nodiscard]] Result<> run();

    [[nodiscard]] Seconds serverTime() const { return m_serverTime; }
    [[nodiscard]] Seconds clientTime() const { return m_clientTime; }
    [[nodiscard]] qint64 bytesReceived() const { return m_bytesReceived; }

private:
    using Event = std::variant<sync::ServerSession::Event, sync::ClientSession::Event>;

    void feed(const sync::ServerSession::Event &event);
    void feed(const sync::ClientSession::Event &event);
    void perform(const sync::ServerSession::Effect &effect);
    void perform(const sync::ClientSession::Effect &effect);
    void waitForTimers();

    sync::ServerStorage &m_serverStorage;
    const BenchDevice &m_device;
    SystemClock m_clock;
    SystemRandom m_random;
    sync::Ed25519Verifier m_verifier;
    sync::ClientReplica m_replica;
    sync::ServerSession m_server;
    sync::ClientSession m_client;
    std::deque<Event> m_events;
    Seconds m_serverTime{};
    Seconds m_clientTime{};
    qint64 m_bytesReceived = 0;
    std::optional<Error> m_failure;
};

} // namespace film::bench
