#include "tests/support/server_fixture.h"

#include "server/admin/production_reader.h"
#include "server/admin/record_writer.h"
#include "shared/domain/permissions.h"
#include "shared/protocol/entity_state.h"
#include "shared/sync/approval.h"

#include <QTest>

#include <algorithm>

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
};

QTEST_GUILESS_MAIN(TestRoleSessions)
#include "tst_role_sessions.moc"
