#pragma once

#include "shared/base/hash.h"
#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/protocol/entity_state.h"
#include "shared/protocol/messages.h"
#include "shared/sync/digest.h"

#include <optional>
#include <span>
#include <vector>

// What the device's side of the sync core asks of its database file. SQLite implements it in
// shared/store; the simulation implements it in memory, with crashes at every boundary.
namespace film::sync {

// What the device knows about itself and about how far it is. One row.
struct ClientMeta {
    // Who this is. Null device: not joined (works alone).
    ProductionId production;
    DeviceId device;
    UserId user;
    PersonId person;
    quint32 role = 0; // film::Role
    quint64 certificate = 0;
    protocol::PublicKey authorityKey{}; // of the production; zeros if the device never got it

    // The stream this launch writes (a new one starts with every launch).
    StreamId stream;
    quint64 streamSequence = 0; // of the last envelope in it
    Hash32 lastHash;            // of the device's last envelope, in this stream or the one before

    // How far this device has followed the production, as verified.
    EpochId epoch;
    quint64 cursor = 0;
    Hash32 chain;
    quint64 highWater = 0;         // highest sequence of any row stored, also staged ones
    Digest digest;                 // over all base records
    std::vector<QByteArray> scope; // entries of what the base covers (visibility.h)

    // A snapshot that is under way.
    bool inSnapshot = false;
    QByteArray snapshotToken;
    // Set when something did not add up; the next HELLO says so and gets a snapshot.
    bool dirty = false;

    friend bool operator==(const ClientMeta &, const ClientMeta &) = default;
};

// What the device's queries find a record by, read out of its groups.
struct RecordIndex {
    PersonId person; // whose; null where it is nobody's
    qint64 day = 0;  // Julian day number; 0 where it has none

    friend bool operator==(const RecordIndex &, const RecordIndex &) = default;
};

struct OutboxRow {
    enum class Status : quint8 { Pending = 0, Acked = 1 };

    quint64 number = 0; // order of writing, 1, 2, 3 …
    MutationId mutation;
    EntityId entity;
    StreamId stream;
    quint64 sequence = 0; // within the stream
    QByteArray envelope;  // never changed
    Hash32 hash;          // SHA-256 of envelope
    Status status = Status::Pending;
    quint64 loggedSequence = 0;                             // once acked
    protocol::Outcome outcome = protocol::Outcome::Applied; // once acked
    std::optional<ConflictId> conflict;                     // once acked
    protocol::Refusal refusal = protocol::Refusal::None;    // once quarantined

    friend bool operator==(const OutboxRow &, const OutboxRow &) = default;
};

struct OutboxCounts {
    quint64 pending = 0;     // not acknowledged by the server
    quint64 unconfirmed = 0; // acknowledged, but its log row has not come back yet
    quint64 refused = 0;     // quarantined: needs a person

    friend bool operator==(const OutboxCounts &, const OutboxCounts &) = default;
};

// All calls but the first between begin() and commit() or rollback(). Failures leave the
// transaction unusable: roll back.
class ClientStorage
{
public:
    virtual ~ClientStorage() = default;

    [[nodiscard]] virtual Result<> begin() = 0;
    // For pages of a snapshot, which can be asked for again: a power cut may take the last of these
    // transactions back, in order, until one of begin() is committed.
    [[nodiscard]] virtual Result<> beginStaging() { return begin(); }
    [[nodiscard]] virtual Result<> commit() = 0; // durable when it returns (but staging)
    virtual void rollback() = 0;

    [[nodiscard]] virtual Result<ClientMeta> meta() = 0;
    [[nodiscard]] virtual Result<> setMeta(const ClientMeta &meta) = 0;

    // The authoritative replica.
    [[nodiscard]] virtual Result<std::optional<protocol::EntityState>> base(EntityId id) = 0;
    [[nodiscard]] virtual Result<> putBase(const protocol::EntityState &state,
                                           const RecordIndex &index) = 0;
    [[nodiscard]] virtual Result<> clearBase() = 0;

