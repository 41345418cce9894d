#include "server/identity/server_database_sql.h"
#include "server/lanes/read_pool.h"
#include "tests/support/test_database.h"

#include <QTest>

using namespace film;
using namespace film::server;
using namespace film::tests;
using namespace Qt::StringLiterals;

namespace {

// A connection that breaks when the test says so.
class Fragile final : public ServerDatabase
{
public:
    Fragile(std::unique_ptr<ServerDatabase> whole, const std::atomic<bool> &isBroken)
        : m_whole(std::move(whole))
        , m_isBroken(isBroken)
    {}

    sync::ServerStorage &storage() override { return m_whole->storage(); }
    store::Database &database() override { return m_whole->database(); }
    bool isAlive() const override { return !m_isBroken; }
    Result<> beginEpoch(ProductionId production, EpochId current, const QString &reason,
                        Instant now) override
    {
        return m_whole->beginEpoch(production, current, reason, now);
    }
    Result<JoinAnswer> join(const protocol::Join &join, Instant now) override
    {
        return m_whole->join(join, now);
    }
    Result<qint64> renew(ProductionId production, DeviceId device, const Hash32 &tokenHash,
                         Instant now) override
    {
        return m_whole->renew(production, device, tokenHash, now);
    }

private:
    std::unique_ptr<ServerDatabase> m_whole;
    const std::atomic<bool> &m_isBroken;
};

} // namespace

// The threads that read, over a database that goes away.
class TestReadPool : public QObject
{
    Q_OBJECT

private:
    struct Fixture {
        TestDatabase place{TestDatabase::Kind::Sqlite};
        ServerMetrics metrics;
        std::atomic<bool> isBroken = false;
        ReadPool pool{2,
                      [this]() -> Result<std::unique_ptr<ServerDatabase>> {
                          if (isBroken)
                              return fail(ErrorCode::Offline, u"there is no database"_s);
                          auto opened = ServerDatabaseSql::open(place.address());
                          if (!opened)
                              return fail(opened.error());
                          return std::make_unique<Fragile>(*std::move(opened), isBroken);
                      },
                      metrics};

        // All that was asked of every thread until now is done.
        [[nodiscard]] bool isIdle()
        {
            std::atomic<int> done = 0;
            for (const size_t key : {size_t(0), size_t(1)}) {
                if (!pool.run(key, [&done](ServerDatabase *) { ++done; }))
                    return false;
            }
            return QTest::qWaitFor([&done] { return done == 2; });
        }
    };

private slots:
    // The balancer gives nothing to a server that is not ready, so nobody would ask it to read.
    void aLostConnectionComesBackWithoutAnybodyReading()
    {
        Fixture fixture;
        QTRY_VERIFY(fixture.pool.isUp());
        fixture.isBroken = true;
        QVERIFY(fixture.isIdle());
        QTRY_VERIFY(!fixture.pool.isUp());

        fixture.isBroken = false;

        QTRY_VERIFY(fixture.pool.isUp());
    }

    void withoutADatabaseAJobIsToldSo()
    {
        Fixture fixture;
        QTRY_VERIFY(fixture.pool.isUp());
        fixture.isBroken = true;
        QVERIFY(fixture.isIdle());
        std::atomic<int> without = 0;

        QVERIFY(fixture.pool.run(
            0, [&without](ServerDatabase *database) { without += database == nullptr ? 1 : 0; }));

        QTRY_COMPARE(without.load(), 1);
    }
};

QTEST_GUILESS_MAIN(TestReadPool)
#include "tst_read_pool.moc"
