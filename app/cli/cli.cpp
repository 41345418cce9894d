#include "app/cli/cli.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTextStream>
#include <QTimeZone>

#include <iostream>
#include <string>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds lookAgain{500};

// Asked at the terminal, or given by whoever runs it without one.
PassphraseAsker passphraseFromEnvironment()
{
    if (!qEnvironmentVariableIsSet("FILMTRACKER_PASSPHRASE"))
        return nullptr;
    return [](bool, const std::function<void(const QString &)> &answer) {
        answer(qEnvironmentVariable("FILMTRACKER_PASSPHRASE"));
    };
}

void printRescue(const WorkspaceState &state, bool json)
{
    if (json)
        printJson({{u"damagedFile"_s, state.damagedFile}, {u"changesKept"_s, state.changesKept}});
    else
        printLine(u"kept %1 changes; the damaged file is %2"_s.arg(
            QString::number(state.changesKept), state.damagedFile));
}

} // namespace

Cli::Cli(const CliOptions &options)
    : m_options(options)
    , m_engine({options.dataDir, options.secrets, passphraseFromEnvironment()})
{}

int Cli::run()
{
    if (m_options.secrets == SecretsMode::PlainFile)
        qWarning("The device's key is kept in a plain file.");
    const Step done = dispatch();
    if (done)
        return *done;
    printProblem(done.error().message, m_options.json, done.error().code);
    return exitCodeOf(done.error().code);
}

Cli::Step Cli::dispatch()
{
    if (m_options.command == u"join")
        return join();
    if (m_options.command == u"start")
        return start();
    if (m_options.command == u"audit")
        return audit();
    if (m_options.command == u"rules" && !m_options.needsProduction())
        return rules();
    const auto opened =
        m_options.command == u"rescue" ? m_engine.rescue().result() : m_engine.open().result();
    if (!opened)
        return fail(opened.error());
    if (!opened->damagedFile.isEmpty())
        printRescue(*opened, m_options.json);
    if (opened->kind == WorkspaceState::Kind::Problem)
        return fail(*opened->problem);
    if (opened->kind == WorkspaceState::Kind::None)
        return fail(ErrorCode::NotFound, u"no production here: join or start one first"_s);
    m_state = *opened;
    const auto directory = m_engine.directory().result();
    if (!directory)
        return fail(directory.error());
    m_directory = *directory;

    using Command = Step (Cli::*)();
    static const std::map<QString, Command> commands{
        {u"import-crew"_s, &Cli::importCrew},
        {u"import-callsheet"_s, &Cli::importCallSheets},
        {u"enter"_s, &Cli::enter},
        {u"run"_s, &Cli::enter},
        {u"week"_s, &Cli::week},
        {u"sync"_s, &Cli::sync},
        {u"bring-days"_s, &Cli::bringDays},
        {u"status"_s, &Cli::status},
        {u"conflicts"_s, &Cli::conflicts},
        {u"resolve"_s, &Cli::resolve},
        {u"export"_s, &Cli::exportWeek},
        {u"outbox"_s, &Cli::outbox},
        {u"submit"_s, &Cli::actOnDay},
        {u"approve"_s, &Cli::actOnDay},
        {u"reopen"_s, &Cli::actOnDay},
        {u"delete"_s, &Cli::actOnDay},
        {u"undelete"_s, &Cli::actOnDay},
        {u"rules letter"_s, &Cli::sideLetter},
        {u"rules what-if"_s, &Cli::whatIf},
        {u"rules forecast"_s, &Cli::forecast},
        {u"rules"_s, &Cli::rulesOfWeek},
        {u"rescue"_s, &Cli::status}};
    if (m_options.command == u"sign-out")
        return m_engine.signOut().result().map([] { return ExitOk; });
    const auto inner = commands.find(m_options.command + u' ' + m_options.arguments.value(0));
    return (this->*(inner != commands.end() ? inner->second : commands.at(m_options.command)))();
}

