#include "server/admin/person_export.h"

#include "server/admin/act_search.h"
#include "server/admin/audit_search.h"
#include "server/admin/production_reader.h"
#include "shared/domain/records.h"
#include "shared/sync/author.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

QString momentText(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

class PersonExport
{
public:
    PersonExport(store::ServerStorageSql &storage, ProductionId production, PersonId person)
        : m_storage(storage)
        , m_production(production)
        , m_person(person)
        , m_names(storage, production)
    {}

    [[nodiscard]] Result<QJsonObject> run(Instant now)
    {
        if (const Result<> loaded = m_names.load(); !loaded)
            return fail(loaded.error());
        m_users = m_names.usersOf(m_person);
        m_object = {
            {u"film_person_export"_s, 1},
            {u"exported"_s, momentText(msSinceEpoch(now))},
            {u"production"_s,
             QJsonObject{
                 {u"id"_s, m_production.toString()},
                 {u"title"_s, m_names.record(EntityType::Production, EntityId::of(m_production))}}},
            {u"person"_s,
             QJsonObject{{u"id"_s, m_person.toString()},
                         {u"name"_s, m_names.record(EntityType::Person, EntityId::of(m_person))}}}};
        for (const auto step : {&PersonExport::addRecords, &PersonExport::addChanges,
                                &PersonExport::addMembers, &PersonExport::addAccounts}) {
            if (const Result<> added = (this->*step)(); !added)
                return fail(added.error());
        }
        return m_object;
    }

private:
    [[nodiscard]] bool isTheirs(const protocol::EntityState &state) const
    {
        return state.cell.person() == m_person || state.id == EntityId::of(m_person)
            || std::ranges::any_of(
                   m_users, [&](UserId user) { return state.id == grantId(m_production, user); });
    }

    [[nodiscard]] Result<> addRecords()
    {
        std::vector<protocol::EntityState> states;
        const Result<> read =
            forEachRecord(m_storage, m_production, [&](const protocol::EntityState &state) {
                if (isTheirs(state))
                    states.push_back(state);
            });
        if (!read)
            return read;
        QJsonArray records;
        for (const protocol::EntityState &state : states)
            records.append(recordOf(state));
        m_object[u"records"_s] = records;
        return {};
    }

    [[nodiscard]] QJsonObject recordOf(const protocol::EntityState &state)
    {
        const auto versions = protocol::decodeGroups(state.groups);
        const GroupMap groups = versions ? sync::plainGroups(*versions) : GroupMap();
        const AuditSubject subject = m_names.subject(state.type, state.id, groups);
        QJsonArray fields;
        const AuditNameOf nameOf = [this](EntityType type, EntityId id) {
            const QString name = m_names.record(type, id);
            return name.isEmpty() ? id.toString() : name;
        };
        for (const AuditField &field : auditFieldsOf(state.type, groups, nameOf))
            fields.append(QJsonObject{
                {u"field"_s, field.key}, {u"name"_s, field.word}, {u"value"_s, field.text}});
        return {{u"kind"_s, auditKindName(state.type)},
                {u"id"_s, state.id.toString()},
                {u"day"_s, subject.day.toString(Qt::ISODate)},
                {u"deleted"_s, state.deleted},
                {u"fields"_s, fields}};
    }

    [[nodiscard]] Result<> addChanges()
    {
        AuditQuery query;
        query.scope = AuditScope::everything();
        query.person = m_person;
        query.limit = audit_limits::entriesMax;
        QJsonArray changes;
        for (;;) {
            const auto page = AuditSearch(m_storage, m_production).find(query);
            if (!page)
                return fail(page.error());
            for (const AuditEntry &entry : page->entries)
                changes.append(changeOf(entry));
            if (!page->next)
                break;
            query.before = *page->next;
        }
        m_object[u"changes"_s] = changes;
        return {};
    }

    static QJsonObject changeOf(const AuditEntry &entry)
    {
        return {{u"change"_s, qint64(entry.sequence)},
                {u"when"_s, momentText(entry.receivedMs)},
                {u"who"_s, entry.userName},
                {u"device"_s, entry.deviceName},
                {u"what"_s, entry.line.what},
                {u"about"_s, entry.subject.name},
                {u"day"_s, entry.subject.day.toString(Qt::ISODate)},
                {u"before"_s, entry.line.before},
                {u"after"_s, entry.line.after},
                {u"reason"_s, entry.reason}};
    }

    [[nodiscard]] bool isUser(UserId user) const
    {
        return std::ranges::find(m_users, user) != m_users.end();
    }

    [[nodiscard]] Result<> addMembers()
    {
        store::IdentityRepository identities(m_storage.database());
        const auto members = identities.members(m_production);
        const auto devices = identities.devices(m_production);
        const auto invites = identities.invites(m_production);
        if (!members || !devices)
            return fail(members ? devices.error() : members.error());
        if (!invites)
            return fail(invites.error());
        QJsonArray memberList;
        for (const store::MemberRow &row : *members) {
            if (isUser(row.user))
                memberList.append(QJsonObject{{u"user"_s, row.user.toString()},
                                              {u"name"_s, row.name},
                                              {u"role"_s, roleName(row.role)}});
        }
        QJsonArray deviceList;
        for (const store::DeviceRow &row : *devices) {
            if (isUser(row.user))
                deviceList.append(
                    QJsonObject{{u"id"_s, row.device.toString()},
                                {u"name"_s, row.name},
                                {u"signed_out"_s, row.revoked},
                                {u"certificate_ends"_s, momentText(row.certificateEndsMs)}});
        }
        QJsonArray inviteList;
        for (const store::InviteRow &row : *invites) {
            if (row.whom.person == m_person)
                inviteList.append(QJsonObject{{u"name"_s, row.whom.name},
                                              {u"role"_s, roleName(row.whom.role)},
                                              {u"expires"_s, momentText(row.expiresMs)},
                                              {u"used"_s, row.usedMs.has_value()}});
        }
        m_object[u"members"_s] = memberList;
        m_object[u"devices"_s] = deviceList;
        m_object[u"invites"_s] = inviteList;
        return {};
    }

    [[nodiscard]] Result<> addAccounts()
    {
        store::AccountRepository accounts(m_storage.database());
        QJsonArray list;
        for (const UserId user : m_users) {
            const auto id = accounts.accountOf({m_production, user});
            if (!id)
                return fail(id.error());
            if (!*id)
                continue;
            const auto account = accounts.account(**id);
            const auto sessions = accounts.allSessions(**id);
            const auto tokens = accounts.personalTokens(**id);
            const auto identities = accounts.identities(**id);
            const auto acts = actsOf(**id);
            if (!account || !sessions)
                return fail(account ? sessions.error() : account.error());
            if (!tokens || !acts)
                return fail(tokens ? acts.error() : tokens.error());
            if (!identities)
                return fail(identities.error());
            if (!*account)
                continue;
            QJsonObject object = accountOf(**account, *sessions, *acts);
            object[u"personal_tokens"_s] = tokensJson(*tokens);
            QJsonArray elsewhere;
            for (const store::IdentityRow &identity : *identities)
                elsewhere.append(
                    QJsonObject{{u"issuer"_s, identity.issuer}, {u"subject"_s, identity.subject}});
            object[u"identities"_s] = elsewhere;
            list.append(object);
        }
        m_object[u"accounts"_s] = list;
        return {};
    }

    static QJsonObject accountOf(const store::AccountRow &account,
                                 const std::vector<store::AccountSessionRow> &sessions,
                                 const QJsonArray &acts)
    {
        QJsonArray sessionList;
        for (const store::AccountSessionRow &session : sessions)
            sessionList.append(QJsonObject{{u"began"_s, momentText(session.createdMs)},
                                           {u"used"_s, momentText(session.usedMs)},
                                           {u"address"_s, session.address},
                                           {u"program"_s, session.client}});
        return {{u"id"_s, account.id.toString()},
                {u"login"_s, account.login},
                {u"name"_s, account.displayName},
                {u"created"_s, momentText(account.createdMs)},
                {u"second_factor"_s, account.hasSecondFactor()},
                {u"sessions"_s, sessionList},
                {u"acts"_s, acts}};
    }

    static QJsonArray tokensJson(const std::vector<store::PersonalTokenRow> &tokens)
    {
        QJsonArray list;
        for (const store::PersonalTokenRow &token : tokens)
            list.append(QJsonObject{{u"name"_s, token.name},
                                    {u"created"_s, momentText(token.createdMs)},
                                    {u"ends"_s, momentText(token.endsMs)}});
        return list;
    }

    [[nodiscard]] Result<QJsonArray> actsOf(AccountId account)
    {
        ActQuery query;
        query.filter.account = account;
        query.limit = audit_limits::entriesMax;
        QJsonArray list;
        for (;;) {
            const auto page = ActSearch(m_storage.database()).find(query);
            if (!page)
                return fail(page.error());
            for (const ActEntry &entry : page->entries) {
                // What they are in another production is not this one's to hand out.
                if (!entry.row.act.production.isNull() && entry.row.act.production != m_production)
                    continue;
                list.append(QJsonObject{{u"when"_s, momentText(entry.row.act.atMs)},
                                        {u"what"_s, entry.what},
                                        {u"detail"_s, entry.row.act.detail},
                                        {u"address"_s, entry.row.act.address}});
            }
            if (!page->next)
                return list;
            query.before = *page->next;
        }
    }

    store::ServerStorageSql &m_storage;
    const ProductionId m_production;
    const PersonId m_person;
    AuditNames m_names;
    std::vector<UserId> m_users;
    QJsonObject m_object;
};

// ---- the page ----

QString textOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"yes"_s : u"no"_s;
    if (value.isDouble())
        return QString::number(value.toInteger());
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue &item : value.toArray()) {
            const QJsonObject field = item.toObject();
            parts << (field.contains(u"value"_s)
                          ? QString(field.value(u"name"_s).toString() + u": "_s
                                    + field.value(u"value"_s).toString())
                          : textOf(item));
        }
        return parts.join(u"; "_s);
    }
    return value.toString();
}

