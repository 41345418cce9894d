#include "tests/e2e/stage.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace film::e2e;
using namespace film::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;

} // namespace

// A client that shares no line with ours, written in JavaScript from docs/protocol.md, beside a
// real device on a real server: what the document says is enough to take part.
class TestInterop : public QObject
{
    Q_OBJECT

    static void kinds()
    {
        QTest::addColumn<bool>("onPostgres");
        QTest::newRow("sqlite") << false;
        if (TestDatabase::hasPostgres())
            QTest::newRow("postgresql") << true;
    }
    static TestDatabase::Kind kind()
    {
        QFETCH(bool, onPostgres);
        return onPostgres ? TestDatabase::Kind::Postgres : TestDatabase::Kind::Sqlite;
    }

    // Priya, the coordinator, uses the other client; Maya of the camera uses ours.
    static void begin(Stage &stage)
    {
        stage.makeProduction();
        stage.startServer();
        stage.join(u"maya"_s, stage.inviteFor(u"Maya Lindqvist"_s));
        const auto joined = other(
            stage, {u"join"_s, stage.serverUrl(), stage.inviteCoordinator(), u"Priya's Node"_s});
        QVERIFY2(joined.code == 0, qPrintable(joined.err));
        QCOMPARE(ours(stage, {u"sync"_s}).code, 0);
    }
    static Stage::Outcome ours(Stage &stage, const QStringList &arguments)
    {
        return stage.run(u"maya"_s, arguments);
    }
    static void enterOurs(Stage &stage, const QString &date, const QString &line)
    {
        const auto entered = ours(stage, {u"enter"_s, date, line});
        QVERIFY2(entered.code == 0, qPrintable(entered.err));
        QCOMPARE(ours(stage, {u"sync"_s}).code, 0);
    }
    static QString ourWeek(Stage &stage) { return ours(stage, {u"week"_s, u"2025-11-20"_s}).out; }

    static void startOther(QProcess &node, const Stage &stage, const QStringList &arguments)
    {
        node.start(QStringLiteral(FILM_NODE),
                   QStringList{QStringLiteral(FILM_INTEROP_CLIENT), stage.dataFolder(u"priya"_s)}
                       + arguments);
    }
    static Stage::Outcome other(Stage &stage, const QStringList &arguments)
    {
        QProcess node;
        startOther(node, stage, arguments);
        const bool isFinished = node.waitForFinished(patienceMs);
        if (!isFinished) {
            node.kill();
            node.waitForFinished();
        }
        const QByteArray out = node.readAllStandardOutput();
        stage.noteSaved(out);
        QString said = QString::fromUtf8(node.readAllStandardError());
        if (!isFinished)
            said += u"it did not end by itself after: "_s + QString::fromUtf8(out);
        return {node.exitStatus() == QProcess::NormalExit ? node.exitCode() : -1,
                QString::fromUtf8(out), said};
    }
    static void enterOther(Stage &stage, const QString &date, const QString &call,
                           const QString &wrap)
    {
        const auto entered = other(stage, {u"enter"_s, date, u"Maya Lindqvist"_s, call, wrap});
        QVERIFY2(entered.code == 0, qPrintable(entered.err));
    }
    // What its connection brought; ends in step with the server, or fails.
    static QJsonObject syncOther(Stage &stage, const QStringList &options = {})
    {
        const auto synced = other(stage, QStringList{u"sync"_s} + options);
        return synced.code == 0 ? synced.json() : QJsonObject{{u"error"_s, synced.err}};
    }
    static QString otherDay(Stage &stage, const QString &date)
    {
        for (const QJsonObject &day : other(stage, {u"days"_s}).jsonLines()) {
            if (day[u"date"_s] == date && day[u"person"_s] == u"Maya Lindqvist"_s)
                return day[u"call"_s].toString() + u'-' + day[u"wrap"_s].toString();
        }
        return {};
    }
    static QByteArray compact(const QJsonObject &report)
    {
        return QJsonDocument(report).toJson(QJsonDocument::Compact);
    }

