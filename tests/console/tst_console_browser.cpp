#include "shared/store/webhook_repository.h"
#include "tests/support/console_fixture.h"

#include <QFileInfo>
#include <QProcess>

using namespace film;
using namespace film::server;
using namespace film::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patienceMs = 540'000;

const QString longName =
    u"Zoë Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh y Cholmondeley"_s;

// Another production of the administrator.
void addSecond(ConsoleStage &stage)
{
    Api &api = stage.api;
    AdminTasks tasks(api.storage(), api.clock().now());
    Production second;
    second.title = u"Harbour Lights"_s;
    second.zone = "Europe/Oslo";
    const auto id = tasks.createProduction(second);
    store::MemberRow member;
    member.user = stage.administrator;
    member.role = Role::Administrator;
    store::IdentityRepository identities(api.storage().database());
    store::AccountRepository accounts(api.storage().database());
    if (!id || !identities.addMember(*id, member)
        || !accounts.link(*id, member.user, api.accountId(u"root@example.org"_s)))
        qFatal("no second production");
}

// The people and devices of a small production, as on the drawing of the page.
DeviceId fillStage(ConsoleStage &stage, UserId *maya)
{
    Api &api = stage.api;
    AdminTasks tasks(api.storage(), api.clock().now());
    const auto crew = tasks.importCrew(api.production(),
                                       "Name,Department,Position,Unit\n"
                                       "Priya Nair,Production,Coordinator,Main\n"
                                       "Theo Marchetti,Accounts,Accountant,Main\n"
                                       "Marcus Eide,Assistant directors,1st AD,Main\n"
                                       "Tomas Okafor,Electric,Gaffer,Main\n"
                                       "Una Kearney,Locations,Unit manager,Main\n"
                                       "Eleanor Marsh,Production,Producer,Main\n");
    if (!crew || !allReady(crew->verdicts))
        qFatal("no crew");
    api.readPeople();
    api.importDays("Maya Lindqvist,Camera,2025-11-12,Main,work,0700 1300-1330 1930\n"
                   "Nils Aaberg,Electric,2025-11-12,Main,work,0630 1300-1330 2000\n"
                   "Tomas Okafor,Electric,2025-11-12,Main,work,0630 1300-1330 2012\n");
    struct Somebody {
        QString name;
        Role role;
        QString device;
        QString version; // empty: not seen since the start
        bool isOn;
    };
    const std::vector<Somebody> people{
        {u"Priya Nair"_s, Role::Coordinator, u"Priya’s laptop, set hub"_s, u"1.0.0"_s, true},
        {u"Theo Marchetti"_s, Role::Accountant, u"Payroll office 2"_s, u"1.0.0"_s, true},
        {u"Marcus Eide"_s, Role::ProductionManager, u"AD trailer"_s, u"1.0.0"_s, true},
        {u"Maya Lindqvist"_s, Role::Crew, u"A-cam cart"_s, u"1.0.0"_s, true},
        {u"Tomas Okafor"_s, Role::HeadOfDepartment, u"Gaffer cart"_s, u"1.0.0"_s, true},
        {u"Una Kearney"_s, Role::Crew, u"Honeywagon tablet"_s, u"0.9.8"_s, false},
        {u"Eleanor Marsh"_s, Role::Auditor, {}, {}, false},
        // Nothing of what people type may push a page aside.
        {longName, Role::Crew, QString(60, u'm'), u"0.1"_s, false},
    };
    DeviceId cart;
    for (const Somebody &one : people) {
        const UserId user = api.member(one.role, one.name);
        if (one.name == u"Maya Lindqvist"_s)
            *maya = user;
        if (one.device.isEmpty())
            continue;
        const DeviceId device = api.device(user, one.device);
        if (one.device == u"A-cam cart"_s)
            cart = device;
        const ProductionId production = api.production();
        stage.presence.came(production, device, u"filmtracker/"_s + one.version,
                            api.clock().now() - (one.isOn ? 12s : 14h + 52min));
        if (!one.isOn)
            stage.presence.left(production, device, api.clock().now() - 14h);
    }
    addSecond(stage);
    if (!tasks.invite(api.production(), {u"Ruben Castellane"_s, {}}))
        qFatal("no invite");
    return cart;
}

// Told of everything, or not: nobody is there.
store::WebhookId addHook(ConsoleStage &stage)
{
    SystemRandom random;
    store::WebhookRow row;
    row.id = store::WebhookId(random.bytes<16>());
    row.production = stage.api.production();
    row.url = u"https://payroll.example.org/hooks/film-tracker"_s;
    row.events = {u"day.changed"_s, u"member.changed"_s};
    row.secret = "sealed";
    row.createdMs = msSinceEpoch(stage.api.clock().now());
    if (!store::WebhookRepository(stage.api.storage().database()).add(row))
        qFatal("no webhook");
    return row.id;
}

} // namespace

// Chromium at the console: what only a browser shows. What it does stands in console.test.js.
class TestConsoleBrowser : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY2(QFileInfo::exists(QStringLiteral(FILM_NODE)),
                 "node is missing: scripts/install_dependencies.sh");
        QVERIFY2(QFileInfo::exists(QStringLiteral(FILM_CHROMIUM)),
                 "chromium is missing: scripts/install_dependencies.sh");
        QVERIFY2(QFileInfo::exists(QStringLiteral(FILM_CONSOLE_CLIENT)),
                 "build the target console_client first, as ctest does");
    }

    void aPersonUsesThePages()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        UserId maya;
        const DeviceId cart = fillStage(stage, &maya);
        const AccountId account = stage.api.accountId(u"root@example.org"_s);
        const store::WebhookId hook = addHook(stage);
        // An administrator who has no second factor yet.
        const QString newcomer = u"simone@example.org"_s;
        stage.api.account(newcomer, {}, true);
        const QJsonObject said{
            {u"url"_s, stage.url},
            {u"login"_s, u"root@example.org"_s},
            {u"password"_s, password},
            {u"secret"_s, QString::fromLatin1(stage.api.adminSecret().toHex())},
            {u"seconds"_s, msSinceEpoch(stage.api.clock().now()) / 1000},
            {u"production"_s, stage.api.production().toString()},
            {u"device"_s, cart.toString()},
            {u"member"_s, maya.toString()},
            {u"administrator"_s, stage.administrator.toString()},
            {u"account"_s, account.toString()},
            {u"webhook"_s, hook.toString()},
            {u"newcomer"_s, newcomer},
            {u"pictures"_s, QStringLiteral(FILM_BINARY_DIR "/screenshots/console")}};
        QProcess node;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"FILM_CHROMIUM"_s, QStringLiteral(FILM_CHROMIUM));
        environment.insert(u"FILM_CONSOLE_STAGE"_s,
                           QString::fromUtf8(QJsonDocument(said).toJson(QJsonDocument::Compact)));
        node.setProcessEnvironment(environment);
        node.setProcessChannelMode(QProcess::ForwardedChannels);
        node.start(QStringLiteral(FILM_NODE), {u"--test"_s, QStringLiteral(FILM_CONSOLE_CLIENT)});
        // The server's listener lives in this thread: it goes on meanwhile.
        const bool isFinished =
            QTest::qWaitFor([&node] { return node.state() == QProcess::NotRunning; }, patienceMs);
        if (!isFinished) {
            node.kill();
            node.waitForFinished();
        }
        QVERIFY(isFinished);
        QCOMPARE(node.exitStatus(), QProcess::NormalExit);
        QCOMPARE(node.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(TestConsoleBrowser)
#include "tst_console_browser.moc"
