#include "server/console/server_pages.h"

#include "server/admin/server_controls.h"
#include "server/config/config_report.h"
#include "server/console/console_page.h"
#include "server/console/console_words.h"
#include "server/http/api_server.h"
#include "server/http/api_values.h"
#include "shared/store/backup_repository.h"
#include "shared/store/database.h"

#include <QDateTime>
#include <QSslCertificate>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int backupsInPart = 3;
constexpr int backupsShown = 30;
constexpr std::chrono::minutes logLevelLength{30};

Html command(const QString &text)
{
    return el("code", {{"class", u"command"_s}}, text);
}

Html howToBackUp(const ConsoleCall &call)
{
    const ServerConfig &config = call.facts.config;
    const bool isPostgres = call.api.desk.storage.database().dialect() == store::Dialect::Postgres;
    const Html saves = isPostgres
        ? el("li", {}, u"Save the database; the server may run meanwhile: "_s,
             command(u"pg_dump --format=custom --file=film.dump DATABASE"_s))
        : el("li", {}, u"Save the database; the server may run meanwhile: "_s,
             command(u"sqlite3 %1 \".backup film.sqlite\""_s.arg(config.database.mid(7))));
    return el("ol", {{"class", u"steps"_s}}, saves,
              el("li", {},
                 u"Keep identity.key of the data folder apart from it. Without it everybody has to "
                 "enrol their second factor again: "_s,
                 command(config.dataFolder + u"/identity.key"_s)),
              el("li", {},
                 u"A backup that was never restored is a hope. Put it back on another "
                 "computer, then: "_s,
                 command(u"filmtracker-server admin verify-log --production ID --database …"_s)),
              el("li", {},
                 u"When one was put back here, say so, and the devices hand over again what "
                 "it does not have: "_s,
                 command(u"filmtracker-server admin restore-done --database …"_s)));
}

QString whyNoBackups(const ConsoleCall &call)
{
    const Backups *backups = call.api.desk.server.backups;
    return backups ? backups->whyNot() : u"this server makes no backups"_s;
}

Html stateOf(const store::BackupRow &row)
{
    switch (row.state) {
    case store::BackupRow::State::Running: return mark(Tone::Plain, u"history"_s, u"Being made"_s);
    case store::BackupRow::State::Failed:
        return mark(Tone::Bad, u"triangle-alert"_s, u"Failed: "_s + row.problem);
    case store::BackupRow::State::Done: break;
    }
    if (!row.verifiedMs)
        return mark(Tone::Warning, u"circle-dashed"_s, u"Made; nobody has put it back"_s);
    // A file was read through where it lies; what has no file was put back by a command.
    return row.name.isEmpty()
        ? mark(Tone::Good, u"check"_s, u"Restored in a test"_s)
        : mark(Tone::Plain, u"check"_s, u"Opened and whole; nobody has put it back"_s);
}

Html backupTable(const ConsoleCall &call, const std::vector<store::BackupRow> &rows)
{
    std::vector<TableRow> shown;
    for (const store::BackupRow &row : rows)
        shown.push_back({dayAndTime(instantFromMs(row.startedMs), call.zone),
                         row.bytes > 0 ? sizeWords(row.bytes) : u"–"_s, stateOf(row)});
    return tableOf(u"Backups"_s, {{u"Made"_s}, {u"Size"_s}, {u"State"_s}}, shown);
}

Html backUpNow(const ConsoleCall &call)
{
    return writeForm(call, LocalPath({u"backups"_s, u"now"_s}), u"plain"_s,
                     button(u"Back up now"_s));
}

Result<WebResponse> showBackups(ConsoleCall &call)
{
    Page page;
    page.place = Place::Backups;
    page.title = u"Backups"_s;
    page.body = el("div", {{"class", u"stack"_s}}, backupsPanel(call, false),
                   panelOf({u"What to run"_s,
                            u"how"_s,
                            {},
                            {},
                            el("div", {{"class", u"pad"_s}}, howToBackUp(call))}));
    return framed(call, page);
}

Result<WebResponse> beginBackup(ConsoleCall &call)
{
    Backups *backups = call.api.desk.server.backups;
    if (!backups)
        return fail(ErrorCode::InvalidInput, whyNoBackups(call));
    const auto begun = backups->begin(call.api.desk.storage, actorOf(call.api), call.api.now);
    if (!begun)
        return fail(begun.error());
    return seeOther(LocalPath({u"backups"_s}).with(u"done"_s, u"backup"_s));
}

QString orNone(const QString &text)
{
    return text.isEmpty() ? u"–"_s : text;
}

