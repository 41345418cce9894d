#include "server/console/console.h"

#include "server/console/account_pages.h"
#include "server/console/acts_page.h"
#include "server/console/audit_page.h"
#include "server/console/console_assets.h"
#include "server/console/console_page.h"
#include "server/console/form_data.h"
#include "server/console/overview_page.h"
#include "server/console/own_pages.h"
#include "server/console/people_pages.h"
#include "server/console/privacy_pages.h"
#include "server/console/retention_pages.h"
#include "server/console/role_pages.h"
#include "server/console/server_pages.h"
#include "server/console/session_pages.h"
#include "server/console/sign_in_pages.h"
#include "server/console/webhook_pages.h"
#include "server/http/admission.h"
#include "server/http/problem.h"
#include "server/telemetry/logging.h"
#include "shared/domain/records.h"
#include "shared/domain/zone_time.h"
#include "shared/store/account_repository.h"
#include "shared/store/production_repository.h"
#include "shared/sync/author.h"

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype pathLengthMax = 1024;
constexpr std::chrono::hours visitLife{1};
constexpr std::chrono::hours rememberedFor{24 * 90};

std::vector<ConsoleRoute> allRoutes()
{
    std::vector<ConsoleRoute> routes;
    for (const auto &some :
         {signInPages(), ownPages(), overviewPages(), sessionPages(), peoplePages(), rolePages(),
          privacyPages(), auditPages(), webhookPages(), accountPages(), actsPages(), serverPages(),
          retentionPages()})
        routes.insert(routes.end(), some.begin(), some.end());
    return routes;
}

