#include "app/ui/dialogs/last_day_dialog.h"
#include "app/ui/dialogs/person_dialog.h"
#include "app/ui/main_window.h"
#include "app/ui/pages/people_page.h"
#include "app/ui/people_words_text.h"
#include "app/ui/theme/theme.h"
#include "app/ui/translations.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/notice_panel.h"
#include "tests/support/fake_office_store.h"
#include "tests/support/page_shots.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDateEdit>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QUndoStack>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;
using namespace film::test;

// The real page in the real window over a crew in memory, driven as a person does.
class TestPeoplePage : public QObject
{
    Q_OBJECT

    struct Desk {
        FakeOfficeStore store;
        QUndoStack undo;
        PeopleWordsText words;
        PeopleModel people{words};
        RecordWriter writer{store, undo};
        PeopleController controller{{store, people, writer}};
        Theme theme;
        MainWindow window{theme};
        PeoplePage *page;

        explicit Desk(const std::function<void(FakeOfficeStore &)> &prepare = fillOffice)
        {
            theme.setPreference(SchemePreference::Light);
            theme.apply(*qApp);
            prepare(store);
            page = new PeoplePage(controller, people, {}, theme);
            window.addPage(u"other"_s, u"table-2"_s, u"Crew grid"_s, new QWidget);
            addPeople(window, page, controller);
            window.setProduction(u"Northern Lights"_s, u"Episode 104"_s);
            window.setAccount(u"Priya Nair"_s, u"Production coordinator"_s);
            window.setUndoStack(undo);
            QObject::connect(&writer, &RecordWriter::saved, &window, &MainWindow::showMessage);
            window.resize(1440, 900);
            window.show();
            QApplication::setActiveWindow(&window);
            window.showPage(u"people"_s);
            settle();
        }
        static void settle()
        {
            for (int i = 0; i < 5; ++i)
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
        [[nodiscard]] PersonDialog *dialog() const
        {
            return window.findChild<PersonDialog *>(u"personDialog"_s);
        }
        [[nodiscard]] QString message() const
        {
            return window.findChild<QLabel *>(u"statusMessage"_s)->text();
        }
        void choose(const QString &name)
        {
            page->list()->setCurrentIndex(people.indexOf(store.personNamed(name)->id));
            page->list()->setFocus();
            settle();
        }
        void setText(PersonField field, const QString &text) const
        {
            auto *edit = qobject_cast<QLineEdit *>(dialog()->field(field));
            QVERIFY(edit);
            edit->setText(text);
        }
        [[nodiscard]] QToolButton *chip(int id) const
        {
            return page->findChild<QToolButton *>(u"peopleChip:%1"_s.arg(id));
        }
    };

private slots:
    void initTestCase() { installTranslations(*qApp); }

    void everybodyIsListedUnderTheirDepartment()
    {
        Desk desk;

        QCOMPARE(desk.page->subtitle(), u"20 people in 3 departments"_s);
        QVERIFY(desk.page->noticeText().isEmpty());
        QVERIFY(desk.page->list()->isVisible());
        const QModelIndex maya =
            desk.people.indexOf(desk.store.personNamed(u"Maya Lindqvist"_s)->id);
        QCOMPARE(maya.siblingAtColumn(PeopleModel::Rate).data().toString(), u"$52.00 an hour"_s);
        QCOMPARE(maya.siblingAtColumn(PeopleModel::Guarantee).data().toString(), u"8.0 h"_s);
        QCOMPARE(maya.data(Qt::AccessibleTextRole).toString(),
                 u"Maya Lindqvist, 1st AC, A-cam, Camera, NL-2025, $52.00 an hour"_s);
        shoot(desk.theme, desk.window, u"people"_s);
    }

    void aPersonIsChangedByKeyboardAndTakenBack()
    {
        Desk desk;
        desk.choose(u"Maya Lindqvist"_s);

        desk.key(Qt::Key_F2);
        QVERIFY(desk.dialog());
        shoot(desk.theme, *desk.dialog(), u"person"_s);
        desk.setText(PersonField::Position, u"Focus puller"_s);
        desk.setText(PersonField::HourlyRate, u"56,00"_s);
        desk.key(Qt::Key_Return, Qt::ControlModifier);

        QCOMPARE(desk.message(), u"Maya Lindqvist was saved. Ctrl+Z to undo."_s);
        const PersonId maya = desk.store.personNamed(u"Maya Lindqvist"_s)->id;
        QCOMPARE(desk.people.snapshot().dealOf(maya)->hourlyRate, Money(5600, Currency::Usd));
        QCOMPARE(desk.undo.undoText(), u"change of Maya Lindqvist"_s);
        QCOMPARE(*desk.people.personAt(desk.page->list()->currentIndex()), maya);

        desk.undo.undo();
        desk.settle();
        QCOMPARE(desk.people.snapshot().personOf(maya)->position, u"1st AC, A-cam"_s);
    }

