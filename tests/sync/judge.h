#pragma once

#include "tests/sync/world.h"

namespace film::simulation {

// Holds a world against the invariants of docs/protocol.md. It looks at the ledger that was kept
// outside the devices, at the log, and at a model of its own (reference_model), never at the code
// under test.
class Judge
{
public:
    explicit Judge(World &world)
        : m_world(world)
    {}

    // After everything has settled.
    void judge();
    // Every frame that leaves a server.
    void judgeFrame(const Link &link, const QByteArray &frame);
    // What the device may see by the last of its member's grants in that log.
    [[nodiscard]] static sync::Visibility scopeAtHead(const MemoryServerStorage &database,
                                                      ProductionId production,
                                                      sync::DeviceRecord device);
    // Every frame that a device's session wants to send, and what it is an answer to.
    void judgeOwnFrame(const SimulatedClient &client, const sync::ClientSession::Event &event,
                       const QByteArray &frame);

private:
    void judgeLedger();
    [[nodiscard]] QString whereIs(MutationId mutation) const;
    void judgeLog();
    void judgeRule();
    void judgeReplica(const SimulatedClient &client);
    void judgeOwnEnvelope(const SimulatedClient &client, const QByteArray &bytes);
    // Nothing is shown that is not committed.
    void judgePlace(const MemoryServerStorage &database, quint64 sequence, const Hash32 &chain,
                    const QString &what);
    void judgeScope(const Link &link, const protocol::EntityState &state, const QString &what);

    World &m_world;
};

} // namespace film::simulation
