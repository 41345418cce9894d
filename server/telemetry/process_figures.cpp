#include "server/telemetry/process_figures.h"

#include <QDir>
#include <QFile>

#include <sys/resource.h>
#include <unistd.h>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

double seconds(const timeval &time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

QList<QByteArray> wordsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().simplified().split(' ')
                                          : QList<QByteArray>();
}

// In seconds since 1970: the system's start is the line btime of /proc/stat.
double bootSeconds()
{
    QFile file(u"/proc/stat"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    const qsizetype line = text.indexOf("\nbtime ");
    return line < 0 ? 0 : text.mid(line + 7, text.indexOf('\n', line + 7) - line - 7).toDouble();
}

// proc(5): the fields of /proc/self/stat that follow the name in brackets, which may hold spaces;
// field 3 is the first of them.
void readStat(ProcessFigures &figures)
{
    QFile file(u"/proc/self/stat"_s);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 20)
        return;
    figures.threads = fields[17].toDouble(); // field 20
    const auto ticks = static_cast<double>(sysconf(_SC_CLK_TCK));
    if (const double boot = bootSeconds(); boot > 0)
        figures.startSeconds = boot + fields[19].toDouble() / ticks; // field 22
}

} // namespace

ProcessFigures readProcessFigures()
{
    ProcessFigures figures;
    const auto page = static_cast<double>(sysconf(_SC_PAGESIZE));
    const QList<QByteArray> pages = wordsOf(u"/proc/self/statm"_s);
    figures.virtualBytes = pages.value(0).toDouble() * page;
    figures.residentBytes = pages.value(1).toDouble() * page;
    readStat(figures);
    rusage usage{};
    if (getrusage(RUSAGE_SELF, &usage) == 0)
        figures.processorSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    rlimit descriptorLimit{};
    if (getrlimit(RLIMIT_NOFILE, &descriptorLimit) == 0)
        figures.descriptorsMax = static_cast<double>(descriptorLimit.rlim_cur);
    const QDir descriptors(u"/proc/self/fd"_s);
    figures.openDescriptors = static_cast<double>(
        descriptors.entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System).size());
    return figures;
}

} // namespace film::server
