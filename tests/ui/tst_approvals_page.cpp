#include "app/ui/dialogs/bulk_approve_dialog.h"
#include "app/ui/dialogs/delegate_dialog.h"
#include "app/ui/docks/decision_panel.h"
#include "app/ui/main_window.h"
#include "app/ui/pages/approvals_page.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/key_hint_button.h"
#include "tests/support/fake_approvals_store.h"
#include "tests/support/page_shots.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTreeView>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;
using namespace film::test;

// The real page in the real window, driven by keys, over a week in memory.
class TestApprovalsPage : public QObject
{
    Q_OBJECT

    struct Desk {
        FakeApprovalsStore store;
        ApprovalWords words;
        QUndoStack undo;
        PayDesk desk;
        ApprovalQueueModel queue{words};
        TimecardModel card{words};
        PayLinesModel lines{words};
        QAbstractItemModelTester queueTester{&queue};
        QAbstractItemModelTester cardTester{&card};
        QAbstractItemModelTester linesTester{&lines};
        ApprovalsController controller{{store, desk, queue, card, lines, undo}};
        Theme theme;
        MainWindow window{theme};
        ApprovalsPage *page;

        explicit Desk(const std::function<void(FakeApprovalsStore &)> &prepare = {})
        {
            if (prepare)
                prepare(store);
            words.setZone(QTimeZone("America/New_York"));
            theme.setPreference(SchemePreference::Light);
            theme.apply(*qApp);
            page = new ApprovalsPage({controller, queue, card, lines, words}, theme);
            addApprovals(window, page, controller);
            window.setProduction(u"Northern Lights"_s, u"Episode 104"_s);
            window.setAccount(u"Ingrid Solheim"_s, u"Head of Camera"_s);
            window.setUndoStack(undo);
            window.resize(1440, 900);
            window.show();
            window.showPage(u"approvals"_s);
            QApplication::setActiveWindow(&window);
            controller.showWeek(crewWeek);
            QCoreApplication::processEvents();
        }
        [[nodiscard]] DecisionPanel *decision() const { return page->decisionPanel(); }
        void open(int number)
        {
            controller.select(sampleId<PersonId>(number));
            QCoreApplication::processEvents();
        }
        void key(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
        {
            QWidget *focus = QApplication::focusWidget();
            QTest::keyClick(focus ? focus : &window, code, modifiers);
            QCoreApplication::processEvents();
        }
        [[nodiscard]] QString shown() const { return controller.card()->week.personName; }
        [[nodiscard]] QString message() const
        {
            return window.findChild<QLabel *>(u"statusMessage"_s)->text();
        }
        [[nodiscard]] QStringList groups() const
        {
            QStringList names;
            for (int i = 0; i < queue.rowCount(); ++i)
                names.append(u"%1 %2"_s.arg(
                    queue.index(i, 0).data().toString(),
                    queue.index(i, 0).data(ApprovalQueueModel::CountRole).toString()));
            return names;
        }
        [[nodiscard]] QStringList outlined() const
        {
            QStringList cells;
            for (int row = 0; row < card.rowCount(); ++row) {
                for (int column = 0; column < card.columnCount(); ++column) {
                    const QModelIndex index = card.index(row, column);
                    if (index.data(TimecardModel::SourceRole).toBool())
                        cells.append(u"%1 %2"_s.arg(card.index(row, 0).data().toString(),
                                                    index.data().toString()));
                }
            }
            return cells;
        }
        void shoot(const QString &name) { test::shoot(theme, window, name); }
    };

private slots:
    void theQueueIsSortedByWhatItAsksFor()
    {
        Desk desk;

        QCOMPARE(desk.groups(),
                 (QStringList{u"Needs a look 1"_s, u"Ready 5"_s, u"Approved 2"_s,
                              u"Not submitted 1"_s}));
        QCOMPARE(desk.shown(), u"Maya Lindqvist"_s);
        QCOMPARE(desk.controller.waitingCount(), 6);
        desk.shoot(u"approvals"_s);
    }

