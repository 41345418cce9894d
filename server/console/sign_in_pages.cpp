#include "server/console/sign_in_pages.h"

#include "server/console/console_cookies.h"
#include "server/console/console_page.h"
#include "server/console/console_words.h"
#include "server/console/own_pages.h"

#include <QJsonDocument>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

// Between the password and the code.
constexpr std::chrono::minutes codeTime{5};

LocalPath backTo(const ConsoleCall &call)
{
    const QString asked = call.field(u"to"_s);
    return LocalPath::fromVisitor(asked.isEmpty() ? call.asked(u"to"_s) : asked);
}

Html backField(const ConsoleCall &call)
{
    const LocalPath to = backTo(call);
    return to == LocalPath() ? Html() : hidden(u"to"_s, to.text());
}

WebResponse signInPage(const ConsoleCall &call, const QString &problem = {}, int status = 200)
{
    return lonePanel(u"Sign in"_s,
                     el("div", {}, doneNotice(call), problemNotice(problem),
                        writeForm(call, LocalPath({u"sign-in"_s}), u"stacked"_s, backField(call),
                                  fieldOf({u"login"_s,
                                           u"Login"_s,
                                           u"text"_s,
                                           call.field(u"login"_s),
                                           u"username"_s,
                                           {},
                                           true,
                                           call.field(u"login"_s).isEmpty()}),
                                  fieldOf({u"password"_s,
                                           u"Password"_s,
                                           u"password"_s,
                                           {},
                                           u"current-password"_s,
                                           {},
                                           true,
                                           !call.field(u"login"_s).isEmpty()}),
                                  button(u"Sign in"_s, u"main"_s)),
                        el("p", {{"class", u"hint"_s}},
                           link(LocalPath({u"password-code"_s}), u"Set a password with a code"_s))),
                     status);
}

QByteArray sealPurpose(const ConsoleCall &call)
{
    return "console sign-in " + call.visit;
}

// The password waits for its code in the visitor's hands, sealed, for this visit alone: the server
// keeps nothing of somebody who has not signed in.
QString sealedProof(const ConsoleCall &call)
{
    const QJsonObject proof{{u"login"_s, call.field(u"login"_s)},
                            {u"password"_s, call.field(u"password"_s)},
                            {u"ends"_s, msSinceEpoch(call.api.now + codeTime)}};
    return QString::fromLatin1(call.box
                                   .seal(sealPurpose(call),
                                         QJsonDocument(proof).toJson(QJsonDocument::Compact),
                                         call.api.desk.random)
                                   .toBase64(QByteArray::Base64UrlEncoding));
}

// Nothing if it is not of this visit, or too old.
std::optional<SignInRequest> openedProof(const ConsoleCall &call)
{
    const QByteArray sealed =
        QByteArray::fromBase64(call.field(u"proof"_s).toLatin1(), QByteArray::Base64UrlEncoding);
    const Result<QByteArray> opened = call.box.open(sealPurpose(call), sealed);
    if (!opened)
        return std::nullopt;
    const QJsonObject proof = QJsonDocument::fromJson(*opened).object();
    if (proof.value(u"ends"_s).toInteger() < msSinceEpoch(call.api.now))
        return std::nullopt;
    SignInRequest request;
    request.login = proof.value(u"login"_s).toString();
    request.password = proof.value(u"password"_s).toString();
    request.code = call.field(u"code"_s).left(100);
    return request;
}

WebResponse codePage(const ConsoleCall &call, const QString &proof, const QString &problem = {})
{
    return lonePanel(
        u"Second factor"_s,
        el("div", {}, problemNotice(problem),
           writeForm(call, LocalPath({u"sign-in"_s, u"code"_s}), u"stacked"_s, backField(call),
                     hidden(u"proof"_s, proof),
                     fieldOf({u"code"_s,
                              u"Code"_s,
                              u"text"_s,
                              {},
                              u"one-time-code"_s,
                              u"Six digits from your authenticator app, or a recovery code."_s,
                              true,
                              true}),
                     button(u"Sign in"_s, u"main"_s)),
           el("p", {{"class", u"hint"_s}}, link(LocalPath({u"sign-in"_s}), u"Start again"_s))));
}

QString refusedWords(const SignInRefused &refused)
{
    using Reason = SignInRefused::Reason;
    switch (refused.reason) {
    case Reason::Wrong: return u"The login or the password is not right."_s;
    case Reason::WrongCode:
        return u"The code is not right, or it was used before. Wait for the next one."_s;
    case Reason::TooEarly: {
        const auto wait = std::chrono::ceil<std::chrono::seconds>(refused.wait);
        return u"Too many attempts failed. Try again in %1 s."_s.arg(
            std::max<qint64>(wait.count(), 1));
    }
    case Reason::Busy: return u"Many people sign in just now. Try again in a moment."_s;
    }
    Q_UNREACHABLE();
}

// Never goes on with what the browser had before: a session that somebody put there ends.
WebResponse entered(ConsoleCall &call, const SignedIn &signedIn)
{
    if (call.api.caller) {
        // If it cannot be ended now its cookies are gone all the same.
        (void)call.api.desk.signIn.signOut(*call.api.caller, call.api.now);
    }
    keepSignedIn(call, signedIn);
    call.cookies.append(ConsoleCookies(call.api.request.isSecure)
                            .set(ConsoleCookies::Name::Visit, {}, std::chrono::seconds(0)));
    return seeOther(signedIn.duty == Principal::Duty::None ? backTo(call)
                                                           : dutyPage(signedIn.duty));
}

