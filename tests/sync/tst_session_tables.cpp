#include "shared/domain/records.h"
#include "shared/sync/client_session.h"
#include "shared/sync/server_session.h"
#include "tests/sync/fake_signing.h"
#include "tests/sync/memory_client_storage.h"

#include <QFile>
#include <QTest>

#include <deque>

using namespace film;
using namespace film::sync;
using namespace film::simulation;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

// docs/sync-states.md says what each state of the two sessions does with each message and each
// event. Here every cell of its tables is tried on the sessions themselves.
namespace {

constexpr Instant begun = instantFromMs(1'763'000'000'000);
constexpr auto certificateLife = 24h * 400;

using DevicePhase = ClientSession::Phase;
using ServerPhase = ServerSession::Phase;

const std::vector<std::pair<QString, DevicePhase>> devicePhases{
    {u"Off"_s, DevicePhase::Off},
    {u"Backoff"_s, DevicePhase::Backoff},
    {u"Connecting"_s, DevicePhase::Connecting},
    {u"Greeting"_s, DevicePhase::Greeting},
    {u"Snapshot"_s, DevicePhase::Snapshot},
    {u"Live"_s, DevicePhase::Live},
    {u"Draining"_s, DevicePhase::Draining},
    {u"Revoked"_s, DevicePhase::Revoked},
    {u"Review"_s, DevicePhase::Review},
    {u"NeedLogin"_s, DevicePhase::NeedLogin},
    {u"UpgradeRequired"_s, DevicePhase::UpgradeRequired},
    {u"Halted"_s, DevicePhase::Halted}};

const std::vector<std::pair<QString, ServerPhase>> serverPhases{
    {u"Accepted"_s, ServerPhase::Accepted}, {u"Verifying"_s, ServerPhase::Verifying},
    {u"Snapshot"_s, ServerPhase::Snapshot}, {u"Live"_s, ServerPhase::Live},
    {u"Draining"_s, ServerPhase::Draining}, {u"Closing"_s, ServerPhase::Closing},
    {u"Closed"_s, ServerPhase::Closed}};

template<typename Phase>
QString nameOf(const std::vector<std::pair<QString, Phase>> &phases, Phase phase)
{
    const auto found =
        std::ranges::find_if(phases, [phase](const auto &each) { return each.second == phase; });
    return found == phases.end() ? u"?"_s : found->first;
}

template<typename Phase>
Phase phaseNamed(const std::vector<std::pair<QString, Phase>> &phases, const QString &name)
{
    const auto found =
        std::ranges::find_if(phases, [&name](const auto &each) { return each.first == name; });
    return found == phases.end() ? phases.front().second : found->second;
}

// A table of the document: what its rows are called, and the cells by the names of the columns.
struct Table {
    QStringList columns;
    std::map<QString, QStringList> rows;
};

QStringList cellsOf(const QString &line)
{
    QStringList cells = line.split(u'|');
    cells.removeFirst();
    cells.removeLast();
    for (QString &cell : cells)
        cell = cell.trimmed();
    return cells;
}

Table tableBehind(const QString &heading)
{
    QFile file(QStringLiteral(FILM_SOURCE_DIR "/docs/sync-states.md"));
    Table table;
    if (!file.open(QIODevice::ReadOnly))
        return table;
    bool isThere = false;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith(u'#'))
            isThere = line.endsWith(heading);
        if (!isThere || !line.startsWith(u'|') || line.startsWith(u"|---"_s))
            continue;
        QStringList cells = cellsOf(line);
        const QString name = cells.takeFirst();
        if (table.columns.isEmpty())
            table.columns = cells;
        else
            table.rows[name] = cells;
    }
    return table;
}

// Every cell of the table, as rows of a test.
void addCells(const QString &heading)
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("outcome");
    const Table table = tableBehind(heading);
    for (const auto &[what, cells] : table.rows) {
        for (qsizetype i = 0; i < table.columns.size(); ++i)
            QTest::newRow(qPrintable(what + u" in "_s + table.columns[i]))
                << what << table.columns[i] << cells.value(i);
    }
}

