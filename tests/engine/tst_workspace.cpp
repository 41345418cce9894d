#include "app/controllers/engine_crew_store.h"
#include "app/engine/workspace.h"
#include "shared/base/random.h"
#include "shared/domain/records.h"
#include "shared/store/database.h"
#include "shared/store/statement.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace film;
using namespace film::app;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// One production's data file, without a server.
class TestWorkspace : public QObject
{
    Q_OBJECT

private:
    SystemRandom m_random;
    SystemClock m_clock;
    QTemporaryDir m_folder;

    [[nodiscard]] std::unique_ptr<Workspace> open(const QString &path)
    {
        auto workspace = Workspace::open(path, m_random, m_clock);
        return workspace ? *std::move(workspace) : nullptr;
    }
    // The file of a device that has joined and synced.
    void makeSynced(const QString &path)
    {
        const auto workspace = open(path);
        QVERIFY(workspace);
        UuidSource ids(m_random);
        Workspace::Identity identity;
        identity.meta.production = ids.next<ProductionId>(m_clock.now());
        identity.meta.device = ids.next<DeviceId>(m_clock.now());
        identity.meta.user = ids.next<UserId>(m_clock.now());
        identity.server = u"ws://127.0.0.1:9"_s;
        QVERIFY(workspace->setIdentity(identity).has_value());
        QVERIFY(!workspace->isSuspectClone());
        QVERIFY(workspace->noteSynced(m_clock.now()).has_value());
    }
    // Of somebody who works alone, or, with a role, with others.
    [[nodiscard]] std::unique_ptr<Workspace> makeOffice(const QString &name,
                                                        std::optional<Role> role = {})
    {
        auto workspace = open(m_folder.filePath(name + u"/film.db"_s));
        UuidSource ids(m_random);
        Workspace::Identity identity;
        identity.meta.production = ids.next<ProductionId>(m_clock.now());
        identity.meta.device = ids.next<DeviceId>(m_clock.now());
        identity.meta.user = ids.next<UserId>(m_clock.now());
        if (role) {
            identity.meta.role = quint32(*role);
            identity.server = u"ws://127.0.0.1:9"_s;
        }
        if (!workspace || !workspace->setIdentity(identity))
            return nullptr;
        return workspace;
    }
    static Result<> edit(Workspace &workspace, std::vector<RecordEdit> edits)
    {
        const auto saved = workspace.editRecords(edits, {}, protocol::InputMethod::Manual);
        return saved ? Result<>() : Result<>(fail(saved.error()));
    }
    // The record's own change, as if somebody else had made it and the server had ordered it.
    static void cameFrom(const QString &path, EntityId record, UserId author, Instant received)
    {
        const auto file = store::Database::open(u"sqlite:"_s + path);
        QVERIFY(file);
        store::Statement read(**file, u"read"_s, u"SELECT envelope FROM outbox WHERE eid = :eid"_s);
        read.bind(u":eid", record.toByteArray());
        QVERIFY(read.run() && read.next());
        auto envelope = protocol::decodeEnvelope(read.bytes(0));
        QVERIFY(envelope);
        envelope->author = author;
        envelope->device = DeviceId(std::array<quint8, 16>{9});
        store::Statement write(
            **file, u"write"_s,
            u"INSERT INTO log_row VALUES (:eid, 5, 0, :envelope, NULL, :received, 0)"_s);
        write.bind(u":eid", record.toByteArray())
            .bind(u":envelope", protocol::encodeEnvelope(*envelope))
            .bind(u":received", msSinceEpoch(received));
        QVERIFY(write.run());
        for (const QString &sql :
             {u"INSERT INTO entity_base SELECT * FROM entity_overlay WHERE eid = :eid"_s,
              u"DELETE FROM entity_overlay WHERE eid = :eid"_s}) {
            store::Statement confirm(**file, u"confirm"_s, sql);
            confirm.bind(u":eid", record.toByteArray());
            QVERIFY(confirm.run());
        }
    }

private slots:
    void aFileThatStaysIsNoCopy()
    {
        const QString path = m_folder.filePath(u"stays/film.db"_s);
        makeSynced(path);

        QVERIFY(!open(path)->isSuspectClone());
    }

    void aCopySaysSoUntilItHasSynced()
    {
        const QString path = m_folder.filePath(u"first/film.db"_s);
        const QString copy = m_folder.filePath(u"second/film.db"_s);
        makeSynced(path);
        QVERIFY(QDir().mkpath(m_folder.filePath(u"second"_s)));
        QVERIFY(QFile::copy(path, copy));
        QVERIFY(open(copy)->isSuspectClone());

        const auto workspace = open(copy);
        QVERIFY(workspace->isSuspectClone());
        QVERIFY(workspace->noteSynced(m_clock.now()).has_value());

        QVERIFY(!workspace->isSuspectClone());
        QVERIFY(!open(path)->isSuspectClone());
    }

