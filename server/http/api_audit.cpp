#include "server/http/api_audit.h"

#include "server/admin/audit_search.h"
#include "server/http/api_values.h"

#include <QDateTime>
#include <QJsonArray>
#include <QUrl>

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fieldsMax = 32;

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

// A moment with its offset, or a day in UTC: of `until` its end.
Result<std::optional<qint64>> momentIn(const ApiCall &call, const QString &key, bool isEnd)
{
    const Result<QString> text = queryIn(call, key, 40);
    if (!text)
        return fail(text.error());
    if (text->isEmpty())
        return std::nullopt;
    const QDate day = text->size() == 10 ? QDate::fromString(*text, Qt::ISODate) : QDate();
    if (day.isValid())
        return QDateTime(day.addDays(isEnd ? 1 : 0), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    const QDateTime moment = QDateTime::fromString(*text, Qt::ISODateWithMs);
    if (!moment.isValid() || moment.timeSpec() == Qt::LocalTime)
        return fail(ErrorCode::InvalidInput,
                    u"%1 has to be a moment, such as 2025-11-20T18:04:05Z, or a date"_s.arg(key));
    return moment.toMSecsSinceEpoch();
}

template<typename IdType>
Result<IdType> queryId(const ApiCall &call, const QString &key)
{
    const Result<QString> text = queryIn(call, key, 36);
    if (!text)
        return fail(text.error());
    if (text->isEmpty())
        return IdType();
    const auto id = IdType::fromString(*text);
    if (!id)
        return fail(ErrorCode::InvalidInput, u"%1 has to be an id"_s.arg(key));
    return *id;
}

Result<QStringList> fieldsIn(const ApiCall &call)
{
    const Result<QString> text = queryIn(call, u"field"_s, 1'000);
    if (!text)
        return fail(text.error());
    const QStringList fields = text->split(u',', Qt::SkipEmptyParts);
    const QStringList known = auditFieldNames();
    for (const QString &field : fields) {
        if (!known.contains(field) && !field.startsWith(u"meal-"))
            return fail(ErrorCode::InvalidInput, u"%1 is no field"_s.arg(field));
    }
    if (fields.size() > fieldsMax)
        return fail(ErrorCode::InvalidInput, u"these are too many fields"_s);
    return fields;
}

// Each part on its own: who asks, what for, and where to go on.
Result<> readWhen(const ApiCall &call, AuditQuery &query)
{
    const auto from = dateIn(call, u"from"_s);
    const auto to = dateIn(call, u"to"_s);
    const auto since = momentIn(call, u"changed_from"_s, false);
    const auto until = momentIn(call, u"changed_to"_s, true);
    if (!from || !to)
        return fail(from ? to.error() : from.error());
    if (!since || !until)
        return fail(since ? until.error() : since.error());
    query.from = *from;
    query.to = *to;
    query.sinceMs = since->value_or(query.sinceMs);
    query.untilMs = until->value_or(query.untilMs);
    return {};
}

Result<> readWhat(const ApiCall &call, AuditQuery &query)
{
    const auto person = queryId<PersonId>(call, u"person"_s);
    const auto device = queryId<DeviceId>(call, u"device"_s);
    const auto fields = fieldsIn(call);
    const auto words = queryIn(call, u"text"_s, audit_limits::textLengthMax);
    if (!person || !device)
        return fail(person ? device.error() : person.error());
    if (!fields || !words)
        return fail(fields ? words.error() : fields.error());
    query.person = *person;
    query.device = *device;
    query.fields = *fields;
    query.words = *words;
    return {};
}

Result<AuditQuery> auditQueryIn(const ApiCall &call, bool isFile)
{
    const auto page = pageIn(call, isFile ? audit_limits::entriesMax : 500);
    if (!page)
        return fail(page.error());
    AuditQuery query;
    const Membership &member = call.member;
    query.scope =
        AuditScope::of(member.permissions(), member.user, member.person, member.department);
    query.limit = page->limit;
    if (isFile && !call.request.query.contains(u"limit"_s))
        query.limit = audit_limits::entriesMax;
    if (!page->after.isEmpty()) {
        bool isNumber = false;
        query.before = page->after.toULongLong(&isNumber);
        if (!isNumber || query.before == 0)
            return fail(ErrorCode::InvalidInput, u"after is none of ours"_s);
    }
    if (const Result<> read = readWhen(call, query); !read)
        return fail(read.error());
    if (const Result<> read = readWhat(call, query); !read)
        return fail(read.error());
    return query;
}

QJsonObject jsonOf(const AuditEntry &entry)
{
    const bool isOfPerson = !entry.subject.person.isNull();
    return {
        {u"change"_s, qint64(entry.sequence)},
        {u"when"_s, timeText(entry.receivedMs)},
        {u"user"_s, entry.user.toString()},
        {u"who"_s, entry.userName},
        {u"device"_s, entry.device.toString()},
        {u"device_name"_s, entry.deviceName},
        {u"kind"_s, auditKindName(entry.kind)},
        {u"field"_s, entry.line.field},
        {u"what"_s, entry.line.what},
        {u"outcome"_s, auditOutcomeName(entry.outcome)},
        {u"person"_s, isOfPerson ? QJsonValue(entry.subject.person.toString()) : QJsonValue()},
        {u"subject"_s, entry.subject.name},
        {u"day"_s, textOrNull(entry.subject.day.toString(Qt::ISODate))},
        {u"before"_s, entry.line.before},
        {u"after"_s, entry.line.after},
        {u"reason"_s, entry.reason},
    };
}

QJsonObject jsonOf(const store::LogGlance &log)
{
    return {{u"changes"_s, qint64(log.head)},
            {u"there"_s, qint64(log.rows)},
            {u"whole"_s, log.isWhole()},
            {u"chain_checked_from"_s, qint64(log.chainFrom)},
            {u"chain_checked_to"_s, qint64(log.head)},
            {u"problems"_s, QJsonArray::fromStringList(log.problems)}};
}

// RFC 9110, 12.5.1, as far as two kinds need it: whoever names CSV before JSON gets it.
bool wantsFile(const ApiCall &call)
{
    if (const auto format = call.request.query.find(u"format"_s);
        format != call.request.query.end())
        return format->second == u"csv";
    const QByteArray accept = call.request.header("accept").toLower();
    const qsizetype csv = accept.indexOf("text/csv");
    const qsizetype json = accept.indexOf("application/json");
    return csv >= 0 && (json < 0 || csv < json);
}

// RFC 8288: where a file goes on.
QByteArray linkToNext(const ApiCall &call, quint64 next)
{
    QByteArray link = "<" + QUrl::toPercentEncoding(call.request.path, "/") + "?";
    for (const auto &[key, value] : call.request.query) {
        if (key != u"after")
            link += QUrl::toPercentEncoding(key) + '=' + QUrl::toPercentEncoding(value) + '&';
    }
    return link + "after=" + QByteArray::number(next) + ">; rel=\"next\"";
}

Result<WebResponse> searchAudit(ApiCall &call)
{
    const bool isFile = wantsFile(call);
    const Result<AuditQuery> query = auditQueryIn(call, isFile);
    if (!query)
        return fail(query.error());
    AuditSearch search(call.desk.storage, call.production);
    const Result<AuditPage> page = search.find(*query);
    if (!page)
        return fail(page.error());
    if (isFile) {
        WebResponse response{200, "text/csv; charset=utf-8", auditCsv(page->entries), {}};
        response.headers.emplace_back("Content-Disposition", "attachment; filename=\"audit.csv\"");
        if (page->next)
            response.headers.emplace_back("Link", linkToNext(call, *page->next));
        return response;
    }
    QJsonArray items;
    for (const AuditEntry &entry : page->entries)
        items.append(jsonOf(entry));
    QJsonObject answer{
        {u"items"_s, items},
        {u"next"_s, page->next ? QJsonValue(QString::number(*page->next)) : QJsonValue()},
        {u"searched_from"_s, qint64(page->searchedFrom)},
        {u"searched_to"_s, qint64(page->searchedTo)},
        {u"log"_s, QJsonValue()}};
    // Once for a search: it is the same for its later parts.
    if (query->before == 0) {
        const Result<store::LogGlance> log = search.check();
        if (!log)
            return fail(log.error());
        answer[u"log"_s] = jsonOf(*log);
    }
    return WebResponse::json(answer);
}

} // namespace

std::vector<ApiRoute> auditRoutes()
{
    return {{"GET", u"/api/v1/productions/{production}/audit"_s, Access::member(Action::SeeAudit),
             searchAudit}};
}

} // namespace film::server
