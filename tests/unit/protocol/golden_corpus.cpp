#include "tests/unit/protocol/golden_corpus.h"

#include "shared/protocol/limits.h"
#include "tests/unit/protocol/protocol_samples.h"

#include <QFile>

namespace film::protocol::golden {

using namespace Qt::StringLiterals;

namespace {

Vector frameVector(const QString &name, const Message &message, quint64 request = 5)
{
    return {name, encodeFrame({request, message}), true, samples::senderOf(message)};
}

Vector envelopeVector(const QString &name, const Envelope &envelope)
{
    return {name, encodeEnvelope(envelope), false, Sender::Client};
}

// A day as it is really saved: hours set, a location taken away again.
Envelope savedDay(RandomSource &random)
{
    Envelope e = samples::fullEnvelope(random);
    e.groups.clear();
    e.guards.clear();
    e.atom.reset();
    e.resolves.reset();
    e.type = EntityType::TimeEntry;
    e.operation = Operation::Set;
    GroupChange times;
    times.base = MutationId(random.bytes<16>());
    const auto wall = [](int minutes) { return FieldValue(FieldValue::List{minutes, 0}); };
    times.pre = {{2, wall(480)}, {9, u"Studio 3"_s}};
    times.set = {{2, wall(465)}, {3, wall(1'530)}};
    times.removed = {9};
    e.groups[2] = times;
    return e;
}

void addEnvelopes(std::vector<Vector> &vectors, RandomSource &random)
{
    vectors.push_back(envelopeVector(u"envelope_plain"_s, samples::plainEnvelope(random)));
    vectors.push_back(envelopeVector(u"envelope_full"_s, samples::fullEnvelope(random)));
    vectors.push_back(envelopeVector(u"envelope_saved_day"_s, savedDay(random)));
    Envelope deletion = savedDay(random);
    deletion.operation = Operation::Delete;
    deletion.groups.clear();
    vectors.push_back(envelopeVector(u"envelope_delete"_s, deletion));
}

// How a record goes and comes back: whose it is, and what its author saw, under group 0.
Envelope existenceEnvelope(RandomSource &random, Operation operation)
{
    Envelope e = savedDay(random);
    e.operation = operation;
    e.groups.clear();
    GroupChange &identity = e.groups[1];
    identity.base = MutationId(random.bytes<16>());
    identity.pre = identity.set = {{1, QByteArray(16, 'p')}, {2, 2'461'000}};
    GroupChange &existence = e.groups[0];
    existence.pre[1] = Hash32(random.bytes<32>()).toByteArray();
    if (operation == Operation::Delete) {
        existence.set[2] = 1;
    } else {
        existence.pre[2] = 1;
        existence.removed = {2};
    }
    return e;
}

} // namespace

std::vector<Vector> written()
{
    SeededRandom random(2026);
    std::vector<Vector> vectors;
    for (const Message &message : samples::everyMessage(random))
        vectors.push_back(frameVector(messageName(message).toString().toLower(), message));
    for (const Message &message : samples::everySparseMessage(random))
        vectors.push_back(
            frameVector(messageName(message).toString().toLower() + u"_sparse"_s, message));
    addEnvelopes(vectors, random);
    for (const Message &message : samples::everyLaterMessage(random)) {
        vectors.push_back(
            frameVector(messageName(message).toString().toLower() + u"_later"_s, message));
        vectors.back().hasLaterKeys = true;
    }
    vectors.push_back(
        envelopeVector(u"envelope_delete_later"_s, existenceEnvelope(random, Operation::Delete)));
    vectors.push_back(envelopeVector(u"envelope_undelete_later"_s,
                                     existenceEnvelope(random, Operation::Undelete)));
    return vectors;
}

QString pathOf(const Vector &vector)
{
    return QStringLiteral(FILM_SOURCE_DIR "/tests/fixtures/protocol/%1.hex").arg(vector.name);
}

std::vector<Vector> stored()
{
    std::vector<Vector> vectors = written();
    for (Vector &vector : vectors) {
        QFile file(pathOf(vector));
        const bool opened = file.open(QIODevice::ReadOnly);
        vector.bytes = opened ? QByteArray::fromHex(file.readAll()) : QByteArray();
    }
    return vectors;
}

std::optional<QByteArray> again(const Vector &kind, QByteArrayView bytes)
{
    if (kind.isFrame) {
        const auto frame = decodeFrame(bytes, kind.sender, limits::frameBytesMax);
        if (!frame || std::holds_alternative<UnknownMessage>(frame->message))
            return std::nullopt;
        return encodeFrame(*frame);
    }
    const auto envelope = decodeEnvelope(bytes);
    return envelope ? std::optional(encodeEnvelope(*envelope)) : std::nullopt;
}

} // namespace film::protocol::golden
