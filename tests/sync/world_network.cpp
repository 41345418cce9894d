#include "shared/protocol/limits.h"
#include "shared/protocol/messages.h"
#include "tests/sync/judge.h"
#include "tests/sync/world.h"

#include <algorithm>
#include <utility>

// How messages get from one to the other: late, slowly, twice, or not at all.
namespace film::simulation {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

int World::upServer()
{
    std::vector<int> up;
    for (size_t i = 0; i < m_servers.size(); ++i) {
        if (m_servers[i]->isUp())
            up.push_back(int(i));
    }
    return up.empty() ? -1 : up[m_network.below(up.size())];
}

void World::connectClient(int client)
{
    after(between(1, 80), [this, client] {
        SimulatedClient &device = *m_clients[size_t(client)];
        const bool isOld = isOldServerUp() && m_network.oneIn(3);
        const int server = isOld ? oldServer : upServer();
        if (!device.isUp())
            return;
        if (m_offline[size_t(client)] || (server < 0 && !isOld)) {
            m_report.coverage.count("nobody answers");
            return device.feed(sync::ClientSession::SocketClosed{1006});
        }
        if (!m_healed && m_options.ambient && m_ambient.oneIn(30)) {
            m_report.coverage.count("answered by somebody else"); // a hotel's page, not a server
            return device.feed(sync::ClientSession::SocketClosed{1002});
        }
        const auto [last, isFirst] = m_lastServer.try_emplace(client, server);
        if (!isFirst && std::exchange(last->second, server) != server)
            m_report.coverage.count("another server than the last time");
        m_report.coverage.count("the old server's address", isOld ? 1 : 0);
        const quint64 id = m_nextLink++;
        Link &line = m_links[id];
        line.id = id;
        line.client = client;
        line.server = server;
        line.toServer.arrival = line.toClient.arrival = m_now;
        if (!m_healed && m_slowRate > 0 && int(m_trouble.below(100)) < m_slowRate) {
            line.bytesPerSecond = 500 << m_trouble.below(7); // to 32 kB/s: a crowded antenna
            m_report.coverage.count("slow link");
        }
        device.attach(id);
        serverOf(line).open(id);
        device.feed(sync::ClientSession::SocketOpened{});
    });
}

// When the last byte of a message comes in. A receiver that has the beginning of one waits no
// longer than this for the rest (docs/performance.md); then it is the link that ends.
Instant World::transmit(Link &line, Link::Way &way, qsizetype bytes)
{
    constexpr milliseconds restMax = 5s;
    const Instant begin = std::max({way.arrival, m_now + latency(), way.cloggedUntil});
    const milliseconds length(line.bytesPerSecond > 0 ? bytes * 1000 / line.bytesPerSecond : 0);
    way.arrival = begin + length;
    if (length > restMax) {
        m_report.coverage.count("message longer than its time");
        after(begin + restMax - m_now, [this, id = line.id] { breakLink(id); });
    }
    return way.arrival;
}

void World::breakLink(quint64 id)
{
    Link &line = m_links.at(id);
    if (line.halfOpen || !line.clientOpen || !line.serverOpen)
        return;
    line.clientOpen = line.serverOpen = false;
    m_clients[size_t(line.client)]->lost(id);
    serverOf(line).closed(id);
}

SimulatedServer &World::serverOf(const Link &link)
{
    return link.server == oldServer ? *m_oldServer : *m_servers[size_t(link.server)];
}

void World::noteScope(quint64 link)
{
    Link &line = m_links.at(link);
    line.scope = Judge::scopeAtHead(serverOf(line).database(), m_production,
                                    m_clients[size_t(line.client)]->device());
}

void World::sendToServer(quint64 link, const QByteArray &sent)
{
    Link &line = m_links.at(link);
    const QByteArray frame = isTroubled(700) ? damaged(sent) : sent;
    const Instant arrival = transmit(line, line.toServer, frame.size());
    const auto deliver = [this, link, frame] {
        const Link &at = m_links.at(link);
        if (at.serverOpen && at.clientOpen && !at.halfOpen)
            serverOf(at).feed(link, sync::ServerSession::FrameReceived{frame});
    };
    after(arrival - m_now, deliver);
    const bool isHello = !std::exchange(line.isGreeted, true);
    if (isTroubled(isHello ? 50 : 400)) {
        m_report.coverage.count(isHello ? "HELLO twice" : "message twice");
        after(arrival - m_now, deliver);
    }
}

// Of a peer that is not what it should be: cut off, or another byte in it.
QByteArray World::damaged(const QByteArray &frame)
{
    m_report.coverage.count("malformed message");
    QByteArray bytes = frame;
    const auto at = qsizetype(m_trouble.below(quint64(bytes.size())));
    if (m_trouble.oneIn(2))
        bytes.truncate(at);
    else
        bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1 << m_trouble.below(8)));
    return bytes;
}

