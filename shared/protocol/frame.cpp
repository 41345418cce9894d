#include "shared/protocol/body_compression.h"
#include "shared/protocol/codec_maps.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/message_fields.h"
#include "shared/protocol/messages.h"

namespace film::protocol {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 deflatedFlag = 1;
constexpr quint64 firstServerType = 32;
constexpr quint64 firstIgnoredType = 1000;

struct Kind {
    quint64 type = 0;
    QStringView name;
};

// In the order of the variant.
constexpr std::array kinds{
    Kind{1, u"HELLO"},       Kind{2, u"PUSH"},        Kind{3, u"CREDIT"},     Kind{4, u"PING"},
    Kind{5, u"AUTH"},        Kind{6, u"DIGEST_REQ"},  Kind{7, u"FETCH"},      Kind{8, u"SNAP_NEXT"},
    Kind{9, u"BYE"},         Kind{10, u"INCIDENT"},   Kind{11, u"JOIN"},      Kind{32, u"HELLO_OK"},
    Kind{33, u"HELLO_NO"},   Kind{34, u"ACK"},        Kind{35, u"NACK"},      Kind{36, u"DELTA"},
    Kind{37, u"CHECKPOINT"}, Kind{38, u"SNAP_BEGIN"}, Kind{39, u"SNAP_PAGE"}, Kind{40, u"SNAP_END"},
    Kind{41, u"SCOPE"},      Kind{42, u"PONG"},       Kind{43, u"AUTH_NEED"}, Kind{44, u"GOAWAY"},
    Kind{45, u"DIGEST"},     Kind{46, u"PURGE"},      Kind{47, u"WANT"},      Kind{48, u"PROV"},
    Kind{49, u"ERROR"},      Kind{50, u"JOINED"},     Kind{51, u"JOIN_NO"},   Kind{0, u"UNKNOWN"},
};
static_assert(kinds.size() == std::variant_size_v<Message>);
static_assert(
    std::is_same_v<std::variant_alternative_t<kinds.size() - 1, Message>, UnknownMessage>);

quint64 typeOf(const Message &message)
{
    const auto *unknown = std::get_if<UnknownMessage>(&message);
    return unknown ? unknown->type : kinds[message.index()].type;
}

void writeBody(CborWriter &writer, const Message &message)
{
    std::visit(
        [&writer](const auto &known) {
            if constexpr (std::is_same_v<std::decay_t<decltype(known)>, UnknownMessage>)
                writer.map(0);
            else
                codec::writeMap(writer, known);
        },
        message);
}

// Tries the known messages one after the other.
template<size_t Index = 0>
void readBody(CborReader &reader, quint64 type, Message &message)
{
    if constexpr (Index == kinds.size() - 1)
        reader.reject(u"a message that this version does not know: a newer app is needed"_s);
    else if (kinds[Index].type == type)
        codec::readMap(reader, message.emplace<Index>());
    else
        readBody<Index + 1>(reader, type, message);
}

// Takes the packed body from the reader of the frame and reads the message out of it.
Result<> readDeflatedBody(CborReader &reader, quint64 type, qsizetype bytesMax, Message &message)
{
    if (reader.array() != 2)
        reader.reject(u"a size and the packed body were expected"_s);
    const quint64 size = reader.unsignedNumber();
    const QByteArrayView packed = reader.bytes();
    if (const Result<> outcome = reader.outcome(); !outcome)
        return outcome;
    if (size > static_cast<quint64>(std::min(bytesMax, limits::frameBytesMax)))
        return fail(ErrorCode::LimitExceeded, u"a body that is too large when unpacked"_s);
    const std::optional<QByteArray> raw = inflateBody(packed, static_cast<qsizetype>(size));
    if (!raw)
        return fail(ErrorCode::ProtocolViolation, u"a body that does not unpack to its size"_s);
    CborReader body(*raw);
    readBody(body, type, message);
    return body.outcome();
}

Result<> readMessage(CborReader &reader, quint64 type, quint64 flags, qsizetype bytesMax,
                     Message &message)
{
    if (type >= firstIgnoredType) {
        reader.skip();
        message = UnknownMessage{type};
        return reader.outcome();
    }
    if (flags == deflatedFlag)
        return readDeflatedBody(reader, type, bytesMax, message);
    readBody(reader, type, message);
    return reader.outcome();
}

} // namespace

QByteArray encodeFrame(const Frame &frame)
{
    CborWriter bodyWriter;
    writeBody(bodyWriter, frame.message);
    const QByteArray body = bodyWriter.result();
    const std::optional<QByteArray> packed =
        body.size() > limits::compressFromBytes ? deflateBody(body) : std::nullopt;

    CborWriter writer;
    writer.array(4);
    writer.unsignedNumber(typeOf(frame.message));
    writer.unsignedNumber(frame.request);
    writer.unsignedNumber(packed ? deflatedFlag : 0);
    if (packed)
        codec::writeTuple(writer, static_cast<quint64>(body.size()), *packed);
    else
        writer.raw(body);
    return writer.result();
}

Result<Frame> decodeFrame(QByteArrayView bytes, Sender sender, qsizetype bytesMax)
{
    if (bytes.size() > bytesMax)
        return fail(ErrorCode::LimitExceeded, u"a message that is too large"_s);
    CborReader reader(bytes);
    if (reader.array() != 4)
        reader.reject(u"a message of four parts was expected"_s);
    const quint64 type = reader.unsignedNumber();
    Frame frame{reader.unsignedNumber(), UnknownMessage()};
    const quint64 flags = reader.unsignedNumber();
    if (flags > deflatedFlag)
        reader.reject(u"a flag that this version does not know: a newer app is needed"_s);
    if (type < firstIgnoredType && (type >= firstServerType) != (sender == Sender::Server))
        reader.reject(u"a message that only the other side sends"_s);
    if (!reader.isFine())
        return fail(reader.outcome().error());

    const Result<> read = readMessage(reader, type, flags, bytesMax, frame.message);
    if (!read)
        return fail(read.error().during(u"reading message %1"_s.arg(type)));
    return frame;
}

QByteArray certificateBytes(const DeviceCertificate &certificate)
{
    CborWriter writer;
    codec::writeTuple(writer, certificate.production, certificate.device, certificate.user,
                      certificate.deviceKey, certificate.serial, certificate.notBeforeMs,
                      certificate.notAfterMs);
    return QByteArray("cert1").append(writer.result());
}

QByteArray removalBytes(ProductionId production, DeviceId device, quint64 sequence,
                        const std::vector<QByteArray> &scope, quint32 reason)
{
    CborWriter writer;
    codec::writeTuple(writer, production, device, sequence, scope, reason);
    return QByteArray("removal1").append(writer.result());
}

QStringView messageName(const Message &message)
{
    return kinds[message.index()].name;
}

} // namespace film::protocol
