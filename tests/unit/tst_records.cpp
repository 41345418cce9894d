#include "shared/domain/approved_week.h"
#include "shared/domain/record_limits.h"
#include "shared/domain/records.h"

#include <QTest>

using namespace film;
using namespace Qt::StringLiterals;

namespace {

template<typename IdType>
IdType someId(quint8 seed)
{
    std::array<quint8, 16> bytes{};
    bytes.fill(seed);
    return IdType(bytes);
}

const ProductionId production = someId<ProductionId>(1);

WorkDay fullDay()
{
    WorkDay day;
    day.key = {someId<PersonId>(2), QDate(2025, 11, 20), someId<UnitId>(3)};
    day.type = DayType::Travel;
    day.call = TimeField::at(420);
    day.wrap = TimeField::at(1530, 1);
    day.ndbOut = TimeField::none();
    day.ndbIn = TimeField::none();
    day.meals = {{TimeField::at(780), TimeField::at(810)},
                 {TimeField::at(1140), TimeField()},
                 {TimeField::none(), TimeField::none()}};
    day.travelTo = Minutes(30);
    day.travelFrom = Minutes(0);
    day.zone = "Europe/Oslo";
    day.location = u"Lyngen, fjærekanten"_s;
    day.account = u"2210-04"_s;
    day.choices = DayChoices(DayChoice::Grace) | DayChoice::SemiContinuous;
    day.episode = u"102"_s;
    day.allowances = {{u"kit"_s, Money(-2500, Currency::Gbp)}};
    day.notes = u"Rain from 14.0\nsecond line"_s;
    day.state = DayState::Submitted;
    return day;
}

ShootingDay fullShootingDay()
{
    ShootingDay day;
    day.date = QDate(2025, 11, 20);
    day.unit = someId<UnitId>(3);
    day.dayNumber = 14;
    day.type = DayType::Rehearsal;
    day.location = u"Stage 2"_s;
    day.zone = "America/New_York";
    day.scenes = u"12, 14A"_s;
    day.call = Minutes(420);
    day.meal1Out = Minutes(780);
    day.meal1In = Minutes(810);
    day.wrap = Minutes(1140);
    day.departmentCalls = {{someId<DepartmentId>(4), Minutes(390)}};
    day.personCalls = {{someId<PersonId>(2), Minutes(360)}};
    return day;
}

Deal fullDeal()
{
    return {someId<PersonId>(2),
            u"IATSE 728"_s,
            Money(5012, Currency::Usd),
            Minutes(600),
            u"us-west"_s,
            QDate(2025, 11, 17),
            QDate(2025, 12, 5),
            Money(55000, Currency::Usd),
            Money(275000, Currency::Usd),
            true,
            u"work_day.min_call_min=600"_s};
}

template<typename T>
EntityId anyId(const T &)
{
    return someId<EntityId>(9);
}

GroupMap with(GroupMap groups, quint32 group, quint32 field, FieldValue value)
{
    groups[group][field] = std::move(value);
    return groups;
}

} // namespace

class TestRecords : public QObject
{
    Q_OBJECT

private slots:
    void workDaySurvivesTheWayToFieldsAndBack()
    {
        const Result<WorkDay> read = workDayFromGroups(toGroups(fullDay()));

        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QVERIFY(*read == fullDay());
    }

    void crewRecordsSurviveTheWayToFieldsAndBack()
    {
        const Production film{production,    u"Northern Lights"_s, u"101"_s,
                              "Europe/Oslo", Qt::Sunday,           Currency::Eur};
        const Unit unit{someId<UnitId>(3), u"Second"_s};
        const Department department{someId<DepartmentId>(4), u"Grip"_s, -3};
        const Person person{someId<PersonId>(2), u"Ana Żuk"_s,      department.id,
                            u"Dolly grip"_s,     someId<UnitId>(3), 7};

        QVERIFY(productionFromGroups(film.id, toGroups(film)) == film);
        QVERIFY(unitFromGroups(unit.id, toGroups(unit)) == unit);
        QVERIFY(departmentFromGroups(department.id, toGroups(department)) == department);
        QVERIFY(personFromGroups(person.id, toGroups(person)) == person);
        QVERIFY(dealFromGroups(toGroups(fullDeal())) == fullDeal());
        QVERIFY(shootingDayFromGroups(toGroups(fullShootingDay())) == fullShootingDay());
    }

