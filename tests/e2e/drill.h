#pragma once

#include "tests/e2e/ledger.h"
#include "tests/e2e/stage.h"

#include <QElapsedTimer>
#include <QString>
#include <QStringList>
#include <QTextStream>

namespace film::e2e {

// What a drill is told, and what it says at its end.
struct DrillOptions {
    bool isLong = false;
    bool onSqlite = false; // the server's database, where a drill leaves the choice
    quint64 seed = 1;
    // A server of another version, for K9.
    QString otherServer = QStringLiteral("filmtracker-server-next");

    [[nodiscard]] int pick(int whenShort, int whenLong) const
    {
        return isLong ? whenLong : whenShort;
    }
};

class DrillReport
{
public:
    void figure(const QString &what, qint64 value)
    {
        m_figures << what % u' ' % QString::number(value);
    }
    void note(const QString &text) { m_figures << text; }
    void require(bool holds, const QString &what)
    {
        if (holds)
            return;
        m_broken << what;
        QTextStream(stderr) << "BROKEN: " << what << Qt::endl; // at once: the rest may not end
    }
    // Nothing was tried, because of what this machine lacks.
    void skip(const QString &why) { m_skipped = why; }
    [[nodiscard]] const QString &skipped() const { return m_skipped; }
    [[nodiscard]] const QStringList &figures() const { return m_figures; }
    [[nodiscard]] const QStringList &broken() const { return m_broken; }

private:
    QStringList m_figures;
    QStringList m_broken;
    QString m_skipped;
};

// Everything in the ledger is in the log, nothing is there twice, and the log, its chain and the
// records agree (verify-log).
void checkLedger(Stage &stage, const Ledger &ledger, DrillReport &report);
// Of a process, in MiB; 0 when it is gone.
[[nodiscard]] qint64 residentMebibytes(qint64 processId);

// One for each suite of the same name; see README.md.
void drillKills(const DrillOptions &options, DrillReport &report);
void drillCommits(const DrillOptions &options, DrillReport &report);
void drillFailover(const DrillOptions &options, DrillReport &report);
void drillNetwork(const DrillOptions &options, DrillReport &report);
void drillDisk(const DrillOptions &options, DrillReport &report);
void drillClocks(const DrillOptions &options, DrillReport &report);
void drillStorm(const DrillOptions &options, DrillReport &report);
void drillHostile(const DrillOptions &options, DrillReport &report);
void drillUpgrade(const DrillOptions &options, DrillReport &report);
void drillClones(const DrillOptions &options, DrillReport &report);

} // namespace film::e2e
