#include "shared/store/migrator.h"
#include "shared/store/statement.h"
#include "tests/support/test_database.h"

#include <QTest>

#include <future>

using namespace film;
using namespace film::store;
using namespace film::tests;
using namespace Qt::StringLiterals;

class TestMigrator : public QObject
{
    Q_OBJECT

    static void kinds()
    {
        QTest::addColumn<bool>("onPostgres");
        QTest::newRow("sqlite") << false;
        if (TestDatabase::hasPostgres())
            QTest::newRow("postgresql") << true;
    }
    static std::unique_ptr<Database> open(const TestDatabase &place)
    {
        return std::move(*Database::open(place.address()));
    }
    static TestDatabase::Kind kind(bool onPostgres)
    {
        return onPostgres ? TestDatabase::Kind::Postgres : TestDatabase::Kind::Sqlite;
    }

private slots:
    void anEmptyDatabaseGetsEverything_data() { kinds(); }
    void anEmptyDatabaseGetsEverything()
    {
        QFETCH(bool, onPostgres);
        TestDatabase place(kind(onPostgres));
        const auto database = open(place);
        const auto steps = migrationsOf(Schema::Server, database->dialect());

        QVERIFY(!steps.empty());
        QVERIFY(migrate(*database, steps).has_value());
        QVERIFY(migrate(*database, steps).has_value()); // and a second time nothing

        QCOMPARE(*schemaVersion(*database), steps.back().number);
    }

    void aNewerSchemaIsRefused_data() { kinds(); }
    void aNewerSchemaIsRefused()
    {
        QFETCH(bool, onPostgres);
        TestDatabase place(kind(onPostgres));
        const auto database = open(place);
        const std::vector<Migration> older{
            {1, u"0001_a.sql"_s, u"CREATE TABLE a (x INTEGER);\n"_s}};
        std::vector<Migration> newer = older;
        newer.push_back({2, u"0002_b.sql"_s, u"CREATE TABLE b (x INTEGER);\n"_s});
        QVERIFY(migrate(*database, newer).has_value());

        const Result<> refused = migrate(*database, older);

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::StoreNewer);
    }

    void whatANewerSchemaOnlyAddedIsLeftAlone_data() { kinds(); }
    void whatANewerSchemaOnlyAddedIsLeftAlone()
    {
        QFETCH(bool, onPostgres);
        TestDatabase place(kind(onPostgres));
        const auto database = open(place);
        const std::vector<Migration> older{
            {1, u"0001_a.sql"_s, u"CREATE TABLE a (x INTEGER);\n"_s}};
        std::vector<Migration> newer = older;
        newer.push_back({2, u"0002_b.sql"_s, u"CREATE TABLE b (x INTEGER);\n"_s, 1});
        QVERIFY(migrate(*database, newer).has_value());

        QVERIFY(migrate(*database, older).has_value());

        QCOMPARE(*schemaVersion(*database), 2);
        QVERIFY(database->execute(u"SELECT x FROM b"_s).has_value());
    }

    void oneStepThatTakesSomethingAwayIsEnoughToBeRefused_data() { kinds(); }
    void oneStepThatTakesSomethingAwayIsEnoughToBeRefused()
    {
        QFETCH(bool, onPostgres);
        TestDatabase place(kind(onPostgres));
        const auto database = open(place);
        const std::vector<Migration> older{
            {1, u"0001_a.sql"_s, u"CREATE TABLE a (x INTEGER);\n"_s}};
        std::vector<Migration> newer = older;
        newer.push_back({2, u"0002_b.sql"_s, u"DROP TABLE a;\n"_s});
        newer.push_back({3, u"0003_c.sql"_s, u"CREATE TABLE c (x INTEGER);\n"_s, 1});
        QVERIFY(migrate(*database, newer).has_value());

        const Result<> refused = migrate(*database, older);

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::StoreNewer);
    }

    void theStepsThatWereShippedSayWhatTheyNeed()
    {
        for (const Dialect dialect : {Dialect::Sqlite, Dialect::Postgres}) {
            for (const Migration &step : migrationsOf(Schema::Server, dialect)) {
                QVERIFY2(step.usableFrom <= step.number, qPrintable(step.name));
                QCOMPARE(step.sql.contains(u"usable-from"_s), step.usableFrom != step.number);
            }
        }
    }

    void aStepThatWasChangedIsNoticed_data() { kinds(); }
    void aStepThatWasChangedIsNoticed()
    {
        QFETCH(bool, onPostgres);
        TestDatabase place(kind(onPostgres));
        const auto database = open(place);
        QVERIFY(migrate(*database, {{1, u"0001_a.sql"_s, u"CREATE TABLE a (x INTEGER);\n"_s}})
                    .has_value());

        const Result<> refused =
            migrate(*database, {{1, u"0001_a.sql"_s, u"CREATE TABLE a (y INTEGER);\n"_s}});

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::StoreForeign);
    }

    void serversThatStartAtOnceDoNotDisturbEachOther()
    {
        if (!TestDatabase::hasPostgres())
            QSKIP("no PostgreSQL here");
        TestDatabase place(TestDatabase::Kind::Postgres);
        std::vector<std::future<bool>> servers;
        for (int i = 0; i < 6; ++i)
            servers.push_back(std::async(std::launch::async, [&place] {
                const auto database = open(place);
                return migrate(*database, migrationsOf(Schema::Server, Dialect::Postgres))
                    .has_value();
            }));

        for (std::future<bool> &server : servers)
            QVERIFY(server.get());
    }

    void aStepThatFailsLeavesNothing_data() { kinds(); }
    void aStepThatFailsLeavesNothing()
    {
        QFETCH(bool, onPostgres);
        TestDatabase place(kind(onPostgres));
        const auto database = open(place);

        const Result<> failed = migrate(
            *database, {{1, u"0001_a.sql"_s, u"CREATE TABLE a (x INTEGER);\nNONSENSE;\n"_s}});

        QVERIFY(!failed);
        QCOMPARE(*schemaVersion(*database), 0);
        QVERIFY(database->execute(u"CREATE TABLE a (x INTEGER)"_s).has_value());
    }
};

QTEST_GUILESS_MAIN(TestMigrator)
#include "tst_migrator.moc"
