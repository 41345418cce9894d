#include "app/models/crew_filter_model.h"

#include "app/models/crew_findings.h"

namespace film::app {

namespace {

bool hasException(const CrewPerson &person, ExceptionKind kind)
{
    for (const CrewCell &cell : person.days) {
        for (const DayFinding &finding : cell.findings) {
            if (exceptionKindOf(finding.kind) == kind)
                return true;
        }
    }
    return false;
}

bool passes(const CrewPerson &person, CrewFilter filter)
{
    switch (filter) {
    case CrewFilter::All: return true;
    case CrewFilter::Missing: return hasException(person, ExceptionKind::Missing);
    case CrewFilter::Meals: return hasException(person, ExceptionKind::Meal);
    case CrewFilter::Rest: return hasException(person, ExceptionKind::Rest);
    }
    Q_UNREACHABLE();
}

} // namespace

CrewFilterModel::CrewFilterModel(CrewModel &crew, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_crew(crew)
{
    setRecursiveFilteringEnabled(true); // a department stays while one of its people does
    setSourceModel(&crew);
}

void CrewFilterModel::setFilter(CrewFilter filter)
{
    if (m_filter == filter && !m_department)
        return;
    m_filter = filter;
    m_department.reset();
    invalidateFilter();
}

void CrewFilterModel::setText(const QString &text)
{
    if (m_text == text && !m_department)
        return;
    m_text = text;
    m_department.reset();
    invalidateFilter();
}

void CrewFilterModel::setDepartment(const DepartmentId &department)
{
    m_text.clear();
    m_department = department;
    invalidateFilter();
}

void CrewFilterModel::setKept(const std::optional<PersonId> &person)
{
    if (m_kept == person)
        return;
    m_kept = person;
    invalidateFilter();
}

std::optional<CrewRef> CrewFilterModel::refAt(const QModelIndex &index) const
{
    return m_crew.refAt(mapToSource(index));
}

QModelIndex CrewFilterModel::indexOf(const CrewRef &ref) const
{
    return mapFromSource(m_crew.indexOf(ref));
}

bool CrewFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const CrewPerson *person = m_crew.personAt(m_crew.index(row, 0, parent));
    if (person && m_kept == person->id)
        return true;
    if (!person || !passes(*person, m_filter))
        return false;
    if (m_department)
        return m_crew.snapshot().departments[size_t(parent.row())].id == *m_department;
    return matchesText(*person, parent);
}

bool CrewFilterModel::matchesText(const CrewPerson &person, const QModelIndex &department) const
{
    return m_text.isEmpty() || person.name.contains(m_text, Qt::CaseInsensitive)
        || person.position.contains(m_text, Qt::CaseInsensitive)
        || department.data(Qt::DisplayRole).toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace film::app