    // Takes one record away from the other client, as a failing disk would.
    static void loseRecord(Stage &stage, const QString &date)
    {
        QFile file(stage.dataFolder(u"priya"_s) + u"/device.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QJsonObject state = QJsonDocument::fromJson(file.readAll()).object();
        file.close();
        QJsonObject records = state[u"records"_s].toObject();
        for (const QJsonObject &day : other(stage, {u"days"_s}).jsonLines()) {
            if (day[u"date"_s] == date)
                records.remove(day[u"id"_s].toString());
        }
        QCOMPARE(records.size(), state[u"records"_s].toObject().size() - 1);
        state[u"records"_s] = records;
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(QJsonDocument(state).toJson(QJsonDocument::Compact));
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(QFileInfo::exists(QStringLiteral(FILM_NODE)),
                 "node is missing: scripts/install_dependencies.sh");
        QVERIFY2(QFileInfo::exists(QStringLiteral(FILM_INTEROP_CLIENT)),
                 "build the target interop_client first, as ctest does");
    }

    void anEntryTravelsBothWays_data() { kinds(); }
    void anEntryTravelsBothWays()
    {
        Stage stage(kind());
        begin(stage);
        enterOurs(stage, u"2025-11-20"_s, u"0700 1300-1330 1930"_s);

        QJsonObject report = syncOther(stage);
        QVERIFY2(report[u"verdict"_s] == u"snapshot"_s, compact(report).constData());
        QVERIFY2(report[u"snapshotRows"_s].toInt() > 0, compact(report).constData());
        QCOMPARE(otherDay(stage, u"2025-11-20"_s), u"07:00-19:30"_s);

        enterOther(stage, u"2025-11-21"_s, u"06:30"_s, u"18:00"_s);
        report = syncOther(stage);
        const QJsonArray answer{u"applied"_s, report[u"head"_s]};
        QVERIFY2(report[u"acks"_s] == QJsonArray{answer}, compact(report).constData());
        QCOMPARE(ours(stage, {u"sync"_s}).code, 0);
        QVERIFY2(ourWeek(stage).contains(u"0630 1800"_s), qPrintable(ourWeek(stage)));
        const auto verified = stage.verifyLog();
        QVERIFY2(verified.code == 0, qPrintable(verified.out + verified.err));
    }

    void aConnectionGoesOnWhereTheLastEnded_data() { kinds(); }
    void aConnectionGoesOnWhereTheLastEnded()
    {
        Stage stage(kind());
        begin(stage);
        QJsonObject report = syncOther(stage);
        QVERIFY2(report[u"verdict"_s] == u"snapshot"_s, compact(report).constData());

        enterOurs(stage, u"2025-11-22"_s, u"0800 1300-1330 1900"_s);
        report = syncOther(stage);

        QVERIFY2(report[u"verdict"_s] == u"resume"_s, compact(report).constData());
        QVERIFY2(report[u"snapshotRows"_s] == 0 && report[u"deltaRows"_s] == 1,
                 compact(report).constData());
        QCOMPARE(otherDay(stage, u"2025-11-22"_s), u"08:00-19:00"_s);
    }

    // The answer is lost, so the change is sent again: it is told what became of it, once.
    void aRepeatedPushChangesNothing_data() { kinds(); }
    void aRepeatedPushChangesNothing()
    {
        Stage stage(kind());
        begin(stage);
        QVERIFY(!syncOther(stage).contains(u"error"_s));
        enterOther(stage, u"2025-11-18"_s, u"06:00"_s, u"18:15"_s);

        QJsonObject report = syncOther(stage, {u"--lose-answer"_s});
        QVERIFY2(report[u"lost"_s].toArray().size() == 1, compact(report).constData());
        const int sequence = report[u"lost"_s][0].toInt();
        const auto log = stage.serverLog();
        report = syncOther(stage);

        const QJsonArray answer{u"applied"_s, sequence};
        QVERIFY2(report[u"acks"_s] == QJsonArray{answer}, compact(report).constData());
        QVERIFY2(report[u"head"_s] == sequence, compact(report).constData());
        QCOMPARE(stage.serverLog(), log);
        const auto verified = stage.verifyLog();
        QVERIFY2(verified.code == 0, qPrintable(verified.out + verified.err));
    }

    // The second change names the version it saw, so it is no conflict, and what it does not name
    // stays: the meal in another group, the travel time in the same.
    void aDayIsChangedTwice_data() { kinds(); }
    void aDayIsChangedTwice()
    {
        Stage stage(kind());
        begin(stage);
        enterOurs(stage, u"2025-11-20"_s, u"0700 1300-1330 1930 t0.5"_s);
        QVERIFY(!syncOther(stage).contains(u"error"_s));

        enterOther(stage, u"2025-11-20"_s, u"07:00"_s, u"20:15"_s);
        const QJsonObject report = syncOther(stage);
        QVERIFY2(report[u"acks"_s][0][0] == u"applied"_s, compact(report).constData());
        QCOMPARE(ours(stage, {u"sync"_s}).code, 0);

        const QString week = ourWeek(stage);
        QVERIFY2(week.contains(u"0700 1300-1330 2015 t0:30"_s), qPrintable(week));
    }

    // The other client is ahead of ours for once.
    void whatALaterVersionWroteSurvivesAnEdit_data() { kinds(); }
    void whatALaterVersionWroteSurvivesAnEdit()
    {
        Stage stage(kind());
        begin(stage);
        enterOurs(stage, u"2025-11-20"_s, u"0700 1300-1330 1930"_s);
        QVERIFY(!syncOther(stage).contains(u"error"_s));
        const auto marked =
            other(stage, {u"later"_s, u"2025-11-20"_s, u"Maya Lindqvist"_s, u"in 2027"_s});
        QVERIFY2(marked.code == 0, qPrintable(marked.err));
        QJsonObject report = syncOther(stage);
        QVERIFY2(report[u"acks"_s][0][0] == u"applied"_s, compact(report).constData());
        QCOMPARE(ours(stage, {u"sync"_s}).code, 0);

        enterOurs(stage, u"2025-11-20"_s, u"0700 1300-1330 2015"_s);

        report = syncOther(stage);
        QVERIFY2(report[u"deltaRows"_s] == 1, compact(report).constData());
        QCOMPARE(otherDay(stage, u"2025-11-20"_s), u"07:00-20:15"_s);
        const QJsonObject day = other(stage, {u"days"_s}).jsonLines().value(0);
        const QJsonArray later{u"in 2027"_s, u"in 2027"_s};
        QVERIFY2(day[u"later"_s] == later, compact(day).constData());
    }

    // While it is connected: a department's head sees its days, a crew member the own ones.
    void aNewRoleComesWhileConnected_data() { kinds(); }
    void aNewRoleComesWhileConnected()
    {
        Stage stage(kind());
        stage.makeProduction();
        stage.startServer();
        stage.join(u"maya"_s, stage.inviteFor(u"Maya Lindqvist"_s));
        QCOMPARE(ours(stage, {u"sync"_s}).code, 0);
        enterOurs(stage, u"2025-11-20"_s, u"0700 1300-1330 1930"_s);
        const auto joined = other(stage,
                                  {u"join"_s, stage.serverUrl(),
                                   stage.inviteFor(u"Ruben Castellane"_s), u"Ruben's Node"_s});
        QVERIFY2(joined.code == 0, qPrintable(joined.err));
        QVERIFY(!syncOther(stage).contains(u"error"_s));
        QCOMPARE(otherDay(stage, u"2025-11-20"_s), QString());

        for (const QString &role : {u"head-of-department"_s, u"crew"_s}) {
            const bool isHead = role == u"head-of-department"_s;
            QProcess node;
            startOther(node, stage, {u"sync"_s, u"--await-scope"_s});
            QVERIFY2(node.waitForReadyRead(patienceMs), node.readAllStandardError().constData());
            QCOMPARE(node.readLine().trimmed(), QByteArray("waiting for another scope"));
            QCOMPARE(stage
                         .adminOn({u"set-role"_s, u"--person"_s, u"Ruben Castellane"_s, u"--role"_s,
                                   role})
                         .code,
                     0);
            QVERIFY(node.waitForFinished(patienceMs));

            QVERIFY2(node.exitCode() == 0, node.readAllStandardError().constData());
            const QJsonObject report =
                QJsonDocument::fromJson(node.readAllStandardOutput()).object();
            const QString direction = isHead ? u"gained"_s : u"lost"_s;
            QVERIFY2(report[u"scope"_s][direction].toInt() > 0, compact(report).constData());
            QCOMPARE(otherDay(stage, u"2025-11-20"_s), isHead ? u"07:00-19:30"_s : QString());
        }
    }

    // The order to forget is believed because the production's authority signed it.
    void aRevokedDeviceHandsOverAndForgets_data() { kinds(); }
    void aRevokedDeviceHandsOverAndForgets()
    {
        Stage stage(kind());
        begin(stage);
        enterOurs(stage, u"2025-11-20"_s, u"0700 1300-1330 1930"_s);
        QJsonObject report = syncOther(stage);
        QVERIFY(!otherDay(stage, u"2025-11-20"_s).isEmpty());
        enterOther(stage, u"2025-11-21"_s, u"06:30"_s, u"18:00"_s);
        QCOMPARE(
            stage.adminOn({u"revoke-device"_s, u"--device"_s, report[u"device"_s].toString()}).code,
            0);

        report = syncOther(stage);

        QVERIFY2(report[u"mode"_s] == u"drain"_s && report[u"forgotten"_s] == true,
                 compact(report).constData());
        QVERIFY2(report[u"acks"_s][0][0] == u"held"_s, compact(report).constData());
        QCOMPARE(other(stage, {u"days"_s}).out, QString());
    }

    void aLostRecordIsFoundByTheDigest_data() { kinds(); }
    void aLostRecordIsFoundByTheDigest()
    {
        Stage stage(kind());
        begin(stage);
        enterOurs(stage, u"2025-11-20"_s, u"0700 1300-1330 1930"_s);
        QVERIFY(!syncOther(stage).contains(u"error"_s));

        loseRecord(stage, u"2025-11-20"_s);
        QCOMPARE(otherDay(stage, u"2025-11-20"_s), QString());
        const QJsonObject report = syncOther(stage);

        QVERIFY2(report[u"verdict"_s] == u"resume"_s && report[u"repaired"_s] == 1,
                 compact(report).constData());
        QCOMPARE(otherDay(stage, u"2025-11-20"_s), u"07:00-19:30"_s);
    }
};

QTEST_GUILESS_MAIN(TestInterop)
#include "tst_interop.moc"
