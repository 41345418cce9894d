#include "tests/e2e/stage.h"

#include "shared/base/id.h"
#include "shared/store/statement.h"
#include "tests/e2e/free_port.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

namespace film::e2e {

using namespace Qt::StringLiterals;

namespace {

constexpr int serverPatienceMs = 60'000;
constexpr int startPauseMs = 50;

const QString binaries = QStringLiteral(FILM_BINARY_DIR) + u"/bin/"_s;
const QString serverProgram = u"filmtracker-server"_s;

} // namespace

Stage::Stage(tests::TestDatabase::Kind kind)
    : m_own(std::in_place, kind)
    , m_database(m_own->address())
    , m_port(freePort())
    , m_serverProgram(binaries + serverProgram)
{}

Stage::Stage(QString database)
    : m_database(std::move(database))
    , m_port(freePort())
    , m_serverProgram(binaries + serverProgram)
{}

Stage::~Stage()
{
    killServer();
    if (m_another) {
        m_another->kill();
        m_another->waitForFinished(serverPatienceMs);
    }
}

QProcessEnvironment Stage::environment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"FILMTRACKER_SECRETS"_s, u"plain"_s);
    environment.insert(u"TZ"_s, u"UTC"_s);
    return environment;
}

QString Stage::serverUrl() const
{
    return u"ws://127.0.0.1:%1"_s.arg(m_port);
}

void Stage::useServer(const QString &program)
{
    m_serverProgram = QDir(binaries).absoluteFilePath(program.isEmpty() ? serverProgram : program);
}

std::unique_ptr<QProcess> Stage::launch(quint16 port)
{
    auto server = std::make_unique<QProcess>();
    server->setProcessEnvironment(environment());
    // Not a pipe: one that nobody reads would stop the server.
    server->setStandardErrorFile(m_folder.filePath(u"server.log"_s), QIODevice::Append);
    const QStringList arguments{u"serve"_s,
                                u"--database"_s,
                                m_database,
                                u"--listen"_s,
                                u"127.0.0.1:%1"_s.arg(port),
                                u"--http"_s,
                                u"127.0.0.1:0"_s,
                                u"--data"_s,
                                m_folder.filePath(u"server-%1"_s.arg(port))};
    server->start(m_serverProgram, arguments + m_serverOptions);
    server->waitForStarted(serverPatienceMs);
    QByteArray seen;
    while (!seen.contains("ready ") && server->waitForReadyRead(serverPatienceMs))
        seen += server->readAllStandardOutput();
    return server;
}

bool Stage::isServerUp() const
{
    // Asked, because without an event loop nobody hears of its end.
    return m_server && !m_server->waitForFinished(0) && m_server->state() == QProcess::Running;
}

