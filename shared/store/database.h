#pragma once

#include "shared/base/result.h"

#include <QString>

#include <memory>

class QSqlDatabase;

namespace film::store {

enum class Dialect { Sqlite, Postgres };

class StatementWatch;

// One connection, for the thread that opened it. QtSql stays behind it: no other target needs to
// know that it is there.
class Database
{
public:
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    // "sqlite:FILE" or "postgresql://…", as on the command line.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &address);
    // WAL, synchronous=FULL, foreign keys: what is committed survives a power cut.
    [[nodiscard]] static Result<std::unique_ptr<Database>> openSqlite(const QString &path);

    // Looks into a file without changing it.
    [[nodiscard]] static Result<std::unique_ptr<Database>> openForReading(const QString &path);

    [[nodiscard]] Dialect dialect() const;
    // One statement without values.
    [[nodiscard]] Result<> execute(const QString &sql);
    // Several, separated by semicolons at the ends of lines.
    [[nodiscard]] Result<> executeScript(const QString &sql);
    // Whether the server still answers; a file always does.
    [[nodiscard]] bool isAlive() const;

    // Tells of every statement from now on; null: nobody. The watch outlives the connection.
    void setWatch(StatementWatch *watch);

    // The connection underneath, for what QtSql cannot do: sqlite3* or PGconn*.
    [[nodiscard]] void *nativeHandle() const;

    struct Private;
    [[nodiscard]] Private &access() { return *d; }

private:
    explicit Database(std::unique_ptr<Private> members);

    std::unique_ptr<Private> d;
};

} // namespace film::store
