#include "app/ui/crew_words_text.h"
#include "app/ui/dialogs/conflict_dialog.h"
#include "app/ui/main_window.h"
#include "app/ui/pages/sync_page.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/notice_panel.h"
#include "app/ui/widgets/question_panel.h"
#include "app/ui/widgets/sync_button.h"
#include "tests/support/fake_crew_store.h"
#include "tests/support/page_shots.h"
#include "tests/support/sample_crew.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;
using namespace film::test;

// The dialog that chooses between two versions, and the page that says what waits.
class TestConflictDialog : public QObject
{
    Q_OBJECT

    struct Desk {
        FakeConflictStore store;
        CrewWordsText words;
        ConflictController controller{store};
        Theme theme;
        std::unique_ptr<ConflictDialog> dialog;

        explicit Desk(std::vector<DayConflict> conflicts = {sampleConflict()})
        {
            words.setZone(QTimeZone("America/New_York"));
            theme.setPreference(SchemePreference::Light);
            theme.apply(*qApp);
            store.conflicts = std::move(conflicts);
            controller.load();
            dialog = std::make_unique<ConflictDialog>(controller, words, theme);
            dialog->open();
            QApplication::setActiveWindow(dialog.get());
            QCoreApplication::processEvents();
        }
        void key(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
        {
            QWidget *target = QApplication::focusWidget();
            QTest::keyClick(target ? target : dialog.get(), code, modifiers);
            QCoreApplication::processEvents();
        }
        // One by one: the first opens the line, which then has the focus.
        void keys(const QString &text)
        {
            for (const QChar c : text)
                QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
        }
        [[nodiscard]] QLineEdit *line(const QString &name) const
        {
            for (QLineEdit *line : dialog->findChildren<QLineEdit *>())
                if (line->accessibleName() == QString(name + u", will be saved"_s))
                    return line;
            return nullptr;
        }
        [[nodiscard]] QAbstractButton *saveButton() const
        {
            return dialog->findChild<QAbstractButton *>(u"saveChoice"_s);
        }
        [[nodiscard]] bool says(const QString &text) const
        {
            const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *label) {
                return label->isVisible() && label->text().startsWith(text);
            });
        }
        [[nodiscard]] QString title() const
        {
            return dialog->findChild<QLabel *>(u"conflictTitle"_s)->text();
        }
    };

