#include "tests/e2e/postgres_pair.h"

namespace film::e2e {

using namespace Qt::StringLiterals;

PostgresPair::PostgresPair(Replication replication)
    : m_clusters{{{m_folder.path(), u"one"_s}, {m_folder.path(), u"other"_s}}}
{
    if (!PostgresCluster::handOver(m_folder.path()))
        qFatal("the folder of the database could not be given away");
    if (!startPrimary() || !startStandby(replication))
        qFatal("PostgreSQL did not start: %s", messages().constData());
}

QString PostgresPair::address() const
{
    return u"postgresql://%1@/%2?host=127.0.0.1,127.0.0.1&port=%3,%4"_s.arg(
        QString::fromLatin1(PostgresCluster::user), QString::fromLatin1(PostgresCluster::database),
        QString::number(m_clusters[0].port()), QString::number(m_clusters[1].port()));
}

QByteArray PostgresPair::messages() const
{
    return primary().messages(); // of both: they are in one folder
}

bool PostgresPair::startPrimary()
{
    return primary().create("wal_level = replica\nmax_wal_senders = 4\nhot_standby = on\n"
                            "wal_keep_size = 256MB\n")
        && primary().start() && primary().createDatabase();
}

bool PostgresPair::startStandby(Replication replication)
{
    if (!standby().copyOf(primary()) || !standby().start())
        return false;
    // Not in the copy: once promoted it would wait for a standby that nobody has.
    return replication == Replication::Asynchronous
        || primary().set("synchronous_standby_names = '*'\n");
}

bool PostgresPair::stopStandby()
{
    return standby().stop(u"fast"_s);
}

bool PostgresPair::killPrimary()
{
    return primary().stop(u"immediate"_s);
}

bool PostgresPair::promoteStandby()
{
    if ((!standby().isRunning() && !standby().start()) || !standby().promote())
        return false;
    m_primary = 1 - m_primary;
    return true;
}

bool PostgresPair::replaceLost(Replication replication)
{
    return standby().remove() && startStandby(replication);
}

} // namespace film::e2e