template<typename Phase>
void verifyComplete(const QString &heading, const std::vector<std::pair<QString, Phase>> &phases,
                    const QStringList &what)
{
    const Table table = tableBehind(heading);
    QStringList columns;
    for (const auto &[name, phase] : phases)
        columns.append(name);
    QCOMPARE(table.columns, columns);
    QStringList rows;
    for (const auto &[name, cells] : table.rows) {
        rows.append(name);
        QVERIFY2(cells.size() == columns.size() && !cells.contains(QString()), qPrintable(name));
    }
    QStringList expected = what;
    expected.sort();
    rows.sort();
    QCOMPARE(rows, expected);
}

// ---- messages --------------------------------------------------------------------------------

const std::map<QString, protocol::Message> &messages()
{
    using namespace protocol;
    static const std::map<QString, Message> all{
        {u"HELLO"_s, Hello()},
        {u"PUSH"_s, Push{7, {}, {}}},
        {u"CREDIT"_s, Credit{1, 0, 0}},
        {u"PING"_s, Ping{1, 0, 0, 0}},
        {u"AUTH"_s, Auth{"token", {}}},
        {u"DIGEST_REQ"_s, DigestRequest{{}, 1}},
        {u"FETCH"_s, Fetch{{}, {3}, {}}},
        {u"SNAP_NEXT"_s, SnapshotNext{"x"}},
        {u"BYE"_s, Bye{1}},
        {u"INCIDENT"_s, Incident{1, u"digest"_s}},
        {u"JOIN"_s, Join()},
        {u"HELLO_OK"_s, HelloOk()},
        {u"HELLO_NO"_s, HelloNo()},
        {u"ACK"_s, Ack{99, 0, {}, 0, 1}},
        {u"NACK"_s, Nack{99, Nack::Code::Busy, 100}},
        {u"DELTA"_s, Delta{0, 1, Hash32(), {}}},
        {u"CHECKPOINT"_s, Checkpoint{0, Hash32(), {}, 0}},
        {u"SNAP_BEGIN whole"_s, SnapshotBegin()},
        {u"SNAP_BEGIN part"_s,
         SnapshotBegin{0, Hash32(), "x", 0, {Cell::everyone().toBytes()}, Granted, {}, {}}},
        {u"SNAP_PAGE"_s, SnapshotPage{{}, "x"}},
        {u"SNAP_END"_s, SnapshotEnd()},
        {u"SCOPE"_s, Scope{{Cell::everyone().toBytes()}, {}, {}, Granted, {}}},
        {u"PONG"_s, Pong()},
        {u"AUTH_NEED"_s, AuthNeed{60}},
        {u"GOAWAY"_s, GoAway()},
        {u"DIGEST"_s, DigestAnswer{{}, 1, std::vector<Hash32>(256), 5}},
        {u"PURGE"_s, Purge{{}, true, Revoked, {}, 0}},
        {u"WANT"_s, Want{1, 0}},
        {u"PROV"_s, Provisional()},
        {u"ERROR"_s, ErrorMessage{1, u"x"_s}},
        {u"JOINED"_s, Joined()},
        {u"JOIN_NO"_s, JoinNo()}};
    return all;
}

QByteArray frameNamed(const QString &what)
{
    if (what == u"a type from 1000 up")
        return QByteArray::fromHex("841903e80000a0");
    if (what == u"an unknown type below 1000")
        return QByteArray::fromHex("8418c80000a0");
    if (what == u"no message at all")
        return QByteArray("\x00senseless", 10);
    return protocol::encodeFrame({0, messages().at(what)});
}

const QStringList strange{u"a type from 1000 up"_s, u"an unknown type below 1000"_s,
                          u"no message at all"_s};
