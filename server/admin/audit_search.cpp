#include "server/admin/audit_search.h"

#include "shared/domain/csv_field.h"
#include "shared/sync/record_content.h"

#include <QDateTime>

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;
using store::LoggedChange;

namespace {

constexpr quint64 pieceNumbers = 5'000; // of the log, at a time
constexpr int pieceRows = 250;          // of them that are read

QString momentText(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

// What a row left behind of its record, and of the conflict about it.
struct Left {
    GroupMap record;
    std::optional<sync::ConflictRecord> conflict;
};

Left leftBy(const LoggedChange &change)
{
    Left left;
    const auto states = protocol::decodeEntities(change.post);
    if (!states)
        return left;
    for (const protocol::EntityState &state : *states) {
        const auto groups = protocol::decodeGroups(state.groups);
        if (!groups)
            continue;
        if (state.id == change.entity)
            left.record = sync::plainGroups(*groups);
        else if (state.type == EntityType::Conflict)
            left.conflict = sync::conflictFromGroups(sync::plainGroups(*groups));
    }
    return left;
}

// What a change says itself of its record, where that is not in the database, or not yet.
void addSaid(const protocol::Envelope &envelope, GroupMap &record)
{
    for (const auto &[group, change] : envelope.groups)
        record.try_emplace(group, sync::changed(change.pre, change));
}

bool holdsWords(const AuditEntry &entry, const QString &words)
{
    const auto holds = [&words](const QString &text) {
        return text.contains(words, Qt::CaseInsensitive);
    };
    return holds(entry.line.what) || holds(entry.line.before) || holds(entry.line.after)
        || holds(entry.line.field) || holds(entry.subject.name) || holds(entry.userName)
        || holds(entry.deviceName) || holds(entry.reason);
}

bool isOfDays(const QDate &day, const AuditQuery &query)
{
    if (!query.from.isValid() && !query.to.isValid())
        return true;
    return day.isValid() && (!query.from.isValid() || day >= query.from)
        && (!query.to.isValid() || day <= query.to);
}

bool isOfFields(const AuditLine &line, const QStringList &fields)
{
    return fields.isEmpty() || std::ranges::any_of(fields, [&line](const QString &field) {
               return isAuditField(line.field, field);
           });
}

} // namespace

AuditScope AuditScope::everything()
{
    AuditScope scope;
    scope.rows.everything = true;
    scope.allDeals = true;
    return scope;
}

AuditScope AuditScope::of(const Permissions &permissions, UserId user, PersonId person,
                          DepartmentId department)
{
    AuditScope scope;
    const Reach reach = permissions.reach(Action::SeeAudit);
    if (reach == Reach::Nobody)
        return scope;
    scope.rows.everything = reach == Reach::Production;
    scope.rows.user = user;
    scope.rows.person = person;
    if (reach == Reach::Department)
        scope.rows.department = department;
    scope.allDeals = permissions.reachesAll(Action::SeePay);
    if (permissions.reach(Action::SeePay) != Reach::Nobody)
        scope.ownDeal = person;
    return scope;
}

Result<AuditPage> AuditSearch::find(const AuditQuery &query)
{
    if (query.limit < 1 || query.limit > audit_limits::entriesMax)
        return fail(ErrorCode::InvalidInput, u"the limit is out of bounds"_s);
    if (query.words.size() > audit_limits::textLengthMax)
        return fail(ErrorCode::InvalidInput, u"the text is too long"_s);
    const Result<sync::ProductionHead> head = m_storage.head(m_production);
    if (!head)
        return fail(head.error());
    if (const Result<> loaded = m_names.load(); !loaded)
        return fail(loaded.error());
    const Result<Bounds> bounds = boundsOf(query, head->sequence);
    if (!bounds)
        return fail(bounds.error());

    const store::LogFilter filter = filterOf(query);
    AuditPage page;
    page.head = head->sequence;
    quint64 at = bounds->before; // everything from here on is answered
    int read = 0;
    bool isFull = false;
    while (!isFull && at > bounds->from && bounds->before - at < audit_limits::examinedMax
           && read < audit_limits::readMax) {
        const quint64 from = at - std::min(at - bounds->from, pieceNumbers);
        const auto changes = m_reader.piece(from, at, filter, pieceRows);
        if (!changes)
            return fail(changes.error());
        for (const LoggedChange &change : *changes) {
            std::vector<AuditEntry> entries = entriesOf(change, query);
            // A change is answered whole, so that the next answer can go on behind it.
            isFull =
                !page.entries.empty() && page.entries.size() + entries.size() > size_t(query.limit);
            if (isFull)
                break;
            std::ranges::move(entries, std::back_inserter(page.entries));
            at = change.sequence;
            ++read;
        }
        if (!isFull && changes->size() < size_t(pieceRows))
            at = from; // nothing below passes
    }
    if (at > bounds->from)
        page.next = at;
    if (at < bounds->before) {
        page.searchedFrom = at;
        page.searchedTo = bounds->before - 1;
    }
    return page;
}

Result<store::LogGlance> AuditSearch::check()
{
    return store::glanceAtLog(m_storage.database(), m_production, audit_limits::chainRowsMax);
}

Result<AuditSearch::Bounds> AuditSearch::boundsOf(const AuditQuery &query, quint64 head)
{
    Bounds bounds{1, head + 1};
    if (query.before > 0)
        bounds.before = std::min(bounds.before, query.before);
    if (query.sinceMs > 0) {
        const auto first = m_reader.firstSince(query.sinceMs, head);
        if (!first)
            return fail(first.error());
        bounds.from = *first;
    }
    // Twice the slack, because here the rows behind are left out.
    constexpr qint64 slackMs = 2 * 60 * 60 * 1000;
    if (query.untilMs < std::numeric_limits<qint64>::max() - slackMs) {
        const auto behind = m_reader.firstSince(query.untilMs + slackMs, head);
        if (!behind)
            return fail(behind.error());
        bounds.before = std::min(bounds.before, *behind);
    }
    bounds.from = std::min(bounds.from, bounds.before);
    return bounds;
}

store::LogFilter AuditSearch::filterOf(const AuditQuery &query) const
{
    store::LogFilter filter;
    filter.scope = query.scope.rows;
    filter.device = query.device;
    filter.sinceMs = query.sinceMs;
    filter.untilMs = query.untilMs;
    if (query.person.isNull())
        return filter;
    filter.subject = query.person;
    filter.authors = m_names.usersOf(query.person);
    // One person is one member; who is more than a few is looked for row by row.
    if (filter.authors.size() > store::LogFilter::authorsMax) {
        filter.authors.clear();
        filter.subject = {};
    }
    return filter;
}

bool AuditSearch::isAboutOrBy(const AuditQuery &query, const AuditEntry &entry) const
{
    if (query.person.isNull() || entry.subject.person == query.person)
        return true;
    const std::vector<UserId> users = m_names.usersOf(query.person);
    return std::ranges::find(users, entry.user) != users.end();
}

std::vector<AuditEntry> AuditSearch::entriesOf(const LoggedChange &change, const AuditQuery &query)
{
    AuditEntry entry;
    entry.sequence = change.sequence;
    entry.receivedMs = change.receivedMs;
    entry.user = change.author;
    entry.userName = m_names.user(change.author);
    entry.device = change.device;
    entry.kind = change.type;
    entry.outcome = change.outcome;

    Left left = leftBy(change);
    const auto envelope = protocol::decodeEnvelope(change.envelope);
    std::vector<AuditLine> lines;
    if (envelope) {
        // What was signed, not the columns beside it.
        entry.device = envelope->device;
        entry.kind = envelope->type;
        entry.reason = envelope->reason;
        addSaid(*envelope, left.record);
        const AuditNameOf nameOf = [this](EntityType type, EntityId id) {
            const QString name = m_names.record(type, id);
            return name.isEmpty() ? id.toString() : name;
        };
        lines = auditLinesOf(*envelope, change.outcome, left.conflict, nameOf);
    } else {
        // The row is there, and that is what an audit has to say of it.
        const QString what =
            change.envelope.isEmpty() ? u"Erased on request"_s : u"A change that cannot be read"_s;
        lines = {{auditKindName(change.type), what, {}, {}}};
    }
    entry.deviceName = m_names.device(entry.device);
    entry.subject = m_names.subject(change.type, change.entity, left.record);

    const bool isPay = change.type == EntityType::Deal || change.type == EntityType::Timecard;
    const bool isDealOfOthers = isPay && !query.scope.allDeals
        && (query.scope.ownDeal.isNull() || entry.subject.person != query.scope.ownDeal);
    if (isDealOfOthers || query.scope.hidden.contains(entry.subject.person)
        || !isOfDays(entry.subject.day, query) || !isAboutOrBy(query, entry))
        return {};
    std::vector<AuditEntry> entries;
    for (AuditLine &line : lines) {
        entry.line = std::move(line);
        if (isOfFields(entry.line, query.fields)
            && (query.words.isEmpty() || holdsWords(entry, query.words)))
            entries.push_back(entry);
    }
    return entries;
}

QByteArray auditCsv(const std::vector<AuditEntry> &entries)
{
    QByteArray csv = "Change,When,Who,Device,What,Person,Day,Before,After,Reason,Outcome\r\n";
    for (const AuditEntry &entry : entries) {
        const QStringList fields{QString::number(entry.sequence),
                                 momentText(entry.receivedMs),
                                 csvField(entry.userName),
                                 csvField(entry.deviceName),
                                 csvField(entry.line.what),
                                 csvField(entry.subject.name),
                                 entry.subject.day.toString(Qt::ISODate),
                                 csvField(entry.line.before),
                                 csvField(entry.line.after),
                                 csvField(entry.reason),
                                 auditOutcomeName(entry.outcome)};
        csv += fields.join(u',').toUtf8() + "\r\n";
    }
    return csv;
}

} // namespace film::server
