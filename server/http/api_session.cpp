#include "server/http/api_session.h"

#include "server/http/api_values.h"
#include "server/http/session_answers.h"

#include <QJsonArray>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype passwordMax = 512; // characters; the rules for passwords say more
constexpr qsizetype tokenMax = 256;

Result<SignInRequest> signInRequestOf(const ApiCall &call)
{
    const auto login = neededText(call, u"login"_s, 320);
    const auto password = text(call, u"password"_s, passwordMax);
    const auto code = text(call, u"code"_s, 100);
    const auto client = text(call, u"client"_s, 100);
    for (const auto *each : {&login, &password, &code, &client}) {
        if (!*each)
            return fail(each->error());
    }
    return SignInRequest{*login, *password, *code, call.request.remote, *client};
}

Result<WebResponse> signIn(ApiCall &call)
{
    const Result<SignInRequest> request = signInRequestOf(call);
    if (!request)
        return fail(request.error());
    const Result<SignInAnswer> answer = call.desk.signIn.signIn(*request, call.now);
    if (!answer)
        return fail(answer.error());
    if (const auto *signedIn = std::get_if<SignedIn>(&*answer))
        return signedInAnswer(*signedIn, call.now);
    if (std::holds_alternative<CodeNeeded>(*answer))
        return refusal(401, u"code-needed"_s, u"the second factor is needed"_s);
    return refusedSignIn(std::get<SignInRefused>(*answer));
}

Result<WebResponse> refresh(ApiCall &call)
{
    const Result<QString> token = neededText(call, u"refresh_token"_s, tokenMax);
    if (!token)
        return fail(token.error());
    const Result<SignedIn> signedIn =
        call.desk.signIn.refresh(token->toLatin1(), call.request.remote, call.now);
    if (!signedIn)
        return fail(ErrorCode::Unauthenticated, u"sign in again"_s);
    return signedInAnswer(*signedIn, call.now);
}

Result<WebResponse> signOut(ApiCall &call)
{
    const Result<> done = call.desk.signIn.signOut(*call.caller, call.now);
    if (!done)
        return fail(done.error());
    return nothing();
}

QJsonObject jsonOf(const Membership &member)
{
    QJsonObject may;
    for (const Action action : allActions())
        may[actionName(action)] = reachName(member.permissions().reach(action));
    return {
        {u"role"_s, roleName(member.role)},
        {u"person"_s, member.person.isNull() ? QJsonValue() : member.person.toString()},
        {u"department"_s, member.department.isNull() ? QJsonValue() : member.department.toString()},
        {u"permissions"_s, may}};
}

// Who I am, and what I may do where.
Result<WebResponse> me(ApiCall &call)
{
    const auto memberships = call.desk.accounts.memberships(call.caller->account);
    if (!memberships)
        return fail(memberships.error());
    QJsonArray productions;
    for (const store::MembershipRow &row : *memberships) {
        const auto member = membershipOf(call.desk.storage, row.production, row.user);
        if (!member)
            return fail(member.error());
        if (!*member)
            continue;
        QJsonObject entry = jsonOf(**member);
        entry[u"production"_s] = row.production.toString();
        productions.append(entry);
    }
    return WebResponse::json({{u"account"_s, call.caller->account.toString()},
                              {u"administrator"_s, call.caller->isAdministrator},
                              {u"duty"_s, dutyName(call.caller->duty)},
                              {u"productions"_s, productions}});
}

Result<WebResponse> ownSessions(ApiCall &call)
{
    const auto sessions = call.desk.signIn.sessions(*call.caller, call.now);
    if (!sessions)
        return fail(sessions.error());
    QJsonArray items;
    for (const store::AccountSessionRow &session : *sessions) {
        QJsonObject item = sessionJson(session);
        item[u"current"_s] = session.id == call.caller->session;
        items.append(item);
    }
    return pageOf(items, std::nullopt);
}

Result<WebResponse> endOwnSession(ApiCall &call)
{
    const auto session = idIn<AccountSessionId>(call, u"session"_s);
    if (!session)
        return fail(session.error());
    const Result<> done = call.desk.signIn.endSession(*call.caller, *session, call.now);
    if (!done)
        return fail(done.error());
    return nothing();
}

Result<WebResponse> answerAbout(const Result<std::optional<PasswordProblem>> &changed)
{
    if (!changed)
        return fail(changed.error());
    if (*changed)
        return fail(ErrorCode::InvalidInput, passwordProblemText(**changed));
    return nothing();
}

Result<WebResponse> changePassword(ApiCall &call)
{
    const auto before = neededText(call, u"password"_s, passwordMax);
    const auto after = neededText(call, u"new_password"_s, passwordMax);
    if (!before || !after)
        return fail(before ? after.error() : before.error());
    return answerAbout(call.desk.signIn.changePassword(*call.caller, *before, *after, call.now));
}

