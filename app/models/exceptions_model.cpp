#include "app/models/exceptions_model.h"

#include "app/models/crew_findings.h"

#include <algorithm>

namespace film::app {

namespace {

// Two rows are the same exception if they are at the same place, whatever its figures are now.
auto place(const ExceptionsModel::Row &row)
{
    const FindingKind kind = row.finding ? row.finding->kind : FindingKind::WrongOrder;
    const size_t meal = row.finding ? row.finding->meal : 0;
    return std::tuple(row.kind, row.department, row.row, row.ref.day, kind, meal);
}

ExceptionFix fixFor(ExceptionKind kind, bool hasCallSheet, const DayFinding &finding)
{
    if (finding.kind == FindingKind::MissingTimes && hasCallSheet)
        return ExceptionFix::FillFromCallSheet;
    return kind == ExceptionKind::Rest ? ExceptionFix::ShowDay : ExceptionFix::EditDay;
}

} // namespace

ExceptionsModel::ExceptionsModel(CrewModel &crew, const CrewWords &words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_crew(crew)
    , m_words(words)
{
    connect(&crew, &CrewModel::progressChanged, this, &ExceptionsModel::refresh);
    // The words changed: another hour format, another language.
    connect(&crew, &QAbstractItemModel::headerDataChanged, this, [this] {
        if (!m_rows.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
    refresh();
}

std::vector<ExceptionsModel::Row> ExceptionsModel::collect() const
{
    std::vector<Row> rows;
    const std::vector<CrewDepartment> &departments = m_crew.snapshot().departments;
    for (int i = 0; i < int(departments.size()); ++i) {
        const std::vector<CrewPerson> &people = departments[size_t(i)].people;
        for (int k = 0; k < int(people.size()); ++k) {
            const CrewPerson &person = people[size_t(k)];
            for (int day = 0; day < int(person.days.size()); ++day) {
                const CrewCell &cell = person.days[size_t(day)];
                const CrewRef ref{person.id, day};
                if (cell.hasConflict)
                    rows.push_back(
                        {ExceptionKind::TwoVersions, ref, {}, ExceptionFix::CompareVersions, i, k});
                for (const DayFinding &finding : cell.findings) {
                    const ExceptionKind kind = exceptionKindOf(finding.kind);
                    const bool hasSheet = sheetOf(m_crew.snapshot(), cell);
                    rows.push_back({kind, ref, finding, fixFor(kind, hasSheet, finding), i, k});
                }
            }
        }
    }
    std::ranges::stable_sort(rows, {}, place);
    return rows;
}

// Walks the old and the new rows side by side, so that views keep what is selected in them.
void ExceptionsModel::refresh()
{
    const std::vector<Row> rows = collect();
    for (size_t i = 0; i < rows.size() || i < m_rows.size();) {
        const bool isNew =
            i >= m_rows.size() || (i < rows.size() && place(rows[i]) < place(m_rows[i]));
        const bool isGone = !isNew && (i >= rows.size() || place(m_rows[i]) < place(rows[i]));
        const int row = int(i);
        if (isNew) {
            beginInsertRows({}, row, row);
            m_rows.insert(m_rows.begin() + row, rows[i]);
            endInsertRows();
        } else if (isGone) {
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
            continue; // the next old row is at `i` now
        } else if (m_rows[i] != rows[i]) {
            m_rows[i] = rows[i];
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
        ++i;
    }
}

int ExceptionsModel::rowOf(const CrewRef &ref) const
{
    const auto found = std::ranges::find(m_rows, ref, &Row::ref);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int ExceptionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ExceptionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ExceptionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[size_t(index.row())];
    if (role == KindRole)
        return QVariant::fromValue(row.kind);
    return role == Qt::DisplayRole ? QVariant(text(row, index.column())) : QVariant();
}

QString ExceptionsModel::text(const Row &row, int column) const
{
    const CrewPerson *person = m_crew.person(row.ref.person);
    const CrewCell *cell = m_crew.cell(row.ref);
    if (!person || !cell)
        return {};
    switch (column) {
    case Kind: return m_words.exceptionKind(row.kind);
    case Person: return person->name;
    case Department: return m_crew.departmentOf(row.ref.person)->name;
    case Day: return m_words.shortDate(cell->day.key.date);
    case What: return row.finding ? m_words.finding(*row.finding, *cell) : m_words.twoVersions();
    case Fix: return m_words.fix(row.fix);
    default: return {};
    }
}

} // namespace film::app
