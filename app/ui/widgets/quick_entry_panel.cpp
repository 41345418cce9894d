#include "app/ui/widgets/quick_entry_panel.h"

#include "app/ui/pay_words.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"
#include "app/ui/week_words.h"
#include "app/ui/widgets/choice_row.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/labels.h"
#include "app/ui/widgets/notice_panel.h"
#include "app/ui/widgets/quick_line.h"
#include "app/ui/widgets/reading_row.h"
#include "shared/domain/time_fields.h"

#include <QAccessible>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace film::app {

namespace {

// After the last key: a screen reader would stumble over every one of them.
constexpr auto spokenAfter = 600ms;

// The first time in which two readings differ, as both are offered.
QString choiceText(const DayTimes &choice, const DayTimes &other)
{
    const WorkDay day = withTimes({}, choice);
    const WorkDay otherDay = withTimes({}, other);
    for (int column = WeekModel::Call; column <= WeekModel::Wrap; ++column) {
        const TimeField time = timeOf(day, *WeekModel::fieldOf(column));
        if (!time.isKnown() || time == timeOf(otherDay, *WeekModel::fieldOf(column)))
            continue;
        return u"%1 (%2)"_s.arg(timeText(time, Notation::Tenths),
                                formatTime(time, Notation::Clock));
    }
    return printDayLine(choice).value_or(QString());
}

} // namespace

QuickEntryPanel::QuickEntryPanel(const Theme &theme, WeekController &controller, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_controller(controller)
    , m_day(new QComboBox(this))
    , m_line(new QuickLine(theme, this))
    , m_button(new KeyHintButton(theme, KeyHintButton::Look::Primary, {}, this))
    , m_reading(new ReadingRow(this))
    , m_notices{new NoticePanel(theme, this), new NoticePanel(theme, this)}
    , m_more(makeLabel({}, TextRole::Secondary, "secondary", this))
    , m_choices(new ChoiceRow(theme, *this, this))
    , m_confirmed(makeLabel({}, TextRole::Secondary, "okText", this))
    , m_help(new QWidget(this))
    , m_examples(makeLabel({}, TextRole::Secondary, "secondary", this))
{
    setKind(this, "panel");
    build();
    wire();
    showReading({});
}

void QuickEntryPanel::build()
{
    // The style sheet's least height is the one that counts; see style.qss.
    for (QWidget *control : {static_cast<QWidget *>(m_day), static_cast<QWidget *>(m_line),
                             static_cast<QWidget *>(m_button)})
        control->setProperty("tall", true);
    m_day->setFixedSize(132, metrics::mainControlHeight);
    m_day->setFont(textFont(TextRole::Emphasis));
    m_day->setAccessibleName(tr("Day"));
    m_line->setObjectName(u"quickLine"_s);
    m_line->setAccessibleName(tr("Times of the day"));
    m_button->setObjectName(u"saveDayButton"_s);
    m_button->setFixedHeight(metrics::mainControlHeight);
    m_button->setDefault(true);
    m_more->hide();

    auto *entry = new QHBoxLayout;
    entry->setSpacing(8);
    entry->addWidget(m_day);
    entry->addWidget(m_line, 1);
    entry->addWidget(m_button);

    auto *help = new QHBoxLayout(m_help);
    help->setContentsMargins(0, 0, 0, 0);
    help->setSpacing(4);
    help->addWidget(makeLabel(tr("Also:"), TextRole::Secondary, "secondary", m_help));
    const std::array<std::pair<QString, QString>, 5> keys{{{u"t0.5"_s, tr("travel")},
                                                           {u"kit=50"_s, tr("allowance")},
                                                           {tr("; text"), tr("note")},
                                                           {u"off"_s, tr("day off")},
                                                           {u"?"_s, tr("help")}}};
    for (const auto &[key, meaning] : keys) {
        help->addWidget(makeKeycap(key, m_help));
        help->addWidget(makeLabel(meaning, TextRole::Secondary, "secondary", m_help));
    }
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_confirmed);
    foot->addStretch();
    foot->addWidget(m_help);

    m_examples->setText(
        tr("0700 1300-1330 1930\tcall, meal out and in, wrap\n"
           "7 13-1330 1930 t0.5\twith half an hour of travel\n"
           "0700 1300-\tunfinished: what is known is saved\n"
           "19 0030-0100 5\tpast midnight; 5 is the next morning\n"
           "cs, =, off, hold\tas on the call sheet, as the day before, a day off, on hold\n"
           "n, +6, -\tnow, six hours after the time before, no meal"));
    m_examples->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(9);
    layout->addLayout(entry);
    layout->addWidget(m_reading);
    for (NoticePanel *notice : m_notices)
        layout->addWidget(notice);
    layout->addWidget(m_choices);
    layout->addWidget(m_more);
    layout->addLayout(foot);
    layout->addWidget(m_examples);
}

