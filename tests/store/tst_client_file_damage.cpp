#include "shared/store/client_queries.h"
#include "shared/store/sqlite_client_storage.h"
#include "shared/store/statement.h"
#include "tests/store/device_story.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace film;
using namespace film::tests;
using namespace Qt::StringLiterals;
using store::ClientFile;
using Moment = DeviceStory::Moment;

namespace {

constexpr Instant now = instantFromMs(1'763'000'000'000);

int roundsOf(int sample)
{
    return qEnvironmentVariable("FILM_FAULT_SWEEP") == u"full" ? 20 * sample : sample;
}

// A data file's parts as bytes; null: there is none.
struct Image {
    QByteArray database;
    QByteArray log;
    QByteArray index; // -shm

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static Image of(const QString &path)
    {
        return {read(path), read(path + u"-wal"_s), read(path + u"-shm"_s)};
    }
    void putTo(const QString &path) const
    {
        const auto put = [](const QString &name, const QByteArray &bytes) {
            QFile::remove(name);
            QFile file(name);
            if (!bytes.isNull() && (!file.open(QIODevice::WriteOnly) || file.write(bytes) < 0))
                qFatal("a part of a data file cannot be put back");
        };
        put(path, database);
        put(path + u"-wal"_s, log);
        put(path + u"-shm"_s, index);
    }
};

void flipBits(QByteArray &bytes, RandomSource &random)
{
    for (quint64 left = 1 + random.below(64); left > 0; --left) {
        char &byte = bytes[qsizetype(random.below(quint64(bytes.size())))];
        byte = char(byte ^ (1 << random.below(8)));
    }
}

void cutShort(QByteArray &bytes, RandomSource &random)
{
    bytes.truncate(qsizetype(random.below(quint64(bytes.size()))));
}

// A story that has been lived, with the file at its moments.
struct Lived {
    QTemporaryDir folder;
    QString path = folder.filePath(u"film.db"_s);
    DeviceStory story{path};
    std::map<Moment, Image> at;
    Image closed; // after run()

    Lived()
    {
        story.pauseAt([this](Moment moment) { at[moment] = Image::of(path); });
        story.run();
        closed = Image::of(path);
    }
};

// What became of a damaged file. `silent` must stay empty: what is wrong without anybody saying so.
struct Fate {
    bool isSaid = false;
    int salvaged = 0;
    QStringList silent;
};

bool isRecount(const QString &problem)
{
    return problem.contains(u"not those of the cursor") || problem.contains(u"not to be seen");
}

bool isSilent(const QString &problem)
{
    constexpr std::array words{"is gone", "other bytes", "not as it was", "fell back", "no place"};
    return isRecount(problem) || std::ranges::any_of(words, [&problem](const char *word) {
               return problem.contains(QLatin1String(word));
           });
}

// The count that the app makes after an unclean end and once a week. False: it found a difference,
// and the next checkpoint brings the records anew; or it could not be made.
bool countsRight(store::Database &database)
{
    store::SqliteClientStorage storage(database);
    sync::ClientReplica replica(storage);
    store::Statement incidents(database, u"incidents"_s, u"SELECT count(*) FROM incident"_s);
    return replica.run(sync::ClientReplica::Recount{now}).has_value() && incidents.run()
        && incidents.next() && incidents.number(0) == 0;
}

// What an earlier moment lacks. A log that ends early (SQLite takes the first damaged frame for its
// end), or a whole older copy, cannot be told from a device that was put back from a backup, and
// the protocol treats it as one.
bool isOnlyEarlier(const QString &problem)
{
    return problem.contains(u"is gone") || problem.contains(u"not to be seen")
        || problem.contains(u"fell back");
}

QStringList wrongAfterRescue(const Lived &lived, int salvaged)
{
    const auto file = ClientFile::open(lived.path);
    if (!file)
        return {u"the rescued file does not open: "_s + file.error().message};
    const auto rows = store::ClientQueries((*file)->database()).outbox(1000);
    if (!rows || rows->size() != size_t(salvaged))
        return {u"the rescue counted other changes than there are"_s};
    QStringList wrong;
    for (const sync::OutboxRow &row : *rows) {
        const auto saved = lived.story.saved().find(row.mutation);
        if (saved == lived.story.saved().end() || saved->second != row.envelope)
            wrong << u"a change was rescued that nobody entered"_s;
    }
    return wrong;
}

Fate fateOf(Lived &lived)
{
    Fate fate;
    auto file = ClientFile::open(lived.path);
    if (!file) {
        fate.isSaid = true;
        const ErrorCode code = file.error().code;
        if (code != ErrorCode::StoreCorrupt && code != ErrorCode::StoreForeign)
            fate.silent << u"refused for another reason: "_s + file.error().message;
        const auto rescue = ClientFile::rescue(lived.path);
        if (!rescue)
            fate.silent << u"no rescue: "_s + rescue.error().message;
        else
            fate.silent << wrongAfterRescue(lived, fate.salvaged = rescue->changes);
        return fate;
    }
    fate.isSaid = !countsRight((*file)->database());
    file->reset();
    const QStringList problems = lived.story.problems();
    for (const QString &problem : problems) {
        if (!isSilent(problem))
            fate.isSaid = true; // a question that was answered with an error
    }
    for (const QString &problem : problems) {
        if (isSilent(problem) && !(fate.isSaid && isRecount(problem)))
            fate.silent << problem;
    }
    return fate;
}

enum class Part { Database, Log, Index };

QByteArray &partOf(Image &image, Part part)
{
    return part == Part::Database ? image.database : part == Part::Log ? image.log : image.index;
}

} // namespace

