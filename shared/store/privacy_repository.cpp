#include "shared/store/privacy_repository.h"

#include "shared/store/statement.h"

#include <algorithm>
#include <array>

namespace film::store {

using namespace Qt::StringLiterals;

namespace {

struct RetainedRows {
    RetainedKind kind;
    QStringView name;
    QStringView table;
    QStringView where; // with :before
    QStringView erase; // "UPDATE … SET …" or "DELETE FROM …"
};

constexpr std::array retainedRows{
    RetainedRows{RetainedKind::InviteNames, u"invite-names", u"invite",
                 u"name <> '' AND ((used_ms IS NOT NULL AND used_ms < :before)"
                 " OR (used_ms IS NULL AND expires_ms < :before))"
                 " AND production_id NOT IN (SELECT production_id FROM legal_hold)",
                 u"UPDATE invite SET name = ''"},
    RetainedRows{RetainedKind::Quarantine, u"quarantine", u"quarantine",
                 u"received_ms < :before"
                 " AND production_id NOT IN (SELECT production_id FROM legal_hold)",
                 u"DELETE FROM quarantine"},
    RetainedRows{RetainedKind::ActAddresses, u"act-addresses", u"server_audit",
                 u"at_ms < :before AND address <> ''"
                 " AND of_production NOT IN (SELECT production_id FROM legal_hold)"
                 " AND account_id NOT IN (SELECT account_id FROM member_account WHERE production_id"
                 " IN (SELECT production_id FROM legal_hold))"
                 " AND by_id NOT IN (SELECT account_id FROM member_account WHERE production_id"
                 " IN (SELECT production_id FROM legal_hold))",
                 u"UPDATE server_audit SET address = '', salt = :none"},
    RetainedRows{RetainedKind::SessionAddresses, u"session-addresses", u"account_session",
                 u"(address <> '' OR client <> '')"
                 " AND ((revoked_ms IS NOT NULL AND revoked_ms < :before) OR ends_ms < :before)"
                 " AND account_id NOT IN (SELECT account_id FROM member_account WHERE production_id"
                 " IN (SELECT production_id FROM legal_hold))",
                 u"UPDATE account_session SET address = '', client = ''"},
};

const RetainedRows &rowsOf(RetainedKind kind)
{
    return *std::ranges::find(retainedRows, kind, &RetainedRows::kind);
}

Result<int> changedRows(Statement &statement)
{
    if (const Result<> ran = statement.run(); !ran)
        return fail(ran.error());
    return int(statement.affectedRows());
}

} // namespace

std::vector<RetainedKind> retainedKinds()
{
    std::vector<RetainedKind> kinds;
    for (const RetainedRows &rows : retainedRows)
        kinds.push_back(rows.kind);
    return kinds;
}

QString retainedKindName(RetainedKind kind)
{
    return rowsOf(kind).name.toString();
}

std::optional<RetainedKind> retainedKindFromName(const QString &name)
{
    const auto rows = std::ranges::find(retainedRows, name, &RetainedRows::name);
    return rows == retainedRows.end() ? std::nullopt : std::optional(rows->kind);
}

Result<> PrivacyRepository::setHold(const LegalHold &hold)
{
    Statement insert(m_database, u"hold.set"_s,
                     u"INSERT INTO legal_hold (production_id, person_id, reason, at_ms)"
                     " VALUES (:production, :person, :reason, :at)"
                     " ON CONFLICT (production_id, person_id) DO UPDATE"
                     " SET reason = excluded.reason, at_ms = excluded.at_ms"_s);
    insert.bind(u":production", hold.production.toByteArray())
        .bind(u":person", hold.person.toByteArray())
        .bind(u":reason", hold.reason)
        .bind(u":at", hold.atMs);
    return insert.run();
}

Result<bool> PrivacyRepository::liftHold(ProductionId production, PersonId person)
{
    Statement remove(m_database, u"hold.lift"_s,
                     u"DELETE FROM legal_hold"
                     " WHERE production_id = :production AND person_id = :person"_s);
    remove.bind(u":production", production.toByteArray()).bind(u":person", person.toByteArray());
    const Result<int> removed = changedRows(remove);
    return removed ? Result<bool>(*removed > 0) : fail(removed.error());
}

Result<std::vector<LegalHold>> PrivacyRepository::holds()
{
    Statement select(m_database, u"hold.list"_s,
                     u"SELECT production_id, person_id, reason, at_ms FROM legal_hold"
                     " ORDER BY at_ms, production_id, person_id LIMIT 100000"_s);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<LegalHold> holds;
    while (select.next())
        holds.push_back({ProductionId::fromBytes(select.bytes(0)).value_or(ProductionId()),
                         PersonId::fromBytes(select.bytes(1)).value_or(PersonId()), select.text(2),
                         select.number(3)});
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return holds;
}

Result<> PrivacyRepository::restrict(const Restriction &restriction)
{
    Statement insert(m_database, u"restriction.set"_s,
                     u"INSERT INTO restriction (production_id, person_id, reason, at_ms)"
                     " VALUES (:production, :person, :reason, :at)"
                     " ON CONFLICT (production_id, person_id) DO UPDATE"
                     " SET reason = excluded.reason, at_ms = excluded.at_ms"_s);
    insert.bind(u":production", restriction.production.toByteArray())
        .bind(u":person", restriction.person.toByteArray())
        .bind(u":reason", restriction.reason)
        .bind(u":at", restriction.atMs);
    return insert.run();
}

Result<bool> PrivacyRepository::release(ProductionId production, PersonId person)
{
    Statement remove(m_database, u"restriction.lift"_s,
                     u"DELETE FROM restriction WHERE production_id = :production"
                     " AND person_id = :person"_s);
    remove.bind(u":production", production.toByteArray()).bind(u":person", person.toByteArray());
    const Result<int> changed = changedRows(remove);
    return changed ? Result<bool>(*changed > 0) : fail(changed.error());
}

Result<std::vector<Restriction>> PrivacyRepository::restrictions(ProductionId production)
{
    Statement select(m_database, u"restriction.list"_s,
                     u"SELECT person_id, reason, at_ms FROM restriction"
                     " WHERE production_id = :production ORDER BY at_ms, person_id LIMIT 100000"_s);
    select.bind(u":production", production.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<Restriction> found;
    while (select.next())
        found.push_back({production, PersonId::fromBytes(select.bytes(0)).value_or(PersonId()),
                         select.text(1), select.number(2)});
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return found;
}

Result<std::vector<PersonId>> PrivacyRepository::restrictedPeople(ProductionId production)
{
    Statement select(m_database, u"restriction.people"_s,
                     u"SELECT person_id FROM restriction WHERE production_id = :production"
                     " ORDER BY person_id LIMIT 100000"_s);
    select.bind(u":production", production.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<PersonId> people;
    while (select.next())
        people.push_back(PersonId::fromBytes(select.bytes(0)).value_or(PersonId()));
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return people;
}

Result<std::map<ProductionId, std::vector<PersonId>>> PrivacyRepository::restrictedPeople()
{
    Statement select(m_database, u"restriction.everywhere"_s,
                     u"SELECT production_id, person_id FROM restriction"
                     " ORDER BY production_id, person_id LIMIT 1000000"_s);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::map<ProductionId, std::vector<PersonId>> people;
    while (select.next()) {
        const auto production = ProductionId::fromBytes(select.bytes(0));
        const auto person = PersonId::fromBytes(select.bytes(1));
        if (production && person)
            people[*production].push_back(*person);
    }
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return people;
}

Result<bool> PrivacyRepository::isHeld(ProductionId production, PersonId person)
{
    Statement select(m_database, u"hold.is"_s,
                     u"SELECT 1 FROM legal_hold WHERE production_id = :production"
                     " AND person_id IN (:person, :everybody) LIMIT 1"_s);
    select.bind(u":production", production.toByteArray())
        .bind(u":person", person.toByteArray())
        .bind(u":everybody", PersonId().toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    return select.next();
}

Result<std::map<RetainedKind, int>> PrivacyRepository::policies()
{
    Statement select(m_database, u"retention.list"_s,
                     u"SELECT kind, days FROM retention ORDER BY kind LIMIT 100"_s);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::map<RetainedKind, int> policies;
    while (select.next()) {
        if (const auto kind = retainedKindFromName(select.text(0)))
            policies[*kind] = int(select.number(1));
    }
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return policies;
}

Result<> PrivacyRepository::setPolicy(RetainedKind kind, std::optional<int> days)
{
    if (!days) {
        Statement remove(m_database, u"retention.keep"_s,
                         u"DELETE FROM retention WHERE kind = :kind"_s);
        remove.bind(u":kind", retainedKindName(kind));
        return remove.run();
    }
    Statement insert(m_database, u"retention.set"_s,
                     u"INSERT INTO retention (kind, days) VALUES (:kind, :days)"
                     " ON CONFLICT (kind) DO UPDATE SET days = excluded.days"_s);
    insert.bind(u":kind", retainedKindName(kind)).bind(u":days", *days);
    return insert.run();
}

Result<int> PrivacyRepository::countOlder(RetainedKind kind, qint64 beforeMs)
{
    const RetainedRows &rows = rowsOf(kind);
    Statement select(m_database, u"retention.count"_s,
                     u"SELECT count(*) FROM "_s + rows.table + u" WHERE "_s + rows.where);
    select.bind(u":before", beforeMs);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    return select.next() ? int(select.number(0)) : 0;
}

Result<int> PrivacyRepository::eraseOlder(RetainedKind kind, qint64 beforeMs)
{
    const RetainedRows &rows = rowsOf(kind);
    Statement erase(m_database, u"retention.erase"_s,
                    rows.erase.toString() + u" WHERE "_s + rows.where);
    erase.bind(u":before", beforeMs);
    if (rows.erase.contains(u":none"))
        erase.bind(u":none", QByteArray());
    return changedRows(erase);
}

Result<int> PrivacyRepository::renameMember(ProductionId production, UserId user,
                                            const QString &name)
{
    int renamed = 0;
    for (const QString &table : {u"member"_s, u"device"_s}) {
        Statement update(m_database, u"privacy.rename"_s,
                         u"UPDATE "_s + table
                             + u" SET name = :name"
                               " WHERE production_id = :production AND user_id = :user"_s);
        update.bind(u":name", name)
            .bind(u":production", production.toByteArray())
            .bind(u":user", user.toByteArray());
        const Result<int> done = changedRows(update);
        if (!done)
            return done;
        renamed += *done;
    }
    return renamed;
}

Result<int> PrivacyRepository::renameInvites(ProductionId production, PersonId person,
                                             const QString &name)
{
    Statement update(m_database, u"privacy.rename_invites"_s,
                     u"UPDATE invite SET name = :name"
                     " WHERE production_id = :production AND person_id = :person"_s);
    update.bind(u":name", name)
        .bind(u":production", production.toByteArray())
        .bind(u":person", person.toByteArray());
    return changedRows(update);
}

Result<> PrivacyRepository::eraseAccount(AccountId account, qint64 nowMs)
{
    const QByteArray id = account.toByteArray();
    {
        Statement update(
            m_database, u"privacy.erase_account"_s,
            u"UPDATE account SET login = :login, display_name = '', password_hash = :none,"
            " state = :locked, totp_secret = :none, totp_pending = :none, reset_hash = :none,"
            " reset_ends_ms = 0 WHERE account_id = :id"_s);
        update.bind(u":login", u"erased-"_s + account.toString())
            .bind(u":none", QByteArray())
            .bind(u":locked", int(AccountState::Locked))
            .bind(u":id", id);
        if (const Result<> ran = update.run(); !ran)
            return ran;
    }
    {
        Statement update(m_database, u"privacy.erase_sessions"_s,
                         u"UPDATE account_session SET address = '', client = '',"
                         " revoked_ms = COALESCE(revoked_ms, :now) WHERE account_id = :id"_s);
        update.bind(u":now", nowMs).bind(u":id", id);
        if (const Result<> ran = update.run(); !ran)
            return ran;
    }
    for (const QString &table :
         {u"recovery_code"_s, u"known_address"_s, u"personal_token"_s, u"account_identity"_s}) {
        Statement remove(m_database, u"privacy.forget"_s,
                         u"DELETE FROM "_s + table + u" WHERE account_id = :id"_s);
        remove.bind(u":id", id);
        if (const Result<> ran = remove.run(); !ran)
            return ran;
    }
    return {};
}

} // namespace film::store
