#include "tests/bench/wait.h"

#include <QEventLoop>
#include <QTimer>

namespace film::bench {

using namespace std::chrono_literals;

bool waitUntil(const std::function<bool()> &isSo, Seconds atMost)
{
    const Stopwatch watch;
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (isSo())
            loop.exit(1);
        else if (watch.elapsed() > atMost)
            loop.exit(0);
    });
    look.setTimerType(Qt::PreciseTimer);
    look.start(2ms);
    return loop.exec() != 0;
}

void runFor(Seconds length)
{
    static_cast<void>(waitUntil([] { return false; }, length));
}

} // namespace film::bench