Result<SignInAnswer> ask(const ConsoleCall &call, SignInRequest request)
{
    request.address = call.api.request.remote;
    request.client = u"Web console"_s;
    return call.api.desk.signIn.signIn(request, call.api.now);
}

Result<WebResponse> showSignIn(ConsoleCall &call)
{
    if (call.api.caller)
        return seeOther(backTo(call));
    return signInPage(call);
}

Result<WebResponse> consoleSignIn(ConsoleCall &call)
{
    const auto answer = ask(
        call, {call.field(u"login"_s).left(320), call.field(u"password"_s).left(512), {}, {}, {}});
    if (!answer)
        return fail(answer.error());
    if (const auto *signedIn = std::get_if<SignedIn>(&*answer))
        return entered(call, *signedIn);
    if (std::holds_alternative<CodeNeeded>(*answer))
        return codePage(call, sealedProof(call));
    return signInPage(call, refusedWords(std::get<SignInRefused>(*answer)));
}

Result<WebResponse> signInWithCode(ConsoleCall &call)
{
    const auto request = openedProof(call);
    if (!request)
        return signInPage(call, u"That took too long. Sign in again."_s);
    if (request->code.trimmed().isEmpty())
        return codePage(call, call.field(u"proof"_s), u"Type the code."_s);
    const auto answer = ask(call, *request);
    if (!answer)
        return fail(answer.error());
    if (const auto *signedIn = std::get_if<SignedIn>(&*answer))
        return entered(call, *signedIn);
    const auto *refused = std::get_if<SignInRefused>(&*answer);
    if (refused && refused->reason != SignInRefused::Reason::Wrong)
        return codePage(call, call.field(u"proof"_s), refusedWords(*refused));
    return signInPage(call, refused ? refusedWords(*refused) : QString());
}

WebResponse passwordCodePage(const ConsoleCall &call, const QString &problem = {})
{
    return lonePanel(
        u"Set a password"_s,
        el("div", {}, problemNotice(problem),
           el("p", {},
              u"An administrator gave you a code: for a new account, or because you "
              "forgot your password. It is good once, for a day."_s),
           writeForm(call, LocalPath({u"password-code"_s}), u"stacked"_s,
                     fieldOf({u"login"_s,
                              u"Login"_s,
                              u"text"_s,
                              call.field(u"login"_s),
                              u"username"_s,
                              {},
                              true,
                              true}),
                     fieldOf({u"code"_s, u"Code"_s, u"text"_s, {}, u"off"_s}),
                     fieldOf({u"new_password"_s,
                              u"New password"_s,
                              u"password"_s,
                              {},
                              u"new-password"_s,
                              u"12 characters or more."_s}),
                     button(u"Set password"_s, u"main"_s)),
           el("p", {{"class", u"hint"_s}}, link(LocalPath({u"sign-in"_s}), u"Back to sign-in"_s))));
}

Result<WebResponse> showPasswordCode(ConsoleCall &call)
{
    return passwordCodePage(call);
}

Result<WebResponse> setPassword(ConsoleCall &call)
{
    SignInRequest request;
    request.login = call.field(u"login"_s).left(320);
    request.code = call.field(u"code"_s).left(64);
    request.address = call.api.request.remote;
    const auto done =
        call.api.desk.signIn.redeemCode(request, call.field(u"new_password"_s), call.api.now);
    if (!done && done.error().code == ErrorCode::Unauthenticated)
        return passwordCodePage(call,
                                u"The login or the code is not right, or the code is too "
                                "old."_s);
    if (!done && done.error().code == ErrorCode::Busy)
        return passwordCodePage(call, u"Too many attempts. Try again later."_s);
    if (!done)
        return fail(done.error());
    if (*done)
        return passwordCodePage(call, sentenceOf(passwordProblemText(**done)));
    return seeOther(LocalPath({u"sign-in"_s}).with(u"done"_s, u"password-set"_s));
}

Result<WebResponse> consoleSignOut(ConsoleCall &call)
{
    using Name = ConsoleCookies::Name;
    if (const Result<> done = call.api.desk.signIn.signOut(*call.api.caller, call.api.now); !done)
        return fail(done.error());
    const ConsoleCookies cookies(call.api.request.isSecure);
    for (const Name name : {Name::Access, Name::Refresh, Name::Production})
        call.cookies.append(cookies.set(name, {}, std::chrono::seconds(0)));
    return seeOther(LocalPath({u"sign-in"_s}).with(u"done"_s, u"signed-out"_s));
}

} // namespace

void keepSignedIn(ConsoleCall &call, const SignedIn &signedIn)
{
    using Name = ConsoleCookies::Name;
    const ConsoleCookies cookies(call.api.request.isSecure);
    const auto life =
        std::chrono::duration_cast<std::chrono::seconds>(signedIn.sessionEnds - call.api.now);
    call.cookies.append(cookies.set(Name::Access, signedIn.accessToken, life));
    call.cookies.append(cookies.set(Name::Refresh, signedIn.refreshToken, life));
}

std::vector<ConsoleRoute> signInPages()
{
    return {
        {"GET", u"/console/sign-in"_s, Access::anybody(), showSignIn},
        {"POST", u"/console/sign-in"_s, Access::anybody(), consoleSignIn},
        {"POST", u"/console/sign-in/code"_s, Access::anybody(), signInWithCode},
        {"GET", u"/console/password-code"_s, Access::anybody(), showPasswordCode},
        {"POST", u"/console/password-code"_s, Access::anybody(), setPassword},
        {"POST", u"/console/sign-out"_s, Access::withDuty(), consoleSignOut},
    };
}

} // namespace film::server
