#include "app/ui/pages/my_week_page.h"

#include "app/models/date_text.h"
#include "app/ui/error_text.h"
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
#include "shared/domain/time_fields.h"

#include <QAccessible>
#include <QAction>
#include <QDateTime>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int weekPinWidth = 110;

} // namespace

MyWeekPage::MyWeekPage(const Theme &theme, WeekController &controller, PayDesk &desk,
                       QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_controller(controller)
    , m_person(makeLabel({}, TextRole::Body, "secondary", this))
    , m_state(makeLabel({}, TextRole::Secondary, "chip", this))
    , m_submitButton(new QPushButton(this))
    , m_submit(new QAction(tr("&Submit week…"), this))
    , m_sentBack(new NoticePanel(theme, this))
    , m_submitQuestion(new QuestionPanel(theme, *this, this))
    , m_pinPart(makePin())
    , m_foreign(new NoticePanel(theme, this))
    , m_foreignButtons(new QWidget(this))
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
    header->addWidget(m_state, 0, Qt::AlignVCenter);
    header->addWidget(m_submitButton, 0, Qt::AlignVCenter);
    m_submit->setShortcut(QKeySequence(u"Ctrl+Shift+Return"_s));
    m_submitButton->setObjectName(u"submitWeekButton"_s);
    m_submitButton->setToolTip(tr("Ctrl+Shift+Enter"));
    m_state->setObjectName(u"weekState"_s);
    m_state->hide();
    m_submitButton->hide();
    m_sentBack->hide();
    m_foreign->hide();
    m_foreignButtons->hide();
    auto *initial = new QPushButton(tr("&Initial the change"), m_foreignButtons);
    auto *dispute = new QPushButton(tr("It is not so…"), m_foreignButtons);
    initial->setObjectName(u"initialButton"_s);
    dispute->setObjectName(u"disputeButton"_s);
    auto *words = new QHBoxLayout(m_foreignButtons);
    words->setContentsMargins(0, 0, 0, 0);
    words->addWidget(initial);
    words->addWidget(dispute);
    words->addStretch();
    // What was read is what is signed, whatever has come since.
    connect(initial, &QPushButton::clicked, this, [this] {
        if (m_foreignShown)
            m_submission->initial(*m_foreignShown, {});
    });
    connect(dispute, &QPushButton::clicked, this, [this] {
        if (m_foreignShown)
            askDispute(*m_foreignShown);
    });

    auto *content = new QWidget;
    auto *body = new QVBoxLayout(content);
    body->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, metrics::pageMargin);
    body->setSpacing(12);
    body->addLayout(header);
    body->addWidget(m_sentBack);
    body->addWidget(m_submitQuestion);
    body->addWidget(m_foreign);
    body->addWidget(m_foreignButtons);
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
    connect(&m_controller, &WeekController::weekAboutToChange, this, [this] {
        m_table->view()->commitEditor();
        m_dayPanel->commitNote();
        m_dayPanel->commitAllowances();
    });
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
    connect(&m_controller, &WeekController::noteRefused, m_dayPanel, &DayPanel::keepNote);
    connect(m_dayPanel, &DayPanel::allowancesEdited, &m_controller, &WeekController::setAllowances);
    connect(&m_controller, &WeekController::allowancesRefused, m_dayPanel,
            &DayPanel::keepAllowances);
    connect(m_dayPanel, &DayPanel::unitLineEdited, &m_controller, &WeekController::setUnitLine);
    connect(m_dayPanel, &DayPanel::costCodesEdited, &m_controller, &WeekController::setCostCodes);
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
    m_dayPanel->setUnits(m_controller.snapshot().units);
    m_dayPanel->setMoney(m_controller.snapshot().usualMoney());
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
                    m_model.pay().packOn(shown));
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
    const rules::RulePack *pack = pay.packOn(date);
    if (const auto rest = isDraft ? m_model.nextRest(date) : std::nullopt; rest && pack)
        restCost = PayWords::restCostText(*rest, clauseOf(*pack, rest->rule), m_notation);
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

