#include "shared/domain/records.h"
#include "shared/store/deal_cells.h"
#include "shared/store/epoch_repository.h"
#include "shared/store/identity_repository.h"
#include "shared/store/migrator.h"
#include "shared/store/production_repository.h"
#include "shared/store/server_standby.h"
#include "shared/store/server_storage_sql.h"
#include "shared/store/statement.h"
#include "shared/sync/author.h"
#include "shared/sync/commit_batch.h"
#include "tests/support/test_database.h"
#include "tests/sync/memory_server_storage.h"

#include <QTest>

using namespace film;
using namespace film::store;
using namespace film::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Instant now = instantFromMs(1'763'000'000'000);

// A production in a real database, and the same one in memory to compare it with.
struct Fixture {
    TestDatabase place;
    SeededRandom random{11};
    sync::LaneMemory memory;
    UuidSource ids{random};
    ProductionId production{random.bytes<16>()};
    EpochId epoch{random.bytes<16>()};
    std::unique_ptr<ServerStorageSql> storage;
    simulation::MemoryServerStorage reference;
    sync::AuthorState author;
    sync::DeviceRecord device;
    DepartmentId camera = departmentId(production, u"Camera");
    std::vector<PersonId> people;

    explicit Fixture(TestDatabase::Kind kind)
        : place(kind)
        , reference(production, epoch, random)
    {
        auto opened = ServerStorageSql::open(place.address());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        storage = std::move(*opened);
        ProductionRepository repository(storage->database());
        const auto created = repository.create(production, u"Test"_s, epoch, {}, now);
        if (!created)
            qFatal("%s", qPrintable(created.error().message));
        device.device = DeviceId(random.bytes<16>());
        device.user = UserId(random.bytes<16>());
        device.role = Role::Coordinator;
        author.production = production;
        author.device = device.device;
        author.user = device.user;
        author.stream = StreamId(random.bytes<16>());
        for (int i = 0; i < 4; ++i)
            people.push_back(personId(production, u"Person %1"_s.arg(i), departmentOf(i)));
    }

    [[nodiscard]] DepartmentId departmentOf(int person) const
    {
        return person == 3 ? departmentId(production, u"Sound") : camera;
    }

    sync::Submission submission(EntityType type, EntityId entity, const GroupMap &after)
    {
        sync::EnvelopeDraft draft;
        draft.type = type;
        draft.entity = entity;
        draft.groups = sync::changesBetween({}, after, {});
        const sync::SealedEnvelope sealed = sync::seal(draft, author, ids, now);
        return {sealed.bytes, sealed.hash, sealed.envelope, {}, device, {}};
    }
    sync::Submission day(PersonId person, int dayOfMonth, int wrap)
    {
        WorkDay entered;
        entered.key = {person, QDate(2025, 11, dayOfMonth), unitId(production, u"Main")};
        entered.call = TimeField::at(420);
        entered.wrap = TimeField::at(wrap);
        entered.zone = "Europe/Oslo";
        entered.notes = u"A \"quoted\" note with é"_s;
        return submission(EntityType::TimeEntry, workDayId(production, entered.key),
                          toGroups(entered));
    }
    std::vector<sync::Submission> people_()
    {
        std::vector<sync::Submission> all;
        for (int i = 0; i < int(people.size()); ++i) {
            const PersonId person = people[size_t(i)];
            all.push_back(
                submission(EntityType::Person, EntityId::of(person),
                           toGroups(Person{person, u"P"_s, departmentOf(i), u"Loader"_s, {}, 0})));
        }
        return all;
    }
    void commitToBoth(const std::vector<sync::Submission> &submissions)
    {
        SeededRandom salts(5);
        SeededRandom same(5);
        sync::LaneMemory other;
        const auto here = sync::commitBatch(*storage, production, submissions, now, salts, memory);
        const auto there = sync::commitBatch(reference, production, submissions, now, same, other);
        QVERIFY2(here.has_value(), here ? "" : qPrintable(here.error().message));
        QCOMPARE(here->results, there->results);
        QCOMPARE(here->head, there->head);
    }
};

} // namespace

