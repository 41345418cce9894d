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

[[nodiscard]] Error errorOf(const QSqlError &error, Dialect dialect);
[[nodiscard]] ErrorCode postgresCode(const QString &state);

} // namespace film::store
