#include "server/net/io_threads.h"

#include "server/net/io_worker.h"

#ifdef Q_OS_LINUX
#include "server/net/epoll_dispatcher.h"
#endif

#include <unistd.h>

namespace film::server {

IoThreads::~IoThreads()
{
    finish();
}

void IoThreads::start(Settings settings, const SessionServices &services)
{
    m_settings = std::move(settings);
    m_metrics = &services.metrics;
    for (int i = 0; i < m_settings.threads; ++i) {
        auto thread = std::make_unique<QThread>();
#ifdef Q_OS_LINUX
        thread->setEventDispatcher(new EpollDispatcher); // the thread's from here on
#endif
        auto worker = std::make_unique<IoWorker>(IoWorker::Settings{i, m_settings.tls,
                                                                    m_settings.handshakeMax,
                                                                    &m_connections, &m_liveNumbers},
                                                 services);
        worker->moveToThread(thread.get());
        IoWorker *const io = worker.release();
        QObject::connect(thread.get(), &QThread::finished, io, &QObject::deleteLater);
        QObject::connect(
            io, &IoWorker::streamWentLive, io,
            [this](StreamId stream, quint64 number) {
                tellAll([stream, number](IoWorker &each) { each.streamOpened(stream, number); });
            },
            Qt::DirectConnection);
        const auto used = m_settings.productionUsed;
        QObject::connect(
            io, &IoWorker::productionOpened, io,
            [used](ProductionId production) { used(production, true); }, Qt::DirectConnection);
        QObject::connect(
            io, &IoWorker::productionClosed, io,
            [used](ProductionId production) { used(production, false); }, Qt::DirectConnection);
        m_workers.push_back(io);
        m_threads.push_back(std::move(thread));
    }
    for (const auto &thread : m_threads)
        thread->start();
}

void IoThreads::accept(qintptr descriptor)
{
    if (m_connections.fetch_add(1) >= m_settings.connectionsMax) {
        --m_connections;
        ::close(static_cast<int>(descriptor));
        m_metrics->connectionTurnedAway(ServerMetrics::Turned::Full);
        return;
    }
    IoWorker *const io = m_workers[m_next++ % m_workers.size()];
    QMetaObject::invokeMethod(
        io, [io, descriptor] { io->accept(descriptor); }, Qt::QueuedConnection);
}

template<typename Call>
void IoThreads::tellAll(const Call &call)
{
    for (IoWorker *io : m_workers)
        QMetaObject::invokeMethod(
            io, [io, call] { call(*io); }, Qt::QueuedConnection);
}

void IoThreads::setTls(const QSslConfiguration &tls)
{
    tellAll([tls](IoWorker &io) { io.setTls(tls); });
}

void IoThreads::post(const SessionAddress &to, sync::ServerSession::Event event)
{
    IoWorker *const io = m_workers[static_cast<size_t>(to.thread)];
    QMetaObject::invokeMethod(
        io, [io, session = to.session, event = std::move(event)] { io->post(session, event); },
        Qt::QueuedConnection);
}

void IoThreads::headMoved(ProductionId production, quint64 head)
{
    tellAll([production, head](IoWorker &io) { io.headMoved(production, head); });
}

void IoThreads::epochBegun(ProductionId production, EpochId epoch)
{
    tellAll([production, epoch](IoWorker &io) { io.epochBegun(production, epoch); });
}

void IoThreads::scopeMoved(ProductionId production)
{
    tellAll([production](IoWorker &io) { io.scopeMoved(production); });
}

void IoThreads::dropSessions(ProductionId production)
{
    tellAll([production](IoWorker &io) { io.dropSessions(production); });
}

void IoThreads::shutDown(std::chrono::milliseconds spread)
{
    tellAll([spread](IoWorker &io) { io.shutDown(spread); });
}

void IoThreads::sendAway(int count, std::chrono::milliseconds spread)
{
    const IoWorker::Farewell farewell{count, m_connections.load(), spread,
                                      std::make_shared<std::atomic<int>>(count)};
    tellAll([farewell](IoWorker &io) { io.sendAway(farewell); });
}

void IoThreads::finish()
{
    tellAll([](IoWorker &io) {
        io.closeAll();
        io.thread()->quit();
    });
    for (const auto &thread : m_threads)
        thread->wait();
    m_threads.clear();
    m_workers.clear();
}

} // namespace film::server
