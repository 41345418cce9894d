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

// How many of the sorted `rows` stand before all of the sorted `others`.
size_t countBefore(std::span<const ExceptionsModel::Row> rows,
                   std::span<const ExceptionsModel::Row> others)
{
    if (others.empty())
        return rows.size();
    const auto end = std::ranges::partition_point(
        rows, [&](const ExceptionsModel::Row &row) { return place(row) < place(others.front()); });
    return size_t(end - rows.begin());
}

ExceptionFix fixFor(const CrewCell &cell, bool hasCallSheet, const DayFinding &finding)
{
    if (finding.kind == FindingKind::MissingTimes && hasCallSheet)
        return ExceptionFix::FillFromCallSheet;
    if (exceptionKindOf(finding.kind) != ExceptionKind::Rest)
        return ExceptionFix::EditDay;
    // Still ahead: the plan can give way.
    const bool isPlan = cell.day.isBlank() && cell.plannedCall && hasCallSheet;
    return isPlan ? ExceptionFix::MoveCall : ExceptionFix::ShowDay;
}

} // namespace

ExceptionsModel::ExceptionsModel(CrewModel &crew, const CrewWords &words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_crew(crew)
    , m_words(words)
{
    connect(&crew, &QAbstractItemModel::modelReset, this, &ExceptionsModel::reset);
    connect(&crew, &QAbstractItemModel::layoutChanged, this, &ExceptionsModel::refresh);
    connect(&crew, &QAbstractItemModel::dataChanged, this, &ExceptionsModel::refreshPeople);
    // The call sheets changed, or the words: another hour format, another language.
    connect(&crew, &QAbstractItemModel::headerDataChanged, this, [this] {
        refresh();
        if (!m_rows.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
    reset();
}

// Other people, other places: nothing stays.
void ExceptionsModel::reset()
{
    beginResetModel();
    m_rows = collect();
    endResetModel();
}

void ExceptionsModel::refresh()
{
    merge(0, m_rows.size(), collect());
}

// What people's days are about stands apart, because the kind comes first.
void ExceptionsModel::refreshPeople(const QModelIndex &first, const QModelIndex &last)
{
    if (!first.parent().isValid())
        return; // a department's sums
    const int department = first.parent().row();
    std::vector<Row> rows;
    for (int row = first.row(); row <= last.row(); ++row)
        collectPerson(department, row, rows);
    std::ranges::stable_sort(rows, {}, place);

    std::span<const Row> left = rows;
    for (int kind = 0; kind <= int(ExceptionKind::Other); ++kind) {
        const auto theirs = std::ranges::equal_range(m_rows, 0, {}, [&](const Row &row) {
            const std::tuple from(ExceptionKind(kind), department, first.row());
            const std::tuple to(ExceptionKind(kind), department, last.row());
            const std::tuple here(row.kind, row.department, row.row);
            return here < from ? -1 : to < here ? 1 : 0;
        });
        const auto next = std::ranges::upper_bound(left, ExceptionKind(kind), {}, &Row::kind);
        const size_t count = size_t(next - left.begin());
        const size_t at = size_t(theirs.begin() - m_rows.begin());
        merge(at, at + theirs.size(), left.first(count));
        left = left.subspan(count);
    }
}

// Walks the old rows from `at` to `end` and the new ones side by side, so that views keep what is
// selected in them.
void ExceptionsModel::merge(size_t at, size_t end, std::span<const Row> rows)
{
    while (at < end || !rows.empty()) {
        const std::span<const Row> old = std::span(m_rows).subspan(at, end - at);
        const auto here = m_rows.begin() + qsizetype(at);
        const int row = int(at);
        if (const size_t added = countBefore(rows, old)) {
            beginInsertRows({}, row, row + int(added) - 1);
            m_rows.insert(here, rows.begin(), rows.begin() + qsizetype(added));
            endInsertRows();
            at += added;
            end += added;
            rows = rows.subspan(added);
        } else if (const size_t gone = countBefore(old, rows)) {
            beginRemoveRows({}, row, row + int(gone) - 1);
            m_rows.erase(here, here + qsizetype(gone));
            endRemoveRows();
            end -= gone;
        } else {
            if (*here != rows.front()) {
                *here = rows.front();
                emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
            }
            ++at;
            rows = rows.subspan(1);
        }
    }
}

std::vector<ExceptionsModel::Row> ExceptionsModel::collect() const
{
    std::vector<Row> rows;
    const std::vector<CrewDepartment> &departments = m_crew.snapshot().departments;
    for (int i = 0; i < int(departments.size()); ++i) {
        for (int k = 0; k < int(departments[size_t(i)].people.size()); ++k)
            collectPerson(i, k, rows);
    }
    std::ranges::stable_sort(rows, {}, place);
    return rows;
}

void ExceptionsModel::collectPerson(int department, int row, std::vector<Row> &rows) const
{
    const CrewSnapshot &week = m_crew.snapshot();
    const CrewPerson &person = week.departments[size_t(department)].people[size_t(row)];
    for (int day = 0; day < int(person.days.size()); ++day) {
        const CrewCell &cell = person.days[size_t(day)];
        const CrewRef ref{person.id, day};
        if (cell.hasConflict)
            rows.push_back({ExceptionKind::TwoVersions,
                            ref,
                            {},
                            ExceptionFix::CompareVersions,
                            department,
                            row});
        for (const DayFinding &finding : cell.findings) {
            const ExceptionKind kind = exceptionKindOf(finding.kind);
            const bool hasSheet = sheetOf(week, cell);
            rows.push_back({kind, ref, finding, fixFor(cell, hasSheet, finding), department, row});
        }
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
    if (role == Qt::ToolTipRole && index.column() == Cost)
        return contestedCostOf(row);
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
    case Cost: return costOf(row);
    case Fix:
        return m_words.fix(row.fix, row.finding ? &*row.finding : nullptr, cell->day.key.date);
    default: return {};
    }
}

// A meal's cost is that of the schedule, also where the agreement prices it otherwise.
QString ExceptionsModel::contestedCostOf(const Row &row) const
{
    const CrewFigures *figures =
        row.finding && row.kind == ExceptionKind::Meal ? m_crew.figures(row.ref.person) : nullptr;
    if (!figures || figures->noFigure || !figures->openPenalties || costOf(row).isEmpty())
        return {};
    return m_words.openPenalties(*figures->openPenalties);
}

// What the exception costs by the person's rule pack. A day's meals are priced together and stand
// with the first of them.
QString ExceptionsModel::costOf(const Row &row) const
{
    const CrewFigures *figures = row.finding ? m_crew.figures(row.ref.person) : nullptr;
    if (!figures || figures->noFigure)
        return {};
    const CrewFigures::Day &day = figures->days[size_t(row.ref.day)];
    const bool isFirstMeal = row.kind == ExceptionKind::Meal
        && std::ranges::none_of(m_crew.cell(row.ref)->findings, [&](const DayFinding &finding) {
                                 return exceptionKindOf(finding.kind) == ExceptionKind::Meal
                                     && finding.meal < row.finding->meal;
                             });
    const Money cost = row.kind == ExceptionKind::Rest ? day.restCost
        : isFirstMeal                                  ? day.mealCost
                                                       : Money(0, Currency::Usd);
    return cost.minorUnits() == 0 ? QString() : m_words.money(cost);
}

} // namespace film::app
