#include "shared/domain/day_line.h"
#include "shared/domain/record_change.h"
#include "shared/domain/record_limits.h"
#include "shared/domain/records.h"
#include "shared/domain/validation.h"
#include "shared/domain/week.h"

#include <rapidcheck.h>

#include <QTest>

using namespace film;

namespace {

template<typename IdType>
rc::Gen<IdType> anyId()
{
    return rc::gen::map(rc::gen::container<std::vector<quint8>>(16, rc::gen::arbitrary<quint8>()),
                        [](const std::vector<quint8> &bytes) {
                            std::array<quint8, 16> array{};
                            std::ranges::copy(bytes, array.begin());
                            array[0] |= 1; // an id of nothing is another matter
                            return IdType(array);
                        });
}

int number(int least, int most)
{
    return *rc::gen::inRange(least, most + 1);
}

bool coin()
{
    return *rc::gen::arbitrary<bool>();
}

TimeField anyTime()
{
    switch (number(0, 3)) {
    case 0: return {};
    case 1: return TimeField::none();
    default: return TimeField::at(number(0, wallTimeMax.count()), number(0, 1));
    }
}

QString anyText()
{
    const auto letters =
        *rc::gen::container<std::u16string>(rc::gen::elementOf(std::u16string(u"aZ é;-7.\nЖ漢")));
    return QString::fromStdU16String(letters).left(100);
}

std::optional<Minutes> anyTravel()
{
    return coin() ? std::optional(Minutes(number(0, record_limits::travelMax.count())))
                  : std::nullopt;
}

DayChoices anyChoices()
{
    return dayChoicesFromNumber(number(0, 255)).value_or(DayChoices());
}

WorkDay anyDay()
{
    WorkDay day;
    day.key = {*anyId<PersonId>(), QDate(2025, 1, 1).addDays(number(0, 700)), *anyId<UnitId>()};
    day.type = static_cast<DayType>(number(1, 10));
    day.call = anyTime();
    day.wrap = anyTime();
    day.ndbOut = anyTime();
    day.ndbIn = anyTime();
    for (int i = number(0, 4); i > 0; --i)
        day.meals.push_back({anyTime(), anyTime()});
    day.travelTo = anyTravel();
    day.travelFrom = anyTravel();
    day.choices = anyChoices();
    day.zone = coin() ? "America/New_York" : "";
    day.location = anyText();
    day.account = anyText();
    day.episode = anyText();
    for (int i = number(0, 3); i > 0; --i)
        day.allowances.push_back(
            {anyText().left(40), Money(number(-1'000'000, 1'000'000), Currency::Eur)});
    day.notes = anyText();
    day.state = static_cast<DayState>(number(0, 6));
    return day;
}

// A day as it could have been: each time at or after the one before it.
DayTimes chronologicalTimes()
{
    std::vector<int> minutes =
        *rc::gen::container<std::vector<int>>(12, rc::gen::inRange(0, wallTimeMax.count() + 1));
    std::ranges::sort(minutes);
    size_t next = 0;
    const auto time = [&] { return TimeField::at(minutes[next++]); };
    DayTimes times;
    times.call = time();
    if (coin())
        times.ndbOut = time();
    if (coin())
        times.ndbIn = time();
    for (int i = number(0, 3); i > 0; --i) {
        Meal meal;
        if (number(0, 5) == 0)
            meal = {TimeField::none(), TimeField::none()};
        else
            meal = {number(0, 5) ? time() : TimeField(), number(0, 5) ? time() : TimeField()};
        times.meals.push_back(meal);
    }
    if (coin())
        times.wrap = time();
    times.travelTo = anyTravel();
    times.travelFrom = anyTravel();
    times.choices = anyChoices();
    constexpr std::array types{DayType::Work, DayType::Travel, DayType::Rehearsal,
                               DayType::Fitting};
    times.type = types.at(static_cast<size_t>(number(0, 3)));
    return times;
}

DayTimes readBack(const QString &line)
{
    return readDayLine(line, {}).times.value_or(DayTimes());
}

// What the log does with a change: said fields replace, the others stay.
GroupMap applied(GroupMap groups, const GroupMap &change)
{
    for (const auto &[group, fields] : change) {
        for (const auto &[field, value] : fields)
            groups[group][field] = value;
    }
    return groups;
}

FieldValue anyValue(int depth)
{
    switch (number(0, depth > 2 ? 4 : 7)) {
    case 0: return {};
    case 1: return *rc::gen::arbitrary<qint64>();
    case 2: return number(-1, 2000);
    case 3: return anyText();
    case 4: return QByteArray(number(14, 17), 'x');
    default: {
        FieldValue::List list;
        for (int i = number(0, 4); i > 0; --i)
            list.push_back(anyValue(depth + 1));
        return list;
    }
    }
}

// A day into which somebody wrote what they liked.
GroupMap spoiled(GroupMap groups)
{
    for (int i = number(0, 4); i > 0; --i)
        groups[static_cast<quint32>(number(1, 9))][static_cast<quint32>(number(1, 12))] =
            anyValue(0);
    return groups;
}

template<typename Property>
void check(Property property)
{
    QVERIFY(rc::check(property));
}

} // namespace

