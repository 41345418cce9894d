#include "app/controllers/history_controller.h"
#include "app/ui/crew_words_text.h"
#include "app/ui/delegates/day_bar.h"
#include "app/ui/docks/history_panel.h"
#include "app/ui/main_window.h"
#include "app/ui/pages/my_week_page.h"
#include "app/ui/pages/my_week_wiring.h"
#include "app/ui/pages/week_table.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/ahead_panel.h"
#include "app/ui/widgets/day_panel.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/notice_panel.h"
#include "app/ui/widgets/question_panel.h"
#include "app/ui/widgets/quick_entry_panel.h"
#include "app/ui/widgets/quick_line.h"
#include "app/ui/widgets/reading_row.h"
#include "app/ui/widgets/segment_control.h"
#include "tests/support/fake_crew_store.h"
#include "tests/support/fake_week_store.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/page_shots.h"
#include "tests/support/sample_week.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;
using namespace film::test;

// The real page in the real window, driven by keys alone, over weeks in memory.
class TestMyWeek : public QObject
{
    Q_OBJECT

    struct Desk {
        FakeWeekStore store;
        FixedClock clock{sampleInstant(thursday, 12, 6)};
        QUndoStack undo;
        Theme theme;
        PayDesk desk;
        std::unique_ptr<WeekController> controller;
        std::unique_ptr<MainWindow> window;
        MyWeekPage *page = nullptr;

        explicit Desk(const WeekSnapshot &week = sampleWeek())
        {
            theme.setPreference(SchemePreference::Light);
            theme.apply(*qApp);
            store.weeks[week.week.first] = week;
            for (const int days : {-7, 7}) {
                const QDate first = week.week.first.addDays(days);
                store.weeks[first] = emptyWeek(first, week.number + days / 7);
            }
            controller = std::make_unique<WeekController>(store, clock, undo, week.person);
            window = std::make_unique<MainWindow>(theme);
            page = new MyWeekPage(theme, *controller, desk);
            addMyWeek(*window, page, *controller);
            window->setProduction(u"Northern Lights"_s, u"Episode 104"_s);
            window->setAccount(week.personName, week.position);
            window->setUndoStack(undo);
            SyncState sync;
            sync.kind = SyncKind::Synced;
            sync.lastSyncedAt = sampleInstant(thursday, 12, 4);
            setSync(sync);
            controller->openWeek(thursday);
            window->resize(1440, 900);
            window->show();
            QApplication::setActiveWindow(window.get());
            QCoreApplication::sendPostedEvents();
        }

