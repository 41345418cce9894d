#include "app/ui/crew_words_text.h"
#include "app/ui/delegates/cell_editor.h"
#include "app/ui/dialogs/offsets_dialog.h"
#include "app/ui/dialogs/paste_dialog.h"
#include "app/ui/docks/bottom_pane.h"
#include "app/ui/main_window.h"
#include "app/ui/pages/bulk_bar.h"
#include "app/ui/pages/crew_grid_page.h"
#include "app/ui/pages/crew_grid_view.h"
#include "app/ui/pages/crew_grid_wiring.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/crew_setup_panel.h"
#include "app/ui/widgets/navigation_panel.h"
#include "app/ui/widgets/notice_panel.h"
#include "tests/support/fake_crew_preferences.h"
#include "tests/support/fake_crew_store.h"
#include "tests/support/page_shots.h"
#include "tests/support/sample_crew.h"

#include <QAction>
#include <QApplication>
#include <QButtonGroup>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;
using namespace film::test;

// The real page in the real window, driven by keys, over a week in memory.
class TestCrewGrid : public QObject
{
    Q_OBJECT

    struct Desk {
        FakeCrewStore store;
        FakeHistoryStore historyStore;
        CrewWordsText words;
        QUndoStack undo;
        PayDesk desk;
        CrewModel model{words};
        CrewFilterModel filter{model};
        ExceptionsModel exceptions{model, words};
        CrewController controller{{store, model, filter, exceptions, undo, words}};
        HistoryModel historyModel{words};
        HistoryController history{historyStore, historyModel};
        Theme theme;
        MainWindow window{theme};
        CrewGridPage *page;

        explicit Desk(CrewSnapshot week = pricedCrew())
        {
            model.setPayDesk(&desk);
            words.setZone(QTimeZone("America/New_York"));
            theme.setPreference(SchemePreference::Light);
            theme.apply(*qApp);
            store.week = std::move(week);
            controller.showWeek(crewWeek);
            page = new CrewGridPage(
                {controller, model, filter, exceptions, history, historyModel, words}, theme);
            addCrewGrid(window, page);
            window.setProduction(u"Northern Lights"_s, u"Episode 104"_s);
            window.setAccount(u"Priya Nair"_s, u"Production coordinator"_s);
            window.setUndoStack(undo);
            window.resize(1440, 900);
            window.show();
            window.showPage(u"crew-grid"_s);
            QApplication::setActiveWindow(&window);
            QCoreApplication::processEvents();
        }

        [[nodiscard]] CrewGridView *grid() const { return page->grid(); }
        [[nodiscard]] BulkBar *bulk() const { return page->findChild<BulkBar *>(); }
        [[nodiscard]] CellEditor *editor() const { return grid()->findChild<CellEditor *>(); }
        [[nodiscard]] const WorkDay &day(const CrewRef &ref) const { return model.cell(ref)->day; }
        void select(const CrewRefs &refs)
        {
            grid()->moveTo(filter.indexOf(refs.front()));
            for (const CrewRef &ref : refs)
                grid()->selectionModel()->select(filter.indexOf(ref), QItemSelectionModel::Select);
            grid()->setFocus();
        }
        // One by one: the first may open an editor, which then has the focus.
        void keys(const QString &text)
        {
            for (const QChar c : text)
                QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
        }
        void key(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
        {
            QTest::keyClick(QApplication::focusWidget(), code, modifiers);
            QCoreApplication::sendPostedEvents(); // an editor commits a moment later
        }
        void type(BulkField field, const QString &text)
        {
            const QList<QLineEdit *> fields = bulk()->findChildren<QLineEdit *>();
            fields[int(field)]->setText(text);
        }
        [[nodiscard]] QString message() const
        {
            return window.findChild<QLabel *>(u"statusMessage"_s)->text();
        }
        // Everything in the menus that can be triggered.
        [[nodiscard]] QList<QAction *> menuCommands() const
        {
            QList<QAction *> commands;
            for (const QAction *title : window.menuBar()->actions()) {
                for (QAction *command : title->menu()->actions()) {
                    if (!command->isSeparator())
                        commands += command;
                }
            }
            return commands;
        }
        [[nodiscard]] QAction *menuCommand(const QKeySequence &keys) const
        {
            for (QAction *command : menuCommands()) {
                if (command->shortcut() == keys)
                    return command;
            }
            return nullptr;
        }
        [[nodiscard]] bool says(const QString &text) const
        {
            return std::ranges::any_of(page->findChildren<QLabel *>(), [&](const QLabel *label) {
                return label->isVisible() && label->text() == text;
            });
        }
        void shoot(const QString &name) { test::shoot(theme, window, name); }
    };

    static CrewSnapshot nobody()
    {
        CrewSnapshot week = sampleCrew();
        week.departments.clear();
        return week;
    }
    // As it is for whoever started alone: on the list, and nobody else.
    static CrewSnapshot onlyMyself()
    {
        CrewSnapshot week = sampleCrew();
        week.self = sampleId<PersonId>(14);
        week.departments = {week.departments[1]};
        std::erase_if(week.departments[0].people,
                      [&](const CrewPerson &person) { return person.id != week.self; });
        return week;
    }
    static int peopleIn(const CrewSnapshot &week)
    {
        int count = 0;
        for (const CrewDepartment &department : week.departments)
            count += int(department.people.size());
        return count;
    }
    static CrewRef thursday(int person) { return {sampleId<PersonId>(person), crewThursday}; }
    static inline const CrewRefs missing = {thursday(33), thursday(34), thursday(35), thursday(36),
                                            thursday(37)};

private slots:
    void somebodyElsesInitialsStandInTheCell()
    {
        CrewSnapshot week = pricedCrew();
        CrewPerson &person = week.departments[1].people[2];
        const CrewRef ref{person.id, 1};
        const QString name = u"Tomas Okafor"_s;
        Desk desk(week);
        const QModelIndex cell = desk.filter.indexOf(ref);
        const auto drawn = [&] {
            return desk.grid()->viewport()->grab(desk.grid()->visualRect(cell)).toImage();
        };
        const QImage alone = drawn();

        person.days[1].otherHand =
            OtherHand{name, instantFromMs(1763506800000), crewWeek.addDays(6), Minutes(0)};
        desk.model.setSnapshot(week);

        QVERIFY(drawn() != alone);
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(name));
        QVERIFY(cell.data(Qt::AccessibleTextRole).toString().contains(name));
        QVERIFY(cell.flags().testFlag(Qt::ItemIsEditable)); // it never blocks
        desk.shoot(u"03-crew-grid-other-editor"_s);
    }

