#include <QDate>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;

namespace {

struct Run {
    int exit = -1;
    QByteArray out;
    QByteArray error;
};

void prepare(QProcess &process, const QTemporaryDir &folder, const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"FILMTRACKER_SECRETS"_s, u"plain"_s);
    process.setProcessEnvironment(environment);
    process.setProgram(QStringLiteral(FILM_BINARY_DIR) + u"/bin/filmtracker-cli"_s);
    process.setArguments(QStringList{u"--data"_s, folder.path()} + arguments);
}

Run run(const QTemporaryDir &folder, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    prepare(process, folder, arguments);
    process.start();
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(20'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

bool start(const QTemporaryDir &folder)
{
    return run(folder,
               {u"start"_s, u"--title"_s, u"Nova"_s, u"--person"_s, u"Maya"_s, u"--department"_s,
                u"Camera"_s, u"--zone"_s, u"Europe/Berlin"_s})
               .exit
        == 0;
}

QJsonObject json(const QByteArray &line)
{
    return QJsonDocument::fromJson(line).object();
}

void writeCrewList(const QTemporaryDir &folder, const QByteArray &csv)
{
    QFile file(folder.filePath(u"crew.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(csv);
}

// The changes that the ledger of printed lines calls saved.
QSet<QByteArray> savedIn(const QByteArray &out)
{
    QSet<QByteArray> saved;
    for (const QByteArray &line : out.split('\n')) {
        if (line.startsWith("saved "))
            saved.insert(line.split(' ').at(1));
    }
    return saved;
}

} // namespace

class TestCli : public QObject
{
    Q_OBJECT
private slots:
    void exitCodesSayWhatHappened_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("saved") << QStringList{u"enter"_s, u"2026-11-20"_s, u"0700 1930"_s} << 0;
        QTest::newRow("no such command") << QStringList{u"sing"_s} << 1;
        QTest::newRow("missing line") << QStringList{u"enter"_s, u"2026-11-20"_s} << 1;
        QTest::newRow("bad line") << QStringList{u"enter"_s, u"2026-11-20"_s, u"soon"_s} << 2;
        QTest::newRow("bad date") << QStringList{u"enter"_s, u"yesterday"_s, u"0700"_s} << 2;
        QTest::newRow("nobody") << QStringList{u"enter"_s, u"2026-11-20"_s, u"0700 1930"_s,
                                               u"--person"_s, u"Zoe"_s}
                                << 3;
        QTest::newRow("empty week") << QStringList{u"week"_s, u"2020-01-01"_s} << 3;
        QTest::newRow("no conflicts") << QStringList{u"conflicts"_s} << 3;
        QTest::newRow("nowhere to sync") << QStringList{u"sync"_s} << 3;
        QTest::newRow("no file") << QStringList{u"import-crew"_s, u"/no/such.csv"_s} << 3;
        QTest::newRow("status") << QStringList{u"status"_s} << 0;
    }

    void exitCodesSayWhatHappened()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, code);
        const QTemporaryDir folder;
        QVERIFY(start(folder));

        QCOMPARE(run(folder, arguments).exit, code);
    }

    void withoutAServerJoiningIsOffline()
    {
        const QTemporaryDir folder;

        const Run joined =
            run(folder, {u"join"_s, u"--server"_s, u"ws://127.0.0.1:9"_s, u"--code"_s, u"AAAA"_s});

        QCOMPARE(joined.exit, 4);
    }

    void jsonHasTheDayAsItWasEntered()
    {
        const QTemporaryDir folder;
        QVERIFY(start(folder));
        const Run entered = run(
            folder, {u"--json"_s, u"enter"_s, u"2026-11-20"_s, u"0700 1300-1330 1930 ; rain"_s});
        QCOMPARE(json(entered.out).value(u"result"_s).toString(), u"saved"_s);

        const QJsonObject day = json(run(folder, {u"--json"_s, u"week"_s, u"2026-11-20"_s}).out);

        QCOMPARE(day.value(u"date"_s).toString(), u"2026-11-20"_s);
        QCOMPARE(day.value(u"person"_s).toString(), u"Maya"_s);
        QCOMPARE(day.value(u"line"_s).toString(), u"0700 1300-1330 1930"_s);
        QCOMPARE(day.value(u"minutes"_s).toInt(), 720);
        QCOMPARE(day.value(u"notes"_s).toString(), u"rain"_s);
        QCOMPARE(day.value(u"pending"_s).toBool(), true);
    }

    // In Berlin the clocks go back in the night after Saturday 24 Oct 2026, from 3:00 to 2:00.
    void aTimeThatComesTwiceIsAskedAbout()
    {
        const QTemporaryDir folder;
        QVERIFY(start(folder));
        const QStringList enter{u"enter"_s, u"2026-10-24"_s, u"1900 2630"_s};

        const QByteArray before = run(folder, {u"outbox"_s}).out;
        const Run asked = run(folder, enter);
        QCOMPARE(asked.exit, 2);
        QVERIFY2(asked.error.contains("02:30") && asked.error.contains("--clock first"),
                 asked.error.constData());
        QCOMPARE(run(folder, {u"outbox"_s}).out, before);

        QCOMPARE(run(folder, enter + QStringList{u"--clock"_s, u"second"_s}).exit, 0);
        // Of the same minute it is known by now; the first of the two is another time.
        QCOMPARE(run(folder, enter).exit, 3);
        QCOMPARE(run(folder, enter + QStringList{u"--clock"_s, u"twice"_s}).exit, 1);
    }

    void aTimeThatTheClocksSkipIsRefused()
    {
        const QTemporaryDir folder;
        QVERIFY(start(folder));

        const Run entered = run(folder, {u"enter"_s, u"2026-03-28"_s, u"1900 2630"_s});

        QCOMPARE(entered.exit, 2);
        QVERIFY2(entered.error.contains("01:30") && entered.error.contains("03:30"),
                 entered.error.constData());
    }

    void aDayIsHandedInApprovedAndTakenAway()
    {
        QTemporaryDir folder;
        QVERIFY(start(folder));
        const auto act = [&folder](const QString &what) {
            return run(folder, {what, u"2026-11-20"_s}).exit;
        };
        QCOMPARE(run(folder, {u"enter"_s, u"2026-11-20"_s, u"0700 1930"_s}).exit, 0);

        QCOMPARE(act(u"approve"_s), 3); // nobody has handed it in
        QCOMPARE(act(u"submit"_s), 0);
        QCOMPARE(act(u"approve"_s), 0);
        QCOMPARE(act(u"approve"_s), 3);
        QCOMPARE(act(u"reopen"_s), 0);
        QCOMPARE(act(u"delete"_s), 0);
        QVERIFY(!run(folder, {u"week"_s, u"2026-11-20"_s}).out.contains("0700"));
        QCOMPARE(act(u"delete"_s), 3);
        QCOMPARE(act(u"undelete"_s), 0);
        QVERIFY(
            json(run(folder, {u"--json"_s, u"week"_s, u"2026-11-20"_s}).out).contains(u"line"_s));
    }

    void aRefusedLineDoesNotStopTheOthers()
    {
        const QTemporaryDir folder;
        QVERIFY(start(folder));

        const Run entered = run(folder, {u"enter"_s, u"--stdin"_s},
                                "2026-11-20\tMaya\t0700 1930\n"
                                "2026-11-21\tMaya\tsoon\n"
                                "2026-11-22\tMaya\t0800 2000\n");

        QCOMPARE(entered.exit, 2);
        QCOMPARE(savedIn(entered.out).size(), 2);
    }

    // Every line that says "saved" was printed after the change was on disk.
    void whatWasPrintedAsSavedSurvivesAKill()
    {
        const QTemporaryDir folder;
        QVERIFY(start(folder));
        QByteArray ledger;
        for (int round = 0; round < 3; ++round) {
            QProcess process;
            prepare(process, folder, {u"enter"_s, u"--stdin"_s});
            process.start();
            for (int day = 1; day <= 28; ++day) {
                const QDate date(2026, round + 1, day);
                const QString line = date.toString(Qt::ISODate) + u"\tMaya\t0700 1930\n"_s;
                process.write(line.toUtf8());
            }
            QByteArray out;
            while (out.count('\n') < 5 * (round + 1) && process.waitForReadyRead(10'000))
                out += process.readAllStandardOutput();
            process.kill();
            QVERIFY(process.waitForFinished());
            out += process.readAllStandardOutput();
            ledger += out.left(out.lastIndexOf('\n') + 1);
        }
        const QSet<QByteArray> saved = savedIn(ledger);
        QVERIFY(saved.size() >= 30);

        QSet<QByteArray> kept;
        for (const QByteArray &line : run(folder, {u"outbox"_s}).out.split('\n'))
            kept.insert(line.split(' ').front());

        QVERIFY(kept.contains(saved));
    }

    void aDayIsPricedByTheDealOfTheCrewList()
    {
        const QTemporaryDir folder;
        QVERIFY(start(folder));
        writeCrewList(folder,
                      "Name,Department,Hourly rate,Currency,Rule pack\n"
                      "Lena,Grip,40.00,USD,iatse-hba-tv\n");
        QCOMPARE(run(folder, {u"import-crew"_s, folder.filePath(u"crew.csv"_s)}).exit, 0);
        QCOMPARE(
            run(folder,
                {u"enter"_s, u"2026-05-05"_s, u"0700 1424-1454 1900"_s, u"--person"_s, u"Lena"_s})
                .exit,
            0);

        const Run priced =
            run(folder, {u"rules"_s, u"price"_s, u"2026-05-05"_s, u"--person"_s, u"Lena"_s});
        const Run explained = run(folder,
                                  {u"rules"_s, u"explain"_s, u"2026-05-05"_s, u"--person"_s,
                                   u"Lena"_s, u"--language"_s, u"de"_s});
        const Run compared = run(folder,
                                 {u"rules"_s, u"compare"_s, u"2026-05-05"_s, u"--pack"_s,
                                  u"us-ca-nonunion"_s, u"--person"_s, u"Lena"_s});

        QCOMPARE(priced.exit, 0);
        QVERIFY2(priced.out.contains("560.00 USD"), priced.out.constData());
        QVERIFY2(priced.out.contains("Payroll, the agreement and the law decide"),
                 priced.out.constData());
        QVERIFY2(explained.out.contains("angefangene Schritte"), explained.out.constData());
        QVERIFY2(compared.out.contains("iatse-hba-tv@2024"), compared.out.constData());
        QVERIFY2(compared.out.contains("us-ca-nonunion@1"), compared.out.constData());
    }

    // Two units and an account on one date: one day to the rules, split to the cent.
    void aDayOfTwoUnitsIsPricedAndSplit()
    {
        const QTemporaryDir folder;
        QVERIFY(start(folder));
        writeCrewList(folder,
                      "Name,Department,Unit,Hourly rate,Currency,Rule pack\n"
                      "Lena,Grip,Main,40.00,USD,iatse-hba-tv\n"
                      "Otto,Grip,Second,40.00,USD,iatse-hba-tv\n");
        QCOMPARE(run(folder, {u"import-crew"_s, folder.filePath(u"crew.csv"_s)}).exit, 0);
        const auto enter = [&](const QString &line, const QStringList &more) {
            return run(folder,
                       QStringList{u"enter"_s, u"2026-05-05"_s, line, u"--person"_s, u"Lena"_s}
                           + more)
                .exit;
        };
        QCOMPARE(enter(u"0700 1100 acct=2210 ep=103 kit=50"_s, {}), 0);
        QCOMPARE(enter(u"1530 1930"_s, {u"--unit"_s, u"second"_s}), 0);
        QCOMPARE(enter(u"1530 1930"_s, {u"--unit"_s, u"third"_s}), 3);
        const auto price = [&](const QStringList &more) {
            return run(folder,
                       QStringList{u"rules"_s, u"price"_s, u"2026-05-05"_s, u"--person"_s,
                                   u"Lena"_s}
                           + more)
                .out;
        };

        const QByteArray english = price({});
        QVERIFY2(english.contains("paid by 2210 / 103"), english.constData());
        QVERIFY2(english.contains("paid by Second"), english.constData());
        QVERIFY2(english.count("160.00 USD") >= 2, english.constData());
        QVERIFY2(english.contains("370.00 USD"), english.constData()); // with the kit
        const QByteArray json = price({u"--json"_s});
        QVERIFY2(json.contains("\"split\""), json.constData());
        QVERIFY2(json.contains("\"code\":\"Second\""), json.constData());
    }

    void thePayCommandsSpeakFourLanguages_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("English") << u"en"_s
                                 << QStringList{u"hours x1.0"_s, u"estimate"_s, u"meal penalty"_s,
                                                u"Payroll"_s};
        QTest::newRow("German") << u"de"_s
                                << QStringList{u"Stunden x1.0"_s, u"Schätzung"_s, u"Pausenstrafe"_s,
                                               u"Lohnbuchhaltung"_s};
        QTest::newRow("French") << u"fr"_s
                                << QStringList{u"heures x1.0"_s, u"estimation"_s,
                                               u"pénalité de repas"_s, u"La paie"_s};
        QTest::newRow("Spanish") << u"es"_s
                                 << QStringList{u"horas x1.0"_s, u"estimación"_s, u"penalización"_s,
                                                u"nóminas"_s};
    }

    void thePayCommandsSpeakFourLanguages()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, words);
        const QTemporaryDir folder;
        QVERIFY(start(folder));
        writeCrewList(folder,
                      "Name,Department,Hourly rate,Currency,Rule pack\n"
                      "Lena,Grip,40.00,USD,iatse-hba-tv\n"
                      "Otto,Grip,40.00,USD,\n");
        QCOMPARE(run(folder, {u"import-crew"_s, folder.filePath(u"crew.csv"_s)}).exit, 0);
        const auto ask = [&](const QStringList &arguments) {
            return QString::fromUtf8(
                run(folder, arguments + QStringList{u"--language"_s, language}).out);
        };
        for (const QString &name : {u"Lena"_s, u"Otto"_s})
            QCOMPARE(
                run(folder,
                    {u"enter"_s, u"2026-05-05"_s, u"0700 1424-1454 1900"_s, u"--person"_s, name})
                    .exit,
                0);
        QCOMPARE(
            run(folder, {u"enter"_s, u"2026-05-06"_s, u"0700"_s, u"--person"_s, u"Lena"_s}).exit,
            0);

        const QString priced = ask({u"rules"_s, u"price"_s, u"2026-05-05"_s, u"--all"_s});
        const QString compared = ask({u"rules"_s, u"compare"_s, u"2026-05-05"_s, u"--pack"_s,
                                      u"us-ca-nonunion"_s, u"--person"_s, u"Lena"_s});
        const QString ahead = ask({u"rules"_s, u"forecast"_s, u"2026-05-06"_s, u"--person"_s,
                                   u"Lena"_s, u"--now"_s, u"1000"_s});

        for (const QString &word : words)
            QVERIFY2(priced.contains(word), qPrintable(priced));
        // Nothing of one language stands in another's.
        const QStringList english{u"estimate"_s,  u"no rule"_s, u"no figure"_s, u"Payroll"_s,
                                  u" under "_s,   u" is due"_s, u"of it"_s,     u" begins"_s,
                                  u"guarantee"_s, u"no wrap"_s};
        QVERIFY(!compared.isEmpty() && !ahead.isEmpty());
        const QString said = priced + compared + ahead;
        if (language != u"en") {
            for (const QString &word : english)
                QVERIFY2(!said.contains(word), qPrintable(word + u'\n' + said));
        }
        // Programs read the same in every language.
        const QString json =
            ask({u"rules"_s, u"price"_s, u"2026-05-05"_s, u"--all"_s, u"--json"_s});
        QVERIFY2(json.contains(u"\"meal_penalty\""), qPrintable(json));
        QVERIFY2(json.contains(u"no rule: the deal names no pack"), qPrintable(json));
    }

    void aSideLetterIsKeptAndCounts()
    {
        const QTemporaryDir folder;
        QVERIFY(start(folder));
        writeCrewList(folder,
                      "Name,Department,Hourly rate,Currency,Rule pack\n"
                      "Lena,Grip,40.00,USD,iatse-hba-tv\n");
        QCOMPARE(run(folder, {u"import-crew"_s, folder.filePath(u"crew.csv"_s)}).exit, 0);
        QCOMPARE(
            run(folder, {u"enter"_s, u"2026-05-05"_s, u"0700 1100"_s, u"--person"_s, u"Lena"_s})
                .exit,
            0);
        const auto letter = [&](const QByteArray &text) {
            QFile file(folder.filePath(u"letter.txt"_s));
            if (!file.open(QIODevice::WriteOnly))
                return Run{};
            file.write(text);
            file.close();
            return run(folder, {u"rules"_s, u"letter"_s, file.fileName()});
        };
        const auto price = [&] {
            return run(folder, {u"rules"_s, u"price"_s, u"2026-05-05"_s, u"--person"_s, u"Lena"_s})
                .out;
        };

        QVERIFY2(price().contains("320.00 USD"), price().constData());
        QCOMPARE(letter("iatse-hba-tv: meals.dinner=5").exit, 2);
        QCOMPARE(letter("iatse-hba-tv: work_day.min_call_min=600").exit, 0);
        QVERIFY2(price().contains("440.00 USD"), price().constData());
        QVERIFY(run(folder, {u"rules"_s, u"letter"_s}).out.contains("min_call_min=600"));
        QCOMPARE(letter("").exit, 0);
        QVERIFY2(price().contains("320.00 USD"), price().constData());
        QCOMPARE(run(folder, {u"rules"_s, u"letter"_s}).exit, 3);
    }

    void whatADayWouldCostIsAsked()
    {
        const QTemporaryDir folder;
        QVERIFY(start(folder));
        writeCrewList(folder,
                      "Name,Department,Hourly rate,Currency,Rule pack\n"
                      "Lena,Grip,40.00,USD,iatse-hba-tv\n"
                      "Otto,Electric,50.00,USD,iatse-hba-tv\n");
        QCOMPARE(run(folder, {u"import-crew"_s, folder.filePath(u"crew.csv"_s)}).exit, 0);
        for (const QString &name : {u"Lena"_s, u"Otto"_s})
            QCOMPARE(
                run(folder,
                    {u"enter"_s, u"2026-05-05"_s, u"0700 1200-1230 1530"_s, u"--person"_s, name})
                    .exit,
                0);

        const Run later = run(
            folder,
            {u"rules"_s, u"what-if"_s, u"2026-05-05"_s, u"--all"_s, u"--move-wrap"_s, u"1:00"_s});
        const Run more = run(folder,
                             {u"rules"_s, u"what-if"_s, u"2026-05-05"_s, u"--department"_s,
                              u"Grip"_s, u"--add"_s, u"2"_s, u"--json"_s});

        QCOMPARE(later.exit, 0);
        QVERIFY2(later.out.contains("720.00 USD ->     855.00 USD"), later.out.constData());
        QVERIFY2(later.out.contains("Electric"), later.out.constData());
        QCOMPARE(json(more.out.trimmed().split('\n').last()).value(u"then"_s).toString(),
                 u"960.00 USD"_s);
        QCOMPARE(run(folder,
                     {u"rules"_s, u"what-if"_s, u"2026-05-05"_s, u"--all"_s, u"--move-wrap"_s,
                      u"soon"_s})
                     .exit,
                 2);
    }

    // Of each who is at work and of all: who has a wrap is no longer, who has no deal has no rule.
    void whatIsAheadIsAskedOfMany()
    {
        const QTemporaryDir folder;
        QVERIFY(start(folder));
        writeCrewList(folder,
                      "Name,Department,Hourly rate,Currency,Rule pack\n"
                      "Lena,Grip,40.00,USD,iatse-hba-tv\n"
                      "Otto,Electric,50.00,USD,iatse-hba-tv\n"
                      "Ada,Electric,50.00,USD,iatse-hba-tv\n");
        QCOMPARE(run(folder, {u"import-crew"_s, folder.filePath(u"crew.csv"_s)}).exit, 0);
        const std::array<std::pair<QString, QString>, 4> entries{{{u"Lena"_s, u"0700"_s},
                                                                  {u"Otto"_s, u"0600"_s},
                                                                  {u"Ada"_s, u"0600 1100"_s},
                                                                  {u"Maya"_s, u"0700"_s}}};
        for (const auto &[name, line] : entries)
            QCOMPARE(run(folder, {u"enter"_s, u"2026-05-05"_s, line, u"--person"_s, name}).exit, 0);
        const auto ahead = [&folder](const QStringList &more) {
            return run(
                folder,
                QStringList{u"rules"_s, u"forecast"_s, u"2026-05-05"_s, u"--now"_s, u"11:50"_s}
                    + more);
        };

        const Run one = ahead({u"--person"_s, u"Lena"_s, u"--next-call"_s, u"6:00"_s});
        const Run all = ahead({u"--all"_s, u"--json"_s});

        QCOMPARE(one.exit, 0);
        QVERIFY2(one.out.contains("13:00    meal 1 is due"), one.out.constData());
        QVERIFY2(one.out.contains("20:00    last wrap that leaves 10:00 of rest"),
                 one.out.constData());
        QVERIFY2(one.out.contains("15:00    the guarantee of 8:00 is reached")
                     || one.out.contains("15:00    the guarantee of 08:00 is reached"),
                 one.out.constData());
        QVERIFY2(one.out.contains("in 30 min"), one.out.constData());
        QVERIFY2(one.out.contains("Payroll, the agreement and the law decide"),
                 one.out.constData());
        QCOMPARE(all.exit, 0);
        QVERIFY2(all.out.contains("no rule"), all.out.constData());
        QVERIFY2(!all.out.contains("Ada"), all.out.constData());
        // Otto's meal is due at noon: in half an hour he has one penalty, and everybody together.
        const QJsonObject sum = json(all.out.trimmed().split('\n').last());
        QCOMPARE(sum.value(u"person"_s).toString(), u"all"_s);
        QCOMPARE(sum.value(u"inMinutes"_s).toInt(), 30);
        QCOMPARE(sum.value(u"gross"_s).toString(), u"727.50 USD"_s);
        QCOMPARE(sum.value(u"penalties"_s).toString(), u"7.50 USD"_s);
        QCOMPARE(ahead({u"--now"_s, u"soon"_s}).exit, 2);
        QCOMPARE(
            run(folder,
                {u"rules"_s, u"forecast"_s, u"2026-05-06"_s, u"--now"_s, u"9:00"_s, u"--all"_s})
                .exit,
            3);
    }

    // The days are read anew: a Saturday is a sixth day under one pack and not under the other.
    void aWeekIsComparedAsTheOtherPackReadsIt()
    {
        const QTemporaryDir folder;
        QVERIFY(start(folder));
        writeCrewList(folder,
                      "Name,Department,Hourly rate,Currency,Rule pack\n"
                      "Ben,Grip,25.00,USD,us-flsa\n");
        QCOMPARE(run(folder, {u"import-crew"_s, folder.filePath(u"crew.csv"_s)}).exit, 0);
        for (int day = 4; day <= 9; ++day)
            QCOMPARE(run(folder,
                         {u"enter"_s, u"2026-05-0%1"_s.arg(day), u"0700 1200-1230 1530"_s,
                          u"--person"_s, u"Ben"_s})
                         .exit,
                     0);
        const auto compare = [&folder](const QString &pack) {
            return run(folder,
                       {u"rules"_s, u"compare"_s, u"2026-05-05"_s, u"--pack"_s, pack, u"--person"_s,
                        u"Ben"_s, u"--json"_s});
        };

        const Run sixth = compare(u"iatse-hba-tv"_s);
        const Run pounds = compare(u"uk-pact-tv"_s);
        const Run off = compare(u"fr-film"_s);

        // 48 h and half of eight again; 40 h and eight at 1.5.
        const QJsonObject total = json(sixth.out.trimmed().split('\n').last());
        QCOMPARE(sixth.exit, 0);
        QCOMPARE(total.value(u"code"_s).toString(), u"total"_s);
        QCOMPARE(total.value(u"before"_s).toString(), u"1300.00 USD"_s);
        QCOMPARE(total.value(u"after"_s).toString(), u"1300.00 USD"_s);
        QVERIFY(total.value(u"estimate"_s).toBool());
        QCOMPARE(pounds.exit, 2);
        QVERIFY(json(pounds.out.trimmed().split('\n').last()).contains(u"noFigure"_s));
        QCOMPARE(off.exit, 2);
        QCOMPARE(off.out, QByteArray());
    }

    void packsAreListedForAnEngagement()
    {
        const QTemporaryDir folder;
        const auto choose = [&folder](const QStringList &arguments) {
            return run(folder, QStringList{u"rules"_s, u"choose"_s} + arguments);
        };
        const Run found = choose({u"2026-01-01"_s, u"union=IBT-399"_s, u"deal=hourly"_s});
        QCOMPARE(found.exit, 0);
        QVERIFY2(found.out.startsWith("teamsters-399@2024 "), found.out.constData());
        QVERIFY2(found.out.contains("not said: location"), found.out.constData());
        QCOMPARE(choose({u"union"_s}).exit, 2);
        QCOMPARE(choose({u"on_production=perhaps"_s}).exit, 2);
        QCOMPARE(choose({u"1900-01-01"_s}).exit, 3); // nothing was in force
    }

    // From a publisher's key to a pack on another computer.
    void aPackIsSignedTrustedAndAdded()
    {
        const QTemporaryDir folder;
        const QString pack = folder.filePath(u"mine.json"_s);
        const Run known =
            run(folder, {u"rules"_s, u"diff"_s, u"iatse-hba-tv@2021"_s, u"iatse-hba-tv@2024"_s});
        QCOMPARE(known.exit, 0);
        QVERIFY2(known.out.contains("version: 2021 -> 2024"), known.out.constData());
        QFile file(pack);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{}");
        file.close();
        const Run key = run(folder, {u"rules"_s, u"key"_s, folder.filePath(u"key"_s)});
        QCOMPARE(key.exit, 0);
        QCOMPARE(key.out.trimmed().size(), 64);
        QCOMPARE(QFile(folder.filePath(u"key"_s)).permissions()
                     & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QCOMPARE(run(folder, {u"rules"_s, u"key"_s, folder.filePath(u"key"_s)}).exit, 2);

        // What is no pack is not signed.
        QCOMPARE(
            run(folder, {u"rules"_s, u"sign"_s, pack, u"--key"_s, folder.filePath(u"key"_s)}).exit,
            2);
        QVERIFY(!QFile::exists(pack + u".sig"_s));
        QCOMPARE(run(folder, {u"rules"_s, u"add"_s, pack}).exit, 6);
        QCOMPARE(run(folder,
                     {u"rules"_s, u"trust"_s, QString::fromLatin1(key.out.trimmed()), u"The"_s,
                      u"union"_s})
                     .exit,
                 0);
        QCOMPARE(run(folder, {u"rules"_s, u"trust"_s, u"no key"_s}).exit, 2);
    }

    void aPackIsWrittenOut()
    {
        const QTemporaryDir folder;
        const Run written = run(folder, {u"rules"_s, u"export"_s, u"us-flsa"_s, folder.path()});
        QCOMPARE(written.exit, 0);
        const QString path = folder.filePath(u"us-flsa@1.json"_s);
        QVERIFY2(written.out.contains(path.toUtf8()), written.out.constData());
        QCOMPARE(run(folder, {u"rules"_s, u"check"_s, path}).exit, 0);
        QVERIFY(run(folder, {u"rules"_s, u"export"_s, u"nothing"_s, folder.path()}).exit != 0);
    }

    void withoutADealThereIsNoFigure()
    {
        const QTemporaryDir folder;
        QVERIFY(start(folder));
        QCOMPARE(run(folder, {u"enter"_s, u"2026-05-05"_s, u"0700 1930"_s}).exit, 0);

        const Run priced = run(folder, {u"rules"_s, u"price"_s, u"2026-05-05"_s});

        QCOMPARE(priced.exit, 0);
        QVERIFY2(priced.out.contains("no rule"), priced.out.constData());
        QVERIFY2(!priced.out.contains("0.00"), priced.out.constData());
    }

    void aPackIsCheckedWithoutAnyData()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"pack.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"schema": "filmtracker.rulepack/1", "colour": "red"})");
        file.close();

        const Run checked = run(folder, {u"rules"_s, u"check"_s, file.fileName()});

        QCOMPARE(checked.exit, 2);
        QVERIFY2(checked.out.contains("colour"), checked.out.constData());
    }

    // Neither of the packs that are here nor of those that are checked with it.
    void aPackIsCheckedForTheStatuteBelowIt()
    {
        const QTemporaryDir folder;
        QCOMPARE(run(folder, {u"rules"_s, u"export"_s, u"us-flsa"_s, folder.path()}).exit, 0);
        QFile exported(folder.filePath(u"us-flsa@1.json"_s));
        QVERIFY(exported.open(QIODevice::ReadOnly));
        const QByteArray statute = exported.readAll();
        const auto written = [&](const QString &name, const QByteArray &floor) {
            const QByteArray id = "\"id\": \"" + name.toUtf8() + "\"";
            const QByteArray below = ", \"floor\": \"" + floor + "\"";
            QByteArray json = statute;
            json.replace("\"id\": \"us-flsa\"", QByteArray(id + below));
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(json) == json.size()
                ? file.fileName()
                : QString();
        };
        const QString one = written(u"one"_s, "us-flsa");
        const QString other = written(u"other"_s, "one");

        QCOMPARE(run(folder, {u"rules"_s, u"check"_s, one}).exit, 0);
        QCOMPARE(run(folder, {u"rules"_s, u"check"_s, one, other}).exit, 0);
        const Run alone = run(folder, {u"rules"_s, u"check"_s, other});
        QCOMPARE(alone.exit, 2);
        QVERIFY2(alone.out.contains("floor: \"one\" is no pack here"), alone.out.constData());
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
