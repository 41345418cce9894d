#pragma once

#include "shared/base/id.h"
#include "shared/domain/custom_role.h"
#include "shared/domain/day_type.h"
#include "shared/domain/minutes.h"
#include "shared/domain/money.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace film {

// One film, or one season; owns everything else.
struct Production {
    ProductionId id;
    QString title;
    QString episode;
    QByteArray zone; // of its office, and of days without another
    Qt::DayOfWeek weekEndsOn = Qt::Saturday;
    Currency currency = Currency::Usd;
    QString sideLetter{}; // what it agreed on with a union: a line of terms for each rule pack

    friend bool operator==(const Production &, const Production &) = default;
};

struct Unit {
    UnitId id;
    QString name; // "Main", "Second"

    friend bool operator==(const Unit &, const Unit &) = default;
};

struct Department {
    DepartmentId id;
    QString name;
    int sortOrder = 0;

    friend bool operator==(const Department &, const Department &) = default;
};

struct Person {
    PersonId id;
    QString name;
    DepartmentId department;
    QString position;
    UnitId unit;
    int sortOrder = 0;

    friend bool operator==(const Person &, const Person &) = default;
};

// What a person was hired for. Seen by the person and the production office only.
struct Deal {
    PersonId person;
    QString unionName;
    std::optional<Money> hourlyRate;
    std::optional<Minutes> guarantee;
    QString rulePack;
    QDate from;
    QDate to;
    std::optional<Money> dayRate{};
    std::optional<Money> weekRate{};
    bool additionalHour = false; // UK: works and is paid the additional contracted hour
    QString terms{};             // better than the pack's: "turnaround[0].required_min=660; …"
    int number = 0; // which of the person's deals (dealId): no field, but known where it was read

    friend bool operator==(const Deal &, const Deal &) = default;
};

template<typename IdType>
struct CallFor {
    IdType who;
    Minutes call{0};

    friend bool operator==(const CallFor &, const CallFor &) = default;
};

// A production date of one unit with its call sheet. Minutes are from midnight of the date.
struct ShootingDay {
    QDate date;
    UnitId unit;
    int dayNumber = 0; // 0 where it has none
    DayType type = DayType::Work;
    QString location;
    QByteArray zone;
    QString scenes;
    std::optional<Minutes> call;
    std::optional<Minutes> meal1Out;
    std::optional<Minutes> meal1In;
    std::optional<Minutes> wrap;
    std::vector<CallFor<DepartmentId>> departmentCalls;
    std::vector<CallFor<PersonId>> personCalls;

    // The person's own call, else the department's, else the unit's.
    [[nodiscard]] std::optional<Minutes> callOf(PersonId person, DepartmentId department) const;

    friend bool operator==(const ShootingDay &, const ShootingDay &) = default;
};

// What one member of the production may see and do. With a role of the production's own `role` is
// the nearest of the fixed ones, for programs that know no others. A grant that has ended, to a
// user that nobody is (customRoleUser()), is where such a role is kept, for whoever is to have it
// next.
struct Grant {
    UserId user;
    QString name;
    Role role = Role::Crew;
    DepartmentId department; // of a head of department
    PersonId person;         // null for somebody who is not on the crew list
    bool ended = false;      // no longer on the production
    std::vector<DeviceId> revokedDevices;
    std::optional<CustomRole> custom{};

    [[nodiscard]] Permissions permissions() const
    {
        return custom ? custom->permissions : Permissions(role);
    }

    friend bool operator==(const Grant &, const Grant &) = default;
};

} // namespace film
