#include "tests/e2e/postgres_pair.h"

#include <QTest>

namespace film::e2e {

using namespace Qt::StringLiterals;

PostgresPair::PostgresPair(Replication replication)
    : m_primary(m_folder.path(), u"primary"_s)
    , m_standby(m_folder.path(), u"standby"_s)
{
    if (!PostgresCluster::handOver(m_folder.path()))
        qFatal("the folder of the database could not be given away");
    if (!startPrimary() || !startStandby(replication))
        qFatal("PostgreSQL did not start: %s", m_primary.messages().constData());
}

QString PostgresPair::address() const
{
    return u"postgresql://%1@/%2?host=127.0.0.1,127.0.0.1&port=%3,%4"_s.arg(
        QString::fromLatin1(PostgresCluster::user), QString::fromLatin1(PostgresCluster::database),
        QString::number(m_primary.port()), QString::number(m_standby.port()));
}

bool PostgresPair::startPrimary()
{
    return m_primary.create("wal_level = replica\nmax_wal_senders = 4\nhot_standby = on\n"
                            "wal_keep_size = 256MB\n")
        && m_primary.start() && m_primary.createDatabase();
}

bool PostgresPair::startStandby(Replication replication)
{
    if (!m_standby.copyOf(m_primary) || !m_standby.start())
        return false;
    // Not in the copy: once promoted it would wait for a standby that nobody has.
    return replication == Replication::Asynchronous
        || m_primary.set("synchronous_standby_names = '*'\n");
}

void PostgresPair::stopStandby()
{
    QVERIFY(m_standby.stop(u"fast"_s));
}

void PostgresPair::killPrimary()
{
    QVERIFY(m_primary.stop(u"immediate"_s));
}

void PostgresPair::promoteStandby()
{
    if (!m_standby.isRunning())
        QVERIFY(m_standby.start());
    QVERIFY2(m_standby.promote(), m_standby.messages().constData());
}

} // namespace film::e2e