    // What the person sees of records with own changes that are not confirmed yet. Records
    // without an overlay are seen as their base.
    [[nodiscard]] virtual Result<std::optional<protocol::EntityState>> overlay(EntityId id) = 0;
    [[nodiscard]] virtual Result<> putOverlay(const protocol::EntityState &state,
                                              const RecordIndex &index) = 0;
    [[nodiscard]] virtual Result<> removeOverlay(EntityId id) = 0;

    // Own envelopes; never deleted while the production lives.
    [[nodiscard]] virtual Result<quint64> appendOutbox(const OutboxRow &row) = 0; // gives number
    // Those that are not confirmed (pending, or acked above the cursor), in order of writing.
    [[nodiscard]] virtual Result<std::vector<OutboxRow>> openOutboxOf(EntityId id,
                                                                      quint64 cursor) = 0;
    [[nodiscard]] virtual Result<std::vector<EntityId>> openOutboxEntities(quint64 cursor) = 0;
    [[nodiscard]] virtual Result<std::vector<OutboxRow>> pendingAfter(quint64 number,
                                                                      int rowsMax) = 0;
    // The row's record; nothing if there is no such row.
    [[nodiscard]] virtual Result<std::optional<EntityId>>
    markAcked(const protocol::MutationResult &result) = 0;
    // Acked rows with a logged sequence above `sequence` become pending again.
    [[nodiscard]] virtual Result<> reopenAckedAbove(quint64 sequence) = 0;
    [[nodiscard]] virtual Result<OutboxCounts> outboxCounts(quint64 cursor) = 0;
    // The last one that was written, if there is any.
    [[nodiscard]] virtual Result<std::optional<OutboxRow>> lastOutboxRow() = 0;

    // Pages of a snapshot wait here until all are there.
    [[nodiscard]] virtual Result<> clearStage() = 0;
    struct StagedRow {
        protocol::EntityState state;
        RecordIndex index;
    };
    [[nodiscard]] virtual Result<> stage(std::span<const StagedRow> rows) = 0;
    // The stage becomes the base; the stage is empty afterwards. Returns the digest of it.
    [[nodiscard]] virtual Result<Digest> swapStage() = 0;
    // The same for the records covered by `cells` in one of `buckets` (none: in any); the others
    // stay. Returns the digest of the whole base.
    [[nodiscard]] virtual Result<Digest> swapStagedPart(std::span<const QByteArray> cells,
                                                        std::span<const quint32> buckets) = 0;
    // What a swap of the whole stage would do.
    struct Removal {
        quint64 held = 0;    // records in the base
        quint64 removed = 0; // that are not in the stage
    };
    [[nodiscard]] virtual Result<Removal> removalByStage() = 0;

    // Removes base records outside the scope, and their history, so that they cannot be read back
    // from the file once it is committed. Returns the digest of what is left.
    [[nodiscard]] virtual Result<Digest> keepOnly(std::span<const QByteArray> scope) = 0;
    // Counted anew from the base records.
    [[nodiscard]] virtual Result<Digest> baseDigest() = 0;
    [[nodiscard]] virtual Result<BucketSums> baseBuckets() = 0;

    // Verified places of the history, ascending.
    [[nodiscard]] virtual Result<std::vector<protocol::HistoryPoint>> checkpoints() = 0;
    [[nodiscard]] virtual Result<>
    setCheckpoints(std::span<const protocol::HistoryPoint> points) = 0;

    // Rows of the log as they came by, for the history of a record.
    [[nodiscard]] virtual Result<> putLogRow(EntityId entity, const protocol::LogRow &row) = 0;
    // Those above are in no log any more.
    [[nodiscard]] virtual Result<> removeLogAbove(quint64 sequence) = 0;

    // Something that should not have happened, for the report.
    [[nodiscard]] virtual Result<> putIncident(const QString &kind, const QString &detail,
                                               qint64 atMs) = 0;
};

} // namespace film::sync
