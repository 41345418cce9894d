#pragma once

#include "shared/base/hash.h"
#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/domain/custom_role.h"
#include "shared/protocol/cell.h"
#include "shared/protocol/entity_state.h"
#include "shared/protocol/messages.h"
#include "shared/sync/digest.h"
#include "shared/sync/visibility.h"

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

// What the server side of the sync core asks of its database. SQLite and PostgreSQL implement it
// in shared/store; the simulation implements it in memory, with faults.
namespace film::sync {

struct ProductionHead {
    quint64 sequence = 0;
    Hash32 chain;
    EpochId epoch;

    friend bool operator==(const ProductionHead &, const ProductionHead &) = default;
};

// What the log says of a mutation it already holds.
struct LoggedMutation {
    MutationId mutation;
    quint64 sequence = 0;
    protocol::Outcome outcome = protocol::Outcome::Applied;
    std::optional<ConflictId> conflict;
};

struct StreamPosition {
    StreamId stream;
    quint64 sequence = 0;

    friend auto operator<=>(const StreamPosition &, const StreamPosition &) = default;
};

// One new row of change_log.
struct LogAppend {
    quint64 sequence = 0;
    MutationId mutation;
    StreamPosition position;
    DeviceId device;
    UserId author;
    EntityType type = EntityType::TimeEntry;
    EntityId entity;
    protocol::Cell cell = protocol::Cell::office(); // of the record; decides who receives the row
    protocol::Outcome outcome = protocol::Outcome::Applied;
    std::optional<ConflictId> conflict;
    qint64 receivedMs = 0;
    SessionId session;
    std::array<quint8, 16> salt{};
    QByteArray envelope;
    Hash32 envelopeHash;
    QByteArray post; // protocol::encodeEntities
    Hash32 chain;
    quint32 flags = 0; // bit 0: forked
    // Of a row whose salt and envelope were erased: the hash that they had.
    std::optional<Hash32> sealed = {};
};

// An envelope that cannot enter the log; its bytes are kept aside for a person to look at.
struct QuarantinedEnvelope {
    MutationId mutation; // null if it could not be read
    DeviceId device;
    SessionId session;
    qint64 receivedMs = 0;
    QByteArray envelope;
    QString reason; // English, for the administrator
};

// What some changes of a batch wrote.
struct BatchPart {
    std::vector<LogAppend> rows;                // ascending, dense, going on from the part before
    std::vector<protocol::EntityState> added;   // records that were not there; each once
    std::vector<protocol::EntityState> changed; // records that were; each once
};

// What is known when all of a batch has been decided.
struct BatchEnd {
    // Final values by cell bytes; "" is the sum of all.
    std::map<QByteArray, Digest> addedDigests;   // of cells that had none
    std::map<QByteArray, Digest> changedDigests; // of those that had
    std::vector<QuarantinedEnvelope> quarantined;
    ProductionHead head;
};

// What a batch has to know before it decides.
struct BatchWanted {
    std::vector<MutationId> mutations;
    std::vector<StreamPosition> positions;
    std::vector<StreamId> streams; // how far they go
    std::vector<EntityId> entities;
};

// Those of the wanted that there are, in any order.
struct BatchFound {
    ProductionHead head;                   // where the batch goes on
    std::vector<LoggedMutation> mutations; // that the log holds already
    std::vector<StreamPosition> positions; // that the log holds some envelope at: forks, if the
                                           // mutation is new
    std::vector<StreamPosition> streams;   // the highest that the log holds of each
    std::vector<protocol::EntityState> entities;
};

// One batch under the production's lock. Destroying it without commit() rolls back.
class ServerTransaction
{
public:
    virtual ~ServerTransaction() = default;

