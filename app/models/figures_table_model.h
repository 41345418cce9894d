#pragma once

#include "app/models/chart_data.h"

#include <QAbstractTableModel>

namespace film::app {

// A chart's figures as rows.
class FiguresTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(FiguresTable table);
    [[nodiscard]] const FiguresTable &table() const { return m_table; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    FiguresTable m_table;
};

} // namespace film::app
