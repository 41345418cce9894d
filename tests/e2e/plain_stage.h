#pragma once

#include "tests/bench/stores.h"
#include "tests/e2e/drill.h"
#include "tests/e2e/plain_device.h"
#include "tests/e2e/postgres_cluster.h"

#include <functional>

namespace film::e2e {

// A server process over a database that already has a production and its devices, so that
// thousands of plain devices can be there at once.
class PlainStage
{
public:
    // The database is a PostgreSQL of its own, or a file.
    PlainStage(int devices, const DrillOptions &options, DrillReport &report);
    // In a PostgreSQL that is there already.
    PlainStage(int devices, const DrillOptions &options, DrillReport &report,
               const QString &postgres);

    [[nodiscard]] bool isReady() const { return m_isReady; }
    // Reaches the database under another port than its own, if one is given.
    void startServer(const QStringList &options, quint16 databasePort = 0);
    [[nodiscard]] Stage &stage() { return *m_stage; }
    [[nodiscard]] const PostgresCluster &cluster() const { return m_cluster; }
    [[nodiscard]] Ledger &ledger() { return *m_ledger; }
    [[nodiscard]] RandomSource &random() { return m_random; }
    [[nodiscard]] PlainDevice::World &world() { return *m_world; }
    [[nodiscard]] bench::Workload &workload() { return m_workload; }
    // Without the office, which wrote the crew list.
    [[nodiscard]] bench::BenchDevice &device(size_t number)
    {
        return *m_workload.devices().at(number + 1);
    }

private:
    void fill(const QString &postgres, DrillReport &report);
    [[nodiscard]] bool startCluster();
    [[nodiscard]] Result<sync::ProductionHead> head();

    SeededRandom m_random;
    QTemporaryDir m_folder;
    PostgresCluster m_cluster;
    bench::Workload m_workload;
    std::unique_ptr<bench::ServerDatabase> m_database;
    std::unique_ptr<store::ServerStorageSql> m_storage;
    std::optional<Ledger> m_ledger;
    std::optional<Stage> m_stage;
    std::optional<PlainDevice::World> m_world;
    bool m_isReady = false;
};

// Runs the event loop until it is so, or the time is over.
[[nodiscard]] bool waitFor(const std::function<bool()> &isSo, int timeoutMs);

} // namespace film::e2e