    [[nodiscard]] virtual const BatchFound &found() const = 0;
    // Looks for more; what there is joins found(). Before the first write().
    [[nodiscard]] virtual Result<> find(const BatchWanted &wanted) = 0;
    // Digests of the given cells that exist ("" is the sum of all).
    [[nodiscard]] virtual Result<std::map<QByteArray, Digest>>
    findDigests(std::span<const QByteArray> cells) = 0;
    // The database may work on a part while the next one is decided; what fails may be said later.
    [[nodiscard]] virtual Result<> write(const BatchPart &part) = 0;
    // To be called once. Timeout: the answer to the commit did not come, so that only the log
    // knows whether it happened. Any other error: nothing was written.
    [[nodiscard]] virtual Result<> commit(const BatchEnd &end) = 0;
};

// A registered device with its person's place in the production.
struct DeviceRecord {
    DeviceId device;
    UserId user;
    protocol::PublicKey key{};
    quint64 certificate = 0;
    qint64 certificateEndsMs = 0;
    Hash32 tokenHash;         // SHA-256 of the token
    bool revoked = false;     // the device, when it was registered or since
    bool memberEnded = false; // its member, by the grant
    Role role = Role::Crew;
    PersonId person;                    // null for somebody who is not on the crew list
    DepartmentId department;            // of a head of department; else null
    std::optional<CustomRole> custom{}; // by the grant; `role` is the nearest of the fixed ones
    // Whose processing is restricted in the production, by id; what of it counts says
    // visibilityOf().
    std::vector<PersonId> restricted{};

    [[nodiscard]] Permissions permissions() const
    {
        return custom ? custom->permissions : Permissions(role);
    }
};

struct RowsRead {
    std::vector<protocol::LogRow> rows;
    quint64 to = 0;           // everything of (from, to] that may be seen is in rows
    Hash32 chain;             // of `to`
    bool passesGrant = false; // `to` is a row of the grant: the scope may be another behind it
    QByteArray frame;         // the DELTA of all this, where somebody has encoded it already
    // The first row's conflict, where only who sees nobody hidden is given that row: the conflict
    // may have been the office's before, and is there no more. Such a row is always the first of
    // what is read, so that what was shown of the conflict until then has been given.
    std::optional<ConflictId> withdrawn = {};
};

struct RowsWanted {
    quint64 from = 0;
    Visibility visibility;
    DeviceId device;
    EntityId grant; // of the session's member; no row behind one of it is given
    int rowsMax = 0;
    qsizetype bytesMax = 0;
    // The history that the asker is in; what is read from the database is in its own.
    EpochId epoch = {};
    Hash32 chain = {}; // of `from`
};

struct PageWanted {
    Visibility visibility;
    std::optional<quint8> bucket; // none: all
    EntityId after;
    int rowsMax = 0;
    qsizetype bytesMax = 0;
};

struct CheckpointRead {
    ProductionHead head;
    Digest digest; // of everything visible, at exactly this head
};

struct BucketsRead {
    quint64 sequence = 0; // the head
    BucketSums sums;      // of everything visible, at exactly this head
};

class ServerStorage
{
public:
    virtual ~ServerStorage() = default;

    // Locks the production's row first of all, and then looks for what is wanted. Fails with
    // NotFound for an unknown production.
    [[nodiscard]] virtual Result<std::unique_ptr<ServerTransaction>>
    begin(ProductionId, const BatchWanted &wanted) = 0;

    [[nodiscard]] virtual Result<ProductionHead> head(ProductionId) = 0;
    // With role, person and department by the member's grant at the head (grants.h), and with whose
    // processing is restricted now.
    [[nodiscard]] virtual Result<std::optional<DeviceRecord>> device(ProductionId, DeviceId) = 0;
    // The chain after that row; nothing if there is no such row. Row 0 has the null hash.
    [[nodiscard]] virtual Result<std::optional<Hash32>> chainAt(ProductionId, quint64 sequence) = 0;
    // Rows after `from` in order: visible ones, and those `device` wrote itself (then, if the
    // cell is not visible, with an empty post). At most rowsMax rows examined or returned, and
    // about bytesMax bytes, but at least one row if there is one.
    [[nodiscard]] virtual Result<RowsRead> rows(ProductionId, const RowsWanted &wanted) = 0;
    // Visible records with id > after, by id.
    [[nodiscard]] virtual Result<std::vector<protocol::EntityState>>
    page(ProductionId, const PageWanted &wanted) = 0;
    // Head and digest read in one snapshot of the database.
    [[nodiscard]] virtual Result<CheckpointRead> checkpoint(ProductionId, const Visibility &) = 0;
    // The same from the records themselves, in parts; reads all of them.
    [[nodiscard]] virtual Result<BucketsRead> buckets(ProductionId, const Visibility &) = 0;
    // By the production's authority key.
    [[nodiscard]] virtual Result<protocol::Signature> signAsAuthority(ProductionId,
                                                                      QByteArrayView message) = 0;
};

} // namespace film::sync
