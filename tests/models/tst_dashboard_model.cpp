#include "app/controllers/dashboard_controller.h"
#include "app/models/chart_data.h"
#include "app/models/figures_table_model.h"
#include "app/ui/crew_words_text.h"
#include "app/ui/dashboard_words.h"
#include "tests/support/fake_crew_store.h"
#include "tests/support/sample_crew.h"

#include <QAbstractItemModelTester>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;
using namespace film::test;

// The dashboard's sums, held against what the crew grid shows of the same week.
class TestDashboardModel : public QObject
{
    Q_OBJECT

    // Each week by its first day; what is not there is empty.
    class Weeks final : public CrewStore
    {
    public:
        std::map<QDate, CrewSnapshot> weeks;
        QList<QDate> asked;
        bool isSlow = false;
        std::vector<std::pair<QDate, QPromise<Result<CrewSnapshot>>>> waiting;

        QFuture<Result<CrewSnapshot>> loadCrew(QDate first) override
        {
            asked.append(first);
            if (isSlow) {
                waiting.emplace_back(first, QPromise<Result<CrewSnapshot>>());
                waiting.back().second.start();
                return waiting.back().second.future();
            }
            return readyFuture<Result<CrewSnapshot>>(weekOf(first));
        }
        void answerAll()
        {
            for (auto &[first, promise] : std::exchange(waiting, {})) {
                promise.addResult(weekOf(first));
                promise.finish();
            }
        }
        [[nodiscard]] CrewSnapshot weekOf(QDate first) const
        {
            CrewSnapshot empty;
            for (size_t day = 0; day < empty.dates.size(); ++day)
                empty.dates[day].date = first.addDays(qint64(day));
            const auto found = weeks.find(first);
            return found == weeks.end() ? empty : found->second;
        }
        QFuture<Result<SaveReport>> saveDays(std::vector<DayEdit>, QString, UndoNote) override
        {
            return readyFuture<Result<SaveReport>>(SaveReport{});
        }
        QFuture<Result<>> moveCall(CallMove) override { return readyFuture<Result<>>({}); }
        QFuture<Result<>> review(PenaltyReview) override { return readyFuture<Result<>>({}); }
    };

    struct Desk {
        Weeks store;
        CrewWordsText words;
        PayDesk desk;
        CrewModel model{words};
        DashboardController controller;

        explicit Desk(const CrewSnapshot &week = pricedCrew(),
                      std::chrono::milliseconds reloadDelay = std::chrono::milliseconds(0))
            : controller({store, model, desk, reloadDelay})
        {
            model.setPayDesk(&desk);
            model.setSnapshot(week);
        }
        [[nodiscard]] const Dashboard &shown()
        {
            controller.setShown(true);
            QCoreApplication::processEvents();
            return *controller.dashboard();
        }
        [[nodiscard]] QString grid(int department, int column) const
        {
            return model.index(department, column).data().toString();
        }
        [[nodiscard]] QString hours(Minutes length) const
        {
            return length == Minutes(0) ? u"–"_s : words.hours(length);
        }
    };

    static CrewSnapshot weekBefore()
    {
        CrewSnapshot week = pricedCrew();
        for (CrewDate &date : week.dates) {
            date.date = date.date.addDays(-7);
            for (ShootingDay &sheet : date.sheets) {
                sheet.date = date.date;
                sheet.dayNumber -= 5;
            }
        }
        for (CrewDepartment &department : week.departments) {
            for (CrewPerson &person : department.people) {
                for (CrewCell &cell : person.days)
                    cell.day.key.date = cell.day.key.date.addDays(-7);
            }
        }
        return week;
    }

private slots:
    void eachDepartmentIsWhatItsRowInTheGridSays()
    {
        Desk desk;
        const std::vector<DepartmentWeek> &departments = desk.shown().all;

        QCOMPARE(int(departments.size()), desk.model.rowCount());
        for (int row = 0; row < desk.model.rowCount(); ++row) {
            const WorkSum sum = departments[size_t(row)].total();
            QCOMPARE(desk.hours(sum.worked), desk.grid(row, CrewModel::Hours));
            QCOMPARE(desk.hours(sum.timeAndHalf), desk.grid(row, CrewModel::TimeAndHalf));
            QCOMPARE(desk.hours(sum.doubleTime), desk.grid(row, CrewModel::DoubleTime));
            QVERIFY(sum.timeAndHalf > Minutes(0));
        }
    }

