#include "shared/domain/permissions.h"

#include <QString>

#include <algorithm>
#include <utility>

namespace film {

namespace {

constexpr Reach none = Reach::Nobody;
constexpr Reach own = Reach::Own;
constexpr Reach dept = Reach::Department;
constexpr Reach all = Reach::Production;

struct Row {
    Action action;
    QStringView name;
    std::array<Reach, 7> reaches; // by the role's number
};

// clang-format off
constexpr std::array<Row, 12> table{{
    //                                               crew  head  office account manager auditor admin
    {Action::SeeDays,        u"see-days",          {{own,  dept, all,   all,    all,    all,    all}}},
    // An accountant locks and exports; corrections go through the office. An auditor writes nothing.
    {Action::EditDays,       u"edit-days",         {{own,  dept, all,   own,    all,    none,   all}}},
    {Action::ApproveDays,    u"approve-days",      {{none, dept, all,   none,   all,    none,   all}}},
    {Action::SeePay,         u"see-pay",           {{own,  own,  all,   all,    all,    all,    all}}},
    {Action::EditProduction, u"edit-production",   {{none, none, all,   none,   all,    none,   all}}},
    {Action::ExportPay,      u"export-pay",        {{none, none, all,   all,    all,    none,   all}}},
    {Action::Invite,         u"invite",            {{none, none, all,   none,   all,    none,   all}}},
    {Action::GiveRoles,      u"give-roles",        {{none, none, none,  none,   none,   none,   all}}},
    {Action::SeeDevices,     u"see-devices",       {{own,  own,  all,   own,    all,    all,    all}}},
    {Action::SignDevicesOut, u"sign-devices-out",  {{own,  own,  own,   own,    own,    own,    all}}},
    {Action::SeeAudit,       u"see-audit",         {{own,  dept, all,   all,    all,    all,    all}}},
    {Action::ManagePrivacy,  u"manage-privacy",    {{none, none, none,  none,   none,   none,   all}}},
}};
// clang-format on

constexpr std::array<std::pair<Reach, QStringView>, 4> reachNames{{
    {Reach::Nobody, u"nobody"},
    {Reach::Own, u"own"},
    {Reach::Department, u"department"},
    {Reach::Production, u"production"},
}};

constexpr auto actions = [] {
    std::array<Action, table.size()> listed{};
    std::ranges::transform(table, listed.begin(), &Row::action);
    return listed;
}();

} // namespace

std::span<const Action> allActions()
{
    return actions;
}

std::optional<Action> actionFromName(QStringView name)
{
    const auto row = std::ranges::find(table, name, &Row::name);
    return row == table.end() ? std::nullopt : std::optional(row->action);
}

QString actionName(Action action)
{
    return std::ranges::find(table, action, &Row::action)->name.toString();
}

QString reachName(Reach reach)
{
    return reachNames[static_cast<size_t>(reach)].second.toString();
}

std::optional<Reach> reachFromName(QStringView name)
{
    const auto known = std::ranges::find(reachNames, name, &std::pair<Reach, QStringView>::second);
    return known == reachNames.end() ? std::nullopt : std::optional(known->first);
}

Permissions::Permissions(Role role)
{
    for (const Row &row : table)
        m_reaches[static_cast<size_t>(row.action)] = row.reaches[static_cast<size_t>(role) - 1];
}

Permissions Permissions::with(Action action, Reach least) const
{
    Permissions wider = *this;
    Reach &reach = wider.m_reaches[static_cast<size_t>(action)];
    reach = std::max(reach, least);
    return wider;
}

bool Permissions::covers(const Permissions &others) const
{
    return std::ranges::all_of(
        actions, [&](Action action) { return reach(action) >= others.reach(action); });
}

bool Permissions::reachesPerson(Action action, bool isOwn, bool isOfDepartment) const
{
    switch (reach(action)) {
    case Reach::Nobody: return false;
    case Reach::Own: return isOwn;
    case Reach::Department: return isOwn || isOfDepartment;
    case Reach::Production: return true;
    }
    Q_UNREACHABLE();
}

} // namespace film
