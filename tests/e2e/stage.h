#pragma once

#include "tests/support/test_database.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <set>

namespace film::e2e {

// Real processes: a server over a database of its own, and devices driven by their command line.
// Everything is on loopback and in a temporary folder.
class Stage
{
public:
    explicit Stage(tests::TestDatabase::Kind kind);
    explicit Stage(QString database); // over one that is there already
    ~Stage();

    // ---- the server ----
    // For every server that is started from now on.
    void setServerOptions(const QStringList &options) { m_serverOptions = options; }
    // A program of another version, by its name beside ours or by its path; empty: ours.
    void useServer(const QString &program);
    void startServer();
    // As a supervisor would: again and again, while the database is not there yet.
    [[nodiscard]] bool keepStartingServer();
    [[nodiscard]] qint64 serverProcessId() const { return m_server ? m_server->processId() : 0; }
    // What its servers have logged.
    [[nodiscard]] bool isServerUp() const;
    [[nodiscard]] QString serverMessages() const;
    [[nodiscard]] QString databaseAddress() const { return m_database; }
    // A second one over the same database; gives its address, which is the same each time.
    [[nodiscard]] QString startAnotherServer();
    void stopAnotherServer(); // as an administrator would
    void stopServer();        // as an administrator would
    void killServer();        // as a power cut would
    [[nodiscard]] QString serverUrl() const;
    struct Outcome {
        int code = -1;
        QString out;
        QString err;

        [[nodiscard]] QJsonObject json() const
        {
            return QJsonDocument::fromJson(out.toUtf8()).object();
        }
        // One value a line, as the client prints lists.
        [[nodiscard]] QList<QJsonObject> jsonLines() const
        {
            QList<QJsonObject> lines;
            for (const QByteArray &line : out.toUtf8().split('\n')) {
                if (!line.trimmed().isEmpty())
                    lines.append(QJsonDocument::fromJson(line).object());
            }
            return lines;
        }
    };
    [[nodiscard]] Outcome admin(const QStringList &arguments);
    // Instead of making one: one that the database has already.
    void useProduction(const QString &production) { m_production = production; }
    [[nodiscard]] const QString &production() const { return m_production; }
    // For the production that was made.
    [[nodiscard]] Outcome adminOn(QStringList arguments);
    // Holds the ledger against the log, and the log and the records against themselves.
    [[nodiscard]] Outcome verifyLog();
    // A production of four people; fails the test if it cannot be made.
    void makeProduction();
    [[nodiscard]] QString inviteFor(const QString &person);
    [[nodiscard]] QString inviteCoordinator();

    // ---- the devices ----
    [[nodiscard]] Outcome run(const QString &device, const QStringList &arguments,
                              const QByteArray &input = {});
    [[nodiscard]] std::unique_ptr<QProcess> start(const QString &device,
                                                  const QStringList &arguments);
    // Not started yet.
    [[nodiscard]] std::unique_ptr<QProcess> prepare(const QString &device,
                                                    const QStringList &arguments) const;
    void join(const QString &device, const QString &code);
    // Through something that stands before the server.
    void joinAt(const QString &url, const QString &device, const QString &code);

    // ---- what is true ----
    // The mutations that "saved" lines spoke of, from all output seen so far.
    void noteSaved(const QByteArray &output);
    void forgetSaved() { m_ledger.clear(); }
    [[nodiscard]] const std::set<QString> &ledger() const { return m_ledger; }
    // Every mutation in the server's log, as often as it is there.
    [[nodiscard]] std::multiset<QString> serverLog();

    [[nodiscard]] QString dataFolder(const QString &device) const;
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }

private:
    [[nodiscard]] static QProcessEnvironment environment();

    QTemporaryDir m_folder;
    std::optional<tests::TestDatabase> m_own;
    QString m_database; // its address
    [[nodiscard]] std::unique_ptr<QProcess> launch(quint16 port);

    std::unique_ptr<QProcess> m_server;
    std::unique_ptr<QProcess> m_another;
    quint16 m_port = 0;
    quint16 m_anotherPort = 0;
    QString m_production;
    QStringList m_serverOptions;
    QString m_serverProgram;
    std::set<QString> m_ledger;
};

} // namespace film::e2e
