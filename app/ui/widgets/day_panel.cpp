#include "app/ui/widgets/day_panel.h"

#include "app/ui/pay_words.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/week_words.h"
#include "app/ui/widgets/day_units.h"
#include "app/ui/widgets/labels.h"
#include "shared/domain/allowance_text.h"
#include "shared/rules/derivation_text.h"

#include <QAction>
#include <QDateTime>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int daySideMargin = 12;

QString whereText(const DayPlan &plan)
{
    const QString scenes =
        plan.scenes.isEmpty() ? QString() : DayPanel::tr("scenes %1").arg(plan.scenes);
    QStringList where{plan.location, scenes};
    where.removeAll(QString());
    return where.join(u", "_s);
}

} // namespace

DayPanel::DayPanel(QWidget *parent)
    : QScrollArea(parent)
    , m_note(new QPlainTextEdit(this))
    , m_allHistory(new QPushButton(tr("Show all history"), this))
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    m_note->setPlaceholderText(tr("For your department head or payroll"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setObjectName(u"dayNote"_s);
    m_note->setFixedHeight(56);
    m_note->setTabChangesFocus(true);
    m_note->installEventFilter(this);
    setKind(m_allHistory, "link");
    m_allHistory->setToolTip(tr("F4"));

    auto *content = new QWidget(this);
    setWidget(content);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    const auto addSection = [&](const QString &title, QWidget *body) {
        auto *section = new QVBoxLayout;
        section->setContentsMargins(daySideMargin, 12, daySideMargin, 12);
        section->setSpacing(8);
        section->addWidget(makeLabel(title, TextRole::SecondaryEmphasis, "secondary", content));
        section->addWidget(body);
        layout->addLayout(section);
    };
    addSection(tr("Call sheet"), makeSheet());
    layout->addWidget(makeLine(Qt::Horizontal, content));
    layout->addWidget(makePay());
    layout->addWidget(makeChoices());
    layout->addWidget(makeAllowances());
    layout->addWidget(makeUnits());
    addSection(tr("Note"), m_note);
    layout->addWidget(makeLine(Qt::Horizontal, content));
    addSection(tr("History"), makeHistory());
    layout->addStretch(1);

    connect(m_allHistory, &QPushButton::clicked, this,
            [this] { emit historyRequested(m_day.day.key.date); });
}

QWidget *DayPanel::makeSheet()
{
    auto *sheet = new QWidget(this);
    auto *grid = new QGridLayout(sheet);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    m_noSheet = makeLabel(tr("No call sheet for this day."), TextRole::Body, "secondary", sheet);
    grid->addWidget(m_noSheet, 0, 0, 1, 2);
    int line = 1;
    for (Row &row : m_sheet) {
        const bool isCall = &row == m_sheet.data();
        row.title = makeLabel({}, TextRole::Body, "secondary", sheet);
        row.value = makeLabel({}, isCall ? TextRole::Emphasis : TextRole::Body, "body", sheet);
        row.value->setAlignment(Qt::AlignRight);
        row.value->setWordWrap(true);
        grid->addWidget(row.title, line, 0, Qt::AlignTop);
        grid->addWidget(row.value, line++, 1);
    }
    return sheet;
}

QWidget *DayPanel::makePay()
{
    m_pay = new QWidget(this);
    auto *section = new QVBoxLayout(m_pay);
    section->setContentsMargins(0, 0, 0, 0);
    section->setSpacing(0);
    auto *grid = new QGridLayout;
    grid->setContentsMargins(daySideMargin, 12, daySideMargin, 12);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 1);
    m_payTitle = makeLabel({}, TextRole::SecondaryEmphasis, "secondary", m_pay);
    grid->addWidget(m_payTitle, 0, 0, 1, 2);
    int line = 1;
    for (Row &row : m_payLines) {
        const bool isSum = &row == &m_payLines.back();
        row.title = makeLabel({}, isSum ? TextRole::Emphasis : TextRole::Body, "body", m_pay);
        row.title->setWordWrap(true);
        row.title->setTextFormat(Qt::PlainText);
        row.value = makeLabel({}, TextRole::Emphasis, "body", m_pay);
        row.value->setAlignment(Qt::AlignRight);
        grid->addWidget(row.title, line, 0, Qt::AlignTop);
        grid->addWidget(row.value, line++, 1, Qt::AlignTop);
    }
    m_split = makeLabel({}, TextRole::Secondary, "body", m_pay);
    m_split->setObjectName(u"daySplit"_s);
    m_split->setTextFormat(Qt::PlainText);
    m_split->setWordWrap(true);
    grid->addWidget(m_split, line++, 0, 1, 2);
    m_payNote = makeLabel({}, TextRole::Secondary, "hint", m_pay);
    m_payNote->setWordWrap(true);
    grid->addWidget(m_payNote, line, 0, 1, 2);
    section->addLayout(grid);
    section->addWidget(makeLine(Qt::Horizontal, m_pay));
    m_pay->setObjectName(u"dayPay"_s);
    m_pay->hide();
    return m_pay;
}