const QStringList fromDevices{u"HELLO"_s, u"PUSH"_s,     u"CREDIT"_s,     u"PING"_s,
                              u"AUTH"_s,  u"FETCH"_s,    u"DIGEST_REQ"_s, u"SNAP_NEXT"_s,
                              u"BYE"_s,   u"INCIDENT"_s, u"JOIN"_s};
const QStringList fromServers{u"HELLO_OK"_s,  u"HELLO_NO"_s,
                              u"ACK"_s,       u"NACK"_s,
                              u"DELTA"_s,     u"CHECKPOINT"_s,
                              u"SCOPE"_s,     u"SNAP_BEGIN whole"_s,
                              u"PONG"_s,      u"SNAP_BEGIN part"_s,
                              u"SNAP_PAGE"_s, u"SNAP_END"_s,
                              u"GOAWAY"_s,    u"AUTH_NEED"_s,
                              u"DIGEST"_s,    u"PURGE"_s,
                              u"WANT"_s,      u"PROV"_s,
                              u"ERROR"_s,     u"JOINED"_s,
                              u"JOIN_NO"_s};

// ---- a device with a file --------------------------------------------------------------------

struct Device {
    protocol::PublicKey key{1};
    FakeSigner signer{key};
    FakeVerifier verifier;
    SeededRandom random{5};
    UuidSource ids{random};
    MemoryClientStorage storage;
    ClientReplica replica{storage};
    ClientSession session{u"filmtracker/1.0"_s, "token", {signer, verifier}, random};
    std::deque<ClientReplica::Request> waiting;
    std::vector<int> closed; // with which codes
    int sent = 0;
    Instant now = begun;
    Instant wakeAt = begun;

    Device()
    {
        ClientMeta meta;
        meta.production = ProductionId(random.bytes<16>());
        meta.device = DeviceId(random.bytes<16>());
        meta.user = UserId(random.bytes<16>());
        storage.setInitialMeta(meta);
        QVERIFY(replica.startStream(ids.next<StreamId>(now)).has_value());
    }

    [[nodiscard]] DevicePhase phase() const { return session.status().phase; }

    void feed(const ClientSession::Event &event)
    {
        for (const auto &effect : session.step(now, event)) {
            if (const auto *run = std::get_if<ClientSession::RunTransaction>(&effect))
                waiting.push_back(run->request);
            else if (const auto *close = std::get_if<ClientSession::CloseSocket>(&effect))
                closed.push_back(close->code);
            else if (const auto *wake = std::get_if<ClientSession::WakeAt>(&effect))
                wakeAt = wake->at;
            else if (std::holds_alternative<ClientSession::SendFrame>(effect))
                ++sent;
        }
    }
    void work()
    {
        while (!waiting.empty()) {
            const ClientReplica::Request request = std::move(waiting.front());
            waiting.pop_front();
            feed(ClientSession::TransactionDone{replica.run(request)});
        }
    }
    void hear(const protocol::Message &message)
    {
        feed(ClientSession::FrameReceived{protocol::encodeFrame({0, message})});
    }
    void answer(Result<ClientReplica::Answer> answer)
    {
        waiting.pop_front();
        feed(ClientSession::TransactionDone{std::move(answer)});
    }
    void greet()
    {
        feed(ClientSession::Start{});
        feed(ClientSession::SocketOpened{});
        work();
    }
    void welcome(const protocol::HelloOk &ok)
    {
        greet();
        hear(ok);
        work();
    }

