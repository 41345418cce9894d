#pragma once

#include "shared/base/hash.h"
#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/protocol/cell.h"
#include "shared/protocol/entity_state.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>
#include <variant>
#include <vector>

// The messages of filmtracker.sync.v1 as values. Numbers, keys and limits: docs/protocol.md.
namespace film::protocol {

using Signature = std::array<quint8, 64>; // Ed25519
using PublicKey = std::array<quint8, 32>;

enum class Outcome : quint32 {
    Applied = 1,
    Converged = 2,   // somebody else had already made it so
    Conflict = 3,    // both values are kept
    Held = 4,        // kept for the coordinator: the author may not write this
    Duplicate = 5,   // never logged; the answer to a repeated push carries the stored outcome
    Quarantined = 6, // cannot be read or proven; kept aside, no sequence number
    GrantChanged = 7,
    Resolved = 8,
    System = 9,
};

// A place in a production's history that its holder can prove.
struct HistoryPoint {
    quint64 sequence = 0;
    Hash32 chain;

    friend bool operator==(const HistoryPoint &, const HistoryPoint &) = default;
};

// ---- client to server ----------------------------------------------------------------------

struct Hello { // 1
    quint32 protocolMin = 1;
    quint32 protocolMax = 1;
    quint32 schema = 1;
    QString app;
    ProductionId production;
    DeviceId device;
    StreamId stream;
    quint64 streamSequence = 0;
    Hash32 streamHead;
    QByteArray token;
    EpochId epoch;
    quint64 cursor = 0;
    Hash32 chain;
    quint64 highWater = 0;
    bool dirty = false;
    QByteArray snapshotToken;
    std::vector<HistoryPoint> checkpoints;
    Hash32 scopeHash;
    quint64 pending = 0;
    quint64 features = 0;
    bool suspectClone = false;
    qint64 wallMs = 0;
    quint64 monotonicMs = 0;
    quint64 boot = 0;
    quint32 role = 0; // 0 device, 1 hub

    friend bool operator==(const Hello &, const Hello &) = default;
};

// Consecutive envelopes of one stream, proven by one signature over the last one's hash.
struct Segment {
    StreamId stream;
    quint64 firstSequence = 0;
    std::vector<QByteArray> envelopes;
    Hash32 head;
    Signature signature{};

    friend bool operator==(const Segment &, const Segment &) = default;
};

struct Push { // 2
    quint64 batch = 0;
    std::vector<Segment> segments;
    QString trace = {}; // what this is a part of, as a traceparent of W3C Trace Context; or nothing

    friend bool operator==(const Push &, const Push &) = default;
};

struct Credit { // 3
    quint32 messages = 0;
    quint32 bytes = 0;
    quint64 appliedSequence = 0;

    friend bool operator==(const Credit &, const Credit &) = default;
};

struct Ping { // 4
    quint64 number = 0;
    qint64 wallMs = 0;
    quint64 monotonicMs = 0;
    quint64 cursor = 0;

    friend bool operator==(const Ping &, const Ping &) = default;
};

struct Auth { // 5
    QByteArray token;
    Signature proof = {}; // by the device's key

    friend bool operator==(const Auth &, const Auth &) = default;
};

struct DigestRequest { // 6
    QByteArray cell;   // empty: the whole scope
    quint32 level = 0; // 1: a sum for each bucket

    friend bool operator==(const DigestRequest &, const DigestRequest &) = default;
};

struct Fetch { // 7
    QByteArray cell;
    std::vector<quint32> buckets;
    std::vector<EntityId> entities;

    friend bool operator==(const Fetch &, const Fetch &) = default;
};

struct SnapshotNext { // 8
    QByteArray token;

    friend bool operator==(const SnapshotNext &, const SnapshotNext &) = default;
};

struct Bye { // 9
    quint32 reason = 0;

