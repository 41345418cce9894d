#pragma once

#include <QStringList>

class QTableWidget;
class QWidget;

namespace film::app {

// A table to read, as the previews of imports show what a file holds.
[[nodiscard]] QTableWidget *makePreviewTable(const QStringList &titles, const QString &name,
                                             QWidget *parent);
void addPreviewRow(QTableWidget &table, const QStringList &cells);
// After the last row.
void fitPreviewColumns(QTableWidget &table);

} // namespace film::app