// Takes the same time wherever two texts of one length differ.
bool isSame(const QByteArray &left, const QByteArray &right)
{
    if (left.size() != right.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        difference |= left[i] ^ right[i];
    return difference == 0;
}

Result<> readAccount(ConsoleCall &call)
{
    store::AccountRepository accounts(call.api.desk.storage.database());
    const auto account = accounts.account(call.api.caller->account);
    if (!account)
        return fail(account.error());
    if (!*account)
        return fail(unknownThing());
    call.account = **account;
    return {};
}

// The productions of the account, as far as it is a member still.
Result<> readProductions(ConsoleCall &call)
{
    store::ServerStorageSql &storage = call.api.desk.storage;
    const auto memberships = call.api.desk.accounts.memberships(call.api.caller->account);
    const auto known = store::ProductionRepository(storage.database()).list();
    if (!memberships || !known)
        return fail(memberships ? known.error() : memberships.error());
    for (const store::ProductionRow &row : *known) {
        const auto own = std::ranges::find(*memberships, row.id, &store::MembershipRow::production);
        if (own == memberships->end())
            continue;
        const auto member = membershipOf(storage, row.id, own->user);
        if (!member)
            return fail(member.error());
        if (*member)
            call.productions.push_back({row.id, row.title, **member});
    }
    return {};
}

// Times are those of the production that the visitor is at.
Result<> readZone(ConsoleCall &call)
{
    const ProductionId id = call.shown;
    const auto state = call.api.desk.storage.entity(id, EntityId::of(id));
    if (!state)
        return fail(state.error());
    if (!*state)
        return {};
    const auto groups = protocol::decodeGroups((*state)->groups);
    if (!groups)
        return {};
    const auto production = productionFromGroups(id, sync::plainGroups(*groups));
    if (const QTimeZone zone = production ? zoneFor(production->zone) : QTimeZone(); zone.isValid())
        call.zone = zone;
    return {};
}

// Pages that are of no production still have one beside them, to go to: the last one.
void chooseShown(ConsoleCall &call, const ConsoleCookies &cookies)
{
    using Name = ConsoleCookies::Name;
    const QByteArray last = cookies.read(call.api.request, Name::Production);
    if (!call.api.production.isNull()) {
        call.shown = call.api.production;
        const QByteArray now = call.shown.toString().toLatin1();
        if (now != last)
            call.cookies.append(cookies.set(Name::Production, now, rememberedFor));
        return;
    }
    for (const OwnProduction &own : call.productions) {
        if (call.shown.isNull() || own.id.toString().toLatin1() == last)
            call.shown = own.id;
    }
}

// Everything a page may load is ours, it may be in no frame, and its forms go nowhere else.
void addHeaders(WebResponse &response)
{
    response.headers.emplace_back(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
    response.headers.emplace_back("Referrer-Policy", "no-referrer");
    response.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
    response.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
    response.headers.emplace_back("X-Frame-Options", "DENY");
    response.headers.emplace_back("Cache-Control", "no-store");
}

} // namespace

Console::Console(RouterServices &services, const SecretBox &box, ConsoleFacts facts)
    : m_routes(allRoutes())
    , m_services(services)
    , m_box(box)
    , m_facts(std::move(facts))
{
    for (const ConsoleRoute &route : m_routes)
        m_patterns.emplace_back(route.pattern);
}

std::optional<WebResponse> Console::answer(const WebRequest &request) const
{
    const bool isRoot = request.path == u"/"_s || request.path == u"/console"_s;
    if (!isRoot && !request.path.startsWith(u"/console/"_s))
        return std::nullopt;
    const bool isReading = request.method == "GET" || request.method == "HEAD";
    if (isReading) {
        if (auto asset = assetAt(request))
            return asset;
    }
    WebResponse response = isRoot ? seeOther(LocalPath()) : page(request);
    addHeaders(response);
    return response;
}

Console::Found Console::find(const WebRequest &request) const
{
    Found found;
    if (request.path.size() > pathLengthMax)
        return found;
    const QStringList parts = request.path.split(u'/');
    const QByteArray method = request.method == "HEAD" ? QByteArray("GET") : request.method;
    for (size_t i = 0; i < m_routes.size(); ++i) {
        auto path = m_patterns[i].match(parts);
        if (path && m_routes[i].method == method)
            return {&m_routes[i], *std::move(path), {}};
        if (path)
            found.methods.append(m_routes[i].method);
    }
    return found;
}

WebResponse Console::page(const WebRequest &request) const
{
    const Found found = find(request);
    const Access access = found.route ? found.route->access : Access::signedIn();
    const auto desk = m_services.desk();
    if (!desk)
        return barePage(desk.error());
    ConsoleCall call{
        {request, found.path, {}, {}, {}, {}, **desk, m_services.now()}, m_facts, m_box};
    const ConsoleCookies cookies(request.isSecure);
    const Result<Caller> caller = callerOf(call, cookies);
    if (!caller)
        return barePage(caller.error());
    call.api.caller = *caller;
    RouterServices::Quota quota = m_services.take(request, *caller);
    prepareForms(access, call, cookies);
    const auto answered = [&]() -> WebResponse {
        if (!quota.isLeft)
            return barePage(429, {ErrorCode::LimitExceeded, u"too many requests"_s});
        if (*caller) {
            const Result<> account = readAccount(call);
            const Result<> productions = account ? readProductions(call) : account;
            if (!productions)
                return barePage(productions.error());
        }
        if (!found.route) {
            chooseShown(call, cookies);
            if (found.methods.isEmpty())
                return errorPage(call, 404, unknownThing());
            WebResponse refused = errorPage(call, 405, unknownThing());
            refused.headers.emplace_back("Allow", found.methods.join(", "));
            return refused;
        }
        return answerTo(*found.route, call);
    };
    WebResponse response = answered();
    for (const QByteArray &cookie : call.cookies)
        response.headers.emplace_back("Set-Cookie", cookie);
    std::ranges::move(quota.headers, std::back_inserter(response.headers));
    return response;
}

// Whoever the cookies are of. An access token that has ended is renewed on the way.
Result<Caller> Console::callerOf(ConsoleCall &call, const ConsoleCookies &cookies)
{
    using Name = ConsoleCookies::Name;
    const WebRequest &request = call.api.request;
    const QByteArray access = cookies.read(request, Name::Access);
    const QByteArray refresh = cookies.read(request, Name::Refresh);
    SignIn &signIn = call.api.desk.signIn;
    const auto isOver = [](const Error &error) {
        return error.code == ErrorCode::Unauthenticated || error.code == ErrorCode::Expired;
    };
    if (!access.isEmpty()) {
        const auto principal = signIn.principal(access, request.remote, call.api.now);
        if (principal)
            return Caller(*principal);
        if (!isOver(principal.error()))
            return fail(principal.error());
    }
    if (refresh.isEmpty())
        return Caller();
    const auto signedIn = signIn.refresh(refresh, request.remote, call.api.now);
    if (!signedIn) {
        if (!isOver(signedIn.error()))
            return fail(signedIn.error());
        call.cookies.append(cookies.set(Name::Access, {}, std::chrono::seconds(0)));
        call.cookies.append(cookies.set(Name::Refresh, {}, std::chrono::seconds(0)));
        return Caller();
    }
    keepSignedIn(call, *signedIn);
    const auto principal = signIn.principal(signedIn->accessToken, request.remote, call.api.now);
    return principal ? Result<Caller>(Caller(*principal)) : fail(principal.error());
}

// A form counts for the session it was made in, or for the visit of somebody who signs in.
void Console::prepareForms(const Access &access, ConsoleCall &call,
                           const ConsoleCookies &cookies) const
{
    using Name = ConsoleCookies::Name;
    QByteArray subject;
    if (access.kind == Access::Kind::Anybody) {
        call.visit = cookies.read(call.api.request, Name::Visit).left(64);
        if (call.visit.isEmpty()) {
            const auto bytes = call.api.desk.random.bytes<16>();
            call.visit =
                QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()))
                    .toHex();
            call.cookies.append(cookies.set(Name::Visit, call.visit, visitLife));
        }
        subject = "visit " + call.visit;
    } else if (call.api.caller) {
        subject = "session " + call.api.caller->session.toByteArray();
    }
    if (!subject.isEmpty())
        call.formToken =
            QString::fromLatin1(m_box.fingerprint("console form", subject).toByteArray().toHex());
}