    friend bool operator==(const Bye &, const Bye &) = default;
};

struct Incident { // 10
    quint32 kind = 0;
    QString detail;

    friend bool operator==(const Incident &, const Incident &) = default;
};

// A key that this computer already holds, with the proof that it does. A list of them asks to be
// the device of that key again.
struct KnownKey {
    PublicKey key{};
    Signature proof{}; // over "again1", the key that asks and the code, by this key

    friend bool operator==(const KnownKey &, const KnownKey &) = default;
};

// Turns an invite code into a device of a production; instead of HELLO on a fresh connection.
struct Join { // 11
    quint32 protocolMin = 1;
    quint32 protocolMax = 1;
    QString code;
    PublicKey deviceKey{};
    QString deviceName;
    Signature proof{};           // over "join1" and the code, by the device key
    std::vector<KnownKey> known; // of earlier joins of this computer

    friend bool operator==(const Join &, const Join &) = default;
};

// ---- server to client ----------------------------------------------------------------------

struct HelloOk { // 32
    enum class Verdict : quint32 { Resume = 0, Snapshot = 1, Resync = 2 };
    enum class Mode : quint32 { Full = 0, Drain = 1, ReadOnly = 2 };

    SessionId session;
    quint32 protocol = 1;
    EpochId epoch;
    quint64 head = 0;
    Verdict verdict = Verdict::Resume;
    quint64 common = 0;
    std::vector<QByteArray> scope;
    quint32 streamVerdict = 0; // 0 fine, 1 forked, 2 regressed
    quint32 pushCredit = 0;
    quint32 messageBytesMax = 0;
    quint32 pingSeconds = 0;
    quint32 tokenSecondsLeft = 0;
    qint64 serverMs = 0;
    quint64 durable = 0;
    Mode mode = Mode::Full;
    quint32 level = 0; // 0 cloud, 1 hub
    QString appMin;

    friend bool operator==(const HelloOk &, const HelloOk &) = default;
};

struct HelloNo { // 33
    enum class Code : quint32 {
        Auth = 1,
        Busy = 2,
        Version = 3,
        Revoked = 4,
        Down = 5,
        Unknown = 6
    };

    Code code = Code::Busy;
    quint32 retryMs = 0;
    QString text;

    friend bool operator==(const HelloNo &, const HelloNo &) = default;
};

// Why a change was kept aside. A reader that does not know a number says so in general words.
enum class Refusal : quint32 {
    None = 0,
    Unreadable = 1,
    OtherProduction = 2,
    OtherAuthor = 3, // another device or user than the one that sent it
    Unsupported = 4, // a kind or an operation that this server cannot apply yet
    BadValues = 5,
    ServerRecord = 6, // what the server has of the record cannot be read
    Database = 7,     // the server's database did not take it
    BrokenAtom = 8,   // of changes that belong together some are missing, or cannot be applied
};

struct MutationResult {
    MutationId mutation;
    quint64 sequence = 0; // 0 for Quarantined
    Outcome outcome = Outcome::Applied;
    std::optional<ConflictId> conflict;
    Refusal refusal = Refusal::None; // with Quarantined; travels beside the results

    friend bool operator==(const MutationResult &, const MutationResult &) = default;
};

struct Ack { // 34
    quint64 batch = 0;
    quint32 level = 0;
    std::vector<MutationResult> results;
    quint64 durable = 0;
    quint32 credit = 0;

    friend bool operator==(const Ack &, const Ack &) = default;
};

struct Nack { // 35
    enum class Code : quint32 {
        Busy = 1,
        AuthExpired = 2,
        TooBig = 3,
        BadSegment = 4,
        LaneDown = 5
    };

    quint64 batch = 0;
    Code code = Code::Busy;
    quint32 retryMs = 0;