// The same questions to SQLite and to PostgreSQL, with the simulation's storage as the answer.
class TestServerStorage : public QObject
{
    Q_OBJECT

private slots:
    void aBatchIsStoredAsTheReferenceStoresIt_data() { TestDatabase::kinds(); }
    void aBatchIsStoredAsTheReferenceStoresIt()
    {
        QFETCH(TestDatabase::Kind, kind);
        Fixture fixture(kind);
        fixture.commitToBoth(fixture.people_());
        std::vector<sync::Submission> days;
        for (int i = 0; i < 60; ++i)
            days.push_back(fixture.day(fixture.people[size_t(i) % 4], 1 + i % 20, 1100 + i % 3));
        fixture.commitToBoth(days);
        fixture.commitToBoth(days); // everything again: all duplicates

        const auto own = sync::Visibility::of(Role::Crew, fixture.people[1], fixture.camera);
        const auto department =
            sync::Visibility::of(Role::HeadOfDepartment, fixture.people[1], fixture.camera);
        auto allButSome = sync::Visibility::all();
        allButSome.hidden = {fixture.people[0], fixture.people[2]};
        auto departmentButOne = department;
        departmentButOne.hidden = {fixture.people[0]};
        std::ranges::sort(allButSome.hidden);
        QVERIFY(
            fixture.reference.checkpoint(fixture.production, allButSome)->digest
            != fixture.reference.checkpoint(fixture.production, sync::Visibility::all())->digest);
        int withdrawn = 0;
        for (const auto &visibility : {sync::Visibility::all(), own, department, sync::Visibility(),
                                       allButSome, departmentButOne}) {
            for (quint64 from = 2; from < fixture.reference.currentHead().sequence;) {
                const sync::RowsWanted rows{from, visibility, fixture.device.device,
                                            {},   1000,       1 << 20};
                const auto here = fixture.storage->rows(fixture.production, rows);
                const auto there = fixture.reference.rows(fixture.production, rows);
                QVERIFY(here.has_value() && here->to > from);
                QCOMPARE(here->to, there->to);
                QVERIFY(here->chain == there->chain);
                QVERIFY(here->rows == there->rows);
                QVERIFY(here->withdrawn == there->withdrawn);
                withdrawn += here->withdrawn ? 1 : 0;
                from = here->to;
            }

            const sync::PageWanted whole{visibility, {}, {}, 500, 1 << 20};
            const auto page = fixture.storage->page(fixture.production, whole);
            const auto same = fixture.reference.page(fixture.production, whole);
            QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().message));
            QVERIFY(*page == *same);

            const auto buckets = fixture.storage->buckets(fixture.production, visibility);
            const auto sums = fixture.reference.buckets(fixture.production, visibility);
            QVERIFY(buckets && buckets->sequence == sums->sequence);
            QVERIFY(buckets->sums == sums->sums);
            size_t inBuckets = 0;
            for (int bucket = 0; bucket < 256; ++bucket) {
                const sync::PageWanted part{visibility, quint8(bucket), {}, 500, 1 << 20};
                inBuckets += fixture.storage->page(fixture.production, part)->size();
            }
            QCOMPARE(inBuckets, same->size());

