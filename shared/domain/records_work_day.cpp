#include "shared/domain/record_limits.h"
#include "shared/domain/record_readers.h"
#include "shared/domain/record_writers.h"
#include "shared/domain/records.h"

namespace film {

namespace {

using detail::putMinutes;
using detail::putText;

// Inside a list there is no absent: there an empty list stands for "unknown".
FieldValue toValue(const TimeField &time)
{
    if (time.isNone())
        return {};
    if (time.isUnknown())
        return FieldValue::List{};
    return FieldValue::List{time.minutes().count(), time.time().fold};
}

void putTime(FieldMap &fields, quint32 field, const TimeField &time)
{
    if (!time.isUnknown())
        fields[field] = toValue(time);
}

FieldMap timesOf(const WorkDay &day)
{
    using namespace schema::time_entry;
    FieldMap times;
    putTime(times, Call, day.call);
    putTime(times, Wrap, day.wrap);
    putMinutes(times, TravelToMinutes, day.travelTo);
    putMinutes(times, TravelFromMinutes, day.travelFrom);
    putText(times, Zone, QString::fromLatin1(day.zone));
    putText(times, Location, day.location);
    putTime(times, NdbOut, day.ndbOut);
    putTime(times, NdbIn, day.ndbIn);
    // A note alone says nothing about the kind of day, and must not clash with who says it.
    if (!times.empty() || day.type != DayType::Work)
        times[DayTypeCode] = static_cast<int>(day.type);
    return times;
}

FieldMap mealsOf(const WorkDay &day)
{
    using namespace schema::time_entry;
    FieldValue::List meals;
    for (const Meal &meal : day.meals)
        meals.push_back(FieldValue::List{toValue(meal.out), toValue(meal.in)});
    if (meals.empty())
        return {};
    return {{Meals_, std::move(meals)}};
}

FieldMap allowancesOf(const WorkDay &day)
{
    using namespace schema::time_entry;
    FieldValue::List items;
    for (const Allowance &allowance : day.allowances) {
        items.push_back(FieldValue::List{allowance.code, allowance.amount.minorUnits(),
                                         currencyCode(allowance.amount.currency())});
    }
    if (items.empty())
        return {};
    return {{Items, std::move(items)}};
}

void readTimes(FieldReader &reader, WorkDay &day)
{
    using namespace schema::time_entry;
    std::optional<qint64> type;
    reader.number(DayTypeCode, type, 0, 255);
    if (type && !dayTypeFromNumber(*type))
        reader.reportField(DayTypeCode, u"is not a day type");
    day.type = dayTypeFromNumber(type.value_or(0)).value_or(DayType::Work);
    reader.time(Call, day.call);
    reader.time(Wrap, day.wrap);
    reader.minutes(TravelToMinutes, day.travelTo, record_limits::travelMax);
    reader.minutes(TravelFromMinutes, day.travelFrom, record_limits::travelMax);
    reader.zone(Zone, day.zone);
    reader.text(Location, day.location, record_limits::nameLengthMax);
    reader.time(NdbOut, day.ndbOut);
    reader.time(NdbIn, day.ndbIn);

    // What the times resolved to where they were typed: checked here, read by reports.
    static constexpr qint64 utcMsMax = 10'000'000'000'000; // in the year 2286
    std::optional<qint64> utcMs;
    reader.number(CallUtcMs, utcMs, -utcMsMax, utcMsMax);
    reader.number(WrapUtcMs, utcMs, -utcMsMax, utcMsMax);
}

void readMeals(FieldReader &reader, WorkDay &day)
{
    using namespace schema::time_entry;
    reader.list(Meals_, record_limits::mealsMax, [&](const FieldValue::List &entry) {
        if (entry.size() != 2)
            return false;
        const std::optional<TimeField> out = FieldReader::toTime(entry[0]);
        const std::optional<TimeField> in = FieldReader::toTime(entry[1]);
        if (!out || !in)
            return false;
        day.meals.push_back({*out, *in});
        return true;
    });
}

void readChoices(FieldReader &reader, WorkDay &day)
{
    using namespace schema::time_entry;
    std::optional<qint64> number;
    reader.number(Choices, number, 0, 0xffff);
    const std::optional<DayChoices> choices = dayChoicesFromNumber(number.value_or(0));
    if (!choices)
        reader.reportField(Choices, u"holds choices that are unknown or exclude each other");
    day.choices = choices.value_or(DayChoices());
}

void readAllowances(FieldReader &reader, WorkDay &day)
{
    using namespace schema::time_entry;
    reader.list(Items, record_limits::allowancesMax, [&](const FieldValue::List &entry) {
        if (entry.size() != 3)
            return false;
        const QString *code = entry[0].text();
        const qint64 *minorUnits = entry[1].number();
        const std::optional<Currency> currency =
            entry[2].text() ? currencyFromCode(*entry[2].text()) : std::nullopt;
        if (!code || !FieldReader::isText(*code, record_limits::allowanceCodeLengthMax)
            || !minorUnits || !currency)
            return false;
        if (*minorUnits > record_limits::moneyMinorMax
            || *minorUnits < -record_limits::moneyMinorMax)
            return false;
        day.allowances.push_back({*code, Money(*minorUnits, *currency)});
        return true;
    });
}

} // namespace

namespace detail {

void read(FieldReader &reader, WorkDay &day)
{
    using namespace schema::time_entry;
    reader.open(Identity);
    reader.id(schema::time_entry::Person, day.key.person);
    reader.date(Date, day.key.date);
    reader.id(schema::time_entry::Unit, day.key.unit);
    reader.open(Times);
    readTimes(reader, day);
    reader.open(Meals);
    readMeals(reader, day);
    reader.open(Rates);
    reader.text(Account, day.account, record_limits::nameLengthMax);
    reader.text(Episode, day.episode, record_limits::nameLengthMax);
    readChoices(reader, day);
    reader.open(Allowances);
    readAllowances(reader, day);
    reader.open(Notes);
    reader.text(Text, day.notes, record_limits::textLengthMax);
    reader.open(Approval);
    std::optional<qint64> level; // checked here; whether it counts is for the sync core
    reader.number(Level, level, 1, static_cast<qint64>(ApprovalLevel::Coordinator));
    reader.open(Lifecycle);
    std::optional<qint64> state;
    reader.number(State, state, 0, static_cast<qint64>(DayState::Adjusted));
    day.state = static_cast<DayState>(state.value_or(0));
}

} // namespace detail

GroupMap toGroups(const WorkDay &day)
{
    using namespace schema::time_entry;
    GroupMap groups{
        {Identity,
         {{schema::time_entry::Person, day.key.person.toByteArray()},
          {Date, day.key.date.toJulianDay()},
          {schema::time_entry::Unit, day.key.unit.toByteArray()}}},
        {Times, timesOf(day)},
        {Meals, mealsOf(day)},
        {Allowances, allowancesOf(day)},
    };
    putText(groups[Rates], Account, day.account);
    putText(groups[Rates], Episode, day.episode);
    if (day.choices)
        groups[Rates][Choices] = qint64(day.choices.toInt());
    putText(groups[Notes], Text, day.notes);
    if (day.state != DayState::Empty)
        groups[Lifecycle][State] = static_cast<int>(day.state);
    std::erase_if(groups, [](const auto &entry) { return entry.second.empty(); });
    return groups;
}

Result<WorkDay> workDayFromGroups(const GroupMap &groups)
{
    using namespace schema::time_entry;
    WorkDay day;
    FieldReader reader(groups);
    reader.open(Identity);
    reader.require(schema::time_entry::Person);
    reader.require(Date);
    reader.require(schema::time_entry::Unit);
    detail::read(reader, day);
    return reader.outcome().map([&] { return std::move(day); });
}

} // namespace film
