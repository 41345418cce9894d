#include "server/console/account_pages.h"

#include "server/console/console_page.h"
#include "server/console/console_words.h"
#include "server/console/member_rows.h"
#include "server/http/admission.h"
#include "shared/store/production_repository.h"

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int accountsPerPage = 100;

Html stateOf(const store::AccountRow &account)
{
    using store::AccountState;
    switch (account.state) {
    case AccountState::Active: return mark(Tone::Good, u"check"_s, u"Active"_s);
    case AccountState::MustChangePassword:
        return mark(Tone::Plain, u"send"_s, u"Waits for its password"_s);
    case AccountState::Locked: return mark(Tone::Warning, u"lock"_s, u"Locked"_s);
    }
    Q_UNREACHABLE();
}

QString factorOf(const store::AccountRow &account)
{
    return account.hasSecondFactor() ? u"Yes"_s : u"No"_s;
}

LocalPath pathOfAccount(const store::AccountRow &account, const QString &act = {})
{
    const QStringList one{u"accounts"_s, account.id.toString()};
    return LocalPath(act.isEmpty() ? one : one + QStringList{act});
}

Result<WebResponse> listAccounts(ConsoleCall &call)
{
    const QString after = call.asked(u"after"_s);
    const auto accounts =
        call.api.desk.accounts.accounts(*call.api.caller, after, accountsPerPage + 1);
    if (!accounts)
        return fail(accounts.error());
    std::vector<TableRow> rows;
    for (const store::AccountRow &account : *accounts) {
        if (rows.size() == accountsPerPage)
            break;
        rows.push_back({link(pathOfAccount(account), account.displayName), account.login,
                        account.isAdministrator ? u"Server administrator"_s : u"Account"_s,
                        factorOf(account), stateOf(account),
                        timeOf(account.createdMs, call.api.now, call.zone)});
    }
    const bool isMore = accounts->size() > rows.size();
    Html below;
    if (isMore)
        below = el(
            "p", {{"class", u"foot"_s}},
            link(LocalPath({u"accounts"_s}).with(u"after"_s, accounts->at(rows.size() - 1).login),
                 u"Next %1"_s.arg(accountsPerPage)));
    Page page;
    page.place = Place::Accounts;
    page.title = u"Accounts"_s;
    page.actions = link(LocalPath({u"accounts"_s, u"new"_s}),
                        el("span", {}, Html::icon(u"plus"_s), u"New account"_s), u"button main"_s);
    page.body = panelOf({u"Who can sign in"_s,
                         u"accounts"_s,
                         u"to this server, whatever they are in a production"_s,
                         {},
                         el("div", {},
                            tableOf(u"Accounts of this server"_s,
                                    {{u"Name"_s},
                                     {u"Login"_s},
                                     {u"Kind"_s},
                                     {u"Second factor"_s},
                                     {u"State"_s},
                                     {u"Since"_s}},
                                    rows),
                            below)});
    return framed(call, page);
}

WebResponse newAccountPage(const ConsoleCall &call, const QString &problem = {})
{
    Page page;
    page.place = Place::Accounts;
    page.title = u"New account"_s;
    page.body = panelOf(
        {u"Who it is for"_s,
         u"new"_s,
         {},
         {},
         el("div", {{"class", u"pad"_s}}, problemNotice(problem),
            writeForm(
                call, LocalPath({u"accounts"_s}), u"stacked"_s,
                fieldOf({u"display_name"_s,
                         u"Name"_s,
                         u"text"_s,
                         call.field(u"display_name"_s),
                         u"off"_s,
                         {},
                         true,
                         true}),
                fieldOf({u"login"_s, u"Login"_s, u"text"_s, call.field(u"login"_s), u"off"_s,
                         u"An e-mail address."_s}),
                el("label", {{"class", u"tick"_s}},
                   el("input",
                      {{"type", u"checkbox"_s},
                       {"name", u"administrator"_s},
                       {"value", u"yes"_s},
                       Attribute("checked").onlyIf(call.field(u"administrator"_s) == u"yes"_s)}),
                   u"Administrator of this server"_s),
                el("p", {{"class", u"hint"_s}},
                   u"An administrator sees this page. In a production everybody has the "
                   "role that is given there."_s),
                button(u"Create account"_s, u"main"_s)))});
    return framed(call, page);
}

