#include "server/identity/server_database_sql.h"
#include "server/lanes/head_watch.h"
#include "shared/base/random.h"
#include "shared/store/epoch_repository.h"
#include "shared/store/privacy_repository.h"
#include "shared/store/production_repository.h"
#include "shared/store/statement.h"
#include "tests/support/test_database.h"

#include <QTest>

using namespace film;
using namespace film::server;
using namespace film::tests;
using namespace Qt::StringLiterals;

namespace {

// What sessions would be told.
class Told final : public SessionOutlet
{
public:
    void post(const SessionAddress &, sync::ServerSession::Event) override {}
    void headMoved(ProductionId, quint64 moved) override { head = moved; }
    void epochBegun(ProductionId, EpochId begun) override { epoch = begun; }
    void scopeMoved(ProductionId) override { ++moves; }
    void dropSessions(ProductionId) override {}

    int moves = 0;
    std::optional<quint64> head;
    std::optional<EpochId> epoch;
};

} // namespace

// A server that looks at a database which changes under it, as other servers and failovers do.
class TestHeadWatch : public QObject
{
    Q_OBJECT

private:
    struct Fixture {
        explicit Fixture(TestDatabase::Kind kind)
            : place(kind)
            , storage(std::move(*store::ServerStorageSql::open(place.address())))
            , watch(
                  place.address(), [this] { return ServerDatabaseSql::open(place.address()); },
                  told, clock, metrics)
        {
            const auto created = store::ProductionRepository(storage->database())
                                     .create(production, u"Test"_s, first, {}, clock.now());
            if (!created)
                qFatal("%s", qPrintable(created.error().message));
            watch.used(production, true);
            watch.start();
        }

        // As somebody who is not this server: the watch has to find out.
        void setHead(quint64 sequence, quint8 chain)
        {
            std::array<quint8, 32> bytes{};
            bytes.fill(chain);
            store::Statement set(storage->database(), u"test.set_head"_s,
                                 u"UPDATE production SET head_seq = :head, chain = :chain"_s);
            set.bind(u":head", sequence).bind(u":chain", Hash32(bytes).toByteArray());
            QVERIFY(set.run());
        }
        [[nodiscard]] EpochId epoch() { return storage->head(production)->epoch; }

        TestDatabase place;
        SystemClock clock;
        SystemRandom random;
        ProductionId production{random.bytes<16>()};
        EpochId first{random.bytes<16>()};
        std::unique_ptr<store::ServerStorageSql> storage;
        ServerMetrics metrics;
        Told told;
        HeadWatch watch;
    };

private slots:
    void aHistoryThatLostItsEndBeginsAnEpoch_data() { TestDatabase::kinds(); }
    void aHistoryThatLostItsEndBeginsAnEpoch()
    {
        QFETCH(TestDatabase::Kind, kind);
        Fixture fixture(kind);
        fixture.setHead(5, 1);
        QTRY_VERIFY(fixture.told.head == quint64(5));
        QVERIFY(!fixture.told.epoch);

        fixture.setHead(4, 1);

        QTRY_VERIFY(fixture.told.epoch);
        QVERIFY(fixture.epoch() != fixture.first);
        QCOMPARE(*fixture.told.epoch, fixture.epoch());
        // Whoever comes next is told of rows below the old head as well.
        QTRY_VERIFY(fixture.told.head == quint64(4));
    }

    void anotherHistoryOfTheSameLengthBeginsAnEpoch_data() { TestDatabase::kinds(); }
    void anotherHistoryOfTheSameLengthBeginsAnEpoch()
    {
        QFETCH(TestDatabase::Kind, kind);
        Fixture fixture(kind);
        fixture.setHead(5, 1);
        QTRY_VERIFY(fixture.told.head == quint64(5));

        fixture.setHead(5, 2);

        QTRY_VERIFY(fixture.told.epoch);
        QVERIFY(fixture.epoch() != fixture.first);
    }

    // No row of a log says it, so the sessions of every server are told by it.
    void whoIsRestrictedIsPassedOn_data() { TestDatabase::kinds(); }
    void whoIsRestrictedIsPassedOn()
    {
        QFETCH(TestDatabase::Kind, kind);
        Fixture fixture(kind);
        store::PrivacyRepository privacy(fixture.storage->database());
        const PersonId person(fixture.random.bytes<16>());
        QTRY_COMPARE(fixture.told.moves, 1); // whatever was so when the first session came

        QVERIFY(privacy.restrict({fixture.production, person, u"Disputed"_s, 1}));
        QTRY_COMPARE(fixture.told.moves, 2);
        QVERIFY(*privacy.release(fixture.production, person));
        QTRY_COMPARE(fixture.told.moves, 3);
    }

    void anEpochThatSomebodyElseBeganIsPassedOn_data() { TestDatabase::kinds(); }
    void anEpochThatSomebodyElseBeganIsPassedOn()
    {
        QFETCH(TestDatabase::Kind, kind);
        Fixture fixture(kind);
        fixture.setHead(5, 1);
        QTRY_VERIFY(fixture.told.head == quint64(5));

        QVERIFY(store::EpochRepository(fixture.storage->database())
                    .begin(fixture.production, fixture.first, u"restored"_s, fixture.clock.now()));
        const EpochId begun = fixture.epoch();

        QTRY_VERIFY(fixture.told.epoch == begun);
        QCOMPARE(fixture.epoch(), begun); // not once more
    }
};

QTEST_GUILESS_MAIN(TestHeadWatch)
#include "tst_head_watch.moc"
