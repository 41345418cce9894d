#pragma once

#include "shared/base/clock.h"
#include "shared/domain/work_day.h"
#include "shared/protocol/messages.h"
#include "shared/sync/author.h"
#include "shared/sync/client_storage.h"

#include <functional>
#include <set>
#include <span>
#include <variant>

namespace film::sync {

// The device's copy of the production: what the server said (base), what this device said (the
// outbox), and what follows from both (the overlay). Every call is one transaction of the storage:
// records, cursor, chain, digest and outbox states move together or not at all.
class ClientReplica
{
public:
    explicit ClientReplica(ClientStorage &storage);

    // A new launch writes a new stream; to be called once before the first save.
    [[nodiscard]] Result<> startStream(StreamId stream);

    // ---- what the person does ----
    struct Edit {
        EntityType type = EntityType::TimeEntry;
        EntityId entity;
        GroupMap before; // as the person saw it; empty for a new record
        GroupMap after;
        QString reason;
        protocol::InputMethod input = protocol::InputMethod::Manual;
        std::optional<protocol::Resolves> resolves;
        // Approve and Reopen; Delete and Undelete, also as what a decision comes to; what is saved
        // over a deleted record brings it back by itself.
        protocol::Operation operation = protocol::Operation::Set;
        // What must still be as the person saw it when the server applies the edit.
        std::vector<protocol::Guard> guards{};
        ApprovalLevel level = ApprovalLevel::None; // with Approve: of exactly what is in `before`
    };
    // When it returns a value the edits are on disk, all of them, in order. Edits that change
    // nothing are left out. `along` writes in the same transaction what belongs to them.
    using Along = std::function<Result<>()>;
    [[nodiscard]] Result<std::vector<MutationId>> save(std::span<const Edit> edits, UuidSource &ids,
                                                       Instant now, const Along &along = {});

    // The same for edits of different records that the server applies all or not at all.
    [[nodiscard]] Result<std::vector<MutationId>> saveAtom(std::span<const Edit> edits,
                                                           UuidSource &ids, Instant now);

    // Own changes that were carried here in a file: those that the outbox lacks, because the data
    // file was restored or lost, are in it again and wait; the others stay as they are. How many
    // came.
    [[nodiscard]] Result<int> bringBack(std::span<const OutboxRow> rows);

    // ---- what the session asks for (each once, in order) ----
    struct PrepareHello {};      // acked rows above the cursor are pending again from here on
    struct LoadPush {            // own envelopes from the outbox
        quint64 afterNumber = 0; // rows up to here are in flight
        int rowsMax = 0;
        qsizetype bytesMax = 0;
        bool splitsAtoms = false; // to find the one envelope that stops them all
    };
    struct ApplyAck {
        protocol::Ack ack;
    };
    struct ApplyDelta {
        protocol::Delta delta;
    };
    struct Resync {
        quint64 common = 0;
        EpochId epoch;
    };
    struct BeginSnapshot {
        protocol::SnapshotBegin begin;
        EpochId epoch;
    };
    struct StagePage {
        protocol::SnapshotPage page;
        QByteArray place; // SnapshotPlace; empty for a part, which does not go on
    };
    struct EndSnapshot {
        protocol::SnapshotEnd end;
        EpochId epoch;
        std::vector<QByteArray> scope;
        bool isRemovalProven = false; // by the authority's signature, or a person's word
    };
    struct EndPart { // of a snapshot of some cells or buckets
        protocol::SnapshotBegin begin;
    };
    struct ApplyScope {
        protocol::Scope change;
    };
    struct ApplyPurge {};
    struct CompareBuckets {
        std::vector<Hash32> sums;
    };
    struct Recount { // after an unclean end, and once a week
        Instant now{};
    };
    struct VerifyCheckpoint {
        protocol::Checkpoint checkpoint;
        EpochId epoch;
        Instant now{};
    };
    struct StartStream { // somebody else writes the one of this launch
        StreamId stream;
    };
    using Request =
        std::variant<PrepareHello, LoadPush, ApplyAck, ApplyDelta, Resync, BeginSnapshot, StagePage,
                     EndSnapshot, EndPart, ApplyScope, ApplyPurge, CompareBuckets, Recount,
                     VerifyCheckpoint, StartStream>;

