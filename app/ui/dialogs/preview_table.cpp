#include "app/ui/dialogs/preview_table.h"

#include "app/ui/theme/metrics.h"

#include <QHeaderView>
#include <QTableWidget>

namespace film::app {

namespace {

constexpr int columnGap = 16;

} // namespace

QTableWidget *makePreviewTable(const QStringList &titles, const QString &name, QWidget *parent)
{
    auto *table = new QTableWidget(0, int(titles.size()), parent);
    table->setAccessibleName(name);
    table->setHorizontalHeaderLabels(titles);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(metrics::compactRow);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    return table;
}

void addPreviewRow(QTableWidget &table, const QStringList &cells)
{
    const int row = table.rowCount();
    table.insertRow(row);
    for (int column = 0; column < int(cells.size()); ++column)
        table.setItem(row, column, new QTableWidgetItem(cells[column]));
}

void fitPreviewColumns(QTableWidget &table)
{
    table.resizeColumnsToContents();
    for (int column = 0; column + 1 < table.columnCount(); ++column)
        table.setColumnWidth(column, table.columnWidth(column) + columnGap);
}

} // namespace film::app
