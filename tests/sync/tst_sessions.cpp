#include "shared/domain/approved_week.h"
#include "shared/domain/records.h"
#include "shared/protocol/limits.h"
#include "shared/sync/author.h"
#include "shared/sync/client_session.h"
#include "shared/sync/server_session.h"
#include "shared/sync/signing.h"
#include "tests/sync/memory_client_storage.h"
#include "tests/sync/memory_server_storage.h"

#include <QTest>

using namespace film;
using namespace film::sync;
using namespace film::simulation;
namespace limits = film::protocol::limits;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
namespace limits = film::protocol::limits;

namespace {

constexpr Instant start = instantFromMs(1'763'000'000'000);
const Ed25519Verifier verifier;

template<typename Wanted, typename Effects>
const Wanted *first(const Effects &effects)
{
    for (const auto &effect : effects) {
        if (const auto *wanted = std::get_if<Wanted>(&effect))
            return wanted;
    }
    return nullptr;
}

template<typename Wanted>
QByteArray frameOf(const Wanted &message)
{
    return protocol::encodeFrame({0, message});
}

// The messages of a kind among the frames that were sent.
template<typename Wanted, typename Send, typename Effects>
std::vector<Wanted> allSentBy(const Effects &effects, protocol::Sender sender)
{
    std::vector<Wanted> found;
    for (const auto &effect : effects) {
        const auto *send = std::get_if<Send>(&effect);
        if (!send)
            continue;
        const auto frame = protocol::decodeFrame(send->bytes, sender, 1 << 20);
        if (frame && std::holds_alternative<Wanted>(frame->message))
            found.push_back(std::get<Wanted>(frame->message));
    }
    return found;
}

template<typename Wanted>
std::vector<Wanted> allSent(const ServerSession::Effects &effects)
{
    return allSentBy<Wanted, ServerSession::SendFrame>(effects, protocol::Sender::Server);
}

// The last of them.
template<typename Wanted, typename Send, typename Effects>
std::optional<Wanted> sentBy(const Effects &effects, protocol::Sender sender)
{
    const std::vector<Wanted> all = allSentBy<Wanted, Send>(effects, sender);
    return all.empty() ? std::nullopt : std::optional(all.back());
}

template<typename Wanted>
std::optional<Wanted> sent(const ServerSession::Effects &effects)
{
    return sentBy<Wanted, ServerSession::SendFrame>(effects, protocol::Sender::Server);
}

template<typename Wanted>
std::optional<Wanted> sent(const ClientSession::Effects &effects)
{
    return sentBy<Wanted, ClientSession::SendFrame>(effects, protocol::Sender::Client);
}

// A server session with an accepted device, and what is needed to push to it.
struct Accepted {
    Ed25519Verifier verifier;
    Ed25519Signer signer{SecretSeed{7}};
    SeededRandom random{1};
    UuidSource ids{random};
    ServerSession session{SessionId(random.bytes<16>()), verifier};
    ProductionId production{random.bytes<16>()};
    DeviceRecord device;
    AuthorState author;
    std::optional<protocol::Atom> atom; // of what is pushed

    Accepted()
    {
        device.device = DeviceId(random.bytes<16>());
        device.user = UserId(random.bytes<16>());
        device.key = signer.publicKey();
        device.tokenHash = sha256("token");
        device.certificateEndsMs = msSinceEpoch(start + 24h * 400);
        device.role = Role::Crew;
        device.person = PersonId(random.bytes<16>());
        author.production = production;
        author.device = device.device;
        author.user = device.user;
        author.stream = StreamId(random.bytes<16>());
    }
    ServerSession::Effects greet(HelloAnswer answer = {}, quint64 pending = 0)
    {
        static_cast<void>(session.step(start, ServerSession::Opened{}));
        protocol::Hello hello;
        hello.production = production;
        hello.device = device.device;
        hello.pending = pending;
        static_cast<void>(session.step(start, ServerSession::FrameReceived{frameOf(hello)}));
        answer.device = device;
        return session.step(start, ServerSession::HelloChecked{answer});
    }

    [[nodiscard]] protocol::Segment segment(int envelopes)
    {
        protocol::Segment made;
        made.stream = author.stream;
        made.firstSequence = author.streamSequence + 1;
        WorkDay day;
        day.key = {device.person, QDate(2025, 11, 20), UnitId(random.bytes<16>())};
        for (int i = 0; i < envelopes; ++i) {
            day.call = TimeField::at(400 + i);
            EnvelopeDraft draft;
            draft.entity = workDayId(production, day.key);
            draft.groups = changesBetween({}, toGroups(day), {});
            draft.atom = atom;
            const SealedEnvelope sealed = seal(draft, author, ids, start);
            made.envelopes.push_back(sealed.bytes);
            made.head = sealed.hash;
        }
        made.signature = signer.sign(segmentBytes(production, made));
        return made;
    }
    [[nodiscard]] protocol::Segment segmentOf(EnvelopeDraft draft)
    {
        protocol::Segment made;
        made.stream = author.stream;
        made.firstSequence = author.streamSequence + 1;
        if (draft.type == EntityType::TimeEntry) {
            WorkDay day;
            day.key = {device.person, QDate(2025, 11, 20), UnitId(random.bytes<16>())};
            draft.entity = workDayId(production, day.key);
            draft.groups[schema::time_entry::Identity].set =
                toGroups(day)[schema::time_entry::Identity];
        }
        for (protocol::Guard &guard : draft.guards)
            guard.entity = draft.entity;
        const SealedEnvelope sealed = seal(draft, author, ids, start);
        made.envelopes.push_back(sealed.bytes);
        made.head = sealed.hash;
        made.signature = signer.sign(segmentBytes(production, made));
        return made;
    }
    ServerSession::Effects push(const protocol::Segment &segment, quint64 batch = 1,
                                Instant at = start)
    {
        return session.step(
            at, ServerSession::FrameReceived{frameOf(protocol::Push{batch, {segment}})});
    }
    // With a word from the device before, so that it is not silent.
    ServerSession::Effects tickAt(Instant at)
    {
        static_cast<void>(
            session.step(at, ServerSession::FrameReceived{frameOf(protocol::Ping{})}));
        return session.step(at, ServerSession::Tick{});
    }
    ServerSession::Effects auth(Instant at, const QByteArray &token, const Ed25519Signer &by)
    {
        const protocol::Auth auth{token, by.sign(authBytes(session.id()))};
        return session.step(at, ServerSession::FrameReceived{frameOf(auth)});
    }
};

// A server's database that knows the device.
struct Knowing {
    MemoryServerStorage storage;
    DeviceId device;
    ProductionId production;

