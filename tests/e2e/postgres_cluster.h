#pragma once

#include "shared/base/random.h"

#include <QString>
#include <QStringList>

namespace film::e2e {

// A PostgreSQL of our own, to be killed as a whole or in part. Needs PostgreSQL's programs on this
// machine; as root they run as the user postgres, because PostgreSQL refuses to run as root.
class PostgresCluster
{
public:
    [[nodiscard]] static bool isInstalled();
    // Gives `folder` to whoever the programs run as.
    [[nodiscard]] static bool handOver(const QString &folder);

    // `folder` has to be handed over; the cluster is in `name` in it. Not started.
    PostgresCluster(QString folder, QString name);
    ~PostgresCluster();
    Q_DISABLE_COPY_MOVE(PostgresCluster)

    [[nodiscard]] bool create(const QByteArray &settings) const;
    [[nodiscard]] bool copyOf(const PostgresCluster &primary) const; // as its standby
    [[nodiscard]] bool remove() const;                               // one that does not run
    [[nodiscard]] bool createDatabase() const;
    [[nodiscard]] bool start() const;
    [[nodiscard]] bool stop(const QString &mode) const;       // fast, immediate
    [[nodiscard]] bool set(const QByteArray &settings) const; // while it runs
    [[nodiscard]] bool promote() const;
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString address() const;
    [[nodiscard]] QByteArray messages() const;

    void killAll(); // every process of it, at once, as a power cut would
    // One that serves a connection to our database; false when there is none.
    [[nodiscard]] bool killBackend(RandomSource &random);
    // As pg_cancel_backend does, of every COMMIT that waits for a standby: how many there were.
    [[nodiscard]] int cancelWaitsForStandby() const;

    static constexpr auto user = "film";
    static constexpr auto database = "filmtracker";

private:
    [[nodiscard]] bool runs(const QString &program, const QStringList &arguments) const;
    [[nodiscard]] QString data() const { return m_folder + u'/' + m_name; }
    [[nodiscard]] int postmaster() const; // its process id; 0 when there is none
    struct Process {
        int id;
        QByteArray commandLine;
    };
    [[nodiscard]] QList<Process> children() const;

    QString m_folder;
    QString m_name;
    quint16 m_port;
};

} // namespace film::e2e
