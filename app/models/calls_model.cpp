#include "app/models/calls_model.h"

#include <algorithm>

namespace film::app {

namespace {

constexpr quintptr ofCallsDepartment = 0; // the internal id; a person's is its row and one

} // namespace

CallsModel::CallsModel(const CallsWords &words, QObject *parent)
    : QAbstractItemModel(parent)
    , m_words(words)
{}

void CallsModel::setSheet(const PeopleSnapshot &crew, const std::optional<ShootingDay> &sheet)
{
    std::vector<Part> parts;
    for (const Department &department : crew.departments) {
        Part part{department, {}};
        for (const Person &person : crew.people) {
            const bool isOfUnit = sheet && (person.unit == sheet->unit || person.unit.isNull());
            if (isOfUnit && person.department == department.id && !crew.hasLeft(person.id))
                part.people.push_back(person);
        }
        if (!part.people.empty())
            parts.push_back(std::move(part));
    }
    const auto sameRows = [](const Part &a, const Part &b) {
        return a.department == b.department && a.people == b.people;
    };
    const auto dayOf = [](const std::optional<ShootingDay> &day) {
        return day ? std::pair(day->date, day->unit) : std::pair<QDate, UnitId>();
    };
    if (dayOf(sheet) != dayOf(m_sheet)) {
        beginResetModel();
        m_parts = std::move(parts);
        m_sheet = sheet;
        endResetModel();
        return;
    }
    // Another plan of the same day: the selection and an open editor stay with whoever stays.
    const bool isSame = std::ranges::equal(parts, m_parts, sameRows);
    if (!isSame)
        moveTo(std::move(parts));
    m_sheet = sheet;
    refresh();
}

void CallsModel::moveTo(std::vector<Part> parts)
{
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<std::optional<CallOwner>> owners;
    for (const QModelIndex &index : before)
        owners.push_back(ownerAt(index));
    m_parts = std::move(parts);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const std::optional<CallOwner> &owner = owners[size_t(i)];
        const QModelIndex row = owner ? indexOf(*owner) : QModelIndex();
        after.append(row.isValid() ? createIndex(row.row(), before[i].column(), row.internalId())
                                   : QModelIndex());
    }
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

void CallsModel::refresh()
{
    if (m_parts.empty())
        return;
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex department = index(row, 0);
        emit dataChanged(index(0, 0, department),
                         index(rowCount(department) - 1, ColumnCount - 1, department));
    }
}

const CallsModel::Part &CallsModel::partAt(const QModelIndex &index) const
{
    const bool isDepartment = index.internalId() == ofCallsDepartment;
    return m_parts[isDepartment ? size_t(index.row()) : size_t(index.internalId() - 1)];
}

const Person *CallsModel::personAt(const QModelIndex &index) const
{
    return index.internalId() == ofCallsDepartment ? nullptr
                                                   : &partAt(index).people[size_t(index.row())];
}

std::optional<CallOwner> CallsModel::ownerAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return std::nullopt;
    const Person *person = personAt(index);
    return person ? CallOwner(person->id) : CallOwner(partAt(index).department.id);
}

QModelIndex CallsModel::indexOf(const CallOwner &owner) const
{
    for (size_t part = 0; part < m_parts.size(); ++part) {
        if (owner == CallOwner(m_parts[part].department.id))
            return createIndex(int(part), 0, ofCallsDepartment);
        const auto &people = m_parts[part].people;
        for (size_t row = 0; row < people.size(); ++row) {
            if (owner == CallOwner(people[row].id))
                return createIndex(int(row), 0, quintptr(part) + 1);
        }
    }
    return {};
}

QModelIndex CallsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? quintptr(parent.row()) + 1 : ofCallsDepartment);
}

QModelIndex CallsModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == ofCallsDepartment)
        return {};
    return createIndex(int(index.internalId() - 1), 0, ofCallsDepartment);
}

int CallsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_parts.size());
    if (parent.internalId() != ofCallsDepartment || parent.column() > 0)
        return 0;
    return int(m_parts[size_t(parent.row())].people.size());
}

int CallsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

std::optional<Minutes> CallsModel::callAt(const QModelIndex &index) const
{
    if (!m_sheet)
        return std::nullopt;
    const DepartmentId department = partAt(index).department.id;
    const Person *person = personAt(index);
    return m_sheet->callOf(person ? person->id : PersonId(), department);
}

QString CallsModel::textAt(const QModelIndex &index) const
{
    const Person *person = personAt(index);
    const std::optional<Minutes> call = callAt(index);
    switch (index.column()) {
    case Name: return person ? person->name : partAt(index).department.name;
    case Position: return person ? person->position : QString();
    case Call: return call ? m_words.time(*call) : QString();
    case Offset: return call && m_sheet->call ? m_words.offset(*call - *m_sheet->call) : QString();
    default: return {};
    }
}

QVariant CallsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool isOwn = m_sheet && ownCall(*m_sheet, *ownerAt(index)).has_value();
    switch (role) {
    case Qt::DisplayRole: return textAt(index);
    case Qt::EditRole: return index.column() == Call ? textAt(index) : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return m_words.sentence(textAt(index.siblingAtColumn(Name)), callAt(index), isOwn);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() == Call ? Qt::AlignRight : Qt::AlignLeft));
    case CountRole:
        return personAt(index) ? QVariant() : QVariant(int(partAt(index).people.size()));
    case InheritedRole: return index.column() >= Call && !isOwn;
    default: return {};
    }
}

bool CallsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    if (value.toString() != textAt(index)) // left as it was: still not their own
        emit callTyped(*ownerAt(index), value.toString());
    return true;
}

QVariant CallsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return m_words.columnTitle(section);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Call ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

Qt::ItemFlags CallsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() == Call && m_isEditable && m_sheet ? flags | Qt::ItemIsEditable : flags;
}

} // namespace film::app
