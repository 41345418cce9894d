#pragma once

#include "app/controllers/rules_controller.h"
#include "app/models/figures_table_model.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QStackedWidget;
class QTableView;

namespace film::app {

class NoticePanel;
class SegmentControl;
class Theme;

inline constexpr const char *rulesPageId = "rules";

// Which rules price the days: the packs, every number with where it comes from, another version
// held against one, and how a day's pay came about.
class RulesPage final : public QWidget
{
    Q_OBJECT
public:
    enum class Part { About, Numbers, Compare, Explain };

    RulesPage(RulesController &controller, const Theme &theme, QWidget *parent = nullptr);

    void showPart(Part part);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QLayout *makeHeader();
    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QWidget *makeDetail();
    [[nodiscard]] QWidget *makeCompare();
    [[nodiscard]] QWidget *makeExplain();
    [[nodiscard]] QTableView *makeTable(QAbstractItemModel &model, const QString &name);
    void wire();
    void showPacks();
    void showSelected();
    void fillOthers();
    void fillPeople();
    void fillDays();
    void showComparison();
    void showExplanation();
    // What only the open part needs is made when it is looked at.
    void refresh();

    RulesController &m_controller;
    const Theme &m_theme;
    QSortFilterProxyModel m_found;
    FiguresTableModel m_differences;
    FiguresTableModel m_lines;
    std::vector<ExplainedPerson> m_people;
    QLabel *m_subtitle;
    NoticePanel *m_leftOut;
    QLineEdit *m_filter;
    QTableView *m_list;
    QLabel *m_nothing;
    QLabel *m_title;
    QLabel *m_name;
    NoticePanel *m_state;
    SegmentControl *m_parts;
    QStackedWidget *m_stack;
    QPlainTextEdit *m_about;
    QTableView *m_numbers;
    QComboBox *m_other;
    QLabel *m_comparison;
    QTableView *m_differencesTable;
    QTableView *m_linesTable;
    QComboBox *m_person;
    QComboBox *m_day;
    QPlainTextEdit *m_explanation;
    bool m_isStale = true; // of the open part
};

} // namespace film::app