    void aFileThatWasRestoredInItsPlaceSaysSo()
    {
        const QString path = m_folder.filePath(u"restored/film.db"_s);
        const QString backup = m_folder.filePath(u"restored/backup"_s);
        makeSynced(path);
        QVERIFY(QFile::rename(path, backup));
        if (!QFileInfo(backup).birthTime().isValid())
            QSKIP("this file system does not know when a file was made");
        QVERIFY(QFile::copy(backup, path));

        QVERIFY(open(path)->isSuspectClone());
    }

    void aRecordIsWrittenChangedTakenAwayAndBroughtBack()
    {
        const auto workspace = makeOffice(u"records"_s);
        QVERIFY(workspace);
        const ProductionId production = workspace->state().production;
        Deal deal;
        deal.person = personId(production, u"Maya", departmentId(production, u"Camera"));
        deal.hourlyRate = Money(5200, Currency::Usd);
        deal.to = QDate(2025, 12, 5);
        const EntityId id = dealId(production, deal.person);
        Deal open = deal;
        open.to = {};
        const GroupMap first = toGroups(deal);
        const GroupMap second = toGroups(open);

        QVERIFY(edit(*workspace, {{EntityType::Deal, id, {}, first}}));
        QCOMPARE(*workspace->deals(), std::vector{deal});
        QVERIFY(edit(*workspace, {{EntityType::Deal, id, first, second}}));
        QCOMPARE(*workspace->deals(), std::vector{open}); // the date is gone
        QVERIFY(edit(*workspace, {{EntityType::Deal, id, second, {}}}));
        QVERIFY(workspace->deals()->empty());
        QVERIFY(edit(*workspace, {{EntityType::Deal, id, {}, first}}));
        QCOMPARE(*workspace->deals(), std::vector{deal});
    }

