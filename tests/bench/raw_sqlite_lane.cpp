#include "tests/bench/raw_sqlite_lane.h"

#include "shared/base/id.h"

#include <array>

namespace film::bench {

namespace {

enum Statement : size_t { LockHead, InsertEntry, InsertLog };

const char *const createTables = R"(
    CREATE TABLE head (id INTEGER PRIMARY KEY, seq INTEGER NOT NULL);
    INSERT INTO head VALUES (1, 0);
    CREATE TABLE day_entry (
        production BLOB, id BLOB, person BLOB, unit BLOB, author BLOB,
        zone BLOB, location BLOB, notes BLOB,
        day INTEGER, day_type INTEGER, call_minutes INTEGER, wrap_minutes INTEGER,
        meal1_out INTEGER, meal1_in INTEGER, meal2_out INTEGER, meal2_in INTEGER,
        travel_to INTEGER, travel_from INTEGER, call_utc INTEGER, wrap_utc INTEGER,
        revision INTEGER, state INTEGER,
        PRIMARY KEY (production, id)) WITHOUT ROWID;
    CREATE TABLE change_log (
        production BLOB, mutation BLOB, device BLOB, payload BLOB, seq INTEGER, received INTEGER,
        PRIMARY KEY (production, seq)) WITHOUT ROWID)";

} // namespace

Result<std::unique_ptr<RawSqliteLane>> RawSqliteLane::open(const QString &path)
{
    auto file = RawSqlite::open(path);
    if (!file)
        return fail(file.error());
    std::unique_ptr<RawSqliteLane> lane(new RawSqliteLane);
    lane->m_file = std::move(*file);
    if (const Result<> prepared = lane->prepare(); !prepared)
        return fail(prepared.error());
    return lane;
}

Result<> RawSqliteLane::prepare()
{
    if (const Result<> created = m_file->execute(createTables); !created)
        return created;
    const std::array<QByteArray, 3> statements{
        "UPDATE head SET seq = ?1 WHERE id = 1",
        "INSERT INTO day_entry VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13,"
        " ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)"
        " ON CONFLICT (production, id) DO UPDATE SET wrap_minutes = excluded.wrap_minutes,"
        " revision = excluded.revision",
        "INSERT INTO change_log VALUES (?1, ?2, ?3, ?4, ?5, ?6)"};
    for (const QByteArray &sql : statements) {
        if (const auto prepared = m_file->prepare(sql); !prepared)
            return fail(prepared.error());
    }
    return {};
}

Result<> RawSqliteLane::commit(int entries)
{
    const QByteArray fixed(16, '1');
    RawRow entry;
    entry.blobs = {fixed, fixed, fixed, fixed, fixed, rawZone, rawLocation, rawNotes};
    entry.numbers.assign(rawNumberColumns, 420);
    RawRow log;
    log.blobs = {fixed, fixed, fixed, QByteArray(rawLogPayloadBytes, 'p')};
    log.numbers = {0, msSinceEpoch(m_clock.now())};

    if (const Result<> begun = m_file->execute("BEGIN IMMEDIATE"); !begun)
        return begun;
    if (const Result<> locked = m_file->run(LockHead, {{}, {m_sequence + entries}}); !locked)
        return locked;
    for (int i = 0; i < entries; ++i) {
        entry.blobs[1] = m_ids.next<EntityId>(m_clock.now()).toByteArray();
        log.blobs[1] = entry.blobs[1];
        log.numbers[0] = ++m_sequence;
        if (const Result<> done = m_file->run(InsertEntry, entry); !done)
            return done;
        if (const Result<> done = m_file->run(InsertLog, log); !done)
            return done;
    }
    return m_file->execute("COMMIT");
}

} // namespace film::bench
