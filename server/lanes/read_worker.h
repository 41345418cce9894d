#pragma once

#include "server/lanes/read_pool.h"

#include <QObject>
#include <QTimer>

namespace film::server {

// One thread's database connection for reading. When a job finds it gone it is opened again by
// itself: a server without a reader is not ready, so that no job might ever come.
class ReadWorker final : public QObject
{
    Q_OBJECT

public:
    ReadWorker(DatabaseFactory open, ServerMetrics &metrics);
    ~ReadWorker() override;

    void open();
    void run(const ReadJob &job, std::chrono::steady_clock::time_point asked);
    void finish();

    // These from any thread.
    [[nodiscard]] bool isUp() const { return m_isUp; }
    [[nodiscard]] bool reserve();

private:
    const DatabaseFactory m_open;
    ServerMetrics &m_metrics;
    std::unique_ptr<ServerDatabase> m_database;
    QTimer m_again{this}; // the next attempt; nobody tries before
    std::chrono::milliseconds m_pause;
    std::atomic<bool> m_isUp = false;
    std::atomic<int> m_waiting = 0;
};

} // namespace film::server
