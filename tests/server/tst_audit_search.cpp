#include "server/admin/audit_search.h"
#include "shared/store/statement.h"
#include "tests/support/production_fixture.h"

using namespace film;
using namespace film::server;
using namespace film::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using protocol::Outcome;

namespace {

const QDate thursday(2025, 11, 20);
const QString maya = u"Maya Lindqvist"_s;

AuditQuery all()
{
    AuditQuery query;
    query.scope = AuditScope::everything();
    return query;
}

// "Entered wrap|Maya Lindqvist|2025-11-20||19.5", the newest first.
QStringList shown(const AuditPage &page)
{
    QStringList rows;
    for (const AuditEntry &entry : page.entries)
        rows << QStringList{entry.line.what, entry.userName,
                            entry.subject.day.toString(Qt::ISODate), entry.line.before,
                            entry.line.after}
                    .join(u'|');
    return rows;
}

// The story of screen 09: Maya enters, Priya enters something else, Maya decides.
struct Story {
    explicit Story(const TestDatabase &place)
        : fixture(place)
        , maya(fixture.hand(::maya, Role::Crew, u"A-cam cart"_s))
        , priya(fixture.hand(u"Priya Nair"_s, Role::Coordinator, u"Priya's laptop"_s))
        , begins(fixture.head())
    {
        fixture.enter(maya, std::nullopt, called);
        fixture.clock().time += 12h;
        WorkDay whole = called;
        whole.meals = {{TimeField::at(13 * 60), TimeField::at(13 * 60 + 30)}};
        whole.wrap = TimeField::at(19 * 60 + 30);
        fixture.enter(maya, called, whole, u"end of the day"_s);
        fixture.clock().time += 26min;
        WorkDay other = called;
        other.wrap = TimeField::at(19 * 60 + 20);
        outcome = fixture.enter(priya, called, other);
    }

    [[nodiscard]] AuditPage ask(const AuditQuery &query)
    {
        AuditSearch search(fixture.storage(), fixture.production());
        const Result<AuditPage> page = search.find(query);
        if (!page)
            qFatal("%s", qPrintable(page.error().message));
        return *page;
    }
    // Without the import of the crew and the other beginnings.
    [[nodiscard]] QStringList rows(AuditQuery query = all())
    {
        query.fields = {u"call"_s,     u"wrap"_s,  u"meals"_s,     u"planned-call"_s,
                        u"approval"_s, u"state"_s, u"time-entry"_s};
        return shown(ask(query));
    }

    ProductionFixture fixture;
    Hand maya;
    Hand priya;
    quint64 begins = 0;
    WorkDay called = fixture.day(::maya, thursday, TimeField::at(7 * 60));
    Outcome outcome = Outcome::Applied;
};

} // namespace

class TestAuditSearch : public QObject
{
    Q_OBJECT
private slots:
    void changesAreReadInTheWordsOfTheTrade_data() { TestDatabase::kinds(); }
    void changesAreReadInTheWordsOfTheTrade()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Story story(place);
        QCOMPARE(story.outcome, Outcome::Conflict);

