#include "shared/domain/records.h"
#include "shared/store/log_check.h"
#include "shared/store/production_repository.h"
#include "shared/store/server_storage_sql.h"
#include "shared/sync/author.h"
#include "shared/sync/commit_batch.h"
#include "tests/store/faulty_disk.h"

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace film;
using namespace film::store;
using namespace film::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr Instant now = instantFromMs(1'763'000'000'000);
constexpr int batches = 12;
constexpr int daysOfBatch = 5;

qint64 stepAfter(qint64 number, qint64 sample)
{
    const bool isFull = qEnvironmentVariable("FILM_FAULT_SWEEP") == u"full";
    return isFull || number <= 12 ? 1 : sample;
}

// The embedded server's first minutes on a disk that may fail: a production, twelve batches, each
// pushed once more if it got no answer. Remembers what was answered.
class ServerStory
{
public:
    explicit ServerStory(const QString &path)
        : m_address(u"sqlite:"_s + path)
    {
        m_device.device = DeviceId(m_random.bytes<16>());
        m_device.user = UserId(m_random.bytes<16>());
        m_device.role = Role::Coordinator;
        m_author.production = m_production;
        m_author.device = m_device.device;
        m_author.user = m_device.user;
        m_author.stream = StreamId(m_random.bytes<16>());
    }

    void run(bool faster)
    {
        auto opened = ServerStorageSql::open(m_address);
        if (!opened)
            return;
        ServerStorageSql &storage = **opened;
        if (faster)
            static_cast<void>(storage.database().execute(u"PRAGMA synchronous = NORMAL"_s));
        ProductionRepository productions(storage.database());
        if (!productions.create(m_production, u"Test"_s, m_epoch, {}, now))
            return;
        for (int i = 0; i < batches; ++i)
            push(storage);
    }

    // What does not hold in the file as it is now.
    [[nodiscard]] QStringList problems()
    {
        auto opened = ServerStorageSql::open(m_address);
        if (!opened)
            return {u"it does not open: "_s + opened.error().message};
        ServerStorageSql &storage = **opened;
        if (m_answered.empty())
            return {};
        std::set<MutationId> pushed;
        for (const auto &[mutation, isAnswered] : m_answered)
            pushed.insert(mutation);
        const auto verdict = checkLog(storage.database(), m_production, pushed);
        QStringList problems = verdict ? verdict->problems : QStringList(verdict.error().message);
        for (const auto &[mutation, isAnswered] : m_answered) {
            const quint64 times = verdict ? verdict->times.at(mutation) : 0;
            if (times > 1)
                problems << u"a change counts twice"_s;
            else if (isAnswered && times == 0)
                problems << u"a change that was answered is gone"_s;
        }
        const size_t before = answered();
        push(storage);
        if (answered() != before + daysOfBatch)
            problems << u"it takes nothing new"_s;
        return problems;
    }

    [[nodiscard]] size_t answered() const
    {
        return size_t(
            std::ranges::count(m_answered, true, &std::pair<const MutationId, bool>::second));
    }

private:
    void push(ServerStorageSql &storage)
    {
        std::vector<sync::Submission> batch;
        for (int i = 0; i < daysOfBatch; ++i)
            batch.push_back(nextDay());
        for (int attempt = 0; attempt < 2; ++attempt) {
            const auto done =
                sync::commitBatch(storage, m_production, batch, now, m_random, m_memory);
            for (const sync::Submission &one : batch)
                m_answered[one.envelope.mutation] |= done.has_value();
            if (done)
                return;
        }
    }

    sync::Submission nextDay()
    {
        WorkDay day;
        day.key = {PersonId(m_random.bytes<16>()), QDate(2025, 11, 17), UnitId()};
        day.call = TimeField::at(420);
        day.notes = u"A note that takes some room. "_s.repeated(20);
        sync::EnvelopeDraft draft;
        draft.entity = workDayId(m_production, day.key);
        draft.operation = protocol::Operation::Create;
        draft.groups = sync::changesBetween({}, toGroups(day), {});
        const sync::SealedEnvelope sealed = sync::seal(draft, m_author, m_ids, now);
        return {sealed.bytes, sealed.hash, sealed.envelope, {}, m_device, {}};
    }

