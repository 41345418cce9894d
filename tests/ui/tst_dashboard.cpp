#include "app/charts/bar_chart.h"
#include "app/ui/crew_words_text.h"
#include "app/ui/dialogs/budget_dialog.h"
#include "app/ui/main_window.h"
#include "app/ui/pages/dashboard_page.h"
#include "app/ui/theme/theme.h"
#include "app/ui/translations.h"
#include "app/ui/widgets/chart_panel.h"
#include "app/ui/widgets/figures_strip.h"
#include "app/ui/widgets/notice_panel.h"
#include "tests/support/fake_crew_store.h"
#include "tests/support/page_shots.h"
#include "tests/support/sample_crew.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;
using namespace film::test;

// The real page in the real window over weeks in memory, driven as a person does.
class TestDashboard : public QObject
{
    Q_OBJECT

    // A production of six weeks: the sample's week, and before it the same people with shorter
    // and shorter days.
    class Weeks final : public CrewStore
    {
    public:
        CrewSnapshot shown;
        bool isAlone = false; // nothing before this week

        QFuture<Result<CrewSnapshot>> loadCrew(QDate first) override
        {
            const int back = int(first.daysTo(crewWeek) / 7);
            return readyFuture<Result<CrewSnapshot>>(earlier(back));
        }
        QFuture<Result<SaveReport>> saveDays(std::vector<DayEdit>, QString, UndoNote) override
        {
            return readyFuture<Result<SaveReport>>(SaveReport{});
        }
        QFuture<Result<>> moveCall(CallMove) override { return readyFuture<Result<>>({}); }
        QFuture<Result<>> review(PenaltyReview) override { return readyFuture<Result<>>({}); }

    private:
        [[nodiscard]] CrewSnapshot earlier(int back) const
        {
            CrewSnapshot week = shown;
            for (CrewDate &date : week.dates) {
                date.date = date.date.addDays(-7 * back);
                for (ShootingDay &sheet : date.sheets) {
                    sheet.date = date.date;
                    sheet.dayNumber -= 5 * back;
                }
            }
            for (CrewDepartment &department : week.departments) {
                for (CrewPerson &person : department.people) {
                    for (size_t day = 0; day < person.days.size(); ++day) {
                        WorkDay &entry = person.days[day].day;
                        entry.key.date = week.dates[day].date;
                        if (isAlone)
                            entry = withTimes(entry, DayTimes{});
                        else if (day == 5 && person.deal)
                            entry = withTimes(entry, timesFrom("0700 1300-1330 1830"));
                        if (entry.wrap.isKnown())
                            entry.wrap = WallTime{entry.wrap.minutes() - Minutes(20 * back)};
                    }
                }
            }
            return week;
        }
    };

    struct Desk {
        Weeks store;
        CrewWordsText words;
        PayDesk desk;
        CrewModel model{words};
        DashboardController controller{{store, model, desk}};
        Theme theme;
        MainWindow window{theme};
        DashboardPage *page;

        explicit Desk(const CrewSnapshot &week = pricedCrew())
        {
            theme.setPreference(SchemePreference::Light);
            theme.apply(*qApp);
            store.shown = week;
            model.setPayDesk(&desk);
            model.setSnapshot(week);
            controller.setFirstShootingDay(crewWeek.addDays(-34));
            page = new DashboardPage(controller, theme);
            page->setZone(QTimeZone::utc());
            window.addPage(u"other"_s, u"table-2"_s, u"Crew grid"_s, new QWidget);
            addDashboard(window, page);
            window.setProduction(u"Northern Lights"_s, u"Episode 104"_s);
            window.setAccount(u"Priya Nair"_s, u"Production coordinator"_s);
            window.resize(1440, 900);
            window.show();
            QApplication::setActiveWindow(&window);
            window.showPage(u"dashboard"_s);
            settle();
        }
        static void settle()
        {
            for (int i = 0; i < 4; ++i) {
                QCoreApplication::processEvents();
                // What Qt Charts has done with goes once the loop turns, which it does not here.
                QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            }
        }
        [[nodiscard]] ChartPanel *panel(const char *name) const
        {
            return page->findChild<ChartPanel *>(QString::fromLatin1(name));
        }
        void key(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
        {
            QWidget *focus = window.focusWidget();
            QTest::keyClick(focus ? focus : &window, code, modifiers);
            settle();
        }
        [[nodiscard]] QString budgetLink() const
        {
            for (const QPushButton *button : panel("hotCostPanel")->findChildren<QPushButton *>()) {
                if (button->isVisible())
                    return button->text();
            }
            return {};
        }
    };

    static inline const Budget sampleBudget{Money(1'400'000, Currency::Usd), Minutes(280 * 60)};

private slots:
    void initTestCase() { installTranslations(*qApp); }

