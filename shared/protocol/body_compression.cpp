#include "shared/protocol/body_compression.h"

#include <libdeflate.h>

#include <memory>

namespace film::protocol {

namespace {

// Deflate cannot do better than 1032 to 1 (zlib, "Maximum Compression Factor").
constexpr qsizetype bestRatio = 1032;

// The server packs every delta once per session; the better levels cost it several times more for
// a tenth of the size.
constexpr int packingLevel = 1;

// One of each for each thread: setting one up costs more than packing a message does. Null without
// memory.
libdeflate_compressor *packer()
{
    thread_local const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)>
        kept(libdeflate_alloc_compressor(packingLevel), libdeflate_free_compressor);
    return kept.get();
}

libdeflate_decompressor *unpacker()
{
    thread_local const std::unique_ptr<libdeflate_decompressor,
                                       decltype(&libdeflate_free_decompressor)>
        kept(libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
    return kept.get();
}

} // namespace

std::optional<QByteArray> deflateBody(QByteArrayView raw)
{
    if (raw.isEmpty() || !packer())
        return std::nullopt;
    // What would not get smaller does not fit, and goes as it is.
    QByteArray packed(raw.size() - 1, Qt::Uninitialized);
    const size_t size = libdeflate_zlib_compress(packer(), raw.data(), size_t(raw.size()),
                                                 packed.data(), size_t(packed.size()));
    if (size == 0)
        return std::nullopt;
    packed.resize(qsizetype(size));
    return packed;
}

std::optional<QByteArray> inflateBody(QByteArrayView packed, qsizetype rawSize)
{
    if (rawSize <= 0 || rawSize > packed.size() * bestRatio || !unpacker())
        return std::nullopt;
    QByteArray raw(rawSize, Qt::Uninitialized);
    // Without a place for the size it has to be exactly the one that was said.
    size_t taken = 0;
    const libdeflate_result done =
        libdeflate_zlib_decompress_ex(unpacker(), packed.data(), size_t(packed.size()), raw.data(),
                                      size_t(raw.size()), &taken, nullptr);
    if (done != LIBDEFLATE_SUCCESS || taken != size_t(packed.size()))
        return std::nullopt;
    return raw;
}

} // namespace film::protocol