    explicit Knowing(Accepted &accepted)
        : storage(accepted.production, EpochId(accepted.random.bytes<16>()), accepted.random)
        , device(accepted.device.device)
        , production(accepted.production)
    {
        DeviceRecord known = accepted.device;
        known.tokenHash = sha256("token");
        known.certificateEndsMs = msSinceEpoch(start + 1h);
        storage.addDevice(known);
        storage.setAuthority(std::make_unique<Ed25519Signer>(SecretSeed{9}));
    }
    [[nodiscard]] protocol::Hello hello() const
    {
        protocol::Hello hello;
        hello.production = production;
        hello.device = device;
        hello.token = "token";
        return hello;
    }
};

// A device that has said HELLO.
struct Greeted {
    Ed25519Signer signer{SecretSeed{1}};
    SeededRandom random;
    ClientSession session{u"test"_s, "token", {signer, verifier}, random};

    explicit Greeted(quint64 seed = 3)
        : random(seed)
    {
        static_cast<void>(session.step(start, ClientSession::Start{}));
        static_cast<void>(session.step(start, ClientSession::SocketOpened{}));
        static_cast<void>(session.step(
            start,
            ClientSession::TransactionDone{ClientReplica::Answer(ClientReplica::HelloFacts{})}));
    }
    template<typename Message>
    ClientSession::Effects hear(const Message &message, Instant at = start)
    {
        return session.step(at, ClientSession::FrameReceived{frameOf(message)});
    }
    ClientSession::Effects answer(const ClientReplica::Answer &answer, Instant at = start)
    {
        return session.step(at, ClientSession::TransactionDone{answer});
    }
    // From the next moment it asks for on to where it is live again; what it looks for then.
    std::optional<ClientReplica::LoadPush> comeBack(Instant at)
    {
        static_cast<void>(session.step(at, ClientSession::Tick{}));
        static_cast<void>(session.step(at, ClientSession::SocketOpened{}));
        static_cast<void>(answer(ClientReplica::HelloFacts{}, at));
        protocol::HelloOk ok;
        ok.pushCredit = 4;
        return loadIn(hear(ok, at));
    }
    static std::optional<ClientReplica::LoadPush> loadIn(const ClientSession::Effects &effects)
    {
        const auto *run = first<ClientSession::RunTransaction>(effects);
        const auto *load = run ? std::get_if<ClientReplica::LoadPush>(&run->request) : nullptr;
        return load ? std::optional(*load) : std::nullopt;
    }
    [[nodiscard]] OutboxRow row(quint64 number)
    {
        OutboxRow row;
        row.number = number;
        row.mutation = MutationId(random.bytes<16>());
        row.sequence = number;
        row.envelope = "x";
        return row;
    }
};

} // namespace

Q_DECLARE_METATYPE(film::GroupMap)

class TestSessions : public QObject
{
    Q_OBJECT
private slots:
    void aDeviceThatSaysNothingIsSentAway()
    {
        Ed25519Verifier verifier;
        ServerSession session(SessionId(), verifier);
        static_cast<void>(session.step(start, ServerSession::Opened{}));

        const auto effects = session.step(start + 11s, ServerSession::Tick{});

        QVERIFY(first<ServerSession::CloseSocket>(effects));
        QCOMPARE(first<ServerSession::CloseSocket>(effects)->code, 4001);
    }

    void nothingButHelloOpensASession_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<int>("code");

        QTest::newRow("random bytes") << QByteArray("\x01\x02\xff garbage") << 4000;
        QTest::newRow("nothing") << QByteArray() << 4000;
        QTest::newRow("a push") << frameOf(protocol::Push{1, {}}) << 4000;
        QTest::newRow("a message of the server") << frameOf(protocol::Pong{}) << 4000;
        QTest::newRow("too much") << QByteArray(20'000, 'x') << 4413;
    }

    void nothingButHelloOpensASession()
    {
        QFETCH(QByteArray, frame);
        QFETCH(int, code);
        Ed25519Verifier verifier;
        ServerSession session(SessionId(), verifier);
        static_cast<void>(session.step(start, ServerSession::Opened{}));

        const auto effects = session.step(start, ServerSession::FrameReceived{frame});

        QVERIFY(first<ServerSession::CloseSocket>(effects));
        QCOMPARE(first<ServerSession::CloseSocket>(effects)->code, code);
    }

    void whatOneReadGaveGoesOutAsTheDeviceTakesIt()
    {
        constexpr size_t more = 2; // than the device takes at once
        Accepted accepted;
        HelloAnswer answer;
        answer.verdict = protocol::HelloOk::Verdict::Snapshot;
        QVERIFY(first<ServerSession::ReadPage>(accepted.greet(answer)));
        std::vector<protocol::EntityState> rows(limits::messageCreditDefault + more);
        for (protocol::EntityState &row : rows) {
            row.id = EntityId(accepted.random.bytes<16>());
            row.groups = QByteArray(limits::messageBytesTarget / 2 + 1, 'g'); // one to a message
        }
        std::vector<protocol::EntityState> got;
        const auto take = [&got](const ServerSession::Effects &effects) {
            const size_t before = got.size();
            for (const auto &page : allSent<protocol::SnapshotPage>(effects))
                got.insert(got.end(), page.rows.begin(), page.rows.end());
            return got.size() - before;
        };

        auto effects = accepted.session.step(start, ServerSession::PageArrived{rows});
        QCOMPARE(take(effects), size_t(limits::messageCreditDefault));
        QVERIFY(!first<ServerSession::ReadPage>(effects));

        effects = accepted.session.step(
            start,
            ServerSession::FrameReceived{frameOf(protocol::Credit{limits::messageCreditDefault})});
        QCOMPARE(take(effects), more);
        QVERIFY(first<ServerSession::ReadPage>(effects));
        QCOMPARE(first<ServerSession::ReadPage>(effects)->wanted.after, rows.back().id);

        effects = accepted.session.step(start, ServerSession::PageArrived{});
        QCOMPARE(sent<protocol::SnapshotEnd>(effects)->rows, rows.size());
        QVERIFY(got == rows);
    }

    void aProvenSegmentGoesToTheLane()
    {
        Accepted accepted;
        accepted.greet();

        const auto effects = accepted.push(accepted.segment(3));

        const auto *submit = first<ServerSession::SubmitBatch>(effects);
        QVERIFY(submit);
        QCOMPARE(submit->submissions.size(), size_t(3));
        QVERIFY(submit->submissions.front().defect.isEmpty());
        QVERIFY(!sent<protocol::Ack>(effects)); // not before the commit
    }