    void noteAloneTouchesNoOtherGroup()
    {
        WorkDay day;
        day.key = fullDay().key;
        day.notes = u"Fitting moved"_s;

        const GroupMap groups = toGroups(day);

        QCOMPARE(groups.size(), size_t(2));
        QVERIFY(groups.contains(schema::time_entry::Identity));
        QVERIFY(groups.contains(schema::time_entry::Notes));
    }

    void noneAndUnknownStayApart()
    {
        WorkDay day;
        day.key = fullDay().key;
        day.call = TimeField::none();

        const Result<WorkDay> read = workDayFromGroups(toGroups(day));

        QVERIFY(read && read->call.isNone());
        QVERIFY(read->wrap.isUnknown());
    }

    void clearedFieldIsUnknownAgain()
    {
        using namespace schema::time_entry;
        const GroupMap groups = with(toGroups(fullDay()), Times, Wrap, FieldValue::List{});

        const Result<WorkDay> read = workDayFromGroups(groups);

        QVERIFY(read && read->wrap.isUnknown());
    }

    void wrongFieldIsReported_data()
    {
        using namespace schema::time_entry;
        QTest::addColumn<quint32>("group");
        QTest::addColumn<quint32>("field");
        QTest::addColumn<int>("sample");

        QTest::newRow("a text for a call") << quint32(Times) << quint32(Call) << 0;
        QTest::newRow("a bare number for a call") << quint32(Times) << quint32(Call) << 1;
        QTest::newRow("past 48 hours") << quint32(Times) << quint32(Call) << 2;
        QTest::newRow("before midnight") << quint32(Times) << quint32(Call) << 3;
        QTest::newRow("a third fold") << quint32(Times) << quint32(Call) << 4;
        QTest::newRow("an unknown day type") << quint32(Times) << quint32(DayTypeCode) << 1;
        QTest::newRow("a short person id")
            << quint32(Identity) << quint32(schema::time_entry::Person) << 5;
        QTest::newRow("a date in the year 5000") << quint32(Identity) << quint32(Date) << 6;
        QTest::newRow("a meal that is no pair") << quint32(Meals) << quint32(Meals_) << 7;
        QTest::newRow("a zone with a space") << quint32(Times) << quint32(Zone) << 8;
        QTest::newRow("a note with NUL") << quint32(Notes) << quint32(Text) << 9;
        QTest::newRow("half a surrogate pair") << quint32(Notes) << quint32(Text) << 10;
        QTest::newRow("a number for a note") << quint32(Notes) << quint32(Text) << 1;
        QTest::newRow("an unknown state") << quint32(Lifecycle) << quint32(State) << 1;
        QTest::newRow("travel of a week") << quint32(Times) << quint32(TravelToMinutes) << 11;
    }