    void eachDaysCostIsWhatTheGridShows()
    {
        Desk desk;
        const Dashboard dashboard = desk.shown();
        desk.model.setShows(CellShows::Cost);

        int compared = 0;
        for (int row = 0; row < desk.model.rowCount(); ++row) {
            for (int day = 0; day < 7; ++day) {
                const auto *cell = desk.model.index(row, CrewModel::FirstDay + day)
                                       .data(CrewModel::CellTextRole)
                                       .value<const CellText *>();
                const MoneySum &cost = dashboard.all[size_t(row)].days[size_t(day)].cost;
                QCOMPARE(cost.amount ? desk.words.money(*cost.amount) : QString(), cell->right);
                compared += cost.amount ? 1 : 0;
            }
        }
        QVERIFY(compared >= 12);
    }

    void theWholeIsTheSumOfItsDepartments()
    {
        Desk desk;
        const Dashboard dashboard = desk.shown();
        WorkSum sum;
        int people = 0;
        for (const DepartmentWeek &department : dashboard.all) {
            sum.add(department.total());
            people += department.people;
        }

        QCOMPARE(dashboard.week.total(), sum);
        QCOMPARE(dashboard.week.people, people);
        QCOMPARE(dashboard.week.daysIn, desk.model.progress().daysIn);
        QCOMPARE(dashboard.week.daysExpected, desk.model.progress().daysExpected);
    }

    void penaltiesAreCountedWhereTheyFell()
    {
        Desk desk;
        const Dashboard dashboard = desk.shown();

        QVERIFY(!dashboard.byPenalties.empty());
        int onDays = 0;
        for (const ShootDayFigures &day : dashboard.shootDays)
            onDays += day.isThisWeek ? day.sum.penalties : 0;
        QCOMPARE(onDays, dashboard.week.total().penalties);
        int inDepartments = 0;
        for (const DepartmentWeek &department : dashboard.byPenalties)
            inDepartments += department.total().penalties;
        QCOMPARE(inDepartments, onDays);
    }

    void aDepartmentAloneIsThatDepartment()
    {
        Desk desk;
        desk.controller.setDepartment(sampleId<DepartmentId>(3));
        const Dashboard dashboard = desk.shown();

        QCOMPARE(dashboard.byHours.size(), size_t(1));
        QCOMPARE(dashboard.week.total(), dashboard.all[2].total());
        QCOMPARE(dashboard.all.size(), size_t(3)); // still to choose from
    }

    void anEditIsInTheSumsAtOnce()
    {
        Desk desk;
        const Minutes before = desk.shown().week.total().worked;
        const CrewRef missing{sampleId<PersonId>(33), crewThursday};
        CrewCell cell = *desk.model.cell(missing);
        cell.day = withTimes(cell.day, timesFrom("0700 1300-1330 1930"));

        desk.model.setDays({{missing, cell}});
        QCoreApplication::processEvents();

        QCOMPARE(desk.controller.dashboard()->week.total().worked - before, Minutes(12 * 60));
    }

    void nothingIsAskedForWhileNobodyLooks()
    {
        Desk desk;
        QCoreApplication::processEvents();

        QVERIFY(desk.store.asked.isEmpty());
        QVERIFY(!desk.controller.dashboard());
    }

