#include "server/http/api_audit.h"

#include "server/admin/act_search.h"
#include "server/admin/audit_search.h"
#include "server/admin/chain_check.h"
#include "server/http/api_values.h"
#include "shared/sync/anchor.h"

#include <QDateTime>
#include <QJsonArray>
#include <QUrl>

#include <algorithm>
#include <mutex>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fieldsMax = 32;

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

// How many rows, and before which number.
struct Part {
    int limit = 100;
    quint64 before = 0;
};
Result<Part> partIn(const ApiCall &call, bool isFile)
{
    const auto page = pageIn(call, isFile ? audit_limits::entriesMax : 500);
    if (!page)
        return fail(page.error());
    Part part{page->limit, 0};
    if (isFile && !call.request.query.contains(u"limit"_s))
        part.limit = audit_limits::entriesMax;
    if (page->after.isEmpty())
        return part;
    bool isNumber = false;
    part.before = page->after.toULongLong(&isNumber);
    if (!isNumber || part.before == 0 || part.before > quint64(INT64_MAX))
        return fail(ErrorCode::InvalidInput, u"after is none of ours"_s);
    return part;
}

Result<AuditQuery> auditQueryIn(const ApiCall &call, bool isFile)
{
    const Result<Part> part = partIn(call, isFile);
    if (!part)
        return fail(part.error());
    AuditQuery query;
    query.limit = part->limit;
    query.before = part->before;
    const Membership &member = call.member;
    query.scope =
        AuditScope::of(member.permissions(), member.user, member.person, member.department);
    const auto hidden = hiddenFrom(call.desk.storage, call.production, member);
    if (!hidden)
        return fail(hidden.error());
    query.scope.hidden = *hidden;
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

WebResponse fileOf(const ApiCall &call, const QByteArray &csv, std::optional<quint64> next)
{
    WebResponse response{200, "text/csv; charset=utf-8", csv, {}};
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"audit.csv\"");
    if (next)
        response.headers.emplace_back("Link", linkToNext(call, *next));
    return response;
}

QJsonValue nextOf(std::optional<quint64> next)
{
    return next ? QJsonValue(QString::number(*next)) : QJsonValue();
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
    if (isFile)
        return fileOf(call, auditCsv(page->entries), page->next);
    QJsonArray items;
    for (const AuditEntry &entry : page->entries)
        items.append(jsonOf(entry));
    QJsonObject answer{{u"items"_s, items},
                       {u"next"_s, nextOf(page->next)},
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

Result<ActQuery> actQueryIn(const ApiCall &call, bool isFile)
{
    const Result<Part> part = partIn(call, isFile);
    const auto account = queryId<AccountId>(call, u"account"_s);
    const auto production = queryId<ProductionId>(call, u"production"_s);
    const auto act = queryIn(call, u"act"_s, 60);
    const auto words = queryIn(call, u"text"_s, audit_limits::textLengthMax);
    const auto since = momentIn(call, u"changed_from"_s, false);
    const auto until = momentIn(call, u"changed_to"_s, true);
    if (!part || !account || !production)
        return fail(!part ? part.error() : account ? production.error() : account.error());
    if (!act || !words)
        return fail(act ? words.error() : act.error());
    if (!since || !until)
        return fail(since ? until.error() : since.error());
    ActQuery query;
    query.limit = part->limit;
    query.before = part->before;
    query.words = *words;
    query.filter.account = *account;
    query.filter.production = *production;
    query.filter.act = *act;
    query.filter.sinceMs = since->value_or(query.filter.sinceMs);
    query.filter.untilMs = until->value_or(query.filter.untilMs);
    return query;
}

QJsonObject jsonOf(const ActEntry &entry)
{
    const store::ServerAct &act = entry.row.act;
    const auto subject = EntityId::fromBytes(act.subject);
    return {{u"number"_s, qint64(entry.row.number)},
            {u"when"_s, timeText(act.atMs)},
            {u"act"_s, act.act},
            {u"what"_s, entry.what},
            {u"account"_s, idOrNull(act.account)},
            {u"account_login"_s, entry.account},
            {u"by"_s, idOrNull(act.by)},
            {u"by_login"_s, entry.by},
            {u"production"_s, idOrNull(act.production)},
            {u"production_title"_s, entry.production},
            {u"subject"_s, subject ? QJsonValue(subject->toString()) : QJsonValue()},
            {u"detail"_s, act.detail},
            {u"address"_s, act.address}};
}

QJsonObject jsonOf(const store::ServerAuditVerdict &verdict)
{
    return {{u"acts"_s, qint64(verdict.head)},
            {u"whole"_s, verdict.problems.isEmpty()},
            {u"chain_checked_from"_s, qint64(verdict.from)},
            {u"chain_checked_to"_s, qint64(verdict.head)},
            {u"problems"_s, QJsonArray::fromStringList(verdict.problems)}};
}

Result<WebResponse> searchActs(ApiCall &call)
{
    const bool isFile = wantsFile(call);
    const Result<ActQuery> query = actQueryIn(call, isFile);
    if (!query)
        return fail(query.error());
    ActSearch search(call.desk.storage.database());
    const Result<ActPage> page = search.find(*query);
    if (!page)
        return fail(page.error());
    if (isFile)
        return fileOf(call, actsCsv(page->entries), page->next);
    QJsonArray items;
    for (const ActEntry &entry : page->entries)
        items.append(jsonOf(entry));
    QJsonObject answer{
        {u"items"_s, items}, {u"next"_s, nextOf(page->next)}, {u"chain"_s, QJsonValue()}};
    if (query->before == 0) {
        const auto verdict = search.check();
        if (!verdict)
            return fail(verdict.error());
        answer[u"chain"_s] = jsonOf(*verdict);
    }
    return WebResponse::json(answer);
}

// All of a chain from its first row, which takes as long as it is: one at a time, so that those who
// ask keep nobody else waiting.
Result<WebResponse> wholeChain(ApiCall &call)
{
    static std::mutex checking;
    const std::unique_lock lock(checking, std::try_to_lock);
    if (!lock)
        return fail(ErrorCode::Busy, u"a chain is being checked; ask again later"_s);
    const auto trusted = sync::keyFromText(call.desk.anchorKey);
    const auto verdict = call.production.isNull()
        ? checkActs(call.desk.storage, trusted)
        : checkProduction(call.desk.storage, call.production, trusted);
    return verdict ? Result<WebResponse>(WebResponse::json(jsonOfChain(*verdict)))
                   : fail(verdict.error());
}

// With which the server signs its chains: whoever keeps it can check a copy of a log alone.
Result<WebResponse> anchorKey(ApiCall &call)
{
    return WebResponse::json({{u"algorithm"_s, u"Ed25519"_s}, {u"key"_s, call.desk.anchorKey}});
}

} // namespace

std::vector<ApiRoute> auditRoutes()
{
    return {{"GET", u"/api/v1/productions/{production}/audit"_s, Access::member(Action::SeeAudit),
             searchAudit},
            {"GET", u"/api/v1/audit"_s, Access::serverAdministrator(), searchActs},
            {"GET", u"/api/v1/productions/{production}/audit/chain"_s,
             Access::member(Action::SeeAudit, Reach::Production), wholeChain},
            {"GET", u"/api/v1/audit/chain"_s, Access::serverAdministrator(), wholeChain},
            {"GET", u"/.well-known/filmtracker-anchor-key"_s, Access::anybody(), anchorKey}};
}

} // namespace film::server
