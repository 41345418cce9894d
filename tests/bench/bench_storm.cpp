// Everybody comes back at once: how long until all are upgraded and live, beside a bare WebSocket
// server that greets nobody; and until all are live again after the server was killed.

#include "server/net/epoll_dispatcher.h"
#include "tests/bench/bare_server.h"
#include "tests/bench/served_production.h"
#include "tests/bench/wait.h"

#include <QCoreApplication>
#include <QLoggingCategory>

using namespace film;
using namespace film::bench;
using namespace Qt::StringLiterals;
using e2e::PlainDevice;

namespace {

constexpr size_t atOnce = 1'000;
constexpr size_t afterRestart = 5'000;
constexpr size_t eachShort = 20;
constexpr Seconds stuck{120.0};

class StormBench
{
public:
    explicit StormBench(const Options &options)
        : m_options(options)
        , m_atOnce(options.isShort ? eachShort : atOnce)
        , m_afterRestart(options.isShort ? eachShort : afterRestart)
    {}

    Result<> prepare()
    {
        auto served = ServedProduction::make(m_options.postgres, int(m_afterRestart), Role::Crew);
        if (!served)
            return fail(served.error());
        m_served = std::move(*served);
        auto bare = BareServer::start();
        if (!bare)
            return fail(bare.error());
        m_bare = std::move(*bare);
        return {};
    }

    Result<> round()
    {
        m_quietRounds += waitForQuiet(m_options) ? 1 : 0;
        const auto limit = bareStorm(m_atOnce);
        if (!limit)
            return fail(limit.error());
        PlainDevices devices = m_served->plainDevices(0, m_atOnce, PlainDevice::Return::AtOnce);
        const Stopwatch watch;
        const Seconds processorTime = threadTime();
        for (const auto &device : devices)
            device->open();
        if (!waitUntil([&] { return haveGreeted(devices); }, stuck))
            return fail(ErrorCode::Timeout, u"not everybody was upgraded"_s);
        const Seconds upgraded = watch.elapsed();
        if (!waitUntil([&] { return areLive(devices); }, stuck))
            return fail(ErrorCode::Timeout, u"not everybody went live"_s);
        const Seconds live = watch.elapsed();
        m_upgraded.add(upgraded.count(), limit->count());
        m_live.add(live.count(), limit->count());
        m_live.addGeneratorShare(shareOfMachine(threadTime() - processorTime, live));
        return {};
    }

    // Once: it takes as long as the pauses of the devices, which are the shipped client's.
    Result<> restart()
    {
        const auto limit = bareStorm(m_afterRestart);
        if (!limit)
            return fail(limit.error());
        PlainDevices devices =
            m_served->plainDevices(0, m_afterRestart, PlainDevice::Return::FullJitter);
        for (const auto &device : devices)
            device->open();
        if (!waitUntil([&] { return areLive(devices); }, stuck))
            return fail(ErrorCode::Timeout, u"not everybody got in at all"_s);
        const Stopwatch watch;
        if (const Result<> restarted = m_served->restartServer(); !restarted)
            return restarted;
        const bool areBack = waitUntil(
                                 [&] {
                                     return std::ranges::none_of(
                                         devices, [](const auto &one) { return one->isLive(); });
                                 },
                                 stuck)
            && waitUntil([&] { return areLive(devices); }, stuck);
        if (!areBack)
            return fail(ErrorCode::Timeout, u"not everybody came back"_s);
        m_restart.add(watch.elapsed().count(), limit->count());
        return {};
    }

    int finish() const { return report({m_upgraded, m_live, m_restart}, m_options, m_quietRounds); }

private:
    Result<Seconds> bareStorm(size_t count) const
    {
        const Stopwatch watch;
        const BareDevices devices(m_bare->url(), count);
        if (!waitUntil([&] { return devices.areConnected(); }, stuck))
            return fail(ErrorCode::Timeout, u"the bare server did not take everybody"_s);
        return watch.elapsed();
    }

    // They say HELLO as soon as they are upgraded.
    static bool haveGreeted(const PlainDevices &devices)
    {
        return std::ranges::all_of(devices, [](const auto &one) { return one->greetings() > 0; });
    }

    [[nodiscard]] static Figure figure(const QString &name, size_t count, double floor)
    {
        return Figure(name.arg(count), u"s"_s, Figure::Better::Lower, floor, Figure::FloorOf::Ours);
    }

    Options m_options;
    size_t m_atOnce;
    size_t m_afterRestart;
    std::unique_ptr<ServedProduction> m_served;
    std::unique_ptr<BareServer> m_bare;
    int m_quietRounds = 0;
    Figure m_upgraded = figure(u"%1 devices at once, all upgraded"_s, m_atOnce, 2);
    Figure m_live = figure(u"%1 devices at once, all live"_s, m_atOnce, 0);
    Figure m_restart = figure(u"%1 devices live after a restart"_s, m_afterRestart, 60);
};

} // namespace

int main(int argc, char *argv[])
{
    // The load generator would otherwise spend its time in poll(2).
    QCoreApplication::setEventDispatcher(new server::EpollDispatcher);
    const QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"*.info=false\n*.debug=false"_s);
    const Options options =
        optionsOf(QCoreApplication::arguments(), u"How long a returning crowd takes."_s);
    StormBench bench(options);
    if (const Result<> prepared = bench.prepare(); !prepared)
        return failed(prepared.error().message);
    for (int i = 0; i < options.rounds; ++i) {
        if (const Result<> done = bench.round(); !done)
            return failed(done.error().message);
    }
    if (const Result<> done = bench.restart(); !done)
        return failed(done.error().message);
    return bench.finish();
}
