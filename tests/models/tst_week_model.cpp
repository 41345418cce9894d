#include "app/models/week_model.h"
#include "tests/support/sample_week.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;
using namespace film::test;

class TestWeekModel : public QObject
{
    Q_OBJECT

    static constexpr Minutes noon{12 * 60 + 6};

    static void fill(WeekModel &model)
    {
        model.setNow(thursday, noon);
        model.setSnapshot(sampleWeek());
    }
    static QString text(const WeekModel &model, int row, int column)
    {
        return model.data(model.index(row, column), Qt::DisplayRole).toString();
    }
    static CellCertainty certainty(const WeekModel &model, int row, int column)
    {
        return CellCertainty(
            model.data(model.index(row, column), WeekModel::CertaintyRole).toInt());
    }
    static std::vector<FindingKind> kinds(const std::vector<DayFinding> &findings)
    {
        std::vector<FindingKind> result;
        for (const DayFinding &finding : findings)
            result.push_back(finding.kind);
        return result;
    }

private slots:
    void theHoursOfADayAreThoseOfAllItsUnits()
    {
        WeekModel model;
        WeekSnapshot week = sampleWeek();
        fill(model);
        const Minutes total = model.totalWorked();
        const QString alone = text(model, 1, WeekModel::Hours);
        const UnitId second(std::array<quint8, 16>{9});
        week.days[1].others.push_back(
            {sampleDay({week.person, week.days[1].day.key.date, second}, 1200, 0, 0, 1290)});

        model.setSnapshot(week);

        QCOMPARE(alone, u"11.5"_s);
        QCOMPARE(text(model, 1, WeekModel::Hours), u"13.0"_s);
        QCOMPARE(model.totalWorked(), total + Minutes(90));
        // Rest counts from the wrap of whichever unit ended the day: 21.5 to 7.0.
        QVERIFY(model.row(2).restBefore);
        QCOMPARE(model.row(2).restBefore->kind, FindingKind::ShortRest);
        QCOMPARE(model.row(2).restBefore->amount, Minutes(570));
    }

    void staysAValidModelThroughEveryChange()
    {
        WeekModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);

        fill(model);
        model.setNotation(Notation::Clock);
        model.setDraft(sampleDay({{}, thursday, {}}, 420, 780, 810, 1170));
        model.clearDraft();
        model.setSnapshot(emptyWeek(QDate(2025, 11, 23), 7));

