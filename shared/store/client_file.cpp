#include "shared/store/client_file.h"

#include "shared/base/hash.h"
#include "shared/protocol/envelope.h"
#include "shared/store/migrator.h"
#include "shared/store/sqlite_client_storage.h"
#include "shared/store/statement.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace film::store {

using namespace Qt::StringLiterals;

namespace {

// "FiTr", in the file's header: a file without it is somebody else's.
constexpr qint64 applicationId = 0x46695472;

// Pages in the write-ahead log before a commit has to empty it into the file, which takes as long
// as a hundred saves: whoever waits for a save should hardly ever be the one who waits for that.
constexpr int logPagesMax = 8'000;

Result<qint64> pragmaNumber(Database &database, const QString &name)
{
    Statement select(database, u"pragma"_s, u"PRAGMA "_s + name);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    return select.next() ? select.number(0) : 0;
}

Result<bool> hasTable(Database &database, const QString &name)
{
    Statement select(database, u"has_table"_s,
                     u"SELECT count(*) FROM sqlite_master WHERE name = :name"_s);
    select.bind(u":name", name);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    return select.next() && select.number(0) > 0;
}

// Before the file is opened for writing: a database that is not ours is not touched.
Result<> checkHeader(const QString &path)
{
    QFile file(path);
    const bool hasLog = QFileInfo(path + u"-wal"_s).size() > 0;
    if (file.size() == 0 && hasLog) // SQLite would remove the log, and what was saved with it
        return fail(ErrorCode::StoreCorrupt, u"the data file is empty, its log is not"_s);
    if (file.size() == 0)
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::StoreReadOnly, u"the data file cannot be read"_s);
    const QByteArray header = file.read(108);
    if (!header.startsWith("SQLite format 3") || header.size() < 108)
        return fail(ErrorCode::StoreForeign, u"the data file is not a database"_s);
    const auto at = [&header](int i) { return static_cast<quint8>(header[i]); };
    const qint64 id =
        (qint64(at(68)) << 24) | (qint64(at(69)) << 16) | (qint64(at(70)) << 8) | at(71);
    // After a first session that was killed the number stands in the log alone, or nowhere yet:
    // then the first page is a leaf (13) without a table in it
    // (https://www.sqlite.org/fileformat2.html).
    const bool isEmpty = at(100) == 13 && at(103) == 0 && at(104) == 0;
    if (id != applicationId && !(id == 0 && (hasLog || isEmpty)))
        return fail(ErrorCode::StoreForeign, u"the data file belongs to another program"_s);
    return {};
}

// The same question with the log read in.
Result<> checkOwner(Database &database)
{
    const Result<qint64> id = pragmaNumber(database, u"application_id"_s);
    if (!id)
        return fail(id.error());
    if (*id == applicationId)
        return {};
    Statement tables(database, u"client_file.tables"_s, u"SELECT count(*) FROM sqlite_master"_s);
    if (const Result<> ran = tables.run(); !ran)
        return ran;
    const bool isNew = *id == 0 && tables.next() && tables.number(0) == 0;
    if (!isNew)
        return fail(ErrorCode::StoreForeign, u"the data file belongs to another program"_s);
    return {};
}

