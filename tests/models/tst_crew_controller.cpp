#include "app/controllers/crew_controller.h"
#include "app/controllers/history_controller.h"
#include "app/ui/crew_words_text.h"
#include "tests/support/fake_crew_store.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/sample_crew.h"

#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;
using namespace film::test;

// Everything that a grid is made of, but no widgets.
struct Crew {
    FakeCrewStore store;
    CrewWordsText words;
    CrewModel model{words};
    CrewFilterModel filter{model};
    ExceptionsModel exceptions{model, words};
    QUndoStack undo;
    CrewController controller{{store, model, filter, exceptions, undo, words}};
    std::vector<CrewReport> reports;

    explicit Crew(CrewSnapshot week = sampleCrew())
    {
        store.week = std::move(week);
        controller.showWeek(store.week.dates.front().date);
        QObject::connect(&controller, &CrewController::reported, &controller,
                         [this](const CrewReport &report) { reports.push_back(report); });
    }
    [[nodiscard]] static CrewRef thursday(int person)
    {
        return {sampleId<PersonId>(person), crewThursday};
    }
    [[nodiscard]] const WorkDay &day(const CrewRef &ref) const { return model.cell(ref)->day; }
    [[nodiscard]] QString lastWords() const { return words.report(reports.back()); }
};

// The week before New York's clocks go back over 1:00 to 2:00, after Saturday 1 Nov 2025.
static constexpr int crewSaturday = 6;
static CrewSnapshot weekOfTheChange()
{
    CrewSnapshot week = sampleCrew();
    const auto move = [](QDate &date) { date = date.addDays(-21); };
    for (CrewDate &date : week.dates) {
        move(date.date);
        date.sheets.clear();
    }
    for (CrewDepartment &department : week.departments) {
        for (CrewPerson &person : department.people) {
            for (CrewCell &cell : person.days) {
                const WorkDayKey key = cell.day.key;
                cell = {};
                cell.day.key = key;
                move(cell.day.key.date);
            }
            person.dayBefore.reset();
        }
    }
    week.zone = "America/New_York";
    return week;
}

class TestCrewController : public QObject
{
    Q_OBJECT

    static constexpr int idris = 33;
    static constexpr int nils = 34;
    static inline const CrewRefs missing = {Crew::thursday(33), Crew::thursday(34),
                                            Crew::thursday(35), Crew::thursday(36),
                                            Crew::thursday(37)};
    static BulkFields bulkFields(const QString &call, const QString &mealOut, const QString &mealIn,
                                 const QString &wrap)
    {
        BulkFields fields;
        fields[BulkField::Call] = call;
        fields[BulkField::Meal1Out] = mealOut;
        fields[BulkField::Meal1In] = mealIn;
        fields[BulkField::Wrap] = wrap;
        return fields;
    }

private slots:
    // It stays paid; nobody is asked about it again, unless it becomes another one.
    void anAcceptedPenaltyIsNoExceptionAnyMore()
    {
        Crew crew;
        const CrewRef ref{sampleId<PersonId>(nils), 3}; // a second meal that nobody recorded
        const auto meals = [&crew] { return crew.model.progress().meals; };
        const int before = meals();
        QVERIFY(crew.exceptions.rowOf(ref) >= 0);

        crew.controller.acceptPenalties(ref);
        QCoreApplication::processEvents();

        QCOMPARE(crew.store.reviews.size(), 1u);
        QCOMPARE(crew.store.reviews[0].after.front().kind, ReviewedPenalty::Kind::MealMissing);
        QCOMPARE(meals(), before - 1);
        QCOMPARE(crew.exceptions.rowOf(ref), -1);
        QVERIFY2(crew.lastWords().startsWith(u"Penalties accepted: Wed 19 Nov for Nils Aaberg."_s),
                 qPrintable(crew.lastWords()));
        QVERIFY(crew.store.saves.empty()); // no time was touched

        crew.controller.acceptPenalties(ref);
        QCOMPARE(crew.store.reviews.size(), 1u); // nothing is left to accept
        QCOMPARE(crew.reports.back().kind, CrewReport::Kind::NothingToDo);

        crew.undo.undo();
        QCoreApplication::processEvents();
        QCOMPARE(meals(), before);
        crew.undo.redo();
        QCoreApplication::processEvents();
        QCOMPARE(meals(), before - 1);

        crew.store.find(crew.day(ref).key)->day.wrap = TimeField::at(22 * 60);
        crew.controller.reload();
        QCoreApplication::processEvents();
        QCOMPARE(meals(), before); // another length
    }

    void aPenaltyThatWasNotSavedIsStillAsked()
    {
        Crew crew;
        const CrewRef ref{sampleId<PersonId>(nils), 3};
        crew.store.failure = ErrorCode::PermissionDenied;

        crew.controller.acceptPenalties(ref);
        QCoreApplication::processEvents();

        QCOMPARE(crew.reports.back().kind, CrewReport::Kind::NotSaved);
        QVERIFY(crew.exceptions.rowOf(ref) >= 0);
        QCOMPARE(crew.undo.count(), 0);
    }

