#pragma once

#include "server/lanes/lane_commit.h"
#include "server/lanes/lanes.h"

#include <QObject>

namespace film::server {

// Several lanes and the database connection they share. Lives on its own thread; everything but
// the constructor and isUp() is called there, through its event loop, which is the queue: while a
// commit runs, what arrives is posted behind it, and the next commit takes all of that.
class LaneWorker final : public QObject
{
    Q_OBJECT

public:
    LaneWorker(const LaneSettings &settings, SessionOutlet &sessions, const Clock &clock,
               ServerMetrics &metrics);
    ~LaneWorker() override;

    void open();
    // With `comeAgain` the batch is refused, in its place: it did not get through the gate.
    void add(const std::shared_ptr<LaneGate> &gate, LaneBatch batch,
             std::optional<std::chrono::milliseconds> comeAgain);
    // Commits until nothing waits or the database is gone.
    void finish();

    // From any thread.
    [[nodiscard]] bool isUp() const { return m_isUp; }

private:
    struct Lane {
        std::shared_ptr<LaneGate> gate;
        LaneQueue queue;
        sync::LaneMemory memory;
        bool isScheduled = false;
    };

    void schedule(Lane &lane);
    void work(ProductionId production);
    void commit(Lane &lane);
    void answer(const LaneQueue::Take &take, const LaneReport &report);
    void countWritten(const LaneQueue::Take &take, const LaneReport &report);
    void refuseRest(Lane &lane, const LaneQueue::Take &take, const LaneReport &report);
    void refuseWaiting(Lane &lane, const SessionAddress &session, protocol::Nack::Code code);
    [[nodiscard]] std::chrono::milliseconds
    hold(Lane &lane, const SessionAddress &session, MutationId first, protocol::Nack::Code code,
         std::optional<std::chrono::milliseconds> comeAgain = {});
    void refuse(const SessionAddress &session, quint64 batch, protocol::Nack::Code code,
                std::chrono::milliseconds retryAfter);
    [[nodiscard]] std::optional<std::chrono::milliseconds> beyondBudget(const LaneBatch &batch);
    void giveBack(std::span<const sync::Submission> submissions);
    void giveBackShared(std::span<const sync::Submission> submissions);
    void releaseGate(Lane &lane, std::span<const sync::Submission> submissions);
    void close();

    const LaneSettings m_settings;
    SessionOutlet &m_sessions;
    const Clock &m_clock;
    ServerMetrics &m_metrics;
    SystemRandom m_random;

    std::unique_ptr<sync::ServerStorage> m_storage;
    std::atomic<bool> m_isUp = false;
    std::chrono::milliseconds m_reconnectPause;
    std::unordered_map<ProductionId, Lane> m_lanes;
};

} // namespace film::server
