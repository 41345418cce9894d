#include "app/ui/widgets/day_panel.h"

#include "app/ui/theme/style_sheet.h"
#include "app/ui/week_words.h"
#include "app/ui/widgets/labels.h"

#include <QDateTime>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int sideMargin = 12;
constexpr size_t historyShown = 6;

void clearLayout(QGridLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        if (QWidget *widget = item->widget())
            widget->deleteLater();
        delete item; // takeAt() hands it over
    }
}

QString whenText(Instant at)
{
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(at));
    return QLocale().toString(when, u"ddd HH:mm"_s);
}

} // namespace

DayPanel::DayPanel(QWidget *parent)
    : QScrollArea(parent)
    , m_sheet(new QGridLayout)
    , m_note(new QPlainTextEdit(this))
    , m_history(new QGridLayout)
    , m_allHistory(new QPushButton(tr("Show all history"), this))
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    m_note->setPlaceholderText(tr("For your department head or payroll"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setObjectName(u"dayNote"_s);
    m_note->setFixedHeight(56);
    m_note->setTabChangesFocus(true);
    m_note->installEventFilter(this);
    setKind(m_allHistory, "link");
    m_allHistory->setToolTip(tr("F4"));

    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    const auto addSection = [&](const QString &title, QLayout *body, QWidget *widget) {
        auto *section = new QVBoxLayout;
        section->setContentsMargins(sideMargin, 12, sideMargin, 12);
        section->setSpacing(8);
        section->addWidget(makeLabel(title, TextRole::SecondaryEmphasis, "secondary", content));
        if (body)
            section->addLayout(body);
        if (widget)
            section->addWidget(widget);
        layout->addLayout(section);
    };
    m_sheet->setVerticalSpacing(6);
    m_sheet->setColumnStretch(1, 1);
    m_history->setVerticalSpacing(8);
    m_history->setHorizontalSpacing(12);
    m_history->setColumnStretch(1, 1);
    addSection(tr("Call sheet"), m_sheet, nullptr);
    layout->addWidget(makeLine(Qt::Horizontal, content));
    addSection(tr("Note"), nullptr, m_note);
    layout->addWidget(makeLine(Qt::Horizontal, content));
    addSection(tr("History"), m_history, m_allHistory);
    layout->addStretch();
    setWidget(content);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);

    connect(m_allHistory, &QPushButton::clicked, this,
            [this] { emit historyRequested(m_day.day.key.date); });
}

void DayPanel::setDay(const WeekDay &day, const std::optional<DayPlan> &tomorrow, Notation notation)
{
    commitNote();
    const bool isOtherDay = day.day.key.date != m_day.day.key.date;
    m_day = day;
    // A note that is being written is not replaced by what syncs in.
    if (isOtherDay || !m_note->hasFocus())
        m_note->setPlainText(day.day.notes);
    showCallSheet(tomorrow, notation);
    showHistory(notation);
}

bool DayPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_note && event->type() == QEvent::FocusOut)
        commitNote();
    return QScrollArea::eventFilter(watched, event);
}

void DayPanel::commitNote()
{
    const QDate date = m_day.day.key.date;
    const QString note = m_note->toPlainText();
    if (!date.isValid() || note == m_day.day.notes)
        return;
    m_day.day.notes = note;
    emit noteEdited(date, note);
}

void DayPanel::showCallSheet(const std::optional<DayPlan> &tomorrow, Notation notation)
{
    clearLayout(*m_sheet);
    QWidget *parent = widget();
    const auto add = [&](const QString &title, const QString &value, TextRole role) {
        if (value.isEmpty())
            return;
        const int row = m_sheet->rowCount();
        m_sheet->addWidget(makeLabel(title, TextRole::Body, "secondary", parent), row, 0);
        QLabel *label = makeLabel(value, role, "body", parent);
        label->setAlignment(Qt::AlignRight);
        label->setWordWrap(true);
        m_sheet->addWidget(label, row, 1);
    };
    if (m_day.plan) {
        const DayTimes &plan = m_day.plan->times;
        add(tr("Your call"), timeText(plan.call, notation), TextRole::Emphasis);
        if (!plan.meals.empty())
            add(tr("Unit meal"), timeText(plan.meals[0].out, notation), TextRole::Body);
        add(tr("Estimated wrap"), timeText(plan.wrap, notation), TextRole::Body);
        const QString scenes =
            m_day.plan->scenes.isEmpty() ? QString() : tr("scenes %1").arg(m_day.plan->scenes);
        QStringList where{m_day.plan->location, scenes};
        where.removeAll(QString());
        add(tr("Where"), where.join(u", "_s), TextRole::Body);
    } else {
        m_sheet->addWidget(
            makeLabel(tr("No call sheet for this day."), TextRole::Body, "secondary", parent),
            m_sheet->rowCount(), 0, 1, 2);
    }
    if (tomorrow && tomorrow->times.call.isKnown()) {
        const QString call = timeText(tomorrow->times.call, notation);
        add(tr("Tomorrow"),
            tomorrow->location.isEmpty() ? tr("Call %1").arg(call)
                                         : tr("Call %1, %2").arg(call, tomorrow->location),
            TextRole::Body);
    }
}

void DayPanel::showHistory(Notation notation)
{
    clearLayout(*m_history);
    QWidget *parent = widget();
    for (size_t i = 0; i < std::min(historyShown, m_day.history.size()); ++i) {
        const HistoryEntry &entry = m_day.history[i];
        QLabel *when = makeLabel(whenText(entry.at), TextRole::Secondary, "hint", parent);
        QLabel *what =
            makeLabel(WeekWords::historyText(entry, notation), TextRole::Secondary, "body", parent);
        what->setWordWrap(true);
        const int row = m_history->rowCount();
        m_history->addWidget(when, row, 0, Qt::AlignTop);
        m_history->addWidget(what, row, 1);
    }
    if (m_day.history.empty())
        m_history->addWidget(
            makeLabel(tr("Nothing was entered yet."), TextRole::Secondary, "hint", parent),
            m_history->rowCount(), 0, 1, 2);
    m_allHistory->setVisible(!m_day.history.empty());
}

} // namespace film::app