    void theClockMovesTheGridOn()
    {
        FixedClock clock(instantFromMs(1763679600000)); // Thursday 20 Nov 2025, 18:00 in New York
        FakeCrewStore store;
        store.week = sampleCrew();
        store.week.zone = "America/New_York";
        store.week.now = Minutes(18 * 60);
        CrewWordsText words;
        CrewModel model(words);
        CrewFilterModel filter(model);
        ExceptionsModel exceptions(model, words);
        QUndoStack undo;
        CrewController controller({store, model, filter, exceptions, undo, words, &clock});
        controller.showWeek(crewWeek);
        QCOMPARE(model.progress().missing, 0);

        clock.time += std::chrono::hours(2); // the planned wrap was 19.5
        controller.tick();
        QCOMPARE(model.progress().missing, 5);
        QCOMPARE(model.snapshot().today, crewWeek.addDays(crewThursday));

        clock.time += std::chrono::hours(5);
        controller.tick();
        QCOMPARE(model.snapshot().today, crewWeek.addDays(crewFriday));
    }

    void whoElseIsAtItGoesWithTheClock()
    {
        FixedClock clock(instantFromMs(1763679600000)); // Thursday 20 Nov 2025, 18:00 in New York
        FakeCrewStore store;
        store.week = sampleCrew();
        store.week.zone = "America/New_York";
        store.week.now = Minutes(18 * 60);
        store.week.departments.front().people.front().days[1].otherHand = OtherHand{
            u"Tomas Okafor"_s, clock.time, crewWeek.addDays(crewThursday), Minutes(18 * 60 + 10)};
        CrewWordsText words;
        CrewModel model(words);
        CrewFilterModel filter(model);
        ExceptionsModel exceptions(model, words);
        QUndoStack undo;
        CrewController controller({store, model, filter, exceptions, undo, words, &clock});
        controller.showWeek(crewWeek);
        const CrewRef ref{model.snapshot().departments.front().people.front().id, 1};
        QVERIFY(words.cellSentence(*model.person(ref.person), *model.cell(ref))
                    .contains(u"changed by Tomas Okafor at"_s));

        clock.time += std::chrono::minutes(9);
        controller.tick();
        QVERIFY(model.hasOtherHands());
        clock.time += std::chrono::minutes(1);
        controller.tick();
        QVERIFY(!model.hasOtherHands());
    }

    // Nobody else has agreed to what one person did; that it was a continuous day holds for all.
    void whatOnePersonAgreedToDoesNotSpread()
    {
        Crew crew;
        const CrewRef first = Crew::thursday(32);
        const CrewRef second = Crew::thursday(33);
        QVERIFY(crew.controller.enterLine({first}, u"0700 1930 grace cwd"_s));
        QCoreApplication::sendPostedEvents();

        crew.controller.fillDown({first, second});
        QCoreApplication::sendPostedEvents();

        QCOMPARE(crew.day(second).wrap, TimeField::at(1170));
        QCOMPARE(crew.day(second).choices, DayChoices(DayChoice::Continuous));

        crew.controller.fillFromCallSheet({first});
        QCoreApplication::sendPostedEvents();
        QCOMPARE(crew.day(first).choices, DayChoices(DayChoice::Grace) | DayChoice::Continuous);
    }

    void aCallIsMovedAndMovedBack()
    {
        Crew crew;
        const CrewRef friday{sampleId<PersonId>(14), 5};
        const std::optional<Minutes> before = crew.model.cell(friday)->plannedCall;
        QVERIFY(before);

        crew.controller.moveCall(friday, Minutes(318), u"Full rest"_s);
        QCoreApplication::sendPostedEvents();

        QCOMPARE(crew.store.moves.size(), 1u);
        QCOMPARE(crew.store.moves[0].after, std::optional(Minutes(318)));
        QCOMPARE(crew.store.moves[0].reason, u"Full rest"_s);
        QCOMPARE(crew.reports.back().kind, CrewReport::Kind::CallMoved);
        QCOMPARE(crew.model.cell(friday)->plannedCall, std::optional(Minutes(318)));
        QVERIFY(crew.lastWords().contains(u"5.3"_s));

        crew.undo.undo();
        QCoreApplication::sendPostedEvents();

        QCOMPARE(crew.store.moves.size(), 2u);
        QCOMPARE(crew.store.moves[1].before, std::optional(Minutes(318)));
        QCOMPARE(crew.store.moves[1].after, crew.store.moves[0].before);
        QCOMPARE(crew.reports.back().kind, CrewReport::Kind::Undone);
    }

