#include "app/models/sheet_days_model.h"

#include <algorithm>

namespace film::app {

SheetDaysModel::SheetDaysModel(const SheetDayWords &words, QObject *parent)
    : QAbstractListModel(parent)
    , m_words(words)
{}

void SheetDaysModel::setDays(std::vector<SheetDay> days)
{
    const bool isSame = std::ranges::equal(days, m_days, {}, &SheetDay::key, &SheetDay::key);
    if (!isSame)
        beginResetModel();
    m_days = std::move(days);
    if (!isSame)
        endResetModel();
    else
        refresh();
}

void SheetDaysModel::refresh()
{
    if (!m_days.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

int SheetDaysModel::rowOf(const SheetKey &key) const
{
    const auto found = std::ranges::find(m_days, key, &SheetDay::key);
    return found == m_days.end() ? -1 : int(found - m_days.begin());
}

int SheetDaysModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_days.size());
}

QVariant SheetDaysModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SheetDay &day = m_days[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return m_words.title(day);
    case DetailRole: return m_words.detail(day);
    case StateRole: return QVariant::fromValue(day.state);
    case StateTextRole: return m_words.state(day.state);
    case Qt::AccessibleTextRole: {
        QStringList parts{m_words.title(day), m_words.detail(day), m_words.state(day.state)};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    default: return {};
    }
}

} // namespace film::app
