#include "shared/store/migrator.h"
#include "shared/store/production_repository.h"
#include "shared/store/server_storage_sql.h"
#include "shared/store/statement.h"
#include "shared/store/statement_watch.h"
#include "shared/store/transaction.h"
#include "tests/support/test_database.h"

#include <QTest>

#include <libpq-fe.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

using namespace film;
using namespace film::store;
using namespace film::tests;

namespace {

const ProductionId production(std::array<quint8, 16>{7});

std::unique_ptr<Database> opened(const TestDatabase &place)
{
    auto database = Database::open(place.address());
    return database ? std::move(*database) : nullptr;
}

// What an administrator or a failover does to a connection.
void cutOff(Database &victim, const TestDatabase &place)
{
    Statement own(victim, u"pid"_s, u"SELECT pg_backend_pid()"_s);
    QVERIFY(own.run() && own.next());
    const auto other = opened(place);
    Statement end(*other, u"end"_s, u"SELECT pg_terminate_backend(CAST(:pid AS INTEGER))"_s);
    end.bind(u":pid", own.number(0));
    QVERIFY(end.run());
}

class Remembering final : public StatementWatch
{
public:
    void ran(const QString &name, Moment begun, const Result<> &outcome) override
    {
        QVERIFY(begun <= std::chrono::steady_clock::now());
        lines << (outcome ? name : name + u" failed"_s);
    }

    QStringList lines;
};

} // namespace

class TestDatabaseErrors : public QObject
{
    Q_OBJECT

private slots:
    void sqliteBlamesTheValuesForABrokenRule()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        const auto database = opened(place);
        QVERIFY(database
                && database->execute(QStringLiteral(
                    "CREATE TABLE some_day (minutes INTEGER CHECK (minutes < 1440)) STRICT")));

        const Result<> broken =
            database->execute(QStringLiteral("INSERT INTO some_day (minutes) VALUES (2000)"));
        const Result<> mistyped =
            database->execute(QStringLiteral("INSERT INTO some_day (minutes) VALUES ('noon')"));
        const Result<> missing =
            database->execute(QStringLiteral("INSERT INTO some_day (hours) VALUES (1)"));