    friend bool operator==(const Nack &, const Nack &) = default;
};

// A row of the production's log. `post` holds the states it left behind (encodeEntities).
struct LogRow {
    quint64 sequence = 0;
    Outcome outcome = Outcome::Applied;
    QByteArray envelope;
    QByteArray post;
    std::optional<ConflictId> conflict;
    qint64 receivedMs = 0;
    quint32 flags = 0; // bit 0: forked

    friend bool operator==(const LogRow &, const LogRow &) = default;
};

struct Delta {                // 36
    quint64 from = 0;         // exclusive
    quint64 to = 0;           // inclusive
    Hash32 chain;             // of `to`
    std::vector<LogRow> rows; // those of (from, to] that the session may see

    friend bool operator==(const Delta &, const Delta &) = default;
};

struct CellDigest {
    QByteArray cell; // empty: the whole scope
    Hash32 sum;
    quint64 count = 0;

    friend bool operator==(const CellDigest &, const CellDigest &) = default;
};

struct Checkpoint { // 37
    quint64 sequence = 0;
    Hash32 chain;
    std::vector<CellDigest> digests;
    quint64 durable = 0;

    friend bool operator==(const Checkpoint &, const Checkpoint &) = default;
};

// Why records come and go other than by rows of the log.
enum ScopeReason : quint32 {
    NoReason = 0,
    Granted = 1, // the session's scope has changed
    Repair = 2,  // the device asked for records that differ
    Revoked = 3, // the member, or the device, is not welcome any more
};

struct SnapshotBegin { // 38
    quint64 sequence = 0;
    Hash32 chain;
    QByteArray token;
    quint64 estimatedRows = 0;
    std::vector<QByteArray> cells; // scope entries; none: the whole scope
    quint32 reason = 0;            // ScopeReason; one of a later version is no reason to refuse
    Signature signature{};         // with a reason for many records to be gone: removalBytes
    std::vector<quint32> buckets;  // none: all

    friend bool operator==(const SnapshotBegin &, const SnapshotBegin &) = default;
};

struct SnapshotPage { // 39
    std::vector<EntityState> rows;
    QByteArray nextToken;

    friend bool operator==(const SnapshotPage &, const SnapshotPage &) = default;
};

struct SnapshotEnd { // 40
    quint64 sequence = 0;
    Hash32 chain;
    quint64 rows = 0;

    friend bool operator==(const SnapshotEnd &, const SnapshotEnd &) = default;
};

struct Scope { // 41
    std::vector<QByteArray> scope;
    std::vector<QByteArray> gained;
    std::vector<QByteArray> lost;
    quint32 reason = 0;    // ScopeReason; one of a later version is no reason to refuse
    Signature signature{}; // removalBytes

    friend bool operator==(const Scope &, const Scope &) = default;
};

struct Pong { // 42
    quint64 number = 0;
    qint64 clientWallMs = 0;
    qint64 receivedMs = 0;
    qint64 sentMs = 0;
    quint64 head = 0;

    friend bool operator==(const Pong &, const Pong &) = default;
};

struct AuthNeed { // 43
    quint32 secondsLeft = 0;

    friend bool operator==(const AuthNeed &, const AuthNeed &) = default;
};

struct GoAway { // 44
    enum class Code : quint32 { Epoch = 1, Shutdown = 2, TakenOver = 3, Upgrade = 4, Moved = 5 };

    Code code = Code::Shutdown;
    quint32 spreadMs = 0;
    QString url;

    friend bool operator==(const GoAway &, const GoAway &) = default;
};

struct DigestAnswer { // 45
    QByteArray cell;
    quint32 level = 0;
    std::vector<Hash32> sums; // of the 256 buckets
    quint64 sequence = 0;     // the head at which they were taken

    friend bool operator==(const DigestAnswer &, const DigestAnswer &) = default;
};

struct Purge { // 46
    std::vector<QByteArray> cells;
    bool keepOwn = true;
    quint32 reason = 0;    // ScopeReason; one of a later version is no reason to refuse
    Signature signature{}; // removalBytes
    quint64 sequence = 0;  // the head when it was signed: an old one is not played again

