#include "tests/bench/live_device.h"

#include "shared/domain/records.h"
#include "shared/protocol/entity_state.h"
#include "shared/sync/record_content.h"
#include "tests/bench/wait.h"

#include <QEventLoop>
#include <QTimer>

namespace film::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto stuck = 20s;

} // namespace

Result<std::unique_ptr<LiveDevice>> LiveDevice::make(const QString &path, const BenchDevice &device,
                                                     const QUrl &url)
{
    auto file = DeviceFile::make(path, device);
    if (!file)
        return fail(file.error());
    std::unique_ptr<LiveDevice> made(new LiveDevice(std::move(*file), device, url));
    if (const Result<> begun = made->m_replica.startStream(StreamId(made->m_random.bytes<16>()));
        !begun)
        return fail(begun.error());
    return made;
}

LiveDevice::LiveDevice(std::unique_ptr<DeviceFile> file, const BenchDevice &device, const QUrl &url)
    : m_file(std::move(file))
    , m_replica(m_file->storage())
    , m_driver({url, device.token, m_replica, *device.signer, m_random, m_clock})
{}

Result<> LiveDevice::enter(const WrittenDay &day)
{
    const sync::ClientReplica::Edit edit{
        EntityType::TimeEntry, day.entity, {}, day.groups, {}, {}, {}};
    const auto saved = m_replica.save(std::span(&edit, 1), m_ids, m_clock.now());
    if (!saved)
        return fail(saved.error());
    m_driver.feed(sync::ClientSession::LocalSaved{});
    return {};
}

bool LiveDevice::shows(const WrittenDay &day)
{
    const auto state = m_file->storage().base(day.entity);
    if (!state || !*state)
        return false;
    const auto groups = protocol::decodeGroups((*state)->groups);
    if (!groups)
        return false;
    return workDayFromGroups(sync::plainGroups(*groups)).has_value();
}

Result<Seconds> editToPeer(LiveDevice &author, LiveDevice &reader, const WrittenDay &day)
{
    // Idle: the answer to the edit before is there.
    if (!waitUntil([&] { return author.status().inFlight == 0; }, stuck))
        return fail(ErrorCode::Timeout, u"an edit was not acknowledged"_s);
    QEventLoop loop;
    QObject::connect(&reader.driver(), &app::SyncDriver::recordsChanged, &loop, [&] {
        if (reader.shows(day))
            loop.exit(1);
    });
    QTimer::singleShot(stuck, &loop, [&loop] { loop.exit(0); });
    const Stopwatch watch;
    if (const Result<> entered = author.enter(day); !entered)
        return fail(entered.error());
    if (loop.exec() == 0)
        return fail(ErrorCode::Timeout, u"an edit did not reach the other device"_s);
    return watch.elapsed();
}

} // namespace film::bench