    void theWeeksBeforeAreLoadedOnceAndAgainAfterAChange()
    {
        Desk desk;
        desk.store.weeks[crewWeek.addDays(-7)] = weekBefore();
        (void)desk.shown();
        QCoreApplication::processEvents();
        desk.controller.setBudget({Money(100, Currency::Usd), {}});
        QCoreApplication::processEvents();
        QCOMPARE(desk.store.asked.size(), 5);

        desk.controller.reload();

        QTRY_COMPARE(desk.store.asked.size(), 10);
        QCoreApplication::processEvents();
        const Dashboard &dashboard = *desk.controller.dashboard();
        QCOMPARE(dashboard.overtime.size(), size_t(2)); // before there was nothing
        QCOMPARE(dashboard.overtime[0].sum(), dashboard.overtime[1].sum());
        QCOMPARE(dashboard.shootDays.front().number, 21);
        QCOMPARE(dashboard.shootDays.back().number, 29); // the 30th is still to come
    }

    void manyChangesOfRecordsAreOneReading()
    {
        Desk desk(pricedCrew(), std::chrono::milliseconds(50));
        (void)desk.shown();
        QCoreApplication::processEvents();
        QCOMPARE(desk.store.asked.size(), 5);

        for (int change = 0; change < 20; ++change) {
            desk.controller.reload();
            QCoreApplication::processEvents();
        }

        QCOMPARE(desk.store.asked.size(), 5);
        QTRY_COMPARE(desk.store.asked.size(), 10);
    }

    void aWeekOnItsWayIsNotAskedForBesideIt()
    {
        Desk desk;
        desk.store.isSlow = true;
        (void)desk.shown();
        QCOMPARE(desk.store.asked.size(), 5);

        desk.controller.reload();
        for (int i = 0; i < 4; ++i)
            QCoreApplication::processEvents();
        QCOMPARE(desk.store.asked.size(), 5);

        // What came may be older than the change.
        desk.store.answerAll();
        QTRY_COMPARE(desk.store.asked.size(), 10);
        desk.store.answerAll();
        QCoreApplication::processEvents();
        QCOMPARE(desk.store.asked.size(), 10);
    }

    void aWeekIsNotComparedWithOneThatIsNotTheWeekBefore()
    {
        DashboardInput input;
        const auto none = [](const CrewPerson &) -> const CrewFigures * { return nullptr; };
        CrewSnapshot old = weekBefore();
        for (CrewDate &date : old.dates)
            date.date = date.date.addDays(-7); // the week between is not known yet
        input.weeks = {figuresOfWeek(old, none), figuresOfWeek(pricedCrew(), none)};
        input.today = crewWeek.addDays(crewThursday);

        const Dashboard dashboard = dashboardOf(input);

        QCOMPARE(dashboard.overtime.size(), size_t(1));
        QVERIFY(std::ranges::all_of(dashboard.shootDays, &ShootDayFigures::isThisWeek));
    }

    void withoutDealsThereIsNoMoneyAndNoOvertime()
    {
        Desk desk(sampleCrew());
        const Dashboard dashboard = desk.shown();

        QVERIFY(!dashboard.showsCost);
        QVERIFY(!dashboard.week.total().cost.amount);
        QVERIFY(dashboard.week.total().worked > Minutes(0));
        const DashboardWords words(dashboard, Notation::Tenths);
        QVERIFY(!words.overtime().note.isEmpty());
        QCOMPARE(words.hours().chart.sets.size(), size_t(1));
    }

    void aBudgetIsHeldAgainstEachShootDay()
    {
        Desk desk;
        const qint64 cost = desk.shown().shootDays.front().sum.cost.amount.value().minorUnits();
        desk.controller.setBudget({Money(cost - 500, Currency::Usd), Minutes(60)});
        QCoreApplication::processEvents();
        const Dashboard &dashboard = *desk.controller.dashboard();

        QCOMPARE(dashboard.shootDays.front().overBudget, std::optional<qint64>(500));
        qint64 sum = 0;
        for (const ShootDayFigures &day : dashboard.shootDays)
            sum += day.overBudget.value_or(0);
        QCOMPARE(dashboard.overBudget, std::optional<qint64>(sum));
        QCOMPARE(dashboard.budgeted, (cost - 500) * qint64(dashboard.shootDays.size()));
        const DashboardWords words(dashboard, Notation::Tenths);
        QVERIFY(words.hotCost().chart.line.has_value());
        QVERIFY(words.overtime().finding.contains(u"over plan"_s));
    }

