#include "server/telemetry/vitals_watch.h"

#include "server/telemetry/logging.h"
#include "shared/store/backup_repository.h"
#include "shared/store/migrator.h"
#include "shared/store/statement.h"

#include <QFileInfo>
#include <QStorageInfo>
#include <QThread>

namespace film::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Pool = ServerMetrics::Pool;

namespace {

constexpr auto lookInterval = 5s;
constexpr int looksPerBusinessLook = 12;

// Where the server itself writes: the file of an embedded database, or else its data folder.
std::optional<qint64> diskFree(const VitalsWatch::Settings &settings)
{
    const QString file = u"sqlite:"_s;
    const QString folder = settings.database.startsWith(file)
        ? QFileInfo(settings.database.mid(file.size())).absolutePath()
        : settings.dataFolder;
    if (folder.isEmpty())
        return std::nullopt;
    // It may still have to be made.
    QFileInfo place(folder);
    while (!place.exists() && !place.isRoot())
        place.setFile(place.absolutePath());
    const QStorageInfo storage(place.absoluteFilePath());
    return storage.isValid() ? std::optional(storage.bytesAvailable()) : std::nullopt;
}

// A file has no clock.
std::optional<std::chrono::milliseconds> clockDifference(store::Database &database,
                                                         const Clock &clock)
{
    if (database.dialect() != store::Dialect::Postgres)
        return std::nullopt;
    const Instant before = clock.now();
    store::Statement select(
        database, u"vitals.clock"_s,
        u"SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)"_s);
    if (!select.run() || !select.next())
        return std::nullopt;
    // It was asked somewhere between the two.
    const Instant middle = before + (clock.now() - before) / 2;
    return std::chrono::milliseconds(msSinceEpoch(middle) - select.number(0));
}

} // namespace

VitalsWatch::VitalsWatch(Settings settings, const Clock &clock, ServerMetrics &metrics,
                         store::StatementWatch &statements)
    : m_settings(std::move(settings))
    , m_clock(clock)
    , m_metrics(metrics)
    , m_statements(statements)
    , m_timer(this)
{
    m_metrics.poolSized(Pool::Vitals, 1);
    connect(&m_timer, &QTimer::timeout, this, &VitalsWatch::look);
}

VitalsWatch::~VitalsWatch() = default;

void VitalsWatch::start()
{
    look();
    m_timer.start(lookInterval);
}

void VitalsWatch::finish()
{
    m_timer.stop();
    m_storage.reset();
    thread()->quit();
}

// Without the migrations that ServerStorageSql::open() makes: this one only looks.
store::ServerStorageSql *VitalsWatch::storage()
{
    if (m_storage && m_storage->database().isAlive())
        return m_storage.get();
    if (m_storage) {
        m_storage.reset();
        m_metrics.databaseLost(Pool::Vitals);
    }
    auto opened = store::Database::open(m_settings.database);
    if (!opened) {
        m_metrics.databaseRefused(Pool::Vitals);
        return nullptr;
    }
    (*opened)->setWatch(&m_statements);
    m_storage = std::make_unique<store::ServerStorageSql>(*std::move(opened));
    m_metrics.databaseOpened(Pool::Vitals);
    return m_storage.get();
}

void VitalsWatch::look()
{
    VitalSigns seen = signs(); // what cannot be asked now stays as it was
    seen.diskFreeBytes = diskFree(m_settings);
    if (m_settings.shared)
        m_settings.shared->look();
    if (store::ServerStorageSql *asked = storage()) {
        store::Database &database = asked->database();
        seen.schemaWanted =
            store::migrationsOf(store::Schema::Server, database.dialect()).back().number;
        if (const auto version = store::schemaVersion(database))
            seen.schema = *version;
        seen.clockDifference = clockDifference(database, m_clock);
        lookAtControls(database);
    }
    m_metrics.vitalsSeen(seen);
    {
        const std::lock_guard lock(m_mutex);
        m_signs = seen;
    }
    if (m_looks++ % looksPerBusinessLook == 0 && m_storage)
        lookAtBusiness(*m_storage);
}

// What cannot be asked now stays as it was.
void VitalsWatch::lookAtControls(store::Database &database)
{
    const Instant now = m_clock.now();
    if (const auto controls = readServerControls(database, now)) {
        if (m_settings.controls)
            m_settings.controls(*controls);
        m_metrics.maintenanceSeen(controls->maintenance.has_value());
    }
    store::BackupRepository backups(database);
    const auto done = backups.lastIn(store::BackupRow::State::Done);
    const auto failed = backups.lastIn(store::BackupRow::State::Failed);
    const auto verified = backups.lastVerified();
    if (!done || !failed || !verified)
        return;
    ServerMetrics::BackupsSeen seen;
    if (*done)
        seen.doneMs = (*done)->endedMs;
    if (*failed)
        seen.failedMs = (*failed)->endedMs;
    if (*verified)
        seen.verifiedMs = (*verified)->verifiedMs;
    m_metrics.backupsSeen(seen);
}

void VitalsWatch::lookAtBusiness(store::ServerStorageSql &storage)
{
    const Instant now = m_clock.now();
    const Result<> looked = m_business.look(storage, now);
    if (looked)
        m_metrics.businessSeen(m_business.figures(now));
    else if (!m_isCancelled)
        qCWarning(serverLog).noquote()
            << u"the figures of the business stay as they were: "_s + looked.error().message;
}

VitalSigns VitalsWatch::signs() const
{
    const std::lock_guard lock(m_mutex);
    return m_signs;
}

} // namespace film::server
