#pragma once

#include <QString>
#include <QtGlobal>

#include <optional>

namespace film {

// What somebody may do in a production. The numbers are stored and sent.
enum class Role : quint8 {
    Crew = 1,             // own days
    HeadOfDepartment = 2, // own department
    Coordinator = 3,      // everybody's days
    Accountant = 4,
    ProductionManager = 5,
    Auditor = 6, // reads everything, writes nothing
    Administrator = 7,
};

[[nodiscard]] std::optional<Role> roleFromNumber(qint64 number);
// "crew", "head-of-department", "coordinator" …, as on the command line.
[[nodiscard]] std::optional<Role> roleFromName(QStringView name);
[[nodiscard]] QString roleName(Role role);

// Sees every record of the production, not only their own and the public ones.
[[nodiscard]] bool seesEverything(Role role);
// Enters and corrects other people's days, call sheets and the crew list.
[[nodiscard]] bool editsEverybody(Role role);

} // namespace film
