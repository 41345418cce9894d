#include "app/models/crew_filter_model.h"
#include "app/models/crew_findings.h"
#include "app/models/exceptions_model.h"
#include "app/models/history_model.h"
#include "app/models/outbox_model.h"
#include "app/ui/crew_words_text.h"
#include "shared/base/random.h"
#include "tests/support/sample_crew.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;
using namespace film::test;

class TestCrewModel : public QObject
{
    Q_OBJECT

    CrewWordsText m_words;

    static constexpr int maya = 14;
    static constexpr int cal = 20;
    static constexpr int idris = 33;
    static constexpr int nils = 34;

    static CrewRef ref(int person, int day) { return {sampleId<PersonId>(person), day}; }

    static const CellText &cellText(const CrewModel &model, const CrewRef &ref)
    {
        return *model.data(model.indexOf(ref), CrewModel::CellTextRole).value<const CellText *>();
    }
    static QString text(const QAbstractItemModel &model, const QModelIndex &index)
    {
        return model.data(index, Qt::DisplayRole).toString();
    }
    static CrewModel::DayUpdate entered(const CrewModel &model, const CrewRef &ref,
                                        const char *line)
    {
        CrewCell cell = *model.cell(ref);
        cell.day = withTimes(cell.day, timesFrom(line));
        return {ref, cell};
    }

    static WorkDay blank(const WorkDayKey &key)
    {
        WorkDay day;
        day.key = key;
        return day;
    }
    static CrewModel::DayUpdate anyEdit(const CrewModel &model, SeededRandom &random)
    {
        static constexpr std::array<const char *, 6> lines{"0700 1300-1330 1930",
                                                           "0700 1312-1342 1930",
                                                           "0500 1100-1130 2345",
                                                           "0700 1930",
                                                           "0700",
                                                           "0700 1248-1318 2036"};
        const auto &departments = model.snapshot().departments;
        const auto &people = departments[random.below(departments.size())].people;
        const CrewRef ref{people[random.below(people.size())].id, int(random.below(7))};
        CrewCell cell = *model.cell(ref);
        switch (random.below(5)) {
        case 0: cell.hasConflict = !cell.hasConflict; break;
        case 1: cell.isCalled = !cell.isCalled; break;
        case 2: cell.day = blank(cell.day.key); break;
        default: cell.day = withTimes(cell.day, timesFrom(lines[random.below(lines.size())]));
        }
        return {ref, cell};
    }
    // Of all rows, those of the departments' people too.
    static QStringList allTexts(const QAbstractItemModel &model, const QModelIndex &parent = {})
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(parent); ++row) {
            for (int column = 0; column < model.columnCount(parent); ++column)
                texts += text(model, model.index(row, column, parent));
            texts += allTexts(model, model.index(row, 0, parent));
        }
        return texts;
    }

