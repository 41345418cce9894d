// From an edit on one device until another one shows it, through a server process: with nobody
// else there, and with 1,000 devices that see the same. Beside it a bare commit and a message of
// the same size to a bare WebSocket server and back.

#include "server/net/epoll_dispatcher.h"
#include "tests/bench/bare_server.h"
#include "tests/bench/live_device.h"
#include "tests/bench/raw_lane.h"
#include "tests/bench/served_production.h"
#include "tests/bench/wait.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QLoggingCategory>
#include <QThread>
#include <QTimer>

#include <atomic>

using namespace film;
using namespace film::bench;
using namespace Qt::StringLiterals;
using e2e::PlainDevice;

namespace {

constexpr size_t bystanders = 1'000;
constexpr size_t bystandersShort = 20;
constexpr int editsPerSecond = 100; // of --seconds
constexpr size_t liveDevices = 2;   // the first ones: who edits and who looks
constexpr Seconds stuck{120.0};

// Devices that take what everybody is given, in a thread of their own.
class Bystanders
{
public:
    Bystanders(ServedProduction &served, size_t count)
        : m_thread(QThread::create([this, &served, count] { stay(served, count); }))
    {
        m_thread->setEventDispatcher(new server::EpollDispatcher);
        m_thread->start();
    }
    ~Bystanders()
    {
        m_mayGo = true;
        m_thread->wait();
    }
    Q_DISABLE_COPY_MOVE(Bystanders)

    [[nodiscard]] bool areThere() const
    {
        return waitUntil([this] { return m_areThere.load(); }, stuck);
    }

private:
    void stay(ServedProduction &served, size_t count)
    {
        const PlainDevices devices =
            served.plainDevices(liveDevices, count, PlainDevice::Return::AtOnce);
        for (const auto &device : devices)
            device->open();
        m_areThere = waitUntil([&] { return areLive(devices) || m_mayGo; }, stuck);
        // Looking seldom: what these devices take from the processors is what reading takes.
        QTimer look;
        QEventLoop loop;
        QObject::connect(&look, &QTimer::timeout, &loop, [&] {
            if (m_mayGo)
                loop.quit();
        });
        look.start(std::chrono::milliseconds(50));
        loop.exec();
    }

    std::atomic<bool> m_areThere = false;
    std::atomic<bool> m_mayGo = false;
    std::unique_ptr<QThread> m_thread;
};

// A server with one who edits, one who looks, and however many others.
class Scene
{
public:
    Result<> prepare(const QString &postgres, size_t others)
    {
        auto served =
            ServedProduction::make(postgres, int(liveDevices + others), Role::Coordinator);
        if (!served)
            return fail(served.error());
        m_served = std::move(*served);
        if (others > 0)
            m_others = std::make_unique<Bystanders>(*m_served, others);
        if (m_others && !m_others->areThere())
            return fail(ErrorCode::Timeout, u"the others did not get in"_s);
        for (auto *device : {&m_author, &m_reader}) {
            const size_t number = device == &m_author ? 0 : 1;
            auto made = LiveDevice::make(m_folder.filePath(u"%1.db"_s.arg(number)),
                                         m_served->device(number), m_served->url());
            if (!made)
                return fail(made.error());
            *device = std::move(*made);
            (*device)->start();
            if (!waitUntil([&] { return (*device)->status().complete; }, stuck))
                return fail(ErrorCode::Timeout, u"a device did not get everything"_s);
        }
        return {};
    }

    // Milliseconds of each.
    Result<std::vector<double>> edits(int count)
    {
        std::vector<double> times;
        for (int i = 0; i < count; ++i) {
            const WrittenDay day = m_served->workload().nextDay(m_served->device(0));
            const auto time = editToPeer(*m_author, *m_reader, day);
            if (!time)
                return fail(time.error());
            times.push_back(1000 * time->count());
        }
        return times;
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<ServedProduction> m_served;
    std::unique_ptr<Bystanders> m_others;
    std::unique_ptr<LiveDevice> m_author;
    std::unique_ptr<LiveDevice> m_reader;
};

// What cannot be left out: a commit, and a message there and back.
class BarePath
{
public:
    Result<> prepare(const QString &postgres)
    {
        auto lane = openRawLane(postgres, m_folder.filePath(u"limit.db"_s));
        if (!lane)
            return fail(lane.error());
        m_lane = std::move(*lane);
        auto server = BareServer::start();
        if (!server)
            return fail(server.error());
        m_server = std::move(*server);
        m_socket.open(m_server->url());
        if (!waitUntil([this] { return m_socket.isValid(); }, stuck))
            return fail(ErrorCode::Offline, u"the bare server takes nobody"_s);
        return {};
    }

