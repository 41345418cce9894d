#pragma once

#include <QHeaderView>
#include <QSet>
#include <QTreeView>

#include <array>

namespace film::app {

class Theme;

// Two lines for a date and what is shot on it; today is tinted.
class CrewHeader final : public QHeaderView
{
    Q_OBJECT
public:
    explicit CrewHeader(const Theme &theme, QWidget *parent = nullptr);

    void setTodayColumn(int column);
    [[nodiscard]] int todayColumn() const { return m_today; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    const Theme &m_theme;
    int m_today = -1;
};

// The tree of the crew: departments that open and close over rows of day cells, the names kept
// in place by a second view when it scrolls sideways.
class CrewGridView final : public QTreeView
{
    Q_OBJECT
public:
    explicit CrewGridView(const Theme &theme, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    // One delegate each: two views of one would both answer for its editors.
    void setItemDelegates(QAbstractItemDelegate *cells, QAbstractItemDelegate *names);
    // Wide enough for the longest texts of a day and a week, never narrower than the design.
    // A day on which nobody works needs little.
    void setRoomFor(const QString &day, const QString &dayHours, const QString &weekHours,
                    const std::array<bool, 7> &isOff);
    void setTodayColumn(int column); // -1 in another week
    void setHiddenColumns(const QSet<int> &columns);
    [[nodiscard]] const QSet<int> &hiddenColumns() const { return m_hidden; }
    [[nodiscard]] int todayColumn() const { return m_header->todayColumn(); }
    [[nodiscard]] QTreeView *names() const { return m_names; }

    // The cell `rows` and `columns` away among the people that are shown; the same one at an edge.
    [[nodiscard]] QModelIndex cellBeside(const QModelIndex &from, int rows, int columns) const;
    void moveTo(const QModelIndex &index);
    void editCurrent();
    // Takes what is typed into an open editor.
    void commitEditor();
    // At once, in both halves, after the rows have changed: one scrolls with the other, and
    // neither must do so over rows that are gone. An open editor stays in sight.
    void layRows(); // keeps the text
    void selectColumn();
    void selectRow();

signals:
    void editingStarted(const QModelIndex &index);
    void editingEnded();
    void departmentToggled(const QModelIndex &department, bool isOpen);

protected:
    [[nodiscard]] QModelIndex moveCursor(CursorAction action,
                                         Qt::KeyboardModifiers modifiers) override;
    void keyPressEvent(QKeyEvent *event) override;
    void updateGeometries() override;
    void drawBranches(QPainter *painter, const QRect &rect,
                      const QModelIndex &index) const override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;

private:
    void toggle(const QModelIndex &index);
    // The next column that is shown, from `column` on in the direction of `step`; `column` itself
    // where there is none up to `last`.
    [[nodiscard]] int columnBeside(int column, int step, int last) const;
    void placeNames();

    const Theme &m_theme;
    CrewHeader *m_header;
    QTreeView *m_names;
    CrewHeader *m_namesHeader;
    QSet<int> m_hidden;
};

} // namespace film::app