    void aSegmentThatIsNotProvenIsRefused_data()
    {
        QTest::addColumn<QString>("damage");

        QTest::newRow("forged signature") << u"signature"_s;
        QTest::newRow("another head") << u"head"_s;
        QTest::newRow("an envelope left out") << u"gap"_s;
        QTest::newRow("two envelopes swapped") << u"swap"_s;
        QTest::newRow("one changed byte") << u"byte"_s;
        QTest::newRow("another stream") << u"stream"_s;
        QTest::newRow("another place in the stream") << u"sequence"_s;
    }

    void aSegmentThatIsNotProvenIsRefused()
    {
        QFETCH(QString, damage);
        Accepted accepted;
        accepted.greet();
        protocol::Segment segment = accepted.segment(4);
        if (damage == u"signature")
            segment.signature[5] ^= 1;
        else if (damage == u"head")
            segment.head = sha256("other");
        else if (damage == u"gap")
            segment.envelopes.erase(segment.envelopes.begin() + 1);
        else if (damage == u"swap")
            std::swap(segment.envelopes[1], segment.envelopes[2]);
        else if (damage == u"byte")
            segment.envelopes[2][40] = static_cast<char>(segment.envelopes[2][40] ^ 1);
        else if (damage == u"stream")
            segment.stream = StreamId(accepted.random.bytes<16>());
        else
            segment.firstSequence += 1;

        const auto effects = accepted.push(segment);

        QVERIFY(!first<ServerSession::SubmitBatch>(effects));
        QCOMPARE(sent<protocol::Nack>(effects)->code, protocol::Nack::Code::BadSegment);
    }

    void anotherProductionsEnvelopeIsKeptAside()
    {
        Accepted accepted;
        accepted.greet();
        accepted.author.production = ProductionId(accepted.random.bytes<16>());

        const auto effects = accepted.push(accepted.segment(1));

        const auto *submit = first<ServerSession::SubmitBatch>(effects);
        QVERIFY(submit);
        QCOMPARE(submit->submissions.front().defect.refusal, protocol::Refusal::OtherProduction);
    }

    void onlyTheirOwnOperationsTouchApprovalsAndExistence_data()
    {
        namespace entry = schema::time_entry;
        using protocol::Operation;
        QTest::addColumn<int>("operation");
        QTest::addColumn<GroupMap>("set");
        QTest::addColumn<bool>("isGuarded");
        QTest::addColumn<bool>("isTaken");

        const Hash32 content = sha256("seen");
        const FieldMap approval{{entry::Level, 1}, {entry::Content, content.toByteArray()}};
        const auto state = [](DayState value) { return FieldMap{{entry::State, int(value)}}; };
        const FieldMap deleted{{schema::whole::Deleted, 1}};
        const int set = int(Operation::Set);
        const int approve = int(Operation::Approve);
        const int remove = int(Operation::Delete);
        const auto row = [](const char *name, int operation, const GroupMap &groups, bool isGuarded,
                            bool isTaken) {
            QTest::newRow(name) << operation << groups << isGuarded << isTaken;
        };
        row("submitted", set, {{entry::Lifecycle, state(DayState::Submitted)}}, false, true);
        row("approved by saying so", set, {{entry::Lifecycle, state(DayState::Approved)}}, false,
            false);
        row("approved by a change", set, {{entry::Approval, approval}}, true, false);
        row("approved", approve, {{entry::Approval, approval}}, true, true);
        row("approved without a guard", approve, {{entry::Approval, approval}}, false, false);
        row("approved with a note", approve,
            {{entry::Approval, approval}, {entry::Notes, {{entry::Text, u"fine"_s}}}}, true, false);
        row("deleted", remove, {{schema::whole::Group, deleted}}, false, true);
        row("deleted by a change", set, {{schema::whole::Group, deleted}}, false, false);
        row("deleted without saying so", remove, {}, false, false);
    }

    void onlyTheirOwnOperationsTouchApprovalsAndExistence()
    {
        QFETCH(int, operation);
        QFETCH(GroupMap, set);
        QFETCH(bool, isGuarded);
        QFETCH(bool, isTaken);
        Accepted accepted;
        accepted.greet();
        EnvelopeDraft draft;
        draft.operation = static_cast<protocol::Operation>(operation);
        for (const auto &[group, fields] : set)
            draft.groups[group].set = fields;
        if (set.contains(schema::whole::Group))
            draft.groups[schema::whole::Group] = existenceChange({}, false, true);
        if (isGuarded)
            draft.guards = {{{}, schema::whole::Group, sha256("seen")}};

        const auto effects = accepted.push(accepted.segmentOf(draft));

        const auto *submit = first<ServerSession::SubmitBatch>(effects);
        QVERIFY(submit);
        QCOMPARE(submit->submissions.front().defect.isEmpty(), isTaken);
    }

    // What somebody approved is said by their own device only.
    void aFigureIsSaidByWhoApprovedIt_data()
    {
        QTest::addColumn<bool>("isOwn");

        QTest::newRow("by its device") << true;
        QTest::newRow("by another one") << false;
    }

    void aFigureIsSaidByWhoApprovedIt()
    {
        QFETCH(bool, isOwn);
        Accepted accepted;
        accepted.greet();
        ApprovedWeek week;
        week.person = PersonId(accepted.random.bytes<16>());
        week.first = QDate(2026, 11, 15);
        week.device = isOwn ? accepted.author.device : DeviceId(accepted.random.bytes<16>());
        EnvelopeDraft draft;
        draft.type = EntityType::Timecard;
        draft.operation = protocol::Operation::Create;
        draft.entity = approvedWeekId(accepted.author.production, week);
        draft.groups = changesBetween({}, toGroups(week), {});

        const auto effects = accepted.push(accepted.segmentOf(draft));

        const auto *submit = first<ServerSession::SubmitBatch>(effects);
        QVERIFY(submit);
        QVERIFY2(submit->submissions.front().defect.isEmpty() == isOwn,
                 qPrintable(submit->submissions.front().defect.why));
    }

    void halfAnAtomIsKeptAside_data()
    {
        QTest::addColumn<quint32>("size");
        QTest::addColumn<bool>("isTaken");

        QTest::newRow("all of it") << 2U << true;
        QTest::newRow("one is missing") << 3U << false;
        QTest::newRow("one too many") << 1U << false;
    }

    void halfAnAtomIsKeptAside()
    {
        QFETCH(quint32, size);
        QFETCH(bool, isTaken);
        Accepted accepted;
        accepted.greet();
        accepted.atom = protocol::Atom{AtomId(accepted.random.bytes<16>()), size};

        const auto effects = accepted.push(accepted.segment(2));

        const auto *submit = first<ServerSession::SubmitBatch>(effects);
        QVERIFY(submit);
        for (const Submission &member : submit->submissions)
            QCOMPARE(member.defect.refusal,
                     isTaken ? protocol::Refusal::None : protocol::Refusal::BrokenAtom);
    }

