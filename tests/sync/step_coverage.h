#pragma once

#include "shared/sync/client_session.h"
#include "shared/sync/server_session.h"

#include <QStringList>

#include <map>

namespace film::simulation {

// Which events met which states of the two sessions, and how often: what never met was not tried.
class StepCoverage
{
public:
    using DevicePhase = sync::ClientSession::Phase;
    using ServerPhase = sync::ServerSession::Phase;

    void count(DevicePhase phase, const sync::ClientSession::Event &event);
    void count(ServerPhase phase, const sync::ServerSession::Event &event);
    void add(const StepCoverage &other);

    // "device Live: DELTA" with its count.
    [[nodiscard]] std::map<QString, quint64> counts() const;

private:
    // By phase and event; a message counts as an event of its own kind.
    using Key = std::pair<int, int>;

    std::map<Key, quint64> m_device;
    std::map<Key, quint64> m_server;
};

// What a run of some thousand seeds has to meet (the tables of the sessions' states).
[[nodiscard]] QStringList stepsThatMustHappen();

} // namespace film::simulation
