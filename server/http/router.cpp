#include "server/http/router.h"

#include "server/http/admission.h"
#include "server/http/problem.h"
#include "server/telemetry/logging.h"
#include "shared/base/hash.h"

#include <QJsonDocument>

#include <algorithm>
#include <set>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype pathLengthMax = 1024;

bool isWriting(const QByteArray &method)
{
    return method != "GET" && method != "HEAD";
}

// An empty body is an empty object.
Result<QJsonObject> bodyOf(const WebRequest &request)
{
    if (request.body.isEmpty())
        return QJsonObject();
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &problem);
    if (problem.error != QJsonParseError::NoError)
        return fail(
            ErrorCode::InvalidInput,
            u"the body is no JSON: %1 at byte %2"_s.arg(problem.errorString()).arg(problem.offset));
    if (!document.isObject())
        return fail(ErrorCode::InvalidInput, u"the body has to be a JSON object"_s);
    return document.object();
}

bool isJson(const WebRequest &request)
{
    const QByteArray type = request.header("content-type").toLower();
    return request.body.isEmpty() || type == "application/json"
        || type.startsWith("application/json;");
}

// So that what has not changed is not sent again (RFC 9110, 8.8.3 and 13.1.2).
void addEntityTag(const WebRequest &request, WebResponse &response)
{
    if (response.status != 200 || isWriting(request.method))
        return;
    const QByteArray tag = '"' + sha256(response.body).toByteArray().left(16).toHex() + '"';
    response.headers.emplace_back("ETag", tag);
    // Of a person, so no shared cache may keep it; and it has to be asked for each time.
    response.headers.emplace_back("Cache-Control", "private, no-cache");
    const QByteArray known = request.header("if-none-match");
    if (known != "*" && !known.contains(tag))
        return;
    response.status = 304;
    response.body.clear();
    response.contentType.clear();
}

} // namespace

Router::Router(std::vector<ApiRoute> routes, RouterServices &services)
    : m_routes(std::move(routes))
    , m_services(services)
{
    for (const ApiRoute &route : m_routes)
        m_patterns.emplace_back(route.pattern);
}

Router::Answer Router::answer(const WebRequest &request)
{
    // A NUL, which no id or name has, is where the texts of a database end.
    if (request.path.size() > pathLengthMax || request.path.contains(QChar(0)))
        return {problem(unknownThing()), {}};
    const QStringList parts = request.path.split(u'/');
    const QByteArray method = request.method == "HEAD" ? QByteArray("GET") : request.method;
    std::set<QByteArray> allowed;
    for (size_t i = 0; i < m_routes.size(); ++i) {
        auto path = m_patterns[i].match(parts);
        if (!path)
            continue;
        if (m_routes[i].method == method)
            return {call(m_routes[i], request, *std::move(path)), m_routes[i].pattern};
        allowed.insert(m_routes[i].method);
    }
    if (allowed.empty())
        return {problem(unknownThing()), {}};
    WebResponse refused = problem(405, {ErrorCode::InvalidInput, u"this cannot be done to it"_s});
    QByteArrayList methods(allowed.begin(), allowed.end());
    refused.headers.emplace_back("Allow", methods.join(", "));
    return {refused, {}};
}

WebResponse Router::call(const ApiRoute &route, const WebRequest &request,
                         std::map<QString, QString> path)
{
    if (!isJson(request))
        return problem(415, {ErrorCode::InvalidInput, u"send application/json"_s});
    const Result<QJsonObject> body = bodyOf(request);
    if (!body)
        return problem(body.error());
    const auto desk = m_services.desk();
    if (!desk)
        return problem(desk.error());
    ApiCall call{request, std::move(path), *body, {}, {}, {}, **desk, m_services.now()};
    const Result<Caller> caller = callerOf(call);
    RouterServices::Quota quota = m_services.take(request, caller.value_or(Caller()));
    WebResponse response = quota.isLeft
        ? answerTo(route, call, caller)
        : problem(429, {ErrorCode::LimitExceeded, u"too many requests"_s});
    addEntityTag(request, response);
    std::ranges::move(quota.headers, std::back_inserter(response.headers));
    return response;
}

WebResponse Router::answerTo(const ApiRoute &route, ApiCall &call, const Result<Caller> &caller)
{
    if (!caller)
        return problem(caller.error());
    call.caller = *caller;
    if (const Result<> admitted = admit(route.access, call); !admitted)
        return problem(admitted.error());
    const auto maintenance = maintenanceAnswer(route, call);
    if (!maintenance)
        return problem(maintenance.error());
    if (*maintenance)
        return **maintenance;
    const Result<WebResponse> done = route.handler(call);
    if (done)
        return *done;
    if (httpStatusOf(done.error().code) >= 500)
        qCWarning(serverLog).noquote() << u"%1 %2: %3"_s.arg(QString::fromLatin1(route.method),
                                                             route.pattern, done.error().message);
    return problem(done.error());
}

// "Authorization: Bearer TOKEN" (RFC 6750, 2.1). Unauthenticated for one that does not hold.
Result<Caller> Router::callerOf(const ApiCall &call)
{
    const QByteArray header = call.request.header("authorization");
    if (header.isEmpty())
        return Caller();
    if (!header.toLower().startsWith("bearer "))
        return fail(ErrorCode::Unauthenticated, u"send a bearer token"_s);
    const QByteArray token = header.mid(7).trimmed();
    const Result<Principal> principal = PersonalTokens::isOne(token)
        ? call.desk.tokens.principal(token, call.request.remote, call.now)
        : call.desk.signIn.principal(token, call.request.remote, call.now);
    if (!principal && principal.error().code == ErrorCode::Expired)
        return fail(ErrorCode::Unauthenticated, u"the token has expired"_s);
    if (!principal)
        return fail(principal.error());
    return Caller(*principal);
}

} // namespace film::server
