#pragma once

#include "shared/base/clock.h"
#include "shared/base/id.h"

#include <QString>

#include <mutex>
#include <unordered_map>

namespace film::server {

// Which devices are connected to this server now, and when those were that have been: what an
// administrator looks at. Bounded; callable from any thread.
class DevicePresence
{
public:
    struct Seen {
        bool isOn = false;
        qint64 lastMs = 0; // when it came, or when it left
        QString app;       // as its HELLO named it
    };

    explicit DevicePresence(size_t devicesMax = 50'000)
        : m_devicesMax(devicesMax)
    {}

    // A device may come again before its old connection is noticed to be gone.
    void came(ProductionId production, DeviceId device, const QString &app, Instant now);
    void left(ProductionId production, DeviceId device, Instant now);

    [[nodiscard]] std::unordered_map<DeviceId, Seen> of(ProductionId production) const;

private:
    struct Entry {
        int connections = 0;
        qint64 lastMs = 0;
        QString app;
    };
    using Devices = std::unordered_map<DeviceId, Entry>;
    void makeRoom();

    const size_t m_devicesMax;
    mutable std::mutex m_mutex;
    std::unordered_map<ProductionId, Devices> m_devices;
    size_t m_count = 0;
};

} // namespace film::server
