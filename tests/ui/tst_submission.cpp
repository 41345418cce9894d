#include "app/controllers/submission_controller.h"
#include "app/controllers/week_controller.h"
#include "app/ui/main_window.h"
#include "app/ui/pages/my_week_page.h"
#include "app/ui/pages/my_week_wiring.h"
#include "app/ui/pages/week_table.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/question_panel.h"
#include "tests/support/fake_approvals_store.h"
#include "tests/support/fake_week_store.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/page_shots.h"

#include <QApplication>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;
using namespace film::test;

namespace {

// The week in memory, and what is said about it.
class OwnStore final : public ApprovalsStore
{
public:
    explicit OwnStore(FakeWeekStore &weeks)
        : m_weeks(weeks)
    {}
    ApprovalLevel level = ApprovalLevel::None;
    std::vector<SignOff> said;
    std::vector<ForeignChange> foreign;
    std::vector<DayStanding> elsewhere; // of the same dates, in another unit
    std::optional<QString> word;
    QDate initialled;
    PinState pin{true, true, 5, {}}; // given a moment ago

    QFuture<Result<ApprovalWeek>> loadQueue(QDate) override
    {
        return readyFuture(Result<ApprovalWeek>(ApprovalWeek()));
    }
    QFuture<Result<ApprovalCard>> loadCard(PersonId, QDate first) override
    {
        ApprovalCard card;
        card.week = m_weeks.weeks.at(first);
        card.standings = elsewhere;
        for (const WeekDay &day : card.week.days) {
            if (!day.day.isBlank())
                card.standings.push_back(
                    {day.day.key, level,
                     sha256(QByteArray::number(
                         day.day.wrap.isKnown() ? day.day.wrap.minutes().count() : -1))});
        }
        card.said = said;
        card.foreign = foreign;
        return readyFuture(Result<ApprovalCard>(std::move(card)));
    }
    QFuture<Result<>> approve(std::vector<DayToSign>, std::vector<ApprovedWeek>) override
    {
        return readyFuture(Result<>());
    }
    QFuture<Result<>> withdraw(std::vector<DayToSign>, Withdrawal) override
    {
        return readyFuture(Result<>());
    }
    QFuture<Result<SavedDays>> saveStates(std::vector<EditedDay> days, QString) override
    {
        for (const EditedDay &edit : days) {
            for (auto &[first, week] : m_weeks.weeks) {
                if (week.week.contains(edit.after.key.date))
                    week.days[size_t(first.daysTo(edit.after.key.date))].day = edit.after;
            }
        }
        SignOff one;
        one.kind = days.front().after.state == DayState::Submitted ? SignOff::Kind::Submitted
                                                                   : SignOff::Kind::TakenBack;
        one.at = sampleInstant(thursday.addDays(1), 21, 14);
        one.who = u"Maya Lindqvist"_s;
        one.isByOwner = true;
        said.push_back(one);
        return readyFuture(Result<SavedDays>(SavedDays()));
    }
    QFuture<Result<>> initial(WorkDayKey key, Hash32, std::optional<QString> text) override
    {
        initialled = key.date;
        word = std::move(text);
        foreign.clear();
        return readyFuture(Result<>());
    }
    QFuture<Result<Delegations>> loadDelegations() override
    {
        return readyFuture(Result<Delegations>(Delegations()));
    }
    QFuture<Result<>> setDeputy(UserId, std::optional<QDate>) override
    {
        return readyFuture(Result<>());
    }
    QFuture<Result<PinState>> pinState() override { return readyFuture(Result<PinState>(pin)); }
    QFuture<Result<PinAnswer>> enterPin(QString text) override
    {
        const bool isRight = text == u"2468";
        pin.isSet = pin.isSet || isRight;
        pin.isOpen = isRight;
        pin.triesLeft = isRight ? 5 : pin.triesLeft - 1;
        return readyFuture(
            Result<PinAnswer>(PinAnswer{isRight ? PinVerdict::Right : PinVerdict::Wrong, pin}));
    }
    QFuture<Result<PinAnswer>> changePin(QString, QString) override
    {
        return readyFuture(Result<PinAnswer>(PinAnswer()));
    }

private:
    FakeWeekStore &m_weeks;
};

WeekSnapshot finishedWeek()
{
    WeekSnapshot week = sampleWeek();
    week.days[4].day = sampleDay(week.days[4].day.key, 420, 780, 810, 1170);
    week.days[5].day = sampleDay(week.days[5].day.key, 330, 690, 720, 1080);
    return week;
}

} // namespace

// A week is handed in and taken back in the real page, and its person's word is asked.
class TestSubmission : public QObject
{
    Q_OBJECT