// A code is seen on this page alone.
WebResponse codePage(const ConsoleCall &call, const QString &title, const QString &name,
                     const QString &code)
{
    Page page;
    page.place = Place::Accounts;
    page.title = title;
    page.body =
        panelOf({u"Code for "_s + name,
                 u"code"_s,
                 {},
                 {},
                 el("div", {{"class", u"pad"_s}},
                    el("p", {{"class", u"bigCode"_s}}, el("code", {{"id", u"code"_s}}, code)),
                    el("p", {},
                       u"Give it to %1 yourself. It sets a password once, within a day, at "
                       "“Set a password with a code” on the sign-in page. It is shown now and "
                       "never again."_s.arg(name)),
                    el("p", {}, link(LocalPath({u"accounts"_s}), u"To the accounts"_s)))});
    return framed(call, page);
}

Result<WebResponse> createAccount(ConsoleCall &call)
{
    const AccountWish wish{call.field(u"login"_s).left(320), call.field(u"display_name"_s),
                           call.field(u"administrator"_s) == u"yes"_s};
    const Result<NewAccount> made =
        call.api.desk.accounts.create(*call.api.caller, wish, call.api.now);
    if (!made && made.error().code == ErrorCode::AlreadyExists)
        return newAccountPage(call, u"Somebody has this login already. Nothing was created."_s);
    if (!made && made.error().code == ErrorCode::InvalidInput)
        return newAccountPage(call,
                              u"A name has 1 to 100 characters, and a login is an e-mail "
                              "address. Nothing was created."_s);
    if (!made)
        return fail(made.error());
    return codePage(call, u"Account created"_s, wish.displayName, made->code);
}

Result<store::AccountRow> accountIn(const ConsoleCall &call)
{
    const auto id = AccountId::fromString(call.api.path.at(u"account"_s));
    if (!id)
        return fail(unknownThing());
    store::AccountRepository accounts(call.api.desk.storage.database());
    const auto account = accounts.account(*id);
    if (!account)
        return fail(account.error());
    if (!*account)
        return fail(unknownThing());
    return **account;
}

// Who is a member is told to administrators of the server, too: they say which account is whose,
// and so could be anybody.
Result<WebResponse> linkPage(const ConsoleCall &call, const QString &problem = {})
{
    const auto account = accountIn(call);
    if (!account)
        return fail(account.error());
    store::ServerStorageSql &storage = call.api.desk.storage;
    const auto productions = store::ProductionRepository(storage.database()).list();
    if (!productions)
        return fail(productions.error());
    std::vector<Choice> members;
    for (const store::ProductionRow &production : *productions) {
        const auto known = ProductionDesk::membersOf(storage, production.id);
        if (!known)
            return fail(known.error());
        for (const ProductionDesk::Member &member : *known) {
            if (member.isActive)
                members.push_back({production.id.toString() + u'/' + member.row.user.toString(),
                                   u"%1: %2, %3"_s.arg(production.title, memberName(member),
                                                       roleTitle(member.role))});
        }
    }
    const Html form = members.empty()
        ? emptyWords(u"Nobody has joined a production yet."_s)
        : writeForm(call, pathOfAccount(*account, u"link"_s), u"stacked"_s,
                    choiceOf(u"member"_s, u"Member"_s, members, call.field(u"member"_s)),
                    el("div", {{"class", u"row"_s}}, button(u"Link"_s, u"main"_s),
                       link(pathOfAccount(*account), u"Not now"_s, u"button"_s)));
    Page page;
    page.place = Place::Accounts;
    page.title = u"Link to a member"_s;
    page.body = panelOf(
        {u"Who is %1?"_s.arg(account->displayName),
         u"link"_s,
         {},
         {},
         el("div", {{"class", u"pad"_s}}, problemNotice(problem),
            el("p", {}, u"Here and in the API the account may then do what this member may."_s),
            form)});
    return framed(call, page);
}