QString Stage::serverMessages() const
{
    QFile file(m_folder.filePath(u"server.log"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void Stage::startServer()
{
    m_server = launch(m_port);
    QVERIFY2(m_server->state() == QProcess::Running, qPrintable(serverMessages()));
}

bool Stage::keepStartingServer()
{
    QElapsedTimer since;
    since.start();
    do {
        m_server = launch(m_port);
        m_server->waitForFinished(startPauseMs); // at once, where it does not stay
    } while (m_server->state() != QProcess::Running && !since.hasExpired(serverPatienceMs));
    return m_server->state() == QProcess::Running;
}

QString Stage::startAnotherServer()
{
    if (m_anotherPort == 0)
        m_anotherPort = freePort();
    m_another = launch(m_anotherPort);
    return u"ws://127.0.0.1:%1"_s.arg(m_anotherPort);
}

void Stage::stopAnotherServer()
{
    std::swap(m_server, m_another);
    stopServer();
    std::swap(m_server, m_another);
}

void Stage::stopServer()
{
    if (!m_server)
        return;
    m_server->terminate();
    QVERIFY2(m_server->waitForFinished(10'000), "the server did not stop within 10 s");
    QCOMPARE(m_server->exitCode(), 0);
    m_server.reset();
}

void Stage::killServer()
{
    if (!m_server)
        return;
    m_server->kill();
    m_server->waitForFinished(serverPatienceMs);
    m_server.reset();
}

Stage::Outcome Stage::admin(const QStringList &arguments)
{
    QProcess process;
    process.setProcessEnvironment(environment());
    QStringList all{u"admin"_s};
    all += arguments;
    all << u"--database"_s << m_database;
    process.start(binaries + u"filmtracker-server"_s, all);
    process.waitForFinished(serverPatienceMs);
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

void Stage::makeProduction()
{
    const Outcome made =
        admin({u"create-production"_s, u"--title"_s, u"Test"_s, u"--zone"_s, u"Europe/Oslo"_s,
               u"--week-ends"_s, u"saturday"_s, u"--currency"_s, u"EUR"_s, u"--json"_s});
    QVERIFY2(made.code == 0, qPrintable(made.err));
    m_production = made.json().value(u"production"_s).toString();
    QVERIFY2(!m_production.isEmpty(), qPrintable(made.out));
    QFile crew(m_folder.filePath(u"crew.csv"_s));
    QVERIFY(crew.open(QIODevice::WriteOnly));
    crew.write("Name,Department,Position,Unit\n"
               "Maya Lindqvist,Camera,1st AC,Main\n"
               "Ruben Castellane,Camera,Operator,Main\n"
               "Priya Nair,Production,Coordinator,Main\n"
               "Nils Aaberg,Electric,Lamp operator,Main\n");
    crew.close();
    const Outcome imported =
        admin({u"import-crew"_s, u"--production"_s, m_production, crew.fileName()});
    QVERIFY2(imported.code == 0, qPrintable(imported.err + imported.out));
}

Stage::Outcome Stage::adminOn(QStringList arguments)
{
    arguments << u"--production"_s << m_production;
    return admin(arguments);
}

Stage::Outcome Stage::verifyLog()
{
    QFile saved(m_folder.filePath(u"saved.txt"_s));
    if (!saved.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return {};
    for (const QString &mutation : m_ledger)
        saved.write(u"saved %1\n"_s.arg(mutation).toUtf8());
    saved.close();
    return admin({u"verify-log"_s, u"--production"_s, m_production, saved.fileName()});
}

QString Stage::inviteFor(const QString &person)
{
    const Outcome invite =
        admin({u"invite"_s, u"--production"_s, m_production, u"--person"_s, person, u"--json"_s});
    return invite.json().value(u"code"_s).toString();
}

QString Stage::inviteCoordinator()
{
    const Outcome invite = admin({u"invite"_s, u"--production"_s, m_production, u"--person"_s,
                                  u"Priya Nair"_s, u"--role"_s, u"coordinator"_s, u"--json"_s});
    return invite.json().value(u"code"_s).toString();
}

QString Stage::dataFolder(const QString &device) const
{
    return m_folder.filePath(device);
}

std::unique_ptr<QProcess> Stage::prepare(const QString &device, const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment());
    process->setProgram(binaries + u"filmtracker-cli"_s);
    process->setArguments(QStringList{u"--data"_s, dataFolder(device)} + arguments);
    return process;
}

std::unique_ptr<QProcess> Stage::start(const QString &device, const QStringList &arguments)
{
    auto process = prepare(device, arguments);
    process->start();
    return process;
}

Stage::Outcome Stage::run(const QString &device, const QStringList &arguments,
                          const QByteArray &input)
{
    const auto process = start(device, arguments);
    process->waitForStarted(serverPatienceMs);
    if (!input.isEmpty())
        process->write(input);
    process->closeWriteChannel();
    process->waitForFinished(serverPatienceMs);
    const QByteArray out = process->readAllStandardOutput();
    noteSaved(out);
    return {process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -1,
            QString::fromUtf8(out), QString::fromUtf8(process->readAllStandardError())};
}

void Stage::join(const QString &device, const QString &code)
{
    joinAt(serverUrl(), device, code);
}

void Stage::joinAt(const QString &url, const QString &device, const QString &code)
{
    const Outcome joined =
        run(device, {u"join"_s, u"--server"_s, url, u"--code"_s, code, u"--device"_s, device});
    QVERIFY2(joined.code == 0, qPrintable(joined.out + joined.err));
}

void Stage::noteSaved(const QByteArray &output)
{
    static const QRegularExpression line(u"^saved ([0-9a-f-]{36})"_s,
                                         QRegularExpression::MultilineOption);
    auto matches = line.globalMatch(QString::fromUtf8(output));
    while (matches.hasNext())
        m_ledger.insert(matches.next().captured(1));
}

std::multiset<QString> Stage::serverLog()
{
    std::multiset<QString> mutations;
    const auto database = store::Database::open(m_database);
    if (!database)
        return mutations;
    store::Statement select(**database, u"ledger"_s, u"SELECT mid FROM change_log"_s);
    if (!select.run())
        return mutations;
    while (select.next())
        mutations.insert(MutationId::fromBytes(select.bytes(0)).value_or(MutationId()).toString());
    return mutations;
}

} // namespace film::e2e
