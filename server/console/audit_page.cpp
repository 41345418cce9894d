#include "server/console/audit_page.h"

#include "server/admin/audit_search.h"
#include "server/console/console_page.h"
#include "server/console/console_words.h"
#include "server/http/production_desk.h"

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsOfPage = 100;
constexpr int rowsOfPart = 7;

// What was asked for, in the order of the form.
constexpr std::array<QStringView, 6> questionKeys{u"q",    u"person", u"field",
                                                  u"from", u"to",     u"device"};

// The same question at another path.
LocalPath withQuestion(const ConsoleCall &call, LocalPath path)
{
    for (const QStringView key : questionKeys) {
        const QString value = call.asked(key.toString());
        if (!value.isEmpty())
            path = path.with(key.toString(), value);
    }
    return path;
}

bool isQuestion(const ConsoleCall &call)
{
    return std::ranges::any_of(
        questionKeys, [&call](QStringView key) { return !call.asked(key.toString()).isEmpty(); });
}

Result<QDate> dayAsked(const ConsoleCall &call, const QString &key)
{
    const QString typed = call.asked(key);
    const QDate day = QDate::fromString(typed, Qt::ISODate);
    if (!typed.isEmpty() && !day.isValid())
        return fail(ErrorCode::InvalidInput, u"no date"_s);
    return day;
}

template<typename IdType>
Result<IdType> idAsked(const ConsoleCall &call, const QString &key)
{
    const QString typed = call.asked(key);
    const auto id = typed.isEmpty() ? std::optional(IdType()) : IdType::fromString(typed);
    if (!id)
        return fail(ErrorCode::InvalidInput, u"no id"_s);
    return *id;
}

AuditQuery ownQuery(const ConsoleCall &call, int limit)
{
    const Membership &member = call.api.member;
    AuditQuery query;
    const auto hidden = hiddenFrom(call.api.desk.storage, call.api.production, member);
    if (hidden) { // else nothing may be seen
        query.scope =
            AuditScope::of(member.permissions(), member.user, member.person, member.department);
        query.scope.hidden = *hidden;
    }
    query.limit = limit;
    return query;
}

Result<AuditQuery> queryOf(const ConsoleCall &call, int limit)
{
    AuditQuery query = ownQuery(call, limit);
    const auto from = dayAsked(call, u"from"_s);
    const auto to = dayAsked(call, u"to"_s);
    const auto person = idAsked<PersonId>(call, u"person"_s);
    const auto device = idAsked<DeviceId>(call, u"device"_s);
    if (!from || !to)
        return fail(from ? to.error() : from.error());
    if (!person || !device)
        return fail(person ? device.error() : person.error());
    query.from = *from;
    query.to = *to;
    query.person = *person;
    query.device = *device;
    query.fields = call.asked(u"field"_s).split(u',', Qt::SkipEmptyParts);
    query.words = call.asked(u"q"_s).trimmed();
    query.before = call.asked(u"after"_s).toULongLong();
    if (query.before > quint64(std::numeric_limits<qint64>::max()))
        return fail(ErrorCode::InvalidInput, u"no part of the log"_s);
    return query;
}

QString fieldWords(const QString &name)
{
    QString words = name;
    words.replace(u'-', u' ');
    return words.left(1).toUpper() + words.mid(1);
}

std::vector<Choice> fieldChoices()
{
    std::vector<Choice> choices{{QString(), u"Any field"_s},
                                {u"call,wrap,meals"_s, u"Call, wrap, meals"_s}};
    for (const QString &name : auditFieldNames())
        choices.push_back({name, fieldWords(name)});
    return choices;
}

Html dayField(const ConsoleCall &call, const QString &name, const QString &label)
{
    return el("label", {{"class", u"choice"_s}}, el("span", {{"class", u"label"_s}}, label),
              el("input", {{"type", u"date"_s}, {"name", name}, {"value", call.asked(name)}}));
}

Html wordsField(const ConsoleCall &call)
{
    return el("label", {{"class", u"choice wide"_s}},
              el("span", {{"class", u"label"_s}}, u"Words"_s),
              el("input",
                 {{"type", u"search"_s},
                  {"name", u"q"_s},
                  {"maxlength", u"200"_s},
                  {"placeholder", u"A name, a value, a reason"_s},
                  {"value", call.asked(u"q"_s)}}));
}

