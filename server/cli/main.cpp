#include "server/cli/api_client.h"
#include "server/cli/arguments.h"
#include "server/cli/terminal.h"
#include "shared/sign_in/browser_sign_in.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::admin_cli;

namespace {

const QString codeQuestion = u"Code of the authenticator app, or a recovery code"_s;

enum Exit { Done = 0, Refused = 1, Usage = 2, Unreachable = 3, NotSignedIn = 4 };

class Program
{
public:
    Program(Arguments arguments, std::unique_ptr<ApiClient> client)
        : m_arguments(std::move(arguments))
        , m_client(std::move(client))
        , m_file(CredentialsFile::usualPath())
    {}

    int run()
    {
        const QString name = m_arguments.words.join(u' ');
        if (m_arguments.command)
            return runCommand(*m_arguments.command);
        if (name == u"sign-in")
            return m_arguments.isOpenId ? signInWithBrowser() : signIn();
        if (name == u"sign-out")
            return signOut();
        if (name == u"password set")
            return setPassword();
        if (name == u"password change")
            return changePassword();
        if (name == u"second-factor enrol")
            return enrol();
        complain(u"there is no command \"%1\"; see: filmtracker-admin help"_s.arg(name));
        return Usage;
    }

private:
    int runCommand(const Command &command)
    {
        return command.isText ? printParts(command) : showParts(command);
    }

    // A file in parts, each with the same first line.
    int printParts(const Command &command)
    {
        QString after;
        bool isFirst = true;
        do {
            const auto answer = asked(partOf(command, after));
            if (!answer)
                return unreachable(answer.error());
            if (!answer->isDone())
                return refused(*answer);
            const qsizetype start = isFirst ? 0 : answer->body.indexOf('\n') + 1;
            say(QString::fromUtf8(answer->body.mid(start)));
            after = answer->after;
            isFirst = false;
        } while (!after.isEmpty());
        return Done;
    }

    int showParts(const Command &command)
    {
        QJsonArray items;
        QString after;
        for (;;) {
            const auto answer = asked(partOf(command, after));
            if (!answer)
                return unreachable(answer.error());
            QJsonObject all = answer->json();
            // Health that is not well is an answer.
            if (!answer->isDone() && all.contains(u"detail"_s))
                return refused(*answer);
            for (const QJsonValue &item : all.value(u"items"_s).toArray())
                items.append(item);
            after = all.value(u"next"_s).toString();
            if (!after.isEmpty())
                continue;
            if (all.contains(u"items"_s))
                all = QJsonObject{{u"items"_s, items}};
            show(command, all);
            const bool isWell = command.unless.isEmpty() || all[command.unless].toArray().isEmpty();
            return answer->isDone() && isWell ? Done : Refused;
        }
    }

    [[nodiscard]] ApiRequest partOf(const Command &command, const QString &after) const
    {
        ApiRequest request{
            command.method, m_arguments.path, m_arguments.query, m_arguments.body, {}};
        if (!after.isEmpty())
            request.query.addQueryItem(u"after"_s,
                                       QString::fromLatin1(QUrl::toPercentEncoding(after)));
        return request;
    }

    void show(const Command &command, const QJsonObject &answer) const
    {
        if (m_arguments.isJson)
            say(QString::fromUtf8(QJsonDocument(answer).toJson()));
        else if (command.columns.isEmpty())
            say(u"done\n"_s);
        else
            say(tableOf(answer, command.columns));
    }

    // With the token that is there, a fresh one if it is too old.
    Result<ApiAnswer> asked(ApiRequest request)
    {
        const QString personal =
            QProcessEnvironment::systemEnvironment().value(u"FILMTRACKER_ADMIN_TOKEN"_s);
        if (!personal.isEmpty()) {
            request.token = personal;
            return m_client->ask(request);
        }
        const auto known = m_file.read(m_arguments.server);
        if (!known)
            return fail(known.error());
        if (!*known)
            return m_client->ask(request);
        request.token = (*known)->accessToken;
        auto answer = m_client->ask(request);
        if (!answer || answer->status != 401)
            return answer;
        const auto fresh = m_client->ask({"POST",
                                          u"/api/v1/session/refresh"_s,
                                          {},
                                          {{u"refresh_token"_s, (*known)->refreshToken}},
                                          {}});
        if (!fresh || !fresh->isDone())
            return fresh ? answer : fresh;
        if (const Result<> kept = keep(fresh->json()); !kept)
            return fail(kept.error());
        request.token = fresh->json().value(u"access_token"_s).toString();
        return m_client->ask(request);
    }