    // Its times stand below the day's; what the day comes to stands once.
    void aFurtherUnitHasALineOfItsOwn()
    {
        Desk desk;
        WeekSnapshot week = desk.controller.card()->week;
        const auto day = std::ranges::find_if(
            week.days, [](const WeekDay &of) { return of.day.call.isKnown(); });
        QVERIFY(day != week.days.end());
        const int rows = desk.card.rowCount();
        OtherUnitDay second;
        second.day = day->day;
        second.day.account = u"2200"_s;
        second.day.meals.clear();
        second.day.call = TimeField::at(22 * 60);
        second.day.wrap = TimeField::at(23 * 60 + 30);
        second.hasTwoVersions = true;
        day->others.push_back(second);
        const Minutes whole = *day->worked();

        desk.card.setCard(week, desk.controller.pay());
        desk.shoot(u"approvals-further-unit"_s);

        QCOMPARE(desk.card.rowCount(), rows + 1);
        const auto &lines = desk.card.days();
        const auto further = std::ranges::find(lines, true, &CardRow::isFurther);
        QVERIFY(further != lines.begin() && further != lines.end());
        QCOMPARE((further - 1)->worked, std::optional(whole));
        const int row = int(further - lines.begin());
        const auto text = [&desk, row](int column, int role = Qt::DisplayRole) {
            return desk.card.index(row, column).data(role).toString();
        };
        QVERIFY2(text(TimecardModel::Day).startsWith(u"+ "_s)
                     && text(TimecardModel::Day).endsWith(u"2200"_s),
                 qPrintable(text(TimecardModel::Day)));
        QCOMPARE(text(TimecardModel::Call), u"22.0"_s);
        QCOMPARE(text(TimecardModel::Wrap), u"23.5"_s);
        QCOMPARE(text(TimecardModel::Hours), QString());
        QCOMPARE(text(TimecardModel::Flags), u"Two versions"_s);
        QVERIFY(text(TimecardModel::Call, Qt::AccessibleTextRole)
                    .startsWith(desk.card.index(row - 1, TimecardModel::Day).data().toString()));
        int flags = 0; // of the days; a further unit's is said with them
        for (const CardRow &each : lines)
            flags += each.isFurther ? 0 : int(each.findings.size()) + int(each.day.hasTwoVersions);
        QCOMPARE(desk.card.flagCount(), flags);
        QCOMPARE(desk.card.index(row, TimecardModel::Day).data(TimecardModel::SplitRole).toBool(),
                 true);
    }

    // The penalty comes from the one meal that was late.
    void aPayLineOutlinesTheTimesItComesFrom()
    {
        Desk desk;
        int penalty = -1;
        for (int i = 0; i < desk.lines.rowCount(); ++i) {
            if (desk.lines.lineAt(desk.lines.index(i, 0))->line.code
                == rules::LineCode::MealPenalty)
                penalty = i;
        }
        QVERIFY(penalty >= 0);

        desk.page->linesView()->setCurrentIndex(desk.lines.index(penalty, 0));

        QCOMPARE(desk.outlined(), QStringList{u"Tue 18 13.2"_s});
        QVERIFY2(desk.page->ruleText().startsWith(u"§5.3"_s), qPrintable(desk.page->ruleText()));
        desk.shoot(u"approvals-penalty"_s);
    }

    void aCellMarksTheLinesItFeeds()
    {
        Desk desk;

        desk.page->cardView()->setCurrentIndex(
            desk.card.index(1, TimecardModel::Meal1Out)); // Tuesday's late meal

        QStringList fed;
        for (int i = 0; i < desk.lines.rowCount(); ++i) {
            if (desk.lines.index(i, 0).data(PayLinesModel::FedRole).toBool())
                fed.append(desk.lines.index(i, 0).data().toString());
        }
        QVERIFY2(fed.contains(u"1 meal penalty"_s) || fed.contains(u"1 meal penalty(s)"_s),
                 qPrintable(fed.join(u'|')));
    }