class TestDayProperties : public QObject
{
    Q_OBJECT

private slots:
    void everyDaySurvivesTheWayToFieldsAndBack()
    {
        check([] {
            const WorkDay day = anyDay();
            const ProductionId production = *anyId<ProductionId>();
            const GroupMap groups = toGroups(day);

            RC_ASSERT((workDayFromGroups(groups) == day));
            RC_ASSERT(checkRecord(production, EntityType::TimeEntry, workDayId(production, day.key),
                                  groups)
                          .has_value());
        });
    }

    void whateverAPeerSendsIsRefusedOrUnderstood()
    {
        check([] {
            const ProductionId production = *anyId<ProductionId>();
            const WorkDay day = anyDay();
            const GroupMap groups = spoiled(toGroups(day));

            const Result<WorkDay> read = workDayFromGroups(groups);
            const bool isAccepted = checkRecord(production, EntityType::TimeEntry,
                                                workDayId(production, day.key), groups)
                                        .has_value();

            RC_CLASSIFY(isAccepted);
            RC_ASSERT(!isAccepted || read.has_value());
            RC_ASSERT((!read || workDayFromGroups(toGroups(*read)) == *read));
            // Other kinds of records meet the same fields without harm.
            for (quint32 type = 1; type <= 11; ++type) {
                static_cast<void>(checkRecord(production, static_cast<EntityType>(type),
                                              EntityId::of(production), groups));
            }
        });
    }

    void changeTurnsTheOneDayIntoTheOther()
    {
        check([] {
            const WorkDay before = anyDay();
            WorkDay after = anyDay();
            after.key = before.key;

            const GroupMap change = changedFields(toGroups(before), toGroups(after));

            RC_ASSERT((workDayFromGroups(applied(toGroups(before), change)) == after));
            RC_ASSERT(changedFields(toGroups(after), toGroups(after)).empty());
            RC_ASSERT(changedFields(applied(toGroups(before), change), toGroups(after)).empty());
        });
    }

    void everyChronologicalDayCanBePrintedAndReadBack()
    {
        check([] {
            const DayTimes times = chronologicalTimes();

            const std::optional<QString> line = printDayLine(times);

            RC_ASSERT(line.has_value());
            RC_ASSERT((readBack(*line) == times));
        });
    }

    void whateverIsPrintedReadsBackWithoutItsFolds()
    {
        check([] {
            const WorkDay day = anyDay();

            const std::optional<QString> line = printDayLine(timesOf(day));

            // withTimes() puts back the folds, which no line can say.
            RC_PRE(line.has_value());
            RC_ASSERT((withTimes(day, readBack(*line)) == day));
        });
    }

    void everyMinuteReadsBackAsItIsPrinted()
    {
        for (int minute = 0; minute <= wallTimeMax.count(); ++minute) {
            DayTimes times;
            times.call = TimeField::at(minute);
            const std::optional<QString> line = printDayLine(times);
            QVERIFY(line);
            QCOMPARE(readBack(*line).call.minutes().count(), minute);
        }
    }

    void timeThatFollowsNeverComesBeforeItsPrevious()
    {
        check([] {
            TimeContext context;
            context.field = coin() ? DayField::Wrap : DayField::MealOut;
            context.call = TimeField::at(number(0, 24 * 60));
            context.previous = context.call;
            const QString text = QString::number(number(1, 23))
                + (coin() ? QString() : QStringLiteral(".") + QString::number(number(0, 9)));

            const TimeReading reading = readTime(text, context);

            RC_ASSERT(reading.isUnderstood());
            RC_ASSERT(reading.readings[0].minutes() >= context.previous.minutes());
            RC_ASSERT(reading.readings[0].minutes() < context.previous.minutes() + Minutes(1680));
        });
    }

    void printedDayHasNoBlockingProblem()
    {
        check([] {
            WorkDay day;
            day.key.date = QDate(2025, 6, 2);
            day = withTimes(day, chronologicalTimes());

            RC_ASSERT(canSave(validate(day, {})));
        });
    }

    void everyDateIsInExactlyOneWeek()
    {
        check([] {
            const QDate date = QDate(2025, 1, 1).addDays(number(0, 5000));
            const auto endsOn = static_cast<Qt::DayOfWeek>(number(1, 7));

            const PayWeek week = weekOf(date, endsOn);

            RC_ASSERT(week.contains(date));
            RC_ASSERT(week.last().dayOfWeek() == endsOn);
            for (const QDate day : week.days())
                RC_ASSERT((weekOf(day, endsOn) == week));
        });
    }
};

QTEST_APPLESS_MAIN(TestDayProperties)
#include "tst_day_properties.moc"