// One table: a row for each object, a column for each key that one of them has.
QString tableOf(const QString &title, const QJsonArray &rows)
{
    QString html = u"<h2>%1</h2>\n"_s.arg(title.toHtmlEscaped());
    if (rows.isEmpty())
        return html + u"<p>Nothing.</p>\n"_s;
    QStringList columns;
    for (const QJsonValue &row : rows) {
        for (const QString &key : row.toObject().keys()) {
            const bool isTable = key == u"sessions" || key == u"acts" || key == u"personal_tokens";
            if (!isTable && !columns.contains(key))
                columns << key;
        }
    }
    html += u"<table><tr>"_s;
    for (const QString &column : columns)
        html += u"<th scope=\"col\">%1</th>"_s.arg(QString(column).replace(u'_', u' '));
    html += u"</tr>\n"_s;
    for (const QJsonValue &row : rows) {
        html += u"<tr>"_s;
        for (const QString &column : columns)
            html += u"<td>"_s + textOf(row.toObject().value(column)).toHtmlEscaped() + u"</td>"_s;
        html += u"</tr>\n"_s;
    }
    return html + u"</table>\n"_s;
}

} // namespace

Result<QJsonObject> exportPerson(store::ServerStorageSql &storage, ProductionId production,
                                 PersonId person, Instant now)
{
    return PersonExport(storage, production, person).run(now);
}

