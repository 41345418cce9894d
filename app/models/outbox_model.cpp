#include "app/models/outbox_model.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace film::app {

OutboxModel::OutboxModel(const CrewWords &words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_words(words)
{}

void OutboxModel::setSnapshot(OutboxSnapshot snapshot)
{
    const auto byAttention = [](const OutboxChange &change) {
        return change.state != ChangeState::NeedsAttention;
    };
    std::ranges::stable_sort(snapshot.changes, {}, byAttention);

    const bool sameRows = std::ranges::equal(m_changes, snapshot.changes, {},
                                             &OutboxChange::mutation, &OutboxChange::mutation);
    if (!sameRows)
        beginResetModel();
    m_changes = std::move(snapshot.changes);
    m_earlier = snapshot.earlier;
    m_waiting = snapshot.earlierWaiting
        + int(std::ranges::count_if(m_changes, [](const OutboxChange &change) {
                    return change.state != ChangeState::Confirmed;
                }));
    m_needingAttention =
        int(std::ranges::count(m_changes, ChangeState::NeedsAttention, &OutboxChange::state));
    if (!sameRows)
        endResetModel();
    else if (!m_changes.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit countsChanged();
}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_changes.size());
}

int OutboxModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const OutboxChange &change = m_changes[size_t(index.row())];
    if (role == StateRole)
        return QVariant::fromValue(change.state);
    if (role == RefusalRole)
        return change.refusal ? QVariant::fromValue(*change.refusal) : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case When: return m_words.moment(change.at);
    case Who: return change.author;
    case Where: return whereOf(change);
    case What: return whatOf(change);
    case State: return m_words.changeState(change.state);
    default: return {};
    }
}

QString OutboxModel::whereOf(const OutboxChange &change) const
{
    if (!change.after)
        return change.where;
    return change.where + u", "_s + m_words.shortDate(change.after->key.date);
}

QString OutboxModel::whatOf(const OutboxChange &change) const
{
    if (!change.after)
        return change.title;
    const WorkDay before = change.before.value_or(WorkDay());
    QString what;
    for (const DayPart part : differingParts(before, *change.after)) {
        // How the record came to be is no news to anybody.
        if (part == DayPart::State)
            continue;
        if (!what.isEmpty())
            what += u", "_s;
        what += m_words.partName(part) + u' ' + m_words.partValue(*change.after, part);
    }
    return what;
}

} // namespace film::app
