#include "tests/bench/stores.h"

#include "shared/store/identity_repository.h"
#include "shared/store/production_repository.h"

#include <QCoreApplication>
#include <QUrl>

namespace film::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t crewBatchMax = 500;

store::DeviceRow deviceRow(const BenchDevice &device)
{
    const sync::DeviceRecord &record = device.record;
    store::DeviceRow row;
    row.device = record.device;
    row.user = record.user;
    row.name = u"bench"_s;
    row.key = record.key;
    row.certificate = record.certificate;
    row.certificateEndsMs = record.certificateEndsMs;
    row.tokenHash = record.tokenHash;
    return row;
}

store::MemberRow memberRow(const BenchDevice &device)
{
    const sync::DeviceRecord &record = device.record;
    return {record.user, record.role, record.person, record.department, u"bench"_s};
}

} // namespace

Result<std::unique_ptr<ServerDatabase>> ServerDatabase::make(const QString &postgres,
                                                             Workload &workload)
{
    std::unique_ptr<ServerDatabase> made(new ServerDatabase);
    if (postgres.isEmpty())
        made->m_address = u"sqlite:"_s + made->m_folder.filePath(u"server.db"_s);
    else if (const Result<> created = made->createDatabase(postgres); !created)
        return fail(created.error());
    if (const Result<> filled = made->fill(workload); !filled)
        return fail(filled.error());
    return made;
}

Result<> ServerDatabase::createDatabase(const QString &postgres)
{
    static int made = 0; // a benchmark may have several
    m_name = u"film_bench_%1_%2"_s.arg(QCoreApplication::applicationPid()).arg(++made);
    const auto database = store::Database::open(postgres);
    if (!database)
        return fail(database.error());
    for (const QString &sql :
         {u"DROP DATABASE IF EXISTS %1"_s.arg(m_name),
          u"CREATE DATABASE %1 TEMPLATE template0 ENCODING 'UTF8'"_s.arg(m_name)}) {
        if (const Result<> done = (*database)->execute(sql); !done)
            return done;
    }
    m_postgres = postgres;
    QUrl url(postgres);
    url.setPath(u"/"_s + m_name);
    m_address = url.toString();
    return {};
}

ServerDatabase::~ServerDatabase()
{
    if (m_postgres.isEmpty())
        return;
    const auto database = store::Database::open(m_postgres);
    if (!database || !(*database)->execute(u"DROP DATABASE %1 WITH (FORCE)"_s.arg(m_name)))
        qWarning("The database %s could not be dropped.", qPrintable(m_name));
}

Result<std::unique_ptr<store::ServerStorageSql>> ServerDatabase::open() const
{
    return store::ServerStorageSql::open(m_address);
}

Result<> ServerDatabase::fill(Workload &workload)
{
    const auto storage = open();
    if (!storage)
        return fail(storage.error());
    SystemRandom random;
    const Instant now = SystemClock().now();
    store::ProductionRepository productions((*storage)->database());
    const store::ProductionKeys keys{random.bytes<32>(), DeviceId(random.bytes<16>()),
                                     UserId(random.bytes<16>())};
    const Result<> created = productions.create(workload.production(), u"Benchmark"_s,
                                                EpochId(random.bytes<16>()), keys, now);
    if (!created)
        return created;

    store::IdentityRepository identities((*storage)->database());
    for (const auto &device : workload.devices()) {
        if (const Result<> added = identities.addMember(workload.production(), memberRow(*device));
            !added)
            return added;
        if (const Result<> added =
                identities.addDevice(workload.production(), deviceRow(*device), now);
            !added)
            return added;
    }
    BenchDevice &office = *workload.devices().front();
    return commitSegments(**storage, office, workload.crewSegments(office), crewBatchMax);
}

Result<std::unique_ptr<DeviceFile>> DeviceFile::make(const QString &path, const BenchDevice &device)
{
    auto opened = store::ClientFile::open(path);
    if (!opened)
        return fail(opened.error());

    std::unique_ptr<DeviceFile> file(new DeviceFile(std::move(*opened)));
    sync::ClientMeta meta;
    meta.production = device.author.production;
    meta.device = device.record.device;
    meta.user = device.record.user;
    meta.person = device.record.person;
    meta.role = static_cast<quint32>(device.record.role);
    meta.certificate = device.record.certificate;
    sync::ClientStorage &storage = file->storage();
    if (const Result<> begun = storage.begin(); !begun)
        return fail(begun.error());
    if (const Result<> set = storage.setMeta(meta); !set)
        return fail(set.error());
    if (const Result<> committed = storage.commit(); !committed)
        return fail(committed.error());
    return file;
}

} // namespace film::bench
