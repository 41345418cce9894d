#include "app/ui/main_window.h"
#include "app/ui/pages/call_sheets_page.h"
#include "app/ui/theme/theme.h"
#include "app/ui/translations.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/notice_panel.h"
#include "tests/support/fake_office_store.h"
#include "tests/support/fake_sheet_drafts.h"
#include "tests/support/page_shots.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;
using namespace film::test;

// The real page in the real window over call sheets in memory, driven as a person does.
class TestCallSheetsPage : public QObject
{
    Q_OBJECT

    static void fillAll(FakeOfficeStore &store)
    {
        fillOffice(store);
        fillSheets(store);
    }

    struct Desk {
        FakeOfficeStore store;
        FakeSheetDrafts drafts;
        QUndoStack undo;
        CrewWordsText crewWords;
        SheetWordsText words{crewWords};
        SheetDaysModel days{words};
        CallsModel calls{words};
        RecordWriter writer{store, undo};
        CallSheetController controller{{store, writer, drafts, days, calls, undo}};
        Theme theme;
        MainWindow window{theme};
        CallSheetsPage *page;

        explicit Desk(const std::function<void(FakeOfficeStore &)> &prepare = fillAll)
        {
            theme.setPreference(SchemePreference::Light);
            theme.apply(*qApp);
            prepare(store);
            page = new CallSheetsPage({controller, days, calls, words}, theme);
            window.addPage(u"other"_s, u"table-2"_s, u"Crew grid"_s, new QWidget);
            addCallSheets(window, page, controller);
            window.setProduction(u"Northern Lights"_s, u"Episode 104"_s);
            window.setAccount(u"Priya Nair"_s, u"Production coordinator"_s);
            window.setUndoStack(undo);
            QObject::connect(&writer, &RecordWriter::saved, &window, &MainWindow::showMessage);
            controller.showWeek(crewWeek);
            window.resize(1440, 900);
            window.show();
            QApplication::setActiveWindow(&window);
            window.showPage(u"call-sheets"_s);
            settle();
        }
        static void settle()
        {
            for (int i = 0; i < 6; ++i)
                QCoreApplication::processEvents();
        }
        void key(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
        {
            QWidget *focus = QApplication::focusWidget();
            QTest::keyClick(focus ? focus : &window, code, modifiers);
            settle();
        }
        void type(const QString &text)
        {
            QTest::keyClicks(QApplication::focusWidget(), text);
            settle();
        }
        [[nodiscard]] QLineEdit *edit(SheetField field) const
        {
            return qobject_cast<QLineEdit *>(page->field(field));
        }
        void enter(SheetField field, const QString &text)
        {
            edit(field)->setFocus();
            edit(field)->selectAll();
            type(text);
            key(Qt::Key_Return);
        }
        [[nodiscard]] QString message() const
        {
            return window.findChild<QLabel *>(u"statusMessage"_s)->text();
        }
        void openDay(int row)
        {
            page->days()->setFocus();
            page->days()->setCurrentIndex(days.index(row));
            settle();
        }
        void chooseCall(const CallOwner &owner)
        {
            page->calls()->setFocus();
            page->calls()->setCurrentIndex(calls.indexOf(owner));
            settle();
        }
        [[nodiscard]] QString call(const CallOwner &owner, int column = CallsModel::Call) const
        {
            return calls.indexOf(owner).siblingAtColumn(column).data().toString();
        }
    };

    static inline const CallOwner camera = sampleId<DepartmentId>(2);
    static inline const CallOwner electric = sampleId<DepartmentId>(3);

private slots:
    void initTestCase() { installTranslations(*qApp); }

    void todaysSheetIsShownAsItIsPublished()
    {
        Desk desk;

        QCOMPARE(desk.page->detailText(), u"Day 29 · call 7.0 · Published"_s);
        QCOMPARE(desk.edit(SheetField::Wrap)->text(), u"19.5"_s);
        QCOMPARE(desk.call(electric), u"6.5"_s);
        QCOMPARE(desk.call(electric, CallsModel::Offset), u"0.5 h before"_s);
        QVERIFY(!desk.page->findChild<QAbstractButton *>(u"publishSheet"_s)->isEnabled());
        QVERIFY(desk.page->noticeText().isEmpty());
        shoot(desk.theme, desk.window, u"call-sheet"_s);
    }