// Whom and which device one may ask for: those that the visitor may see.
Result<Html> questionForm(const ConsoleCall &call)
{
    ProductionDesk desk(call.api);
    std::vector<Choice> people{{QString(), u"Anybody"_s}};
    if (call.api.member.permissions().reachesAll(Action::SeeDevices)) {
        auto members = desk.members();
        if (!members)
            return fail(members.error());
        std::ranges::sort(*members, {},
                          [](const ProductionDesk::Member &member) { return member.row.name; });
        for (const ProductionDesk::Member &member : *members) {
            const store::MemberRow &row = member.row;
            people.push_back({row.person.isNull() ? row.user.toString() : row.person.toString(),
                              row.name.isEmpty() ? roleTitle(member.role) : row.name});
        }
    }
    const auto known = desk.devices();
    if (!known)
        return fail(known.error());
    std::vector<Choice> devices{{QString(), u"Any device"_s}};
    for (const store::DeviceRow &device : *known)
        devices.push_back({device.device.toString(), device.name});
    return el("form",
              {{"method", u"get"_s},
               Attribute::action(call.inProduction({u"audit"_s})),
               {"class", u"question"_s}},
              wordsField(call), choiceOf(u"person"_s, u"Person"_s, people, call.asked(u"person"_s)),
              choiceOf(u"field"_s, u"Field"_s, fieldChoices(), call.asked(u"field"_s)),
              dayField(call, u"from"_s, u"Day from"_s), dayField(call, u"to"_s, u"Day to"_s),
              choiceOf(u"device"_s, u"Device"_s, devices, call.asked(u"device"_s)),
              button(u"Search"_s));
}

Html whatOf(const AuditEntry &entry)
{
    using protocol::Outcome;
    const bool isSplit = entry.outcome == Outcome::Conflict || entry.outcome == Outcome::Resolved;
    const Html what =
        isSplit ? mark(Tone::Warning, u"split"_s, entry.line.what) : Html(entry.line.what);
    const bool isOfAnother = !entry.subject.name.isEmpty() && entry.subject.name != entry.userName;
    return el("span", {}, what,
              isOfAnother ? el("span", {{"class", u"quiet"_s}}, u" · "_s + entry.subject.name)
                          : Html());
}

Html valueOf(const QString &text)
{
    return text.isEmpty() ? el("span", {{"class", u"quiet"_s}}, u"–"_s) : Html(text);
}

Html entryTable(const ConsoleCall &call, const std::vector<AuditEntry> &entries)
{
    std::vector<TableRow> rows;
    for (const AuditEntry &entry : entries)
        rows.push_back({momentOf(entry.receivedMs, call.api.now, call.zone),
                        el("span", {{"title", entry.deviceName}},
                           entry.userName.isEmpty() ? u"–"_s : entry.userName),
                        whatOf(entry), valueOf(dayWords(entry.subject.day)),
                        valueOf(entry.line.before), el("strong", {}, valueOf(entry.line.after))});
    return tableOf(u"Changes, the newest first"_s,
                   {{u"When"_s, u"figures"_s},
                    {u"Who"_s},
                    {u"What"_s},
                    {u"Day"_s, u"figures"_s},
                    {u"Before"_s},
                    {u"After"_s}},
                   rows);
}

QString rowWords(size_t count)
{
    return count == 1 ? u"1 row of "_s : u"%1 rows of "_s.arg(countWords(qint64(count)));
}

QString wholeWords(const store::LogGlance &log)
{
    return log.isWhole()
        ? u"%1 changes, none missing from the log"_s.arg(countWords(qint64(log.head)))
        : u"%1 changes"_s.arg(countWords(qint64(log.head)));
}

Html brokenNotice(const store::LogGlance &log)
{
    if (log.isWhole())
        return {};
    QStringList problems = log.problems;
    if (log.rows != log.head)
        problems.prepend(u"%1 of %2 changes are there."_s.arg(countWords(qint64(log.rows)),
                                                              countWords(qint64(log.head))));
    return notice(Tone::Bad, QString(u"The log is not whole. "_s + problems.mid(0, 5).join(u' ')));
}

Html nothingFound(const AuditPage &found)
{
    return emptyWords(found.next ? u"Nothing in the newest part of the log. Look further back."_s
                                 : u"No change matches. Try a wider date."_s);
}