        void setSync(const SyncState &state) { controller->setSyncState(state); }
        void keys(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
        void key(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
        {
            QWidget *target = QApplication::focusWidget();
            QTest::keyClick(target ? target : window.get(), code, modifiers);
            QCoreApplication::sendPostedEvents(); // an editor commits on Enter a moment later
        }
        [[nodiscard]] QString message() const
        {
            return window->findChild<QLabel *>(u"statusMessage"_s)->text();
        }
        [[nodiscard]] QuickLine *line() const { return page->quickEntry()->line(); }
        [[nodiscard]] QString cell(int row, int column) const
        {
            return page->table()->view()->model()->index(row, column).data().toString();
        }
        [[nodiscard]] QString notices() const
        {
            QString text;
            for (const NoticePanel *notice : page->quickEntry()->findChildren<NoticePanel *>())
                if (notice->isVisible())
                    text += QString(notice->text() + u'\n');
            return text;
        }
        void shoot(const QString &name) { test::shoot(theme, *window, name); }
    };

private slots:
    // Cost reads as weight: the last hours of a day, which are paid at more, are darker.
    void hoursAtHigherFactorsAreDarkerInTheBar()
    {
        Theme theme;
        theme.setPreference(SchemePreference::Light);
        WeekRow row;
        row.day.day = withTimes({}, *readDayLine(u"0700 1300-1330 1930", {}).times);
        QImage image(720, 20, QImage::Format_RGB32);
        const auto paint = [&] {
            image.fill(Qt::white);
            QPainter painter(&image);
            paintDayBar(painter, QRectF(0, 0, 720, 20), {Minutes(5 * 60), Minutes(23 * 60), 0, 720},
                        row, theme);
        };
        const auto colorAt = [&image](qreal hour) {
            return image.pixelColor(int((hour - 5) * 40), 10);
        };

        paint();
        QCOMPARE(colorAt(19.25), theme.color(Token::Tier1)); // nothing says what is paid
        row.overtime = OvertimeHours{Minutes(4 * 60), Minutes(30)};
        paint();

        QCOMPARE(colorAt(14.0), theme.color(Token::Tier1));
        QCOMPARE(colorAt(13.25), QColor(Qt::white));
        QCOMPARE(colorAt(14.9), theme.color(Token::Tier1)); // 7.5 hours are worked at 15.0
        QCOMPARE(colorAt(15.1), theme.color(Token::Tier2));
        QCOMPARE(colorAt(18.9), theme.color(Token::Tier2));
        QCOMPARE(colorAt(19.1), theme.color(Token::Tier3));
        // A day of which all is at the double, from before the meal on.
        row.overtime = OvertimeHours{Minutes(0), Minutes(12 * 60)};
        paint();
        QCOMPARE(colorAt(8.0), theme.color(Token::Tier3));
        QCOMPARE(colorAt(18.0), theme.color(Token::Tier3));
    }

    void showsTheWeekAsItIs()
    {
        Desk desk;

        QCOMPARE(desk.cell(3, WeekModel::Wrap), u"20.8"_s);
        QCOMPARE(desk.cell(2, WeekModel::Checks), u"Meal 1 late by 0.2"_s);
        QCOMPARE(desk.cell(4, WeekModel::Checks), u"Meal 1 due 13.0"_s);
        QCOMPARE(desk.cell(5, WeekModel::Checks), u"Wrap Thu by 19.0"_s);
        QCOMPARE(desk.page->quickEntry()->button()->text(), u"Meal 1 out now, 12.1"_s);
        QCOMPARE(desk.page->findChild<AheadPanel *>()->summary(),
                 u"It is 12.1 (12:06). Nothing has gone over yet."_s);
        QCOMPARE(desk.line()->height(), metrics::mainControlHeight);
        QCOMPARE(desk.page->quickEntry()->button()->height(), metrics::mainControlHeight);
        desk.shoot(u"01-my-week"_s);
    }

    void dayTypedByKeyboardAloneIsSaved()
    {
        Desk desk;

        desk.key(Qt::Key_E, Qt::ControlModifier);
        desk.keys(u"0700 1300-1330 1930"_s);
        QCOMPARE(desk.line()->state(), u"Understood"_s);
        QCOMPARE(desk.cell(4, WeekModel::Checks), u"Not saved yet"_s);
        QVERIFY(desk.notices().contains(u"Short rest before Friday: 9.5 h"_s));
        QVERIFY(desk.notices().contains(u"If the call stays, 0.5 h is paid extra: $26.00. §6.1"_s));
        QVERIFY(desk.page->quickEntry()->findChild<ReadingRow *>()->isVisible());
        desk.shoot(u"02-quick-entry"_s);
        desk.key(Qt::Key_Return);

        QCOMPARE(desk.store.stored(thursday).wrap, TimeField::at(1170));
        QCOMPARE(desk.message(), u"Thu 20 Nov saved: 12.0 h. Ctrl+Z to undo."_s);
        QCOMPARE(desk.line()->text(), QString());
        QCOMPARE(desk.controller->selectedDay(), thursday.addDays(1));
        QVERIFY(desk.line()->hasFocus());
    }

    void undoIsOneKeyAfterSaving()
    {
        Desk desk;
        desk.key(Qt::Key_E, Qt::ControlModifier);
        desk.keys(u"0700 1300-1330 1930"_s);
        desk.key(Qt::Key_Return);

        desk.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(desk.store.stored(thursday).wrap.isUnknown());
        QCOMPARE(desk.cell(4, WeekModel::Wrap), u"–"_s);

        desk.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(desk.store.stored(thursday).wrap, TimeField::at(1170));
    }

    void unreadableTextIsSaidAndNotSaved()
    {
        Desk desk;
        desk.key(Qt::Key_E, Qt::ControlModifier);

        desk.keys(u"07x0"_s);
        desk.shoot(u"02-not-understood"_s);
        QCOMPARE(desk.line()->state(), u"I could not read “07x0”"_s);
        desk.key(Qt::Key_Return);

        QCOMPARE(desk.store.saves, 0);
        QCOMPARE(desk.line()->text(), u"07x0"_s);
        QVERIFY(desk.message().startsWith(u"I could not read “07x0”. A time looks like"_s));
    }

    void impossibleOrderIsSaidAndNotSaved()
    {
        Desk desk;
        desk.key(Qt::Key_E, Qt::ControlModifier);

        desk.keys(u"0700 1330-1300 1930"_s);
        QVERIFY2(desk.notices().contains(u"Meal 1 ends (13.0) before it starts (13.5). Check the "
                                         "two times. Not saved yet."_s),
                 qPrintable(desk.notices()));
        QVERIFY2(!desk.notices().contains(u"can be saved"_s), qPrintable(desk.notices()));
        QVERIFY(!desk.page->quickEntry()->button()->isEnabled());
        desk.shoot(u"02-wrong-order"_s);
        desk.key(Qt::Key_Return);

        QCOMPARE(desk.store.saves, 0);
        QCOMPARE(desk.line()->text(), u"0700 1330-1300 1930"_s);
        QVERIFY2(desk.message().endsWith(u"Check the two times. Not saved yet."_s),
                 qPrintable(desk.message()));
    }

    void unfinishedLineSaysWhatComesNext()
    {
        Desk desk;
        desk.key(Qt::Key_E, Qt::ControlModifier);

        desk.keys(u"0700 1300-1330"_s);

        QCOMPARE(desk.line()->state(), u"Still reading: wrap?"_s);
        QVERIFY(desk.page->quickEntry()->button()->isEnabled());
    }

    void twoReadingsAreOfferedAsButtons()
    {
        Desk desk;
        desk.key(Qt::Key_E, Qt::ControlModifier);

        desk.keys(u"0700 13.30-14.0 1930"_s);

        QStringList offered;
        for (const KeyHintButton *button : desk.page->quickEntry()->findChildren<KeyHintButton *>())
            if (button->isVisible() && button->text().contains(u'('))
                offered += button->text();
        QCOMPARE(offered, (QStringList{u"13.3 (13:18)"_s, u"13.5 (13:30)"_s}));
        desk.shoot(u"02-two-readings"_s);
    }

    void timeThatComesTwiceIsAskedAndAnsweredByKey()
    {
        const QDate night(2025, 11, 1);
        Desk desk(emptyWeek(night.addDays(-6), 3));
        desk.controller->openWeek(night);
        QCoreApplication::sendPostedEvents();
        desk.key(Qt::Key_E, Qt::ControlModifier);

        desk.keys(u"1800 0130"_s);
        QCOMPARE(desk.line()->state(), u"Not saved yet: which one is it?"_s);
        QVERIFY(desk.notices().contains(u"25.5 comes twice: the clocks go back on Sun 2 Nov."_s));
        QVERIFY(!desk.page->quickEntry()->button()->isEnabled());
        desk.shoot(u"02-comes-twice"_s);
        desk.key(Qt::Key_2, Qt::AltModifier);
        desk.key(Qt::Key_Return);

        QCOMPARE(desk.store.stored(night).wrap, TimeField::at(25 * 60 + 30, 1));
    }

    void cellInTheHourThatNeverComesOffersItsNeighbours()
    {
        const QDate night(2025, 3, 8);
        Desk desk(emptyWeek(night.addDays(-6), 3));
        desk.controller->openWeek(night);
        QCoreApplication::sendPostedEvents();
        WeekTableView *view = desk.page->table()->view();
        view->setFocus();
        view->setCurrentIndex(view->model()->index(6, WeekModel::Call));
        desk.keys(u"1"_s); // opens the editor
        desk.keys(u"800"_s);
        desk.key(Qt::Key_Return);
        view->setCurrentIndex(view->model()->index(6, WeekModel::Wrap));

        desk.keys(u"0"_s); // opens the editor
        desk.keys(u"230"_s);
        desk.key(Qt::Key_Return);
        QVERIFY(desk.page->cellQuestion()->isVisible());
        QCOMPARE(desk.page->cellQuestion()->text().section(u'\n', 0, 0),
                 u"Sat 8 Mar, Wrap: 26.5 never comes: the clocks go forward on Sun 9 Mar."_s);
        QVERIFY(desk.store.stored(night).wrap.isUnknown());
        desk.shoot(u"01-never-comes"_s);
        desk.key(Qt::Key_2, Qt::AltModifier);

        QCOMPARE(desk.store.stored(night).wrap, TimeField::at(27 * 60 + 30));
        QVERIFY(!desk.page->cellQuestion()->isVisible());
        QVERIFY(view->hasFocus());
    }

    void questionAboutACellIsDroppedByEscape()
    {
        Desk desk;
        WeekTableView *view = desk.page->table()->view();
        view->setFocus();
        view->setCurrentIndex(view->model()->index(1, WeekModel::Wrap));
        desk.keys(u"1"_s); // opens the editor
        desk.keys(u"8.30"_s);
        desk.key(Qt::Key_Return);
        QVERIFY(desk.page->cellQuestion()->isVisible());

        desk.key(Qt::Key_Escape);

        QVERIFY(!desk.page->cellQuestion()->isVisible());
        QCOMPARE(desk.store.saves, 0);
    }

    void escapeClearsAndThenLeaves()
    {
        Desk desk;
        desk.key(Qt::Key_E, Qt::ControlModifier);
        desk.keys(u"0700"_s);

        desk.key(Qt::Key_Escape);
        QCOMPARE(desk.line()->text(), QString());
        QVERIFY(desk.line()->hasFocus());

        desk.key(Qt::Key_Escape);
        QVERIFY(desk.page->table()->view()->hasFocus());
    }

    void arrowsInTheFieldMoveTheDay()
    {
        Desk desk;
        desk.key(Qt::Key_E, Qt::ControlModifier);

        desk.key(Qt::Key_Up);

        QCOMPARE(desk.controller->selectedDay(), thursday.addDays(-1));
        QCOMPARE(desk.page->table()->view()->currentIndex().row(), 3);
    }

    void stampIsOneKey()
    {
        Desk desk;

        desk.key(Qt::Key_J, Qt::ControlModifier);

        QCOMPARE(desk.store.stored(thursday).meals.front().out, TimeField::at(726));
        QCOMPARE(desk.page->quickEntry()->button()->text(), u"Meal 1 in now, 12.1"_s);
    }

    void cellIsEditedInPlace()
    {
        Desk desk;
        WeekTableView *view = desk.page->table()->view();
        view->setFocus();
        view->setCurrentIndex(view->model()->index(1, WeekModel::Wrap));

        desk.keys(u"1"_s); // a digit opens the editor and replaces
        desk.keys(u"830"_s);
        desk.key(Qt::Key_Return);

        QCOMPARE(desk.store.stored(thursday.addDays(-3)).wrap, TimeField::at(18 * 60 + 30));
    }

    void whatIsTypedIsTakenBeforeTheWeekChanges()
    {
        Desk desk;
        desk.page->table()->view()->setFocus();
        desk.page->table()->view()->setCurrentIndex(
            desk.page->table()->view()->model()->index(4, WeekModel::Wrap));
        desk.key(Qt::Key_F2);
        desk.keys(u"1930"_s);
        QVERIFY(desk.page->table()->view()->findChild<QLineEdit *>());

        desk.key(Qt::Key_PageDown, Qt::ControlModifier);
        QCoreApplication::processEvents();

        QCOMPARE(desk.store.stored(thursday).wrap, TimeField::at(19 * 60 + 30));
    }

    void aNoteIsTakenBeforeTheWeekChanges()
    {
        Desk desk;
        desk.page->dayPanel()->note()->setFocus();
        desk.keys(u"Late bus"_s);

        desk.controller->nextWeek();
        QCoreApplication::processEvents();

        QVERIFY(desk.store.stored(thursday).notes.contains(u"Late bus"_s));
    }

    void aSubmittedDayIsReadOnly()
    {
        WeekSnapshot week = sampleWeek();
        week.days[4].day.state = DayState::Submitted;
        week.days[4].day.choices = DayChoice::Grace;
        Desk desk(week);

        QVERIFY(!desk.page->dayPanel()->choicesButton()->isEnabled());
        desk.controller->setChoices(thursday, {});
        QCOMPARE(desk.store.saves, 0);
        QVERIFY2(desk.message().contains(u"Your change was not made."_s),
                 qPrintable(desk.message()));
    }

    // "Add a note instead" would be no help: the store takes none.
    void anApprovedDayTakesNoNoteAndSaysSo()
    {
        WeekSnapshot week = sampleWeek();
        week.days[4].day.state = DayState::Approved;
        Desk desk(week);
        const QString why = u"Thu 20 Nov is approved. Whoever approved it can send it back."_s;

        QVERIFY(desk.page->dayPanel()->note()->isReadOnly());
        QCOMPARE(desk.page->dayPanel()->note()->placeholderText(), why);
        QCOMPARE(desk.line()->placeholderText(), why);
        desk.controller->setNote(thursday, u"Late bus"_s);
        QCOMPARE(desk.store.saves, 0);
        QCOMPARE(desk.message(), QString(why + u" Your change was not made."_s));
    }

    void aNoteThatIsRefusedStaysInItsField()
    {
        Desk desk;
        desk.page->dayPanel()->note()->setFocus();
        desk.keys(u"Late bus"_s);
        desk.store.failure = ErrorCode::PermissionDenied; // approved meanwhile
        desk.key(Qt::Key_E, Qt::ControlModifier);
        QCoreApplication::processEvents();

        desk.controller->reload();
        QCoreApplication::processEvents();
        QCOMPARE(desk.page->dayPanel()->note()->toPlainText(), u"Late bus"_s);

        desk.controller->selectDay(thursday.addDays(-1));
        QVERIFY(desk.page->dayPanel()->note()->toPlainText() != u"Late bus"_s);
        desk.controller->selectDay(thursday);
        QCOMPARE(desk.page->dayPanel()->note()->toPlainText(), u"Late bus"_s);
    }

    void anUnreadableDayIsNotTypedOver()
    {
        WeekSnapshot week = sampleWeek();
        WorkDay blank;
        blank.key = week.days[4].day.key;
        week.days[4].day = blank;
        week.days[4].isUnreadable = true;
        Desk desk(week);
        const QString why = u"What is stored for Thu 20 Nov cannot be read here; it may need a "
                            "newer version of Film Tracker."_s;

        QVERIFY(desk.line()->isReadOnly());
        QCOMPARE(desk.line()->placeholderText(), why);
        QVERIFY(!desk.controller->stampOffer().field);
        desk.controller->setField(thursday, {DayField::Wrap}, u"1930"_s);
        QCOMPARE(desk.store.saves, 0);
        QCOMPARE(desk.message(), QString(why + u" Your change was not made."_s));
    }

    void f4ShowsTheHistoryOfTheDayAndRestoresAValue()
    {
        FakeHistoryStore stored;
        CrewWordsText words;
        HistoryModel model(words);
        HistoryController history(stored, model);
        Desk desk;
        addMyWeekHistory(*desk.window, desk.page,
                         {*desk.controller, history, model, words, desk.theme});
        const QDate wednesday = thursday.addDays(-1);
        desk.controller->selectDay(wednesday);
        DayChange change;
        change.before = change.after = desk.store.stored(wednesday);
        change.before.wrap = TimeField::at(20 * 60 + 18);
        stored.stored = {change.after, {change}};
        const auto *panel = desk.window->findChild<HistoryPanel *>();
        QVERIFY(!panel->isVisible());

        desk.key(Qt::Key_F4);
        QCoreApplication::processEvents();
        auto *list = panel->findChild<QListView *>();
        QVERIFY(list->isVisible());
        QCOMPARE(list->model()->rowCount(), 1);
        list->setCurrentIndex(list->model()->index(0, 0));
        panel->findChild<QPushButton *>()->click();
        QCoreApplication::processEvents();

        QCOMPARE(desk.store.stored(wednesday).wrap, TimeField::at(20 * 60 + 18));
        QCOMPARE(desk.undo.count(), 1);
    }

    void tabWalksTheTimesAndThenLeaves()
    {
        Desk desk;
        WeekTableView *view = desk.page->table()->view();
        view->setFocus();
        view->setCurrentIndex(view->model()->index(1, WeekModel::Travel));

        desk.key(Qt::Key_Tab);
        QCOMPARE(view->currentIndex(), view->model()->index(2, WeekModel::Call));
        desk.key(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(view->currentIndex(), view->model()->index(1, WeekModel::Travel));

        view->setCurrentIndex(view->model()->index(6, WeekModel::Travel));
        desk.key(Qt::Key_Tab);
        QVERIFY(!view->hasFocus());
    }

    void whatSyncsInLeavesANoteBeingWrittenAlone()
    {
        Desk desk;
        desk.page->dayPanel()->note()->setFocus();
        desk.keys(u"Rain"_s);

        desk.controller->reload();

        QCOMPARE(desk.store.saves, 0);
        QCOMPARE(desk.page->dayPanel()->note()->toPlainText(), u"Rain"_s);
    }

    void escapeInACellRestores()
    {
        Desk desk;
        WeekTableView *view = desk.page->table()->view();
        view->setFocus();
        view->setCurrentIndex(view->model()->index(1, WeekModel::Wrap));

        desk.key(Qt::Key_F2);
        desk.keys(u"5"_s);
        desk.key(Qt::Key_Escape);

        QCOMPARE(desk.store.saves, 0);
        QCOMPARE(desk.cell(1, WeekModel::Wrap), u"19.0"_s);
    }

    void noteIsSavedWhenItIsLeft()
    {
        Desk desk;
        desk.page->dayPanel()->note()->setFocus();

        desk.keys(u"Rain from 14.0"_s);
        desk.key(Qt::Key_E, Qt::ControlModifier);

        QCOMPARE(desk.store.stored(thursday).notes, u"Rain from 14.0"_s);
    }

    // Wednesday of the sample under an agreement that knows grace and French hours.
    void whatWasAgreedIsChosenBesideTheWeek()
    {
        WeekSnapshot week = sampleWeek();
        week.deal->rulePack = u"iatse-hba-tv"_s;
        Desk desk(week);
        const QDate wednesday = thursday.addDays(-1);
        desk.controller->selectDay(wednesday);
        QPushButton *button = desk.page->dayPanel()->choicesButton();
        QVERIFY(button->isVisible());
        QCOMPARE(button->text(), u"Nothing special"_s);
        QStringList offered;
        QAction *french = nullptr;
        for (QAction *action : button->menu()->actions()) {
            if (action->isVisible())
                offered += action->text();
            if (action->text() == u"French hours"_s)
                french = action;
        }
        QVERIFY2(offered.contains(u"Meal grace"_s), qPrintable(offered.join(u',')));
        QVERIFY2(!offered.contains(u"Camera overtime"_s), qPrintable(offered.join(u',')));
        desk.shoot(u"01-agreed-for-the-day"_s);

        french->trigger();
        QCoreApplication::sendPostedEvents();

        QCOMPARE(desk.store.stored(wednesday).choices, DayChoices(DayChoice::FrenchHours));
        QCOMPARE(button->text(), u"French hours"_s);
        desk.undo.undo();
        QCoreApplication::sendPostedEvents();
        QCOMPARE(button->text(), u"Nothing special"_s);
    }

    // Typed in any of the ways people write money; in the sum of the week, beside the hours.
    void allowancesAreTypedBesideTheWeek()
    {
        Desk desk;
        const QDate wednesday = thursday.addDays(-1);
        desk.controller->selectDay(wednesday);
        QLineEdit *field = desk.page->dayPanel()->allowances();
        QVERIFY(field->isVisible());
        PayDesk pay;
        const Money before = pay.price(desk.controller->snapshot()).pay.gross();

        field->setFocus();
        desk.keys(u"kit $50; per diem 62,50; 5"_s);
        desk.key(Qt::Key_Return);

        const std::vector<Allowance> stored = desk.store.stored(wednesday).allowances;
        QCOMPARE(stored.size(), size_t(3));
        QVERIFY((stored[1] == Allowance{u"per diem"_s, Money(6250, Currency::Usd)}));
        QCOMPARE(pay.price(desk.controller->snapshot()).pay.gross(),
                 before + Money(11'750, Currency::Usd));
        desk.shoot(u"01-allowances"_s);

        desk.undo.undo();
        QCoreApplication::sendPostedEvents();
        QVERIFY(desk.store.stored(wednesday).allowances.empty());
    }

    // A day for two units: a line for the further one, who bears it, and the split to the cent.
    void aFurtherUnitIsEnteredBesideTheDay()
    {
        const UnitId second(std::array<quint8, 16>{9});
        WeekSnapshot week = sampleWeek();
        week.deal->rulePack = u"us-flsa"_s;
        week.units = {{UnitId(), u"Main"_s}, {second, u"Second"_s}};
        Desk desk(week);
        const QDate monday = week.week.first.addDays(1);
        desk.controller->selectDay(monday);
        DayPanel *panel = desk.page->dayPanel();
        auto *line = panel->findChild<QLineEdit *>(u"furtherUnitLine"_s);
        QVERIFY(line->isVisible());
        QCOMPARE(panel->findChild<QComboBox *>(u"furtherUnit"_s)->currentText(), u"Second"_s);

        line->setFocus();
        desk.keys(u"2000 2200 acct=2210"_s);
        desk.key(Qt::Key_Return);

        const WeekDay *day = desk.controller->snapshot().find(monday);
        QCOMPARE(day->others.size(), size_t(1));
        QCOMPARE(day->others[0].day.wrap, TimeField::at(22 * 60));
        QCOMPARE(desk.cell(1, WeekModel::Hours), u"13.5"_s);
        QVERIFY(!line->isVisible()); // no unit is left
        auto *account = panel->findChild<QLineEdit *>(u"unitAccount-Main"_s);
        account->setFocus();
        desk.keys(u"2211"_s);
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.store.stored(monday).account, u"2211"_s);
        const QString split = panel->findChild<QLabel *>(u"daySplit"_s)->text();
        QVERIFY2(split.contains(u"2211 "_s) && split.contains(u"2210 "_s), qPrintable(split));
        desk.shoot(u"01-two-units"_s);

        panel->findChild<QPushButton *>(u"unitRemove-Second"_s)->click();
        QCoreApplication::sendPostedEvents();
        QVERIFY(desk.controller->snapshot().find(monday)->others.empty());
        QCOMPARE(desk.cell(1, WeekModel::Hours), u"11.5"_s);
        desk.undo.undo();
        QCoreApplication::sendPostedEvents();
        QCOMPARE(desk.controller->snapshot().find(monday)->others.size(), size_t(1));
    }

    // What could not be read stays where it was typed; the day is as it was.
    void aLineOfAFurtherUnitThatCannotBeReadStays()
    {
        WeekSnapshot week = sampleWeek();
        week.units = {{UnitId(), u"Main"_s}, {UnitId(std::array<quint8, 16>{9}), u"Second"_s}};
        Desk desk(week);
        desk.controller->selectDay(week.week.first.addDays(1));
        auto *line = desk.page->dayPanel()->findChild<QLineEdit *>(u"furtherUnitLine"_s);

        line->setFocus();
        desk.keys(u"2000 22x0"_s);
        desk.key(Qt::Key_Return);

        QCOMPARE(line->text(), u"2000 22x0"_s);
        QCOMPARE(desk.store.saves, 0);
        QVERIFY2(desk.message().contains(u"22x0"_s), qPrintable(desk.message()));
    }

    void theLineEchoesAllowancesAndTheAccount()
    {
        Desk desk;
        desk.page->focusQuickEntry();

        desk.keys(u"0700 1300-1330 1930 kit=50 acct=2210"_s);

        QString labels;
        for (const QLabel *label : desk.page->quickEntry()->findChildren<QLabel *>())
            labels += label->text();
        QVERIFY2(labels.contains(u"✓ kit $50.00"_s), qPrintable(labels));
        QVERIFY2(labels.contains(u"✓ Account 2210"_s), qPrintable(labels));
    }

    void whatIsNoAllowanceStaysInItsField()
    {
        Desk desk;
        const QDate wednesday = thursday.addDays(-1);
        desk.controller->selectDay(wednesday);
        QLineEdit *field = desk.page->dayPanel()->allowances();
        field->setFocus();
        desk.keys(u"fifty"_s);

        desk.key(Qt::Key_Return);

        QVERIFY(desk.store.stored(wednesday).allowances.empty());
        QVERIFY2(desk.message().startsWith(u"I could not read “fifty”. An allowance"_s),
                 qPrintable(desk.message()));
        desk.controller->selectDay(thursday);
        QVERIFY(field->text().isEmpty());
        desk.controller->selectDay(wednesday);
        QCOMPARE(field->text(), u"fifty"_s);
    }

    // What the agreement does not know changes nothing and is not offered.
    void nothingIsAskedThatChangesNothing()
    {
        WeekSnapshot week = sampleWeek();
        week.deal->rulePack = u"us-flsa"_s;
        Desk desk(week);

        QVERIFY(!desk.page->dayPanel()->choicesButton()->isVisible());
    }

    void aDayOnHoldSaysWhyItHasNoFigure()
    {
        WeekSnapshot week = sampleWeek();
        const QDate wednesday = thursday.addDays(-1);
        const WorkDayKey key = week.days[3].day.key;
        week.days[3].day = WorkDay();
        week.days[3].day.key = key;
        week.days[3].day.type = DayType::Hold;
        Desk desk(week);

        desk.controller->selectDay(wednesday);

        QStringList said;
        for (const QLabel *label : desk.page->dayPanel()->findChildren<QLabel *>())
            said += label->text();
        QVERIFY2(said.contains(u"No rule: the pack does not say what a day on hold pays"_s),
                 qPrintable(said.join(u'|')));
    }

    // A pack that a colleague has and this computer does not: said by name, and no 0 in its place.
    void aPackThatIsNotHereIsNamed()
    {
        WeekSnapshot week = sampleWeek();
        week.deal->rulePack = u"our-union@2026.2"_s;
        Desk desk(week);

        QStringList said;
        for (const QWidget *widget : desk.page->findChildren<QWidget *>())
            said += widget->accessibleName(); // the sums are painted
        QVERIFY2(said.join(u' ').contains(
                     u"No rule: pack our-union version 2026.2 is not on this computer"_s),
                 qPrintable(said.join(u'|')));
    }

    void emptyWeekSaysWhatToDo()
    {
        Desk desk;
        desk.key(Qt::Key_PageDown, Qt::ControlModifier);

        QCOMPARE(desk.page->emptyText(),
                 u"No calls yet this week. Type a day above, or copy last week."_s);
        desk.shoot(u"01-empty-week"_s);
    }

    void dayThatCameBeforeItsHistoryIsNotCalledEmpty()
    {
        Desk desk;
        const QLabel *hint = desk.page->dayPanel()->findChild<QLabel *>(u"noHistory"_s);

        desk.controller->selectDay(thursday.addDays(-3));
        QVERIFY(!hint->isHidden());
        QCOMPARE(hint->text(), u"No earlier change is known on this computer."_s);

        desk.controller->selectDay(thursday.addDays(1));
        QCOMPARE(hint->text(), u"Nothing was entered yet."_s);
    }

    void weekWithoutTodayHasNothingAhead()
    {
        Desk desk;
        const AheadPanel *ahead = desk.page->findChild<AheadPanel *>();
        QVERIFY(ahead->isVisible());

        desk.controller->openWeek(thursday.addDays(7));
        QCoreApplication::sendPostedEvents();
        desk.key(Qt::Key_E, Qt::ControlModifier);
        desk.keys(u"0700"_s);
        QVERIFY(ahead->isVisible()); // of the day that is typed
        desk.key(Qt::Key_Return);

        QVERIFY(!desk.store.stored(thursday.addDays(7)).isBlank());
        QVERIFY(!ahead->isVisible());
    }

    void offlineIsSaidInTheStatusBarOnly()
    {
        Desk desk;
        SyncState offline;
        offline.kind = SyncKind::OfflineWaiting;
        offline.waiting = 2;
        desk.setSync(offline);
        QCOMPARE(desk.message(),
                 u"Saved on this computer. They send by themselves when there "
                 "is a connection."_s);
        desk.shoot(u"01-offline"_s);

        desk.key(Qt::Key_E, Qt::ControlModifier);
        desk.keys(u"0700 1300-1330 1930"_s);
        desk.key(Qt::Key_Return);

        QCOMPARE(desk.message(), u"Thu 20 Nov saved on this computer: 12.0 h."_s);
    }

    void twoVersionsAreMarkedAndOpened()
    {
        WeekSnapshot week = sampleWeek();
        week.days[3].hasTwoVersions = true;
        week.days[2].isUnreadable = true;
        week.days[2].lastGoodAt = sampleInstant(thursday, 18, 20);
        week.days[4].needsNewerApp = true;
        Desk desk(week);
        QCOMPARE(desk.cell(3, WeekModel::Checks), u"Two versions"_s);
        QCOMPARE(desk.cell(2, WeekModel::Checks), u"Could not be read"_s);
        QCOMPARE(desk.cell(4, WeekModel::Checks), u"Needs an update"_s);
        QSignalSpy opened(desk.page, &MyWeekPage::versionsRequested);
        WeekTableView *view = desk.page->table()->view();
        view->setFocus();
        view->setCurrentIndex(view->model()->index(3, WeekModel::Checks));

        desk.key(Qt::Key_Return);

        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].toDate(), thursday.addDays(-1));
        desk.shoot(u"01-two-versions"_s);
    }

    void failedSaveKeepsTheLineOnScreen()
    {
        Desk desk;
        desk.store.failure = ErrorCode::StoreFull;
        desk.key(Qt::Key_E, Qt::ControlModifier);
        desk.keys(u"0700 1300-1330 1930"_s);

        desk.key(Qt::Key_Return);
        QCoreApplication::sendPostedEvents();

        QVERIFY(desk.message().contains(u"disk is full"_s));
        QCOMPARE(desk.line()->text(), u"0700 1300-1330 1930"_s);
        QCOMPARE(desk.line()->state(), u"Understood"_s);
    }

    void lockedDayCannotBeTyped()
    {
        WeekSnapshot week = sampleWeek();
        week.days[4].day.state = DayState::Locked;
        Desk desk(week);

        QVERIFY(desk.line()->isReadOnly());
        QCOMPARE(desk.line()->placeholderText(), u"Thu 20 Nov is locked by payroll."_s);
        QVERIFY(!desk.page->quickEntry()->button()->isEnabled());
    }

    void rowsAreSentencesForAScreenReader()
    {
        Desk desk;
        const QAbstractItemModel *model = desk.page->table()->view()->model();

        QCOMPARE(model->index(2, 0).data(Qt::AccessibleTextRole).toString(),
                 u"Tuesday 18 November, 7.0 to 19.5, 12.0 hours, Meal 1 late by 0.2"_s);
        const QAbstractItemModelTester tester(desk.page->table()->view()->model());
    }

    void everyControlHasAName()
    {
        Desk desk;

        for (const QWidget *widget : desk.window->findChildren<QWidget *>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible())
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool hasName = !widget->accessibleName().isEmpty()
                || (button && !button->text().isEmpty()) || widget->inherits("QScrollArea")
                || widget->parentWidget()->inherits("QCalendarWidget");
            QVERIFY2(hasName,
                     qPrintable(QString(QLatin1String(widget->metaObject()->className()) + u' '
                                        + widget->objectName())));
        }
    }

