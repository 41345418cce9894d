#include "server/http/request_head.h"

#include <QByteArrayList>
#include <QStringDecoder>

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;
using namespace head_limits;

namespace {

struct Target {
    QString path;
    std::map<QString, QString> query; // "+" as a space
};

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// "%" has to begin an escape: whoever passes a broken one on may mean something else by it.
bool areEscapesWhole(QByteArrayView text)
{
    for (qsizetype i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
        if (i + 2 >= text.size() || !isHexDigit(text[i + 1]) || !isHexDigit(text[i + 2]))
            return false;
    }
    return true;
}

std::optional<QString> decoded(QByteArrayView text)
{
    if (!areEscapesWhole(text))
        return std::nullopt;
    const QByteArray bytes = QByteArray::fromPercentEncoding(text.toByteArray());
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString result = decoder(bytes);
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (decoder.hasError() || std::ranges::any_of(result, isControl))
        return std::nullopt;
    return result;
}

std::optional<std::map<QString, QString>> queryOf(QByteArrayView text)
{
    std::map<QString, QString> query;
    QByteArray spaced = text.toByteArray();
    spaced.replace('+', ' ');
    for (const QByteArray &pair : spaced.split('&')) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const auto key =
            decoded(equals < 0 ? QByteArrayView(pair) : QByteArrayView(pair).first(equals));
        const auto value =
            decoded(equals < 0 ? QByteArrayView() : QByteArrayView(pair).sliced(equals + 1));
        if (!key || !value || qsizetype(query.size()) == queryKeys)
            return std::nullopt;
        query.try_emplace(*key, *value);
    }
    return query;
}

std::optional<Target> targetOf(QByteArrayView target)
{
    if (!target.startsWith('/') || target.size() > targetBytes)
        return std::nullopt;
    const qsizetype mark = target.indexOf('?');
    const auto path = decoded(mark < 0 ? target : target.first(mark));
    auto query = queryOf(mark < 0 ? QByteArrayView() : target.sliced(mark + 1));
    if (!path || !query)
        return std::nullopt;
    return Target{*path, *std::move(query)};
}

// RFC 9110, 5.6.2.
bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
        || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

std::optional<QString> framingProblem(const std::vector<std::pair<QByteArray, QByteArray>> &headers)
{
    const auto count = [&](const char *name) {
        return std::ranges::count(headers, QByteArray(name),
                                  &std::pair<QByteArray, QByteArray>::first);
    };
    for (const auto &[name, value] : headers) {
        // Not even a space before the colon: RFC 9112, 5.1.
        if (name.isEmpty() || !std::ranges::all_of(name, isTokenCharacter))
            return u"the name of a header is none"_s;
        const bool isDigits = !value.isEmpty()
            && std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
        if (name == "content-length" && !isDigits)
            return u"Content-Length is no number"_s;
        if (name == "transfer-encoding" && value.toLower() != "chunked")
            return u"Transfer-Encoding can only be chunked"_s;
    }
    if (count("content-length") > 1 || count("transfer-encoding") > 1
        || (count("content-length") > 0 && count("transfer-encoding") > 0))
        return u"the length of the body is said more than once"_s;
    if (count("host") > 1)
        return u"Host is said more than once"_s;
    return std::nullopt;
}

// RFC 7239 is newer, but this is what proxies send. The last one that is no proxy of ours is the
// client: what stands before it anybody may have written.
QHostAddress clientOf(const WebRequest &request, const QHostAddress &peer, const Networks &proxies)
{
    QHostAddress client = peer;
    const QByteArrayList names = request.header("x-forwarded-for").split(',');
    for (qsizetype i = names.size() - 1; i >= std::max<qsizetype>(0, names.size() - hops); --i) {
        QHostAddress hop;
        if (!isIn(proxies, client) || !hop.setAddress(QString::fromLatin1(names.at(i).trimmed())))
            break;
        client = hop;
    }
    return client;
}

} // namespace

Result<WebRequest> requestFrom(const RequestHead &head, const Networks &trustedProxies)
{
    if (const auto wrong = framingProblem(head.headers))
        return fail(ErrorCode::InvalidInput, *wrong);
    auto target = targetOf(head.target);
    if (!target)
        return fail(ErrorCode::InvalidInput, u"the target of the request cannot be read"_s);
    WebRequest request;
    request.method = head.method;
    request.path = target->path;
    request.query = std::move(target->query);
    for (const auto &[name, value] : head.headers) {
        const auto [known, isFirst] = request.headers.try_emplace(name, value);
        // Lines of one list (RFC 9110, 5.3): a proxy may add its own below the client's.
        if (!isFirst && name.startsWith("x-forwarded-"))
            known->second += ", " + value;
    }
    request.remote = clientOf(request, head.peer, trustedProxies).toString();
    request.isSecure = head.isTls
        || (isIn(trustedProxies, head.peer) && request.header("x-forwarded-proto") == "https");
    return request;
}

} // namespace film::server