private slots:
    void saysWhatDiffersAndWhatCountsMeanwhile()
    {
        Desk desk;

        QCOMPARE(desk.title(), u"Thursday 20 Nov was changed in two places"_s);
        QCOMPARE(desk.dialog->findChildren<QRadioButton *>().size(), 4); // wrap and note
        QCOMPARE(desk.dialog->resultText(DayPart::Wrap), u"19.3"_s);
        bool saysWhatCounts = false;
        for (const QLabel *label : desk.dialog->findChildren<QLabel *>())
            saysWhatCounts |=
                label->text().startsWith(u"Until you decide, this day counts as 11.8 h"_s);
        QVERIFY(saysWhatCounts);
    }

    void choiceIsMadeAndSavedByKeyboardAlone()
    {
        Desk desk;

        desk.key(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(desk.dialog->resultText(DayPart::Wrap), u"19.5"_s);
        QCOMPARE(desk.dialog->resultText(DayPart::Notes), u"A-cam to truck"_s);
        const auto *focused = qobject_cast<QRadioButton *>(QApplication::focusWidget());
        QVERIFY(focused && focused->isChecked());
        test::shoot(desk.theme, *desk.dialog, u"06-conflict"_s);
        desk.key(Qt::Key_Return, Qt::ControlModifier);

        QCOMPARE(desk.store.choices.size(), 1u);
        QCOMPARE(desk.store.choices[0].result.wrap, TimeField::at(19 * 60 + 30));
        QVERIFY(!desk.dialog->isVisible());
    }

    void partsAreChosenOneByOne()
    {
        Desk desk;
        const QList<QRadioButton *> radios = desk.dialog->findChildren<QRadioButton *>();

        radios[2]->click(); // the note, mine

        QCOMPARE(desk.dialog->resultText(DayPart::Wrap), u"19.3"_s);
        QCOMPARE(desk.dialog->resultText(DayPart::Notes), u"A-cam to truck"_s);
        QCOMPARE(radios[0]->accessibleName(), u"Wrap, this computer, 19.5"_s);
    }

    void arrowKeysChooseTheSide()
    {
        Desk desk;
        QCOMPARE(desk.dialog->resultText(DayPart::Wrap), u"19.3"_s);
        QVERIFY(qobject_cast<QRadioButton *>(QApplication::focusWidget()));

        desk.key(Qt::Key_Left);

        QCOMPARE(desk.dialog->resultText(DayPart::Wrap), u"19.5"_s);
    }

    void typingOnASideEditsTheResult()
    {
        Desk desk;

        desk.keys(u"1924"_s);
        const bool hasEcho = desk.line(u"Wrap"_s)->accessibleDescription() == u"19.4"_s;
        test::shoot(desk.theme, *desk.dialog, u"06-conflict-typed"_s);
        desk.key(Qt::Key_Return);

        QVERIFY(hasEcho);
        QVERIFY(qobject_cast<QRadioButton *>(QApplication::focusWidget()));
        QCOMPARE(desk.dialog->resultText(DayPart::Wrap), u"19.4"_s);
        for (const QRadioButton *radio : desk.dialog->findChildren<QRadioButton *>().first(2))
            QVERIFY(!radio->isChecked());
        QVERIFY(desk.says(u"11.9"_s)); // the hours of the result
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(desk.store.choices.size(), 1u);
        QCOMPARE(desk.store.choices[0].result.wrap, TimeField::at(19 * 60 + 24));
    }

    void f2KeepsTheTextAndEscapeTakesItBack()
    {
        Desk desk;
        desk.key(Qt::Key_F2);
        QCOMPARE(QApplication::focusWidget(), desk.line(u"Wrap"_s));
        QCOMPARE(desk.dialog->resultText(DayPart::Wrap), u"19.3"_s);

        desk.key(Qt::Key_Backspace);
        desk.keys(u"9"_s);
        QCOMPARE(desk.controller.result().wrap, TimeField::at(19 * 60 + 54));
        desk.key(Qt::Key_Escape);

        QVERIFY(desk.dialog->isVisible());
        QCOMPARE(desk.dialog->resultText(DayPart::Wrap), u"19.3"_s);
        QCOMPARE(desk.controller.result(), sampleConflict().counting);
        desk.key(Qt::Key_Escape);
        QVERIFY(!desk.dialog->isVisible());
    }

    void whatCannotBeReadIsSaidAndNotSaved()
    {
        Desk desk;

        desk.keys(u"soon"_s);
        QVERIFY(!desk.saveButton()->isEnabled());
        QVERIFY(desk.says(u"I could not read “soon”."_s));
        QCOMPARE(desk.line(u"Wrap"_s)->accessibleDescription(), u"Cannot be read"_s);
        test::shoot(desk.theme, *desk.dialog, u"06-conflict-unread"_s);
        desk.key(Qt::Key_Return); // the text stays when the focus goes
        desk.key(Qt::Key_Return, Qt::ControlModifier);

        QVERIFY(desk.store.choices.empty());
        QCOMPARE(QApplication::focusWidget(), desk.line(u"Wrap"_s));
        QCOMPARE(desk.dialog->resultText(DayPart::Wrap), u"soon"_s);
    }

    void choosingASideReplacesWhatWasTyped()
    {
        Desk desk;
        desk.keys(u"soon"_s);
        desk.key(Qt::Key_Return);

        desk.key(Qt::Key_Left);
        QCOMPARE(desk.dialog->resultText(DayPart::Wrap), u"19.5"_s);
        QVERIFY(desk.saveButton()->isEnabled());
        desk.keys(u"21"_s);
        desk.key(Qt::Key_2, Qt::ControlModifier); // while the line has the focus

        QCOMPARE(desk.dialog->resultText(DayPart::Wrap), u"19.3"_s);
        QCOMPARE(desk.controller.result(), sampleConflict().versions[1].day);
    }

    void twoReadingsAreAskedAbout()
    {
        Desk desk;
        const auto *question = desk.dialog->findChild<QuestionPanel *>();

        desk.keys(u"19.25"_s);
        QVERIFY(question->isVisible());
        QVERIFY(!desk.saveButton()->isEnabled());
        test::shoot(desk.theme, *desk.dialog, u"06-conflict-question"_s);
        desk.key(Qt::Key_2, Qt::AltModifier);

        QVERIFY(!question->isVisible());
        QVERIFY(desk.saveButton()->isEnabled());
        QCOMPARE(desk.controller.result().wrap, TimeField::at(19 * 60 + 25));
    }

    void upAndDownGoFromRowToRow()
    {
        Desk desk;
        const QList<QRadioButton *> radios = desk.dialog->findChildren<QRadioButton *>();
        QCOMPARE(QApplication::focusWidget(), radios[1]); // the wrap, theirs

        desk.key(Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), radios[3]);
        desk.key(Qt::Key_Down); // the last row
        QCOMPARE(QApplication::focusWidget(), radios[3]);
        desk.key(Qt::Key_F2);
        desk.key(Qt::Key_Up);

        QCOMPARE(QApplication::focusWidget(), desk.line(u"Wrap"_s));
        QCOMPARE(desk.controller.result(), sampleConflict().counting);
    }

    void noteIsTypedAsItIs()
    {
        Desk desk;

        desk.key(Qt::Key_Down);
        desk.keys(u"two trucks"_s);
        desk.key(Qt::Key_Return, Qt::ControlModifier);

        QCOMPARE(desk.store.choices.size(), 1u);
        QCOMPARE(desk.store.choices[0].result.notes, u"two trucks"_s);
    }

    void decidingLaterDecidesNothing()
    {
        Desk desk;

        desk.key(Qt::Key_1, Qt::ControlModifier);
        desk.key(Qt::Key_Escape);

        QVERIFY(!desk.dialog->isVisible());
        QVERIFY(desk.store.choices.empty());
    }

    void severalConflictsFollowOneAnother()
    {
        DayConflict second = sampleConflict();
        second.id = sampleId<ConflictId>(950);
        second.personName = u"Samir Haddou"_s;
        Desk desk({sampleConflict(), second});

        desk.key(Qt::Key_2, Qt::ControlModifier);
        desk.key(Qt::Key_Return, Qt::ControlModifier);

        QVERIFY(desk.dialog->isVisible());
        QCOMPARE(desk.controller.current()->id, second.id);
    }

    // A pile of them after a day without a network: all of it in three key presses.
    void severalAreDecidedTogether()
    {
        DayConflict second = sampleConflict();
        second.id = sampleId<ConflictId>(950);
        second.personName = u"Samir Haddou"_s;
        DayConflict locked = sampleConflict();
        locked.id = sampleId<ConflictId>(951);
        locked.isLocked = true;
        Desk desk({sampleConflict(), second, locked});
        const QSignalSpy decided(&desk.controller, &ConflictController::decided);

        desk.key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(desk.title(), u"2 days are decided together"_s);
        QVERIFY(desk.says(u"1 locked "_s));
        QCOMPARE(desk.controller.massResults()[1].day, second.counting);
        desk.key(Qt::Key_1, Qt::ControlModifier);
        test::shoot(desk.theme, *desk.dialog, u"06-conflict-several"_s);
        desk.key(Qt::Key_Return, Qt::ControlModifier);

        QCOMPARE(desk.store.choices.size(), 2u);
        for (const ConflictChoice &choice : desk.store.choices)
            QCOMPARE(choice.result, sampleConflict().versions[0].day);
        QCOMPARE(decided.size(), 1); // one step
        QCOMPARE(decided[0][0].value<SavedStep>().days.size(), 2u);
        QVERIFY(desk.dialog->isVisible()); // the locked one is still there
        QVERIFY(!desk.controller.isMass());
    }

    void severalAreSelectedByKeyboard()
    {
        DayConflict second = sampleConflict();
        second.id = sampleId<ConflictId>(950);
        second.versions[0].isMine = false; // two other people's
        Desk desk({sampleConflict(), second});
        auto *list = desk.dialog->findChild<QListWidget *>();
        list->setFocus();

        desk.key(Qt::Key_Down, Qt::ShiftModifier);

        QVERIFY(desk.controller.isMass());
        QVERIFY(!desk.controller.canTakeSides());
        desk.key(Qt::Key_1, Qt::ControlModifier); // there is no "mine" of both
        QCOMPARE(desk.controller.massResults()[0].day, sampleConflict().counting);
        desk.key(Qt::Key_Up); // one again
        QVERIFY(!desk.controller.isMass());
        QCOMPARE(desk.title(), u"Thursday 20 Nov was changed in two places"_s);
    }

    void anotherVersionCanBePicked()
    {
        DayConflict conflict = sampleConflict();
        conflict.versions.push_back(conflict.versions[1]);
        conflict.versions[2].mutation = sampleId<MutationId>(903);
        conflict.versions[2].author = u"Tomas Okafor"_s;
        conflict.versions[2].day.call = TimeField::at(6 * 60);
        Desk desk({conflict});
        auto *versions = desk.dialog->findChild<QComboBox *>();
        QVERIFY(versions);

        versions->setCurrentIndex(1);
        emit versions->activated(1);
        QCoreApplication::processEvents();

        QCOMPARE(desk.controller.comparedVersion(), 2);
        QCOMPARE(desk.dialog->findChildren<QRadioButton *>().size(), 6); // and the call
        test::shoot(desk.theme, *desk.dialog, u"06-conflict-three"_s);
    }

    void lockedDayCanOnlyBeRead()
    {
        DayConflict conflict = sampleConflict();
        conflict.isLocked = true;
        Desk desk({conflict});

        QVERIFY(!desk.saveButton()->isEnabled());
        QVERIFY(!desk.line(u"Wrap"_s)->isEnabled());
        QVERIFY(!desk.dialog->findChildren<QRadioButton *>().front()->isEnabled());
    }

    void syncPageSaysWhatWaitsAndWhatNeedsAPerson()
    {
        Theme theme;
        theme.setPreference(SchemePreference::Light);
        theme.apply(*qApp);
        CrewWordsText words;
        words.setZone(QTimeZone("America/New_York"));
        OutboxModel outbox(words);
        SyncPage page(outbox, theme);
        page.resize(1240, 700);
        page.setProduction(u"Northern Lights"_s);
        page.setZone(QTimeZone("America/New_York"));
        SyncState state;
        state.kind = SyncKind::OfflineWaiting;
        state.waiting = 3;
        state.toReview = 1;
        page.setSyncState(state);
        page.show();
        test::shoot(theme, page, u"07-sync-empty"_s);
        const DayConflict conflict = sampleConflict();
        const Instant at = conflict.versions[0].at;
        const auto change = [&](int id, ChangeState changeState) {
            return OutboxChange{sampleId<MutationId>(id),
                                at,
                                u"Maya Lindqvist"_s,
                                u"Maya Lindqvist"_s,
                                conflict.before,
                                conflict.versions[0].day,
                                {},
                                changeState,
                                {}};
        };
        OutboxSnapshot snapshot;
        snapshot.changes = {change(1, ChangeState::Saved), change(2, ChangeState::Sent),
                            change(3, ChangeState::Confirmed),
                            change(4, ChangeState::NeedsAttention)};
        snapshot.changes[3].refusal = ChangeRefusal::NotAllowed;
        snapshot.changes.push_back(change(5, ChangeState::NeedsAttention));
        snapshot.changes[4].refusal = ChangeRefusal::BadValues;
        snapshot.earlier = 12;
        snapshot.earlierWaiting = 2;

        outbox.setSnapshot(snapshot);

        QStringList notices;
        for (const NoticePanel *notice : page.findChildren<NoticePanel *>())
            if (notice->isVisible())
                notices += notice->text();
        QCOMPARE(notices.size(), 2);
        QVERIFY(notices[0].startsWith(u"The server did not accept 2 changes."_s));
        QVERIFY(notices[0].contains(u"Your role"_s));
        QCOMPARE(outbox.waiting(), 4 + 2); // not the ten earlier ones that have arrived
        page.findChild<QTableView *>()->selectRow(1);
        QVERIFY(page.findChildren<NoticePanel *>().value(1)->text().contains(u"cannot be"_s));
        QVERIFY(notices[1].startsWith(u"1 day has two versions"_s));
        QCoreApplication::processEvents();
        test::shoot(theme, page, u"07-sync"_s);

        QSignalSpy requests(&page, &SyncPage::syncRequested);
        page.findChild<QAbstractButton *>(u"syncNow"_s)->click();
        QCOMPARE(requests.size(), 1);
    }

    // After a wrong restore, or at the wrong address: nothing goes from here without a person.
    void serverThatLacksMostRecordsIsAskedAboutByKeyboard()
    {
        Theme theme;
        theme.setPreference(SchemePreference::Light);
        theme.apply(*qApp);
        CrewWordsText words;
        OutboxModel outbox(words);
        MainWindow window(theme);
        auto *page = new SyncPage(outbox, theme);
        window.addPage(u"sync"_s, u"refresh-cw"_s, u"Sync"_s, page);
        window.resize(1440, 900);
        window.show();
        window.showPage(u"sync"_s);
        QApplication::setActiveWindow(&window);
        SyncState state;
        state.kind = SyncKind::Review;
        state.removalHeld = 50;
        state.removalMissing = 40;
        window.setSyncState(state);
        page->setSyncState(state);
        QCoreApplication::processEvents();
        QSignalSpy taken(page, &SyncPage::removalAccepted);
        QSignalSpy asked(page, &SyncPage::syncRequested);

        const auto *status = window.findChild<SyncButton *>();
        QVERIFY2(status->accessibleName().contains(u"Look before syncing"_s),
                 qPrintable(status->accessibleName()));
        NoticePanel *notice = nullptr;
        for (NoticePanel *panel : page->findChildren<NoticePanel *>())
            notice = panel->isVisible() ? panel : notice;
        QVERIFY(notice);
        QVERIFY2(
            notice->text().startsWith(u"The server lacks 40 of the 50 records on this computer"_s),
            qPrintable(notice->text()));
        QVERIFY(notice->text().contains(u"Nothing was removed here"_s));
        QVERIFY(notice->text().contains(u"Ask the production office first"_s));
        test::shoot(theme, window, u"07-sync-review"_s);
        const QWidget *takeOver = notice->button();
        QVERIFY(!takeOver->hasFocus()); // no key pressed in passing takes anything over

        // Asking the server again is the other choice, and changes nothing here.
        auto *tryAgain = page->findChild<QAbstractButton *>(u"syncNow"_s);
        tryAgain->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(taken.size(), 0);

        for (int i = 0; i < 20 && !takeOver->hasFocus(); ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(takeOver->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(taken.size(), 1);

        state.kind = SyncKind::Synced;
        window.setSyncState(state);
        page->setSyncState(state);
        QVERIFY(!notice->isVisible());
    }
};

QTEST_MAIN(TestConflictDialog)
#include "tst_conflict_dialog.moc"