    // Nobody's earlier pay changes because of a raise.
    void aLaterFirstDayIsOfferedAsAFurtherDeal()
    {
        Desk desk;
        desk.choose(u"Maya Lindqvist"_s);
        const PersonId maya = desk.store.personNamed(u"Maya Lindqvist"_s)->id;
        desk.key(Qt::Key_F2);
        auto *isFurther = desk.dialog()->findChild<QCheckBox *>(u"isFurtherDeal"_s);
        QVERIFY(!isFurther->isChecked() && !isFurther->isEnabled());

        desk.setText(PersonField::From, u"2026-01-05"_s);
        desk.setText(PersonField::HourlyRate, u"56,00"_s);
        QVERIFY(isFurther->isChecked() && isFurther->isEnabled());
        shoot(desk.theme, *desk.dialog(), u"person-further-deal"_s);
        desk.key(Qt::Key_Return, Qt::ControlModifier);

        QCOMPARE(desk.people.snapshot().dealOf(maya)->hourlyRate, Money(5200, Currency::Usd));
        const auto &deals = desk.people.snapshot().deals;
        const auto further = std::ranges::find_if(
            deals, [maya](const Deal &deal) { return deal.person == maya && deal.number == 1; });
        QVERIFY(further != deals.end());
        QCOMPARE(further->hourlyRate, Money(5600, Currency::Usd));
        QCOMPARE(further->from, QDate(2026, 1, 5));
    }

    void whatCannotBeReadIsMarkedAndNothingIsSaved()
    {
        Desk desk;
        desk.choose(u"Maya Lindqvist"_s);
        desk.key(Qt::Key_F2);

        desk.setText(PersonField::DayRate, u"1,234"_s);
        desk.dialog()->findChild<QAbstractButton *>(u"savePerson"_s)->click();
        desk.settle();

        QVERIFY(desk.dialog());
        QVERIFY2(desk.dialog()->problemText().contains(u"two ways: 1234.00, 1.234"_s),
                 qPrintable(desk.dialog()->problemText()));
        QVERIFY(desk.dialog()->problemText().endsWith(u"Nothing was changed."_s));
        QCOMPARE(QApplication::focusWidget(), desk.dialog()->field(PersonField::DayRate));
        QVERIFY(desk.store.writes.empty());
        shoot(desk.theme, *desk.dialog(), u"person-problem"_s);
    }

    void somebodyIsAdded()
    {
        Desk desk;
        desk.page->list()->setFocus();

        desk.key(Qt::Key_Insert);
        QVERIFY(desk.dialog());
        desk.type(u"Rosa Delacroix"_s);
        desk.key(Qt::Key_Tab);
        desk.type(u"Grip"_s);
        desk.key(Qt::Key_Return, Qt::ControlModifier);

        QVERIFY(desk.store.personNamed(u"Rosa Delacroix"_s));
        QCOMPARE(desk.message(), u"Rosa Delacroix was added. Ctrl+Z to undo."_s);
        QCOMPARE(desk.page->subtitle(), u"21 people in 4 departments"_s);
    }

    void somebodyLeavesAndComesBack()
    {
        Desk desk;
        desk.choose(u"Cal Prideaux"_s);

        desk.key(Qt::Key_Delete);
        auto *dialog = desk.window.findChild<LastDayDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->date()->date(), desk.store.today);
        shoot(desk.theme, *dialog, u"person-leaves"_s);
        dialog->date()->setDate(QDate(2025, 11, 18));
        dialog->findChild<QAbstractButton *>(u"setLastDay"_s)->click();
        desk.settle();

        QCOMPARE(desk.page->subtitle(), u"19 people in 3 departments"_s);
        desk.chip(2)->click();
        desk.settle();
        QCOMPARE(desk.people.rowCount(), 1);
        QCOMPARE(desk.chip(2)->text(), u"Left  1"_s);
        shoot(desk.theme, desk.window, u"people-left"_s);
        desk.choose(u"Cal Prideaux"_s);
        for (QAction *command : desk.page->commands()) {
            if (command->text() == u"&Bring back"_s)
                command->trigger();
        }
        desk.settle();
        QCOMPARE(desk.page->noticeText(), u"Nobody has left the production."_s);
    }

