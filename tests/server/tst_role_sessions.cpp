#include "tests/support/server_fixture.h"

#include "server/admin/production_reader.h"
#include "server/admin/record_writer.h"
#include "shared/domain/permissions.h"
#include "shared/protocol/entity_state.h"
#include "shared/sync/approval.h"
#include "shared/sync/grants.h"

#include <QTest>

#include <algorithm>
#include <list>

using namespace film;
using namespace film::test;
using namespace Qt::StringLiterals;
using protocol::Outcome;

namespace {

const QString ownName = u"Maya Lindqvist"_s;
const QString mateName = u"Ruben Castellane"_s; // of the same department
const QString strangerName = u"Nils Aaberg"_s;

} // namespace

// Each role of the table through a whole server and a connection of a device: what it is sent, and
// what becomes of what it says. The same rows go through the API in tst_api and the pages in
// tst_console.
class TestRoleSessions : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ServerFixture> m_server;
    std::vector<Person> m_people;
    const QDate m_date{2025, 11, 20};

    [[nodiscard]] const Person &person(const QString &name) const
    {
        return *std::ranges::find(m_people, name, &Person::name);
    }
    [[nodiscard]] WorkDay day(const QString &name, QDate date) const
    {
        WorkDay day;
        day.key = {person(name).id, date, person(name).unit};
        day.zone = "Europe/London";
        day.call = TimeField::at(7 * 60);
        day.wrap = TimeField::at(19 * 60);
        day.state = DayState::Submitted;
        return day;
    }
    // For everybody a day that is handed in, and a deal.
    void fillProduction()
    {
        const auto crew = m_server->tasks().importCrew(m_server->production,
                                                       "Name,Department,Position,Unit\n"
                                                       "Maya Lindqvist,Camera,1st AC,Main\n"
                                                       "Ruben Castellane,Camera,Operator,Main\n"
                                                       "Nils Aaberg,Electric,Lamp operator,Main\n");
        QVERIFY(crew);
        m_people = server::readProduction(*m_server->storage, m_server->production)->crew.people;
        std::vector<WantedRecord> records;
        for (const Person &one : m_people) {
            const WorkDay worked = day(one.name, m_date);
            records.push_back({EntityType::TimeEntry, workDayId(m_server->production, worked.key),
                               toGroups(worked)});
            Deal deal;
            deal.person = one.id;
            deal.unionName = u"BECTU"_s;
            deal.hourlyRate = Money(3000, Currency::Gbp);
            records.push_back(
                {EntityType::Deal, dealId(m_server->production, one.id), toGroups(deal)});
        }
        QVERIFY(server::writeRecords(*m_server->storage, m_server->production, records,
                                     SystemClock().now()));
    }

    [[nodiscard]] protocol::VersionedGroups stored(EntityId entity) const
    {
        const auto state = m_server->storage->entity(m_server->production, entity);
        return state && *state ? *protocol::decodeGroups((*state)->groups)
                               : protocol::VersionedGroups();
    }
    // What the server makes of what the device says.
    [[nodiscard]] Outcome said(RawDevice &device, const sync::EnvelopeDraft &draft)
    {
        const auto sealed = sync::seal(draft, device.author, device.ids, SystemClock().now());
        device.heard.clear();
        device.say(protocol::Push{++m_batch, {device.segmentOf({sealed})}});
        const auto *ack = device.hear<protocol::Ack>();
        if (!ack || ack->results.size() != 1)
            qFatal("no answer to a push");
        return ack->results.front().outcome;
    }
    [[nodiscard]] Outcome entered(RawDevice &device, const QString &name, QDate date)
    {
        WorkDay worked = day(name, date);
        worked.state = WorkDay().state;
        sync::EnvelopeDraft draft;
        draft.operation = protocol::Operation::Create;
        draft.entity = workDayId(m_server->production, worked.key);
        draft.groups = sync::changesBetween({}, toGroups(worked), {});
        return said(device, draft);
    }
    [[nodiscard]] Outcome approved(RawDevice &device, const QString &name, ApprovalLevel level)
    {
        const EntityId entity = workDayId(m_server->production, day(name, m_date).key);
        const protocol::VersionedGroups now = stored(entity);
        const Hash32 content =
            sync::guardHash(EntityType::TimeEntry, sync::plainGroups(now), schema::whole::Group);
        sync::EnvelopeDraft draft;
        draft.operation = protocol::Operation::Approve;
        draft.entity = entity;
        draft.groups[schema::time_entry::Approval] = sync::approvalChange(now, level, content);
        draft.guards = {{entity, schema::whole::Group, content}};
        return said(device, draft);
    }

    // Whose records of a kind a first sync brought.
    [[nodiscard]] std::vector<EntityId> given(const RawDevice &device, EntityType type) const
    {
        std::vector<EntityId> ids;
        for (const protocol::Message &message : device.heard) {
            const auto *page = std::get_if<protocol::SnapshotPage>(&message);
            for (const auto &row : page ? page->rows : std::vector<protocol::EntityState>()) {
                if (row.type == type)
                    ids.push_back(row.id);
            }
        }
        return ids;
    }

    quint64 m_batch = 0;