Cli::Step Cli::join()
{
    if (m_options.server.isEmpty() || m_options.code.isEmpty()) {
        printProblem(u"join needs --server and --code"_s, m_options.json, ErrorCode::InvalidInput);
        return ExitUsage;
    }
    const auto joined =
        m_engine.join({m_options.server, m_options.code, m_options.device, m_options.asNewDevice})
            .result();
    if (!joined)
        return fail(joined.error());
    if (m_options.json)
        printJson({{u"production"_s, joined->production.toString()},
                   {u"title"_s, joined->productionTitle},
                   {u"person"_s, joined->personName},
                   {u"role"_s, roleName(joined->role)},
                   {u"device"_s, joined->device.toString()}});
    else
        printLine(u"joined %1 as %2 (%3)"_s.arg(joined->productionTitle, joined->personName,
                                                roleName(joined->role)));
    return ExitOk;
}

// What is there already is known once everything has come from the server.
Cli::Step Cli::bringDays()
{
    if (m_state.kind == WorkspaceState::Kind::Solo)
        return fail(ErrorCode::NotFound, u"join a production first"_s);
    const Step before = sync();
    if (!before || *before != ExitOk)
        return before;
    const auto done = m_engine.bringDays().result();
    if (!done)
        return fail(done.error());
    const auto dates = [](const std::vector<QDate> &days) {
        QStringList texts;
        for (const QDate &day : days)
            texts.append(day.toString(Qt::ISODate));
        return texts;
    };
    const QStringList brought = dates(done->brought);
    const QStringList there = dates(done->alreadyThere);
    if (m_options.json) {
        printJson({{u"brought"_s, QJsonArray::fromStringList(brought)},
                   {u"alreadyThere"_s, QJsonArray::fromStringList(there)}});
    } else {
        for (const QString &day : brought)
            printLine(u"brought %1"_s.arg(day));
        for (const QString &day : there)
            printLine(u"left alone %1: another day stands there"_s.arg(day));
    }
    return brought.isEmpty() ? ExitNothing : waitUntilSynced();
}

Cli::Step Cli::start()
{
    SoloRequest request{m_options.title, m_options.person, m_options.department, m_options.position,
                        m_options.zone.toLatin1()};
    if (request.zone.isEmpty())
        request.zone = QTimeZone::systemTimeZoneId();
    const auto started = m_engine.startAlone(request).result();
    if (!started)
        return fail(started.error());
    if (m_options.json)
        printJson({{u"production"_s, started->production.toString()},
                   {u"title"_s, started->productionTitle},
                   {u"person"_s, started->personName}});
    else
        printLine(u"started %1"_s.arg(started->productionTitle));
    return ExitOk;
}

Result<QDate> Cli::dateOf(const QString &text) const
{
    if (text.isEmpty() || text == u"today") {
        const QTimeZone zone(m_directory.production.zone);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        return zone.isValid() ? now.toTimeZone(zone).date() : now.toLocalTime().date();
    }
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid())
        return fail(ErrorCode::InvalidInput, u"a date is YYYY-MM-DD or today"_s);
    return date;
}

Result<const Person *> Cli::personNamed(const QString &name) const
{
    if (name.isEmpty()) {
        const Person *own = m_directory.personOf(m_state.person);
        return own ? Result<const Person *>(own)
                   : fail(ErrorCode::NotFound, u"you are not on the crew list: use --person"_s);
    }
    const Person *found = nullptr;
    for (const Person &person : m_directory.people) {
        if (person.name.compare(name, Qt::CaseInsensitive) != 0 && person.id.toString() != name)
            continue;
        if (found)
            return fail(ErrorCode::InvalidInput, u"two people have that name: use the id"_s);
        found = &person;
    }
    if (!found)
        return fail(ErrorCode::NotFound, u"nobody of that name is on the crew list"_s);
    return found;
}

QString Cli::nameOf(PersonId person) const
{
    const Person *found = m_directory.personOf(person);
    return found ? found->name : person.toString();
}

Cli::Step Cli::enter()
{
    if (m_options.command == u"run") {
        if (const auto started = m_engine.startSync().result(); !started)
            return fail(started.error());
        const Step entered = enterFromStdin();
        if (!entered || *entered != ExitOk)
            return entered;
        return waitUntilSynced();
    }
    if (m_options.readsStdin)
        return enterFromStdin();
    if (m_options.arguments.size() != 2) {
        printProblem(u"enter DATE LINE"_s, m_options.json, ErrorCode::InvalidInput);
        return ExitUsage;
    }
    return saveEntry({m_options.arguments[0], m_options.person, m_options.arguments[1]});
}

