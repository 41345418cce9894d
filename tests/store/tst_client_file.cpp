#include "shared/base/random.h"
#include "shared/domain/records.h"
#include "shared/store/client_file.h"
#include "shared/store/client_queries.h"
#include "shared/store/migrator.h"
#include "shared/store/sqlite_client_storage.h"
#include "shared/store/statement.h"
#include "shared/sync/client_replica.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace film;
using namespace film::store;
using namespace Qt::StringLiterals;

namespace {

constexpr Instant now = instantFromMs(1'763'000'000'000);

// A data file with a joined device and some entered days.
struct Device {
    QTemporaryDir folder;
    QString path = folder.filePath(u"film.db"_s);
    SeededRandom random{5};
    UuidSource ids{random};
    ProductionId production{random.bytes<16>()};
    PersonId maya{random.bytes<16>()};

    void enter(int days)
    {
        auto file = ClientFile::open(path);
        QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
        SqliteClientStorage storage((*file)->database());
        sync::ClientMeta meta;
        meta.production = production;
        meta.device = DeviceId(random.bytes<16>());
        meta.user = UserId(random.bytes<16>());
        meta.person = maya;
        QVERIFY(storage.begin() && storage.setMeta(meta) && storage.commit());
        sync::ClientReplica replica(storage);
        QVERIFY(replica.startStream(ids.next<StreamId>(now)).has_value());
        for (int i = 0; i < days; ++i) {
            WorkDay day;
            day.key = {maya, QDate(2025, 11, 1).addDays(i), UnitId(random.bytes<16>())};
            day.call = TimeField::at(420);
            day.wrap = TimeField::at(1170);
            const sync::ClientReplica::Edit edit{EntityType::TimeEntry,
                                                 workDayId(production, day.key),
                                                 {},
                                                 toGroups(day),
                                                 {},
                                                 protocol::InputMethod::Manual,
                                                 {}};
            const auto saved = replica.save(std::span(&edit, 1), ids, now);
            QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error().message));
        }
    }

    // What the device has entered, as it signed it.
    static Result<std::vector<QByteArray>> envelopesIn(ClientFile &file)
    {
        const auto rows = ClientQueries(file.database()).outbox(100);
        if (!rows)
            return fail(rows.error());
        std::vector<QByteArray> envelopes;
        for (const auto &row : *rows)
            envelopes.push_back(row.envelope);
        return envelopes;
    }
    [[nodiscard]] Result<std::vector<QByteArray>> envelopes() const
    {
        const auto file = ClientFile::open(path);
        if (!file)
            return fail(file.error());
        return envelopesIn(**file);
    }
};

void overwrite(const QString &path, qint64 at, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(at));
    file.write(bytes);
}

} // namespace

class TestClientFile : public QObject
{
    Q_OBJECT
private slots:
    void whatWasSavedIsThereAfterwards()
    {
        Device device;
        device.enter(3);

        const auto file = ClientFile::open(device.path);
        ClientQueries queries((*file)->database());
        const auto days = queries.daysBetween(EntityType::TimeEntry, QDate(2025, 11, 1),
                                              QDate(2025, 11, 30), device.maya);

        QVERIFY(days.has_value());
        QCOMPARE(days->size(), size_t(3));
        QVERIFY(days->front().isPending);
        QCOMPARE(queries.outbox(10)->size(), size_t(3));
        QCOMPARE(queries.history(days->front().state.id)->size(), size_t(1));
    }

