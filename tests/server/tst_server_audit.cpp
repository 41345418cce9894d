#include "server/admin/act_search.h"
#include "server/admin/membership.h"
#include "server/identity/account_admin.h"
#include "shared/store/statement.h"
#include "tests/support/production_fixture.h"

#include <atomic>
#include <latch>
#include <limits>
#include <thread>

using namespace film;
using namespace film::server;
using namespace film::tests;
using namespace Qt::StringLiterals;
using store::ServerAct;
using store::ServerAudit;

namespace {

ServerAct act(const QString &name, qint64 atMs = 1'763'000'000'000)
{
    ServerAct made;
    made.atMs = atMs;
    made.act = name;
    made.detail = u"detail of "_s + name;
    made.address = u"192.0.2.7"_s;
    return made;
}

struct Chain {
    explicit Chain(const TestDatabase &place, int rows = 5)
    {
        auto opened = store::ServerStorageSql::open(place.address());
        if (!opened)
            qFatal("no database");
        storage = *std::move(opened);
        for (int i = 1; i <= rows; ++i) {
            if (!audit().record(act(u"act-%1"_s.arg(i), 1'000 + i)))
                qFatal("no row");
        }
    }
    ServerAudit audit() { return {storage->database(), random}; }
    QStringList problems()
    {
        const auto verdict = store::checkServerAudit(storage->database());
        return verdict ? verdict->problems : QStringList{verdict.error().message};
    }
    void tamper(const QString &sql)
    {
        const Result<> done = storage->database().execute(sql);
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
    }

    SystemRandom random;
    std::unique_ptr<store::ServerStorageSql> storage;
};

} // namespace

class TestServerAudit : public QObject
{
    Q_OBJECT
private slots:
    void actsAreAChain_data() { TestDatabase::kinds(); }
    void actsAreAChain()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Chain chain(place);

        const auto verdict = store::checkServerAudit(chain.storage->database());
        QVERIFY(verdict && verdict->problems.isEmpty());
        QCOMPARE(verdict->rows, quint64(5));
        QCOMPARE(chain.audit().head()->number, quint64(5));
        const auto rows = chain.audit().rows(0, {}, 10);
        QCOMPARE(rows->size(), size_t(5));
        QCOMPARE(rows->front().act.act, u"act-5"_s);
        QCOMPARE(rows->front().act.address, u"192.0.2.7"_s);
        QCOMPARE(rows->front().previous, (*rows)[1].hash);
        const auto end = store::checkServerAudit(chain.storage->database(), 2);
        QVERIFY(end && end->problems.isEmpty());
        QCOMPARE(end->from, quint64(4));
    }

    void tamperingIsNamed_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const QString &sql, const QStringList &expected) {
            QTest::newRow(name) << sql << expected;
        };
        row("a detail edited", u"UPDATE server_audit SET detail = 'x' WHERE number = 3"_s,
            {u"row 3 was changed"_s});
        row("a time edited", u"UPDATE server_audit SET at_ms = at_ms + 1 WHERE number = 2"_s,
            {u"row 2 was changed"_s});
        row("an address edited", u"UPDATE server_audit SET address = '::1' WHERE number = 4"_s,
            {u"row 4: its address was changed"_s});
        row("an address taken without its salt",
            u"UPDATE server_audit SET address = '' WHERE number = 4"_s,
            {u"row 4: its address was changed"_s});
        row("a row removed", u"DELETE FROM server_audit WHERE number = 3"_s,
            {u"rows 3 to 3 are missing"_s});
        row("the last removed", u"DELETE FROM server_audit WHERE number = 5"_s,
            {u"the head is 5, the last row 4"_s});
        row("two rows swapped",
            u"UPDATE server_audit SET number = CASE number WHEN 2 THEN -3 ELSE -2 END"
            " WHERE number IN (2, 3);"
            "UPDATE server_audit SET number = -number WHERE number < 0"_s,
            {u"row 2 does not follow from the row before it"_s, u"row 2 was changed"_s,
             u"row 3 does not follow from the row before it"_s, u"row 3 was changed"_s,
             u"row 4 does not follow from the row before it"_s});
        row("a row put in",
            u"UPDATE server_audit SET number = -number - 1 WHERE number >= 3;"
            "UPDATE server_audit SET number = -number WHERE number < 0;"
            "INSERT INTO server_audit SELECT 3, at_ms, act, account_id, by_id, of_production,"
            " subject, detail, address, salt, address_hash, previous, hash"
            " FROM server_audit WHERE number = 2"_s,
            {u"row 3 does not follow from the row before it"_s, u"row 3 was changed"_s,
             u"row 4 was changed"_s, u"row 5 was changed"_s, u"row 6 was changed"_s,
             u"the head is 5, the last row 6"_s});
    }
    void tamperingIsNamed()
    {
        QFETCH(const QString, sql);
        QFETCH(const QStringList, expected);
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Chain chain(place);
        for (const QString &statement : sql.split(u';'))
            chain.tamper(statement);

        QCOMPARE(chain.problems(), expected);
    }