// For its owner alone: there are hours and rates of other people in it.
bool makeFolder(const QString &path)
{
    return QDir().mkpath(path)
        && QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

Result<> checkWritable(const QString &path)
{
    const QFileInfo file(path);
    const QFileInfo folder(file.absolutePath());
    if (!folder.isDir() && !makeFolder(file.absolutePath()))
        return fail(ErrorCode::StoreReadOnly, u"the data folder cannot be made"_s);
    if ((file.exists() && !file.isWritable()) || !QFileInfo(file.absolutePath()).isWritable())
        return fail(ErrorCode::StoreReadOnly, u"the data file cannot be written"_s);
    return {};
}

// SQLite sees a damaged page, not a damaged value: a change whose bytes are not those that were
// written could hold other hours. What came from the server is counted by its digest.
Result<> checkOwnChanges(Database &database)
{
    const Result<bool> used = hasTable(database, u"outbox"_s);
    if (!used || !*used)
        return used ? Result<>() : fail(used.error());
    Statement select(database, u"check.outbox"_s, u"SELECT envelope, hash, mid FROM outbox"_s);
    if (const Result<> ran = select.run(); !ran)
        return ran;
    while (select.next()) {
        const auto envelope = protocol::decodeEnvelope(select.bytes(0));
        if (!envelope || envelope->mutation.toByteArray() != select.bytes(2)
            || sha256(select.bytes(0)).toByteArray() != select.bytes(1))
            return fail(ErrorCode::StoreCorrupt, u"a change in the data file is damaged"_s);
    }
    return select.ended();
}

// Of all tables only after the program did not leave the file in order: that can take a second.
// Own changes are nowhere else, so they are looked at every time; disks forget bits at rest too.
Result<> checkPages(Database &database, bool &wasLeftInOrder)
{
    const Result<qint64> clean = pragmaNumber(database, u"user_version"_s);
    if (!clean)
        return fail(clean.error());
    wasLeftInOrder = *clean == 1;
    const Result<bool> used = hasTable(database, u"outbox"_s);
    if (!used || (wasLeftInOrder && !*used))
        return used ? Result<>() : fail(used.error());
    const QString what =
        wasLeftInOrder ? u"PRAGMA quick_check(outbox)"_s : u"PRAGMA quick_check(1)"_s;
    Statement check(database, u"quick_check"_s, what);
    if (const Result<> ran = check.run(); !ran)
        return fail(ErrorCode::StoreCorrupt, u"the data file cannot be checked"_s);
    if (!check.next() || check.text(0) != u"ok")
        return fail(ErrorCode::StoreCorrupt, u"the data file is damaged"_s);
    return checkOwnChanges(database);
}

Result<> copyBeforeMigration(Database &database, const QString &path)
{
    const Result<bool> used = hasTable(database, u"schema_migration"_s);
    if (!used)
        return fail(used.error());
    if (!*used)
        return {};
    const Result<int> version = schemaVersion(database);
    if (!version)
        return fail(version.error());
    const auto steps = migrationsOf(Schema::Client, Dialect::Sqlite);
    if (*version == 0 || *version >= steps.back().number)
        return {};
    const QString copy = u"%1.before-%2"_s.arg(path, QString::number(*version + 1));
    if (QFile::exists(copy))
        return {};
    QString quoted = copy;
    quoted.replace(u'\'', u"''"_s);
    const QString vacuum = u"VACUUM INTO '"_s + quoted + u'\'';
    return database.execute(vacuum);
}

// A damaged page shows as one of several codes, depending on where it lies.
Error asCorrupt(const Error &error)
{
    const bool itself = error.code == ErrorCode::StoreFull || error.code == ErrorCode::StoreReadOnly
        || error.code == ErrorCode::StoreNewer || error.code == ErrorCode::Busy;
    return itself ? error : Error{ErrorCode::StoreCorrupt, error.message};
}

} // namespace

Result<std::unique_ptr<ClientFile>> ClientFile::open(const QString &path)
{
    if (const Result<> writable = checkWritable(path); !writable)
        return fail(writable.error());
    std::unique_ptr<ClientFile> file(new ClientFile);
    file->m_lock = std::make_unique<QLockFile>(path + u".lock"_s);
    file->m_lock->setStaleLockTime(0); // only a process that is gone leaves a stale one
    if (!file->m_lock->tryLock(0))
        return fail(ErrorCode::StoreInUse, u"another program has the data file open"_s);
    if (const Result<> ours = checkHeader(path); !ours)
        return fail(ours.error());

    auto database = Database::openSqlite(path);
    if (!database)
        return fail(asCorrupt(database.error()));
    file->m_database = std::move(*database);
    Database &opened = *file->m_database;
    Result<> ready = checkOwner(opened);
    if (!ready && ready.error().code == ErrorCode::StoreForeign)
        return fail(ready.error());
    ready = ready ? checkPages(opened, file->m_wasLeftInOrder) : ready;
    ready = ready ? opened.execute(u"PRAGMA trusted_schema = OFF"_s) : ready;
    ready = ready ? opened.execute(u"PRAGMA wal_autocheckpoint = %1"_s.arg(logPagesMax)) : ready;
    ready = ready ? copyBeforeMigration(opened, path) : ready;
    ready = ready ? opened.execute(u"PRAGMA application_id = %1"_s.arg(applicationId)) : ready;
    ready = ready ? opened.execute(u"PRAGMA user_version = 0"_s) : ready; // in use
    ready = ready ? migrate(opened, migrationsOf(Schema::Client, Dialect::Sqlite)) : ready;
    if (!ready)
        return fail(asCorrupt(ready.error()));
    return file;
}

void ClientFile::tidy()
{
    // If this fails the log stays as it is, and the next one or a commit empties it.
    static_cast<void>(m_database->execute(u"PRAGMA wal_checkpoint(PASSIVE)"_s).has_value());
}

ClientFile::~ClientFile()
{
    if (!m_database)
        return;
    // If this fails the next start looks closer, that is all.
    static_cast<void>(m_database->execute(u"PRAGMA user_version = 1"_s).has_value());
    static_cast<void>(m_database->execute(u"PRAGMA optimize"_s).has_value());
}

