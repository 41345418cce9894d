// K2: nobody knows whether the database has committed.

#include "tests/e2e/drill.h"
#include "tests/e2e/fault_proxy.h"
#include "tests/e2e/plain_stage.h"

#include <algorithm>

namespace film::e2e {

using namespace Qt::StringLiterals;

namespace {

constexpr int devices = 12;
constexpr int quiesceMaxMs = 60'000;
constexpr int oneCutMaxMs = 10'000; // without a cut in that time the server is stuck

// A server over a database behind a proxy, and devices that write as fast as it goes.
class CutRun
{
public:
    CutRun(const DrillOptions &options, DrillReport &report)
        : m_seed(options.seed)
        , m_plain(devices, options, report)
    {}

    [[nodiscard]] bool start()
    {
        if (!m_plain.isReady())
            return false;
        m_proxy.emplace(u"127.0.0.1"_s, m_plain.cluster().port(), m_seed,
                        FaultProxy::Speech::Postgres);
        m_plain.startServer({}, m_proxy->port());
        for (size_t i = 0; i < size_t(devices); ++i) {
            m_crew.push_back(std::make_unique<PlainDevice>(m_plain.world(), m_plain.device(i),
                                                           PlainDevice::Return::AtOnce));
            m_crew.back()->open();
            m_crew.back()->setWriting(true);
        }
        Faults cutting;
        cutting.commitCuts = 0.7;
        m_proxy->set(cutting);
        return true;
    }
    void stop()
    {
        m_proxy->heal();
        for (const auto &device : m_crew)
            device->setWriting(false);
    }
    [[nodiscard]] bool isQuiet() const
    {
        return std::ranges::all_of(m_crew,
                                   [](const auto &device) { return device->hasAllAcknowledged(); });
    }
    [[nodiscard]] quint64 cuts() const { return m_proxy->commitsCut(); }
    [[nodiscard]] const FaultProxy::Counts &counts() const { return m_proxy->counts(); }
    void check(DrillReport &report) { checkLedger(m_plain.stage(), m_plain.ledger(), report); }

private:
    quint64 m_seed;
    PlainStage m_plain;
    std::optional<FaultProxy> m_proxy;
    std::vector<std::unique_ptr<PlainDevice>> m_crew;
};

using CutRuns = std::vector<std::unique_ptr<CutRun>>;

template<typename Value>
qint64 sumOf(const CutRuns &runs, Value value)
{
    qint64 sum = 0;
    for (const auto &run : runs)
        sum += qint64(value(*run));
    return sum;
}

void report(const CutRuns &runs, DrillReport &report)
{
    report.figure(u"commits cut"_s, sumOf(runs, [](const CutRun &run) { return run.cuts(); }));
    report.figure(u"after the database's answer"_s, sumOf(runs, [](const CutRun &run) {
                      return run.counts().commitsCutAnswered.load();
                  }));
    report.figure(u"before it"_s, sumOf(runs, [](const CutRun &run) {
                      return run.counts().commitsCutAtOnce.load();
                  }));
    report.figure(u"of commits"_s,
                  sumOf(runs, [](const CutRun &run) { return run.counts().commits.load(); }));
}

} // namespace

void drillCommits(const DrillOptions &options, DrillReport &drill)
{
    // A server waits a moment after each cut, so that several together get through more of them.
    CutRuns runs;
    for (int i = 0; i < options.pick(1, 6); ++i) {
        DrillOptions own = options;
        own.onSqlite = false; // there is no answer that a file could fail to give
        own.seed = options.seed + quint64(i);
        runs.push_back(std::make_unique<CutRun>(own, drill));
        if (!runs.back()->start())
            return;
    }
    const qint64 wanted = options.pick(60, 5'000);
    const auto cuts = [&runs] { return sumOf(runs, [](const CutRun &run) { return run.cuts(); }); };
    qint64 before = 0;
    do {
        before = cuts();
    } while (before < wanted && waitFor([&] { return cuts() > before; }, oneCutMaxMs));
    for (const auto &run : runs)
        run->stop();
    QElapsedTimer since;
    since.start();
    const bool isQuiet = waitFor(
        [&runs] {
            return std::ranges::all_of(runs, [](const auto &run) { return run->isQuiet(); });
        },
        quiesceMaxMs);
    report(runs, drill);
    drill.figure(u"ms until all was acknowledged"_s, since.elapsed());
    drill.require(cuts() >= wanted, u"the cuts came to an end before their number"_s);
    drill.require(isQuiet, u"not everything was acknowledged in 60 s"_s);
    for (const auto &run : runs)
        run->check(drill);
}

} // namespace film::e2e
