#include "server/admin/anchors.h"
#include "server/admin/audit_export.h"
#include "server/admin/chain_check.h"
#include "server/admin/housekeeper.h"
#include "shared/store/epoch_repository.h"
#include "shared/store/log_reader.h"
#include "shared/store/statement.h"
#include "shared/sync/audit_bundle.h"
#include "tests/support/production_fixture.h"

#include <QBuffer>
#include <QFileInfo>
#include <QProcess>

using namespace film;
using namespace film::server;
using namespace film::tests;
using namespace Qt::StringLiterals;

namespace {

struct World {
    explicit World(const TestDatabase &place)
        : fixture(place)
        , signer(anchorSigner(SecretBox(SecretBox::Key{3})))
        , priya(fixture.hand(u"Priya Nair"_s, Role::Coordinator, u"laptop"_s))
    {
        enter(1, 3);
    }

    void enter(int from, int to)
    {
        for (int day = from; day <= to; ++day)
            fixture.enter(priya, std::nullopt,
                          fixture.day(u"Maya Lindqvist"_s, QDate(2025, 11, day), TimeField::at(420),
                                      TimeField::at(1170)));
    }
    int sign()
    {
        const auto done = Anchors(fixture.storage(), *signer).signAll(fixture.clock().now());
        return done ? *done : -1;
    }
    ChainVerdict check(std::optional<protocol::PublicKey> trusted = std::nullopt)
    {
        const auto verdict = checkProduction(fixture.storage(), fixture.production(), trusted);
        if (!verdict)
            qFatal("%s", qPrintable(verdict.error().message));
        return *verdict;
    }
    QByteArray bundle()
    {
        QBuffer file;
        file.open(QIODevice::WriteOnly);
        if (!exportAudit(fixture.storage(), fixture.production(), file, fixture.clock().now()))
            qFatal("no bundle");
        return file.data();
    }
    // Somebody who can write the whole database: changes a row and makes every later one fit.
    void forge(quint64 at)
    {
        store::LogReader reader(fixture.database(), fixture.production());
        Hash32 chain =
            at == 1 ? Hash32() : **fixture.storage().chainAt(fixture.production(), at - 1);
        const auto rows = *reader.linksAfter(at - 1, 1000);
        for (sync::LogAppend row : rows) {
            if (row.sequence == at)
                row.receivedMs += 60'000;
            chain = sync::chainAfter(chain, row);
            store::Statement update(fixture.database(), u"forge"_s,
                                    u"UPDATE change_log SET received_ms = :at, chain = :chain"
                                    " WHERE seq = :seq"_s);
            update.bind(u":at", row.receivedMs)
                .bind(u":chain", chain.toByteArray())
                .bind(u":seq", row.sequence);
            if (!update.run())
                qFatal("not forged");
        }
        store::Statement head(fixture.database(), u"forge.head"_s,
                              u"UPDATE production SET chain = :chain"_s);
        head.bind(u":chain", chain.toByteArray());
        if (!head.run())
            qFatal("not forged");
    }

    ProductionFixture fixture;
    std::unique_ptr<sync::Signer> signer;
    Hand priya;
};

sync::BundleVerdict checked(const QByteArray &bundle,
                            std::optional<protocol::PublicKey> trusted = std::nullopt)
{
    const sync::Ed25519Verifier verifier;
    sync::BundleCheck check(verifier, trusted);
    for (const QByteArray &line : bundle.split('\n')) {
        if (!line.isEmpty())
            check.line(line);
    }
    return check.finish();
}

} // namespace

class TestAnchors : public QObject
{
    Q_OBJECT
private slots:
    void whatGoesOnIsSignedOnce_data() { TestDatabase::kinds(); }
    void whatGoesOnIsSignedOnce()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        World world(place);
        QCOMPARE(world.sign(), 2); // the production and the acts
        QCOMPARE(world.sign(), 0);
        world.enter(4, 4);
        QCOMPARE(world.sign(), 1);
        world.enter(5, 5);