    // Whoever can write the database can make a row fit its neighbours, not the others fit the row.
    void aRowThatWasMadeToFitBreaksTheNext()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Chain chain(place);
        auto rows = *chain.audit().rows(4, {}, 1);
        store::ServerAuditRow forged = rows.front();
        forged.act.detail = u"forged"_s;
        forged.hash = store::auditHashOf(forged);
        store::Statement update(chain.storage->database(), u"forge"_s,
                                u"UPDATE server_audit SET detail = :detail, hash = :hash"
                                " WHERE number = 3"_s);
        update.bind(u":detail", forged.act.detail).bind(u":hash", forged.hash.toByteArray());
        QVERIFY(update.run());

        QCOMPARE(chain.problems(), QStringList{u"row 4 does not follow from the row before it"_s});
    }

    void addressesCanGo_data() { TestDatabase::kinds(); }
    void addressesCanGo()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Chain chain(place);
        QCOMPARE(*chain.audit().eraseAddresses(qint64(1'003)), 2);

        const auto verdict = store::checkServerAudit(chain.storage->database());
        QVERIFY(verdict->problems.isEmpty());
        QCOMPARE(verdict->erased, quint64(2));
        QVERIFY(chain.audit().rows(2, {}, 1)->front().act.address.isEmpty());
    }

    // Several servers over one database: no number twice, no two rows after the same one.
    void serversTakeTurns_data() { TestDatabase::kinds(); }
    void serversTakeTurns()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Chain chain(place, 1);
        constexpr int threads = 4;
        constexpr int rows = 25;
        std::atomic<int> written = 0;
        std::vector<std::thread> servers;
        for (int i = 0; i < threads; ++i) {
            servers.emplace_back([&place, &written, i] {
                const auto storage = store::ServerStorageSql::open(place.address());
                SystemRandom random;
                for (int n = 0; storage && n < rows; ++n) {
                    const Result<> done = ServerAudit((*storage)->database(), random)
                                              .record(act(u"server-%1"_s.arg(i)));
                    written += done ? 1 : 0;
                }
            });
        }
        for (std::thread &server : servers)
            server.join();

        QCOMPARE(written, threads * rows);
        const auto verdict = store::checkServerAudit(chain.storage->database());
        QVERIFY2(verdict->problems.isEmpty(), qPrintable(verdict->problems.join(u"; "_s)));
        QCOMPARE(verdict->rows, quint64(threads * rows + 1));
    }

    // An act that did not happen has no row.
    void anActAndItsRowAreOne_data() { TestDatabase::kinds(); }
    void anActAndItsRowAreOne()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Chain chain(place, 0);
        const SecretBox box(SecretBox::Key{1});
        PasswordHasher hasher({1, 8192});
        AccountAdmin accounts({chain.storage->database(), hasher, box, chain.random, {}}, {});
        const Instant now = instantFromMs(1'763'000'000'000);
        QVERIFY(accounts.createLocally({u"maya@example.org"_s, u"Maya"_s, true}, now));
        QVERIFY(!accounts.createLocally({u"maya@example.org"_s, u"Maya"_s, true}, now));

        QCOMPARE(chain.audit().head()->number, quint64(1));
        QCOMPARE(chain.audit().rows(0, {}, 1)->front().act.act, u"account-created"_s);
        QVERIFY(chain.problems().isEmpty());
        // And an act whose row cannot be written does not happen.
        chain.tamper(u"DELETE FROM server_audit_head"_s);
        QVERIFY(!accounts.createLocally({u"ruben@example.org"_s, u"Ruben"_s, false}, now));
        store::AccountRepository repository(chain.storage->database());
        QVERIFY(!*repository.withLogin(u"ruben@example.org"_s));
    }

    void tasksOfAdministratorsAreThere_data() { TestDatabase::kinds(); }
    void tasksOfAdministratorsAreThere()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        ProductionFixture fixture(place);
        const ProductionId production = fixture.production();
        Hand maya = fixture.hand(u"Maya Lindqvist"_s, Role::Crew, u"A-cam cart"_s);
        const AccountId chief(std::array<quint8, 16>{7});
        AdminTasks tasks(fixture.storage(), fixture.clock().now(), {chief, u"192.0.2.9"_s});
        QVERIFY(tasks.invite(production, {u"Nils Aaberg"_s, {}}));
        QVERIFY(tasks.setRole(production, u"Maya Lindqvist"_s, Role::Coordinator));
        QVERIFY(tasks.revokeDevice(production, maya.device));
        QVERIFY(tasks.endMember(production, u"Maya Lindqvist"_s));
        QVERIFY(tasks.restoreDone());

        ActSearch search(fixture.database());
        const Result<ActPage> page = search.find({});
        QStringList acts;
        for (const ActEntry &entry : page->entries)
            acts << entry.row.act.act;
        QCOMPARE(acts,
                 (QStringList{u"backup-put-back"_s, u"member-ended"_s, u"device-signed-out"_s,
                              u"role-given"_s, u"invite-made"_s, u"crew-imported"_s,
                              u"production-created"_s}));
        const ActEntry &role = page->entries[3];
        QCOMPARE(role.row.act.by, chief);
        QCOMPARE(role.row.act.address, u"192.0.2.9"_s);
        QCOMPARE(role.row.act.detail, u"coordinator"_s);
        QCOMPARE(role.row.act.subject, maya.user.toByteArray());
        QCOMPARE(role.production, u"Northern Lights"_s);
        QCOMPARE(role.what, u"Role given"_s);
        QCOMPARE(page->entries.back().by, u"command line"_s);
        QVERIFY(search.check()->problems.isEmpty());
    }

    // A server that stopped between the log and the chain: the next start says what was begun.
    void actsThatStoppedHalfWayAreSaid_data() { TestDatabase::kinds(); }
    void actsThatStoppedHalfWayAreSaid()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        ProductionFixture stage(place);
        const Hand boss = stage.hand(u"Simone Achterberg"_s, Role::Administrator, u"laptop"_s);
        SystemRandom random;
        store::OpenActs acts(stage.database(), random);
        const auto open = [&acts] {
            const auto left = acts.finishOlder(std::numeric_limits<qint64>::max(), 9);
            return left ? *left : -1;
        };
        QCOMPARE(open(), 0); // of all that was done until now
        ServerAct begun = act(u"role-given"_s, msSinceEpoch(stage.clock().now()));
        begun.production = stage.production();
        begun.subject = boss.user.toByteArray();
        begun.detail = u"coordinator"_s;

        QVERIFY(acts.open(begun, store::OpenActs::Turn::Members));
        // Whoever comes meanwhile waits, on whichever server.
        const auto meanwhile = stage.tasks().endMember(stage.production(), boss.user);
        QCOMPARE(meanwhile.error().code, ErrorCode::Busy);
        QCOMPARE(*acts.finishOlder(begun.atMs, 9), 0); // it may be going on
        QCOMPARE(*acts.finishOlder(begun.atMs + 1, 9), 1);

        ServerAudit audit(stage.database(), random);
        const ServerAct said = audit.rows(0, {}, 1)->front().act;
        QCOMPARE(said.act, u"act-unfinished"_s);
        QCOMPARE(said.detail, u"role-given: coordinator"_s);
        QCOMPARE(said.subject, begun.subject);
        QCOMPARE(said.address, begun.address);
        QVERIFY(store::checkServerAudit(stage.database())->problems.isEmpty());
        stage.hand(u"Second"_s, Role::Administrator, u"other"_s);
        QVERIFY(stage.tasks().endMember(stage.production(), boss.user));
        // What was refused leaves nothing open, and nothing in the chain.
        const quint64 before = audit.head()->number;
        QVERIFY(!stage.tasks().giveRole(stage.production(), UserId(random.bytes<16>()),
                                        Role::Coordinator));
        QCOMPARE(audit.head()->number, before);
        QCOMPARE(open(), 0);
    }

    // Two who take each other's role at the same moment, each on a server of their own.
    void twoAdministratorsLeaveOne_data() { TestDatabase::kinds(); }
    void twoAdministratorsLeaveOne()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        ProductionFixture stage(place);
        const std::array<UserId, 2> both{
            stage.hand(u"One"_s, Role::Administrator, u"first"_s).user,
            stage.hand(u"Two"_s, Role::Administrator, u"second"_s).user};
        const auto isAdministrator = [&stage](UserId user) {
            const auto now = membershipOf(stage.storage(), stage.production(), user);
            return now && *now && (*now)->role == Role::Administrator;
        };

        for (int round = 0; round < 15; ++round) {
            std::latch start(2);
            std::array<std::thread, 2> threads;
            for (size_t i = 0; i < 2; ++i) {
                threads[i] = std::thread([&, i] {
                    auto storage = store::ServerStorageSql::open(place.address());
                    start.arrive_and_wait();
                    if (!storage)
                        return;
                    AdminTasks tasks(**storage, stage.clock().now());
                    static_cast<void>(
                        round % 2 == 0
                            ? tasks.giveRole(stage.production(), both[1 - i], Role::Coordinator)
                            : tasks.endMember(stage.production(), both[1 - i]));
                });
            }
            for (std::thread &thread : threads)
                thread.join();

            QVERIFY(isAdministrator(both[0]) || isAdministrator(both[1]));
            for (const UserId user : both)
                QVERIFY(stage.tasks().giveRole(stage.production(), user, Role::Administrator));
        }
        QVERIFY(store::checkServerAudit(stage.database())->problems.isEmpty());
    }

    void actsAreSearched_data()
    {
        QTest::addColumn<ActQuery>("query");
        QTest::addColumn<int>("count");
        QTest::newRow("all") << ActQuery() << 5;
        const auto filtered = [](const auto &change) {
            ActQuery query;
            change(query);
            return query;
        };
        QTest::newRow("one act") << filtered([](ActQuery &q) { q.filter.act = u"act-2"_s; }) << 1;
        QTest::newRow("since") << filtered([](ActQuery &q) { q.filter.sinceMs = 1'004; }) << 2;
        QTest::newRow("until") << filtered([](ActQuery &q) { q.filter.untilMs = 1'002; }) << 1;
        QTest::newRow("words") << filtered([](ActQuery &q) { q.words = u"OF ACT-3"_s; }) << 1;
        QTest::newRow("an address") << filtered([](ActQuery &q) { q.words = u"192.0.2"_s; }) << 5;
        QTest::newRow("before") << filtered([](ActQuery &q) { q.before = 3; }) << 2;
        QTest::newRow("of nobody") << filtered([](ActQuery &q) {
            q.filter.account = AccountId(std::array<quint8, 16>{9});
        }) << 0;
    }
    void actsAreSearched()
    {
        QFETCH(const ActQuery, query);
        QFETCH(const int, count);
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Chain chain(place);
        const Result<ActPage> page = ActSearch(chain.storage->database()).find(query);
        QCOMPARE(int(page->entries.size()), count);
        QVERIFY(!page->next);
        // One by one they are as many.
        ActQuery one = query;
        one.limit = 1;
        int found = 0;
        std::optional<quint64> next;
        do {
            const Result<ActPage> part = ActSearch(chain.storage->database()).find(one);
            found += int(part->entries.size());
            next = part->next;
            one.before = next.value_or(0);
        } while (next);
        QCOMPARE(found, count);
    }
};

QTEST_GUILESS_MAIN(TestServerAudit)
#include "tst_server_audit.moc"
