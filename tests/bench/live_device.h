#pragma once

#include "app/engine/sync_driver.h"
#include "tests/bench/measure.h"
#include "tests/bench/stores.h"

namespace film::bench {

// A device as it is shipped, without its windows and its threads: a file, the replica, the session
// and the driver that gives it a socket.
class LiveDevice
{
public:
    [[nodiscard]] static Result<std::unique_ptr<LiveDevice>>
    make(const QString &path, const BenchDevice &device, const QUrl &url);

    // Connects, and gets all that it lacks.
    void start() { m_driver.feed(sync::ClientSession::Start{}); }
    [[nodiscard]] const sync::ClientSession::Status &status() const { return m_driver.status(); }
    [[nodiscard]] app::SyncDriver &driver() { return m_driver; }
    // On disk when it returns; sets out at once.
    [[nodiscard]] Result<> enter(const WrittenDay &day);
    // Read back as a day from what the server has sent.
    [[nodiscard]] bool shows(const WrittenDay &day);

private:
    LiveDevice(std::unique_ptr<DeviceFile> file, const BenchDevice &device, const QUrl &url);

    SystemClock m_clock;
    SystemRandom m_random;
    UuidSource m_ids{m_random};
    std::unique_ptr<DeviceFile> m_file;
    sync::ClientReplica m_replica;
    app::SyncDriver m_driver;
};

// From before `author` saves the day until `reader` shows it. Both live in this thread.
[[nodiscard]] Result<Seconds> editToPeer(LiveDevice &author, LiveDevice &reader,
                                         const WrittenDay &day);

} // namespace film::bench
