#include "app/ui/main_window.h"

#include "app/ui/dialogs/help_dialog.h"
#include "app/ui/guide.h"
#include "app/ui/sync_state_text.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/dock_title.h"
#include "app/ui/widgets/labels.h"
#include "app/ui/widgets/navigation_panel.h"
#include "app/ui/widgets/segment_control.h"
#include "app/ui/widgets/sync_button.h"

#include <QAccessible>
#include <QActionGroup>
#include <QApplication>
#include <QCalendarWidget>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QUndoStack>
#include <QWidgetAction>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace film::app {

namespace {

const QString placeSetting = u"window/place"_s;
const QString docksSetting = u"window/docks"_s;
const QString closedDocksSetting = u"window/closed"_s;
const QString splitterSettings = u"window/splitter-"_s;

constexpr auto messageShownFor = 12s;

// Wide enough for the pages, unless the screen is smaller than that.
QSize smallestWindow(const QScreen *screen)
{
    const QSize least(metrics::windowWidthMin, metrics::windowHeightMin);
    return screen ? least.boundedTo(screen->availableSize()) : least;
}

} // namespace

MainWindow::MainWindow(Theme &theme, QWidget *parent)
    : QMainWindow(parent)
    , m_theme(theme)
    , m_pages(new QStackedWidget(this))
    , m_navigation(new NavigationPanel(theme, this))
    , m_navigationDock(new QDockWidget(this))
{
    setWindowTitle(tr("Film Tracker"));
    setMinimumSize(smallestWindow(screen()));
    resize(1440, 900);
    setCentralWidget(m_pages);
    setContextMenuPolicy(Qt::NoContextMenu);
    setAnimated(false); // nothing moves by itself, whether the system asks for that or not
    buildNavigation();
    buildMenus();
    buildToolBar();
    buildStatusBar();
    setSyncState({});
    updateCommands();
}

MainWindow::~MainWindow()
{
    // An open editor commits when it loses the focus: now, while there is a window to tell.
    hide();
}

void MainWindow::buildNavigation()
{
    m_navigationDock->setObjectName(u"navigation"_s);
    m_navigationDock->setWidget(m_navigation);
    m_navigationDock->setTitleBarWidget(new QWidget(m_navigationDock));
    m_navigationDock->setFeatures(QDockWidget::NoDockWidgetFeatures);
    const Qt::DockWidgetArea side = placed(Qt::LeftDockWidgetArea);
    m_navigationDock->setAllowedAreas(side);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::TopLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    addDockWidget(side, m_navigationDock);
    connect(m_navigation, &NavigationPanel::pageChosen, this, [this](const QString &id) {
        openPage(id, !m_navigation->isAncestorOf(QApplication::focusWidget()));
    });
}

QAction *MainWindow::addCommand(MenuId menu, const QString &text, const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    // What ends the program stays last in its menu.
    m_menus[menu]->insertAction(menu == MenuId::File ? m_quit : nullptr, action);
    action->setShortcut(keys);
    // Also in the window, so that keys work while a menu bar is hidden or native.
    addAction(action);
    return action;
}

// A group, so that the page can still disable a command of its own.
void MainWindow::addPageCommands(MenuId menu, const QString &pageId,
                                 const QList<QAction *> &commands)
{
    QActionGroup *&group = m_commandsOfPage[pageId];
    if (!group) {
        group = new QActionGroup(this);
        group->setExclusionPolicy(QActionGroup::ExclusionPolicy::None);
    }
    QAction *before = menu == MenuId::View ? m_pagesBelow : nullptr;
    m_menus[menu]->insertSeparator(before);
    for (QAction *command : commands) {
        group->addAction(command);
        m_menus[menu]->insertAction(before, command);
    }
    updateCommands();
}

QAction *MainWindow::addHandled(MenuId menu, Command command, const QString &text,
                                const QKeySequence &keys, const QString &iconName)
{
    QAction *action = addCommand(menu, text, keys);
    if (!iconName.isEmpty())
        action->setIcon(m_theme.icon(iconName));
    action->setIconVisibleInMenu(false);
    m_actions[command] = action;
    connect(action, &QAction::triggered, this, [this, command] {
        if (const std::function<void()> *handler = handlerOf(command))
            (*handler)();
    });
    return action;
}

