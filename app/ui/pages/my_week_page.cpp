#include "app/ui/pages/my_week_page.h"

#include "app/ui/pages/week_table.h"
#include "app/ui/pay_words.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/theme.h"
#include "app/ui/week_words.h"
#include "app/ui/widgets/ahead_panel.h"
#include "app/ui/widgets/day_panel.h"
#include "app/ui/widgets/labels.h"
#include "app/ui/widgets/notice_panel.h"
#include "app/ui/widgets/question_panel.h"
#include "app/ui/widgets/quick_entry_panel.h"
#include "app/ui/widgets/quick_line.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace film::app {

MyWeekPage::MyWeekPage(const Theme &theme, WeekController &controller, PayDesk &desk,
                       QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_controller(controller)
    , m_person(makeLabel({}, TextRole::Body, "secondary", this))
    , m_entry(new QuickEntryPanel(theme, controller, this))
    , m_empty(new NoticePanel(theme, this))
    , m_table(new WeekTable(theme, m_model, this))
    , m_question(new QuestionPanel(theme, *m_table, this))
    , m_ahead(new AheadPanel(theme, this))
    , m_dayPanel(new DayPanel(this))
{
    m_dayPanel->hide();
    m_model.setPayDesk(&desk);
    controller.setLimits([&desk](const WeekSnapshot &week) {
        return desk.limitsOf(week.deal, week.week.first, week.sideLetter);
    });
    setFocusProxy(m_table->view());
    build();
    wire();
    showSnapshot(controller.snapshot());
}

void MyWeekPage::build()
{
    auto *header = new QHBoxLayout;
    header->setSpacing(12);
    header->addWidget(makeLabel(tr("My week"), TextRole::Title, "title", this));
    header->addWidget(m_person, 1, Qt::AlignBottom);

    auto *content = new QWidget;
    auto *body = new QVBoxLayout(content);
    body->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, metrics::pageMargin);
    body->setSpacing(12);
    body->addLayout(header);
    body->addWidget(m_entry);
    body->addWidget(m_empty);
    body->addWidget(m_question);
    body->addWidget(m_table);
    body->addWidget(m_ahead);
    body->addStretch();

    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

void MyWeekPage::wire()
{
    connect(&m_controller, &WeekController::snapshotChanged, this, &MyWeekPage::showSnapshot);
    connect(&m_controller, &WeekController::daySelected, this, &MyWeekPage::showSelected);
    connect(&m_controller, &WeekController::readingChanged, this, &MyWeekPage::showReading);
    connect(&m_controller, &WeekController::nowChanged, this, [this](QDate today, Minutes now) {
        m_model.setNow(today, now);
        showAhead();
        showPay();
    });
    connect(&m_controller, &WeekController::messageChanged, this,
            [this](const WeekMessage &message) {
                emit messageShown(
                    WeekWords::messageText(message, m_controller.syncState(), m_notation));
            });
    connect(&m_model, &WeekModel::editRequested, &m_controller, &WeekController::setField);
    connect(m_table, &WeekTable::daySelected, &m_controller, &WeekController::selectDay);
    connect(m_table, &WeekTable::clearRequested, this,
            [this](QDate date, DayFieldRef field) { m_controller.setField(date, field, {}); });
    connect(m_table, &WeekTable::versionsRequested, this, &MyWeekPage::versionsRequested);
    connect(m_entry, &QuickEntryPanel::versionsRequested, this, &MyWeekPage::versionsRequested);
    connect(m_entry, &QuickEntryPanel::leaveRequested, m_table->view(),
            QOverload<>::of(&QWidget::setFocus));
    connect(m_entry, &QuickEntryPanel::opened, this,
            [this](bool isOpen) { m_ahead->setListVisible(!isOpen); });
    connect(&m_controller, &WeekController::cellQuestionChanged, this,
            &MyWeekPage::showCellQuestion);
    connect(m_question, &QuestionPanel::answered, this, [this](int index) {
        m_table->view()->setFocus();
        m_controller.answerCell(index);
    });
    connect(m_question, &QuestionPanel::dropped, &m_controller, &WeekController::dropCellQuestion);
    connect(m_empty, &NoticePanel::actionRequested, &m_controller, &WeekController::copyLastWeek);
    connect(m_dayPanel, &DayPanel::noteEdited, &m_controller, &WeekController::setNote);
    connect(m_dayPanel, &DayPanel::choicesEdited, &m_controller, &WeekController::setChoices);
    connect(m_dayPanel, &DayPanel::historyRequested, this, &MyWeekPage::historyRequested);
}

void MyWeekPage::setNotation(Notation notation)
{
    m_notation = notation;
    m_table->setNotation(notation);
    m_entry->setNotation(notation);
    showSelected(m_controller.selectedDay());
    showCellQuestion();
}

void MyWeekPage::focusQuickEntry()
{
    m_entry->line()->setFocus(Qt::ShortcutFocusReason);
    m_entry->line()->selectAll();
}

void MyWeekPage::editCell()
{
    m_table->view()->setFocus();
    m_table->view()->editCurrent();
}

void MyWeekPage::showHistory()
{
    if (m_controller.selectedDay().isValid())
        emit historyRequested(m_controller.selectedDay());
}

void MyWeekPage::goToNextFinding(int step)
{
    const int rows = m_model.rowCount();
    const int current = m_table->view()->currentIndex().row();
    for (int i = 1; i <= rows; ++i) {
        const int index = (current + step * i + rows * (rows + 1)) % rows;
        const WeekRow row = m_model.row(index);
        const bool isFlagged = row.day.hasTwoVersions || row.day.isUnreadable
            || row.day.needsNewerApp
            || std::ranges::any_of(row.findings,
                                   [](const DayFinding &finding) { return isFlag(finding.kind); });
        if (!isFlagged)
            continue;
        m_controller.selectDay(m_model.dateAt(index));
        return;
    }
    emit messageShown(tr("No flags in this week."));
}

QString MyWeekPage::emptyText() const
{
    return m_empty->isHidden() ? QString() : m_empty->text();
}

void MyWeekPage::showSnapshot(const WeekSnapshot &snapshot)
{
    m_model.setNow(m_controller.today(), m_controller.now());
    m_model.setSnapshot(snapshot);
    m_person->setText(snapshot.position.isEmpty()
                          ? snapshot.personName
                          : tr("%1, %2").arg(snapshot.personName, snapshot.position));
    const bool isEmpty =
        !snapshot.days.empty() && std::ranges::all_of(snapshot.days, [](const WeekDay &day) {
            return day.day.isBlank() && !day.plan && !day.isUnreadable && !day.needsNewerApp;
        });
    m_empty->setVisible(isEmpty);
    if (isEmpty) {
        m_empty->say(NoticePanel::Tone::Plain, u"calendar-days"_s,
                     tr("No calls yet this week. Type a day above, or copy last week."));
        m_empty->setAction(tr("Copy last week"));
    }
    const rules::RulePack *pack = m_model.pay().pack;
    emit rulesChanged(pack ? pack->id.toUpper() + u" v"_s + pack->version : QString());
    if (snapshot.week.first.isValid())
        emit weekTitleChanged(WeekWords::weekTitle(snapshot.week, snapshot.number),
                              snapshot.week.first);
    showSelected(m_controller.selectedDay());
}

void MyWeekPage::showSelected(QDate date)
{
    const WeekDay *day = m_controller.snapshot().find(date);
    if (!day)
        return;
    m_table->selectDate(date);
    const WeekDay *next = m_controller.snapshot().find(date.addDays(1));
    m_dayPanel->setZone(m_controller.zone());
    m_dayPanel->setDay(*day, next ? next->plan : m_controller.snapshot().dayAfter, m_notation);
    emit dayTitleChanged(WeekWords::dayName(date));
    showAhead();
    showPay();
}

void MyWeekPage::showReading(const QuickReading &reading)
{
    const bool hasDraft = reading.canBeSaved();
    if (hasDraft)
        m_model.setDraft(reading.after);
    else
        m_model.clearDraft();
    showAhead();
    showPay();
}

// The day being typed, else today. Another day has no hours ahead: its bar stands in its row,
// and a scale under the table with nothing on it would only ask what is missing.
void MyWeekPage::showAhead()
{
    const QDate today = m_controller.today();
    const bool isTodayHere = m_controller.snapshot().find(today) != nullptr;
    const bool isTyping = m_controller.reading().line.status != DayLineStatus::Empty;
    m_ahead->setVisible(isTyping || isTodayHere);
    if (!isTyping && !isTodayHere)
        return;
    const QDate shown = isTyping ? m_controller.selectedDay() : today;
    const int row = int(m_model.snapshot().week.first.daysTo(shown));
    const WeekRow day = m_model.row(row);
    const bool isKnown = !day.day.day.isBlank() || day.day.plan || day.now;
    m_ahead->setVisible(isKnown);
    const std::optional<RunningPay> &running = m_model.running();
    m_ahead->setDay(day, m_notation, isTyping || !running ? nullptr : &*running,
                    m_model.pay().pack);
}

// What the selected day has come to, or would come to as it is being typed.
void MyWeekPage::showPay()
{
    const QDate date = m_controller.selectedDay();
    const rules::PersonWeekPay &pay = m_model.pay();
    const bool isRunning = m_model.running() && date == m_controller.today();
    const rules::DayPay *day = isRunning ? &m_model.running()->pay : pay.find(date);
    const bool isDraft = m_controller.reading().canBeSaved();
    const auto input = std::ranges::find(pay.input.days, date, &rules::PayDay::date);
    const rules::DayClock clock = isRunning ? m_model.running()->clock
        : input != pay.input.days.end()     ? input->clock
                                            : rules::DayClock();
    m_dayPanel->setPay(pay, day, clock, isDraft, m_notation);
    QString restCost;
    if (const auto rest = isDraft ? m_model.nextRest(date) : std::nullopt; rest && pay.pack)
        restCost = PayWords::restCostText(*rest, clauseOf(*pay.pack, rest->rule), m_notation);
    m_entry->setPay(isDraft ? day : nullptr, restCost);
}

void MyWeekPage::showCellQuestion()
{
    const std::optional<CellQuestion> &question = m_controller.cellQuestion();
    if (!question) {
        m_question->withdraw();
        return;
    }
    const QString where =
        tr("%1, %2", "a day, a field")
            .arg(WeekWords::dayName(question->date), WeekWords::fieldName(question->field));
    if (question->clock) {
        const FindingNotice notice = WeekWords::clockNotice(*question->clock, m_notation);
        m_question->ask(
            tr("%1: %2", "a day and its field, what is asked").arg(where, notice.headline),
            notice.lines, WeekWords::clockChoice(*question->clock, 0, m_notation),
            WeekWords::clockChoice(*question->clock, 1, m_notation));
        return;
    }
    const auto text = [](const TimeField &time) {
        return u"%1 (%2)"_s.arg(timeText(time, Notation::Tenths),
                                formatTime(time, Notation::Clock));
    };
    m_question->ask(tr("%1: “%2” can be read in two ways.").arg(where, question->text), {},
                    text(question->choices[0]), text(question->choices[1]));
}

} // namespace film::app
