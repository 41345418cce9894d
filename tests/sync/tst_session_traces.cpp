#include "shared/domain/records.h"
#include "tests/sync/first_sync.h"
#include "tests/sync/trace_peers.h"

#include <QFile>
#include <QTest>

using namespace film;
using namespace film::sync;
using namespace film::simulation;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

// Plays both sides and writes down what passes.
class Story
{
public:
    explicit Story(Role role)
        : m_cast(role)
        , m_device(m_cast, [this](const QByteArray &frame) { fromDevice(frame); })
        , m_server(m_cast, [this](const QByteArray &frame) { fromServer(frame); })
    {
        m_own.production = m_office.production = m_cast.production;
        m_own.device = m_cast.device.device;
        m_own.user = m_cast.device.user;
        m_own.stream = StreamId(m_random.bytes<16>());
        m_office.device = m_cast.office.device;
        m_office.user = m_cast.office.user;
        m_office.stream = StreamId(m_random.bytes<16>());
    }

    void connect()
    {
        note(TraceStep::Kind::Connected);
        m_server.connected(m_now);
        m_device.connected(m_now);
        deliver();
    }
    void wait(std::chrono::milliseconds time)
    {
        m_now += time;
        note(TraceStep::Kind::Waited);
        m_server.waited(m_now);
        m_device.waited(m_now);
        deliver();
    }
    void lose()
    {
        note(TraceStep::Kind::Lost);
        m_server.lost(m_now);
        m_device.lost(m_now);
    }
    void save(const WorkDay &day)
    {
        const EntityId id = workDayId(m_cast.production, day.key);
        const auto &records = m_device.storage().baseRecords();
        const auto known = records.find(id);
        const auto groups =
            known == records.end() ? QByteArray() : QByteArray(known->second.state.groups);
        const QByteArray bytes = written(EntityType::TimeEntry, id, toGroups(day), groups, m_own);
        note(TraceStep::Kind::Saved, bytes);
        m_device.saved(m_now, bytes);
        deliver();
    }
    template<typename Record>
    void officeLogs(EntityType type, EntityId id, const Record &record)
    {
        const auto &records = m_server.storage().entities();
        const auto known = records.find(id);
        const auto groups = known == records.end() ? QByteArray() : known->second.groups;
        const QByteArray bytes = written(type, id, toGroups(record), groups, m_office);
        note(TraceStep::Kind::Logged, bytes);
        m_server.logged(m_now, bytes);
        deliver();
    }
    void officeLogs(const WorkDay &day)
    {
        officeLogs(EntityType::TimeEntry, workDayId(m_cast.production, day.key), day);
    }
    void officeLogs(const Grant &grant)
    {
        officeLogs(EntityType::Grant, grantId(m_cast.production, grant.user), grant);
    }

    [[nodiscard]] const TraceCast &cast() const { return m_cast; }
    [[nodiscard]] const Trace &trace() const { return m_trace; }

private:
    void note(TraceStep::Kind kind, const QByteArray &bytes = {})
    {
        m_trace.push_back({kind, msSinceEpoch(m_now), bytes});
    }
    void fromDevice(const QByteArray &frame)
    {
        note(TraceStep::Kind::Device, frame);
        m_toServer.push_back(frame);
    }
    void fromServer(const QByteArray &frame)
    {
        note(TraceStep::Kind::Server, frame);
        m_toDevice.push_back(frame);
    }
    void deliver()
    {
        while (!m_toServer.empty() || !m_toDevice.empty()) {
            if (!m_toServer.empty()) {
                const QByteArray frame = m_toServer.front();
                m_toServer.pop_front();
                m_server.heard(m_now, frame);
            } else {
                const QByteArray frame = m_toDevice.front();
                m_toDevice.pop_front();
                m_device.heard(m_now, frame);
            }
        }
    }
    QByteArray written(EntityType type, EntityId id, const GroupMap &wanted,
                       const QByteArray &known, AuthorState &author)
    {
        const auto current =
            known.isEmpty() ? protocol::VersionedGroups() : *protocol::decodeGroups(known);
        EnvelopeDraft draft;
        draft.type = type;
        draft.entity = id;
        draft.operation = known.isEmpty() ? protocol::Operation::Create : protocol::Operation::Set;
        draft.groups = changesBetween(plainGroups(current), wanted, current);
        return seal(draft, author, m_ids, m_now).bytes;
    }