    void whatIsTypedStaysWithItsDayWhenTheWeekChanges()
    {
        Desk desk;
        ShootingDay nextThursday = sampleSheet(crewThursday);
        nextThursday.date = nextThursday.date.addDays(7);
        nextThursday.location = u"Stage 9"_s;
        desk.store.put(nextThursday);
        const SheetKey here = desk.controller.key();
        desk.edit(SheetField::Location)->setFocus();
        desk.edit(SheetField::Location)->selectAll();
        desk.type(u"Harbour"_s);

        desk.controller.showWeek(crewWeek.addDays(7)); // Ctrl+PgDown: the field keeps the focus
        desk.settle();
        const SheetKey there = desk.controller.key();
        QVERIFY(!(there == here));
        QCOMPARE(desk.edit(SheetField::Location)->text(), u"Stage 9"_s);
        desk.page->days()->setFocus();
        desk.settle();

        QVERIFY(desk.drafts.find(here));
        QCOMPARE(desk.drafts.find(here)->sheet.location, u"Harbour"_s);
        QVERIFY(!desk.drafts.find(there));
    }

    void somebodyNewLeavesACallBeingTypedAlone()
    {
        Desk desk;
        desk.chooseCall(electric);
        desk.page->editCurrentCall();
        desk.type(u"05"_s);
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));

        Person arrived = desk.store.crew().people.front();
        arrived.id = sampleId<PersonId>(900);
        arrived.name = u"Somebody New"_s;
        desk.store.put(arrived);
        desk.controller.reload();
        desk.settle();

