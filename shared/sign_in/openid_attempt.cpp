#include "shared/sign_in/openid_attempt.h"

#include "shared/base/hash.h"

#include <QHostAddress>

#include <algorithm>

namespace film {

using namespace Qt::StringLiterals;

namespace {

constexpr auto urlText = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype codeMax = 2048;
constexpr qsizetype reasonMax = 40;

QString randomText(RandomSource &random)
{
    const auto bytes = random.bytes<32>();
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()))
            .toBase64(urlText));
}

// Nothing if it stands there twice: two readers would take two of them.
QString onlyValue(const QUrlQuery &query, const QString &key)
{
    const QStringList all = query.allQueryItemValues(key, QUrl::FullyDecoded);
    return all.size() == 1 ? all.constFirst() : QString();
}

Error noAnswer()
{
    return {ErrorCode::InvalidInput, u"this is no answer to the sign-in"_s};
}

bool isVisible(char c)
{
    return c > ' ' && c < 0x7f;
}

} // namespace

Result<OpenIdDoor> readDoor(const QJsonObject &said)
{
    const OpenIdDoor door{
        QUrl(said.value(u"authorization_endpoint"_s).toString(), QUrl::StrictMode),
        said.value(u"issuer"_s).toString(), said.value(u"client_id"_s).toString(),
        said.value(u"scope"_s).toString()};
    const QUrl &url = door.authorizationEndpoint;
    const bool isHere = url.host() == u"localhost" || QHostAddress(url.host()).isLoopback();
    const bool isSafe = url.scheme() == u"https" || (url.scheme() == u"http" && isHere);
    if (!url.isValid() || url.host().isEmpty() || !isSafe || door.clientId.isEmpty())
        return fail(ErrorCode::ProtocolViolation, u"the server names no safe page to sign in"_s);
    return door;
}

OpenIdAttempt makeAttempt(RandomSource &random)
{
    return {randomText(random), randomText(random), randomText(random)};
}

QString codeChallenge(const QString &verifier)
{
    return QString::fromLatin1(sha256(verifier.toLatin1()).toByteArray().toBase64(urlText));
}

QUrl authorizationUrl(const OpenIdDoor &door, const OpenIdAttempt &attempt,
                      const QString &redirectUri)
{
    QUrl url = door.authorizationEndpoint;
    QUrlQuery query(url); // an endpoint may have one: RFC 6749, 3.1
    const auto add = [&query](const QString &key, const QString &value) {
        query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add(u"response_type"_s, u"code"_s);
    add(u"client_id"_s, door.clientId);
    add(u"redirect_uri"_s, redirectUri);
    add(u"scope"_s, door.scope);
    add(u"state"_s, attempt.state);
    add(u"nonce"_s, attempt.nonce);
    add(u"code_challenge"_s, codeChallenge(attempt.verifier));
    add(u"code_challenge_method"_s, u"S256"_s);
    url.setQuery(query);
    return url;
}

Result<QString> codeIn(const QUrlQuery &query, const OpenIdDoor &door, const OpenIdAttempt &attempt)
{
    if (onlyValue(query, u"state"_s) != attempt.state)
        return fail(noAnswer());
    if (query.hasQueryItem(u"iss"_s) && onlyValue(query, u"iss"_s) != door.issuer)
        return fail(noAnswer());
    if (query.hasQueryItem(u"error"_s)) {
        QString reason = onlyValue(query, u"error"_s).left(reasonMax);
        reason.removeIf([](QChar c) { return c != u'_' && (c < u'a' || c > u'z'); });
        return fail(ErrorCode::PermissionDenied, u"the issuer refused: %1"_s.arg(reason));
    }
    const QString code = onlyValue(query, u"code"_s);
    if (code.isEmpty() || code.size() > codeMax)
        return fail(noAnswer());
    return code;
}

Result<QUrlQuery> redirectQuery(const QByteArray &head, const QByteArray &path,
                                const QByteArray &host)
{
    const Error broken{ErrorCode::InvalidInput, u"this is no request"_s};
    const qsizetype end = head.indexOf("\r\n\r\n");
    if (end < 0)
        return fail(broken);
    QList<QByteArray> lines;
    for (qsizetype from = 0; from <= end;) {
        const qsizetype to = std::min(head.indexOf("\r\n", from), end);
        lines.append(head.mid(from, to - from));
        from = to + 2;
    }
    const QList<QByteArray> words = lines.takeFirst().split(' ');
    if (words.size() != 3 || words[0] != "GET" || words[2] != "HTTP/1.1"
        || !std::ranges::all_of(words[1], isVisible))
        return fail(broken);
    int hosts = 0;
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 1 || line.contains('\n') || line.contains('\0'))
            return fail(broken);
        if (line.first(colon).toLower() != "host")
            continue;
        ++hosts;
        if (line.mid(colon + 1).trimmed() != host)
            return fail(broken);
    }
    if (hosts != 1)
        return fail(broken);
    const qsizetype mark = words[1].indexOf('?');
    if ((mark < 0 ? words[1] : words[1].first(mark)) != path)
        return fail(ErrorCode::NotFound, u"there is no such page here"_s);
    // In a query "+" is a space for whoever makes forms of them; a code has none.
    return QUrlQuery(mark < 0 ? QString() : QString::fromLatin1(words[1].mid(mark + 1)));
}

} // namespace film
