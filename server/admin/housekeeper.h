#pragma once

#include "shared/base/clock.h"
#include "shared/store/server_storage_sql.h"

#include <QString>
#include <QThread>

#include <functional>
#include <memory>

namespace film::server {

// Does what has to be done from time to time beside all requests, such as signing anchors: in a
// thread of its own with a database connection of its own. Several servers over one database may
// do the same.
class Housekeeper
{
public:
    using Job = std::function<void(store::ServerStorageSql &, Instant now)>;

    // The first time after one interval. The clock outlives it.
    Housekeeper(const QString &database, const Clock &clock, std::chrono::milliseconds interval,
                Job job);
    ~Housekeeper(); // waits for the job that is running
    Q_DISABLE_COPY_MOVE(Housekeeper)

private:
    struct Work;

    QThread m_thread;
    std::unique_ptr<Work> m_work; // lives in the thread
};

} // namespace film::server
