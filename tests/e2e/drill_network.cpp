// K4: what is between the clients and the server is slow, stops half-way or breaks.

#include "tests/e2e/crew_stage.h"
#include "tests/e2e/fault_proxy.h"

namespace film::e2e {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Weather {
    QString name;
    Faults faults;
};

std::vector<Weather> weathers(bool all)
{
    const Weather slow{u"slow"_s, {150ms, 200ms, 16 * 1024}};
    const Weather resets{u"resets"_s, {5ms, 10ms, 0, 0.05}};
    const Weather halfOpen{u"half-open"_s, {5ms, 10ms, 0, 0, 0.05}};
    const Weather stalls{u"stalls inside frames"_s, {5ms, 10ms, 0, 0, 0, 0.05}};
    const Weather bytes{u"single bytes"_s, {0ms, 5ms, 0, 0, 0, 0, true}};
    const Weather everything{u"everything"_s, {20ms, 100ms, 64 * 1024, 0.02, 0.02, 0.02, true}};
    if (all)
        return {slow, resets, halfOpen, stalls, bytes, everything};
    return {slow, everything};
}

} // namespace

void drillNetwork(const DrillOptions &options, DrillReport &report)
{
    CrewStage crew(options, report);
    if (!crew.isReady())
        return;
    FaultProxy proxy(u"127.0.0.1"_s, quint16(QUrl(crew.stage().serverUrl()).port()), options.seed);
    crew.joinEverybody(u"ws://127.0.0.1:%1"_s.arg(proxy.port()));
    bool isFirst = true;
    for (const Weather &weather : weathers(options.isLong)) {
        report.note(weather.name + u':');
        if (!std::exchange(isFirst, false)) {
            for (Typist *typist : crew.typists())
                typist->start();
        }
        proxy.set(weather.faults);
        proxy.resetAll(); // the greeting has to go through it as well
        crew.typeFor(std::chrono::seconds(options.pick(5, 30)));
        proxy.heal();
        crew.finish();
    }
    const FaultProxy::Counts &counts = proxy.counts();
    report.figure(u"connections"_s, qint64(counts.connections));
    report.figure(u"resets"_s, qint64(counts.resets));
    report.figure(u"half-open"_s, qint64(counts.halfOpens));
    report.figure(u"stalls of 6 s"_s, qint64(counts.stalls));
    report.require(counts.resets + counts.halfOpens + counts.stalls > 0, u"nothing went wrong"_s);
    crew.check();
}

} // namespace film::e2e