    struct Desk {
        FakeWeekStore store;
        OwnStore own{store};
        FixedClock clock{sampleInstant(thursday.addDays(1), 21, 10)};
        QUndoStack undo;
        Theme theme;
        PayDesk desk;
        std::unique_ptr<WeekController> controller;
        std::unique_ptr<SubmissionController> submission;
        std::unique_ptr<MainWindow> window;
        MyWeekPage *page = nullptr;

        explicit Desk(const WeekSnapshot &week = finishedWeek(),
                      const std::function<void(OwnStore &)> &prepare = {})
        {
            theme.setPreference(SchemePreference::Light);
            theme.apply(*qApp);
            store.weeks[week.week.first] = week;
            if (prepare)
                prepare(own);
            controller = std::make_unique<WeekController>(store, clock, undo, week.person);
            submission = std::make_unique<SubmissionController>(own, undo);
            window = std::make_unique<MainWindow>(theme);
            page = new MyWeekPage(theme, *controller, desk);
            page->setSubmission(*submission);
            addMyWeek(*window, page, *controller);
            window->setProduction(u"Northern Lights"_s, u"Episode 104"_s);
            window->setAccount(week.personName, week.position);
            window->setUndoStack(undo);
            window->resize(1440, 900);
            window->show();
            QApplication::setActiveWindow(window.get());
            controller->openWeek(thursday.addDays(1));
            settle();
        }
        ~Desk()
        {
            window.reset(); // with the page, before what it shows
        }
        static void settle()
        {
            for (int i = 0; i < 5; ++i)
                QCoreApplication::processEvents();
        }
        void submitByKey()
        {
            QWidget *focus = QApplication::focusWidget();
            QTest::keyClick(focus ? focus : window.get(), Qt::Key_Return,
                            Qt::ControlModifier | Qt::ShiftModifier);
            settle();
        }
        void answer(int index)
        {
            page->submitQuestion()->choices()->button(index)->click();
            settle();
        }
        [[nodiscard]] bool isEditable(int row) const
        {
            const QAbstractItemModel *model = page->table()->view()->model();
            return model->flags(model->index(row, WeekModel::Wrap)) & Qt::ItemIsEditable;
        }
        void shoot(const QString &name) { test::shoot(theme, *window, name); }
    };

private slots:
    void aFinishedWeekIsSubmittedAndReadOnly()
    {
        Desk desk;
        QCOMPARE(desk.page->stateText(), u"Not submitted"_s);

        desk.submitByKey();
        QVERIFY(desk.page->submitQuestion()->isVisible());
        QVERIFY2(
            desk.page->submitQuestion()->text().startsWith(u"Submit week 6 with 60.3 hours?"_s),
            qPrintable(desk.page->submitQuestion()->text()));
        desk.shoot(u"my-week-submit"_s);
        desk.answer(0);

        QCOMPARE(desk.page->stateText(), u"Submitted Fri 21:14"_s);
        QVERIFY(!desk.isEditable(1));
        QCOMPARE(desk.undo.count(), 1);
        desk.shoot(u"my-week-submitted"_s);
    }

    void submittingIsSignedWithThePin()
    {
        Desk desk(finishedWeek(), [](OwnStore &store) { store.pin = {true, false, 5, {}}; });
        desk.submitByKey();
        auto *pin = desk.page->findChild<QLineEdit *>(u"submitPin"_s);
        QCOMPARE(QApplication::focusWidget(), pin);
        QTest::keyClicks(pin, u"1111"_s);
        QTest::keyClick(pin, Qt::Key_Return);
        Desk::settle();

        const auto *problem = desk.page->findChild<QLabel *>(u"submitPinProblem"_s);
        QVERIFY2(problem->text().startsWith(u"That is not your signing PIN. 4 "_s),
                 qPrintable(problem->text()));
        QVERIFY(pin->text().isEmpty());
        QCOMPARE(desk.page->stateText(), u"Not submitted"_s);
        desk.shoot(u"my-week-submit-pin"_s);

        QTest::keyClicks(pin, u"2468"_s);
        QTest::keyClick(pin, Qt::Key_Return);
        Desk::settle();

        QCOMPARE(desk.page->stateText(), u"Submitted Fri 21:14"_s);
        QVERIFY(!desk.page->submitQuestion()->isVisible());
    }

    void theFirstPinIsTypedTwice()
    {
        Desk desk(finishedWeek(), [](OwnStore &store) { store.pin = PinState(); });
        desk.submitByKey();
        auto *pin = desk.page->findChild<QLineEdit *>(u"submitPin"_s);

        QTest::keyClicks(pin, u"2468"_s);
        QTest::keyClick(pin, Qt::Key_Return);
        Desk::settle();
        QCOMPARE(desk.page->stateText(), u"Not submitted"_s);
        QTest::keyClicks(pin, u"2468"_s);
        QTest::keyClick(pin, Qt::Key_Return);
        Desk::settle();

        QCOMPARE(desk.page->stateText(), u"Submitted Fri 21:14"_s);
    }

