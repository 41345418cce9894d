#include "shared/base/hash.h"

#include <QCryptographicHash>

namespace film {

std::optional<Hash32> Hash32::fromBytes(QByteArrayView bytes)
{
    if (bytes.size() != byteCount)
        return std::nullopt;
    Hash32 hash;
    std::memcpy(hash.m_bytes.data(), bytes.data(), byteCount);
    return hash;
}

Hash32 sha256(std::initializer_list<QByteArrayView> parts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArrayView part : parts)
        hash.addData(part);
    return *Hash32::fromBytes(hash.result());
}

} // namespace film