    QString m_address;
    SeededRandom m_random{11};
    sync::LaneMemory m_memory;
    UuidSource m_ids{m_random};
    ProductionId m_production{m_random.bytes<16>()};
    EpochId m_epoch{m_random.bytes<16>()};
    sync::DeviceRecord m_device;
    sync::AuthorState m_author;
    std::map<MutationId, bool> m_answered; // everything that was pushed
};

} // namespace

// The embedded server's file on a disk that fails: what was answered is in the log, once.
class TestServerFileFaults : public QObject
{
    Q_OBJECT

private slots:
    void withoutFaultsEverythingIsAnswered()
    {
        FaultyDisk disk;
        QTemporaryDir folder;
        ServerStory story(folder.filePath(u"server.db"_s));

        story.run(false);

        QCOMPARE(story.answered(), size_t(batches * daysOfBatch));
        QCOMPARE(story.problems(), QStringList());
    }

    void oneFailingCallLosesNothing_data()
    {
        using Call = FaultyDisk::Call;
        QTest::addColumn<int>("call");
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("forEver");
        QTest::newRow("a write fails") << int(Call::Write) << SQLITE_IOERR_WRITE << false;
        QTest::newRow("the disk is full") << int(Call::Write) << SQLITE_FULL << true;
        QTest::newRow("a sync fails") << int(Call::Sync) << SQLITE_IOERR_FSYNC << false;
        QTest::newRow("syncs fail from then on") << int(Call::Sync) << SQLITE_IOERR_FSYNC << true;
        QTest::newRow("a read fails") << int(Call::Read) << SQLITE_IOERR_READ << false;
    }

    void oneFailingCallLosesNothing()
    {
        QFETCH(int, call);
        QFETCH(int, code);
        QFETCH(bool, forEver);
        FaultyDisk disk;
        int struck = 0;
        for (qint64 number = 1;; number += stepAfter(number, 23)) {
            QTemporaryDir folder;
            disk.inject({FaultyDisk::Call(call), number, code, forEver, false});
            ServerStory story(folder.filePath(u"server.db"_s));

            story.run(false);

            const bool ended = !disk.struck();
            disk.heal();
            const QStringList problems = story.problems();
            QVERIFY2(problems.isEmpty(),
                     qPrintable(u"call %1: %2"_s.arg(number).arg(problems.join(u", "_s))));
            if (ended)
                break;
            ++struck;
        }
        QVERIFY(struck > 0);
    }

    void aPowerCutTakesNothingThatWasAnswered_data()
    {
        QTest::addColumn<int>("loss");
        QTest::newRow("nothing unsynced stays") << int(FaultyDisk::Loss::Everything);
        QTest::newRow("sectors of the writes stay") << int(FaultyDisk::Loss::SomeSectors);
        QTest::newRow("blocks of 4096 bytes stay") << int(FaultyDisk::Loss::SomeBlocks);
    }

    void aPowerCutTakesNothingThatWasAnswered()
    {
        QFETCH(int, loss);

        const QStringList problems = afterCutsEverywhere(FaultyDisk::Loss(loss), false);

        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }

    // The other way round: without a sync at each commit, this rig has to see changes go.
    void theRigSeesLostChangesWhenTheyAreNotSynced()
    {
        const QStringList problems = afterCutsEverywhere(FaultyDisk::Loss::Everything, true);

        QVERIFY(problems.filter(u"was answered is gone"_s).size() > 10);
    }

private:
    static QStringList afterCutsEverywhere(FaultyDisk::Loss loss, bool faster)
    {
        FaultyDisk disk;
        SeededRandom random(43);
        QStringList problems;
        for (qint64 change = 1;; change += stepAfter(change, 17)) {
            QTemporaryDir folder;
            disk.cutPowerAt(change);
            ServerStory story(folder.filePath(u"server.db"_s));
            story.run(faster);
            if (!disk.struck())
                return problems;
            disk.comeBack(loss, random);
            for (const QString &problem : story.problems())
                problems << u"cut after change %1: %2"_s.arg(change).arg(problem);
        }
    }
};

QTEST_GUILESS_MAIN(TestServerFileFaults)
#include "tst_server_file_faults.moc"