    // The next limits of those who are at work, and what they come to: of everybody, or of who is
    // selected.
    void whatIsAheadOfTheCrewIsSaidAboveTheExceptions()
    {
        CrewSnapshot week = pricedCrew();
        week.now = Minutes(12 * 60 + 6);
        CrewRefs atWork;
        for (CrewDepartment &department : week.departments) {
            for (CrewPerson &person : department.people) {
                WorkDay &today = person.days[crewThursday].day;
                if (!today.call.isKnown() || today.call.minutes() > week.now)
                    continue;
                today.meals.clear();
                today.wrap = TimeField();
                atWork.push_back({person.id, crewThursday});
            }
        }
        QVERIFY(atWork.size() > 3);
        Desk desk(week);
        const auto *said = desk.page->findChild<QLabel *>(u"crewAhead"_s);

        QVERIFY(QTest::qWaitFor([&] { return !said->isHidden(); }));

        const QString everybody = u"Ahead today, %1 at work: "_s.arg(atWork.size());
        QVERIFY2(said->text().startsWith(everybody), qPrintable(said->text()));
        QVERIFY2(said->text().contains(u"Meal 1 is due 13.0"_s), qPrintable(said->text()));
        QVERIFY2(said->text().contains(u"if they wrap now"_s), qPrintable(said->text()));
        Money sum(0, Currency::Usd);
        for (const CrewRef &ref : atWork) {
            const CrewAhead one = desk.model.ahead(std::span(&ref.person, 1));
            QCOMPARE(one.underWay, 1);
            sum = sum + one.forecast.costs.front().gross;
        }
        QCOMPARE(desk.model.ahead({}).forecast.costs.front().gross, sum);
        test::shoot(desk.theme, desk.window, u"03-ahead-of-the-crew"_s);

        desk.select({atWork[0], atWork[1], atWork[2]});

        QVERIFY(QTest::qWaitFor(
            [&] { return said->text().startsWith(u"Ahead today, 3 at work: "_s); }));
    }

    void whoSeesNoPayIsToldNoMoneyAhead()
    {
        Desk desk(sampleCrew());

        QVERIFY(desk.model.ahead({}).isEmpty());
        QVERIFY(desk.page->findChild<QLabel *>(u"crewAhead"_s)->isHidden());
    }

    void dayTypedIntoACellIsSavedAndTheNextOneIsReached()
    {
        Desk desk;
        desk.select({thursday(33)});

        desk.keys(u"0"_s); // a digit opens the editor and replaces
        QVERIFY(desk.editor());
        desk.keys(u"700 1300-1330"_s);
        QCOMPARE(desk.editor()->echo(), u"call 7.0, 13.0–13.5. Still reading: wrap?"_s);
        desk.keys(u" 1930"_s);
        QCOMPARE(desk.editor()->echo(), u"call 7.0, 13.0–13.5, wrap 19.5, 12.0 h"_s);
        desk.shoot(u"03-crew-grid-typing"_s);
        desk.key(Qt::Key_Return);

        QCOMPARE(desk.day(thursday(33)).wrap, TimeField::at(19 * 60 + 30));
        QCOMPARE(desk.filter.refAt(desk.grid()->currentIndex()), thursday(34));
        QCOMPARE(desk.message(), u"Thu 20 Nov for Idris Kamara saved: 12.0 h. Ctrl+Z to undo."_s);

        desk.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(desk.day(thursday(33)).isBlank());
    }

    void timesInAnImpossibleOrderStayInTheEditor()
    {
        Desk desk;
        desk.select({thursday(33)});

        desk.keys(u"0700 1330-1300 1930"_s);
        QVERIFY2(desk.editor()->echo().endsWith(u"Check the two times."_s),
                 qPrintable(desk.editor()->echo()));
        desk.key(Qt::Key_Return);

        QVERIFY(desk.editor());
        QVERIFY(desk.store.saves.empty());
    }

    void unreadableTextStaysInTheEditor()
    {
        Desk desk;
        desk.select({thursday(33)});

        desk.keys(u"07x0"_s);
        desk.key(Qt::Key_Return);

        QVERIFY(desk.editor());
        QCOMPARE(desk.editor()->echo(), u"I could not read “07x0”."_s);
        QVERIFY(desk.store.saves.empty());

        desk.key(Qt::Key_Escape);
        QVERIFY(desk.day(thursday(33)).isBlank());
        QVERIFY(desk.store.saves.empty());
    }

    void textWithTwoReadingsOffersBoth()
    {
        Desk desk;
        desk.select({thursday(33)});

        desk.keys(u"7 13.30"_s);
        QVERIFY(!desk.editor()->isReadable());
        desk.key(Qt::Key_2, Qt::AltModifier);

        QCOMPARE(desk.day(thursday(33)).call, TimeField::at(7 * 60));
        QCOMPARE(desk.store.saves.size(), 1u);
    }

    void editingKeepsTheTextAndSavesNothingUnchanged()
    {
        Desk desk;
        desk.select({thursday(11)});

        desk.key(Qt::Key_F2);
        QVERIFY(desk.editor());
        QVERIFY(!desk.editor()->text().isEmpty());
        QVERIFY(!desk.editor()->hasSelectedText());
        desk.key(Qt::Key_Tab);

        QVERIFY(desk.store.saves.empty());
        QCOMPARE(desk.filter.refAt(desk.grid()->currentIndex()),
                 (CrewRef{sampleId<PersonId>(11), crewFriday}));
    }

    void fillDownSkipsTheLockedCell()
    {
        CrewSnapshot week = sampleCrew();
        week.departments[2].people[4].days[crewThursday].isLocked = true; // Paloma
        Desk desk(week);
        desk.select({thursday(32), thursday(33), thursday(34), thursday(35), thursday(36)});

        desk.shoot(u"03-crew-grid-locked"_s);
        desk.key(Qt::Key_D, Qt::ControlModifier);

        QCOMPARE(desk.store.saves.front().size(), 3u);
        QVERIFY(desk.day(thursday(35)).isBlank());
        QCOMPARE(desk.message(), u"Filled 3. Skipped 1 locked day (Paloma Reyes)."_s);
    }

    void bulkBarShowsItsResultBeforeItApplies()
    {
        Desk desk;
        desk.select(missing);
        QVERIFY(desk.bulk()->isVisible());

        desk.type(BulkField::Call, u"7.0"_s);
        desk.type(BulkField::Meal1Out, u"13.0"_s);
        desk.type(BulkField::Meal1In, u"13.5"_s);
        desk.type(BulkField::Wrap, u"19.5"_s);
        QCOMPARE(desk.bulk()->resultText(), u"12.0 h each / 60.0 h in all, no flags"_s);
        desk.shoot(u"03-crew-grid"_s);
        desk.key(Qt::Key_Return, Qt::ControlModifier);

        QCOMPARE(desk.store.saves.size(), 1u);
        QCOMPARE(desk.store.saves[0].size(), 5u);
        QCOMPARE(desk.message(), u"Entered Thu 20 Nov for 5 people in Electric. Ctrl+Z to undo."_s);
        QCOMPARE(desk.undo.count(), 1);
        desk.shoot(u"03-crew-grid-applied"_s);

        desk.key(Qt::Key_Z, Qt::ControlModifier);
        for (const CrewRef &ref : missing)
            QVERIFY(desk.day(ref).isBlank());
    }

    void bulkBarAsksWhenSomeHaveTimes()
    {
        Desk desk;
        desk.select({thursday(32), thursday(33), thursday(34)});
        desk.type(BulkField::Call, u"8"_s);

        desk.bulk()->apply();
        QVERIFY(desk.store.saves.empty());
        desk.shoot(u"03-crew-grid-question"_s);
        desk.key(Qt::Key_Space); // "Fill only the 2 empty" has the focus

        QCOMPARE(desk.store.saves.front().size(), 2u);
        QCOMPARE(desk.day(thursday(32)).call, TimeField::at(7 * 60));
    }

