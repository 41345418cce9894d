#pragma once

#include "app/models/crew_model.h"

#include <QSortFilterProxyModel>

namespace film::app {

enum class CrewFilter : quint8 { All, Missing, Meals, Rest };

// The people of the grid who match a kind of exception and a text, with their departments.
class CrewFilterModel final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit CrewFilterModel(CrewModel &crew, QObject *parent = nullptr);

    void setFilter(CrewFilter filter);
    // Found in a name, a position or a department, whatever the case.
    void setText(const QString &text);
    // Only this one, in place of a text, until a kind of exception or a text is looked for.
    void setDepartment(const DepartmentId &department);
    // Stays in sight, whatever the filter says: something is being typed in their row.
    void setKept(const std::optional<PersonId> &person);
    [[nodiscard]] CrewFilter filter() const { return m_filter; }
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] const std::optional<DepartmentId> &department() const { return m_department; }

    [[nodiscard]] std::optional<CrewRef> refAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const CrewRef &ref) const;
    [[nodiscard]] const CrewModel &crew() const { return m_crew; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    [[nodiscard]] bool matchesText(const CrewPerson &person, const QModelIndex &department) const;

    CrewModel &m_crew;
    CrewFilter m_filter = CrewFilter::All;
    QString m_text;
    std::optional<DepartmentId> m_department;
    std::optional<PersonId> m_kept;
};

} // namespace film::app
