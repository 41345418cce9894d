#pragma once

#include "server/identity/server_database.h"
#include "server/telemetry/server_metrics.h"

#include <QThread>

#include <atomic>

namespace film::server {

class ReadWorker;

// A read with its answer; null where there is no database at the moment.
using ReadJob = std::function<void(ServerDatabase *)>;

// The threads that read for the sessions, with a database connection each: nobody who catches up
// waits behind the writers. Callable from any thread.
class ReadPool
{
public:
    ReadPool(int threads, DatabaseFactory open, ServerMetrics &metrics);
    ~ReadPool();
    Q_DISABLE_COPY_MOVE(ReadPool)

    // False if too much waits already, and then the job never runs. Jobs with the same key run in
    // their order.
    [[nodiscard]] bool run(size_t key, ReadJob job);
    [[nodiscard]] bool isUp() const;
    // Does what waits, then ends the threads.
    void finish();

private:
    std::vector<std::unique_ptr<QThread>> m_threads;
    // They outlive their threads: what comes after the end is queued and never read.
    std::vector<std::unique_ptr<ReadWorker>> m_workers;
};

} // namespace film::server
