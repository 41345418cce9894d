#include "server/admin/backups.h"

#include "server/telemetry/logging.h"
#include "shared/base/random.h"
#include "shared/store/migrator.h"
#include "shared/store/statement.h"
#include "shared/store/transaction.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <unistd.h>

namespace film::server {

using namespace Qt::StringLiterals;
using store::BackupRow;
using State = store::BackupRow::State;

namespace {

constexpr int pollMs = 200;
// One that has been running for longer ended with its server.
constexpr std::chrono::hours lostAfter{6};

bool isFile(const QString &database)
{
    return database.startsWith(u"sqlite:"_s);
}

Result<QString> sha256Of(QFile &file)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.seek(0) || !hash.addData(&file))
        return fail(ErrorCode::StoreFailure, u"the backup cannot be read again"_s);
    return QString::fromLatin1(hash.result().toHex());
}

Result<> writeWhole(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush()
        || ::fsync(file.handle()) != 0)
        return fail(ErrorCode::StoreFailure, u"a file beside the backup cannot be written"_s);
    return {};
}

} // namespace

Result<> checkBackupFile(const QString &path)
{
    auto opened = store::Database::openForReading(path);
    if (!opened)
        return fail(opened.error());
    store::Statement check(**opened, u"backup.check"_s, u"PRAGMA integrity_check(1)"_s);
    if (const Result<> ran = check.run(); !ran)
        return fail(ran.error());
    if (!check.next() || check.text(0) != u"ok")
        return fail(ErrorCode::StoreCorrupt, u"the backup is damaged"_s);
    store::Statement schema(**opened, u"backup.schema"_s, u"SELECT count(*) FROM production"_s);
    if (!schema.run() || !schema.next())
        return fail(ErrorCode::StoreForeign, u"the backup is no database of a server"_s);
    return {};
}

Backups::Backups(BackupSettings settings, const Clock &clock)
    : m_settings(std::move(settings))
    , m_clock(clock)
{}

Backups::~Backups()
{
    m_isStopping = true;
    wait();
}

void Backups::wait()
{
    const std::lock_guard lock(m_mutex);
    if (m_thread.joinable())
        m_thread.join();
}

QString Backups::whyNot() const
{
    if (isFile(m_settings.database))
        return m_settings.folder.isEmpty() ? u"no folder for backups was given (--backup-folder)"_s
                                           : QString();
    return m_settings.command.isEmpty() ? u"no command for backups was given (--backup-command)"_s
                                        : QString();
}

Result<store::BackupId> Backups::begin(store::ServerStorageSql &storage, const Actor &by,
                                       Instant now)
{
    if (const QString why = whyNot(); !why.isEmpty())
        return fail(ErrorCode::InvalidInput, why);
    store::BackupRepository rows(storage.database());
    auto transaction = store::Transaction::begin(storage.database());
    if (!transaction)
        return fail(transaction.error());
    const auto running = rows.lastIn(State::Running);
    if (!running)
        return fail(running.error());
    if (*running) {
        if ((*running)->startedMs > msSinceEpoch(now - lostAfter))
            return fail(ErrorCode::Conflict, u"a backup is being made"_s);
        BackupRow lost = **running;
        lost.state = State::Failed;
        lost.endedMs = msSinceEpoch(now);
        lost.problem = u"the server that made it ended"_s;
        if (const Result<> done = rows.update(lost); !done)
            return fail(done.error());
    }
    SystemRandom random;
    BackupRow row;
    row.id = store::BackupId(random.bytes<16>());
    row.startedMs = msSinceEpoch(now);
    if (const Result<> added = rows.add(row); !added)
        return fail(added.error());
    store::ServerAct act;
    act.atMs = row.startedMs;
    act.act = u"backup-begun"_s;
    act.by = by.account;
    act.subject = row.id.toByteArray();
    act.address = by.address;
    if (const Result<> recorded = store::ServerAudit(storage.database(), random).append(act);
        !recorded)
        return fail(recorded.error());
    if (const Result<> committed = transaction->commit(); !committed)
        return fail(committed.error());
    const std::lock_guard lock(m_mutex);
    if (m_thread.joinable())
        m_thread.join(); // It has ended, but for its last lines.
    m_thread = std::thread([this, row] { run(row); });
    return row.id;
}

