#pragma once

#include "shared/domain/crew.h"
#include "shared/domain/deals.h"

#include <QDate>

#include <algorithm>
#include <optional>
#include <vector>

namespace film::app {

// The crew list with its deals, as this person may see it.
struct PeopleSnapshot {
    Production production{};
    std::vector<Unit> units{};
    std::vector<Department> departments{}; // in their order, as the people are
    std::vector<Person> people{};
    std::vector<Deal> deals{}; // nobody's that may not be seen
    PersonId self{};
    QDate today{}; // where the production is
    bool canEdit = false;
    bool seesPay = false; // of everybody

    [[nodiscard]] const Person *personOf(PersonId id) const
    {
        const auto found = std::ranges::find(people, id, &Person::id);
        return found == people.end() ? nullptr : &*found;
    }
    // The one that counts today; before the first the one that comes, after the last that one.
    [[nodiscard]] const Deal *dealOf(PersonId id) const { return currentDeal(deals, id, today); }
    [[nodiscard]] QString departmentName(DepartmentId id) const
    {
        const auto found = std::ranges::find(departments, id, &Department::id);
        return found == departments.end() ? QString() : found->name;
    }
    [[nodiscard]] QString unitName(UnitId id) const
    {
        const auto found = std::ranges::find(units, id, &Unit::id);
        return found == units.end() ? QString() : found->name;
    }
    // The last day of their last deal has passed. Their times stay, and so do they on earlier
    // weeks.
    [[nodiscard]] bool hasLeft(PersonId id) const
    {
        const Deal *deal = dealOf(id);
        return deal && deal->to.isValid() && deal->to < today;
    }

    friend bool operator==(const PeopleSnapshot &, const PeopleSnapshot &) = default;
};

} // namespace film::app