    void aCallThatCannotBeMovedStaysAndSaysSo()
    {
        Crew crew;
        crew.store.failure = ErrorCode::PermissionDenied;

        crew.controller.moveCall({sampleId<PersonId>(14), 5}, Minutes(318), u"Full rest"_s);
        QCoreApplication::sendPostedEvents();

        QCOMPARE(crew.reports.back().kind, CrewReport::Kind::NotSaved);
        QVERIFY(!crew.undo.canUndo());
    }

    void lineTypedInACellIsSavedAsTheDay()
    {
        Crew crew;

        QVERIFY(crew.model.setData(crew.model.indexOf(Crew::thursday(idris)),
                                   u"0700 1300-1330 1930"_s, Qt::EditRole));
        QCoreApplication::sendPostedEvents();

        QCOMPARE(crew.store.saves.size(), 1u);
        const WorkDay &saved = crew.store.find(crew.day(Crew::thursday(idris)).key)->day;
        QCOMPARE(saved.wrap, TimeField::at(19 * 60 + 30));
        QCOMPARE(saved.state, DayState::Confirmed);
        QCOMPARE(saved.zone, "America/New_York");
        QVERIFY(crew.model.cell(Crew::thursday(idris))->isPending);
        QCOMPARE(crew.lastWords(), u"Thu 20 Nov for Idris Kamara saved: 12.0 h. Ctrl+Z to undo."_s);
    }

    void callSheetShorthandIsReadForEachPerson()
    {
        Crew crew;

        crew.controller.enterLine(
            {{sampleId<PersonId>(14), crewFriday}, {sampleId<PersonId>(15), crewFriday}}, u"cs"_s);

        QCOMPARE(crew.store.saves.front().size(), 2u);
        QCOMPARE(crew.day({sampleId<PersonId>(14), crewFriday}).call, TimeField::at(5 * 60));
        QCOMPARE(crew.day({sampleId<PersonId>(15), crewFriday}).call, TimeField::at(7 * 60));
    }

    void unreadableLineChangesNothing()
    {
        Crew crew;

        QVERIFY(!crew.controller.enterLine(missing, u"07x0"_s));

        QVERIFY(crew.store.saves.empty());
        QVERIFY(crew.day(missing[0]).isBlank());
        QCOMPARE(crew.lastWords(),
                 u"I could not read “07x0”. A time looks like 0700, 7.0 or "
                 u"7:00. Nothing was changed."_s);
    }

    void timeThatComesTwiceIsOfferedAsTwoReadings()
    {
        Crew crew(weekOfTheChange());
        const CrewRef ref{sampleId<PersonId>(idris), crewSaturday};

        const DayLineReading reading = crew.controller.read(ref, u"1800 0130"_s);

        QCOMPARE(reading.status, DayLineStatus::Ambiguous);
        QCOMPARE(reading.choices.size(), size_t(2));
        crew.controller.enterTimes({ref}, reading.choices[1]);
        QCOMPARE(crew.day(ref).wrap, TimeField::at(25 * 60 + 30, 1));
        QCOMPARE(crew.day(ref).zone, QByteArray("America/New_York"));
    }

    void timeThatComesTwiceIsNotSavedUnasked()
    {
        Crew crew(weekOfTheChange());
        const CrewRef ref{sampleId<PersonId>(idris), crewSaturday};

        QVERIFY(!crew.controller.enterLine({ref}, u"1800 0130"_s));

        QVERIFY(crew.store.saves.empty());
        QCOMPARE(crew.reports.back().kind, CrewReport::Kind::ClockChange);
        QVERIFY(crew.lastWords().contains(u"Idris Kamara: on Sat 1 Nov"_s));
    }

    void cellWithTimesInAnImpossibleOrderIsNotSaved()
    {
        Crew crew;
        QVERIFY(crew.controller.refusal(Crew::thursday(idris), u"0700 1330-1300 1930"_s));

        QVERIFY(!crew.controller.enterLine({Crew::thursday(idris)}, u"0700 1330-1300 1930"_s));

        QVERIFY(crew.store.saves.empty());
        QVERIFY(crew.day(Crew::thursday(idris)).isBlank());
        QVERIFY2(
            crew.lastWords().startsWith(u"Nothing was changed. Not written for Idris Kamara"_s),
            qPrintable(crew.lastWords()));
    }

    void bulkEntryLeavesOutWhatWouldBeOutOfOrder()
    {
        Crew crew;
        const CrewRefs both{Crew::thursday(32), Crew::thursday(33)}; // the first has its meal at 13
        const BulkFields late = bulkFields(u"14:00"_s, {}, {}, {});
        QCOMPARE(crew.controller.preview(both, late).wrongOrder, 1);
        QCOMPARE(crew.controller.preview(both, late).cells, 1);

        QVERIFY(crew.controller.applyFields(both, late));

        QCOMPARE(crew.store.saves.back().size(), 1u);
        QCOMPARE(crew.day(both[0]).call, TimeField::at(7 * 60));
        QCOMPARE(crew.day(both[1]).call, TimeField::at(14 * 60));
        QVERIFY2(crew.lastWords().contains(u"Not written for Greta Nyström: meal 1 out (13.0) is "
                                           "before call (14.0). Check the two times."_s),
                 qPrintable(crew.lastWords()));
    }