    // Everybody's days are read in one stretch, one person's a week at a time.
    void aPersonsDaysAreThoseOfEverybodyThatAreTheirs()
    {
        Device device;
        device.enter(20);
        const auto file = ClientFile::open(device.path);
        ClientQueries queries((*file)->database());
        const QDate start(2025, 11, 1);

        for (const auto &[from, to] :
             {std::pair(0, 0), {0, 6}, {0, 7}, {3, 19}, {-5, 40}, {19, 30}, {5, 4}}) {
            const QDate first = start.addDays(from);
            const QDate last = start.addDays(to);
            const auto all = queries.daysBetween(EntityType::TimeEntry, first, last, {});
            QVERIFY(all.has_value());
            QCOMPARE(all->size(), size_t(std::max(0, std::min(to, 19) - std::max(from, 0) + 1)));
            QCOMPARE(queries.daysBetween(EntityType::TimeEntry, first, last, device.maya), *all);
            const PersonId somebodyElse(device.random.bytes<16>());
            QCOMPARE(queries.daysBetween(EntityType::TimeEntry, first, last, somebodyElse)->size(),
                     size_t(0));
        }
    }

    void aCommitIsOnDiskWhenItReturns()
    {
        Device device;
        device.enter(0);
        const auto file = ClientFile::open(device.path);

        Statement mode((*file)->database(), u"mode"_s, u"PRAGMA journal_mode"_s);
        Statement sync((*file)->database(), u"sync"_s, u"PRAGMA synchronous"_s);

        QVERIFY(mode.run() && mode.next() && sync.run() && sync.next());
        QCOMPARE(mode.text(0), u"wal"_s);
        QCOMPARE(sync.number(0), qint64(2)); // FULL
    }

    void aSecondProcessIsKeptOut()
    {
        Device device;
        device.enter(1);
        const auto first = ClientFile::open(device.path);

        const auto second = ClientFile::open(device.path);

        QVERIFY(first.has_value());
        QVERIFY(!second.has_value());
        QCOMPARE(second.error().code, ErrorCode::StoreInUse);
    }

    void aFileThatIsNotOursIsNotTouched_data()
    {
        QTest::addColumn<QByteArray>("content");

        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n").append(5000, 'x');
        QTest::newRow("a short text") << QByteArray("hello");
        QTest::newRow("another program's database")
            << QByteArray("SQLite format 3\0", 16).append(4080, '\0');
    }

    void aFileThatIsNotOursIsNotTouched()
    {
        QFETCH(QByteArray, content);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"film.db"_s);
        overwrite(path, 0, content);

        const auto file = ClientFile::open(path);