    SeededRandom m_random{13};
    UuidSource m_ids{m_random};
    TraceCast m_cast;
    AuthorState m_own;
    AuthorState m_office;
    Trace m_trace;
    std::deque<QByteArray> m_toServer;
    std::deque<QByteArray> m_toDevice;
    Instant m_now = instantFromMs(1'763'000'000'000);
    TraceDevice m_device;
    TraceServer m_server;
};

constexpr auto untilChecked = 2s; // a checkpoint has come
constexpr auto untilBack = 61s;   // whatever a device waits before it tries again

WorkDay dayOf(PersonId person, int date, int call, int wrap)
{
    WorkDay day;
    day.key = {person, QDate(2025, 11, date), UnitId()};
    day.call = TimeField::at(call);
    day.wrap = TimeField::at(wrap);
    day.meals = {{TimeField::at(call + 360), TimeField::at(call + 390)}};
    return day;
}

PersonId somebody(quint8 number)
{
    return PersonId(std::array<quint8, 16>{number});
}

// A snapshot, pushes before and after it, what others do, a break, a conflict.
Trace everydayStory()
{
    Story story(Role::Coordinator);
    const PersonId maya = somebody(1);
    story.officeLogs(dayOf(maya, 17, 420, 1140));
    story.save(dayOf(maya, 18, 400, 1100));
    story.connect();
    story.wait(untilChecked);
    story.officeLogs(dayOf(maya, 19, 430, 1170));
    story.wait(untilChecked);
    story.save(dayOf(maya, 20, 440, 1200));
    story.wait(untilChecked);
    story.lose();
    story.save(dayOf(maya, 17, 420, 1155));
    story.officeLogs(dayOf(maya, 17, 420, 1170));
    story.wait(untilBack);
    story.connect();
    story.wait(untilChecked);
    story.lose();
    return story.trace();
}

// A crew member becomes head of the department, is one no longer, and has to go.
Trace scopeStory()
{
    Story story(Role::Crew);
    const DepartmentId camera(std::array<quint8, 16>{9});
    const PersonId own = story.cast().device.person;
    const PersonId other = somebody(2);
    for (const PersonId &id : {own, other}) {
        Person person;
        person.id = id;
        person.name = id == own ? u"Maya Lindqvist"_s : u"Ruben Castellane"_s;
        person.department = camera;
        story.officeLogs(EntityType::Person, EntityId::of(id), person);
    }
    Grant grant;
    grant.user = story.cast().device.user;
    grant.name = u"Maya Lindqvist"_s;
    grant.person = own;
    story.officeLogs(grant);
    story.officeLogs(dayOf(own, 17, 420, 1140));
    story.officeLogs(dayOf(other, 17, 400, 1100));
    story.connect();
    story.wait(untilChecked);
    grant.role = Role::HeadOfDepartment;
    grant.department = camera;
    story.officeLogs(grant);
    story.wait(untilChecked);
    grant.role = Role::Crew;
    grant.department = {};
    story.officeLogs(grant);
    story.wait(untilChecked);
    story.save(dayOf(own, 18, 420, 1150));
    story.wait(untilChecked);
    grant.ended = true;
    story.officeLogs(grant);
    story.wait(untilChecked);
    story.lose();
    return story.trace();
}

QString pathOf(const QString &name)
{
    return QStringLiteral(FILM_SOURCE_DIR "/tests/fixtures/protocol/sessions/%1.trace").arg(name);
}

void compare(const QStringList &now, const QStringList &then)
{
    for (qsizetype i = 0; i < std::min(now.size(), then.size()); ++i)
        QCOMPARE(now[i], then[i]);
    QCOMPARE(now.size(), then.size());
}

int count(const QStringList &essences, const QString &name)
{
    return int(std::ranges::count_if(
        essences, [&](const QString &essence) { return essence.startsWith(name + u' '); }));
}

bool holdsConflict(const Trace &trace)
{
    return std::ranges::any_of(trace, [](const TraceStep &step) {
        if (step.kind != TraceStep::Kind::Server)
            return false;
        const auto frame = protocol::decodeFrame(step.bytes, protocol::Sender::Server, 1 << 20);
        const auto *ack = frame ? std::get_if<protocol::Ack>(&frame->message) : nullptr;
        return ack && std::ranges::any_of(ack->results, [](const auto &result) {
                   return result.outcome == protocol::Outcome::Conflict;
               });
    });
}

} // namespace

