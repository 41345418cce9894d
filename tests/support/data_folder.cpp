#include "tests/support/data_folder.h"

#include "app/engine/workspace.h"
#include "shared/domain/records.h"
#include "shared/sync/decide.h"

#include <QDir>
#include <QFile>

namespace film::tests {

using namespace Qt::StringLiterals;

namespace {

constexpr int entriesEach = 100;
constexpr int peopleMin = 20;
constexpr int peopleMax = 2'000;

// Puts records into a device's file as a sync would have left them.
class Filler
{
public:
    explicit Filler(sync::ClientStorage &storage)
        : m_storage(storage)
    {}

    void put(EntityType type, EntityId id, const protocol::Cell &cell, const GroupMap &groups)
    {
        if (!m_result)
            return;
        protocol::VersionedGroups versioned;
        for (const auto &[group, fields] : groups)
            versioned[group] = {MutationId(m_random.bytes<16>()), fields};
        const protocol::EntityState state{id,           type,  cell,
                                          ++m_sequence, false, protocol::encodeGroups(versioned)};
        m_result = m_storage.putBase(state, sync::recordIndex(state));
    }
    [[nodiscard]] const Result<> &result() const { return m_result; }

private:
    sync::ClientStorage &m_storage;
    SystemRandom m_random;
    quint64 m_sequence = 0;
    Result<> m_result;
};

void putCrew(Filler &filler, const SampleProduction &sample)
{
    const ProductionId production = sample.production.id;
    const protocol::Cell everyone = protocol::Cell::everyone();
    filler.put(EntityType::Production, EntityId::of(production), everyone,
               toGroups(sample.production));
    for (const Unit &unit : sample.crew.units)
        filler.put(EntityType::Unit, EntityId::of(unit.id), everyone, toGroups(unit));
    for (const Department &department : sample.crew.departments)
        filler.put(EntityType::Department, EntityId::of(department.id), everyone,
                   toGroups(department));
    for (const Person &person : sample.crew.people)
        filler.put(EntityType::Person, EntityId::of(person.id), everyone, toGroups(person));
}

// The days of the sample, one date after the other, until there are enough.
void putDays(Filler &filler, const SampleProduction &sample, int records)
{
    const ProductionId production = sample.production.id;
    std::map<PersonId, DepartmentId> departments;
    for (const Person &person : sample.crew.people)
        departments[person.id] = person.department;
    for (int written = 0, lap = 0; written < records; ++lap) {
        for (ShootingDay day : sample.shootingDays) {
            day.date = day.date.addDays(lap);
            filler.put(EntityType::ShootingDay, shootingDayId(production, day.date, day.unit),
                       protocol::Cell::everyone(), toGroups(day));
        }
        for (WorkDay day : sample.workDays) {
            day.key.date = day.key.date.addDays(lap);
            const PersonId person = day.key.person;
            filler.put(EntityType::TimeEntry, workDayId(production, day.key),
                       sync::cellOf(EntityType::TimeEntry, person, departments[person]),
                       toGroups(day));
            if (++written == records)
                return;
        }
    }
}

Result<> fillFile(const QString &path, const SampleProduction &sample, int records)
{
    const auto file = store::ClientFile::open(path);
    if (!file)
        return fail(file.error());
    store::SqliteClientStorage storage((*file)->database());
    if (const Result<> begun = storage.begin(); !begun)
        return begun;
    Filler filler(storage);
    putCrew(filler, sample);
    putDays(filler, sample, records);
    return filler.result() ? storage.commit() : filler.result();
}

Result<> setIdentity(const QString &path, const SampleProduction &sample, Role role)
{
    SystemRandom random;
    const SystemClock clock;
    const auto workspace = app::Workspace::open(path, random, clock);
    if (!workspace)
        return fail(workspace.error());
    const Person &person = sample.crew.people.front();
    app::Workspace::Identity identity;
    identity.meta.production = sample.production.id;
    identity.meta.device = DeviceId(random.bytes<16>());
    identity.meta.user = UserId(random.bytes<16>());
    identity.meta.person = person.id;
    identity.meta.role = static_cast<quint32>(role);
    identity.productionTitle = sample.production.title;
    identity.personName = person.name;
    return (*workspace)->setIdentity(identity);
}

} // namespace

Result<> makeDataFolder(const QString &folder, const SampleProduction &sample, int records,
                        Role role)
{
    const QString production = sample.production.id.toString();
    const QString file = u"%1/productions/%2/film.db"_s.arg(folder, production);
    if (!QDir().mkpath(QFileInfo(file).path()))
        return fail(ErrorCode::StoreReadOnly, u"the data folder cannot be made"_s);
    QFile current(QString(folder + u"/current"_s));
    if (!current.open(QIODevice::WriteOnly) || current.write(production.toLatin1()) < 0)
        return fail(ErrorCode::StoreReadOnly, u"the data folder cannot be written"_s);
    if (const Result<> filled = fillFile(file, sample, records); !filled)
        return filled;
    return setIdentity(file, sample, role);
}

Result<QDate> makeDataFolder(const QString &folder, int records)
{
    const int people = std::clamp(records / entriesEach, peopleMin, peopleMax);
    const SampleProduction sample = generateProduction({people, 1, 1});
    if (const Result<> made = makeDataFolder(folder, sample, records); !made)
        return fail(made.error());
    return sample.workDays.front().key.date;
}

} // namespace film::tests