    void restoredValueThatDoesNotFitTheDayIsNotSaved()
    {
        Crew crew;
        DayEdit edit{crew.day(Crew::thursday(32)), crew.day(Crew::thursday(32))};
        edit.after.call = TimeField::at(15 * 60);

        crew.controller.restore(edit);

        QVERIFY(crew.store.saves.empty());
        QCOMPARE(crew.reports.back().kind, CrewReport::Kind::WrongOrder);
    }

    void bulkEntryLeavesOutWhatAClockChangeLeavesOpen()
    {
        Crew crew(weekOfTheChange());
        const CrewRef friday{sampleId<PersonId>(idris), crewFriday};
        const CrewRef saturday{sampleId<PersonId>(idris), crewSaturday};
        const BulkFields fields = bulkFields(u"1800"_s, {}, {}, u"0130"_s);

        const BulkPreview preview = crew.controller.preview({friday, saturday}, fields);
        QCOMPARE(preview.cells, 1);
        QCOMPARE(preview.open, 1);
        QVERIFY(crew.controller.applyFields({friday, saturday}, fields));

        QCOMPARE(crew.day(friday).wrap, TimeField::at(25 * 60 + 30));
        QVERIFY(crew.day(saturday).isBlank());
        QVERIFY(crew.lastWords().contains(u"Not written for Idris Kamara"_s));
    }

    void fillRightIntoTheNightOfTheChangeIsLeftOut()
    {
        Crew crew(weekOfTheChange());
        const CrewRef friday{sampleId<PersonId>(idris), crewFriday};
        const CrewRef saturday{sampleId<PersonId>(idris), crewSaturday};
        QVERIFY(crew.controller.enterLine({friday}, u"1800 0130"_s));

        crew.controller.fillRight({friday, saturday});

        QVERIFY(crew.day(saturday).isBlank());
        QCOMPARE(crew.reports.back().open.size(), size_t(1));
    }

    void fillDownTakesTheAnswerAlong()
    {
        Crew crew(weekOfTheChange());
        const CrewRef first{sampleId<PersonId>(idris), crewSaturday};
        const CrewRef second{sampleId<PersonId>(nils), crewSaturday};
        const DayLineReading reading = crew.controller.read(first, u"1800 0130"_s);
        QCOMPARE(reading.choices.size(), size_t(2));
        crew.controller.enterTimes({first}, reading.choices[1]);

        crew.controller.fillDown({first, second});

        QCOMPARE(crew.day(second).wrap, TimeField::at(25 * 60 + 30, 1));
    }

    void fillDownSkipsLockedDaysAndSaysWhose()
    {
        CrewSnapshot week = sampleCrew();
        week.departments[2].people[3].days[crewThursday].isLocked = true; // Nils
        Crew crew(week);

        crew.controller.fillDown({Crew::thursday(32), Crew::thursday(33), Crew::thursday(34),
                                  Crew::thursday(35), Crew::thursday(36)});

        QCOMPARE(crew.store.saves.front().size(), 3u);
        QVERIFY(crew.day(Crew::thursday(nils)).isBlank());
        QCOMPARE(timesOf(crew.day(Crew::thursday(36))), timesOf(crew.day(Crew::thursday(32))));
        QCOMPARE(crew.lastWords(), u"Filled 3. Skipped 1 locked day (Nils Aaberg)."_s);
    }

    void fillRightCopiesWithinEachRow()
    {
        Crew crew;
        const CrewRef from{sampleId<PersonId>(11), 3};
        const CrewRef to{sampleId<PersonId>(11), crewFriday};

        crew.controller.fillRight({from, to});

        QCOMPARE(timesOf(crew.day(to)), timesOf(crew.day(from)));
    }

    void bulkPreviewSaysWhatWouldBe()
    {
        Crew crew;

        const BulkPreview preview =
            crew.controller.preview(missing, bulkFields(u"7.0"_s, u"13.0"_s, u"13.5"_s, u"19.5"_s));

        QCOMPARE(preview.cells, 5);
        QCOMPARE(preview.least, Minutes(12 * 60));
        QCOMPARE(preview.most, Minutes(12 * 60));
        QCOMPARE(preview.total, Minutes(60 * 60));
        QCOMPARE(preview.shortRest + preview.meals + preview.otherFlags, 0);
        QVERIFY(crew.store.saves.empty());
        QVERIFY(crew.day(missing[0]).isBlank());
    }

    void bulkPreviewWarnsOfRestAndMeals()
    {
        Crew crew;

        const BulkPreview preview =
            crew.controller.preview(missing, bulkFields(u"7.0"_s, u"13.2"_s, u"13.7"_s, u"22.0"_s));

        QCOMPARE(preview.shortRest, 5); // 9.0 h to Friday's 7.0
        QCOMPARE(preview.meals, 10);    // the first late, a second missing
    }

