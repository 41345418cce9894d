#pragma once

#include "tests/bench/stores.h"
#include "tests/e2e/plain_device.h"

#include <optional>

namespace film::bench {

using PlainDevices = std::vector<std::unique_ptr<e2e::PlainDevice>>;

// A server as a process of its own, over a database with a production in which many devices have
// joined already.
class ServedProduction
{
public:
    // Coordinators see everything, crew members their own days.
    [[nodiscard]] static Result<std::unique_ptr<ServedProduction>>
    make(const QString &postgres, int devices, Role role, const QStringList &options = {});
    ~ServedProduction();
    Q_DISABLE_COPY_MOVE(ServedProduction)

    [[nodiscard]] const QUrl &url() const { return m_world->url; }
    [[nodiscard]] const QString &databaseAddress() const { return m_database->address(); }
    [[nodiscard]] qint64 serverProcessId() const;
    [[nodiscard]] Result<> restartServer(); // after a kill, as after a power cut
    [[nodiscard]] Workload &workload() { return m_workload; }
    [[nodiscard]] Result<sync::ProductionHead> head() const; // as it is now
    // Without the office, which wrote the crew list.
    [[nodiscard]] BenchDevice &device(size_t number)
    {
        return *m_workload.devices().at(number + 1);
    }
    // Sessions that take what they are given; they live in the caller's thread. Not open yet.
    [[nodiscard]] PlainDevices plainDevices(size_t first, size_t count,
                                            e2e::PlainDevice::Return manner);

private:
    class Server;

    explicit ServedProduction(int people);

    QTemporaryDir m_folder;
    Workload m_workload;
    SeededRandom m_random{1};
    e2e::Ledger m_ledger; // of what plain devices write
    std::unique_ptr<ServerDatabase> m_database;
    sync::ProductionHead m_head; // as it was before any of them connected
    std::unique_ptr<Server> m_server;
    std::optional<e2e::PlainDevice::World> m_world;
};

[[nodiscard]] bool areLive(const PlainDevices &devices);

} // namespace film::bench