    friend bool operator==(const Purge &, const Purge &) = default;
};

struct Want { // 47
    quint64 afterSequence = 0;
    quint32 witness = 0;

    friend bool operator==(const Want &, const Want &) = default;
};

struct Provisional { // 48, from a hub only
    struct Item {
        quint64 hubSequence = 0;
        QByteArray envelope;
        Signature signature{};
        Hash32 head;

        friend bool operator==(const Item &, const Item &) = default;
    };
    std::vector<Item> items;

    friend bool operator==(const Provisional &, const Provisional &) = default;
};

struct ErrorMessage { // 49, then the connection closes
    quint32 code = 0;
    QString text;

    friend bool operator==(const ErrorMessage &, const ErrorMessage &) = default;
};

// What a device is, signed by the production's authority key over the bytes of all other fields.
struct DeviceCertificate {
    ProductionId production;
    DeviceId device;
    UserId user;
    PublicKey deviceKey{};
    quint64 serial = 0;
    qint64 notBeforeMs = 0;
    qint64 notAfterMs = 0;
    Signature signature{};

    friend bool operator==(const DeviceCertificate &, const DeviceCertificate &) = default;
};

struct Joined { // 50
    DeviceCertificate certificate;
    PublicKey authorityKey{};
    PersonId person;  // null for somebody who is not on the crew list
    quint32 role = 0; // film::Role
    QString productionTitle;
    QString personName;
    QByteArray token;

    friend bool operator==(const Joined &, const Joined &) = default;
};

struct JoinNo { // 51
    enum class Code : quint32 {
        UnknownCode = 1,
        UsedCode = 2,
        ExpiredCode = 3,
        Busy = 4,
        Version = 5
    };

    Code code = Code::UnknownCode;
    quint32 retryMs = 0;

    friend bool operator==(const JoinNo &, const JoinNo &) = default;
};

// A type from 1000 up that this version does not know: ignored by rule.
struct UnknownMessage {
    quint64 type = 0;

    friend bool operator==(const UnknownMessage &, const UnknownMessage &) = default;
};

using Message =
    std::variant<Hello, Push, Credit, Ping, Auth, DigestRequest, Fetch, SnapshotNext, Bye, Incident,
                 Join, HelloOk, HelloNo, Ack, Nack, Delta, Checkpoint, SnapshotBegin, SnapshotPage,
                 SnapshotEnd, Scope, Pong, AuthNeed, GoAway, DigestAnswer, Purge, Want, Provisional,
                 ErrorMessage, Joined, JoinNo, UnknownMessage>;

struct Frame {
    quint64 request = 0; // the sender's own; nothing depends on it
    Message message;

    friend bool operator==(const Frame &, const Frame &) = default;
};

enum class Sender { Client, Server };

// One WebSocket message: CBOR [type, request, flags, body]. Bodies above compressFromBytes are
// deflated when that makes them smaller (flag 1).
[[nodiscard]] QByteArray encodeFrame(const Frame &frame);
// `bytesMax` is the limit that holds at this moment (less before HELLO is accepted). Messages of
// the other side's types are ProtocolViolation.
[[nodiscard]] Result<Frame> decodeFrame(QByteArrayView bytes, Sender sender, qsizetype bytesMax);

// What the authority signs where records are to leave a device: nobody else may make it forget.
// The scope it is left with, the place in the history, and why.
[[nodiscard]] QByteArray removalBytes(ProductionId production, DeviceId device, quint64 sequence,
                                      const std::vector<QByteArray> &scope, quint32 reason);
// The bytes a device certificate's signature is over.
[[nodiscard]] QByteArray certificateBytes(const DeviceCertificate &certificate);
// A short stable name for logs: "HELLO", "PUSH" …
[[nodiscard]] QStringView messageName(const Message &message);

} // namespace film::protocol
