#pragma once

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/messages.h"
#include "shared/sync/client_replica.h"
#include "shared/sync/signing.h"
#include "shared/sync/snapshot_place.h"

#include <deque>
#include <map>
#include <variant>
#include <vector>

namespace film::sync {

// The device's side of the connection as a step function: events in, effects out. It has no
// socket, clock, thread or file of its own. Transactions it asks for are carried out in order,
// and nothing that depends on one is sent before TransactionDone comes back.
class ClientSession
{
public:
    // ---- events ----
    struct Start {};
    struct Stop {};
    struct NetworkUp {}; // a hint that it may be worth trying now
    struct SocketOpened {};
    struct SocketClosed {
        int code = 0;
    };
    struct FrameReceived {
        QByteArray bytes;
    };
    struct TransactionDone { // answers RunTransaction, in order
        Result<ClientReplica::Answer> answer;
    };
    struct LocalSaved {}; // something new is in the outbox
    struct TokenReady {
        QByteArray token;
    };
    struct RemovalAccepted {}; // a person has looked, and the server is right
    struct Tick {};            // the moment asked for by WakeAt, or later
    using Event = std::variant<Start, Stop, NetworkUp, SocketOpened, SocketClosed, FrameReceived,
                               TransactionDone, LocalSaved, TokenReady, RemovalAccepted, Tick>;

    // ---- effects ----
    struct OpenSocket {};
    struct CloseSocket {
        int code = 1000;
        QString reason; // English, for the log
    };
    struct SendFrame {
        QByteArray bytes;
    };
    struct RunTransaction {
        ClientReplica::Request request;
    };
    struct WakeAt { // replaces the one before
        Instant at;
    };
    struct StatusChanged {};  // look at status()
    struct RecordsChanged {}; // base or overlay moved: what is on a screen may be old
    using Effect = std::variant<OpenSocket, CloseSocket, SendFrame, RunTransaction, WakeAt,
                                StatusChanged, RecordsChanged>;
    using Effects = std::vector<Effect>;

    enum class Phase {
        Off,
        Backoff,
        Connecting,
        Greeting, // HELLO is being prepared or was sent
        Snapshot,
        Live,
        Draining,  // not welcome any more, or too old: own changes are handed over, nothing comes
        Revoked,   // that is done, and what the server had shown is gone from here
        Review,    // the server would take away most of what is here: a person has to look
        NeedLogin, // the server does not know our token; saving goes on
        UpgradeRequired,
        Halted, // this device's file refused a write
    };

    struct Status {
        Phase phase = Phase::Off;
        quint64 inFlight = 0;     // envelopes sent, not answered
        quint64 snapshotRows = 0; // arrived so far
        quint64 snapshotRowsExpected = 0;
        bool complete = false;    // a checkpoint of this connection was equal
        qint64 clockOffsetMs = 0; // server minus this device
        std::optional<Error> halted;
        std::optional<ClientReplica::RemovalHeld> removal; // with Review
        QString oldestApp; // with Draining: this app is too old, the server wants at least that

        friend bool operator==(const Status &a, const Status &b)
        {
            return a.phase == b.phase && a.inFlight == b.inFlight
                && a.snapshotRows == b.snapshotRows
                && a.snapshotRowsExpected == b.snapshotRowsExpected && a.complete == b.complete
                && a.clockOffsetMs == b.clockOffsetMs
                && a.halted.has_value() == b.halted.has_value()
                && a.removal.has_value() == b.removal.has_value() && a.oldestApp == b.oldestApp;
        }
    };

    struct Keys {
        const Signer &own;
        const Verifier &verifier; // of what the production's authority signs
    };
    // `app` names program and version; `random` spreads reconnects.
    ClientSession(QString app, QByteArray token, const Keys &keys, RandomSource &random);

    // The device's file may be a copy, so that another one writes under the same identity: to be
    // said in HELLO. What both write is taken in any case.
    void setSuspectClone(bool isSuspect) { m_isSuspectClone = isSuspect; }
    // What this program's pushes are a part of (protocol::Push::trace); or nothing.
    void setTrace(const QString &trace) { m_trace = trace; }

    [[nodiscard]] Effects step(Instant now, const Event &event);

    [[nodiscard]] const Status &status() const { return m_status; }

private:
    struct Batch {
        std::vector<MutationId> mutations; // not answered yet
        quint64 firstNumber = 0;           // of its outbox rows
    };

    void handle(const Start &);
    void handle(const Stop &);
    void handle(const NetworkUp &);
    void handle(const SocketOpened &);
    void handle(const SocketClosed &);
    void handle(const FrameReceived &event);
    void handle(const TransactionDone &event);
    void handle(const LocalSaved &);
    void handle(const TokenReady &event);
    void handle(const RemovalAccepted &);
    void handle(const Tick &);