        QVERIFY(desk.calls.indexOf(CallOwner(arrived.id)).isValid());
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        desk.type(u"30"_s);
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.call(electric), u"5.5"_s);
    }

    void fridayIsPlannedFromThursdayByKeyboard()
    {
        Desk desk;
        desk.page->days()->setFocus();
        desk.key(Qt::Key_Down); // Friday
        QVERIFY2(desk.page->noticeText().startsWith(u"No call sheet for Fri 21 Nov yet."_s),
                 qPrintable(desk.page->noticeText()));
        shoot(desk.theme, desk.window, u"call-sheet-none"_s);

        desk.key(Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), desk.page->field(SheetField::Call));
        QCOMPARE(desk.page->detailText(), u"Day 30 · call 7.0 · Draft, on this computer only"_s);
        desk.enter(SheetField::Call, u"0530"_s);
        QCOMPARE(desk.call(electric), u"5.0"_s);
        shoot(desk.theme, desk.window, u"call-sheet-draft"_s);
        desk.key(Qt::Key_Return, Qt::ControlModifier);

        QCOMPARE(desk.message(),
                 u"The call sheet of Fri 21 Nov is published. Ctrl+Z takes it back."_s);
        QCOMPARE(desk.controller.state(), SheetState::Published);
        desk.undo.undo();
        desk.settle();
        QVERIFY(!desk.controller.sheet() || desk.controller.state() == SheetState::Draft);
    }

    void aCallIsTypedIntoItsRow()
    {
        Desk desk;
        desk.chooseCall(camera);

        desk.type(u"-"_s); // opens the editor with what was typed
        desk.type(u"30"_s);
        desk.key(Qt::Key_Return);

        QCOMPARE(desk.call(camera), u"6.5"_s);
        QCOMPARE(desk.controller.state(), SheetState::ChangedDraft);
        desk.chooseCall(camera);
        desk.key(Qt::Key_Delete);
        QCOMPARE(desk.call(camera), u"7.0"_s);
    }

    void whatCannotBeReadIsSaidAndPutBack()
    {
        Desk desk;

        desk.enter(SheetField::Wrap, u"soon"_s);
        QCOMPARE(desk.page->problemText(),
                 u"I could not read “soon”. A time looks like 0700, 7.0 or 7:00. Nothing was "
                 "changed."_s);
        QCOMPARE(desk.page->field(SheetField::Wrap)->property("invalid").toBool(), true);
        shoot(desk.theme, desk.window, u"call-sheet-problem"_s);
        desk.enter(SheetField::Wrap, u"2000"_s);

        QVERIFY(desk.page->problemText().isEmpty());
        QCOMPARE(desk.edit(SheetField::Wrap)->text(), u"20.0"_s);
    }

    void aDayInAnImpossibleOrderWaits()
    {
        Desk desk;

        desk.enter(SheetField::Call, u"1400"_s);

        QVERIFY(desk.page->noticeText().startsWith(u"The meal begins before the call."_s));
        QVERIFY(!desk.page->findChild<QAbstractButton *>(u"publishSheet"_s)->isEnabled());
        shoot(desk.theme, desk.window, u"call-sheet-order"_s);
    }

    void aSheetOfSomebodyElseIsNotOverwrittenUnseen()
    {
        Desk desk;
        desk.enter(SheetField::Wrap, u"2000"_s);
        ShootingDay theirs = sampleSheet(crewThursday);
        theirs.wrap = Minutes(18 * 60);
        desk.store.put(theirs);
        desk.controller.reload();
        desk.settle();

        QVERIFY(desk.page->noticeText().startsWith(
            u"This call sheet was published by somebody else after you began yours."_s));
        QCOMPARE(desk.edit(SheetField::Wrap)->text(), u"20.0"_s);
        shoot(desk.theme, desk.window, u"call-sheet-overtaken"_s);
        desk.page->findChild<NoticePanel *>(u"sheetNotice"_s)->button()->click();
        desk.settle();
        QVERIFY(desk.page->noticeText().isEmpty());
        desk.page->findChild<QAbstractButton *>(u"publishSheet"_s)->click();
        desk.settle();
        QCOMPARE(desk.controller.state(), SheetState::Published);
    }

    void whoMayNotEditReads()
    {
        Desk desk([](FakeOfficeStore &store) {
            fillAll(store);
            store.canEdit = false;
        });

        QVERIFY(desk.edit(SheetField::Call)->isReadOnly());
        QVERIFY(!desk.page->findChild<QAbstractButton *>(u"publishSheet"_s)->isVisible());
        QVERIFY(!desk.page->findChild<QAbstractButton *>(u"importSheets"_s)->isVisible());
        desk.chooseCall(camera);
        desk.type(u"6"_s);
        QCOMPARE(desk.call(camera), u"7.0"_s);
        shoot(desk.theme, desk.window, u"call-sheet-read-only"_s);
    }

    void withoutPeopleThereIsNobodyToCall()
    {
        Desk desk([](FakeOfficeStore &) {});

        QVERIFY(desk.page->noticeText().startsWith(u"Nobody to call yet."_s));
        shoot(desk.theme, desk.window, u"call-sheet-empty"_s);
    }

    void sheetsThatCannotBeReadStayAndItIsSaid()
    {
        Desk desk;
        desk.store.loadFailure = ErrorCode::StoreCorrupt;

        desk.controller.reload();
        desk.settle();
        QVERIFY(desk.page->noticeText().startsWith(u"The call sheets could not be read."_s));
        QCOMPARE(desk.edit(SheetField::Wrap)->text(), u"19.5"_s);
        shoot(desk.theme, desk.window, u"call-sheet-error"_s);
        desk.store.loadFailure.reset();
        desk.page->findChild<NoticePanel *>(u"sheetNotice"_s)->button()->click();
        desk.settle();

        QVERIFY(desk.page->noticeText().isEmpty());
    }

    void offlineNothingIsDifferentButTheStatusBar()
    {
        Desk desk;
        SyncState state;
        state.kind = SyncKind::OfflineClean;
        desk.window.setSyncState(state);

        desk.enter(SheetField::Wrap, u"2000"_s);

        QCOMPARE(desk.controller.state(), SheetState::ChangedDraft);
        shoot(desk.theme, desk.window, u"call-sheet-offline"_s);
    }

    void whatIsBeingTypedSurvivesWhatArrives()
    {
        Desk desk;
        desk.edit(SheetField::Location)->setFocus();
        desk.edit(SheetField::Location)->selectAll();
        desk.type(u"Lake"_s);

        desk.controller.reload();
        desk.settle();

        QCOMPARE(desk.edit(SheetField::Location)->text(), u"Lake"_s);
    }

    void rowsSayWhoIsCalledWhenAndByWhoseCall()
    {
        Desk desk;

        QCOMPARE(desk.calls.indexOf(electric).data(Qt::AccessibleTextRole).toString(),
                 u"Electric, own call 6.5"_s);
        QCOMPARE(desk.calls.indexOf(camera).data(Qt::AccessibleTextRole).toString(),
                 u"Camera, called with the others at 7.0"_s);
        QCOMPARE(desk.days.index(4).data(Qt::AccessibleTextRole).toString(),
                 u"Thu 20 Nov, Day 29 · call 7.0, Published"_s);
    }
};

QTEST_MAIN(TestCallSheetsPage)
#include "tst_call_sheets_page.moc"