// The text of a day's line, also for who does not type it.
QWidget *DayPanel::makeChoices()
{
    m_agreed = new QWidget(this);
    auto *section = new QVBoxLayout(m_agreed);
    section->setContentsMargins(0, 0, 0, 0);
    section->setSpacing(0);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(daySideMargin, 12, daySideMargin, 12);
    body->setSpacing(8);
    body->addWidget(
        makeLabel(tr("Agreed for this day"), TextRole::SecondaryEmphasis, "secondary", m_agreed));
    m_choose = new QPushButton(m_agreed);
    m_choose->setObjectName(u"dayChoices"_s);
    setKind(m_choose, "menu");
    auto *menu = new QMenu(m_choose);
    for (size_t i = 0; i < dayChoices.size(); ++i) {
        const DayChoice choice = dayChoices.at(i);
        m_choices.at(i) = menu->addAction(WeekWords::choiceName(choice));
        m_choices.at(i)->setCheckable(true);
        m_choices.at(i)->setToolTip(WeekWords::choiceHelp(choice));
        connect(m_choices.at(i), &QAction::triggered, this, [this, choice](bool isChosen) {
            emit choicesEdited(m_day.day.key.date, withChoice(m_day.day.choices, choice, isChosen));
        });
    }
    menu->setToolTipsVisible(true);
    m_choose->setMenu(menu);
    body->addWidget(m_choose);
    section->addLayout(body);
    section->addWidget(makeLine(Qt::Horizontal, m_agreed));
    m_agreed->hide();
    return m_agreed;
}

QWidget *DayPanel::makeAllowances()
{
    m_beside = new QWidget(this);
    auto *section = new QVBoxLayout(m_beside);
    section->setContentsMargins(0, 0, 0, 0);
    section->setSpacing(0);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(daySideMargin, 12, daySideMargin, 12);
    body->setSpacing(8);
    body->addWidget(
        makeLabel(tr("Allowances"), TextRole::SecondaryEmphasis, "secondary", m_beside));
    m_allowances = new QLineEdit(m_beside);
    m_allowances->setObjectName(u"dayAllowances"_s);
    m_allowances->setAccessibleName(tr("Allowances"));
    m_allowances->setPlaceholderText(tr("kit $50; per diem 62.50", "an example of what is typed"));
    connect(m_allowances, &QLineEdit::editingFinished, this, &DayPanel::commitAllowances);
    body->addWidget(m_allowances);
    section->addLayout(body);
    section->addWidget(makeLine(Qt::Horizontal, m_beside));
    m_beside->hide();
    return m_beside;
}

