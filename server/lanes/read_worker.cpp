#include "server/lanes/read_worker.h"

#include "server/lanes/lane_limits.h"
#include "server/telemetry/logging.h"
#include "server/telemetry/spans.h"

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;
using Steady = std::chrono::steady_clock;
using Pool = ServerMetrics::Pool;

ReadWorker::ReadWorker(DatabaseFactory open, ServerMetrics &metrics)
    : m_open(std::move(open))
    , m_metrics(metrics)
    , m_pause(lane_limits::reconnectPauseMin)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ReadWorker::open);
}

ReadWorker::~ReadWorker() = default;

void ReadWorker::open()
{
    if (m_database || m_again.isActive())
        return;
    auto database = m_open();
    if (database) {
        m_database = std::move(*database);
        m_isUp = true;
        m_metrics.databaseOpened(Pool::Read);
        m_pause = lane_limits::reconnectPauseMin;
        return;
    }
    m_metrics.databaseRefused(Pool::Read);
    qCWarning(serverLog).noquote() << u"no database to read: "_s + database.error().message;
    m_again.start(m_pause);
    m_pause = std::min(m_pause * 2, lane_limits::reconnectPauseMax);
}

bool ReadWorker::reserve()
{
    if (m_waiting.fetch_add(1) < lane_limits::waitingReadsMax) {
        m_metrics.readWaitingChanged(1);
        return true;
    }
    --m_waiting;
    m_metrics.readRefused();
    return false;
}

void ReadWorker::run(const ReadJob &job, Steady::time_point asked)
{
    --m_waiting;
    m_metrics.readWaitingChanged(-1);
    open();
    const Steady::time_point begun = Steady::now();
    m_metrics.readWaited(begun - asked);
    {
        const Span span(u"read"_s);
        const ContextScope within(span.context());
        job(m_database.get());
    }
    m_metrics.readDone(Steady::now() - begun);
    if (m_database && !m_database->isAlive()) {
        m_database.reset();
        m_isUp = false;
        m_metrics.databaseLost(Pool::Read);
        // By the next job, or after those that wait already.
        QMetaObject::invokeMethod(this, &ReadWorker::open, Qt::QueuedConnection);
    }
}

void ReadWorker::finish()
{
    m_again.stop();
    m_database.reset();
    m_isUp = false;
    thread()->quit();
}

} // namespace film::server