// Whole connections as the first version spoke them, played to each side of today: an app of then
// still gets what it relies on, and a server of then is still understood.
// FILM_WRITE_GOLDEN=1 writes the files anew. A changed file says that apps in the field would see
// something else than they did.
class TestSessionTraces : public QObject
{
    Q_OBJECT

    static Role roleIn(const QString &name)
    {
        return name == u"everyday" ? Role::Coordinator : Role::Crew;
    }
    static void rows()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("everyday") << u"everyday"_s;
        QTest::newRow("scope") << u"scope"_s;
    }
    static Trace kept()
    {
        QFETCH(const QString, name);
        QFile file(pathOf(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return traceIn(file.readAll()).value_or(Trace());
    }

private slots:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("FILM_WRITE_GOLDEN"))
            return;
        for (const auto &[name, trace] :
             {std::pair(u"everyday"_s, everydayStory()), std::pair(u"scope"_s, scopeStory())}) {
            QFile file(pathOf(name));
            QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.errorString()));
            file.write(textOf(trace));
        }
    }

    void aTraceHoldsWhatItIsKeptFor()
    {
        const QStringList everyday = essencesOf(everydayStory(), protocol::Sender::Server);
        for (const QString &name : {u"HELLO_OK"_s, u"SNAP_BEGIN"_s, u"SNAP_PAGE"_s, u"SNAP_END"_s,
                                    u"ACK"_s, u"DELTA"_s, u"CHECKPOINT"_s, u"PONG"_s})
            QVERIFY2(count(everyday, name) > 0, qPrintable(name));
        QVERIFY(holdsConflict(everydayStory()));
        QCOMPARE(count(everyday, u"HELLO_OK"_s), 2);
        QCOMPARE(count(everyday, u"SNAP_BEGIN"_s), 1); // the second connection resumed
        const QStringList scope = essencesOf(scopeStory(), protocol::Sender::Server);
        QCOMPARE(count(scope, u"SCOPE"_s), 2);
        QCOMPARE(count(scope, u"SNAP_BEGIN"_s), 2);
        QCOMPARE(count(scope, u"PURGE"_s), 1);
    }

    void aDeviceOfThenHearsTheSame_data() { rows(); }
    void aDeviceOfThenHearsTheSame()
    {
        QFETCH(const QString, name);
        const Trace trace = kept();
        QVERIFY2(!trace.empty(), "the file is missing, or cannot be read");
        const TraceCast cast(roleIn(name));
        QStringList heard;
        TraceServer server(cast, [&](const QByteArray &frame) {
            heard << QString::fromUtf8(essenceOf(frame, protocol::Sender::Server));
        });

        for (const TraceStep &step : trace) {
            const Instant at = instantFromMs(step.atMs);
            switch (step.kind) {
            case TraceStep::Kind::Connected: server.connected(at); break;
            case TraceStep::Kind::Device: server.heard(at, step.bytes); break;
            case TraceStep::Kind::Logged: server.logged(at, step.bytes); break;
            case TraceStep::Kind::Waited: server.waited(at); break;
            case TraceStep::Kind::Lost: server.lost(at); break;
            case TraceStep::Kind::Server:
            case TraceStep::Kind::Saved: break; // of the other side
            }
        }

        QCOMPARE(server.closed(), QStringList());
        compare(heard, essencesOf(trace, protocol::Sender::Server));
    }

    void aServerOfThenIsUnderstood_data() { rows(); }
    void aServerOfThenIsUnderstood()
    {
        QFETCH(const QString, name);
        const Trace trace = kept();
        QVERIFY2(!trace.empty(), "the file is missing, or cannot be read");
        const TraceCast cast(roleIn(name));
        QStringList said;
        TraceDevice device(cast, [&](const QByteArray &frame) {
            said << QString::fromUtf8(essenceOf(frame, protocol::Sender::Client));
        });

        bool wasComplete = false;
        for (const TraceStep &step : trace) {
            const Instant at = instantFromMs(step.atMs);
            switch (step.kind) {
            case TraceStep::Kind::Connected: device.connected(at); break;
            case TraceStep::Kind::Server: device.heard(at, step.bytes); break;
            case TraceStep::Kind::Saved: device.saved(at, step.bytes); break;
            case TraceStep::Kind::Waited: device.waited(at); break;
            case TraceStep::Kind::Lost: device.lost(at); break;
            case TraceStep::Kind::Device:
            case TraceStep::Kind::Logged: break; // of the other side
            }
            wasComplete = wasComplete || device.status().complete;
        }

        QVERIFY(wasComplete); // its records had the digest that the server had then
        QVERIFY(device.storage().incidents().empty());
        const bool hadToGo = name == u"scope";
        QCOMPARE(device.closed(),
                 hadToGo ? QStringList{u"everything was handed over"_s} : QStringList());
        QCOMPARE(device.status().phase == ClientSession::Phase::Revoked, hadToGo);
        for (const auto &[number, row] : device.storage().outbox())
            QCOMPARE(row.status, OutboxRow::Status::Acked);
        compare(said, essencesOf(trace, protocol::Sender::Client));
    }

    // ---- a first sync whose connection breaks ----

    void aFirstSyncGoesOnWhereItBrokeOff()
    {
        FirstSync sync;
        sync.begin(2);
        QVERIFY(!sync.before().empty() && sync.before().size() < size_t(unitsBefore));
        for (int i = 0; i < 50; ++i) // some that it has, some that it has not, new ones
            sync.officeNames(i * 33, u"Renamed %1"_s.arg(i));

        sync.goOn();

        QCOMPARE(sync.begunAt(), quint64(unitsBefore)); // the snapshot of before
        for (const EntityId &id : sync.before())
            QVERIFY(!sync.after().contains(id));
        QCOMPARE(sync.before().size() + sync.after().size(),
                 sync.server.storage().entities().size());
        QVERIFY(sync.isComplete());
    }

    void aFirstSyncGoesOnAsOftenAsItBreaks()
    {
        FirstSync sync;
        size_t pages = 0;
        for (int i = 0; i < 3; ++i) {
            sync.begin(1);
            pages += sync.before().size();
        }
        sync.goOn();

        QCOMPARE(pages + sync.after().size(), size_t(unitsBefore));
        QVERIFY(sync.isComplete());
    }

    void anotherSnapshotBeginsAnew_data()
    {
        using Change = std::function<QByteArray(const QByteArray &)>;
        const auto at = [](qsizetype position) {
            return Change([position](const QByteArray &token) {
                QByteArray other = token;
                if (position < other.size())
                    other[position] = char(other[position] ^ 1);
                return other;
            });
        };
        QTest::addColumn<Change>("said");
        QTest::newRow("a device of before")
            << Change([](const QByteArray &) { return QByteArray(16, 'x'); });
        QTest::newRow("a server of before")
            << Change([](const QByteArray &) { return QByteArray(); });
        QTest::newRow("another place") << at(7);
        QTest::newRow("a place that nobody has") << at(0);
        QTest::newRow("another history") << at(8);
        QTest::newRow("another epoch") << at(40);
        QTest::newRow("another scope") << at(56);
    }
    void anotherSnapshotBeginsAnew()
    {
        QFETCH(std::function<QByteArray(const QByteArray &)>, said);
        FirstSync sync;
        sync.begin(2);
        sync.officeNames(1, u"Renamed"_s);
        sync.said = said;

        sync.goOn();

        QCOMPARE(sync.begunAt(), quint64(unitsBefore) + 1);
        QCOMPARE(sync.after().size(), size_t(unitsBefore));
        QVERIFY(sync.isComplete());
    }

    // Whatever a server answers, what was gathered is kept only for the very same snapshot.
    void aServerThatSkipsRecordsIsNotBelieved()
    {
        FirstSync sync;
        sync.begin(2);
        sync.said = [](const QByteArray &token) { // all of it is there, somebody says
            QByteArray last = token;
            last.replace(last.size() - 16, 16, QByteArray(16, '\xff'));
            return last;
        };

        sync.goOn();

        QCOMPARE(sync.after().size(), size_t(unitsBefore)); // the digest has told
        QVERIFY(sync.isComplete());
    }
};

QTEST_GUILESS_MAIN(TestSessionTraces)
#include "tst_session_traces.moc"
