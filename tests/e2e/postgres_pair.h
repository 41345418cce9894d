#pragma once

#include "tests/e2e/postgres_cluster.h"

#include <QTemporaryDir>

#include <array>

namespace film::e2e {

// A PostgreSQL of our own with a standby beside it, to lose the one and promote the other. What
// gives false was not done by PostgreSQL; messages() may say why.
class PostgresPair
{
public:
    enum class Replication {
        Asynchronous, // a commit does not wait for the standby
        Synchronous,
    };

    // Starts both.
    explicit PostgresPair(Replication replication);

    // Of whichever of the two takes writes.
    [[nodiscard]] QString address() const;
    [[nodiscard]] QByteArray messages() const;

    [[nodiscard]] bool stopStandby();
    [[nodiscard]] bool killPrimary(); // at once, with whatever was not replicated
    // The standby becomes the primary, with what it had got.
    [[nodiscard]] bool promoteStandby();
    // In place of the primary that was lost: a new standby of the one that was promoted.
    [[nodiscard]] bool replaceLost(Replication replication);
    // Of the commits that wait for the standby: done on the primary, answered, and nowhere else.
    // How many there were.
    [[nodiscard]] int cancelWaitsForStandby() const { return primary().cancelWaitsForStandby(); }

private:
    [[nodiscard]] bool startPrimary();
    [[nodiscard]] bool startStandby(Replication replication);
    [[nodiscard]] const PostgresCluster &primary() const { return m_clusters.at(m_primary); }
    [[nodiscard]] const PostgresCluster &standby() const { return m_clusters.at(1 - m_primary); }

    QTemporaryDir m_folder;
    std::array<PostgresCluster, 2> m_clusters;
    size_t m_primary = 0; // which of them
};

} // namespace film::e2e