void MyWeekPage::setSubmission(SubmissionController &submission)
{
    m_submission = &submission;
    m_submitQuestion->choices()->setPrompt({});
    connect(&submission, &SubmissionController::pinChanged, this, &MyWeekPage::showPin);
    connect(&submission, &SubmissionController::signingRefused, this, &MyWeekPage::refuseSignature);
    connect(m_submit, &QAction::triggered, this, &MyWeekPage::askSubmit);
    connect(m_submitButton, &QPushButton::clicked, this, &MyWeekPage::askSubmit);
    connect(m_submitQuestion, &QuestionPanel::answered, this, &MyWeekPage::answerSubmit);
    connect(m_submitQuestion, &QuestionPanel::dropped, this, &MyWeekPage::dropSubmit);
    connect(&m_controller, &WeekController::snapshotChanged, &submission,
            &SubmissionController::setWeek);
    connect(&submission, &SubmissionController::submissionChanged, this,
            &MyWeekPage::showSubmission);
    const auto reload = [this] { m_controller.reload(); };
    connect(&submission, &SubmissionController::submitted, this, [this, reload](int days) {
        endSubmit();
        emit messageShown(tr("%n day(s) submitted, signed by this computer. Ctrl+Z takes them "
                             "back.",
                             nullptr, days));
        reload();
    });
    connect(&submission, &SubmissionController::tookBack, this, [this, reload](int days) {
        emit messageShown(tr("%n day(s) taken back. You can change them again.", nullptr, days));
        reload();
    });
    connect(&submission, &SubmissionController::leftAlone, this, [this, reload](int days) {
        emit messageShown(
            tr("%n day(s) changed or were approved meanwhile and were left alone.", nullptr, days));
        reload();
    });
    connect(&submission, &SubmissionController::failed, this,
            [this](ErrorCode code) { emit messageShown(ErrorText::forUser(code)); });
    connect(&submission, &SubmissionController::initialled, this,
            [this](QDate date, bool isDisputed) {
                const QString text = isDisputed
                    ? tr("Your word about %1 is saved and goes to whoever approves it.")
                    : tr("%1 initialled. Ctrl+Z to undo.");
                emit messageShown(text.arg(shortDate(date)));
            });
    showSubmission();
}

// One after the other, the oldest day first. The one that is being read stays until it is answered
// or is another by now: a change that arrives must not slip in under the button.
void MyWeekPage::showForeign()
{
    const std::vector<ForeignChange> &waiting = m_submission->submission().foreign;
    m_foreign->setVisible(!waiting.empty());
    m_foreignButtons->setVisible(!waiting.empty());
    const bool isStillWaiting = m_foreignShown && std::ranges::count(waiting, *m_foreignShown) > 0;
    if (!isStillWaiting)
        m_foreignShown = waiting.empty() ? std::nullopt : std::optional(waiting.front());
    if (!m_foreignShown)
        return;
    const ForeignChange &change = *m_foreignShown;
    QStringList fields;
    std::vector<DayFieldRef> compared{{DayField::Call}, {DayField::Wrap}};
    for (size_t meal = 0; meal < std::max(change.before.meals.size(), change.after.meals.size());
         ++meal) {
        compared.push_back({DayField::MealOut, meal});
        compared.push_back({DayField::MealIn, meal});
    }
    for (const DayFieldRef field : compared) {
        const TimeField before = timeOf(change.before, field);
        const TimeField after = timeOf(change.after, field);
        if (!(before == after))
            fields.append(tr("%1 %2, was %3", "a field, its value, the value before")
                              .arg(WeekWords::fieldName(field), timeText(after, m_notation),
                                   timeText(before, m_notation)));
    }
    QStringList lines;
    if (!change.reason.isEmpty())
        lines.append(tr("“%1”", "a reason").arg(change.reason));
    if (waiting.size() > 1)
        lines.append(
            tr("%n more day(s) wait for your initials.", nullptr, int(waiting.size()) - 1));
    m_foreign->say(NoticePanel::Tone::Warning, u"pencil"_s,
                   tr("%1 changed your %2: %3.", "who, a day, what")
                       .arg(change.who, shortDate(change.key.date),
                            fields.isEmpty() ? tr("other times") : fields.join(u"; "_s)),
                   lines);
}