    void anotherCurrencyIsNoSum()
    {
        MoneySum sum;
        sum.add(Money(100, Currency::Usd));
        sum.add(Money(100, Currency::Eur));
        sum.add(Money(50, Currency::Usd));

        QCOMPARE(sum.amount, std::optional(Money(150, Currency::Usd)));
        QCOMPARE(sum.left, 1);
    }

    void aDayInAnotherCurrencyIsNotDrawnAsThisOne()
    {
        Desk desk;
        desk.controller.setBudget({Money(1'400'000, Currency::Eur), {}});
        const Dashboard dashboard = desk.shown(); // its days are in dollars
        const DashboardWords words(dashboard, Notation::Tenths);

        QCOMPARE(words.currency(), Currency::Eur);
        const ChartData chart = words.hotCost().chart;
        for (const ChartSet &set : chart.sets) {
            for (const qint64 value : set.values)
                QCOMPARE(value, qint64(0));
        }
        QVERIFY2(chart.labels.front().contains(u'$'), qPrintable(chart.labels.front()));
        QVERIFY(words.stateText({}, QTimeZone::utc())
                    .contains(u"Amounts in another currency are left out."_s));
        QCOMPARE(words.strip()[4].detail, u"no shoot day priced yet"_s);
    }

    void whatASumLeavesOutIsSaid()
    {
        Desk desk;
        Dashboard dashboard = desk.shown();
        const QString left = u"Amounts in another currency are left out."_s;
        QVERIFY(!DashboardWords(dashboard, Notation::Tenths)
                     .stateText({}, QTimeZone::utc())
                     .contains(left));

        dashboard.week.days[0].cost.add(Money(100, Currency::Eur));

        QVERIFY(DashboardWords(dashboard, Notation::Tenths)
                    .stateText({}, QTimeZone::utc())
                    .contains(left));
    }

    void aWeekWithoutShootDaysSaysSo()
    {
        CrewSnapshot week = pricedCrew();
        for (CrewDate &date : week.dates)
            date.sheets.clear();
        Desk desk(week);
        desk.controller.setBudget({Money(1'400'000, Currency::Usd), {}});
        const Dashboard dashboard = desk.shown();
        const DashboardWords words(dashboard, Notation::Tenths);

        QCOMPARE(words.hotCost().note, u"No shoot days this week."_s);
        QCOMPARE(words.meals().note, u"No shoot days this week."_s);
        QCOMPARE(words.strip()[4].detail, u"no shoot day priced yet"_s);
    }

    void weeksAreNumberedFromTheFirstShootingDay_data()
    {
        QTest::addColumn<QDate>("firstDay");
        QTest::addColumn<int>("number");

        QTest::newRow("not known") << QDate() << 0;
        QTest::newRow("this week") << crewWeek.addDays(3) << 1;
        QTest::newRow("its first day") << crewWeek << 1;
        QTest::newRow("the day before") << crewWeek.addDays(-1) << 2;
        QTest::newRow("five weeks ago") << crewWeek.addDays(-35) << 6;
        QTest::newRow("next week") << crewWeek.addDays(8) << 0;
    }

    void weeksAreNumberedFromTheFirstShootingDay()
    {
        QFETCH(QDate, firstDay);
        QFETCH(int, number);
        Desk desk;
        if (firstDay.isValid())
            desk.controller.setFirstShootingDay(firstDay);

        QCOMPARE(desk.shown().weekNumber, number);
    }