    void aRecordThatIsAnotherByNowIsLeftAlone()
    {
        const auto workspace = makeOffice(u"changed"_s);
        QVERIFY(workspace);
        const ProductionId production = workspace->state().production;
        Unit unit{unitId(production, u"Main"), u"Main"_s};
        Unit renamed = unit;
        renamed.name = u"First"_s;
        Unit mine = unit;
        mine.name = u"A"_s;
        const EntityId id = EntityId::of(unit.id);
        QVERIFY(edit(*workspace, {{EntityType::Unit, id, {}, toGroups(unit)}}));
        QVERIFY(edit(*workspace, {{EntityType::Unit, id, toGroups(unit), toGroups(renamed)}}));

        const Department other{departmentId(production, u"Grip"), u"Grip"_s, 0};
        const auto late =
            edit(*workspace,
                 {{EntityType::Department, EntityId::of(other.id), {}, toGroups(other)},
                  {EntityType::Unit, id, toGroups(unit), toGroups(mine)}});

        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::Conflict);
        const auto directory = workspace->directory();
        QCOMPARE(directory->units.front().name, u"First"_s);
        QVERIFY(directory->departments.empty()); // all or none
    }

    // In the grid of a week: nobody is called outside of their deal, and who had left before the
    // week is not in it.
    void whoHasLeftIsNotCalled()
    {
        const auto workspace = makeOffice(u"left"_s);
        QVERIFY(workspace);
        const ProductionId production = workspace->state().production;
        const QDate week(2025, 11, 16);
        const UnitId unit = unitId(production, u"Main");
        const DepartmentId camera = departmentId(production, u"Camera");
        const Person maya{personId(production, u"Maya", camera), u"Maya"_s, camera, {}, unit, 0};
        ShootingDay sheet;
        sheet.unit = unit;
        sheet.call = Minutes(420);
        std::vector<RecordEdit> edits{
            {EntityType::Unit, EntityId::of(unit), {}, toGroups(Unit{unit, u"Main"_s})},
            {EntityType::Department,
             EntityId::of(camera),
             {},
             toGroups(Department{camera, u"Camera"_s, 0})},
            {EntityType::Person, EntityId::of(maya.id), {}, toGroups(maya)}};
        for (const int day : {1, 2, 8}) {
            sheet.date = week.addDays(day);
            edits.push_back({EntityType::ShootingDay,
                             shootingDayId(production, sheet.date, unit),
                             {},
                             toGroups(sheet)});
        }
        Deal deal;
        deal.person = maya.id;
        deal.to = week.addDays(1);
        edits.push_back({EntityType::Deal, dealId(production, maya.id), {}, toGroups(deal)});
        QVERIFY(edit(*workspace, edits));

        const auto last = readCrew(*workspace, week, m_clock.now());
        const auto next = readCrew(*workspace, week.addDays(7), m_clock.now());

        const CrewPerson &row = last->departments.front().people.front();
        QVERIFY(row.days[1].isCalled);
        QVERIFY(!row.days[2].isCalled);
        QVERIFY(next->departments.empty());
    }

    // Beside the day, so that two people who fill in the same rows see each other.
    void whoElseChangedADayIsNamedForSomeMinutes()
    {
        const QString name = u"hands"_s;
        const auto office = makeOffice(name);
        QVERIFY(office);
        const ProductionId production = office->state().production;
        const UnitId unit = unitId(production, u"Main");
        const DepartmentId camera = departmentId(production, u"Camera");
        const Person maya{personId(production, u"Maya", camera), u"Maya"_s, camera, {}, unit, 0};
        UuidSource ids(m_random);
        Grant tomas;
        tomas.user = ids.next<UserId>(m_clock.now());
        tomas.name = u"Tomas Okafor"_s;
        QVERIFY(edit(*office,
                     {{EntityType::Unit, EntityId::of(unit), {}, toGroups(Unit{unit, u"Main"_s})},
                      {EntityType::Department,
                       EntityId::of(camera),
                       {},
                       toGroups(Department{camera, u"Camera"_s, 0})},
                      {EntityType::Person, EntityId::of(maya.id), {}, toGroups(maya)},
                      {EntityType::Grant, grantId(production, tomas.user), {}, toGroups(tomas)}}));
        const QDate week(2025, 11, 16);
        WorkDay day;
        day.key = {maya.id, week.addDays(1), unit};
        const WorkDay before = day;
        day.call = TimeField::at(7 * 60);
        QVERIFY(office->saveDays(std::vector<EditedDay>{{before, day}}, {},
                                 protocol::InputMethod::Manual));
        const Instant now = m_clock.now();
        const auto hand = [&](std::chrono::minutes later) {
            const auto crew = readCrew(*office, week, now + later);
            return crew->departments.front().people.front().days[1].otherHand;
        };
        QVERIFY(!hand(0min)); // one's own

        cameFrom(m_folder.filePath(name + u"/film.db"_s), workDayId(production, day.key),
                 tomas.user, now);

        QVERIFY(hand(0min));
        QCOMPARE(hand(0min)->name, u"Tomas Okafor"_s);
        QVERIFY(hand(9min));
        QVERIFY(!hand(11min));
    }

    // Deals that are on the device all the same, as of a server of an older version.
    void aHeadOfDepartmentSeesNobodysPay()
    {
        const QString name = u"pay"_s;
        Deal own;
        Deal other;
        {
            const auto office = makeOffice(name, Role::Coordinator);
            QVERIFY(office);
            const ProductionId production = office->state().production;
            const DepartmentId camera = departmentId(production, u"Camera");
            own.person = personId(production, u"Ruben", camera);
            other.person = personId(production, u"Maya", camera);
            own.hourlyRate = other.hourlyRate = Money(5200, Currency::Usd);
            std::vector<RecordEdit> edits;
            for (const Deal &deal : {own, other})
                edits.push_back(
                    {EntityType::Deal, dealId(production, deal.person), {}, toGroups(deal)});
            QVERIFY(edit(*office, edits));
            QCOMPARE(office->deals()->size(), size_t(2));
            auto identity = *office->identity();
            identity->meta.role = quint32(Role::HeadOfDepartment);
            identity->meta.person = own.person;
            QVERIFY(office->setIdentity(*identity));
        }
        const auto head = open(m_folder.filePath(name + u"/film.db"_s));
        QVERIFY(head);

        QCOMPARE(*head->deals(), std::vector{own});
        QCOMPARE(*head->deals(own.person), std::vector{own});
        QVERIFY(head->deals(other.person)->empty());
    }

    // A role that the production made counts by what it reaches, not by the fixed one nearest to
    // it.
    void aRoleOfTheProductionMayWhatItReaches()
    {
        const auto workspace = makeOffice(u"custom"_s);
        QVERIFY(workspace);
        auto identity = *workspace->identity();
        const ProductionId production = identity->meta.production;
        const DepartmentId camera = departmentId(production, u"Camera");
        Deal deal;
        deal.person = personId(production, u"Maya", camera);
        Grant grant;
        grant.user = identity->meta.user;
        grant.custom = CustomRole{u"Payroll help"_s,
                                  Permissions(Role::Crew)
                                      .with(Action::SeeDays, Reach::Production)
                                      .with(Action::SeePay, Reach::Production)
                                      .with(Action::EditProduction, Reach::Production)
                                      .with(Action::ApproveDays, Reach::Department)};
        QVERIFY(edit(*workspace,
                     {{EntityType::Deal, dealId(production, deal.person), {}, toGroups(deal)},
                      {EntityType::Grant, grantId(production, grant.user), {}, toGroups(grant)}}));
        identity->server = u"ws://127.0.0.1:9"_s;
        identity->meta.role = quint32(Role::Crew);
        QVERIFY(workspace->setIdentity(*identity));

        QVERIFY(workspace->state().custom == grant.custom);
        QCOMPARE(workspace->deals()->size(), size_t(1));
        QCOMPARE(workspace->levelToGive(), ApprovalLevel::Department);
        const Unit unit{unitId(production, u"Main"), u"Main"_s};
        QVERIFY(edit(*workspace, {{EntityType::Unit, EntityId::of(unit.id), {}, toGroups(unit)}}));
    }

    void onlyTheOfficeWritesItsRecords()
    {
        const auto workspace = makeOffice(u"head"_s, Role::HeadOfDepartment);
        QVERIFY(workspace);
        const ProductionId production = workspace->state().production;
        const Unit unit{unitId(production, u"Main"), u"Main"_s};

        const auto refused =
            edit(*workspace, {{EntityType::Unit, EntityId::of(unit.id), {}, toGroups(unit)}});

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::PermissionDenied);
    }
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