QByteArray personPage(const QJsonObject &exported)
{
    const QString name = exported.value(u"person"_s)[u"name"_s].toString().toHtmlEscaped();
    const QString title = exported.value(u"production"_s)[u"title"_s].toString().toHtmlEscaped();
    QString html =
        u"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
        "<title>%1</title>\n<style>body{font-family:sans-serif;margin:2em}"
        "table{border-collapse:collapse}th,td{border:1px solid #999;padding:.3em;"
        "text-align:left;vertical-align:top}</style></head><body>\n"
        "<h1>What Film Tracker knows about %1</h1>\n<p>Production %2, on %3.</p>\n"_s.arg(
            name, title, exported.value(u"exported"_s).toString());
    for (const auto &[key, heading] :
         {std::pair(u"records"_s, u"Records"_s), std::pair(u"members"_s, u"Member"_s),
          std::pair(u"devices"_s, u"Devices"_s), std::pair(u"invites"_s, u"Invites"_s),
          std::pair(u"accounts"_s, u"Account"_s)})
        html += tableOf(heading, exported.value(key).toArray());
    for (const QJsonValue &account : exported.value(u"accounts"_s).toArray()) {
        html += tableOf(u"At issuers of OpenID Connect"_s, account[u"identities"_s].toArray());
        html += tableOf(u"Sessions"_s, account[u"sessions"_s].toArray());
        html +=
            tableOf(u"What was done to the account, and with it"_s, account[u"acts"_s].toArray());
    }
    html += tableOf(u"Changes by and about you"_s, exported.value(u"changes"_s).toArray());
    return (html + u"</body></html>\n"_s).toUtf8();
}

} // namespace film::server
