#pragma once

#include "shared/base/clock.h"
#include "shared/base/uuid_source.h"
#include "shared/protocol/entity_state.h"
#include "shared/protocol/envelope.h"
#include "shared/sync/record_content.h"

namespace film::sync {

// Who writes, and where their stream of envelopes stands.
struct AuthorState {
    ProductionId production;
    DeviceId device;
    UserId user;
    quint64 certificate = 0;
    StreamId stream;
    quint64 streamSequence = 0;
    Hash32 lastHash;
    quint64 cursor = 0;
    EpochId epoch;
    quint64 hybridClock = 0;
};

// What is to be said, before it is signed.
struct EnvelopeDraft {
    EntityType type = EntityType::TimeEntry;
    EntityId entity;
    protocol::Operation operation = protocol::Operation::Set;
    std::map<quint32, protocol::GroupChange> groups;
    QString reason;
    protocol::InputMethod input = protocol::InputMethod::Manual;
    std::optional<protocol::Resolves> resolves;
    std::vector<protocol::Guard> guards;
    std::optional<protocol::Atom> atom;
};

struct SealedEnvelope {
    protocol::Envelope envelope;
    QByteArray bytes;
    Hash32 hash;
};

// The changes that turn what the author saw (`before`) into what they want (`after`), group by
// group. `current` is what is stored now: where it still equals `before`, its version is the base;
// where it moved on meanwhile there is no base, and the server will find the clash.
// Groups missing from `after` are left alone; fields missing from a group of it become unknown.
[[nodiscard]] std::map<quint32, protocol::GroupChange>
changesBetween(const GroupMap &before, const GroupMap &after,
               const protocol::VersionedGroups &current);

// Says of a group what was seen, and changes nothing.
[[nodiscard]] protocol::GroupChange unchanged(const GroupMap &seen, quint32 group,
                                              const protocol::VersionedGroups &current);

// Gives the draft its place in the author's stream and moves the state on.
[[nodiscard]] SealedEnvelope seal(const EnvelopeDraft &draft, AuthorState &author, UuidSource &ids,
                                  Instant now);

} // namespace film::sync
