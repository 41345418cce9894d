#include "app/models/people_model.h"

#include <algorithm>

namespace film::app {

namespace {

constexpr quintptr ofPeopleDepartment = 0; // the internal id; a person's is its row and one

} // namespace

PeopleModel::PeopleModel(const PeopleWords &words, QObject *parent)
    : QAbstractItemModel(parent)
    , m_words(words)
{}

void PeopleModel::setSnapshot(PeopleSnapshot crew)
{
    if (crew == m_crew && !m_parts.empty())
        return; // nobody loses their place for a change of something else
    beginResetModel();
    m_crew = std::move(crew);
    arrange();
    endResetModel();
}

void PeopleModel::setText(const QString &text)
{
    if (m_text == text.trimmed())
        return;
    beginResetModel();
    m_text = text.trimmed();
    arrange();
    endResetModel();
}

void PeopleModel::setFilter(PeopleFilter filter)
{
    if (m_filter == filter)
        return;
    beginResetModel();
    m_filter = filter;
    arrange();
    endResetModel();
}

bool PeopleModel::isWanted(const Person &person, PeopleFilter filter) const
{
    const bool hasLeft = m_crew.hasLeft(person.id);
    switch (filter) {
    case PeopleFilter::Here: return !hasLeft;
    case PeopleFilter::WithoutDeal: return !hasLeft && m_crew.seesPay && !m_crew.dealOf(person.id);
    case PeopleFilter::Left: return hasLeft;
    }
    Q_UNREACHABLE();
}

void PeopleModel::arrange()
{
    m_parts.clear();
    m_counts = {};
    for (const Department &department : m_crew.departments)
        m_parts.push_back({department.id, department.name, {}});
    Part others; // of a department that has not come yet
    for (size_t i = 0; i < m_crew.people.size(); ++i) {
        const Person &person = m_crew.people[i];
        for (int filter = 0; filter < peopleFilterCount; ++filter)
            m_counts[size_t(filter)] += isWanted(person, PeopleFilter(filter)) ? 1 : 0;
        auto part = std::ranges::find(m_parts, person.department, &Part::id);
        Part &target = part == m_parts.end() ? others : *part;
        const bool isFound = m_text.isEmpty() || person.name.contains(m_text, Qt::CaseInsensitive)
            || person.position.contains(m_text, Qt::CaseInsensitive)
            || target.name.contains(m_text, Qt::CaseInsensitive);
        if (isFound && isWanted(person, m_filter))
            target.people.push_back(i);
    }
    m_parts.push_back(std::move(others));
    std::erase_if(m_parts, [](const Part &part) { return part.people.empty(); });
}

const Person *PeopleModel::personOf(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == ofPeopleDepartment)
        return nullptr;
    const Part &part = m_parts[size_t(index.internalId() - 1)];
    return &m_crew.people[part.people[size_t(index.row())]];
}

std::optional<PersonId> PeopleModel::personAt(const QModelIndex &index) const
{
    const Person *person = personOf(index);
    return person ? std::optional(person->id) : std::nullopt;
}

QModelIndex PeopleModel::indexOf(PersonId person) const
{
    for (size_t part = 0; part < m_parts.size(); ++part) {
        for (size_t row = 0; row < m_parts[part].people.size(); ++row) {
            if (m_crew.people[m_parts[part].people[row]].id == person)
                return createIndex(int(row), Name, quintptr(part) + 1);
        }
    }
    return {};
}

QModelIndex PeopleModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? quintptr(parent.row()) + 1 : ofPeopleDepartment);
}

QModelIndex PeopleModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == ofPeopleDepartment)
        return {};
    return createIndex(int(index.internalId() - 1), 0, ofPeopleDepartment);
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_parts.size());
    if (parent.internalId() != ofPeopleDepartment || parent.column() > 0)
        return 0;
    return int(m_parts[size_t(parent.row())].people.size());
}

int PeopleModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString PeopleModel::textOf(const Person &person, int column) const
{
    const Deal *deal = m_crew.dealOf(person.id);
    switch (column) {
    case Name: return person.name;
    case Position: return person.position;
    case Unit: return m_crew.unitName(person.unit);
    case Agreement:
        if (!deal)
            return m_crew.seesPay ? m_words.noDeal() : QString();
        return m_words.agreement(*deal);
    case Rate: return deal ? m_words.rate(*deal) : QString();
    case Guarantee: return deal ? m_words.guarantee(*deal) : QString();
    case From: return deal ? m_words.date(deal->from) : QString();
    case To: return deal ? m_words.date(deal->to) : QString();
    default: return {};
    }
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Person *person = personOf(index);
    if (!person) {
        const Part &part = m_parts[size_t(index.row())];
        if (index.column() == Name && role == Qt::DisplayRole)
            return part.name;
        return role == CountRole ? QVariant(int(part.people.size())) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole: return textOf(*person, index.column());
    case Qt::ToolTipRole: return m_words.sentence(m_crew, *person);
    case Qt::AccessibleTextRole:
        return index.column() == Name ? m_words.sentence(m_crew, *person)
                                      : textOf(*person, index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter
                   | (index.column() == Rate || index.column() == Guarantee ? Qt::AlignRight
                                                                            : Qt::AlignLeft));
    case PersonRole: return QVariant::fromValue(person->id);
    case MutedRole:
        return m_crew.hasLeft(person->id)
            || (index.column() == Agreement && !m_crew.dealOf(person->id));
    default: return {};
    }
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return m_words.columnTitle(section);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter
                   | (section == Rate || section == Guarantee ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

Qt::ItemFlags PeopleModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace film::app
