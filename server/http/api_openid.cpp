#include "server/http/api_openid.h"

#include "server/http/api_values.h"
#include "server/http/session_answers.h"

#include <QRegularExpression>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype codeMax = 2048;
constexpr qsizetype ticketMax = 256;

Result<OpenIdIssuer *> issuerOf(const ApiCall &call)
{
    return call.desk.issuer ? Result<OpenIdIssuer *>(call.desk.issuer)
                            : fail(ErrorCode::NotFound, u"this server has no issuer"_s);
}

// What the issuer did wrong is not the caller's mistake.
Error issuerError(const Error &error)
{
    if (error.code != ErrorCode::ProtocolViolation)
        return error;
    return {ErrorCode::Offline, error.message};
}

// Where to send the browser, and as whom.
Result<WebResponse> describe(ApiCall &call)
{
    const auto issuer = issuerOf(call);
    if (!issuer)
        return fail(issuer.error());
    const Result<QUrl> endpoint = (*issuer)->authorizationEndpoint(call.now);
    if (!endpoint)
        return fail(issuerError(endpoint.error()));
    const OpenIdSettings &settings = (*issuer)->settings();
    return WebResponse::json({{u"issuer"_s, settings.issuerText()},
                              {u"authorization_endpoint"_s, endpoint->toString(QUrl::FullyEncoded)},
                              {u"client_id"_s, settings.clientId},
                              {u"scope"_s, settings.scope}});
}

Result<QString> matching(const ApiCall &call, const QString &key, const QString &pattern)
{
    const auto value = neededText(call, key, 512);
    if (value
        && !QRegularExpression(QRegularExpression::anchoredPattern(pattern))
                .match(*value)
                .hasMatch())
        return fail(ErrorCode::InvalidInput, u"%1 is not of its form"_s.arg(key));
    return value;
}

Result<OpenIdIssuer::Grant> grantOf(const ApiCall &call)
{
    const auto code = neededText(call, u"code"_s, codeMax);
    const auto verifier = matching(call, u"code_verifier"_s, u"[A-Za-z0-9._~-]{43,128}"_s);
    const auto nonce = matching(call, u"nonce"_s, u"[A-Za-z0-9._~-]{22,128}"_s);
    // RFC 8252, 7.3: of a program on the computer where the browser is, never of a page.
    const auto redirect = matching(call, u"redirect_uri"_s,
                                   u"http://(127\\.0\\.0\\.1|\\[::1\\]):[0-9]{1,5}/[a-z]*"_s);
    for (const auto *each : {&code, &verifier, &nonce, &redirect}) {
        if (!*each)
            return fail(each->error());
    }
    return OpenIdIssuer::Grant{*code, *verifier, *nonce, *redirect};
}

Result<WebResponse> answerOf(const ApiCall &call, const Result<SignInAnswer> &answer)
{
    if (!answer)
        return fail(answer.error());
    if (const auto *signedIn = std::get_if<SignedIn>(&*answer))
        return signedInAnswer(*signedIn, call.now);
    if (const auto *needed = std::get_if<CodeNeeded>(&*answer))
        return refusal(401, u"code-needed"_s, u"the second factor is needed"_s,
                       {{u"ticket"_s, QString::fromLatin1(needed->ticket)}});
    const SignInRefused &refused = std::get<SignInRefused>(*answer);
    if (refused.reason == SignInRefused::Reason::Wrong)
        return refusal(401, u"wrong"_s, u"the account may not sign in"_s);
    return refusedSignIn(refused);
}

Result<WebResponse> exchangeCode(ApiCall &call)
{
    const auto issuer = issuerOf(call);
    if (!issuer)
        return fail(issuer.error());
    const auto grant = grantOf(call);
    const auto client = text(call, u"client"_s, 100);
    if (!grant || !client)
        return fail(grant ? client.error() : grant.error());
    const Result<QString> subject = (*issuer)->subjectOf(*grant, call.now);
    if (!subject) {
        const ErrorCode code = subject.error().code;
        if (code != ErrorCode::Unauthenticated && code != ErrorCode::Expired)
            return fail(issuerError(subject.error()));
        call.desk.signIn.noteIssuerRefused(call.request.remote, call.now);
        return refusal(401, u"issuer"_s, subject.error().message);
    }
    const auto answer = call.desk.signIn.signInAs({(*issuer)->settings().issuerText(), *subject},
                                                  call.request.remote, *client, call.now);
    // They have proven that it is theirs, and an administrator needs it to link them.
    if (!answer && answer.error().code == ErrorCode::NotFound)
        return refusal(401, u"not-linked"_s, answer.error().message, {{u"subject"_s, *subject}});
    return answerOf(call, answer);
}

Result<WebResponse> finish(ApiCall &call)
{
    const auto ticket = neededText(call, u"ticket"_s, ticketMax);
    const auto code = neededText(call, u"code"_s, 100);
    const auto client = text(call, u"client"_s, 100);
    for (const auto *each : {&ticket, &code, &client}) {
        if (!*each)
            return fail(each->error());
    }
    const SignInRequest request{{}, {}, *code, call.request.remote, *client};
    return answerOf(call, call.desk.signIn.finishSignInAs(ticket->toLatin1(), request, call.now));
}

struct Linking {
    AccountId account;
    QString issuer;
};

Result<Linking> linkingOf(const ApiCall &call)
{
    const auto issuer = issuerOf(call);
    const auto account = idIn<AccountId>(call, u"account"_s);
    if (!issuer || !account)
        return fail(issuer ? account.error() : issuer.error());
    return Linking{*account, (*issuer)->settings().issuerText()};
}

Result<WebResponse> showIdentity(ApiCall &call)
{
    const auto asked = linkingOf(call);
    if (!asked)
        return fail(asked.error());
    const auto identity = call.desk.accounts.identity(*call.caller, asked->account, asked->issuer);
    if (!identity)
        return fail(identity.error());
    if (!*identity)
        return fail(ErrorCode::NotFound, u"nobody is linked"_s);
    return WebResponse::json(
        {{u"issuer"_s, (*identity)->issuer}, {u"subject"_s, (*identity)->subject}});
}

Result<WebResponse> linkIdentity(ApiCall &call)
{
    const auto asked = linkingOf(call);
    const auto subject = neededText(call, u"subject"_s, 255);
    if (!asked || !subject)
        return fail(asked ? subject.error() : asked.error());
    const Result<> done = call.desk.accounts.linkIdentity(*call.caller, asked->account,
                                                          {asked->issuer, *subject}, call.now);
    if (!done)
        return fail(done.error());
    return nothing();
}

Result<WebResponse> unlinkIdentity(ApiCall &call)
{
    const auto asked = linkingOf(call);
    if (!asked)
        return fail(asked.error());
    const Result<> done =
        call.desk.accounts.unlinkIdentity(*call.caller, asked->account, asked->issuer, call.now);
    if (!done)
        return fail(done.error());
    return nothing();
}

} // namespace

std::vector<ApiRoute> openIdRoutes()
{
    const Access admin = Access::serverAdministrator();
    const QString identity = u"/api/v1/accounts/{account}/identity"_s;
    return {
        {"GET", u"/api/v1/session/openid"_s, Access::anybody(), describe},
        {"POST", u"/api/v1/session/openid"_s, Access::anybody(), exchangeCode},
        {"POST", u"/api/v1/session/openid/second-factor"_s, Access::anybody(), finish},
        {"GET", identity, admin, showIdentity},
        {"PUT", identity, admin, linkIdentity},
        {"DELETE", identity, admin, unlinkIdentity},
    };
}

} // namespace film::server
