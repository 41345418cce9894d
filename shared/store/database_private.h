#pragma once

#include "shared/store/database.h"
#include "shared/store/statement_watch.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <chrono>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace film::store {

struct PreparedStatement {
    QSqlQuery query;
    std::vector<QString> placeholders; // in order of their appearance
    bool inUse = false;
};

struct Database::Private {
    QString connection;
    QSqlDatabase database;
    Dialect dialect = Dialect::Sqlite;
    std::unordered_map<QString, std::unique_ptr<PreparedStatement>> statements;
    std::set<std::string> bulkStatements;         // prepared under these names
    std::map<std::string, unsigned int> rowTypes; // pg_type.oid of composite types
    quint64 rowsSeen = 0;    // the highest head of a production that a lane has written
    quint64 rowsPlanned = 0; // the same when the bulk statements were planned
    StatementWatch *watch = nullptr;
    // A COMMIT's wait for the standby was cancelled: checkReplicated().
    bool isWaitCancelled = false;
};

// Does what `run` does and tells the connection's watch.
template<typename Run>
[[nodiscard]] Result<> watched(Database &database, const QString &name, const Run &run)
{
    StatementWatch *const watch = database.access().watch;
    if (!watch)
        return run();
    const auto begun = std::chrono::steady_clock::now();
    Result<> outcome = run();
    watch->ran(name, begun, outcome);
    return outcome;
}

// Of a COMMIT that was answered with yes. It fails where the wait for the synchronous standby was
// cancelled: then the commit is done and visible, and is lost if the standby takes over now.
// Whoever asks the log again in a transaction that locks gets the answer that counts, because that
// one waits for the standby, too.
[[nodiscard]] Result<> checkReplicated(Database &database);

[[nodiscard]] Error errorOf(const QSqlError &error, Dialect dialect);
[[nodiscard]] ErrorCode postgresCode(const QString &state);

} // namespace film::store
