#include "shared/protocol/body_compression.h"

#include <zlib.h>

namespace film::protocol {

namespace {

// Deflate cannot do better than 1032 to 1 (zlib, "Maximum Compression Factor").
constexpr qsizetype bestRatio = 1032;

Bytef *input(QByteArrayView bytes)
{
    return reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data())); // zlib only reads it
}

// One for each thread: setting up a stream (a quarter of a megabyte) costs more than packing a
// message does.
class Deflater
{
public:
    Deflater()
    {
        // The server packs every delta once per session; the better levels cost it several times
        // more for a tenth of the size.
        m_isReady = deflateInit(&m_stream, Z_BEST_SPEED) == Z_OK;
    }
    ~Deflater()
    {
        if (m_isReady)
            deflateEnd(&m_stream);
    }
    Q_DISABLE_COPY_MOVE(Deflater)

    // How many bytes of `packed` it took, if it was enough.
    std::optional<qsizetype> pack(QByteArrayView raw, QByteArray &packed)
    {
        if (!m_isReady || deflateReset(&m_stream) != Z_OK)
            return std::nullopt;
        m_stream.next_in = input(raw);
        m_stream.avail_in = static_cast<uInt>(raw.size());
        m_stream.next_out = reinterpret_cast<Bytef *>(packed.data());
        m_stream.avail_out = static_cast<uInt>(packed.size());
        if (deflate(&m_stream, Z_FINISH) != Z_STREAM_END)
            return std::nullopt;
        return packed.size() - static_cast<qsizetype>(m_stream.avail_out);
    }

private:
    z_stream m_stream{};
    bool m_isReady = false;
};

class Inflater
{
public:
    Inflater() { m_isReady = inflateInit(&m_stream) == Z_OK; }
    ~Inflater()
    {
        if (m_isReady)
            inflateEnd(&m_stream);
    }
    Q_DISABLE_COPY_MOVE(Inflater)

    // Whether all of `packed` is exactly all of `raw`.
    bool unpack(QByteArrayView packed, QByteArray &raw)
    {
        if (!m_isReady || inflateReset(&m_stream) != Z_OK)
            return false;
        m_stream.next_in = input(packed);
        m_stream.avail_in = static_cast<uInt>(packed.size());
        m_stream.next_out = reinterpret_cast<Bytef *>(raw.data());
        m_stream.avail_out = static_cast<uInt>(raw.size());
        return inflate(&m_stream, Z_FINISH) == Z_STREAM_END && m_stream.avail_in == 0
            && m_stream.avail_out == 0;
    }

private:
    z_stream m_stream{};
    bool m_isReady = false;
};

} // namespace

std::optional<QByteArray> deflateBody(QByteArrayView raw)
{
    thread_local Deflater deflater;
    // What would not get smaller does not fit, and goes as it is.
    QByteArray packed(raw.size() > 0 ? raw.size() - 1 : 0, Qt::Uninitialized);
    const std::optional<qsizetype> size = deflater.pack(raw, packed);
    if (!size)
        return std::nullopt;
    packed.resize(*size);
    return packed;
}

std::optional<QByteArray> inflateBody(QByteArrayView packed, qsizetype rawSize)
{
    if (rawSize <= 0 || rawSize > packed.size() * bestRatio)
        return std::nullopt;
    thread_local Inflater inflater;
    QByteArray raw(rawSize, Qt::Uninitialized);
    return inflater.unpack(packed, raw) ? std::optional(std::move(raw)) : std::nullopt;
}

} // namespace film::protocol