namespace {

// Who the device is, but nothing of what it had received: the server gives that back. Without it
// the device has to be invited again; its changes are kept all the same.
Result<> salvageIdentity(SqliteClientStorage &from, SqliteClientStorage &to)
{
    const auto meta = from.meta();
    if (!meta || meta->production.isNull())
        return {};
    sync::ClientMeta kept;
    kept.production = meta->production;
    kept.device = meta->device;
    kept.user = meta->user;
    kept.person = meta->person;
    kept.role = meta->role;
    kept.certificate = meta->certificate;
    kept.lastHash = meta->lastHash;
    return to.setMeta(kept);
}

// Row by row, so that a damaged page costs what is on it and not what is behind it. A row whose
// bytes are not those that were written could hold other hours: it stays in the damaged file.
Result<int> salvageChanges(Database &from, SqliteClientStorage &to)
{
    // Where the table itself cannot be found, asking for a million rows would take minutes: each
    // question reads the damaged schema again.
    Statement table(from, u"rescue.table"_s, u"SELECT n FROM outbox LIMIT 0"_s);
    if (!table.run())
        return 0;
    constexpr qint64 endMax = 1'000'000; // whatever a damaged page says
    int changes = 0;
    Statement last(from, u"rescue.last"_s, u"SELECT max(n) FROM outbox"_s);
    const qint64 end = last.run() && last.next() ? std::min(last.number(0), endMax) : endMax;
    for (qint64 n = 1; n <= end; ++n) {
        Statement one(from, u"rescue.row"_s, u"SELECT envelope, hash FROM outbox WHERE n = :n"_s);
        one.bind(u":n", n);
        if (!one.run() || !one.next())
            continue;
        sync::OutboxRow row;
        row.envelope = one.bytes(0);
        row.hash = sha256(row.envelope);
        const auto envelope = protocol::decodeEnvelope(row.envelope);
        if (row.hash.toByteArray() != one.bytes(1) || !envelope)
            continue;
        // From the envelope: what the row says beside it may be damaged.
        row.mutation = envelope->mutation;
        row.entity = envelope->entity;
        row.stream = envelope->stream;
        row.sequence = envelope->sequence;
        const auto appended = to.appendOutbox(row);
        if (!appended && appended.error().code == ErrorCode::AlreadyExists)
            continue;
        if (!appended)
            return fail(appended.error());
        ++changes;
    }
    return changes;
}

void salvageSettings(Database &from, Database &to)
{
    Statement settings(from, u"rescue.settings"_s,
                       u"SELECT name, value FROM setting ORDER BY name LIMIT 1000"_s);
    if (!settings.run())
        return;
    Statement put(to, u"rescue.setting"_s,
                  u"INSERT OR REPLACE INTO setting (name, value) VALUES (:name, :value)"_s);
    while (settings.next()) {
        put.bind(u":name", settings.text(0)).bind(u":value", settings.bytes(1));
        if (!put.run())
            return; // they can be chosen again
    }
}

Result<int> salvage(Database &from, Database &to)
{
    SqliteClientStorage source(from);
    SqliteClientStorage target(to);
    if (const Result<> begun = target.begin(); !begun)
        return fail(begun.error());
    const Result<> known = salvageIdentity(source, target);
    const Result<int> changes = known ? salvageChanges(from, target) : fail(known.error());
    if (!changes) {
        target.rollback();
        return changes;
    }
    salvageSettings(from, to);
    if (const Result<> committed = target.commit(); !committed)
        return fail(committed.error());
    return changes;
}

Result<> moveDatabase(const QString &from, const QString &to)
{
    for (const QString &suffix : {u""_s, u"-wal"_s}) {
        const QString part = from + suffix;
        const QString aside = to + suffix;
        if (QFile::exists(part) && !QFile::rename(part, aside))
            return fail(ErrorCode::StoreReadOnly, u"the damaged file cannot be moved aside"_s);
    }
    QFile::remove(from + u"-shm"_s); // SQLite makes it anew from the log
    return {};
}

Result<> moveAside(const QString &path, const QString &aside)
{
    QLockFile lock(path + u".lock"_s);
    lock.setStaleLockTime(0);
    if (!lock.tryLock(0))
        return fail(ErrorCode::StoreInUse, u"another program has the data file open"_s);
    return moveDatabase(path, aside);
}

} // namespace

Result<ClientFile::Rescue> ClientFile::rescue(const QString &path)
{
    Rescue rescue;
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    rescue.movedTo = u"%1.damaged-%2"_s.arg(path, stamp);
    if (const Result<> moved = moveAside(path, rescue.movedTo); !moved)
        return fail(moved.error());
    Result<int> changes = 0;
    {
        auto fresh = open(path);
        const auto damaged = Database::openForReading(rescue.movedTo);
        if (!fresh)
            changes = fail(fresh.error());
        else if (damaged) // if not even that opens there is nothing of ours to read
            changes = salvage(**damaged, (*fresh)->database());
    }
    if (!changes) {
        // Rather the damaged file once more than an empty one that looks like all is well.
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(path + suffix);
        if (const Result<> back = moveDatabase(rescue.movedTo, path); !back)
            return fail(back.error());
        return fail(changes.error());
    }
    rescue.changes = *changes;
    return rescue;
}

} // namespace film::store