    void emptyFieldLeavesItsValue()
    {
        Crew crew;
        const CrewRefs camera = {Crew::thursday(11), Crew::thursday(12)};

        QVERIFY(crew.controller.applyFields(camera, bulkFields({}, {}, {}, u"19.7"_s)));

        QCOMPARE(crew.day(camera[1]).wrap, TimeField::at(19 * 60 + 42));
        QCOMPARE(crew.day(camera[1]).call, TimeField::at(7 * 60));
        QCOMPARE(crew.day(camera[1]).meals.size(), 1u);
    }

    void fieldsWithDifferentValuesAreMixed()
    {
        Crew crew;
        const CrewRefs two = {Crew::thursday(11), Crew::thursday(14)};

        QCOMPARE(crew.controller.commonValue(two, BulkField::Wrap), std::nullopt);
        QCOMPARE(crew.controller.commonValue(two, BulkField::Call)->time, TimeField::at(7 * 60));
    }

    void existingTimesCanBeKept()
    {
        Crew crew;
        const CrewRefs two = {Crew::thursday(32), Crew::thursday(33)};
        const BulkFields fields = bulkFields(u"8"_s, {}, {}, u"18"_s);
        QCOMPARE(crew.controller.preview(two, fields).existing, 1);

        crew.controller.applyFields(two, fields, Existing::Keep);

        QCOMPARE(crew.day(two[0]).call, TimeField::at(7 * 60));
        QCOMPARE(crew.day(two[1]).call, TimeField::at(8 * 60));
    }

    void oneCommandForManyPeopleIsOneStepOfUndo()
    {
        Crew crew;
        QUndoStack &undo = crew.undo;

        crew.controller.fillFromCallSheet(missing);
        QCOMPARE(undo.count(), 1);
        QCOMPARE(undo.undoText(), u"call sheet times, Thu 20 Nov for 5 people in Electric"_s);
        undo.undo();

        for (const CrewRef &ref : missing)
            QVERIFY(crew.day(ref).isBlank());
        QCOMPARE(crew.store.saves.size(), 2u); // undo is a change like any other

        undo.redo();
        QVERIFY(!crew.day(missing[4]).isBlank());
    }

    void undoLeavesADayThatSomebodyChangedSince()
    {
        Crew crew;
        crew.controller.fillFromCallSheet(missing);
        CrewCell theirs = *crew.model.cell(missing[1]);
        theirs.day = withTimes(theirs.day, timesFrom("0700 1300-1330 2000"));
        crew.store.find(theirs.day.key)->day = theirs.day; // and nobody has said so here yet

        crew.undo.undo();

        QVERIFY(crew.day(missing[0]).isBlank());
        QCOMPARE(crew.store.find(theirs.day.key)->day.wrap, TimeField::at(20 * 60));
        QCOMPARE(crew.reports.back().changedMeanwhile, 1);
    }

    // As after a restart: the step comes from the file, with its days and what names it.
    void stepFromTheFileIsTakenBackAsOne()
    {
        Crew crew;
        crew.controller.fillFromCallSheet(missing);
        SavedStep step{7, crew.store.notes.front().name};
        for (const DayEdit &edit : crew.store.saves.front())
            step.days.push_back({edit.before, edit.after});
        Crew again(crew.store.week);
        CrewCell theirs = *again.model.cell(missing[1]);
        theirs.day = withTimes(theirs.day, timesFrom("0700 1300-1330 2000"));
        again.store.find(theirs.day.key)->day = theirs.day;

        again.controller.restoreStep(step);
        QCOMPARE(again.undo.undoText(), crew.undo.undoText());
        QVERIFY(again.store.saves.empty());
        again.undo.undo();

        QVERIFY(again.day(missing[0]).isBlank());
        QCOMPARE(again.store.find(theirs.day.key)->day.wrap, TimeField::at(20 * 60));
        QCOMPARE(again.reports.back().changedMeanwhile, 1);
        QCOMPARE(again.store.notes.back().kind, UndoNote::Kind::Undone);
        QCOMPARE(again.store.notes.back().step, quint64(7));
    }

    void whatCouldNotBeSavedIsTakenBack()
    {
        Crew crew;
        crew.store.failure = ErrorCode::StoreFull;

        crew.controller.fillFromCallSheet(missing);

        QVERIFY(crew.day(missing[0]).isBlank());
        QCOMPARE(crew.undo.count(), 0);
        QCOMPARE(crew.reports.back().kind, CrewReport::Kind::NotSaved);
    }

    void undoThatCouldNotBeSavedCanBeTriedAgain()
    {
        Crew crew;
        crew.controller.fillFromCallSheet(missing);
        crew.store.failure = ErrorCode::StoreFull;

        crew.undo.undo();
        QCoreApplication::processEvents();

        QVERIFY(!crew.day(missing[0]).isBlank());
        QVERIFY(crew.undo.canUndo());
        crew.store.failure.reset();
        crew.undo.undo();
        QVERIFY(crew.day(missing[0]).isBlank());
    }