void Backups::run(BackupRow row)
{
    const Result<> made = make(row);
    row.state = made ? State::Done : State::Failed;
    row.endedMs = msSinceEpoch(m_clock.now());
    row.problem = made ? QString() : made.error().message;
    if (made)
        qCInfo(serverLog) << "a backup was made";
    else
        qCWarning(serverLog).noquote() << u"no backup was made: "_s + row.problem;
    auto database = store::Database::open(m_settings.database);
    const Result<> kept =
        database ? store::BackupRepository(**database).update(row) : fail(database.error());
    if (!kept)
        qCWarning(serverLog).noquote()
            << u"what became of a backup is not known: "_s + kept.error().message;
}

Result<> Backups::make(BackupRow &row)
{
    if (isFile(m_settings.database))
        return copyFile(row);
    if (const Result<> made = runCommand(m_settings.command); !made)
        return made;
    if (m_settings.verifyCommand.isEmpty())
        return {};
    if (const Result<> verified = runCommand(m_settings.verifyCommand); !verified)
        return fail(verified.error().during(u"putting it back"_s));
    row.verifiedMs = msSinceEpoch(m_clock.now());
    return {};
}

// Under another name until it is whole: what has the name of a backup is one.
Result<> Backups::copyFile(BackupRow &row)
{
    const QDir folder(m_settings.folder);
    if (!folder.mkpath(u"."_s))
        return fail(ErrorCode::StoreFailure, u"the folder for backups cannot be made"_s);
    const QString moment =
        QDateTime::fromMSecsSinceEpoch(row.startedMs, Qt::UTC).toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    row.name = u"filmtracker-%1-%2.sqlite"_s.arg(moment, row.id.toString().left(8));
    const QString path = folder.filePath(row.name);
    const QString part = path + u".part"_s;
    QFile::remove(part);
    // Its owner alone reads it, from its first byte on.
    QFile file(part);
    if (!file.open(QIODevice::ReadWrite, QFile::ReadOwner | QFile::WriteOwner))
        return fail(ErrorCode::StoreFailure, u"the folder for backups cannot be written to"_s);
    auto database = store::Database::open(m_settings.database);
    if (!database)
        return fail(database.error());
    const QString quoted = QString(part).replace(u'\'', u"''"_s);
    if (const Result<> copied = (*database)->execute(u"VACUUM INTO '%1'"_s.arg(quoted)); !copied) {
        QFile::remove(part);
        return fail(copied.error().during(u"copying the database"_s));
    }
    if (const Result<> whole = checkBackupFile(part); !whole) {
        QFile::remove(part);
        return whole;
    }
    row.verifiedMs = msSinceEpoch(m_clock.now());
    row.bytes = file.size();
    const auto sum = sha256Of(file);
    if (!sum)
        return fail(sum.error());
    row.sha256 = *sum;
    // As sha256sum reads it.
    const Result<> noted =
        writeWhole(path + u".sha256"_s, u"%1  %2\n"_s.arg(row.sha256, row.name).toUtf8());
    if (!noted)
        return noted;
    if (::fsync(file.handle()) != 0 || !QFile::rename(part, path))
        return fail(ErrorCode::StoreFailure, u"the backup cannot be given its name"_s);
    return {};
}

Result<> Backups::runCommand(const QString &command) const
{
    QStringList words = QProcess::splitCommand(command);
    if (words.isEmpty())
        return fail(ErrorCode::InvalidInput, u"the command is empty"_s);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"FILMTRACKER_DATABASE"_s, m_settings.database);
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    const QString program = words.takeFirst();
    process.start(program, words);
    if (!process.waitForStarted())
        return fail(ErrorCode::InvalidInput, u"the command cannot be started"_s);
    QElapsedTimer since;
    since.start();
    while (!process.waitForFinished(pollMs)) {
        if (process.state() == QProcess::NotRunning)
            break;
        if (!m_isStopping && !since.hasExpired(m_settings.timeMax.count()))
            continue;
        process.kill();
        process.waitForFinished();
        return fail(ErrorCode::Timeout,
                    m_isStopping ? u"the server ended meanwhile"_s
                                 : u"the command took too long"_s);
    }
    if (process.exitStatus() != QProcess::NormalExit)
        return fail(ErrorCode::StoreFailure, u"the command broke down"_s);
    if (process.exitCode() != 0)
        return fail(ErrorCode::StoreFailure,
                    u"the command ended with %1"_s.arg(process.exitCode()));
    return {};
}

} // namespace film::server
