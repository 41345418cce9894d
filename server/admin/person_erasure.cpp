#include "server/admin/person_erasure.h"

#include "server/admin/audit_names.h"
#include "server/admin/production_reader.h"
#include "shared/base/random.h"
#include "shared/domain/records.h"
#include "shared/store/account_repository.h"
#include "shared/store/log_erasure.h"
#include "shared/store/log_reader.h"
#include "shared/store/privacy_repository.h"
#include "shared/store/transaction.h"
#include "shared/sync/decide.h"

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;
using protocol::Outcome;

namespace {

constexpr quint64 pieceNumbers = 5'000;
constexpr int pieceRows = 250;

// The same each time, so that an erasure can be repeated, and nothing that says who it was.
QString pseudonymOf(PersonId person)
{
    return u"Former crew member "_s + person.toString().right(6);
}

bool hasField(const GroupMap &groups, quint32 group, quint32 field)
{
    const auto fields = groups.find(group);
    return fields != groups.end() && fields->second.contains(field);
}

} // namespace

Result<ErasureReport> PersonErasure::run(bool isDryRun)
{
    m_report.pseudonym = pseudonymOf(m_person);
    AuditNames names(m_storage, m_production);
    if (const Result<> loaded = names.load(); !loaded)
        return fail(loaded.error());
    m_users = names.usersOf(m_person);
    if (const Result<> allowed = mayErase(); !allowed)
        return fail(allowed.error());
    if (const Result<> found = findRecords(); !found)
        return fail(found.error());
    if (isDryRun) {
        m_report.recordsWritten = int(m_records.size());
    } else {
        const auto written = writeRecords(m_storage, m_production, m_records, m_now);
        if (!written)
            return fail(written.error());
        m_report.recordsWritten = written->written;
        if (written->undecided > 0)
            return fail(ErrorCode::Conflict, u"somebody changed the records just now"_s);
    }
    if (const Result<> erased = eraseRows(isDryRun); !erased)
        return fail(erased.error());
    if (const Result<> erased = eraseOutsideTheLog(isDryRun); !erased)
        return fail(erased.error());
    if (m_mixedRows > 0)
        m_report.kept << u"%1 changes hold a note beside times"_s.arg(m_mixedRows);
    return m_report;
}

Result<> PersonErasure::mayErase()
{
    const auto person = m_storage.entity(m_production, EntityId::of(m_person));
    if (!person)
        return fail(person.error());
    if (!*person || (*person)->type != EntityType::Person)
        return fail(ErrorCode::NotFound, u"there is no such person"_s);
    const auto held = store::PrivacyRepository(m_storage.database()).isHeld(m_production, m_person);
    if (!held)
        return fail(held.error());
    if (*held)
        return fail(ErrorCode::Conflict, u"there is a legal hold on this person"_s);
    for (const UserId user : m_users) {
        const auto state = m_storage.entity(m_production, grantId(m_production, user));
        if (!state)
            return fail(state.error());
        const auto groups = *state ? protocol::decodeGroups((*state)->groups)
                                   : Result<protocol::VersionedGroups>(protocol::VersionedGroups());
        const auto grant =
            groups ? grantFromGroups(sync::plainGroups(*groups)) : fail(groups.error());
        if (!grant || !grant->ended)
            return fail(ErrorCode::Conflict, u"this person is still on the production"_s);
    }
    return {};
}

Result<> PersonErasure::findRecords()
{
    return forEachRecord(m_storage, m_production,
                         [this](const protocol::EntityState &state) { takeRecord(state); });
}

void PersonErasure::takeRecord(const protocol::EntityState &state)
{
    const bool isPerson = state.id == EntityId::of(m_person);
    const bool isGrant = std::ranges::any_of(
        m_users, [&](UserId user) { return state.id == grantId(m_production, user); });
    const bool isDay = state.type == EntityType::TimeEntry && state.cell.person() == m_person;
    const bool isTheirConflict =
        state.type == EntityType::Conflict && state.cell.person() == m_person;
    if (isTheirConflict)
        m_report.kept << u"conflict %1 holds versions of a day"_s.arg(state.id.toString());
    const auto versions = protocol::decodeGroups(state.groups);
    if ((!isPerson && !isGrant && !isDay) || !versions || state.deleted)
        return;
    const GroupMap groups = sync::plainGroups(*versions);
    WantedRecord wanted{state.type, state.id, {}};
    if (isPerson) {
        wanted.groups[schema::person::Main] = groups.at(schema::person::Main);
        wanted.groups[schema::person::Main][schema::person::Name] = m_report.pseudonym;
    } else if (isGrant) {
        wanted.groups[schema::grant::Main] = groups.at(schema::grant::Main);
        wanted.groups[schema::grant::Main][schema::grant::Name] = m_report.pseudonym;
    } else {
        if (!hasField(groups, schema::time_entry::Notes, schema::time_entry::Text))
            return;
        // An approval is of all that the day says: without its note it would be another day.
        if (hasField(groups, schema::time_entry::Approval, schema::time_entry::Level)) {
            m_report.kept << u"the note of approved day %1"_s.arg(state.id.toString());
            return;
        }
        wanted.groups[schema::time_entry::Notes] = {};
    }
    const bool isSaid = std::ranges::any_of(wanted.groups, [&](const auto &group) {
        const auto known = groups.find(group.first);
        return known == groups.end() || known->second != group.second;
    });
    if (isSaid)
        m_records.push_back(std::move(wanted));
}

