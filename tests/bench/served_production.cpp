#include "tests/bench/served_production.h"

#include "tests/e2e/stage.h"

namespace film::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int crewOfOffices = 30; // people; few, where the devices are not theirs

} // namespace

// Keeps what tests use out of the header.
class ServedProduction::Server
{
public:
    Server(const QString &database, const QStringList &options)
        : m_stage(database)
    {
        // Everybody comes from one address here.
        m_stage.setServerOptions(QStringList{u"--hello-per-second"_s, u"20000"_s,
                                             u"--changes-per-minute"_s, u"100000000"_s}
                                 + options);
    }
    [[nodiscard]] Result<> start()
    {
        if (m_stage.keepStartingServer())
            return {};
        return fail(ErrorCode::Offline, u"the server did not start: "_s + m_stage.serverMessages());
    }
    [[nodiscard]] e2e::Stage &stage() { return m_stage; }

private:
    e2e::Stage m_stage;
};

ServedProduction::ServedProduction(int people)
    : m_workload(people)
    , m_ledger(m_folder.filePath(u"ledger.txt"_s))
{}

ServedProduction::~ServedProduction() = default;

Result<std::unique_ptr<ServedProduction>>
ServedProduction::make(const QString &postgres, int devices, Role role, const QStringList &options)
{
    const bool isCrew = role == Role::Crew;
    std::unique_ptr<ServedProduction> made(new ServedProduction(isCrew ? devices : crewOfOffices));
    Workload &workload = made->m_workload;
    static_cast<void>(workload.addOffice());
    for (int i = 0; i < devices; ++i)
        static_cast<void>(isCrew ? workload.addCrew(size_t(i)) : workload.addOffice());
    auto database = ServerDatabase::make(postgres, workload);
    if (!database)
        return fail(database.error());
    made->m_database = std::move(*database);
    const auto head = made->head();
    if (!head)
        return fail(head.error());
    made->m_head = *head;

    made->m_server = std::make_unique<Server>(made->m_database->address(), options);
    if (const Result<> started = made->m_server->start(); !started)
        return fail(started.error());
    const QUrl url(made->m_server->stage().serverUrl() + u"/sync/v1"_s);
    made->m_world.emplace(e2e::PlainDevice::World{
        url, workload, [head = made->m_head] { return head; }, made->m_ledger, made->m_random});
    return made;
}

qint64 ServedProduction::serverProcessId() const
{
    return m_server->stage().serverProcessId();
}

Result<sync::ProductionHead> ServedProduction::head() const
{
    const auto storage = m_database->open();
    if (!storage)
        return fail(storage.error());
    return (*storage)->head(m_workload.production());
}

Result<> ServedProduction::restartServer()
{
    m_server->stage().killServer();
    return m_server->start();
}

PlainDevices ServedProduction::plainDevices(size_t first, size_t count,
                                            e2e::PlainDevice::Return manner)
{
    PlainDevices devices;
    for (size_t i = first; i < first + count; ++i)
        devices.push_back(std::make_unique<e2e::PlainDevice>(*m_world, device(i), manner));
    return devices;
}

bool areLive(const PlainDevices &devices)
{
    return std::ranges::all_of(devices, [](const auto &device) { return device->isLive(); });
}

} // namespace film::bench
