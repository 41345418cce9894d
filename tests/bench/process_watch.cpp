#include "tests/bench/process_watch.h"

#include <QFile>

#include <ctime>

#include <unistd.h>

namespace film::bench {

using namespace Qt::StringLiterals;

// Exact, where /proc gives hundredths of a second.
Seconds processorTimeOf(qint64 processId)
{
    clockid_t clock{};
    timespec time{};
    if (clock_getcpuclockid(static_cast<pid_t>(processId), &clock) != 0
        || clock_gettime(clock, &time) != 0)
        return Seconds(0);
    return Seconds(double(time.tv_sec) + double(time.tv_nsec) / 1e9);
}

double residentKilobytesOf(qint64 processId)
{
    QFile file(u"/proc/%1/statm"_s.arg(processId));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const double pages = file.readAll().split(' ').value(1).toDouble();
    return pages * double(sysconf(_SC_PAGESIZE)) / 1000;
}

} // namespace film::bench
