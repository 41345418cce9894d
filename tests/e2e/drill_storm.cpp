// K7: thousands of devices lose the server at once, and it comes back.

#include "tests/e2e/plain_stage.h"

namespace film::e2e {

using namespace Qt::StringLiterals;

namespace {

constexpr int liveMaxMs = 60'000;
constexpr qint64 memoryMaxMebibytes = 1'500;
constexpr size_t writersOneIn = 20;

using Crowd = std::vector<std::unique_ptr<PlainDevice>>;

qint64 liveOf(const Crowd &crowd)
{
    return std::ranges::count_if(crowd, [](const auto &device) { return device->isLive(); });
}

bool waitUntilLive(const Crowd &crowd, int timeoutMs)
{
    return waitFor([&crowd] { return liveOf(crowd) == qint64(crowd.size()); }, timeoutMs);
}

quint64 greetingsOf(const Crowd &crowd)
{
    quint64 all = 0;
    for (const auto &device : crowd)
        all += device->greetings();
    return all;
}

} // namespace

void drillStorm(const DrillOptions &options, DrillReport &report)
{
    const int devices = options.pick(500, 5'000);
    PlainStage plain(devices, options, report);
    if (!plain.isReady())
        return;
    // As shipped, although all of them come from one address here.
    plain.startServer({u"--hello-per-second"_s, u"200"_s});
    Crowd crowd;
    for (int i = 0; i < devices; ++i) {
        crowd.push_back(std::make_unique<PlainDevice>(plain.world(), plain.device(size_t(i)),
                                                      PlainDevice::Return::FullJitter));
        crowd.back()->open();
    }
    QElapsedTimer since;
    since.start();
    report.figure(u"devices"_s, devices);
    report.require(waitUntilLive(crowd, 2 * liveMaxMs), u"not everybody got in at all"_s);
    report.figure(u"ms until all were there the first time"_s, since.elapsed());
    for (size_t i = 0; i < crowd.size(); i += writersOneIn)
        crowd[i]->setWriting(true);
    const quint64 greetingsBefore = greetingsOf(crowd);

    plain.stage().killServer();
    plain.stage().startServer();
    since.start();
    const bool isBack = waitFor([&crowd] { return liveOf(crowd) == 0; }, liveMaxMs)
        && waitUntilLive(crowd, liveMaxMs);

    report.figure(u"ms until all were back"_s, since.elapsed());
    report.figure(u"live"_s, liveOf(crowd));
    report.figure(u"greetings for it"_s, qint64(greetingsOf(crowd) - greetingsBefore));
    const qint64 memory = residentMebibytes(plain.stage().serverProcessId());
    report.figure(u"MiB of the server"_s, memory);
    report.require(isBack && since.elapsed() <= liveMaxMs, u"not all were back in 60 s"_s);
    report.require(memory > 0 && memory < memoryMaxMebibytes,
                   u"the server needs too much memory"_s);
    for (const auto &device : crowd)
        device->setWriting(false);
    report.require(waitFor(
                       [&crowd] {
                           return std::ranges::all_of(crowd, [](const auto &device) {
                               return device->hasAllAcknowledged();
                           });
                       },
                       liveMaxMs),
                   u"not everything was acknowledged"_s);
    checkLedger(plain.stage(), plain.ledger(), report);
}

} // namespace film::e2e
