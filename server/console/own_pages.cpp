#include "server/console/own_pages.h"

#include "server/console/console_page.h"
#include "server/console/console_words.h"

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

bool hasDuty(const ConsoleCall &call)
{
    return call.api.caller->duty != Principal::Duty::None;
}

// Alone while there is a duty: nothing else can be reached then.
WebResponse ownPage(const ConsoleCall &call, const QString &title, const Html &body)
{
    if (hasDuty(call))
        return lonePanel(title,
                         el("div", {}, body,
                            writeForm(call, LocalPath({u"sign-out"_s}), u"plain"_s,
                                      button(u"Sign out"_s, u"asLink"_s))));
    Page page;
    page.title = title;
    page.body = panelOf({title, u"own"_s, {}, {}, el("div", {{"class", u"pad"_s}}, body)});
    return framed(call, page);
}

WebResponse passwordPage(const ConsoleCall &call, const QString &problem = {})
{
    return ownPage(call, u"Change password"_s,
                   el("div", {}, problemNotice(problem),
                      writeForm(call, LocalPath({u"account"_s, u"password"_s}), u"stacked"_s,
                                fieldOf({u"password"_s,
                                         u"Password now"_s,
                                         u"password"_s,
                                         {},
                                         u"current-password"_s,
                                         {},
                                         true,
                                         true}),
                                fieldOf({u"new_password"_s,
                                         u"New password"_s,
                                         u"password"_s,
                                         {},
                                         u"new-password"_s,
                                         u"12 characters or more. Your other sessions end."_s}),
                                button(u"Change password"_s, u"main"_s))));
}

QString proofProblem(const Error &error)
{
    return error.code == ErrorCode::Busy ? u"Too many attempts. Try again later."_s
                                         : u"The password is not right."_s;
}

bool isAboutProof(const Error &error)
{
    return error.code == ErrorCode::Unauthenticated || error.code == ErrorCode::Busy;
}

Result<WebResponse> changePassword(ConsoleCall &call)
{
    const auto done = call.api.desk.signIn.changePassword(
        *call.api.caller, call.field(u"password"_s), call.field(u"new_password"_s), call.api.now);
    if (!done)
        return isAboutProof(done.error())
            ? Result<WebResponse>(passwordPage(call, proofProblem(done.error())))
            : fail(done.error());
    if (*done)
        return passwordPage(call, sentenceOf(passwordProblemText(**done)));
    return seeOther(LocalPath({u"account"_s}).with(u"done"_s, u"password"_s));
}

WebResponse factorPage(const ConsoleCall &call, const QString &problem = {})
{
    const QString why = call.account.hasSecondFactor()
        ? u"This replaces the authenticator app you have now, and its recovery codes."_s
        : u"An administrator signs in with a password and a code from an authenticator app. "
          "Begin with your password."_s;
    return ownPage(call, u"Second factor"_s,
                   el("div", {}, problemNotice(problem), el("p", {}, why),
                      writeForm(call, LocalPath({u"account"_s, u"second-factor"_s}), u"stacked"_s,
                                fieldOf({u"password"_s,
                                         u"Password"_s,
                                         u"password"_s,
                                         {},
                                         u"current-password"_s,
                                         {},
                                         true,
                                         true}),
                                button(u"Go on"_s, u"main"_s))));
}

Html confirmForm(const ConsoleCall &call)
{
    return writeForm(call, LocalPath({u"account"_s, u"second-factor"_s, u"confirm"_s}),
                     u"stacked"_s,
                     fieldOf({u"code"_s,
                              u"Code that the app shows"_s,
                              u"text"_s,
                              {},
                              u"one-time-code"_s,
                              {},
                              true,
                              true}),
                     button(u"Confirm"_s, u"main"_s));
}

QString inFours(const QString &text)
{
    QStringList parts;
    for (qsizetype i = 0; i < text.size(); i += 4)
        parts.append(text.mid(i, 4));
    return parts.join(u' ');
}

Result<WebResponse> beginFactor(ConsoleCall &call)
{
    const auto begun = call.api.desk.signIn.beginEnrolment(*call.api.caller,
                                                           call.field(u"password"_s), call.api.now);
    if (!begun)
        return isAboutProof(begun.error())
            ? Result<WebResponse>(factorPage(call, proofProblem(begun.error())))
            : fail(begun.error());
    return ownPage(
        call, u"Second factor"_s,
        el("div", {},
           el("p", {},
              u"Add an account to your authenticator app with this key. It is shown once."_s),
           factsOf({{u"Key"_s, el("code", {{"id", u"secret"_s}}, inFours(begun->secret))},
                    {u"The same as an address"_s, el("code", {}, begun->uri)}}),
           confirmForm(call)));
}

