#include "tests/sync/judge.h"

#include "shared/protocol/limits.h"
#include "shared/sync/decide.h"

namespace film::simulation {

using namespace Qt::StringLiterals;
using protocol::Outcome;

void Judge::judge()
{
    judgeLedger();
    judgeLog();
    judgeOverwrites();
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
        if (count == 0 && !saved.poison && !m_world.m_exempt.contains(mutation))
            m_world.problem(u"a saved change of device %1 is lost: %2"_s.arg(
                QString::number(saved.author), whereIs(mutation)));
        if (saved.poison && count > 0)
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

// A plain interpreter of the rule: an applied change must have known the value it replaced, and a
// refused one must really have clashed. Written apart from decide() on purpose.
void Judge::judgeOverwrites()
{
    struct Group {
        MutationId version;
        FieldMap fields;
    };
    std::map<EntityId, std::map<quint32, Group>> records;
    for (const sync::LogAppend &row : m_world.m_database.log()) {
        const auto envelope = protocol::decodeEnvelope(row.envelope);
        if (!envelope) {
            m_world.problem(u"an unreadable envelope is in the log"_s);
            continue;
        }
        auto &record = records[envelope->entity];
        bool anyClash = false;
        for (const auto &[number, change] : envelope->groups) {
            FieldMap wanted = change.pre;
            for (const auto &[field, value] : change.set)
                wanted[field] = value;
            for (const quint32 field : change.removed)
                wanted.erase(field);
            const auto group = record.find(number);
            const FieldMap now = group == record.end() ? FieldMap() : group->second.fields;
            const bool known = now == change.pre
                || (group != record.end() && change.base == group->second.version);
            if (!known && now != wanted)
                anyClash = true;
        }
        const bool applies = row.outcome == Outcome::Applied || row.outcome == Outcome::Resolved
            || row.outcome == Outcome::Converged;
        if (applies && anyClash)
            m_world.problem(u"row %1 silently replaced another value"_s.arg(row.sequence));
        if (row.outcome == Outcome::Conflict && !anyClash
            && envelope->operation != protocol::Operation::Resolve)
            m_world.problem(u"row %1 is a conflict with nothing"_s.arg(row.sequence));
        if (!applies)
            continue;
        for (const auto &[number, change] : envelope->groups) {
            Group &group = record[number];
            FieldMap next = group.fields;
            for (const auto &[field, value] : change.set)
                next[field] = value;
            for (const quint32 field : change.removed)
                next.erase(field);
            if (next == group.fields && !group.version.isNull() && group.fields != change.pre)
                continue; // it was so already
            group = {envelope->mutation, next};
        }
    }
    for (const auto &[id, groups] : records) {
        const auto stored = m_world.m_database.entities().find(id);
        std::map<quint32, FieldMap> here;
        for (const auto &[number, group] : groups)
            here[number] = group.fields;
        GroupMap there;
        if (stored != m_world.m_database.entities().end())
            there = sync::plainGroups(*protocol::decodeGroups(stored->second.groups));
        if (here != there)
            m_world.problem(u"a record is not what its log says"_s);
    }
}

// A settled device holds exactly what it may see, byte for byte, and nothing waits.
void Judge::judgeReplica(const SimulatedClient &client)
{
    const auto visibility = sync::Visibility::of(client.device().role, client.device().person);
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
    if (!client.disk().overlays().empty())
        m_world.problem(who % u" still shows something unconfirmed"_s);
    for (const auto &[number, row] : client.disk().outbox()) {
        const auto saved = m_world.m_ledger.find(row.mutation);
        const bool poison = saved != m_world.m_ledger.end() && saved->second.poison;
        if (poison && row.outcome != Outcome::Quarantined)
            m_world.problem(who % u" was not told about a change that cannot be applied"_s);
    }
    for (const QString &incident : client.disk().incidents()) {
        if (incident.startsWith(u"digest"_s))
            m_world.problem(who % u" found its records wrong: " % incident);
    }
}

void Judge::judgeFrame(int client, const QByteArray &bytes)
{
    const auto frame =
        protocol::decodeFrame(bytes, protocol::Sender::Server, protocol::limits::frameBytesMax);
    if (!frame)
        return m_world.problem(u"a server sent an unreadable frame: "_s % frame.error().message);
    const sync::DeviceRecord &device = m_world.m_clients[size_t(client)]->device();
    const auto visibility = sync::Visibility::of(device.role, device.person);
    const MemoryServerStorage &database = m_world.m_database;
    if (const auto *ack = std::get_if<protocol::Ack>(&frame->message)) {
        for (const protocol::MutationResult &result : ack->results) {
            const bool logged = result.sequence > 0 && result.sequence <= database.log().size()
                && database.log()[result.sequence - 1].mutation == result.mutation;
            if (!logged && result.outcome != Outcome::Quarantined)
                m_world.problem(u"an ACK for something that is not committed"_s);
            m_world.coverage().count("acked");
        }
    } else if (const auto *delta = std::get_if<protocol::Delta>(&frame->message)) {
        for (const protocol::LogRow &row : delta->rows) {
            const auto states = protocol::decodeEntities(row.post);
            for (const protocol::EntityState &state : *states) {
                if (!visibility.includes(state.cell))
                    m_world.problem(u"a row leaves its scope"_s);
            }
        }
    } else if (const auto *page = std::get_if<protocol::SnapshotPage>(&frame->message)) {
        for (const protocol::EntityState &state : page->rows) {
            if (!visibility.includes(state.cell))
                m_world.problem(u"a page leaves its scope"_s);
        }
    }
}

} // namespace film::simulation
