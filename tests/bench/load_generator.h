#pragma once

#include "shared/base/result.h"
#include "tests/bench/measure.h"

#include <QByteArray>
#include <QUrl>

#include <vector>

namespace film::bench {

// What one device sends: its HELLO, then one frame after the other. Everything is encoded
// beforehand, so that what is measured is the server and not this.
struct LoadDevice {
    QByteArray hello;
    std::vector<QByteArray> frames;
};

struct LoadResult {
    quint64 entries = 0; // acknowledged, all of them applied
    Seconds elapsed{};   // from the first frame to the last acknowledgement
    Seconds processorTime{};
    std::vector<double> ackMs; // of each frame
};

// Connects all devices, waits until every HELLO is accepted, then sends all frames with at most
// `window` unanswered ones for each device. Runs in a thread of its own; the caller's event loop
// goes on meanwhile.
[[nodiscard]] Result<LoadResult> runLoad(const QUrl &url, std::vector<LoadDevice> devices,
                                         size_t window);

} // namespace film::bench