QWidget *DayPanel::makeUnits()
{
    m_unitsSection = new QWidget(this);
    auto *section = new QVBoxLayout(m_unitsSection);
    section->setContentsMargins(0, 0, 0, 0);
    section->setSpacing(0);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(daySideMargin, 12, daySideMargin, 12);
    body->setSpacing(8);
    body->addWidget(makeLabel(tr("Units and accounts"), TextRole::SecondaryEmphasis, "secondary",
                              m_unitsSection));
    m_dayUnits = new DayUnits(m_unitsSection);
    connect(m_dayUnits, &DayUnits::lineEdited, this, &DayPanel::unitLineEdited);
    connect(m_dayUnits, &DayUnits::codesEdited, this, &DayPanel::costCodesEdited);
    body->addWidget(m_dayUnits);
    section->addLayout(body);
    section->addWidget(makeLine(Qt::Horizontal, m_unitsSection));
    m_unitsSection->hide();
    return m_unitsSection;
}

QString DayPanel::allowancesOf(const WorkDay &day) const
{
    const QString point = QLocale().decimalPoint();
    return printAllowances(day.allowances, m_money, point.isEmpty() ? QChar(u'.') : point.front());
}

void DayPanel::showAllowances(bool isOtherDay)
{
    const WorkDay &day = m_day.day;
    const bool isKept = m_keptAllowances && m_keptAllowances->first == day.key.date;
    // What is being typed is not replaced by what syncs in.
    if (isOtherDay || (!isKept && !m_allowances->hasFocus()))
        m_allowances->setText(isKept ? m_keptAllowances->second : allowancesOf(day));
    m_allowances->setReadOnly(day.state >= DayState::Submitted || m_day.isUnreadable);
    m_allowances->setToolTip(m_allowances->text());
    m_beside->setVisible(!day.isBlank() || !day.allowances.empty() || isKept);
}

void DayPanel::commitAllowances()
{
    const QDate date = m_day.day.key.date;
    const QString text = m_allowances->text();
    const bool isKept = m_keptAllowances && *m_keptAllowances == std::pair(date, text);
    if (!date.isValid() || m_allowances->isReadOnly() || isKept)
        return;
    if (m_keptAllowances && m_keptAllowances->first == date)
        m_keptAllowances.reset();
    if (text != allowancesOf(m_day.day))
        emit allowancesEdited(date, text);
}

void DayPanel::keepAllowances(QDate date, const QString &text)
{
    m_keptAllowances.emplace(date, text);
}

// What the agreement does not know changes nothing, so it is not offered; what was said is shown.
void DayPanel::showChoices()
{
    const DayChoices chosen = m_day.day.choices;
    for (size_t i = 0; i < dayChoices.size(); ++i) {
        const bool isChosen = chosen.testFlag(dayChoices.at(i));
        m_choices.at(i)->setVisible(isChosen || m_offered.testFlag(dayChoices.at(i)));
        m_choices.at(i)->setChecked(isChosen);
    }
    const QString text = chosen ? WeekWords::choicesText(chosen) : tr("Nothing special");
    m_choose->setText(m_choose->fontMetrics().elidedText(text, Qt::ElideRight, 220));
    m_choose->setToolTip(text);
    m_choose->setAccessibleName(tr("Agreed for this day: %1").arg(text));
    m_agreed->setVisible(chosen || (m_offered && !m_day.day.isBlank()));
}