    Result<> keep(const QJsonObject &tokens) const
    {
        return m_file.write({m_arguments.server, tokens.value(u"access_token"_s).toString(),
                             tokens.value(u"refresh_token"_s).toString()});
    }

    QString login() { return m_arguments.login.isEmpty() ? ask(u"Login"_s) : m_arguments.login; }

    int signIn()
    {
        QJsonObject body{{u"login"_s, login()},
                         {u"password"_s, ask(u"Password"_s, true)},
                         {u"client"_s, u"filmtracker-admin"_s}};
        auto answer = m_client->ask({"POST", u"/api/v1/session"_s, {}, body, {}});
        if (answer && answer->json().value(u"reason"_s) == u"code-needed"_s) {
            body[u"code"_s] = ask(codeQuestion);
            answer = m_client->ask({"POST", u"/api/v1/session"_s, {}, body, {}});
        }
        return entered(answer);
    }

    // The person signs in on a page of the issuer; this program never sees with what.
    int signInWithBrowser()
    {
        const auto described = m_client->ask({"GET", u"/api/v1/session/openid"_s, {}, {}, {}});
        if (!described)
            return unreachable(described.error());
        if (!described->isDone())
            return refused(*described);
        const auto door = readDoor(described->json());
        if (!door)
            return unreachable(door.error());
        const auto grant = askBrowser(*door);
        if (!grant)
            return unreachable(grant.error());
        const QString client = u"filmtracker-admin"_s;
        auto answer = m_client->ask({"POST",
                                     u"/api/v1/session/openid"_s,
                                     {},
                                     {{u"code"_s, grant->code},
                                      {u"code_verifier"_s, grant->verifier},
                                      {u"nonce"_s, grant->nonce},
                                      {u"redirect_uri"_s, grant->redirectUri},
                                      {u"client"_s, client}},
                                     {}});
        const QString reason = answer ? answer->json().value(u"reason"_s).toString() : QString();
        if (reason == u"not-linked")
            complain(u"there you are \"%1\"; an administrator links that to your account"_s.arg(
                answer->json().value(u"subject"_s).toString()));
        if (reason == u"code-needed") {
            const QString ticket = answer->json().value(u"ticket"_s).toString();
            answer = m_client->ask(
                {"POST",
                 u"/api/v1/session/openid/second-factor"_s,
                 {},
                 {{u"ticket"_s, ticket}, {u"code"_s, ask(codeQuestion)}, {u"client"_s, client}},
                 {}});
        }
        return entered(answer);
    }

    static Result<OpenIdGrant> askBrowser(const OpenIdDoor &door)
    {
        SystemRandom random;
        Result<OpenIdGrant> granted = fail(ErrorCode::Cancelled, u"nobody signed in"_s);
        BrowserSignIn browser(door, random, [&granted](const Result<OpenIdGrant> &result) {
            granted = result;
            QCoreApplication::quit();
        });
        const Result<QUrl> page = browser.start();
        if (!page)
            return fail(page.error());
        const QString address = page->toString(QUrl::FullyEncoded);
        // Also said: there may be no browser here that opens by itself.
        complain(u"sign in at this page:\n%1"_s.arg(address));
        QProcess::startDetached(u"xdg-open"_s, {address});
        QCoreApplication::exec();
        return granted;
    }

    int entered(const Result<ApiAnswer> &answer)
    {
        if (!answer)
            return unreachable(answer.error());
        if (!answer->isDone())
            return refused(*answer);
        if (const Result<> kept = keep(answer->json()); !kept)
            return unreachable(kept.error());
        const QString duty = answer->json().value(u"duty"_s).toString();
        say(u"signed in\n"_s);
        if (duty == u"enrol-second-factor")
            say(u"an administrator needs a second factor: filmtracker-admin second-factor enrol\n"_s);
        return Done;
    }

