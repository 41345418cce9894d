#include "shared/domain/import/zip_reader.h"

#include <QtEndian>

#include <libdeflate.h>

#include <memory>

namespace film {

using namespace Qt::StringLiterals;

namespace {

// APPNOTE.TXT of PKWARE, 4.3.
constexpr QByteArrayView zipEndMark("PK\x05\x06", 4);
constexpr QByteArrayView zipEntryMark("PK\x01\x02", 4);
constexpr QByteArrayView zipPartMark("PK\x03\x04", 4);
constexpr qsizetype zipEndSize = 22;
constexpr qsizetype zipEntrySize = 46;
constexpr qsizetype zipPartSize = 30;
constexpr qsizetype zipCommentMax = 65'535;
constexpr quint16 zipStored = 0;
constexpr quint16 zipDeflated = 8;
constexpr quint16 zipEncrypted = 1; // a flag

quint16 zip16(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<quint16>(bytes.data() + at);
}

quint32 zip32(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.data() + at);
}

tl::unexpected<Error> brokenZip()
{
    return fail(ErrorCode::InvalidInput, u"the archive is broken"_s);
}

Result<QByteArray> inflated(QByteArrayView packed, quint32 size)
{
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)>
        unpacker(libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    size_t done = 0;
    const libdeflate_result result =
        libdeflate_deflate_decompress(unpacker.get(), packed.data(), size_t(packed.size()),
                                      bytes.data(), size_t(bytes.size()), &done);
    if (result != LIBDEFLATE_SUCCESS || done != size)
        return brokenZip();
    return bytes;
}

} // namespace

Result<ZipReader> ZipReader::open(QByteArrayView bytes)
{
    const qsizetype from = std::max<qsizetype>(0, bytes.size() - zipEndSize - zipCommentMax);
    const qsizetype end = bytes.sliced(from).lastIndexOf(zipEndMark);
    if (!bytes.startsWith(zipPartMark) || end < 0 || bytes.size() - from - end < zipEndSize)
        return fail(ErrorCode::InvalidInput, u"that is no archive"_s);
    const QByteArrayView tail = bytes.sliced(from + end);
    const int count = zip16(tail, 10);
    qsizetype at = zip32(tail, 16);
    if (count > zipPartsMax)
        return fail(ErrorCode::LimitExceeded, u"the archive has too many parts"_s);

    ZipReader reader(bytes);
    for (int i = 0; i < count; ++i) {
        if (at > bytes.size() - zipEntrySize || !bytes.sliced(at).startsWith(zipEntryMark))
            return brokenZip();
        const QByteArrayView entry = bytes.sliced(at);
        const qsizetype nameLength = zip16(entry, 28);
        const qsizetype next = zipEntrySize + nameLength + zip16(entry, 30) + zip16(entry, 32);
        if (entry.size() < next)
            return brokenZip();
        if (zip16(entry, 8) & zipEncrypted)
            return fail(ErrorCode::InvalidInput, u"the archive is encrypted"_s);
        const Part part{zip16(entry, 10), zip32(entry, 16), zip32(entry, 20), zip32(entry, 24),
                        zip32(entry, 42)};
        reader.m_parts.insert(QString::fromUtf8(entry.sliced(zipEntrySize, nameLength)), part);
        at += next;
    }
    return reader;
}

Result<QByteArray> ZipReader::read(const QString &name) const
{
    const auto part = m_parts.constFind(name);
    if (part == m_parts.constEnd())
        return fail(ErrorCode::NotFound, u"the archive has no %1"_s.arg(name));
    if (qsizetype(part->size) > zipPartBytesMax)
        return fail(ErrorCode::LimitExceeded, u"a part of the archive is too large"_s);
    const qsizetype offset = part->offset;
    if (offset > m_bytes.size() - zipPartSize || !m_bytes.sliced(offset).startsWith(zipPartMark))
        return brokenZip();
    const QByteArrayView header = m_bytes.sliced(offset);
    const qsizetype start = zipPartSize + zip16(header, 26) + zip16(header, 28);
    if (header.size() < start + qsizetype(part->packedSize))
        return brokenZip();
    const QByteArrayView packed = header.sliced(start, part->packedSize);
    Result<QByteArray> bytes = brokenZip();
    if (part->method == zipStored && part->packedSize == part->size)
        bytes = packed.toByteArray();
    else if (part->method == zipDeflated)
        bytes = inflated(packed, part->size);
    if (!bytes)
        return bytes;
    const quint32 checksum = libdeflate_crc32(0, bytes->constData(), size_t(bytes->size()));
    if (checksum != part->checksum)
        return brokenZip();
    return bytes;
}

} // namespace film
