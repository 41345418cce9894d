#pragma once

#include "shared/base/hash.h"
#include "shared/protocol/entity_state.h"

#include <array>
#include <optional>

namespace film::sync {

// The sum, modulo 2^256, of one hash per record. Two replicas with equal sums hold equal records.
// Records are added and taken away in any order, and sums of cells add up to the sum of a scope.
// It finds our mistakes and bit rot; it does not stand up to a lying server (the chain does).
class DigestSum
{
public:
    DigestSum() = default;
    // 32 bytes, most significant first; nothing for any other length.
    [[nodiscard]] static std::optional<DigestSum> fromBytes(QByteArrayView bytes);
    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] Hash32 toHash() const;

    void add(const Hash32 &leaf);
    void subtract(const Hash32 &leaf);
    void add(const DigestSum &other);

    friend bool operator==(const DigestSum &, const DigestSum &) = default;

private:
    std::array<quint64, 4> m_limbs{}; // least significant first
};

// How many records a sum is over.
struct Digest {
    DigestSum sum;
    quint64 count = 0;

    void add(const protocol::EntityState &entity);
    void subtract(const protocol::EntityState &entity);
    // By its digestLeaf().
    void add(const Hash32 &leaf);
    void subtract(const Hash32 &leaf);

    friend bool operator==(const Digest &, const Digest &) = default;
};

// A sum for each bucket, so that two replicas that differ find out where. A record's bucket is the
// last byte of its id: random or a hash's in every kind of id, and cheap to select by in SQL.
using BucketSums = std::array<DigestSum, 256>;
[[nodiscard]] quint8 bucketOf(EntityId id);

// SHA-256(id, last sequence as 8 bytes big-endian, SHA-256(type, deleted, groups)).
[[nodiscard]] Hash32 digestLeaf(const protocol::EntityState &entity);

} // namespace film::sync
