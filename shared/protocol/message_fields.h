#pragma once

#include "shared/protocol/described.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/messages.h"
#include "shared/protocol/refusal_notes.h"

// Which key each field of each message has (docs/protocol.md, "Messages"). Private to this
// library; keys that are skipped are reserved there.
namespace film::protocol {

using namespace Qt::StringLiterals;

template<Is<Hello> M>
void describe(M &m, auto &field)
{
    field(0, m.protocolMin);
    field(1, m.protocolMax);
    field(2, m.schema);
    field(3, m.app);
    field(4, m.production);
    field(5, m.device);
    field(6, m.stream);
    field.together(7, m.streamSequence, m.streamHead);
    field(8, m.token);
    field(9, m.epoch);
    field(10, m.cursor);
    field(11, m.chain);
    field(12, m.highWater);
    field(13, m.dirty);
    field(14, m.snapshotToken);
    field.list(15, m.checkpoints, limits::checkpointsMax);
    field(16, m.scopeHash);
    field(17, m.pending);
    field(18, m.features);
    field(19, m.suspectClone);
    field.together(20, m.wallMs, m.monotonicMs, m.boot);
    field(21, m.role);
}

template<Is<Push> M>
void describe(M &m, auto &field)
{
    field(0, m.batch);
    field(1, m.segments);
    size_t envelopes = 0;
    for (const Segment &segment : m.segments)
        envelopes += segment.envelopes.size();
    field.limit(envelopes <= size_t(limits::pushEnvelopesMax), ErrorCode::LimitExceeded,
                u"too many envelopes in a batch"_s);
    field(1000, m.trace);
    field.limit(m.trace.size() <= limits::traceLengthMax, ErrorCode::LimitExceeded,
                u"a trace that is too long"_s);
}

template<Is<Credit> M>
void describe(M &m, auto &field)
{
    field(0, m.messages);
    field(1, m.bytes);
    field(2, m.appliedSequence);
}

template<Is<Ping> M>
void describe(M &m, auto &field)
{
    field(0, m.number);
    field(1, m.wallMs);
    field(2, m.monotonicMs);
    field(3, m.cursor);
}

template<Is<Auth> M>
void describe(M &m, auto &field)
{
    field(0, m.token);
    field.limit(m.token.size() <= limits::tokenBytesMax, ErrorCode::LimitExceeded,
                u"a token that is too long"_s);
    field(1000, m.proof);
}

template<Is<DigestRequest> M>
void describe(M &m, auto &field)
{
    field(0, m.cell);
    field(1, m.level);
}

template<Is<Fetch> M>
void describe(M &m, auto &field)
{
    field(0, m.cell);
    field.list(1, m.buckets, limits::bucketsMax);
    field.list(2, m.entities, limits::fetchEntitiesMax);
}

template<Is<SnapshotNext> M>
void describe(M &m, auto &field)
{
    field(0, m.token);
    field.limit(m.token.size() <= limits::tokenBytesMax, ErrorCode::LimitExceeded,
                u"a token that is too long"_s);
}

template<Is<Bye> M>
void describe(M &m, auto &field)
{
    field(0, m.reason);
}

template<Is<Incident> M>
void describe(M &m, auto &field)
{
    field(0, m.kind);
    field(1, m.detail);
    field.limit(m.detail.size() <= limits::incidentCharactersMax, ErrorCode::LimitExceeded,
                u"an incident that is too long"_s);
}

template<Is<Join> M>
void describe(M &m, auto &field)
{
    field(0, m.protocolMin);
    field(1, m.protocolMax);
    field(2, m.code);
    field(3, m.deviceKey);
    field(4, m.deviceName);
    field(5, m.proof);
    field.list(1000, m.known, limits::knownKeysMax);
}

template<Is<HelloOk> M>
void describe(M &m, auto &field)
{
    field(0, m.session);
    field(1, m.protocol);
    field(2, m.epoch);
    field(3, m.head);
    field(4, m.verdict);
    field(5, m.common);
    field(6, m.scope);
    field(8, m.streamVerdict);
    field(9, m.pushCredit);
    field(10, m.messageBytesMax);
    field(11, m.pingSeconds);
    field(12, m.tokenSecondsLeft);
    field(13, m.serverMs);
    field(14, m.durable);
    field(15, m.mode);
    field(16, m.level);
    field(17, m.appMin);
}

template<Is<HelloNo> M>
void describe(M &m, auto &field)
{
    field(0, m.code);
    field(1, m.retryMs);
    field(2, m.text);
}

template<Is<Ack> M>
void describe(M &m, auto &field)
{
    field(0, m.batch);
    field(1, m.level);
    field.list(2, m.results, limits::pushEnvelopesMax);
    field(3, m.durable);
    field(4, m.credit);
    std::vector<RefusalNote> notes = refusalNotes(m.results);
    field.list(1000, notes, limits::pushEnvelopesMax);
    if constexpr (!std::is_const_v<M>)
        field.limit(noteRefusals(notes, m.results), ErrorCode::InvalidInput,
                    u"a reason for something else"_s);
}

template<Is<Nack> M>
void describe(M &m, auto &field)
{
    field(0, m.batch);
    field(1, m.code);
    field(2, m.retryMs);
}

template<Is<Delta> M>
void describe(M &m, auto &field)
{
    field(0, m.from);
    field(1, m.to);
    field(2, m.chain);
    field.list(3, m.rows, limits::deltaRowsMax);
}

template<Is<Checkpoint> M>
void describe(M &m, auto &field)
{
    field(0, m.sequence);
    field(1, m.chain);
    field(2, m.digests);
    field(3, m.durable);
}

template<Is<SnapshotBegin> M>
void describe(M &m, auto &field)
{
    field(0, m.sequence);
    field(1, m.chain);
    field(2, m.token);
    field(3, m.estimatedRows);
    field(4, m.cells);
    field(5, m.reason);
    field(6, m.signature);
    field.list(7, m.buckets, limits::bucketsMax);
}

template<Is<SnapshotPage> M>
void describe(M &m, auto &field)
{
    field.list(1, m.rows, limits::snapshotPageRowsMax);
    field(2, m.nextToken);
}

template<Is<SnapshotEnd> M>
void describe(M &m, auto &field)
{
    field(0, m.sequence);
    field(1, m.chain);
    field(2, m.rows);
}

template<Is<Scope> M>
void describe(M &m, auto &field)
{
    field(0, m.scope);
    field(1, m.gained);
    field(2, m.lost);
    field(3, m.reason);
    field(4, m.signature);
}

template<Is<Pong> M>
void describe(M &m, auto &field)
{
    field(0, m.number);
    field(1, m.clientWallMs);
    field(2, m.receivedMs);
    field(3, m.sentMs);
    field(4, m.head);
}

template<Is<AuthNeed> M>
void describe(M &m, auto &field)
{
    field(0, m.secondsLeft);
}

template<Is<GoAway> M>
void describe(M &m, auto &field)
{
    field(0, m.code);
    field(1, m.spreadMs);
    field(2, m.url);
}

template<Is<DigestAnswer> M>
void describe(M &m, auto &field)
{
    field(0, m.cell);
    field(1, m.level);
    field.list(2, m.sums, limits::bucketsMax);
    field(3, m.sequence);
}

template<Is<Purge> M>
void describe(M &m, auto &field)
{
    field(0, m.cells);
    field(1, m.keepOwn);
    field(2, m.reason);
    field(3, m.signature);
    field(4, m.sequence);
}

template<Is<Want> M>
void describe(M &m, auto &field)
{
    field(0, m.afterSequence);
    field(1, m.witness);
}

template<Is<Provisional> M>
void describe(M &m, auto &field)
{
    field(0, m.items);
}

template<Is<ErrorMessage> M>
void describe(M &m, auto &field)
{
    field(0, m.code);
    field(1, m.text);
}

template<Is<Joined> M>
void describe(M &m, auto &field)
{
    field(0, m.certificate);
    field(1, m.authorityKey);
    field(2, m.person);
    field(3, m.role);
    field(4, m.productionTitle);
    field(5, m.personName);
    field(6, m.token);
}

template<Is<JoinNo> M>
void describe(M &m, auto &field)
{
    field(0, m.code);
    field(1, m.retryMs);
}

} // namespace film::protocol
