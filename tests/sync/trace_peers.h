#pragma once

#include "shared/sync/author.h"
#include "shared/sync/client_session.h"
#include "shared/sync/commit_batch.h"
#include "shared/sync/server_session.h"
#include "tests/sync/memory_client_storage.h"
#include "tests/sync/memory_server_storage.h"
#include "tests/sync/session_trace.h"

#include <deque>
#include <functional>

namespace film::simulation {

// The production of the kept traces and its two devices; the same every time.
struct TraceCast {
    ProductionId production;
    EpochId epoch;
    sync::DeviceRecord device; // whose connection is traced
    sync::DeviceRecord office; // an administrator's, which writes meanwhile
    sync::Ed25519Signer signer{sync::SecretSeed{1}};
    sync::Ed25519Signer authority{sync::SecretSeed{3}};
    QByteArray token = "the token of a traced device";
    std::unique_ptr<const sync::Verifier> verifier = std::make_unique<sync::Ed25519Verifier>();

    explicit TraceCast(Role role);
};

// Today's server in front of a device that may be of another time.
class TraceServer
{
public:
    TraceServer(const TraceCast &cast, std::function<void(const QByteArray &)> send);

    void connected(Instant now);
    void heard(Instant now, const QByteArray &frame);
    void logged(Instant now, const QByteArray &envelope);
    void waited(Instant now);
    void lost(Instant now);
    // Why it closed a connection, if it did.
    [[nodiscard]] const QStringList &closed() const { return m_closed; }
    [[nodiscard]] const MemoryServerStorage &storage() const { return m_storage; }

private:
    using Event = sync::ServerSession::Event;
    void step(Instant now, Event event);
    void perform(const sync::ServerSession::Effect &effect);
    void commit(quint64 batch, const std::vector<sync::Submission> &submissions);

    const TraceCast &m_cast;
    std::function<void(const QByteArray &)> m_send;
    SeededRandom m_random{5};
    sync::LaneMemory m_memory;
    MemoryServerStorage m_storage;
    std::unique_ptr<sync::ServerSession> m_session;
    std::deque<Event> m_events;
    Instant m_now{};
    QStringList m_closed;
};

// Today's device in front of a server that may be of another time.
class TraceDevice
{
public:
    TraceDevice(const TraceCast &cast, std::function<void(const QByteArray &)> send);

    void connected(Instant now);
    void heard(Instant now, const QByteArray &frame);
    void saved(Instant now, const QByteArray &envelope);
    void waited(Instant now);
    void lost(Instant now);
    [[nodiscard]] const sync::ClientSession::Status &status() const { return m_session.status(); }
    [[nodiscard]] const QStringList &closed() const { return m_closed; }
    [[nodiscard]] const MemoryClientStorage &storage() const { return m_storage; }
    [[nodiscard]] sync::ClientReplica &replica() { return m_replica; }

private:
    using Event = sync::ClientSession::Event;
    void step(Instant now, Event event);
    void perform(const sync::ClientSession::Effect &effect);

    std::function<void(const QByteArray &)> m_send;
    SeededRandom m_random{7};
    MemoryClientStorage m_storage;
    sync::ClientReplica m_replica{m_storage};
    sync::ClientSession m_session;
    std::deque<Event> m_events;
    QStringList m_closed;
};

} // namespace film::simulation