    void bringTo(DevicePhase wanted)
    {
        protocol::HelloOk ok;
        ok.pushCredit = 4;
        switch (wanted) {
        case DevicePhase::Off: return;
        case DevicePhase::Connecting: return feed(ClientSession::Start{});
        case DevicePhase::Backoff:
            feed(ClientSession::Start{});
            return feed(ClientSession::SocketClosed{1006});
        case DevicePhase::Greeting: return greet();
        case DevicePhase::Live: return welcome(ok);
        case DevicePhase::Snapshot:
        case DevicePhase::Review:
            ok.verdict = protocol::HelloOk::Verdict::Snapshot;
            welcome(ok);
            hear(protocol::SnapshotBegin());
            work();
            if (wanted == DevicePhase::Snapshot)
                return;
            hear(protocol::SnapshotEnd());
            return answer(ClientReplica::Answer(ClientReplica::RemovalHeld{30, 30}));
        case DevicePhase::Draining:
        case DevicePhase::Revoked:
            ok.mode = protocol::HelloOk::Mode::Drain;
            welcome(ok);
            if (wanted == DevicePhase::Draining)
                return;
            hear(messages().at(u"PURGE"_s));
            return work();
        case DevicePhase::NeedLogin:
            greet();
            return hear(protocol::HelloNo{protocol::HelloNo::Code::Auth, 0, {}});
        case DevicePhase::UpgradeRequired:
            greet();
            return hear(protocol::HelloNo{protocol::HelloNo::Code::Version, 0, {}});
        case DevicePhase::Halted:
            feed(ClientSession::Start{});
            feed(ClientSession::SocketOpened{});
            return answer(fail(ErrorCode::StoreFull, u"full"_s));
        }
    }

    [[nodiscard]] MutationId save()
    {
        const ClientMeta &meta = storage.committedMeta();
        WorkDay day;
        day.key = {PersonId(random.bytes<16>()), QDate(2025, 11, 20), UnitId(random.bytes<16>())};
        day.call = TimeField::at(420);
        ClientReplica::Edit edit;
        edit.entity = workDayId(meta.production, day.key);
        edit.after = toGroups(day);
        const auto saved = replica.save(std::span(&edit, 1), ids, now);
        return saved && saved->size() == 1 ? saved->front() : MutationId();
    }
    // To where it waits for nothing any more.
    void comeBack()
    {
        for (int i = 0; i < 20 && phase() != DevicePhase::Connecting; ++i) {
            now = std::max(now + 1ms, wakeAt);
            feed(phase() == DevicePhase::Review
                     ? ClientSession::Event(ClientSession::RemovalAccepted{})
                     : phase() == DevicePhase::NeedLogin
                     ? ClientSession::Event(ClientSession::TokenReady{"new"})
                     : phase() == DevicePhase::Off ? ClientSession::Event(ClientSession::Start{})
                                                   : ClientSession::Event(ClientSession::Tick{}));
            work();
        }
    }
};

const std::map<QString, ClientSession::Event> &deviceEvents()
{
    static const std::map<QString, ClientSession::Event> all{
        {u"Start"_s, ClientSession::Start{}},
        {u"Stop"_s, ClientSession::Stop{}},
        {u"NetworkUp"_s, ClientSession::NetworkUp{}},
        {u"SocketOpened"_s, ClientSession::SocketOpened{}},
        {u"SocketClosed"_s, ClientSession::SocketClosed{1006}},
        {u"LocalSaved"_s, ClientSession::LocalSaved{}},
        {u"TokenReady"_s, ClientSession::TokenReady{"new"}},
        {u"RemovalAccepted"_s, ClientSession::RemovalAccepted{}},
        {u"TransactionDone, unasked"_s,
         ClientSession::TransactionDone{ClientReplica::Answer(ClientReplica::Applied())}}};
    return all;
}

// ---- a server's session ----------------------------------------------------------------------

struct Served {
    FakeVerifier verifier;
    FakeSigner signer{protocol::PublicKey{1}};
    SeededRandom random{7};
    UuidSource ids{random};
    ProductionId production{random.bytes<16>()};
    ServerSession session{SessionId(random.bytes<16>()), verifier};
    DeviceRecord device;
    EpochId epoch{random.bytes<16>()};
    std::vector<int> closed;
    int sent = 0;
    int asked = 0; // of the lane and of the database
    Instant now = begun;
    Instant wakeAt = begun;

