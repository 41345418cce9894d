#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHashFunctions>
#include <QString>
#include <QStringView>
#include <QtEndian>

#include <array>
#include <bit>
#include <compare>
#include <cstring>
#include <functional>
#include <optional>

namespace film {

namespace detail {
QString idToString(const std::array<quint8, 16> &bytes);
bool idFromString(QStringView text, std::array<quint8, 16> &bytes);
}

// 16 bytes that name one thing of one kind. The tag keeps a person from being passed as a unit.
// Ids are never ordered by time and no time is read out of them.
template <typename Tag>
class Id
{
public:
    static constexpr qsizetype byteCount = 16;

    constexpr Id() = default;
    explicit constexpr Id(const std::array<quint8, 16> &bytes)
        : m_bytes(bytes)
    {}

    // Nothing unless there are exactly 16 bytes.
    [[nodiscard]] static std::optional<Id> fromBytes(QByteArrayView bytes)
    {
        if (bytes.size() != byteCount)
            return std::nullopt;
        Id id;
        std::memcpy(id.m_bytes.data(), bytes.data(), byteCount);
        return id;
    }
    // The usual 8-4-4-4-12 hexadecimal text.
    [[nodiscard]] static std::optional<Id> fromString(QStringView text)
    {
        Id id;
        if (!detail::idFromString(text, id.m_bytes))
            return std::nullopt;
        return id;
    }
    // The same bytes under another tag, where two kinds share one identity on purpose
    // (a record's EntityId and its PersonId).
    template <typename Other>
    [[nodiscard]] static constexpr Id of(const Id<Other> &other)
    {
        return Id(other.bytes());
    }

    [[nodiscard]] constexpr const std::array<quint8, 16> &bytes() const { return m_bytes; }
    [[nodiscard]] QByteArrayView view() const { return {m_bytes.data(), byteCount}; }
    [[nodiscard]] QByteArray toByteArray() const { return view().toByteArray(); }
    [[nodiscard]] QString toString() const { return detail::idToString(m_bytes); }
    [[nodiscard]] constexpr bool isNull() const { return m_bytes == std::array<quint8, 16> {}; }

    friend constexpr bool operator==(const Id &, const Id &) = default;
    // In the order of the bytes, as the databases sort them. As two numbers: byte by byte it is a
    // call that was a tenth of a lane's time.
    friend constexpr auto operator<=>(const Id &one, const Id &other)
    {
        return one.numbers() <=> other.numbers();
    }

private:
    [[nodiscard]] constexpr std::array<quint64, 2> numbers() const
    {
        auto numbers = std::bit_cast<std::array<quint64, 2>>(m_bytes);
        for (quint64 &number : numbers)
            number = qFromBigEndian(number);
        return numbers;
    }

    std::array<quint8, 16> m_bytes {};
};

template <typename Tag>
size_t qHash(const Id<Tag> &id, size_t seed = 0)
{
    return qHashBits(id.bytes().data(), id.bytes().size(), seed);
}

using ProductionId = Id<struct ProductionTag>;
using UserId = Id<struct UserTag>;
using DeviceId = Id<struct DeviceTag>;
using StreamId = Id<struct StreamTag>;
using MutationId = Id<struct MutationTag>;
using EntityId = Id<struct EntityTag>;
using ConflictId = Id<struct EntityTag>; // a conflict is an entity like any other
using PersonId = Id<struct PersonTag>;
using UnitId = Id<struct UnitTag>;
using DepartmentId = Id<struct DepartmentTag>;
using SessionId = Id<struct SessionTag>;
using EpochId = Id<struct EpochTag>;
using AtomId = Id<struct AtomTag>;

} // namespace film

template <typename Tag>
struct std::hash<film::Id<Tag>> {
    size_t operator()(const film::Id<Tag> &id) const noexcept
    {
        return qHashBits(id.bytes().data(), id.bytes().size(), 0);
    }
};
