#include "server/admin/diagnostics.h"

#include "server/telemetry/logging.h"
#include "shared/store/migrator.h"
#include "shared/store/statement.h"

#include <QDateTime>
#include <QJsonArray>
#include <QSysInfo>
#include <QThread>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int countMax = 1'000'000; // of the rows of one table in a file

// On PostgreSQL as its statistics have it, which costs nothing; a file is counted.
Result<QJsonArray> tablesOf(store::Database &database)
{
    const bool isPostgres = database.dialect() == store::Dialect::Postgres;
    store::Statement select(database, u"diagnostics.tables"_s,
                            isPostgres
                                ? u"SELECT CAST(c.relname AS TEXT), CAST(c.reltuples AS BIGINT),"
                                  " CAST(pg_total_relation_size(c.oid) AS BIGINT) FROM pg_class c"
                                  " JOIN pg_namespace n ON n.oid = c.relnamespace"
                                  " WHERE c.relkind = 'r' AND n.nspname = current_schema()"
                                  " ORDER BY 1 LIMIT 200"_s
                                : u"SELECT name FROM sqlite_master WHERE type = 'table'"
                                  " AND name NOT LIKE 'sqlite%' ORDER BY name LIMIT 200"_s);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    QJsonArray tables;
    while (select.next()) {
        QJsonObject table{{u"name"_s, select.text(0)}};
        if (isPostgres) {
            table[u"rows"_s] = select.number(1);
            table[u"bytes"_s] = select.number(2);
        }
        tables.append(table);
    }
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    if (isPostgres)
        return tables;
    for (QJsonValueRef table : tables) {
        QJsonObject counted = table.toObject();
        const QString name = counted.value(u"name"_s).toString();
        store::Statement count(database, u"diagnostics.count"_s,
                               u"SELECT count(*) FROM (SELECT 1 FROM \"%1\" LIMIT %2)"_s.arg(
                                   name, QString::number(countMax)));
        if (const Result<> ran = count.run(); !ran)
            return fail(ran.error());
        counted[u"rows"_s] = count.next() ? count.number(0) : 0;
        table = counted;
    }
    return tables;
}

} // namespace

Result<QJsonObject> diagnosticsOf(store::Database &database, const QJsonObject &about, Instant now)
{
    const auto tables = tablesOf(database);
    const auto version = store::schemaVersion(database);
    if (!tables || !version)
        return fail(tables ? version.error() : tables.error());
    QJsonArray migrations;
    for (const store::Migration &known :
         store::migrationsOf(store::Schema::Server, database.dialect()))
        migrations.append(
            QJsonObject{{u"name"_s, known.name}, {u"applied"_s, known.number <= *version}});
    QJsonObject all = about;
    all[u"made"_s] =
        QDateTime::fromMSecsSinceEpoch(msSinceEpoch(now), Qt::UTC).toString(Qt::ISODateWithMs);
    all[u"program"_s] = QJsonObject{{u"version"_s, QStringLiteral(FILM_VERSION)},
                                    {u"compiler"_s, QStringLiteral(FILM_COMPILER)},
                                    {u"qt"_s, QString::fromLatin1(qVersion())},
                                    {u"system"_s, QSysInfo::prettyProductName()},
                                    {u"kernel"_s, QSysInfo::kernelVersion()},
                                    {u"processor"_s, QSysInfo::currentCpuArchitecture()},
                                    {u"processors"_s, QThread::idealThreadCount()}};
    all[u"database"_s] = QJsonObject{
        {u"kind"_s, database.dialect() == store::Dialect::Postgres ? u"postgresql"_s : u"sqlite"_s},
        {u"schema"_s, *version},
        {u"migrations"_s, migrations},
        {u"tables"_s, *tables}};
    all[u"log"_s] = recentLogLines();
    return all;
}

} // namespace film::server