        QCOMPARE(broken.error().code, ErrorCode::InvalidInput);
        QCOMPARE(mistyped.error().code, ErrorCode::InvalidInput);
        QCOMPARE(missing.error().code, ErrorCode::StoreFailure);
    }

    // What the server keeps aside, and what it waits for, hangs on this.
    void onlyValuesAreBlamedForWhatIsAboutThem_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<ErrorCode>("expected");

        QTest::newRow("a date out of range")
            << QString::fromLatin1("22008") << ErrorCode::InvalidInput;
        QTest::newRow("not null") << QString::fromLatin1("23502") << ErrorCode::InvalidInput;
        QTest::newRow("a taken key") << QString::fromLatin1("23505") << ErrorCode::AlreadyExists;
        QTest::newRow("a trigger's word")
            << QString::fromLatin1("P0001") << ErrorCode::InvalidInput;
        QTest::newRow("too large for an index")
            << QString::fromLatin1("54000") << ErrorCode::LimitExceeded;
        QTest::newRow("disk full") << QString::fromLatin1("53100") << ErrorCode::StoreFull;
        QTest::newRow("out of memory") << QString::fromLatin1("53200") << ErrorCode::StoreFailure;
        QTest::newRow("a bad disk") << QString::fromLatin1("58030") << ErrorCode::StoreFailure;
        QTest::newRow("a cancelled statement")
            << QString::fromLatin1("57014") << ErrorCode::StoreFailure;
        QTest::newRow("a column of another version")
            << QString::fromLatin1("42703") << ErrorCode::StoreFailure;
        QTest::newRow("no right to write")
            << QString::fromLatin1("42501") << ErrorCode::StoreFailure;
        QTest::newRow("a corrupt index") << QString::fromLatin1("XX002") << ErrorCode::StoreFailure;
        QTest::newRow("a deadlock") << QString::fromLatin1("40P01") << ErrorCode::Busy;
        QTest::newRow("an administrator's end")
            << QString::fromLatin1("57P01") << ErrorCode::Offline;
    }
    void onlyValuesAreBlamedForWhatIsAboutThem()
    {
        QFETCH(QString, state);
        QFETCH(ErrorCode, expected);
        if (!TestDatabase::hasPostgres())
            QSKIP("needs PostgreSQL");
        const TestDatabase place(TestDatabase::Kind::Postgres);
        const auto database = opened(place);
        QVERIFY(database);

        const Result<> raised = database->execute(
            QStringLiteral("DO $$BEGIN RAISE EXCEPTION USING ERRCODE = '%1'; END$$").arg(state));

        QVERIFY(!raised);
        QCOMPARE(raised.error().code, expected);
    }

    void valuesComeBackAsTheyWent_data() { TestDatabase::kinds(); }
    void valuesComeBackAsTheyWent()
    {
        QFETCH(TestDatabase::Kind, kind);
        TestDatabase place(kind);
        const auto database = opened(place);
        const QString bytesType = database->dialect() == Dialect::Sqlite ? u"BLOB"_s : u"BYTEA"_s;
        QVERIFY(database->execute(
            u"CREATE TABLE v (n BIGINT, b %1 NOT NULL, t TEXT, x %1)"_s.arg(bytesType)));
        QByteArray bytes;
        for (int i = 0; i < 256; ++i)
            bytes.append(char(i));
        const QString text = u"a 'quoted' :name, \\ and ü"_s;

        Statement insert(*database, u"insert"_s,
                         u"INSERT INTO v (n, b, t, x) VALUES (:n, :b, :t, :x)"_s);
        insert.bind(u":n", std::numeric_limits<qint64>::min())
            .bind(u":b", bytes)
            .bind(u":t", text)
            .bindNull(u":x");
        QVERIFY(insert.run());
        insert.bind(u":n", qint64(1)).bind(u":b", QByteArray()).bind(u":t", QString());
        QVERIFY(insert.run());

        Statement select(*database, u"select"_s, u"SELECT n, b, t, x FROM v ORDER BY n"_s);
        QVERIFY(select.run() && select.next());
        QCOMPARE(select.number(0), std::numeric_limits<qint64>::min());
        QCOMPARE(select.bytes(1), bytes);
        QCOMPARE(select.text(2), text);
        QVERIFY(select.isNull(3));
        QVERIFY(select.next());
        QVERIFY(!select.isNull(1)); // empty, which is not nothing
        QVERIFY(!select.isNull(2));
        QVERIFY(!select.next());
        QVERIFY(select.ended());
    }

    void aTakenKeyIsSaidAsSuch_data() { TestDatabase::kinds(); }
    void aTakenKeyIsSaidAsSuch()
    {
        QFETCH(TestDatabase::Kind, kind);
        TestDatabase place(kind);
        const auto database = opened(place);
        QVERIFY(database->execute(u"CREATE TABLE k (a INTEGER PRIMARY KEY, b INTEGER UNIQUE)"_s));
        QVERIFY(database->execute(u"INSERT INTO k VALUES (1, 1)"_s));

        for (const QString &row : {u"(1, 2)"_s, u"(2, 1)"_s}) {
            const QString sql = u"INSERT INTO k VALUES "_s + row;
            const Result<> refused = database->execute(sql);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::AlreadyExists);
        }
    }

    void errorsDoNotQuoteValues_data() { TestDatabase::kinds(); }
    void errorsDoNotQuoteValues()
    {
        QFETCH(TestDatabase::Kind, kind);
        TestDatabase place(kind);
        const auto database = opened(place);
        QVERIFY(database->execute(u"CREATE TABLE s (a TEXT PRIMARY KEY)"_s));
        Statement insert(*database, u"person.add"_s, u"INSERT INTO s (a) VALUES (:a)"_s);
        insert.bind(u":a", u"Maya Lindqvist"_s);
        QVERIFY(insert.run());

        const Result<> refused = insert.run();

        QVERIFY(!refused);
        QVERIFY(refused.error().message.startsWith(u"person.add"));
        QVERIFY(!refused.error().message.contains(u"Maya"));
    }

    // Names and outcomes; a value is nobody's business.
    void everyStatementIsToldToTheWatch_data() { TestDatabase::kinds(); }
    void everyStatementIsToldToTheWatch()
    {
        QFETCH(TestDatabase::Kind, kind);
        TestDatabase place(kind);
        const auto database = opened(place);
        QVERIFY(database->execute(u"CREATE TABLE w (a BIGINT PRIMARY KEY)"_s));
        Remembering watch;
        database->setWatch(&watch);

        {
            auto transaction = Transaction::begin(*database);
            QVERIFY(transaction);
            Statement insert(*database, u"w.add"_s, u"INSERT INTO w (a) VALUES (:a)"_s);
            insert.bind(u":a", qint64(7));
            QVERIFY(insert.run());
            QVERIFY(transaction->commit());
            QVERIFY(!insert.run());
        }
        Statement select(*database, u"w.list"_s, u"SELECT a FROM w"_s, Statement::Size::Bulk);
        QVERIFY(select.run());
        database->setWatch(nullptr);
        QVERIFY(select.run());

        QCOMPARE(watch.lines.join(u", "_s),
                 u"transaction.begin, w.add, transaction.commit, w.add failed, w.list"_s);
    }

    void aReadingThatBreaksOffIsNoEnd_data() { TestDatabase::kinds(); }
    void aReadingThatBreaksOffIsNoEnd()
    {
        QFETCH(TestDatabase::Kind, kind);
        TestDatabase place(kind);
        const auto database = opened(place);
        QVERIFY(database->execute(u"CREATE TABLE r (a INTEGER)"_s));
        QVERIFY(database->execute(u"INSERT INTO r VALUES (1), (2), (0), (3)"_s));
        // An error in the third row, as a damaged page or a lost connection would make one.
        const QString failing = database->dialect() == Dialect::Sqlite
            ? u"SELECT abs(CASE WHEN a = 0 THEN -9223372036854775807 - 1 ELSE a END) FROM r"_s
            : u"SELECT 1 / a FROM r"_s;

        Statement select(*database, u"read"_s, failing);
        const Result<> ran = select.run();
        int rows = 0;
        while (ran && select.next())
            ++rows;

        QVERIFY(rows < 4);
        QVERIFY(!ran || !select.ended());
    }

    void aFullDiskIsSaidAsSuch()
    {
        TestDatabase place(TestDatabase::Kind::Sqlite);
        const auto database = opened(place);
        QVERIFY(database->execute(u"CREATE TABLE f (a BLOB)"_s));
        Statement limit(*database, u"limit"_s, u"PRAGMA max_page_count = 8"_s);
        QVERIFY(limit.run());

        const Result<> refused = database->execute(u"INSERT INTO f VALUES (zeroblob(1000000))"_s);

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::StoreFull);
    }

    void aFileForReadingIsNotWritten()
    {
        TestDatabase place(TestDatabase::Kind::Sqlite);
        const auto writer = opened(place);
        QVERIFY(writer->execute(u"CREATE TABLE f (a INTEGER)"_s));
        const auto reader = Database::openForReading(place.address().mid(7));
        QVERIFY(reader.has_value());

        const Result<> refused = (*reader)->execute(u"INSERT INTO f VALUES (1)"_s);

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::StoreReadOnly);
    }

    void twoWritersWaitForEachOther()
    {
        TestDatabase place(TestDatabase::Kind::Sqlite);
        const auto first = opened(place);
        const auto second = opened(place);
        QVERIFY(second->execute(u"PRAGMA busy_timeout = 1"_s));
        const Result<Transaction> held = Transaction::begin(*first);

        const Result<Transaction> refused = Transaction::begin(*second);

        QVERIFY(held.has_value() && !refused.has_value());
        QCOMPARE(refused.error().code, ErrorCode::Busy);
    }

    void aLostConnectionIsOffline()
    {
        if (!TestDatabase::hasPostgres())
            QSKIP("no PostgreSQL here");
        TestDatabase place(TestDatabase::Kind::Postgres);
        const auto database = opened(place);
        cutOff(*database, place);

        const Result<> refused = database->execute(u"SELECT 1"_s);

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Offline);
        QVERIFY(!database->isAlive());
    }

    // A machine that vanishes says nothing; the kernel alone would wait for a quarter of an hour.
    void aVanishedServerIsNoticedInTime()
    {
        if (!TestDatabase::hasPostgres())
            QSKIP("no PostgreSQL here");
        TestDatabase place(TestDatabase::Kind::Postgres);
        const auto database = opened(place);
        QVERIFY(database);
        const int socket = PQsocket(static_cast<PGconn *>(database->nativeHandle()));
        const auto option = [socket](int level, int name) {
            int value = -1;
            socklen_t size = sizeof value;
            return getsockopt(socket, level, name, &value, &size) == 0 ? value : -1;
        };

        const int unacknowledgedMs = option(IPPROTO_TCP, TCP_USER_TIMEOUT);
        const int silentS = option(IPPROTO_TCP, TCP_KEEPIDLE)
            + option(IPPROTO_TCP, TCP_KEEPINTVL) * option(IPPROTO_TCP, TCP_KEEPCNT);

        QVERIFY(option(SOL_SOCKET, SO_KEEPALIVE) > 0);
        QVERIFY2(unacknowledgedMs > 0 && unacknowledgedMs <= 30'000,
                 qPrintable(QString::number(unacknowledgedMs)));
        QVERIFY2(silentS > 0 && silentS <= 30, qPrintable(QString::number(silentS)));
    }

    void aCommitWithoutAnAnswerIsUnknown()
    {
        if (!TestDatabase::hasPostgres())
            QSKIP("no PostgreSQL here");
        TestDatabase place(TestDatabase::Kind::Postgres);
        const auto storage = std::move(*ServerStorageSql::open(place.address()));
        QVERIFY(ProductionRepository(storage->database())
                    .create(production, u"Film"_s, {}, {}, {})
                    .has_value());
        const auto batch = std::move(*storage->begin(production, {}));
        cutOff(storage->database(), place);

        const Result<> committed = batch->commit({});

        QVERIFY(!committed);
        QCOMPARE(committed.error().code, ErrorCode::Timeout);
    }

    void aBatchOverALostConnectionIsOffline()
    {
        if (!TestDatabase::hasPostgres())
            QSKIP("no PostgreSQL here");
        TestDatabase place(TestDatabase::Kind::Postgres);
        const auto storage = std::move(*ServerStorageSql::open(place.address()));
        QVERIFY(ProductionRepository(storage->database())
                    .create(production, u"Film"_s, {}, {}, {})
                    .has_value());
        cutOff(storage->database(), place);

        const auto refused = storage->begin(production, {});

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Offline);
    }
};

QTEST_GUILESS_MAIN(TestDatabaseErrors)
#include "tst_database.moc"
