#pragma once

#include <QString>
#include <QStringList>
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

    // Starts both; needs PostgreSQL's programs on this machine.
    explicit PostgresPair(Replication replication);
    ~PostgresPair();
    Q_DISABLE_COPY_MOVE(PostgresPair)

    // Of whichever of the two takes writes.
    [[nodiscard]] QString address() const;

    void stopStandby();
    void killPrimary(); // at once, with whatever was not replicated
    // The standby becomes the primary, with what it had got.
    void promoteStandby();

private:
    [[nodiscard]] bool runs(const QString &program, const QStringList &arguments) const;
    [[nodiscard]] bool startPrimary();
    [[nodiscard]] bool startStandby(Replication replication);
    [[nodiscard]] QString folder(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] bool startCluster(const QString &name, quint16 port) const;

    QTemporaryDir m_folder;
    quint16 m_primaryPort = 0;
    quint16 m_standbyPort = 0;
};

} // namespace film::e2e
