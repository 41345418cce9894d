#include "app/models/figures_table_model.h"

namespace film::app {

namespace {

int figuresAlignment(int column)
{
    return column == 0 ? int(Qt::AlignLeft | Qt::AlignVCenter)
                       : int(Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace

// Same rows, new figures: the selection stays.
void FiguresTableModel::setTable(FiguresTable table)
{
    if (table == m_table)
        return;
    const bool isSameShape =
        table.headers == m_table.headers && table.rows.size() == m_table.rows.size();
    if (!isSameShape)
        beginResetModel();
    m_table = std::move(table);
    if (!isSameShape)
        endResetModel();
    else if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int FiguresTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.rows.size());
}

int FiguresTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.headers.size());
}

QVariant FiguresTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QStringList &row = m_table.rows[size_t(index.row())];
    if (role == Qt::DisplayRole)
        return row.value(index.column());
    if (role == Qt::TextAlignmentRole)
        return figuresAlignment(index.column());
    // "Electric, Hours: 719.6"
    if (role == Qt::AccessibleTextRole && index.column() > 0)
        return QString(row.value(0) + QStringLiteral(", ") + m_table.headers.value(index.column())
                       + QStringLiteral(": ") + row.value(index.column()));
    return {};
}

QVariant FiguresTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return m_table.headers.value(section);
    if (role == Qt::TextAlignmentRole)
        return figuresAlignment(section);
    return {};
}

} // namespace film::app
