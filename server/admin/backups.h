#pragma once

#include "server/admin/admin_tasks.h"
#include "shared/store/backup_repository.h"

#include <atomic>
#include <mutex>
#include <thread>

namespace film::server {

struct BackupSettings {
    QString database; // as of the server
    QString folder;   // of backups of an embedded database; empty: none are made
    // What makes a backup of a PostgreSQL database: a program and its arguments, split as QProcess
    // does it, without a shell. It finds the database's address in FILMTRACKER_DATABASE. 0 is done.
    QString command;
    QString verifyCommand; // what puts it back somewhere and looks; empty: nobody does
    std::chrono::milliseconds timeMax = std::chrono::hours(2);
};

// Makes backups when somebody asks, one at a time over all servers of the database, and remembers
// what became of them. A backup of the embedded database is a file of its own, made while the
// server works (SQLite's VACUUM INTO), opened and checked, with its SHA-256 beside it. What
// a command prints is kept nowhere: it may name anything.
class Backups
{
public:
    Backups(BackupSettings settings, const Clock &clock);
    ~Backups(); // breaks off what is running
    Q_DISABLE_COPY_MOVE(Backups)

    // Why none can be made here; empty: they can.
    [[nodiscard]] QString whyNot() const;
    // Begins one beside, and says which. Conflict while one is running; InvalidInput with whyNot().
    [[nodiscard]] Result<store::BackupId> begin(store::ServerStorageSql &storage, const Actor &by,
                                                Instant now);
    // Waits until what was begun here is over. For tests.
    void wait();

private:
    void run(store::BackupRow row);
    [[nodiscard]] Result<> make(store::BackupRow &row);
    [[nodiscard]] Result<> copyFile(store::BackupRow &row);
    [[nodiscard]] Result<> runCommand(const QString &command) const;

    const BackupSettings m_settings;
    const Clock &m_clock;
    std::atomic<bool> m_isStopping = false;
    std::mutex m_mutex;
    std::thread m_thread; // behind the mutex
};

// Whether the file is a whole database of this program: it is opened, read through and its schema
// known. StoreCorrupt or StoreForeign.
[[nodiscard]] Result<> checkBackupFile(const QString &path);

} // namespace film::server
