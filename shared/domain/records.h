#pragma once

#include "shared/base/result.h"
#include "shared/domain/crew.h"
#include "shared/domain/field_value.h"
#include "shared/domain/schema.h"
#include "shared/domain/work_day.h"

namespace film {

// What the domain types look like as groups of numbered fields, and back. Reading accepts
// anything a peer may have sent: a field of the wrong kind or outside its range is reported,
// unknown groups and fields are ignored. For every type: fromGroups(toGroups(x)) == x.

[[nodiscard]] GroupMap toGroups(const Production &production);
[[nodiscard]] GroupMap toGroups(const Unit &unit);
[[nodiscard]] GroupMap toGroups(const Department &department);
[[nodiscard]] GroupMap toGroups(const Person &person);
[[nodiscard]] GroupMap toGroups(const Deal &deal);
[[nodiscard]] GroupMap toGroups(const ShootingDay &day);
[[nodiscard]] GroupMap toGroups(const Grant &grant);
[[nodiscard]] GroupMap toGroups(const WorkDay &day);

// The id is not among the fields: it is the record's own.
[[nodiscard]] Result<Production> productionFromGroups(ProductionId id, const GroupMap &groups);
[[nodiscard]] Result<Unit> unitFromGroups(UnitId id, const GroupMap &groups);
[[nodiscard]] Result<Department> departmentFromGroups(DepartmentId id, const GroupMap &groups);
[[nodiscard]] Result<Person> personFromGroups(PersonId id, const GroupMap &groups);
[[nodiscard]] Result<Deal> dealFromGroups(const GroupMap &groups);
[[nodiscard]] Result<ShootingDay> shootingDayFromGroups(const GroupMap &groups);
[[nodiscard]] Result<Grant> grantFromGroups(const GroupMap &groups);
[[nodiscard]] Result<WorkDay> workDayFromGroups(const GroupMap &groups);

// A record as it is to be.
struct WantedRecord {
    EntityType type = EntityType::Person;
    EntityId id;
    GroupMap groups;
};

// Ids of things with a natural key: the same on every device that describes the same thing.
[[nodiscard]] EntityId workDayId(ProductionId production, const WorkDayKey &key);
[[nodiscard]] EntityId shootingDayId(ProductionId production, QDate date, UnitId unit);
// A person's deals are numbered from 0; most have one.
inline constexpr int dealsOfPersonMax = 32;
[[nodiscard]] EntityId dealId(ProductionId production, PersonId person, int number = 0);
// The number that makes this id; nothing where it is no deal of that person.
[[nodiscard]] std::optional<int> dealNumber(ProductionId production, PersonId person, EntityId id);
[[nodiscard]] EntityId grantId(ProductionId production, UserId user);
// Under which a role of the production's own is kept (crew.h); nobody is that user.
[[nodiscard]] UserId customRoleUser(ProductionId production, QStringView name);
// Units and departments are known by their names, people by name and department: importing the
// same list twice, or on two computers, makes nothing twice. Case and outer spaces don't count.
[[nodiscard]] UnitId unitId(ProductionId production, QStringView name);
[[nodiscard]] DepartmentId departmentId(ProductionId production, QStringView name);
[[nodiscard]] PersonId personId(ProductionId production, QStringView name, DepartmentId department);

// Checks what a peer sent before it enters the log: known type, groups and fields of the right
// kind, within limits, and, where the id follows from the fields, that it does.
[[nodiscard]] Result<> checkRecord(ProductionId production, EntityType type, EntityId id,
                                   const GroupMap &groups);

} // namespace film
