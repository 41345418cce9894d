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

namespace film::store {

using namespace Qt::StringLiterals;

namespace {

// "FiTr", in the file's header: a file without it is somebody else's.
constexpr qint64 applicationId = 0x46695472;

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
    if (!file.exists() || file.size() == 0)
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::StoreReadOnly, u"the data file cannot be read"_s);
    const QByteArray header = file.read(100);
    if (!header.startsWith("SQLite format 3") || header.size() < 100)
        return fail(ErrorCode::StoreForeign, u"the data file is not a database"_s);
    const auto at = [&header](int i) { return static_cast<quint8>(header[i]); };
    const qint64 id =
        (qint64(at(68)) << 24) | (qint64(at(69)) << 16) | (qint64(at(70)) << 8) | at(71);
    if (id != applicationId)
        return fail(ErrorCode::StoreForeign, u"the data file belongs to another program"_s);
    return {};
}

Result<> checkWritable(const QString &path)
{
    const QFileInfo file(path);
    const QFileInfo folder(file.absolutePath());
    if (!folder.isDir() && !QDir().mkpath(file.absolutePath()))
        return fail(ErrorCode::StoreReadOnly, u"the data folder cannot be made"_s);
    if ((file.exists() && !file.isWritable()) || !QFileInfo(file.absolutePath()).isWritable())
        return fail(ErrorCode::StoreReadOnly, u"the data file cannot be written"_s);
    return {};
}

// Thorough only after the program did not leave the file in order.
Result<> checkPages(Database &database)
{
    const Result<qint64> clean = pragmaNumber(database, u"user_version"_s);
    if (!clean)
        return fail(clean.error());
    if (*clean == 1)
        return {};
    Statement check(database, u"quick_check"_s, u"PRAGMA quick_check(1)"_s);
    if (const Result<> ran = check.run(); !ran)
        return fail(ErrorCode::StoreCorrupt, u"the data file cannot be checked"_s);
    if (!check.next() || check.text(0) != u"ok")
        return fail(ErrorCode::StoreCorrupt, u"the data file is damaged"_s);
    return {};
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
    Result<> ready = checkPages(opened);
    ready = ready ? opened.execute(u"PRAGMA trusted_schema = OFF"_s) : ready;
    ready = ready ? copyBeforeMigration(opened, path) : ready;
    ready = ready ? opened.execute(u"PRAGMA application_id = %1"_s.arg(applicationId)) : ready;
    ready = ready ? opened.execute(u"PRAGMA user_version = 0"_s) : ready; // in use
    ready = ready ? migrate(opened, migrationsOf(Schema::Client, Dialect::Sqlite)) : ready;
    if (!ready)
        return fail(asCorrupt(ready.error()));
    return file;
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

// Row by row, so that a damaged page costs what is on it and not what is behind it.
Result<int> salvage(Database &from, Database &to)
{
    SqliteClientStorage source(from);
    SqliteClientStorage target(to);
    const auto meta = source.meta();
    if (!meta || meta->production.isNull())
        return fail(ErrorCode::StoreCorrupt, u"not even the device's identity can be read"_s);
    sync::ClientMeta kept;
    kept.production = meta->production;
    kept.device = meta->device;
    kept.user = meta->user;
    kept.person = meta->person;
    kept.role = meta->role;
    kept.certificate = meta->certificate;
    kept.lastHash = meta->lastHash;
    if (const Result<> begun = target.begin(); !begun)
        return fail(begun.error());
    Result<> written = target.setMeta(kept);
    int changes = 0;
    Statement last(from, u"rescue.last"_s, u"SELECT max(n) FROM outbox"_s);
    const qint64 end = last.run() && last.next() ? last.number(0) : 1'000'000;
    for (qint64 n = 1; written && n <= end; ++n) {
        Statement one(from, u"rescue.row"_s,
                      u"SELECT mid, eid, stream, sseq, envelope FROM outbox WHERE n = :n"_s);
        one.bind(u":n", n);
        if (!one.run() || !one.next())
            continue;
        sync::OutboxRow row;
        row.mutation = MutationId::fromBytes(one.bytes(0)).value_or(MutationId());
        row.entity = EntityId::fromBytes(one.bytes(1)).value_or(EntityId());
        row.stream = StreamId::fromBytes(one.bytes(2)).value_or(StreamId());
        row.sequence = one.unsignedNumber(3);
        row.envelope = one.bytes(4);
        row.hash = sha256(row.envelope);
        if (row.mutation.isNull() || !protocol::decodeEnvelope(row.envelope))
            continue;
        const auto appended = target.appendOutbox(row);
        written = appended ? Result<>() : fail(appended.error());
        ++changes;
    }
    Statement settings(from, u"rescue.settings"_s,
                       u"SELECT name, value FROM setting ORDER BY name LIMIT 1000"_s);
    if (written && settings.run()) {
        while (settings.next()) {
            Statement put(to, u"rescue.setting"_s,
                          u"INSERT OR REPLACE INTO setting (name, value) VALUES (:name, :value)"_s);
            put.bind(u":name", settings.text(0)).bind(u":value", settings.bytes(1));
            if (!put.run())
                break;
        }
    }
    if (!written) {
        target.rollback();
        return fail(written.error());
    }
    if (const Result<> committed = target.commit(); !committed)
        return fail(committed.error());
    return changes;
}

} // namespace

Result<ClientFile::Rescue> ClientFile::rescue(const QString &path)
{
    Rescue rescue;
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    rescue.movedTo = u"%1.damaged-%2"_s.arg(path, stamp);
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        const QString part = path + suffix;
        const QString aside = rescue.movedTo + suffix;
        if (QFile::exists(part) && !QFile::rename(part, aside))
            return fail(ErrorCode::StoreReadOnly, u"the damaged file cannot be moved aside"_s);
    }
    auto fresh = open(path);
    if (!fresh)
        return fail(fresh.error());
    auto damaged = Database::openSqlite(rescue.movedTo);
    if (!damaged)
        return rescue; // a foreign file: there was nothing of ours
    const Result<int> changes = salvage(**damaged, (*fresh)->database());
    rescue.changes = changes.value_or(0);
    return rescue;
}

} // namespace film::store
