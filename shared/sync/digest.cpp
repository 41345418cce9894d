#include "shared/sync/digest.h"

#include <QtEndian>

namespace film::sync {

namespace {

std::array<quint64, 4> limbsOf(const std::array<quint8, 32> &bytes)
{
    std::array<quint64, 4> limbs{};
    for (size_t i = 0; i < 4; ++i)
        limbs[3 - i] = qFromBigEndian<quint64>(bytes.data() + 8 * i);
    return limbs;
}

void addLimbs(std::array<quint64, 4> &sum, const std::array<quint64, 4> &other)
{
    quint64 carry = 0;
    for (size_t i = 0; i < 4; ++i) {
        const quint64 partial = sum[i] + carry;
        carry = partial < carry ? 1 : 0;
        sum[i] = partial + other[i];
        carry += sum[i] < partial ? 1 : 0;
    }
}

} // namespace

std::optional<DigestSum> DigestSum::fromBytes(QByteArrayView bytes)
{
    const std::optional<Hash32> hash = Hash32::fromBytes(bytes);
    if (!hash)
        return std::nullopt;
    DigestSum sum;
    sum.m_limbs = limbsOf(hash->bytes());
    return sum;
}

Hash32 DigestSum::toHash() const
{
    std::array<quint8, 32> bytes{};
    for (size_t i = 0; i < 4; ++i)
        qToBigEndian(m_limbs[3 - i], bytes.data() + 8 * i);
    return Hash32(bytes);
}

QByteArray DigestSum::toBytes() const
{
    return toHash().toByteArray();
}

void DigestSum::add(const Hash32 &leaf)
{
    addLimbs(m_limbs, limbsOf(leaf.bytes()));
}

void DigestSum::subtract(const Hash32 &leaf)
{
    // a - b = a + ~b + 1, modulo 2^256.
    std::array<quint64, 4> complement = limbsOf(leaf.bytes());
    for (quint64 &limb : complement)
        limb = ~limb;
    addLimbs(complement, {1, 0, 0, 0});
    addLimbs(m_limbs, complement);
}

void DigestSum::add(const DigestSum &other)
{
    addLimbs(m_limbs, other.m_limbs);
}

void Digest::add(const protocol::EntityState &entity)
{
    add(digestLeaf(entity));
}

void Digest::add(const Hash32 &leaf)
{
    sum.add(leaf);
    ++count;
}

void Digest::subtract(const Hash32 &leaf)
{
    sum.subtract(leaf);
    --count;
}

void Digest::subtract(const protocol::EntityState &entity)
{
    subtract(digestLeaf(entity));
}

Hash32 digestLeaf(const protocol::EntityState &entity)
{
    std::array<char, 5> head{};
    qToBigEndian(static_cast<quint32>(entity.type), head.data());
    head[4] = entity.deleted ? 1 : 0;
    const Hash32 content =
        sha256({QByteArrayView(head.data(), qsizetype(head.size())), entity.groups});

    std::array<char, 8> sequence{};
    qToBigEndian(entity.lastSequence, sequence.data());
    return sha256({entity.id.view(), QByteArrayView(sequence.data(), 8), content.view()});
}

quint8 bucketOf(EntityId id)
{
    return id.bytes().back();
}

} // namespace film::sync
