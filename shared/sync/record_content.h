#pragma once

#include "shared/base/hash.h"
#include "shared/protocol/entity_state.h"
#include "shared/protocol/envelope.h"

#include <optional>
#include <vector>

namespace film::sync {

// What a record holds, and what a change makes of it. The server decides with this, and the
// device lays its own changes over what it has by it, so that both come to the same.
struct RecordContent {
    bool exists = false;
    bool deleted = false;
    protocol::VersionedGroups groups; // of a deleted one: as it was, so that it can come back

    [[nodiscard]] bool isGone() const { return !exists || deleted; }
};

// ---- one group ----
enum class Fit {
    Fits,      // the author knew what is there now
    Converged, // it already is what the author wants
    Clash,     // somebody else changed it meanwhile to something else
};
[[nodiscard]] Fit fitOf(const protocol::VersionedGroup *current,
                        const protocol::GroupChange &change);
[[nodiscard]] FieldMap changed(const FieldMap &fields, const protocol::GroupChange &change);

// ---- the record ----
// Of the values alone: who wrote them, and when, makes no difference.
[[nodiscard]] Hash32 contentHash(const GroupMap &groups);

// What a guard names: the content of one group or, under schema::whole::Group, of the record but
// for its approvals, which are about the rest.
[[nodiscard]] Hash32 guardHash(EntityType type, const GroupMap &groups, quint32 group);
// Of a record that is gone, none does.
[[nodiscard]] bool holds(const protocol::Guard &guard, EntityType type, const RecordContent &now);

// What a change says about the record being there.
struct Existence {
    bool wasDeleted = false; // as the author saw it
    bool willBeDeleted = false;
    std::optional<Hash32> content; // that the author saw
};
[[nodiscard]] Existence existenceIn(const protocol::Envelope &envelope);
[[nodiscard]] protocol::GroupChange existenceChange(const GroupMap &seen, bool wasDeleted,
                                                    bool willBeDeleted);
// Whether a change under schema::whole::Group says nothing but that.
[[nodiscard]] bool isExistenceChange(const protocol::GroupChange &change);

// The groups in which the change does not fit; schema::whole::Group for the record being there.
[[nodiscard]] std::vector<quint32> clashesOf(const RecordContent &now,
                                             const protocol::Envelope &envelope);
// Lays a change that fits over the record. True if that changed something.
bool layOver(RecordContent &content, const protocol::Envelope &envelope);

// The fields without the versions.
[[nodiscard]] GroupMap plainGroups(const protocol::VersionedGroups &groups);

} // namespace film::sync