private slots:
    void keepsTheRulesOfModels()
    {
        CrewModel model(m_words);
        CrewFilterModel filter(model);
        ExceptionsModel exceptions(model, m_words);
        const auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;
        QAbstractItemModelTester crewTester(&model, mode);
        QAbstractItemModelTester filterTester(&filter, mode);
        QAbstractItemModelTester exceptionsTester(&exceptions, mode);

        model.setSnapshot(sampleCrew());
        filter.setFilter(CrewFilter::Missing);
        model.setDays({entered(model, ref(idris, crewThursday), "0700 1300-1330 1930")});
        filter.setText(u"lamp"_s);
        filter.setFilter(CrewFilter::All);
        model.setSnapshot(sampleCrew());
        model.setSnapshot({});

        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(exceptions.rowCount(), 0);
    }

    void cellSaysWhatItsDayIs_data()
    {
        QTest::addColumn<int>("person");
        QTest::addColumn<int>("day");
        QTest::addColumn<int>("look");
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");

        const auto row = [](const char *name, int person, int day, CellLook look,
                            const QString &left, const QString &right) {
            QTest::newRow(name) << person << day << int(look) << left << right;
        };
        row("worked", maya, 1, CellLook::Worked, u"7.0–19.3"_s, u"11.8"_s);
        row("late meal is still worked", maya, 2, CellLook::Worked, u"7.0–19.5"_s, u"12.0"_s);
        row("over and empty", idris, crewThursday, CellLook::Missing, u"No times"_s, {});
        row("to come", idris, crewFriday, CellLook::Planned, u"call 7.0"_s, {});
        row("to come, too soon", maya, crewFriday, CellLook::Planned, u"call 5.0"_s, u"9.7 h"_s);
        row("not called", cal, 2, CellLook::NotCalled, u"Not called"_s, {});
        row("nothing is shot", maya, 0, CellLook::Blank, {}, {});
    }

    void cellSaysWhatItsDayIs()
    {
        QFETCH(int, person);
        QFETCH(int, day);
        QFETCH(int, look);
        QFETCH(QString, left);
        QFETCH(QString, right);
        CrewModel model(m_words);

        model.setSnapshot(sampleCrew());

        const CellText &cell = cellText(model, ref(person, day));
        QCOMPARE(int(cell.look), look);
        QCOMPARE(cell.left, left);
        QCOMPARE(cell.right, right);
    }

    // The second unit's hours are of the day; the mark says that there is more than the times.
    void aCellSumsTheUnitsOfItsDay()
    {
        CrewModel model(m_words);
        CrewSnapshot crew = sampleCrew();
        for (CrewDepartment &department : crew.departments) {
            for (CrewPerson &person : department.people) {
                if (person.id != ref(maya, 1).person)
                    continue;
                WorkDay second;
                second.key = {person.id, crewWeek.addDays(1), sampleId<UnitId>(2)};
                second.call = TimeField::at(20 * 60);
                second.wrap = TimeField::at(23 * 60);
                person.days[1].others = {second};
            }
        }

        model.setSnapshot(crew);

        const CellText &cell = cellText(model, ref(maya, 1));
        QCOMPARE(cell.left, u"7.0–19.3 +1"_s);
        QCOMPARE(cell.right, u"14.8"_s);
        // Its wrap is what rest counts from: 23.0 to 7.0.
        const std::vector<DayFinding> &next = model.cell(ref(maya, 2))->findings;
        const auto rest = std::ranges::find(next, FindingKind::ShortRest, &DayFinding::kind);
        QVERIFY(rest != next.end());
        QCOMPARE(rest->amount, Minutes(8 * 60));
    }

    void departmentSumsItsPeople()
    {
        CrewModel model(m_words);
        model.setSnapshot(sampleCrew());
        const QModelIndex electric = model.index(2, CrewModel::FirstDay + crewThursday);

        QCOMPARE(text(model, electric), u"3 of 8 36.0"_s);
        QCOMPARE(text(model, electric.siblingAtColumn(CrewModel::FirstDay + crewFriday)),
                 u"8 called"_s);
        QCOMPARE(text(model, electric.siblingAtColumn(CrewModel::Flags)), u"7"_s);
    }

    void editRepaintsItsRowAndItsDepartmentOnly()
    {
        CrewModel model(m_words);
        model.setSnapshot(sampleCrew());
        const QModelIndex before = model.index(2, CrewModel::FirstDay + crewThursday);
        QCOMPARE(text(model, before), u"3 of 8 36.0"_s);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);

        model.setDays({entered(model, ref(idris, crewThursday), "0700 1300-1330 1930")});

        QCOMPARE(resets.size(), 0);
        QCOMPARE(changes.size(), 2);
        const QModelIndex row = changes[0][0].toModelIndex();
        QCOMPARE(text(model, row), u"Idris Kamara"_s);
        QCOMPARE(changes[0][1].toModelIndex().row(), row.row());
        QCOMPARE(changes[1][0].toModelIndex(), model.index(2, 0));
        QCOMPARE(text(model, model.index(2, CrewModel::FirstDay + crewThursday)), u"4 of 8 48.0"_s);
    }

    void sameCrewWithNewDaysKeepsItsRows()
    {
        CrewModel model(m_words);
        model.setSnapshot(sampleCrew());
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        const QPersistentModelIndex kept = model.indexOf(ref(maya, 1));

        CrewSnapshot later = sampleCrew();
        CrewCell &cell = later.departments[1].people[3].days[1];
        cell.day = withTimes(cell.day, timesFrom("0700 1300-1330 1900"));
        model.setSnapshot(later);

        QCOMPARE(resets.size(), 0);
        QCOMPARE(changes.size(), 2); // the row and the department
        QVERIFY(kept.isValid());
        QCOMPARE(text(model, kept), u"7.0–19.0 11.5"_s);
    }

    void whoeverStaysTakesTheirIndexAlong()
    {
        CrewModel model(m_words);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSnapshot(sampleCrew());
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex kept = model.indexOf(ref(maya, 1));
        const QPersistentModelIndex gone = model.indexOf(ref(idris, 1));
        const QPersistentModelIndex electric = model.index(2, 0);

        // Electric comes first, without Idris; Maya has gone there from Camera.
        CrewSnapshot later = sampleCrew();
        std::swap(later.departments[0], later.departments[2]);
        std::vector<CrewPerson> &camera = later.departments[1].people;
        std::vector<CrewPerson> &lamps = later.departments[0].people;
        std::erase_if(lamps,
                      [](const CrewPerson &person) { return person.id == ref(idris, 1).person; });
        lamps.insert(lamps.begin(), camera[3]);
        camera.erase(camera.begin() + 3);
        model.setSnapshot(later);

        QCOMPARE(resets.size(), 0);
        QCOMPARE(model.refAt(kept), std::optional(ref(maya, 1)));
        QCOMPARE(kept.parent().row(), 0);
        QVERIFY(!gone.isValid());
        QCOMPARE(electric.row(), 0);
        QCOMPARE(text(model, electric), u"Electric"_s);
    }

    void progressCountsDaysAndPeople()
    {
        CrewModel model(m_words);
        model.setSnapshot(sampleCrew());

        const CrewProgress &progress = model.progress();
        QCOMPARE(progress.people, 20);
        QCOMPARE(progress.daysExpected, 78);
        QCOMPARE(progress.daysIn, 73);
        QCOMPARE(progress.missing, 5);
        QCOMPARE(progress.meals, 3);
        QCOMPARE(progress.rest, 3);
    }

    void screenReaderHearsASentence()
    {
        CrewModel model(m_words);
        model.setSnapshot(sampleCrew());

        QCOMPARE(model.data(model.indexOf(ref(nils, 3)), Qt::AccessibleTextRole).toString(),
                 u"Nils Aaberg, Wednesday 19, 7.0 to 20.6, 13.1 hours, "
                 u"Meal 2 not recorded, was due 19.3"_s);
    }

    void lockedDayCannotBeEdited()
    {
        CrewSnapshot crew = sampleCrew();
        crew.departments[1].people[3].days[1].isLocked = true;
        CrewModel model(m_words);
        model.setSnapshot(crew);
        QSignalSpy edits(&model, &CrewModel::editRequested);

        QVERIFY(!(model.flags(model.indexOf(ref(maya, 1))) & Qt::ItemIsEditable));
        QVERIFY(!model.setData(model.indexOf(ref(maya, 1)), u"off"_s, Qt::EditRole));
        QVERIFY(model.setData(model.indexOf(ref(maya, 2)), u"off"_s, Qt::EditRole));
        QCOMPARE(edits.size(), 1);
    }

    void mealsCanBeShownInsteadOfTimes()
    {
        CrewModel model(m_words);
        model.setSnapshot(sampleCrew());

        model.setShows(CellShows::Meals);

        QCOMPARE(cellText(model, ref(maya, 3)).left, u"12.8–13.3 19.2–19.7"_s);
    }

    void filterKeepsMatchingPeopleWithTheirDepartments_data()
    {
        QTest::addColumn<int>("filter");
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("departments");
        QTest::addColumn<int>("people");

        QTest::newRow("all") << int(CrewFilter::All) << QString() << 3 << 20;
        QTest::newRow("missing") << int(CrewFilter::Missing) << QString() << 1 << 5;
        QTest::newRow("meals") << int(CrewFilter::Meals) << QString() << 2 << 3;
        QTest::newRow("rest") << int(CrewFilter::Rest) << QString() << 1 << 3;
        QTest::newRow("a role") << int(CrewFilter::All) << u"operator"_s << 2 << 8;
        QTest::newRow("a department") << int(CrewFilter::All) << u"camera"_s << 1 << 10;
        QTest::newRow("both") << int(CrewFilter::Meals) << u"nils"_s << 1 << 1;
        QTest::newRow("nobody") << int(CrewFilter::All) << u"xyz"_s << 0 << 0;
    }

    void filterKeepsMatchingPeopleWithTheirDepartments()
    {
        QFETCH(int, filter);
        QFETCH(QString, words);
        QFETCH(int, departments);
        QFETCH(int, people);
        CrewModel model(m_words);
        CrewFilterModel shown(model);
        model.setSnapshot(sampleCrew());

        shown.setFilter(CrewFilter(filter));
        shown.setText(words);

        int found = 0;
        for (int i = 0; i < shown.rowCount(); ++i)
            found += shown.rowCount(shown.index(i, 0));
        QCOMPARE(shown.rowCount(), departments);
        QCOMPARE(found, people);
    }

    void aDepartmentIsFoundByItselfUntilSomethingElseIsLookedFor()
    {
        CrewSnapshot crew = sampleCrew();
        crew.departments[2].people[0].position = u"Camera crane"_s;
        const int everybody = int(crew.departments.size());
        CrewModel model(m_words);
        CrewFilterModel shown(model);
        model.setSnapshot(crew);

        shown.setDepartment(crew.departments[1].id);
        QCOMPARE(shown.rowCount(), 1);
        QCOMPARE(shown.rowCount(shown.index(0, 0)), int(crew.departments[1].people.size()));

        shown.setText({});
        QCOMPARE(shown.rowCount(), everybody);
        shown.setDepartment(crew.departments[1].id);
        shown.setFilter(CrewFilter::All);
        QCOMPARE(shown.rowCount(), everybody);
    }

    void exceptionsStandInTheirOrder()
    {
        CrewSnapshot crew = sampleCrew();
        crew.departments[2].people[7].days[1].hasConflict = true;
        CrewModel model(m_words);
        ExceptionsModel exceptions(model, m_words);

        model.setSnapshot(crew);

        QStringList kinds;
        for (int row = 0; row < exceptions.rowCount(); ++row)
            kinds += text(exceptions, row, ExceptionsModel::Kind);
        QCOMPARE(kinds.join(u", "_s),
                 u"Two versions, Missing, Missing, Missing, Missing, Missing, "
                 u"Short rest, Short rest, Short rest, Meal, Meal, Meal"_s);
        QCOMPARE(text(exceptions, 6, ExceptionsModel::Person), u"Maya Lindqvist"_s);
        QCOMPARE(text(exceptions, 6, ExceptionsModel::What),
                 u"Rest 9.7 of 10.0 h (wrap 19.3, call 5.0)"_s);
        QCOMPARE(text(exceptions, 10, ExceptionsModel::What),
                 u"Meal 2 not recorded, was due 19.3"_s);
    }

    void exceptionGoesWhenItsDayIsFixedAndOthersStay()
    {
        CrewModel model(m_words);
        ExceptionsModel exceptions(model, m_words);
        model.setSnapshot(sampleCrew());
        const QPersistentModelIndex other =
            exceptions.index(exceptions.rowOf(ref(nils, crewThursday)), 0);
        QSignalSpy resets(&exceptions, &QAbstractItemModel::modelReset);

        model.setDays({entered(model, ref(idris, crewThursday), "0700 1300-1330 1930")});

        QCOMPARE(exceptions.rowOf(ref(idris, crewThursday)), -1);
        QVERIFY(other.isValid());
        QCOMPARE(exceptions.rowOf(ref(nils, crewThursday)), other.row());
        QCOMPARE(resets.size(), 0);
    }

    // What is kept up from edit to edit is what a model would count that sees the week for the
    // first time.
    void editsAddUpToAFullCount()
    {
        CrewModel model(m_words);
        ExceptionsModel exceptions(model, m_words);
        QAbstractItemModelTester tester(&exceptions,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&exceptions, &QAbstractItemModel::modelReset);
        model.setSnapshot(sampleCrew());
        resets.clear();
        SeededRandom random(20251120);

        for (int i = 0; i < 300; ++i) {
            std::vector<CrewModel::DayUpdate> updates(1 + random.below(3));
            for (CrewModel::DayUpdate &update : updates)
                update = anyEdit(model, random);
            model.setDays(updates);
            // Drawn, so that a sum that is kept and not made again would be seen.
            const QStringList shown = allTexts(model) + allTexts(exceptions);

            CrewModel counted(m_words);
            const ExceptionsModel found(counted, m_words);
            counted.setSnapshot(model.snapshot());
            QCOMPARE(model.progress(), counted.progress());
            QCOMPARE(shown, allTexts(counted) + allTexts(found));
        }
        QCOMPARE(resets.size(), 0);
    }

    // Nothing of the people changes then; only how the gap can be filled.
    void exceptionsFollowTheCallSheets()
    {
        constexpr int wednesday = crewThursday - 1;
        CrewSnapshot crew = sampleCrew();
        WorkDay &day = crew.departments[2].people[2].days[wednesday].day;
        day = blank(day.key);
        CrewModel model(m_words);
        ExceptionsModel exceptions(model, m_words);
        model.setSnapshot(crew);
        const auto fix = [&] {
            return exceptions.row(exceptions.rowOf(ref(idris, wednesday))).fix;
        };
        QCOMPARE(fix(), ExceptionFix::FillFromCallSheet);

        crew.dates[wednesday].sheets.clear();
        model.setSnapshot(crew);

        QCOMPARE(fix(), ExceptionFix::EditDay);
    }

    void historyHasARowForEachPartThatChanged()
    {
        const DayConflict conflict = sampleConflict();
        DayHistory history;
        history.now = conflict.versions[0].day;
        history.changes = {{sampleId<MutationId>(1),
                            {},
                            u"Maya Lindqvist"_s,
                            u"A-cam cart"_s,
                            {},
                            true,
                            conflict.versions[1].day,
                            conflict.versions[0].day},
                           {sampleId<MutationId>(2),
                            {},
                            u"Priya Nair"_s,
                            {},
                            u"wrong sheet"_s,
                            false,
                            conflict.before,
                            conflict.versions[1].day}};
        HistoryModel model(m_words);
        QAbstractItemModelTester tester(&model);

        model.setHistory(history);

        QStringList changes;
        for (int row = 0; row < model.rowCount(); ++row)
            changes += model.index(row).data(HistoryModel::ChangeRole).toString();
        QCOMPARE(changes,
                 (QStringList{u"Wrap 19.3 → 19.5"_s, u"Note None → A-cam to truck"_s,
                              u"Meals – → 13.0–13.5"_s, u"Wrap – → 19.3"_s}));
        QCOMPARE(model.restored(0).wrap, conflict.versions[1].day.wrap);
        QCOMPARE(model.restored(0).notes, u"A-cam to truck"_s);
    }

    void changesThatNeedAPersonAreOnTop()
    {
        const DayConflict conflict = sampleConflict();
        OutboxSnapshot outbox;
        outbox.changes = {
            {sampleId<MutationId>(1),
             {},
             u"Maya"_s,
             u"Maya"_s,
             conflict.before,
             conflict.versions[0].day,
             {},
             ChangeState::Saved,
             {}},
            {sampleId<MutationId>(2),
             {},
             u"Maya"_s,
             u"Cal"_s,
             {},
             {},
             u"Position"_s,
             ChangeState::NeedsAttention,
             ChangeRefusal::NotAllowed},
            {sampleId<MutationId>(3),
             {},
             u"Maya"_s,
             u"Maya"_s,
             {},
             {},
             u"Position"_s,
             ChangeState::Confirmed,
             {}},
        };
        OutboxModel model(m_words);
        QAbstractItemModelTester tester(&model);

        model.setSnapshot(outbox);

        QCOMPARE(model.change(0).state, ChangeState::NeedsAttention);
        QCOMPARE(model.waiting(), 2);
        QCOMPARE(model.needingAttention(), 1);
        QCOMPARE(text(model, 1, OutboxModel::What),
                 u"Meals 13.0–13.5, Wrap 19.5, Note A-cam to truck"_s);
        QCOMPARE(text(model, 1, OutboxModel::Where), u"Maya, Thu 20 Nov"_s);
    }