    int signOut()
    {
        const auto answer = asked({"DELETE", u"/api/v1/session"_s, {}, {}, {}});
        if (!answer)
            return unreachable(answer.error()); // and it stays: it can be tried again
        m_file.forget();
        say(u"signed out\n"_s);
        return Done;
    }

    int setPassword()
    {
        const QJsonObject body{{u"login"_s, login()},
                               {u"code"_s, ask(u"Code"_s)},
                               {u"new_password"_s, ask(u"New password"_s, true)}};
        return reported(m_client->ask({"POST", u"/api/v1/password-code"_s, {}, body, {}}));
    }

    int changePassword()
    {
        const QJsonObject body{{u"old_password"_s, ask(u"Password"_s, true)},
                               {u"new_password"_s, ask(u"New password"_s, true)}};
        return reported(asked({"PUT", u"/api/v1/me/password"_s, {}, body, {}}));
    }

    int enrol()
    {
        const auto begun = asked({"POST",
                                  u"/api/v1/me/second-factor"_s,
                                  {},
                                  {{u"password"_s, ask(u"Password"_s, true)}},
                                  {}});
        if (!begun)
            return unreachable(begun.error());
        if (!begun->isDone())
            return refused(*begun);
        say(u"Type this into the authenticator app:\n  %1\n  %2\n"_s.arg(
            begun->json().value(u"secret"_s).toString(), begun->json().value(u"uri"_s).toString()));
        const auto confirmed = asked({"PUT",
                                      u"/api/v1/me/second-factor"_s,
                                      {},
                                      {{u"code"_s, ask(u"Code that it shows"_s)}},
                                      {}});
        if (!confirmed)
            return unreachable(confirmed.error());
        if (!confirmed->isDone())
            return refused(*confirmed);
        say(u"Recovery codes, each good once. They are shown nowhere else:\n"_s);
        for (const QJsonValue &code : confirmed->json().value(u"recovery_codes"_s).toArray())
            say(u"  %1\n"_s.arg(code.toString()));
        return Done;
    }

    int reported(const Result<ApiAnswer> &answer) const
    {
        if (!answer)
            return unreachable(answer.error());
        if (!answer->isDone())
            return refused(*answer);
        say(u"done\n"_s);
        return Done;
    }

    int refused(const ApiAnswer &answer) const
    {
        if (m_arguments.isJson)
            say(QString::fromUtf8(answer.body) + u'\n');
        else
            complain(answer.detail());
        return answer.status == 401 ? NotSignedIn : Refused;
    }

    int unreachable(const Error &error) const
    {
        complain(error.message);
        return error.code == ErrorCode::Offline ? Unreachable : Refused;
    }

    const Arguments m_arguments;
    const std::unique_ptr<ApiClient> m_client;
    const CredentialsFile m_file;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList typed = QCoreApplication::arguments().mid(1);
    if (typed.isEmpty() || typed == QStringList{u"help"_s} || typed == QStringList{u"--help"_s}) {
        say(helpText());
        return typed.isEmpty() ? Usage : Done;
    }
    if (typed.first() == u"completion") {
        const QString text = completionFor(typed.value(1));
        if (text.isEmpty()) {
            complain(u"completion is for bash, zsh or fish"_s);
            return Usage;
        }
        say(text);
        return Done;
    }
    auto arguments = readArguments(typed, QProcessEnvironment::systemEnvironment());
    if (!arguments) {
        complain(arguments.error().message);
        return Usage;
    }
    if (arguments->words.value(0) == u"help") {
        const QString text = helpText(arguments->words.mid(1));
        say(text.isEmpty() ? helpText() : text);
        return Done;
    }
    auto client = ApiClient::create(arguments->server, arguments->caFile);
    if (!client) {
        complain(client.error().message);
        return Usage;
    }
    return Program(*std::move(arguments), *std::move(client)).run();
}