    void theFilterFindsNamesRolesAndDepartments()
    {
        Desk desk;

        desk.key(Qt::Key_F, Qt::ControlModifier);
        desk.type(u"lamp"_s);
        QCOMPARE(desk.people.rowCount(desk.people.index(0, 0)), 6);
        desk.type(u"post"_s);
        QCOMPARE(desk.page->noticeText(), u"Nobody matches “lamppost”."_s);
        shoot(desk.theme, desk.window, u"people-no-match"_s);
        desk.page->findChild<NoticePanel *>(u"peopleNotice"_s)->button()->click();
        desk.settle();
        QCOMPARE(desk.people.rowCount(), 3);
    }

    void departmentsOpenAndCloseByKeyboard()
    {
        Desk desk;
        desk.page->list()->setCurrentIndex(desk.people.index(0, 0));
        desk.page->list()->setFocus();

        desk.key(Qt::Key_Left);
        QVERIFY(!desk.page->list()->isExpanded(desk.people.index(0, 0)));
        desk.controller.reload(); // what came meanwhile opens nothing
        desk.settle();
        QVERIFY(!desk.page->list()->isExpanded(desk.people.index(0, 0)));
        desk.key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(desk.page->list()->isExpanded(desk.people.index(0, 0)));
    }

    void withoutPeopleItSaysHowToBegin()
    {
        Desk desk([](FakeOfficeStore &) {});
        QSignalSpy wanted(desk.page, &PeoplePage::importRequested);

        QVERIFY(desk.page->noticeText().startsWith(u"No people yet."_s));
        shoot(desk.theme, desk.window, u"people-empty"_s);
        desk.page->findChild<NoticePanel *>(u"peopleNotice"_s)->button()->click();

        QCOMPARE(wanted.count(), 1);
    }

    void whoMayNotEditReads()
    {
        Desk desk([](FakeOfficeStore &store) {
            fillOffice(store);
            store.canEdit = store.seesPay = false;
        });
        desk.choose(u"Maya Lindqvist"_s);

        desk.key(Qt::Key_F2);
        QVERIFY(!desk.dialog());
        QVERIFY(!desk.page->findChild<QAbstractButton *>(u"addPerson"_s)->isVisible());
        for (const int column : {PeopleModel::Rate, PeopleModel::Agreement, PeopleModel::To})
            QVERIFY(desk.page->list()->isColumnHidden(column)); // absent, not empty
        QVERIFY(!desk.chip(1)->isVisible());
        shoot(desk.theme, desk.window, u"people-read-only"_s);
    }

    void aListThatCannotBeReadSaysSoAndStays()
    {
        Desk desk;
        desk.store.loadFailure = ErrorCode::StoreCorrupt;

        desk.controller.reload();
        desk.settle();
        QVERIFY(desk.page->noticeText().startsWith(
            u"The crew list could not be read. The last good one is shown."_s));
        QVERIFY(desk.page->list()->isVisible());
        shoot(desk.theme, desk.window, u"people-error"_s);
        desk.store.loadFailure.reset();
        desk.page->findChild<NoticePanel *>(u"peopleNotice"_s)->button()->click();
        desk.settle();

        QVERIFY(desk.page->noticeText().isEmpty());
    }

    void offlineNothingIsDifferentButTheStatusBar()
    {
        Desk desk;
        SyncState state;
        state.kind = SyncKind::OfflineClean;
        desk.window.setSyncState(state);
        desk.choose(u"Maya Lindqvist"_s);

        desk.key(Qt::Key_F2);

        QVERIFY(desk.dialog());
        desk.dialog()->close();
        shoot(desk.theme, desk.window, u"people-offline"_s);
    }

    void everyCellSaysWhatItShows()
    {
        Desk desk;

        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(desk.page->list());
        QVERIFY(list);
        QCOMPARE(list->text(QAccessible::Name), u"People and their deals"_s);
        for (const QModelIndex &index :
             {desk.people.indexOf(desk.store.personNamed(u"Greta Nyström"_s)->id)}) {
            for (int column = 0; column < PeopleModel::ColumnCount; ++column) {
                const QModelIndex cell = index.siblingAtColumn(column);
                if (!cell.data().toString().isEmpty())
                    QVERIFY(!cell.data(Qt::AccessibleTextRole).toString().isEmpty());
            }
        }
    }
};

QTEST_MAIN(TestPeoplePage)
#include "tst_people_page.moc"
