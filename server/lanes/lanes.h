#pragma once

#include "server/lanes/device_budget.h"
#include "server/lanes/lane_queue.h"
#include "server/lanes/recent_logs.h"
#include "server/telemetry/server_metrics.h"
#include "shared/base/clock.h"

#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <unordered_map>

namespace film::server {

class LaneWorker;

// Called in the thread that will use the storage.
using StorageFactory = std::function<Result<std::unique_ptr<sync::ServerStorage>>()>;
// Called in the lane's thread after a commit.
using CommitListener = std::function<void(ProductionId, quint64 head)>;

// Called in the lane's thread, with its storage: whether all servers together may take so many more
// changes of a device; else when to come again.
using SharedBudget = std::function<std::optional<std::chrono::milliseconds>(
    sync::ServerStorage &, DeviceId, int changes, Instant now)>;

// What of that was not used after all. In the lane's thread, also while there is no database.
using SharedGiveBack = std::function<void(DeviceId, int changes, Instant now)>;

// What waits in a production's lane, counted where it can be asked without waiting.
struct LaneGate {
    ProductionId production;
    LaneWorker *worker = nullptr;
    std::atomic<qsizetype> mutations = 0;
    std::atomic<qsizetype> bytes = 0;
};

struct LaneSettings {
    int threads = 2;
    StorageFactory storage;
    CommitListener committed;
    RecentLogs *recent = nullptr;
    DeviceBudget *budget = nullptr; // in changes; null: whoever hands in as much as there is room
    SharedBudget sharedBudget{};
    SharedGiveBack giveBackShared{};
};

// What a batch counts as in a device's budget.
[[nodiscard]] int changesOf(std::span<const sync::Submission> submissions);

// The writers: a lane for each production that is written to, on one of a few threads that have a
// database connection each. All writes of a production go through its lane, so the order of its
// commits is the order of its log. Callable from any thread.
class Lanes
{
public:
    Lanes(LaneSettings settings, SessionOutlet &sessions, const Clock &clock,
          ServerMetrics &metrics);
    ~Lanes();
    Q_DISABLE_COPY_MOVE(Lanes)

    // The answers go to the session: BatchDecided for each part that was committed, BatchRefused,
    // or nothing where only the log knows. A device that has handed in more than its budget is
    // asked to come again.
    void submit(ProductionId production, LaneBatch batch);

    // In maintenance what is handed in is refused as when too much waits: devices keep it and come
    // again.
    void setPaused(bool isPaused) { m_isPaused = isPaused; }
    [[nodiscard]] bool isPaused() const { return m_isPaused; }

    // Every thread has its database.
    [[nodiscard]] bool isUp() const;
    // Writes what waits, then ends the threads.
    void finish();

private:
    [[nodiscard]] std::shared_ptr<LaneGate> gate(ProductionId production);

    const Clock &m_clock;
    ServerMetrics &m_metrics;
    DeviceBudget *const m_budget;
    std::atomic<bool> m_isPaused = false;
    std::vector<std::unique_ptr<QThread>> m_threads;
    // They outlive their threads: what comes after the end is queued and never read.
    std::vector<std::unique_ptr<LaneWorker>> m_workers;
    // Guards the map alone; what is in a gate is atomic.
    std::mutex m_gatesMutex;
    std::unordered_map<ProductionId, std::shared_ptr<LaneGate>> m_gates;
};

} // namespace film::server
