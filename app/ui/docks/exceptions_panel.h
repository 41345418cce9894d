#pragma once

#include "app/models/exceptions_model.h"

#include <QWidget>

class QAction;
class QLabel;
class QStackedLayout;
class QTableView;

namespace film::app {

class Theme;

// What a person should look at, one row each, with what can be done about it.
class ExceptionsPanel final : public QWidget
{
    Q_OBJECT
public:
    ExceptionsPanel(ExceptionsModel &exceptions, const CrewModel &crew, const Theme &theme,
                    QWidget *parent = nullptr);

    void setCurrentRow(int row);
    // That a command is about while the list has the keys.
    [[nodiscard]] std::optional<int> focusedRow() const;
    void setRowCommands(const QList<QAction *> &commands); // of its menu
    // Above the list; nothing where it is empty.
    void setAhead(const QString &text);

signals:
    void activated(int row);    // show the person and the day
    void fixRequested(int row); // do what the last column says

private:
    void refresh();

    ExceptionsModel &m_exceptions;
    const CrewModel &m_crew;
    QLabel *m_ahead;
    QStackedLayout *m_layout;
    QTableView *m_table;
    QLabel *m_allDone;
};

} // namespace film::app
