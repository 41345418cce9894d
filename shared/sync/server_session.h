#pragma once

#include "shared/base/clock.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/messages.h"
#include "shared/sync/hello_check.h"
#include "shared/sync/scope_check.h"
#include "shared/sync/server_storage.h"
#include "shared/sync/submission.h"

#include <deque>
#include <map>
#include <variant>
#include <vector>

namespace film::sync {

// The server's side of one connection as a step function: events in, effects out. It has no
// socket, clock, thread or database of its own; whoever runs it carries out the effects and
// brings back what they gave.
class ServerSession
{
public:
    // ---- events ----
    struct Opened {};
    struct FrameReceived {
        QByteArray bytes;
    };
    struct HelloChecked {
        Result<HelloAnswer> answer;
    };
    struct JoinChecked {
        std::variant<protocol::Joined, protocol::JoinNo> answer;
    };
    // Only after the commit has returned; a batch may be decided in several parts.
    struct BatchDecided {
        quint64 batch = 0;
        std::vector<protocol::MutationResult> results;
    };
    struct BatchRefused { // nothing of it was decided
        quint64 batch = 0;
        protocol::Nack::Code code = protocol::Nack::Code::Busy;
        quint32 retryMs = 0;
    };
    struct HeadMoved { // a hint: own commit, another server's, or the poll
        quint64 head = 0;
    };
    struct RowsArrived {
        RowsRead rows;
    };
    struct PageArrived {
        std::vector<protocol::EntityState> rows; // empty: that was all
    };
    struct CheckpointArrived {
        CheckpointRead checkpoint;
    };
    struct BucketsArrived {
        BucketsRead buckets;
    };
    struct ScopeArrived {
        ScopeRead scope;
    };
    struct ReadFailed {};
    struct WriteBufferHigh {};
    struct WriteBufferLow {};
    struct ShuttingDown {
        quint32 spreadMs = 0;
    };
    // The production's history may have lost its end: what the device knows has to be compared.
    struct EpochBegun {
        EpochId epoch;
    };
    // What the device may see may be another, without a row of the log that says so.
    struct ScopeMoved {};
    struct TakenOver {}; // the same stream came in on another connection
    // The device's certificate has a new end; or not, then it ends when it did.
    struct Renewed {
        Result<qint64> endsMs;
    };
    struct Tick {}; // the moment asked for by WakeAt, or later
    struct SocketClosed {};
    using Event =
        std::variant<Opened, FrameReceived, HelloChecked, JoinChecked, BatchDecided, BatchRefused,
                     HeadMoved, RowsArrived, PageArrived, CheckpointArrived, BucketsArrived,
                     ScopeArrived, ReadFailed, WriteBufferHigh, WriteBufferLow, EpochBegun,
                     ShuttingDown, TakenOver, Tick, SocketClosed, Renewed, ScopeMoved>;

    // ---- effects ----
    struct SendFrame {
        QByteArray bytes;
    };
    struct CloseSocket {
        int code = 1000;
        QString reason; // English, for the log
    };
    struct CheckHello { // answer with HelloChecked (checkHello)
        protocol::Hello hello;
    };
    struct CheckJoin { // answer with JoinChecked
        protocol::Join join;
    };
    struct SubmitBatch { // answer with BatchDecided or BatchRefused, or not at all
        quint64 batch = 0;
        std::vector<Submission> submissions;
        QString trace = {}; // as the PUSH had it
    };
    struct ReadRows { // answer with RowsArrived or ReadFailed
        RowsWanted wanted;
    };
    struct ReadPage { // answer with PageArrived or ReadFailed
        PageWanted wanted;
    };
    struct ReadBuckets {}; // answer with BucketsArrived or ReadFailed
    struct ReadScope {     // answer with ScopeArrived (readScope) or ReadFailed
        quint64 cursor = 0;
    };
    struct ReadCheckpoint {}; // answer with CheckpointArrived or ReadFailed
    struct Live {};  // HELLO is accepted: raise the frame limit, send head hints from now on
    struct Renew {}; // answer with Renewed; the device has proven its token and its key
    struct WakeAt {  // replaces the one before
        Instant at;
    };
    using Effect =
        std::variant<SendFrame, CloseSocket, CheckHello, CheckJoin, SubmitBatch, ReadRows, ReadPage,
                     ReadBuckets, ReadScope, ReadCheckpoint, Live, WakeAt, Renew>;
    using Effects = std::vector<Effect>;

    // How much may be under way: messages to the device, and batches of its changes.
    struct Credits {
        quint32 messages = protocol::limits::messageCreditDefault;
        quint32 batches = protocol::limits::pushCreditDefault;
    };
    // `messageBytes`: about how much of rows or a page goes into one message.
    ServerSession(SessionId id, const Verifier &verifier,
                  qsizetype messageBytes = protocol::limits::messageBytesTarget);
    void setCredits(const Credits &credits) { m_credits = credits; }

    [[nodiscard]] Effects step(Instant now, const Event &event);

