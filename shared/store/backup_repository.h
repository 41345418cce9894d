#pragma once

#include "shared/base/id.h"
#include "shared/store/database.h"

#include <optional>
#include <vector>

namespace film::store {

using BackupId = Id<struct BackupTag>;

struct BackupRow {
    enum class State : quint8 { Running = 0, Done = 1, Failed = 2 };

    BackupId id;
    qint64 startedMs = 0;
    std::optional<qint64> endedMs;
    State state = State::Running;
    std::optional<qint64> verifiedMs; // it was opened, or put back, and was whole
    qint64 bytes = 0;                 // 0: not known
    QString sha256;                   // of the file; empty: not known
    QString name;                     // of the file, without its folder
    QString problem;                  // English, for the administrator
};

// The backups that the servers over this database made.
class BackupRepository
{
public:
    explicit BackupRepository(Database &database)
        : m_database(database)
    {}

    [[nodiscard]] Result<> add(const BackupRow &row);
    [[nodiscard]] Result<> update(const BackupRow &row);
    // The last first.
    [[nodiscard]] Result<std::vector<BackupRow>> list(int rowsMax);
    [[nodiscard]] Result<std::optional<BackupRow>> lastIn(BackupRow::State state);
    [[nodiscard]] Result<std::optional<BackupRow>> lastVerified();

private:
    Database &m_database;
};

} // namespace film::store