        const ChainVerdict verdict = world.check(world.signer->publicKey());
        QVERIFY2(verdict.problems.isEmpty(), qPrintable(verdict.problems.join(u"; "_s)));
        QCOMPARE(verdict.anchors, quint64(2));
        QCOMPARE(verdict.lastAnchored, verdict.rows - 1);
        QCOMPARE(verdict.keys.size(), size_t(1));
        QVERIFY(verdict.notes.join(u' ').contains(u"no anchor is about rows"_s));
        const auto acts = checkActs(world.fixture.storage(), world.signer->publicKey());
        QVERIFY(acts && acts->problems.isEmpty());
        QCOMPARE(acts->anchors, quint64(1));
    }

    // The chain alone does not show it: every row follows from the one before.
    void aHistoryMadeUpLaterIsKnown_data() { TestDatabase::kinds(); }
    void aHistoryMadeUpLaterIsKnown()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        World world(place);
        world.sign();
        world.enter(4, 4);
        const quint64 signedRow = world.fixture.head() - 1;
        world.forge(signedRow - 1);

        QCOMPARE(world.check().problems,
                 QStringList{u"row %1 is not what the server signed"_s.arg(signedRow)});
        QCOMPARE(checked(world.bundle()).problems,
                 QStringList{u"row %1 is not what the server signed"_s.arg(signedRow)});
    }

    void anEndThatWasCutOffIsKnown()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        World world(place);
        world.sign();
        const quint64 head = world.fixture.head();
        const auto before = world.fixture.storage().chainAt(world.fixture.production(), head - 1);
        QVERIFY(
            world.fixture.database().execute(u"DELETE FROM change_log WHERE seq = %1"_s.arg(head)));
        store::Statement update(world.fixture.database(), u"cut"_s,
                                u"UPDATE production SET head_seq = :head, chain = :chain"_s);
        update.bind(u":head", head - 1).bind(u":chain", (**before).toByteArray());
        QVERIFY(update.run());

        const QString missing = u"row %1, which the server signed, is missing"_s.arg(head);
        QVERIFY(world.check().problems.contains(missing));
        QCOMPARE(checked(world.bundle()).problems, QStringList{missing});
        // Acts as well: both of them, head and all.
        QVERIFY(world.fixture.database().execute(u"DELETE FROM server_audit WHERE number > 1"_s));
        QVERIFY(world.fixture.database().execute(
            u"UPDATE server_audit_head SET number = 1,"
            " hash = (SELECT hash FROM server_audit WHERE number = 1)"_s));
        const auto acts = checkActs(world.fixture.storage(), std::nullopt);
        QCOMPARE(acts->problems.size(), 1);
        QVERIFY(acts->problems.first().contains(u"which the server signed, is missing"_s));
    }

    void anotherKeyIsNotTheServers()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        World world(place);
        world.sign();
        const auto other = anchorSigner(SecretBox(SecretBox::Key{4}))->publicKey();

        QVERIFY(world.check(other).problems.first().contains(u"another key"_s));
        QVERIFY(checked(world.bundle(), other).problems.first().contains(u"another key"_s));
        QVERIFY(checked(world.bundle(), world.signer->publicKey()).problems.isEmpty());
    }

    // What was lost in a failover is no forgery; the report says so.
    void aBackupThatWasPutBackIsNoted()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        World world(place);
        ProductionFixture &fixture = world.fixture;
        const quint64 kept = fixture.head();
        const auto chain = fixture.storage().chainAt(fixture.production(), kept);
        world.enter(4, 6);
        world.sign();
        QVERIFY(fixture.database().execute(u"DELETE FROM change_log WHERE seq > %1"_s.arg(kept)));
        QVERIFY(fixture.database().execute(u"DELETE FROM entity WHERE last_seq > %1"_s.arg(kept)));
        store::Statement update(fixture.database(), u"cut"_s,
                                u"UPDATE production SET head_seq = :head, chain = :chain"_s);
        update.bind(u":head", kept).bind(u":chain", (**chain).toByteArray());
        QVERIFY(update.run());
        fixture.clock().time += 1h;
        QVERIFY(fixture.tasks().restoreDone());

        const QStringList problems = checked(world.bundle()).problems;
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u"; "_s)));
        QVERIFY(checked(world.bundle()).notes.join(u' ').contains(u"a history that was lost"_s));
        // Taking the epoch away excuses nothing.
        QVERIFY(fixture.database().execute(u"DELETE FROM epoch WHERE start_seq = %1"_s.arg(kept)));
        QVERIFY(!checked(world.bundle()).problems.isEmpty());
    }

    void tamperingWithABundleIsNamed_data()
    {
        using Change = std::function<void(QList<QByteArray> &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const Change &change, const QString &expected) {
            QTest::newRow(name) << change << expected;
        };
        // Lines: the head, one anchor, the rows, the end, an empty one.
        row(
            "a byte of an envelope",
            [](QList<QByteArray> &lines) {
                const qsizetype at = lines[3].indexOf("\"envelope\":\"") + 60;
                lines[3][at] = lines[3][at] == 'A' ? 'B' : 'A';
            },
            u"row 2: the chain does not follow from the row"_s);
        row(
            "a row removed", [](QList<QByteArray> &lines) { lines.removeAt(4); },
            u"row 4 stands where row 3 is expected"_s);
        row(
            "two rows swapped", [](QList<QByteArray> &lines) { lines.swapItemsAt(3, 4); },
            u"row 3 stands where row 2 is expected"_s);
        row(
            "a row twice", [](QList<QByteArray> &lines) { lines.insert(4, lines[3]); },
            u"row 2 stands where row 3 is expected"_s);
        row(
            "the last row removed",
            [](QList<QByteArray> &lines) { lines.removeAt(lines.size() - 3); },
            u"the file does not hold as many rows or anchors as it says"_s);
        row(
            "the end removed", [](QList<QByteArray> &lines) { lines.removeAt(lines.size() - 2); },
            u"the file breaks off"_s);
        row(
            "the anchor removed", [](QList<QByteArray> &lines) { lines.removeAt(1); },
            u"the file does not hold as many rows or anchors as it says"_s);
        row(
            "the anchor's row changed",
            [](QList<QByteArray> &lines) { lines[1].replace("\"at_ms\":\"1", "\"at_ms\":\"2"); },
            u"its signature is wrong"_s);
        row(
            "nonsense", [](QList<QByteArray> &lines) { lines[2] = "{]"; },
            u"line 3 cannot be read"_s);
        row(
            "another head",
            [](QList<QByteArray> &lines) {
                lines[0].replace("\"film_audit\":1", "\"film_audit\":2");
            },
            u"this is no audit bundle"_s);
        row(
            "nothing", [](QList<QByteArray> &lines) { lines.clear(); }, u"the file is empty"_s);
        row(
            "a row said to be erased",
            [](QList<QByteArray> &lines) {
                const QByteArray sealed = "\"sealed\":\"" + QByteArray(64, 'a') + "\",\"x\":";
                lines[3].replace("\"salt\":", sealed);
            },
            u"row 2: the chain does not follow from the row"_s);
    }
    void tamperingWithABundleIsNamed()
    {
        using Change = std::function<void(QList<QByteArray> &)>;
        QFETCH(const Change, change);
        QFETCH(const QString, expected);
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        World world(place);
        world.sign();
        const QByteArray whole = world.bundle();
        const sync::BundleVerdict fine = checked(whole);
        QVERIFY2(fine.problems.isEmpty(), qPrintable(fine.problems.join(u"; "_s)));
        QCOMPARE(fine.rows, world.fixture.head());
        QCOMPARE(fine.anchors, quint64(1));
        QList<QByteArray> lines = whole.split('\n');
        change(lines);

        const QStringList problems = checked(lines.join('\n')).problems;
        QVERIFY2(problems.join(u"; "_s).contains(expected), qPrintable(problems.join(u"; "_s)));
    }

    void theHousekeeperSigns()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        World world(place);
        std::atomic<int> done = 0;
        {
            const Housekeeper keeper(
                place.address(), world.fixture.clock(), std::chrono::milliseconds(1),
                [&](store::ServerStorageSql &storage, Instant now) {
                    const auto count = Anchors(storage, *world.signer).signAll(now);
                    done += count.value_or(0);
                });
            QTRY_COMPARE(done, 2);
        }
        QCOMPARE(world.check().anchors, quint64(1));
    }

    // The commands, their words and their exit codes.
    void theCommandsCheckAndExport_data() { TestDatabase::kinds(); }
    void theCommandsCheckAndExport()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        World world(place);
        const QTemporaryDir folder;
        const QString data = folder.filePath(u"data"_s);
        const QString file = folder.filePath(u"log.jsonl"_s);
        const QString production = world.fixture.production().toString();
        const auto admin = [&](QStringList arguments) {
            arguments.prepend(u"admin"_s);
            return run(u"filmtracker-server"_s,
                       arguments + QStringList{u"--database"_s, place.address()});
        };
        QCOMPARE(admin({u"audit"_s, u"anchor"_s, u"--data"_s, data}).first, 0);
        const auto key = admin({u"audit"_s, u"key"_s, u"--data"_s, data});
        QCOMPARE(key.second.trimmed().size(), 64);
        const auto verified = admin({u"audit"_s, u"verify"_s, u"--data"_s, data});
        QVERIFY2(verified.first == 0, qPrintable(verified.second));
        QVERIFY(verified.second.contains(u"acts: "_s));
        QVERIFY(verified.second.contains(u"signed with "_s + key.second.trimmed()));
        QCOMPARE(admin({u"audit"_s, u"export"_s, u"--production"_s, production, file}).first, 0);

        const auto cli = [&](const QStringList &more) {
            return run(u"filmtracker-cli"_s, QStringList{u"audit"_s, u"verify"_s, file} + more);
        };
        if (QFileInfo::exists(programPath(u"filmtracker-cli"_s))) {
            const auto whole = cli({u"--key"_s, key.second.trimmed()});
            QVERIFY2(whole.first == 0, qPrintable(whole.second));
            QCOMPARE(cli({u"--key"_s, QString(64, u'1')}).first, 2);
            QCOMPARE(cli({u"--key"_s, u"short"_s}).first, 2);
        }
        world.forge(2);
        const auto forged =
            admin({u"audit"_s, u"verify"_s, u"--production"_s, production, u"--data"_s, data});
        QCOMPARE(forged.first, 1);
        QVERIFY(forged.second.contains(u"is not what the server signed"_s));
        QCOMPARE(admin({u"audit"_s, u"nonsense"_s}).first, 2);
    }

private:
    static QString programPath(const QString &name)
    {
        return QStringLiteral(FILM_BINARY_DIR "/bin/") + name;
    }
    static std::pair<int, QString> run(const QString &name, const QStringList &arguments)
    {
        QProcess process;
        process.start(programPath(name), arguments);
        if (!process.waitForFinished(30'000))
            return {-1, {}};
        return {
            process.exitCode(),
            QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError())};
    }
};

QTEST_GUILESS_MAIN(TestAnchors)
#include "tst_anchors.moc"