void DayPanel::setPay(const rules::PersonWeekPay &week, const rules::DayPay *day,
                      const rules::DayClock &clock, bool isDraft, Notation notation)
{
    const bool isKnown = week.noFigure != rules::NoFigure::NoDeal;
    const QDate date = m_day.day.key.date;
    const rules::RulePack *pack = week.packOn(date);
    const auto unpriced = std::ranges::find(week.unpriced, date, &rules::UnpricedDay::date);
    const bool hasLeftOut = std::ranges::any_of(week.unpriced, [date](const auto &one) {
        return one.date == date && one.why == rules::WhyUnpriced::AllowanceInOtherMoney;
    });
    const bool isUnpriced = !day && !week.noFigure && unpriced != week.unpriced.end()
        && PayWords::isWorthSaying(unpriced->why);
    m_pay->setVisible(isKnown && (day || week.noFigure || isUnpriced));
    m_offered = pack && !week.noFigure ? rules::choicesUnder(*pack) : DayChoices();
    showChoices();
    m_payTitle->setText(isDraft ? tr("Pay if saved like this") : tr("Pay so far"));
    m_payNote->setToolTip(pack ? PayWords::leftOutText(*pack) : QString());
    for (const Row &row : m_payLines)
        setRow(row, {}, {});
    m_split->hide();
    QStringList notes;
    if (week.noFigure)
        notes << PayWords::noFigureText(week);
    if (isUnpriced)
        notes << PayWords::unpricedText(unpriced->why, m_day.day.type);
    if (!day || !pack) {
        m_payNote->setText(notes.join(u' '));
        return;
    }
    const size_t shown = std::min(day->lines.size(), m_payLines.size() - 1);
    for (size_t i = 0; i < shown; ++i) {
        const rules::PayLine &line = day->lines[i];
        const QString clause = clauseOf(*pack, line.rule);
        QString title = PayWords::lineTitle(line);
        if (!clause.isEmpty())
            title += u' ' + clause;
        const QString quantity = PayWords::lineQuantity(line, *day, pack->currency, notation);
        setRow(m_payLines[i], quantity.isEmpty() ? title : QString(title + u'\n' + quantity),
               PayWords::moneyText(line.amount));
        m_payLines[i].title->setToolTip(rules::derivationText(
            day->sheet, line.node, *pack, clock, rules::languageFromCode(QLocale().name())));
    }
    if (day->lines.size() > shown)
        notes << tr("and %n more line(s)", nullptr, int(day->lines.size() - shown));
    if (hasLeftOut)
        notes << PayWords::unpricedText(rules::WhyUnpriced::AllowanceInOtherMoney, m_day.day.type);
    if (!m_day.day.allowances.empty())
        notes << tr("Allowances are in the sum of the week.");
    setRow(m_payLines.back(), tr("Estimate"), PayWords::moneyText(day->gross()));
    const QString split = PayWords::splitText(*day);
    m_split->setText(tr("Paid by:\n%1", "who bears the cost, a line each").arg(split));
    m_split->setVisible(!split.isEmpty());
    for (const rules::Notice notice : day->notices)
        notes << PayWords::noticeText(notice);
    if (std::ranges::count(week.pay.notices, rules::Notice::WeekGuaranteeOpen))
        notes << PayWords::noticeText(rules::Notice::WeekGuaranteeOpen);
    if (week.pay.openPenalties)
        notes << PayWords::openPenaltiesText(*week.pay.openPenalties);
    if (week.pay.accrued)
        notes << PayWords::accruedText(week.pay.accrued->amount);
    notes << PayWords::disclaimer();
    m_payNote->setText(notes.join(u' '));
}

QWidget *DayPanel::makeHistory()
{
    auto *history = new QWidget(this);
    auto *grid = new QGridLayout(history);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(8);
    grid->setHorizontalSpacing(12);
    grid->setColumnStretch(1, 1);
    m_noHistory = makeLabel({}, TextRole::Secondary, "hint", history);
    m_noHistory->setObjectName(u"noHistory"_s);
    m_noHistory->setWordWrap(true);
    grid->addWidget(m_noHistory, 0, 0, 1, 2);
    int line = 1;
    for (Row &row : m_history) {
        row.title = makeLabel({}, TextRole::Secondary, "hint", history);
        row.value = makeLabel({}, TextRole::Secondary, "body", history);
        row.value->setWordWrap(true);
        grid->addWidget(row.title, line, 0, Qt::AlignTop);
        grid->addWidget(row.value, line++, 1);
    }
    grid->addWidget(m_allHistory, line, 0, 1, 2, Qt::AlignLeft);
    return history;
}

