#include "server/admin/membership.h"
#include "server/identity/member_grants.h"
#include "server/identity/server_database_sql.h"
#include "shared/sync/signing.h"
#include "tests/support/console_fixture.h"
#include "tests/support/production_fixture.h"

using namespace film;
using namespace film::server;
using namespace film::tests;
using namespace Qt::StringLiterals;
using protocol::Outcome;

namespace {

const QString pay = u"Payroll help"_s;

// The accountant's, without handing weeks over, and with the devices.
Permissions payReaches()
{
    return Permissions(Role::Crew)
        .with(Action::SeeDays, Reach::Production)
        .with(Action::SeePay, Reach::Production)
        .with(Action::SeeAudit, Reach::Production)
        .with(Action::SeeDevices, Reach::Production);
}

TimeField at(int hour)
{
    return TimeField::at(hour * 60);
}

} // namespace

// Roles that a production makes out of the table: what they hold, how they travel, and that nobody
// gets more by one than whoever gave it.
class TestCustomRoles : public QObject
{
    Q_OBJECT
private slots:
    void whatMakesNoSenseIsNoRole_data()
    {
        QTest::addColumn<Permissions>("permissions");
        QTest::addColumn<bool>("isOne");
        const Permissions crew(Role::Crew);
        QTest::newRow("as the crew") << crew << true;
        QTest::newRow("pay") << payReaches() << true;
        QTest::newRow("less than the crew") << Permissions() << false;
        for (qint64 number = 1; number <= 6; ++number) {
            const Role role = *roleFromNumber(number);
            const bool holdsCrew = Permissions(role).covers(crew);
            QTest::newRow(qPrintable(roleName(role))) << Permissions(role) << holdsCrew;
        }
        QTest::newRow("an administrator's") << Permissions(Role::Administrator) << false;
        QTest::newRow("gives roles") << payReaches().with(Action::GiveRoles, Reach::Own) << false;
        QTest::newRow("answers for privacy")
            << payReaches().with(Action::ManagePrivacy, Reach::Production) << false;
        QTest::newRow("changes what it does not see")
            << crew.with(Action::EditDays, Reach::Production) << false;
        QTest::newRow("approves what it does not see")
            << crew.with(Action::ApproveDays, Reach::Department) << false;
        QTest::newRow("days of all without their pay")
            << crew.with(Action::SeeDays, Reach::Production) << false;
        QTest::newRow("pay of all without their days")
            << crew.with(Action::SeePay, Reach::Production) << false;
        QTest::newRow("half of a production")
            << payReaches().with(Action::EditProduction, Reach::Department) << false;
        QTest::newRow("one's own approval")
            << payReaches().with(Action::ApproveDays, Reach::Own) << false;
    }
    void whatMakesNoSenseIsNoRole()
    {
        QFETCH(const Permissions, permissions);
        QFETCH(const bool, isOne);

        const auto problem = problemOfReaches(permissions);

        QVERIFY2(problem.has_value() != isOne, qPrintable(problem.value_or(u"none"_s)));
        // A program that does not know it grants no more than it holds.
        QVERIFY(!isOne || permissions.covers(Permissions(nearestRole(permissions))));
        QVERIFY(!isOne || nearestRole(permissions) != Role::Administrator);
    }

    void aGrantCarriesItsReaches()
    {
        Grant grant;
        grant.user = UserId(std::array<quint8, 16>{1});
        grant.custom = CustomRole{pay, payReaches()};
        grant.role = nearestRole(payReaches());
        const auto read = grantFromGroups(toGroups(grant));
        QVERIFY(read.has_value());
        QVERIFY(*read == grant);
        QVERIFY(read->permissions() == payReaches());

        // An action of a newer program grants nothing here; a reach that nobody knows is no grant.
        GroupMap groups = toGroups(grant);
        auto reaches = *groups[schema::grant::Custom][schema::grant::Reaches].list();
        reaches.push_back(FieldValue::List{200, 3});
        groups[schema::grant::Custom][schema::grant::Reaches] = reaches;
        QVERIFY(grantFromGroups(groups)->permissions() == payReaches());
        reaches.push_back(FieldValue::List{1, 4});
        groups[schema::grant::Custom][schema::grant::Reaches] = reaches;
        QVERIFY(!grantFromGroups(groups));
        // Nor one that holds what no such role can.
        reaches.clear();
        reaches.push_back(FieldValue::List{static_cast<int>(Action::GiveRoles), 3});
        groups[schema::grant::Custom][schema::grant::Reaches] = reaches;
        QVERIFY(!grantFromGroups(groups));
        // A program that knows no such roles gave another one since.
        GroupMap later = toGroups(grant);
        later[schema::grant::Main][schema::grant::Role] = static_cast<int>(Role::Crew);
        QVERIFY(grantFromGroups(later)->permissions() == Permissions(Role::Crew));
    }

