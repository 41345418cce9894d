#include "tests/bench/raw_sqlite.h"

#include <sqlite3.h>

namespace film::bench {

using namespace Qt::StringLiterals;

RawSqlite::RawSqlite(sqlite3 *db)
    : m_db(db)
{}

RawSqlite::~RawSqlite()
{
    for (sqlite3_stmt *statement : m_statements)
        sqlite3_finalize(statement);
    sqlite3_close(m_db);
}

Result<std::unique_ptr<RawSqlite>> RawSqlite::open(const QString &path)
{
    sqlite3 *db = nullptr;
    const int opened = sqlite3_open(path.toUtf8().constData(), &db);
    std::unique_ptr<RawSqlite> raw(new RawSqlite(db));
    if (opened != SQLITE_OK)
        return fail(ErrorCode::StoreFailure, u"cannot open the file of the limit"_s);
    for (const char *pragma :
         {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON",
          "PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -32768"}) {
        if (const Result<> set = raw->execute(pragma); !set)
            return fail(set.error());
    }
    return raw;
}

Result<> RawSqlite::problem(const QByteArray &what) const
{
    return fail(ErrorCode::StoreFailure,
                u"%1: %2"_s.arg(QString::fromUtf8(what), QString::fromUtf8(sqlite3_errmsg(m_db))));
}

Result<> RawSqlite::execute(const QByteArray &sql)
{
    const int done = sqlite3_exec(m_db, sql.constData(), nullptr, nullptr, nullptr);
    return done == SQLITE_OK ? Result<>() : problem(sql);
}

Result<size_t> RawSqlite::prepare(const QByteArray &sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(m_db, sql.constData(), static_cast<int>(sql.size()), &statement, nullptr)
        != SQLITE_OK)
        return fail(problem(sql).error());
    m_statements.push_back(statement);
    return m_statements.size() - 1;
}

Result<> RawSqlite::run(size_t statement, const RawRow &row)
{
    sqlite3_stmt *prepared = m_statements.at(statement);
    int place = 0;
    for (const QByteArray &blob : row.blobs)
        // A null destructor means that the bytes stay where they are: they outlive the step.
        sqlite3_bind_blob(prepared, ++place, blob.constData(), static_cast<int>(blob.size()),
                          nullptr);
    for (const qint64 number : row.numbers)
        sqlite3_bind_int64(prepared, ++place, number);
    const int done = sqlite3_step(prepared);
    sqlite3_reset(prepared);
    return done == SQLITE_DONE || done == SQLITE_ROW ? Result<>() : problem("step");
}

Result<quint64> RawSqlite::readAll(size_t statement)
{
    sqlite3_stmt *prepared = m_statements.at(statement);
    quint64 rows = 0;
    int step = SQLITE_ROW;
    while ((step = sqlite3_step(prepared)) == SQLITE_ROW) {
        for (int column = 0; column < sqlite3_column_count(prepared); ++column)
            static_cast<void>(sqlite3_column_blob(prepared, column));
        ++rows;
    }
    sqlite3_reset(prepared);
    if (step != SQLITE_DONE)
        return fail(problem("read").error());
    return rows;
}

} // namespace film::bench
