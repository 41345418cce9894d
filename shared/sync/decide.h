#pragma once

#include "shared/protocol/entity_state.h"
#include "shared/protocol/envelope.h"
#include "shared/protocol/messages.h"
#include "shared/sync/defect.h"
#include "shared/sync/record_content.h"
#include "shared/sync/server_storage.h"

#include <optional>
#include <span>
#include <vector>

namespace film::sync {

// The one place where it is settled what a change does. A pure function of what is stored and
// what was signed: the server, a replay of the log and (per group) the device's overlay all come
// to the same answer.

enum class ConflictKind : quint32 { Group = 1, Held = 2, Locked = 3, Guard = 4, Delete = 5 };
enum class ConflictState : quint32 { Open = 1, Resolved = 2 };

// What is stored around the record a mutation is for.
struct Target {
    std::optional<protocol::EntityState> record;
    std::optional<protocol::EntityState> conflict; // the record's conflict, open or resolved
    DepartmentId department;                       // of the person whose record it is or would be
    std::vector<protocol::EntityState> guarded;    // other records that the mutation guards
};

struct Decision {
    protocol::Outcome outcome = protocol::Outcome::Applied;
    std::optional<ConflictId> conflict;
    std::vector<protocol::EntityState> touched;     // new states; empty when nothing changed
    protocol::Cell cell = protocol::Cell::office(); // of the log row
    Defect defect;                                  // with Quarantined: why
    ConflictKind kind = ConflictKind::Group;        // with Conflict and Held
    std::vector<quint32> groups;                    // likewise: those that are in question
};

[[nodiscard]] Decision decide(const Target &target, const protocol::Envelope &envelope,
                              const QByteArray &bytes, const DeviceRecord &author, quint64 sequence,
                              qint64 receivedMs);

// One of the changes of an atom, with the cell in which it is seen.
struct AtomMember {
    const protocol::Envelope &envelope;
    const QByteArray &bytes;
    protocol::Cell cell;
};
// How all of an atom is kept aside of which one member, the owner, did not fit: in the conflict of
// the owner's record, every member as a candidate. What only others may see stays in the log.
// `decided` is what was decided of the owner.
[[nodiscard]] Decision keepAtom(const Target &target, const protocol::Envelope &owner,
                                const DeviceRecord &author, quint64 sequence, qint64 receivedMs,
                                const Decision &decided, std::span<const AtomMember> members);
// Where a change is seen that is kept aside.
[[nodiscard]] protocol::Cell cellOfKept(const Target &target, const protocol::Envelope &envelope,
                                        protocol::Outcome outcome);

// A record has one conflict record for its life; it opens and is resolved, again and again.
[[nodiscard]] ConflictId conflictIdOf(ProductionId production, EntityId target);

// A conflict record as values.
struct ConflictCandidate {
    MutationId mutation;
    UserId author;
    DeviceId device;
    qint64 wallMs = 0;
    qint64 receivedMs = 0;
    QByteArray envelope; // empty if there is no room for it here; the log has it
};
struct ConflictRecord {
    EntityId target;
    EntityType targetType = EntityType::TimeEntry;
    std::vector<quint32> groups; // that clash
    ConflictKind kind = ConflictKind::Group;
    std::vector<ConflictCandidate> candidates;
    ConflictState state = ConflictState::Open;
    UserId resolver;
    MutationId resolution;
};
[[nodiscard]] std::optional<ConflictRecord> conflictFromGroups(const GroupMap &groups);
[[nodiscard]] GroupMap toGroups(const ConflictRecord &conflict);

// The group that says what a record is about, for kinds that have one.
[[nodiscard]] std::optional<quint32> identityGroup(EntityType type);
// Whose record it is, by its identity group; null for records that are nobody's.
[[nodiscard]] PersonId ownerOf(EntityType type, const GroupMap &groups);
// The same, by what a change makes of that group; null where it leaves it alone.
[[nodiscard]] PersonId ownerNamedIn(const protocol::Envelope &envelope);
// Where such a record is visible.
[[nodiscard]] protocol::Cell cellOf(EntityType type, PersonId owner, DepartmentId department);

} // namespace film::sync