    void eachPanelSaysWhatItShowsAndHasATwin()
    {
        Desk desk;

        for (const char *name : {"hoursPanel", "overtimePanel", "hotCostPanel", "mealsPanel"}) {
            ChartPanel *panel = desk.panel(name);
            QVERIFY2(panel->isVisible(), name);
            QVERIFY2(!panel->finding().isEmpty(), name);
            QVERIFY2(panel->note().isEmpty(), name);
            const ChartData &chart = panel->chart()->data();
            QVERIFY2(!chart.categories.isEmpty(), name);
            QCOMPARE(chart.labels.size(), chart.categories.size());
            for (const ChartSet &set : chart.sets)
                QCOMPARE(qsizetype(set.values.size()), chart.categories.size());
            // A row for each bar, in the same order.
            QVERIFY(panel->table()->model()->rowCount() >= chart.categories.size());
            QCOMPARE(panel->chart()->accessibleName().isEmpty(), false);
            QCOMPARE(panel->chart()->accessibleDescription(), panel->finding());
        }
    }

    void ctrlShiftTSwapsTheChartsForTheirTables()
    {
        Desk desk;
        desk.page->setFocus();
        desk.key(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);

        for (const ChartPanel *panel : desk.page->findChildren<ChartPanel *>())
            QVERIFY(panel->showsTable());

        // With the keys in one of them, only that one.
        desk.panel("mealsPanel")->table()->setFocus();
        desk.key(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!desk.panel("mealsPanel")->showsTable());
        QVERIFY(desk.panel("hoursPanel")->showsTable());
    }

    void copyingATableGivesTheFigures()
    {
        Desk desk;
        ChartPanel *panel = desk.panel("hoursPanel");
        panel->setShowsTable(true);
        panel->table()->setFocus();

        desk.key(Qt::Key_C, Qt::ControlModifier);

        const QStringList lines = QApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.front(), u"Department\tHours\t1.0×\t1.5×\t2.0×"_s);
        QVERIFY2(lines.at(1).startsWith(u"Camera\t"_s), qPrintable(lines.at(1)));
        QVERIFY(lines.back().startsWith(u"All\t"_s));
    }

    // Who may see pay and not export it takes hours away, and no amount.
    void amountsLeaveOnlyWithWhoExportsPay()
    {
        Desk desk;
        QSignalSpy saved(desk.page, &DashboardPage::csvRequested);
        auto *csv = desk.page->findChild<QPushButton *>(u"dashboardCsv"_s);
        const auto copies = [&](const char *name) {
            QApplication::clipboard()->setText(u"nothing"_s);
            ChartPanel *panel = desk.panel(name);
            panel->setShowsTable(true);
            panel->table()->setFocus();
            desk.key(Qt::Key_C, Qt::ControlModifier);
            return QApplication::clipboard()->text() != u"nothing"_s;
        };
        csv->click();
        QVERIFY(saved[0][0].toString().contains(u'$'));
        QVERIFY(copies("hotCostPanel") && copies("mealsPanel") && copies("hoursPanel"));

        desk.page->setHandsOverPay(false);

        csv->click();
        QVERIFY(saved[1][0].toString().contains(u"Camera"_s));
        QVERIFY2(!saved[1][0].toString().contains(u'$'), qPrintable(saved[1][0].toString()));
        QVERIFY(!copies("hotCostPanel") && !copies("mealsPanel") && copies("hoursPanel"));
        QVERIFY(desk.panel("hotCostPanel")->isVisible()); // seen all the same
    }

