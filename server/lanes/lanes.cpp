#include "server/lanes/lanes.h"

#include "server/lanes/lane_limits.h"
#include "server/lanes/lane_worker.h"

#include <numeric>

namespace film::server {

namespace {

qsizetype bytesOf(const LaneBatch &batch)
{
    return std::accumulate(batch.submissions.begin(), batch.submissions.end(), qsizetype(0),
                           [](qsizetype sum, const auto &one) { return sum + one.bytes.size(); });
}

} // namespace

int changesOf(std::span<const sync::Submission> submissions)
{
    qsizetype changes = 0;
    for (const sync::Submission &one : submissions)
        changes += 1 + one.bytes.size() / lane_limits::changeBytes;
    return static_cast<int>(changes);
}

Lanes::Lanes(LaneSettings settings, SessionOutlet &sessions, const Clock &clock,
             ServerMetrics &metrics)
    : m_clock(clock)
    , m_metrics(metrics)
    , m_budget(settings.budget)
{
    metrics.poolSized(ServerMetrics::Pool::Lane, settings.threads);
    for (int i = 0; i < settings.threads; ++i) {
        auto thread = std::make_unique<QThread>();
        auto worker = std::make_unique<LaneWorker>(settings, sessions, clock, metrics);
        worker->moveToThread(thread.get());
        QObject::connect(thread.get(), &QThread::started, worker.get(), &LaneWorker::open);
        thread->start();
        m_workers.push_back(std::move(worker));
        m_threads.push_back(std::move(thread));
    }
}

Lanes::~Lanes()
{
    finish();
}

void Lanes::submit(ProductionId production, LaneBatch batch)
{
    const std::shared_ptr<LaneGate> lane = gate(production);
    const auto mutations = static_cast<qsizetype>(batch.submissions.size());
    const qsizetype bytes = bytesOf(batch);
    batch.context = ContextScope::current();
    batch.arrived = std::chrono::steady_clock::now();
    std::optional<std::chrono::milliseconds> comeAgain;
    if (lane->mutations.fetch_add(mutations) + mutations > lane_limits::waitingMutationsMax
        || lane->bytes.load() + bytes > lane_limits::waitingBytesMax || m_isPaused)
        comeAgain = lane_limits::busyRetryAfter;
    else if (m_budget)
        comeAgain = m_budget->take(batch.submissions.front().author.device,
                                   changesOf(batch.submissions), m_clock.now());
    if (comeAgain) {
        lane->mutations -= mutations;
        // The lane refuses it in its place, and needs only the first to know it by.
        batch.submissions.resize(1);
        batch.submissions.front().bytes.clear();
    } else {
        lane->bytes += bytes;
        m_metrics.waitingChanged(mutations);
    }
    LaneWorker *const worker = lane->worker;
    QMetaObject::invokeMethod(
        worker,
        [worker, lane, batch = std::move(batch), comeAgain]() mutable {
            worker->add(lane, std::move(batch), comeAgain);
        },
        Qt::QueuedConnection);
}

std::shared_ptr<LaneGate> Lanes::gate(ProductionId production)
{
    const std::lock_guard lock(m_gatesMutex);
    std::shared_ptr<LaneGate> &gate = m_gates[production];
    if (!gate) {
        gate = std::make_shared<LaneGate>();
        gate->production = production;
        gate->worker = m_workers[std::hash<ProductionId>()(production) % m_workers.size()].get();
    }
    return gate;
}

bool Lanes::isUp() const
{
    return std::ranges::all_of(m_workers, [](const auto &worker) { return worker->isUp(); });
}

void Lanes::finish()
{
    for (const auto &worker : m_workers) {
        if (worker->thread()->isRunning())
            QMetaObject::invokeMethod(worker.get(), &LaneWorker::finish, Qt::QueuedConnection);
    }
    for (const auto &thread : m_threads)
        thread->wait();
}

} // namespace film::server
