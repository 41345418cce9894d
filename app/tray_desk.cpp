#include "app/tray_desk.h"

#include "app/ui/sync_state_text.h"
#include "app/ui/theme/theme.h"

#include <QAction>
#include <QDateTime>
#include <QGuiApplication>
#include <QMenu>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int trayMargin = 12;

} // namespace

TrayDesk::TrayDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    QAction *action = m_parts.window.addCommand(MainWindow::MenuId::Entry,
                                                tr("Today in a s&mall window"), u"Ctrl+Shift+J"_s);
    action->setObjectName(u"trayWindow"_s);
    connect(action, &QAction::triggered, this, &TrayDesk::show);
    if (QSystemTrayIcon::isSystemTrayAvailable())
        addIcon();
}

TrayDesk::~TrayDesk()
{
    // An open editor commits when it loses the focus: while there is a controller to tell.
    if (m_tray)
        m_tray->hide();
}

void TrayDesk::addIcon()
{
    m_menu = std::make_unique<QMenu>();
    connect(m_menu->addAction(tr("&Enter today")), &QAction::triggered, this, &TrayDesk::show);
    connect(m_menu->addAction(tr("&Open Film Tracker")), &QAction::triggered, this,
            &TrayDesk::openMain);
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("&Quit")), &QAction::triggered, &m_parts.window, &QWidget::close);
    m_icon.setContextMenu(m_menu.get());
    m_icon.setIcon(m_parts.theme.icon(u"clapperboard"_s));
    connect(&m_icon, &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Context)
                    return;
                if (m_tray && m_tray->isVisible())
                    m_tray->hide();
                else
                    show();
            });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &TrayDesk::openMain);
    m_icon.show();
    static_cast<void>(trayWindow()); // it knows the next deadline, for the tool tip
    m_controller->goToday();
    showToolTip();
}

TrayWindow &TrayDesk::trayWindow()
{
    if (m_tray)
        return *m_tray;
    m_controller = std::make_unique<WeekController>(m_parts.store, m_parts.clock, m_parts.undo,
                                                    m_parts.person);
    m_tray = std::make_unique<TrayWindow>(m_parts.theme, *m_controller, m_parts.pay);
    m_controller->setSyncState(m_sync);
    m_tray->setNotation(m_notation);
    connect(m_tray.get(), &TrayWindow::openRequested, this, &TrayDesk::openMain);
    connect(m_tray.get(), &TrayWindow::versionsRequested, this, [this](QDate date) {
        openMain();
        emit versionsRequested(date);
    });
    connect(m_tray.get(), &TrayWindow::deadlineChanged, this, [this] {
        showToolTip();
        tellLimit();
    });
    connect(m_controller.get(), &WeekController::nowChanged, this, &TrayDesk::tellLimit);
    return *m_tray;
}

void TrayDesk::show()
{
    TrayWindow &tray = trayWindow();
    place();
    tray.comeUp();
}

// Beside the icon, else in the corner where trays usually are.
void TrayDesk::place()
{
    const QRect icon = m_icon.isVisible() ? m_icon.geometry() : QRect();
    const QScreen *screen =
        icon.isValid() ? QGuiApplication::screenAt(icon.center()) : m_parts.window.screen();
    if (!screen)
        return;
    const QRect room =
        screen->availableGeometry().adjusted(trayMargin, trayMargin, -trayMargin, -trayMargin);
    QRect spot(QPoint(), m_tray->size());
    spot.moveBottomRight(room.bottomRight());
    if (icon.isValid() && icon.center().y() < room.center().y())
        spot.moveTop(room.top());
    m_tray->move(spot.topLeft());
}

void TrayDesk::openMain()
{
    MainWindow &window = m_parts.window;
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
    if (m_tray)
        m_tray->hide();
}

void TrayDesk::reload()
{
    if (m_controller)
        m_controller->reload();
}

void TrayDesk::setNotation(Notation notation)
{
    m_notation = notation;
    if (m_tray)
        m_tray->setNotation(notation);
}

void TrayDesk::setSyncState(const SyncState &state)
{
    m_sync = state;
    if (m_controller)
        m_controller->setSyncState(state);
    showToolTip();
    if (m_keeper.tellsConflicts(state.toReview, clockTime()))
        tell(tr("%n day(s) have two versions. Both are kept until you choose.", nullptr,
                state.toReview));
}

void TrayDesk::setNotices(const NoticeSettings &settings)
{
    m_keeper.setSettings(settings);
}

void TrayDesk::setSubmission(const Submission &submission)
{
    if (submission.sentBack && m_keeper.tellsReturn(*submission.sentBack, clockTime()))
        tell(tr("%1 sent week %2 back: “%3”")
                 .arg(submission.sentBack->who)
                 .arg(submission.number)
                 .arg(submission.sentBack->reason));
}

void TrayDesk::tellLimit()
{
    const std::optional<DayFinding> limit = m_tray->nextLimit();
    if (limit && m_keeper.tellsLimit(m_controller->today(), *limit, m_controller->now()))
        tell(m_tray->deadline());
}

Minutes TrayDesk::clockTime() const
{
    const QTimeZone zone = m_controller ? m_controller->zone() : QTimeZone::systemTimeZone();
    const QTime time =
        QDateTime::fromMSecsSinceEpoch(msSinceEpoch(m_parts.clock.now()), zone).time();
    return Minutes(time.hour() * 60 + time.minute());
}

void TrayDesk::tell(const QString &text)
{
    if (m_icon.isVisible())
        m_icon.showMessage(tr("Film Tracker"), text, m_icon.icon());
    emit told(text);
}

QString TrayDesk::toolTip() const
{
    const QTimeZone zone = m_controller ? m_controller->zone() : QTimeZone::systemTimeZone();
    const QString sync = SyncStateText::lookOf(m_sync, zone).text;
    const QString deadline = m_tray ? m_tray->deadline() : QString();
    return deadline.isEmpty() ? tr("Film Tracker: %1").arg(sync)
                              : tr("Film Tracker: %1\n%2").arg(sync, deadline);
}

void TrayDesk::showToolTip()
{
    if (m_icon.isVisible())
        m_icon.setToolTip(toolTip());
}

} // namespace film::app
