#pragma once

#include "shared/protocol/messages.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <vector>

namespace film::simulation {

// What passed between one device and a server, in order, and what happened to either meanwhile. It
// is kept as text, one step a line, so that the bytes of today can be shown to the apps and servers
// of later.
struct TraceStep {
    enum class Kind {
        Connected, // the device opens a connection
        Device,    // a frame of the device
        Server,    // a frame of the server
        Saved,     // the device has written an envelope
        Logged,    // another device's envelope has entered the log
        Waited,    // nothing but time
        Lost,      // the connection is gone
    };

    Kind kind = Kind::Waited;
    qint64 atMs = 0; // on both clocks
    QByteArray bytes;
};
using Trace = std::vector<TraceStep>;

[[nodiscard]] QByteArray textOf(const Trace &trace);
// Nothing if a line makes no sense.
[[nodiscard]] std::optional<Trace> traceIn(const QByteArray &text);

// What the other side relies on in a frame: all of it but names of sessions and readings of clocks.
// Packed by the zlib at hand, so that another one in the field makes no difference.
[[nodiscard]] QByteArray essenceOf(QByteArrayView frame, protocol::Sender sender);
// The frames of one side, each as its name and its essence, for comparing.
[[nodiscard]] QStringList essencesOf(const Trace &trace, protocol::Sender sender);

} // namespace film::simulation