void QuickEntryPanel::wire()
{
    m_speech.setSingleShot(true);
    m_speech.setInterval(spokenAfter);
    connect(&m_speech, &QTimer::timeout, this, &QuickEntryPanel::speak);
    connect(m_line, &QLineEdit::textChanged, &m_controller, &WeekController::setLine);
    connect(m_line, &QLineEdit::returnPressed, &m_controller, &WeekController::save);
    connect(m_line, &QuickLine::dayStepRequested, &m_controller, &WeekController::moveSelection);
    connect(m_line, &QuickLine::leaveRequested, this, &QuickEntryPanel::leaveRequested);
    connect(m_line, &QuickLine::helpRequested, this, &QuickEntryPanel::toggleHelp);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_line->text().isEmpty())
            m_controller.stampNow();
        else
            m_controller.save();
    });
    connect(m_choices, &ChoiceRow::chosen, this, [this](int index) {
        m_controller.chooseReading(index);
        m_line->setFocus();
    });
    for (NoticePanel *notice : m_notices)
        connect(notice, &NoticePanel::actionRequested, this,
                [this] { emit versionsRequested(m_controller.selectedDay()); });
    connect(m_day, &QComboBox::activated, this,
            [this](int index) { m_controller.selectDay(m_day->itemData(index).toDate()); });
    connect(&m_controller, &WeekController::snapshotChanged, this, &QuickEntryPanel::showWeek);
    connect(&m_controller, &WeekController::daySelected, this, &QuickEntryPanel::showDay);
    connect(&m_controller, &WeekController::readingChanged, this, &QuickEntryPanel::showReading);
    connect(&m_controller, &WeekController::stampChanged, this, &QuickEntryPanel::showButton);
    connect(&m_controller, &WeekController::lineReplaced, this, [this](const QString &line) {
        const QSignalBlocker blocker(m_line);
        m_line->setText(line);
    });
    connect(&m_theme, &Theme::changed, this, [this] { showReading(m_controller.reading()); });
}

void QuickEntryPanel::setPay(const rules::DayPay *pay, const QString &restCost)
{
    m_reading->setPay(pay);
    if (std::exchange(m_restCost, restCost) != restCost)
        showNotices(m_controller.reading());
}

void QuickEntryPanel::setNotation(Notation notation)
{
    m_notation = notation;
    showReading(m_controller.reading());
    showButton();
}

void QuickEntryPanel::showWeek(const WeekSnapshot &snapshot)
{
    m_day->clear();
    for (const WeekDay &day : snapshot.days)
        m_day->addItem(WeekWords::dayName(day.day.key.date), day.day.key.date);
    showDay(m_controller.selectedDay());
}

void QuickEntryPanel::showDay(QDate date)
{
    m_day->setCurrentIndex(m_day->findData(date));
    const WeekDay *day = m_controller.snapshot().find(date);
    const bool isLocked = day && day->day.state >= DayState::Submitted;
    const bool isUnreadable = day && day->isUnreadable;
    m_line->setReadOnly(isLocked || isUnreadable);
    if (isUnreadable)
        m_line->setPlaceholderText(WeekWords::unreadableDayText(date));
    else if (isLocked)
        m_line->setPlaceholderText(WeekWords::lockedText(date, day->day.state));
    else
        m_line->setPlaceholderText(tr("Type the day, like 0700 1300-1330 1930"));
    showButton();
}

void QuickEntryPanel::showReading(const QuickReading &reading)
{
    const bool isOpen = reading.line.status != DayLineStatus::Empty;
    using Tone = QuickLine::Tone;
    Tone tone = Tone::Plain;
    if (reading.line.status == DayLineStatus::Unreadable || reading.refusal)
        tone = Tone::Problem;
    else if (reading.line.status == DayLineStatus::Understood && !reading.question)
        tone = Tone::Confirmed;
    m_line->setState(WeekWords::readingState(reading), tone);
    m_reading->setVisible(isOpen && reading.isRead());
    m_reading->setReading(reading, m_notation);
    showNotices(reading);
    showChoices(reading);
    showConfirmed(reading);
    m_help->setVisible(isOpen);
    if (isOpen)
        m_examples->hide();
    showButton();
    m_speech.start();
    emit opened(isOpen);
}