Html furtherBack(const ConsoleCall &call, const AuditPage &found)
{
    if (!found.next)
        return {};
    return el("p", {{"class", u"foot"_s}},
              link(withQuestion(call, call.inProduction({u"audit"_s}))
                       .with(u"after"_s, QString::number(*found.next)),
                   u"Older changes"_s));
}

Result<WebResponse> showAudit(ConsoleCall &call)
{
    const auto form = questionForm(call);
    if (!form)
        return fail(form.error());
    AuditSearch search(call.api.desk.storage, call.api.production);
    const Result<AuditQuery> query = queryOf(call, rowsOfPage);
    const Result<AuditPage> found = query ? search.find(*query) : fail(query.error());
    const auto log = search.check();
    if (!log)
        return fail(log.error());
    const bool isUnclear = !found && found.error().code == ErrorCode::InvalidInput;
    if (!found && !isUnclear)
        return fail(found.error());
    Page page;
    page.place = Place::Audit;
    page.title = u"Audit"_s;
    page.actions = link(withQuestion(call, call.inProduction({u"audit.csv"_s})),
                        el("span", {}, Html::icon(u"download"_s), u"CSV"_s), u"button"_s);
    const Html answer = isUnclear
        ? emptyWords(u"I could not read this question. A day looks like 2025-11-20."_s)
        : found->entries.empty() ? nothingFound(*found)
                                 : entryTable(call, found->entries);
    const QString shown = found && isQuestion(call) ? rowWords(found->entries.size()) : QString();
    page.body =
        el("div", {{"class", u"stack"_s}}, brokenNotice(*log),
           panelOf({u"Audit search"_s,
                    u"audit"_s,
                    QString(shown + wholeWords(*log)),
                    {},
                    el("div", {}, *form, answer, found ? furtherBack(call, *found) : Html())}));
    return framed(call, page);
}

// The newest rows of the answer, as many as one file holds.
Result<WebResponse> auditFile(ConsoleCall &call)
{
    const Result<AuditQuery> query = queryOf(call, audit_limits::entriesMax);
    if (!query)
        return fail(query.error());
    AuditSearch search(call.api.desk.storage, call.api.production);
    const Result<AuditPage> found = search.find(*query);
    if (!found)
        return fail(found.error());
    WebResponse response{200, "text/csv; charset=utf-8", auditCsv(found->entries), {}};
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"audit.csv\"");
    return response;
}

} // namespace

Result<Html> newestChanges(const ConsoleCall &call)
{
    if (call.api.member.permissions().reach(Action::SeeAudit) == Reach::Nobody)
        return Html();
    AuditSearch search(call.api.desk.storage, call.api.production);
    const auto found = search.find(ownQuery(call, rowsOfPart));
    const auto log = search.check();
    if (!found || !log)
        return fail(found ? log.error() : found.error());
    const LocalPath audit = call.inProduction({u"audit"_s});
    const Html form =
        el("form", {{"method", u"get"_s}, Attribute::action(audit), {"class", u"question"_s}},
           el("label", {{"class", u"choice wide"_s}},
              el("span", {{"class", u"hidden"_s}}, u"Words in the audit"_s),
              el("input",
                 {{"type", u"search"_s},
                  {"name", u"q"_s},
                  {"maxlength", u"200"_s},
                  {"placeholder", u"A name, a value, a reason"_s}})),
           choiceOf(u"field"_s, u"Field"_s, fieldChoices(), {}, false), button(u"Search"_s));
    std::vector<AuditEntry> entries = found->entries;
    if (entries.size() > rowsOfPart)
        entries.resize(rowsOfPart); // one change may be several rows
    return panelOf(
        {u"Audit search"_s, u"audit"_s, wholeWords(*log),
         link(audit,
              el("span", {}, u"See all"_s, el("span", {{"class", u"hidden"_s}}, u" changes"_s))),
         el("div", {}, brokenNotice(*log), form,
            entries.empty() ? emptyWords(u"Nothing was changed yet."_s)
                            : entryTable(call, entries))});
}

std::vector<ConsoleRoute> auditPages()
{
    const Access sees = Access::member(Action::SeeAudit);
    return {
        {"GET", u"/console/productions/{production}/audit"_s, sees, showAudit},
        {"GET", u"/console/productions/{production}/audit.csv"_s, sees, auditFile},
    };
}

} // namespace film::server
