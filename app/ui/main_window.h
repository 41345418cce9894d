#pragma once

#include "app/models/sync_state.h"
#include "shared/domain/time_format.h"

#include <QHash>
#include <QMainWindow>
#include <QTimer>
#include <QTimeZone>

#include <functional>
#include <map>

class QActionGroup;
class QCalendarWidget;
class QLabel;
class QSettings;
class QStackedWidget;
class QToolButton;
class QUndoStack;

namespace film::app {

class NavigationPanel;
class SegmentControl;
class SyncButton;
class Theme;

// What the menus and global shortcuts ask for. A page answers the ones that it has a meaning
// for; the others are disabled while it is shown.
enum class Command {
    QuickEntry,
    Stamp,
    CopyLastWeek,
    History,
    EditCell,
    NextException,
    PreviousException,
    PreviousWeek,
    NextWeek,
    Today,
    SyncNow,
};

// The window: menus, tool bar, navigation, one page at a time with its docks, status bar. It
// decides nothing: commands go to the page, values come from the controllers.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Theme &theme, QWidget *parent = nullptr);
    ~MainWindow() override;

    // Pages in the order of the navigation; Ctrl+1 to 9 go to them. The window takes the widget.
    void addPage(const QString &id, const QString &iconName, const QString &title, QWidget *page);
    void addPageGroup(const QString &title);
    // A dock that is shown with its page only. One for the right side moves to the bottom while
    // the window is narrow.
    QDockWidget *addPageDock(const QString &pageId, const QString &title, QWidget *content,
                             Qt::DockWidgetArea area);
    void setDockShown(QDockWidget *dock, bool isShown);
    void setDockTitle(QDockWidget *dock, const QString &title);
    // Answers `command` while `pageId` is shown; an empty id answers on every other page.
    void setHandler(Command command, const QString &pageId, std::function<void()> handler);
    // For commands of a single page that have no place above.
    enum class MenuId { File, Edit, View, Entry, Week, Production, Help };
    QAction *addCommand(MenuId menu, const QString &text, const QKeySequence &keys);
    // Commands that a page owns, with their keys: together in a menu, enabled while it is shown.
    void addPageCommands(MenuId menu, const QString &pageId, const QList<QAction *> &commands);

    // Everything in the menus that can be done, in their order.
    struct MenuCommand {
        QAction *action = nullptr;
        QString menu;
        bool isPage = false; // goes to a page
        QString page{};      // that owns it; empty: the window
    };
    [[nodiscard]] QList<MenuCommand> menuCommands() const;

    void showPage(const QString &id);
    [[nodiscard]] QString currentPage() const;
    // A page that fills the window without tool bar, navigation and sync state: the first run.
    void showAlone(QWidget *page);
    void endAlone();

    void setProduction(const QString &title, const QString &detail);
    void setAccount(const QString &name, const QString &role);
    void setBadge(const QString &pageId, const QString &badge);
    void setUndoStack(QUndoStack &stack);
    void setWeek(const QString &title, QDate first);
    // The rule pack that what the page shows is priced by; empty hides it.
    void setRules(const QString &pageId, const QString &pack);
    // Whose clock the status bar tells the time by.
    void setZone(const QTimeZone &zone);
    void setSyncState(const SyncState &state);
    void setNotation(Notation notation);
    // Beside the sync state, until it is replaced or a while has passed.
    void showMessage(const QString &text);
    // The permanent label in front of the hour format, while the page is shown: "5 cells".
    void setSelectionText(const QString &pageId, const QString &text);
    // Where the person left it: its place, its docks, and how much room its parts have. The parts
    // are put back once the pages stand.
    void saveLayout(QSettings &settings) const;
    void restorePlace(const QSettings &settings);
    void restoreParts(const QSettings &settings);
    [[nodiscard]] NavigationPanel *navigation() const { return m_navigation; }

signals:
    void pageChanged(const QString &id);
    void notationChosen(film::Notation notation);
    void weekChosen(QDate dayInIt);
    void syncDetailsRequested();
    void searchRequested();
    void settingsRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct PageDock {
        QString page;
        QDockWidget *dock = nullptr;
        Qt::DockWidgetArea area = Qt::RightDockWidgetArea;
        bool isWanted = true; // not closed by the person
    };

    void buildMenus();
    void buildEditMenu();
    void buildWeekMenu();
    void buildToolBar();
    void fillWeekMenu();
    void addSearchButton();
    void buildStatusBar();
    void buildNavigation();
    QAction *addHandled(MenuId menu, Command command, const QString &text, const QKeySequence &keys,
                        const QString &iconName = {});
    [[nodiscard]] const std::function<void()> *handlerOf(Command command) const;
    [[nodiscard]] QString ownerOf(const QAction *action) const;
    void updateCommands();
    void openPage(const QString &id, bool takesFocus);
    [[nodiscard]] Qt::DockWidgetArea placed(Qt::DockWidgetArea area) const;
    void updateDocks();
    void updateLayoutForWidth();
    void movePane(int step);
    [[nodiscard]] QList<QWidget *> panes() const;
    void showHelp(const QString &page);
    void showStatus();
    void showStatusOfPage();
    void showTitle();

    Theme &m_theme;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QStackedWidget *m_pages;
    NavigationPanel *m_navigation;
    QDockWidget *m_navigationDock;
    QToolBar *m_toolBar = nullptr;
    QToolButton *m_weekButton = nullptr;
    QCalendarWidget *m_calendar = nullptr; // once the week was clicked
    QDate m_firstOfWeek;
    SegmentControl *m_notation = nullptr;
    SyncButton *m_sync = nullptr;
    QLabel *m_message = nullptr;
    QLabel *m_selection = nullptr;
    QLabel *m_notationLabel = nullptr;
    QLabel *m_rulesLabel = nullptr;
    QHash<QString, QString> m_selectionOfPage;
    QHash<QString, QString> m_rulesOfPage;
    QTimer m_messageTime;
    QString m_production;
    QString m_syncMessage;
    SyncState m_syncState;
    std::map<MenuId, QMenu *> m_menus;
    QAction *m_pagesBelow = nullptr; // in the View menu
    QHash<QString, QActionGroup *> m_commandsOfPage;
    std::map<Command, QAction *> m_actions;
    std::map<Command, QHash<QString, std::function<void()>>> m_handlers;
    QList<QAction *> m_pageActions;
    QList<PageDock> m_docks;
    QHash<QString, QWidget *> m_pageById;
    QAction *m_quit = nullptr;
    QAction *m_search = nullptr;
    QWidget *m_alone = nullptr;
};

} // namespace film::app
