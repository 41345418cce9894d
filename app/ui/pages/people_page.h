#pragma once

#include "app/controllers/people_controller.h"
#include "shared/rules/pack_shelf.h"

#include <QSet>
#include <QWidget>

#include <functional>

class QAction;
class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace film::app {

class MainWindow;
class NoticePanel;
class Theme;

inline constexpr const char *peoplePageId = "people";

// The crew list with everybody's deal: who is here, under which agreement, from when to when.
class PeoplePage final : public QWidget
{
    Q_OBJECT
public:
    // The agreements that a deal can name; asked for when a deal is first opened.
    using Shelf = std::function<const rules::PackShelf *()>;
    PeoplePage(PeopleController &controller, PeopleModel &people, Shelf shelf, const Theme &theme,
               QWidget *parent = nullptr);

    [[nodiscard]] QTreeView *list() const { return m_list; }
    [[nodiscard]] QList<QAction *> commands() const { return m_commands; }
    [[nodiscard]] QString noticeText() const;
    [[nodiscard]] QString subtitle() const;

public slots:
    void editCurrent();
    void showPerson(const film::PersonId &person);

signals:
    void messageChanged(const QString &message);
    void importRequested();

private:
    [[nodiscard]] QLayout *makeHeader();
    [[nodiscard]] QLayout *makeFilters();
    void makeCommands();
    [[nodiscard]] QAction *makeCommand(const QString &text, const QKeySequence &keys,
                                       void (PeoplePage::*slot)());
    [[nodiscard]] std::optional<PersonId> currentPerson() const;
    void rememberCurrent();
    void showCrew();
    void showNotice();
    void showFailure(const Error &error);
    void updateCommands();
    void add();
    void openDialog(PersonId person);
    void save(const PersonDraft &draft);
    void askForLastDay();
    void end(PersonId person, QDate last);
    void bringBack();
    void focusFilter();
    void toggleAllDepartments();

    PeopleController &m_controller;
    PeopleModel &m_people;
    Shelf m_shelf;
    const Theme &m_theme;
    QList<QAction *> m_commands;
    QAction *m_add = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_end = nullptr;
    QAction *m_bringBack = nullptr;
    QLabel *m_subtitle = nullptr;
    QPushButton *m_addButton = nullptr;
    QPushButton *m_importButton = nullptr;
    QButtonGroup *m_chips = nullptr;
    QLineEdit *m_filter = nullptr;
    QLabel *m_readOnly = nullptr;
    NoticePanel *m_notice;
    QTreeView *m_list;
    std::optional<Error> m_failure;
    std::optional<PersonId> m_current; // over a reset of the list
    QSet<QString> m_closed;            // departments, by the person
};

// Into the navigation and the menus of the window.
void addPeople(MainWindow &window, PeoplePage *page, PeopleController &controller);

} // namespace film::app
