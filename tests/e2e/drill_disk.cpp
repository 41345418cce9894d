// K5: the disk of a device is full while somebody types.

#include "tests/e2e/crew_stage.h"

#include <QDir>

namespace film::e2e {

using namespace Qt::StringLiterals;

namespace {

constexpr int linesMax = 20'000; // a disk of a few MiB is full long before
constexpr int exitStore = 5;     // of the client: the data file cannot be used
constexpr int patienceMs = 30'000;

bool runs(const QString &program, const QStringList &arguments)
{
    return QProcess::execute(program, arguments) == 0;
}

// A file system of its own for one device's folder; only root may mount one.
class SmallDisk
{
public:
    SmallDisk(QString path, int mebibytes)
        : m_path(std::move(path))
    {
        QDir().mkpath(m_path);
        m_isMounted =
            runs(u"mount"_s,
                 {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=%1m"_s.arg(mebibytes), u"tmpfs"_s, m_path});
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            runs(u"umount"_s, {u"-l"_s, m_path});
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    [[nodiscard]] bool isMounted() const { return m_isMounted; }
    [[nodiscard]] bool grow() const
    {
        return runs(u"mount"_s, {u"-o"_s, u"remount,size=64m"_s, m_path});
    }

private:
    QString m_path;
    bool m_isMounted = false;
};

} // namespace

void drillDisk(const DrillOptions &options, DrillReport &report)
{
    CrewStage crew(options, report);
    if (!crew.isReady())
        return;
    Stage &stage = crew.stage();
    const int mebibytes = options.pick(4, 8);
    const SmallDisk disk(stage.dataFolder(u"maya"_s), mebibytes);
    if (!disk.isMounted()) {
        report.skip(u"a small file system can only be mounted by root"_s);
        return;
    }
    Typist &maya = crew.join(stage.serverUrl(), u"maya"_s, u"Maya Lindqvist"_s,
                             stage.inviteFor(u"Maya Lindqvist"_s));
    maya.start();
    int lines = 0;
    while (lines < linesMax && maya.type())
        ++lines;
    const int code = maya.finish(patienceMs);
    report.figure(u"MiB of the disk (tmpfs)"_s, mebibytes);
    report.figure(u"lines saved until it was full"_s, lines);
    report.require(lines < linesMax, u"the disk did not get full"_s);
    report.require(code == exitStore,
                   u"the client did not say that it could not save, but ended with %1"_s.arg(code));

    const auto stillFull = stage.run(u"maya"_s, {u"status"_s});
    report.note(u"opened while full: exit code %1"_s.arg(stillFull.code));
    report.require(disk.grow(), u"the disk could not be made larger"_s);
    maya.start();
    report.require(maya.type(), u"with room again nothing could be saved"_s);
    crew.finish();
    crew.check();
}

} // namespace film::e2e