void World::sendToClient(quint64 link, const QByteArray &frame)
{
    Judge(*this).judgeFrame(m_links.at(link), frame);
    Link &line = m_links.at(link);
    const Instant arrival = transmit(line, line.toClient, frame.size());
    failOverBehindASnapshot(link, frame, arrival);
    failOverBehindAnAck(frame, arrival);
    line.toClient.bytes += frame.size();
    watchWriteBuffer(link);
    after(arrival - m_now, [this, link, frame] {
        Link &at = m_links.at(link);
        at.toClient.bytes -= frame.size();
        watchWriteBuffer(link);
        if (at.clientOpen && !at.halfOpen)
            m_clients[size_t(at.client)]->deliver(link, frame);
    });
}

// What the server hands to a link waits in its own memory while the link is slow.
void World::watchWriteBuffer(quint64 link)
{
    if (!m_options.narrow)
        return;
    Link &line = m_links.at(link);
    const qsizetype high = m_isTight ? 2000 : 32'000;
    const bool isFull = line.toClient.bytes > (line.isFull ? high / 2 : high);
    if (std::exchange(line.isFull, isFull) == isFull)
        return;
    m_report.coverage.count("write buffer full", isFull ? 1 : 0);
    // Not inside the step that wrote.
    after(0ms, [this, link, isFull] {
        SimulatedServer &server = serverOf(m_links.at(link));
        if (isFull)
            server.feed(link, sync::ServerSession::WriteBufferHigh{});
        else
            server.feed(link, sync::ServerSession::WriteBufferLow{});
    });
}

// A moment that chance alone hits too rarely: the device has records newer than its cursor, and
// the server loses the rows that made them, or the link breaks.
void World::failOverBehindASnapshot(quint64 link, const QByteArray &frame, Instant arrival)
{
    if (m_healed || !m_options.ambient || !m_ambient.oneIn(3))
        return;
    const auto sent =
        protocol::decodeFrame(frame, protocol::Sender::Server, protocol::limits::frameBytesMax);
    if (!sent || !std::holds_alternative<protocol::SnapshotEnd>(sent->message))
        return;
    if (isTroubled(3)) {
        m_report.coverage.count("cut behind a snapshot");
        return after(arrival - m_now + between(0, 10), [this, link] { breakLink(link); });
    }
    m_report.coverage.count("failover behind a snapshot");
    after(arrival - m_now + between(0, 50), [this] {
        if (!m_healed)
            failOver(Loss::Suffix);
    });
}

// Another: what was acknowledged is lost before its row has come back.
void World::failOverBehindAnAck(const QByteArray &frame, Instant arrival)
{
    if (!isTroubled(600))
        return;
    const auto sent =
        protocol::decodeFrame(frame, protocol::Sender::Server, protocol::limits::frameBytesMax);
    if (!sent || !std::holds_alternative<protocol::Ack>(sent->message))
        return;
    m_report.coverage.count("failover behind an ACK");
    after(arrival - m_now + between(0, 10), [this] {
        if (!m_healed)
            failOver(Loss::Suffix);
    });
}

void World::closeFromClient(quint64 link)
{
    Link &line = m_links.at(link);
    if (!std::exchange(line.clientOpen, false) || line.halfOpen)
        return;
    after(between(0, 60), [this, link] {
        Link &at = m_links.at(link);
        if (std::exchange(at.serverOpen, false))
            serverOf(at).closed(link);
    });
}

void World::closeFromServer(quint64 link)
{
    Link &line = m_links.at(link);
    if (!std::exchange(line.serverOpen, false) || line.halfOpen)
        return;
    // In order behind what was sent before.
    Instant &arrival = line.toClient.arrival;
    arrival = std::max(arrival, m_now + between(0, 60));
    after(arrival - m_now, [this, link] {
        Link &at = m_links.at(link);
        if (std::exchange(at.clientOpen, false))
            m_clients[size_t(at.client)]->lost(link);
    });
}

void World::serverCommitted(int server, quint64 head)
{
    for (size_t i = 0; i < m_servers.size(); ++i) {
        if (int(i) == server)
            continue;
        if (m_network.oneIn(3)) {
            m_report.coverage.count("hint lost");
            continue;
        }
        const auto hint = [this, i, head] {
            if (m_servers[i]->isUp())
                m_servers[i]->hint(head);
        };
        after(between(0, 50), hint);
        if (m_network.oneIn(10)) {
            m_report.coverage.count("hint twice and late");
            after(between(0, 3000), hint);
        }
    }
}

void World::pollSometimes()
{
    if (m_options.dropHints)
        return;
    after(1s, [this] {
        for (auto &server : m_servers) {
            if (server->isUp())
                server->hint(m_database.currentHead().sequence);
        }
        if (isOldServerUp())
            m_oldServer->hint(m_oldDatabase->currentHead().sequence);
        pollSometimes();
    });
}

} // namespace film::simulation