    void wrongFieldIsReported()
    {
        const std::array<FieldValue, 12> samples{
            u"seven"_s,
            200,
            FieldValue::List{2881, 0},
            FieldValue::List{-1, 0},
            FieldValue::List{420, 2},
            QByteArray("short"),
            3'000'000,
            FieldValue::List{FieldValue::List{FieldValue::List{780, 0}}},
            u"Europe Oslo"_s,
            QString(QChar(u'\0')),
            QString(QChar(0xd800)),
            10'080,
        };
        QFETCH(quint32, group);
        QFETCH(quint32, field);
        QFETCH(int, sample);
        const GroupMap groups =
            with(toGroups(fullDay()), group, field, samples.at(static_cast<size_t>(sample)));

        const Result<WorkDay> read = workDayFromGroups(groups);

        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::InvalidInput);
        QVERIFY(!checkRecord(production, EntityType::TimeEntry,
                             workDayId(production, fullDay().key), groups));
    }

    void fieldOfANewerVersionIsIgnored()
    {
        const GroupMap groups = with(toGroups(fullDay()), 40, 1, u"from the future"_s);

        QVERIFY(workDayFromGroups(groups) == fullDay());
        QVERIFY(checkRecord(production, EntityType::TimeEntry, workDayId(production, fullDay().key),
                            groups));
    }

    void dayWithoutIdentityIsNoDay()
    {
        GroupMap groups = toGroups(fullDay());
        groups.erase(schema::time_entry::Identity);

        QVERIFY(!workDayFromGroups(groups));
        // As a change to a day that is there it is fine.
        QVERIFY(checkRecord(production, EntityType::TimeEntry, workDayId(production, fullDay().key),
                            groups));
    }

    void sameDayHasTheSameIdOnEveryDevice()
    {
        const WorkDayKey key = fullDay().key;
        WorkDayKey nextDay = key;
        nextDay.date = key.date.addDays(1);

        QCOMPARE(workDayId(production, key).toString(),
                 u"332e3043-eb87-83a8-bb61-3b87b6cb8406"_s); // must never change
        QVERIFY(workDayId(production, key) != workDayId(production, nextDay));
        QVERIFY(workDayId(production, key) != workDayId(someId<ProductionId>(7), key));
    }

    void nameMakesTheIdWhateverItsCaseAndForm()
    {
        const DepartmentId grip = departmentId(production, u"Grip");

        QCOMPARE(departmentId(production, u"  gRIP "), grip);
        QCOMPARE(departmentId(production, u"Décor"), departmentId(production, u"De\u0301cor"));
        QVERIFY(departmentId(production, u"Grips") != grip);
        QVERIFY(personId(production, u"Ana", grip) != personId(production, u"Ana", DepartmentId()));
    }

    void idMustBeTheOneTheFieldsMake()
    {
        const GroupMap day = toGroups(fullDay());
        const GroupMap shooting = toGroups(fullShootingDay());
        const GroupMap deal = toGroups(fullDeal());
        const auto check = [](EntityType type, EntityId id, const GroupMap &groups) {
            return checkRecord(production, type, id, groups).has_value();
        };

        QVERIFY(check(EntityType::TimeEntry, workDayId(production, fullDay().key), day));
        QVERIFY(!check(EntityType::TimeEntry, anyId(day), day));
        QVERIFY(check(EntityType::ShootingDay,
                      shootingDayId(production, fullShootingDay().date, fullShootingDay().unit),
                      shooting));
        QVERIFY(!check(EntityType::ShootingDay, anyId(day), shooting));
        QVERIFY(check(EntityType::Deal, dealId(production, fullDeal().person), deal));
        QVERIFY(!check(EntityType::Deal, anyId(day), deal));
        QVERIFY(check(EntityType::Production, EntityId::of(production), {}));
        QVERIFY(!check(EntityType::Production, anyId(day), {}));
    }

    void tooMuchIsRefused()
    {
        const EntityId id = someId<EntityId>(9);
        FieldValue::List nested;
        for (int i = 0; i < 10; ++i)
            nested = FieldValue::List{nested};
        FieldValue::List wide(record_limits::valuesMax + 1, FieldValue(1));
        const auto codeOf = [&](FieldValue value) {
            const Result<> checked =
                checkRecord(production, EntityType::Unit, id, {{9, {{1, std::move(value)}}}});
            return checked ? std::nullopt : std::optional(checked.error().code);
        };

        QVERIFY(codeOf(nested) == ErrorCode::LimitExceeded);
        QVERIFY(codeOf(wide) == ErrorCode::LimitExceeded);
        QVERIFY(codeOf(QString(record_limits::textLengthMax + 1, u'x'))
                == ErrorCode::LimitExceeded);
        QVERIFY(codeOf(QString(record_limits::textLengthMax, u'x')) == std::nullopt);
    }

    void kindWithoutFieldsIsRefused()
    {
        QVERIFY(!checkRecord(production, EntityType::Timecard, someId<EntityId>(9), {}));
        QVERIFY(!checkRecord(production, EntityType{99}, someId<EntityId>(9), {}));
    }

    void grantHoldsAKnownRole()
    {
        namespace grant = schema::grant;
        Grant granted;
        granted.user = someId<UserId>(7);
        granted.name = u"Priya Nair"_s;
        granted.role = Role::Coordinator;
        granted.revokedDevices = {someId<DeviceId>(5)};
        const EntityId id = grantId(production, granted.user);
        const GroupMap groups = toGroups(granted);

        QVERIFY(*grantFromGroups(groups) == granted);
        QVERIFY(checkRecord(production, EntityType::Grant, id, groups));
        QVERIFY(!checkRecord(production, EntityType::Grant, someId<EntityId>(9), groups));
        QVERIFY(!checkRecord(production, EntityType::Grant, id,
                             with(groups, grant::Main, grant::Role, 77)));
        QVERIFY(!checkRecord(production, EntityType::Grant, id,
                             with(groups, grant::Devices, grant::Revoked, FieldValue::List{1})));
    }

    void approvedWeekSurvivesTheWayToFieldsAndBack()
    {
        namespace timecard = schema::timecard;
        ApprovedWeek week;
        week.person = someId<PersonId>(2);
        week.first = QDate(2025, 11, 16);
        week.device = someId<DeviceId>(5);
        week.days = {{QDate(2025, 11, 20), sha256("as it was")}};
        week.packs = {{u"us-fed"_s, u"1"_s, week.first, week.first.addDays(6)}};
        week.gross = Money(123'450, Currency::Gbp);
        week.lines = {{u"hours"_s, Money(120'000, Currency::Gbp)},
                      {u"allowance"_s, Money(3'450, Currency::Gbp)}};
        const EntityId id = approvedWeekId(production, week);
        const GroupMap groups = toGroups(week);

        QVERIFY(approvedWeekFromGroups(groups) == week);
        QVERIFY(checkRecord(production, EntityType::Timecard, id, groups));
        QVERIFY(!checkRecord(production, EntityType::Timecard, someId<EntityId>(9), groups));
        QVERIFY(!checkRecord(production, EntityType::Timecard, id,
                             with(groups, timecard::Approved, timecard::GrossMinor, u"a lot"_s)));
        QVERIFY(!checkRecord(production, EntityType::Timecard, id,
                             with(groups, timecard::Approved, timecard::Days,
                                  FieldValue::List{FieldValue::List{2'460'000}})));
    }

    // A figure is of the approved days that it names, and of no others.
    void approvedWeekIsOfExactlyItsDays()
    {
        const DayStanding monday{{someId<PersonId>(2), QDate(2025, 11, 17), {}},
                                 ApprovalLevel::Coordinator,
                                 sha256("monday")};
        const DayStanding tuesday{{someId<PersonId>(2), QDate(2025, 11, 18), {}},
                                  ApprovalLevel::Coordinator,
                                  sha256("tuesday")};
        ApprovedWeek week;
        week.days = {{monday.key.date, monday.content}};
        DayStanding open = tuesday;
        open.level = ApprovalLevel::None;
        DayStanding changed = monday;
        changed.content = sha256("another monday");

        QVERIFY(week.isOf({monday}));
        QVERIFY(week.isOf({monday, open}));
        QVERIFY(!week.isOf({monday, tuesday}));
        QVERIFY(!week.isOf({changed}));
        QVERIFY(!week.isOf({open}));
        QVERIFY(!ApprovedWeek().isOf({}));
    }

    void conflictHoldsWholeCandidates()
    {
        namespace conflict = schema::conflict;
        const EntityId id = someId<EntityId>(9);
        const QByteArray anId(16, 'i');
        const FieldValue::List candidate{anId, anId, anId, 1, 2, QByteArray("envelope")};
        const GroupMap groups{
            {conflict::Candidates, {{conflict::Items, FieldValue::List{candidate}}}}};
        const GroupMap broken{{conflict::Candidates,
                               {{conflict::Items, FieldValue::List{FieldValue::List{anId, 1}}}}}};

        const GroupMap wordy = with(groups, conflict::Main, conflict::Groups,
                                    FieldValue::List{FieldValue(2), FieldValue(u"two"_s)});

        QVERIFY(checkRecord(production, EntityType::Conflict, id, groups));
        QVERIFY(!checkRecord(production, EntityType::Conflict, id, broken));
        QVERIFY(!checkRecord(production, EntityType::Conflict, id, wordy));
    }
};

QTEST_APPLESS_MAIN(TestRecords)
#include "tst_records.moc"
