// How long a save takes on the device (envelope, overlay, stream position: one transaction that
// survives a power cut) beside bare SQLite that writes the same bytes into the same tables.

#include "shared/domain/records.h"
#include "shared/protocol/entity_state.h"
#include "shared/sync/client_replica.h"
#include "tests/bench/raw_sqlite.h"
#include "tests/bench/stores.h"

#include <QCoreApplication>
#include <QFile>

using namespace film;
using namespace film::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int recordsBefore = 20'000; // what a device of a large department holds
constexpr int recordsBeforeShort = 200;
constexpr int savesPerSecond = 1'000; // of --seconds; about what a disk does

// A day is saved twice, as people do: in the morning, then with the wrap.
struct TwoSaves {
    sync::ClientReplica::Edit morning;
    sync::ClientReplica::Edit evening;
};

struct RawSave {
    RawRow overlay;
    RawRow outbox;
    RawRow meta;
};

GroupMap withoutWrap(GroupMap groups)
{
    FieldMap &times = groups[schema::time_entry::Times];
    times.erase(schema::time_entry::Wrap);
    times.erase(schema::time_entry::WrapUtcMs);
    return groups;
}

TwoSaves savesOf(const WrittenDay &day)
{
    const GroupMap first = withoutWrap(day.groups);
    TwoSaves saves;
    saves.morning = {EntityType::TimeEntry, day.entity, {}, first, {}, {}, {}};
    saves.evening = {EntityType::TimeEntry, day.entity, first, day.groups, {}, {}, {}};
    return saves;
}

// The bytes of a save that the device would write, ready to be bound.
RawSave rawSaveOf(const WrittenDay &day)
{
    protocol::VersionedGroups groups;
    for (const auto &[group, fields] : day.groups)
        groups[group] = {day.sealed.envelope.mutation, fields};
    const QByteArray cell = protocol::Cell::ofPerson({}, day.person).toBytes();
    RawSave save;
    save.overlay.blobs = {day.entity.toByteArray(), cell, day.person.toByteArray(),
                          protocol::encodeGroups(groups)};
    save.overlay.numbers = {day.date.toJulianDay()};
    save.outbox.blobs = {day.sealed.envelope.mutation.toByteArray(), day.entity.toByteArray(),
                         day.sealed.envelope.stream.toByteArray(), day.sealed.bytes,
                         day.sealed.hash.toByteArray()};
    save.outbox.numbers = {qint64(day.sealed.envelope.sequence)};
    save.meta.blobs = {day.sealed.hash.toByteArray()};
    save.meta.numbers = {qint64(day.sealed.envelope.sequence)};
    return save;
}

class RawDevice
{
public:
    static Result<std::unique_ptr<RawDevice>> open(const QString &path)
    {
        auto file = RawSqlite::open(path);
        if (!file)
            return fail(file.error());
        auto device = std::make_unique<RawDevice>();
        device->m_file = std::move(*file);
        // As in the device's file: neither empties its log in the middle of a save.
        if (const Result<> set = device->m_file->execute("PRAGMA wal_autocheckpoint = 8000"); !set)
            return fail(set.error());
        const std::array<QByteArray, 5> statements{
            "BEGIN IMMEDIATE",
            "INSERT INTO entity_overlay (eid, etype, cell, person, day, last_seq, deleted, groups)"
            " VALUES (?1, 7, ?2, ?3, ?5, 0, 0, ?4)"
            " ON CONFLICT (eid) DO UPDATE SET groups = excluded.groups",
            "INSERT INTO outbox (mid, eid, stream, envelope, hash, sseq, status, seq, outcome)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, 0, 1)",
            "UPDATE meta SET last_hash = ?1, stream_sequence = ?2 WHERE id = 1", "COMMIT"};
        for (const QByteArray &sql : statements) {
            if (const auto prepared = device->m_file->prepare(sql); !prepared)
                return fail(prepared.error());
        }
        return device;
    }

    Result<> save(const RawSave &save)
    {
        const RawRow nothing;
        const std::array<const RawRow *, 5> rows{&nothing, &save.overlay, &save.outbox, &save.meta,
                                                 &nothing};
        for (size_t i = 0; i < rows.size(); ++i) {
            if (const Result<> done = m_file->run(i, *rows[i]); !done)
                return done;
        }
        return {};
    }

private:
    std::unique_ptr<RawSqlite> m_file;
};

Result<> putRecords(sync::ClientStorage &storage, Workload &workload, BenchDevice &device,
                    int count)
{
    if (const Result<> begun = storage.begin(); !begun)
        return begun;
    for (int i = 0; i < count; ++i) {
        const WrittenDay day = workload.nextDay(device);
        protocol::VersionedGroups groups;
        for (const auto &[group, fields] : day.groups)
            groups[group] = {day.sealed.envelope.mutation, fields};
        const protocol::EntityState state{day.entity,
                                          EntityType::TimeEntry,
                                          protocol::Cell::ofPerson({}, day.person),
                                          quint64(i + 1),
                                          false,
                                          protocol::encodeGroups(groups)};
        if (const Result<> put = storage.putBase(state, {day.person, day.date.toJulianDay()}); !put)
            return put;
    }
    return storage.commit();
}

