#include "server/telemetry/process_figures.h"

#include <QDateTime>
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

double residentBytes()
{
    // The second number is the resident pages (proc(5)).
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> numbers = file.readAll().split(' ');
    return numbers.size() > 1 ? numbers[1].toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE))
                              : 0;
}

} // namespace

ProcessFigures readProcessFigures()
{
    ProcessFigures figures;
    figures.residentBytes = residentBytes();
    rusage usage{};
    if (getrusage(RUSAGE_SELF, &usage) == 0)
        figures.processorSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    const QDir descriptors(u"/proc/self/fd"_s);
    figures.openDescriptors = static_cast<double>(
        descriptors.entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System).size());
    return figures;
}

double processStartSeconds()
{
    return static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000.0;
}

} // namespace film::server
