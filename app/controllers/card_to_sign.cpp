#include "app/controllers/card_to_sign.h"

#include "shared/domain/time_fields.h"

#include <algorithm>
#include <iterator>

namespace film::app {

namespace {

std::vector<DayFieldRef> comparedFields(const WorkDay &a, const WorkDay &b)
{
    std::vector<DayFieldRef> fields{{DayField::Call}};
    for (size_t meal = 0; meal < std::max(a.meals.size(), b.meals.size()); ++meal) {
        fields.push_back({DayField::MealOut, meal});
        fields.push_back({DayField::MealIn, meal});
    }
    fields.push_back({DayField::Wrap});
    return fields;
}

std::vector<CardChange> dayChanges(const WorkDay &before, const WorkDay &after)
{
    std::vector<CardChange> changes;
    for (const DayFieldRef field : comparedFields(before, after)) {
        const TimeField old = timeOf(before, field);
        const TimeField fresh = timeOf(after, field);
        if (!(old == fresh))
            changes.push_back({after.key.date, field, old, fresh});
    }
    WorkDay same = before;
    same.state = after.state;
    same.call = after.call;
    same.meals = after.meals;
    same.wrap = after.wrap;
    if (!(same == after)) {
        CardChange other{after.key.date, {}};
        other.isOther = true;
        changes.push_back(other);
    }
    return changes;
}

// What was done for further units, whatever became of it since.
std::vector<WorkDay> otherRecords(const WeekDay &day)
{
    std::vector<WorkDay> records;
    for (const OtherUnitDay &other : day.others) {
        records.push_back(other.day);
        records.back().state = DayState::Empty;
    }
    return records;
}

const CrewPerson *personIn(const CrewSnapshot &crew, PersonId id)
{
    for (const CrewDepartment &department : crew.departments) {
        const auto found = std::ranges::find(department.people, id, &CrewPerson::id);
        if (found != department.people.end())
            return &*found;
    }
    return nullptr;
}

} // namespace

std::vector<CardChange> changesBetween(const WeekSnapshot &before, const WeekSnapshot &after)
{
    std::vector<CardChange> changes;
    for (const WeekDay &now : after.days) {
        const WeekDay *then = before.find(now.day.key.date);
        if (!then)
            continue;
        std::ranges::move(dayChanges(then->day, now.day), std::back_inserter(changes));
        if (otherRecords(*then) != otherRecords(now)) {
            CardChange other{now.day.key.date, {}};
            other.isOther = true;
            changes.push_back(other);
        }
    }
    return changes;
}

const WeekDay *notSignable(const ApprovalCard &card)
{
    const auto found = std::ranges::find_if(card.week.days, [&card](const WeekDay &day) {
        if (day.isUnreadable || std::ranges::any_of(day.others, &OtherUnitDay::isUnreadable))
            return true;
        return std::ranges::any_of(day.records(), [&card](const WorkDay *record) {
            return !record->isBlank()
                && (record->state != DayState::Submitted || !card.standingOf(record->key));
        });
    });
    return found == card.week.days.end() ? nullptr : &*found;
}

std::vector<DayToSign> daysToSign(const ApprovalCard &card)
{
    std::vector<DayToSign> days;
    for (const WeekDay &day : card.week.days) {
        for (const WorkDay *record : day.records()) {
            const DayStanding *standing = card.standingOf(record->key);
            if (standing && record->state == DayState::Submitted)
                days.push_back({standing->key, standing->content});
        }
    }
    return days;
}

std::vector<DayToSign> daysToSign(const ApprovalWeek &week, PersonId id)
{
    const CrewPerson *person = personIn(week.crew, id);
    const ApprovalEntry *entry = week.find(id);
    if (!person || !entry)
        return {};
    std::vector<DayToSign> days;
    for (const CrewCell &cell : person->days) {
        for (const WorkDay *record : cell.records()) {
            if (record->isBlank())
                continue;
            if (record->state != DayState::Submitted)
                return {};
            const auto standing =
                std::ranges::find(entry->standings, record->key, &DayStanding::key);
            if (standing == entry->standings.end())
                return {};
            days.push_back({standing->key, standing->content});
        }
    }
    return days;
}

} // namespace film::app
