#include "shared/domain/record_limits.h"
#include "shared/domain/record_readers.h"
#include "shared/domain/record_writers.h"
#include "shared/domain/records.h"

#include <algorithm>

namespace film {

namespace {

using detail::putMinutes;
using detail::putText;

template<typename Tag>
void putId(FieldMap &fields, quint32 field, const Id<Tag> &id)
{
    if (!id.isNull())
        fields[field] = id.toByteArray();
}

// All rates of a deal are in one currency.
void putRate(FieldMap &fields, quint32 field, const std::optional<Money> &rate)
{
    if (!rate)
        return;
    fields[field] = rate->minorUnits();
    fields[schema::deal::Currency] = currencyCode(rate->currency());
}

void putNumber(FieldMap &fields, quint32 field, int number)
{
    if (number != 0)
        fields[field] = number;
}

void putDate(FieldMap &fields, quint32 field, QDate date)
{
    if (date.isValid())
        fields[field] = date.toJulianDay();
}

template<typename IdType>
void putCalls(FieldMap &fields, quint32 field, const std::vector<CallFor<IdType>> &calls)
{
    FieldValue::List list;
    for (const CallFor<IdType> &entry : calls)
        list.push_back(FieldValue::List{entry.who.toByteArray(), entry.call.count()});
    if (!list.empty())
        fields[field] = std::move(list);
}

// A group without fields is not a group: it would be a change to nothing.
GroupMap withoutEmpty(GroupMap groups)
{
    std::erase_if(groups, [](const auto &entry) { return entry.second.empty(); });
    return groups;
}

template<typename Tag>
void readCalls(FieldReader &reader, quint32 field, std::vector<CallFor<Id<Tag>>> &target)
{
    std::vector<CallFor<Id<Tag>>> calls;
    reader.list(field, record_limits::callsMax, [&](const FieldValue::List &entry) {
        if (entry.size() != 2)
            return false;
        const std::optional<Id<Tag>> who = FieldReader::toId<Tag>(entry[0]);
        const std::optional<Minutes> call = FieldReader::toWallMinutes(entry[1]);
        if (!who || !call)
            return false;
        calls.push_back({*who, *call});
        return true;
    });
    target = std::move(calls);
}

int sortOrderOf(FieldReader &reader, quint32 field)
{
    std::optional<qint64> order;
    reader.number(field, order, -1'000'000, 1'000'000);
    return static_cast<int>(order.value_or(0));
}

template<typename T>
Result<T> outcomeOf(const FieldReader &reader, T value)
{
    return reader.outcome().map([&] { return std::move(value); });
}

// An action that is not known here, of a newer program, grants nothing here. Reaches that make no
// sense together are none: a grant that cannot be read grants nothing at all.
void readCustomRole(FieldReader &reader, Grant &grant)
{
    using namespace schema::grant;
    if (!reader.open(Custom))
        return;
    CustomRole custom;
    reader.text(RoleName, custom.name, custom_role_limits::nameLengthMax);
    reader.list(Reaches, record_limits::reachesMax, [&](const FieldValue::List &entry) {
        const qint64 *action = entry.size() == 2 ? entry[0].number() : nullptr;
        const qint64 *reach = entry.size() == 2 ? entry[1].number() : nullptr;
        if (!action || !reach || *reach < 0 || *reach > static_cast<int>(Reach::Production))
            return false;
        const auto known = std::ranges::find(allActions(), *action,
                                             [](Action one) { return static_cast<qint64>(one); });
        if (known != allActions().end())
            custom.permissions = custom.permissions.with(*known, static_cast<Reach>(*reach));
        return true;
    });
    if (const auto problem = problemOfReaches(custom.permissions))
        reader.reportField(Reaches, *problem);
    if (custom.name.isEmpty())
        return;
    if (const auto problem = problemOfName(custom.name))
        reader.reportField(RoleName, *problem);
    // A program that knows no such roles has given another one since: that is the one that counts.
    if (nearestRole(custom.permissions) == grant.role)
        grant.custom = custom;
}

} // namespace

namespace detail {

void read(FieldReader &reader, Production &production)
{
    using namespace schema::production;
    reader.open(Main);
    reader.text(Title, production.title, record_limits::nameLengthMax);
    reader.text(Episode, production.episode, record_limits::nameLengthMax);
    reader.zone(Zone, production.zone);
    std::optional<qint64> weekday;
    reader.number(WeekEndsOn, weekday, Qt::Monday, Qt::Sunday);
    if (weekday)
        production.weekEndsOn = static_cast<Qt::DayOfWeek>(*weekday);
    std::optional<film::Currency> currency;
    reader.currency(schema::production::Currency, currency);
    production.currency = currency.value_or(production.currency);
    reader.open(Agreed);
    reader.text(SideLetter, production.sideLetter, record_limits::textLengthMax);
}

void read(FieldReader &reader, Unit &unit)
{
    reader.open(schema::unit::Main);
    reader.text(schema::unit::Name, unit.name, record_limits::nameLengthMax);
}

void read(FieldReader &reader, Department &department)
{
    using namespace schema::department;
    reader.open(Main);
    reader.text(Name, department.name, record_limits::nameLengthMax);
    department.sortOrder = sortOrderOf(reader, SortOrder);
}

void read(FieldReader &reader, Person &person)
{
    using namespace schema::person;
    reader.open(Main);
    reader.text(Name, person.name, record_limits::nameLengthMax);
    reader.id(schema::person::Department, person.department);
    reader.text(Position, person.position, record_limits::nameLengthMax);
    reader.id(schema::person::Unit, person.unit);
    person.sortOrder = sortOrderOf(reader, SortOrder);
}

void read(FieldReader &reader, Deal &deal)
{
    using namespace schema::deal;
    reader.open(Identity);
    reader.id(schema::deal::Person, deal.person);

    reader.open(Terms);
    reader.text(Union, deal.unionName, record_limits::nameLengthMax);
    std::optional<qint64> rateMinor;
    reader.number(RateMinor, rateMinor, 0, record_limits::moneyMinorMax);
    std::optional<film::Currency> currency;
    reader.currency(schema::deal::Currency, currency);
    std::optional<qint64> dayRateMinor;
    reader.number(DayRateMinor, dayRateMinor, 0, record_limits::moneyMinorMax);
    std::optional<qint64> weekRateMinor;
    reader.number(WeekRateMinor, weekRateMinor, 0, record_limits::moneyMinorMax);
    if (rateMinor && currency)
        deal.hourlyRate = Money(*rateMinor, *currency);
    if (dayRateMinor && currency)
        deal.dayRate = Money(*dayRateMinor, *currency);
    if (weekRateMinor && currency)
        deal.weekRate = Money(*weekRateMinor, *currency);
    std::optional<qint64> additionalHour;
    reader.number(AdditionalHour, additionalHour, 0, 1);
    deal.additionalHour = additionalHour == 1;
    reader.text(Own, deal.terms, record_limits::textLengthMax);
    reader.minutes(GuaranteeMinutes, deal.guarantee, record_limits::guaranteeMax);
    reader.text(RulePack, deal.rulePack, record_limits::nameLengthMax);
    reader.date(From, deal.from);
    reader.date(To, deal.to);
}

void read(FieldReader &reader, ShootingDay &day)
{
    using namespace schema::shooting_day;
    reader.open(Identity);
    reader.date(Date, day.date);
    reader.id(schema::shooting_day::Unit, day.unit);

    reader.open(Plan);
    std::optional<qint64> number;
    reader.number(DayNumber, number, 0, 10'000);
    day.dayNumber = static_cast<int>(number.value_or(0));
    std::optional<qint64> type;
    reader.number(Kind, type, 0, 255);
    if (type && !dayTypeFromNumber(*type))
        reader.reportField(Kind, u"is not a day type");
    day.type = dayTypeFromNumber(type.value_or(0)).value_or(DayType::Work);
    reader.text(Location, day.location, record_limits::nameLengthMax);
    reader.zone(Zone, day.zone);
    reader.minutes(Call, day.call, wallTimeMax);
    reader.minutes(Meal1Out, day.meal1Out, wallTimeMax);
    reader.minutes(Meal1In, day.meal1In, wallTimeMax);
    reader.minutes(Wrap, day.wrap, wallTimeMax);
    reader.text(Scenes, day.scenes, record_limits::textLengthMax);

    reader.open(Calls);
    readCalls(reader, ByDepartment, day.departmentCalls);
    readCalls(reader, ByPerson, day.personCalls);
}

void read(FieldReader &reader, Grant &grant)
{
    using namespace schema::grant;
    reader.open(Main);
    reader.id(User, grant.user);
    reader.text(Name, grant.name, record_limits::nameLengthMax);
    std::optional<qint64> role;
    reader.number(schema::grant::Role, role, 0, 255);
    if (role && !roleFromNumber(*role))
        reader.reportField(schema::grant::Role, u"is not a role");
    grant.role = role ? roleFromNumber(*role).value_or(grant.role) : grant.role;
    reader.id(schema::grant::Department, grant.department);
    reader.id(schema::grant::Person, grant.person);
    std::optional<qint64> ended;
    reader.number(Ended, ended, 0, 1);
    grant.ended = ended == 1;

    reader.open(Devices);
    reader.list(Revoked, record_limits::revokedDevicesMax, [&](const FieldValue::List &entry) {
        const auto device =
            entry.size() == 1 ? FieldReader::toId<struct DeviceTag>(entry[0]) : std::nullopt;
        if (device)
            grant.revokedDevices.push_back(*device);
        return device.has_value();
    });
    readCustomRole(reader, grant);
}

} // namespace detail

GroupMap toGroups(const Production &production)
{
    using namespace schema::production;
    FieldMap main;
    putText(main, Title, production.title);
    putText(main, Episode, production.episode);
    putText(main, Zone, QString::fromLatin1(production.zone));
    main[WeekEndsOn] = static_cast<int>(production.weekEndsOn);
    main[schema::production::Currency] = currencyCode(production.currency);
    FieldMap agreed;
    putText(agreed, SideLetter, production.sideLetter);
    return withoutEmpty({{Main, std::move(main)}, {Agreed, std::move(agreed)}});
}

GroupMap toGroups(const Unit &unit)
{
    FieldMap main;
    putText(main, schema::unit::Name, unit.name);
    return withoutEmpty({{schema::unit::Main, std::move(main)}});
}

GroupMap toGroups(const Department &department)
{
    using namespace schema::department;
    FieldMap main;
    putText(main, Name, department.name);
    putNumber(main, SortOrder, department.sortOrder);
    return withoutEmpty({{Main, std::move(main)}});
}

GroupMap toGroups(const Person &person)
{
    using namespace schema::person;
    FieldMap main;
    putText(main, Name, person.name);
    putId(main, schema::person::Department, person.department);
    putText(main, Position, person.position);
    putId(main, schema::person::Unit, person.unit);
    putNumber(main, SortOrder, person.sortOrder);
    return withoutEmpty({{Main, std::move(main)}});
}

GroupMap toGroups(const Deal &deal)
{
    using namespace schema::deal;
    FieldMap terms;
    putText(terms, Union, deal.unionName);
    putRate(terms, RateMinor, deal.hourlyRate);
    putRate(terms, DayRateMinor, deal.dayRate);
    putRate(terms, WeekRateMinor, deal.weekRate);
    if (deal.additionalHour)
        terms[AdditionalHour] = 1;
    putMinutes(terms, GuaranteeMinutes, deal.guarantee);
    putText(terms, RulePack, deal.rulePack);
    putText(terms, Own, deal.terms);
    putDate(terms, From, deal.from);
    putDate(terms, To, deal.to);
    return withoutEmpty({{Identity, {{schema::deal::Person, deal.person.toByteArray()}}},
                         {Terms, std::move(terms)}});
}

GroupMap toGroups(const ShootingDay &day)
{
    using namespace schema::shooting_day;
    FieldMap plan;
    putNumber(plan, DayNumber, day.dayNumber);
    plan[Kind] = static_cast<int>(day.type);
    putText(plan, Location, day.location);
    putText(plan, Zone, QString::fromLatin1(day.zone));
    putMinutes(plan, Call, day.call);
    putMinutes(plan, Meal1Out, day.meal1Out);
    putMinutes(plan, Meal1In, day.meal1In);
    putMinutes(plan, Wrap, day.wrap);
    putText(plan, Scenes, day.scenes);

    FieldMap calls;
    putCalls(calls, ByDepartment, day.departmentCalls);
    putCalls(calls, ByPerson, day.personCalls);
    return withoutEmpty(
        {{Identity,
          {{Date, day.date.toJulianDay()}, {schema::shooting_day::Unit, day.unit.toByteArray()}}},
         {Plan, std::move(plan)},
         {Calls, std::move(calls)}});
}

GroupMap toGroups(const Grant &grant)
{
    using namespace schema::grant;
    FieldMap main{{User, grant.user.toByteArray()},
                  {schema::grant::Role, static_cast<int>(grant.role)}};
    putText(main, Name, grant.name);
    putId(main, schema::grant::Department, grant.department);
    putId(main, schema::grant::Person, grant.person);
    putNumber(main, Ended, grant.ended ? 1 : 0);

    FieldValue::List revoked;
    for (const DeviceId &device : grant.revokedDevices)
        revoked.push_back(FieldValue::List{device.toByteArray()});
    FieldMap devices;
    if (!revoked.empty())
        devices[Revoked] = std::move(revoked);
    FieldMap custom;
    if (grant.custom) {
        putText(custom, RoleName, grant.custom->name);
        FieldValue::List reaches;
        for (const Action action : allActions())
            reaches.push_back(
                FieldValue::List{static_cast<int>(action),
                                 static_cast<int>(grant.custom->permissions.reach(action))});
        custom[Reaches] = std::move(reaches);
    }
    return withoutEmpty(
        {{Main, std::move(main)}, {Devices, std::move(devices)}, {Custom, std::move(custom)}});
}

Result<Production> productionFromGroups(ProductionId id, const GroupMap &groups)
{
    Production production;
    production.id = id;
    FieldReader reader(groups);
    detail::read(reader, production);
    return outcomeOf(reader, std::move(production));
}

Result<Unit> unitFromGroups(UnitId id, const GroupMap &groups)
{
    Unit unit;
    unit.id = id;
    FieldReader reader(groups);
    detail::read(reader, unit);
    return outcomeOf(reader, std::move(unit));
}

Result<Department> departmentFromGroups(DepartmentId id, const GroupMap &groups)
{
    Department department;
    department.id = id;
    FieldReader reader(groups);
    detail::read(reader, department);
    return outcomeOf(reader, std::move(department));
}

Result<Person> personFromGroups(PersonId id, const GroupMap &groups)
{
    Person person;
    person.id = id;
    FieldReader reader(groups);
    detail::read(reader, person);
    return outcomeOf(reader, std::move(person));
}

Result<Deal> dealFromGroups(const GroupMap &groups)
{
    Deal deal;
    FieldReader reader(groups);
    reader.open(schema::deal::Identity);
    reader.require(schema::deal::Person);
    detail::read(reader, deal);
    return outcomeOf(reader, std::move(deal));
}

Result<Grant> grantFromGroups(const GroupMap &groups)
{
    Grant grant;
    FieldReader reader(groups);
    reader.open(schema::grant::Main);
    reader.require(schema::grant::User);
    reader.require(schema::grant::Role);
    detail::read(reader, grant);
    return outcomeOf(reader, std::move(grant));
}

Result<ShootingDay> shootingDayFromGroups(const GroupMap &groups)
{
    using namespace schema::shooting_day;
    ShootingDay day;
    FieldReader reader(groups);
    reader.open(Identity);
    reader.require(Date);
    reader.require(schema::shooting_day::Unit);
    detail::read(reader, day);
    return outcomeOf(reader, std::move(day));
}

} // namespace film
