#include "server/http/admission.h"

#include "server/admin/server_controls.h"

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;

Error unknownThing()
{
    return {ErrorCode::NotFound, u"there is no such thing here"_s};
}

Result<std::optional<WebResponse>> maintenanceAnswer(const ApiRoute &route, const ApiCall &call)
{
    using Kind = Access::Kind;
    const bool isReading = route.method == "GET" || route.method == "HEAD";
    const bool isOfSession = route.access.kind == Kind::Anybody
        || route.access.kind == Kind::WithDuty || route.pattern.startsWith(u"/api/v1/session"_s);
    if (isReading || isOfSession || route.isForMaintenance)
        return std::nullopt;
    const auto controls = readServerControls(call.desk.storage.database(), call.now);
    if (!controls)
        return fail(controls.error());
    if (!controls->maintenance)
        return std::nullopt;
    const qint64 now = msSinceEpoch(call.now);
    const qint64 left = controls->maintenance->untilMs.value_or(now + 60'000) - now;
    WebResponse busy =
        WebResponse::json({{u"type"_s, u"about:blank"_s},
                           {u"title"_s, u"Service Unavailable"_s},
                           {u"status"_s, 503},
                           {u"code"_s, errorCodeName(ErrorCode::Busy)},
                           {u"detail"_s, u"the server is in maintenance and takes no changes"_s},
                           {u"reason"_s, u"maintenance"_s}},
                          503);
    busy.contentType = "application/problem+json";
    busy.headers.emplace_back("Retry-After", QByteArray::number(std::max<qint64>(1, left / 1000)));
    return busy;
}

Result<> admit(const Access &access, ApiCall &call)
{
    using Kind = Access::Kind;
    if (access.kind == Kind::Anybody)
        return {};
    if (!call.caller)
        return fail(ErrorCode::Unauthenticated, u"sign in first"_s);
    const bool isWriting = call.request.method != "GET" && call.request.method != "HEAD";
    if (call.caller->isReader
        && (isWriting || (access.kind != Kind::Member && access.kind != Kind::WithDuty)))
        return fail(ErrorCode::PermissionDenied,
                    u"a personal token may only read what is in productions"_s);
    if (access.kind == Kind::WithDuty)
        return {};
    if (access.kind == Kind::ServerAdministrator)
        return call.caller->isFreeAdministrator();
    if (const Result<> free = call.caller->isFree(); !free || access.kind == Kind::SignedIn)
        return free;
    const auto production = ProductionId::fromString(call.path[u"production"_s]);
    if (!production)
        return fail(unknownThing());
    const auto memberships = call.desk.accounts.memberships(call.caller->account);
    if (!memberships)
        return fail(memberships.error());
    const auto own =
        std::ranges::find(*memberships, *production, &store::MembershipRow::production);
    if (own == memberships->end())
        return fail(unknownThing());
    const auto member = membershipOf(call.desk.storage, *production, own->user);
    if (!member)
        return fail(member.error());
    if (!*member)
        return fail(unknownThing());
    call.production = *production;
    call.member = **member;
    if (call.member.permissions().reach(access.action) < access.least)
        return fail(
            ErrorCode::PermissionDenied,
            u"the role %1 may not: %2"_s.arg(call.member.roleText(), actionName(access.action)));
    return {};
}

} // namespace film::server