            const auto checkpoint = fixture.storage->checkpoint(fixture.production, visibility);
            const auto expected = fixture.reference.checkpoint(fixture.production, visibility);
            QVERIFY(checkpoint && checkpoint->head == expected->head);
            QVERIFY(checkpoint->digest == expected->digest);
        }
        QVERIFY(withdrawn > 0);
        const auto chain = fixture.storage->chainAt(fixture.production, 7);
        QVERIFY(chain && *chain == *fixture.reference.chainAt(fixture.production, 7));
        QVERIFY(!*fixture.storage->chainAt(fixture.production, 7000));
    }

    // As a server before wrote it, a deal lies with the days of its department. Moved, everybody is
    // sent what they would have been sent, and the sums go on being right.
    void oldDealsGoToTheirPeople_data() { TestDatabase::kinds(); }
    void oldDealsGoToTheirPeople()
    {
        QFETCH(TestDatabase::Kind, kind);
        Fixture fixture(kind);
        fixture.commitToBoth(fixture.people_());
        const auto deal = [&](int person, qint64 rate) {
            Deal one;
            one.person = fixture.people[size_t(person)];
            one.hourlyRate = Money(rate, Currency::Gbp);
            return fixture.submission(EntityType::Deal, dealId(fixture.production, one.person),
                                      toGroups(one));
        };
        fixture.commitToBoth({deal(0, 3000), deal(1, 4000), deal(3, 5000)});
        Database &database = fixture.storage->database();
        for (const int old : {0, 1}) {
            const PersonId person = fixture.people[size_t(old)];
            for (const QString &table : {u"entity"_s, u"change_log"_s}) {
                Statement update(database, u"test.old_"_s + table,
                                 u"UPDATE "_s + table
                                     + u" SET department_id = :camera WHERE eid = :eid"_s);
                update.bind(u":camera", fixture.camera.toByteArray())
                    .bind(u":eid", dealId(fixture.production, person).toByteArray());
                QVERIFY(update.run());
            }
            Statement update(database, u"test.old_sum"_s,
                             u"UPDATE cell_digest SET cell = :old WHERE cell = :new"_s);
            update.bind(u":old", protocol::Cell::ofPerson(fixture.camera, person).toBytes())
                .bind(u":new", protocol::Cell::ofPerson({}, person).toBytes());
            QVERIFY(update.run());
        }
        fixture.commitToBoth({fixture.day(fixture.people[0], 3, 1100)});
        const auto head =
            sync::Visibility::of(Role::HeadOfDepartment, fixture.people[2], fixture.camera);
        const auto own = sync::Visibility::of(Role::Crew, fixture.people[0], fixture.camera);
        const auto isAsInTheReference = [&](const sync::Visibility &visibility) {
            const sync::PageWanted whole{visibility, {}, {}, 500, 1 << 20};
            const sync::RowsWanted rows{0, visibility, {}, {}, 1000, 1 << 20};
            return *fixture.storage->page(fixture.production, whole)
                == *fixture.reference.page(fixture.production, whole)
                && fixture.storage->rows(fixture.production, rows)->rows.size()
                == fixture.reference.rows(fixture.production, rows)->rows.size()
                && fixture.storage->buckets(fixture.production, visibility)->sums
                == fixture.reference.buckets(fixture.production, visibility)->sums
                && fixture.storage->checkpoint(fixture.production, visibility)->digest
                == fixture.reference.checkpoint(fixture.production, visibility)->digest;
        };
        QVERIFY(!isAsInTheReference(head)); // sees two deals

        QCOMPARE(*moveDealsToTheirPeople(database, now), 2);

        for (const auto &visibility : {head, own, sync::Visibility::all()})
            QVERIFY(isAsInTheReference(visibility));
        const EpochId epoch = fixture.storage->head(fixture.production)->epoch;
        QVERIFY(epoch != fixture.epoch); // what lanes remember counts no more
        fixture.reference.failOver(fixture.reference.currentHead().sequence, epoch);
        fixture.commitToBoth({deal(2, 6000), fixture.day(fixture.people[1], 4, 1100)});
        for (const auto &visibility : {head, own, sync::Visibility::all()})
            QVERIFY(isAsInTheReference(visibility));
        QCOMPARE(*moveDealsToTheirPeople(database, now), 0);
        QCOMPARE(fixture.storage->head(fixture.production)->epoch, epoch);
    }

    // The reference forgets all between batches.
    void aLaneThatRemembersDecidesAsOneThatAsks_data() { TestDatabase::kinds(); }
    void aLaneThatRemembersDecidesAsOneThatAsks()
    {
        QFETCH(TestDatabase::Kind, kind);
        Fixture fixture(kind);
        sync::LaneMemory otherServer;
        fixture.commitToBoth(fixture.people_());
        fixture.commitToBoth({fixture.day(fixture.people[0], 1, 1100)});
        const sync::AuthorState before = fixture.author;
        const auto byTheOther = {fixture.day(fixture.people[0], 2, 1100),
                                 fixture.day(fixture.people[1], 2, 1100)};
        std::swap(fixture.memory, otherServer);
        fixture.commitToBoth(byTheOther);
        std::swap(fixture.memory, otherServer);
        fixture.commitToBoth(byTheOther); // once more to the first, which remembers less
        fixture.commitToBoth({fixture.day(fixture.people[1], 3, 1100)});
        fixture.author = before; // a copy of the device's file: the same places in its stream
        fixture.commitToBoth({fixture.day(fixture.people[2], 4, 1100)});
        fixture.commitToBoth({fixture.day(fixture.people[2], 5, 1100)});

        const sync::RowsWanted all{0, sync::Visibility::all(), {}, {}, 100, 1 << 20};
        const auto here = fixture.storage->rows(fixture.production, all);
        const auto there = fixture.reference.rows(fixture.production, all);
        QVERIFY(here && here->rows == there->rows);
        QCOMPARE(here->rows.back().flags, 1U); // forked
        const auto checkpoint =
            fixture.storage->checkpoint(fixture.production, sync::Visibility::all());
        const auto expected =
            fixture.reference.checkpoint(fixture.production, sync::Visibility::all());
        QVERIFY(checkpoint && checkpoint->digest == expected->digest);
    }

    // No honest device does it, so the lane does not look; the log does, and the lane asks then.
    void aMutationThatComesBackInAnotherPlaceIsNotTakenTwice_data() { TestDatabase::kinds(); }
    void aMutationThatComesBackInAnotherPlaceIsNotTakenTwice()
    {
        QFETCH(TestDatabase::Kind, kind);
        Fixture fixture(kind);
        fixture.commitToBoth(fixture.people_());
        sync::Submission again = fixture.day(fixture.people[0], 1, 1100);
        fixture.commitToBoth({again});
        again.envelope.sequence += 1;
        again.bytes = protocol::encodeEnvelope(again.envelope);
        again.hash = sha256(again.bytes);
        const std::vector<sync::Submission> batch{again};

        const auto first = sync::commitBatch(*fixture.storage, fixture.production, batch, now,
                                             fixture.random, fixture.memory);
        const auto second = sync::commitBatch(*fixture.storage, fixture.production, batch, now,
                                              fixture.random, fixture.memory);

        QVERIFY(!first);
        QCOMPARE(first.error().code, ErrorCode::AlreadyExists);
        QVERIFY(second.has_value());
        QCOMPARE(second->results.front().sequence, quint64(5));
        QCOMPARE(second->head, quint64(5));
    }

    // As after a newer server has used the database for a while.
    void aRecordOfALaterKindIsPassedOn_data() { TestDatabase::kinds(); }
    void aRecordOfALaterKindIsPassedOn()
    {
        QFETCH(TestDatabase::Kind, kind);
        Fixture fixture(kind);
        const auto laterKind = static_cast<EntityType>(4'000);
        const GroupMap groups{{77, {{1, u"of a later version"_s}, {900, FieldValue::List{1, 2}}}}};
        const EntityId id(fixture.random.bytes<16>());
        fixture.commitToBoth({fixture.submission(laterKind, id, groups)});

        const auto page = fixture.storage->page(fixture.production,
                                                {sync::Visibility::all(), {}, {}, 10, 48'000});
        const auto rows = fixture.storage->rows(fixture.production,
                                                {0, sync::Visibility::all(), {}, {}, 10, 48'000});
        const auto sum = fixture.storage->checkpoint(fixture.production, sync::Visibility::all());

        QVERIFY(page && rows && sum);
        const auto found = std::ranges::find(*page, id, &protocol::EntityState::id);
        QVERIFY(found != page->end());
        QCOMPARE(found->type, laterKind);
        QCOMPARE(sync::plainGroups(*protocol::decodeGroups(found->groups)), groups);
        QCOMPARE(rows->rows.size(), size_t(1));
        QCOMPARE(protocol::decodeEntities(rows->rows.front().post)->front(), *found);
        sync::Digest expected;
        for (const protocol::EntityState &state : *page)
            expected.add(state);
        QCOMPARE(sum->digest, expected);
    }

    void whatIsNotSeenStillMovesTheReaderOn_data() { TestDatabase::kinds(); }
    void whatIsNotSeenStillMovesTheReaderOn()
    {
        QFETCH(TestDatabase::Kind, kind);
        Fixture fixture(kind);
        fixture.commitToBoth(fixture.people_());
        fixture.commitToBoth({fixture.day(fixture.people[0], 3, 1100)});

        const auto visibility = sync::Visibility::of(Role::Crew, fixture.people[1], {});
        const auto read =
            fixture.storage->rows(fixture.production, {4, visibility, {}, {}, 1, 1 << 20});

        QVERIFY(read && read->rows.empty());
        QCOMPARE(read->to, quint64(5));
    }

    void aBatchThatIsNotCommittedNeverWas_data() { TestDatabase::kinds(); }
    void aBatchThatIsNotCommittedNeverWas()
    {
        QFETCH(TestDatabase::Kind, kind);
        Fixture fixture(kind);
        {
            const auto transaction = fixture.storage->begin(fixture.production, {});
            QVERIFY(transaction.has_value());
            QVERIFY(fixture.storage->database().execute(u"DELETE FROM production"_s));
        }

        QVERIFY(fixture.storage->head(fixture.production).has_value());
    }

    // What is sent together fails together, under its own name, and the next batch goes on.
    void aBatchThatIsRefusedLeavesNothingBehind_data() { TestDatabase::kinds(); }
    void aBatchThatIsRefusedLeavesNothingBehind()
    {
        QFETCH(TestDatabase::Kind, kind);
        Fixture fixture(kind);
        fixture.commitToBoth(fixture.people_());
        {
            const auto transaction = fixture.storage->begin(fixture.production, {});
            QVERIFY(transaction.has_value());
            sync::BatchPart part;
            sync::LogAppend row;
            row.sequence = 1; // is taken
            row.envelope = "bytes";
            row.mutation = MutationId(fixture.random.bytes<16>());
            part.rows.push_back(row);
            sync::BatchEnd end;
            end.head = (*transaction)->found().head;
            end.head.sequence = 99;
            Result<> written = (*transaction)->write(part);
            written = written ? (*transaction)->commit(end) : written;
            QVERIFY(!written);
            QCOMPARE(written.error().code, ErrorCode::AlreadyExists);
        }
        const auto head = fixture.storage->head(fixture.production);
        QVERIFY(head.has_value());
        QCOMPARE(head->sequence, quint64(4));
        fixture.commitToBoth({fixture.day(fixture.people[0], 3, 1100)});
    }

    void theViewsHavePlainColumns_data() { TestDatabase::kinds(); }
    void theViewsHavePlainColumns()
    {
        QFETCH(TestDatabase::Kind, kind);
        Fixture fixture(kind);
        fixture.commitToBoth(fixture.people_());
        fixture.commitToBoth({fixture.day(fixture.people[0], 20, 1170)});

        Statement select(fixture.storage->database(), u"view"_s,
                         u"SELECT work_date, call_minute, wrap_minute, zone, notes"
                         " FROM time_entries"_s);
        QVERIFY(select.run() && select.next());
        QCOMPARE(select.text(0).left(10), u"2025-11-20"_s);
        QCOMPARE(select.number(1), qint64(420));
        QCOMPARE(select.number(2), qint64(1170));
        QCOMPARE(select.text(3), u"Europe/Oslo"_s);
        QCOMPARE(select.text(4), u"A \"quoted\" note with é"_s);
        for (const QString &view : {u"people"_s, u"departments"_s, u"units"_s, u"deals"_s,
                                    u"shooting_days"_s, u"conflicts"_s}) {
            const QString sql = u"SELECT * FROM "_s + view;
            QVERIFY2(fixture.storage->database().execute(sql).has_value(), qPrintable(view));
        }
    }

    // What a record may hold, as the views on PostgreSQL read it.
    void recordsReadAsJson()
    {
        if (!TestDatabase::hasPostgres())
            QSKIP("no PostgreSQL here");
        Fixture fixture(TestDatabase::Kind::Postgres);
        protocol::VersionedGroups groups;
        groups[2].fields[1] = qint64(-7);
        groups[2].fields[2] = FieldValue::List{qint64(420), FieldValue::List{}, u"a \"b\"\n"_s};
        groups[2].fields[3] = std::numeric_limits<qint64>::max();
        groups[900].fields[70'000] = QByteArray("\x00\xff", 2);
        groups[900].fields[70'001] = QString(QChar(0));
        Statement select(fixture.storage->database(), u"json"_s,
                         u"SELECT CAST(cbor_as_json(:groups) AS TEXT)"_s);
        select.bind(u":groups", protocol::encodeGroups(groups));

        QVERIFY(select.run() && select.next());

        const QString version = QString::fromLatin1(QByteArray(16, '\0').toHex());
        QCOMPARE(select.text(0),
                 u"{\"2\": [\"%1\", {\"1\": -7, \"2\": [420, [], \"a \\\"b\\\"\\n\"],"
                 " \"3\": 9223372036854775807}],"
                 " \"900\": [\"%1\", {\"70000\": \"00ff\", \"70001\": \"?\"}]}"_s.arg(version));
    }

    void everyKeyStartsWithTheProduction_data() { TestDatabase::kinds(); }
    void everyKeyStartsWithTheProduction()
    {
        QFETCH(TestDatabase::Kind, kind);
        Fixture fixture(kind);
        const bool isFile = kind == TestDatabase::Kind::Sqlite;
        const QString sql = isFile
            ? u"SELECT m.name, (SELECT name FROM pragma_table_info(m.name) WHERE pk = 1)"
              " FROM sqlite_master AS m WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'"_s
            : u"SELECT c.relname, a.attname FROM pg_index AS i"
              " JOIN pg_class AS c ON c.oid = i.indrelid"
              " JOIN pg_namespace AS n ON n.oid = c.relnamespace"
              " JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]"
              " WHERE i.indisprimary AND n.nspname = 'public'"_s;
        // What belongs to the server and to no production: docs/decisions/0010-accounts.md, and
        // 0012-two-chains.md.
        const QStringList ofTheServer{
            u"schema_migration"_s, u"account"_s,           u"recovery_code"_s,
            u"account_session"_s,  u"refresh_token"_s,     u"signing_key"_s,
            u"sign_in_attempts"_s, u"known_address"_s,     u"personal_token"_s,
            u"server_audit"_s,     u"server_audit_head"_s, u"retention"_s,
            u"request_window"_s,   u"account_identity"_s,  u"server_setting"_s,
            u"backup_run"_s,       u"schema_usable"_s};
        Statement select(fixture.storage->database(), u"keys"_s, sql);
        QVERIFY(select.run());
        int tables = 0;
        while (select.next()) {
            if (ofTheServer.contains(select.text(0)))
                continue;
            ++tables;
            QCOMPARE(select.text(0) + u'.' + select.text(1), select.text(0) + u".production_id"_s);
        }
        QVERIFY(tables >= 10);
    }

    void anInviteIsGoodForOneDevice_data() { TestDatabase::kinds(); }
    void anInviteIsGoodForOneDevice()
    {
        QFETCH(TestDatabase::Kind, kind);
        Fixture fixture(kind);
        IdentityRepository repository(fixture.storage->database());
        const Hash32 code = sha256("NL7K-42QM-9RTX");
        QVERIFY(repository
                    .addInvite({fixture.production,
                                code,
                                {{}, Role::Crew, fixture.people[0], {}, u"Maya"_s},
                                0,
                                msSinceEpoch(now) + 1000,
                                {},
                                {}},
                               now)
                    .has_value());

        const auto first = repository.consumeInvite(code, now);
        const auto again = repository.consumeInvite(code, now);
        const auto other = repository.consumeInvite(sha256("other"), now);

        QVERIFY(first && first->has_value());
        QVERIFY((*first)->whom.person == fixture.people[0]);
        QVERIFY(again && again->error() == InviteProblem::Used);
        QVERIFY(other && other->error() == InviteProblem::Unknown);
    }

    void anInviteEnds_data() { TestDatabase::kinds(); }
    void anInviteEnds()
    {
        QFETCH(TestDatabase::Kind, kind);
        Fixture fixture(kind);
        IdentityRepository repository(fixture.storage->database());
        const Hash32 code = sha256("NL7K-42QM-9RTX");
        QVERIFY(
            repository
                .addInvite({fixture.production, code, {}, 0, msSinceEpoch(now) - 1, {}, {}}, now)
                .has_value());

        const auto late = repository.consumeInvite(code, now);

        QVERIFY(late && late->error() == InviteProblem::Expired);
    }

    void aDeviceIsKnownWithItsMembersRole_data() { TestDatabase::kinds(); }
    void aDeviceIsKnownWithItsMembersRole()
    {
        QFETCH(TestDatabase::Kind, kind);
        Fixture fixture(kind);
        IdentityRepository repository(fixture.storage->database());
        const UserId user(fixture.random.bytes<16>());
        DeviceRow row;
        row.device = DeviceId(fixture.random.bytes<16>());
        row.user = user;
        row.key[3] = 7;
        row.tokenHash = sha256("token");
        row.certificateEndsMs = 99;
        QVERIFY(repository
                    .addMember(fixture.production,
                               {user, Role::HeadOfDepartment, fixture.people[2], fixture.camera,
                                u"Ruben"_s})
                    .has_value());
        QVERIFY(repository.addDevice(fixture.production, row, now).has_value());

        const auto known = fixture.storage->device(fixture.production, row.device);
        QVERIFY(repository.revokeDevice(fixture.production, row.device).has_value());
        const auto revoked = fixture.storage->device(fixture.production, row.device);

        QVERIFY(known && *known);
        QVERIFY((*known)->role == Role::HeadOfDepartment);
        QVERIFY((*known)->department == fixture.camera);
        QVERIFY((*known)->key == row.key);
        QVERIFY(!(*known)->revoked);
        QVERIFY((*revoked)->revoked);
        QVERIFY(!*fixture.storage->device(fixture.production, DeviceId()));
    }

    void anEpochBeginsOnceAndIsNoted_data() { TestDatabase::kinds(); }
    void anEpochBeginsOnceAndIsNoted()
    {
        QFETCH(TestDatabase::Kind, kind);
        Fixture fixture(kind);
        fixture.commitToBoth(fixture.people_());
        EpochRepository epochs(fixture.storage->database());

        QVERIFY(epochs.begin(fixture.production, fixture.epoch, u"first"_s, now).has_value());
        const auto head = fixture.storage->head(fixture.production);
        // Another server that noticed the same.
        QVERIFY(epochs.begin(fixture.production, fixture.epoch, u"too late"_s, now).has_value());

        QVERIFY(head->epoch != fixture.epoch);
        QCOMPARE(*fixture.storage->head(fixture.production), *head);
        const auto noted = epochs.list(fixture.production);
        QCOMPARE(noted->size(), size_t(2));
        QCOMPARE(noted->front().id, head->epoch);
        QCOMPARE(noted->front().startSequence, head->sequence);
        QCOMPARE(noted->front().reason, u"first"_s);
        QVERIFY(epochs.beginEverywhere(u"restored"_s, now + 1s).has_value());
        QCOMPARE(epochs.list(fixture.production)->front().reason, u"restored"_s);
    }

    void anotherTimelineBeginsAnEpoch_data() { TestDatabase::kinds(); }
    void anotherTimelineBeginsAnEpoch()
    {
        QFETCH(TestDatabase::Kind, kind);
        Fixture fixture(kind);
        const auto openAgain = [&fixture] {
            return (*ServerStorageSql::open(fixture.place.address()))->head(fixture.production);
        };
        QCOMPARE(openAgain()->epoch, fixture.epoch);

        QVERIFY(fixture.storage->database().execute(u"UPDATE production SET timeline = 77"_s));
        const EpochId next = openAgain()->epoch;

        QCOMPARE(next != fixture.epoch, kind == TestDatabase::Kind::Postgres);
        QCOMPARE(openAgain()->epoch, next);
    }

    // There is a primary here only, which stands in; tests/drills/failover.py asks a standby.
    void reportsAreReadWithoutWriting_data() { TestDatabase::kinds(); }
    void reportsAreReadWithoutWriting()
    {
        QFETCH(TestDatabase::Kind, kind);
        Fixture fixture(kind);
        const auto reports = openForReports(fixture.place.address());
        if (kind == TestDatabase::Kind::Sqlite) {
            QCOMPARE(reports.error().code, ErrorCode::InvalidInput);
            return;
        }
        QVERIFY2(reports.has_value(), qPrintable(reports.error().message));
        QCOMPARE(*(*reports)->head(fixture.production), *fixture.storage->head(fixture.production));
        const Result<> refused =
            (*reports)->database().execute(u"UPDATE production SET timeline = 77"_s);
        QCOMPARE(refused.error().code, ErrorCode::StoreReadOnly);

        // A program that knows a step more does not make it there.
        QVERIFY(fixture.storage->database().execute(
            u"DELETE FROM schema_migration"
            " WHERE number = (SELECT max(number) FROM schema_migration)"_s));
        QCOMPARE(openForReports(fixture.place.address()).error().code, ErrorCode::StoreReadOnly);
    }

    void twoProductionsDoNotMeet_data() { TestDatabase::kinds(); }
    void twoProductionsDoNotMeet()
    {
        QFETCH(TestDatabase::Kind, kind);
        Fixture fixture(kind);
        fixture.commitToBoth(fixture.people_());
        const ProductionId other(fixture.random.bytes<16>());
        QVERIFY(ProductionRepository(fixture.storage->database())
                    .create(other, u"Other"_s, EpochId(fixture.random.bytes<16>()), {}, now)
                    .has_value());

        const auto page =
            fixture.storage->page(other, {sync::Visibility::all(), {}, {}, 500, 1 << 20});
        const auto unknown = fixture.storage->begin(ProductionId(), {});

        QVERIFY(page && page->empty());
        QCOMPARE(fixture.storage->head(other)->sequence, quint64(0));
        QVERIFY(!unknown && unknown.error().code == ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestServerStorage)
#include "tst_server_storage.moc"
