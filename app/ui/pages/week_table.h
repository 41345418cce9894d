#pragma once

#include "app/models/week_model.h"

#include <QFrame>
#include <QIdentityProxyModel>
#include <QTableView>

namespace film::app {

class DayDelegate;
class Theme;

// The words around a WeekModel: column titles, and each row as a sentence for a screen reader.
class WeekTextModel final : public QIdentityProxyModel
{
    Q_OBJECT
public:
    explicit WeekTextModel(const WeekModel &week, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    const WeekModel &m_week;
};

// The keys of the table that are not a stock table's.
class WeekTableView final : public QTableView
{
    Q_OBJECT
public:
    using QTableView::QTableView;

    // As F2 does: keeps the text.
    void editCurrent();
    // Takes what is typed into an open editor.
    void commitEditor();

signals:
    void clearRequested(const QModelIndex &index);
    void opened(const QModelIndex &index); // Enter on a cell that is not edited

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    // Tab walks the times of a day, then the next day, and past the last one leaves the table.
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    bool focusNextPrevChild(bool next) override;

private:
    [[nodiscard]] QModelIndex nextTime(int step) const;
};

// Seven rows and their sum in one panel.
class WeekTable final : public QFrame
{
    Q_OBJECT
public:
    WeekTable(const Theme &theme, WeekModel &model, QWidget *parent = nullptr);

    [[nodiscard]] WeekTableView *view() const { return m_view; }
    void setNotation(Notation notation);
    void selectDate(QDate date);

signals:
    void daySelected(QDate date);
    void clearRequested(QDate date, film::DayFieldRef field);
    void versionsRequested(QDate date);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int widthWanted(int column) const;
    void showSums();

    const Theme &m_theme;
    WeekModel &m_model;
    WeekTextModel *m_texts;
    WeekTableView *m_view;
    DayDelegate *m_delegate;
    QWidget *m_totals;
};

} // namespace film::app
