#include "shared/sync/changes_file.h"

#include "shared/protocol/cbor_reader.h"
#include "shared/protocol/cbor_writer.h"
#include "shared/protocol/limits.h"

#include <QtEndian>

#include <sodium.h>

#include <algorithm>
#include <set>

namespace film::sync {

using namespace Qt::StringLiterals;
namespace limits = protocol::limits;

namespace {

// A name that is no text in any encoding, and the version of the layout.
constexpr std::array<char, 8> changesMagic{'\x8f', 'F', 'I', 'L', 'M', 'C', 'H', '\n'};
constexpr quint8 sealedVersion = 1;
constexpr quint64 contentVersion = 1;
constexpr qsizetype sealedLengthAt = qsizetype(changesMagic.size()) + 1;
constexpr qsizetype sealedSaltAt = sealedLengthAt + 8;
constexpr qsizetype sealedNonceAt = sealedSaltAt + qsizetype(crypto_pwhash_SALTBYTES);
constexpr qsizetype sealedBoxAt = sealedNonceAt + qsizetype(crypto_secretbox_NONCEBYTES);
constexpr qsizetype sealedBytesMin = sealedBoxAt + qsizetype(crypto_secretbox_MACBYTES);

static_assert(std::tuple_size_v<SealKey> == crypto_secretbox_KEYBYTES);
static_assert(std::tuple_size_v<SealSalt> == crypto_pwhash_SALTBYTES);
static_assert(std::tuple_size_v<SealNonce> == crypto_secretbox_NONCEBYTES);

const unsigned char *sealedBytes(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

tl::unexpected<Error> damagedChanges(const QString &why)
{
    return fail(ErrorCode::StoreCorrupt, why);
}

// What the device's signature of the content is over.
QByteArray signedContent(QByteArrayView body)
{
    return QByteArray("changes1").append(body);
}

template<size_t size>
QByteArrayView changesView(const std::array<quint8, size> &bytes)
{
    return {bytes.data(), qsizetype(size)};
}

template<size_t size>
std::array<quint8, size> fixedChangesBytes(protocol::CborReader &reader)
{
    const QByteArrayView bytes = reader.bytes();
    std::array<quint8, size> fixed{};
    if (bytes.size() != qsizetype(size))
        reader.reject(u"bytes of another length"_s);
    else
        std::ranges::copy(bytes, fixed.begin());
    return fixed;
}

template<typename IdType>
IdType changesId(protocol::CborReader &reader)
{
    const auto id = IdType::fromBytes(reader.bytes());
    if (!id || id->isNull())
        reader.reject(u"an id that is none"_s);
    return id.value_or(IdType());
}

void writeChangesSegment(protocol::CborWriter &writer, const protocol::Segment &segment)
{
    writer.array(5);
    writer.bytes(segment.stream.toByteArray());
    writer.unsignedNumber(segment.firstSequence);
    writer.array(segment.envelopes.size());
    for (const QByteArray &envelope : segment.envelopes)
        writer.bytes(envelope);
    writer.bytes(segment.head.toByteArray());
    writer.bytes(changesView(segment.signature));
}

protocol::Segment readChangesSegment(protocol::CborReader &reader)
{
    protocol::Segment segment;
    if (reader.array() != 5)
        reader.reject(u"a segment of another shape"_s);
    segment.stream = changesId<StreamId>(reader);
    segment.firstSequence = reader.unsignedNumber();
    for (size_t left = reader.array(); left > 0 && reader.isFine(); --left) {
        const QByteArrayView envelope = reader.bytes();
        if (envelope.size() > limits::envelopeBytesMax)
            reader.reject(u"a change that is too large"_s);
        segment.envelopes.push_back(envelope.toByteArray());
    }
    if (segment.envelopes.size() > size_t(limits::pushEnvelopesMax))
        reader.reject(u"a segment that is too long"_s);
    segment.head = Hash32(fixedChangesBytes<32>(reader));
    segment.signature = fixedChangesBytes<64>(reader);
    return segment;
}

Result<ChangesFile> readChangesBody(QByteArrayView body)
{
    protocol::CborReader reader(body);
    if (reader.array() != 9)
        reader.reject(u"no content of a changes file"_s);
    const quint64 version = reader.unsignedNumber();
    if (reader.isFine() && version != contentVersion)
        return fail(ErrorCode::StoreNewer, u"a later version wrote the changes"_s);
    ChangesFile file;
    file.production = changesId<ProductionId>(reader);
    file.device = changesId<DeviceId>(reader);
    file.author = changesId<UserId>(reader);
    file.authorName = reader.text();
    file.productionTitle = reader.text();
    file.madeAt = instantFromMs(reader.number());
    file.key = fixedChangesBytes<32>(reader);
    for (size_t left = reader.array(); left > 0 && reader.isFine(); --left)
        file.segments.push_back(readChangesSegment(reader));
    if (const Result<> whole = reader.outcome(); !whole)
        return damagedChanges(whole.error().message);
    return file;
}

DeviceRecord authorOfFile(const ChangesFile &file)
{
    DeviceRecord author;
    author.device = file.device;
    author.user = file.author;
    author.key = file.key;
    return author;
}

// Every change is proven, of this production and this author, and there once.
Result<> checkChanges(const ChangesFile &file, const Verifier &verifier)
{
    std::set<MutationId> seen;
    for (const protocol::Segment &segment : file.segments) {
        const auto opened =
            openSegment(segment, file.production, authorOfFile(file), SessionId(), verifier);
        if (!opened)
            return damagedChanges(opened.error().message);
        for (const Submission &submission : *opened) {
            using protocol::Refusal;
            const Refusal refusal = submission.defect.refusal;
            if (refusal == Refusal::Unreadable || refusal == Refusal::OtherProduction
                || refusal == Refusal::OtherAuthor)
                return damagedChanges(submission.defect.why);
            if (!seen.insert(submission.envelope.mutation).second)
                return damagedChanges(u"a change that is there twice"_s);
        }
    }
    if (seen.size() > size_t(changesInFileMax))
        return fail(ErrorCode::LimitExceeded, u"more changes than a file may hold"_s);
    return {};
}

} // namespace

std::vector<protocol::Segment> segmentsOf(ProductionId production, std::span<const OutboxRow> rows,
                                          const Signer &signer)
{
    std::vector<protocol::Segment> segments;
    for (const OutboxRow &row : rows) {
        const bool follows = !segments.empty() && segments.back().stream == row.stream
            && segments.back().firstSequence + segments.back().envelopes.size() == row.sequence
            && segments.back().envelopes.size() < size_t(limits::pushEnvelopesMax);
        if (!follows) {
            segments.emplace_back();
            segments.back().stream = row.stream;
            segments.back().firstSequence = row.sequence;
        }
        segments.back().envelopes.push_back(row.envelope);
        segments.back().head = row.hash;
    }
    for (protocol::Segment &segment : segments)
        segment.signature = signer.sign(segmentBytes(production, segment));
    return segments;
}

QByteArray encodeChanges(const ChangesFile &file, const Signer &signer)
{
    protocol::CborWriter body;
    body.array(9);
    body.unsignedNumber(contentVersion);
    body.bytes(file.production.toByteArray());
    body.bytes(file.device.toByteArray());
    body.bytes(file.author.toByteArray());
    body.text(file.authorName);
    body.text(file.productionTitle);
    body.number(msSinceEpoch(file.madeAt));
    body.bytes(changesView(file.key));
    body.array(file.segments.size());
    for (const protocol::Segment &segment : file.segments)
        writeChangesSegment(body, segment);
    const QByteArray bytes = body.result();
    protocol::CborWriter content;
    content.array(2);
    content.bytes(bytes);
    content.bytes(changesView(signer.sign(signedContent(bytes))));
    return content.result();
}

Result<ChangesFile> decodeChanges(QByteArrayView content, const Verifier &verifier)
{
    protocol::CborReader reader(content);
    if (reader.array() != 2)
        reader.reject(u"no content of a changes file"_s);
    const QByteArrayView body = reader.bytes();
    const protocol::Signature signature = fixedChangesBytes<64>(reader);
    if (const Result<> whole = reader.outcome(); !whole)
        return damagedChanges(whole.error().message);
    Result<ChangesFile> file = readChangesBody(body);
    if (!file)
        return file;
    if (!verifier.verify(file->key, signedContent(body), signature))
        return damagedChanges(u"the signature does not hold"_s);
    if (const Result<> checked = checkChanges(*file, verifier); !checked)
        return fail(checked.error());
    return file;
}

std::vector<Submission> changesIn(const ChangesFile &file, const Verifier &verifier)
{
    std::vector<Submission> changes;
    for (const protocol::Segment &segment : file.segments) {
        auto opened =
            openSegment(segment, file.production, authorOfFile(file), SessionId(), verifier);
        if (opened)
            std::ranges::move(*opened, std::back_inserter(changes));
    }
    return changes;
}

QByteArray sealChanges(QByteArrayView content, const SealKey &key, const SealSalt &salt,
                       const SealNonce &nonce)
{
    const qsizetype boxBytes = content.size() + qsizetype(crypto_secretbox_MACBYTES);
    QByteArray file(changesMagic.data(), qsizetype(changesMagic.size()));
    file.append(char(sealedVersion));
    QByteArray length(8, Qt::Uninitialized);
    qToBigEndian(quint64(sealedBoxAt + boxBytes), length.data());
    file.append(length).append(changesView(salt)).append(changesView(nonce));
    QByteArray box(boxBytes, Qt::Uninitialized);
    crypto_secretbox_easy(reinterpret_cast<unsigned char *>(box.data()), sealedBytes(content),
                          static_cast<unsigned long long>(content.size()), nonce.data(),
                          key.data());
    return file.append(box);
}

Result<SealSalt> saltOfSealed(QByteArrayView file)
{
    if (file.size() > changesFileBytesMax)
        return fail(ErrorCode::LimitExceeded, u"larger than any changes file"_s);
    const QByteArrayView magic(changesMagic.data(), qsizetype(changesMagic.size()));
    if (!file.startsWith(magic))
        return fail(ErrorCode::StoreForeign, u"no changes file"_s);
    if (file.size() < sealedLengthAt)
        return damagedChanges(u"cut short"_s);
    if (quint8(file[magic.size()]) != sealedVersion)
        return fail(ErrorCode::StoreNewer, u"a later version wrote the file"_s);
    if (file.size() < sealedBytesMin
        || qFromBigEndian<quint64>(file.data() + sealedLengthAt) != quint64(file.size()))
        return damagedChanges(u"not as long as it says"_s);
    SealSalt salt{};
    std::ranges::copy(file.sliced(sealedSaltAt, qsizetype(salt.size())), salt.begin());
    return salt;
}

Result<QByteArray> openSealed(QByteArrayView file, const SealKey &key)
{
    if (const auto outside = saltOfSealed(file); !outside)
        return fail(outside.error());
    const QByteArrayView box = file.sliced(sealedBoxAt);
    QByteArray content(box.size() - qsizetype(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    if (crypto_secretbox_open_easy(reinterpret_cast<unsigned char *>(content.data()),
                                   sealedBytes(box), static_cast<unsigned long long>(box.size()),
                                   sealedBytes(file.sliced(sealedNonceAt)), key.data())
        != 0)
        return fail(ErrorCode::Unauthenticated, u"the key does not fit"_s);
    return content;
}

} // namespace film::sync
