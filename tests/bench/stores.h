#pragma once

#include "shared/store/client_file.h"
#include "shared/store/server_storage_sql.h"
#include "shared/store/sqlite_client_storage.h"
#include "tests/bench/workload.h"

#include <QTemporaryDir>

namespace film::bench {

// A server's database with the workload's production, devices and crew list in it; thrown away
// in the end. On PostgreSQL it is a database of its own, on SQLite a file in the temporary folder.
class ServerDatabase
{
public:
    // Without a PostgreSQL address it is SQLite. The workload's first device is its office.
    [[nodiscard]] static Result<std::unique_ptr<ServerDatabase>> make(const QString &postgres,
                                                                      Workload &workload);
    ~ServerDatabase();
    Q_DISABLE_COPY_MOVE(ServerDatabase)

    // "postgresql://…" or "sqlite:FILE", as the server takes it.
    [[nodiscard]] const QString &address() const { return m_address; }
    [[nodiscard]] Result<std::unique_ptr<store::ServerStorageSql>> open() const;

private:
    ServerDatabase() = default;
    [[nodiscard]] Result<> createDatabase(const QString &postgres);
    [[nodiscard]] Result<> fill(Workload &workload);

    QTemporaryDir m_folder;
    QString m_address;
    QString m_postgres; // where the database is dropped from; empty for SQLite
    QString m_name;
};

// A device's file that knows who it is and holds nothing else.
class DeviceFile
{
public:
    [[nodiscard]] static Result<std::unique_ptr<DeviceFile>> make(const QString &path,
                                                                  const BenchDevice &device);
    [[nodiscard]] sync::ClientStorage &storage() { return m_storage; }

private:
    explicit DeviceFile(std::unique_ptr<store::ClientFile> file)
        : m_file(std::move(file))
        , m_storage(m_file->database())
    {}

    std::unique_ptr<store::ClientFile> m_file;
    store::SqliteClientStorage m_storage;
};

} // namespace film::bench