private slots:
    void aSessionMayWhatTheTableSays_data()
    {
        QTest::addColumn<QString>("database");
        QTest::addColumn<Role>("role");
        QStringList databases{QString()};
        if (const QString postgres = qEnvironmentVariable("FILM_TEST_POSTGRES");
            !postgres.isEmpty())
            databases << postgres;
        for (const QString &database : databases) {
            for (qint64 number = 1; roleFromNumber(number); ++number) {
                const Role role = *roleFromNumber(number);
                QTest::newRow(
                    qPrintable(roleName(role) + (database.isEmpty() ? u""_s : u", postgresql"_s)))
                    << database << role;
            }
        }
    }
    void aSessionMayWhatTheTableSays()
    {
        QFETCH(const QString, database);
        QFETCH(const Role, role);
        m_server = std::make_unique<ServerFixture>(database);
        fillProduction();
        m_server->start();
        const auto code =
            m_server->tasks().invite(m_server->production, {ownName, role, std::chrono::hours(1)});
        QVERIFY(code);
        RawDevice device;
        QVERIFY(device.join(m_server->url(), *code));
        QVERIFY(device.hello(m_server->url()));
        const Permissions may(role);
        const bool hasDepartment = role == Role::HeadOfDepartment;
        const auto reaches = [&](Action action, const QString &name) {
            return may.reachesPerson(action, name == ownName,
                                     hasDepartment && name != strangerName);
        };

        const auto days = given(device, EntityType::TimeEntry);
        const auto deals = given(device, EntityType::Deal);
        for (const Person &one : m_people) {
            const EntityId worked = workDayId(m_server->production, day(one.name, m_date).key);
            QCOMPARE(std::ranges::count(days, worked), reaches(Action::SeeDays, one.name) ? 1 : 0);
            QCOMPARE(std::ranges::count(deals, dealId(m_server->production, one.id)),
                     reaches(Action::SeePay, one.name) ? 1 : 0);
        }
        for (const Person &one : m_people)
            QCOMPARE(entered(device, one.name, m_date.addDays(1)),
                     reaches(Action::EditDays, one.name) ? Outcome::Applied : Outcome::Held);
        const ApprovalLevel level = may.reachesAll(Action::ApproveDays) ? ApprovalLevel::Coordinator
                                                                        : ApprovalLevel::Department;
        for (const QString &name : {mateName, strangerName})
            QCOMPARE(approved(device, name, level),
                     reaches(Action::ApproveDays, name) ? Outcome::Applied : Outcome::Held);
        sync::EnvelopeDraft unit;
        unit.type = EntityType::Unit;
        const UnitId splinter = unitId(m_server->production, u"Splinter"_s);
        unit.entity = EntityId::of(splinter);
        unit.groups = sync::changesBetween({}, toGroups(Unit{splinter, u"Splinter"_s}), {});
        QCOMPARE(said(device, unit),
                 may.reachesAll(Action::EditProduction) ? Outcome::Applied : Outcome::Held);
        // Last, as it would change what follows: nobody gives themselves more.
        const EntityId grant = grantId(m_server->production, device.author.user);
        const protocol::VersionedGroups now = stored(grant);
        QVERIFY(!now.empty());
        GroupMap wanted = sync::plainGroups(now);
        wanted[schema::grant::Main][schema::grant::Role] =
            static_cast<int>(role == Role::Administrator ? Role::Coordinator : Role::Administrator);
        sync::EnvelopeDraft more;
        more.type = EntityType::Grant;
        more.entity = grant;
        more.groups = sync::changesBetween(sync::plainGroups(now), wanted, now);
        QCOMPARE(said(device, more),
                 may.reachesAll(Action::GiveRoles) ? Outcome::Applied : Outcome::Held);
        m_server.reset();
    }

    // Article 18 of the GDPR on the devices: kept, and shown to their person and to who manages
    // privacy alone, from an open connection within seconds.
    void whoIsRestrictedIsSentToFewer_data()
    {
        QTest::addColumn<QString>("database");
        QTest::newRow("sqlite") << QString();
        if (const QString postgres = qEnvironmentVariable("FILM_TEST_POSTGRES");
            !postgres.isEmpty())
            QTest::newRow("postgresql") << postgres;
    }
    void whoIsRestrictedIsSentToFewer()
    {
        QFETCH(const QString, database);
        m_server = std::make_unique<ServerFixture>(database);
        fillProduction();
        m_server->start();
        struct Seat {
            QString name; // of the crew list
            Role role;
            bool sees;
            RawDevice device = {};
        };
        std::list<Seat> seats;
        const auto sit = [&](const QString &name, Role role, bool sees) {
            Seat &seat = seats.emplace_back(name, role, sees);
            const auto code =
                m_server->tasks().invite(m_server->production, {name, role, std::chrono::hours(1)});
            QVERIFY(code && seat.device.join(m_server->url(), *code));
            QVERIFY(seat.device.hello(m_server->url()));
            seat.device.say(protocol::Credit{1000, 0});
        };
        sit(mateName, Role::Crew, true);
        sit(ownName, Role::HeadOfDepartment, false);
        sit(strangerName, Role::Coordinator, false);
        sit({}, Role::Auditor, false);
        sit({}, Role::Administrator, true);
        const auto deltaRows = [&](const Seat &seat) {
            size_t rows = 0;
            quint64 to = 0;
            for (const protocol::Message &message : seat.device.heard) {
                if (const auto *delta = std::get_if<protocol::Delta>(&message)) {
                    rows += delta->rows.size();
                    to = delta->to;
                }
            }
            return std::pair(rows, to);
        };
        const PersonId mate = person(mateName).id;
        const EntityId worked = workDayId(m_server->production, day(mateName, m_date).key);
        const auto has = [&](const Seat &seat, EntityType type, EntityId id) {
            return std::ranges::count(given(seat.device, type), id) == 1;
        };
        const auto first = m_server->storage->head(m_server->production)->sequence;
        for (Seat &seat : seats) {
            QVERIFY(has(seat, EntityType::TimeEntry, worked));
            if (&seat != &seats.back()) // they hear of those who joined after them
                QTRY_COMPARE(deltaRows(seat).second, first);
            seat.device.heard.clear();
        }

        QVERIFY(m_server->tasks().restrictPerson({m_server->production, mate, u"Disputed"_s, 0}));

        const QByteArray gone = protocol::Cell::ofPerson({}, mate).toBytes();
        for (Seat &seat : seats) {
            if (seat.sees)
                continue;
            const auto *scope = seat.device.hear<protocol::Scope>();
            QVERIFY2(scope, qPrintable(roleName(seat.role)));
            QVERIFY(scope->gained.empty() && scope->lost == std::vector{gone});
            QVERIFY(!sync::covers(scope->scope,
                                  protocol::Cell::ofPerson(person(mateName).department, mate)));
            // What is there without him adds up to what the server has for it.
            const auto read =
                m_server->storage->device(m_server->production, seat.device.author.device);
            QVERIFY(read && *read);
            QVERIFY(sync::scopeHash(scope->scope)
                    == sync::scopeHash(sync::visibilityOf(**read).entries()));
        }
        // What is entered since.
        QCOMPARE(entered(seats.front().device, mateName, m_date.addDays(1)), Outcome::Applied);
        QCOMPARE(entered(seats.front().device, mateName, m_date.addDays(2)), Outcome::Applied);
        const auto head = m_server->storage->head(m_server->production)->sequence;
        for (Seat &seat : seats) {
            QTRY_COMPARE(deltaRows(seat).second, head);
            if (&seat != &seats.front())
                QCOMPARE(deltaRows(seat).first, seat.sees ? size_t(2) : size_t(0));
        }
        // Who comes only now.
        RawDevice late;
        QVERIFY(late.join(m_server->url(), m_server->invite()));
        QVERIFY(late.hello(m_server->url()));
        const auto days = given(late, EntityType::TimeEntry);
        QCOMPARE(std::ranges::count(days, worked), 0);
        QCOMPARE(days.size(), m_people.size() - 1);
        const auto deals = given(late, EntityType::Deal);
        QCOMPARE(std::ranges::count(deals, dealId(m_server->production, mate)), 0);
        QCOMPARE(given(late, EntityType::Person).size(), m_people.size()); // names stay

        for (Seat &seat : seats)
            seat.device.heard.clear();
        QVERIFY(m_server->tasks().releasePerson(m_server->production, mate));

        for (Seat &seat : seats) {
            if (seat.sees)
                continue;
            QVERIFY(seat.device.hear<protocol::SnapshotEnd>());
            QVERIFY2(has(seat, EntityType::TimeEntry, worked), qPrintable(roleName(seat.role)));
        }
        for (const Seat &seat : seats) {
            for (const protocol::Message &message : seat.device.heard)
                QVERIFY(!seat.sees || !std::holds_alternative<protocol::Scope>(message));
        }
        m_server.reset();
    }
};

QTEST_GUILESS_MAIN(TestRoleSessions)
#include "tst_role_sessions.moc"