        const QStringList expected{
            u"Conflict found: wrap|Priya Nair|2025-11-20||19:20, both kept"_s,
            u"Entered wrap|Maya Lindqvist|2025-11-20||19.5"_s,
            u"Entered meal 1|Maya Lindqvist|2025-11-20||13.0–13.5"_s,
            u"Entered call|Maya Lindqvist|2025-11-20||7.0"_s,
        };
        QStringList rows = story.rows();
        rows.sort();
        QStringList sorted = expected;
        sorted.sort();
        QCOMPARE(rows, sorted);
        // The newest change first.
        QVERIFY(story.rows().first().startsWith(u"Conflict found"_s));
        QVERIFY(story.rows().last().startsWith(u"Entered call"_s));
    }

    void aDecisionNamesAllVersions_data() { TestDatabase::kinds(); }
    void aDecisionNamesAllVersions()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Story story(place);
        const MutationId theirs = story.fixture.lastEnvelope().mutation;
        const EntityId day = workDayId(story.fixture.production(), story.called.key);
        const protocol::VersionedGroups stored = story.fixture.stored(day);
        const GroupMap now = sync::plainGroups(stored);

        sync::EnvelopeDraft draft;
        draft.type = EntityType::TimeEntry;
        draft.entity = day;
        draft.operation = protocol::Operation::Resolve;
        draft.resolves = {sync::conflictIdOf(story.fixture.production(), day), {theirs}};
        draft.groups[schema::time_entry::Times] =
            sync::unchanged(now, schema::time_entry::Times, stored);
        QCOMPARE(story.fixture.submit(story.maya, draft), Outcome::Resolved);

        QCOMPARE(story.rows().first(),
                 u"Conflict resolved: wrap|Maya Lindqvist|2025-11-20|19.5, 19:20|19.5"_s);
    }

    void whatWasAppliedLaterShowsWhatWasThere()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Story story(place);
        ProductionFixture &fixture = story.fixture;
        const WorkDay before = fixture.day(u"Nils Aaberg"_s, thursday, TimeField::at(360));
        fixture.enter(story.priya, std::nullopt, before);
        WorkDay after = before;
        after.call = TimeField::at(366);
        after.state = DayState::Submitted;
        fixture.enter(story.priya, before, after);
        WorkDay cleared = after;
        cleared.call = {};
        fixture.enter(story.priya, after, cleared);

        const QStringList rows = story.rows();
        QCOMPARE(rows[0], u"Cleared call|Priya Nair|2025-11-20|6.1|"_s);
        QCOMPARE(rows[1], u"Changed call|Priya Nair|2025-11-20|6.0|6.1"_s);
        QCOMPARE(rows[2], u"Submitted the day|Priya Nair|2025-11-20||submitted"_s);
    }

    void callSheetsArePlans()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Story story(place);
        ProductionFixture &fixture = story.fixture;
        ShootingDay before;
        before.date = QDate(2025, 11, 21);
        before.unit = fixture.person(maya).unit;
        before.call = Minutes(300);
        const EntityId id = shootingDayId(fixture.production(), before.date, before.unit);
        fixture.change(story.priya, EntityType::ShootingDay, id, {}, toGroups(before));
        ShootingDay after = before;
        after.call = Minutes(330);
        fixture.change(story.priya, EntityType::ShootingDay, id, toGroups(before), toGroups(after));

        QCOMPARE(story.rows().first(), u"Planned call|Priya Nair|2025-11-21|5.0|5.5"_s);
    }

    void rolesAreNamed()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Story story(place);
        QVERIFY(story.fixture.tasks().setRole(story.fixture.production(), maya, Role::Coordinator));
        AuditQuery query = all();
        query.fields = {u"role"_s};
        const AuditPage page = story.ask(query);
        QCOMPARE(page.entries.size(), size_t(1));
        QCOMPARE(page.entries[0].line.after, u"coordinator"_s);
        QCOMPARE(page.entries[0].subject.person, story.fixture.person(maya).id);
        QCOMPARE(page.entries[0].userName, u"Server"_s);
    }

    void filters_data()
    {
        using Change = std::function<void(AuditQuery &, Story &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("count");
        const auto row = [](const char *name, const Change &change, int count) {
            for (const auto kind : {TestDatabase::Kind::Sqlite, TestDatabase::Kind::Postgres})
                QTest::addRow("%s, %s", name,
                              kind == TestDatabase::Kind::Sqlite ? "sqlite" : "postgresql")
                    << change << count;
        };
        row(
            "nothing", [](AuditQuery &, Story &) {}, 4);
        row(
            "about or by", [](AuditQuery &q, Story &s) { q.person = s.fixture.person(maya).id; },
            4);
        row(
            "by a member", [](AuditQuery &q, Story &s) { q.person = PersonId::of(s.priya.user); },
            1);
        row(
            "about nobody here",
            [](AuditQuery &q, Story &s) { q.person = s.fixture.person(u"Nils Aaberg"_s).id; }, 0);
        row(
            "device", [](AuditQuery &q, Story &s) { q.device = s.priya.device; }, 1);
        row(
            "day", [](AuditQuery &q, Story &) { q.from = q.to = thursday; }, 4);
        row(
            "from the day after", [](AuditQuery &q, Story &) { q.from = thursday.addDays(1); }, 0);
        row(
            "to the day before", [](AuditQuery &q, Story &) { q.to = thursday.addDays(-1); }, 0);
        row(
            "changed since",
            [](AuditQuery &q, Story &s) {
                q.sinceMs = msSinceEpoch(s.fixture.clock().time - 1min);
            },
            1);
        row(
            "changed until",
            [](AuditQuery &q, Story &s) { q.untilMs = msSinceEpoch(s.fixture.clock().time); }, 3);
        row(
            "a word of the row", [](AuditQuery &q, Story &) { q.words = u"CONFLICT"_s; }, 1);
        row(
            "a value", [](AuditQuery &q, Story &) { q.words = u"13.5"_s; }, 1);
        row(
            "a name", [](AuditQuery &q, Story &) { q.words = u"lindqvist"_s; }, 4);
        row(
            "a reason", [](AuditQuery &q, Story &) { q.words = u"end of the day"_s; }, 2);
        row(
            "of the database's language",
            [](AuditQuery &q, Story &) { q.words = u"%' OR '1'='1"_s; }, 0);
    }
    void filters()
    {
        using Change = std::function<void(AuditQuery &, Story &)>;
        QFETCH(const Change, change);
        QFETCH(const int, count);
        const bool isPostgres = QByteArray(QTest::currentDataTag()).endsWith("postgresql");
        if (isPostgres && !TestDatabase::hasPostgres())
            QSKIP("there is no PostgreSQL");
        const TestDatabase place(isPostgres ? TestDatabase::Kind::Postgres
                                            : TestDatabase::Kind::Sqlite);
        Story story(place);
        AuditQuery query = all();
        change(query, story);

        QCOMPARE(story.rows(query).size(), count);
    }

    void whoAsksSeesTheirScope()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Story story(place);
        ProductionFixture &fixture = story.fixture;
        fixture.enter(story.priya, std::nullopt,
                      fixture.day(u"Nils Aaberg"_s, thursday, TimeField::at(360)));
        fixture.enter(story.priya, std::nullopt,
                      fixture.day(u"Ruben Castellane"_s, thursday, TimeField::at(360)));
        const auto count = [&story](Role role, UserId user, const Person &person) {
            AuditQuery query;
            query.scope = AuditScope::of(Permissions(role), user, person.id, person.department);
            return story.rows(query).size();
        };
        const Person &own = fixture.person(maya);

        QCOMPARE(count(Role::Crew, story.maya.user, own), 4);
        QCOMPARE(count(Role::HeadOfDepartment, story.maya.user, own), 5);
        QCOMPARE(count(Role::Auditor, UserId(), Person()), 6);
        QCOMPARE(count(Role::Crew, UserId(), Person()), 0);
    }

    // A head of department sees the days of the department and not its pay.
    void dealsAreForThoseWhoSeePay()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Story story(place);
        ProductionFixture &fixture = story.fixture;
        for (const QString &name : {maya, u"Ruben Castellane"_s}) {
            Deal deal;
            deal.person = fixture.person(name).id;
            deal.hourlyRate = Money(6250, Currency::Usd);
            fixture.change(story.priya, EntityType::Deal, dealId(fixture.production(), deal.person),
                           {}, toGroups(deal));
        }
        const auto rates = [&story](const AuditScope &scope) {
            AuditQuery query;
            query.scope = scope;
            query.fields = {u"rate"_s};
            return story.ask(query);
        };
        const Person &own = fixture.person(maya);

        const AuditPage office = rates(AuditScope::everything());
        QCOMPARE(office.entries.size(), size_t(2));
        QCOMPARE(office.entries[0].line.after, u"62.50"_s);
        const AuditPage head = rates(AuditScope::of(Permissions(Role::HeadOfDepartment),
                                                    story.maya.user, own.id, own.department));
        QCOMPARE(head.entries.size(), size_t(1));
        QCOMPARE(head.entries[0].subject.person, own.id);
    }

    void partsAreTheWhole_data() { TestDatabase::kinds(); }
    void partsAreTheWhole()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Story story(place);
        AuditQuery query = all();
        const QStringList whole = shown(story.ask(query));
        QVERIFY(whole.size() > 10);
        QStringList parts;
        query.limit = 1;
        std::optional<quint64> next;
        do {
            const AuditPage page = story.ask(query);
            parts << shown(page);
            next = page.next;
            query.before = next.value_or(0);
        } while (next);

        QCOMPARE(parts, whole);
    }

    // One question looks at a bounded piece of a log, however long that is, and says where to go
    // on.
    void aLongLogIsSearchedInPieces_data() { TestDatabase::kinds(); }
    void aLongLogIsSearchedInPieces()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Story story(place);
        lengthen(story, int(audit_limits::examinedMax) + 20'000);
        AuditQuery query = all();
        query.device = story.priya.device;

        const AuditPage first = story.ask(query);
        QCOMPARE(first.entries.size(), size_t(0));
        QVERIFY(first.next);
        QCOMPARE(first.searchedTo, first.head);
        QVERIFY(first.searchedTo - first.searchedFrom < audit_limits::examinedMax + 5'000);
        query.before = *first.next;
        const AuditPage second = story.ask(query);
        QCOMPARE(second.entries.size(), size_t(1));
        QCOMPARE(second.entries[0].line.after, u"19:20, both kept"_s);
        QVERIFY(!second.next);

        // What has to be read costs more, so fewer rows are.
        AuditQuery words = all();
        words.words = u"nobody wrote this"_s;
        const AuditPage read = story.ask(words);
        QVERIFY(read.next);
        QVERIFY(read.searchedTo - read.searchedFrom < quint64(audit_limits::readMax) + 250);
        // The time of the change is found without looking at what is between.
        AuditQuery early = all();
        early.untilMs = msSinceEpoch(story.fixture.clock().time) + 1;
        early.device = story.priya.device;
        QCOMPARE(story.ask(early).entries.size(), size_t(1));
    }

    void theCheckSaysHowFarItWent_data() { TestDatabase::kinds(); }
    void theCheckSaysHowFarItWent()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Story story(place);
        const auto check = [&story] {
            AuditSearch search(story.fixture.storage(), story.fixture.production());
            const auto glance = search.check();
            return glance ? *glance : store::LogGlance();
        };
        const quint64 head = story.fixture.head();
        QVERIFY(check().isWhole());
        QCOMPARE(check().chainFrom, quint64(1));
        QCOMPARE(check().rows, head);
        const auto part =
            store::glanceAtLog(story.fixture.database(), story.fixture.production(), 2);
        QVERIFY(part->isWhole());
        QCOMPARE(part->chainFrom, head - 1);

        QVERIFY(story.fixture.database().execute(
            u"DELETE FROM change_log WHERE seq = %1"_s.arg(head - 1)));
        QVERIFY(!check().isWhole());
        QCOMPARE(check().rows, head - 1);
        QVERIFY(check().problems.first().contains(u"missing"_s));
    }

    void aFileRunsNothing()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Story story(place);
        WorkDay noted = story.fixture.day(u"Nils Aaberg"_s, thursday, TimeField::at(360));
        noted.notes = u"=HYPERLINK(\"http://x\",\"y\")"_s;
        story.fixture.enter(story.priya, std::nullopt, noted, u"@SUM(1)"_s);
        AuditQuery query = all();
        query.fields = {u"notes"_s};
        const QByteArray csv = auditCsv(story.ask(query).entries);

        const QList<QByteArray> lines = csv.split('\n');
        QCOMPARE(lines[0],
                 QByteArray("Change,When,Who,Device,What,Person,Day,Before,After,Reason,"
                            "Outcome\r"));
        QVERIFY2(lines[1].contains(",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",'@SUM(1),applied"),
                 lines[1].constData());
        QVERIFY(lines[1].contains(",Nils Aaberg,2025-11-20,"));
    }

    void whatIsOutOfBoundsIsRefused()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Story story(place);
        AuditSearch search(story.fixture.storage(), story.fixture.production());
        AuditQuery query = all();
        query.limit = audit_limits::entriesMax + 1;
        QCOMPARE(search.find(query).error().code, ErrorCode::InvalidInput);
        query = all();
        query.words = QString(201, u'x');
        QCOMPARE(search.find(query).error().code, ErrorCode::InvalidInput);
    }

