#include "shared/domain/import/call_sheet_import.h"
#include "shared/domain/import/crew_list_import.h"
#include "shared/domain/import/production_import.h"
#include "shared/domain/import/work_day_import.h"
#include "shared/domain/records.h"
#include "shared/domain/validation.h"
#include "shared/domain/zone_time.h"
#include "tests/support/sample_generator.h"
#include "tests/unit/import/verdict_text.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace film;
using namespace Qt::StringLiterals;

namespace {

const ProductionId id(std::array<quint8, 16>{1, 2, 3});

QByteArray readSample(const QString &name)
{
    QFile file(QString(QStringLiteral(FILM_SOURCE_DIR "/resources/sample/") + name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

// The files of the invented production "Northern Lights" and of the generator.
class TestSampleProduction : public QObject
{
    Q_OBJECT

private slots:
    void productionIsReady()
    {
        const Result<ProductionImport> import =
            importProduction(readSample(u"production.csv"_s), id);

        QVERIFY(import && import->production);
        QCOMPARE(import->production->title, u"Northern Lights"_s);
        QCOMPARE(import->production->zone, QByteArray("America/New_York"));
        QCOMPARE(import->production->weekEndsOn, Qt::Saturday);
    }

    void crewIsReadyAndLargeEnough()
    {
        const Result<CrewListImport> import = importSampleCrew();

        QVERIFY(import);
        QCOMPARE(problemsOf(import->verdicts), QString());
        QCOMPARE(import->ignoredColumns, QStringList{u"Email"_s});
        QCOMPARE(import->crew.people.size(), size_t(120));
        QCOMPARE(import->crew.deals.size(), size_t(120));
        QVERIFY(import->crew.departments.size() >= 12);
        QCOMPARE(import->crew.units.size(), size_t(2));
    }

    void callSheetsAreReady()
    {
        const CrewList crew = importSampleCrew()->crew;
        const QStringList names = sampleCallSheets();
        QCOMPARE(names.size(), 25);

        for (const QString &name : names) {
            const Result<CallSheetImport> import =
                importCallSheet(readSample(name), crew, callSheetOptions());

            QVERIFY(import);
            QVERIFY2(import->day && allReady(import->verdicts),
                     qPrintable(QString(name + u'\n' + problemsOf(import->verdicts))));
            QCOMPARE(import->ignoredLines, QStringList());
            QCOMPARE(import->production, u"Northern Lights"_s);
        }
    }

    void shootingCoversThreeWeeksAndTwoUnits()
    {
        const std::vector<ShootingDay> days = importSampleDays();

        const auto [first, last] = std::ranges::minmax(days, {}, &ShootingDay::date);
        QCOMPARE(first.date, QDate(2025, 11, 1));
        QCOMPARE(last.date, QDate(2025, 11, 21));
        std::set<UnitId> units;
        for (const ShootingDay &day : days)
            units.insert(day.unit);
        QCOMPARE(units.size(), size_t(2));
    }

    void oneNightRunsPastMidnightAndOneOverTheChangeOfTheClocks()
    {
        const std::vector<ShootingDay> days = importSampleDays();
        const auto onDate = [&days](QDate date) {
            return *std::ranges::find(days, date, &ShootingDay::date);
        };
        const auto hoursThatGoBy = [](const ShootingDay &day) {
            return spanInUtc(day.date, {*day.call}, {*day.wrap}, zoneFor(day.zone));
        };

        const ShootingDay night = onDate(QDate(2025, 11, 7));
        const ShootingDay longNight = onDate(QDate(2025, 11, 1));

        QCOMPARE(night.wrap, Minutes(29 * 60));
        QCOMPARE(hoursThatGoBy(night), Minutes(12 * 60));
        QCOMPARE(longNight.call, Minutes(19 * 60));
        QCOMPARE(longNight.wrap, Minutes(29 * 60));
        QCOMPARE(hoursThatGoBy(longNight), Minutes(11 * 60));
    }

    void enteredDaysAreReady()
    {
        const Result<WorkDayImport> import = importSampleWorkDays();

        QVERIFY(import);
        QCOMPARE(problemsOf(import->verdicts), QString());
        QVERIFY(import->days.size() > 1'500);
        for (const WorkDay &day : import->days) {
            QVERIFY(checkRecord(id, EntityType::TimeEntry, workDayId(id, day.key), toGroups(day)));
        }
    }

    void weekOfTheDesignsIsInTheSample()
    {
        const DepartmentId camera = departmentId(id, u"Camera");
        const PersonId maya = personId(id, u"Maya Lindqvist", camera);
        const auto meal = [](int out) { return Meal{TimeField::at(out), TimeField::at(out + 30)}; };

        const std::vector<WorkDay> days = importSampleWorkDays()->days;
        const auto onDay = [&](int day) {
            return *std::ranges::find_if(days, [&](const WorkDay &work) {
                return work.key.person == maya && work.key.date == QDate(2025, 11, day);
            });
        };

        QCOMPARE(workedMinutes(onDay(17)), Minutes(690));                      // 11.5
        QCOMPARE(onDay(18).meals, std::vector<Meal>({meal(792)}));             // 13.2
        QCOMPARE(workedMinutes(onDay(18)), Minutes(720));                      // 12.0
        QCOMPARE(onDay(19).meals, std::vector<Meal>({meal(768), meal(1152)})); // 12.8, 19.2
        QCOMPARE(onDay(19).wrap, TimeField::at(1248));                         // 20.8
        QCOMPARE(onDay(20).call, TimeField::at(420));
        QVERIFY(onDay(20).wrap.isUnknown());
        QVERIFY(onDay(20).meals.empty());
        QCOMPARE(onDay(20).location, u"Stage 4"_s);
    }

    void sampleHasDaysThatSomebodyMustLookAt()
    {
        const std::vector<WorkDay> days = importSampleWorkDays()->days;
        const auto daysInThirdWeek = [&days](QStringView name, QStringView department) {
            const PersonId person = personId(id, name, departmentId(id, department));
            return std::ranges::count_if(days, [person](const WorkDay &day) {
                return day.key.person == person && day.key.date > QDate(2025, 11, 15);
            });
        };
        const auto withoutWrap = std::ranges::count_if(
            days, [](const WorkDay &day) { return day.call.isKnown() && !day.wrap.isKnown(); });

        QCOMPARE(daysInThirdWeek(u"Callum Reith", u"Grip"), 0);
        QCOMPARE(daysInThirdWeek(u"Duncan Maddox", u"Locations"), 0);
        QCOMPARE(daysInThirdWeek(u"Ximena Prado", u"Transport"), 2);
        QCOMPARE(withoutWrap, 3);
    }

    void exceptionsShowWithoutDrowningTheRest()
    {
        std::vector<WorkDay> days = importSampleWorkDays()->days;
        std::ranges::stable_sort(
            days, {}, [](const WorkDay &day) { return std::pair(day.key.person, day.key.date); });
        DayContext context;
        context.zone = zoneFor("America/New_York");

        std::map<ProblemKind, int> found;
        for (size_t i = 1; i < days.size(); ++i) {
            context.previous.reset();
            if (days.at(i - 1).key.person == days.at(i).key.person)
                context.previous = NeighbourDay{days.at(i - 1), context.zone};
            const std::vector<Problem> problems = validate(days.at(i), context);
            QVERIFY(canSave(problems));
            for (const Problem &problem : problems)
                ++found[problem.kind];
        }

        QVERIFY(found[ProblemKind::MissingWrap] > 0);
        QVERIFY(found[ProblemKind::MissingMealEnd] > 0);
        QVERIFY(found[ProblemKind::MealLate] > 0);
        QVERIFY(found[ProblemKind::ShortRest] > 0);
        // A sample in which everything is wrong shows nothing.
        QVERIFY(found[ProblemKind::MealLate] < 40);
        QVERIFY(found[ProblemKind::ShortRest] < 40);
        QCOMPARE(found[ProblemKind::OverlapsPrevious], 0);
    }

    void everyRecordOfTheSampleIsAccepted()
    {
        const CrewList crew = importSampleCrew()->crew;

        for (const Person &person : crew.people) {
            QVERIFY(checkRecord(id, EntityType::Person, EntityId::of(person.id), toGroups(person)));
        }
        for (const Deal &deal : crew.deals)
            QVERIFY(checkRecord(id, EntityType::Deal, dealId(id, deal.person), toGroups(deal)));
        for (const ShootingDay &day : importSampleDays()) {
            QVERIFY(checkRecord(id, EntityType::ShootingDay, shootingDayId(id, day.date, day.unit),
                                toGroups(day)));
        }
    }

    void generatedCrewComesBackFromItsFile_data()
    {
        QTest::addColumn<int>("people");

        QTest::newRow("one person") << 1;
        QTest::newRow("fewer than departments") << 7;
        QTest::newRow("a second unit just so") << 20;
        QTest::newRow("the usual") << 120;
        QTest::newRow("a studio") << 5000;
    }

    void generatedCrewComesBackFromItsFile()
    {
        QFETCH(int, people);
        const tests::SampleProduction sample =
            tests::generateProduction({.people = people, .days = 0, .seed = 7});
        CrewListOptions options;
        options.production = sample.production.id;

        const Result<CrewListImport> import =
            importCrewList(tests::crewListCsv(sample.crew), options);
        const Result<ProductionImport> production =
            importProduction(tests::productionCsv(sample.production), sample.production.id);

        QVERIFY(import && production);
        QCOMPARE(problemsOf(import->verdicts), QString());
        QVERIFY(import->crew == sample.crew);
        QCOMPARE(production->production, std::optional(sample.production));
    }

    void generatedDaysComeBackFromTheirFiles()
    {
        const tests::SampleProduction sample =
            tests::generateProduction({.people = 40, .days = 7, .seed = 11});
        WorkDayOptions options;
        options.zone = sample.production.zone;
        options.shootingDays = sample.shootingDays;

        for (const ShootingDay &day : sample.shootingDays) {
            const Result<CallSheetImport> sheet =
                importCallSheet(tests::callSheetCsv(sample, day), sample.crew, {});
            QVERIFY(sheet);
            QCOMPARE(problemsOf(sheet->verdicts), QString());
            QCOMPARE(sheet->day, std::optional(day));
        }
        const Result<WorkDayImport> import =
            importWorkDays(tests::workDaysCsv(sample), sample.crew, options);

        QVERIFY(import);
        QCOMPARE(problemsOf(import->verdicts), QString());
        QCOMPARE(import->days.size(), size_t(37 * 7 + 3 * 3));
        QVERIFY(import->days == sample.workDays);
    }

    void sameSeedGivesTheSameProduction()
    {
        const tests::SampleProduction first = tests::generateProduction({120, 15, 3});
        const tests::SampleProduction again = tests::generateProduction({120, 15, 3});

        QVERIFY(first.crew == again.crew);
        QVERIFY(first.shootingDays == again.shootingDays);
        QVERIFY(first.workDays == again.workDays);
    }

    void everySeedIsAProductionOfItsOwn()
    {
        std::set<ProductionId> ids;
        for (quint64 seed = 1; seed <= 200; ++seed)
            ids.insert(tests::generateProduction({5, 1, seed}).production.id);

        QCOMPARE(ids.size(), size_t(200));
    }

private:
    [[nodiscard]] static CallSheetOptions callSheetOptions()
    {
        CallSheetOptions options;
        options.zone = "America/New_York";
        return options;
    }

    [[nodiscard]] static QStringList sampleCallSheets()
    {
        const QDir folder(QStringLiteral(FILM_SOURCE_DIR "/resources/sample/call_sheets"));
        QStringList names;
        for (const QString &name : folder.entryList({u"*.csv"_s}, QDir::Files, QDir::Name))
            names.append(QString(u"call_sheets/"_s + name));
        return names;
    }

    [[nodiscard]] static std::vector<ShootingDay> importSampleDays()
    {
        const CrewList crew = importSampleCrew()->crew;
        std::vector<ShootingDay> days;
        for (const QString &name : sampleCallSheets())
            days.push_back(*importCallSheet(readSample(name), crew, callSheetOptions())->day);
        return days;
    }

    [[nodiscard]] static Result<WorkDayImport> importSampleWorkDays()
    {
        WorkDayOptions options;
        options.zone = "America/New_York";
        options.shootingDays = importSampleDays();
        return importWorkDays(readSample(u"work_days.csv"_s), importSampleCrew()->crew, options);
    }

    [[nodiscard]] static Result<CrewListImport> importSampleCrew()
    {
        CrewListOptions options;
        options.production = id;
        return importCrewList(readSample(u"crew_list.csv"_s), options);
    }
};

QTEST_GUILESS_MAIN(TestSampleProduction)
#include "tst_sample_production.moc"
