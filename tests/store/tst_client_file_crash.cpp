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

// An open file with a joined device and entered days.
struct Device {
    QTemporaryDir folder;
    QString path = folder.filePath(u"film.db"_s);
    std::unique_ptr<ClientFile> file = std::move(*ClientFile::open(path));

    explicit Device(int days)
    {
        SeededRandom random(5);
        UuidSource ids(random);
        SqliteClientStorage storage(file->database());
        sync::ClientMeta meta;
        meta.production = ProductionId(random.bytes<16>());
        meta.device = DeviceId(random.bytes<16>());
        meta.user = UserId(random.bytes<16>());
        meta.person = PersonId(random.bytes<16>());
        QVERIFY(storage.begin() && storage.setMeta(meta) && storage.commit());
        sync::ClientReplica replica(storage);
        QVERIFY(replica.startStream(ids.next<StreamId>(now)).has_value());
        for (int i = 0; i < days; ++i) {
            WorkDay day;
            day.key = {meta.person, QDate(2025, 11, 1).addDays(i), UnitId(random.bytes<16>())};
            day.call = TimeField::at(420);
            day.wrap = TimeField::at(1170);
            const sync::ClientReplica::Edit edit{EntityType::TimeEntry,
                                                 workDayId(meta.production, day.key),
                                                 {},
                                                 toGroups(day),
                                                 {},
                                                 protocol::InputMethod::Manual,
                                                 {}};
            QVERIFY(replica.save(std::span(&edit, 1), ids, now).has_value());
        }
    }

    // What the disk holds at this moment: what a process that is killed leaves behind.
    [[nodiscard]] QString asKilled() const
    {
        const QString left = folder.filePath(u"killed.db"_s);
        for (const QString &part : {u""_s, u"-wal"_s})
            [&] { QVERIFY(QFile::copy(path + part, left + part)); }();
        return left;
    }
};

size_t changesIn(const QString &path)
{
    const auto file = ClientFile::open(path);
    return file ? ClientQueries((*file)->database()).outbox(1000)->size() : 0;
}

} // namespace

class TestClientFileCrash : public QObject
{
    Q_OBJECT
private slots:
    void whatWasSavedSurvivesAKilledFirstSession()
    {
        const Device device(4);
        const QString left = device.asKilled();

        const auto file = ClientFile::open(left);

        QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
        QCOMPARE(ClientQueries((*file)->database()).outbox(10)->size(), size_t(4));
    }

    void anotherProgramsFileIsRefusedEvenBesideItsLog()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"other.db"_s);
        const auto other = Database::openSqlite(path);
        QVERIFY((*other)->execute(u"CREATE TABLE theirs (x INTEGER)"_s));

        const auto file = ClientFile::open(path);

        QVERIFY(!file.has_value());
        QCOMPARE(file.error().code, ErrorCode::StoreForeign);
        QVERIFY((*other)->execute(u"INSERT INTO theirs VALUES (1)"_s));
    }

    void aFileInUseIsNotRescued()
    {
        const Device device(2);

        const auto rescue = ClientFile::rescue(device.path);

        QVERIFY(!rescue.has_value());
        QCOMPARE(rescue.error().code, ErrorCode::StoreInUse);
        QVERIFY(QFile::exists(device.path));
    }

    void aRescueKeepsChangesWithoutAnIdentity()
    {
        const Device device(3);
        QVERIFY(device.file->database().execute(u"DELETE FROM meta"_s));
        const QString left = device.asKilled();

        const auto rescue = ClientFile::rescue(left);

        QVERIFY(rescue.has_value());
        QCOMPARE(rescue->changes, 3);
        QCOMPARE(changesIn(left), size_t(3));
    }

    void aRescueLeavesOutWhatIsNotAsItWasWritten()
    {
        const Device device(3);
        QVERIFY(device.file->database().execute(
            u"UPDATE outbox SET hash = zeroblob(32) WHERE n = 2"_s));
        const QString left = device.asKilled();

        const auto rescue = ClientFile::rescue(left);

        QVERIFY(rescue.has_value());
        QCOMPARE(rescue->changes, 2);
    }

    void theDamagedFileIsNotChangedByItsRescue()
    {
        const Device device(3);
        const QString left = device.asKilled();
        QFile before(left);
        QVERIFY(before.open(QIODevice::ReadOnly));
        const QByteArray content = before.readAll();
        before.close();

        const auto rescue = ClientFile::rescue(left);

        QFile after(rescue->movedTo);
        QVERIFY(after.open(QIODevice::ReadOnly));
        QCOMPARE(after.readAll(), content);
        QVERIFY(QFile::exists(rescue->movedTo + u"-wal"_s));
    }

    // tests/fixtures/store holds a file of every schema that was released; each has to open.
    void filesOfEarlierVersionsOpen()
    {
        const QString fixture =
            QStringLiteral(FILM_SOURCE_DIR) + u"/tests/fixtures/store/client_0001.sql"_s;
        QFile text(fixture);
        QVERIFY(text.open(QIODevice::ReadOnly));
        QTemporaryDir folder;
        const QString path = folder.filePath(u"film.db"_s);
        {
            const auto old = Database::openSqlite(path);
            QVERIFY((*old)->executeScript(QString::fromUtf8(text.readAll())).has_value());
        }

        const auto file = ClientFile::open(path);

        QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
        QCOMPARE(*schemaVersion((*file)->database()),
                 migrationsOf(Schema::Client, Dialect::Sqlite).back().number);
        SqliteClientStorage storage((*file)->database());
        const auto meta = storage.meta();
        QVERIFY(meta && !meta->device.isNull());
        const auto pending = storage.pendingAfter(0, 100);
        QVERIFY2(pending.has_value(), pending ? "" : qPrintable(pending.error().message));
        QCOMPARE(pending->size(), size_t(3));
    }
};

QTEST_GUILESS_MAIN(TestClientFileCrash)
#include "tst_client_file_crash.moc"
