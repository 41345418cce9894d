#include "shared/store/migrator.h"

#include "shared/base/hash.h"
#include "shared/store/statement.h"
#include "shared/store/transaction.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <map>

static void initMigrations()
{
    Q_INIT_RESOURCE(migrations);
}

namespace film::store {

using namespace Qt::StringLiterals;

namespace {

Hash32 checksumOf(const Migration &migration)
{
    return sha256(migration.sql.toUtf8());
}

// The second is beside the first because programs of before it write into the first.
Result<> ensureTables(Database &database)
{
    const QString blob = database.dialect() == Dialect::Sqlite ? u"BLOB"_s : u"BYTEA"_s;
    const Result<> made = database.execute(
        u"CREATE TABLE IF NOT EXISTS schema_migration ("
        "number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum %1 NOT NULL)"_s.arg(blob));
    if (!made)
        return made;
    return database.execute(u"CREATE TABLE IF NOT EXISTS schema_usable ("
                            "number INTEGER PRIMARY KEY, usable_from INTEGER NOT NULL)"_s);
}

struct AppliedStep {
    QByteArray checksum;
    int usableFrom = 0;
};
using AppliedSteps = std::map<int, AppliedStep>;

Result<AppliedSteps> appliedTo(Database &database)
{
    Statement select(database, u"migrator.applied"_s,
                     u"SELECT schema_migration.number, checksum,"
                     " COALESCE(usable_from, schema_migration.number) FROM schema_migration"
                     " LEFT JOIN schema_usable ON schema_usable.number = schema_migration.number"
                     " ORDER BY schema_migration.number LIMIT 10000"_s);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    AppliedSteps applied;
    while (select.next())
        applied[int(select.number(0))] = {select.bytes(1), int(select.number(2))};
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return applied;
}

Result<> apply(Database &database, const Migration &migration)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return fail(transaction.error());
    if (const Result<> ran = database.executeScript(migration.sql); !ran)
        return fail(ran.error().during(u"migration %1"_s.arg(migration.name)));
    {
        Statement insert(database, u"migrator.remember"_s,
                         u"INSERT INTO schema_migration (number, name, checksum)"
                         " VALUES (:number, :name, :checksum)"_s);
        insert.bind(u":number", migration.number)
            .bind(u":name", migration.name)
            .bind(u":checksum", checksumOf(migration).toByteArray());
        if (const Result<> ran = insert.run(); !ran)
            return ran;
    }
    {
        Statement insert(database, u"migrator.usable"_s,
                         u"INSERT INTO schema_usable (number, usable_from)"
                         " VALUES (:number, :usable_from)"_s);
        insert.bind(u":number", migration.number).bind(u":usable_from", migration.usableFrom);
        if (const Result<> ran = insert.run(); !ran)
            return ran;
    }
    return transaction->commit();
}

// The step from which on programs know enough for this database.
int usableFrom(const AppliedSteps &applied)
{
    int from = 0;
    for (const auto &[number, step] : applied)
        from = std::max(from, step.usableFrom);
    return from;
}

// What a step says about itself; nothing: only programs that know it.
int usableFromIn(const QString &sql, int number)
{
    static const QRegularExpression line(u"^-- usable-from: ([0-9]{1,4})$"_s,
                                         QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = line.match(sql);
    return match.hasMatch() ? match.captured(1).toInt() : number;
}

} // namespace

std::vector<Migration> migrationsOf(Schema schema, Dialect dialect)
{
    initMigrations();
    QString folder = u":/film/migrations/client"_s;
    if (schema == Schema::Server)
        folder = dialect == Dialect::Sqlite ? u":/film/migrations/server/sqlite"_s
                                            : u":/film/migrations/server/postgres"_s;
    std::vector<Migration> migrations;
    for (const QString &name : QDir(folder).entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder + u'/' + name);
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened);
        const int number = name.left(4).toInt();
        const QString sql = QString::fromUtf8(file.readAll());
        migrations.push_back({number, name, sql, usableFromIn(sql, number)});
    }
    return migrations;
}

Result<int> schemaVersion(Database &database)
{
    if (const Result<> ensured = ensureTables(database); !ensured)
        return fail(ensured.error());
    const auto applied = appliedTo(database);
    if (!applied)
        return fail(applied.error());
    return applied->empty() ? 0 : applied->rbegin()->first;
}

namespace {

Result<> refuseNewer(const AppliedSteps &applied, const std::vector<Migration> &migrations)
{
    const int newest = migrations.empty() ? 0 : migrations.back().number;
    if (usableFrom(applied) <= newest)
        return {};
    return fail(ErrorCode::StoreNewer,
                u"schema %1, this program knows %2"_s.arg(QString::number(applied.rbegin()->first),
                                                          QString::number(newest)));
}

Result<> refuseForeign(const AppliedStep &known, const Migration &migration)
{
    if (known.checksum == checksumOf(migration).toByteArray())
        return {};
    return fail(ErrorCode::StoreForeign,
                u"migration %1 is not the one this program has"_s.arg(migration.name));
}

Result<> applyMissing(Database &database, const std::vector<Migration> &migrations)
{
    if (const Result<> ensured = ensureTables(database); !ensured)
        return ensured;
    const auto applied = appliedTo(database);
    if (!applied)
        return fail(applied.error());
    if (const Result<> usable = refuseNewer(*applied, migrations); !usable)
        return usable;
    for (const Migration &migration : migrations) {
        const auto known = applied->find(migration.number);
        const Result<> done = known == applied->end() ? apply(database, migration)
                                                      : refuseForeign(known->second, migration);
        if (!done)
            return done;
    }
    return {};
}

} // namespace

Result<> migrate(Database &database, const std::vector<Migration> &migrations)
{
    if (database.dialect() == Dialect::Sqlite)
        return applyMissing(database, migrations);
    // Two servers may start at once over one database; the second one waits and finds all done.
    if (const Result<> locked = database.execute(u"SELECT pg_advisory_lock(1181308018)"_s); !locked)
        return locked;
    const Result<> migrated = applyMissing(database, migrations);
    const Result<> unlocked = database.execute(u"SELECT pg_advisory_unlock(1181308018)"_s);
    return migrated ? unlocked : migrated;
}

Result<> checkMigrated(Database &database, const std::vector<Migration> &migrations)
{
    const auto applied = appliedTo(database);
    if (!applied)
        return fail(applied.error());
    if (const Result<> usable = refuseNewer(*applied, migrations); !usable)
        return usable;
    for (const Migration &migration : migrations) {
        const auto known = applied->find(migration.number);
        if (known == applied->end())
            return fail(
                ErrorCode::StoreReadOnly,
                u"migration %1 is missing, and nothing is changed here"_s.arg(migration.name));
        if (const Result<> ours = refuseForeign(known->second, migration); !ours)
            return ours;
    }
    return {};
}

} // namespace film::store