    void theQuestionStaysWhileChangesArrive()
    {
        Desk desk;
        desk.select({thursday(32), thursday(33), thursday(34)});
        desk.type(BulkField::Call, u"8"_s);
        desk.bulk()->apply();

        desk.store.week.departments[0].people[0].days[crewFriday].isPending = true;
        desk.controller.reload();
        QCoreApplication::processEvents();
        desk.key(Qt::Key_Space); // "Fill only the 2 empty" still has the focus

        QCOMPARE(desk.store.saves.size(), 1u);
        QCOMPARE(desk.store.saves.front().size(), 2u);
    }

    void theQuestionGoesWithWhatItWasAbout()
    {
        Desk desk;
        desk.select({thursday(32), thursday(33), thursday(34)});
        desk.type(BulkField::Call, u"8"_s);
        desk.bulk()->apply();
        QVERIFY(desk.says(u"1 of 3 already have times."_s));

        desk.type(BulkField::Wrap, u"19"_s);

        QVERIFY(!desk.says(u"1 of 3 already have times."_s));
    }

    void manyArrivingChangesLeaveAnOpenEditorAlone()
    {
        Desk desk;
        desk.select({thursday(33)});
        desk.keys(u"0700 1300"_s);
        const QPointer<CellEditor> editor = desk.editor();
        QVERIFY(editor);

        // Ten thousand days of people who come, go, and stand in another order.
        constexpr int batches = 10;
        constexpr int peoplePerBatch = 143; // seven days each
        int number = 1000;
        for (int batch = 0; batch < batches; ++batch) {
            std::vector<CrewDepartment> &departments = desk.store.week.departments;
            CrewDepartment arrived{sampleId<DepartmentId>(100 + batch), u"Extras"_s, {}};
            for (int i = 0; i < peoplePerBatch; ++i)
                arrived.people.push_back(
                    samplePerson(number++, "Somebody New", "Extra", {"7 19", "7 19", "7 19", "x"}));
            departments.insert(departments.begin() + batch % 2, std::move(arrived));
            if (batch > 2)
                std::erase_if(departments, [&](const CrewDepartment &department) {
                    return department.id == sampleId<DepartmentId>(100 + batch - 3);
                });
            for (CrewDepartment &department : departments) {
                std::ranges::reverse(department.people);
                department.people.front().days[crewFriday].isPending = batch % 2 == 0;
            }
            desk.controller.reload();
            QCoreApplication::processEvents();
        }

        QVERIFY(editor);
        QVERIFY(editor->isVisible());
        QCOMPARE(editor->text(), u"0700 1300"_s);
        QCOMPARE(desk.model.progress().people, peopleIn(desk.store.week));
        desk.keys(u"-1330 1930"_s);
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.store.saves.size(), 1u);
        QCOMPARE(desk.day(thursday(33)).wrap, TimeField::at(19 * 60 + 30));
    }

    void whoIsTypedForStaysUnderAFilter()
    {
        Desk desk;
        desk.page->findChild<QButtonGroup *>()->buttons()[1]->click(); // "Missing"
        desk.select({thursday(33)});
        desk.keys(u"0700"_s);

        // Somebody else has entered the day meanwhile: nothing is missing any more.
        CrewCell &cell = *desk.store.find(desk.model.cell(thursday(33))->day.key);
        cell.day = withTimes(cell.day, timesFrom("0700 1300-1330 1900"));
        desk.controller.reload();
        QCoreApplication::processEvents();
        QVERIFY(desk.editor());
        QCOMPARE(desk.editor()->text(), u"0700"_s);

        desk.key(Qt::Key_Escape);
        QCoreApplication::processEvents();
        QVERIFY(!desk.filter.indexOf(thursday(33)).isValid());
    }

    void somebodyNewLeavesSelectionFieldsAndClosedDepartments()
    {
        Desk desk;
        desk.grid()->collapse(desk.filter.index(0, 0));
        emit desk.grid()->departmentToggled(desk.filter.index(0, 0), false);
        desk.select(missing);
        desk.type(BulkField::Call, u"8"_s);

        desk.store.week.departments[2].people.insert(
            desk.store.week.departments[2].people.begin(),
            samplePerson(900, "Somebody New", "Electrician", {"", "", "", ""}));
        desk.controller.reload();
        QCoreApplication::processEvents();

        QVERIFY(desk.filter.indexOf(thursday(900)).isValid());
        QCOMPARE(desk.page->selectedCells(), missing);
        QCOMPARE(desk.bulk()->findChildren<QLineEdit *>()[int(BulkField::Call)]->text(), u"8"_s);
        QVERIFY(!desk.grid()->isExpanded(desk.filter.index(0, 0)));
    }

    void whatIsTypedIsTakenBeforeTheWeekChanges()
    {
        Desk desk;
        desk.select({thursday(33)});
        desk.keys(u"0700 1300-1330 1930"_s);
        const WorkDayKey key = desk.model.cell(thursday(33))->day.key;

        CrewSnapshot next = sampleCrew();
        for (size_t i = 0; i < next.dates.size(); ++i)
            next.dates[i].date = crewWeek.addDays(7 + qint64(i));
        for (CrewDepartment &department : next.departments) {
            for (CrewPerson &person : department.people) {
                for (CrewCell &cell : person.days) {
                    cell.day = WorkDay();
                    cell.day.key = {person.id, crewWeek.addDays(7), key.unit};
                }
            }
        }
        desk.store.week = next;
        desk.controller.showWeek(crewWeek.addDays(7));
        QCoreApplication::processEvents();

        QCOMPARE(desk.store.saves.size(), 1u);
        QCOMPARE(desk.store.saves[0][0].after.key, key);
        QCOMPARE(desk.store.saves[0][0].after.wrap, TimeField::at(19 * 60 + 30));
    }

    void keysInTheListsBelowLeaveTheTimesAlone()
    {
        Desk desk;
        desk.select({thursday(11), thursday(12)});
        QVERIFY(!desk.day(thursday(11)).isBlank());

        desk.page->findChild<QTableView *>(u"exceptions"_s)->setFocus();
        desk.key(Qt::Key_Delete);
        desk.key(Qt::Key_C, Qt::ControlModifier);
        desk.key(Qt::Key_D, Qt::ControlModifier);

        QVERIFY(desk.store.saves.empty());
        QVERIFY(!QApplication::clipboard()->text().startsWith(u"07"_s));
        desk.grid()->setFocus();
        desk.key(Qt::Key_Delete);
        QCOMPARE(desk.store.saves.size(), 1u);
    }

    void theCaretReachesHoursAndFlags()
    {
        Desk desk;
        desk.select({CrewRef{sampleId<PersonId>(11), 6}});

        for (const int column : {CrewModel::Hours, CrewModel::TimeAndHalf, CrewModel::DoubleTime,
                                 CrewModel::Flags, CrewModel::Flags}) {
            desk.key(Qt::Key_Right);
            QCOMPARE(desk.grid()->currentIndex().column(), column);
        }
        const QModelIndex hours = desk.grid()->currentIndex().siblingAtColumn(CrewModel::Hours);
        const QString spoken = hours.data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.startsWith(hours.siblingAtColumn(CrewModel::Name).data().toString()),
                 qPrintable(spoken));
        QVERIFY(spoken.endsWith(hours.data().toString()));
        const QModelIndex sum = hours.parent().siblingAtColumn(CrewModel::FirstDay + crewThursday);
        const QString department = sum.data(Qt::AccessibleTextRole).toString();
        QVERIFY2(department.startsWith(hours.parent().data().toString() + u", Thu"_s),
                 qPrintable(department));
        QVERIFY(department.endsWith(sum.data().toString()));
    }

    void theNextPaneOfThePageIsTheGrid()
    {
        Desk desk;
        desk.window.navigation()->findChild<QListView *>()->setFocus();

        desk.key(Qt::Key_F6);

        QCOMPARE(QApplication::focusWidget(), desk.grid());
    }

    void callSheetTimesFillTheSelection()
    {
        Desk desk;
        desk.select(missing);

        desk.key(Qt::Key_L, Qt::ControlModifier);

        QCOMPARE(desk.day(missing[2]).wrap, TimeField::at(19 * 60 + 30));
        QCOMPARE(desk.undo.count(), 1);
    }

    void chipsFilterAndCountDown()
    {
        Desk desk;
        const QList<QAbstractButton *> chips = desk.page->findChild<QButtonGroup *>()->buttons();
        QCOMPARE(chips[1]->text().simplified(), u"Missing 5"_s);

        chips[1]->click();
        QCOMPARE(desk.filter.rowCount(), 1);
        QCOMPARE(desk.filter.rowCount(desk.filter.index(0, 0)), 5);
        desk.shoot(u"03-crew-grid-missing"_s);
        desk.select({thursday(33)});
        desk.keys(u"cs"_s);
        desk.key(Qt::Key_Return);

        QCOMPARE(chips[1]->text().simplified(), u"Missing 4"_s);
        QCOMPARE(desk.filter.rowCount(desk.filter.index(0, 0)), 4);
    }

    void aDepartmentIsShownByItselfUntilAChipIsPressed()
    {
        Desk desk;
        const auto *line = desk.page->findChild<QLineEdit *>(u"crewFilter"_s);
        const QList<QAbstractButton *> chips = desk.page->findChild<QButtonGroup *>()->buttons();

        desk.page->showDepartment(sampleId<DepartmentId>(2));
        QCOMPARE(line->text(), u"Camera"_s);
        QCOMPARE(desk.filter.rowCount(), 1);
        QVERIFY(desk.grid()->hasFocus());

        chips[0]->click();
        QCOMPARE(line->text(), QString());
        QCOMPARE(desk.filter.rowCount(), 3);
    }

    void textThatNobodyMatchesCanBeCleared()
    {
        Desk desk;

        desk.select({thursday(33)});
        desk.key(Qt::Key_F, Qt::ControlModifier);
        desk.keys(u"xyz"_s);
        auto *notice = desk.grid()->findChild<NoticePanel *>();
        QVERIFY(notice->isVisible());
        QCOMPARE(notice->text(), u"Nobody matches “xyz”."_s);
        desk.shoot(u"03-crew-grid-no-match"_s);
        emit notice->actionRequested();

        QVERIFY(!notice->isVisible());
        QCOMPARE(desk.filter.rowCount(), 3);
    }

    void exceptionsAreReachedByKey()
    {
        Desk desk;
        desk.select({thursday(33)});

        desk.key(Qt::Key_F8);
        QCOMPARE(desk.filter.refAt(desk.grid()->currentIndex()), thursday(34));
        desk.key(Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(desk.filter.refAt(desk.grid()->currentIndex()), thursday(33));
        QCOMPARE(desk.page->selectedCells(), CrewRefs{thursday(33)}); // Shift extends nothing
        desk.key(Qt::Key_Return, Qt::AltModifier);                    // fill from the call sheet

        QVERIFY(!desk.day(thursday(33)).isBlank());
    }

    void aPenaltyIsAcceptedByKeyInTheListAndInTheGrid()
    {
        Desk desk;
        const CrewRef nils{sampleId<PersonId>(34), 3};
        auto *list = desk.page->findChild<QTableView *>(u"exceptions"_s);
        list->setCurrentIndex(list->model()->index(desk.exceptions.rowOf(nils), 0));
        list->setFocus();

        desk.key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);

        QCOMPARE(desk.store.reviews.size(), 1u);
        QCOMPARE(desk.exceptions.rowOf(nils), -1);
        desk.undo.undo();
        QCoreApplication::processEvents();
        desk.select({nils});
        desk.key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(desk.store.reviews.size(), 3u);
        QCOMPARE(desk.exceptions.rowOf(nils), -1);
    }

    // A short rest ahead gives way by moving the call: asked why, done, and taken back.
    void aShortRestAheadIsFixedThroughTheDialog()
    {
        Desk desk;
        const CrewRef friday{sampleId<PersonId>(14), 5};
        const auto before = desk.model.cell(friday)->plannedCall;
        const auto ask = [&desk]() -> QInputDialog * {
            desk.key(Qt::Key_Return, Qt::AltModifier);
            const auto all = desk.page->findChildren<QInputDialog *>(u"moveCall"_s);
            return all.isEmpty() ? nullptr : all.back();
        };
        const auto answer = [](QInputDialog &dialog, const QString &reason) {
            auto *field = dialog.findChild<QLineEdit *>();
            field->setText(reason);
            QTest::keyClick(field, Qt::Key_Return);
            QCoreApplication::sendPostedEvents();
        };
        desk.select({friday});

        QInputDialog *silent = ask();
        QVERIFY(silent && silent->isVisible());
        QVERIFY2(silent->labelText().contains(u"Maya Lindqvist"_s),
                 qPrintable(silent->labelText()));
        answer(*silent, u"  "_s);
        QVERIFY(desk.store.moves.empty()); // without a reason nothing moves
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

        desk.select({friday});
        QInputDialog *asked = ask();
        QVERIFY(asked && asked->isVisible());
        answer(*asked, u"Full rest for Maya"_s);

        QCOMPARE(desk.store.moves.size(), 1u);
        QCOMPARE(desk.store.moves[0].after, std::optional(Minutes(318)));
        QCOMPARE(desk.store.moves[0].reason, u"Full rest for Maya"_s);
        QCOMPARE(desk.model.cell(friday)->plannedCall, std::optional(Minutes(318)));
        QVERIFY2(desk.message().contains(u"5.3"_s), qPrintable(desk.message()));

        desk.undo.undo();
        QCoreApplication::sendPostedEvents();
        QCOMPARE(desk.store.moves.size(), 2u);
        QVERIFY(before);
    }

    void dayWithTwoVersionsAsksForTheComparison()
    {
        CrewSnapshot week = sampleCrew();
        week.departments[1].people[3].days[crewThursday].hasConflict = true;
        Desk desk(week);
        QSignalSpy requests(desk.page, &CrewGridPage::conflictRequested);

        desk.select({thursday(33)});
        desk.key(Qt::Key_F8, Qt::ShiftModifier); // the first in the list
        QCOMPARE(desk.filter.refAt(desk.grid()->currentIndex()), thursday(14));
        desk.key(Qt::Key_Return, Qt::AltModifier);

        QCOMPARE(requests.size(), 1);
    }

    void dayThatCameBeforeItsHistoryIsNotCalledEmpty()
    {
        Desk desk;
        desk.historyStore.stored = {sampleConflict().versions[0].day, {}};
        desk.select({thursday(14)});

        desk.key(Qt::Key_F4);

        QStringList said;
        for (const QLabel *label : desk.page->findChildren<QLabel *>())
            said += label->text();
        QVERIFY(said.contains(
            u"The history on this computer begins when it joined; older values came before."_s));
    }

    void historyOfTheDayIsShown()
    {
        Desk desk;
        const DayConflict conflict = sampleConflict();
        desk.historyStore.stored = {
            conflict.versions[0].day,
            {{sampleId<MutationId>(1),
              conflict.versions[0].at,
              u"Maya Lindqvist"_s,
              u"A-cam cart"_s,
              {},
              true,
              conflict.versions[1].day,
              conflict.versions[0].day},
             {sampleId<MutationId>(2), conflict.versions[1].at, u"Priya Nair"_s,
              u"Priya’s laptop"_s, u"read from the call sheet"_s, false, conflict.before,
              conflict.versions[1].day}}};
        desk.select({thursday(14)});

        desk.key(Qt::Key_F4);

        QCOMPARE(desk.historyModel.rowCount(), 4);
        QCOMPARE(desk.page->findChild<BottomPane *>()->currentPage(), 1);
        desk.shoot(u"03-crew-grid-history"_s);
    }

    void copiedBlockCanBePastedElsewhere()
    {
        Desk desk;
        desk.select({{sampleId<PersonId>(31), 1}, {sampleId<PersonId>(31), 2}});
        desk.key(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text().count(u'\t'), 1);

        desk.grid()->selectionModel()->clear();
        desk.select({thursday(33)});
        desk.key(Qt::Key_V, Qt::ControlModifier);

        QCOMPARE(timesOf(desk.day(thursday(33))), timesOf(desk.day({sampleId<PersonId>(31), 1})));
    }

    // What is shown is kept under a name, and comes back with it.
    void aViewIsKeptUnderANameAndComesBack()
    {
        FakeCrewPreferences preferences;
        Desk desk;
        desk.page->setPreferences(preferences);
        auto *button = desk.page->findChild<QToolButton *>(u"crewViews"_s);
        const auto entry = [&](const QString &text) -> QAction * {
            emit button->menu()->aboutToShow();
            QList<QAction *> all = button->menu()->actions();
            for (const QAction *action : button->menu()->actions()) {
                if (action->menu())
                    all += action->menu()->actions();
            }
            for (QAction *action : all) {
                if (action->text() == text)
                    return action;
            }
            return nullptr;
        };
        const int sunday = CrewModel::FirstDay;
        entry(u"Sun 16"_s)->trigger(); // off
        entry(u"1.5×"_s)->trigger();
        QVERIFY(desk.grid()->isColumnHidden(sunday));
        QVERIFY(desk.grid()->isColumnHidden(CrewModel::TimeAndHalf));
        desk.page->findChild<QLineEdit *>(u"crewFilter"_s)->setText(u"lamp"_s);
        desk.model.setShows(CellShows::Meals);
        const CrewView looked = desk.page->currentView();

        entry(u"&Save this view…"_s)->trigger();
        auto *dialog = desk.page->findChild<QInputDialog *>(u"viewName"_s);
        QVERIFY(dialog);
        dialog->setTextValue(u" Lamps,  meals "_s);
        dialog->accept();
        QCOMPARE(preferences.kept.size(), size_t(1));
        QCOMPARE(preferences.kept[0].name, u"Lamps, meals"_s);
        QVERIFY(desk.message().contains(u"Lamps, meals"_s));

        entry(u"&Everything"_s)->trigger();
        QVERIFY(!desk.grid()->isColumnHidden(sunday));
        QCOMPARE(desk.model.shows(), CellShows::Times);
        QCOMPARE(desk.filter.rowCount(), 3);
        QVERIFY(entry(u"&Everything"_s)->isChecked());
        QVERIFY(!entry(u"Lamps, meals"_s)->isChecked());
        entry(u"Lamps, meals"_s)->trigger();

        QVERIFY(desk.page->currentView().looksLike(looked));
        QCOMPARE(desk.filter.rowCount(), 1);
        QVERIFY(desk.grid()->isColumnHidden(sunday));
        QCOMPARE(desk.model.shows(), CellShows::Meals);
        // The keys go from one column that is shown to the next.
        desk.select({{sampleId<PersonId>(33), 1}});
        desk.key(Qt::Key_Left);
        QCOMPARE(desk.grid()->currentIndex().column(), int(CrewModel::FirstDay + 1));

        emit button->menu()->aboutToShow();
        for (const QAction *action : button->menu()->actions()) {
            if (action->text() == u"&Delete"_s)
                action->menu()->actions().front()->trigger();
        }
        QVERIFY(preferences.kept.empty());
    }

    void offsetsOfDepartmentsAreSetAndCounted()
    {
        FakeCrewPreferences preferences;
        Desk desk;
        desk.page->setPreferences(preferences);
        desk.select({{sampleId<PersonId>(2), crewFriday}, {sampleId<PersonId>(32), crewFriday}});
        desk.type(BulkField::Call, u"0700"_s);
        desk.type(BulkField::Wrap, u"1930"_s);
        QVERIFY2(desk.bulk()->resultText().startsWith(u"12.5 h each"_s),
                 qPrintable(desk.bulk()->resultText()));

        desk.key(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = desk.page->findChild<OffsetsDialog *>();
        QVERIFY(dialog);
        auto *use = dialog->findChild<QPushButton *>(u"useOffsets"_s);
        dialog->beforeField(2)->setText(u"soon"_s);
        QVERIFY(!use->isEnabled());
        dialog->beforeField(2)->setText(u"0.5"_s);
        dialog->afterField(2)->setText(u"-0.2"_s);
        test::shoot(desk.theme, *dialog, u"department-offsets"_s);
        use->click();

        QCOMPARE(preferences.departments.size(), size_t(1));
        QVERIFY2(desk.bulk()->resultText().startsWith(u"12.5 to 12.8 h"_s),
                 qPrintable(desk.bulk()->resultText()));
        QVERIFY(desk.bulk()->findChild<QPushButton *>(u"bulkOffsets"_s)->text().contains(u'1'));
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(desk.day({sampleId<PersonId>(32), crewFriday}).call, TimeField::at(390));
        QCOMPARE(desk.day({sampleId<PersonId>(32), crewFriday}).wrap, TimeField::at(19 * 60 + 18));
    }

    // What comes from a spreadsheet is shown before any of it is written: by name, with what is
    // wrong with which row first.
    void pastedSpreadsheetIsShownBeforeItIsWritten()
    {
        Desk desk;
        const WorkDay tomas = desk.day(thursday(31));
        desk.select({thursday(33)});
        QApplication::clipboard()->setText(u"Idris Kamara\t0700 1300-1330 1930\n"
                                           "Nils Aaberg\t07x0\n"
                                           "Tomas Okafor\t0630 1300-1330 1930\n"_s);

        desk.key(Qt::Key_V, Qt::ControlModifier);

        auto *dialog = desk.page->findChild<PasteDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY2(dialog->summary().startsWith(u"2 days ready. 1 of them replace"_s)
                     && dialog->summary().contains(u"1 need"_s)
                     && dialog->summary().endsWith(u"until you press Apply."_s),
                 qPrintable(dialog->summary()));
        const auto *table = dialog->findChild<QTableWidget *>(u"pastedDays"_s);
        QCOMPARE(table->rowCount(), 3);
        QCOMPARE(table->item(0, 0)->text(), u"2"_s);
        QCOMPARE(table->item(0, 1)->text(), u"Nils Aaberg"_s);
        QVERIFY(table->item(0, 5)->text().startsWith(u"I could not read “07x0”."_s));
        QCOMPARE(table->item(1, 2)->text(), u"Thu 20 Nov"_s);
        QCOMPARE(table->item(1, 4)->text(), u"call 7.0, 13.0–13.5, wrap 19.5, 12.0 h"_s);
        QCOMPARE(table->item(1, 5)->text(), u"Is entered"_s);
        QVERIFY(desk.store.saves.empty());
        test::shoot(desk.theme, *dialog, u"paste-preview"_s);

        // What arrives meanwhile is looked at again.
        CrewCell locked = *desk.model.cell(thursday(31));
        locked.isLocked = true;
        desk.controller.mergeDays({{thursday(31), locked}});
        QTRY_VERIFY2(dialog->summary().startsWith(u"1 day"_s), qPrintable(dialog->summary()));
        locked.isLocked = false;
        desk.controller.mergeDays({{thursday(31), locked}});
        QTRY_VERIFY(dialog->summary().startsWith(u"2 days ready."_s));

        dialog->findChild<QAbstractButton *>(u"pasteKeep"_s)->click();
        QVERIFY(dialog->summary().startsWith(u"1 day"_s));
        dialog->findChild<QAbstractButton *>(u"pasteKeep"_s)->click();
        dialog->findChild<QAbstractButton *>(u"applyPaste"_s)->click();

        QCOMPARE(desk.store.saves.size(), size_t(1));
        QCOMPARE(desk.day(thursday(33)).call, TimeField::at(7 * 60));
        QVERIFY(desk.day(thursday(34)).isBlank());
        QCOMPARE(desk.day(thursday(31)).call, TimeField::at(6 * 60 + 30));
        QCOMPARE(desk.undo.count(), 1);
        desk.undo.undo();
        QCOMPARE(desk.day(thursday(31)), tomas);
        QVERIFY(desk.day(thursday(33)).isBlank());
    }

    void pastedColumnsCanBeDaysOrTimes()
    {
        Desk desk;
        desk.select({thursday(33)});
        QApplication::clipboard()->setText(u"7.0\t19.5\n7:00\t19:30"_s);
        desk.key(Qt::Key_V, Qt::ControlModifier);
        auto *dialog = desk.page->findChild<PasteDialog *>();
        QVERIFY(dialog);
        const auto *table = dialog->findChild<QTableWidget *>(u"pastedDays"_s);
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->item(1, 1)->text(), u"Nils Aaberg"_s);

        auto *layout = dialog->findChild<QComboBox *>(u"pasteLayout"_s);
        QVERIFY(layout->isVisible());
        layout->setFocus();
        QTest::keyClick(layout, Qt::Key_Up); // each column is a day

        QCOMPARE(table->rowCount(), 4);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(desk.store.saves.empty());
    }

    // Several people's go to a spreadsheet with their names and dates, and back into the grid by
    // place.
    void copiedPeopleHaveHeadingsElsewhereAndNoneHere()
    {
        Desk desk;
        desk.select({{sampleId<PersonId>(31), 1},
                     {sampleId<PersonId>(31), 2},
                     {sampleId<PersonId>(32), 1},
                     {sampleId<PersonId>(32), 2}});
        desk.key(Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0], u"Name and role\tMon 17\tTue 18"_s);
        QVERIFY(lines[2].startsWith(u"Greta Nyström\t"_s));

        desk.grid()->selectionModel()->clear();
        desk.select({thursday(33)});
        desk.key(Qt::Key_V, Qt::ControlModifier);

        QVERIFY(!desk.page->findChild<PasteDialog *>());
        QCOMPARE(timesOf(desk.day(thursday(34))), timesOf(desk.day({sampleId<PersonId>(32), 1})));
        QCOMPARE(timesOf(desk.day({sampleId<PersonId>(33), crewFriday})),
                 timesOf(desk.day({sampleId<PersonId>(31), 2})));
    }

    void arrowsMoveFromCellToCell()
    {
        Desk desk;
        desk.select({thursday(33)});

        desk.key(Qt::Key_Right);
        desk.key(Qt::Key_Down);
        desk.key(Qt::Key_Left);

        QCOMPARE(desk.filter.refAt(desk.grid()->currentIndex()), thursday(34));
    }

    void departmentClosesAndOpensByKey()
    {
        Desk desk;
        const QModelIndex camera = desk.filter.index(1, CrewModel::FirstDay);
        const QModelIndex name = camera.siblingAtColumn(0);
        desk.grid()->setCurrentIndex(camera);
        desk.grid()->setFocus();
        QVERIFY(desk.grid()->isExpanded(name));

        desk.key(Qt::Key_Left);
        QVERIFY(!desk.grid()->isExpanded(name));
        QVERIFY(!desk.grid()->names()->isExpanded(name));

        desk.key(Qt::Key_Right);
        QVERIFY(desk.grid()->isExpanded(name));
    }

    void weekStartsAtTodayOfTheFirstPerson()
    {
        Desk desk;

        QCOMPARE(desk.filter.refAt(desk.grid()->currentIndex()), thursday(11));
    }

    void hourFormatChangesEveryFigure()
    {
        Desk desk;
        desk.select({thursday(14), thursday(16)});

        desk.words.setNotation(Notation::Clock);
        desk.model.forgetWords();

        const QModelIndex cell = desk.filter.indexOf(thursday(14));
        QCOMPARE(cell.data(Qt::DisplayRole).toString(), u"07:00–19:18 11:48"_s);
        QCOMPARE(desk.bulk()->findChild<QLineEdit *>()->placeholderText(), u"07:00"_s);
        QVERIFY(desk.grid()->columnWidth(CrewModel::FirstDay + 1) > 130); // longer, so wider
        desk.shoot(u"03-crew-grid-clock"_s);
        desk.model.setShows(CellShows::Meals);
        desk.shoot(u"03-crew-grid-meals-clock"_s);
    }

    void namesStayInPlaceWhenTheGridScrollsSideways()
    {
        Desk desk;
        desk.window.resize(1024, 680);
        QCoreApplication::processEvents();
        const QRect before = desk.grid()->names()->geometry();

        desk.grid()->horizontalScrollBar()->setValue(desk.grid()->horizontalScrollBar()->maximum());

        QVERIFY(desk.grid()->horizontalScrollBar()->maximum() > 0);
        QCOMPARE(desk.grid()->names()->geometry(), before);
        QCOMPARE(desk.window.width(), 1024);
        desk.select({thursday(33), thursday(34)});
        QCoreApplication::processEvents();
        QCOMPARE(desk.window.width(), 1024); // the bulk bar takes a second line instead
        desk.shoot(u"03-crew-grid-narrow"_s);
    }

    // Prints what a scroll step and an edit cost; how fast is fast enough is for the benchmarks.
    void fiveThousandPeopleScrollAndAreEdited()
    {
        CrewSnapshot week = sampleCrew();
        std::vector<CrewPerson> &people = week.departments[2].people;
        const CrewPerson model = people[1];
        for (int number = 1000; people.size() < 5000; ++number) {
            CrewPerson copy = model;
            copy.id = sampleId<PersonId>(number);
            for (CrewCell &cell : copy.days)
                cell.day.key.person = copy.id;
            people.push_back(copy);
        }
        Desk desk(week);
        QScrollBar *bar = desk.grid()->verticalScrollBar();
        QVERIFY(bar->maximum() > 4000 * 24);

        QElapsedTimer timer;
        timer.start();
        constexpr int steps = 50;
        for (int i = 1; i <= steps; ++i) {
            bar->setValue(i * bar->maximum() / steps);
            desk.grid()->viewport()->repaint();
            desk.grid()->names()->viewport()->repaint();
        }
        qInfo("scroll step: %.1f ms", double(timer.elapsed()) / steps);
        timer.restart();
        for (int i = 0; i < steps; ++i) {
            const CrewRef ref{sampleId<PersonId>(5500 + i), crewThursday};
            CrewCell cell = *desk.model.cell(ref);
            cell.day.wrap = TimeField::at(20 * 60 + i % 2);
            desk.model.setDays({{ref, cell}});
            QCoreApplication::processEvents();
        }
        qInfo("edit, repainted: %.1f ms", double(timer.elapsed()) / steps);

        QCOMPARE(desk.day({sampleId<PersonId>(5501), crewThursday}).wrap,
                 TimeField::at(20 * 60 + 1));
    }

    void everyCommandStandsInOneMenuWithItsKeys()
    {
        Desk desk;
        const QList<QAction *> commands = desk.menuCommands();
        QSet<QKeySequence> seen;

        for (const QAction *command : desk.page->actions()) {
            QVERIFY2(commands.count(command) == 1, qPrintable(command->text()));
            QVERIFY2(!command->shortcut().isEmpty(), qPrintable(command->text()));
        }
        for (const QAction *command : commands) {
            for (const QKeySequence &keys : command->shortcuts()) {
                QVERIFY2(!seen.contains(keys), qPrintable(keys.toString()));
                seen.insert(keys);
            }
        }
        for (const char *keys :
             {"Ctrl+D", "Ctrl+R", "Ctrl+L", "Ctrl+Return", "Del", "Ctrl+C", "Ctrl+V", "Alt+Return",
              "Ctrl+Space", "Shift+Space", "Ctrl+Shift+E", "Ctrl+F", "F2", "F4", "F8", "Shift+F8"})
            QVERIFY2(seen.contains(QKeySequence(QString::fromLatin1(keys))), keys);
        for (QAction *title : desk.window.menuBar()->actions()) {
            QSet<QKeySequence> letters;
            for (const QAction *command : title->menu()->actions()) {
                const QKeySequence letter = QKeySequence::mnemonic(command->text());
                QVERIFY2(letter.isEmpty() || !letters.contains(letter),
                         qPrintable(command->text()));
                letters.insert(letter);
            }
            test::shoot(desk.theme, *title->menu(),
                        u"03-menu-"_s + title->text().remove(u'&').toLower());
        }
    }

    void commandDoesTheSameByMenuAndByKey_data()
    {
        QTest::addColumn<QKeySequence>("keys");
        QTest::addColumn<int>("first"); // of three people; the one with number 32 has times

        const auto row = [](const char *name, const char *keys, int first = 32) {
            QTest::newRow(name) << QKeySequence(QString::fromLatin1(keys)) << first;
        };
        row("fill down", "Ctrl+D");
        row("from the call sheet", "Ctrl+L", 33);
        row("clear", "Del");
        row("the week of the person", "Shift+Space");
        row("the day for everybody", "Ctrl+Space");
        row("departments", "Ctrl+Shift+E");
        row("next flag", "F8");
        row("history", "F4");
    }

    void commandDoesTheSameByMenuAndByKey()
    {
        QFETCH(QKeySequence, keys);
        QFETCH(int, first);
        const auto outcome = [&keys, first](bool isByMenu) {
            Desk desk;
            desk.select({thursday(first), thursday(first + 1), thursday(first + 2)});
            const auto state = [&desk] {
                QStringList words{
                    QString::number(desk.grid()->isExpanded(desk.filter.index(0, 0))),
                    QString::number(desk.page->findChild<BottomPane *>()->currentPage()),
                    desk.message()};
                for (const CrewRef &ref : desk.page->selectedCells())
                    words += desk.filter.indexOf(ref).data(Qt::AccessibleTextRole).toString();
                return words;
            };
            const QStringList before = state();
            if (isByMenu)
                desk.menuCommand(keys)->trigger();
            else
                desk.key(keys[0].key(), keys[0].keyboardModifiers());
            return std::pair(before, state());
        };

        const auto [before, byMenu] = outcome(true);
        const auto [sameBefore, byKey] = outcome(false);

        QCOMPARE(sameBefore, before);
        QCOMPARE(byKey, byMenu);
        QVERIFY(byMenu != before); // it did something
    }

    void commandsAreThereOnlyWhereTheyApply()
    {
        Desk desk;
        desk.window.addPage(u"other"_s, u"table-2"_s, u"Other"_s, new QWidget);
        desk.select({thursday(32)});
        QVERIFY(desk.menuCommand(QKeySequence(u"Ctrl+L"_s))->isEnabled());
        QVERIFY(!desk.menuCommand(QKeySequence(u"Ctrl+D"_s))->isEnabled()); // one cell alone
        desk.select({thursday(32), thursday(33)});
        QVERIFY(desk.menuCommand(QKeySequence(u"Ctrl+D"_s))->isEnabled());

        desk.window.showPage(u"other"_s);
        for (const QAction *command : desk.page->actions())
            QVERIFY2(!command->isEnabled(), qPrintable(command->text()));
        desk.key(Qt::Key_D, Qt::ControlModifier);
        QVERIFY(desk.store.saves.empty());

        desk.window.showPage(u"crew-grid"_s);
        QVERIFY(desk.menuCommand(QKeySequence(u"Ctrl+D"_s))->isEnabled());
    }

    void shortcutsOfTheScreenListTheGridsOwn()
    {
        Desk desk;
        desk.select(missing);

        desk.key(Qt::Key_F1);

        const auto *table = desk.window.findChild<QDialog *>()->findChild<QTableWidget *>();
        const QList<QTableWidgetItem *> found =
            table->findItems(u"Fill from the call sheet"_s, Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        QCOMPARE(table->item(found.front()->row(), 1)->text(), u"Ctrl+L"_s);
    }

    void emptyGridShowsHowToAddPeople()
    {
        Desk desk(nobody());
        const auto *setup = desk.page->findChild<CrewSetupPanel *>();
        QVERIFY(!setup->isVisible()); // not before it is this person's to do
        desk.page->offerSetup(u"Northern Lights"_s);
        QVERIFY(setup->isVisible());
        QVERIFY(!desk.grid()->findChild<NoticePanel *>()->isVisible());
        QVERIFY(desk.says(u"No people yet"_s));
        QVERIFY(desk.says(u"Northern Lights, saved on this computer"_s));
        QVERIFY(!setup->accessibleName().isEmpty());
        QCoreApplication::processEvents();
        desk.shoot(u"08b-empty-state"_s);
        desk.window.resize(1000, 700); // the names lie under it
        QCoreApplication::processEvents();
        const QPoint corner = setup->mapTo(desk.page, QPoint(8, 8));
        QCOMPARE(desk.page->childAt(corner), setup);

        QSignalSpy opened(desk.page, &CrewGridPage::crewFileRequested);
        setup->findChild<QPushButton *>(u"openCrew"_s)->setFocus();
        desk.key(Qt::Key_Space);
        QCOMPARE(opened.count(), 1);

        desk.store.week = sampleCrew();
        desk.controller.reload();
        QVERIFY(!setup->isVisible());
        QVERIFY(!desk.says(u"No people yet"_s));
    }

    void missingFirstCallSheetIsAskedForInOneLine()
    {
        CrewSnapshot week = nobody();
        week.isWithoutSheets = true;
        Desk desk(week);
        desk.page->offerSetup(u"Northern Lights"_s);
        QSignalSpy asked(desk.page, &CrewGridPage::callSheetRequested);
        const auto *banner = desk.page->findChild<NoticePanel *>(u"firstCallSheet"_s);
        QVERIFY(!banner->isVisible()); // it is a step among the others
        desk.page->findChild<QPushButton *>(u"openCallSheet"_s)->click();
        QCOMPARE(asked.count(), 1);

        desk.store.week = sampleCrew();
        desk.store.week.isWithoutSheets = true;
        desk.controller.reload();
        QVERIFY(banner->isVisible());
        QVERIFY(!desk.page->findChild<CrewSetupPanel *>()->isVisible());
        QCoreApplication::processEvents();
        desk.shoot(u"08b-first-call-sheet"_s);
        banner->findChild<QPushButton *>()->setFocus();
        desk.key(Qt::Key_Space);
        QCOMPARE(asked.count(), 2);

        desk.store.week.isWithoutSheets = false;
        desk.controller.reload();
        QVERIFY(!banner->isVisible());
    }

    void callSheetStepIsDoneOnceThereIsOne()
    {
        CrewSnapshot week = onlyMyself();
        week.isWithoutSheets = true;
        Desk desk(week);
        desk.page->offerSetup(u"Northern Lights"_s);
        const auto *open = desk.page->findChild<QPushButton *>(u"openCallSheet"_s);
        QVERIFY(open->isVisible());
        QVERIFY(!desk.page->findChild<NoticePanel *>(u"firstCallSheet"_s)->isVisible());

        desk.store.week.isWithoutSheets = false;
        desk.controller.reload();

        QVERIFY(!open->isVisible());
        const QList<QLabel *> labels =
            desk.page->findChild<CrewSetupPanel *>()->findChildren<QLabel *>();
        QCOMPARE(std::ranges::count_if(labels,
                                       [](const QLabel *label) {
                                           return label->isVisible() && label->text() == u"Done"_s;
                                       }),
                 2);
        QCoreApplication::processEvents();
        desk.shoot(u"08b-call-sheet-done"_s);
    }

    void rowsArePastedIntoTheEmptyGridAtOnce()
    {
        Desk desk(nobody());
        desk.page->offerSetup(u"Northern Lights"_s);
        const QString rows = u"Name\tDepartment\nNils Aaberg\tElectric"_s;
        QApplication::clipboard()->setText(rows);
        QSignalSpy pasted(desk.page, &CrewGridPage::crewTextPasted);

        desk.key(Qt::Key_V, Qt::ControlModifier); // nothing was chosen or focused before
        desk.page->findChild<QPushButton *>(u"pasteCrew"_s)->click();

        QCOMPARE(pasted.count(), 2);
        QCOMPARE(pasted[0][0].toString(), rows);
        QCOMPARE(pasted[1][0].toString(), rows);
    }

    void crewOfOnlyMyselfIsStillEmpty()
    {
        Desk desk(onlyMyself());
        const auto *setup = desk.page->findChild<CrewSetupPanel *>();
        desk.page->offerSetup(u"Northern Lights"_s);
        QVERIFY(setup->isVisible());
        QVERIFY(desk.says(u"Nobody but you yet"_s));
        QVERIFY(!desk.page->findChild<BottomPane *>()->isVisible());
        QCoreApplication::processEvents();
        desk.shoot(u"08b-only-myself"_s);

        desk.window.resize(1024, 680);
        QCoreApplication::processEvents();
        const QRect own = desk.grid()->visualRect(desk.filter.indexOf(thursday(14)));
        const QPoint corner = desk.grid()->viewport()->mapTo(desk.page, own.bottomLeft());
        QVERIFY(setup->mapTo(desk.page, QPoint()).y() > corner.y()); // my own row stays in reach
        desk.select({thursday(14)});
        desk.key(Qt::Key_F8);
        QVERIFY(desk.page->findChild<BottomPane *>()->isVisible());

        desk.store.week = sampleCrew();
        desk.store.week.self = sampleId<PersonId>(14);
        desk.controller.reload();
        QVERIFY(!setup->isVisible());
        QVERIFY(!desk.says(u"Nobody but you yet"_s));
    }

    void whatIsPastedBesideMyOwnRowIsTimesOrPeople()
    {
        Desk desk(onlyMyself());
        desk.page->offerSetup(u"Northern Lights"_s);
        QSignalSpy pasted(desk.page, &CrewGridPage::crewTextPasted);
        desk.select({thursday(14)});

        QApplication::clipboard()->setText(u"0800 1400-1430 2000"_s);
        desk.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(pasted.count(), 0);
        QCOMPARE(desk.day(thursday(14)).call, TimeField::at(8 * 60));

        QApplication::clipboard()->setText(u"Name\tDepartment\nNils Aaberg\tElectric"_s);
        desk.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(pasted.count(), 1);
        QCOMPARE(desk.day(thursday(14)).call, TimeField::at(8 * 60));
    }

    void emptyGridTellsOthersWhoAddsPeople()
    {
        Desk desk(nobody());

        const auto *notice = desk.grid()->findChild<NoticePanel *>();
        QVERIFY(notice->isVisible());
        QVERIFY2(notice->text().contains(u"The production office adds the crew."_s),
                 qPrintable(notice->text()));
        QVERIFY(!desk.page->findChild<CrewSetupPanel *>()->isVisible());
        QCoreApplication::processEvents();
        desk.shoot(u"08b-empty-state-others"_s);
        QSignalSpy pasted(desk.page, &CrewGridPage::crewTextPasted);
        desk.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(pasted.count(), 0);
    }

    void weekWithoutExceptionsSaysSo()
    {
        CrewSnapshot week = sampleCrew();
        week.departments.resize(1);
        Desk desk(week);

        const QList<QLabel *> labels = desk.page->findChildren<QLabel *>();
        const bool isSaid = std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"No exceptions. 8 of 8 days"_s);
        });
        QVERIFY(isSaid);
        desk.shoot(u"03-crew-grid-all-done"_s);
    }
};

QTEST_MAIN(TestCrewGrid)
#include "tst_crew_grid.moc"
