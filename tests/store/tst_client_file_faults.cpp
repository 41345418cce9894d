#include "shared/store/client_queries.h"
#include "tests/store/device_story.h"
#include "tests/store/faulty_disk.h"

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace film;
using namespace film::tests;
using namespace Qt::StringLiterals;

namespace {

// All numbers one by one take minutes; the edit loop and CI take the first ones and then a sample.
// FILM_FAULT_SWEEP=full takes all.
qint64 stepAfter(qint64 number, qint64 sample)
{
    const bool isFull = qEnvironmentVariable("FILM_FAULT_SWEEP") == u"full";
    return isFull || number <= 12 ? 1 : sample;
}

} // namespace

// The device's file on a disk that fails (sync.md 4.3): what was reported saved is there
// afterwards, whatever call failed.
class TestClientFileFaults : public QObject
{
    Q_OBJECT
private slots:
    void withoutFaultsNothingFails()
    {
        FaultyDisk disk;
        QTemporaryDir folder;
        DeviceStory story(folder.filePath(u"film.db"_s));

        story.run();

        QCOMPARE(story.failures(), 0);
        QCOMPARE(story.wrongAnswers(), QStringList());
        QCOMPARE(story.saved().size(), size_t(30));
        // QtSql's driver uses the library that this test stands in front of.
        for (const auto call : {FaultyDisk::Call::Open, FaultyDisk::Call::Read,
                                FaultyDisk::Call::Write, FaultyDisk::Call::Sync})
            QVERIFY(disk.calls(call) > 0);
        QCOMPARE(story.problems(), QStringList());
    }

    void oneFailingCallLosesNothing_data()
    {
        using Call = FaultyDisk::Call;
        QTest::addColumn<int>("call");
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("forEver");
        QTest::addColumn<bool>("isPartial");
        const auto row = [](const char *name, Call call, int code, bool forEver,
                            bool isPartial = false) {
            QTest::newRow(name) << int(call) << code << forEver << isPartial;
        };
        row("a read fails", Call::Read, SQLITE_IOERR_READ, false);
        row("reads fail from then on", Call::Read, SQLITE_IOERR_READ, true);
        row("a read breaks off", Call::Read, SQLITE_IOERR_READ, false, true);
        row("a write fails", Call::Write, SQLITE_IOERR_WRITE, false);
        row("writes fail from then on", Call::Write, SQLITE_IOERR_WRITE, true);
        row("a write breaks off", Call::Write, SQLITE_IOERR_WRITE, false, true);
        row("the disk is full for once", Call::Write, SQLITE_FULL, false);
        row("the disk is full, in the middle of a write", Call::Write, SQLITE_FULL, true, true);
        row("a sync fails", Call::Sync, SQLITE_IOERR_FSYNC, false);
        row("syncs fail from then on", Call::Sync, SQLITE_IOERR_FSYNC, true);
        row("a file cannot be opened", Call::Open, SQLITE_CANTOPEN, false);
        row("opening fails on the disk", Call::Open, SQLITE_IOERR, true);
        row("a file cannot be removed", Call::Delete, SQLITE_IOERR_DELETE, true);
    }

    void oneFailingCallLosesNothing()
    {
        QFETCH(int, call);
        QFETCH(int, code);
        QFETCH(bool, forEver);
        QFETCH(bool, isPartial);
        FaultyDisk disk;
        int struck = 0;
        const qint64 sample = call == int(FaultyDisk::Call::Write) ? 41 : 5;
        for (qint64 number = 1;; number += stepAfter(number, sample)) {
            QTemporaryDir folder;
            disk.inject({FaultyDisk::Call(call), number, code, forEver, isPartial});
            DeviceStory story(folder.filePath(u"film.db"_s));

            story.run();

            const bool ended = !disk.struck();
            disk.heal();
            QVERIFY2(
                story.wrongAnswers().isEmpty(),
                qPrintable(u"call %1: %2"_s.arg(number).arg(story.wrongAnswers().join(u", "_s))));
            const QStringList problems = story.problems();
            QVERIFY2(problems.isEmpty(),
                     qPrintable(u"call %1: %2"_s.arg(number).arg(problems.join(u", "_s))));
            if (ended)
                break;
            ++struck;
        }
        qInfo("%d runs with a fault", struck);
        QVERIFY(struck > 0);
    }

    void forgettingKeepsWhatWaits_data()
    {
        using Call = FaultyDisk::Call;
        QTest::addColumn<int>("call");
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("forEver");
        QTest::newRow("a read fails") << int(Call::Read) << SQLITE_IOERR_READ << false;
        QTest::newRow("a write fails") << int(Call::Write) << SQLITE_IOERR_WRITE << false;
        QTest::newRow("the disk is full") << int(Call::Write) << SQLITE_FULL << true;
        QTest::newRow("a sync fails") << int(Call::Sync) << SQLITE_IOERR_FSYNC << false;
        // Nothing else shortens a file.
        QTest::newRow("a truncation fails")
            << int(Call::Truncate) << SQLITE_IOERR_TRUNCATE << false;
        QTest::newRow("truncations fail") << int(Call::Truncate) << SQLITE_IOERR_TRUNCATE << true;
    }