    // What the server says.
    void on(const protocol::HelloOk &ok);
    void on(const protocol::HelloNo &no);
    void on(const protocol::SnapshotBegin &begin);
    void on(const protocol::SnapshotPage &page);
    void on(const protocol::SnapshotEnd &end);
    void on(const protocol::Delta &delta);
    void on(const protocol::Checkpoint &checkpoint);
    void on(const protocol::Ack &ack);
    void on(const protocol::Nack &nack);
    void on(const protocol::Scope &change);
    void on(const protocol::Purge &purge);
    void on(const protocol::DigestAnswer &answer);
    void on(const protocol::Pong &pong);
    void on(const protocol::GoAway &goAway);
    void on(const protocol::AuthNeed &need);
    template<typename Other>
    void on(const Other &message);

    // What the file says.
    void done(const ClientReplica::HelloFacts &facts);
    void done(const ClientReplica::PushLoaded &loaded);
    void done(const ClientReplica::CheckpointVerdict &verdict);
    void done(const ClientReplica::RemovalHeld &held);
    void done(const ClientReplica::Purged &purged);
    void done(const ClientReplica::BucketsDiffer &differ);
    void applied(const ClientReplica::Request &request);

    void followClock(Instant now);
    void connectNow();
    void backOff(std::chrono::milliseconds atLeast, std::chrono::milliseconds spread);
    void backOff();
    void dropConnection(int code, const QString &why);
    void violation(const QString &what);
    void halt(const Error &error);
    void noteBrokenTransfer();
    void startStream();
    void requestPush();
    void sendPush(const std::vector<OutboxRow> &rows);
    [[nodiscard]] protocol::Segment segmentOf(std::span<const OutboxRow> rows) const;
    void run(ClientReplica::Request request);
    void send(const protocol::Message &message);
    void sendPing();
    [[nodiscard]] std::chrono::milliseconds upTo(std::chrono::milliseconds most);
    [[nodiscard]] Instant nextWake() const;
    [[nodiscard]] bool isConnected() const; // HELLO is accepted
    [[nodiscard]] SnapshotPlace placeBehind(const protocol::SnapshotPage &page) const;
    // Whether the authority said that records have to leave this device.
    [[nodiscard]] bool isProven(quint64 sequence, const std::vector<QByteArray> &scope,
                                quint32 reason, const protocol::Signature &signature) const;
    [[nodiscard]] bool knowsAuthority() const;

    QString m_app;
    bool m_isSuspectClone = false;
    QString m_trace;
    QByteArray m_token;
    const Signer &m_signer;
    const Verifier &m_verifier;
    RandomSource &m_random;

    Instant m_now{}; // of the step under way
    Effects m_effects;
    Status m_status;
    std::deque<std::pair<quint64, ClientReplica::Request>> m_running; // with their connection
    quint64 m_connection = 0; // counts connections, so that late answers are told apart

    int m_failedAttempts = 0;
    Instant m_retryAt{};  // in Backoff and Halted
    Instant m_deadline{}; // of connecting and greeting
    Instant m_liveSince{};
    Instant m_heardAt{};
    Instant m_pingAt{};
    quint64 m_pingNumber = 0;
    qint64 m_bestRoundTripMs = -1;

    ProductionId m_production;
    DeviceId m_device;
    protocol::PublicKey m_authority{};
    std::vector<QByteArray> m_scope;    // as HELLO_OK said
    protocol::SnapshotBegin m_snapshot; // under way
    bool m_removalAccepted = false;
    int m_comparisons = 0; // of this connection
    EpochId m_epoch;
    SessionId m_session;        // as HELLO_OK said
    quint64 m_cursor = 0;       // as it will be when everything in m_running is done
    quint64 m_storedCursor = 0; // as it is on disk: what the server may be told
    quint32 m_credit = 0;       // push batches the server still takes
    quint64 m_pushedNumber = 0; // outbox rows up to here are in flight on this connection
    quint64 m_loadedAfter = 0;  // where the rows begin that are being loaded
    quint64 m_nextBatch = 1;
    std::map<quint64, Batch> m_batches;
    bool m_pushLoading = false;
    bool m_pushWanted = false;
    Instant m_pushNotBefore{};
    int m_pushRowsMax = 0;
    bool m_pushSplitsAtoms = false; // the server cannot read something in the first one
    bool m_isStuck = false;         // what is next is never taken
    // Kept from one connection to the next: the link is as slow as it was.
    qsizetype m_pushBytesMax = protocol::limits::messageBytesTarget;
    qsizetype m_pushBytesLimit = protocol::limits::messageBytesTarget; // of this connection
};

} // namespace film::sync