std::vector<std::pair<QString, Html>> settingsOf(const ServerConfig &config)
{
    const auto number = [](int value) -> Html { return countWords(value); };
    const auto yes = [](bool value) -> Html { return value ? u"Yes"_s : u"No"_s; };
    return {
        {u"Database"_s, addressWithoutSecrets(config.database)},
        {u"Data folder"_s, orNone(config.dataFolder)},
        {u"Devices connect to"_s, config.listen.toString()},
        {u"Pages, API, metrics"_s, config.http.toString()},
        {u"Certificate file"_s, orNone(config.tlsCertificate)},
        {u"Beyond this computer without TLS"_s, yes(config.insecureListen)},
        {u"Oldest app"_s, config.oldestApp.isNull() ? u"Any"_s : config.oldestApp.toString()},
        {u"Connections at once"_s, number(config.connectionsMax)},
        {u"Devices given all records at once"_s, number(config.snapshotsMax)},
        {u"Greetings a second from one address"_s, number(config.helloPerSecond)},
        {u"Invite codes a minute from one address"_s, number(config.joinPerMinute)},
        {u"Changes a minute of one device"_s, number(config.changesPerMinute)},
        {u"Requests a minute of one client"_s, number(config.requestsPerMinute)},
        {u"Threads that write"_s, number(config.laneThreads)},
        {u"Threads that read"_s, number(config.readThreads)},
    };
}

Html certificatePanel(const ConsoleCall &call)
{
    const CertificateFacts facts = certificateFacts(call.facts.config);
    if (!facts.isThere)
        return panelOf({u"Certificate"_s,
                        u"certificate"_s,
                        {},
                        {},
                        emptyWords(u"This server speaks no TLS. Something in front of it has to, "
                                   "unless all devices are on this computer."_s)});
    return panelOf({u"Certificate"_s,
                    u"certificate"_s,
                    {},
                    {},
                    factsOf({{u"For"_s, orNone(facts.names)},
                             {u"Good until"_s,
                              facts.ends ? Html(dayAndTime(*facts.ends, call.zone))
                                         : Html(u"It cannot be read."_s)}})});
}

Html deed(const Html &words, const Html &form)
{
    return el("div", {{"class", u"deed"_s}}, el("p", {}, words), form);
}

Html maintenancePanel(const ConsoleCall &call, const ServerControls &controls)
{
    const auto &now = controls.maintenance;
    const Html form = writeForm(
        call, LocalPath({u"settings"_s, now ? u"end-maintenance"_s : u"begin-maintenance"_s}),
        u"plain"_s, button(now ? u"Take changes again"_s : u"Take no changes"_s));
    QString words = u"Pages and the API only read, and devices keep what they have. They hand it "
                    "over when it is over."_s;
    if (now) {
        words = u"No changes are taken since %1."_s.arg(
            dayAndTime(instantFromMs(now->sinceMs), call.zone));
        if (now->untilMs)
            words += u" It ends by itself on %1."_s.arg(
                dayAndTime(instantFromMs(*now->untilMs), call.zone));
        if (!now->reason.isEmpty())
            words += u" Reason: "_s + now->reason;
    }
    return panelOf({u"Maintenance"_s,
                    u"maintenance"_s,
                    {},
                    {},
                    el("div", {{"class", u"deeds"_s}}, deed(words, form))});
}

Html logPanel(const ConsoleCall &call, const ServerControls &controls)
{
    std::vector<Choice> categories;
    std::vector<Choice> levels;
    for (const QString &name : logCategories())
        categories.push_back({name, name});
    for (const QString &name : logLevelNames())
        levels.push_back({name, name});
    QStringList changed;
    for (const LogLevel &level : controls.logLevels)
        changed.append(u"%1: %2"_s.arg(level.category, level.level));
    const QString words = changed.isEmpty()
        ? u"From info on is written. More, or less, for half an hour:"_s
        : u"Now %1; from info on is written of the rest. For half an hour:"_s.arg(
            changed.join(u", "_s));
    return panelOf(
        {u"Log"_s,
         u"log"_s,
         {},
         {},
         el("div", {{"class", u"deeds"_s}},
            deed(words,
                 writeForm(call, LocalPath({u"settings"_s, u"log-level"_s}), u"plain"_s,
                           choiceOf(u"category"_s, u"Part"_s, categories, u"http"_s, false),
                           choiceOf(u"level"_s, u"Level"_s, levels, u"debug"_s, false),
                           button(u"Write that"_s))))});
}

Html diagnosticsPanel()
{
    return panelOf(
        {u"Diagnostics"_s,
         u"diagnostics"_s,
         {},
         {},
         el("div", {{"class", u"deeds"_s}},
            deed(u"One file for whoever helps: version, settings without passwords, "
                 "health, metrics, sizes of tables, the last lines of the log. No "
                 "names, times or amounts are in it."_s,
                 link(LocalPath({u"diagnostics"_s}), u"Download diagnostics"_s, u"button"_s)))});
}