    void theLinesAddUpToTheGross()
    {
        Desk desk;

        qint64 sum = 0;
        for (int i = 0; i < desk.lines.rowCount(); ++i)
            sum += desk.lines.lineAt(desk.lines.index(i, 0))->line.amount.minorUnits();

        QVERIFY(sum > 0);
        QCOMPARE(sum, desk.controller.pay().pay.gross().minorUnits());
    }

    void approvingSignsEveryDayAndOpensTheNext()
    {
        Desk desk;
        desk.decision()->pinField()->setFocus();
        QTest::keyClicks(desk.decision()->pinField(), u"2468"_s);

        desk.key(Qt::Key_Return, Qt::ControlModifier);

        QCOMPARE(desk.store.signedDays.size(), size_t(5));
        QCOMPARE(desk.groups(), (QStringList{u"Ready 5"_s, u"Approved 3"_s, u"Not submitted 1"_s}));
        QVERIFY(desk.shown() != u"Maya Lindqvist"_s);
        QVERIFY2(desk.message().contains(u"Maya Lindqvist approved"_s), qPrintable(desk.message()));
        QVERIFY(desk.decision()->pinField()->isHidden()); // good for five minutes
        desk.shoot(u"approvals-signed"_s);
    }

    // What was signed stays as it was priced: what it would come to today stands beside it.
    void anApprovedCardSaysWhatItWasSignedAs()
    {
        Desk desk;
        const auto *said = desk.page->findChild<QLabel *>(u"approvedPay"_s);
        QVERIFY(said->isHidden());
        desk.controller.approve(u"2468"_s);
        QCoreApplication::processEvents();

        desk.open(14);

        QVERIFY(!said->isHidden());
        const QString signedAs = said->text();
        QVERIFY2(signedAs.startsWith(u"Approved under "_s) && !signedAs.contains(u"today"),
                 qPrintable(signedAs));

        Deal &deal = *desk.store.find(sampleId<PersonId>(14))->deal;
        deal.hourlyRate = *deal.hourlyRate + Money(100, deal.hourlyRate->currency());
        desk.open(16);
        desk.open(14);

        QVERIFY2(said->text().startsWith(signedAs)
                     && said->text().contains(u"Under today’s terms: $"),
                 qPrintable(said->text()));
        QVERIFY2(said->toolTip().contains(u"when approved"), qPrintable(said->toolTip()));
        QCoreApplication::processEvents(); // the longer list takes its room
        desk.shoot(u"approvals-priced-then"_s);
    }

    void undoingWithdrawsTheApproval()
    {
        Desk desk;
        desk.controller.approve(u"2468"_s);
        QCoreApplication::processEvents();
        QCOMPARE(desk.undo.count(), 1);

        desk.undo.undo();
        QCoreApplication::processEvents();

        QCOMPARE(desk.groups().front(), u"Needs a look 1"_s);
        QCOMPARE(desk.store.levels[sampleId<PersonId>(14)], ApprovalLevel::None);
    }

    void aWrongPinSignsNothingAndCounts()
    {
        Desk desk;
        desk.decision()->pinField()->setFocus();
        QTest::keyClicks(desk.decision()->pinField(), u"1111"_s);

        desk.key(Qt::Key_Return, Qt::ControlModifier);

        QVERIFY(desk.store.signedDays.empty());
        QVERIFY2(desk.decision()->problem().startsWith(u"That is not your signing PIN. 4 "_s),
                 qPrintable(desk.decision()->problem()));
        QVERIFY(desk.decision()->pinField()->text().isEmpty());
        desk.shoot(u"approvals-wrong-pin"_s);
    }

