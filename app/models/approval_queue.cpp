#include "app/models/approval_queue.h"

#include "app/models/crew_findings.h"

#include <algorithm>
#include <numeric>

namespace film::app {

namespace {

QueueGroup groupFor(const QueueRow &row, bool isSubmitted, bool isApproved)
{
    if (!isSubmitted)
        return QueueGroup::NotSubmitted;
    if (isApproved)
        return QueueGroup::Approved;
    return row.flagCount() > 0 ? QueueGroup::NeedsALook : QueueGroup::Ready;
}

// Nothing for somebody who has no part in the week.
std::optional<QueueRow> queueRowOf(const ApprovalWeek &week, CrewPerson person, PayDesk &desk)
{
    const ApprovalEntry *entry = week.find(person.id);
    person.limits = desk.limitsOf(person.deal, week.crew.dates.front().date, week.crew.sideLetter);
    findForPerson(week.crew, person);
    QueueRow row;
    row.person = person.id;
    row.name = person.name;
    row.position = person.position;
    bool hasDays = false;
    bool isCalled = false;
    bool isSubmitted = true;
    bool isApproved = true;
    bool isApprovedAbove = true;
    for (const CrewCell &cell : person.days) {
        isCalled = isCalled || cell.isCalled;
        if (cell.hasConflict)
            ++row.flags[size_t(ExceptionKind::TwoVersions)];
        if (cell.needsNewerApp) // nobody has seen all of it here
            ++row.flags[size_t(ExceptionKind::Other)];
        for (const DayFinding &finding : cell.findings)
            ++row.flags[size_t(exceptionKindOf(finding.kind))];
        for (const WorkDay *record : cell.records()) {
            if (record->isBlank())
                continue;
            hasDays = true;
            row.worked += workedMinutes(*record).value_or(Minutes(0));
            row.isLocked = row.isLocked || record->state >= DayState::Locked;
            isSubmitted = isSubmitted && record->state >= DayState::Submitted;
            const auto standing = entry
                ? std::ranges::find(entry->standings, record->key, &DayStanding::key)
                : std::vector<DayStanding>::const_iterator{};
            const ApprovalLevel level =
                entry && standing != entry->standings.end() ? standing->level : ApprovalLevel::None;
            isApproved = isApproved && (level >= week.level || row.isLocked);
            isApprovedAbove = isApprovedAbove && level > week.level;
        }
    }
    if (!hasDays && !isCalled)
        return std::nullopt;
    if (entry) {
        row.initialsWaiting = entry->initialsWaiting;
        row.disputes = entry->disputes;
        row.flags[size_t(ExceptionKind::Other)] += row.initialsWaiting + row.disputes;
    }
    row.group = groupFor(row, hasDays && isSubmitted, hasDays && isApproved);
    row.isApprovedAbove = hasDays && isApprovedAbove;
    if (entry && row.group == QueueGroup::Approved)
        row.approvedAt = entry->approvedAt;
    const QDate last = week.crew.dates.back().date;
    row.isLate =
        week.crew.today > last || (week.crew.today == last && week.crew.now >= submissionDue);
    const CrewFigures figures = desk.price(week.crew, person);
    if (!figures.noFigure)
        row.gross = figures.gross;
    return row;
}

constexpr quintptr ofGroup = 0; // the internal id of a group; a person's is the group's row and one

} // namespace

int QueueRow::flagCount() const
{
    return std::accumulate(flags.begin(), flags.end(), 0);
}

std::optional<ExceptionKind> QueueRow::firstFlag() const
{
    const auto found = std::ranges::find_if(flags, [](int count) { return count > 0; });
    return found == flags.end() ? std::nullopt
                                : std::optional(ExceptionKind(found - flags.begin()));
}

std::vector<QueueRow> queueOf(const ApprovalWeek &week, PayDesk &desk)
{
    std::vector<QueueRow> rows;
    for (const CrewDepartment &department : week.crew.departments) {
        for (const CrewPerson &person : department.people) {
            if (auto row = queueRowOf(week, person, desk))
                rows.push_back(std::move(*row));
        }
    }
    std::ranges::stable_sort(rows, {}, &QueueRow::group);
    return rows;
}

ApprovalQueueModel::ApprovalQueueModel(const QueueWords &words, QObject *parent)
    : QAbstractItemModel(parent)
    , m_words(words)
{}

void ApprovalQueueModel::setRows(std::vector<QueueRow> rows)
{
    beginResetModel();
    m_all = std::move(rows);
    arrange();
    endResetModel();
}

void ApprovalQueueModel::setFilter(const QString &text)
{
    if (m_filter == text.trimmed())
        return;
    beginResetModel();
    m_filter = text.trimmed();
    arrange();
    endResetModel();
}

void ApprovalQueueModel::arrange()
{
    m_parts.clear();
    for (int i = 0; i < queueGroupCount; ++i) {
        Part part;
        part.group = QueueGroup(i);
        for (const QueueRow &row : m_all) {
            const bool isWanted = m_filter.isEmpty()
                || row.name.contains(m_filter, Qt::CaseInsensitive)
                || row.position.contains(m_filter, Qt::CaseInsensitive);
            if (row.group == part.group && isWanted)
                part.rows.push_back(row);
        }
        if (!part.rows.empty())
            m_parts.push_back(std::move(part));
    }
}

std::vector<PersonId> ApprovalQueueModel::shownPeople() const
{
    std::vector<PersonId> people;
    for (const Part &part : m_parts) {
        for (const QueueRow &row : part.rows)
            people.push_back(row.person);
    }
    return people;
}

QModelIndex ApprovalQueueModel::indexOf(PersonId person) const
{
    for (size_t part = 0; part < m_parts.size(); ++part) {
        const auto &rows = m_parts[part].rows;
        const auto found = std::ranges::find(rows, person, &QueueRow::person);
        if (found != rows.end())
            return createIndex(int(found - rows.begin()), 0, quintptr(part) + 1);
    }
    return {};
}

const QueueRow *ApprovalQueueModel::rowOf(PersonId person) const
{
    const auto found = std::ranges::find(m_all, person, &QueueRow::person);
    return found == m_all.end() ? nullptr : &*found;
}

const QueueRow *ApprovalQueueModel::rowAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == ofGroup)
        return nullptr;
    return &m_parts[size_t(index.internalId() - 1)].rows[size_t(index.row())];
}

QModelIndex ApprovalQueueModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : ofGroup);
}

QModelIndex ApprovalQueueModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == ofGroup)
        return {};
    return createIndex(int(index.internalId() - 1), 0, ofGroup);
}

int ApprovalQueueModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_parts.size());
    if (parent.internalId() != ofGroup || parent.column() > 0)
        return 0;
    return int(m_parts[size_t(parent.row())].rows.size());
}

int ApprovalQueueModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant ApprovalQueueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QueueRow *row = rowAt(index);
    if (!row) {
        const Part &part = m_parts[size_t(index.row())];
        if (role == Qt::DisplayRole)
            return m_words.group(part.group);
        return role == CountRole ? QVariant(int(part.rows.size())) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole: return row->name;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return m_words.sentence(*row);
    case RowRole: return QVariant::fromValue(*row);
    default: return {};
    }
}

Qt::ItemFlags ApprovalQueueModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return rowAt(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemIsEnabled;
}

} // namespace film::app