    // Through the sync session's own rules: what a device may write follows from the grant.
    void aDeviceMayWhatItsRoleSays_data() { TestDatabase::kinds(); }
    void aDeviceMayWhatItsRoleSays()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        ProductionFixture stage(place);
        Hand maya = stage.hand(u"Maya Lindqvist"_s, Role::Crew, u"cart"_s);
        const QDate date(2025, 11, 20);
        const WorkDay ruben = stage.day(u"Ruben Castellane"_s, date, at(7), at(19));
        const auto given = [&](const Permissions &permissions) {
            return stage.tasks().giveRole(
                stage.production(), maya.user,
                AdminTasks::GivenRole{nearestRole(permissions), CustomRole{pay, permissions}});
        };
        const auto visibility = [&] {
            return sync::visibilityOf(**stage.storage().device(stage.production(), maya.device));
        };

        QVERIFY(given(payReaches()));
        QVERIFY(visibility().everything);
        QCOMPARE(stage.enter(maya, std::nullopt, ruben), Outcome::Held);
        QVERIFY(given(payReaches().with(Action::EditDays, Reach::Production)));
        const WorkDay nils = stage.day(u"Nils Aaberg"_s, date, at(6), at(18));
        QCOMPARE(stage.enter(maya, std::nullopt, nils), Outcome::Applied);
        const Permissions ofDepartment = Permissions(Role::Crew)
                                             .with(Action::SeeDays, Reach::Department)
                                             .with(Action::EditDays, Reach::Department);
        QVERIFY(given(ofDepartment));
        QVERIFY(!visibility().everything);
        QCOMPARE(visibility().department, stage.person(u"Maya Lindqvist"_s).department);
        const QDate next = date.addDays(1);
        QCOMPARE(stage.enter(maya, std::nullopt, stage.day(u"Nils Aaberg"_s, next, at(6), at(18))),
                 Outcome::Held);
        QCOMPARE(
            stage.enter(maya, std::nullopt, stage.day(u"Ruben Castellane"_s, next, at(6), at(18))),
            Outcome::Applied);
        // None of them writes a grant.
        const GroupMap seen =
            sync::plainGroups(stage.stored(grantId(stage.production(), maya.user)));
        GroupMap wanted = seen;
        wanted[schema::grant::Main][schema::grant::Role] = static_cast<int>(Role::Administrator);
        QCOMPARE(stage.change(maya, EntityType::Grant, grantId(stage.production(), maya.user), seen,
                              wanted),
                 Outcome::Held);
        // A fixed role takes it away again.
        QVERIFY(stage.tasks().giveRole(stage.production(), maya.user, Role::Crew));
        const auto now = membershipOf(stage.storage(), stage.production(), maya.user);
        QVERIFY(*now && !(*now)->custom && (*now)->role == Role::Crew);
    }

    void rolesAreKeptInTheLog_data() { TestDatabase::kinds(); }
    void rolesAreKeptInTheLog()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        ProductionFixture stage(place);
        const Hand maya = stage.hand(u"Maya Lindqvist"_s, Role::Crew, u"cart"_s);
        AdminTasks tasks = stage.tasks();
        const ProductionId id = stage.production();
        QVERIFY(tasks.customRoles(id)->empty());

        QVERIFY(tasks.defineRole(id, {pay, payReaches()}));
        QCOMPARE(tasks.customRoles(id)->size(), size_t(1));
        QVERIFY(tasks.customRoles(id)->front() == (CustomRole{pay, payReaches()}));
        QVERIFY(tasks.giveRole(id, maya.user, *tasks.roleNamed(id, pay)));
        // Changed for whoever has it; the same name in another spelling is the same role.
        const CustomRole wider{u"PAYROLL help"_s,
                               payReaches().with(Action::ExportPay, Reach::Production)};
        QVERIFY(tasks.defineRole(id, wider));
        QCOMPARE(tasks.customRoles(id)->size(), size_t(1));
        const auto now = membershipOf(stage.storage(), id, maya.user);
        QVERIFY((*now)->permissions().reachesAll(Action::ExportPay));
        QCOMPARE(tasks.removeRole(id, wider.name).error().code, ErrorCode::Conflict);
        QVERIFY(tasks.giveRole(id, maya.user, Role::Coordinator));
        QVERIFY(tasks.removeRole(id, wider.name));
        QVERIFY(tasks.customRoles(id)->empty());
        QCOMPARE(tasks.removeRole(id, wider.name).error().code, ErrorCode::NotFound);
        // The fixed ones are not changed.
        for (const QString &name : {u"Coordinator"_s, u"production manager"_s, u" x"_s, u"a/b"_s,
                                    QString(), QString(61, u'x')})
            QCOMPARE(tasks.defineRole(id, {name, payReaches()}).error().code,
                     ErrorCode::InvalidInput);
        QCOMPARE(tasks.removeRole(id, u"crew"_s).error().code, ErrorCode::NotFound);
        SystemRandom random;
        const auto acts = store::ServerAudit(stage.database(), random).rows(0, {}, 3);
        QCOMPARE(acts->at(0).act.act, u"role-removed"_s);
        QCOMPARE(acts->at(1).act.act, u"role-given"_s);
        QCOMPARE(acts->at(2).act.act, u"role-defined"_s);
    }

    // It is the grant of whoever joins, not only the nearest role of old programs.
    void anInviteGivesIt_data() { TestDatabase::kinds(); }
    void anInviteGivesIt()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        ProductionFixture stage(place);
        AdminTasks tasks = stage.tasks();
        const ProductionId id = stage.production();
        const auto database = ServerDatabaseSql::open(place.address());
        const auto joinedAs = [&](
                                  const QString &person, const QString &role,
                                  const std::function<void()> &meanwhile = [] {}) {
            const auto named = tasks.roleNamed(id, role);
            const auto code =
                tasks.invite(id, {person, named->role, std::chrono::hours(1), named->custom});
            meanwhile();
            SystemRandom random;
            protocol::Join join;
            join.code = *code;
            join.deviceKey = sync::Ed25519Signer(random.bytes<32>()).publicKey();
            join.deviceName = u"Laptop"_s;
            const auto answer = (*database)->join(join, stage.clock().now());
            const auto &joined = std::get<protocol::Joined>(*answer);
            return **membershipOf(stage.storage(), id, joined.certificate.user);
        };
        QVERIFY(tasks.defineRole(id, {pay, payReaches()}));
        QVERIFY(tasks.defineRole(id, {u"Second"_s, Permissions(Role::Crew)}));
        const CustomRole camera{u"Camera office"_s,
                                Permissions(Role::Crew)
                                    .with(Action::SeeDays, Reach::Department)
                                    .with(Action::EditDays, Reach::Department)};
        QVERIFY(tasks.defineRole(id, camera));

        const Membership maya = joinedAs(u"Maya Lindqvist"_s, pay);
        QVERIFY(maya.custom == (CustomRole{pay, payReaches()}));
        QCOMPARE(maya.role, nearestRole(payReaches()));
        QCOMPARE(maya.department, DepartmentId());
        QVERIFY(joinedAs({}, pay).permissions() == payReaches());
        QCOMPARE(joinedAs(u"Ruben Castellane"_s, camera.name).department,
                 stage.person(u"Ruben Castellane"_s).department);
        // Who has to be somebody is not nobody.
        const auto second = tasks.roleNamed(id, u"Second"_s);
        QCOMPARE(tasks.invite(id, {{}, second->role, std::chrono::hours(1), second->custom})
                     .error()
                     .code,
                 ErrorCode::InvalidInput);
        // A role that is gone by then leaves what holds nothing more. Its name is typed by people.
        QTest::ignoreMessage(
            QtWarningMsg,
            QRegularExpression(u"^the role of an invite is not there any more: [0-9a-f-]{36}$"_s));
        const Membership nils = joinedAs(u"Nils Aaberg"_s, u"Second"_s,
                                         [&] { QVERIFY(tasks.removeRole(id, u"Second"_s)); });
        QVERIFY(!nils.custom);
        QCOMPARE(nils.role, Role::Crew);
        const auto invites = store::IdentityRepository(stage.database()).invites(id);
        QStringList roles;
        for (const store::InviteRow &row : *invites)
            roles.append(row.roleText());
        QCOMPARE(roles.count(pay), 2);
        SystemRandom random;
        const auto acts = store::ServerAudit(stage.database(), random).rows(0, {}, 20);
        QVERIFY(std::ranges::any_of(*acts, [](const auto &row) {
            return row.act.act == u"device-joined"_s && row.act.detail == pay;
        }));
    }

    // By whoever gives roles, over the API and from a page.
    void itIsNamedInAnInvite_data() { TestDatabase::kinds(); }
    void itIsNamedInAnInvite()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        ConsoleStage stage(place);
        Api &api = stage.api;
        const QString office = api.account(u"priya@example.org"_s, api.member(Role::Coordinator));
        const QString chief = api.account(u"chief@example.org"_s, api.member(Role::Administrator));
        AdminTasks tasks(api.storage(), api.clock().now());
        QVERIFY(tasks.defineRole(api.production(), {pay, payReaches()}));
        const QString path = api.under(u"/invites"_s);
        const QJsonObject wish{{u"person"_s, u"Nils Aaberg"_s}, {u"role"_s, pay}};

        QCOMPARE(api.ask("POST", path, wish, office).status(), 403);
        QCOMPARE(api.ask("POST", path, {{u"role"_s, u"None such"_s}}, chief).status(), 400);
        QCOMPARE(api.ask("POST", path, wish, chief).status(), 201);
        const QJsonArray invites = api.get(path, chief).json()[u"items"_s].toArray();
        QCOMPARE(invites.size(), 1);
        QCOMPARE(invites[0][u"role"_s].toString(), pay);

        PlainBrowser browser(stage.url);
        browser.signIn(u"root@example.org"_s, api.adminCode());
        const QString page = stage.under(u"invite"_s);
        QVERIFY(browser.get(page).text.contains(u"<option value=\"%1\""_s.arg(pay)));
        const WebAnswer made =
            browser.post(page, {{u"person"_s, u"Maya Lindqvist"_s}, {u"role"_s, pay}});
        QCOMPARE(made.status, 200);
        QVERIFY(made.text.contains(u"Code for Maya Lindqvist, Payroll help"_s));
        browser.get(page);
        QVERIFY(
            browser.post(page, {{u"role"_s, u"None such"_s}}).text.contains(u"Choose a role"_s));
    }

    void aPageSaysWhatSomebodyMayAndWhy()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        AdminTasks tasks(stage.api.storage(), stage.api.clock().now());
        const UserId user = stage.api.member(Role::Crew, u"Maya Lindqvist"_s);
        QVERIFY(tasks.defineRole(stage.api.production(), {pay, payReaches()}));
        QVERIFY(tasks.giveRole(stage.api.production(), user,
                               *tasks.roleNamed(stage.api.production(), pay)));
        PlainBrowser browser(stage.url);
        browser.signIn(u"root@example.org"_s, stage.api.adminCode());
        const QString page = stage.under(u"members/%1/permissions"_s.arg(user.toString()));

        QVERIFY(browser.get(stage.under(u"people"_s)).text.contains(page));
        const QString may = browser.get(page).text;
        QVERIFY(may.contains(u"The role Payroll help includes it for everybody."_s));
        QVERIFY(may.contains(u"The role Payroll help does not include it."_s));
        QVERIFY(tasks.endMember(stage.api.production(), user));
        QVERIFY(browser.get(page).text.contains(u"The membership has ended."_s));
        QCOMPARE(browser.get(stage.under(u"members/x/permissions"_s)).status, 404);
    }

    // The same rows as for the fixed roles (tst_api), through the API.
    void aCustomRoleMayWhatItSays_data()
    {
        QTest::addColumn<Permissions>("may");
        const Permissions crew(Role::Crew);
        QTest::newRow("as the crew") << crew;
        QTest::newRow("pay") << payReaches();
        QTest::newRow("invites") << payReaches().with(Action::Invite, Reach::Production);
        QTest::newRow("devices") << crew.with(Action::SeeDevices, Reach::Production)
                                        .with(Action::SignDevicesOut, Reach::Production);
        QTest::newRow("a department") << crew.with(Action::SeeDays, Reach::Department)
                                             .with(Action::SeeAudit, Reach::Department);
    }
    void aCustomRoleMayWhatItSays()
    {
        QFETCH(const Permissions, may);
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        api.importDays("Maya Lindqvist,Camera,2025-11-20,Main,work,0700 1930\n"
                       "Ruben Castellane,Camera,2025-11-19,Main,work,0730 1930\n"
                       "Nils Aaberg,Electric,2025-11-19,Main,work,0600 1800\n");
        const UserId user = api.member(Role::Crew, u"Maya Lindqvist"_s);
        const UserId other = api.member(Role::Crew, u"Nils Aaberg"_s);
        const DeviceId theirs = api.device(other, u"cart"_s);
        const QString chief = api.account(u"chief@example.org"_s, api.member(Role::Administrator));
        const QString token = api.account(u"maya@example.org"_s, user);
        QJsonObject role{{u"name"_s, u"Special"_s}};
        for (const Action action : allActions())
            role[QString(actionName(action)).replace(u'-', u'_')] = reachName(may.reach(action));
        role.remove(u"give_roles"_s);
        role.remove(u"manage_privacy"_s);
        QCOMPARE(api.ask("PUT", api.under(u"/roles"_s), role, token).status(), 403);
        QCOMPARE(api.ask("PUT", api.under(u"/roles"_s), role, chief).status(), 204);
        const QString roleOf = u"/members/%1/role"_s.arg(user.toString());
        QCOMPARE(api.ask("PUT", api.under(roleOf), {{u"role"_s, u"None such"_s}}, chief).status(),
                 400);
        QCOMPARE(api.ask("PUT", api.under(roleOf), {{u"role"_s, u"Special"_s}}, chief).status(),
                 204);
        const auto status = [&](const QByteArray &method, const QString &rest,
                                const QJsonObject &body = {}) {
            return api.ask(method, api.under(rest), body, token).status();
        };

        const qsizetype entries =
            api.get(api.under(u"/time-entries"_s), token).json()[u"items"_s].toArray().size();
        const Reach days = may.reach(Action::SeeDays);
        const qsizetype seen = days == Reach::Own ? 1 : days == Reach::Department ? 2 : 3;
        QCOMPARE(entries, seen);
        QCOMPARE(status("GET", u"/members"_s), may.reachesAll(Action::SeeDevices) ? 200 : 403);
        QCOMPARE(status("POST", u"/invites"_s, {{u"person"_s, u"Ruben Castellane"_s}}),
                 may.reachesAll(Action::Invite) ? 201 : 403);
        QCOMPARE(status("POST", u"/invites"_s, {{u"role"_s, u"coordinator"_s}}), 403);
        QCOMPARE(status("DELETE", u"/devices/"_s + theirs.toString()),
                 may.reachesAll(Action::SignDevicesOut) ? 204 : 404);
        QCOMPARE(status("PUT", roleOf, {{u"role"_s, u"administrator"_s}}), 403);
        QCOMPARE(status("DELETE", u"/roles/Special"_s), 403);
        const Reply why =
            api.get(api.under(u"/members/%1/permissions"_s.arg(user.toString())), chief);
        QCOMPARE(why.at(u"custom_role"_s), u"Special"_s);
        for (const QJsonValue &item : why.json()[u"items"_s].toArray()) {
            const Action action = *actionFromName(item[u"action"_s].toString());
            QCOMPARE(item[u"reach"_s].toString(), reachName(may.reach(action)));
            QVERIFY(item[u"why"_s].toString().contains(u"Special"_s));
        }
        const QJsonArray roles =
            api.get(api.under(u"/roles"_s), chief).json()[u"items"_s].toArray();
        QCOMPARE(roles.size(), 8);
        QCOMPARE(api.ask("DELETE", api.under(u"/roles/Special"_s), {}, chief).status(), 409);
        QCOMPARE(api.ask("DELETE", api.under(u"/roles/crew"_s), {}, chief).status(), 404);
    }
};

QTEST_GUILESS_MAIN(TestCustomRoles)
#include "tst_custom_roles.moc"
