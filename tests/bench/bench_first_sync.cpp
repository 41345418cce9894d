// The first sync of a device that has nothing yet: how fast the server gives the records away
// beside COPY of the same bytes, and how fast the device takes them in beside bare SQLite that
// inserts the same rows and builds its index last.

#include "tests/bench/raw_postgres.h"
#include "tests/bench/raw_sqlite.h"
#include "tests/bench/stores.h"
#include "tests/bench/sync_pair.h"

#include <QCoreApplication>

using namespace film;
using namespace film::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int records = 100'000;
constexpr int recordsShort = 500;
constexpr int crew = 1'000;
constexpr int crewShort = 30;
constexpr int segmentEntries = 100;
constexpr size_t commitEntries = 500;
constexpr size_t rawTransactionRows = 500;

class FirstSyncBench
{
public:
    explicit FirstSyncBench(const Options &options)
        : m_options(options)
        , m_workload(options.isShort ? crewShort : crew)
    {}

    Result<> prepare()
    {
        auto database = ServerDatabase::make(m_options.postgres, m_workload);
        if (!database)
            return fail(database.error());
        m_database = std::move(*database);
        auto storage = m_database->open();
        if (!storage)
            return fail(storage.error());
        m_storage = std::move(*storage);
        const int count = m_options.isShort ? recordsShort : records;
        for (int written = 0; written < count; written += int(commitEntries)) {
            std::vector<protocol::Segment> segments;
            for (size_t i = 0; i < commitEntries; i += segmentEntries)
                segments.push_back(m_workload.nextSegment(m_office, segmentEntries));
            const Result<> done = commitSegments(*m_storage, m_office, segments, commitEntries);
            if (!done)
                return done;
        }
        return readRows();
    }

    Result<> round()
    {
        m_quietRounds += waitForQuiet(m_options) ? 1 : 0;
        const QTemporaryDir folder;
        const auto file = DeviceFile::make(folder.filePath(u"ours.db"_s), m_reader);
        if (!file)
            return fail(file.error());
        SyncPair pair(*m_storage, (*file)->storage(), m_reader);
        if (const Result<> synced = pair.run(); !synced)
            return synced;
        const double rows = double(m_rows.size());
        const auto bulk = bulkRate(folder.filePath(u"limit.db"_s));
        if (!bulk)
            return fail(bulk.error());
        m_apply.add(rows / pair.clientTime().count(), *bulk);
        const auto copy = readRate();
        if (!copy)
            return fail(copy.error());
        m_serve.add(rows / pair.serverTime().count(), *copy);
        m_whole.add(rows / (pair.serverTime() + pair.clientTime()).count(), *bulk);
        return {};
    }

    int finish() const { return report({m_serve, m_apply, m_whole}, m_options, m_quietRounds); }

private:
    // What the device will hold, as rows to be bound.
    Result<> readRows()
    {
        EntityId after;
        for (;;) {
            const auto page = m_storage->page(
                m_workload.production(), {sync::Visibility::all(), {}, after, 500, 1024 * 1024});
            if (!page)
                return fail(page.error());
            if (page->empty())
                return {};
            for (const protocol::EntityState &state : *page) {
                RawRow row;
                row.blobs = {state.id.toByteArray(), state.cell.toBytes(),
                             state.cell.person().toByteArray(), state.groups};
                // Any day: the index is the same work whichever it is.
                row.numbers = {qint64(state.type), qint64(2'460'000 + m_rows.size() % 400),
                               qint64(state.lastSequence)};
                m_rows.push_back(std::move(row));
            }
            after = page->back().id;
        }
    }

    // Bare inserts in transactions of 500 rows into the device's own table, its index last.
    Result<double> bulkRate(const QString &path) const
    {
        const auto file = RawSqlite::open(path);
        if (!file)
            return fail(file.error());
        const Stopwatch watch;
        const Result<> created = (*file)->execute(
            "PRAGMA wal_autocheckpoint = 10000;"
            "CREATE TABLE entity_base (eid BLOB PRIMARY KEY, etype INTEGER NOT NULL,"
            " cell BLOB NOT NULL, person BLOB NOT NULL, day INTEGER NOT NULL,"
            " last_seq INTEGER NOT NULL, deleted INTEGER NOT NULL, groups BLOB NOT NULL)"
            " WITHOUT ROWID");
        if (!created)
            return fail(created.error());
        const auto insert = (*file)->prepare("INSERT INTO entity_base"
                                             " (eid, cell, person, groups, etype, day, last_seq,"
                                             " deleted) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)");
        if (!insert)
            return fail(insert.error());
        for (size_t i = 0; i < m_rows.size(); ++i) {
            const bool isFirst = i % rawTransactionRows == 0;
            const bool isLast = (i + 1) % rawTransactionRows == 0 || i + 1 == m_rows.size();
            Result<> done = isFirst ? (*file)->execute("BEGIN IMMEDIATE") : Result<>();
            if (done)
                done = (*file)->run(*insert, m_rows[i]);
            if (done && isLast)
                done = (*file)->execute("COMMIT");
            if (!done)
                return fail(done.error());
        }
        const Result<> indexed =
            (*file)->execute("CREATE INDEX entity_base_by_day ON entity_base (etype, day, person)");
        if (!indexed)
            return fail(indexed.error());
        return double(m_rows.size()) / watch.elapsed().count();
    }

    // How fast the database gives the stored bytes away when nothing is done with them.
    Result<double> readRate() const
    {
        if (!m_options.postgres.isEmpty())
            return copyRate(m_database->address(), "SELECT eid, groups FROM entity");
        const auto file = RawSqlite::open(m_database->address().mid(7));
        if (!file)
            return fail(file.error());
        const Stopwatch watch;
        const auto select = (*file)->prepare("SELECT eid, groups FROM entity");
        if (!select)
            return fail(select.error());
        const auto rows = (*file)->readAll(*select);
        if (!rows)
            return fail(rows.error());
        return double(*rows) / watch.elapsed().count();
    }

    Options m_options;
    Workload m_workload;
    BenchDevice &m_office = m_workload.addOffice();
    BenchDevice &m_reader = m_workload.addOffice();
    std::unique_ptr<ServerDatabase> m_database;
    std::unique_ptr<store::ServerStorageSql> m_storage;
    std::vector<RawRow> m_rows;
    int m_quietRounds = 0;
    Figure m_serve{u"first sync: the server gives"_s, u"entries/s"_s, Figure::Better::Higher, 0.15};
    Figure m_apply{u"first sync: the device takes in"_s, u"entries/s"_s, Figure::Better::Higher,
                   0.4};
    Figure m_whole{u"first sync: both, one after the other"_s, u"entries/s"_s,
                   Figure::Better::Higher};
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const Options options =
        optionsOf(QCoreApplication::arguments(), u"How long the first sync takes."_s);
    FirstSyncBench bench(options);
    if (const Result<> prepared = bench.prepare(); !prepared)
        return failed(prepared.error().message);
    for (int i = 0; i < options.rounds; ++i) {
        if (const Result<> done = bench.round(); !done)
            return failed(done.error().message);
    }
    return bench.finish();
}
