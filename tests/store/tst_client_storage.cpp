#include "shared/domain/records.h"
#include "shared/store/client_file.h"
#include "shared/store/client_queries.h"
#include "shared/store/sqlite_client_storage.h"
#include "shared/store/undo_steps.h"
#include "shared/sync/client_replica.h"
#include "shared/sync/visibility.h"
#include "tests/sync/memory_client_storage.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace film;
using namespace film::store;
using namespace film::sync;
using namespace Qt::StringLiterals;

namespace {

constexpr Instant now = instantFromMs(1'763'000'000'000);

template<typename IdType>
IdType oneOf(RandomSource &random)
{
    SeededRandom name(100 + random.below(3));
    return IdType(name.bytes<16>());
}

protocol::Cell cellOf(RandomSource &random)
{
    const quint64 kind = random.below(6);
    if (kind < 2)
        return kind == 0 ? protocol::Cell::everyone() : protocol::Cell::office();
    const auto department = oneOf<DepartmentId>(random);
    return protocol::Cell::ofPerson(department, oneOf<PersonId>(random));
}

// Of a crew member, a head of department, a coordinator, or nobody any more; now and then without
// somebody whose processing is restricted.
std::vector<QByteArray> scopeOf(RandomSource &random)
{
    const auto department = oneOf<DepartmentId>(random);
    const auto person = oneOf<PersonId>(random);
    Visibility visibility;
    switch (random.below(4)) {
    case 0: visibility = Visibility::of(Role::Crew, person, department); break;
    case 1: visibility = Visibility::of(Role::HeadOfDepartment, person, department); break;
    case 2: visibility = Visibility::all(); break;
    default: break;
    }
    if (random.oneIn(3))
        visibility.hidden = {oneOf<PersonId>(random)};
    return visibility.entries();
}

protocol::EntityState stateOf(quint64 number, quint64 sequence)
{
    SeededRandom random(number);
    protocol::EntityState state;
    state.id = EntityId(random.bytes<16>());
    state.type = EntityType::TimeEntry;
    state.cell = cellOf(random);
    state.lastSequence = sequence;
    state.groups = protocol::encodeGroups({});
    return state;
}

} // namespace

// The file against the simulation's storage: the same calls, the same answers.
class TestClientStorage : public QObject
{
    Q_OBJECT
private slots:
    // They hold days of people who may have to be forgotten.
    void stepsOfUndoGoWithWhatIsForgotten()
    {
        QTemporaryDir folder;
        const auto file = ClientFile::open(folder.filePath(u"film.db"_s));
        SqliteClientStorage storage((*file)->database());
        UndoSteps steps((*file)->database());
        QVERIFY(storage.begin());
        const auto step = steps.add({}, now);
        QVERIFY(step && steps.addDay(*step, {"before", "after"}) && storage.commit());
        QCOMPARE(steps.all()->at(0).days.at(0).after, QByteArray("after"));

        QVERIFY(storage.begin() && storage.keepOnly({}) && storage.commit());

        QVERIFY(steps.all()->empty());
        QVERIFY(steps.all().has_value());
    }

    // ---- a device that was away ----
    void whatWentWithARoleIsForgottenAsIfTheDeviceHadBeenThere_data()
    {
        QTest::addColumn<bool>("isDemoted");

        QTest::newRow("a lesser role") << true;
        QTest::newRow("the same role") << false;
    }

    void whatWentWithARoleIsForgottenAsIfTheDeviceHadBeenThere()
    {
        QFETCH(bool, isDemoted);
        const QByteArray canary = "a note for the camera crew only";
        QTemporaryDir folder;
        const auto file = ClientFile::open(folder.filePath(u"film.db"_s));
        SqliteClientStorage storage((*file)->database());
        UndoSteps steps((*file)->database());
        ClientQueries queries((*file)->database());
        ClientReplica replica(storage);
        SeededRandom random(5);
        const DepartmentId department(random.bytes<16>());
        const PersonId own(random.bytes<16>());
        const auto head = Visibility::of(Role::HeadOfDepartment, own, department).entries();
        const auto crew = Visibility::of(Role::Crew, own, department).entries();
        ClientMeta meta;
        meta.scope = head;
        protocol::EntityState secret = stateOf(1, 4);
        secret.cell = protocol::Cell::ofPerson(department, PersonId(random.bytes<16>()));
        secret.groups = protocol::encodeGroups(
            {{schema::time_entry::Notes,
              {MutationId(random.bytes<16>()), {{1, FieldValue(QString::fromLatin1(canary))}}}}});
        protocol::LogRow row;
        row.sequence = 4;
        row.envelope = canary;
        QVERIFY(storage.begin() && storage.setMeta(meta) && storage.putBase(secret, {}));
        const auto step = steps.add({}, now);
        QVERIFY(step && steps.addDay(*step, {canary, canary}));
        QVERIFY(storage.putLogRow(secret.id, row) && storage.commit());
        QVERIFY(isInFolder(folder, canary));

        QVERIFY(replica.run(ClientReplica::BeginSnapshot{}));
        if (!isDemoted)
            QVERIFY(replica.run(ClientReplica::StagePage{{{secret}, {}}, {}}));
        QVERIFY(replica.run(
            ClientReplica::EndSnapshot{{9, sha256("nine"), 0}, {}, isDemoted ? crew : head}));

        QCOMPARE(queries.history(secret.id)->size(), size_t(isDemoted ? 0 : 1));
        QCOMPARE(steps.all()->empty(), isDemoted);
        QCOMPARE(isInFolder(folder, canary), !isDemoted);
        QCOMPARE(replica.meta()->digest, *storage.baseDigest());
    }

