#pragma once

#include "shared/domain/roles.h"

#include <QStringView>

#include <array>
#include <optional>
#include <span>

namespace film {

// What can be done in a production.
enum class Action : quint8 {
    SeeDays = 1,
    EditDays = 2, // enter, correct, hand in
    ApproveDays = 3,
    SeePay = 4,         // deals and what follows from them
    EditProduction = 5, // crew list, call sheets, deals, rules, the production itself
    ExportPay = 6,      // hand others' pay on: lines to other systems, files of amounts
    Invite = 7,
    GiveRoles = 8,
    SeeDevices = 9, // and the sessions on them
    SignDevicesOut = 10,
    SeeAudit = 11,
    ManagePrivacy = 12, // hand out, restrict and erase what is known of a person
};

// Whose things an action reaches: one's own, also those of one's department, or everybody's.
// What belongs to nobody (a call sheet) is everybody's.
enum class Reach : quint8 { Nobody = 0, Own = 1, Department = 2, Production = 3 };

[[nodiscard]] std::span<const Action> allActions();
// "see-days", "production" …, as on the command line and in the API.
[[nodiscard]] std::optional<Action> actionFromName(QStringView name);
[[nodiscard]] QString actionName(Action action);
[[nodiscard]] QString reachName(Reach reach);
[[nodiscard]] std::optional<Reach> reachFromName(QStringView name);

// Who may do what: one table (permissions.cpp), which the app, the server and its API all read.
class Permissions
{
public:
    Permissions() = default; // may do nothing
    explicit Permissions(Role role);

    [[nodiscard]] Reach reach(Action action) const
    {
        return m_reaches[static_cast<size_t>(action)];
    }
    // Everybody's, or what belongs to nobody.
    [[nodiscard]] bool reachesAll(Action action) const
    {
        return reach(action) == Reach::Production;
    }
    // Whether it reaches something of another person, whose department is theirs or not, or of
    // their own.
    [[nodiscard]] bool reachesPerson(Action action, bool isOwn, bool isOfDepartment) const;

    // The same, but for one action that reaches at least so far.
    [[nodiscard]] Permissions with(Action action, Reach least) const;
    // Whether they hold all that the others do.
    [[nodiscard]] bool covers(const Permissions &others) const;

    friend bool operator==(const Permissions &, const Permissions &) = default;

private:
    std::array<Reach, 13> m_reaches{}; // by the action's number
};

} // namespace film