    // Undo hands in again what was taken back: that is a signature like the first one.
    void undoSignsNothingWithoutThePin()
    {
        Desk desk;
        desk.submitByKey();
        desk.answer(0);
        desk.submitByKey();
        desk.answer(0);
        desk.own.pin.isOpen = false; // five minutes later

        desk.undo.undo();
        Desk::settle();

        QCOMPARE(desk.page->stateText(), u"Not submitted"_s);
        QVERIFY2(desk.window->findChild<QLabel *>(u"statusMessage"_s)
                     ->text()
                     .startsWith(u"Type your signing PIN first."_s),
                 qPrintable(desk.window->findChild<QLabel *>(u"statusMessage"_s)->text()));
    }

    void whatIsSubmittedCanBeTakenBack()
    {
        Desk desk;
        desk.submitByKey();
        desk.answer(0);

        desk.submitByKey(); // now it takes back
        desk.answer(0);

        QCOMPARE(desk.page->stateText(), u"Not submitted"_s);
        QVERIFY(desk.isEditable(1));
        desk.undo.undo();
        Desk::settle();
        QCOMPARE(desk.page->stateText(), u"Submitted Fri 21:14"_s);
    }

    void anIncompleteDayIsNamedFirst()
    {
        WeekSnapshot week = finishedWeek();
        week.days[5].day.wrap = {};
        Desk desk(week);

        desk.submitByKey();
        QVERIFY2(desk.page->submitQuestion()->text().contains(u"Fri 21 Nov"_s),
                 qPrintable(desk.page->submitQuestion()->text()));
        desk.answer(1);

        QCOMPARE(desk.page->stateText(), u"Not submitted"_s);
        QCOMPARE(desk.controller->selectedDay(), QDate(2025, 11, 21));
    }

    void aQuestionAboutOneWeekIsNoAnswerAboutTheNext()
    {
        Desk desk;
        WeekSnapshot next = emptyWeek(finishedWeek().week.first.addDays(7), 7);
        next.person = finishedWeek().person;
        next.days[1].day = sampleDay(next.days[1].day.key, 420, 780, 810, 1170);
        desk.store.weeks[next.week.first] = next;
        desk.submitByKey();
        QVERIFY(desk.page->submitQuestion()->isVisible());

        desk.controller->openWeek(next.week.first);
        Desk::settle();

        QCOMPARE(desk.submission->submission().number, 7);
        QVERIFY(!desk.page->submitQuestion()->isVisible());
        emit desk.page->submitQuestion()->answered(0);
        Desk::settle();
        QCOMPARE(desk.page->stateText(), u"Not submitted"_s);
        QCOMPARE(desk.undo.count(), 0);
    }

    void aQuestionAboutOldTimesIsWithdrawn()
    {
        Desk desk;
        desk.submitByKey();
        WeekSnapshot &stored = desk.store.weeks.begin()->second;
        stored.days[4].day.wrap = TimeField::at(1158); // by another hand

        desk.controller->reload();
        Desk::settle();

        QVERIFY(!desk.page->submitQuestion()->isVisible());
        emit desk.page->submitQuestion()->answered(0);
        Desk::settle();
        QCOMPARE(desk.page->stateText(), u"Not submitted"_s);
    }

    // "Take back" must not hand in what the head of department has just given back.
    void takingBackWhatWasSentBackMeanwhileDoesNothing()
    {
        Desk desk;
        desk.submitByKey();
        desk.answer(0);
        desk.submitByKey();
        for (WeekDay &day : desk.store.weeks.begin()->second.days) {
            if (!day.day.isBlank())
                day.day.state = DayState::Confirmed;
        }

        desk.controller->reload();
        Desk::settle();
        emit desk.page->submitQuestion()->answered(0);
        Desk::settle();

        QCOMPARE(desk.page->stateText(), u"Not submitted"_s);
        QCOMPARE(desk.undo.count(), 1);
    }

    void onceSignedItCannotBeTakenBack()
    {
        WeekSnapshot week = finishedWeek();
        for (WeekDay &day : week.days) {
            if (!day.day.isBlank())
                day.day.state = DayState::Submitted;
        }
        Desk desk(week, [](OwnStore &store) {
            store.level = ApprovalLevel::Department;
            SignOff one;
            one.kind = SignOff::Kind::Approved;
            one.level = ApprovalLevel::Department;
            one.at = sampleInstant(QDate(2025, 11, 22), 9, 58);
            one.who = u"Ingrid Solheim"_s;
            store.said = {one};
        });

        QCOMPARE(desk.page->stateText(), u"Approved by your department Sat 09:58"_s);
        QVERIFY(!desk.page->submitAction()->isEnabled());
        desk.shoot(u"my-week-approved"_s);
    }

