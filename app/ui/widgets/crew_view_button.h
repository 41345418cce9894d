#pragma once

#include "app/controllers/crew_preferences.h"

#include <QToolButton>

class QMenu;

namespace film::app {

// The named views of the grid and its columns, in a menu.
class CrewViewButton final : public QToolButton
{
    Q_OBJECT
public:
    explicit CrewViewButton(const CrewModel &crew, QWidget *parent = nullptr);

    // Where named views are kept; without, only the columns can be chosen. Outlives the button.
    void setPreferences(CrewPreferences *preferences) { m_preferences = preferences; }
    // What is shown now; asked when the menu opens and when a view is kept.
    void setCurrent(std::function<CrewView()> current) { m_current = std::move(current); }

signals:
    void viewChosen(const film::app::CrewView &view);
    void said(const QString &message);

private:
    void fill();
    void fillColumns(QMenu &menu, const CrewView &current);
    void askName();
    void keep(const QString &name);
    void forget(const QString &name);

    const CrewModel &m_crew;
    CrewPreferences *m_preferences = nullptr;
    std::function<CrewView()> m_current;
    QMenu *m_menu;
};

} // namespace film::app
