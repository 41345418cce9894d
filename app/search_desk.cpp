#include "app/search_desk.h"

#include "app/ui/dialogs/command_search_dialog.h"

#include <QAction>

namespace film::app {

using namespace Qt::StringLiterals;

SearchDesk::SearchDesk(MainWindow &window, const Theme &theme, const CrewModel &crew,
                       QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_theme(theme)
    , m_crew(crew)
    , m_model(commandSearchWords())
{
    connect(&window, &MainWindow::searchRequested, this, &SearchDesk::open);
}

void SearchDesk::setFirstShootingDay(const std::optional<QDate> &day)
{
    m_firstShootingDay = day;
    updateCalendar();
}

void SearchDesk::setCalendar(QDate today, QDate thisWeek)
{
    m_today = today;
    m_thisWeek = thisWeek;
    updateCalendar();
}

void SearchDesk::updateCalendar()
{
    SearchCalendar calendar{m_today, m_thisWeek, {}};
    if (m_firstShootingDay && m_thisWeek.isValid()) {
        // The weeks begin on the weekday of this one.
        const qint64 days = m_thisWeek.daysTo(*m_firstShootingDay);
        const qint64 weeks = days >= 0 ? days / 7 : -((-days + 6) / 7);
        calendar.firstWeek = m_thisWeek.addDays(weeks * 7);
    }
    m_model.setCalendar(calendar);
}

// What a command does may show another page: its state is read now, not when it was added.
void SearchDesk::open()
{
    m_model.setEntries(entries());
    if (!m_dialog) {
        m_dialog = new CommandSearchDialog(m_model, m_theme, &m_window);
        connect(m_dialog, &CommandSearchDialog::chosen, this, &SearchDesk::act);
    }
    m_dialog->start();
}

std::vector<SearchEntry> SearchDesk::entries()
{
    std::vector<SearchEntry> entries;
    m_actions.clear();
    for (const MainWindow::MenuCommand &command : m_window.menuCommands()) {
        if (command.action->objectName() == u"search"_s)
            continue; // this is it
        SearchEntry entry;
        entry.kind = command.isPage ? SearchKind::Page : SearchKind::Command;
        entry.title = command.action->text().remove(u'&');
        entry.detail = command.action->isEnabled()
            ? command.menu
            : tr("%1, not on this page", "a menu").arg(command.menu);
        entry.keys = command.action->shortcut().toString(QKeySequence::NativeText);
        entry.isEnabled = command.action->isEnabled();
        entry.number = int(m_actions.size());
        m_actions.append(command.action);
        entries.push_back(std::move(entry));
    }
    if (m_findsPeople)
        addPeople(entries);
    return entries;
}

void SearchDesk::addPeople(std::vector<SearchEntry> &entries) const
{
    for (const CrewDepartment &department : m_crew.snapshot().departments) {
        for (const CrewPerson &person : department.people) {
            SearchEntry entry;
            entry.kind = SearchKind::Person;
            entry.title = person.name;
            entry.detail = person.position.isEmpty()
                ? department.name
                : tr("%1, %2", "a position, its department").arg(person.position, department.name);
            entry.person = person.id;
            entries.push_back(std::move(entry));
        }
    }
}

void SearchDesk::act(const SearchEntry &entry)
{
    switch (entry.kind) {
    case SearchKind::Day: return emit dayChosen(entry.found.date);
    case SearchKind::Person: return emit personChosen(entry.person);
    case SearchKind::Page:
    case SearchKind::Command: break;
    }
    if (QAction *action = m_actions.value(entry.number))
        action->trigger();
}

} // namespace film::app
