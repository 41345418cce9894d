#pragma once

#include "shared/base/clock.h"
#include "shared/base/hash.h"
#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/domain/field_value.h"
#include "shared/domain/schema.h"

#include <map>
#include <optional>
#include <vector>

namespace film::protocol {

enum class Operation : quint32 {
    Set = 1,
    Create = 2,
    Delete = 3,
    Undelete = 4,
    Resolve = 5, // a person's decision on a conflict
    Approve = 6,
    Reopen = 7,
    Grant = 8,
    Note = 9,
};

// How the value came in.
enum class InputMethod : quint32 { Manual = 0, Copy = 1, Import = 2, Timer = 3 };

// A change of one group. `pre` is the whole group as the author saw it, so that the server can
// tell whether the author knew what is there now; `set` and `removed` name only what changes.
// A removed field is unknown again; a field set to null is explicitly none.
struct GroupChange {
    std::optional<MutationId> base; // the version the author saw; none if the group was absent
    FieldMap pre;
    FieldMap set;
    std::vector<quint32> removed; // ascending, without repeats

    friend bool operator==(const GroupChange &, const GroupChange &) = default;
};

// What must still hold when the mutation is applied: the group has this content hash.
struct Guard {
    EntityId entity;
    quint32 group = 0;
    Hash32 hash;

    friend bool operator==(const Guard &, const Guard &) = default;
};

struct Atom {
    AtomId id;
    quint32 size = 0;

    friend bool operator==(const Atom &, const Atom &) = default;
};

// Which conflict is decided, and every candidate the person had seen.
struct Resolves {
    ConflictId conflict;
    std::vector<MutationId> candidates; // ascending

    friend bool operator==(const Resolves &, const Resolves &) = default;
};

// One change to one record, as its author signed it (docs/protocol.md, "Envelope"). The bytes are
// made once, by the author; everybody else stores and passes on those very bytes.
struct Envelope {
    quint32 version = 1;
    MutationId mutation; // the only idempotency key
    ProductionId production;
    DeviceId device;
    StreamId stream;
    quint64 sequence = 0; // 1, 2, 3 … within the stream
    Hash32 previous; // SHA-256 of the bytes of the envelope before, in the device's life
    UserId author;
    quint64 certificate = 0;
    EntityType type = EntityType::TimeEntry;
    EntityId entity;
    quint32 schema = film::schema::version;
    Operation operation = Operation::Set;
    std::map<quint32, GroupChange> groups;
    std::vector<Guard> guards;
    std::optional<Atom> atom;
    quint64 baseSequence = 0; // the author's cursor when writing, for information
    EpochId epoch; // likewise
    quint64 hybridClock = 0; // 48-bit milliseconds, 16-bit counter; never decides anything
    qint64 wallMs = 0; // the author's clock; never decides anything
    quint64 monotonicMs = 0;
    quint64 boot = 0;
    QString timeZoneData; // such as "2025b"
    QString reason; // at most 500 characters
    InputMethod input = InputMethod::Manual;
    std::optional<Resolves> resolves;

    friend bool operator==(const Envelope &, const Envelope &) = default;
};

// Deterministic CBOR (RFC 8949, 4.2.1).
[[nodiscard]] QByteArray encodeEnvelope(const Envelope &envelope);
// Accepts only what encodeEnvelope could have written, plus unknown keys from 1000 up. Fails with
// ProtocolViolation or LimitExceeded; never reads past the bytes, never allocates by their word.
[[nodiscard]] Result<Envelope> decodeEnvelope(QByteArrayView bytes);

} // namespace film::protocol