    void aClickOnADepartmentAsksForItsPeople()
    {
        Desk desk;
        QSignalSpy chosen(desk.page, &DashboardPage::departmentChosen);
        BarChart *chart = desk.panel("hoursPanel")->chart();
        const QPoint place = chart->placeOf(1);

        QTest::mouseClick(chart->childAt(place), Qt::LeftButton, {},
                          chart->childAt(place)->mapFrom(chart, place));

        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<DepartmentId>(), sampleId<DepartmentId>(3));
    }

    void enterOnARowOfTheTableDoesTheSame()
    {
        Desk desk;
        QSignalSpy chosen(desk.page, &DashboardPage::departmentChosen);
        ChartPanel *panel = desk.panel("hoursPanel");
        panel->setShowsTable(true);
        panel->table()->setFocus();
        panel->table()->setCurrentIndex(panel->table()->model()->index(2, 0));

        desk.key(Qt::Key_Return);

        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<DepartmentId>(), sampleId<DepartmentId>(1));
        panel->table()->setCurrentIndex(panel->table()->model()->index(3, 0)); // the sum
        desk.key(Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
    }

    void withoutABudgetTheChartShowsCostAloneAndAsksForOne()
    {
        Desk desk;
        QVERIFY(!desk.panel("hotCostPanel")->chart()->data().line);
        QCOMPARE(desk.budgetLink(), u"Enter budget…"_s);

        desk.controller.setBudget(sampleBudget);
        Desk::settle();

        QVERIFY(desk.panel("hotCostPanel")->chart()->data().line.has_value());
        QCOMPARE(desk.budgetLink(), QString());
    }

    void withoutDealsTheStripAndTheCostChartAreAbsent()
    {
        Desk desk(sampleCrew());

        QVERIFY(!desk.page->findChild<FiguresStrip *>()->isVisible());
        QVERIFY(!desk.panel("hotCostPanel")->isVisible());
        QVERIFY(!desk.panel("overtimePanel")->note().isEmpty());
        for (const QLabel *label : desk.page->findChildren<QLabel *>()) {
            if (label->isVisible())
                QVERIFY2(!label->text().contains(u'$'), qPrintable(label->text()));
        }
        test::shoot(desk.theme, desk.window, u"dashboard-no-cost"_s);
    }

    void aWeekWithoutHoursSaysSo()
    {
        CrewSnapshot week = pricedCrew();
        for (CrewDepartment &department : week.departments) {
            for (CrewPerson &person : department.people) {
                for (CrewCell &cell : person.days)
                    cell.day = withTimes(cell.day, DayTimes{});
            }
        }
        Desk desk(week);
        auto *empty = desk.page->findChild<NoticePanel *>(u"dashboardEmpty"_s);

        QVERIFY(empty->isVisible());
        QVERIFY(empty->text().startsWith(u"No hours yet this week."_s));
        QVERIFY(!desk.panel("hoursPanel")->isVisible());
        test::shoot(desk.theme, desk.window, u"dashboard-empty"_s);
    }

    void aPartialWeekSaysHowManyDaysAreOpen()
    {
        Desk desk;

        QVERIFY2(desk.page->stateText().startsWith(u"5 days are not in yet."_s),
                 qPrintable(desk.page->stateText()));
        QVERIFY(desk.page->stateText().contains(u"20:15"_s));
    }

    void aDepartmentIsChosenInTheHeader()
    {
        Desk desk;
        auto *box = desk.page->findChild<QComboBox *>(u"dashboardDepartment"_s);
        box->setFocus();
        desk.key(Qt::Key_Down);
        desk.key(Qt::Key_Down);

        QCOMPARE(box->currentText(), u"Camera"_s);
        QCOMPARE(desk.panel("hoursPanel")->chart()->data().categories, QStringList{u"Camera"_s});
    }

    void aSyncStateLeavesTheListOfDepartmentsAlone()
    {
        Desk desk;
        auto *box = desk.page->findChild<QComboBox *>(u"dashboardDepartment"_s);
        QSignalSpy removed(box->model(), &QAbstractItemModel::rowsRemoved);
        SyncState offline;
        offline.kind = SyncKind::OfflineClean;
        offline.lastSyncedAt = Instant{};

        desk.page->setSyncState(offline);
        desk.controller.setBudget(sampleBudget); // new figures, the same departments
        Desk::settle();

        QVERIFY(desk.page->stateText().contains(u"Offline"_s));
        QCOMPARE(removed.size(), 0);
        QCOMPARE(box->currentText(), u"All departments"_s);
    }

    void aBudgetThatCannotBeReadIsNotKept()
    {
        Desk desk;
        BudgetDialog dialog({}, Currency::Usd, &desk.window);
        QSignalSpy chosen(&dialog, &BudgetDialog::chosen);
        auto *perDay = dialog.findChild<QLineEdit *>(u"budgetPerDay"_s);
        auto *keep = dialog.findChild<QPushButton *>(u"keepBudget"_s);

        perDay->setText(u"12 bananas"_s);
        keep->click();
        QCOMPARE(chosen.size(), 0);
        perDay->setText(u"74500"_s);
        keep->click();

        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<Budget>(), (Budget{Money(7'450'000, Currency::Usd), {}}));
    }

    void everythingHasANameForAScreenReader()
    {
        Desk desk;
        desk.controller.setBudget(sampleBudget);
        Desk::settle();

        for (QWidget *widget : desk.page->findChildren<QWidget *>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            const QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(seen);
            QVERIFY2(!seen->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
    }

    void pictures()
    {
        Desk desk;
        desk.controller.setBudget(sampleBudget);
        Desk::settle();
        test::shoot(desk.theme, desk.window, u"dashboard"_s);
        desk.controller.setBudget({});
        Desk::settle();
        test::shoot(desk.theme, desk.window, u"dashboard-no-budget"_s);
        for (ChartPanel *panel : desk.page->findChildren<ChartPanel *>())
            panel->setShowsTable(true);
        test::shoot(desk.theme, desk.window, u"dashboard-tables"_s);
        for (ChartPanel *panel : desk.page->findChildren<ChartPanel *>())
            panel->setShowsTable(false);
        desk.controller.setBudget(sampleBudget);
        desk.window.resize(1024, 680);
        Desk::settle();
        test::shoot(desk.theme, desk.window, u"dashboard-small"_s);
        QVERIFY(desk.window.width() <= 1024);
        QVERIFY(desk.window.height() <= 680);
    }
};

QTEST_MAIN(TestDashboard)
#include "tst_dashboard.moc"
