#pragma once

#include "shared/store/database.h"

#include <vector>

namespace film::store {

// One numbered step of a schema. Never edited once it is released.
struct Migration {
    int number = 0;
    QString name;
    QString sql;
    // Programs that know the steps up to this one can still work with a database that has ours.
    // A step that only adds (tables, columns that may stay empty) says so in its file, in a line
    // "-- usable-from: N"; without one it is the step itself.
    int usableFrom = number;
};

enum class Schema { Client, Server };

// The migrations compiled into this program, in order.
[[nodiscard]] std::vector<Migration> migrationsOf(Schema schema, Dialect dialect);

// What the database has: 0 for an empty one.
[[nodiscard]] Result<int> schemaVersion(Database &database);

// Brings the database to the newest schema, each step in a transaction of its own. What a newer
// version of the program has added stays as it is, where its steps are usable from ours: that is
// how servers of two versions stand over one database while one is replaced by the other, and how
// one goes back. Else StoreNewer; StoreForeign if a step that it remembers is not ours.
[[nodiscard]] Result<> migrate(Database &database, const std::vector<Migration> &migrations);

// Whether migrate() would have nothing to do, without touching anything.
[[nodiscard]] Result<> checkMigrated(Database &database, const std::vector<Migration> &migrations);

} // namespace film::store