// What was there before, in the log: of the records that name the person, and changes of notes.
// Also the changes just written: each names what it replaced.
Result<> PersonErasure::eraseRows(bool isDryRun)
{
    const auto head = m_storage.head(m_production);
    if (!head)
        return fail(head.error());
    store::LogFilter filter;
    filter.scope.everything = true;
    filter.subject = m_person;
    store::LogReader reader(m_storage.database(), m_production);
    store::LogErasure erasure(m_storage.database(), m_production);
    quint64 at = head->sequence + 1;
    while (at > 1) {
        const quint64 from = at - std::min(at - 1, pieceNumbers);
        const auto changes = reader.piece(from, at, filter, pieceRows);
        if (!changes)
            return fail(changes.error());
        Result<store::Transaction> transaction = store::Transaction::begin(m_storage.database());
        if (!transaction)
            return fail(transaction.error());
        for (const store::LoggedChange &change : *changes) {
            at = change.sequence;
            const auto envelope = protocol::decodeEnvelope(change.envelope);
            const bool isKeptAside =
                change.outcome == Outcome::Conflict || change.outcome == Outcome::Held;
            if (!envelope || isKeptAside || !isOnlyAboutWhatWent(*envelope, change.person))
                continue;
            const Result<bool> erased = isDryRun ? true : erasure.erase(change.sequence);
            if (!erased)
                return fail(erased.error());
            m_report.rowsErased += *erased ? 1 : 0;
        }
        if (const Result<> committed = transaction->commit(); !committed)
            return committed;
        if (changes->size() < size_t(pieceRows))
            at = from;
    }
    return {};
}

bool PersonErasure::isOnlyAboutWhatWent(const protocol::Envelope &envelope, PersonId cell)
{
    if (envelope.entity == EntityId::of(m_person))
        return true;
    if (envelope.type == EntityType::Grant)
        return std::ranges::any_of(
            m_users, [&](UserId user) { return envelope.entity == grantId(m_production, user); });
    if (envelope.type != EntityType::TimeEntry || cell != m_person
        || !envelope.groups.contains(schema::time_entry::Notes))
        return false;
    const bool isNoteAlone = envelope.groups.size() == 1;
    m_mixedRows += isNoteAlone ? 0 : 1;
    return isNoteAlone;
}

Result<> PersonErasure::eraseOutsideTheLog(bool isDryRun)
{
    Result<store::Transaction> transaction = store::Transaction::begin(m_storage.database());
    if (!transaction)
        return fail(transaction.error());
    store::PrivacyRepository privacy(m_storage.database());
    for (const UserId user : m_users) {
        const auto renamed = privacy.renameMember(m_production, user, m_report.pseudonym);
        if (!renamed)
            return fail(renamed.error());
        m_report.namesReplaced += *renamed;
    }
    const auto invites = privacy.renameInvites(m_production, m_person, m_report.pseudonym);
    if (!invites)
        return fail(invites.error());
    m_report.namesReplaced += *invites;
    if (const Result<> erased = eraseAccounts(isDryRun); !erased)
        return erased;
    if (isDryRun)
        return {}; // and all of it is rolled back
    SystemRandom salts;
    store::ServerAct act;
    act.atMs = msSinceEpoch(m_now);
    act.act = u"person-erased"_s;
    act.by = m_by.account;
    act.production = m_production;
    act.subject = m_person.toByteArray();
    act.detail = u"%1 records, %2 rows of the log, %3 names, %4 accounts; kept: %5"_s.arg(
        QString::number(m_report.recordsWritten), QString::number(m_report.rowsErased),
        QString::number(m_report.namesReplaced), QString::number(m_report.accountsErased),
        QString::number(m_report.kept.size() + (m_mixedRows > 0 ? 1 : 0)));
    act.address = m_by.address;
    const Result<> recorded = store::ServerAudit(m_storage.database(), salts).append(act);
    return recorded ? transaction->commit() : recorded;
}

Result<> PersonErasure::eraseAccounts(bool isDryRun)
{
    store::AccountRepository accounts(m_storage.database());
    store::PrivacyRepository privacy(m_storage.database());
    for (const UserId user : m_users) {
        const auto id = accounts.accountOf({m_production, user});
        if (!id)
            return fail(id.error());
        if (!*id)
            continue;
        const auto account = accounts.account(**id);
        const auto memberships = accounts.memberships(**id);
        if (!account || !memberships)
            return fail(account ? memberships.error() : account.error());
        if (!*account)
            continue;
        if ((*account)->isAdministrator || memberships->size() > 1) {
            m_report.kept << u"account %1: it is used elsewhere"_s.arg((*id)->toString());
            continue;
        }
        ++m_report.accountsErased;
        if (isDryRun)
            continue;
        if (const Result<> erased = privacy.eraseAccount(**id, msSinceEpoch(m_now)); !erased)
            return erased;
        SystemRandom salts;
        const auto addresses = store::ServerAudit(m_storage.database(), salts).eraseAddresses(**id);
        if (!addresses)
            return fail(addresses.error());
    }
    return {};
}

} // namespace film::server
