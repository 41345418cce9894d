#pragma once

#include "tests/sync/world.h"

namespace film::simulation {

// Holds a world against the invariants of docs/protocol.md. It looks at the ledger that was kept
// outside the devices, at the log, and at an interpreter of its own, never at the code under test.
class Judge
{
public:
    explicit Judge(World &world)
        : m_world(world)
    {}

    // After everything has settled.
    void judge();
    // Every frame that leaves a server.
    void judgeFrame(int client, const QByteArray &frame);

private:
    void judgeLedger();
    [[nodiscard]] QString whereIs(MutationId mutation) const;
    void judgeLog();
    void judgeOverwrites();
    void judgeReplica(const SimulatedClient &client);

    World &m_world;
};

} // namespace film::simulation