void MainWindow::buildMenus()
{
    const std::pair<MenuId, QString> titles[]{
        {MenuId::File, tr("&File")}, {MenuId::Edit, tr("&Edit")},
        {MenuId::View, tr("&View")}, {MenuId::Entry, tr("E&ntry")},
        {MenuId::Week, tr("&Week")}, {MenuId::Production, tr("&Production")},
        {MenuId::Help, tr("&Help")},
    };
    for (const auto &[id, title] : titles)
        m_menus[id] = menuBar()->addMenu(title);

    m_quit = addCommand(MenuId::File, tr("&Quit"), QKeySequence::Quit);
    QAction *settings = addCommand(MenuId::File, tr("Se&ttings…"), u"Ctrl+,"_s);
    settings->setObjectName(u"settings"_s);
    settings->setMenuRole(QAction::PreferencesRole);
    connect(settings, &QAction::triggered, this, &MainWindow::settingsRequested);
    m_quit->setMenuRole(QAction::QuitRole);
    connect(m_quit, &QAction::triggered, this, &QWidget::close);

    QAction *scheme = addCommand(MenuId::View, tr("&Light or dark"), u"Ctrl+Shift+D"_s);
    connect(scheme, &QAction::triggered, &m_theme, &Theme::toggleScheme);
    QAction *nextPane = addCommand(MenuId::View, tr("Next &pane"), u"F6"_s);
    connect(nextPane, &QAction::triggered, this, [this] { movePane(1); });
    QAction *previousPane = addCommand(MenuId::View, tr("Previous pane"), u"Shift+F6"_s);
    connect(previousPane, &QAction::triggered, this, [this] { movePane(-1); });
    m_pagesBelow = m_menus[MenuId::View]->addSeparator();

    buildEditMenu();
    buildWeekMenu();

    addHandled(MenuId::Production, Command::SyncNow, tr("Sync &now"), u"F5"_s, u"refresh-cw"_s);
    QAction *sync = addCommand(MenuId::Production, tr("S&ync details"), u"Ctrl+Shift+Y"_s);
    connect(sync, &QAction::triggered, this, &MainWindow::syncDetailsRequested);
    QAction *help = addCommand(MenuId::Help, tr("&Help for this screen"), u"F1"_s);
    connect(help, &QAction::triggered, this, [this] { showHelp(currentPage()); });
    QAction *guide = addCommand(MenuId::Help, tr("&User guide"), {});
    guide->setObjectName(u"userGuide"_s);
    connect(guide, &QAction::triggered, this, [this] { showHelp({}); });
}

void MainWindow::buildEditMenu()
{
    addHandled(MenuId::Edit, Command::EditCell, tr("Edit &cell"), u"F2"_s);
    m_search = addCommand(MenuId::Edit, tr("&Search and commands…"), u"Ctrl+K"_s);
    m_search->setObjectName(u"search"_s);
    connect(m_search, &QAction::triggered, this, &MainWindow::searchRequested);
    addHandled(MenuId::Entry, Command::QuickEntry, tr("&Quick entry"), u"Ctrl+E"_s);
    addHandled(MenuId::Entry, Command::Stamp, tr("&Stamp the next time"), u"Ctrl+J"_s, u"clock"_s);
    addHandled(MenuId::Entry, Command::CopyLastWeek, tr("&Copy last week"), {})
        ->setObjectName(u"copyLastWeek"_s);
    addHandled(MenuId::Entry, Command::History, tr("&History"), u"F4"_s, u"history"_s);
    m_menus[MenuId::Entry]->addSeparator();
    addHandled(MenuId::Entry, Command::NextException, tr("&Next flag"), u"F8"_s);
    addHandled(MenuId::Entry, Command::PreviousException, tr("&Previous flag"), u"Shift+F8"_s);
}

void MainWindow::buildWeekMenu()
{
    addHandled(MenuId::Week, Command::PreviousWeek, tr("&Week before"), u"Ctrl+PgUp"_s,
               u"chevron-left"_s);
    addHandled(MenuId::Week, Command::NextWeek, tr("Week &after"), u"Ctrl+PgDown"_s,
               u"chevron-right"_s);
    addHandled(MenuId::Week, Command::Today, tr("&Today"), u"Ctrl+T"_s);
}

