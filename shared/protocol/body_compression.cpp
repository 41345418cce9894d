#include "shared/protocol/body_compression.h"

#include <zlib.h>

namespace film::protocol {

namespace {

// Deflate cannot do better than 1032 to 1 (zlib, "Maximum Compression Factor").
constexpr qsizetype bestRatio = 1032;

const Bytef *input(QByteArrayView bytes)
{
    return reinterpret_cast<const Bytef *>(bytes.data());
}

} // namespace

std::optional<QByteArray> deflateBody(QByteArrayView raw)
{
    auto size = static_cast<uLongf>(compressBound(static_cast<uLong>(raw.size())));
    QByteArray packed(static_cast<qsizetype>(size), Qt::Uninitialized);
    // The server packs every delta once per session; the better levels cost it several times more
    // for a tenth of the size.
    const int status = compress2(reinterpret_cast<Bytef *>(packed.data()), &size, input(raw),
                                 static_cast<uLong>(raw.size()), Z_BEST_SPEED);
    if (status != Z_OK || static_cast<qsizetype>(size) >= raw.size())
        return std::nullopt;
    packed.resize(static_cast<qsizetype>(size));
    return packed;
}

std::optional<QByteArray> inflateBody(QByteArrayView packed, qsizetype rawSize)
{
    if (rawSize <= 0 || rawSize > packed.size() * bestRatio)
        return std::nullopt;
    QByteArray raw(rawSize, Qt::Uninitialized);
    auto written = static_cast<uLongf>(rawSize);
    auto consumed = static_cast<uLong>(packed.size());
    const int status =
        uncompress2(reinterpret_cast<Bytef *>(raw.data()), &written, input(packed), &consumed);
    const bool isWhole = status == Z_OK && static_cast<qsizetype>(written) == rawSize
        && static_cast<qsizetype>(consumed) == packed.size();
    return isWhole ? std::optional(std::move(raw)) : std::nullopt;
}

} // namespace film::protocol
