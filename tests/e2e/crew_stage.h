#pragma once

#include "tests/e2e/drill.h"
#include "tests/e2e/postgres_cluster.h"
#include "tests/e2e/typist.h"

namespace film::e2e {

// A production with a server over a database of its own, and real clients that type.
class CrewStage
{
public:
    // The database is a PostgreSQL of its own, or a file.
    CrewStage(const DrillOptions &options, DrillReport &report);
    // In a database that is there already.
    CrewStage(const DrillOptions &options, DrillReport &report, const QString &database);

    [[nodiscard]] bool isReady() const { return m_isReady; }
    [[nodiscard]] Stage &stage() { return *m_stage; }
    [[nodiscard]] Ledger &ledger() { return *m_ledger; }
    [[nodiscard]] PostgresCluster &cluster() { return m_cluster; }
    [[nodiscard]] const std::vector<Typist *> &typists() const { return m_running; }

    // Maya and Ruben with their own days, the office with those of Nils; in step, and typing.
    void joinEverybody(const QString &url);
    void joinEverybody() { joinEverybody(m_stage->serverUrl()); }
    Typist &join(const QString &url, const QString &device, const QString &person,
                 const QString &code);
    // A device whose folder is there already.
    Typist &add(const QString &device, const QString &person);
    // Everybody types that many lines, all at the same time.
    void type(quint64 lines);
    // What has been typed by now is in the server's log.
    [[nodiscard]] bool hasAllInLog();
    // Everybody for so long, at a person's pace or somewhat above.
    void typeFor(std::chrono::milliseconds time);
    // Ends the typing; everybody has to have everything confirmed in 60 s.
    void finish();
    void check() { checkLedger(*m_stage, *m_ledger, m_report); }

private:
    void begin(const QString &database);
    [[nodiscard]] bool startCluster();

    const DrillOptions &m_options;
    DrillReport &m_report;
    QTemporaryDir m_folder;
    PostgresCluster m_cluster;
    std::optional<Stage> m_stage;
    std::optional<Ledger> m_ledger;
    std::vector<std::unique_ptr<Typist>> m_typists;
    std::vector<Typist *> m_running;
    bool m_isReady = false;
};

} // namespace film::e2e