Result<WebResponse> linkAccount(ConsoleCall &call)
{
    const auto account = accountIn(call);
    const QString chosen = call.field(u"member"_s);
    const auto production = ProductionId::fromString(chosen.section(u'/', 0, 0));
    const auto user = UserId::fromString(chosen.section(u'/', 1));
    if (!account)
        return fail(account.error());
    if (!production || !user)
        return linkPage(call, u"Choose a member."_s);
    const auto members = ProductionDesk::membersOf(call.api.desk.storage, *production);
    const bool isMember =
        members && std::ranges::any_of(*members, [&user](const ProductionDesk::Member &member) {
            return member.row.user == *user;
        });
    if (!isMember)
        return linkPage(call, u"Choose a member."_s);
    const Result<> done = call.api.desk.accounts.link(*call.api.caller, {*production, *user},
                                                      account->id, call.api.now);
    if (!done && done.error().code == ErrorCode::AlreadyExists)
        return linkPage(call,
                        u"This account is another member of that production already. "
                        "Nothing was changed."_s);
    if (!done)
        return fail(done.error());
    return seeOther(pathOfAccount(*account).with(u"done"_s, u"linked"_s));
}

// What the account is a member of, with the way to link it.
Result<Html> membershipPanel(const ConsoleCall &call, const store::AccountRow &account)
{
    store::ServerStorageSql &storage = call.api.desk.storage;
    const auto memberships = call.api.desk.accounts.memberships(account.id);
    const auto productions = store::ProductionRepository(storage.database()).list();
    if (!memberships || !productions)
        return fail(memberships ? productions.error() : memberships.error());
    std::vector<TableRow> rows;
    for (const store::MembershipRow &row : *memberships) {
        const auto production =
            std::ranges::find(*productions, row.production, &store::ProductionRow::id);
        const auto member = membershipOf(storage, row.production, row.user);
        if (!member)
            return fail(member.error());
        if (production != productions->end())
            rows.push_back({production->title, *member ? roleTitle((*member)->role) : u"Left"_s});
    }
    return panelOf(
        {u"Productions"_s,
         u"productions"_s,
         {},
         link(pathOfAccount(account, u"link"_s), u"Link to a member…"_s, u"button small"_s),
         rows.empty() ? emptyWords(u"This account is no member of a production."_s)
                      : tableOf(u"Productions of this account"_s,
                                {{u"Production"_s}, {u"Role"_s, u"kind"_s}}, rows)});
}

// What is done, what follows from it, and the button.
Html actOf(const ConsoleCall &call, const LocalPath &to, const QString &words,
           const QString &follows, const QString &style = {})
{
    return el("div", {{"class", u"deed"_s}}, el("p", {}, follows),
              writeForm(call, to, u"plain"_s, button(words, style)));
}

