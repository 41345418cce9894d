#pragma once

#include "app/models/figures_table_model.h"
#include "app/ui/dashboard_words.h"

#include <QFrame>

class QAction;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace film::app {

class BarChart;
class ChartLegend;
class Theme;

// A chart with its title, what it shows in a sentence, its legend and its twin, a table with the
// same figures.
class ChartPanel final : public QFrame
{
    Q_OBJECT
public:
    ChartPanel(const QString &title, const Theme &theme, QWidget *parent = nullptr);

    void setWords(const ChartWords &words);
    // A link under the sentence; empty for none.
    void setAction(const QString &text);
    // A second table beside the chart.
    void setSideTable(const FiguresTable &table);
    void setClickable(const QString &hint);
    // Whether the figures may be taken away as a copy; they may unless this is said.
    void setCopyable(bool isCopyable);

    [[nodiscard]] BarChart *chart() const { return m_chart; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QString finding() const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] bool showsTable() const;

public slots:
    void setShowsTable(bool isTable);
    void copyFigures();

signals:
    void barChosen(int category);
    void actionRequested();
    void copied(const QString &title);

private:
    [[nodiscard]] QLayout *makeHeader();
    [[nodiscard]] QTableView *makeTable(FiguresTableModel &model);
    void choose(const QModelIndex &row);
    void recolor();

    QString m_title;
    const Theme &m_theme;
    QLabel *m_finding;
    QPushButton *m_action;
    ChartLegend *m_legend;
    QToolButton *m_tableButton = nullptr;
    QAction *m_tableAction = nullptr;
    QAction *m_copyAction = nullptr; // of the menu
    bool m_isCopyable = true;
    QStackedWidget *m_stack;
    BarChart *m_chart;
    FiguresTableModel *m_figures;
    FiguresTableModel *m_sideFigures;
    QTableView *m_table;
    QTableView *m_side;
    QLabel *m_note;
    ChartData m_data;
    bool m_isClickable = false;
    bool m_wantsTable = false;
};

} // namespace film::app
