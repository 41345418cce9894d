#include "shared/sync/snapshot_place.h"

#include <QtEndian>

namespace film::sync {

namespace {

constexpr qsizetype numberBytes = 8;
constexpr qsizetype placeBytes =
    numberBytes + 2 * Hash32::byteCount + EpochId::byteCount + EntityId::byteCount;

} // namespace

QByteArray SnapshotPlace::toBytes() const
{
    QByteArray bytes(numberBytes, '\0');
    qToBigEndian(sequence, bytes.data());
    return bytes.append(chain.view())
        .append(epoch.view())
        .append(scope.view())
        .append(after.view());
}

std::optional<SnapshotPlace> SnapshotPlace::fromBytes(QByteArrayView bytes)
{
    if (bytes.size() != placeBytes)
        return std::nullopt;
    const auto take = [&bytes](qsizetype count) {
        const QByteArrayView taken = bytes.first(count);
        bytes = bytes.sliced(count);
        return taken;
    };
    SnapshotPlace place;
    place.sequence = qFromBigEndian<quint64>(take(numberBytes).data());
    place.chain = Hash32::fromBytes(take(Hash32::byteCount)).value_or(Hash32());
    place.epoch = EpochId::fromBytes(take(EpochId::byteCount)).value_or(EpochId());
    place.scope = Hash32::fromBytes(take(Hash32::byteCount)).value_or(Hash32());
    place.after = EntityId::fromBytes(take(EntityId::byteCount)).value_or(EntityId());
    return place;
}

} // namespace film::sync