    // Draining: the device may hand over what it has. Then it has to forget what it was shown, or
    // its app is too old to be shown more.
    enum class Phase { Accepted, Verifying, Snapshot, Live, Draining, Closing, Closed };
    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] SessionId id() const { return m_id; }
    // From the accepted HELLO; null before.
    [[nodiscard]] ProductionId production() const { return m_hello.production; }
    [[nodiscard]] const DeviceRecord &device() const { return m_device; }
    [[nodiscard]] StreamId stream() const { return m_hello.stream; }
    [[nodiscard]] const QString &app() const { return m_hello.app; }
    [[nodiscard]] const Visibility &visibility() const { return m_visibility; }
    [[nodiscard]] quint64 cursor() const { return m_cursor; }
    // How much of the log the device last said is on its disk; 0 if it said nothing yet.
    [[nodiscard]] quint64 confirmed() const { return m_confirmed; }
    // What the device told or asked because it and the server differ, since it connected.
    struct Differences {
        int incidents = 0;
        int comparisons = 0;
        int repairs = 0;
    };
    [[nodiscard]] const Differences &differences() const { return m_differences; }
    // Batches turned down because a segment could not be proven, or not be read.
    [[nodiscard]] int unprovenBatches() const { return m_unprovenBatches; }

private:
    void handle(Instant now, const Opened &);
    void handle(Instant now, const FrameReceived &event);
    void handle(Instant now, const HelloChecked &event);
    void handle(Instant now, const JoinChecked &event);
    void handle(Instant now, const BatchDecided &event);
    void handle(Instant now, const BatchRefused &event);
    void handle(Instant now, const HeadMoved &event);
    void handle(Instant now, const RowsArrived &event);
    void handle(Instant now, const PageArrived &event);
    void handle(Instant now, const CheckpointArrived &event);
    void handle(Instant now, const BucketsArrived &event);
    void handle(Instant now, const ScopeArrived &event);
    void handle(Instant now, const ReadFailed &);
    void handle(Instant now, const WriteBufferHigh &);
    void handle(Instant now, const WriteBufferLow &);
    void handle(Instant now, const ShuttingDown &event);
    void handle(Instant now, const EpochBegun &event);
    void handle(Instant now, const ScopeMoved &);
    void handle(Instant now, const TakenOver &);
    void handle(Instant now, const Tick &);
    void handle(Instant now, const SocketClosed &);
    void handle(Instant now, const Renewed &event);

    void followClock(Instant now);
    void setDevice(const DeviceRecord &device);
    void onFirstMessage(const protocol::Message &message);
    [[nodiscard]] bool asksWithoutReading(const protocol::Message &message);
    void onMessage(Instant now, const protocol::Message &message);
    void onPush(const protocol::Push &push);
    void onAuth(const protocol::Auth &auth);
    void askToRenew(Instant now);
    [[nodiscard]] bool hasExpired() const;
    void send(const protocol::Message &message);
    void sendWithCredit(const protocol::Message &message);
    void spendCredit();
    void close(int code, const QString &reason);
    void onDigestRequest(const protocol::DigestRequest &request);
    void onFetch(const protocol::Fetch &fetch);
    void beginSnapshot(const HelloAnswer &answer);
    void beginPart(const Visibility &cells, std::vector<quint32> buckets, quint32 reason);
    void takeBack(const ConflictId &withdrawn);
    void sendPage();
    void endSnapshot();
    void beginDraining(const std::optional<protocol::Purge> &purge, quint64 pending);
    void purgeWhenDrained();
    void stopWaitingFor(const protocol::Push &push);
    void finishClosing();
    void readNext(Instant now);
    [[nodiscard]] bool isCheckpointDue(Instant now) const;
    [[nodiscard]] bool isOpen() const;
    void armTimer();
    [[nodiscard]] bool maySend() const;

    SessionId m_id;
    const Verifier &m_verifier;
    qsizetype m_messageBytes;
    Credits m_credits;
    Phase m_phase = Phase::Accepted;
    Effects m_effects;

    protocol::Hello m_hello;
    DeviceRecord m_device;
    Visibility m_visibility;
    EpochId m_epoch;

    quint64 m_cursor = 0;       // everything up to here was sent
    Hash32 m_chain;             // of m_cursor
    quint64 m_head = 0;         // highest known
    quint64 m_checkpointed = 0; // sequence of the last checkpoint sent
    bool m_everCheckpointed = false;
    Instant m_checkpointAt{};
    bool m_reading = false;                // one read at a time
    quint32 m_credit = 0;                  // messages the client still takes
    std::map<quint64, size_t> m_undecided; // envelopes of each batch that wait in the lane
    bool m_writeBufferFull = false;
    int m_askedWhileFull = 0;
    Instant m_writeBufferFullSince{};

    // The snapshot under way: of everything visible, or of a part of it.
    struct Part {
        bool isWhole = true;
        Visibility cells;
        std::vector<quint32> buckets;           // still to be read; none: not by buckets
        EntityId after;                         // the last record that was read
        std::deque<protocol::EntityState> page; // read and not sent yet
    };
    Part m_part;
    quint64 m_snapshotSequence = 0;
    Hash32 m_snapshotChain;
    quint64 m_snapshotRows = 0;

    EntityId m_grant; // of the device's member
    bool m_scopeWanted = false;
    quint64 m_withdrawnFor = 0; // the row for whose sake something was taken back
    bool m_bucketsWanted = false;
    std::vector<quint32> m_repairWanted;
    Differences m_differences;
    int m_unprovenBatches = 0;
    quint64 m_confirmed = 0;
    std::optional<protocol::Purge> m_purge; // of Draining, until it is sent
    quint64 m_toDrain = 0;

    Instant m_certificateEnds{};
    bool m_isRenewalAsked = false;
    bool m_isRenewing = false;

    Instant m_steppedAt{};
    Instant m_heardAt{};
    Instant m_deadline{}; // for HELLO, and for closing
};

} // namespace film::sync