    struct HelloFacts {
        ClientMeta meta;
        std::vector<protocol::HistoryPoint> checkpoints;
        quint64 pending = 0;
    };
    struct PushLoaded {
        std::vector<OutboxRow> rows;
    };
    struct Applied {}; // of the others
    struct CheckpointVerdict {
        bool equal = false;
    };
    struct RemovalHeld { // nothing was changed: too much would go, and nobody signed for it
        quint64 held = 0;
        quint64 removed = 0;
    };
    struct Purged {
        quint64 pending = 0; // own changes that are still to be handed over
    };
    struct BucketsDiffer {
        std::vector<quint32> buckets;
    };
    using Answer = std::variant<HelloFacts, PushLoaded, Applied, CheckpointVerdict, RemovalHeld,
                                Purged, BucketsDiffer>;

    [[nodiscard]] Result<Answer> run(const Request &request);

    [[nodiscard]] Result<ClientMeta> meta() { return m_storage.meta(); }

private:
    [[nodiscard]] Result<Answer> perform(const PrepareHello &request);
    [[nodiscard]] Result<Answer> perform(const LoadPush &request);
    [[nodiscard]] Result<Answer> perform(const ApplyAck &request);
    [[nodiscard]] Result<Answer> perform(const ApplyDelta &request);
    [[nodiscard]] Result<Answer> perform(const Resync &request);
    [[nodiscard]] static bool goesOn(const BeginSnapshot &request, const ClientMeta &meta);
    [[nodiscard]] Result<Answer> perform(const BeginSnapshot &request);
    [[nodiscard]] Result<Answer> perform(const StagePage &request);
    [[nodiscard]] Result<Answer> perform(const EndSnapshot &request);
    [[nodiscard]] Result<Answer> perform(const EndPart &request);
    [[nodiscard]] Result<Answer> perform(const ApplyScope &request);
    [[nodiscard]] Result<Answer> perform(const ApplyPurge &request);
    [[nodiscard]] Result<Answer> perform(const CompareBuckets &request);
    [[nodiscard]] Result<Answer> perform(const Recount &request);
    [[nodiscard]] Result<Answer> perform(const VerifyCheckpoint &request);
    [[nodiscard]] Result<Answer> perform(const StartStream &request);

    // Runs `body` in a transaction of its own.
    using Begin = Result<> (ClientStorage::*)();
    template<typename Body>
    [[nodiscard]] auto inTransaction(Body &&body, Begin begin = &ClientStorage::begin)
        -> decltype(body());

    [[nodiscard]] Result<> setStream(StreamId stream);
    [[nodiscard]] Result<std::vector<MutationId>> saveAll(std::span<const Edit> edits,
                                                          UuidSource &ids, Instant now);
    // Nothing if the edit comes to nothing.
    [[nodiscard]] Result<std::optional<EnvelopeDraft>> draftOf(const Edit &edit);
    [[nodiscard]] Result<MutationId> write(const EnvelopeDraft &draft, ClientMeta &meta,
                                           UuidSource &ids, Instant now);
    // Of the last own envelope, whichever launch wrote it.
    [[nodiscard]] Result<quint64> lastHybridClock();
    [[nodiscard]] Result<std::vector<EnvelopeDraft>> atomOf(std::span<const Edit> edits,
                                                            UuidSource &ids, Instant now);
    // The change that the edit comes to; without groups if it comes to nothing.
    [[nodiscard]] static EnvelopeDraft draftOf(const Edit &edit, const RecordContent &current);
    [[nodiscard]] Result<> nameContested(const Edit &edit, const RecordContent &current,
                                         EnvelopeDraft &draft);
    static void addApproval(const Edit &edit, const RecordContent &current, EnvelopeDraft &draft);
    static void nameRecord(const Edit &edit, const protocol::VersionedGroups &current,
                           EnvelopeDraft &draft);
    [[nodiscard]] Result<> applyRow(const protocol::LogRow &row, ClientMeta &meta,
                                    std::set<EntityId> &touched);
    [[nodiscard]] Result<> applyState(const protocol::EntityState &state, ClientMeta &meta);
    [[nodiscard]] Result<std::optional<protocol::EntityState>> seen(EntityId id);
    [[nodiscard]] Result<> refold(EntityId id, quint64 cursor);
    [[nodiscard]] Result<> refoldAll(const std::set<EntityId> &ids, quint64 cursor);
    [[nodiscard]] Result<> refoldOpen(quint64 cursor);
    static void noteGrant(const protocol::EntityState &state, ClientMeta &meta);
    [[nodiscard]] Result<> addCheckpoint(const protocol::HistoryPoint &point);

    ClientStorage &m_storage;
    std::optional<quint64> m_hybridClock; // once something was written
};

// What a record is found by (person, day), read from its groups.
[[nodiscard]] RecordIndex recordIndex(const protocol::EntityState &state);

} // namespace film::sync