    void sharesAreRounded_data()
    {
        QTest::addColumn<qint64>("part");
        QTest::addColumn<qint64>("whole");
        QTest::addColumn<int>("tenths");

        QTest::newRow("a third") << qint64(1) << qint64(3) << 333;
        QTest::newRow("two thirds") << qint64(2) << qint64(3) << 667;
        QTest::newRow("of nothing") << qint64(2) << qint64(0) << 0;
        QTest::newRow("all") << qint64(7) << qint64(7) << 1000;
    }

    void sharesAreRounded()
    {
        QFETCH(qint64, part);
        QFETCH(qint64, whole);
        QFETCH(int, tenths);

        QCOMPARE(tenthsOfPercent(part, whole), tenths);
    }

    void axesHaveFewRoundMarks_data()
    {
        QTest::addColumn<qint64>("most");
        QTest::addColumn<QList<qint64>>("marks");

        QTest::newRow("nothing") << qint64(0) << QList<qint64>{0, 1};
        QTest::newRow("seven") << qint64(7) << QList<qint64>{0, 2, 4, 6, 8};
        QTest::newRow("hundreds") << qint64(99) << QList<qint64>{0, 20, 40, 60, 80, 100};
        QTest::newRow("2.5") << qint64(120) << QList<qint64>{0, 25, 50, 75, 100, 125};
        QTest::newRow("2070 h") << qint64(2070) << QList<qint64>{0, 500, 1000, 1500, 2000, 2500};
    }

    void axesHaveFewRoundMarks()
    {
        QFETCH(qint64, most);
        QFETCH(QList<qint64>, marks);

        const std::vector<qint64> made = axisMarks(most, 1);

        QCOMPARE(QList<qint64>(made.begin(), made.end()), marks);
    }

    void findingsAreSentencesWithTheirPlurals()
    {
        Desk desk;
        const Dashboard dashboard = desk.shown();
        const DashboardWords words(dashboard, Notation::Tenths);

        QVERIFY2(words.hours().finding.startsWith(u"Camera and Electric worked the most."_s),
                 qPrintable(words.hours().finding));
        QVERIFY(words.hotCost().finding.startsWith(u"Labour per shoot day"_s));
        QVERIFY(words.stateText({}, QTimeZone::utc()).contains(u"not in yet"_s));
    }

    void offlineSaysHowOldTheNewestIs()
    {
        Desk desk;
        SyncState offline;
        offline.kind = SyncKind::OfflineClean;
        offline.lastSyncedAt = instantFromMs(
            QDateTime(crewWeek.addDays(crewThursday), QTime(17, 52), Qt::UTC).toMSecsSinceEpoch());

        const QString text =
            DashboardWords(desk.shown(), Notation::Tenths).stateText(offline, QTimeZone::utc());

        QVERIFY2(text.contains(u"17:52"_s), qPrintable(text));
    }

    void aTableIsCopiedWithTabsAndSavedWithQuotes()
    {
        FiguresTable table{{u"Department"_s, u"Hours"_s}, {{u"Hair, make-up"_s, u"4.5"_s}}, false};
        FiguresTableModel model;
        const QAbstractItemModelTester tester(&model);

        model.setTable(table);

        QCOMPARE(asTabbedText(table), u"Department\tHours\nHair, make-up\t4.5"_s);
        QCOMPARE(asCsv(table), u"Department,Hours\r\n\"Hair, make-up\",4.5\r\n"_s);
        QCOMPARE(model.index(0, 1).data(Qt::AccessibleTextRole).toString(),
                 u"Hair, make-up, Hours: 4.5"_s);
    }

    void aDepartmentNamedLikeAFormulaIsSavedAsText()
    {
        const FiguresTable table{{u"Department"_s, u"Difference"_s},
                                 {{u"=2+5"_s, u"-9,174.00"_s}, {u"-Grip"_s, u"-5"_s}},
                                 false};

        // A negative difference stays a number.
        QCOMPARE(asCsv(table), u"Department,Difference\r\n'=2+5,\"-9,174.00\"\r\n'-Grip,-5\r\n"_s);
    }
};

QTEST_MAIN(TestDashboardModel)
#include "tst_dashboard_model.moc"