void MyWeekPage::askDispute(const ForeignChange &change)
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"disputeDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("It is not so"));
    dialog->setLabelText(tr("What is wrong about %1? Both values are kept; whoever approves the "
                            "day reads this.")
                             .arg(shortDate(change.key.date)));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, change](const QString &text) {
        if (!text.trimmed().isEmpty())
            m_submission->initial(change, text);
    });
    dialog->open();
}

void MyWeekPage::showSubmission()
{
    using State = Submission::State;
    const Submission &now = m_submission->submission();
    if (m_asked && *m_asked != now) {
        // Another week needs no word; this one as it is now was not what was asked about.
        if (m_asked->first == now.first)
            emit messageShown(tr("This week changed while you were asked. Nothing was done; look "
                                 "at it again."));
        dropSubmit();
    }
    QString when;
    if (now.at) {
        const QDateTime clock =
            QDateTime::fromMSecsSinceEpoch(msSinceEpoch(*now.at), m_controller.zone());
        when = QLocale().toString(clock.date(), u"ddd "_s) + clock.toString(u"HH:mm"_s);
    }
    QString state;
    switch (now.state) {
    case State::Nothing: break;
    case State::Open: state = now.isPartly ? tr("Partly submitted") : tr("Not submitted"); break;
    case State::Submitted: state = tr("Submitted %1", "a weekday and a time").arg(when); break;
    case State::Department: state = tr("Approved by your department %1").arg(when); break;
    case State::Production: state = tr("Approved by production %1").arg(when); break;
    case State::Locked: state = tr("Locked by payroll"); break;
    }
    m_state->setText(state.trimmed());
    m_state->setToolTip(now.by.isEmpty() ? QString() : tr("Signed by %1").arg(now.by));
    m_state->setVisible(!state.isEmpty());
    const bool canSubmit = now.state == State::Open;
    const bool canTakeBack = now.state == State::Submitted;
    m_submit->setText(canTakeBack ? tr("&Take back…") : tr("&Submit week…"));
    m_submit->setEnabled(canSubmit || canTakeBack);
    m_submitButton->setText(m_submit->text());
    m_submitButton->setVisible(canSubmit || canTakeBack);
    showForeign();
    m_sentBack->setVisible(now.sentBack.has_value());
    if (now.sentBack) {
        m_sentBack->say(
            NoticePanel::Tone::Warning, u"message-square"_s,
            tr("%1 sent this week back: “%2”").arg(now.sentBack->who, now.sentBack->reason),
            {tr("All your times are kept. Check them and submit the week again.")});
    }
}

QWidget *MyWeekPage::makePin()
{
    auto *part = new QWidget(m_submitQuestion);
    m_pin = new QLineEdit(part);
    m_pin->setObjectName(u"submitPin"_s);
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setAccessibleName(tr("Signing PIN"));
    m_pin->setMaxLength(SigningPin::lengthMax);
    m_pin->setFixedWidth(weekPinWidth);
    m_pinHint = makeLabel({}, TextRole::Secondary, "secondary", part);
    m_pinHint->setBuddy(m_pin);
    m_pinProblem = makeLabel({}, TextRole::Secondary, "warnText", part);
    m_pinProblem->setObjectName(u"submitPinProblem"_s);
    m_pinProblem->setWordWrap(true);
    auto *layout = new QHBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_pin);
    layout->addWidget(m_pinHint);
    layout->addWidget(m_pinProblem, 1);
    m_submitQuestion->setPart(part);
    part->hide();
    connect(m_pin, &QLineEdit::returnPressed, this, [this] { answerSubmit(0); });
    connect(m_pin, &QLineEdit::textEdited, m_pinProblem, &QLabel::clear);
    return part;
}