    void feed(const ServerSession::Event &event)
    {
        for (const auto &effect : session.step(now, event)) {
            if (const auto *close = std::get_if<ServerSession::CloseSocket>(&effect))
                closed.push_back(close->code);
            else if (const auto *wake = std::get_if<ServerSession::WakeAt>(&effect))
                wakeAt = wake->at;
            else if (std::holds_alternative<ServerSession::SendFrame>(effect))
                ++sent;
            else
                ++asked;
        }
    }
    void hear(const QByteArray &frame) { feed(ServerSession::FrameReceived{frame}); }

    [[nodiscard]] HelloAnswer welcome() const
    {
        HelloAnswer answer;
        answer.device = device;
        answer.head.epoch = epoch;
        answer.visibility = Visibility::all();
        return answer;
    }
    void bringTo(ServerPhase wanted)
    {
        device.device = DeviceId(random.bytes<16>());
        device.key = signer.publicKey();
        device.certificateEndsMs = msSinceEpoch(begun + certificateLife);
        feed(ServerSession::Opened{});
        if (wanted == ServerPhase::Accepted)
            return;
        if (wanted == ServerPhase::Closed)
            return feed(ServerSession::SocketClosed{});
        protocol::Hello hello;
        hello.production = production;
        hello.pending = 1;
        hear(protocol::encodeFrame({0, hello}));
        if (wanted == ServerPhase::Verifying)
            return;
        HelloAnswer answer = welcome();
        if (wanted == ServerPhase::Snapshot)
            answer.verdict = protocol::HelloOk::Verdict::Snapshot;
        if (wanted == ServerPhase::Draining)
            answer.purge = protocol::Purge();
        feed(ServerSession::HelloChecked{answer});
        if (wanted != ServerPhase::Closing)
            return;
        hear(push());
        feed(ServerSession::ShuttingDown{100});
    }
    [[nodiscard]] QByteArray push()
    {
        AuthorState author;
        author.production = production;
        author.device = device.device;
        author.stream = StreamId(random.bytes<16>());
        EnvelopeDraft draft;
        draft.entity = EntityId(random.bytes<16>());
        const SealedEnvelope sealed = seal(draft, author, ids, now);
        protocol::Segment segment;
        segment.stream = author.stream;
        segment.firstSequence = 1;
        segment.envelopes = {sealed.bytes};
        segment.head = sealed.hash;
        segment.signature = signer.sign(segmentBytes(production, segment));
        return protocol::encodeFrame({0, protocol::Push{1, {segment}, {}}});
    }
};

ServerSession::Event serverEvent(const QString &what, Served &served)
{
    if (what == u"HelloChecked")
        return ServerSession::HelloChecked{served.welcome()};
    if (what == u"HelloChecked, failed")
        return ServerSession::HelloChecked{fail(ErrorCode::StoreFailure, u"away"_s)};
    if (what == u"CheckpointArrived") {
        CheckpointRead read;
        read.head.epoch = served.epoch;
        return ServerSession::CheckpointArrived{read};
    }
    if (what == u"ScopeArrived") {
        ScopeRead read;
        read.device = served.device;
        return ServerSession::ScopeArrived{read};
    }
    if (what == u"ScopeArrived, revoked") {
        ScopeRead read;
        read.device = served.device;
        read.purge = protocol::Purge();
        return ServerSession::ScopeArrived{read};
    }
    if (what == u"Renewed")
        return ServerSession::Renewed{msSinceEpoch(begun + certificateLife)};
    static const std::map<QString, ServerSession::Event> others{
        {u"JoinChecked"_s, ServerSession::JoinChecked{protocol::JoinNo()}},
        {u"BatchDecided, unasked"_s, ServerSession::BatchDecided{77, {}}},
        {u"BatchRefused, unasked"_s,
         ServerSession::BatchRefused{77, protocol::Nack::Code::Busy, 1}},
        {u"HeadMoved"_s, ServerSession::HeadMoved{0}},
        {u"RowsArrived"_s, ServerSession::RowsArrived{RowsRead()}},
        {u"PageArrived, the end"_s, ServerSession::PageArrived{{}}},
        {u"BucketsArrived"_s, ServerSession::BucketsArrived{BucketsRead()}},
        {u"ReadFailed"_s, ServerSession::ReadFailed{}},
        {u"WriteBufferHigh"_s, ServerSession::WriteBufferHigh{}},
        {u"WriteBufferLow"_s, ServerSession::WriteBufferLow{}},
        {u"EpochBegun"_s, ServerSession::EpochBegun{EpochId(std::array<quint8, 16>{9})}},
        {u"ShuttingDown"_s, ServerSession::ShuttingDown{100}},
        {u"TakenOver"_s, ServerSession::TakenOver{}},
        {u"SocketClosed"_s, ServerSession::SocketClosed{}}};
    return others.at(what);
}

