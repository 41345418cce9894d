#include "server/http/problem.h"

#include <QJsonDocument>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

QString titleOf(int status)
{
    switch (status) {
    case 400: return u"Bad Request"_s;
    case 401: return u"Unauthorized"_s;
    case 403: return u"Forbidden"_s;
    case 404: return u"Not Found"_s;
    case 405: return u"Method Not Allowed"_s;
    case 409: return u"Conflict"_s;
    case 410: return u"Gone"_s;
    case 412: return u"Precondition Failed"_s;
    case 413: return u"Content Too Large"_s;
    case 415: return u"Unsupported Media Type"_s;
    case 422: return u"Unprocessable Content"_s;
    case 429: return u"Too Many Requests"_s;
    case 503: return u"Service Unavailable"_s;
    case 504: return u"Gateway Timeout"_s;
    default: return u"Internal Server Error"_s;
    }
}

// What went wrong inside is for the log: its words may name tables and files.
bool isForTheCaller(int status)
{
    return status < 500;
}

} // namespace

WebResponse WebResponse::json(const QJsonObject &object, int status)
{
    return {status, "application/json", QJsonDocument(object).toJson(QJsonDocument::Compact), {}};
}

int httpStatusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
    case ErrorCode::ProtocolViolation: return 400;
    case ErrorCode::Unauthenticated: return 401;
    case ErrorCode::PermissionDenied: return 403;
    case ErrorCode::NotFound: return 404;
    case ErrorCode::AlreadyExists:
    case ErrorCode::Conflict: return 409;
    case ErrorCode::Expired: return 410;
    case ErrorCode::LimitExceeded: return 413;
    case ErrorCode::Busy:
    case ErrorCode::Offline:
    case ErrorCode::StoreFailure:
    case ErrorCode::StoreFull:
    case ErrorCode::StoreReadOnly:
    case ErrorCode::StoreInUse: return 503;
    case ErrorCode::Timeout: return 504;
    case ErrorCode::Cancelled:
    case ErrorCode::StoreCorrupt:
    case ErrorCode::StoreForeign:
    case ErrorCode::StoreNewer:
    case ErrorCode::Internal: return 500;
    }
    return 500;
}

WebResponse problem(const Error &error)
{
    return problem(httpStatusOf(error.code), error);
}

WebResponse problem(int status, const Error &error)
{
    QJsonObject object{{u"type"_s, u"about:blank"_s},
                       {u"title"_s, titleOf(status)},
                       {u"status"_s, status},
                       {u"code"_s, errorCodeName(error.code)}};
    if (isForTheCaller(status))
        object[u"detail"_s] = error.message;
    WebResponse response = WebResponse::json(object, status);
    response.contentType = "application/problem+json";
    if (status == 401)
        response.headers.emplace_back("WWW-Authenticate", "Bearer");
    if (status == 503)
        response.headers.emplace_back("Retry-After", "2");
    return response;
}

} // namespace film::server
