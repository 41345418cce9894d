#include "server/console/server_pages.h"

#include "server/console/console_page.h"
#include "server/console/console_words.h"
#include "shared/store/database.h"

#include <QDateTime>
#include <QSslCertificate>
#include <QUrl>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

// An address without the password that may be in it.
QString databaseWords(const QString &address)
{
    if (address.startsWith(u"sqlite:"_s))
        return address;
    const QUrl url(address);
    return url.isValid() && !url.host().isEmpty()
        ? url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)
        : u"PostgreSQL"_s;
}

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

Result<WebResponse> showBackups(ConsoleCall &call)
{
    Page page;
    page.place = Place::Backups;
    page.title = u"Backups"_s;
    page.body = el("div", {{"class", u"stack"_s}}, noBackupsPanel(false),
                   panelOf({u"What to run"_s,
                            u"how"_s,
                            {},
                            {},
                            el("div", {{"class", u"pad"_s}}, howToBackUp(call))}));
    return framed(call, page);
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
        {u"Database"_s, databaseWords(config.database)},
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

Result<WebResponse> showSettings(ConsoleCall &call)
{
    Page page;
    page.place = Place::Settings;
    page.title = u"Settings"_s;
    page.body = el("div", {{"class", u"stack"_s}},
                   panelOf({u"Started with"_s,
                            u"settings"_s,
                            u"by options, environment and file; a restart changes them"_s,
                            {},
                            factsOf(settingsOf(call.facts.config))}),
                   certificatePanel(call),
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

Result<WebResponse> rotateKeys(ConsoleCall &call)
{
    const Result<> done = call.api.desk.accounts.rotateKeys(*call.api.caller, call.api.now);
    if (!done)
        return fail(done.error());
    return seeOther(LocalPath({u"settings"_s}).with(u"done"_s, u"keys"_s));
}

} // namespace

Html noBackupsPanel(bool isPart)
{
    return panelOf({u"Backups"_s,
                    u"backups"_s,
                    {},
                    isPart ? link(LocalPath({u"backups"_s}), u"What to run"_s) : Html(),
                    emptyWords(u"This server makes no backups yet, and it does not know of those "
                               "that you make. The database is yours to save, each night."_s)});
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
        {"GET", u"/console/settings"_s, admin, showSettings},
        {"POST", u"/console/settings/rotate-keys"_s, admin, rotateKeys},
    };
}

} // namespace film::server