const QStringList serverEvents{u"HelloChecked"_s,
                               u"HelloChecked, failed"_s,
                               u"JoinChecked"_s,
                               u"BatchDecided, unasked"_s,
                               u"BatchRefused, unasked"_s,
                               u"HeadMoved"_s,
                               u"RowsArrived"_s,
                               u"PageArrived, the end"_s,
                               u"CheckpointArrived"_s,
                               u"BucketsArrived"_s,
                               u"ScopeArrived"_s,
                               u"ScopeArrived, revoked"_s,
                               u"ReadFailed"_s,
                               u"WriteBufferHigh"_s,
                               u"WriteBufferLow"_s,
                               u"EpochBegun"_s,
                               u"ShuttingDown"_s,
                               u"TakenOver"_s,
                               u"Renewed"_s,
                               u"Tick, early"_s,
                               u"Tick, when silent for a minute"_s,
                               u"SocketClosed"_s};

} // namespace

class TestSessionTables : public QObject
{
    Q_OBJECT
private slots:
    void theDocumentLeavesNothingOut()
    {
        verifyComplete(u"What a device does with a message"_s, devicePhases,
                       fromServers + strange + QStringList{u"one that only devices send"_s});
        QStringList events{u"Tick, early"_s, u"Tick, when it asked for it"_s,
                           u"TransactionDone, the disk is full"_s};
        for (const auto &[name, event] : deviceEvents())
            events.append(name);
        verifyComplete(u"What a device does with an event"_s, devicePhases, events);
        verifyComplete(u"What a server does with a message"_s, serverPhases,
                       fromDevices + strange + QStringList{u"one that only servers send"_s});
        verifyComplete(u"What a server does with an event"_s, serverPhases, serverEvents);
    }

    void aDeviceHearsAMessage_data() { addCells(u"What a device does with a message"_s); }

    void aDeviceHearsAMessage()
    {
        QFETCH(QString, what);
        QFETCH(QString, state);
        QFETCH(QString, outcome);
        Device device;
        const DevicePhase phase = phaseNamed(devicePhases, state);
        device.bringTo(phase);
        QCOMPARE(device.phase(), phase);
        const MutationId saved = device.save();
        QVERIFY(!saved.isNull());
        const OutboxRow before = *device.storage.own(saved);
        device.closed.clear();
        device.sent = 0;

        const bool isOfTheOtherSide = what == u"one that only devices send";
        device.feed(ClientSession::FrameReceived{frameNamed(isOfTheOtherSide ? u"PING"_s : what)});
        const bool asked = !device.waiting.empty();
        const int sent = device.sent;
        device.work();

        if (outcome == u"–") {
            QVERIFY(!asked && sent == 0 && device.closed.empty());
            QCOMPARE(device.phase(), phase);
        } else if (outcome == u"4000") {
            QCOMPARE(device.closed, std::vector<int>{4000});
            QCOMPARE(device.phase(), DevicePhase::Backoff);
        } else {
            QCOMPARE(nameOf(devicePhases, device.phase()), outcome == u"ok" ? state : outcome);
            QVERIFY(device.closed.empty() || device.closed == std::vector<int>{1000});
        }
        // What was saved is there, as it was, and goes out: nothing of this decided it.
        const OutboxRow *row = device.storage.own(saved);
        QVERIFY(row && row->envelope == before.envelope);
        QCOMPARE(row->status, OutboxRow::Status::Pending);
        device.comeBack();
        QCOMPARE(device.phase(), DevicePhase::Connecting);
    }

