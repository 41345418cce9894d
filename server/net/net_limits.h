#pragma once

#include <QtGlobal>

#include <chrono>

namespace film::server::net_limits {

using std::chrono::milliseconds;
using std::chrono::seconds;

// Qt's own backlog of 50 makes 1,000 returning devices wait for 18 s.
inline constexpr int listenBacklog = 4096;
// TLS and the upgrade together. QWebSocketServer has no deadline for sockets that are handed to it.
inline constexpr seconds handshakeMax{10};
// In a minute, at all servers together. A device that works right waits up to a minute between
// attempts that fail.
inline constexpr int hellosOfDevice = 60;
// Of one device on this server, whatever it says: what answers ours (a CREDIT for each message) is
// far below, and one that is above does not keep to the protocol.
inline constexpr double messagesPerSecond = 500;
inline constexpr double messagesBurst = 10'000;
inline constexpr qsizetype messageBytes = 4 * 1024; // a larger one counts as several
// What a socket may send before HELLO is accepted: the upgrade's headers, then one message.
inline constexpr qint64 earlyBufferBytes = 64 * 1024;
inline constexpr qint64 liveBufferBytes = 2 * 1024 * 1024; // holds a frame of the largest size
// Qt's sockets buffer without end: above the first the session sends nothing until the second.
inline constexpr qint64 writeBufferHigh = 1024 * 1024;
inline constexpr qint64 writeBufferLow = 256 * 1024;
// A device that finds no seat for its first sync comes back after a time between these.
inline constexpr milliseconds snapshotRetryMin{500};
inline constexpr milliseconds snapshotRetryMax{2500};
// For a peer that does not answer a close frame, or does not read what comes before it.
inline constexpr seconds closeMax{2};

} // namespace film::server::net_limits