Result<WebResponse> confirmFactor(ConsoleCall &call)
{
    const auto codes = call.api.desk.signIn.confirmEnrolment(
        *call.api.caller, call.field(u"code"_s).left(20), call.api.now);
    if (!codes && codes.error().code == ErrorCode::Unauthenticated)
        return ownPage(
            call, u"Second factor"_s,
            el("div", {},
               problemNotice(u"That code is not right. Wait for the next one, or begin "
                             "again."_s),
               confirmForm(call),
               el("p", {{"class", u"hint"_s}},
                  link(LocalPath({u"account"_s, u"second-factor"_s}), u"Begin again"_s))));
    if (!codes)
        return fail(codes.error());
    std::vector<Html> items;
    for (const QString &code : *codes)
        items.push_back(el("li", {}, el("code", {}, code)));
    // With its second factor the session may go on.
    call.api.caller->duty = Principal::Duty::None;
    return ownPage(call, u"Recovery codes"_s,
                   el("div", {},
                      el("p", {},
                         u"The second factor is set up. Each of these codes signs you in once when "
                         "your phone is gone. They are shown now and never again: print them or "
                         "write them down."_s),
                      el("ol", {{"class", u"codes"_s}, {"id", u"recovery"_s}}, joined(items)),
                      el("p", {}, link(LocalPath(), u"I have kept them"_s, u"button main"_s))));
}

QString factorState(const ConsoleCall &call)
{
    return call.account.hasSecondFactor() ? u"Authenticator app"_s : u"None"_s;
}

QString clientOf(const store::AccountSessionRow &session)
{
    return session.client.isEmpty() ? u"Unnamed"_s : session.client;
}

Result<WebResponse> showOwnAccount(ConsoleCall &call)
{
    const auto sessions = call.api.desk.signIn.sessions(*call.api.caller, call.api.now);
    if (!sessions)
        return fail(sessions.error());
    std::vector<TableRow> rows;
    for (const store::AccountSessionRow &session : *sessions) {
        const bool isThis = session.id == call.api.caller->session;
        rows.push_back(
            {isThis ? u"This one"_s : clientOf(session), session.address,
             timeOf(session.createdMs, call.api.now, call.zone),
             timeOf(session.usedMs, call.api.now, call.zone),
             isThis ? Html()
                    : writeForm(
                        call,
                        LocalPath({u"account"_s, u"sessions"_s, session.id.toString(), u"end"_s}),
                        u"plain"_s,
                        button(el("span", {}, u"Sign out"_s,
                                  el("span", {{"class", u"hidden"_s}},
                                     u" "_s + clientOf(session) + u" at "_s + session.address)),
                               u"small"_s))});
    }
    Page page;
    page.title = u"Your account"_s;
    page.body =
        el("div", {{"class", u"stack"_s}},
           panelOf({u"Account"_s,
                    u"account"_s,
                    {},
                    {},
                    factsOf({{u"Name"_s, call.account.displayName},
                             {u"Login"_s, call.account.login},
                             {u"Password"_s,
                              link(LocalPath({u"account"_s, u"password"_s}), u"Change it"_s)},
                             {u"Second factor"_s,
                              el("span", {}, factorState(call) + u" · "_s,
                                 link(LocalPath({u"account"_s, u"second-factor"_s}),
                                      call.account.hasSecondFactor() ? u"Replace it"_s
                                                                     : u"Set one up"_s))}})}),
           panelOf({u"Where you are signed in"_s,
                    u"sessions"_s,
                    {},
                    {},
                    tableOf(u"Your sessions"_s,
                            {{u"With"_s},
                             {u"Address"_s},
                             {u"Since"_s},
                             {u"Last used"_s},
                             {u"Action"_s, u"act"_s, false}},
                            rows)}));
    return framed(call, page);
}

Result<WebResponse> endSession(ConsoleCall &call)
{
    const auto session = AccountSessionId::fromString(call.api.path[u"session"_s]);
    if (!session)
        return fail(ErrorCode::NotFound, u"no such session"_s);
    const Result<> done = call.api.desk.signIn.endSession(*call.api.caller, *session, call.api.now);
    if (!done)
        return fail(done.error());
    return seeOther(LocalPath({u"account"_s}).with(u"done"_s, u"session"_s));
}

} // namespace

LocalPath dutyPage(Principal::Duty duty)
{
    return LocalPath(
        {u"account"_s,
         duty == Principal::Duty::ChangePassword ? u"password"_s : u"second-factor"_s});
}

std::vector<ConsoleRoute> ownPages()
{
    const auto shows = [](WebResponse (*page)(const ConsoleCall &, const QString &)) {
        return [page](ConsoleCall &call) -> Result<WebResponse> { return page(call, {}); };
    };
    return {
        {"GET", u"/console/account"_s, Access::signedIn(), showOwnAccount},
        {"GET", u"/console/account/password"_s, Access::withDuty(), shows(passwordPage)},
        {"POST", u"/console/account/password"_s, Access::withDuty(), changePassword},
        {"GET", u"/console/account/second-factor"_s, Access::withDuty(), shows(factorPage)},
        {"POST", u"/console/account/second-factor"_s, Access::withDuty(), beginFactor},
        {"POST", u"/console/account/second-factor/confirm"_s, Access::withDuty(), confirmFactor},
        {"POST", u"/console/account/sessions/{session}/end"_s, Access::signedIn(), endSession},
    };
}

} // namespace film::server
