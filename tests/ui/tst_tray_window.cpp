#include "app/tray_desk.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/quick_entry_panel.h"
#include "app/ui/widgets/quick_line.h"
#include "tests/support/fake_week_store.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/page_shots.h"
#include "tests/support/sample_week.h"

#include <QAction>
#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;
using namespace film::test;

// The small window of today, by keys alone. Offscreen there is no tray: the menu opens it.
class TestTrayWindow : public QObject
{
    Q_OBJECT

    struct Desk {
        FakeWeekStore store;
        FixedClock clock;
        QUndoStack undo;
        Theme theme;
        PayDesk pay;
        MainWindow window{theme};
        std::unique_ptr<TrayDesk> desk;
        int presses = 0;

        explicit Desk(const WeekSnapshot &week = sampleWeek(), int hour = 12, int minute = 6)
            : clock{sampleInstant(thursday, hour, minute)}
        {
            theme.setPreference(SchemePreference::Light);
            theme.apply(*qApp);
            store.weeks[week.week.first] = week;
            desk = std::make_unique<TrayDesk>(
                TrayDesk::Parts{store, clock, undo, pay, window, theme, week.person});
            window.show();
            QApplication::setActiveWindow(&window);
        }
        void tick()
        {
            desk->reload(); // looks at the clock, too
            QCoreApplication::processEvents();
        }
        void open()
        {
            desk->show();
            QCoreApplication::sendPostedEvents();
            QApplication::setActiveWindow(&tray());
            QCoreApplication::sendPostedEvents();
            line()->setFocus();
        }
        [[nodiscard]] TrayWindow &tray() const { return desk->trayWindow(); }
        [[nodiscard]] QuickLine *line() const { return tray().entry()->line(); }
        void type(const QString &text)
        {
            for (const QChar letter : text) {
                QTest::keyClick(line(), letter.toLatin1());
                ++presses;
            }
        }
        void press(Qt::Key key)
        {
            QTest::keyClick(line(), key);
            ++presses;
            QCoreApplication::sendPostedEvents();
        }
        [[nodiscard]] WorkDay saved() const
        {
            const WeekDay *day = store.weeks.begin()->second.find(thursday);
            return day ? day->day : WorkDay();
        }
    };

private slots:
    void theMenuOpensItWhereThereIsNoTray()
    {
        Desk desk;
        QVERIFY(!desk.desk->hasIcon());

        auto *action = desk.window.findChild<QAction *>(u"trayWindow"_s);
        QVERIFY(action);
        QCOMPARE(action->shortcut(), QKeySequence(u"Ctrl+Shift+J"_s));
        action->trigger();

        QVERIFY(desk.tray().isVisible());
        QVERIFY(!desk.tray().testAttribute(Qt::WA_QuitOnClose)); // the main window ends the program
    }

    void itSaysTheNextDeadline()
    {
        Desk desk;
        desk.open();

        QVERIFY2(desk.tray().deadline().contains(u"13.0"_s), qPrintable(desk.tray().deadline()));
        QVERIFY2(desk.desk->toolTip().contains(desk.tray().deadline()),
                 qPrintable(desk.desk->toolTip()));
        test::shoot(desk.theme, desk.tray(), u"tray-window"_s);
    }

    void whatComesNearIsToldOnce()
    {
        Desk desk(sampleWeek(), 12, 40); // the first meal is due at 13.0
        QSignalSpy told(desk.desk.get(), &TrayDesk::told);
        desk.open();
        QCOMPARE(told.count(), 0);

        desk.clock.time += std::chrono::minutes(6);
        desk.tick();
        QCOMPARE(told.count(), 1);
        QVERIFY2(told[0][0].toString().contains(u"13.0"_s), qPrintable(told[0][0].toString()));

        desk.clock.time += std::chrono::minutes(1);
        desk.tick();
        QCOMPARE(told.count(), 1);
    }

    void inQuietHoursNothingIsTold()
    {
        Desk desk(sampleWeek(), 12, 46);
        QSignalSpy told(desk.desk.get(), &TrayDesk::told);
        NoticeSettings settings;
        settings.quietFrom = Minutes(12 * 60);
        settings.quietTo = Minutes(12 * 60 + 50);
        desk.desk->setNotices(settings);
        SyncState state;
        state.toReview = 2;

        desk.open();
        desk.desk->setSyncState(state);
        QCOMPARE(told.count(), 0);

        desk.clock.time += std::chrono::minutes(4);
        desk.desk->setSyncState(state);
        desk.tick();
        QCOMPARE(told.count(), 2);
        QVERIFY2(told[0][0].toString().startsWith(u"2 day"_s), qPrintable(told[0][0].toString()));
        settings.deadlines = settings.conflicts = settings.sentBack = false;
        desk.desk->setNotices(settings);
        state.toReview = 3;
        desk.desk->setSyncState(state);
        QCOMPARE(told.count(), 2);
    }

    void aWeekThatWasSentBackIsTold()
    {
        Desk desk;
        QSignalSpy told(desk.desk.get(), &TrayDesk::told);
        Submission week;
        week.number = 6;
        desk.desk->setSubmission(week);
        QCOMPARE(told.count(), 0);
        SignOff back;
        back.at = sampleInstant(thursday, 12, 0);
        back.who = u"Ingrid Solheim"_s;
        back.reason = u"Tue: was meal 1 at 13.0?"_s;
        week.sentBack = back;

        desk.desk->setSubmission(week);
        desk.desk->setSubmission(week);

        QCOMPARE(told.count(), 1);
        QCOMPARE(told[0][0].toString(),
                 u"Ingrid Solheim sent week 6 back: “Tue: was meal 1 at 13.0?”"_s);
    }

    // The measure of the design: no more than eight where the call sheet knows the plan.
    void aDayAsPlannedTakesThreeKeys()
    {
        Desk desk;
        desk.open();

        desk.type(u"cs"_s);
        test::shoot(desk.theme, desk.tray(), u"tray-window-typed"_s);
        desk.press(Qt::Key_Return);

        QVERIFY2(desk.presses <= 8, qPrintable(QString::number(desk.presses)));
        QCOMPARE(desk.presses, 3);
        QVERIFY(desk.saved().call.isKnown());
        QVERIFY(desk.saved().wrap.isKnown());
        QVERIFY2(!desk.tray().messageText().isEmpty(), "it says that it was saved");
        QCOMPARE(desk.undo.count(), 1);
    }

    void aWholeDayTakesTwentyOneKeys()
    {
        Desk desk;
        desk.open();

        desk.type(u"0700 1300-1330 1930"_s);
        desk.press(Qt::Key_Return);

        QVERIFY2(desk.presses <= 21, qPrintable(QString::number(desk.presses)));
        QCOMPARE(desk.saved().wrap, TimeField::at(19 * 60 + 30));
    }

    void escapeClearsAndThenLeaves()
    {
        Desk desk;
        desk.open();
        desk.type(u"07"_s);

        desk.press(Qt::Key_Escape);
        QVERIFY(desk.tray().isVisible());
        QVERIFY(desk.line()->text().isEmpty());
        desk.press(Qt::Key_Escape);

        QVERIFY(!desk.tray().isVisible());
    }

    void itLeadsToTheWholeProgram()
    {
        Desk desk;
        desk.open();
        desk.window.hide();

        desk.tray().findChild<QPushButton *>(u"openFromTray"_s)->click();

        QVERIFY(desk.window.isVisible());
        QVERIFY(!desk.tray().isVisible());
    }
};

QTEST_MAIN(TestTrayWindow)
#include "tst_tray_window.moc"
