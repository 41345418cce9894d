#pragma once

#include "shared/store/database.h"

#include <vector>

namespace film::store {

// One numbered step of a schema. Never edited once it is released.
struct Migration {
    int number = 0;
    QString name;
    QString sql;
};

enum class Schema { Client, Server };

// The migrations compiled into this program, in order.
[[nodiscard]] std::vector<Migration> migrationsOf(Schema schema, Dialect dialect);

// What the database has: 0 for an empty one.
[[nodiscard]] Result<int> schemaVersion(Database &database);

// Brings the database to the newest schema, each step in a transaction of its own. StoreNewer if
// a newer version of the program wrote it, StoreForeign if a step that it remembers is not ours.
[[nodiscard]] Result<> migrate(Database &database, const std::vector<Migration> &migrations);

} // namespace film::store
