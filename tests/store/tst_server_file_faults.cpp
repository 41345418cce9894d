#include "tests/store/faulty_disk.h"
#include "tests/store/server_story.h"

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace film;
using namespace film::tests;
using namespace Qt::StringLiterals;

namespace {

qint64 stepAfter(qint64 number, qint64 sample)
{
    const bool isFull = qEnvironmentVariable("FILM_FAULT_SWEEP") == u"full";
    return isFull || number <= 12 ? 1 : sample;
}

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

        story.run();

        QCOMPARE(story.answered(), size_t(ServerStory::batches * ServerStory::daysOfBatch));
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
        row("a write breaks off", Call::Write, SQLITE_IOERR_WRITE, false, true);
        row("the disk is full", Call::Write, SQLITE_FULL, true);
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
        const qint64 sample = call == int(FaultyDisk::Call::Write) ? 41 : 23;
        for (qint64 number = 1;; number += stepAfter(number, sample)) {
            QTemporaryDir folder;
            disk.inject({FaultyDisk::Call(call), number, code, forEver, isPartial});
            ServerStory story(folder.filePath(u"server.db"_s));

            story.run();

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