    void forgettingKeepsWhatWaits()
    {
        QFETCH(int, call);
        QFETCH(int, code);
        QFETCH(bool, forEver);
        FaultyDisk disk;
        QTemporaryDir folder;
        const QString path = folder.filePath(u"film.db"_s);
        const QString before = folder.filePath(u"before.db"_s);
        DeviceStory story(path);
        story.run();
        QVERIFY(QFile::copy(path, before));
        int struck = 0;
        for (qint64 number = 1;; number += stepAfter(number, 11)) {
            for (const QString &part : {QString(), u"-wal"_s, u"-shm"_s})
                QFile::remove(path + part);
            QVERIFY(QFile::copy(before, path));
            disk.inject({FaultyDisk::Call(call), number, code, forEver, false});

            static_cast<void>(story.forget().has_value());

            const bool ended = !disk.struck();
            disk.heal();
            const QStringList problems = story.problemsOfForgetting();
            QVERIFY2(problems.isEmpty(),
                     qPrintable(u"call %1: %2"_s.arg(number).arg(problems.join(u", "_s))));
            if (ended)
                break;
            ++struck;
        }
        QVERIFY(struck > 0);
    }

    // Before this was looked at, a disk that failed while a week was read gave one day of fifteen.
    void anAnswerThatBreaksOffIsAnErrorAndNotAShortWeek()
    {
        FaultyDisk disk;
        QTemporaryDir folder;
        const QString path = folder.filePath(u"film.db"_s);
        DeviceStory(path).run();
        int refused = 0;
        for (qint64 number = 1;; ++number) {
            const auto file = store::ClientFile::open(path);
            QVERIFY(file.has_value());
            store::ClientQueries queries((*file)->database());
            disk.inject({FaultyDisk::Call::Read, number, SQLITE_IOERR_READ, false, false});

            const auto outbox = queries.outbox(1000);
            const auto days = queries.records(EntityType::TimeEntry);
            const auto history = days && !days->empty()
                ? queries.history(days->front().state.id)
                : Result<std::vector<store::HistoryRow>>(fail(ErrorCode::NotFound, {}));

            const bool struck = disk.struck();
            disk.heal();
            QVERIFY(!outbox || outbox->size() == 30);
            QVERIFY(!days || days->size() == 50);
            QVERIFY(!history || history->size() == 1);
            if (!struck)
                break;
            refused += !outbox || !days || !history ? 1 : 0;
        }
        QVERIFY(refused > 5);
    }

    void aPowerCutTakesNothingThatWasReportedSaved_data()
    {
        QTest::addColumn<int>("loss");
        QTest::newRow("nothing unsynced stays") << int(FaultyDisk::Loss::Everything);
        QTest::newRow("some of the writes stay") << int(FaultyDisk::Loss::SomeWrites);
        QTest::newRow("sectors of the writes stay") << int(FaultyDisk::Loss::SomeSectors);
        QTest::newRow("blocks of 4096 bytes stay") << int(FaultyDisk::Loss::SomeBlocks);
    }

    void aPowerCutTakesNothingThatWasReportedSaved()
    {
        QFETCH(int, loss);
        const Cuts cuts = cutEverywhere(FaultyDisk::Loss(loss), false);

        QVERIFY2(cuts.problems.isEmpty(), qPrintable(cuts.problems.join(u"\n"_s)));
        QVERIFY(cuts.count > 50);
    }

    // The other way round: if a save is not synced, this rig has to see days go.
    void theRigSeesLostSavesWhenTheyAreNotSynced()
    {
        const Cuts cuts = cutEverywhere(FaultyDisk::Loss::Everything, true);

        QVERIFY(cuts.problems.filter(u"reported saved is gone"_s).size() > 10);
    }

private:
    struct Cuts {
        int count = 0;
        QStringList problems;
    };

    static Cuts cutEverywhere(FaultyDisk::Loss loss, bool faster)
    {
        FaultyDisk disk;
        SeededRandom random(41);
        Cuts cuts;
        for (qint64 change = 1;; change += stepAfter(change, 31)) {
            QTemporaryDir folder;
            disk.cutPowerAt(change);
            DeviceStory story(folder.filePath(u"film.db"_s));
            story.run(faster);
            if (!disk.struck())
                break;
            ++cuts.count;
            disk.comeBack(loss, random);
            for (const QString &problem : story.problems())
                cuts.problems << u"cut after change %1: %2"_s.arg(change).arg(problem);
        }
        return cuts;
    }
};

QTEST_GUILESS_MAIN(TestClientFileFaults)
#include "tst_client_file_faults.moc"
