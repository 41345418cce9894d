#pragma once

#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/domain/field_value.h"
#include "shared/domain/schema.h"
#include "shared/protocol/cell.h"

#include <map>
#include <vector>

namespace film::protocol {

// A group with the version that wrote it.
struct VersionedGroup {
    MutationId version;
    FieldMap fields;

    friend bool operator==(const VersionedGroup &, const VersionedGroup &) = default;
};
using VersionedGroups = std::map<quint32, VersionedGroup>;

// A record as the server holds it and sends it. `groups` are canonical bytes that are stored,
// hashed and sent as they are.
struct EntityState {
    EntityId id;
    EntityType type = EntityType::TimeEntry;
    Cell cell = Cell::everyone();
    quint64 lastSequence = 0;
    bool deleted = false;
    QByteArray groups;

    friend bool operator==(const EntityState &, const EntityState &) = default;
};

// About how many bytes it takes in a message, and never fewer.
[[nodiscard]] qsizetype sizeOnWire(const EntityState &state);

// Map group -> [version, map field -> value].
[[nodiscard]] QByteArray encodeGroups(const VersionedGroups &groups);
[[nodiscard]] Result<VersionedGroups> decodeGroups(QByteArrayView bytes);
// A group's fields alone, for content hashes.
[[nodiscard]] QByteArray encodeFields(const FieldMap &fields);
// The same of a record: map group -> map field -> value. A group without fields is left out, as
// if it had never been there.
[[nodiscard]] QByteArray encodeContent(const GroupMap &groups);

// What a log row left behind: the whole state of each record it touched.
[[nodiscard]] QByteArray encodeEntities(const std::vector<EntityState> &entities);
[[nodiscard]] Result<std::vector<EntityState>> decodeEntities(QByteArrayView bytes);

} // namespace film::protocol
