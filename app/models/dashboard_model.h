#pragma once

#include "app/models/crew_snapshot.h"
#include "app/models/pay_desk.h"

#include <functional>

namespace film::app {

// Sums of what the crew grid shows, so that the two agree: a person's hours, overtime and cost
// of a day are added here and nowhere priced again.

// A sum in one currency. Two currencies are no sum: what comes later in another is counted apart.
struct MoneySum {
    std::optional<Money> amount;
    int left = 0; // amounts in another currency

    void add(const Money &money);
    void add(const MoneySum &other);
    friend bool operator==(const MoneySum &, const MoneySum &) = default;
};

struct WorkSum {
    Minutes worked{0};
    Minutes timeAndHalf{0};
    Minutes doubleTime{0};
    MoneySum cost;
    int penalties = 0; // of meals
    MoneySum penaltyCost;

    [[nodiscard]] Minutes overtime() const { return timeAndHalf + doubleTime; }
    // What is neither.
    [[nodiscard]] Minutes straight() const;
    void add(const WorkSum &other);
    friend bool operator==(const WorkSum &, const WorkSum &) = default;
};

// The week of one department.
struct DepartmentWeek {
    DepartmentId id;
    QString name;
    int people = 0;        // with hours
    int withoutFigure = 0; // of those: nothing prices them
    int daysIn = 0;        // as the grid counts them
    int daysExpected = 0;
    std::array<WorkSum, 7> days;
    MoneySum beside; // what only the week tells: guarantees, hours past 40; in no day

    [[nodiscard]] WorkSum total() const; // of the days
    friend bool operator==(const DepartmentWeek &, const DepartmentWeek &) = default;
};

struct WeekFigures {
    struct Day {
        QDate date;
        std::optional<int> number; // a shooting day
        friend bool operator==(const Day &, const Day &) = default;
    };
    std::array<Day, 7> days;
    std::vector<DepartmentWeek> departments;

    [[nodiscard]] QDate first() const { return days.front().date; }
    // Of one department, or of everybody: also the person counts are sums.
    [[nodiscard]] DepartmentWeek sumOf(const std::optional<DepartmentId> &only) const;
    friend bool operator==(const WeekFigures &, const WeekFigures &) = default;
};

// Null for a person nothing is known of.
using FiguresOf = std::function<const CrewFigures *(const CrewPerson &)>;
[[nodiscard]] WeekFigures figuresOfWeek(const CrewSnapshot &week, const FiguresOf &figuresOf);

// What a production means to spend.
struct Budget {
    std::optional<Money> perShootDay;
    std::optional<Minutes> overtimePerWeek;

    friend bool operator==(const Budget &, const Budget &) = default;
};

// A shooting day of this week or the one before.
struct ShootDayFigures {
    QDate date;
    int number = 0;
    bool isThisWeek = false;
    WorkSum sum;
    std::optional<qint64> overBudget; // minor units; negative is under

    friend bool operator==(const ShootDayFigures &, const ShootDayFigures &) = default;
};

struct OvertimeWeek {
    QDate first;
    int number = 0; // of the production's weeks; 0 where it is not known
    Minutes timeAndHalf{0};
    Minutes doubleTime{0};

    [[nodiscard]] Minutes sum() const { return timeAndHalf + doubleTime; }
    friend bool operator==(const OvertimeWeek &, const OvertimeWeek &) = default;
};

// Everything the dashboard shows, before it is words.
struct Dashboard {
    QDate first; // of the week
    int weekNumber = 0;
    QDate today;
    Minutes now{0};
    bool showsCost = false; // somebody's deal may be seen
    Budget budget;
    std::optional<DepartmentId> department;
    DepartmentWeek week;                    // everybody, or the department
    std::vector<DepartmentWeek> all;        // to choose from, as the grid has them
    std::vector<DepartmentWeek> byHours;    // with hours, the most first
    std::vector<OvertimeWeek> overtime;     // oldest first, this week last
    std::vector<ShootDayFigures> shootDays; // with hours or over
    std::vector<DepartmentWeek> byPenalties;
    std::optional<qint64> overBudget; // of this week's shooting days, minor units
    qint64 budgeted = 0;

    [[nodiscard]] bool isEmpty() const { return week.total().worked == Minutes(0); }
    friend bool operator==(const Dashboard &, const Dashboard &) = default;
};

struct DashboardInput {
    // In order, the shown one last. Those before a gap are left out: one week is not compared with
    // another that only happens to be known already.
    std::vector<WeekFigures> weeks;
    QDate today;
    Minutes now{0};
    std::optional<QDate> firstShootingDay; // of the production
    bool showsCost = false;
    Budget budget;
    std::optional<DepartmentId> department;
};

[[nodiscard]] Dashboard dashboardOf(DashboardInput input);

// `part` of `whole` in tenths of a per cent, rounded half up.
[[nodiscard]] int tenthsOfPercent(qint64 part, qint64 whole);

} // namespace film::app
