#include "shared/protocol/envelope.h"

#include "shared/protocol/codec_maps.h"
#include "shared/protocol/described.h"
#include "shared/protocol/limits.h"

#include <algorithm>
#include <functional>

namespace film::protocol {

using namespace Qt::StringLiterals;

namespace {

template<typename T>
bool ascends(const std::vector<T> &values)
{
    return std::ranges::adjacent_find(values, std::greater_equal<>()) == values.end();
}

// Characters as people count them: a character outside the basic plane is one, not two.
qsizetype characters(const QString &text)
{
    return std::ranges::count_if(text, [](QChar unit) { return !unit.isLowSurrogate(); });
}

bool contradicts(const GroupChange &change)
{
    return std::ranges::any_of(change.removed,
                               [&](quint32 field) { return change.set.contains(field); });
}

} // namespace

template<Is<GroupChange> M>
void describe(M &m, auto &field)
{
    field(0, m.base);
    field(1, m.pre);
    field(2, m.set);
    field(3, m.removed);
    field.limit(ascends(m.removed) && !contradicts(m), ErrorCode::ProtocolViolation,
                u"removed fields out of order, or set as well"_s);
}

// Found by the codec through their arguments' namespace.
using GroupChanges = std::map<quint32, GroupChange>;

static void write(CborWriter &writer, const GroupChanges &groups)
{
    writer.map(groups.size());
    for (const auto &[group, change] : groups) {
        writer.unsignedNumber(group);
        codec::writeMap(writer, change);
    }
}

static void read(CborReader &reader, GroupChanges &groups)
{
    for (size_t left = reader.map(); left > 0 && reader.isFine(); --left) {
        quint32 group = 0;
        codec::read(reader, group);
        if (!groups.empty() && group <= groups.rbegin()->first)
            return reader.reject(u"groups out of order"_s);
        codec::readMap(reader, groups.emplace_hint(groups.end(), group, GroupChange())->second);
    }
}

template<Is<Envelope> M>
void describe(M &m, auto &field)
{
    field(0, m.version);
    field(1, m.mutation);
    field(2, m.production);
    field(3, m.device);
    field(4, m.stream);
    field(5, m.sequence);
    field(6, m.previous);
    field(7, m.author);
    field(8, m.certificate);
    field(9, m.type);
    field(10, m.entity);
    field(11, m.schema);
    field(12, m.operation);
    field(13, m.groups);
    field.list(14, m.guards, limits::guardsMax);
    field(15, m.atom);
    field(16, m.baseSequence);
    field(17, m.epoch);
    field(18, m.hybridClock);
    field(19, m.wallMs);
    field(20, m.monotonicMs);
    field(21, m.boot);
    field(22, m.timeZoneData);
    field(23, m.reason);
    field(24, m.input);
    field(25, m.resolves);
}

namespace {

void checkEnvelope(CborReader &reader, const Envelope &envelope)
{
    if (!reader.isFine())
        return;
    if (envelope.version != 1)
        reader.reject(u"another version of the envelope: a newer app is needed"_s);
    if (envelope.mutation.isNull() || envelope.production.isNull() || envelope.device.isNull()
        || envelope.stream.isNull() || envelope.author.isNull() || envelope.entity.isNull())
        reader.reject(u"an id that must be there"_s);
    if (envelope.sequence == 0 || envelope.schema == 0)
        reader.reject(u"a number that must be there"_s);
    if (envelope.atom
        && (envelope.atom->size == 0 || envelope.atom->size > quint32(limits::pushEnvelopesMax)))
        reader.reject(ErrorCode::LimitExceeded, u"an atom that fits no batch"_s);
    if (envelope.resolves && !ascends(envelope.resolves->candidates))
        reader.reject(u"candidates out of order"_s);
    if (characters(envelope.reason) > limits::reasonCharactersMax)
        reader.reject(ErrorCode::LimitExceeded, u"a reason that is too long"_s);
}

} // namespace

QByteArray encodeEnvelope(const Envelope &envelope)
{
    CborWriter writer;
    codec::writeMap(writer, envelope);
    return writer.result();
}

Result<Envelope> decodeEnvelope(QByteArrayView bytes)
{
    if (bytes.size() > limits::envelopeBytesMax)
        return fail(ErrorCode::LimitExceeded, u"an envelope that is too large"_s);
    CborReader reader(bytes);
    Envelope envelope;
    codec::readMap(reader, envelope);
    checkEnvelope(reader, envelope);
    if (const Result<> outcome = reader.outcome(); !outcome)
        return fail(outcome.error().during(u"reading an envelope"_s));
    return envelope;
}

} // namespace film::protocol