// Unreadable first, then two versions, then what the day itself gives; two at most.
void QuickEntryPanel::showNotices(const QuickReading &reading)
{
    std::vector<FindingNotice> notices;
    bool canCompare = false;
    if (reading.line.status == DayLineStatus::Unreadable)
        notices.push_back({u"triangle-alert"_s, WeekWords::unreadableText(reading.line.token), {}});
    if (reading.question)
        notices.push_back(WeekWords::clockNotice(*reading.question, m_notation));
    const bool isOpen = reading.line.status != DayLineStatus::Empty;
    if (isOpen && reading.hasTwoVersions) {
        canCompare = true;
        notices.push_back(
            {u"split"_s, tr("This day has two versions. Saving decides for this one."), {}});
    }
    const QDate date = reading.after.key.date;
    if (reading.refusal) // the others say that the day can be saved as it is
        notices.push_back(WeekWords::noticeOf(*reading.refusal, date, m_notation));
    for (const DayFinding &finding : reading.findings)
        if (isFlag(finding.kind) && finding.kind != FindingKind::MissingWrap && !reading.refusal) {
            notices.push_back(WeekWords::noticeOf(finding, date, m_notation));
            // Before the line that says that the times are fine.
            if (finding.kind == FindingKind::ShortRest && !m_restCost.isEmpty())
                notices.back().lines.insert(notices.back().lines.size() - 1, m_restCost);
        }
    if (reading.replacesTimes)
        notices.push_back({u"history"_s, WeekWords::replacesText(reading.before, m_notation), {}});

    for (size_t i = 0; i < m_notices.size(); ++i) {
        NoticePanel *panel = m_notices[i];
        panel->setVisible(i < notices.size());
        if (i >= notices.size())
            continue;
        const bool isUnreadable = i == 0 && reading.line.status == DayLineStatus::Unreadable;
        panel->say(isUnreadable ? NoticePanel::Tone::Problem : NoticePanel::Tone::Warning,
                   notices[i].icon, notices[i].headline, notices[i].lines);
        const bool isVersions = canCompare && notices[i].icon == u"split";
        panel->setAction(isVersions ? tr("Compare first") : QString());
    }
    const int hidden = int(notices.size()) - int(m_notices.size());
    m_more->setText(tr("and %n more", nullptr, std::max(0, hidden)));
    m_more->setVisible(hidden > 0);
}

void QuickEntryPanel::showChoices(const QuickReading &reading)
{
    const std::vector<DayTimes> &choices = reading.line.choices;
    if (reading.question)
        m_choices->offer(WeekWords::clockChoice(*reading.question, 0, m_notation),
                         WeekWords::clockChoice(*reading.question, 1, m_notation));
    else if (choices.size() == 2)
        m_choices->offer(choiceText(choices[0], choices[1]), choiceText(choices[1], choices[0]));
    else
        m_choices->withdraw();
}

void QuickEntryPanel::showConfirmed(const QuickReading &reading)
{
    QStringList confirmed;
    if (!reading.line.allowances.empty()) // as they were understood
        confirmed += QString(u"✓ "_s + PayWords::allowancesText(reading.line.allowances));
    if (reading.line.account || reading.line.episode)
        confirmed += QString(u"✓ "_s + WeekWords::paidByText(reading.after));
    for (const DayFinding &finding : reading.findings)
        if (const QString text = WeekWords::confirmedText(finding, m_notation); !text.isEmpty())
            confirmed += QString(u"✓ "_s + text);
    m_confirmed->setText(confirmed.join(u"    "_s));
    m_confirmed->setVisible(!confirmed.isEmpty());
}

void QuickEntryPanel::showButton()
{
    if (!m_line->text().isEmpty()) {
        m_button->setText(tr("Save day"));
        m_button->setHint(tr("Enter"));
        m_button->setIconName({});
        m_button->setEnabled(m_controller.reading().canBeSaved());
        return;
    }
    const StampOffer offer = m_controller.stampOffer();
    const bool isShownDay = offer.date == m_controller.selectedDay();
    m_button->setText(isShownDay || offer.field ? WeekWords::stampText(offer, m_notation)
                                                : tr("Save day"));
    m_button->setHint(offer.field ? tr("Ctrl+J") : QString());
    m_button->setIconName(offer.field ? u"clock"_s : u"check"_s);
    m_button->setEnabled(offer.field.has_value());
}

void QuickEntryPanel::toggleHelp()
{
    m_examples->setVisible(!m_examples->isVisible());
}

void QuickEntryPanel::speak()
{
    QStringList spoken;
    if (m_reading->isVisible())
        spoken += m_reading->accessibleName();
    for (const NoticePanel *notice : m_notices)
        if (notice->isVisible())
            spoken += notice->text();
    if (spoken.isEmpty() || !QAccessible::isActive())
        return;
    m_reading->setAccessibleDescription(spoken.join(u' '));
    QAccessibleEvent event(m_reading, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace film::app
