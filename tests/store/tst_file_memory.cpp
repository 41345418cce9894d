#include "tests/store/device_story.h"
#include "tests/store/server_story.h"

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace film;
using namespace film::tests;
using namespace Qt::StringLiterals;

namespace {

// What SQLite is given memory by. The library has one allocator for the whole process, chosen
// before it starts: hence the only state of its kind in a test.
struct Memory {
    sqlite3_mem_methods real{};
    qint64 asked = 0;
    qint64 failing = 0; // the number that gets nothing; 0: none
    bool forEver = false;

    bool refuses()
    {
        ++asked;
        return failing > 0 && (asked == failing || (forEver && asked > failing));
    }
    [[nodiscard]] bool struck() const { return failing > 0 && asked >= failing; }
};
Memory memory;

void *give(int size)
{
    return memory.refuses() ? nullptr : memory.real.xMalloc(size);
}

void *giveMore(void *old, int size)
{
    return memory.refuses() ? nullptr : memory.real.xRealloc(old, size);
}

// One number after another at first, then ever fewer: a story asks some 100,000 times.
qint64 next(qint64 number)
{
    const bool isFull = qEnvironmentVariable("FILM_FAULT_SWEEP") == u"full";
    return number + 1 + number / (isFull ? 200 : 9);
}

} // namespace

// A device's file and the embedded server's where memory runs out: what was reported saved or
// answered is there.
class TestFileMemory : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCOMPARE(sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory.real), SQLITE_OK);
        sqlite3_mem_methods counting = memory.real;
        counting.xMalloc = give;
        counting.xRealloc = giveMore;
        QCOMPARE(sqlite3_config(SQLITE_CONFIG_MALLOC, &counting), SQLITE_OK);
    }

    void aDeviceLosesNothing_data() { kinds(); }
    void aDeviceLosesNothing() { everywhere<DeviceStory>(u"film.db"_s); }
    void theServerLosesNothing_data() { kinds(); }
    void theServerLosesNothing() { everywhere<ServerStory>(u"server.db"_s); }

private:
    static void kinds()
    {
        QTest::addColumn<bool>("forEver");
        QTest::newRow("once") << false;
        QTest::newRow("from then on") << true;
    }

    template<typename Story>
    static void everywhere(const QString &file)
    {
        QFETCH(bool, forEver);
        int struck = 0;
        for (qint64 number = 1;; number = next(number)) {
            QTemporaryDir folder;
            Story story(folder.filePath(file));
            memory.asked = 0;
            memory.failing = number;
            memory.forEver = forEver;

            story.run();

            const bool ended = !memory.struck();
            memory.failing = 0;
            QStringList problems = story.problems();
            if constexpr (std::is_same_v<Story, DeviceStory>)
                problems += story.wrongAnswers();
            QVERIFY2(problems.isEmpty(),
                     qPrintable(u"number %1: %2"_s.arg(number).arg(problems.join(u", "_s))));
            if (ended)
                break;
            ++struck;
        }
        qInfo("%d runs without memory at some moment", struck);
        // QtSql's driver uses the library that this allocator was given to.
        QVERIFY(struck > 50);
    }
};

QTEST_GUILESS_MAIN(TestFileMemory)
#include "tst_file_memory.moc"