Result<WebResponse> showSettings(ConsoleCall &call)
{
    const auto controls = readServerControls(call.api.desk.storage.database(), call.api.now);
    if (!controls)
        return fail(controls.error());
    Page page;
    page.place = Place::Settings;
    page.title = u"Settings"_s;
    page.body = el("div", {{"class", u"stack"_s}},
                   panelOf({u"Started with"_s,
                            u"settings"_s,
                            u"by options, environment and file; a restart changes them"_s,
                            {},
                            factsOf(settingsOf(call.facts.config))}),
                   certificatePanel(call), maintenancePanel(call, *controls),
                   logPanel(call, *controls), diagnosticsPanel(),
                   panelOf({u"Key that signs sessions"_s,
                            u"keys"_s,
                            {},
                            {},
                            el("div", {{"class", u"deeds"_s}},
                               el("div", {{"class", u"deed"_s}},
                                  el("p", {},
                                     u"It is replaced every month by itself. A new key now: nobody "
                                     "has to sign in again."_s),
                                  writeForm(call, LocalPath({u"settings"_s, u"rotate-keys"_s}),
                                            u"plain"_s, button(u"Rotate key"_s))))}));
    return framed(call, page);
}

Result<WebResponse> beginMaintenance(ConsoleCall &call)
{
    ServerControlTasks tasks(call.api.desk.storage, call.api.now, actorOf(call.api));
    if (const Result<> begun = tasks.beginMaintenance({}, std::nullopt); !begun)
        return fail(begun.error());
    return seeOther(LocalPath({u"settings"_s}).with(u"done"_s, u"maintenance"_s));
}

Result<WebResponse> endMaintenance(ConsoleCall &call)
{
    ServerControlTasks tasks(call.api.desk.storage, call.api.now, actorOf(call.api));
    if (const Result<> ended = tasks.endMaintenance(); !ended)
        return fail(ended.error());
    return seeOther(LocalPath({u"settings"_s}).with(u"done"_s, u"maintenance-over"_s));
}

Result<WebResponse> setLogLevel(ConsoleCall &call)
{
    ServerControlTasks tasks(call.api.desk.storage, call.api.now, actorOf(call.api));
    const LogLevel level{call.field(u"category"_s), call.field(u"level"_s)};
    if (const Result<> set = tasks.setLogLevel(level, logLevelLength); !set)
        return fail(set.error());
    if (const auto controls = readServerControls(call.api.desk.storage.database(), call.api.now))
        applyLogLevels(controls->logLevels);
    return seeOther(LocalPath({u"settings"_s}).with(u"done"_s, u"log-level"_s));
}

Result<WebResponse> downloadDiagnostics(ConsoleCall &call)
{
    return showDiagnostics(call.api);
}

Result<WebResponse> rotateKeys(ConsoleCall &call)
{
    const Result<> done = call.api.desk.accounts.rotateKeys(*call.api.caller, call.api.now);
    if (!done)
        return fail(done.error());
    return seeOther(LocalPath({u"settings"_s}).with(u"done"_s, u"keys"_s));
}

} // namespace

Html backupsPanel(const ConsoleCall &call, bool isPart)
{
    const auto rows = store::BackupRepository(call.api.desk.storage.database())
                          .list(isPart ? backupsInPart : backupsShown);
    const QString why = whyNoBackups(call);
    const Html leads = isPart ? link(LocalPath({u"backups"_s}), u"What to run"_s) : Html();
    Html body;
    if (!rows)
        body = emptyWords(u"The list cannot be read now."_s);
    else if (!rows->empty())
        body = backupTable(call, *rows);
    else if (why.isEmpty())
        body = emptyWords(u"No backup was made here yet."_s);
    else
        body = emptyWords(u"This server makes no backups, and it does not know of those that you "
                          "make: %1. The database is yours to save, each night."_s.arg(why));
    if (why.isEmpty())
        body.append(el("div", {{"class", u"deeds"_s}},
                       deed(u"It is made while the server works."_s, backUpNow(call))));
    return panelOf({u"Backups"_s, u"backups"_s, {}, leads, body});
}

CertificateFacts certificateFacts(const ServerConfig &config)
{
    CertificateFacts facts;
    facts.isThere = config.hasTls();
    if (!facts.isThere)
        return facts;
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(config.tlsCertificate);
    if (chain.isEmpty() || !chain.first().expiryDate().isValid())
        return facts;
    facts.ends = instantFromMs(chain.first().expiryDate().toMSecsSinceEpoch());
    facts.names = QStringList(chain.first().subjectAlternativeNames().values()).join(u", "_s);
    return facts;
}

std::vector<ConsoleRoute> serverPages()
{
    const Access admin = Access::serverAdministrator();
    return {
        {"GET", u"/console/backups"_s, admin, showBackups},
        {"POST", u"/console/backups/now"_s, admin, beginBackup, true},
        {"GET", u"/console/diagnostics"_s, admin, downloadDiagnostics},
        {"GET", u"/console/settings"_s, admin, showSettings},
        {"POST", u"/console/settings/begin-maintenance"_s, admin, beginMaintenance, true},
        {"POST", u"/console/settings/end-maintenance"_s, admin, endMaintenance, true},
        {"POST", u"/console/settings/log-level"_s, admin, setLogLevel, true},
        {"POST", u"/console/settings/rotate-keys"_s, admin, rotateKeys},
    };
}

} // namespace film::server