    // For whoever watches over the server: what it acknowledged and the device has, and who
    // differs.
    void whatADeviceSaysAboutItsRecordsIsRemembered()
    {
        Accepted accepted;
        accepted.greet();
        const auto say = [&accepted](const auto &message) {
            return accepted.session.step(start, ServerSession::FrameReceived{frameOf(message)});
        };
        QCOMPARE(accepted.session.confirmed(), quint64(0));

        say(protocol::Credit{1, 1000, 12});
        QCOMPARE(accepted.session.confirmed(), quint64(12));
        say(protocol::Ping{1, 0, 0, 15});
        QCOMPARE(accepted.session.confirmed(), quint64(15));
        say(protocol::Incident{1, u"words of the device"_s});
        say(protocol::DigestRequest{{}, 1});
        say(protocol::Fetch{{}, {3}, {}});
        protocol::Segment damaged = accepted.segment(1);
        damaged.signature[5] ^= 1;
        accepted.push(damaged);

        QCOMPARE(accepted.session.differences().incidents, 1);
        QCOMPARE(accepted.session.differences().comparisons, 1);
        QCOMPARE(accepted.session.differences().repairs, 1);
        QCOMPARE(accepted.session.unprovenBatches(), 1);
    }

    void aBatchDecidedInPartsIsAcknowledgedInParts()
    {
        Accepted accepted;
        accepted.greet();
        static_cast<void>(accepted.push(accepted.segment(3), 5));
        const protocol::MutationResult one{MutationId(accepted.random.bytes<16>()), 1,
                                           protocol::Outcome::Applied, std::nullopt};

        const auto part = accepted.session.step(start, ServerSession::BatchDecided{5, {one, one}});
        const auto rest = accepted.session.step(start, ServerSession::BatchDecided{5, {one}});

        QCOMPARE(sent<protocol::Ack>(part)->results.size(), size_t(2));
        QCOMPARE(sent<protocol::Ack>(part)->credit, quint32(0));
        QCOMPARE(sent<protocol::Ack>(rest)->credit, quint32(1));
    }

    void aSlowReaderGetsNothingMoreAndIsSentAway()
    {
        Accepted accepted;
        accepted.greet();
        static_cast<void>(accepted.session.step(start, ServerSession::WriteBufferHigh{}));

        const auto silent = accepted.session.step(start + 1s, ServerSession::HeadMoved{10});
        const auto ended = accepted.session.step(start + 61s, ServerSession::Tick{});

        QVERIFY(!first<ServerSession::ReadRows>(silent));
        QVERIFY(first<ServerSession::CloseSocket>(ended));
    }

    void aClockSetBackDoesNotKeepASilentDeviceOnTheServer()
    {
        Accepted accepted;
        accepted.greet();
        static_cast<void>(accepted.session.step(start - 12h, ServerSession::Tick{}));

        const auto effects = accepted.session.step(start - 12h + 61s, ServerSession::Tick{});

        QVERIFY(first<ServerSession::CloseSocket>(effects));
    }

    void aNewEpochEndsTheSessionsOfTheOldOne()
    {
        Accepted accepted;
        HelloAnswer answer;
        answer.head.epoch = EpochId(accepted.random.bytes<16>());
        accepted.greet(answer);

        const auto same =
            accepted.session.step(start, ServerSession::EpochBegun{answer.head.epoch});
        const auto other = accepted.session.step(
            start, ServerSession::EpochBegun{EpochId(accepted.random.bytes<16>())});

        QVERIFY(!sent<protocol::GoAway>(same));
        const auto goAway = sent<protocol::GoAway>(other);
        QVERIFY(goAway && goAway->code == protocol::GoAway::Code::Epoch);
        QVERIFY(first<ServerSession::CloseSocket>(other));
    }

    void aServerThatStopsSaysSoAndWaitsForItsLane()
    {
        Accepted accepted;
        accepted.greet();
        static_cast<void>(accepted.push(accepted.segment(1), 1));

        const auto told = accepted.session.step(start, ServerSession::ShuttingDown{3000});
        const auto flushed = accepted.session.step(
            start,
            ServerSession::BatchDecided{
                1, {{MutationId(), 1, protocol::Outcome::Applied, std::nullopt}}});

        QCOMPARE(sent<protocol::GoAway>(told)->spreadMs, quint32(3000));
        QVERIFY(!first<ServerSession::CloseSocket>(told));
        QVERIFY(sent<protocol::Ack>(flushed));
        QVERIFY(first<ServerSession::CloseSocket>(flushed));
    }

    // ---- a certificate that ends ----
    void aDeviceInUseIsAskedToRenew()
    {
        Accepted accepted;
        const Instant ends = instantFromMs(accepted.device.certificateEndsMs);
        const Instant due = ends - limits::renewBefore;
        QVERIFY(!sent<protocol::AuthNeed>(accepted.greet()));
        const auto early = accepted.tickAt(due - 1s);
        QVERIFY(!sent<protocol::AuthNeed>(early));
        QCOMPARE(first<ServerSession::WakeAt>(early)->at, due); // before the silence is too long

        const auto asked = accepted.tickAt(due);
        QCOMPARE(sent<protocol::AuthNeed>(asked)->secondsLeft, quint32(80 * 24 * 3600));
        QVERIFY(!sent<protocol::AuthNeed>(accepted.tickAt(due + 1s))); // once
        const auto answered = accepted.auth(due + 2s, "token", accepted.signer);
        QVERIFY(first<ServerSession::Renew>(answered));
        QVERIFY(!first<ServerSession::Renew>(accepted.auth(due + 2s, "token", accepted.signer)));

        const Instant later = ends + 24h * 300;
        static_cast<void>(
            accepted.session.step(due + 3s, ServerSession::Renewed{msSinceEpoch(later)}));
        QVERIFY(!first<ServerSession::CloseSocket>(accepted.tickAt(ends + 24h)));
        QVERIFY(sent<protocol::AuthNeed>(accepted.tickAt(later - limits::renewBefore)));
    }

    void aDeviceThatComesLateIsAskedAtOnce()
    {
        Accepted accepted;
        accepted.device.certificateEndsMs = msSinceEpoch(start + 10s);
        QCOMPARE(sent<protocol::AuthNeed>(accepted.greet())->secondsLeft, quint32(10));
    }