    void aDeviceMeetsAnEvent_data() { addCells(u"What a device does with an event"_s); }

    void aDeviceMeetsAnEvent()
    {
        QFETCH(QString, what);
        QFETCH(QString, state);
        QFETCH(QString, outcome);
        Device device;
        const DevicePhase phase = phaseNamed(devicePhases, state);
        device.bringTo(phase);
        const MutationId saved = device.save();

        if (what == u"TransactionDone, the disk is full") {
            device.feed(ClientSession::LocalSaved{}); // has it look for what to push
            device.feed(ClientSession::TransactionDone{fail(ErrorCode::StoreFull, u"full"_s)});
        } else if (what == u"Tick, early") {
            device.feed(ClientSession::Tick{});
        } else if (what == u"Tick, when it asked for it") {
            device.now = device.wakeAt;
            device.feed(ClientSession::Tick{});
        } else {
            device.feed(deviceEvents().at(what));
        }

        QCOMPARE(nameOf(devicePhases, device.phase()), outcome == u"–" ? state : outcome);
        const OutboxRow *row = device.storage.own(saved);
        QVERIFY(row && row->status == OutboxRow::Status::Pending);
        device.work();
        device.comeBack();
        QCOMPARE(device.phase(), DevicePhase::Connecting);
    }

    void aServerHearsAMessage_data() { addCells(u"What a server does with a message"_s); }

    void aServerHearsAMessage()
    {
        QFETCH(QString, what);
        QFETCH(QString, state);
        QFETCH(QString, outcome);
        Served served;
        served.bringTo(phaseNamed(serverPhases, state));
        QCOMPARE(served.session.phase(), phaseNamed(serverPhases, state));
        served.sent = served.asked = 0;

        const bool isOfTheOtherSide = what == u"one that only servers send";
        served.hear(what == u"PUSH" ? served.push()
                                    : frameNamed(isOfTheOtherSide ? u"PONG"_s : what));

        const QString phase = nameOf(serverPhases, served.session.phase());
        if (outcome == u"–") {
            QVERIFY(served.sent == 0 && served.asked == 0 && served.closed.empty());
            QCOMPARE(phase, state);
        } else if (const int code = outcome.toInt(); code > 0) {
            QCOMPARE(served.closed, std::vector<int>{code});
            QCOMPARE(phase, u"Closed"_s);
        } else {
            QVERIFY(served.closed.empty());
            QCOMPARE(phase, outcome == u"ok" ? state : outcome);
        }
    }

    void aServerMeetsAnEvent_data() { addCells(u"What a server does with an event"_s); }

    void aServerMeetsAnEvent()
    {
        QFETCH(QString, what);
        QFETCH(QString, state);
        QFETCH(QString, outcome);
        Served served;
        served.bringTo(phaseNamed(serverPhases, state));

        if (what == u"Tick, when silent for a minute") {
            served.now = begun + 60s;
            served.feed(ServerSession::Tick{});
        } else if (what == u"Tick, early") {
            served.now = begun + 1s;
            served.feed(ServerSession::Tick{});
        } else {
            served.feed(serverEvent(what, served));
        }

        QCOMPARE(nameOf(serverPhases, served.session.phase()), outcome == u"–" ? state : outcome);
    }
};

QTEST_GUILESS_MAIN(TestSessionTables)
#include "tst_session_tables.moc"