    // A server that was restored has other rows under those numbers.
    void whatTheServerLostIsNotInTheHistory()
    {
        QTemporaryDir folder;
        const auto file = ClientFile::open(folder.filePath(u"film.db"_s));
        SqliteClientStorage storage((*file)->database());
        ClientQueries queries((*file)->database());
        ClientReplica replica(storage);
        const EntityId day = stateOf(1, 0).id;
        const std::vector<protocol::HistoryPoint> points{{5, sha256("five")}};
        QVERIFY(storage.begin() && storage.setCheckpoints(points));
        for (const quint64 sequence : {3U, 5U, 6U, 9U}) {
            protocol::LogRow row;
            row.sequence = sequence;
            row.envelope = "envelope";
            QVERIFY(storage.putLogRow(day, row));
        }
        QVERIFY(storage.commit());

        QVERIFY(replica.run(ClientReplica::Resync{5, {}}));

        std::vector<quint64> left;
        const auto history = queries.history(day);
        for (const HistoryRow &row : *history)
            left.push_back(row.sequence);
        std::ranges::sort(left);
        QCOMPARE(left, (std::vector<quint64>{3, 5}));
    }

    void bothStoragesGiveTheSameAnswers()
    {
        QTemporaryDir folder;
        const auto file = ClientFile::open(folder.filePath(u"film.db"_s));
        SqliteClientStorage real((*file)->database());
        simulation::MemoryClientStorage fake;
        SeededRandom random(3);
        std::vector<MutationId> written;
        std::vector<EntityId> entities;

        for (int round = 0; round < 400; ++round) {
            QVERIFY((random.oneIn(2) ? real.begin() : real.beginStaging()) && fake.begin());
            switch (random.below(11)) {
            case 0:
            case 1: {
                OutboxRow row;
                row.mutation = MutationId(random.bytes<16>());
                row.entity = stateOf(random.below(12), 0).id;
                row.stream = StreamId(random.bytes<16>());
                row.sequence = quint64(round);
                row.envelope = QByteArray::number(round);
                row.hash = sha256(row.envelope);
                QCOMPARE(*real.appendOutbox(row), *fake.appendOutbox(row));
                written.push_back(row.mutation);
                entities.push_back(row.entity);
                break;
            }
            case 2: {
                protocol::MutationResult result;
                result.mutation = written.empty() || random.oneIn(5)
                    ? MutationId(random.bytes<16>())
                    : written[random.below(written.size())];
                result.sequence = random.below(50);
                result.outcome = static_cast<protocol::Outcome>(1 + random.below(4));
                result.refusal = static_cast<protocol::Refusal>(random.below(4));
                QCOMPARE(*real.markAcked(result), *fake.markAcked(result));
                break;
            }
            case 3: {
                const quint64 above = random.below(50);
                QVERIFY(real.reopenAckedAbove(above) && fake.reopenAckedAbove(above));
                break;
            }
            case 4: {
                const auto state = stateOf(random.below(12), random.below(100));
                QVERIFY(real.putBase(state, {}) && fake.putBase(state, {}));
                break;
            }
            case 5: {
                const auto state = stateOf(random.below(12), random.below(100));
                QVERIFY(real.putOverlay(state, {}) && fake.putOverlay(state, {}));
                break;
            }
            case 6: {
                const EntityId id = stateOf(random.below(12), 0).id;
                QVERIFY(real.removeOverlay(id) && fake.removeOverlay(id));
                break;
            }
            case 7: {
                std::vector<ClientStorage::StagedRow> rows;
                if (random.oneIn(2)) // as at the beginning of a snapshot
                    QVERIFY(real.clearStage() && fake.clearStage());
                for (quint64 i = 0; i < random.below(6); ++i)
                    rows.push_back({stateOf(random.below(12), random.below(100)), {}});
                QVERIFY(real.stage(rows) && fake.stage(rows));
                if (random.oneIn(3))
                    QVERIFY(*real.swapStage() == *fake.swapStage());
                break;
            }
            case 8: {
                std::vector<quint32> buckets;
                if (random.oneIn(2))
                    buckets = {quint32(bucketOf(stateOf(random.below(12), 0).id))};
                const auto cells = scopeOf(random);
                QVERIFY(real.removalByStage()->removed == fake.removalByStage()->removed);
                QVERIFY(real.removalByStage()->held == fake.removalByStage()->held);
                QVERIFY(*real.swapStagedPart(cells, buckets)
                        == *fake.swapStagedPart(cells, buckets));
                break;
            }
            case 9: {
                if (!random.oneIn(4))
                    break; // or there would never be much
                const auto scope = scopeOf(random);
                QVERIFY(*real.keepOnly(scope) == *fake.keepOnly(scope));
                break;
            }
            default: {
                std::vector<protocol::HistoryPoint> points{{random.below(9), Hash32()},
                                                           {10 + random.below(9), Hash32()}};
                QVERIFY(real.setCheckpoints(points) && fake.setCheckpoints(points));
                break;
            }
            }
            if (random.oneIn(4)) {
                real.rollback();
                fake.rollback();
            } else {
                QVERIFY(real.commit() && fake.commit());
            }
            compare(real, fake, random.below(50), entities);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void firstDayIsSeenBeforeItIsSent()
    {
        QTemporaryDir folder;
        const auto file = ClientFile::open(folder.filePath(u"film.db"_s));
        SqliteClientStorage storage((*file)->database());
        ClientQueries queries((*file)->database());
        const auto first = [&queries] { return queries.firstDay(EntityType::TimeEntry); };
        const QDate sunday(2025, 11, 16);
        const auto on = [](QDate date) { return RecordIndex{PersonId(), date.toJulianDay()}; };
        QVERIFY(first() && !first()->has_value());

        QVERIFY(storage.begin() && storage.putOverlay(stateOf(1, 0), on(sunday.addDays(3))));
        QVERIFY(storage.putOverlay(stateOf(2, 0), {}) && storage.commit()); // of no day
        QCOMPARE(*first(), std::optional(sunday.addDays(3)));

        QVERIFY(storage.begin() && storage.putBase(stateOf(3, 9), on(sunday)) && storage.commit());
        QCOMPARE(*first(), std::optional(sunday));

        protocol::EntityState removed = stateOf(3, 9);
        removed.deleted = true; // here, and nobody else knows it yet
        QVERIFY(storage.begin() && storage.putOverlay(removed, on(sunday)) && storage.commit());
        QCOMPARE(*first(), std::optional(sunday.addDays(3)));
    }

    // What an older app gets from a newer one by way of the server.
    void aRecordOfALaterKindIsKept()
    {
        QTemporaryDir folder;
        const auto file = ClientFile::open(folder.filePath(u"film.db"_s));
        SqliteClientStorage storage((*file)->database());
        ClientReplica replica(storage);
        protocol::EntityState state = stateOf(1, 4);
        state.type = static_cast<EntityType>(4'000);
        state.cell = protocol::Cell::everyone();
        state.groups = protocol::encodeGroups(
            {{77, {MutationId(std::array<quint8, 16>{1}), {{900, FieldValue::List{1, 2}}}}}});
        protocol::LogRow row;
        row.sequence = 4;
        row.outcome = protocol::Outcome::Applied;
        row.envelope = "an envelope that this version cannot read";
        row.post = protocol::encodeEntities({state});

        const auto applied =
            replica.run(ClientReplica::ApplyDelta{protocol::Delta{0, 4, sha256("four"), {row}}});

        QVERIFY2(applied.has_value(), applied ? "" : qPrintable(applied.error().message));
        QCOMPARE(*storage.base(state.id), std::optional(state));
        Digest expected; // with it: the device and the server count the same
        expected.add(state);
        QCOMPARE(*storage.baseDigest(), expected);
        QCOMPARE(replica.meta()->cursor, quint64(4));
    }

    void metaSurvivesEveryField()
    {
        QTemporaryDir folder;
        SeededRandom random(8);
        ClientMeta meta;
        meta.production = ProductionId(random.bytes<16>());
        meta.device = DeviceId(random.bytes<16>());
        meta.user = UserId(random.bytes<16>());
        meta.person = PersonId(random.bytes<16>());
        meta.role = 3;
        meta.certificate = 77;
        meta.stream = StreamId(random.bytes<16>());
        meta.streamSequence = 5;
        meta.lastHash = Hash32(random.bytes<32>());
        meta.epoch = EpochId(random.bytes<16>());
        meta.cursor = 123'456'789'012;
        meta.chain = Hash32(random.bytes<32>());
        meta.highWater = 9;
        meta.digest.sum.add(Hash32(random.bytes<32>()));
        meta.digest.count = 4;
        meta.inSnapshot = true;
        meta.snapshotToken = "token";
        meta.dirty = true;
        auto visibility =
            Visibility::of(Role::HeadOfDepartment, meta.person, DepartmentId(random.bytes<16>()));
        visibility.hidden = {PersonId(random.bytes<16>()), PersonId(random.bytes<16>())};
        meta.scope = visibility.entries();
        meta.authorityKey = random.bytes<32>();
        {
            const auto file = ClientFile::open(folder.filePath(u"film.db"_s));
            SqliteClientStorage storage((*file)->database());
            QVERIFY(storage.begin() && storage.setMeta(meta) && storage.commit());
        }

        const auto file = ClientFile::open(folder.filePath(u"film.db"_s));
        SqliteClientStorage storage((*file)->database());

        QVERIFY(*storage.meta() == meta);
    }

    // A byte that rotted in an own change is found before it is sent.
    void aDamagedOwnChangeIsNoticed()
    {
        QTemporaryDir folder;
        const auto file = ClientFile::open(folder.filePath(u"film.db"_s));
        SqliteClientStorage storage((*file)->database());
        OutboxRow row;
        row.mutation = MutationId(SeededRandom(1).bytes<16>());
        row.envelope = "envelope";
        row.hash = sha256("envelope");
        QVERIFY(storage.begin() && storage.appendOutbox(row) && storage.commit());
        QVERIFY((*file)
                    ->database()
                    .execute(u"UPDATE outbox SET envelope = CAST('envelopf' AS BLOB)"_s)
                    .has_value());

        QVERIFY(storage.begin().has_value());
        const auto pending = storage.pendingAfter(0, 10);
        storage.rollback();

        QVERIFY(!pending.has_value());
        QCOMPARE(pending.error().code, ErrorCode::StoreCorrupt);
    }

private:
    static bool isInFolder(const QTemporaryDir &folder, const QByteArray &text)
    {
        QDirIterator files(folder.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
                return true;
        }
        return false;
    }

    static void compare(ClientStorage &real, ClientStorage &fake, quint64 cursor,
                        const std::vector<EntityId> &entities)
    {
        QVERIFY(real.begin() && fake.begin());
        for (quint64 number = 0; number < 12; ++number) {
            const EntityId id = stateOf(number, 0).id;
            QVERIFY(*real.base(id) == *fake.base(id));
            QVERIFY(*real.overlay(id) == *fake.overlay(id));
        }
        if (!entities.empty()) {
            const EntityId id = entities[cursor % entities.size()];
            QVERIFY(*real.openOutboxOf(id, cursor) == *fake.openOutboxOf(id, cursor));
        }
        const auto realOpen = *real.openOutboxEntities(cursor);
        const auto fakeOpen = *fake.openOutboxEntities(cursor);
        QVERIFY(std::set(realOpen.begin(), realOpen.end())
                == std::set(fakeOpen.begin(), fakeOpen.end()));
        QVERIFY(*real.pendingAfter(cursor, 7) == *fake.pendingAfter(cursor, 7));
        QVERIFY(*real.lastOutboxRow() == *fake.lastOutboxRow());
        QVERIFY(*real.baseDigest() == *fake.baseDigest());
        QVERIFY(*real.baseBuckets() == *fake.baseBuckets());
        QVERIFY(*real.checkpoints() == *fake.checkpoints());
        QCOMPARE(real.outboxCounts(cursor)->pending, fake.outboxCounts(cursor)->pending);
        QCOMPARE(real.outboxCounts(cursor)->unconfirmed, fake.outboxCounts(cursor)->unconfirmed);
        real.rollback();
        fake.rollback();
    }
};

QTEST_GUILESS_MAIN(TestClientStorage)
#include "tst_client_storage.moc"
