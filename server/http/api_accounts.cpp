#include "server/http/api_accounts.h"

#include "server/http/api_values.h"

#include <QJsonArray>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

QString stateName(store::AccountState state)
{
    switch (state) {
    case store::AccountState::Active: return u"active"_s;
    case store::AccountState::MustChangePassword: return u"must-change-password"_s;
    case store::AccountState::Locked: return u"locked"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject jsonOf(const store::AccountRow &account)
{
    return {{u"id"_s, account.id.toString()},
            {u"login"_s, account.login},
            {u"display_name"_s, account.displayName},
            {u"state"_s, stateName(account.state)},
            {u"administrator"_s, account.isAdministrator},
            {u"second_factor"_s, account.hasSecondFactor()},
            {u"created"_s, timeText(account.createdMs)}};
}

Result<WebResponse> listAccounts(ApiCall &call)
{
    const Result<PageAsked> page = pageIn(call);
    if (!page)
        return fail(page.error());
    const auto accounts = call.desk.accounts.accounts(*call.caller, page->after, page->limit + 1);
    if (!accounts)
        return fail(accounts.error());
    QJsonArray items;
    for (const store::AccountRow &account : *accounts) {
        if (items.size() < page->limit)
            items.append(jsonOf(account));
    }
    const bool isMore = qsizetype(accounts->size()) > items.size();
    return pageOf(
        items, isMore ? std::optional(accounts->at(size_t(page->limit) - 1).login) : std::nullopt);
}

Result<WebResponse> createAccount(ApiCall &call)
{
    const auto login = neededText(call, u"login"_s, 320);
    const auto name = neededText(call, u"display_name"_s);
    if (!login || !name)
        return fail(login ? name.error() : login.error());
    const AccountWish wish{*login, *name, call.body.value(u"administrator"_s).toBool()};
    const Result<NewAccount> made = call.desk.accounts.create(*call.caller, wish, call.now);
    if (!made)
        return fail(made.error());
    WebResponse response =
        WebResponse::json({{u"id"_s, made->id.toString()}, {u"password_code"_s, made->code}}, 201);
    response.headers.emplace_back("Location", "/api/v1/accounts/" + made->id.toString().toLatin1());
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

// Something done to one account that answers nothing.
template<typename Done>
ApiHandler onAccount(Done done)
{
    return [done](ApiCall &call) -> Result<WebResponse> {
        const auto account = idIn<AccountId>(call, u"account"_s);
        if (!account)
            return fail(account.error());
        const auto result = (call.desk.accounts.*done)(*call.caller, *account, call.now);
        if (!result)
            return fail(result.error());
        return nothing();
    };
}

Result<WebResponse> listSessions(ApiCall &call)
{
    const auto account = idIn<AccountId>(call, u"account"_s);
    if (!account)
        return fail(account.error());
    const auto sessions = call.desk.accounts.sessions(*call.caller, *account, call.now);
    if (!sessions)
        return fail(sessions.error());
    QJsonArray items;
    for (const store::AccountSessionRow &session : *sessions)
        items.append(sessionJson(session));
    return pageOf(items, std::nullopt);
}

Result<WebResponse> endSession(ApiCall &call)
{
    const auto session = idIn<AccountSessionId>(call, u"session"_s);
    if (!session)
        return fail(session.error());
    const Result<> done = call.desk.accounts.endSession(*call.caller, *session, call.now);
    if (!done)
        return fail(done.error());
    return nothing();
}

Result<WebResponse> resetPassword(ApiCall &call)
{
    const auto account = idIn<AccountId>(call, u"account"_s);
    if (!account)
        return fail(account.error());
    const auto code = call.desk.accounts.resetPassword(*call.caller, *account, call.now);
    if (!code)
        return fail(code.error());
    WebResponse response = WebResponse::json({{u"password_code"_s, *code}});
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

Result<WebResponse> rotateKeys(ApiCall &call)
{
    const Result<> done = call.desk.accounts.rotateKeys(*call.caller, call.now);
    if (!done)
        return fail(done.error());
    return nothing();
}

// What it signed counts no more; whoever has a session refreshes.
Result<WebResponse> withdrawKey(ApiCall &call)
{
    const Result<> done =
        call.desk.accounts.withdrawKey(*call.caller, call.path[u"key"_s], call.now);
    if (!done)
        return fail(done.error());
    return nothing();
}

} // namespace

std::vector<ApiRoute> accountRoutes()
{
    const Access admin = Access::serverAdministrator();
    return {
        {"GET", u"/api/v1/accounts"_s, admin, listAccounts},
        {"POST", u"/api/v1/accounts"_s, admin, createAccount},
        {"POST", u"/api/v1/accounts/{account}/password-code"_s, admin, resetPassword},
        {"DELETE", u"/api/v1/accounts/{account}/second-factor"_s, admin,
         onAccount(&AccountAdmin::removeSecondFactor)},
        {"PUT", u"/api/v1/accounts/{account}/lock"_s, admin, onAccount(&AccountAdmin::lock)},
        {"DELETE", u"/api/v1/accounts/{account}/lock"_s, admin, onAccount(&AccountAdmin::unlock)},
        {"GET", u"/api/v1/accounts/{account}/sessions"_s, admin, listSessions},
        {"DELETE", u"/api/v1/sessions/{session}"_s, admin, endSession},
        {"DELETE", u"/api/v1/accounts/{account}/sessions"_s, admin,
         onAccount(&AccountAdmin::endSessions)},
        {"PUT", u"/api/v1/accounts/{account}/administrator"_s, admin,
         onAccount(&AccountAdmin::makeAdministrator)},
        {"DELETE", u"/api/v1/accounts/{account}/administrator"_s, admin,
         onAccount(&AccountAdmin::endAdministrator)},
        {"POST", u"/api/v1/signing-keys"_s, admin, rotateKeys},
        {"DELETE", u"/api/v1/signing-keys/{key}"_s, admin, withdrawKey},
    };
}

} // namespace film::server