    // The queue counts it, so the card must not call the rest good.
    void theRestBeforeTheFirstDayIsOfTheWeekBefore()
    {
        Desk desk([](FakeApprovalsStore &store) {
            CrewPerson *jonas = store.find(sampleId<PersonId>(16));
            const WorkDayKey sunday = jonas->days[0].day.key;
            jonas->days[0].day = jonas->days[1].day;
            jonas->days[0].day.key = sunday;
            jonas->dayBefore = jonas->days[1].day;
            jonas->dayBefore->key.date = sunday.date.addDays(-1);
            jonas->dayBefore->wrap = TimeField::at(26 * 60);
        });
        desk.open(16);

        QVERIFY(desk.queue.rowOf(sampleId<PersonId>(16))->flags[size_t(ExceptionKind::Rest)] > 0);
        QVERIFY(desk.card.index(0, TimecardModel::Rest).data(TimecardModel::FlaggedRole).toBool());
    }

    void twoVersionsStopTheSignatureAndSayWhy()
    {
        Desk desk([](FakeApprovalsStore &store) {
            store.find(sampleId<PersonId>(14))->days[4].hasConflict = true;
        });

        QVERIFY(!desk.decision()->approveButton()->isEnabled());
        QVERIFY2(desk.page->noticeText().contains(
                     u"Thu 20 Nov has two versions. Maya or production must choose first."_s),
                 qPrintable(desk.page->noticeText()));
        desk.shoot(u"approvals-two-versions"_s);
    }

    void aCardThatChangedMeanwhileWaitsForALook()
    {
        Desk desk;
        QTest::keyClicks(desk.decision()->pinField(), u"2468"_s);
        desk.store.find(sampleId<PersonId>(14))->days[4].day.wrap = TimeField::at(19 * 60 + 30);

        desk.controller.reload();
        QCoreApplication::processEvents();

        QVERIFY2(desk.page->noticeText().contains(u"Wrap 19.5, was 19.3"_s)
                     || desk.page->noticeText().contains(u"wrap 19.5, was 19.3"_s),
                 qPrintable(desk.page->noticeText()));
        QVERIFY(!desk.decision()->approveButton()->isEnabled());
        QVERIFY(desk.decision()->pinField()->text().isEmpty());
        desk.shoot(u"approvals-changed"_s);

        desk.controller.lookedAt();

        QVERIFY(desk.decision()->approveButton()->isEnabled());
    }

