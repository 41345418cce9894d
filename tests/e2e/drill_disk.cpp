// K5: the disk of a device, and then the database's, is full while people type.

#include "shared/store/statement.h"
#include "tests/e2e/crew_stage.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

namespace film::e2e {

using namespace Qt::StringLiterals;

namespace {

constexpr int linesMax = 20'000; // a disk of a few MiB is full long before
constexpr int exitStore = 5;     // of the client: the data file cannot be used
constexpr int patienceMs = 30'000;
constexpr int linesOntoServerMax = 3'000;
constexpr quint64 linesAtOnce = 5;
constexpr int roomForServerMebibytes = 2; // beside what it has already
constexpr qint64 mebibyte = 1024 * 1024;

bool runs(const QString &program, const QStringList &arguments)
{
    return QProcess::execute(program, arguments) == 0;
}

// A file system of its own for one folder; only root may mount one.
class SmallDisk
{
public:
    SmallDisk(QString path, qint64 mebibytes, uint owner = 0)
        : m_path(std::move(path))
    {
        QDir().mkpath(m_path);
        const QString options = u"size=%1m,mode=0700,uid=%2"_s.arg(mebibytes).arg(owner);
        m_isMounted = runs(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, options, u"tmpfs"_s, m_path});
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            runs(u"umount"_s, {u"-l"_s, m_path});
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    [[nodiscard]] bool isMounted() const { return m_isMounted; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] bool grow() const
    {
        return runs(u"mount"_s, {u"-o"_s, u"remount,size=256m"_s, m_path});
    }

private:
    QString m_path;
    bool m_isMounted = false;
};

// All tables and indexes of the stage's database on a small disk, and back before it goes. Needs
// the database's own computer, and its superuser.
class SmallTablespace
{
public:
    explicit SmallTablespace(Stage &stage)
        : m_folder(stage.filePath(u"tablespace"_s))
    {
        auto database = store::Database::open(stage.databaseAddress());
        if (!database)
            return;
        m_database = *std::move(database);
        const QString data = text(u"SELECT current_setting('data_directory')"_s);
        const qint64 bytes =
            text(u"SELECT sum(pg_total_relation_size(oid))::text FROM pg_class"
                 " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"_s)
                .toLongLong();
        m_disk.emplace(m_folder, bytes / mebibyte + 1 + roomForServerMebibytes,
                       QFileInfo(data).ownerId());
        // The way to it has to be open to the database's own user.
        m_isReady = m_disk->isMounted()
            && runs(u"chmod"_s, {u"a+x"_s, QFileInfo(m_folder).absolutePath()})
            && execute(u"CREATE TABLESPACE filmtracker_small LOCATION '%1'"_s.arg(m_folder))
            && move(u"pg_default"_s, u"filmtracker_small"_s);
    }
    ~SmallTablespace()
    {
        if (m_isReady && move(u"filmtracker_small"_s, u"pg_default"_s))
            static_cast<void>(execute(u"DROP TABLESPACE filmtracker_small"_s));
    }
    Q_DISABLE_COPY_MOVE(SmallTablespace)

    [[nodiscard]] bool isReady() const { return m_isReady; }
    [[nodiscard]] const SmallDisk &disk() const { return *m_disk; }

private:
    QString text(const QString &sql) const
    {
        store::Statement select(*m_database, u"drill.text"_s, sql);
        return select.run() && select.next() ? select.text(0) : QString();
    }
    bool execute(const QString &sql) const
    {
        const Result<> done = m_database->execute(sql);
        if (!done)
            qWarning("%s", qUtf8Printable(done.error().message));
        return done.has_value();
    }
    bool move(const QString &from, const QString &to) const
    {
        return execute(u"ALTER TABLE ALL IN TABLESPACE %1 SET TABLESPACE %2"_s.arg(from, to))
            && execute(u"ALTER INDEX ALL IN TABLESPACE %1 SET TABLESPACE %2"_s.arg(from, to));
    }

    QString m_folder;
    std::unique_ptr<store::Database> m_database;
    std::optional<SmallDisk> m_disk;
    bool m_isReady = false;
};

void serverDisk(const DrillOptions &options, DrillReport &report)
{
    DrillOptions onPostgres = options;
    onPostgres.onSqlite = false;
    CrewStage crew(onPostgres, report);
    if (!crew.isReady())
        return;
    crew.joinEverybody();
    const SmallTablespace small(crew.stage());
    report.require(small.isReady(), u"the database could not be moved to a small disk"_s);
    if (!small.isReady())
        return;
    const QString full =
        u"53100"_s; // disk_full; the server's log has no more of an error than this
    int lines = 0;
    while (lines < linesOntoServerMax && !crew.stage().serverMessages().contains(full)) {
        crew.type(linesAtOnce);
        lines += int(linesAtOnce);
    }
    report.figure(u"lines of each typed until the database's disk was full"_s, lines);
    report.require(lines < linesOntoServerMax, u"the database's disk did not get full"_s);
    // People go on, and what they type is saved where they are.
    crew.type(linesAtOnce);
    report.require(crew.stage().isServerUp(), u"the server went down with the disk"_s);
    report.require(small.disk().grow(), u"the database's disk could not be made larger"_s);
    crew.finish();
    crew.check();
}

void deviceDisk(const DrillOptions &options, DrillReport &report)
{
    CrewStage crew(options, report);
    if (!crew.isReady())
        return;
    Stage &stage = crew.stage();
    const int mebibytes = options.pick(4, 8);
    const SmallDisk disk(stage.dataFolder(u"maya"_s), mebibytes);
    if (!disk.isMounted()) {
        report.skip(u"a small file system can only be mounted by root"_s);
        return;
    }
    Typist &maya = crew.join(stage.serverUrl(), u"maya"_s, u"Maya Lindqvist"_s,
                             stage.inviteFor(u"Maya Lindqvist"_s));
    maya.start();
    int lines = 0;
    while (lines < linesMax && maya.type())
        ++lines;
    const int code = maya.finish(patienceMs);
    report.figure(u"MiB of the disk (tmpfs)"_s, mebibytes);
    report.figure(u"lines saved until it was full"_s, lines);
    report.require(lines < linesMax, u"the disk did not get full"_s);
    report.require(code == exitStore,
                   u"the client did not say that it could not save, but ended with %1"_s.arg(code));

    const auto stillFull = stage.run(u"maya"_s, {u"status"_s});
    report.note(u"opened while full: exit code %1"_s.arg(stillFull.code));
    report.require(disk.grow(), u"the disk could not be made larger"_s);
    maya.start();
    report.require(maya.type(), u"with room again nothing could be saved"_s);
    crew.finish();
    crew.check();
}

} // namespace

void drillDisk(const DrillOptions &options, DrillReport &report)
{
    deviceDisk(options, report);
    if (report.skipped().isEmpty() && !options.onSqlite)
        serverDisk(options, report);
}

} // namespace film::e2e