Result<WebResponse> showAccount(ConsoleCall &call)
{
    const auto account = accountIn(call);
    if (!account)
        return fail(account.error());
    const auto sessions =
        call.api.desk.accounts.sessions(*call.api.caller, account->id, call.api.now);
    if (!sessions)
        return fail(sessions.error());
    const auto productions = membershipPanel(call, *account);
    if (!productions)
        return fail(productions.error());
    std::vector<TableRow> rows;
    for (const store::AccountSessionRow &session : *sessions)
        rows.push_back({session.client.isEmpty() ? u"Unnamed"_s : session.client, session.address,
                        timeOf(session.createdMs, call.api.now, call.zone),
                        timeOf(session.usedMs, call.api.now, call.zone)});
    const bool isSelf = account->id == call.api.caller->account;
    const auto to = [&account](const QString &act) { return pathOfAccount(*account, act); };
    std::vector<Html> acts{
        actOf(
            call, to(u"reset-password"_s), u"Reset password"_s,
            u"The password is void at once, all sessions end, and you get a code to hand over."_s),
        actOf(call, to(u"end-sessions"_s), u"End all sessions"_s,
              u"Everybody who is signed in with this account has to sign in again."_s)};
    if (account->hasSecondFactor())
        acts.push_back(
            actOf(call, to(u"remove-second-factor"_s), u"Remove second factor"_s,
                  u"For a phone that is gone with its recovery codes. All sessions end."_s));
    if (account->state == store::AccountState::Locked)
        acts.push_back(actOf(call, to(u"unlock"_s), u"Unlock"_s,
                             u"The account can sign in again with its password."_s));
    else if (!isSelf)
        acts.push_back(actOf(call, to(u"lock"_s), u"Lock"_s,
                             u"Nobody can sign in with this account until it is unlocked. All "
                             "sessions end."_s,
                             u"danger"_s));
    Page page;
    page.place = Place::Accounts;
    page.title = account->displayName;
    page.body =
        el("div", {{"class", u"stack"_s}},
           panelOf({u"Account"_s,
                    u"account"_s,
                    {},
                    {},
                    factsOf({{u"Login"_s, account->login},
                             {u"Kind"_s,
                              account->isAdministrator ? u"Server administrator"_s : u"Account"_s},
                             {u"Second factor"_s, factorOf(*account)},
                             {u"State"_s, stateOf(*account)},
                             {u"Since"_s, timeOf(account->createdMs, call.api.now, call.zone)}})}),
           *productions,
           panelOf({u"Sessions"_s,
                    u"sessions"_s,
                    u"%1 open"_s.arg(rows.size()),
                    {},
                    rows.empty()
                        ? emptyWords(u"Nobody is signed in with this account."_s)
                        : tableOf(u"Sessions of this account"_s,
                                  {{u"With"_s}, {u"Address"_s}, {u"Since"_s}, {u"Last used"_s}},
                                  rows)}),
           panelOf({u"What you can do"_s,
                    u"acts"_s,
                    {},
                    {},
                    el("div", {{"class", u"deeds"_s}}, joined(acts))}));
    return framed(call, page);
}

Result<WebResponse> resetPassword(ConsoleCall &call)
{
    const auto account = accountIn(call);
    if (!account)
        return fail(account.error());
    const auto code =
        call.api.desk.accounts.resetPassword(*call.api.caller, account->id, call.api.now);
    if (!code)
        return fail(code.error());
    return codePage(call, u"Password reset"_s, account->displayName, *code);
}

// Something done to one account; back to it with the sentence that says so.
template<typename Done>
ConsoleHandler onAccount(Done done, const QString &sentence)
{
    return [done, sentence](ConsoleCall &call) -> Result<WebResponse> {
        const auto account = accountIn(call);
        if (!account)
            return fail(account.error());
        const auto result =
            (call.api.desk.accounts.*done)(*call.api.caller, account->id, call.api.now);
        if (!result)
            return fail(result.error());
        return seeOther(pathOfAccount(*account).with(u"done"_s, sentence));
    };
}

} // namespace

std::vector<ConsoleRoute> accountPages()
{
    const Access admin = Access::serverAdministrator();
    const QString one = u"/console/accounts/{account}"_s;
    return {
        {"GET", u"/console/accounts"_s, admin, listAccounts},
        {"POST", u"/console/accounts"_s, admin, createAccount},
        {"GET", u"/console/accounts/new"_s, admin,
         [](ConsoleCall &call) -> Result<WebResponse> { return newAccountPage(call); }},
        {"GET", one, admin, showAccount},
        {"GET", QString(one + u"/link"_s), admin,
         [](ConsoleCall &call) -> Result<WebResponse> { return linkPage(call); }},
        {"POST", QString(one + u"/link"_s), admin, linkAccount},
        {"POST", QString(one + u"/reset-password"_s), admin, resetPassword},
        {"POST", QString(one + u"/remove-second-factor"_s), admin,
         onAccount(&AccountAdmin::removeSecondFactor, u"factor"_s)},
        {"POST", QString(one + u"/lock"_s), admin, onAccount(&AccountAdmin::lock, u"locked"_s)},
        {"POST", QString(one + u"/unlock"_s), admin,
         onAccount(&AccountAdmin::unlock, u"unlocked"_s)},
        {"POST", QString(one + u"/end-sessions"_s), admin,
         onAccount(&AccountAdmin::endSessions, u"sessions"_s)},
    };
}

} // namespace film::server
