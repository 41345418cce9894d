#include "app/ui/dialogs/bulk_approve_dialog.h"
#include "app/ui/dialogs/conflict_dialog.h"
#include "app/ui/dialogs/crew_import_dialog.h"
#include "app/ui/pages/approvals_page.h"
#include "app/ui/pages/crew_grid_page.h"
#include "app/ui/pages/crew_grid_view.h"
#include "app/ui/pages/first_run_page.h"
#include "app/ui/tray_window.h"
#include "app/ui/widgets/import_question.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/navigation_panel.h"
#include "tests/support/data_folder.h"
#include "tests/support/keyboard.h"
#include "tests/support/page_shots.h"
#include "tests/support/real_window.h"

#include <QClipboard>
#include <QComboBox>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;
using namespace film::test;

// The daily work, by keys alone in the real window over a real file: how many presses it takes is
// held to a limit, how long the window works is printed (docs/benchmarks.md).
class TestTasks : public QObject
{
    Q_OBJECT

    static constexpr auto wholeDay = "0700 1300-1330 1930";

    // A production on the day that it is, with a call sheet for today and the four days before;
    // everybody has entered those four.
    static tests::SampleProduction production(int people, DayState state = DayState::Confirmed)
    {
        tests::SampleProduction sample = tests::generateProduction({people, 0, 1});
        sample.production.zone = "UTC";
        sample.production.weekEndsOn = Qt::DayOfWeek(today().dayOfWeek());
        const UnitId unit = sample.crew.units.front().id;
        for (Person &person : sample.crew.people)
            person.unit = unit;
        for (int before = 4; before >= 0; --before) {
            ShootingDay day;
            day.date = today().addDays(-before);
            day.unit = unit;
            day.dayNumber = 30 - before;
            day.location = u"Stage 4"_s;
            day.zone = "UTC";
            day.call = Minutes(7 * 60);
            day.meal1Out = Minutes(13 * 60);
            day.meal1In = Minutes(13 * 60 + 30);
            day.wrap = Minutes(19 * 60 + 30);
            sample.shootingDays.push_back(day);
            for (const Person &person : sample.crew.people) {
                if (before == 0)
                    break;
                WorkDay work;
                work.key = {person.id, day.date, unit};
                work.zone = "UTC";
                work = withTimes(work, *readDayLine(QString::fromLatin1(wholeDay), {}).times);
                work.state = state;
                sample.workDays.push_back(std::move(work));
            }
        }
        return sample;
    }
    static QDate today()
    {
        static const QDate date = QDateTime::currentDateTimeUtc().date();
        return date;
    }
    // A folder with it, as a coordinator has it who has synced and is without a network.
    struct Place {
        QTemporaryDir folder;
        explicit Place(const tests::SampleProduction &sample)
        {
            QVERIFY(tests::makeDataFolder(folder.path(), sample, int(sample.workDays.size())));
        }
    };

    Keyboard m_keys;

