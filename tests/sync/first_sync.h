#pragma once

#include "shared/domain/records.h"
#include "tests/sync/trace_peers.h"

#include <functional>
#include <limits>
#include <set>

namespace film::simulation {

inline constexpr int unitsBefore = 1'600; // several messages of a snapshot
inline constexpr std::chrono::seconds untilChecked{2};
inline constexpr std::chrono::seconds untilBack{61};

// A device's first sync, whose connection breaks.
class FirstSync
{
public:
    FirstSync()
    {
        m_office.production = m_cast.production;
        m_office.device = m_cast.office.device;
        m_office.user = m_cast.office.user;
        m_office.stream = StreamId(m_random.bytes<16>());
        for (int i = 0; i < unitsBefore; ++i)
            officeNames(i, QStringLiteral("Unit %1").arg(i));
    }

    void officeNames(int number, const QString &name)
    {
        const Unit unit{unitId(m_cast.production, QStringLiteral("Unit %1").arg(number)), name};
        const EntityId id = EntityId::of(unit.id);
        const auto &records = server.storage().entities();
        const auto known = records.find(id);
        const auto current = known == records.end() ? protocol::VersionedGroups()
                                                    : *protocol::decodeGroups(known->second.groups);
        sync::EnvelopeDraft draft;
        draft.type = EntityType::Unit;
        draft.entity = id;
        draft.operation = current.empty() ? protocol::Operation::Create : protocol::Operation::Set;
        draft.groups = sync::changesBetween(sync::plainGroups(current), toGroups(unit), current);
        server.logged(m_now, sync::seal(draft, m_office, m_ids, m_now).bytes);
    }
    // Until the device has that many pages; then the line breaks.
    void begin(int pages)
    {
        m_pagesMax = pages;
        m_now += untilBack;
        connect();
        server.lost(m_now);
        device.lost(m_now);
        m_toServer.clear();
        m_toDevice.clear();
        m_pagesMax = std::numeric_limits<int>::max();
        m_before = std::exchange(m_arrived, {});
        m_pages = 0;
    }
    void goOn()
    {
        m_now += untilBack;
        device.waited(m_now);
        connect();
        m_now += untilChecked;
        server.waited(m_now);
        device.waited(m_now);
        deliver();
    }
    // Records that came in pages: before the break, and after it.
    [[nodiscard]] const std::set<EntityId> &before() const { return m_before; }
    [[nodiscard]] const std::set<EntityId> &after() const { return m_arrived; }
    [[nodiscard]] quint64 begunAt() const { return m_begun.sequence; }
    // What the device says about a snapshot in its next HELLO.
    std::function<QByteArray(const QByteArray &)> said = [](const QByteArray &token) {
        return token;
    };
    [[nodiscard]] bool isComplete() const
    {
        std::set<std::pair<EntityId, quint64>> here;
        std::set<std::pair<EntityId, quint64>> there;
        for (const auto &[id, record] : device.storage().baseRecords())
            here.emplace(id, record.state.lastSequence);
        for (const auto &[id, state] : server.storage().entities())
            there.emplace(id, state.lastSequence);
        return device.status().complete && here == there && device.closed().isEmpty()
            && server.closed().isEmpty();
    }

private:
    void connect()
    {
        server.connected(m_now);
        device.connected(m_now);
        deliver();
    }
    void deliver()
    {
        while (m_pages < m_pagesMax && (!m_toServer.empty() || !m_toDevice.empty())) {
            if (!m_toServer.empty()) {
                QByteArray frame = m_toServer.front();
                m_toServer.pop_front();
                server.heard(m_now, changed(frame));
            } else {
                const QByteArray frame = m_toDevice.front();
                m_toDevice.pop_front();
                look(frame);
                device.heard(m_now, frame);
            }
        }
    }
    QByteArray changed(const QByteArray &frame) const
    {
        auto read = protocol::decodeFrame(frame, protocol::Sender::Client, 1 << 20);
        auto *hello = std::get_if<protocol::Hello>(&read->message);
        if (!hello)
            return frame;
        hello->snapshotToken = said(hello->snapshotToken);
        return protocol::encodeFrame(*read);
    }
    void look(const QByteArray &frame)
    {
        const auto read = protocol::decodeFrame(frame, protocol::Sender::Server, 1 << 20);
        if (const auto *begun = std::get_if<protocol::SnapshotBegin>(&read->message))
            m_begun = *begun;
        const auto *page = std::get_if<protocol::SnapshotPage>(&read->message);
        if (!page)
            return;
        ++m_pages;
        for (const protocol::EntityState &state : page->rows)
            m_arrived.insert(state.id);
    }

    SeededRandom m_random{13};
    UuidSource m_ids{m_random};
    TraceCast m_cast{Role::Coordinator};
    sync::AuthorState m_office;
    std::deque<QByteArray> m_toServer;
    std::deque<QByteArray> m_toDevice;
    Instant m_now = instantFromMs(1'763'000'000'000);
    int m_pagesMax = std::numeric_limits<int>::max();
    int m_pages = 0;
    protocol::SnapshotBegin m_begun;
    std::set<EntityId> m_arrived;
    std::set<EntityId> m_before;

public:
    TraceDevice device{m_cast, [this](const QByteArray &frame) { m_toServer.push_back(frame); }};
    TraceServer server{m_cast, [this](const QByteArray &frame) { m_toDevice.push_back(frame); }};
};

} // namespace film::simulation
