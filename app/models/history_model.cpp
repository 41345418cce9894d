#include "app/models/history_model.h"

using namespace Qt::StringLiterals;

namespace film::app {

HistoryModel::HistoryModel(const CrewWords &words, QObject *parent)
    : QAbstractListModel(parent)
    , m_words(words)
{}

void HistoryModel::setHistory(DayHistory history)
{
    beginResetModel();
    m_history = std::move(history);
    m_rows.clear();
    for (size_t i = 0; i < m_history.changes.size(); ++i) {
        const DayChange &change = m_history.changes[i];
        for (const DayPart part : differingParts(change.before, change.after))
            m_rows.push_back({i, part});
    }
    endResetModel();
}

WorkDay HistoryModel::restored(int row) const
{
    const Row &chosen = m_rows[size_t(row)];
    return withPart(m_history.now, m_history.changes[chosen.change].before, chosen.part);
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[size_t(index.row())];
    const DayChange &change = m_history.changes[row.change];
    const QString what = m_words.partChange(change.before, change.after, row.part);
    switch (role) {
    case WhenRole: return m_words.moment(change.at);
    case WhoRole:
        return change.device.isEmpty() ? change.person
                                       : QString(change.person + u", "_s + change.device);
    case ChangeRole: return what;
    case ReasonRole: return change.reason;
    case IsPendingRole: return change.isPending;
    case CanRestoreRole: return !samePart(m_history.now, change.before, row.part);
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return QString(m_words.moment(change.at) + u", "_s + change.person + u": "_s + what);
    default: return {};
    }
}

} // namespace film::app
