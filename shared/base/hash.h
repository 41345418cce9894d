#pragma once

#include "shared/base/id.h"

#include <QByteArray>
#include <QByteArrayView>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

namespace film {

// A SHA-256 value.
class Hash32
{
public:
    static constexpr qsizetype byteCount = 32;

    constexpr Hash32() = default;
    explicit constexpr Hash32(const std::array<quint8, 32> &bytes)
        : m_bytes(bytes)
    {}
    [[nodiscard]] static std::optional<Hash32> fromBytes(QByteArrayView bytes);

    [[nodiscard]] constexpr const std::array<quint8, 32> &bytes() const { return m_bytes; }
    [[nodiscard]] QByteArrayView view() const { return {m_bytes.data(), byteCount}; }
    [[nodiscard]] QByteArray toByteArray() const { return view().toByteArray(); }
    [[nodiscard]] constexpr bool isNull() const { return m_bytes == std::array<quint8, 32> {}; }

    friend constexpr bool operator==(const Hash32 &, const Hash32 &) = default;
    friend constexpr auto operator<=>(const Hash32 &, const Hash32 &) = default;

private:
    std::array<quint8, 32> m_bytes {};
};

// SHA-256 of the parts one after the other.
[[nodiscard]] Hash32 sha256(std::initializer_list<QByteArrayView> parts);
[[nodiscard]] inline Hash32 sha256(QByteArrayView bytes) { return sha256({bytes}); }

// A UUIDv8 (RFC 9562, 5.8) made from a hash, for things that have a natural key: two offline
// devices that describe the same thing make the same id.
template <typename IdType>
[[nodiscard]] IdType idFromHash(const Hash32 &hash)
{
    std::array<quint8, 16> bytes {};
    std::copy_n(hash.bytes().begin(), bytes.size(), bytes.begin());
    bytes[6] = static_cast<quint8>((bytes[6] & 0x0f) | 0x80);
    bytes[8] = static_cast<quint8>((bytes[8] & 0x3f) | 0x80);
    return IdType(bytes);
}

} // namespace film
