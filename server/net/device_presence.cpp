#include "server/net/device_presence.h"

namespace film::server {

void DevicePresence::came(ProductionId production, DeviceId device, const QString &app, Instant now)
{
    const std::lock_guard lock(m_mutex);
    if (m_count >= m_devicesMax)
        makeRoom();
    const auto [entry, isNew] = m_devices[production].try_emplace(device);
    if (isNew)
        ++m_count;
    ++entry->second.connections;
    entry->second.lastMs = msSinceEpoch(now);
    entry->second.app = app.left(100);
}

void DevicePresence::left(ProductionId production, DeviceId device, Instant now)
{
    const std::lock_guard lock(m_mutex);
    const auto devices = m_devices.find(production);
    if (devices == m_devices.end())
        return;
    const auto entry = devices->second.find(device);
    if (entry == devices->second.end() || entry->second.connections == 0)
        return;
    --entry->second.connections;
    entry->second.lastMs = msSinceEpoch(now);
}

std::unordered_map<DeviceId, DevicePresence::Seen> DevicePresence::of(ProductionId production) const
{
    const std::lock_guard lock(m_mutex);
    std::unordered_map<DeviceId, Seen> seen;
    if (const auto devices = m_devices.find(production); devices != m_devices.end()) {
        for (const auto &[device, entry] : devices->second)
            seen.emplace(device, Seen{entry.connections > 0, entry.lastMs, entry.app});
    }
    return seen;
}

// Those that are gone: their last change is in the log.
void DevicePresence::makeRoom()
{
    for (auto devices = m_devices.begin(); devices != m_devices.end();) {
        m_count -= std::erase_if(devices->second,
                                 [](const auto &one) { return one.second.connections == 0; });
        devices = devices->second.empty() ? m_devices.erase(devices) : std::next(devices);
    }
}

} // namespace film::server
