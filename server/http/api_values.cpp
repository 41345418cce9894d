#include "server/http/api_values.h"

#include <QJsonDocument>

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype afterMax = 200;
constexpr std::chrono::minutes justSignedIn{10};

// What neither a database's text nor a line of a log can hold: an escape in JSON says it all the
// same.
bool isNoText(const QString &text)
{
    return text.contains(QChar(0)) || !text.isValidUtf16();
}

} // namespace

Actor actorOf(const ApiCall &call)
{
    return call.caller ? Actor{call.caller->account, call.caller->address} : Actor();
}

Result<> hasJustSignedIn(const ApiCall &call)
{
    if (!call.caller)
        return fail(ErrorCode::Unauthenticated, u"nobody is signed in"_s);
    const auto sessions = call.desk.signIn.sessions(*call.caller, call.now);
    if (!sessions)
        return fail(sessions.error());
    const auto own =
        std::ranges::find(*sessions, call.caller->session, &store::AccountSessionRow::id);
    if (own == sessions->end() || call.now > instantFromMs(own->createdMs) + justSignedIn)
        return fail(ErrorCode::PermissionDenied, u"sign in anew for this"_s);
    return {};
}

Result<QString> text(const ApiCall &call, const QString &key, qsizetype lengthMax)
{
    const QJsonValue value = call.body.value(key);
    if (value.isUndefined() || value.isNull())
        return QString();
    if (!value.isString())
        return fail(ErrorCode::InvalidInput, u"%1 has to be a text"_s.arg(key));
    if (isNoText(value.toString()))
        return fail(ErrorCode::InvalidInput, u"%1 holds what is no text"_s.arg(key));
    if (value.toString().size() > lengthMax)
        return fail(ErrorCode::InvalidInput,
                    u"%1 has at most %2 characters"_s.arg(key, QString::number(lengthMax)));
    return value.toString();
}

Result<QString> neededText(const ApiCall &call, const QString &key, qsizetype lengthMax)
{
    Result<QString> found = text(call, key, lengthMax);
    if (found && found->isEmpty())
        return fail(ErrorCode::InvalidInput, u"%1 is missing"_s.arg(key));
    return found;
}

Result<std::optional<int>> number(const ApiCall &call, const QString &key, int least, int most)
{
    const QJsonValue value = call.body.value(key);
    if (value.isUndefined() || value.isNull())
        return std::optional<int>();
    const qint64 given = value.toInteger(qint64(least) - 1);
    if (given < least || given > most)
        return fail(ErrorCode::InvalidInput,
                    u"%1 has to be a number from %2 to %3"_s.arg(key, QString::number(least),
                                                                 QString::number(most)));
    return std::optional(int(given));
}

QString timeText(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonValue momentOrNull(const std::optional<qint64> &ms)
{
    return ms ? QJsonValue(timeText(*ms)) : QJsonValue();
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject sessionJson(const store::AccountSessionRow &session)
{
    return {{u"id"_s, session.id.toString()},      {u"client"_s, session.client},
            {u"address"_s, session.address},       {u"created"_s, timeText(session.createdMs)},
            {u"used"_s, timeText(session.usedMs)}, {u"ends"_s, timeText(session.endsMs)}};
}

WebResponse nothing()
{
    return {204, {}, {}, {}};
}

Result<PageAsked> pageIn(const ApiCall &call, int limitMax)
{
    PageAsked page;
    const auto &query = call.request.query;
    if (const auto limit = query.find(u"limit"_s); limit != query.end()) {
        bool isNumber = false;
        page.limit = limit->second.toInt(&isNumber);
        if (!isNumber || page.limit < 1 || page.limit > limitMax)
            return fail(ErrorCode::InvalidInput,
                        u"limit has to be 1 to %1"_s.arg(QString::number(limitMax)));
    }
    if (const auto after = query.find(u"after"_s); after != query.end()) {
        if (after->second.size() > afterMax || isNoText(after->second))
            return fail(ErrorCode::InvalidInput, u"after is none of ours"_s);
        page.after = after->second;
    }
    return page;
}

Result<QDate> dateIn(const ApiCall &call, const QString &key)
{
    const auto text = call.request.query.find(key);
    if (text == call.request.query.end())
        return QDate();
    const QDate date = QDate::fromString(text->second, Qt::ISODate);
    if (!date.isValid())
        return fail(ErrorCode::InvalidInput, u"%1 has to be a date, such as 2025-11-20"_s.arg(key));
    return date;
}

Result<QString> queryIn(const ApiCall &call, const QString &key, qsizetype lengthMax)
{
    const auto text = call.request.query.find(key);
    if (text == call.request.query.end())
        return QString();
    if (isNoText(text->second))
        return fail(ErrorCode::InvalidInput, u"%1 holds what is no text"_s.arg(key));
    if (text->second.size() > lengthMax)
        return fail(ErrorCode::InvalidInput,
                    u"%1 has at most %2 characters"_s.arg(key, QString::number(lengthMax)));
    return text->second;
}

WebResponse pageOf(const QJsonArray &items, const std::optional<QString> &next)
{
    return WebResponse::json(
        {{u"items"_s, items}, {u"next"_s, next ? QJsonValue(*next) : QJsonValue()}});
}

Result<WebResponse> partOf(const ApiCall &call, std::vector<QJsonObject> items, const QString &key)
{
    const Result<PageAsked> page = pageIn(call);
    if (!page)
        return fail(page.error());
    const auto place = [&key](const QJsonObject &item) { return item.value(key).toString(); };
    std::ranges::sort(items, {}, place);
    auto at = page->after.isEmpty() ? items.begin()
                                    : std::ranges::upper_bound(items, page->after, {}, place);
    QJsonArray part;
    for (; at != items.end() && part.size() < page->limit; ++at)
        part.append(*at);
    return pageOf(part, at == items.end() ? std::nullopt : std::optional(place(*(at - 1))));
}

WebResponse pageOf(const QByteArrayList &items, const std::optional<QString> &next)
{
    const QJsonArray nextAlone{next ? QJsonValue(*next) : QJsonValue()};
    const QByteArray inBrackets = QJsonDocument(nextAlone).toJson(QJsonDocument::Compact);
    return {200,
            "application/json",
            "{\"items\":[" + items.join(',')
                + "],\"next\":" + inBrackets.mid(1, inBrackets.size() - 2) + "}",
            {}};
}

} // namespace film::server
