// K12: a device's folder is copied, and both copies go on; a running machine is, with its memory.

#include "shared/store/statement.h"
#include "tests/e2e/crew_stage.h"
#include "tests/e2e/plain_stage.h"

#include <QDir>
#include <QDirIterator>

namespace film::e2e {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 someLines = 12;
constexpr int quiesceMaxMs = 30'000;
constexpr int devicesOfImage = 2;
constexpr int exitStore = 5; // of the client: the data file cannot be used

// Without the lock: it names a process of this machine, and a copy runs on another one.
bool copyFolder(const QString &from, const QString &to)
{
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    bool isCopied = true;
    while (files.hasNext()) {
        const QString path = files.next();
        if (path.endsWith(u".lock"_s))
            continue;
        const QString copy = to + path.mid(from.size());
        QDir().mkpath(QFileInfo(copy).path());
        isCopied = QFile::copy(path, copy) && isCopied;
    }
    return isCopied;
}

// Unsent work is in it: the same changes come from two places.
void cloneCold(CrewStage &crew, DrillReport &report)
{
    Typist &maya = crew.join(crew.stage().serverUrl(), u"maya"_s, u"Maya Lindqvist"_s,
                             crew.stage().inviteFor(u"Maya Lindqvist"_s));
    maya.setCommand({u"enter"_s});
    maya.start();
    crew.type(someLines);
    report.require(maya.finish(quiesceMaxMs) == 0, u"what was typed offline failed"_s);
    report.require(
        copyFolder(crew.stage().dataFolder(u"maya"_s), crew.stage().dataFolder(u"maya-cold"_s)),
        u"the folder could not be copied"_s);
    maya.setCommand({});
    maya.start();
    crew.add(u"maya-cold"_s, u"Maya Lindqvist"_s).start();
    crew.type(someLines);
}

// While it is being written to: what the copy holds is whatever was there.
void cloneHot(CrewStage &crew, DrillReport &report, int number)
{
    Typist &maya = *crew.typists().front();
    const QString name = u"maya-hot-%1"_s.arg(number);
    for (quint64 i = 0; i < someLines / 4; ++i) {
        report.require(maya.type(), u"maya could not save"_s);
    }
    maya.begin();
    copyFolder(crew.stage().dataFolder(u"maya"_s), crew.stage().dataFolder(name));
    report.require(maya.collect(), u"maya could not save"_s);
    const auto opened = crew.stage().run(name, {u"status"_s});
    if (opened.code == exitStore) {
        report.note(u"a hot copy could not be used, and said so: "_s + opened.err.trimmed());
        return;
    }
    report.require(opened.code == 0, u"a hot copy neither works nor says why: "_s + opened.err);
    crew.add(name, u"Maya Lindqvist"_s).start();
    crew.type(someLines / 4);
}

qint64 forksIn(const Stage &stage)
{
    const auto database = store::Database::open(stage.databaseAddress());
    if (!database)
        return 0;
    store::Statement select(**database, u"forks"_s,
                            u"SELECT count(*) FROM change_log WHERE flags = 1"_s);
    return select.run() && select.next() ? select.number(0) : 0;
}

// Two machines that continue the very same stream of changes.
void cloneMemory(const DrillOptions &options, DrillReport &report)
{
    PlainStage plain(devicesOfImage, options, report);
    if (!plain.isReady())
        return;
    plain.startServer({});
    // Made of the same seed, it has the same key, the same stream and the same place in it.
    bench::Workload image(devicesOfImage, options.seed);
    static_cast<void>(image.addOffice());
    bench::BenchDevice &copy = image.addCrew(0);
    PlainDevice::World world = plain.world();
    PlainDevice::World other{world.url, image, world.head, world.ledger, world.random};
    std::vector<std::unique_ptr<PlainDevice>> machines;
    machines.push_back(
        std::make_unique<PlainDevice>(world, plain.device(0), PlainDevice::Return::FullJitter));
    machines.push_back(std::make_unique<PlainDevice>(other, copy, PlainDevice::Return::FullJitter));
    for (const auto &each : machines) {
        PlainDevice &machine = *each;
        machine.setWriting(true);
        machine.open();
        report.require(waitFor([&machine] { return machine.acknowledged() >= 10; }, quiesceMaxMs),
                       u"the image of a machine was not served"_s);
        machine.setWriting(false);
        report.require(waitFor([&machine] { return machine.hasAllAcknowledged(); }, quiesceMaxMs),
                       u"the image of a machine waits"_s);
    }
    // Both are connected with one stream: the older has to go.
    report.require(waitFor([&] { return machines.front()->goneAway() > 0; }, quiesceMaxMs),
                   u"nobody was told that the stream is open elsewhere"_s);
    for (const auto &machine : machines)
        machine->close();
    report.figure(u"changes flagged as forked"_s, forksIn(plain.stage()));
    report.require(forksIn(plain.stage()) > 0, u"no fork was flagged"_s);
    checkLedger(plain.stage(), plain.ledger(), report);
}

} // namespace

void drillClones(const DrillOptions &options, DrillReport &report)
{
    {
        CrewStage crew(options, report);
        if (!crew.isReady())
            return;
        cloneCold(crew, report);
        for (int i = 0; i < options.pick(2, 10); ++i)
            cloneHot(crew, report, i);
        report.figure(u"copies that went on"_s, qint64(crew.typists().size()) - 1);
        crew.finish();
        crew.check();
    }
    report.note(u"with its memory:"_s);
    cloneMemory(options, report);
}

} // namespace film::e2e