    void dayLockedElsewhereIsTakenBackAndCounted()
    {
        Crew crew;
        crew.store.find(crew.day(missing[2]).key)->isLocked = true; // the model does not know yet

        crew.controller.fillFromCallSheet(missing);

        QVERIFY(crew.day(missing[2]).isBlank());
        QVERIFY(!crew.day(missing[3]).isBlank());
        QCOMPARE(crew.reports.back().days, 4);
        QCOMPARE(crew.reports.back().locked, 1);
    }

    void pasteMapsByPosition()
    {
        Crew crew;
        const std::vector<PersonId> people = {sampleId<PersonId>(33), sampleId<PersonId>(34)};

        QVERIFY(crew.controller.paste({people[0], 3}, people,
                                      u"0700 1300-1330 1900\t0700 1300-1330 1930\n\toff\n"_s));

        QCOMPARE(crew.day({people[0], 3}).wrap, TimeField::at(19 * 60));
        QCOMPARE(crew.day({people[0], 4}).wrap, TimeField::at(19 * 60 + 30));
        QCOMPARE(crew.day({people[1], 4}).type, DayType::Off);
        QCOMPARE(crew.undo.count(), 1);
    }

    void pasteWithOneUnreadableCellChangesNothing()
    {
        Crew crew;
        const std::vector<PersonId> people = {sampleId<PersonId>(33), sampleId<PersonId>(34)};

        QVERIFY(!crew.controller.paste({people[0], 4}, people, u"0700 1930\nhello"_s));

        QVERIFY(crew.store.saves.empty());
        QCOMPARE(crew.reports.back().token, u"hello"_s);
    }

    // A crew list of an office with times of its own: by name, one column a time, headings first.
    void pastedTimesAreReadByTheirHeadings()
    {
        Crew crew;
        PasteRequest request{Crew::thursday(33), {sampleId<PersonId>(33)}, {}, {}};
        request.text = u"Name\tRole\tCall\tMeal 1 out\tMeal 1 in\tWrap\r\n"
                       "Idris Kamara\tLamp operator\t7:00\t13:00\t13:30\t19:30\r\n"
                       "Nils Aaberg\tLamp operator\t7:00\t13:00\t13:30\tsoon\r\n"
                       "Nobody Known\t\t7:00\t\t\t19:30\r\n"
                       "Tomas Okafor\tGaffer\t6:30\t13:00\t13:30\t19:30\r\n"_s;

        const PastePreview preview = crew.controller.previewPaste(request);

        QVERIFY(preview.isByName);
        QCOMPARE(preview.layout, PasteLayout::Times);
        QVERIFY(!preview.isLayoutOpen);
        QCOMPARE(preview.items.size(), size_t(4));
        QCOMPARE(preview.items[0].verdict, PasteVerdict::Written);
        QCOMPARE(preview.items[0].after.wrap, TimeField::at(19 * 60 + 30));
        QCOMPARE(preview.items[0].after.meals.size(), size_t(1));
        QCOMPARE(preview.items[1].verdict, PasteVerdict::NotUnderstood);
        QCOMPARE(preview.items[1].token, u"soon"_s);
        QCOMPARE(preview.items[1].pasted.line, 3);
        QCOMPARE(preview.items[2].verdict, PasteVerdict::UnknownPerson);
        QCOMPARE(preview.items[3].verdict, PasteVerdict::Replaces);
        QCOMPARE(preview.written(), 2);
        QCOMPARE(preview.leftOut(), 2);
        QVERIFY(crew.store.saves.empty());
        QVERIFY(crew.day(missing[0]).isBlank());
    }

    // What is ready is written in one step; what needs a look stays as it was.
    void pastedRowsThatAreReadyAreOneStep()
    {
        Crew crew;
        const CrewRef tomas = Crew::thursday(31);
        const WorkDay before = crew.day(tomas);
        PasteRequest request{Crew::thursday(33), {sampleId<PersonId>(33)}, {}, {}};
        request.text = u"Idris Kamara\t0700 1300-1330 1930\nNils Aaberg\t07x0\n"
                       "Tomas Okafor\t0630 1300-1330 1930"_s;

        crew.controller.applyPaste(request);

        QCOMPARE(crew.store.saves.size(), size_t(1));
        QCOMPARE(crew.store.saves[0].size(), size_t(2));
        QCOMPARE(crew.day(missing[0]).call, TimeField::at(7 * 60));
        QVERIFY(crew.day(missing[1]).isBlank());
        QCOMPARE(crew.day(tomas).call, TimeField::at(6 * 60 + 30));
        crew.undo.undo();
        QCOMPARE(crew.undo.count(), 1);
        QVERIFY(crew.day(missing[0]).isBlank());
        QCOMPARE(crew.day(tomas), before);

        request.keepsExisting = true;
        QCOMPARE(crew.controller.previewPaste(request).count(PasteVerdict::Kept), 1);
        crew.controller.applyPaste(request);
        QCOMPARE(crew.day(tomas), before);
        QCOMPARE(crew.day(missing[0]).call, TimeField::at(7 * 60));
    }

