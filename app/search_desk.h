#pragma once

#include "app/models/command_search.h"
#include "app/models/crew_model.h"
#include "app/ui/main_window.h"

#include <QPointer>

namespace film::app {

class CommandSearchDialog;
class Theme;

// Ctrl+K over the window: gathers what can be found when it is asked for, and does what was
// chosen. GUI thread.
class SearchDesk final : public QObject
{
    Q_OBJECT
public:
    SearchDesk(MainWindow &window, const Theme &theme, const CrewModel &crew,
               QObject *parent = nullptr);

    void setFirstShootingDay(const std::optional<QDate> &day);
    void setCalendar(QDate today, QDate thisWeek);
    // Nobody is found where there is no grid to show them in.
    void setFindsPeople(bool findsPeople) { m_findsPeople = findsPeople; }

public slots:
    void open();

signals:
    void personChosen(const film::PersonId &person);
    void dayChosen(QDate day);

private:
    [[nodiscard]] std::vector<SearchEntry> entries();
    void addPeople(std::vector<SearchEntry> &entries) const;
    void act(const SearchEntry &entry);
    void updateCalendar();

    MainWindow &m_window;
    const Theme &m_theme;
    const CrewModel &m_crew;
    CommandSearchModel m_model;
    QPointer<CommandSearchDialog> m_dialog; // the window's
    QList<QPointer<QAction>> m_actions;     // by the number of their entry
    std::optional<QDate> m_firstShootingDay;
    QDate m_today;
    QDate m_thisWeek;
    bool m_findsPeople = false;
};

} // namespace film::app