private:
    // Copies of the first entry under further numbers: for looking at, not for checking.
    static void lengthen(Story &story, int rows)
    {
        const quint64 head = story.fixture.head();
        const bool isFile = story.fixture.database().dialect() == store::Dialect::Sqlite;
        const QString numbers = isFile
            ? u"(WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < %1)"
              " SELECT n FROM c) AS counted"_s.arg(rows)
            : u"generate_series(1, %1) AS counted(n)"_s.arg(rows);
        const QString mid = isFile ? u"randomblob(16)"_s : u"decode(md5(n::text), 'hex')"_s;
        const Result<> copied = story.fixture.database().execute(
            u"INSERT INTO change_log SELECT production_id, %1 + n, %2, stream_id, %1 + n, "
            u"device_id,"
            " author, etype, eid, cell_kind, department_id, person_id, outcome, conflict_id,"
            " received_ms + 86400000, session_id, salt, envelope, env_hash, post, chain, flags, "
            "sealed"
            " FROM change_log, %3 WHERE seq = %4"_s.arg(QString::number(head), mid, numbers,
                                                        QString::number(story.begins + 1)));
        if (!copied)
            qFatal("%s", qPrintable(copied.error().message));
        const Result<> moved = story.fixture.database().execute(
            u"UPDATE production SET head_seq = %1"_s.arg(head + quint64(rows)));
        if (!moved)
            qFatal("no head");
    }
};

QTEST_GUILESS_MAIN(TestAuditSearch)
#include "tst_audit_search.moc"