    void pastedColumnsGoToTheDatesAboveThem()
    {
        Crew crew;
        PasteRequest request{Crew::thursday(33), {sampleId<PersonId>(33)}, {}, {}};
        request.text = u"Mitarbeiter\tDo 20\t2025-11-21\tMi 12\n"
                       "idris  kamara\t0700 1930\toff\t0700 1930"_s;

        const PastePreview preview = crew.controller.previewPaste(request);

        QCOMPARE(preview.items.size(), size_t(3));
        QCOMPARE(preview.items[0].ref, std::optional(Crew::thursday(33)));
        QCOMPARE(preview.items[1].ref, std::optional(CrewRef{sampleId<PersonId>(33), crewFriday}));
        QCOMPARE(preview.items[1].after.type, DayType::Off);
        QCOMPARE(preview.items[2].verdict, PasteVerdict::OutsideWeek);
    }

    // Bare columns of times can be a day each or the times of one day: it is guessed, and a
    // person may say that it is the other.
    void bareColumnsAreTheTimesOfOneDayUntilSomebodySaysOtherwise()
    {
        Crew crew;
        PasteRequest request{
            Crew::thursday(33), {sampleId<PersonId>(33), sampleId<PersonId>(34)}, {}, {}};
        request.text = u"7.0\t13.0\t13.5\t19.5\n\t\t\t\n7:00\t13:00\t13:30\t19:30\n"_s;

        PastePreview preview = crew.controller.previewPaste(request);
        QVERIFY(preview.isLayoutOpen);
        QCOMPARE(preview.layout, PasteLayout::Times);
        QCOMPARE(preview.items.size(), size_t(2));
        QCOMPARE(preview.items[0].ref, std::optional(Crew::thursday(33)));
        QCOMPARE(preview.items[1].verdict, PasteVerdict::BelowTheGrid); // the third row

        request.layout = PasteLayout::Days;
        preview = crew.controller.previewPaste(request);
        QCOMPARE(preview.layout, PasteLayout::Days);
        QCOMPARE(preview.items.size(), size_t(8));
        QCOMPARE(preview.items[1].ref, std::optional(CrewRef{sampleId<PersonId>(33), crewFriday}));
        QCOMPARE(preview.items[3].verdict, PasteVerdict::OutsideWeek); // beyond Saturday
    }

    // Everybody's day at once, and the departments that start earlier or wrap later as they do.
    void departmentsStartEarlierAndWrapLaterThanTheUnit()
    {
        Crew crew;
        crew.controller.setOffsets(
            {{sampleId<DepartmentId>(3), {Minutes(30), Minutes(12)}}}); // Electric
        const CrewRef priya = {sampleId<PersonId>(2), crewFriday};
        const CrewRef greta = {sampleId<PersonId>(32), crewFriday};
        const CrewRefs both{priya, greta};

        const BulkPreview preview =
            crew.controller.preview(both, bulkFields(u"0700"_s, {}, {}, u"1930"_s));
        QCOMPARE(preview.least, Minutes(12 * 60 + 30));
        QCOMPARE(preview.most, Minutes(13 * 60 + 12));
        crew.controller.fillFromCallSheet(both);

        QCOMPARE(crew.undo.count(), 1);
        QCOMPARE(crew.day(priya).call, TimeField::at(7 * 60));
        QCOMPARE(crew.day(priya).wrap, TimeField::at(19 * 60 + 30));
        QCOMPARE(crew.day(greta).call, TimeField::at(6 * 60 + 30));
        QCOMPARE(crew.day(greta).wrap, TimeField::at(19 * 60 + 42));

        QVERIFY(crew.controller.applyFields(both, bulkFields(u"0800"_s, {}, {}, u"2000"_s)));
        QCOMPARE(crew.day(priya).call, TimeField::at(8 * 60));
        QCOMPARE(crew.day(greta).call, TimeField::at(7 * 60 + 30));
        QCOMPARE(crew.day(greta).wrap, TimeField::at(20 * 60 + 12));
        // A field that is left empty leaves the day as it is, and "c" has the offset once.
        QVERIFY(crew.controller.applyFields({greta}, bulkFields(u"c"_s, {}, {}, {})));
        QCOMPARE(crew.day(greta).call, TimeField::at(6 * 60 + 30));
        QCOMPARE(crew.day(greta).wrap, TimeField::at(20 * 60 + 12));
    }

