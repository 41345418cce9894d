#pragma once

#include "tests/e2e/postgres_cluster.h"

#include <QTemporaryDir>

namespace film::e2e {

// A PostgreSQL of our own with a standby beside it, to lose the one and promote the other. Every
// call fails the test when PostgreSQL does not do it.
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

    void stopStandby();
    void killPrimary(); // at once, with whatever was not replicated
    // The standby becomes the primary, with what it had got.
    void promoteStandby();

private:
    [[nodiscard]] bool startPrimary();
    [[nodiscard]] bool startStandby(Replication replication);

    QTemporaryDir m_folder;
    PostgresCluster m_primary;
    PostgresCluster m_standby;
};

} // namespace film::e2e