    static void lookAt(const Device &device)
    {
        QTRY_VERIFY_WITH_TIMEOUT(device.isReady(), patienceMs);
        Keyboard::look(device.window());
    }
    // By the key that stands beside it in the menu.
    void goToPage(const Device &device, const QString &id)
    {
        const auto *page = device.window().findChild<QAction *>(u"page:"_s + id);
        QVERIFY(page);
        // From My week, where the window opens; what is chosen in the list of pages stays there.
        const QWidget *focus = QApplication::focusWidget();
        if (device.page()->isVisible() && !(focus && device.page()->isAncestorOf(focus)))
            device.page()->setFocus(Qt::OtherFocusReason);
        m_keys.press(page->shortcut()[0].key(), page->shortcut()[0].keyboardModifiers());
        QTRY_COMPARE(device.window().currentPage(), id);
    }
    void report(const char *task, int limit) const
    {
        QVERIFY2(m_keys.presses() <= limit, qPrintable(QString::number(m_keys.presses())));
        qInfo("%s: %d key presses of at most %d, %.0f ms of the window's work", task,
              m_keys.presses(), limit, m_keys.workMs());
    }
    void tabTo(const QWidget *wanted)
    {
        for (int i = 0; i < 12 && QApplication::focusWidget() != wanted; ++i)
            m_keys.press(Qt::Key_Tab);
        QTRY_COMPARE(QApplication::focusWidget(), wanted);
    }
    static int todaysRow(const Device &device)
    {
        return device.page()->table()->view()->model()->rowCount() - 1;
    }

private slots:
    void aPlannedDayIsConfirmedFromTheTray()
    {
        const Place place(production(3));
        const Device device(place.folder.path(), {}, {}, today());
        lookAt(device);
        QVERIFY(device.hasNoTime(todaysRow(device), WeekModel::Hours));

        m_keys.start();
        m_keys.press(Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
        auto *tray = device.window().findChild<TrayWindow *>(u"trayWindow"_s);
        if (!tray) { // a window of its own
            for (QWidget *window : QApplication::topLevelWidgets())
                tray = tray ? tray : qobject_cast<TrayWindow *>(window);
        }
        QVERIFY(tray);
        QTRY_VERIFY(tray->isVisible());
        Keyboard::look(*tray);
        QTRY_VERIFY(tray->entry()->line()->hasFocus());
        m_keys.type(u"cs"_s);
        m_keys.press(Qt::Key_Return);

        QTRY_COMPARE(device.cell(todaysRow(device), WeekModel::Wrap), u"19.5"_s);
        QTRY_COMPARE(device.cell(todaysRow(device), WeekModel::Hours), u"12.0"_s);
        report("a day as planned, from the tray", 8);
    }

    void aWholeDayIsTypedInOneLine()
    {
        const Place place(production(3));
        const Device device(place.folder.path(), {}, {}, today());
        lookAt(device);

        m_keys.start();
        m_keys.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(device.line()->hasFocus());
        m_keys.type(QString::fromLatin1(wholeDay));
        m_keys.press(Qt::Key_Return);

        QTRY_COMPARE(device.cell(todaysRow(device), WeekModel::Hours), u"12.0"_s);
        report("a day in the quick line", 21);
    }

    void aDayOf120PeopleWithFiveExceptions()
    {
        const Place place(production(120));
        const Device device(place.folder.path(), {}, {}, today());
        lookAt(device);
        const auto *model = device.window().findChild<CrewGridPage *>()->grid()->model();
        constexpr int lastDay = CrewModel::Hours - 1;
        const auto cells = [&] {
            QStringList texts;
            for (int i = 0; i < model->rowCount(); ++i) {
                const QModelIndex department = model->index(i, 0);
                for (int k = 0; k < model->rowCount(department); ++k)
                    texts += model->index(k, lastDay, department)
                                 .data(CrewModel::CellTextRole)
                                 .value<const CellText *>()
                                 ->right;
            }
            return texts;
        };
        QTRY_COMPARE(cells().size(), 120);

        m_keys.start();
        goToPage(device, u"crew-grid"_s);
        QTRY_VERIFY(device.window().findChild<CrewGridPage *>()->grid()->hasFocus());
        m_keys.press(Qt::Key_Space, Qt::ControlModifier); // the day for everybody
        m_keys.press(Qt::Key_L, Qt::ControlModifier);     // as the call sheet has it
        QTRY_COMPARE(cells().count(u"12.0"_s), 120);
        for (int person = 0; person < 5; ++person) { // and every other stayed longer
            m_keys.press(Qt::Key_Down);
            m_keys.type(u"cs 2030"_s);
            m_keys.press(Qt::Key_Return);
            QTRY_COMPARE(cells().count(u"13.0"_s), person + 1);
        }

        QCOMPARE(cells().count(u"12.0"_s), 115);
        report("a day of 120 people with 5 exceptions", 50);
        shoot(const_cast<Theme &>(device.theme), device.window(), u"task-120"_s);
    }

    void seventeenCardsAreApproved()
    {
        const Place place(production(17, DayState::Submitted));
        const Device device(place.folder.path(), {}, {}, today());
        lookAt(device);
        const auto *queue = device.window()
                                .findChild<ApprovalsPage *>()
                                ->findChild<QTreeView *>(u"approvalQueue"_s)
                                ->model();
        const auto countIn = [&](const QString &group) {
            for (int i = 0; i < queue->rowCount(); ++i) {
                if (queue->index(i, 0).data().toString() == group)
                    return queue->index(i, 0).data(ApprovalQueueModel::CountRole).toInt();
            }
            return 0;
        };
        QTRY_COMPARE(countIn(u"Ready"_s), 17);
        const auto dialog = [&] { return device.window().findChild<BulkApproveDialog *>(); };

        m_keys.start();
        goToPage(device, u"approvals"_s);
        m_keys.press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        for (int time = 0; time < 2; ++time) { // the first PIN is typed twice
            QTRY_VERIFY(dialog() && dialog()->isVisible()
                        && dialog()->pinField()->text().isEmpty());
            Keyboard::look(*dialog());
            QTRY_VERIFY(dialog()->pinField()->hasFocus());
            m_keys.type(u"2468"_s);
            m_keys.press(Qt::Key_Return);
        }

        QTRY_COMPARE_WITH_TIMEOUT(countIn(u"Approved"_s), 17, patienceMs);
        report("17 cards approved", 12);
    }

    void twoVersionsOfADayAreDecided()
    {
        Office office;
        office.open();
        const QTemporaryDir folder;
        const QTemporaryDir otherFolder;
        const Device device(folder.path(), office.url(), office.invite());
        Engine other({otherFolder.path(), SecretsMode::PlainFile, nullptr});
        QVERIFY(other.join({office.url(), office.invite(), u"Cart"_s}).result());
        QVERIFY(other.startSync().result());
        lookAt(device);
        QTRY_VERIFY_WITH_TIMEOUT(other.status().result()->isComplete, patienceMs);
        office.close();
        device.enterDay(QString::fromLatin1(wholeDay));
        QTRY_COMPARE(device.thursdayCell(WeekModel::Wrap), u"19.5"_s);
        const PersonId maya = other.directory().result()->people.front().id;
        const UnitId unit = other.directory().result()->people.front().unit;
        WorkDay before;
        before.key = {maya, shownThursday, unit};
        WorkDay after = withTimes(before, *readDayLine(u"0700 1300-1330 2000", {}).times);
        after.zone = "Europe/Oslo";
        after.state = DayState::Confirmed;
        QVERIFY(other.saveDays({{before, after}}).result());
        office.open();
        QVERIFY(other.syncNow().result());
        device.syncNow();
        QTRY_COMPARE_WITH_TIMEOUT(device.thursdayCell(WeekModel::Checks), u"Two versions"_s,
                                  patienceMs);
        const bool countsMine = device.thursdayCell(WeekModel::Wrap) == u"19.5"_s;
        const auto dialog = [&] { return device.window().findChild<ConflictDialog *>(); };
        Keyboard::look(device.window());
        device.page()->table()->view()->setFocus();

        m_keys.start();
        m_keys.press(Qt::Key_F8);  // the day with the flag
        m_keys.press(Qt::Key_End); // what is said about it
        m_keys.press(Qt::Key_Return);
        QTRY_VERIFY(dialog() && dialog()->isVisible()
                    && !dialog()->resultText(DayPart::Wrap).isEmpty());
        Keyboard::look(*dialog());
        m_keys.press(countsMine ? Qt::Key_2 : Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(dialog()->resultText(DayPart::Wrap), countsMine ? u"20.0"_s : u"19.5"_s);
        m_keys.press(Qt::Key_Return, Qt::ControlModifier);

        QTRY_VERIFY_WITH_TIMEOUT(device.thursdayCell(WeekModel::Checks) != u"Two versions"_s,
                                 patienceMs);
        QCOMPARE(device.thursdayCell(WeekModel::Wrap), countsMine ? u"20.0"_s : u"19.5"_s);
        report("a conflict decided", 6);
    }

    // From an office's spreadsheet, over the clipboard: three rows are wrong, and one person is
    // here already under nearly the same name.
    void aCrewListOf120PeopleComesInAndGoesAgain()
    {
        const QTemporaryDir folder;
        const Device device(folder.path());
        const auto firstRun = [&] { return device.window().findChild<FirstRunPage *>(); };
        QTRY_VERIFY_WITH_TIMEOUT(firstRun(), patienceMs);
        emit firstRun()->startAloneRequested(u"Northern Lights"_s, u"Maya Lindqvist"_s, u"Camera"_s,
                                             u"1st AC"_s);
        lookAt(device);
        QString list = u"Full name\tDept\tRole\tHourly rate\tStart\n"_s;
        for (int i = 1; i <= 120; ++i) {
            const QString name = i == 40 ? QString() : u"Person Family%1"_s.arg(i);
            const QString rate = i == 60 ? u"plenty"_s : u"52.50"_s;
            const QString start = i == 80 ? u"31/31/2025"_s : u"03/04/2025"_s;
            list += u"%1\tDepartment %2\tRole\t%3\t%4\n"_s.arg(name).arg(i % 9).arg(rate, start);
        }
        list += u"Maya Lindquist\tCamera\t1st AC\t60.00\t03/04/2025\n"_s;
        QApplication::clipboard()->setText(list);
        const auto dialog = [&] { return device.window().findChild<CrewImportDialog *>(); };
        const auto *grid = device.window().findChild<CrewGridPage *>()->grid();
        const auto people = [&] {
            int count = 0;
            for (int i = 0; i < grid->model()->rowCount(); ++i)
                count += grid->model()->rowCount(grid->model()->index(i, 0));
            return count;
        };
        QTRY_COMPARE(people(), 1);

        m_keys.start();
        goToPage(device, u"crew-grid"_s);
        QTRY_VERIFY(grid->hasFocus());
        m_keys.press(Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        Keyboard::look(*dialog());
        // All dates of the list are open: it is asked once, and until then they stay out.
        const auto *dates = dialog()->findChild<ImportQuestion *>(u"importDates"_s);
        QVERIFY(dates->isVisible());
        tabTo(dates->choice(0));
        m_keys.press(Qt::Key_Right); // the month first; they stand side by side
        if (!dates->choice(1)->isChecked())
            m_keys.press(Qt::Key_Space);
        QTRY_VERIFY(dates->choice(1)->isChecked());
        QVERIFY2(dialog()->summary().contains(u"117 people ready"_s)
                     && dialog()->summary().contains(u"3 rows need a look"_s),
                 qPrintable(dialog()->summary()));
        QCOMPARE(dialog()->findChild<QTableWidget *>(u"importProblems"_s)->rowCount(), 3);
        const auto *decision = dialog()->findChild<QComboBox *>(u"decision:122"_s);
        QVERIFY(decision);
        tabTo(decision);
        m_keys.press(Qt::Key_Down); // is Maya Lindqvist
        QTRY_VERIFY(dialog()->summary().contains(u"118 people ready"_s));
        shoot(const_cast<Theme &>(device.theme), *dialog(), u"import-120"_s);
        QCOMPARE(people(), 1); // nothing is written yet
        m_keys.press(Qt::Key_Return);

        QTRY_COMPARE_WITH_TIMEOUT(people(), 118, patienceMs);
        report("a crew list of 120 rows, 3 of them wrong", 18);

        // The list of next week has the same headings: nothing is asked again.
        emit device.window().findChild<CrewGridPage *>()->crewTextPasted(list);
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QVERIFY(dialog()->findChild<ImportQuestion *>(u"importDates"_s)->choice(1)->isChecked());
        QVERIFY2(dialog()->summary().contains(u"117 people are here already"_s),
                 qPrintable(dialog()->summary()));
        dialog()->close();

        // One step takes all of it back.
        QTRY_VERIFY(device.undoText().contains(u"crew list"_s));
        Keyboard::look(device.window());
        m_keys.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(people(), 1, patienceMs);
    }
};

QTEST_MAIN(TestTasks)

#include "tst_tasks.moc"