void DayPanel::setDay(const WeekDay &day, const std::optional<DayPlan> &tomorrow, Notation notation)
{
    const bool isOtherDay = day.day.key.date != m_day.day.key.date;
    if (isOtherDay) {
        commitNote();
        commitAllowances();
        m_dayUnits->commit();
    }
    if (isOtherDay || day.day.notes != m_day.day.notes)
        m_givenNote = day.day.notes;
    m_day = day;
    const QDate date = day.day.key.date;
    const QString shown = m_keptNotes.value(date, day.day.notes);
    if (shown == day.day.notes)
        m_keptNotes.remove(date);
    // A note that is being written is not replaced by what syncs in.
    if (isOtherDay || !m_note->hasFocus())
        m_note->setPlainText(shown);
    const bool isClosed = day.day.state >= DayState::Approved || day.isUnreadable;
    m_note->setReadOnly(isClosed);
    QString hint = tr("For your department head or payroll");
    if (isClosed)
        hint = day.isUnreadable ? WeekWords::unreadableDayText(date)
                                : WeekWords::lockedText(date, day.day.state);
    m_note->setPlaceholderText(hint);
    m_choose->setEnabled(day.day.state < DayState::Submitted && !day.isUnreadable);
    showCallSheet(tomorrow, notation);
    showChoices();
    showAllowances(isOtherDay);
    m_dayUnits->setDay(day, m_units);
    m_unitsSection->setVisible(!day.day.isBlank());
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
    const bool isNew = note != m_day.day.notes && note != m_givenNote;
    const bool isKept = m_keptNotes.contains(date) && note == m_keptNotes.value(date);
    if (!date.isValid() || !isNew || isKept)
        return;
    m_givenNote = note;
    emit noteEdited(date, note);
}

void DayPanel::keepNote(QDate date, const QString &note)
{
    m_keptNotes.insert(date, note);
    if (m_day.day.key.date == date)
        m_givenNote = m_day.day.notes;
}

void DayPanel::setRow(const Row &row, const QString &title, const QString &value)
{
    row.title->setText(title);
    row.value->setText(value);
    row.title->setVisible(!value.isEmpty());
    row.value->setVisible(!value.isEmpty());
}

void DayPanel::showCallSheet(const std::optional<DayPlan> &tomorrow, Notation notation)
{
    const DayPlan plan = m_day.plan.value_or(DayPlan{});
    const TimeField meal = plan.times.meals.empty() ? TimeField() : plan.times.meals[0].out;
    setRow(m_sheet[0], tr("Your call"), timeText(plan.times.call, notation));
    setRow(m_sheet[1], tr("Unit meal"), timeText(meal, notation));
    setRow(m_sheet[2], tr("Estimated wrap"), timeText(plan.times.wrap, notation));
    setRow(m_sheet[3], tr("Where"), whereText(plan));
    QString next;
    if (tomorrow && tomorrow->times.call.isKnown()) {
        const QString call = timeText(tomorrow->times.call, notation);
        next = tomorrow->location.isEmpty() ? tr("Call %1").arg(call)
                                            : tr("Call %1, %2").arg(call, tomorrow->location);
    }
    setRow(m_sheet[4], tr("Tomorrow"), next);
    m_noSheet->setVisible(!m_day.plan);
}

void DayPanel::showHistory(Notation notation)
{
    for (size_t i = 0; i < m_history.size(); ++i) {
        const bool isThere = i < m_day.history.size();
        setRow(m_history[i], isThere ? whenText(m_day.history[i].at) : QString(),
               isThere ? WeekWords::historyText(m_day.history[i], notation) : QString());
    }
    m_noHistory->setText(m_day.day.isBlank() ? tr("Nothing was entered yet.")
                                             : tr("No earlier change is known on this computer."));
    m_noHistory->setVisible(m_day.history.empty());
    m_allHistory->setVisible(!m_day.history.empty());
}

QString DayPanel::whenText(Instant at) const
{
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(at), m_zone);
    return QLocale().toString(when, u"ddd HH:mm"_s);
}

} // namespace film::app