        QCOMPARE(model.rowCount(), 7);
    }

    void sameWeekAgainDoesNotResetTheView()
    {
        WeekModel model;
        fill(model);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

        model.setSnapshot(sampleWeek());
        QCOMPARE(reset.count(), 0);
        QCOMPARE(changed.count(), 1);

        model.setSnapshot(emptyWeek(QDate(2025, 11, 23), 7));
        QCOMPARE(reset.count(), 1);
    }

    void cellsShowWhatWasEntered()
    {
        WeekModel model;
        fill(model);

        QCOMPARE(text(model, 3, WeekModel::Meal1Out), u"12.8"_s);
        QCOMPARE(text(model, 3, WeekModel::Meal2In), u"19.7"_s);
        QCOMPARE(text(model, 3, WeekModel::Hours), u"12.8"_s);
        QCOMPARE(text(model, 1, WeekModel::Meal2Out), u"–"_s);
        QCOMPARE(certainty(model, 3, WeekModel::Wrap), CellCertainty::Entered);
    }

    // The figures of the design's picture 01.
    void theWeekIsPricedByTheDealsPack()
    {
        PayDesk desk;
        WeekModel model;
        fill(model);
        model.setPayDesk(&desk);

        QVERIFY(!model.pay().noFigure);
        QCOMPARE(model.pay().pack->name(), u"nl-2025@3"_s);
        QCOMPARE(text(model, 1, WeekModel::TimeAndHalf), u"3.5"_s);
        QCOMPARE(text(model, 1, WeekModel::DoubleTime), u"–"_s);
        QCOMPARE(text(model, 3, WeekModel::DoubleTime), u"0.8"_s);
        QCOMPARE(model.totalOvertime().timeAndHalf, Minutes(690));
        QCOMPARE(model.totalOvertime().doubleTime, Minutes(48));
        QCOMPARE(model.pay().pay.gross(), Money(223670, Currency::Usd));
    }

    void theDayUnderWaySaysWhatIsAhead()
    {
        PayDesk desk;
        WeekModel model;
        fill(model);
        model.setPayDesk(&desk);

        const std::optional<RunningPay> &running = model.running();
        QVERIFY(running.has_value());
        // Eight hours are paid whatever happens; straight time until 15.5 with the planned meal.
        QCOMPARE(running->pay.gross(), Money(41600, Currency::Usd));
        const auto tier = std::ranges::find(running->forecast.events, rules::AheadKind::NextTier,
                                            &rules::AheadEvent::kind);
        QVERIFY(tier != running->forecast.events.end());
        QCOMPARE(running->clock.wallTime(tier->at), Minutes(930));
        const rules::AheadEvent &first = running->forecast.events.front();
        QCOMPARE(first.kind, rules::AheadKind::MealDue);
        QCOMPARE(running->clock.wallTime(first.at), Minutes(780));
    }

    // Friday of a week of five days, and Monday is called at seven: 54 hours before it is Saturday
    // at one, 25.0 of the Friday. An ordinary night would be no limit at all.
    void theRestOfAWeekendIsAhead()
    {
        PayDesk desk;
        WeekModel model;
        WeekSnapshot week = emptyWeek(QDate(2025, 11, 16), 6);
        week.deal = Deal{};
        week.deal->hourlyRate = Money(4000, Currency::Usd);
        week.deal->rulePack = u"iatse-hba-tv"_s;
        for (size_t i = 1; i <= 5; ++i)
            week.days[i].day = sampleDay(week.days[i].day.key, 420, 780, 810, i < 5 ? 1140 : 0);
        week.callAfter = Minutes(24 * 60 + 420);
        model.setPayDesk(&desk);
        model.setNow(week.week.first.addDays(5), Minutes(900));

        model.setSnapshot(week);

        const std::optional<RunningPay> &running = model.running();
        QVERIFY(running);
        const auto rest = std::ranges::find(running->forecast.events, rules::AheadKind::WrapForRest,
                                            &rules::AheadEvent::kind);
        QVERIFY(rest != running->forecast.events.end());
        QCOMPARE(running->clock.wallTime(rest->at), Minutes(25 * 60));
        QCOMPARE(rest->after, Minutes(54 * 60));
    }

    // A raise on Thursday: each day by its own deal.
    void aWeekMayHaveTwoDeals()
    {
        PayDesk desk;
        WeekModel model;
        WeekSnapshot week = emptyWeek(QDate(2025, 11, 16), 6);
        week.deal = Deal{};
        week.deal->hourlyRate = Money(5000, Currency::Usd);
        week.deal->rulePack = u"iatse-hba-tv"_s;
        week.deal->from = thursday;
        week.otherDeals = {*week.deal};
        week.otherDeals[0].from = {};
        week.otherDeals[0].hourlyRate = Money(4000, Currency::Usd);
        for (size_t i = 3; i <= 4; ++i)
            week.days[i].day = sampleDay(week.days[i].day.key, 420, 780, 810, 930);
        model.setPayDesk(&desk);

        model.setSnapshot(week);

        QCOMPARE(model.pay().pay.gross(), Money(32'000 + 40'000, Currency::Usd));
    }

    void withoutADealThereIsNoFigure()
    {
        PayDesk desk;
        WeekModel model;
        WeekSnapshot week = sampleWeek();
        week.deal.reset();
        model.setPayDesk(&desk);
        model.setNow(thursday, Minutes(726));
        model.setSnapshot(week);

        QCOMPARE(model.pay().noFigure, std::optional(rules::NoFigure::NoDeal));
        QVERIFY(!model.running());
        QCOMPARE(text(model, 1, WeekModel::TimeAndHalf), u"–"_s);
    }

    void hoursCanBeReadByTheClock()
    {
        WeekModel model;
        fill(model);

        model.setNotation(Notation::Clock);

        QCOMPARE(text(model, 3, WeekModel::Meal1Out), u"12:48"_s);
        QCOMPARE(text(model, 3, WeekModel::Hours), u"12:48"_s);
    }

    void planIsShownAsAPlanOnly()
    {
        WeekModel model;
        fill(model);

        QCOMPARE(text(model, 5, WeekModel::Call), u"5.0"_s);
        QCOMPARE(certainty(model, 5, WeekModel::Call), CellCertainty::Planned);
        QCOMPARE(model.data(model.index(5, WeekModel::Call), Qt::EditRole).toString(), QString());
    }

    void dayUnderWayCountsToNowWithItsNextTimeSuggested()
    {
        WeekModel model;
        fill(model);

        QCOMPARE(text(model, 4, WeekModel::Hours), u"5.1"_s);
        QCOMPARE(text(model, 4, WeekModel::Meal1Out), u"13.0"_s);
        QCOMPARE(certainty(model, 4, WeekModel::Meal1Out), CellCertainty::Suggested);
        QCOMPARE(certainty(model, 4, WeekModel::Wrap), CellCertainty::Empty);
    }

    void totalsAddUpWhatIsIn()
    {
        WeekModel model;
        fill(model);

        QCOMPARE(model.totalWorked(), Minutes(690 + 720 + 768));
        QCOMPARE(model.flagCount(), 1); // Tuesday's late meal
    }

    void draftIsShownInsteadOfItsDayUntilCleared()
    {
        WeekModel model;
        fill(model);

        model.setDraft(sampleDay({{}, thursday, {}}, 420, 780, 810, 1170));
        QCOMPARE(text(model, 4, WeekModel::Wrap), u"19.5"_s);
        QCOMPARE(certainty(model, 4, WeekModel::Wrap), CellCertainty::Draft);
        QVERIFY(model.row(5).restBefore);
        QCOMPARE(model.row(5).restBefore->kind, FindingKind::ShortRest);
        QCOMPARE(model.row(5).restBefore->amount, Minutes(570));

        model.clearDraft();
        QCOMPARE(text(model, 4, WeekModel::Wrap), u"–"_s);
        QCOMPARE(model.row(5).restBefore->kind, FindingKind::WrapBy);
    }

    void editLeavesAsARequest()
    {
        WeekModel model;
        fill(model);
        QSignalSpy edits(&model, &WeekModel::editRequested);

        model.setData(model.index(4, WeekModel::Meal1Out), u"1312"_s, Qt::EditRole);

        QCOMPARE(edits.count(), 1);
        QCOMPARE(edits[0][0].toDate(), thursday);
        QCOMPARE(edits[0][1].value<DayFieldRef>(), (DayFieldRef{DayField::MealOut, 0}));
        QCOMPARE(text(model, 4, WeekModel::Meal1Out), u"13.0"_s); // until it was accepted
    }

    void unchangedTextIsNoEdit()
    {
        WeekModel model;
        fill(model);
        QSignalSpy edits(&model, &WeekModel::editRequested);

        model.setData(model.index(4, WeekModel::Call), u"7.0"_s, Qt::EditRole);
        model.setData(model.index(4, WeekModel::Meal1Out), QString(), Qt::EditRole);

        QCOMPARE(edits.count(), 0);
    }

    void submittedAndUnreadableDaysCannotBeEdited()
    {
        WeekModel model;
        WeekSnapshot week = sampleWeek();
        week.days[1].day.state = DayState::Locked;
        week.days[2].isUnreadable = true;

        model.setSnapshot(week);

        QVERIFY(!(model.flags(model.index(1, WeekModel::Call)) & Qt::ItemIsEditable));
        QVERIFY(!(model.flags(model.index(2, WeekModel::Call)) & Qt::ItemIsEditable));
        QVERIFY(model.flags(model.index(3, WeekModel::Call)) & Qt::ItemIsEditable);
        QVERIFY(!(model.flags(model.index(3, WeekModel::Hours)) & Qt::ItemIsEditable));
    }

    void findingsOfADay_data()
    {
        QTest::addColumn<WorkDay>("day");
        QTest::addColumn<int>("nextCall"); // 0: none
        QTest::addColumn<std::vector<FindingKind>>("expected");

        using enum FindingKind;
        const WorkDayKey key{{}, thursday, {}};
        QTest::newRow("a good day")
            << sampleDay(key, 420, 780, 810, 1170) << 0 << std::vector{MealOnTime, MealNotDue};
        QTest::newRow("first meal late by one minute")
            << sampleDay(key, 420, 781, 811, 1170) << 0 << std::vector{MealLate, MealNotDue};
        QTest::newRow("no meal at all, short day")
            << sampleDay(key, 420, 0, 0, 780) << 0 << std::vector{MealNotDue};
        QTest::newRow("no meal at all, long enough")
            << sampleDay(key, 420, 0, 0, 781) << 0 << std::vector{MealMissing};
        QTest::newRow("second meal forgotten")
            << sampleDay(key, 420, 780, 810, 1171) << 0 << std::vector{MealMissing, MealOnTime};
        QTest::newRow("ten hours of rest are enough")
            << sampleDay(key, 420, 780, 810, 1140) << 1740 << std::vector{MealOnTime, MealNotDue};
        QTest::newRow("a minute less is not") << sampleDay(key, 420, 780, 810, 1141) << 1740
                                              << std::vector{ShortRest, MealOnTime, MealNotDue};
        QTest::newRow("meal ends before it starts")
            << sampleDay(key, 420, 780, 750, 1080) << 0
            << std::vector{WrongOrder, MealOnTime, MealNotDue};
        QTest::newRow("more than 16 hours on set") << sampleDay(key, 300, 600, 900, 1261) << 0
                                                   << std::vector{MealMissing, LongDay, MealOnTime};
    }

    void findingsOfADay()
    {
        QFETCH(WorkDay, day);
        QFETCH(int, nextCall);
        QFETCH(std::vector<FindingKind>, expected);
        FindingContext context;
        context.isOver = true;
        if (nextCall > 0)
            context.nextCall = Minutes(nextCall);

        QCOMPARE(kinds(findingsOf(day, context)), expected);
    }

    void whatWasClaimedExcusesADelayUpToItsLength_data()
    {
        QTest::addColumn<int>("mealOut");
        QTest::addColumn<int>("wrap");
        QTest::addColumn<DayChoices>("choices");
        QTest::addColumn<std::vector<FindingKind>>("expected");

        using enum FindingKind;
        const DayChoices nothing;
        QTest::newRow("grace") << 792 << 1170 << DayChoices(DayChoice::Grace)
                               << std::vector{MealOnTime, MealNotDue};
        QTest::newRow("past the grace")
            << 793 << 1170 << DayChoices(DayChoice::Grace) << std::vector{MealLate, MealNotDue};
        QTest::newRow("grace not claimed")
            << 792 << 1170 << nothing << std::vector{MealLate, MealNotDue};
        QTest::newRow("wrap extension") << 780 << 1200 << DayChoices(DayChoice::WrapExtension)
                                        << std::vector{MealOnTime, MealNotDue};
        QTest::newRow("past the extension") << 780 << 1201 << DayChoices(DayChoice::WrapExtension)
                                            << std::vector{MealMissing, MealOnTime};
        QTest::newRow("extension not claimed")
            << 780 << 1200 << nothing << std::vector{MealMissing, MealOnTime};
        QTest::newRow("an extension is no grace")
            << 792 << 1170 << DayChoices(DayChoice::WrapExtension)
            << std::vector{MealLate, MealNotDue};
    }

    void whatWasClaimedExcusesADelayUpToItsLength()
    {
        QFETCH(int, mealOut);
        QFETCH(int, wrap);
        QFETCH(DayChoices, choices);
        QFETCH(std::vector<FindingKind>, expected);
        FindingContext context;
        context.isOver = true;
        context.limits.grace = Minutes(12);
        context.limits.wrapExtension = Minutes(30);
        // The second meal is due six hours after 810, at 1170.
        WorkDay day = sampleDay({{}, thursday, {}}, 420, mealOut, 810, wrap);
        day.choices = choices;

        QCOMPARE(kinds(findingsOf(day, context)), expected);
    }

    void dayThatIsOverAsksForWhatIsMissing()
    {
        FindingContext context;
        context.isOver = true;
        context.plannedCall = Minutes(420);
        WorkDay day;

        QCOMPARE(kinds(findingsOf(day, context)), std::vector{FindingKind::MissingTimes});

        day.call = TimeField::at(420);
        QCOMPARE(kinds(findingsOf(day, context)), std::vector{FindingKind::MissingWrap});

        context.isOver = false;
        QVERIFY(findingsOf(WorkDay{}, context).empty());
    }
};

QTEST_GUILESS_MAIN(TestWeekModel)
#include "tst_week_model.moc"