void MainWindow::fillWeekMenu()
{
    if (!m_calendar) {
        QMenu *menu = m_weekButton->menu();
        m_calendar = new QCalendarWidget(menu);
        m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
        auto *action = new QWidgetAction(menu);
        action->setDefaultWidget(m_calendar);
        menu->addAction(action);
        const auto choose = [this, menu](QDate date) {
            menu->close();
            emit weekChosen(date);
        };
        connect(m_calendar, &QCalendarWidget::activated, this, choose);
        connect(m_calendar, &QCalendarWidget::clicked, this, choose);
    }
    m_calendar->setSelectedDate(m_firstOfWeek);
}

void MainWindow::buildToolBar()
{
    m_toolBar = addToolBar(tr("Tools"));
    m_toolBar->setObjectName(u"toolBar"_s);
    m_toolBar->setMovable(false);
    m_toolBar->setFloatable(false);
    m_toolBar->setIconSize({metrics::iconSize, metrics::iconSize});
    const auto addButton = [this](QAction *action) {
        m_toolBar->addAction(action);
        QWidget *button = m_toolBar->widgetForAction(action);
        button->setAccessibleName(action->text().remove(u'&'));
        button->setFocusPolicy(Qt::TabFocus);
        button->setMinimumSize(metrics::controlHeight, metrics::controlHeight);
    };
    addButton(m_actions[Command::PreviousWeek]);
    m_weekButton = new QToolButton(m_toolBar);
    m_weekButton->setObjectName(u"weekButton"_s);
    m_weekButton->setPopupMode(QToolButton::InstantPopup);
    m_weekButton->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_weekButton->setFont(textFont(TextRole::Emphasis));
    m_weekButton->setFocusPolicy(Qt::TabFocus);
    m_weekButton->setMinimumHeight(metrics::controlHeight);
    setKind(m_weekButton, "outlined");
    m_weekButton->setMenu(new QMenu(m_weekButton));
    // A calendar is many widgets: made when somebody wants to see it.
    connect(m_weekButton->menu(), &QMenu::aboutToShow, this, &MainWindow::fillWeekMenu);
    m_toolBar->addWidget(m_weekButton);
    addButton(m_actions[Command::NextWeek]);
    addButton(m_actions[Command::Today]);
    m_toolBar->addSeparator();

    auto *space = new QWidget(m_toolBar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addWidget(space);
    addSearchButton();
    m_notation = new SegmentControl(tr("Hour format"), m_toolBar);
    m_notation->addSegment(int(Notation::Tenths), u"13.5"_s)->setToolTip(tr("Hours in tenths"));
    m_notation->addSegment(int(Notation::Clock), u"13:30"_s)->setToolTip(tr("Hours and minutes"));
    m_toolBar->addWidget(m_notation);
    connect(m_notation, &SegmentControl::chosen, this, [this](int id) {
        setNotation(Notation(id));
        emit notationChosen(Notation(id));
    });
}

// Looks like the field that it opens.
void MainWindow::addSearchButton()
{
    auto *button = new QToolButton(m_toolBar);
    button->setObjectName(u"searchButton"_s);
    button->setIcon(m_theme.icon(u"search"_s));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setText(u" "_s + tr("Search people, days, commands"));
    button->setAccessibleName(tr("Search people, days, commands"));
    button->setToolTip(tr("Search and commands (%1)").arg(u"Ctrl+K"_s));
    button->setFocusPolicy(Qt::TabFocus);
    button->setMinimumHeight(metrics::controlHeight);
    setKind(button, "outlined");
    connect(button, &QToolButton::clicked, this, &MainWindow::searchRequested);
    m_toolBar->addWidget(button);
}

QList<MainWindow::MenuCommand> MainWindow::menuCommands() const
{
    QList<MenuCommand> commands;
    for (const auto &[id, menu] : m_menus) {
        const QString title = menu->title().remove(u'&');
        for (QAction *action : menu->actions()) {
            if (!action->isSeparator() && action->isVisible())
                commands.append({action, title, m_pageActions.contains(action), ownerOf(action)});
        }
    }
    return commands;
}

QString MainWindow::ownerOf(const QAction *action) const
{
    return action->actionGroup() ? m_commandsOfPage.key(action->actionGroup()) : QString();
}

void MainWindow::buildStatusBar()
{
    statusBar()->setSizeGripEnabled(false);
    m_sync = new SyncButton(m_theme, this);
    m_sync->setObjectName(u"syncButton"_s);
    m_message = makeLabel({}, TextRole::Secondary, "secondary", this);
    m_message->setObjectName(u"statusMessage"_s);
    m_selection = makeLabel({}, TextRole::Secondary, "secondary", this);
    m_selection->setObjectName(u"statusSelection"_s);
    m_rulesLabel = makeLabel({}, TextRole::Secondary, "secondary", this);
    m_rulesLabel->setObjectName(u"statusRules"_s);
    m_rulesLabel->hide();
    m_notationLabel = makeLabel({}, TextRole::Secondary, "secondary", this);
    statusBar()->addWidget(m_sync);
    statusBar()->addWidget(m_message, 1);
    statusBar()->addPermanentWidget(m_selection);
    statusBar()->addPermanentWidget(m_rulesLabel);
    statusBar()->addPermanentWidget(m_notationLabel);
    statusBar()->addPermanentWidget(
        makeLabel(tr("F1 Help"), TextRole::Secondary, "secondary", this));
    m_selection->setContentsMargins(0, 0, 12, 0);
    m_rulesLabel->setContentsMargins(0, 0, 12, 0);
    m_notationLabel->setContentsMargins(0, 0, 12, 0);
    statusBar()->setContentsMargins(4, 0, 12, 0);
    connect(m_sync, &QToolButton::clicked, this, &MainWindow::syncDetailsRequested);
    m_messageTime.setSingleShot(true);
    m_messageTime.setInterval(messageShownFor);
    connect(&m_messageTime, &QTimer::timeout, this, [this] { showMessage({}); });
    setNotation(Notation::Tenths);
}

void MainWindow::addPage(const QString &id, const QString &iconName, const QString &title,
                         QWidget *page)
{
    m_pages->addWidget(page);
    m_pageById[id] = page;
    m_navigation->addEntry(id, iconName, title);
    const int number = int(m_pageActions.size()) + 1;
    const QKeySequence keys = number <= 9 ? QKeySequence(u"Ctrl+%1"_s.arg(number)) : QKeySequence();
    QAction *action = addCommand(MenuId::View, title, keys);
    action->setObjectName(u"page:"_s + id); // its keys depend on which pages a role has
    m_pageActions += action;
    connect(action, &QAction::triggered, this, [this, id] { showPage(id); });
    if (m_pages->count() == 1)
        showPage(id);
}

void MainWindow::addPageGroup(const QString &title)
{
    m_navigation->addGroup(title);
}

QDockWidget *MainWindow::addPageDock(const QString &pageId, const QString &title, QWidget *content,
                                     Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(u"dock:%1:%2"_s.arg(pageId).arg(m_docks.size()));
    dock->setFeatures(QDockWidget::DockWidgetClosable);
    auto *titleBar = new DockTitle(m_theme, *dock);
    dock->setTitleBarWidget(titleBar);
    dock->setWidget(content);
    content->show();
    dock->setMinimumWidth(area == Qt::RightDockWidgetArea ? metrics::dockWidthMin : 0);
    addDockWidget(placed(area), dock);
    if (area == Qt::RightDockWidgetArea)
        resizeDocks({dock}, {metrics::dockWidth}, Qt::Horizontal);
    m_docks += {pageId, dock, area, true};
    const qsizetype index = m_docks.size() - 1;
    connect(titleBar, &DockTitle::closeRequested, this, [this, index] {
        m_docks[index].isWanted = false;
        updateDocks();
    });
    QAction *shown = addCommand(MenuId::View, tr("Show “%1”").arg(title), {});
    connect(shown, &QAction::triggered, this, [this, index, pageId] {
        m_docks[index].isWanted = true;
        showPage(pageId);
        updateDocks();
    });
    updateDocks();
    updateLayoutForWidth();
    return dock;
}

void MainWindow::setDockShown(QDockWidget *dock, bool isShown)
{
    const auto known = std::ranges::find(m_docks, dock, &PageDock::dock);
    if (known == m_docks.end())
        return;
    known->isWanted = isShown;
    updateDocks();
}

void MainWindow::setDockTitle(QDockWidget *dock, const QString &title)
{
    dock->setWindowTitle(title);
}

void MainWindow::setHandler(Command command, const QString &pageId, std::function<void()> handler)
{
    m_handlers[command][pageId] = std::move(handler);
    updateCommands();
}

const std::function<void()> *MainWindow::handlerOf(Command command) const
{
    const auto handlers = m_handlers.find(command);
    if (handlers == m_handlers.end() || m_alone)
        return nullptr;
    auto handler = handlers->second.constFind(currentPage());
    if (handler == handlers->second.constEnd())
        handler = handlers->second.constFind(QString());
    return handler == handlers->second.constEnd() ? nullptr : &*handler;
}

void MainWindow::updateCommands()
{
    for (const auto &[command, action] : m_actions)
        action->setEnabled(handlerOf(command) != nullptr);
    for (QAction *action : std::as_const(m_pageActions))
        action->setEnabled(!m_alone);
    m_search->setEnabled(!m_alone);
    for (const auto &[page, group] : m_commandsOfPage.asKeyValueRange())
        group->setEnabled(!m_alone && page == currentPage());
}

// Qt mirrors layouts and leaves the sides of a window to us.
Qt::DockWidgetArea MainWindow::placed(Qt::DockWidgetArea area) const
{
    if (!isRightToLeft())
        return area;
    return area == Qt::LeftDockWidgetArea ? Qt::RightDockWidgetArea
        : area == Qt::RightDockWidgetArea ? Qt::LeftDockWidgetArea
                                          : area;
}

void MainWindow::showPage(const QString &id)
{
    openPage(id, true);
}

// The arrow keys go on through the list of pages; a key or a command of the menu goes to its page,
// also where the list had the focus.
void MainWindow::openPage(const QString &id, bool takesFocus)
{
    QWidget *page = m_pageById.value(id);
    if (!page || m_alone)
        return;
    const bool isNew = m_pages->currentWidget() != page;
    m_pages->setCurrentWidget(page);
    if (takesFocus)
        page->setFocus(Qt::OtherFocusReason);
    m_navigation->setCurrent(id);
    updateDocks();
    updateCommands();
    showStatusOfPage();
    if (isNew)
        emit pageChanged(id);
}

QString MainWindow::currentPage() const
{
    return m_pageById.key(m_pages->currentWidget());
}

void MainWindow::showAlone(QWidget *page)
{
    m_alone = page;
    m_pages->addWidget(page);
    m_pages->setCurrentWidget(page);
    m_toolBar->hide();
    m_navigationDock->hide();
    m_sync->hide();
    for (const MenuId id : {MenuId::Entry, MenuId::Week, MenuId::Production})
        m_menus[id]->menuAction()->setVisible(false);
    updateDocks();
    updateCommands();
    showStatusOfPage();
    showMessage({});
}

void MainWindow::endAlone()
{
    if (!m_alone)
        return;
    m_pages->removeWidget(m_alone);
    m_alone->deleteLater();
    m_alone = nullptr;
    m_toolBar->show();
    m_navigationDock->show();
    m_sync->show();
    for (const auto &[id, menu] : m_menus)
        menu->menuAction()->setVisible(true);
    m_navigation->setCurrent(currentPage());
    updateDocks();
    updateCommands();
    showStatusOfPage();
    showMessage({});
}

void MainWindow::setProduction(const QString &title, const QString &detail)
{
    m_navigation->setProduction(title, detail);
    m_production = title;
    showTitle();
}

// What is not in step is said where a window that lies behind others still shows it. When it last
// was would be another title every minute.
void MainWindow::showTitle()
{
    if (m_production.isEmpty())
        return;
    const bool isInStep =
        m_syncState.kind == SyncKind::Synced || m_syncState.kind == SyncKind::Working;
    setWindowTitle(isInStep
                       ? tr("%1 · Film Tracker").arg(m_production)
                       : tr("%1 · %2 · Film Tracker", "a production, the state of the sync")
                             .arg(m_production, SyncStateText::lookOf(m_syncState, m_zone).text));
}

void MainWindow::setAccount(const QString &name, const QString &role)
{
    m_navigation->setAccount(name, role);
}

void MainWindow::setBadge(const QString &pageId, const QString &badge)
{
    m_navigation->setBadge(pageId, badge);
}

void MainWindow::saveLayout(QSettings &settings) const
{
    settings.setValue(placeSetting, saveGeometry());
    if (m_docks.isEmpty())
        return; // no pages: nothing is known of their parts
    settings.setValue(docksSetting, saveState());
    QStringList closed;
    for (const PageDock &dock : m_docks) {
        if (!dock.isWanted)
            closed.append(dock.dock->objectName());
    }
    settings.setValue(closedDocksSetting, closed);
    for (const QSplitter *splitter : m_pages->findChildren<QSplitter *>()) {
        if (!splitter->objectName().isEmpty())
            settings.setValue(QString(splitterSettings + splitter->objectName()),
                              splitter->saveState());
    }
}

void MainWindow::restorePlace(const QSettings &settings)
{
    restoreGeometry(settings.value(placeSetting).toByteArray());
}

void MainWindow::restoreParts(const QSettings &settings)
{
    restoreState(settings.value(docksSetting).toByteArray());
    // What is opened by a command starts closed, however it was left.
    const QStringList closed = settings.value(closedDocksSetting).toStringList();
    for (PageDock &dock : m_docks)
        dock.isWanted = dock.isWanted && !closed.contains(dock.dock->objectName());
    for (QSplitter *splitter : m_pages->findChildren<QSplitter *>()) {
        if (!splitter->objectName().isEmpty())
            splitter->restoreState(
                settings.value(QString(splitterSettings + splitter->objectName())).toByteArray());
    }
    updateDocks();
    updateLayoutForWidth();
}

void MainWindow::setUndoStack(QUndoStack &stack)
{
    QMenu *menu = m_menus[MenuId::Edit];
    QAction *before = menu->actions().constFirst();
    QAction *undo = stack.createUndoAction(this, tr("Undo"));
    undo->setShortcut(QKeySequence::Undo);
    undo->setIcon(m_theme.icon(u"undo-2"_s));
    QAction *redo = stack.createRedoAction(this, tr("Redo"));
    redo->setShortcut(u"Ctrl+Shift+Z"_s);
    redo->setIcon(m_theme.icon(u"redo-2"_s));
    for (QAction *action : {undo, redo}) {
        action->setIconVisibleInMenu(false);
        menu->insertAction(before, action);
        addAction(action);
        // Before the stretch, the search and the hour format, which are the last three.
        m_toolBar->insertAction(m_toolBar->actions().at(m_toolBar->actions().size() - 3), action);
        m_toolBar->widgetForAction(action)->setFocusPolicy(Qt::TabFocus);
        m_toolBar->widgetForAction(action)->setMinimumSize(metrics::controlHeight,
                                                           metrics::controlHeight);
    }
    menu->insertSeparator(before);
}

void MainWindow::setRules(const QString &pageId, const QString &pack)
{
    m_rulesOfPage[pageId] = pack;
    showStatusOfPage();
}

// What another page has selected, and whose rules price it, says nothing here.
void MainWindow::showStatusOfPage()
{
    const QString page = m_alone ? QString() : currentPage();
    const QString pack = m_rulesOfPage.value(page);
    m_rulesLabel->setText(pack.isEmpty() ? QString() : tr("Rules %1").arg(pack));
    m_rulesLabel->setVisible(!pack.isEmpty());
    const QString selection = m_selectionOfPage.value(page);
    m_selection->setText(selection);
    m_selection->setVisible(!selection.isEmpty());
}

void MainWindow::setWeek(const QString &title, QDate first)
{
    m_weekButton->setText(title + u"  ⌄"_s);
    m_weekButton->setAccessibleName(title);
    m_firstOfWeek = first;
}

void MainWindow::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    setSyncState(m_syncState);
}

