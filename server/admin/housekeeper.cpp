#include "server/admin/housekeeper.h"

#include "server/telemetry/logging.h"

#include <QTimer>

namespace film::server {

using namespace Qt::StringLiterals;

struct Housekeeper::Work : QObject {
    Work(QString address, const Clock &timeSource, std::chrono::milliseconds every, Job toDo)
        : database(std::move(address))
        , clock(timeSource)
        , interval(every)
        , job(std::move(toDo))
    {}

    void begin()
    {
        timer = std::make_unique<QTimer>();
        connect(timer.get(), &QTimer::timeout, this, &Work::run);
        timer->start(interval);
    }
    void run()
    {
        if (storage && !storage->database().isAlive())
            storage.reset();
        if (!storage) {
            auto opened = store::ServerStorageSql::open(database);
            if (!opened) {
                qCWarning(serverLog).noquote()
                    << u"no database for the housekeeping: "_s + opened.error().message;
                return;
            }
            storage = *std::move(opened);
        }
        job(*storage, clock.now());
    }
    // What belongs to the thread ends in it.
    void end()
    {
        timer.reset();
        storage.reset();
    }

    const QString database;
    const Clock &clock;
    const std::chrono::milliseconds interval;
    const Job job;
    std::unique_ptr<QTimer> timer;
    std::unique_ptr<store::ServerStorageSql> storage;
};

Housekeeper::Housekeeper(const QString &database, const Clock &clock,
                         std::chrono::milliseconds interval, Job job)
    : m_work(std::make_unique<Work>(database, clock, interval, std::move(job)))
{
    m_thread.setObjectName(u"housekeeper"_s);
    m_work->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::started, m_work.get(), &Work::begin);
    QObject::connect(&m_thread, &QThread::finished, m_work.get(), &Work::end, Qt::DirectConnection);
    m_thread.start(QThread::LowPriority);
}

Housekeeper::~Housekeeper()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace film::server