    void sendingBackNeedsAComment()
    {
        Desk desk;

        desk.key(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(desk.decision()->comment()->hasFocus());
        QCOMPARE(desk.controller.waitingCount(), 6);
        desk.shoot(u"approvals-send-back"_s);
        QTest::keyClicks(desk.decision()->comment(), u"Was meal 1 at 13.0?"_s);
        desk.key(Qt::Key_B, Qt::ControlModifier);

        QCOMPARE(desk.store.lastReason, u"Tue: Was meal 1 at 13.0?"_s);
        QCOMPARE(desk.controller.waitingCount(), 5);
        desk.undo.undo();
        QCoreApplication::processEvents();
        QCOMPARE(desk.controller.waitingCount(), 6);
    }

    void thoseWithoutFlagsAreSignedTogether()
    {
        Desk desk;
        desk.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = desk.page->findChild<BulkApproveDialog *>();
        QVERIFY(dialog);
        test::shoot(desk.theme, *dialog, u"approvals-bulk"_s);

        dialog->pinField()->setText(u"2468"_s);
        emit dialog->approveRequested(dialog->pinField()->text());
        QCoreApplication::processEvents();
        dialog->close();

        QCOMPARE(desk.store.signedDays.size(), size_t(25));
        QCOMPARE(desk.groups(),
                 (QStringList{u"Needs a look 1"_s, u"Approved 7"_s, u"Not submitted 1"_s}));
        QCOMPARE(desk.undo.count(), 1);
    }

    void theFirstPinIsTypedTwiceForSeveralCardsToo()
    {
        Desk desk([](FakeApprovalsStore &store) { store.pin.isSet = false; });
        for (int time = 0; time < 2; ++time) {
            if (time == 0)
                desk.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
            auto *dialog = desk.page->findChild<BulkApproveDialog *>();
            QVERIFY(dialog);
            QVERIFY(desk.store.signedDays.empty());
            emit dialog->approveRequested(u"2468"_s);
            delete dialog; // as closing it does
            QCoreApplication::processEvents();
        }

        QCOMPARE(desk.store.signedDays.size(), size_t(25));
        QVERIFY(!desk.page->findChild<BulkApproveDialog *>());
    }

    // Between the list and the signature; the page has been told, whoever reads has not.
    void whatWasNotListedIsNotSigned()
    {
        Desk desk;
        desk.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = desk.page->findChild<BulkApproveDialog *>();
        QVERIFY(dialog);
        desk.store.find(sampleId<PersonId>(16))->days[2].day.wrap = TimeField::at(19 * 60);
        desk.controller.reload();
        QCoreApplication::processEvents();

        emit dialog->approveRequested(u"2468"_s);
        QCoreApplication::processEvents();
        dialog->close();

        QVERIFY(desk.store.signedDays.empty());
        QCOMPARE(desk.undo.count(), 0);
    }

    void aCardOfALaterVersionIsNotReady()
    {
        Desk desk([](FakeApprovalsStore &store) {
            store.find(sampleId<PersonId>(16))->days[2].needsNewerApp = true;
        });

        QCOMPARE(desk.groups(),
                 (QStringList{u"Needs a look 2"_s, u"Ready 4"_s, u"Approved 2"_s,
                              u"Not submitted 1"_s}));
    }

    void signingTogetherLeavesTheOpenCardAlone()
    {
        Desk desk;
        desk.decision()->comment()->setPlainText(u"Was meal 1 at 13.0?"_s);

        desk.controller.approveAllReady(desk.controller.bulkOffer(), u"2468"_s);
        QCoreApplication::processEvents();

        QCOMPARE(desk.store.signedDays.size(), size_t(25));
        QCOMPARE(desk.shown(), u"Maya Lindqvist"_s);
        QCOMPARE(desk.decision()->comment()->toPlainText(), u"Was meal 1 at 13.0?"_s);
    }

    void whatIsNoTimeIsAChangeToo()
    {
        Desk desk;
        desk.store.find(sampleId<PersonId>(14))->days[4].day.travelTo = Minutes(90);

        desk.controller.reload();
        QCoreApplication::processEvents();

        QVERIFY(!desk.decision()->approveButton()->isEnabled());
        QVERIFY2(desk.page->noticeText().contains(u"Thu 20 Nov, another entry"_s),
                 qPrintable(desk.page->noticeText()));
    }

    void aSecondChangeDoesNotHideTheFirst()
    {
        Desk desk;
        CrewPerson *maya = desk.store.find(sampleId<PersonId>(14));
        maya->days[4].day.wrap = TimeField::at(19 * 60 + 30);
        desk.controller.reload();
        QCoreApplication::processEvents();
        maya->days[2].day.notes = u"rain"_s;

        desk.controller.reload();
        QCoreApplication::processEvents();

        QCOMPARE(desk.controller.decision().changes.size(), size_t(2));
    }

    // The queue was read before, the card after.
    void aDayTakenBackMeanwhileStopsTheWholeCard()
    {
        Desk desk;
        desk.open(16);
        desk.store.find(sampleId<PersonId>(14))->days[4].day.state = DayState::Confirmed;

        desk.open(14);

        QCOMPARE(desk.controller.decision().block, ApprovalBlock::NotWhole);
        desk.controller.approve(u"2468"_s);
        QVERIFY(desk.store.signedDays.empty());
        QVERIFY2(desk.page->noticeText().startsWith(u"Thu 20 Nov was taken back"_s),
                 qPrintable(desk.page->noticeText()));
    }

    void afterFiveMinutesThePinIsAskedForAgain()
    {
        Desk desk;
        desk.controller.approve(u"2468"_s);
        QCoreApplication::processEvents();
        desk.store.signedDays.clear();
        desk.store.pin.isOpen = false; // and nobody told the page

        desk.controller.approve({});
        QCoreApplication::processEvents();

        QVERIFY(desk.store.signedDays.empty());
        QVERIFY(!desk.decision()->pinField()->isHidden());
        desk.undo.undo();
        QCoreApplication::processEvents();
        desk.undo.redo();
        QCoreApplication::processEvents();
        QVERIFY(desk.store.signedDays.empty());
    }

    void anUndoThatCouldNotRunIsNoStep()
    {
        Desk desk;
        desk.controller.approve(u"2468"_s);
        QCoreApplication::processEvents();
        desk.store.signedDays.clear();
        desk.store.find(sampleId<PersonId>(14))->days[4].day.wrap = TimeField::at(19 * 60 + 30);

        desk.undo.undo();
        QCoreApplication::processEvents();

        QCOMPARE(desk.store.levels[sampleId<PersonId>(14)], ApprovalLevel::Department);
        QVERIFY2(desk.message().startsWith(u"Nothing was withdrawn"_s), qPrintable(desk.message()));
        desk.undo.redo();
        QCoreApplication::processEvents();
        QVERIFY(desk.store.signedDays.empty());
        QCOMPARE(desk.undo.count(), 0);
    }

    void aPartlyWrittenSendBackCanBeUndone()
    {
        Desk desk;
        desk.store.leftAlone = {desk.store.find(sampleId<PersonId>(14))->days[4].day.key};

        desk.controller.sendBack(u"Was meal 1 at 13.0?"_s);
        QCoreApplication::processEvents();

        QCOMPARE(desk.undo.count(), 1);
        QCOMPARE(desk.controller.waitingCount(), 5);
        desk.undo.undo();
        QCoreApplication::processEvents();
        QCOMPARE(desk.controller.waitingCount(), 6);
    }

    void anApprovedCardCanBeWithdrawn()
    {
        Desk desk;
        desk.open(15);
        QVERIFY(desk.decision()->approveButton()->isHidden());
        desk.shoot(u"approvals-approved"_s);

        desk.decision()->withdrawButton()->click();
        QCoreApplication::processEvents();

        QCOMPARE(desk.controller.waitingCount(), 7);
        QVERIFY2(desk.decision()->problem().isEmpty(), qPrintable(desk.decision()->problem()));
    }

    void whatIsNotSubmittedCannotBeSigned()
    {
        Desk desk;
        desk.open(20);

        QVERIFY(!desk.decision()->approveButton()->isEnabled());
        QCOMPARE(desk.decision()->problem(), u"Cal has not submitted this week yet."_s);
    }

    void aLockedCardIsReadOnly()
    {
        Desk desk([](FakeApprovalsStore &store) {
            for (CrewCell &cell : store.find(sampleId<PersonId>(14))->days) {
                if (!cell.day.isBlank())
                    cell.day.state = DayState::Locked;
            }
        });
        desk.open(14);

        QVERIFY(desk.decision()->approveButton()->isHidden());
        QVERIFY(desk.decision()->sendBackButton()->isHidden());
        QVERIFY(desk.page->noticeText().contains(u"locked by payroll"_s));
        desk.shoot(u"approvals-locked"_s);
    }

    void withNothingWaitingItSaysSo()
    {
        Desk desk([](FakeApprovalsStore &store) {
            for (const CrewPerson &person : store.crew.departments.front().people)
                store.levels[person.id] = ApprovalLevel::Department;
            std::erase_if(store.crew.departments.front().people, [](const CrewPerson &person) {
                return person.name == u"Cal Prideaux"_s;
            });
        });

        QVERIFY2(
            desk.page->noticeText().contains(u"Nothing is waiting for you. 8 of 8 approved."_s),
            qPrintable(desk.page->noticeText()));
        desk.shoot(u"approvals-empty"_s);
    }

    void withoutADealTheTimesAreStillApproved()
    {
        Desk desk([](FakeApprovalsStore &store) {
            for (CrewPerson &person : store.crew.departments.front().people)
                person.deal.reset();
        });

        QCOMPARE(desk.lines.rowCount(), 0);
        QVERIFY(desk.decision()->approveButton()->isEnabled());
        desk.shoot(u"approvals-no-rates"_s);
    }

    void approvalsAreDelegatedAndTakenBack()
    {
        Desk desk;
        DelegationController delegation(desk.store);
        QObject::connect(
            desk.page, &ApprovalsPage::delegationRequested, desk.page,
            [&](QDate today) { (new DelegateDialog(delegation, today, &desk.window))->open(); });
        desk.page->findChild<QPushButton *>(u"delegateButton"_s)->click();
        const auto settle = [] {
            for (int i = 0; i < 4; ++i)
                QCoreApplication::processEvents();
        };
        settle();
        auto *dialog = desk.window.findChild<DelegateDialog *>();
        QVERIFY(dialog);
        const auto *who = dialog->findChild<QComboBox *>(u"delegateWho"_s);
        QCOMPARE(who->currentText(), u"Ruben Castellane, A-cam operator"_s);
        auto *until = dialog->findChild<QDateEdit *>(u"delegateUntil"_s);
        QCOMPARE(until->date(), QDate(2025, 11, 29)); // a week from the Saturday it is
        until->setDate(QDate(2025, 11, 28));

        dialog->findChild<QPushButton *>(u"delegateGive"_s)->click();
        settle();

        QCOMPARE(desk.store.delegations.standing.size(), size_t(1));
        QCOMPARE(desk.store.delegations.standing[0].until, QDate(2025, 11, 28));
        QVERIFY2(dialog->said().startsWith(u"Ruben Castellane approves in your place"_s),
                 qPrintable(dialog->said()));
        test::shoot(desk.theme, *dialog, u"approvals-delegate"_s);

        dialog->findChild<QPushButton *>(u"delegateRevoke"_s)->click();
        settle();
        QVERIFY(desk.store.delegations.standing.empty());
        QVERIFY(dialog->said().contains(u"not approve in your place any more"_s));
        desk.store.failure = ErrorCode::PermissionDenied;
        dialog->findChild<QPushButton *>(u"delegateGive"_s)->click();
        settle();
        QVERIFY2(dialog->said().startsWith(u"Your role"_s), qPrintable(dialog->said()));
    }

    void whoSignsInSomebodysPlaceIsTold()
    {
        Desk desk([](FakeApprovalsStore &store) {
            store.canDelegate = false;
            store.inPlaceOf = u"Ingrid Solheim"_s;
        });

        const auto *told = desk.page->findChild<QLabel *>(u"inPlaceOf"_s);
        QCOMPARE(told->text(),
                 u"You approve in the place of Ingrid Solheim up to and with Fri 28 Nov."_s);
        QVERIFY(told->isVisible());
        QVERIFY(!desk.page->findChild<QPushButton *>(u"delegateButton"_s)->isVisible());
        desk.shoot(u"approvals-in-place-of"_s);
    }

    void theFilterKeepsWhoIsNamed()
    {
        Desk desk;

        desk.queue.setFilter(u"jonas"_s);

        QCOMPARE(desk.queue.shownPeople(), std::vector{sampleId<PersonId>(16)});
    }
};

QTEST_MAIN(TestApprovalsPage)
#include "tst_approvals_page.moc"