// The device's file, damaged on the disk or by a hand that copies files (sync.md 4.3): never a
// silent wrong answer. FILM_FAULT_SWEEP=full runs longer.
class TestClientFileDamage : public QObject
{
    Q_OBJECT

private slots:
    void damageIsSaidOrHarmless_data()
    {
        QTest::addColumn<int>("part");
        QTest::addColumn<bool>("isKilled"); // else the program had ended in order
        QTest::addColumn<bool>("isCut");    // else bits flip
        const auto row = [](const char *name, Part part, bool isKilled, bool isCut) {
            QTest::newRow(name) << int(part) << isKilled << isCut;
        };
        row("bits of the database", Part::Database, false, false);
        row("bits of the database, after a kill", Part::Database, true, false);
        row("bits of the log", Part::Log, true, false);
        row("bits of the log's index", Part::Index, true, false);
        row("the end of the database", Part::Database, false, true);
        row("the end of the database, after a kill", Part::Database, true, true);
        row("the end of the log", Part::Log, true, true);
        row("the end of the log's index", Part::Index, true, true);
    }

    void damageIsSaidOrHarmless()
    {
        QFETCH(int, part);
        QFETCH(bool, isKilled);
        QFETCH(bool, isCut);
        Lived lived;
        SeededRandom random(17);
        int said = 0;
        int salvaged = 0;
        const int rounds = roundsOf(25);
        QStringList silent;
        for (int round = 0; round < rounds; ++round) {
            Image image = isKilled ? lived.at[Moment::End] : lived.closed;
            QByteArray &damaged = partOf(image, Part(part));
            QVERIFY(!damaged.isEmpty());
            if (isCut)
                cutShort(damaged, random);
            else
                flipBits(damaged, random);
            image.putTo(lived.path);

            Fate fate = fateOf(lived);
            if (Part(part) == Part::Log)
                fate.silent.removeIf(isOnlyEarlier);

            said += fate.isSaid ? 1 : 0;
            salvaged += fate.salvaged;
            for (const QString &problem : fate.silent)
                silent << u"round %1: %2"_s.arg(round).arg(problem);
        }
        qInfo("%d of %d said, %d changes rescued, %d silent", said, rounds, salvaged,
              int(silent.size()));
        QVERIFY2(silent.isEmpty(), qPrintable(silent.mid(0, 10).join(u'\n')));
        // After a kill the log has a newer copy of nearly every page: what is flipped in the file
        // may all be of no account.
        const bool mustSay = Part(part) == Part::Database && (isCut || !isKilled);
        QVERIFY(!mustSay || said > 0);
    }

    void copiesThatDoNotBelongTogetherAreSaid_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<bool>("isEarlier"); // taken together it is of one moment
        QTest::newRow("an older database alone") << u"database"_s << true;
        QTest::newRow("older, both") << u"both"_s << true;
        QTest::newRow("an older database under a newer log") << u"under log"_s << false;
        QTest::newRow("an older log on a newer database") << u"log"_s << true;
        QTest::newRow("an empty database under its log") << u"empty"_s << false;
    }

    void copiesThatDoNotBelongTogetherAreSaid()
    {
        QFETCH(QString, what);
        QFETCH(bool, isEarlier);
        Lived lived;
        lived.story.runOn();
        const Image restart = lived.at[Moment::Restart];
        const Image end = lived.at[Moment::End];
        const std::map<QString, Image> images{
            {u"database"_s, {restart.database, {}, {}}},
            {u"both"_s, {end.database, end.log, {}}},
            {u"under log"_s, {restart.database, lived.at[Moment::LaterEnd].log, {}}},
            {u"log"_s, {Image::read(lived.path), end.log, {}}},
            {u"empty"_s, {QByteArray(""), end.log, {}}}};
        images.at(what).putTo(lived.path);

        Fate fate = fateOf(lived);

        if (isEarlier)
            fate.silent.removeIf(isOnlyEarlier);
        qInfo("said: %d, %d changes rescued", fate.isSaid, fate.salvaged);
        QVERIFY2(fate.silent.isEmpty(), qPrintable(fate.silent.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestClientFileDamage)
#include "tst_client_file_damage.moc"