Result<WebResponse> redeemCode(ApiCall &call)
{
    const Result<SignInRequest> request = signInRequestOf(call);
    const auto password = neededText(call, u"new_password"_s, passwordMax);
    if (!request || !password)
        return fail(request ? password.error() : request.error());
    const auto redeemed = call.desk.signIn.redeemCode(*request, *password, call.now);
    if (!redeemed && redeemed.error().code == ErrorCode::Unauthenticated)
        return fail(ErrorCode::Unauthenticated,
                    u"the login or the code is not right, or the code is too old"_s);
    return answerAbout(redeemed);
}

Result<WebResponse> beginSecondFactor(ApiCall &call)
{
    const auto password = neededText(call, u"password"_s, passwordMax);
    if (!password)
        return fail(password.error());
    const auto enrolment = call.desk.signIn.beginEnrolment(*call.caller, *password, call.now);
    if (!enrolment)
        return fail(enrolment.error());
    WebResponse response =
        WebResponse::json({{u"uri"_s, enrolment->uri}, {u"secret"_s, enrolment->secret}});
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

Result<WebResponse> confirmSecondFactor(ApiCall &call)
{
    const auto code = neededText(call, u"code"_s, 20);
    if (!code)
        return fail(code.error());
    const auto codes = call.desk.signIn.confirmEnrolment(*call.caller, *code, call.now);
    if (!codes)
        return fail(codes.error());
    WebResponse response =
        WebResponse::json({{u"recovery_codes"_s, QJsonArray::fromStringList(*codes)}});
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

Result<WebResponse> keySet(ApiCall &call)
{
    const Result<QByteArray> keys = call.desk.signIn.keySet(call.now);
    if (!keys)
        return fail(keys.error());
    return WebResponse{200, "application/jwk-set+json", *keys, {}};
}

QJsonObject jsonOf(const store::PersonalTokenRow &token)
{
    return {{u"id"_s, token.id.toString()},
            {u"name"_s, token.name},
            {u"created"_s, timeText(token.createdMs)},
            {u"ends"_s, timeText(token.endsMs)},
            {u"used"_s, token.usedMs ? QJsonValue(timeText(*token.usedMs)) : QJsonValue()}};
}

Result<WebResponse> listTokens(ApiCall &call)
{
    const auto tokens = call.desk.tokens.list(*call.caller);
    if (!tokens)
        return fail(tokens.error());
    QJsonArray items;
    for (const store::PersonalTokenRow &token : *tokens)
        items.append(jsonOf(token));
    return pageOf(items, std::nullopt);
}

Result<WebResponse> makeToken(ApiCall &call)
{
    if (const Result<> fresh = hasJustSignedIn(call); !fresh)
        return fail(fresh.error());
    const auto name = neededText(call, u"name"_s);
    if (!name)
        return fail(name.error());
    constexpr int daysUnlessTold = 90;
    const QJsonValue days = call.body.value(u"days"_s);
    const auto made = call.desk.tokens.make(
        *call.caller, *name, std::chrono::days(days.toInt(days.isUndefined() ? daysUnlessTold : 0)),
        call.now);
    if (!made)
        return fail(made.error());
    QJsonObject token = jsonOf(made->row);
    token[u"token"_s] = QString::fromLatin1(made->token);
    WebResponse response = WebResponse::json(token, 201);
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

Result<WebResponse> revokeToken(ApiCall &call)
{
    const auto token = idIn<PersonalTokenId>(call, u"token"_s);
    if (!token)
        return fail(token.error());
    if (const Result<> done = call.desk.tokens.revoke(*call.caller, *token, call.now); !done)
        return fail(done.error());
    return nothing();
}

} // namespace

std::vector<ApiRoute> sessionRoutes()
{
    return {
        {"POST", u"/api/v1/session"_s, Access::anybody(), signIn},
        {"POST", u"/api/v1/session/refresh"_s, Access::anybody(), refresh},
        {"DELETE", u"/api/v1/session"_s, Access::withDuty(), signOut},
        {"POST", u"/api/v1/password-code"_s, Access::anybody(), redeemCode},
        {"GET", u"/api/v1/me"_s, Access::withDuty(), me},
        {"GET", u"/api/v1/me/sessions"_s, Access::signedIn(), ownSessions},
        {"DELETE", u"/api/v1/me/sessions/{session}"_s, Access::signedIn(), endOwnSession},
        {"PUT", u"/api/v1/me/password"_s, Access::withDuty(), changePassword},
        {"POST", u"/api/v1/me/second-factor"_s, Access::withDuty(), beginSecondFactor},
        {"PUT", u"/api/v1/me/second-factor"_s, Access::withDuty(), confirmSecondFactor},
        {"GET", u"/api/v1/me/tokens"_s, Access::signedIn(), listTokens},
        {"POST", u"/api/v1/me/tokens"_s, Access::signedIn(), makeToken},
        {"DELETE", u"/api/v1/me/tokens/{token}"_s, Access::signedIn(), revokeToken},
        {"GET", u"/.well-known/jwks.json"_s, Access::anybody(), keySet},
    };
}

} // namespace film::server
