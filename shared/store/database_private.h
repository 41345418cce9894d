#pragma once

#include "shared/store/database.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

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
};

[[nodiscard]] Error errorOf(const QSqlError &error, Dialect dialect);
[[nodiscard]] ErrorCode postgresCode(const QString &state);

} // namespace film::store
