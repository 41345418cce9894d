#include "tests/store/device_story.h"

#include "shared/domain/records.h"
#include "shared/store/client_queries.h"
#include "shared/store/migrator.h"
#include "shared/store/sqlite_client_storage.h"
#include "shared/store/statement.h"
#include "shared/sync/decide.h"
#include "shared/sync/visibility.h"

#include <QFile>

#include <algorithm>

namespace film::tests {

using namespace Qt::StringLiterals;
using namespace film::store;
using protocol::EntityState;
using sync::ClientReplica;

namespace {

constexpr Instant now = instantFromMs(1'763'000'000'000);
constexpr int saves = 30;
constexpr int deltas = 20;
const QString forgetMigration = u"DELETE FROM schema_migration WHERE number = 9998"_s;

WorkDay dayOf(PersonId person, int number)
{
    WorkDay day;
    day.key = {person, QDate(2025, 11, 1).addDays(number), UnitId(std::array<quint8, 16>{1})};
    day.call = TimeField::at(420 + number);
    day.wrap = TimeField::at(1170);
    day.notes = u"A note that takes some room. "_s.repeated(8);
    return day;
}

} // namespace

DeviceStory::DeviceStory(const QString &path)
    : m_path(path)
{
    m_identity.production = ProductionId(m_random.bytes<16>());
    m_identity.device = DeviceId(m_random.bytes<16>());
    m_identity.user = UserId(m_random.bytes<16>());
    m_identity.person = PersonId(m_random.bytes<16>());
    m_other = PersonId(m_random.bytes<16>());
    m_otherAuthor.production = m_identity.production;
    m_otherAuthor.device = DeviceId(m_random.bytes<16>());
    m_otherAuthor.user = UserId(m_random.bytes<16>());
    m_otherAuthor.stream = StreamId(m_random.bytes<16>());
    m_places[0] = {};
}

template<typename T>
bool DeviceStory::went(const Result<T> &result)
{
    if (!result)
        ++m_failures;
    return result.has_value();
}

void DeviceStory::run(bool faster)
{
    if (!openFile(faster))
        return;
    static_cast<void>(went(join(m_file->database())));
    for (int i = 0; i < saves / 2; ++i) {
        saveDay(i);
        if (i < deltas / 2)
            receive(i);
    }
    closeFile();
    m_pause(Moment::Restart);
    if (!openFile(faster))
        return;
    ask();
    snapshot();
    for (int i = saves / 2; i < saves; ++i) {
        saveDay(i);
        if (i < saves / 2 + deltas / 2)
            receive(i);
    }
    migrateOnce();
    ask();
    m_pause(Moment::End);
    closeFile();
}

void DeviceStory::runOn()
{
    if (!openFile(false))
        return;
    for (int i = saves; i < saves + 5; ++i)
        saveDay(i);
    m_pause(Moment::LaterEnd);
    closeFile();
}

bool DeviceStory::openFile(bool faster)
{
    auto file = ClientFile::open(m_path);
    if (!file) {
        ++m_failures;
        m_openError = file.error();
        return false;
    }
    m_file = *std::move(file);
    if (faster)
        static_cast<void>(went(m_file->database().execute(u"PRAGMA synchronous = NORMAL"_s)));
    SqliteClientStorage storage(m_file->database());
    static_cast<void>(went(ClientReplica(storage).startStream(m_ids.next<StreamId>(now))));
    return true;
}

void DeviceStory::closeFile()
{
    m_file.reset();
}

Result<> DeviceStory::join(Database &database) const
{
    SqliteClientStorage storage(database);
    if (const Result<> begun = storage.begin(); !begun)
        return begun;
    const auto meta = storage.meta();
    if (!meta)
        return fail(meta.error());
    if (meta->device == m_identity.device)
        return {};
    sync::ClientMeta kept = m_identity;
    kept.stream = meta->stream;
    if (const Result<> stored = storage.setMeta(kept); !stored)
        return stored;
    return storage.commit();
}

void DeviceStory::saveDay(int number)
{
    SqliteClientStorage storage(m_file->database());
    const WorkDay day = dayOf(m_identity.person, number);
    const EntityId id = workDayId(m_identity.production, day.key);
    const ClientReplica::Edit edit{EntityType::TimeEntry,         id, {}, toGroups(day), {},
                                   protocol::InputMethod::Manual, {}};
    const auto written = ClientReplica(storage).save(std::span(&edit, 1), m_ids, now);
    if (!went(written))
        return;
    // What was written stands in the file; there is no other way to it.
    const auto rows = ClientQueries(m_file->database()).outbox(1);
    m_saved[written->front()] = rows && !rows->empty() ? rows->front().envelope : QByteArray();
    m_days[id] = day.key.date;
    if (!m_saved[written->front()].isEmpty())
        m_toConfirm.push_back(m_saved[written->front()]);
}

protocol::LogRow DeviceStory::log(const QByteArray &bytes)
{
    const auto envelope = protocol::decodeEnvelope(bytes);
    protocol::VersionedGroups groups;
    for (const auto &[group, change] : envelope->groups)
        groups[group] = {envelope->mutation, sync::changed({}, change)};
    ++m_head;
    EntityState state;
    state.id = envelope->entity;
    state.type = envelope->type;
    state.cell = protocol::Cell::ofPerson({}, sync::ownerOf(state.type, sync::plainGroups(groups)));
    state.lastSequence = m_head;
    state.groups = protocol::encodeGroups(groups);
    Place place = m_places.at(m_head - 1);
    place.chain = sha256({place.chain.view(), bytes});
    if (const auto before = m_server.find(state.id); before != m_server.end())
        place.digest.subtract(before->second);
    place.digest.add(state);
    m_places[m_head] = place;
    m_server[state.id] = state;
    protocol::LogRow row;
    row.sequence = m_head;
    row.envelope = bytes;
    row.post = protocol::encodeEntities({state});
    return row;
}

protocol::LogRow DeviceStory::someoneElsesDay(int number)
{
    const WorkDay day = dayOf(m_other, number);
    sync::EnvelopeDraft draft;
    draft.entity = workDayId(m_identity.production, day.key);
    draft.operation = protocol::Operation::Create;
    draft.groups = sync::changesBetween({}, toGroups(day), {});
    return log(sync::seal(draft, m_otherAuthor, m_ids, now).bytes);
}

// The device asks from its own cursor, as the server would be asked.
void DeviceStory::receive(int number)
{
    SqliteClientStorage storage(m_file->database());
    ClientReplica replica(storage);
    std::vector<protocol::LogRow> rows{someoneElsesDay(number)};
    for (const QByteArray &own : m_toConfirm)
        rows.push_back(log(own));
    m_toConfirm.clear();
    // The device missed what it could not store; without the whole log here, it waits for the
    // snapshot.
    protocol::Delta delta{rows.front().sequence - 1, m_head, m_places.at(m_head).chain, rows};
    if (!went(replica.run(ClientReplica::ApplyDelta{delta})))
        return;
    m_promisedCursor = m_head;
    const Place &place = m_places.at(m_head);
    const protocol::Checkpoint checkpoint{
        m_head, place.chain, {{{}, place.digest.sum.toHash(), place.digest.count}}, 0};
    const auto verdict = replica.run(ClientReplica::VerifyCheckpoint{checkpoint, {}, now});
    if (went(verdict) && !std::get<ClientReplica::CheckpointVerdict>(*verdict).equal)
        m_wrongAnswers << u"other records than the server's after a delta"_s;
}

void DeviceStory::snapshot()
{
    SqliteClientStorage storage(m_file->database());
    ClientReplica replica(storage);
    const Hash32 chain = m_places.at(m_head).chain;
    protocol::SnapshotBegin begin;
    begin.sequence = m_head;
    begin.chain = chain;
    begin.token = "token";
    if (!went(replica.run(ClientReplica::BeginSnapshot{begin, {}})))
        return;
    protocol::SnapshotPage page;
    const auto send = [&] {
        const bool staged = went(replica.run(ClientReplica::StagePage{page, {}}));
        page.rows.clear();
        return staged;
    };
    for (const auto &[id, state] : m_server) {
        page.rows.push_back(state);
        if (page.rows.size() == 8 && !send())
            return;
    }
    if (!send())
        return;
    if (went(replica.run(ClientReplica::EndSnapshot{
            {m_head, chain, m_server.size()}, {}, sync::Visibility::all().entries(), false})))
        m_promisedCursor = m_head;
}

void DeviceStory::migrateOnce()
{
    auto steps = migrationsOf(Schema::Client, Dialect::Sqlite);
    steps.push_back({9998, u"9998_wider.sql"_s,
                     u"ALTER TABLE outbox ADD COLUMN later INTEGER NOT NULL DEFAULT 7;\n"
                     "UPDATE log_row SET flags = flags + 0;\n"
                     "ALTER TABLE outbox DROP COLUMN later;\n"_s});
    static_cast<void>(went(migrate(m_file->database(), steps)));
    // So that the program that this is can open the file again.
    static_cast<void>(went(m_file->database().execute(forgetMigration)));
}

// An answer may fail; it may not be short.
void DeviceStory::ask()
{
    ClientQueries queries(m_file->database());
    const auto days = queries.daysBetween(EntityType::TimeEntry, QDate(2025, 11, 1),
                                          QDate(2025, 12, 31), m_identity.person);
    if (went(days) && days->size() < m_days.size())
        m_wrongAnswers << u"%1 days of %2"_s.arg(days->size()).arg(m_days.size());
    const auto all = queries.records(EntityType::TimeEntry);
    if (went(all) && all->size() < m_days.size())
        m_wrongAnswers << u"%1 records of %2"_s.arg(all->size()).arg(m_days.size());
    const auto outbox = queries.outbox(1000);
    if (went(outbox) && outbox->size() < m_saved.size())
        m_wrongAnswers << u"%1 changes of %2"_s.arg(outbox->size()).arg(m_saved.size());
    for (const auto &[id, date] : m_days) {
        const auto history = queries.history(id);
        if (went(history) && history->empty())
            m_wrongAnswers << u"no history of %1"_s.arg(date.toString(Qt::ISODate));
    }
}

QStringList DeviceStory::problems()
{
    QStringList problems;
    auto file = ClientFile::open(m_path);
    if (!file && file.error().code == ErrorCode::StoreNewer) {
        // The fault struck between the story's own migration and its leaving.
        const auto newer = Database::openSqlite(m_path);
        if (newer && (*newer)->execute(forgetMigration))
            file = ClientFile::open(m_path);
    }
    // A first page that is torn is nobody's; if nothing was saved yet, starting anew loses nothing.
    if (!file && file.error().code == ErrorCode::StoreForeign && m_saved.empty()
        && ClientFile::rescue(m_path))
        file = ClientFile::open(m_path);
    if (!file)
        return {u"it does not open: "_s + file.error().message};
    if (const Result<> looked = lookAt((*file)->database(), problems); !looked)
        problems << looked.error().message;
    if (const Result<> went = goOn((*file)->database(), problems); !went)
        problems << u"it cannot go on: "_s + went.error().message;
    return problems;
}

Result<> DeviceStory::forget()
{
    const auto file = ClientFile::open(m_path);
    if (!file)
        return fail(file.error());
    SqliteClientStorage storage((*file)->database());
    const auto done = ClientReplica(storage).run(ClientReplica::ApplyPurge{});
    return done ? Result<>() : fail(done.error());
}

QStringList DeviceStory::problemsOfForgetting()
{
    QStringList problems;
    if (const Result<> forgot = forget(); !forgot)
        return {u"it cannot forget: "_s + forgot.error().message};
    {
        const auto file = ClientFile::open(m_path);
        if (!file)
            return {u"it does not open: "_s + file.error().message};
        const auto rows = ClientQueries((*file)->database()).outbox(1000);
        if (!rows)
            return {rows.error().message};
        for (const QByteArray &own : m_toConfirm) {
            if (std::ranges::find(*rows, own, &sync::OutboxRow::envelope) == rows->end())
                problems << u"a change that waits is gone"_s;
        }
        if (const Result<> went = goOn((*file)->database(), problems); !went)
            problems << u"it cannot go on: "_s + went.error().message;
    }
    for (const QString &part : {QString(), u"-wal"_s}) {
        QFile bytes(m_path + part);
        if (bytes.open(QIODevice::ReadOnly) && bytes.readAll().contains(m_other.toByteArray()))
            problems << u"what others wrote is still in the file"_s;
    }
    return problems;
}

Result<> DeviceStory::lookAt(Database &database, QStringList &problems)
{
    Statement check(database, u"check"_s, u"PRAGMA integrity_check"_s);
    if (!check.run() || !check.next() || check.text(0) != u"ok")
        problems << u"SQLite finds the file damaged"_s;
    ClientQueries queries(database);
    const auto rows = queries.outbox(1000);
    if (!rows)
        return fail(rows.error());
    compareOutbox(*rows, problems);
    const auto days = queries.daysBetween(EntityType::TimeEntry, QDate(2025, 11, 1),
                                          QDate(2025, 12, 31), m_identity.person);
    if (!days)
        return fail(days.error());
    std::map<EntityId, SeenRecord> seen;
    for (const SeenRecord &day : *days)
        seen[day.state.id] = day;
    for (const auto &[id, date] : m_days) {
        if (!seen.contains(id))
            problems << date.toString(Qt::ISODate) + u" is not to be seen"_s;
    }
    SqliteClientStorage storage(database);
    const auto meta = storage.meta();
    if (!meta)
        return fail(meta.error());
    compareRecords(database, *meta, problems);
    return {};
}

void DeviceStory::compareOutbox(const std::vector<sync::OutboxRow> &rows,
                                QStringList &problems) const
{
    std::map<MutationId, QByteArray> there;
    for (const sync::OutboxRow &row : rows) {
        if (sha256(row.envelope) != row.hash)
            problems << u"a change is not as it was written"_s;
        there[row.mutation] = row.envelope;
    }
    for (const auto &[mutation, bytes] : m_saved) {
        const auto found = there.find(mutation);
        if (found == there.end())
            problems << u"a change that was reported saved is gone"_s;
        else if (!bytes.isEmpty() && found->second != bytes)
            problems << u"a change has other bytes than were written"_s;
    }
}

// Cursor and records move together, so the records are exactly those of the cursor.
void DeviceStory::compareRecords(Database &database, const sync::ClientMeta &meta,
                                 QStringList &problems) const
{
    if (meta.cursor < m_promisedCursor)
        problems << u"the cursor fell back"_s;
    const auto place = m_places.find(meta.cursor);
    if (place == m_places.end() || place->second.chain != meta.chain) {
        problems << u"the cursor is at no place of the log"_s;
        return;
    }
    sync::Digest digest;
    SqliteClientStorage storage(database);
    for (const auto &[id, state] : m_server) {
        const auto base = storage.base(id);
        if (base && *base)
            digest.add(**base);
    }
    if (!(digest == place->second.digest) || !(digest == meta.digest))
        problems << u"the records are not those of the cursor"_s;
}

// The file is good for more than being looked at.
Result<> DeviceStory::goOn(Database &database, QStringList &problems)
{
    if (const Result<> joined = join(database); !joined)
        return joined;
    SqliteClientStorage storage(database);
    ClientReplica replica(storage);
    const auto hello = replica.run(ClientReplica::PrepareHello{});
    if (!hello)
        return fail(hello.error());
    if (const Result<> started = replica.startStream(m_ids.next<StreamId>(now)); !started)
        return started;
    const WorkDay day = dayOf(m_identity.person, 50);
    const ClientReplica::Edit edit{EntityType::TimeEntry,
                                   workDayId(m_identity.production, day.key),
                                   {},
                                   toGroups(day),
                                   {},
                                   protocol::InputMethod::Manual,
                                   {}};
    const auto saved = replica.save(std::span(&edit, 1), m_ids, now);
    if (!saved)
        return fail(saved.error());
    const auto seen = ClientQueries(database).record(edit.entity);
    if (!seen || !*seen)
        problems << u"a new day is not to be seen"_s;
    return {};
}

} // namespace film::tests