    // Two units shoot on one date; what was approved there says nothing about this day.
    void anApprovalInAnotherUnitIsNotTaken()
    {
        WeekSnapshot week = finishedWeek();
        for (WeekDay &day : week.days) {
            if (!day.day.isBlank())
                day.day.state = DayState::Submitted;
        }
        Desk desk(week, [&week](OwnStore &store) {
            for (const WeekDay &day : week.days) {
                WorkDayKey key = day.day.key;
                key.unit = sampleId<UnitId>(7);
                store.elsewhere.push_back({key, ApprovalLevel::Department, {}});
            }
        });

        QVERIFY2(desk.page->stateText().startsWith(u"Submitted"_s),
                 qPrintable(desk.page->stateText()));
    }

    void whoSentItBackAndWhyIsSaid()
    {
        Desk desk(finishedWeek(), [](OwnStore &store) {
            SignOff one;
            one.kind = SignOff::Kind::TakenBack;
            one.at = sampleInstant(QDate(2025, 11, 22), 10, 5);
            one.who = u"Ingrid Solheim"_s;
            one.reason = u"Tue: was meal 1 at 13.0?"_s;
            store.said = {one};
        });

        QVERIFY2(desk.page->sentBackText().startsWith(
                     u"Ingrid Solheim sent this week back: “Tue: was meal 1 at 13.0?”"_s),
                 qPrintable(desk.page->sentBackText()));
        desk.shoot(u"my-week-sent-back"_s);
    }

    void anotherHandsChangeAsksForInitials()
    {
        const WeekSnapshot week = finishedWeek();
        Desk desk(week, [&week](OwnStore &store) {
            ForeignChange change;
            change.before = change.after = week.days[4].day;
            change.key = change.after.key;
            change.after.wrap = TimeField::at(1158);
            change.who = u"Priya Nair"_s;
            change.reason = u"by the production report"_s;
            store.foreign = {change};
        });

        QVERIFY2(desk.page->initialsText().startsWith(
                     u"Priya Nair changed your Thu 20 Nov: Wrap 19.3, was 19.5."_s),
                 qPrintable(desk.page->initialsText()));
        desk.shoot(u"my-week-initials"_s);
        desk.page->findChild<QPushButton *>(u"initialButton"_s)->click();
        Desk::settle();

        QCOMPARE(desk.own.word, std::optional(QString()));
        QVERIFY(desk.page->initialsText().isEmpty());
        QCOMPARE(desk.undo.count(), 1);
        desk.undo.undo();
        QVERIFY(!desk.own.word);
    }

    void initialsAreForWhatWasShown()
    {
        const WeekSnapshot week = finishedWeek();
        const auto changeOf = [&week](size_t day) {
            ForeignChange change;
            change.before = change.after = week.days[day].day;
            change.key = change.after.key;
            change.after.wrap = TimeField::at(1158);
            change.who = u"Priya Nair"_s;
            return change;
        };
        Desk desk(week, [&](OwnStore &store) { store.foreign = {changeOf(4)}; });
        const QString shown = desk.page->initialsText();

        desk.own.foreign = {changeOf(2), changeOf(4)}; // an older day comes in front of it
        desk.controller->reload();
        Desk::settle();
        QVERIFY(desk.page->initialsText().startsWith(u"Priya Nair changed your Thu 20 Nov"_s));
        desk.page->findChild<QPushButton *>(u"initialButton"_s)->click();
        Desk::settle();

        QCOMPARE(desk.own.initialled, thursday);
    }

    void aDisputeTakesAWord()
    {
        const WeekSnapshot week = finishedWeek();
        Desk desk(week, [&week](OwnStore &store) {
            ForeignChange change;
            change.before = change.after = week.days[4].day;
            change.key = change.after.key;
            change.who = u"Priya Nair"_s;
            store.foreign = {change};
        });

        desk.page->findChild<QPushButton *>(u"disputeButton"_s)->click();
        auto *dialog = desk.page->findChild<QInputDialog *>(u"disputeDialog"_s);
        QVERIFY(dialog);
        dialog->setTextValue(u"I wrapped at 19.5"_s);
        dialog->accept();
        Desk::settle();

        QCOMPARE(desk.own.word, std::optional(u"I wrapped at 19.5"_s));
    }
};

QTEST_MAIN(TestSubmission)
#include "tst_submission.moc"
