#include "tests/e2e/postgres_cluster.h"

#include "tests/e2e/free_port.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <cerrno>
#include <csignal>

#include <pwd.h>
#include <unistd.h>

namespace film::e2e {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;

QString programs()
{
    const QDir installed(u"/usr/lib/postgresql"_s);
    const QStringList versions =
        installed.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    if (!versions.isEmpty())
        return installed.filePath(versions.front() + u"/bin/"_s);
    return QFileInfo(QStandardPaths::findExecutable(u"pg_ctl"_s)).path() + u'/';
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool append(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::Append) && file.write(text) == text.size();
}

// Gone, or dead and only not yet asked for by its parent.
bool isOver(int process)
{
    const QByteArray status = contentsOf(u"/proc/%1/stat"_s.arg(process));
    return status.isEmpty() || status.mid(status.lastIndexOf(')') + 2).startsWith('Z');
}

} // namespace

bool PostgresCluster::isInstalled()
{
    return QFile::exists(programs() + u"initdb"_s);
}

bool PostgresCluster::handOver(const QString &folder)
{
    const passwd *other = getpwnam("postgres");
    return geteuid() != 0 || !other
        || chown(QFile::encodeName(folder).constData(), other->pw_uid, other->pw_gid) == 0;
}

PostgresCluster::PostgresCluster(QString folder, QString name)
    : m_folder(std::move(folder))
    , m_name(std::move(name))
    , m_port(freePort())
{}

PostgresCluster::~PostgresCluster()
{
    if (isRunning())
        static_cast<void>(stop(u"immediate"_s));
}

QString PostgresCluster::address() const
{
    return u"postgresql://%1@127.0.0.1:%2/%3"_s.arg(
        QString::fromLatin1(user), QString::number(m_port), QString::fromLatin1(database));
}

QByteArray PostgresCluster::messages() const
{
    return contentsOf(m_folder + u"/said"_s) + contentsOf(m_folder + u"/log"_s);
}

bool PostgresCluster::runs(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder);
    // Not pipes: a cluster that it starts would keep them open.
    process.setStandardOutputFile(m_folder + u"/said"_s, QIODevice::Append);
    process.setStandardErrorFile(m_folder + u"/said"_s, QIODevice::Append);
    const QString path = programs() + program;
    if (geteuid() == 0)
        process.start(
            u"setpriv"_s,
            QStringList{u"--reuid=postgres"_s, u"--regid=postgres"_s, u"--clear-groups"_s, path}
                + arguments);
    else
        process.start(path, arguments);
    return process.waitForFinished(patienceMs) && process.exitCode() == 0;
}

bool PostgresCluster::create(const QByteArray &settings) const
{
    return runs(u"initdb"_s,
                {u"-D"_s, data(), u"-U"_s, QString::fromLatin1(user), u"--auth=trust"_s, u"-E"_s,
                 u"UTF8"_s, u"--locale=C"_s})
        && append(data() + u"/postgresql.conf"_s, settings);
}

bool PostgresCluster::copyOf(const PostgresCluster &primary) const
{
    return runs(u"pg_basebackup"_s,
                {u"-h"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(primary.m_port), u"-U"_s,
                 QString::fromLatin1(user), u"-D"_s, data(), u"-R"_s, u"-X"_s, u"stream"_s, u"-c"_s,
                 u"fast"_s});
}

bool PostgresCluster::remove() const
{
    return !isRunning() && QDir(data()).removeRecursively();
}

bool PostgresCluster::createDatabase() const
{
    return runs(u"createdb"_s,
                {u"-h"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(m_port), u"-U"_s,
                 QString::fromLatin1(user), QString::fromLatin1(database)});
}

bool PostgresCluster::start() const
{
    return runs(u"pg_ctl"_s,
                {u"-D"_s, data(), u"-w"_s, u"-t"_s, u"30"_s, u"-l"_s, m_folder + u"/log"_s, u"-o"_s,
                 u"-p %1 -c listen_addresses=127.0.0.1 -c unix_socket_directories="_s.arg(m_port),
                 u"start"_s});
}

bool PostgresCluster::stop(const QString &mode) const
{
    return runs(u"pg_ctl"_s, {u"-D"_s, data(), u"-w"_s, u"-m"_s, mode, u"stop"_s});
}

bool PostgresCluster::set(const QByteArray &settings) const
{
    return append(data() + u"/postgresql.conf"_s, settings)
        && runs(u"pg_ctl"_s, {u"-D"_s, data(), u"reload"_s});
}

bool PostgresCluster::promote() const
{
    return runs(u"pg_ctl"_s, {u"-D"_s, data(), u"-w"_s, u"promote"_s});
}

int PostgresCluster::postmaster() const
{
    return contentsOf(data() + u"/postmaster.pid"_s).split('\n').value(0).toInt();
}

bool PostgresCluster::isRunning() const
{
    return postmaster() > 0;
}

QList<PostgresCluster::Process> PostgresCluster::children() const
{
    const int parent = postmaster();
    QList<Process> found;
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        const int id = name.toInt();
        if (id <= 0 || parent <= 0)
            continue;
        const QByteArray status = contentsOf(u"/proc/%1/stat"_s.arg(id));
        if (status.mid(status.lastIndexOf(')') + 2).split(' ').value(1).toInt() == parent)
            found.append({id, contentsOf(u"/proc/%1/cmdline"_s.arg(id))});
    }
    return found;
}

void PostgresCluster::killAll()
{
    // Stopped first: a child that it makes after the list was taken would live on, keep its memory
    // and not let it be started again.
    const int parent = postmaster();
    if (parent > 0)
        ::kill(parent, SIGSTOP);
    QList<Process> all = children();
    all.prepend({parent, {}});
    for (const Process &process : all) {
        if (process.id > 0)
            ::kill(process.id, SIGKILL);
    }
    // Its memory is given back when the last is gone; until then it cannot be started again.
    for (const Process &process : all) {
        while (process.id > 0 && !isOver(process.id))
            ::usleep(1'000);
    }
    // After a power cut its number is nobody's; here it may still be that of a dead process whose
    // parent does not ask.
    QFile::remove(data() + u"/postmaster.pid"_s);
}

bool PostgresCluster::killBackend(RandomSource &random)
{
    const QByteArray title = QByteArray("postgres: ") + user + ' ' + database;
    QList<Process> backends = children();
    backends.removeIf(
        [&title](const Process &process) { return !process.commandLine.startsWith(title); });
    if (backends.isEmpty())
        return false;
    const auto chosen = qsizetype(random.below(quint64(backends.size())));
    return ::kill(backends.at(chosen).id, SIGKILL) == 0;
}

int PostgresCluster::cancelWaitsForStandby() const
{
    int cancelled = 0;
    for (const Process &process : children()) {
        // Its title says what it does: "postgres: USER DATABASE HOST(PORT) COMMIT waiting for LSN".
        if (process.commandLine.contains(" waiting for ") && process.commandLine.contains(user)
            && ::kill(process.id, SIGINT) == 0)
            ++cancelled;
    }
    return cancelled;
}

} // namespace film::e2e
