#pragma once

#include "server/admin/admin_tasks.h"
#include "server/identity/secret_box.h"
#include "shared/store/server_storage_sql.h"

#include <QCommandLineParser>
#include <QJsonObject>

namespace film::server {

namespace admin_exit {
inline constexpr int done = 0;
inline constexpr int failed = 1;
inline constexpr int usage = 2;
inline constexpr int rows = 3;
} // namespace admin_exit

// One run of one command beside the database: its options, its storage, its output. What says
// something and returns a number returns the exit code that goes with it.
class AdminRun
{
public:
    AdminRun();

    // Without the command's own words. False if the options make no sense: problem() says why.
    [[nodiscard]] bool read(const QString &command, const QStringList &arguments);
    [[nodiscard]] QString problem() const { return m_options.errorText(); }
    [[nodiscard]] Result<> open(); // of --database, or what the environment says

    [[nodiscard]] const QString &command() const { return m_command; }
    [[nodiscard]] const QStringList &files() const { return m_files; }
    [[nodiscard]] bool has(const QString &name) const { return m_options.isSet(name); }
    [[nodiscard]] QString value(const QString &name) const { return m_options.value(name); }
    [[nodiscard]] bool isJson() const { return has(QStringLiteral("json")); }
    [[nodiscard]] std::optional<ProductionId> productionId() const;
    [[nodiscard]] QString dataFolder() const;
    [[nodiscard]] Result<SecretBox> secretBox() const;

    [[nodiscard]] store::ServerStorageSql &storage() const { return *m_storage; }
    [[nodiscard]] AdminTasks tasks() const;

    void say(const QString &text) const;
    // The text, or with --json the object.
    void tell(const QString &text, const QJsonObject &json) const;
    int listed(const QJsonArray &list) const; // with --json alone
    [[nodiscard]] int failed(const Error &error) const;
    [[nodiscard]] int misunderstood(const QString &why) const;

private:
    QCommandLineParser m_options;
    QString m_command;
    QStringList m_files;
    std::unique_ptr<store::ServerStorageSql> m_storage;
};

// As it stands in what the commands print.
[[nodiscard]] QString utcText(qint64 ms);

} // namespace film::server