        QVERIFY(!file.has_value());
        QCOMPARE(file.error().code, ErrorCode::StoreForeign);
        QFile same(path);
        QVERIFY(same.open(QIODevice::ReadOnly));
        QCOMPARE(same.readAll(), content);
    }

    void anEmptyFileIsANewOne()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"film.db"_s);
        overwrite(path, 0, {});

        QVERIFY(ClientFile::open(path).has_value());
    }

    // What is left of a first start that ended between making the file and saying whose it is.
    void anEmptyDatabaseIsANewOne()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"film.db"_s);
        QVERIFY(Database::openSqlite(path).has_value());
        QVERIFY(QFileInfo(path).size() > 0 && !QFile::exists(path + u"-wal"_s));

        const auto file = ClientFile::open(path);

        QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
    }

    void aNewerFileIsRefusedWithAReason()
    {
        Device device;
        device.enter(1);
        {
            auto file = ClientFile::open(device.path);
            auto steps = migrationsOf(Schema::Client, Dialect::Sqlite);
            steps.push_back({9999, u"9999_later.sql"_s, u"CREATE TABLE later (x INTEGER);\n"_s});
            QVERIFY(migrate((*file)->database(), steps).has_value());
        }

        const auto file = ClientFile::open(device.path);

        QVERIFY(!file.has_value());
        QCOMPARE(file.error().code, ErrorCode::StoreNewer);
    }

    void aFolderThatCannotBeMadeIsReadOnly()
    {
        QTemporaryDir folder;
        overwrite(folder.filePath(u"plain"_s), 0, "a file where a folder should be");

        const auto file = ClientFile::open(folder.filePath(u"plain/film.db"_s));

        QVERIFY(!file.has_value());
        QCOMPARE(file.error().code, ErrorCode::StoreReadOnly);
    }

    // Whatever is damaged: an answer, never a crash, and the way out keeps what can be read.
    void damageIsSaidAndSurvived()
    {
        SeededRandom random(99);
        int refused = 0;
        int rescued = 0;
        int opened = 0;
        for (int round = 0; round < 40; ++round) {
            Device device;
            device.enter(30);
            const auto before = device.envelopes();
            QVERIFY(before && before->size() == 30);
            const qint64 size = QFileInfo(device.path).size();
            QVERIFY(size > 8192);
            // The program did not end in order, so the next start looks closely.
            overwrite(device.path, 60, QByteArray(4, '\0'));
            for (int i = 0; i < 3; ++i)
                overwrite(device.path, 4096 + qint64(random.below(quint64(size - 4096 - 64))),
                          QByteArray(64, char(random.below(256))));
            QFile::remove(device.path + u"-wal"_s);

            auto file = ClientFile::open(device.path);
            if (file) {
                // The damage hit nothing that is in use, or what it hit is said when it is read.
                const auto after = device.envelopesIn(**file);
                QVERIFY2(after ? *after == *before : after.error().code == ErrorCode::StoreCorrupt,
                         "a damaged change was read as if it were one");
                ++opened;
                continue;
            }
            QVERIFY2(file.error().code == ErrorCode::StoreCorrupt
                         || file.error().code == ErrorCode::StoreForeign,
                     qPrintable(file.error().message));
            ++refused;
            const auto rescue = ClientFile::rescue(device.path);
            QVERIFY2(rescue.has_value(), rescue ? "" : qPrintable(rescue.error().message));
            QVERIFY(QFile::exists(rescue->movedTo));
            rescued += rescue->changes;
            QVERIFY(ClientFile::open(device.path).has_value());
        }
        qInfo("%d refused, %d opened", refused, opened);
        QVERIFY(refused > 5);
        QVERIFY(rescued > refused * 5);
    }

    void aNewFolderIsForItsOwnerAlone()
    {
        const QTemporaryDir folder;
        const QString place = folder.filePath(u"productions/one"_s);

        QVERIFY(ClientFile::open(place + u"/film.db"_s).has_value());

        const auto others = QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(place) & others));
    }

    // What a person sees of changes that wait is derived from them: it is made anew.
    void aCountMakesADamagedViewOfOwnChangesAnew()
    {
        Device device;
        device.enter(3);
        const auto file = ClientFile::open(device.path);
        Database &database = (*file)->database();
        const auto seen = ClientQueries(database).records(EntityType::TimeEntry);
        QVERIFY(seen && seen->size() == 3);
        QVERIFY(database.execute(u"UPDATE entity_overlay SET groups = X'A0'"_s));
        QVERIFY(*ClientQueries(database).records(EntityType::TimeEntry) != *seen);

        SqliteClientStorage storage(database);
        sync::ClientReplica replica(storage);
        QVERIFY(replica.run(sync::ClientReplica::Recount{now}).has_value());

        QVERIFY(*ClientQueries(database).records(EntityType::TimeEntry) == *seen);
    }

    void aRescueKeepsOwnChangesByteForByte()
    {
        Device device;
        device.enter(5);
        std::vector<QByteArray> before;
        {
            const auto file = ClientFile::open(device.path);
            const auto rows = ClientQueries((*file)->database()).outbox(10);
            for (const auto &row : *rows)
                before.push_back(row.envelope);
        }

        const auto rescue = ClientFile::rescue(device.path);

        QVERIFY(rescue.has_value());
        QCOMPARE(rescue->changes, 5);
        const auto file = ClientFile::open(device.path);
        std::vector<QByteArray> after;
        const auto rows = ClientQueries((*file)->database()).outbox(10);
        for (const auto &row : *rows)
            after.push_back(row.envelope);
        QCOMPARE(after, before);
    }
};

QTEST_GUILESS_MAIN(TestClientFile)
#include "tst_client_file.moc"