// Only with the question that is answered with it.
void MyWeekPage::showPin()
{
    const PinState &pin = m_submission->pin();
    const bool isAsked = m_asked && m_asked->state == Submission::State::Open && !pin.isOpen;
    m_pinHint->setText(pin.isSet ? tr("Signing PIN")
                                 : tr("Choose a signing PIN, 4 characters or more"));
    if (isAsked && m_pinPart->isHidden()) {
        m_pinPart->show();
        m_pin->setFocus();
    }
    m_pinPart->setVisible(isAsked);
}

// The question stays: it is answered with another PIN.
void MyWeekPage::refuseSignature(const ApprovalMessage &message)
{
    m_signingWords.setZone(m_controller.zone());
    const QString text = m_signingWords.messageText(message);
    if (m_pinPart->isHidden())
        return emit messageShown(text);
    m_pin->clear();
    m_pin->setFocus();
    m_pinProblem->setText(text);
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(m_pinProblem, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MyWeekPage::askSubmit()
{
    using State = Submission::State;
    const Submission &now = m_submission->submission();
    m_asked = now;
    if (now.state == State::Submitted) {
        m_submitQuestion->ask(
            tr("Take the week back? You can change your times again and submit it "
               "later."),
            {}, tr("Take back"), tr("Leave it submitted"));
        return;
    }
    if (now.state != State::Open)
        return m_asked.reset();
    m_submission->loadPin();
    const QString attested = tr("By submitting you confirm that these times are right. You can "
                                "take the week back until your department signs.");
    const QString question =
        tr("Submit week %1 with %2 hours?").arg(now.number).arg(hoursText(now.worked, m_notation));
    if (now.incomplete.empty()) {
        m_submitQuestion->ask(question, {attested}, tr("Submit and confirm"), tr("Not yet"));
        return;
    }
    QStringList days;
    for (const QDate day : now.incomplete)
        days.append(shortDate(day));
    m_submitQuestion->ask(
        tr("%1 Not complete: %2.", "a question, days").arg(question, days.join(u", "_s)),
        {attested}, tr("Submit anyway"),
        tr("Go to %1").arg(QLocale().toString(now.incomplete.front(), u"ddd"_s)));
}

void MyWeekPage::dropSubmit()
{
    m_asked.reset();
    m_pin->clear();
    m_pinProblem->clear();
    m_pinPart->hide();
    m_submitQuestion->withdraw();
}

// Not after an undo, which nobody was asked about.
void MyWeekPage::endSubmit()
{
    if (!m_asked)
        return;
    dropSubmit();
    m_table->view()->setFocus();
}

// What was read is what is signed: an answer to another question does nothing. Signing leaves the
// question open until the PIN has been looked at.
void MyWeekPage::answerSubmit(int index)
{
    const std::optional<Submission> asked = m_asked;
    const Submission now = m_submission->submission();
    const bool isSigning = asked == now && index == 0 && now.state == Submission::State::Open;
    if (isSigning)
        return m_submission->submit(m_pinPart->isHidden() ? QString() : m_pin->text());
    dropSubmit();
    m_table->view()->setFocus();
    if (asked != now)
        return;
    if (now.state == Submission::State::Submitted) {
        if (index == 0)
            m_submission->takeBack();
    } else if (!now.incomplete.empty()) {
        m_controller.selectDay(now.incomplete.front());
    }
}

QString MyWeekPage::stateText() const
{
    return m_state->isHidden() ? QString() : m_state->text();
}

QString MyWeekPage::initialsText() const
{
    return m_foreign->isHidden() ? QString() : m_foreign->text();
}

QString MyWeekPage::sentBackText() const
{
    return m_sentBack->isHidden() ? QString() : m_sentBack->text();
}

} // namespace film::app
