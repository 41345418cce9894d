#include "server/lanes/read_pool.h"

#include "server/lanes/read_worker.h"
#include "server/telemetry/work_context.h"

#include <algorithm>

namespace film::server {

ReadPool::ReadPool(int threads, DatabaseFactory open, ServerMetrics &metrics)
{
    metrics.poolSized(ServerMetrics::Pool::Read, threads);
    for (int i = 0; i < threads; ++i) {
        auto thread = std::make_unique<QThread>();
        auto worker = std::make_unique<ReadWorker>(open, metrics);
        worker->moveToThread(thread.get());
        QObject::connect(thread.get(), &QThread::started, worker.get(), &ReadWorker::open);
        thread->start();
        m_workers.push_back(std::move(worker));
        m_threads.push_back(std::move(thread));
    }
}

ReadPool::~ReadPool()
{
    finish();
}

bool ReadPool::run(size_t key, ReadJob job)
{
    ReadWorker *const reader = m_workers[key % m_workers.size()].get();
    if (!reader->reserve())
        return false;
    QMetaObject::invokeMethod(
        reader,
        [reader, asked = std::chrono::steady_clock::now(), context = ContextScope::current(),
         job = std::move(job)] {
            const ContextScope scope(context);
            reader->run(job, asked);
        },
        Qt::QueuedConnection);
    return true;
}

bool ReadPool::isUp() const
{
    return std::ranges::all_of(m_workers, [](const auto &worker) { return worker->isUp(); });
}

void ReadPool::finish()
{
    for (const auto &worker : m_workers) {
        if (worker->thread()->isRunning())
            QMetaObject::invokeMethod(worker.get(), &ReadWorker::finish, Qt::QueuedConnection);
    }
    for (const auto &thread : m_threads)
        thread->wait();
}

} // namespace film::server