    void smallestWindowShowsEveryColumn()
    {
        Desk desk;
        desk.window->setMinimumSize(0, 0);
        desk.window->resize(metrics::windowWidthMin, metrics::windowHeightMin);
        QCoreApplication::sendPostedEvents();

        desk.shoot(u"01-smallest"_s);
        const WeekTableView *view = desk.page->table()->view();
        const int bar = view->columnWidth(WeekModel::Bar);
        QVERIFY2(bar >= 60, qPrintable(QString::number(bar)));
        QCOMPARE(view->columnViewportPosition(WeekModel::Bar) + bar, view->viewport()->width());
        desk.key(Qt::Key_F1);
        film::test::shoot(desk.theme, *desk.window->findChild<QDialog *>(), u"shortcuts"_s);
    }

    void hoursByTheClockEverywhere()
    {
        Desk desk;
        desk.window->findChild<SegmentControl *>()->findChildren<QToolButton *>().last()->click();

        QCOMPARE(desk.cell(3, WeekModel::Wrap), u"20:48"_s);
        QCOMPARE(desk.page->quickEntry()->button()->text(), u"Meal 1 out now, 12:06"_s);
        QCOMPARE(desk.page->findChild<AheadPanel *>()->summary(),
                 u"It is 12:06. Nothing has gone over yet."_s);
        desk.shoot(u"01-by-the-clock"_s);
    }

    void nextFlagGoesToTheDay()
    {
        Desk desk;

        desk.key(Qt::Key_F8);

        QCOMPARE(desk.controller->selectedDay(), thursday.addDays(-2));
    }
};

QTEST_MAIN(TestMyWeek)
#include "tst_my_week.moc"
