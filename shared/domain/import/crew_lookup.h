#pragma once

#include "shared/domain/import/crew_list_import.h"

#include <QHash>

namespace film {

// Finds the people, departments and units that a file names. Case and outer spaces don't count.
// Borrows the crew.
class CrewLookup
{
public:
    explicit CrewLookup(const CrewList &crew);

    // Null where there is none of the name.
    [[nodiscard]] const Unit *unitNamed(QStringView name) const;
    [[nodiscard]] const Department *departmentNamed(QStringView name) const;

    struct PersonMatch {
        ImportKind kind = ImportKind::Ready;
        const Person *person = nullptr;
        QStringList departments; // of all who have the name, where it is ambiguous
    };
    // The department may be empty when the name says enough.
    [[nodiscard]] PersonMatch personNamed(QStringView name, QStringView department) const;

private:
    QHash<QString, const Unit *> m_units;
    QHash<QString, const Department *> m_departments;
    QHash<QString, std::vector<const Person *>> m_people;
    QHash<DepartmentId, QString> m_departmentNames;
};

} // namespace film
