#pragma once

#include "shared/base/result.h"
#include "tests/bench/measure.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <span>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace film::bench {

// One value of a raw row: what is bound is the bytes, nothing else.
struct RawRow {
    std::vector<QByteArray> blobs;
    std::vector<qint64> numbers;
};

// The limit for SQLite: its C API with the pragmas the project uses (WAL, synchronous FULL) and
// prepared statements, writing given bytes into given tables.
class RawSqlite
{
public:
    [[nodiscard]] static Result<std::unique_ptr<RawSqlite>> open(const QString &path);
    ~RawSqlite();
    Q_DISABLE_COPY_MOVE(RawSqlite)

    [[nodiscard]] Result<> execute(const QByteArray &sql);
    // Gives the number of the statement.
    [[nodiscard]] Result<size_t> prepare(const QByteArray &sql);
    // Blobs are bound first, then the numbers.
    [[nodiscard]] Result<> run(size_t statement, const RawRow &row);
    // Steps through all rows of a query and looks at their bytes; gives how many there were.
    [[nodiscard]] Result<quint64> readAll(size_t statement);

private:
    explicit RawSqlite(sqlite3 *db);
    [[nodiscard]] Result<> problem(const QByteArray &what) const;

    sqlite3 *m_db;
    std::vector<sqlite3_stmt *> m_statements;
};

} // namespace film::bench