WebResponse Console::answerTo(const ConsoleRoute &route, ConsoleCall &call) const
{
    const WebRequest &request = call.api.request;
    const bool isWriting = route.method == "POST";
    const bool isForAnybody = route.access.kind == Access::Kind::Anybody;
    if (!isForAnybody && !call.api.caller) {
        // To a form that nobody is signed in for there is no way back.
        LocalPath signInPage({u"sign-in"_s});
        return seeOther(isWriting ? signInPage : signInPage.with(u"to"_s, pathOf(request)));
    }
    if (isWriting) {
        if (!request.header("content-type").startsWith("application/x-www-form-urlencoded"))
            return errorPage(call, 415, {ErrorCode::InvalidInput, u"send a form"_s});
        const Result<QJsonObject> fields = formFields(request.body);
        if (!fields)
            return errorPage(call, fields.error());
        call.api.body = *fields;
        if (call.formToken.isEmpty()
            || !isSame(call.field(u"token"_s).toLatin1(), call.formToken.toLatin1()))
            return errorPage(call, 403, {ErrorCode::PermissionDenied, u"not our form"_s});
    }
    const bool isBoundToDuty = call.api.caller && call.api.caller->duty != Principal::Duty::None
        && !isForAnybody && route.access.kind != Access::Kind::WithDuty;
    if (isBoundToDuty)
        return seeOther(dutyPage(call.api.caller->duty));
    const Result<> admitted = admit(route.access, call.api);
    chooseShown(call, ConsoleCookies(call.api.request.isSecure));
    if (!admitted)
        return errorPage(call, admitted.error());
    if (!call.shown.isNull()) {
        if (const Result<> zone = readZone(call); !zone)
            return errorPage(call, zone.error());
    }
    if (isWriting) {
        const auto refused = maintenanceAnswer(
            {route.method, route.pattern, route.access, {}, route.isForMaintenance}, call.api);
        if (!refused)
            return errorPage(call, refused.error());
        if (*refused) {
            WebResponse busy =
                errorPage(call, 503, {ErrorCode::Offline, u"the server is in maintenance"_s});
            for (const auto &header : (*refused)->headers)
                busy.headers.push_back(header);
            return busy;
        }
    }
    Result<WebResponse> done = route.handler(call);
    if (done)
        return *std::move(done);
    if (httpStatusOf(done.error().code) >= 500)
        qCWarning(serverLog).noquote() << u"%1 %2: %3"_s.arg(QString::fromLatin1(route.method),
                                                             route.pattern, done.error().message);
    return errorPage(call, done.error());
}

} // namespace film::server
