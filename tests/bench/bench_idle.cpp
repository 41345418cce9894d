// What devices cost that say nothing: the server's memory for each, and its processor time for a
// message of the 50 that talk while 5,000 are connected, beside the same with only those 50.

#include "server/net/epoll_dispatcher.h"
#include "tests/bench/bare_server.h"
#include "tests/bench/process_watch.h"
#include "tests/bench/served_production.h"
#include "tests/bench/wait.h"

#include <QCoreApplication>
#include <QLoggingCategory>

using namespace film;
using namespace film::bench;
using namespace Qt::StringLiterals;
using e2e::PlainDevice;

namespace {

constexpr size_t connected = 5'000;
constexpr size_t connectedShort = 40;
constexpr size_t talking = 50;
constexpr size_t talkingShort = 5;
constexpr Seconds stuck{120.0};
constexpr int bareMessageBytes = 16; // about a PING

// Our server with its devices; the first of them talk.
class OurCrowd
{
public:
    Result<> start(size_t talkers, size_t devices)
    {
        auto served = ServedProduction::make({}, int(devices), Role::Crew);
        if (!served)
            return fail(served.error());
        m_served = std::move(*served);
        m_talkers = m_served->plainDevices(0, talkers, PlainDevice::Return::AtOnce);
        m_others = m_served->plainDevices(talkers, devices - talkers, PlainDevice::Return::AtOnce);
        if (const Result<> in = letIn(m_talkers); !in)
            return in;
        const double before = residentKilobytesOf(processId());
        if (const Result<> in = letIn(m_others); !in)
            return in;
        if (!m_others.empty())
            m_kilobytesEach = (residentKilobytesOf(processId()) - before) / double(m_others.size());
        return {};
    }

    [[nodiscard]] double kilobytesEach() const { return m_kilobytesEach; }
    // Processor time of the server for a message in microseconds.
    [[nodiscard]] double perMessage(Seconds length)
    {
        const quint64 answersBefore = answers();
        const Seconds timeBefore = processorTimeOf(processId());
        for (const auto &device : m_talkers)
            device->setAsking(true);
        runFor(length);
        const Seconds spent = processorTimeOf(processId()) - timeBefore;
        const quint64 answered = answers() - answersBefore;
        for (const auto &device : m_talkers)
            device->setAsking(false);
        return 1e6 * spent.count() / double(answered);
    }

private:
    static Result<> letIn(const PlainDevices &devices)
    {
        for (const auto &device : devices)
            device->open();
        if (!waitUntil([&] { return areLive(devices); }, stuck))
            return fail(ErrorCode::Timeout, u"not everybody got in"_s);
        return {};
    }
    [[nodiscard]] qint64 processId() const { return m_served->serverProcessId(); }
    [[nodiscard]] quint64 answers() const
    {
        quint64 all = 0;
        for (const auto &device : m_talkers)
            all += device->answers();
        return all;
    }

    std::unique_ptr<ServedProduction> m_served;
    PlainDevices m_talkers;
    PlainDevices m_others;
    double m_kilobytesEach = 0;
};

// The same of a server that only sends messages back.
class BareCrowd
{
public:
    Result<> start(size_t talkers, size_t devices)
    {
        auto server = BareServer::start();
        if (!server)
            return fail(server.error());
        m_server = std::move(*server);
        m_talkers = std::make_unique<BareDevices>(m_server->url(), talkers);
        if (!waitUntil([this] { return m_talkers->areConnected(); }, stuck))
            return fail(ErrorCode::Timeout, u"the bare server did not take everybody"_s);
        const double before = residentKilobytesOf(m_server->processId());
        m_others = std::make_unique<BareDevices>(m_server->url(), devices - talkers);
        if (!waitUntil([this] { return m_others->areConnected(); }, stuck))
            return fail(ErrorCode::Timeout, u"the bare server did not take everybody"_s);
        if (devices > talkers)
            m_kilobytesEach =
                (residentKilobytesOf(m_server->processId()) - before) / double(devices - talkers);
        return {};
    }

    [[nodiscard]] double kilobytesEach() const { return m_kilobytesEach; }
    [[nodiscard]] double perMessage(size_t talkers, Seconds length)
    {
        const quint64 answersBefore = m_talkers->answers();
        const Seconds timeBefore = processorTimeOf(m_server->processId());
        m_talkers->ask(talkers, QByteArray(bareMessageBytes, 'x'));
        runFor(length);
        m_talkers->stopAsking();
        const Seconds spent = processorTimeOf(m_server->processId()) - timeBefore;
        return 1e6 * spent.count() / double(m_talkers->answers() - answersBefore);
    }

private:
    std::unique_ptr<BareServer> m_server;
    std::unique_ptr<BareDevices> m_talkers;
    std::unique_ptr<BareDevices> m_others;
    double m_kilobytesEach = 0;
};

class IdleBench
{
public:
    explicit IdleBench(const Options &options)
        : m_options(options)
        , m_talking(options.isShort ? talkingShort : talking)
    {}

    Result<> prepare()
    {
        const size_t all = m_options.isShort ? connectedShort : connected;
        if (const Result<> started = m_many.start(m_talking, all); !started)
            return started;
        if (const Result<> started = m_few.start(m_talking, m_talking); !started)
            return started;
        if (const Result<> started = m_bareMany.start(m_talking, all); !started)
            return started;
        if (const Result<> started = m_bareFew.start(m_talking, m_talking); !started)
            return started;
        m_memory.add(m_many.kilobytesEach(), m_bareMany.kilobytesEach());
        return {};
    }

    void round()
    {
        m_quietRounds += waitForQuiet(m_options) ? 1 : 0;
        const Seconds processorTime = threadTime();
        const Stopwatch watch;
        const double many = m_many.perMessage(m_options.length);
        const double few = m_few.perMessage(m_options.length);
        m_ours.add(many, few);
        m_ours.addGeneratorShare(shareOfMachine(threadTime() - processorTime, watch.elapsed()));
        const double bareMany = m_bareMany.perMessage(m_talking, m_options.length);
        const double bareFew = m_bareFew.perMessage(m_talking, m_options.length);
        m_bare.add(bareMany, bareFew);
        m_whole.add(few, bareFew);
    }

    int finish() const
    {
        return report({m_ours, m_bare, m_whole, m_memory}, m_options, m_quietRounds);
    }

private:
    Options m_options;
    size_t m_talking;
    OurCrowd m_many;
    OurCrowd m_few;
    BareCrowd m_bareMany;
    BareCrowd m_bareFew;
    int m_quietRounds = 0;
    Figure m_ours{u"a message, 5,000 open : 50 open"_s, u"us"_s, Figure::Better::Lower, 2};
    Figure m_bare{u"bare: a message, 5,000 open : 50 open"_s, u"us"_s, Figure::Better::Lower};
    Figure m_whole{u"a message, 50 open : bare"_s, u"us"_s, Figure::Better::Lower};
    Figure m_memory{u"memory of an idle device"_s, u"kB"_s, Figure::Better::Lower, 60,
                    Figure::FloorOf::Ours};
};

} // namespace

int main(int argc, char *argv[])
{
    // The load generator would otherwise spend its time in poll(2).
    QCoreApplication::setEventDispatcher(new server::EpollDispatcher);
    const QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"*.info=false\n*.debug=false"_s);
    const Options options =
        optionsOf(QCoreApplication::arguments(), u"What devices cost that say nothing."_s);
    IdleBench bench(options);
    if (const Result<> prepared = bench.prepare(); !prepared)
        return failed(prepared.error().message);
    for (int i = 0; i < options.rounds; ++i)
        bench.round();
    return bench.finish();
}
