#include "shared/store/database.h"

#include "shared/store/database_private.h"

#include <QFileInfo>
#include <QSqlDriver>
#include <QUrl>
#include <QUrlQuery>
#include <QUuid>

#include <libpq-fe.h>

#include <algorithm>
#include <map>
#include <utility>

namespace film::store {

using namespace Qt::StringLiterals;

namespace {

// https://www.sqlite.org/rescode.html; the low byte is the primary code.
ErrorCode sqliteCode(int native)
{
    if (native == 1555 || native == 2067) // a key, a unique index
        return ErrorCode::AlreadyExists;
    switch (native & 0xff) {
    case 5:
    case 6: return ErrorCode::Busy;
    case 8: return ErrorCode::StoreReadOnly;
    case 11: return ErrorCode::StoreCorrupt;
    case 13: return ErrorCode::StoreFull;
    case 14: return ErrorCode::StoreReadOnly;
    case 18: return ErrorCode::LimitExceeded;
    case 19:
    case 20: return ErrorCode::InvalidInput; // a constraint, a trigger, another type
    case 26: return ErrorCode::StoreForeign;
    default: return ErrorCode::StoreFailure;
    }
}

QString newConnectionName()
{
    return QUuid::createUuid().toString(QUuid::Id128);
}

Result<> setSqliteOptions(Database &database)
{
    for (const QString &pragma :
         {u"PRAGMA busy_timeout = 5000"_s, u"PRAGMA foreign_keys = ON"_s,
          u"PRAGMA synchronous = FULL"_s, u"PRAGMA temp_store = MEMORY"_s,
          u"PRAGMA trusted_schema = OFF"_s, u"PRAGMA cache_size = -32768"_s}) {
        if (const Result<> set = database.execute(pragma); !set)
            return set;
    }
    QSqlQuery query(database.access().database);
    if (!query.exec(u"PRAGMA journal_mode = WAL"_s) || !query.next())
        return fail(errorOf(query.lastError(), Dialect::Sqlite));
    if (query.value(0).toString() != u"wal")
        return fail(ErrorCode::StoreReadOnly, u"the file cannot use a write-ahead log"_s);
    return {};
}

// PostgreSQL answers a COMMIT whose wait for the standby was cancelled (pg_cancel_backend, a
// statement_timeout) like any other, with a warning before. Its text depends on the database's
// language, the function that gave it does not.
void notice(void *members, const PGresult *result)
{
    const char *function = PQresultErrorField(result, PG_DIAG_SOURCE_FUNCTION);
    if (function && qstrcmp(function, "SyncRepWaitForLSN") == 0)
        static_cast<Database::Private *>(members)->isWaitCancelled = true;
    else // the text may quote values
        qWarning("PostgreSQL warns: %s", PQresultErrorField(result, PG_DIAG_SQLSTATE));
}

// As libpq takes them, of an address such as
// postgresql://USER@HOST/NAME or postgresql:///NAME?host=FIRST,SECOND&port=5432,5433
// (PostgreSQL 15, 34.1.1.3). Only a server that can be written to will do: of several hosts the
// one that was promoted. A machine that vanishes says nothing: without the time-outs whoever waits
// for it would learn that from the kernel, after a quarter of an hour.
Result<QString> connectOptions(const QUrl &url)
{
    std::map<QString, QString> options{{u"host"_s, url.host()},
                                       {u"port"_s, QString::number(url.port(5432))},
                                       {u"target_session_attrs"_s, u"read-write"_s},
                                       {u"connect_timeout"_s, u"5"_s},
                                       {u"keepalives_idle"_s, u"10"_s},
                                       {u"keepalives_interval"_s, u"5"_s},
                                       {u"keepalives_count"_s, u"3"_s},
                                       {u"tcp_user_timeout"_s, u"15000"_s}, // ms
                                       {u"application_name"_s, u"filmtracker"_s}};
    const QUrlQuery query(url);
    for (const QString &name : {u"host"_s, u"port"_s, u"target_session_attrs"_s, u"sslmode"_s,
                                u"sslrootcert"_s, u"sslcert"_s, u"sslkey"_s}) {
        if (query.hasQueryItem(name))
            options[name] = query.queryItemValue(name, QUrl::FullyDecoded);
    }
    QStringList said;
    for (const auto &[name, value] : options) {
        // The driver joins them with these; nothing that people name servers or files with.
        const bool isPlain = std::ranges::none_of(
            value, [](QChar c) { return c == u';' || c == u'\'' || c == u'\\' || c.isSpace(); });
        if (!isPlain)
            return fail(ErrorCode::InvalidInput, u"%1 of the database cannot be that"_s.arg(name));
        if (!value.isEmpty())
            said.append(name + u'=' + value);
    }
    return said.join(u';');
}

} // namespace

// https://www.postgresql.org/docs/15/errcodes-appendix.html
ErrorCode postgresCode(const QString &state)
{
    if (state == u"53100")
        return ErrorCode::StoreFull;
    if (state == u"25006")
        return ErrorCode::StoreReadOnly;
    // Without a state the answer did not come from the server: there was none.
    if (state.isEmpty() || state.startsWith(u"08") || state.startsWith(u"57P"))
        return ErrorCode::Offline;
    if (state == u"23505")
        return ErrorCode::AlreadyExists;
    if (state == u"40001" || state == u"40P01" || state == u"55P03")
        return ErrorCode::Busy;
    if (state.startsWith(u"54"))
        return ErrorCode::LimitExceeded;
    // Cardinality, data, constraints, check options, what a trigger raises: another statement of
    // the same kind would do. A missing column, a cancelled statement or a bad disk is none of it.
    const bool isAboutTheValues =
        std::ranges::any_of(std::initializer_list<QStringView>{u"21", u"22", u"23", u"44", u"P0"},
                            [&state](QStringView of) { return state.startsWith(of); });
    return isAboutTheValues ? ErrorCode::InvalidInput : ErrorCode::StoreFailure;
}

Error errorOf(const QSqlError &error, Dialect dialect)
{
    const QString native = error.nativeErrorCode();
    const ErrorCode code =
        dialect == Dialect::Sqlite ? sqliteCode(native.toInt()) : postgresCode(native);
    // The text may quote values; the code and the driver's first line say enough.
    return {code, u"%1 (%2)"_s.arg(error.driverText(), native)};
}

Result<> checkReplicated(Database &database)
{
    if (!std::exchange(database.access().isWaitCancelled, false))
        return {};
    return fail(ErrorCode::Timeout, u"the wait for the standby was cancelled"_s);
}

Database::Database(std::unique_ptr<Private> members)
    : d(std::move(members))
{}

Database::~Database()
{
    d->statements.clear();
    d->database.close();
    d->database = {};
    QSqlDatabase::removeDatabase(d->connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString &address)
{
    if (address.startsWith(u"sqlite:")) {
        auto database = openSqlite(address.mid(7));
        // The server's views read JSON, which SQLite allows in a schema only if it is trusted; the
        // server alone writes this one.
        if (database) {
            if (const Result<> set = (*database)->execute(u"PRAGMA trusted_schema = ON"_s); !set)
                return fail(set.error());
        }
        return database;
    }
    const QUrl url(address);
    if (url.scheme() != u"postgresql" && url.scheme() != u"postgres")
        return fail(ErrorCode::InvalidInput,
                    u"a database is sqlite:FILE or postgresql://HOST/NAME"_s);
    auto members = std::make_unique<Private>();
    members->connection = newConnectionName();
    members->dialect = Dialect::Postgres;
    members->database = QSqlDatabase::addDatabase(u"QPSQL"_s, members->connection);
    const Result<QString> options = connectOptions(url);
    if (!options)
        return fail(options.error());
    members->database.setUserName(url.userName());
    members->database.setPassword(url.password());
    members->database.setDatabaseName(url.path().mid(1));
    members->database.setConnectOptions(*options);
    std::unique_ptr<Database> database(new Database(std::move(members)));
    if (!database->d->database.open())
        return fail(ErrorCode::Offline, u"the database server cannot be reached"_s);
    PQsetNoticeReceiver(static_cast<PGconn *>(database->nativeHandle()), notice, database->d.get());
    for (const QString &setting :
         {u"SET lock_timeout = '5s'"_s, u"SET idle_in_transaction_session_timeout = '5s'"_s,
          u"SET client_min_messages = warning"_s}) {
        if (const Result<> set = database->execute(setting); !set)
            return fail(set.error());
    }
    return database;
}

Result<std::unique_ptr<Database>> Database::openSqlite(const QString &path)
{
    auto members = std::make_unique<Private>();
    members->connection = newConnectionName();
    members->database = QSqlDatabase::addDatabase(u"QSQLITE"_s, members->connection);
    members->database.setDatabaseName(path);
    std::unique_ptr<Database> database(new Database(std::move(members)));
    if (!database->d->database.open())
        return fail(errorOf(database->d->database.lastError(), Dialect::Sqlite));
    if (const Result<> set = setSqliteOptions(*database); !set)
        return fail(set.error());
    return database;
}

Result<std::unique_ptr<Database>> Database::openForReading(const QString &path)
{
    auto members = std::make_unique<Private>();
    members->connection = newConnectionName();
    members->database = QSqlDatabase::addDatabase(u"QSQLITE"_s, members->connection);
    members->database.setDatabaseName(path);
    members->database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
    std::unique_ptr<Database> database(new Database(std::move(members)));
    if (!database->d->database.open())
        return fail(errorOf(database->d->database.lastError(), Dialect::Sqlite));
    return database;
}

Dialect Database::dialect() const
{
    return d->dialect;
}

Result<> Database::execute(const QString &sql)
{
    QSqlQuery query(d->database);
    if (!query.exec(sql))
        return fail(errorOf(query.lastError(), d->dialect));
    return {};
}

Result<> Database::executeScript(const QString &sql)
{
    QString statement;
    for (const QString &piece : sql.split(u";\n"_s)) {
        statement += piece;
        if (statement.count(u"$$"_s) % 2 == 1) { // within the body of a function
            statement += u";\n"_s;
            continue;
        }
        const QString trimmed = std::exchange(statement, {}).trimmed();
        if (trimmed.isEmpty())
            continue;
        if (const Result<> ran = execute(trimmed); !ran)
            return ran;
    }
    return {};
}

bool Database::isAlive() const
{
    if (d->dialect == Dialect::Sqlite)
        return true;
    return PQstatus(static_cast<PGconn *>(nativeHandle())) == CONNECTION_OK;
}

void Database::setWatch(StatementWatch *watch)
{
    d->watch = watch;
}

void *Database::nativeHandle() const
{
    const QVariant handle = d->database.driver()->handle();
    return handle.isValid() ? *static_cast<void *const *>(handle.data()) : nullptr;
}

} // namespace film::store