    // Whoever has found a token does not keep it alive.
    void whoIsNotTheDeviceRenewsNothing_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<int>("key");
        QTest::newRow("without the key") << QByteArray("token") << 8;
        QTest::newRow("without the token") << QByteArray("another") << 7;
    }
    void whoIsNotTheDeviceRenewsNothing()
    {
        QFETCH(QByteArray, token);
        QFETCH(int, key);
        Accepted accepted;
        accepted.device.certificateEndsMs = msSinceEpoch(start + 24h);
        accepted.greet();
        const Ed25519Signer signer{SecretSeed{quint8(key)}};
        const auto effects = accepted.auth(start, token, signer);
        QVERIFY(!first<ServerSession::Renew>(effects));
        QCOMPARE(first<ServerSession::CloseSocket>(effects)->code, 4401);
    }

    void aDeviceThatWasNotAskedRenewsNothing()
    {
        Accepted accepted;
        accepted.greet();
        const auto effects = accepted.auth(start, "token", accepted.signer);
        QVERIFY(!first<ServerSession::Renew>(effects));
        QVERIFY(!first<ServerSession::CloseSocket>(effects));
    }

    void aDeviceThatHasToGoIsNotAsked()
    {
        Accepted accepted;
        accepted.device.certificateEndsMs = msSinceEpoch(start + 24h);
        HelloAnswer answer;
        answer.oldestApp = u"9.0"_s;
        const auto greeted = accepted.greet(answer);
        QVERIFY(!sent<protocol::AuthNeed>(greeted));
        QVERIFY(first<ServerSession::WakeAt>(greeted)->at > start); // and nobody is woken for it
        QVERIFY(!first<ServerSession::Renew>(accepted.auth(start, "token", accepted.signer)));
    }

    // Nothing is taken away, and nothing more comes.
    void anEndedCertificateEndsTheConnection()
    {
        Accepted accepted;
        accepted.device.certificateEndsMs = msSinceEpoch(start + 10s);
        accepted.greet();
        static_cast<void>(accepted.session.step(start, ServerSession::PageArrived{}));
        static_cast<void>(accepted.tickAt(start + 10s));

        const auto pushed = accepted.push(accepted.segment(1), 1, start + 11s);
        QCOMPARE(sent<protocol::Nack>(pushed)->code, protocol::Nack::Code::AuthExpired);
        QVERIFY(!first<ServerSession::SubmitBatch>(pushed));
        QVERIFY(!first<ServerSession::ReadRows>(
            accepted.session.step(start + 12s, ServerSession::HeadMoved{50})));

        const auto closed = accepted.tickAt(start + 10s + limits::renewGrace);
        QCOMPARE(first<ServerSession::CloseSocket>(closed)->code, 4401);
        QVERIFY(!sent<protocol::Purge>(closed));
    }

    void inTheGraceItIsStillRenewed()
    {
        Accepted accepted;
        accepted.device.certificateEndsMs = msSinceEpoch(start + 10s);
        accepted.greet();
        static_cast<void>(accepted.session.step(start, ServerSession::PageArrived{}));
        QVERIFY(first<ServerSession::Renew>(accepted.auth(start + 20s, "token", accepted.signer)));
        static_cast<void>(accepted.session.step(
            start + 21s, ServerSession::Renewed{msSinceEpoch(start + 24h * 400)}));
        QVERIFY(
            first<ServerSession::SubmitBatch>(accepted.push(accepted.segment(1), 1, start + 22s)));
    }

    // ---- a device that has to forget ----
    // What can never be taken would keep what others wrote on that disk for ever.
    void aChangeThatIsNeverTakenDoesNotKeepADeviceFromForgetting_data()
    {
        QTest::addColumn<int>("envelopes");
        QTest::addColumn<bool>("isToForget");

        QTest::newRow("one by itself") << 1 << true;
        QTest::newRow("among others, which are good perhaps") << 2 << false;
    }

    void aChangeThatIsNeverTakenDoesNotKeepADeviceFromForgetting()
    {
        QFETCH(int, envelopes);
        QFETCH(bool, isToForget);
        Accepted accepted;
        HelloAnswer answer;
        answer.purge = protocol::Purge{};
        QVERIFY(!sent<protocol::Purge>(accepted.greet(answer, 3)));
        protocol::Segment segment = accepted.segment(envelopes);
        segment.signature[5] ^= 1;

        const auto refused = accepted.push(segment);

        QCOMPARE(sent<protocol::Nack>(refused)->code, protocol::Nack::Code::BadSegment);
        QCOMPARE(sent<protocol::Purge>(refused).has_value(), isToForget);
        QCOMPARE(accepted.session.phase(), ServerSession::Phase::Draining);
    }

    void whoMayStayIsNotToldToForgetBecauseOfABadChange()
    {
        Accepted accepted;
        accepted.greet();
        protocol::Segment segment = accepted.segment(1);
        segment.signature[5] ^= 1;
        QVERIFY(!sent<protocol::Purge>(accepted.push(segment)));
    }

    void whatIsNeverTakenIsNotOfferedEverySecond()
    {
        Greeted device;
        protocol::HelloOk ok;
        ok.mode = protocol::HelloOk::Mode::Drain;
        ok.pushCredit = 1;
        QVERIFY(Greeted::loadIn(device.hear(ok)));
        const ClientReplica::PushLoaded loaded{{device.row(1)}};
        const protocol::Nack amongOthers{1, protocol::Nack::Code::BadSegment, 0};
        const protocol::Nack alone{2, protocol::Nack::Code::BadSegment, 0};
        QVERIFY(sent<protocol::Push>(device.answer(loaded)));
        static_cast<void>(device.hear(amongOthers));
        QVERIFY(Greeted::loadIn(device.session.step(start + 1s, ClientSession::Tick{})));
        QVERIFY(sent<protocol::Push>(device.answer(loaded, start + 1s)));
        static_cast<void>(device.hear(alone, start + 1s));
        static_cast<void>(device.hear(protocol::Purge{}, start + 1s));

        const auto forgotten = device.answer(ClientReplica::Purged{1}, start + 1s);

        QCOMPARE(device.session.status().phase, ClientSession::Phase::Revoked);
        QVERIFY(first<ClientSession::WakeAt>(forgotten)->at >= start + 5min);
    }

    // ---- the device's side ----
    // Two copies of a device that name one stream would send each other away for ever.
    void aDeviceThatWasTakenOverWritesAnotherStream_data()
    {
        QTest::addColumn<protocol::GoAway::Code>("code");
        QTest::addColumn<bool>("isAnother");

        QTest::newRow("taken over") << protocol::GoAway::Code::TakenOver << true;
        QTest::newRow("the server stops") << protocol::GoAway::Code::Shutdown << false;
        QTest::newRow("another history") << protocol::GoAway::Code::Epoch << false;
    }

    void aDeviceThatWasTakenOverWritesAnotherStream()
    {
        QFETCH(protocol::GoAway::Code, code);
        QFETCH(bool, isAnother);
        Greeted device;
        static_cast<void>(device.hear(protocol::HelloOk{}));

        const auto effects = device.hear(protocol::GoAway{code, 0, {}});

        const auto *run = first<ClientSession::RunTransaction>(effects);
        const auto *begun = run ? std::get_if<ClientReplica::StartStream>(&run->request) : nullptr;
        QCOMPARE(begun != nullptr, isAnother);
        QVERIFY(!begun || !begun->stream.isNull());
        QCOMPARE(device.session.status().phase, ClientSession::Phase::Backoff); // and comes again
    }

    void devicesThatLoseTheServerTogetherComeBackApart_data()
    {
        QTest::addColumn<int>("failures"); // to come back, before
        QTest::addColumn<qint64>("windowMs");
        QTest::addColumn<bool>("isTold");
        QTest::newRow("at first") << 0 << qint64(1000) << false;
        QTest::newRow("after three tries") << 3 << qint64(8000) << false;
        QTest::newRow("after many") << 20 << qint64(60'000) << false;
        QTest::newRow("as they are told to") << 0 << qint64(30'000) << true;
    }

    // A fixed pause, or none, brings all of them back in step, again and again.
    void devicesThatLoseTheServerTogetherComeBackApart()
    {
        QFETCH(int, failures);
        QFETCH(qint64, windowMs);
        QFETCH(bool, isTold);
        constexpr int devices = 1000;
        constexpr int parts = 10;
        std::array<int, parts> arrivals{};
        for (quint64 seed = 1; seed <= devices; ++seed) {
            Greeted device(seed);
            Instant now = start;
            const auto wake = [](const ClientSession::Effects &effects) {
                return first<ClientSession::WakeAt>(effects)->at;
            };
            Instant next = wake(isTold ? device.hear(protocol::GoAway{
                                    protocol::GoAway::Code::Shutdown, quint32(windowMs), {}})
                                       : device.session.step(now, ClientSession::SocketClosed{}));
            for (int i = 0; i < failures; ++i) {
                now = next;
                static_cast<void>(device.session.step(now, ClientSession::Tick{}));
                next = wake(device.session.step(now, ClientSession::SocketClosed{}));
            }
            const qint64 pause = (next - now).count();
            QVERIFY2(pause >= 0 && pause <= windowMs, qPrintable(QString::number(pause)));
            ++arrivals[size_t(std::min<qint64>(parts - 1, pause * parts / windowMs))];
        }
        for (const int part : arrivals)
            QVERIFY2(part > devices / parts / 2 && part < devices / parts * 2,
                     qPrintable(u"%1 of %2 in a tenth"_s.arg(part).arg(devices)));
    }

    void aDeviceWhoseStreamForkedWritesAnother()
    {
        Greeted device;
        protocol::HelloOk ok;
        ok.streamVerdict = 1;

        const auto effects = device.hear(ok);

        const auto *run = first<ClientSession::RunTransaction>(effects);
        QVERIFY(run && std::holds_alternative<ClientReplica::StartStream>(run->request));
        QCOMPARE(device.session.status().phase, ClientSession::Phase::Live);
    }

    // A frame that takes more than five seconds breaks the connection, on the next one again.
    void whatALinkIsTooSlowForIsSentInSmallerPieces()
    {
        Greeted device;
        protocol::HelloOk ok;
        ok.pushCredit = 4;
        auto load = Greeted::loadIn(device.hear(ok));
        QVERIFY(load);
        QCOMPARE(load->bytesMax, limits::messageBytesTarget);
        Instant now = start;
        const auto breakOff = [&] {
            QVERIFY(sent<protocol::Push>(
                device.answer(ClientReplica::PushLoaded{{device.row(1)}}, now)));
            static_cast<void>(device.answer(ClientReplica::PushLoaded{}, now));
            static_cast<void>(device.session.step(now, ClientSession::SocketClosed{1001}));
            now += 2min;
            load = device.comeBack(now);
            QVERIFY(load);
        };

        breakOff();
        QCOMPARE(load->bytesMax, limits::messageBytesTarget / 2);
        for (int i = 0; i < 6; ++i)
            breakOff();
        QCOMPARE(load->bytesMax, qsizetype(4096));

        // With nothing on its way it was not the size.
        static_cast<void>(device.answer(ClientReplica::PushLoaded{}, now));
        static_cast<void>(device.session.step(now, ClientSession::SocketClosed{1006}));
        now += 2min;
        load = device.comeBack(now);
        QCOMPARE(load->bytesMax, qsizetype(4096));

        const OutboxRow row = device.row(1);
        const auto push =
            sent<protocol::Push>(device.answer(ClientReplica::PushLoaded{{row}}, now));
        static_cast<void>(device.answer(ClientReplica::PushLoaded{}, now));
        const protocol::Ack ack{
            push->batch, 0, {{row.mutation, 1, protocol::Outcome::Applied, {}}}, 1, 1};
        static_cast<void>(device.hear(ack, now));
        static_cast<void>(device.answer(ClientReplica::Applied{}, now));
        static_cast<void>(device.answer(ClientReplica::PushLoaded{}, now));
        static_cast<void>(device.session.step(now, ClientSession::SocketClosed{1006}));
        load = device.comeBack(now + 2min);
        QCOMPARE(load->bytesMax, qsizetype(4096 + 1024));
    }

    void aDeviceAnswersForItsCertificate()
    {
        Greeted greeted;
        protocol::HelloOk ok;
        ok.session = SessionId(greeted.random.bytes<16>());
        static_cast<void>(greeted.hear(ok));
        const auto auth = sent<protocol::Auth>(greeted.hear(protocol::AuthNeed{60}));
        QVERIFY(auth);
        QCOMPARE(auth->token, QByteArray("token"));
        QVERIFY(verifier.verify(greeted.signer.publicKey(), authBytes(ok.session), auth->proof));
    }

    void whatAPushIsAPartOfGoesAlong()
    {
        Accepted accepted;
        accepted.greet();
        protocol::Push push{1, {accepted.segment(1)}};
        push.trace = u"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"_s;
        const auto effects =
            accepted.session.step(start, ServerSession::FrameReceived{frameOf(push)});
        QCOMPARE(first<ServerSession::SubmitBatch>(effects)->trace, push.trace);
    }

    void reconnectsAreSpreadOverTime()
    {
        Ed25519Signer signer{SecretSeed{1}};
        std::set<qint64> moments;
        for (quint64 seed = 1; seed <= 50; ++seed) {
            SeededRandom random(seed);
            ClientSession session(u"test"_s, "token", {signer, verifier}, random);
            static_cast<void>(session.step(start, ClientSession::Start{}));
            const auto effects = session.step(start, ClientSession::SocketClosed{1006});
            moments.insert(msSinceEpoch(first<ClientSession::WakeAt>(effects)->at));
        }

        QVERIFY(moments.size() > 40);
        QVERIFY(*moments.rbegin() <= msSinceEpoch(start + 1s));
    }

    void waitingGrowsToAMinuteAndNoFurther()
    {
        Ed25519Signer signer{SecretSeed{1}};
        SeededRandom random(3);
        ClientSession session(u"test"_s, "token", {signer, verifier}, random);
        static_cast<void>(session.step(start, ClientSession::Start{}));
        Instant now = start;
        std::chrono::milliseconds longest{0};
        for (int i = 0; i < 40; ++i) {
            const auto closed = session.step(now, ClientSession::SocketClosed{1006});
            const Instant wake = first<ClientSession::WakeAt>(closed)->at;
            longest = std::max(longest, wake - now);
            now = wake;
            QVERIFY(first<ClientSession::OpenSocket>(session.step(now, ClientSession::Tick{})));
        }

        QVERIFY(longest > 20s);
        QVERIFY(longest <= protocol::limits::backoffMax);
    }

    void aClockSetBackDoesNotKeepADeviceFromComingBack()
    {
        Ed25519Signer signer{SecretSeed{1}};
        SeededRandom random(3);
        ClientSession session(u"test"_s, "token", {signer, verifier}, random);
        static_cast<void>(session.step(start, ClientSession::Start{}));
        static_cast<void>(session.step(start, ClientSession::SocketClosed{1006}));

        const auto early = session.step(start - 12h, ClientSession::Tick{});
        const auto wait = first<ClientSession::WakeAt>(early)->at - (start - 12h);

        QVERIFY(!first<ClientSession::OpenSocket>(early));
        QVERIFY(wait <= 1s);
        QVERIFY(first<ClientSession::OpenSocket>(
            session.step(start - 12h + wait, ClientSession::Tick{})));
    }

    void helloIsNotSentBeforeTheFileAnswered()
    {
        Ed25519Signer signer{SecretSeed{1}};
        SeededRandom random(3);
        ClientSession session(u"test"_s, "token", {signer, verifier}, random);
        static_cast<void>(session.step(start, ClientSession::Start{}));

        const auto opened = session.step(start, ClientSession::SocketOpened{});
        const auto answered = session.step(
            start,
            ClientSession::TransactionDone{ClientReplica::Answer(ClientReplica::HelloFacts{})});

        QVERIFY(first<ClientSession::RunTransaction>(opened));
        QVERIFY(!sent<protocol::Hello>(opened));
        QVERIFY(sent<protocol::Hello>(answered));
    }

    void aFileThatRefusesAWriteHaltsTheSync()
    {
        Ed25519Signer signer{SecretSeed{1}};
        SeededRandom random(3);
        ClientSession session(u"test"_s, "token", {signer, verifier}, random);
        static_cast<void>(session.step(start, ClientSession::Start{}));
        static_cast<void>(session.step(start, ClientSession::SocketOpened{}));

        const auto effects = session.step(
            start, ClientSession::TransactionDone{fail(ErrorCode::StoreFull, u"full"_s)});

        QVERIFY(first<ClientSession::CloseSocket>(effects));
        QCOMPARE(session.status().phase, ClientSession::Phase::Halted);
        QCOMPARE(session.status().halted->code, ErrorCode::StoreFull);
    }

    void aProtocolThatBothSpeakIsFound_data()
    {
        QTest::addColumn<quint32>("lowest");
        QTest::addColumn<quint32>("highest");
        QTest::addColumn<bool>("isSpoken");

        QTest::newRow("the first") << 1U << 1U << true;
        QTest::newRow("later ones, too") << 1U << 3U << true;
        QTest::newRow("only later ones") << 2U << 3U << false;
        QTest::newRow("none") << 0U << 0U << false;
    }

    void aProtocolThatBothSpeakIsFound()
    {
        QFETCH(quint32, lowest);
        QFETCH(quint32, highest);
        QFETCH(bool, isSpoken);
        Accepted accepted;
        Knowing storage(accepted);
        protocol::Hello hello = storage.hello();
        hello.protocolMin = lowest;
        hello.protocolMax = highest;

        const auto answer = checkHello(storage.storage, hello, start);

        QVERIFY(answer.has_value());
        QCOMPARE(!answer->refusal, isSpoken);
        if (isSpoken)
            return;
        QCOMPARE(answer->refusal->code, protocol::HelloNo::Code::Version);
        const auto effects = accepted.greet(*answer);
        QVERIFY(sent<protocol::HelloNo>(effects));
        QCOMPARE(first<ServerSession::CloseSocket>(effects)->code, 4406);
    }

    // What was withdrawn for the sake of somebody hidden may have been in the history that is lost.
    void whoHadSomethingWithdrawnComparesAllBehindAFailover_data()
    {
        QTest::addColumn<bool>("hidesSomebody");
        QTest::addColumn<bool>("isOtherEpoch");

        QTest::newRow("nobody is hidden") << false << true;
        QTest::newRow("the same history") << true << false;
        QTest::newRow("another one") << true << true;
    }

    void whoHadSomethingWithdrawnComparesAllBehindAFailover()
    {
        QFETCH(bool, hidesSomebody);
        QFETCH(bool, isOtherEpoch);
        using Verdict = protocol::HelloOk::Verdict;
        Accepted accepted;
        accepted.device.role = Role::Coordinator;
        Knowing storage(accepted);
        if (hidesSomebody)
            storage.storage.restrictTo({PersonId(accepted.random.bytes<16>())});
        protocol::Hello hello = storage.hello();
        hello.epoch = isOtherEpoch ? EpochId(accepted.random.bytes<16>())
                                   : storage.storage.currentHead().epoch;

        const auto answer = checkHello(storage.storage, hello, start);

        QVERIFY(answer && !answer->refusal && !answer->purge);
        QCOMPARE(answer->verdict == Verdict::Resync, hidesSomebody && isOtherEpoch);
    }

    void aDeviceThatIsNotUnderstoodTriesAgainLater()
    {
        Greeted device;

        const auto refused =
            device.hear(protocol::HelloNo{protocol::HelloNo::Code::Version, 0, {}});

        QCOMPARE(device.session.status().phase, ClientSession::Phase::UpgradeRequired);
        const Instant wake = first<ClientSession::WakeAt>(refused)->at;
        QVERIFY(wake >= start + 5min && wake <= start + 10min);
        QVERIFY(first<ClientSession::RecordsChanged>(
            device.session.step(start, ClientSession::LocalSaved{})));
        QVERIFY(!first<ClientSession::OpenSocket>(
            device.session.step(wake - 1ms, ClientSession::Tick{})));
        QVERIFY(first<ClientSession::OpenSocket>(
            device.session.step(wake, ClientSession::Tick{}))); // the server may be of today by now
    }

    void aServerCannotChooseAProtocolThatWasNotOffered()
    {
        Greeted device;
        protocol::HelloOk ok;
        ok.protocol = 2;

        const auto effects = device.hear(ok);

        QVERIFY(first<ClientSession::CloseSocket>(effects));
        QCOMPARE(first<ClientSession::CloseSocket>(effects)->code, 4000);
    }

    void anAppThatIsTooOldIsTold_data()
    {
        QTest::addColumn<QString>("app");
        QTest::addColumn<QString>("oldest");
        QTest::addColumn<bool>("isTooOld");

        QTest::newRow("older") << u"filmtracker/0.9"_s << u"0.10"_s << true;
        QTest::newRow("the same") << u"filmtracker/0.10"_s << u"0.10"_s << false;
        QTest::newRow("newer") << u"filmtracker/0.10.1"_s << u"0.10"_s << false;
        QTest::newRow("without a version") << u"filmtracker"_s << u"0.1"_s << true;
        QTest::newRow("nothing asked for") << u"filmtracker"_s << QString() << false;
        QTest::newRow("another program") << u"interop/0.1"_s << u"0.10"_s << false;
    }

    void anAppThatIsTooOldIsTold()
    {
        QFETCH(QString, app);
        QFETCH(QString, oldest);
        QFETCH(bool, isTooOld);
        Accepted accepted;
        Knowing storage(accepted);
        protocol::Hello hello = storage.hello();
        hello.app = app;

        const auto answer =
            checkHello(storage.storage, hello, start, {QVersionNumber::fromString(oldest)});

        QVERIFY(answer && !answer->refusal && !answer->purge);
        QCOMPARE(answer->oldestApp, isTooOld ? oldest : QString());
    }

    void anAppThatIsTooOldHandsOverAndGetsNothing()
    {
        Accepted accepted;
        HelloAnswer answer;
        answer.oldestApp = u"2.0"_s;
        const auto ok = sent<protocol::HelloOk>(accepted.greet(answer));
        QVERIFY(ok);
        QCOMPARE(ok->mode, protocol::HelloOk::Mode::Drain);
        QCOMPARE(ok->appMin, u"2.0"_s);

        const protocol::Segment segment = accepted.segment(1);
        const auto pushed = accepted.push(segment);
        QVERIFY(first<ServerSession::SubmitBatch>(pushed));
        const auto decided = accepted.session.step(
            start,
            ServerSession::BatchDecided{1, {{MutationId(), 1, protocol::Outcome::Applied, {}}}});
        QVERIFY(sent<protocol::Ack>(decided));
        QVERIFY(!sent<protocol::Purge>(decided)); // what it has, it may keep
        const auto moved = accepted.session.step(start, ServerSession::HeadMoved{1});
        QVERIFY(!first<ServerSession::ReadRows>(moved));
        QCOMPARE(accepted.session.phase(), ServerSession::Phase::Draining);
    }

    // A later batch is refused because the earlier one was, and waits for it.
    void theLongerOfTwoWaitsCounts()
    {
        Greeted device;
        protocol::HelloOk ok;
        ok.mode = protocol::HelloOk::Mode::Drain;
        ok.pushCredit = 2;
        static_cast<void>(device.hear(ok));
        for (quint64 number : {1U, 2U}) {
            OutboxRow row;
            row.number = number;
            row.mutation = MutationId(device.random.bytes<16>());
            row.sequence = number;
            row.envelope = "x";
            const ClientReplica::PushLoaded loaded{{row}};
            const auto pushed = device.session.step(
                start, ClientSession::TransactionDone{ClientReplica::Answer(loaded)});
            QCOMPARE(sent<protocol::Push>(pushed)->batch, number);
        }
        static_cast<void>(device.hear(protocol::Nack{1, protocol::Nack::Code::Busy, 9'000}));
        static_cast<void>(device.hear(protocol::Nack{2, protocol::Nack::Code::Busy, 500}));
        const auto early = device.session.step(start + 8s, ClientSession::Tick{});
        QVERIFY(!first<ClientSession::RunTransaction>(early));
        const auto late = device.session.step(start + 18s, ClientSession::Tick{});
        const auto *load = first<ClientSession::RunTransaction>(late);
        QVERIFY(load && std::holds_alternative<ClientReplica::LoadPush>(load->request));
    }

    void anAppThatIsTooOldSaysSoAndGoesOnPushing()
    {
        Greeted device;
        ClientSession &session = device.session;
        protocol::HelloOk ok;
        ok.mode = protocol::HelloOk::Mode::Drain;
        ok.appMin = u"2.0"_s;
        ok.pushCredit = 4;

        const auto greeted = device.hear(ok);

        QCOMPARE(session.status().phase, ClientSession::Phase::Draining);
        QCOMPARE(session.status().oldestApp, u"2.0"_s);
        const auto *load = first<ClientSession::RunTransaction>(greeted);
        QVERIFY(load && std::holds_alternative<ClientReplica::LoadPush>(load->request));
        // The next server may think otherwise.
        const auto closed = session.step(start, ClientSession::SocketClosed{1006});
        const Instant wake = first<ClientSession::WakeAt>(closed)->at;
        static_cast<void>(session.step(wake, ClientSession::Tick{}));
        QVERIFY(session.status().oldestApp.isEmpty());
    }

    void anUnknownTokenAsksForASignInAndSavingGoesOn()
    {
        Ed25519Signer signer{SecretSeed{1}};
        SeededRandom random(3);
        ClientSession session(u"test"_s, "token", {signer, verifier}, random);
        static_cast<void>(session.step(start, ClientSession::Start{}));
        static_cast<void>(session.step(start, ClientSession::SocketOpened{}));
        static_cast<void>(session.step(
            start,
            ClientSession::TransactionDone{ClientReplica::Answer(ClientReplica::HelloFacts{})}));

        static_cast<void>(session.step(start,
                                       ClientSession::FrameReceived{frameOf(protocol::HelloNo{
                                           protocol::HelloNo::Code::Auth, 0, u"no"_s})}));

        QCOMPARE(session.status().phase, ClientSession::Phase::NeedLogin);
        const auto saved = session.step(start, ClientSession::LocalSaved{});
        QVERIFY(first<ClientSession::RecordsChanged>(saved));
    }
};

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_sessions.moc"
