#include "tests/e2e/postgres_pair.h"

#include "tests/e2e/free_port.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <pwd.h>
#include <unistd.h>

namespace film::e2e {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;
constexpr auto user = "film";
constexpr auto database = "filmtracker";

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

} // namespace

PostgresPair::PostgresPair(Replication replication)
    : m_primaryPort(freePort())
    , m_standbyPort(freePort())
{
    // PostgreSQL refuses to run as root, and has to reach its folder as somebody else.
    if (const passwd *other = getpwnam("postgres"); geteuid() == 0 && other) {
        if (chown(QFile::encodeName(m_folder.path()).constData(), other->pw_uid, other->pw_gid)
            != 0)
            qFatal("the folder of the database could not be given away");
    }
    if (!startPrimary() || !startStandby(replication))
        qFatal("PostgreSQL did not start: %s", contentsOf(folder(u"log"_s)).constData());
}

PostgresPair::~PostgresPair()
{
    for (const QString &name : {u"standby"_s, u"primary"_s})
        static_cast<void>(
            runs(u"pg_ctl"_s, {u"-D"_s, folder(name), u"-m"_s, u"immediate"_s, u"stop"_s}));
}

QString PostgresPair::address() const
{
    return u"postgresql://%1@/%2?host=127.0.0.1,127.0.0.1&port=%3,%4"_s.arg(
        QString::fromLatin1(user), QString::fromLatin1(database), QString::number(m_primaryPort),
        QString::number(m_standbyPort));
}

bool PostgresPair::runs(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    // Not pipes: a cluster that it starts would keep them open.
    process.setStandardOutputFile(folder(u"said"_s), QIODevice::Append);
    process.setStandardErrorFile(folder(u"said"_s), QIODevice::Append);
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

bool PostgresPair::startCluster(const QString &name, quint16 port) const
{
    return runs(u"pg_ctl"_s,
                {u"-D"_s, folder(name), u"-w"_s, u"-t"_s, u"30"_s, u"-l"_s, folder(u"log"_s),
                 u"-o"_s,
                 u"-p %1 -c listen_addresses=127.0.0.1 -c unix_socket_directories=%2"_s.arg(
                     QString::number(port), m_folder.path()),
                 u"start"_s});
}

bool PostgresPair::startPrimary()
{
    const QString data = folder(u"primary"_s);
    if (!runs(u"initdb"_s,
              {u"-D"_s, data, u"-U"_s, QString::fromLatin1(user), u"--auth=trust"_s, u"-E"_s,
               u"UTF8"_s, u"--locale=C"_s}))
        return false;
    const QByteArray settings = "wal_level = replica\nmax_wal_senders = 4\nhot_standby = on\n"
                                "wal_keep_size = 256MB\n";
    if (!append(data + u"/postgresql.conf"_s, settings)
        || !startCluster(u"primary"_s, m_primaryPort)
        || !runs(u"createdb"_s,
                 {u"-h"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(m_primaryPort), u"-U"_s,
                  QString::fromLatin1(user), QString::fromLatin1(database)}))
        return false;
    return true;
}

bool PostgresPair::startStandby(Replication replication)
{
    if (!runs(u"pg_basebackup"_s,
              {u"-h"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(m_primaryPort), u"-U"_s,
               QString::fromLatin1(user), u"-D"_s, folder(u"standby"_s), u"-R"_s, u"-X"_s,
               u"stream"_s, u"-c"_s, u"fast"_s})
        || !startCluster(u"standby"_s, m_standbyPort))
        return false;
    // Not in the copy: once promoted it would wait for a standby that nobody has.
    return replication == Replication::Asynchronous
        || (append(folder(u"primary"_s) + u"/postgresql.conf"_s,
                   "synchronous_standby_names = '*'\n")
            && runs(u"pg_ctl"_s, {u"-D"_s, folder(u"primary"_s), u"reload"_s}));
}

void PostgresPair::stopStandby()
{
    QVERIFY(
        runs(u"pg_ctl"_s, {u"-D"_s, folder(u"standby"_s), u"-w"_s, u"-m"_s, u"fast"_s, u"stop"_s}));
}

void PostgresPair::killPrimary()
{
    QVERIFY(runs(u"pg_ctl"_s,
                 {u"-D"_s, folder(u"primary"_s), u"-w"_s, u"-m"_s, u"immediate"_s, u"stop"_s}));
}

void PostgresPair::promoteStandby()
{
    const QString data = folder(u"standby"_s);
    if (!QFile::exists(data + u"/postmaster.pid"_s))
        QVERIFY(startCluster(u"standby"_s, m_standbyPort));
    QVERIFY2(runs(u"pg_ctl"_s, {u"-D"_s, data, u"-w"_s, u"promote"_s}),
             contentsOf(folder(u"log"_s)).constData());
}

} // namespace film::e2e