    Result<std::vector<double>> edits(int count, const QByteArray &message)
    {
        std::vector<double> times;
        QEventLoop loop;
        QObject::connect(&m_socket, &QWebSocket::binaryMessageReceived, &loop, &QEventLoop::quit);
        for (int i = 0; i < count; ++i) {
            const Stopwatch watch;
            if (const Result<> done = m_lane->commit(1); !done)
                return fail(done.error());
            m_socket.sendBinaryMessage(message);
            loop.exec();
            times.push_back(1000 * watch.elapsed().count());
        }
        return times;
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<RawLane> m_lane;
    std::unique_ptr<BareServer> m_server;
    QWebSocket m_socket;
};

// The bytes that one edit is on the wire.
QByteArray pushOfOneDay()
{
    Workload workload(1);
    const protocol::Segment segment = workload.nextSegment(workload.addOffice(), 1);
    return protocol::encodeFrame({1, protocol::Push{1, {segment}}});
}

// p50 and p99 of the same edits.
struct Figures {
    Figures(const QString &name, double floor)
        : p50(name + u", p50"_s, u"ms"_s, Figure::Better::Lower)
        , p99(name + u", p99"_s, u"ms"_s, Figure::Better::Lower, floor, Figure::FloorOf::Ours)
    {}
    void add(const std::vector<double> &ours, const std::vector<double> &limit)
    {
        p50.add(median(ours), median(limit));
        p99.add(percentile(ours, 0.99), percentile(limit, 0.99));
    }

    Figure p50;
    Figure p99;
};

class FanOutBench
{
public:
    explicit FanOutBench(const Options &options)
        : m_options(options)
        , m_edits(std::max(5, int(editsPerSecond * options.length.count())))
        , m_others(options.isShort ? bystandersShort : bystanders)
    {}

    Result<> prepare()
    {
        if (const Result<> done = m_alone.prepare(m_options.postgres, 0); !done)
            return done;
        if (const Result<> done = m_crowded.prepare(m_options.postgres, m_others); !done)
            return done;
        return m_bare.prepare(m_options.postgres);
    }

    Result<> round()
    {
        m_quietRounds += waitForQuiet(m_options) ? 1 : 0;
        const auto limit = m_bare.edits(m_edits, m_message);
        if (!limit)
            return fail(limit.error());
        const auto alone = m_alone.edits(m_edits);
        if (!alone)
            return fail(alone.error());
        const auto crowded = m_crowded.edits(m_edits);
        if (!crowded)
            return fail(crowded.error());
        m_aloneFigures.add(*alone, *limit);
        m_crowdedFigures.add(*crowded, *limit);
        return {};
    }

    int finish() const
    {
        return report(
            {m_aloneFigures.p50, m_aloneFigures.p99, m_crowdedFigures.p50, m_crowdedFigures.p99},
            m_options, m_quietRounds);
    }

private:
    Options m_options;
    int m_edits;
    size_t m_others;
    const QByteArray m_message = pushOfOneDay();
    Scene m_alone;
    Scene m_crowded;
    BarePath m_bare;
    int m_quietRounds = 0;
    Figures m_aloneFigures{u"edit to another device"_s, 30};
    Figures m_crowdedFigures{u"edit to another device of %1"_s.arg(m_others + liveDevices), 100};
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setEventDispatcher(new server::EpollDispatcher);
    const QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"*.info=false\n*.debug=false"_s);
    const Options options =
        optionsOf(QCoreApplication::arguments(), u"How soon an edit is on another device."_s);
    FanOutBench bench(options);
    if (const Result<> prepared = bench.prepare(); !prepared)
        return failed(prepared.error().message);
    for (int i = 0; i < options.rounds; ++i) {
        if (const Result<> done = bench.round(); !done)
            return failed(done.error().message);
    }
    return bench.finish();
}
