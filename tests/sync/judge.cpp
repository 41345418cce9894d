#include "tests/sync/judge.h"

#include "shared/domain/records.h"
#include "shared/protocol/limits.h"
#include "shared/sync/decide.h"
#include "shared/sync/grants.h"
#include "tests/sync/reference_model.h"

namespace film::simulation {

using namespace Qt::StringLiterals;
using protocol::Outcome;

void Judge::judge()
{
    judgeLedger();
    judgeLog();
    judgeRule();
    for (const auto &client : m_world.m_clients)
        judgeReplica(*client);
    if (!m_world.m_report.problems.isEmpty()) {
        for (const QString &reason : m_world.m_database.quarantined())
            m_world.note(u"kept aside: "_s % reason);
    }
}

// Everything that was reported saved is in the log exactly once, or its holders are gone; what
// could never be applied is with its author, marked.
void Judge::judgeLedger()
{
    std::map<MutationId, int> times;
    for (const sync::LogAppend &row : m_world.m_database.log())
        ++times[row.mutation];
    for (const auto &[mutation, saved] : m_world.m_ledger) {
        const int count = times.contains(mutation) ? times[mutation] : 0;
        if (count > 1)
            m_world.problem(u"a saved change is in the log %1 times"_s.arg(count));
        if (count == 0 && saved.sense == World::Sense::Good && !m_world.m_exempt.contains(mutation))
            m_world.problem(u"a saved change of device %1 is lost: %2"_s.arg(
                QString::number(saved.author), whereIs(mutation)));
        if (saved.sense == World::Sense::None && count > 0)
            m_world.problem(u"a change that makes no sense is in the log"_s);
    }
}

QString Judge::whereIs(MutationId mutation) const
{
    QString where;
    for (const auto &client : m_world.m_clients) {
        for (const auto &[number, row] : client->disk().outbox()) {
            if (row.mutation == mutation)
                where += u"[device %1: status %2, outcome %3, sequence %4]"_s.arg(
                    QString::number(client->index()), QString::number(int(row.status)),
                    QString::number(int(row.outcome)), QString::number(row.loggedSequence));
        }
    }
    return where.isEmpty() ? u"no device holds it"_s : where;
}

// Numbers without gaps, each mutation once, coverage of what happened.
void Judge::judgeLog()
{
    std::set<MutationId> seen;
    quint64 expected = 1;
    for (const sync::LogAppend &row : m_world.m_database.log()) {
        if (row.sequence != expected++)
            m_world.problem(u"the log has a gap at %1"_s.arg(row.sequence));
        if (!seen.insert(row.mutation).second)
            m_world.problem(u"the log repeats a mutation at %1"_s.arg(row.sequence));
        if (const auto saved = m_world.m_ledger.find(row.mutation); saved != m_world.m_ledger.end())
            m_world.m_report.outcomes[{saved->second.author, saved->second.order}] = row.outcome;
        const char *what = row.outcome == Outcome::Applied ? "applied"
            : row.outcome == Outcome::Converged            ? "converged"
            : row.outcome == Outcome::Conflict             ? "conflict"
            : row.outcome == Outcome::Held                 ? "held"
            : row.outcome == Outcome::Resolved             ? "resolved"
                                                           : "other outcome";
        m_world.coverage().count(what);
        if (row.flags & 1)
            m_world.coverage().count("fork accepted");
    }
}

// Every row had the outcome that the rule gives it, and the records are what the rows made them.
void Judge::judgeRule()
{
    std::map<DeviceId, sync::DeviceRecord> devices;
    for (const auto &client : m_world.m_clients)
        devices[client->device().device] = client->device();
    ReferenceModel model(m_world.m_production, std::move(devices));
    model.read(m_world.m_database.log());
    model.compareWith(m_world.m_database.entities());
    for (const QString &problem : model.problems())
        m_world.problem(problem);
    for (const auto &[what, times] : model.happened())
        m_world.coverage().count(qPrintable(what), times);
}

// A settled device holds exactly what it may see, byte for byte, and nothing waits.
void Judge::judgeReplica(const SimulatedClient &client)
{
    const auto device = m_world.m_database.device(m_world.m_production, client.device().device);
    const sync::Visibility visibility = sync::visibilityOf(**device);
    if (visibility.isNothing() != client.isRevoked())
        m_world.problem(client.describe() % u" is revoked, or thinks so, alone"_s);
    std::map<EntityId, protocol::EntityState> expected;
    for (const auto &[id, state] : m_world.m_database.entities()) {
        if (visibility.includes(state.cell))
            expected.insert_or_assign(id, state);
    }
    const QString who = client.describe();
    size_t same = 0;
    for (const auto &[id, record] : client.disk().baseRecords()) {
        const auto there = expected.find(id);
        if (there == expected.end())
            m_world.problem(who % u" holds a record it may not see"_s);
        else if (!(there->second == record.state))
            m_world.problem(who % u" holds another state than the server"_s);
        else
            ++same;
    }
    if (same != expected.size())
        m_world.problem(who % u" lacks records"_s);
    if (!client.disk().overlays().empty() && !client.isRevoked())
        m_world.problem(who % u" still shows something unconfirmed"_s);
    for (const auto &[number, row] : client.disk().outbox()) {
        const auto saved = m_world.m_ledger.find(row.mutation);
        const bool poison =
            saved != m_world.m_ledger.end() && saved->second.sense == World::Sense::None;
        if (poison && row.outcome != Outcome::Quarantined)
            m_world.problem(who % u" was not told about a change that cannot be applied"_s);
    }
    for (const QString &incident : client.disk().incidents()) {
        const bool mayDiffer = m_world.m_rotten.contains(client.index());
        if (incident.startsWith(u"digest"_s) && !mayDiffer)
            m_world.problem(who % u" found its records wrong: " % incident);
    }
}

void Judge::judgeFrame(const Link &link, const QByteArray &bytes)
{
    const auto frame =
        protocol::decodeFrame(bytes, protocol::Sender::Server, protocol::limits::frameBytesMax);
    if (!frame)
        return m_world.problem(u"a server sent an unreadable frame: "_s % frame.error().message);
    const MemoryServerStorage &database = m_world.serverOf(link).database();
    if (const auto *ack = std::get_if<protocol::Ack>(&frame->message)) {
        for (const protocol::MutationResult &result : ack->results) {
            const bool logged = result.sequence > 0 && result.sequence <= database.log().size()
                && database.log()[result.sequence - 1].mutation == result.mutation;
            if (!logged && result.outcome != Outcome::Quarantined)
                m_world.problem(u"an ACK for something that is not committed"_s);
            m_world.coverage().count("acked");
        }
    } else if (const auto *delta = std::get_if<protocol::Delta>(&frame->message)) {
        judgePlace(database, delta->to, delta->chain, u"a delta"_s);
        for (const protocol::LogRow &row : delta->rows) {
            const bool isLogged = row.sequence > 0 && row.sequence <= database.log().size()
                && database.log()[row.sequence - 1].envelope == row.envelope;
            if (!isLogged)
                m_world.problem(u"a row that is not committed is sent"_s);
            const auto states = protocol::decodeEntities(row.post);
            for (const protocol::EntityState &state : *states)
                judgeScope(link, state, u"a row leaves its scope"_s);
        }
    } else if (const auto *page = std::get_if<protocol::SnapshotPage>(&frame->message)) {
        for (const protocol::EntityState &state : page->rows)
            judgeScope(link, state, u"a page leaves its scope"_s);
    } else if (const auto *checkpoint = std::get_if<protocol::Checkpoint>(&frame->message)) {
        judgePlace(database, checkpoint->sequence, checkpoint->chain, u"a checkpoint"_s);
    } else if (const auto *begin = std::get_if<protocol::SnapshotBegin>(&frame->message)) {
        judgePlace(database, begin->sequence, begin->chain, u"a snapshot"_s);
    } else if (const auto *change = std::get_if<protocol::Scope>(&frame->message)) {
        if (change->scope != link.scope.entries())
            m_world.problem(u"a device is told another scope than its member has"_s);
    } else if (std::holds_alternative<protocol::Purge>(frame->message)) {
        if (!link.scope.isNothing())
            m_world.problem(u"a device has to forget what its member may see"_s);
    }
}

void Judge::judgePlace(const MemoryServerStorage &database, quint64 sequence, const Hash32 &chain,
                       const QString &what)
{
    const std::vector<sync::LogAppend> &log = database.log();
    const bool isThere =
        sequence <= log.size() && (sequence == 0 || log[sequence - 1].chain == chain);
    if (!isThere)
        m_world.problem(what % u" names a place that is not in the log"_s);
}

// What says that something is on disk leaves behind the transaction that put it there.
void Judge::judgeOwnFrame(const SimulatedClient &client, const sync::ClientSession::Event &event,
                          const QByteArray &bytes)
{
    const auto frame =
        protocol::decodeFrame(bytes, protocol::Sender::Client, protocol::limits::frameBytesMax);
    if (!frame)
        return m_world.problem(u"a device sent an unreadable frame: "_s % frame.error().message);
    const sync::ClientMeta &stored = client.disk().committedMeta();
    if (const auto *ping = std::get_if<protocol::Ping>(&frame->message)) {
        if (ping->cursor > stored.cursor)
            m_world.problem(u"a PING says more than is on disk"_s);
        return;
    }
    if (std::holds_alternative<protocol::Auth>(frame->message))
        return; // it says who is there, and nothing of what is
    if (!std::holds_alternative<sync::ClientSession::TransactionDone>(event))
        m_world.problem(protocol::messageName(frame->message)
                        % u" leaves ahead of its transaction"_s);
    if (const auto *credit = std::get_if<protocol::Credit>(&frame->message)) {
        if (credit->appliedSequence > stored.cursor)
            m_world.problem(u"a CREDIT says more than is on disk"_s);
    } else if (const auto *hello = std::get_if<protocol::Hello>(&frame->message)) {
        if (hello->cursor > stored.cursor || hello->epoch != stored.epoch)
            m_world.problem(u"a HELLO says more than is on disk"_s);
    } else if (const auto *push = std::get_if<protocol::Push>(&frame->message)) {
        for (const protocol::Segment &segment : push->segments) {
            for (const QByteArray &envelope : segment.envelopes)
                judgeOwnEnvelope(client, envelope);
        }
    }
}

void Judge::judgeOwnEnvelope(const SimulatedClient &client, const QByteArray &bytes)
{
    const auto envelope = protocol::decodeEnvelope(bytes);
    const sync::OutboxRow *row = envelope ? client.disk().own(envelope->mutation) : nullptr;
    // What cannot be read has no name to find it by.
    if (envelope && (!row || row->envelope != bytes || row->hash != sha256(bytes)))
        m_world.problem(u"a device sends another change than it keeps"_s);
    const auto saved =
        envelope ? m_world.m_ledger.find(envelope->mutation) : m_world.m_ledger.end();
    // A decision takes a version whole, whoever wrote it; a deleted day is entered anew as a whole.
    if (saved != m_world.m_ledger.end() && saved->second.version == 1 && !envelope->resolves
        && envelope->operation != protocol::Operation::Undelete
        && envelope->groups.contains(World::groupOfANewerApp))
        m_world.problem(u"an old app changes what only a newer one knows"_s);
}

sync::Visibility Judge::scopeAtHead(const MemoryServerStorage &database, ProductionId production,
                                    sync::DeviceRecord device)
{
    device.restricted = database.restricted();
    const EntityId grant = grantId(production, device.user);
    for (auto row = database.log().rbegin(); row != database.log().rend(); ++row) {
        if (row->entity != grant)
            continue;
        const auto states = protocol::decodeEntities(row->post);
        for (const protocol::EntityState &state : *states) {
            if (state.id == grant)
                return sync::visibilityOf(sync::underGrant(device, state, Instant()));
        }
    }
    return sync::visibilityOf(device);
}

// By the grants at the head and the restrictions when the session last looked at them, which is at
// HELLO, behind each row of its member's grant and when it is told to; never by those of a row that
// is on its way.
void Judge::judgeScope(const Link &link, const protocol::EntityState &state, const QString &what)
{
    if (!link.scope.includes(state.cell))
        m_world.problem(what);
}

} // namespace film::simulation
