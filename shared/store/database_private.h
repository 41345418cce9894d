#pragma once

#include "shared/store/database.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

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
    std::set<std::string> bulkStatements; // prepared under these names
};

[[nodiscard]] Error errorOf(const QSqlError &error, Dialect dialect);
[[nodiscard]] ErrorCode postgresCode(const QString &state);

} // namespace film::store