void MainWindow::setSyncState(const SyncState &state)
{
    const bool isNew = state.kind != m_syncState.kind;
    m_syncState = state;
    const SyncLook look = SyncStateText::lookOf(state, m_zone);
    m_sync->setLook(look);
    m_syncMessage = look.message;
    showTitle();
    showStatus();
    // Said once, and not into what a person is typing.
    const bool isTyping = qobject_cast<QLineEdit *>(QApplication::focusWidget()) != nullptr;
    if (isNew && !isTyping && QAccessible::isActive()) {
        QAccessibleEvent event(m_sync, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void MainWindow::setNotation(Notation notation)
{
    m_notation->setCurrent(int(notation));
    m_notationLabel->setText(notation == Notation::Tenths ? tr("Hours in tenths")
                                                          : tr("Hours and minutes"));
}

void MainWindow::showMessage(const QString &text)
{
    if (text.isEmpty()) {
        m_messageTime.stop();
        showStatus();
        return;
    }
    m_message->setText(text);
    m_messageTime.start();
}

void MainWindow::showStatus()
{
    if (!m_messageTime.isActive())
        m_message->setText(m_alone ? QString() : m_syncMessage);
}

void MainWindow::setSelectionText(const QString &pageId, const QString &text)
{
    m_selectionOfPage[pageId] = text;
    showStatusOfPage();
}

void MainWindow::updateDocks()
{
    for (const PageDock &dock : std::as_const(m_docks))
        dock.dock->setVisible(!m_alone && dock.isWanted && dock.page == currentPage());
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    updateLayoutForWidth();
}

void MainWindow::updateLayoutForWidth()
{
    const bool isRail = width() < metrics::railBelowWidth;
    if (isRail != m_navigation->isRail())
        m_navigation->setRail(isRail);
    for (const PageDock &dock : std::as_const(m_docks)) {
        const bool goesDown =
            dock.area == Qt::RightDockWidgetArea && width() < metrics::bottomDockBelowWidth;
        const Qt::DockWidgetArea area = goesDown ? Qt::BottomDockWidgetArea : placed(dock.area);
        if (dockWidgetArea(dock.dock) == area)
            continue;
        const bool isVisible = dock.dock->isVisibleTo(this);
        addDockWidget(area, dock.dock);
        dock.dock->setVisible(isVisible);
        if (!goesDown && dock.area == Qt::RightDockWidgetArea)
            resizeDocks({dock.dock}, {metrics::dockWidth}, Qt::Horizontal);
        else
            resizeDocks({dock.dock}, {metrics::bottomDockHeight}, Qt::Vertical);
    }
}

QList<QWidget *> MainWindow::panes() const
{
    QList<QWidget *> panes{m_toolBar, m_navigation, m_pages};
    for (const PageDock &dock : m_docks)
        panes += dock.dock;
    panes += statusBar();
    panes.removeIf([](const QWidget *pane) { return !pane->isVisible(); });
    return panes;
}

void MainWindow::movePane(int step)
{
    const QList<QWidget *> all = panes();
    const QWidget *focus = QApplication::focusWidget();
    qsizetype current = 0;
    for (qsizetype i = 0; i < all.size(); ++i)
        if (focus && all[i]->isAncestorOf(focus))
            current = i;
    for (qsizetype i = 1; i <= all.size(); ++i) {
        QWidget *pane = all[(current + step * i + 2 * all.size()) % all.size()];
        // What a page is there for, if it says so.
        QWidget *main = pane == m_pages ? m_pages->currentWidget()->focusProxy() : nullptr;
        if (main && main->isVisible() && main->isEnabled()) {
            main->setFocus(Qt::ShortcutFocusReason);
            return;
        }
        // The first control of the pane that the Tab key would stop at.
        const QList<QWidget *> children = pane->findChildren<QWidget *>();
        const auto stop = std::ranges::find_if(children, [](const QWidget *child) {
            return (child->focusPolicy() & Qt::TabFocus) && child->isVisible()
                && child->isEnabled();
        });
        if (stop == children.end())
            continue;
        (*stop)->setFocus(Qt::ShortcutFocusReason);
        return;
    }
}

void MainWindow::showHelp(const QString &page)
{
    QList<QAction *> commands;
    for (const auto &[id, menu] : m_menus)
        commands += menu->actions();
    auto *dialog = new HelpDialog(commands, guidePage(page), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace film::app