// A line that is refused is reported, and those after it are still saved.
Cli::Step Cli::enterFromStdin()
{
    ExitCode worst = ExitOk;
    std::string bytes;
    while (std::getline(std::cin, bytes)) {
        const QStringList parts = QString::fromStdString(bytes).trimmed().split(u'\t');
        if (parts.size() == 1 && parts.front().isEmpty())
            continue;
        const Step saved = parts.size() == 3
            ? saveEntry({parts[0], parts[1], parts[2]})
            : Step(fail(ErrorCode::InvalidInput, u"a line is DATE<TAB>PERSON<TAB>LINE"_s));
        if (saved) {
            worst = std::max(worst, *saved == ExitNothing ? ExitOk : *saved);
            continue;
        }
        printProblem(saved.error().message, m_options.json, saved.error().code);
        worst = exitCodeOf(saved.error().code);
        if (worst == ExitStore)
            return worst;
    }
    return worst;
}

Cli::Step Cli::sync()
{
    if (m_state.kind == WorkspaceState::Kind::Solo)
        return fail(ErrorCode::NotFound, u"this production is only on this computer"_s);
    if (m_state.problem)
        return fail(*m_state.problem);
    if (const auto started = m_engine.startSync().result(); !started)
        return fail(started.error());
    if (!m_options.watch)
        return waitUntilSynced();
    QString last;
    Result<SyncStatus> now = m_engine.status().result();
    for (; now; now = m_engine.nextStatus(lookAgain).result()) {
        if (const QString text = textOf(*now); text != last) {
            m_options.json ? printJson(jsonOf(*now)) : printLine(text);
            last = text;
        }
    }
    return fail(now.error());
}

Cli::Step Cli::waitUntilSynced()
{
    QElapsedTimer clock;
    clock.start();
    Result<SyncStatus> now = m_engine.status().result();
    for (; now; now = m_engine.nextStatus(lookAgain).result()) {
        using Kind = SyncStatus::Kind;
        const bool inStep = now->isComplete && now->waiting == 0;
        const bool isHandedOver =
            now->kind == Kind::TooOld && (now->oldestApp.isEmpty() || now->waiting == now->sent);
        const bool isOver = inStep || isHandedOver || now->kind == Kind::SignedOut
            || now->kind == Kind::Revoked || now->kind == Kind::Review || now->halted
            || clock.hasExpired(qint64(m_options.waitSeconds) * 1000);
        if (now->kind == Kind::Review && m_options.acceptRemoval) {
            m_options.acceptRemoval = false; // said once
            if (const auto accepted = m_engine.acceptRemoval().result(); !accepted)
                return fail(accepted.error());
            continue;
        }
        if (!isOver)
            continue;
        m_options.json ? printJson(jsonOf(*now)) : printLine(textOf(*now));
        if (inStep)
            return now->refused > 0 ? ExitRefused : ExitOk;
        switch (now->kind) {
        case Kind::SignedOut:
        case Kind::Revoked: return ExitNotAllowed;
        case Kind::Review: return ExitRefused;
        default: return now->halted ? ExitStore : ExitOffline;
        }
    }
    return fail(now.error());
}

Cli::Step Cli::status()
{
    const auto now = m_engine.status().result();
    if (!now)
        return fail(now.error());
    if (!m_options.json) {
        printLine(u"%1, %2"_s.arg(m_state.productionTitle, m_state.personName));
        printLine(textOf(*now));
        return ExitOk;
    }
    QJsonObject object = jsonOf(*now);
    object[u"production"_s] = m_state.production.toString();
    object[u"title"_s] = m_state.productionTitle;
    object[u"person"_s] = m_state.personName;
    object[u"role"_s] = roleName(m_state.role);
    object[u"device"_s] = m_state.device.toString();
    object[u"server"_s] = m_state.server;
    if (m_state.problem)
        object[u"problem"_s] = errorCodeName(m_state.problem->code);
    printJson(object);
    return ExitOk;
}

} // namespace film::app