class SaveBench
{
public:
    explicit SaveBench(const Options &options)
        : m_options(options)
        , m_saves(std::max(10, int(savesPerSecond * options.length.count()) / 2))
    {}

    Result<> prepare()
    {
        const QString ours = m_folder.filePath(u"ours.db"_s);
        const QString limit = m_folder.filePath(u"limit.db"_s);
        {
            const auto file = DeviceFile::make(ours, m_office);
            if (!file)
                return fail(file.error());
            const int records = m_options.isShort ? recordsBeforeShort : recordsBefore;
            const Result<> put = putRecords((*file)->storage(), m_workload, m_office, records);
            if (!put)
                return put;
        }
        // Closed, so that all is in the file: the limit writes into a copy of the very same one.
        if (!QFile::copy(ours, limit))
            return fail(ErrorCode::StoreFailure, u"the file cannot be copied"_s);
        auto file = store::ClientFile::open(ours);
        if (!file)
            return fail(file.error());
        m_file = std::move(*file);
        m_storage = std::make_unique<store::SqliteClientStorage>(m_file->database());
        m_replica = std::make_unique<sync::ClientReplica>(*m_storage);
        auto raw = RawDevice::open(limit);
        if (!raw)
            return fail(raw.error());
        m_raw = std::move(*raw);
        return m_replica->startStream(StreamId(m_random.bytes<16>()));
    }

    Result<> round()
    {
        std::vector<TwoSaves> days;
        std::vector<RawSave> raw;
        for (int i = 0; i < m_saves; ++i) {
            const WrittenDay day = m_workload.nextDay(m_office);
            days.push_back(savesOf(day));
            raw.push_back(rawSaveOf(day));
            raw.push_back(rawSaveOf(day));
            raw.back().outbox.blobs[0] = MutationId(m_random.bytes<16>()).toByteArray();
        }
        m_quietRounds += waitForQuiet(m_options) ? 1 : 0;
        const auto ours = saveDays(days);
        if (!ours)
            return fail(ours.error());
        const auto limit = saveRaw(raw);
        if (!limit)
            return fail(limit.error());
        m_median.add(percentile(*ours, 0.5), percentile(*limit, 0.5));
        m_slow.add(percentile(*ours, 0.99), percentile(*limit, 0.99));
        return {};
    }

    int finish() const { return report({m_median, m_slow}, m_options, m_quietRounds); }

private:
    Result<std::vector<double>> saveDays(const std::vector<TwoSaves> &days)
    {
        std::vector<double> savedMs;
        for (const TwoSaves &day : days) {
            for (const auto *edit : {&day.morning, &day.evening}) {
                const Stopwatch watch;
                const auto saved = m_replica->save(std::span(edit, 1), m_ids, m_clock.now());
                savedMs.push_back(watch.elapsed().count() * 1000);
                if (!saved)
                    return fail(saved.error());
            }
        }
        return savedMs;
    }

    Result<std::vector<double>> saveRaw(const std::vector<RawSave> &saves)
    {
        std::vector<double> savedMs;
        for (const RawSave &save : saves) {
            const Stopwatch watch;
            const Result<> saved = m_raw->save(save);
            savedMs.push_back(watch.elapsed().count() * 1000);
            if (!saved)
                return fail(saved.error());
        }
        return savedMs;
    }

    Options m_options;
    int m_saves;
    QTemporaryDir m_folder;
    SystemClock m_clock;
    SystemRandom m_random;
    UuidSource m_ids{m_random};
    Workload m_workload{120};
    BenchDevice &m_office = m_workload.addOffice();
    std::unique_ptr<store::ClientFile> m_file;
    std::unique_ptr<store::SqliteClientStorage> m_storage;
    std::unique_ptr<sync::ClientReplica> m_replica;
    std::unique_ptr<RawDevice> m_raw;
    int m_quietRounds = 0;
    Figure m_median{u"save on the device, p50"_s, u"ms"_s, Figure::Better::Lower};
    Figure m_slow{u"save on the device, p99"_s, u"ms"_s, Figure::Better::Lower, 2.0};
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const Options options = optionsOf(QCoreApplication::arguments(), u"How long a save takes."_s);
    SaveBench bench(options);
    if (const Result<> prepared = bench.prepare(); !prepared)
        return failed(prepared.error().message);
    for (int i = 0; i < options.rounds; ++i) {
        if (const Result<> done = bench.round(); !done)
            return failed(done.error().message);
    }
    return bench.finish();
}
