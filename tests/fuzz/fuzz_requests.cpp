#include "server/console/console_cookies.h"
#include "server/console/form_data.h"
#include "server/http/path_pattern.h"
#include "server/http/request_head.h"
#include "tests/fuzz/fuzz_entries.h"

#include <QUrl>

#include <algorithm>

namespace film::fuzz {

using namespace Qt::StringLiterals;
using namespace server;

namespace {

bool hasControls(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

// The lines as a daemon hands them over: "METHOD TARGET", then "name: value".
RequestHead headIn(QByteArrayView input)
{
    RequestHead head;
    const QByteArrayList lines = input.toByteArray().split('\n');
    const qsizetype space = lines.front().indexOf(' ');
    head.method = lines.front().left(space);
    head.target = space < 0 ? QByteArray() : lines.front().mid(space + 1);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        const QByteArray name = colon < 0 ? lines[i] : lines[i].left(colon);
        head.headers.emplace_back(name.toLower(),
                                  colon < 0 ? QByteArray() : lines[i].mid(colon + 1).trimmed());
    }
    head.peer = QHostAddress(u"192.0.2.1"_s);
    return head;
}

// The same request, written as plainly as it can be.
QByteArray targetOf(const WebRequest &request)
{
    QByteArray target = QUrl::toPercentEncoding(request.path, "/");
    char mark = '?';
    for (const auto &[key, value] : request.query) {
        target += mark + QUrl::toPercentEncoding(key) + '=' + QUrl::toPercentEncoding(value);
        mark = '&';
    }
    return target;
}

QString brokenByCookies(QByteArrayView input)
{
    WebRequest request;
    request.headers["cookie"] = input.toByteArray();
    for (const bool isSecure : {false, true}) {
        const ConsoleCookies cookies(isSecure);
        const QByteArray value = cookies.read(request, ConsoleCookies::Name::Access);
        if (value.contains(';'))
            return u"a cookie that holds another"_s;
        WebRequest again;
        again.headers["cookie"] =
            cookies.set(ConsoleCookies::Name::Access, value, std::chrono::seconds(1));
        if (cookies.read(again, ConsoleCookies::Name::Access) != value)
            return u"a cookie that comes back as another"_s;
    }
    return {};
}

} // namespace

// Refused, or a request that has one meaning: written plainly it is the same again.
QString brokenByRequest(QByteArrayView input)
{
    RequestHead head = headIn(input);
    // A proxy of ours is believed, whatever the others are.
    const QHostAddress proxy(u"198.51.100.1"_s);
    head.peer = input.size() % 2 == 0 ? head.peer : proxy;
    const auto request = requestFrom(head, {{proxy, 32}});
    if (!request)
        return request.error().code == ErrorCode::InvalidInput
            ? QString()
            : u"refused for another reason than the request"_s;
    if (!request->path.startsWith(u'/') || hasControls(request->path))
        return u"a path that is none"_s;
    if (qsizetype(request->query.size()) > head_limits::queryKeys)
        return u"a query without a bound"_s;
    for (const auto &[key, value] : request->query) {
        if (hasControls(key) || hasControls(value))
            return u"a control character in the query"_s;
    }
    if (QHostAddress(request->remote).isNull())
        return u"a client without an address"_s;
    if (head.peer != proxy && request->remote != head.peer.toString())
        return u"an address that only a proxy could have named"_s;
    const auto matched = PathPattern(u"/a/{one}/b/{two}"_s).match(request->path.split(u'/'));
    if (matched && std::ranges::any_of(*matched, [](const auto &named) {
            return named.second.isEmpty() || named.second.contains(u'/');
        }))
        return u"a part of the path that is more or less than one"_s;
    RequestHead plain = head;
    plain.target = targetOf(*request);
    if (plain.target.size() > head_limits::targetBytes)
        return {};
    const auto again = requestFrom(plain, {{proxy, 32}});
    if (!again || again->path != request->path || again->query != request->query)
        return u"a request with two meanings"_s;
    return {};
}

// The input is tried as a form, and as what a browser sends back as cookies.
QString brokenByForm(QByteArrayView input)
{
    if (const QString broken = brokenByCookies(input); !broken.isEmpty())
        return broken;
    const auto fields = formFields(input.toByteArray());
    if (!fields)
        return fields.error().code == ErrorCode::InvalidInput
            ? QString()
            : u"refused for another reason than the form"_s;
    if (fields->size() > 64)
        return u"a form without a bound"_s;
    QByteArray body;
    for (auto field = fields->begin(); field != fields->end(); ++field) {
        if (!field.value().isString())
            return u"a field that is no text"_s;
        body += (body.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(field.key()) + '='
            + QUrl::toPercentEncoding(field.value().toString());
    }
    const auto again = formFields(body);
    return again && *again == *fields ? QString() : u"a form with two meanings"_s;
}

} // namespace film::fuzz