    // A call that the sheet gives somebody is the office's word already.
    void aCallOfTheirOwnOnTheSheetHasNoOffset()
    {
        Crew crew;
        crew.controller.setOffsets({{sampleId<DepartmentId>(2), {Minutes(30), Minutes(0)}}});
        const CrewRef maya = {sampleId<PersonId>(14), crewFriday}; // called at 5.0
        const CrewRef ingrid = {sampleId<PersonId>(11), crewFriday};

        crew.controller.fillFromCallSheet({maya, ingrid});

        QCOMPARE(crew.day(maya).call, TimeField::at(5 * 60));
        QCOMPARE(crew.day(ingrid).call, TimeField::at(6 * 60 + 30));
    }

    void offsetsAreReadAsLengths()
    {
        QCOMPARE(readOffset(u"0.5"_s), std::optional(Minutes(30)));
        QCOMPARE(readOffset(u"0:12"_s), std::optional(Minutes(12)));
        QCOMPARE(readOffset(u" -0,5 "_s), std::optional(Minutes(-30)));
        QCOMPARE(readOffset({}), std::optional(Minutes(0)));
        QVERIFY(!readOffset(u"-"_s));
        QVERIFY(!readOffset(u"soon"_s));
        QVERIFY(!readOffset(u"13"_s));
        QCOMPARE(earlierBy(TimeField::at(10), Minutes(30)), TimeField::at(0));
        QCOMPARE(laterBy(TimeField(), Minutes(30)), TimeField());
    }

    void pasteKeepsOutWhatTwoRowsOrALockSay()
    {
        CrewSnapshot week = sampleCrew();
        week.departments[2].people[2].days[crewThursday].isLocked = true; // Idris
        week.departments[1].people[0].name = u"Nils Aaberg"_s;            // of Camera
        Crew crew(week);
        PasteRequest request{Crew::thursday(33), {sampleId<PersonId>(33)}, {}, {}};
        request.text = u"Name\tDepartment\tTimes\nIdris Kamara\t\t0700 1930\n"
                       "Paloma Reyes\t\t0700 1930\nPaloma Reyes\t\t0800 1930\n"
                       "Nils Aaberg\t\t0700 1930\nNils Aaberg\tElectric\t0700 1930\n"
                       "Owen Tachibana\t\t0700 1300-1200 1930\n"_s;

        const PastePreview preview = crew.controller.previewPaste(request);

        using enum PasteVerdict;
        const std::vector<PasteVerdict> wanted{Locked,        Written, Twice,
                                               SeveralPeople, Written, WrongOrder};
        QCOMPARE(preview.items.size(), wanted.size());
        for (size_t i = 0; i < wanted.size(); ++i)
            QCOMPARE(int(preview.items[i].verdict), int(wanted[i]));
        QVERIFY(preview.items[5].wrongOrder.has_value());
    }

    void clearKeepsTheNote()
    {
        Crew crew;
        const CrewRef ref = Crew::thursday(11);
        crew.controller.enterLine({ref}, u"0700 1930 ; rain"_s);

        crew.controller.clearTimes({ref});

        QVERIFY(crew.day(ref).isBlank());
        QCOMPARE(crew.day(ref).notes, u"rain"_s);
        QCOMPARE(crew.lastWords(),
                 u"Cleared Thu 20 Nov for Ingrid Solheim. Ctrl+Z brings them "
                 u"back."_s);
    }

    void nextExceptionGoesRoundDayByDay()
    {
        Crew crew;
        std::optional<CrewRef> at;
        std::set<CrewRef> seen;

        for (int i = 0; i < crew.exceptions.rowCount(); ++i) {
            at = crew.controller.nextException(at, 1);
            seen.insert(*at);
        }

        QCOMPARE(int(seen.size()), crew.exceptions.rowCount());
        QCOMPARE(*crew.controller.nextException(std::nullopt, 1), Crew::thursday(33));
        QCOMPARE(*crew.controller.nextException(Crew::thursday(34), -1), Crew::thursday(33));
    }

    void restoringAValueIsAnEditThatCanBeUndone()
    {
        Crew crew;
        FakeHistoryStore store;
        HistoryModel model(crew.words);
        HistoryController history(store, model);
        connect(&history, &HistoryController::restoreRequested, &crew.controller,
                &CrewController::restore);
        const CrewRef ref = Crew::thursday(11);
        WorkDay earlier = crew.day(ref);
        earlier.wrap = TimeField::at(18 * 60);
        store.stored.now = crew.day(ref);
        store.stored.changes = {
            {sampleId<MutationId>(1), {}, u"Priya"_s, {}, {}, false, earlier, crew.day(ref)}};
        history.show(earlier.key);

        history.restore(0);

        QCOMPARE(crew.day(ref).wrap, TimeField::at(18 * 60));
        crew.undo.undo();
        QCOMPARE(crew.day(ref).wrap, TimeField::at(19 * 60 + 30));
    }
};

QTEST_GUILESS_MAIN(TestCrewController)
#include "tst_crew_controller.moc"