private:
    static QString text(const QAbstractItemModel &model, int row, int column)
    {
        return model.index(row, column).data(Qt::DisplayRole).toString();
    }

private slots:
    // The page looked at the count as soon as the model was reset and said that nobody was there.
    void theProgressIsCountedWhenTheModelIsReset()
    {
        CrewModel model(m_words);
        int people = 0;
        connect(&model, &QAbstractItemModel::modelReset, &model,
                [&] { people = model.progress().people; });

        model.setSnapshot(sampleCrew());

        QCOMPARE(people, 20);
    }

    void overtimeAndCostFollowTheDealsPack()
    {
        PayDesk desk;
        CrewModel model(m_words);
        model.setPayDesk(&desk);
        model.setSnapshot(pricedCrew());

        const QModelIndex row = model.indexOf(ref(maya, 0));
        // 11.8 + 12.0 + 12.6 + 11.8 hours, eight of each day at straight time.
        QCOMPARE(text(model, row.siblingAtColumn(CrewModel::Hours)), u"48.2"_s);
        QCOMPARE(text(model, row.siblingAtColumn(CrewModel::TimeAndHalf)), u"15.6"_s);
        QCOMPARE(text(model, row.siblingAtColumn(CrewModel::DoubleTime)), u"0.6"_s);
        model.setShows(CellShows::Cost);
        // Tuesday: 8 x 52 + 4 x 78 and a meal late by 0.2.
        QCOMPARE(cellText(model, ref(maya, 2)).right, u"$736.50"_s);
        QVERIFY(cellText(model, ref(maya, 2)).left.isEmpty());
    }

    void anExceptionSaysWhatItCosts()
    {
        PayDesk desk;
        CrewModel model(m_words);
        model.setPayDesk(&desk);
        ExceptionsModel exceptions(model, m_words);
        model.setSnapshot(pricedCrew());

        const int rest = exceptions.rowOf(ref(maya, 5));
        QVERIFY(rest >= 0);
        QCOMPARE(text(exceptions, exceptions.index(rest, ExceptionsModel::Cost)), u"$15.60"_s);
        const int meals = exceptions.rowOf(ref(nils, 3));
        QVERIFY(meals >= 0);
        QCOMPARE(text(exceptions, exceptions.index(meals, ExceptionsModel::Cost)), u"$33.00"_s);
    }

    // What penalties past the agreed number of a week cost is contested: beside the cost it says
    // how.
    void theCostOfAMealSaysWhatIsContested()
    {
        CrewSnapshot crew = pricedCrew();
        for (CrewDepartment &department : crew.departments) {
            for (CrewPerson &person : department.people) {
                if (person.id != sampleId<PersonId>(nils))
                    continue;
                person.deal->rulePack = u"iatse-hba-tv"_s;
                person.deal->terms = u"meals.penalty.weekly_escalator.after_count=1"_s;
            }
        }
        PayDesk desk;
        CrewModel model(m_words);
        model.setPayDesk(&desk);
        ExceptionsModel exceptions(model, m_words);
        model.setSnapshot(crew);

        const QModelIndex cost =
            exceptions.index(exceptions.rowOf(ref(nils, 3)), ExceptionsModel::Cost);
        const auto contested = cost.data(Qt::ToolTipRole).toString();
        QVERIFY2(contested.contains(u"contested"_s), qPrintable(contested));
        QVERIFY(!cost.siblingAtColumn(ExceptionsModel::Fix).data(Qt::ToolTipRole).isValid());
    }

    void aShortRestAheadIsFixedByMovingTheCall()
    {
        PayDesk desk;
        CrewModel model(m_words);
        model.setPayDesk(&desk);
        ExceptionsModel exceptions(model, m_words);
        model.setSnapshot(pricedCrew());

        const int rest = exceptions.rowOf(ref(maya, 5));

        QCOMPARE(exceptions.row(rest).fix, ExceptionFix::MoveCall);
        QCOMPARE(text(exceptions, exceptions.index(rest, ExceptionsModel::Fix)),
                 u"Move Friday’s call to 5.3"_s);
    }

    // Eleven hours in the UK: what is enough at home is too short there.
    void flagsFollowTheAgreementsLimits()
    {
        CrewSnapshot crew = pricedCrew();
        for (CrewDepartment &department : crew.departments) {
            for (CrewPerson &person : department.people) {
                if (person.id == sampleId<PersonId>(maya))
                    person.deal->rulePack = u"uk-pact-tv"_s;
            }
        }
        PayDesk desk;
        CrewModel model(m_words);
        model.setPayDesk(&desk);
        ExceptionsModel exceptions(model, m_words);
        model.setSnapshot(crew);

        const ExceptionsModel::Row row = exceptions.row(exceptions.rowOf(ref(maya, 5)));

        QCOMPARE(row.finding->rest, Minutes(660));
        QCOMPARE(callAfterRest(*row.finding), Minutes(378)); // an hour later than 5.3
    }

    void anEditIsPricedAgain()
    {
        PayDesk desk;
        CrewModel model(m_words);
        model.setPayDesk(&desk);
        model.setSnapshot(pricedCrew());
        QCOMPARE(*model.figures(sampleId<PersonId>(idris))->days[2].gross,
                 Money(72800, Currency::Usd));

        model.setDays({entered(model, ref(idris, 2), "0700 1300-1330 1530")});

        QCOMPARE(*model.figures(sampleId<PersonId>(idris))->days[2].gross,
                 Money(41600, Currency::Usd));
    }

    // Somebody without a deal has hours and no money, not a 0.
    void withoutADealThereIsNoFigure()
    {
        PayDesk desk;
        CrewModel model(m_words);
        model.setPayDesk(&desk);
        model.setSnapshot(sampleCrew());
        QVERIFY(!model.hasDeals());

        model.setShows(CellShows::Cost);

        QCOMPARE(cellText(model, ref(maya, 2)).left, m_words.noRule());
        QVERIFY(cellText(model, ref(maya, 2)).right.isEmpty());
        QCOMPARE(text(model, model.indexOf(ref(maya, 0)).siblingAtColumn(CrewModel::TimeAndHalf)),
                 u"–"_s);
    }
};

QTEST_GUILESS_MAIN(TestCrewModel)
#include "tst_crew_model.moc"
