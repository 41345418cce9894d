#include "app/ui/tray_window.h"

#include "app/ui/sync_state_text.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"
#include "app/ui/week_words.h"
#include "app/ui/widgets/ahead_panel.h"
#include "app/ui/widgets/labels.h"
#include "app/ui/widgets/quick_entry_panel.h"
#include "app/ui/widgets/quick_line.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr QSize trayWindowSize(640, 320);

} // namespace

TrayWindow::TrayWindow(const Theme &theme, WeekController &controller, PayDesk &desk,
                       QWidget *parent)
    : QWidget(parent, Qt::Dialog | Qt::WindowStaysOnTopHint)
    , m_theme(theme)
    , m_controller(controller)
    , m_title(makeLabel({}, TextRole::Section, "section", this))
    , m_syncIcon(new QLabel(this))
    , m_sync(makeLabel({}, TextRole::Secondary, "secondary", this))
    , m_open(new QPushButton(tr("&Open Film Tracker"), this))
    , m_entry(new QuickEntryPanel(theme, controller, this))
    , m_message(makeLabel({}, TextRole::Secondary, "secondary", this))
    , m_ahead(new AheadPanel(theme, this))
{
    m_model.setPayDesk(&desk);
    controller.setLimits([&desk](const WeekSnapshot &week) {
        return desk.limitsOf(week.deal, week.week.first, week.sideLetter);
    });
    // It is no reason to keep the program running.
    setAttribute(Qt::WA_QuitOnClose, false);
    setObjectName(u"trayWindow"_s);
    setWindowTitle(tr("Today · Film Tracker"));
    setAccessibleName(tr("Today"));
    build();
    wire();
    showSnapshot(controller.snapshot());
    setSyncState(controller.syncState());
}

void TrayWindow::build()
{
    m_open->setObjectName(u"openFromTray"_s);
    setKind(m_open, "link");
    m_message->setObjectName(u"trayMessage"_s);
    m_message->setWordWrap(true);
    auto *header = new QHBoxLayout;
    header->setSpacing(8);
    header->addWidget(m_title);
    header->addStretch();
    header->addWidget(m_syncIcon);
    header->addWidget(m_sync);
    header->addWidget(m_open);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, metrics::pageMargin);
    layout->setSpacing(10);
    layout->addLayout(header);
    layout->addWidget(m_entry);
    layout->addWidget(m_message);
    layout->addWidget(m_ahead);
    layout->addStretch();
    m_message->hide();
    resize(trayWindowSize);
}

void TrayWindow::wire()
{
    connect(&m_controller, &WeekController::snapshotChanged, this, &TrayWindow::showSnapshot);
    connect(&m_controller, &WeekController::nowChanged, this, [this](QDate today, Minutes now) {
        m_model.setNow(today, now);
        showAhead();
    });
    connect(&m_controller, &WeekController::readingChanged, this,
            [this](const QuickReading &reading) {
                if (reading.canBeSaved())
                    m_model.setDraft(reading.after);
                else
                    m_model.clearDraft();
                showAhead();
            });
    connect(&m_controller, &WeekController::messageChanged, this, &TrayWindow::showMessage);
    connect(&m_controller, &WeekController::syncStateChanged, this, &TrayWindow::setSyncState);
    connect(m_entry, &QuickEntryPanel::leaveRequested, this, &QWidget::hide);
    connect(m_entry, &QuickEntryPanel::versionsRequested, this, &TrayWindow::versionsRequested);
    connect(m_entry, &QuickEntryPanel::opened, this, [this](bool isOpen) {
        m_ahead->setListVisible(!isOpen);
        if (isOpen)
            m_message->hide();
    });
    connect(m_open, &QPushButton::clicked, this, &TrayWindow::openRequested);
    connect(&m_theme, &Theme::changed, this, [this] { setSyncState(m_controller.syncState()); });
}

void TrayWindow::comeUp()
{
    m_message->hide();
    m_controller.goToday();
    show();
    raise();
    activateWindow();
    m_entry->line()->setFocus(Qt::ActiveWindowFocusReason);
}

void TrayWindow::setNotation(Notation notation)
{
    m_notation = notation;
    m_entry->setNotation(notation);
    showAhead();
}

void TrayWindow::setSyncState(const SyncState &state)
{
    const SyncLook look = SyncStateText::lookOf(state, m_controller.zone());
    m_syncIcon->setPixmap(
        m_theme.iconPixmap(look.icon, look.iconToken, metrics::iconSize, devicePixelRatioF()));
    m_sync->setText(look.text);
    m_sync->setToolTip(look.message);
}

void TrayWindow::showSnapshot(const WeekSnapshot &snapshot)
{
    m_model.setSnapshot(snapshot);
    showAhead();
}

// Of today; while another day is typed the strip shows that one, and nothing is ahead of it.
void TrayWindow::showAhead()
{
    const QDate today = m_controller.today();
    m_title->setText(WeekWords::dayName(today));
    const WeekSnapshot &week = m_model.snapshot();
    const bool isTyping = m_controller.reading().line.status != DayLineStatus::Empty;
    const QDate shown = isTyping ? m_controller.selectedDay() : today;
    const bool isHere = week.find(shown) != nullptr;
    m_ahead->setVisible(isHere);
    if (!isHere)
        return;
    const std::optional<RunningPay> &running = m_model.running();
    m_ahead->setDay(m_model.row(int(week.week.first.daysTo(shown))), m_notation,
                    isTyping || !running ? nullptr : &*running, m_model.pay().pack);
    if (!isTyping && std::exchange(m_deadline, m_ahead->nextText()) != m_ahead->nextText())
        emit deadlineChanged(m_deadline);
}

std::optional<DayFinding> TrayWindow::nextLimit() const
{
    const WeekSnapshot &week = m_model.snapshot();
    const QDate today = m_controller.today();
    if (!week.find(today))
        return std::nullopt;
    const WeekRow row = m_model.row(int(week.week.first.daysTo(today)));
    std::optional<DayFinding> next;
    for (const DayFinding &finding : row.findings) {
        const bool isLimit =
            finding.kind == FindingKind::MealDue || finding.kind == FindingKind::WrapBy;
        if (isLimit && row.now && finding.at >= *row.now && (!next || finding.at < next->at))
            next = finding;
    }
    return next;
}

void TrayWindow::showMessage(const WeekMessage &message)
{
    m_message->setText(WeekWords::messageText(message, m_controller.syncState(), m_notation));
    m_message->setVisible(!m_message->text().isEmpty());
}

QString TrayWindow::messageText() const
{
    return m_message->text();
}

void TrayWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QWidget::keyPressEvent(event);
}

} // namespace film::app
