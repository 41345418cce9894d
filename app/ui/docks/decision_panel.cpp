#include "app/ui/docks/decision_panel.h"

#include "app/models/date_text.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"
#include "app/ui/week_words.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/labels.h"

#include <QAccessible>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int dockMargin = 12;
constexpr int historyRows = 6;
constexpr int commentLengthMax = 400; // an envelope's reason holds 500, with the days in front
constexpr int actionHeight = 32;
constexpr int daysAcross = 4; // as many as the narrowest dock has room for

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

QWidget *part(QWidget *parent, QVBoxLayout *&layout)
{
    auto *widget = new QWidget(parent);
    layout = new QVBoxLayout(widget);
    layout->setContentsMargins(dockMargin, 10, dockMargin, 12);
    layout->setSpacing(8);
    return widget;
}

// A row of the history: when, and who did what.
struct Said {
    Instant at{};
    QString text;
    Instant order{};
};

} // namespace

DecisionPanel::DecisionPanel(ApprovalsController &controller, const TimecardModel &card,
                             const ApprovalWords &words, const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_controller(controller)
    , m_card(card)
    , m_words(words)
    , m_theme(theme)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    build();
    connect(&controller, &ApprovalsController::cardChanged, this, &DecisionPanel::refresh);
    connect(&controller, &ApprovalsController::queueChanged, this, &DecisionPanel::refresh);
    connect(&controller, &ApprovalsController::pinChanged, this, &DecisionPanel::showSignature);
    connect(&controller, &ApprovalsController::signedOff, this, &DecisionPanel::clearTyped);
    connect(&controller, &ApprovalsController::messageChanged, this, &DecisionPanel::showMessage);
    connect(&theme, &Theme::changed, this, &DecisionPanel::refresh); // icons in their colours
    refresh();
}

void DecisionPanel::build()
{
    auto *content = new QWidget(this);
    setWidget(content);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeChecks());
    layout->addWidget(makeLine(Qt::Horizontal, content));
    layout->addWidget(makeComment());
    layout->addWidget(makeLine(Qt::Horizontal, content));
    layout->addWidget(makeSignature());
    layout->addWidget(makeLine(Qt::Horizontal, content));
    layout->addWidget(makeHistory());
    layout->addStretch(1);
}

QWidget *DecisionPanel::makeChecks()
{
    QVBoxLayout *layout = nullptr;
    QWidget *widget = part(this, layout);
    layout->addWidget(makeLabel(tr("Checks"), TextRole::SecondaryEmphasis, "secondary", widget));
    m_checks = new QVBoxLayout;
    m_checks->setSpacing(7);
    layout->addLayout(m_checks);
    return widget;
}

QWidget *DecisionPanel::makeComment()
{
    QVBoxLayout *layout = nullptr;
    QWidget *widget = part(this, layout);
    QLabel *title = makeLabel(tr("&Comment"), TextRole::SecondaryEmphasis, "secondary", widget);
    m_askWhat = makeLabel({}, TextRole::Secondary, "warnText", widget);
    m_askWhat->setWordWrap(true);
    m_askWhat->hide();
    m_days = new QWidget(widget);
    auto *days = new QGridLayout(m_days);
    days->setContentsMargins(0, 0, 0, 0);
    days->setSpacing(4);
    m_days->hide();
    m_comment = new QPlainTextEdit(widget);
    m_comment->setObjectName(u"approvalComment"_s);
    m_comment->setAccessibleName(tr("Comment"));
    m_comment->setPlaceholderText(tr("Needed only when you send it back"));
    m_comment->setTabChangesFocus(true);
    m_comment->setFixedHeight(58);
    title->setBuddy(m_comment);
    layout->addWidget(title);
    layout->addWidget(m_askWhat);
    layout->addWidget(m_days);
    layout->addWidget(m_comment);
    return widget;
}

QWidget *DecisionPanel::makeSignature()
{
    QVBoxLayout *layout = nullptr;
    QWidget *widget = part(this, layout);
    m_signAs = makeLabel({}, TextRole::SecondaryEmphasis, "secondary", widget);
    m_pin = new QLineEdit(widget);
    m_pin->setObjectName(u"signingPin"_s);
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setAccessibleName(tr("Signing PIN"));
    m_pin->setMaxLength(SigningPin::lengthMax);
    m_pin->setFixedWidth(110);
    m_pinHint = makeLabel({}, TextRole::Secondary, "hint", widget);
    m_pinHint->setWordWrap(true);
    auto *pin = new QHBoxLayout;
    pin->setSpacing(8);
    pin->addWidget(m_pin);
    pin->addWidget(m_pinHint, 1);
    m_approve =
        new KeyHintButton(m_theme, KeyHintButton::Look::Primary, tr("&Approve and sign"), widget);
    m_approve->setObjectName(u"approveButton"_s);
    m_approve->setIconName(u"signature"_s);
    m_approve->setHint(tr("Ctrl+Enter"));
    m_approve->setFixedHeight(actionHeight);
    m_sendBack = new KeyHintButton(m_theme, KeyHintButton::Look::Plain, {}, widget);
    m_sendBack->setObjectName(u"sendBackButton"_s);
    m_sendBack->setIconName(u"undo-2"_s);
    m_sendBack->setHint(tr("Ctrl+B"));
    m_sendBack->setFixedHeight(actionHeight);
    m_withdraw = new QPushButton(tr("&Withdraw approval"), widget);
    m_withdraw->setObjectName(u"withdrawButton"_s);
    m_problem = makeLabel({}, TextRole::Secondary, "warnText", widget);
    m_problem->setObjectName(u"approvalProblem"_s);
    m_problem->setWordWrap(true);
    m_hint = makeLabel({}, TextRole::Secondary, "hint", widget);
    m_hint->setWordWrap(true);
    m_signAs->setBuddy(m_pin);
    layout->addWidget(m_signAs);
    layout->addLayout(pin);
    layout->addWidget(m_problem);
    layout->addWidget(m_approve);
    layout->addWidget(m_sendBack);
    layout->addWidget(m_withdraw);
    layout->addWidget(m_hint);
    connect(m_approve, &QPushButton::clicked, this, &DecisionPanel::approve);
    connect(m_sendBack, &QPushButton::clicked, this, &DecisionPanel::sendBack);
    connect(m_withdraw, &QPushButton::clicked, &m_controller, &ApprovalsController::withdraw);
    connect(m_pin, &QLineEdit::textEdited, this, [this] { say({}); });
    return widget;
}

QWidget *DecisionPanel::makeHistory()
{
    QVBoxLayout *layout = nullptr;
    QWidget *widget = part(this, layout);
    layout->addWidget(makeLabel(tr("History"), TextRole::SecondaryEmphasis, "secondary", widget));
    m_history = new QVBoxLayout;
    m_history->setSpacing(6);
    layout->addLayout(m_history);
    return widget;
}

void DecisionPanel::refresh()
{
    const auto &card = m_controller.card();
    const PersonId person = card ? card->week.person : PersonId();
    if (std::exchange(m_shown, person) != person)
        clearTyped();
    widget()->setVisible(card.has_value());
    if (!card)
        return;
    showChecks();
    showSignature();
    showHistory();
}

void DecisionPanel::showChecks()
{
    clear(m_checks);
    for (const ApprovalLook &look :
         m_words.checks(m_card, m_controller.pay(), m_controller.card()->foreign)) {
        auto *row = new QWidget(this);
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(8);
        auto *icon = new QLabel(row);
        icon->setPixmap(m_theme.iconPixmap(look.icon, look.token, 14, devicePixelRatioF()));
        const bool isWarning = look.token == Token::Warn;
        QLabel *text =
            makeLabel(look.text, isWarning ? TextRole::SecondaryEmphasis : TextRole::Secondary,
                      isWarning ? "warnText" : "body", row);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        layout->addWidget(icon, 0, Qt::AlignTop);
        layout->addWidget(text, 1);
        m_checks->addWidget(row);
    }
}

void DecisionPanel::showSignature()
{
    const auto &card = m_controller.card();
    if (!card)
        return;
    const CardDecision decision = m_controller.decision();
    const PinState &pin = m_controller.pin();
    const QString name = card->week.personName;
    m_signAs->setText(tr("Sign as %1").arg(m_controller.week().signer));
    const bool canApprove = decision.block == ApprovalBlock::None;
    const bool isDecided = decision.block == ApprovalBlock::Approved
        || decision.block == ApprovalBlock::ApprovedAbove
        || decision.block == ApprovalBlock::Locked;
    m_pin->setVisible(!isDecided && !pin.isOpen);
    m_pinHint->setVisible(!isDecided);
    m_pinHint->setText(pin.isOpen      ? tr("Your PIN was given less than 5 minutes ago.")
                           : pin.isSet ? tr("Signing PIN")
                                       : tr("Choose a signing PIN, 4 characters or more"));
    m_signAs->setVisible(!isDecided);
    m_approve->setVisible(!isDecided);
    m_approve->setEnabled(canApprove);
    m_pin->setEnabled(canApprove);
    if (decision.block == ApprovalBlock::ChangedSince)
        m_pin->clear(); // typed for another card
    m_sendBack->setText(tr("&Send back to %1…").arg(ApprovalWords::firstName(name)));
    m_sendBack->setVisible(decision.canSendBack);
    m_withdraw->setVisible(decision.canWithdraw);
    m_comment->setEnabled(decision.canSendBack);
    m_hint->setVisible(decision.canSendBack || decision.canWithdraw);
    m_hint->setText(m_controller.week().level == ApprovalLevel::Department
                        ? tr("You can withdraw an approval until production approves.")
                        : tr("You can withdraw an approval until payroll locks the week."));
    QString why = m_words.blockText(decision, name);
    if (decision.block == ApprovalBlock::ChangedSince)
        why.clear(); // the page says it above the card
    const auto &said = card->said;
    if (decision.block == ApprovalBlock::Approved && !said.empty() && said.back().isPending
        && said.back().kind == SignOff::Kind::Approved)
        why = m_words.pendingText(said.back());
    if (!canApprove)
        say(why);
    else if (!m_why.isEmpty() && m_problem->text() == m_why)
        say({}); // it can be now
    m_why = canApprove ? QString() : why;
}

void DecisionPanel::showHistory()
{
    clear(m_history);
    const ApprovalCard &card = *m_controller.card();
    std::vector<Said> said;
    Instant last{};
    for (const SignOff &one : card.said) {
        // They stand in the log's order; two devices' clocks must not turn it around.
        last = std::max(last, one.at);
        const Said next{one.at, m_words.signOffText(one), last};
        // One word about seven days is one line.
        const auto same = std::ranges::find_if(said, [&](const Said &known) {
            return known.text == next.text && next.at - known.at < std::chrono::minutes(1);
        });
        if (same == said.end())
            said.push_back(next);
    }
    for (const WeekDay &day : card.week.days) {
        for (const HistoryEntry &entry : day.history)
            said.push_back({entry.at,
                            tr("%1, %2: %3", "who, a day, what changed")
                                .arg(entry.who, shortDate(day.day.key.date),
                                     WeekWords::historyText(entry, m_words.notation())),
                            entry.at});
    }
    std::ranges::reverse(said); // of the same moment the later first
    std::ranges::stable_sort(said, std::greater<>(), &Said::order);
    for (size_t i = 0; i < std::min<size_t>(said.size(), historyRows); ++i) {
        auto *row = new QWidget(this);
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(8);
        QLabel *when = makeLabel(m_words.moment(said[i].at), TextRole::Secondary, "secondary", row);
        when->setFixedWidth(64);
        QLabel *what = makeLabel(said[i].text, TextRole::Secondary, "body", row);
        what->setTextFormat(Qt::PlainText);
        what->setWordWrap(true);
        layout->addWidget(when, 0, Qt::AlignTop);
        layout->addWidget(what, 1);
        m_history->addWidget(row);
    }
    if (said.empty())
        m_history->addWidget(
            makeLabel(tr("Nothing was entered or said yet."), TextRole::Secondary, "hint", this));
}

void DecisionPanel::showDays()
{
    clear(m_days->layout());
    m_dayButtons.clear();
    for (const CardRow &row : m_card.days()) {
        if (row.isFurther)
            continue;
        auto *button = new QToolButton(m_days);
        button->setText(QLocale().toString(row.day.day.key.date, u"ddd"_s));
        button->setAccessibleName(shortDate(row.day.day.key.date));
        button->setCheckable(true);
        button->setChecked(!row.findings.empty() || row.day.hasTwoVersions);
        setKind(button, "chip");
        const int at = int(m_dayButtons.size());
        static_cast<QGridLayout *>(m_days->layout())
            ->addWidget(button, at / daysAcross, at % daysAcross);
        m_dayButtons.append(button);
    }
    m_days->show();
}

void DecisionPanel::approve()
{
    if (!m_approve->isEnabled() || m_approve->isHidden())
        return;
    if (m_pin->isVisibleTo(this) && m_pin->text().isEmpty())
        m_pin->setFocus();
    m_controller.approve(m_pin->text());
}

// The first time asks what for; with a comment it is sent.
void DecisionPanel::sendBack()
{
    if (!m_controller.decision().canSendBack)
        return;
    const QString name = ApprovalWords::firstName(m_controller.card()->week.personName);
    if (m_comment->toPlainText().trimmed().isEmpty()) {
        m_askWhat->setText(tr("What should %1 check? All times are kept, and the week can be "
                              "submitted again.")
                               .arg(name));
        m_askWhat->show();
        showDays();
        m_comment->setFocus();
        return;
    }
    QStringList days;
    for (const QToolButton *button : m_dayButtons) {
        if (button->isChecked())
            days.append(button->text());
    }
    const QString text = m_comment->toPlainText().trimmed().left(commentLengthMax);
    m_controller.sendBack(
        days.isEmpty() ? text : tr("%1: %2", "days, a comment").arg(days.join(u", "_s), text));
}

void DecisionPanel::clearTyped()
{
    m_pin->clear();
    m_comment->clear();
    m_askWhat->hide();
    m_days->hide();
    m_dayButtons.clear();
    say({});
}

void DecisionPanel::say(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

QString DecisionPanel::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void DecisionPanel::showMessage(const ApprovalMessage &message)
{
    using Kind = ApprovalMessage::Kind;
    switch (message.kind) {
    case Kind::PinNeeded:
    case Kind::PinWrong:
    case Kind::PinWaiting:
    case Kind::PinTooShort:
    case Kind::PinRepeat:
    case Kind::PinDiffers:
    case Kind::NoPinStore:
    case Kind::ChangedSince:
    case Kind::Failed: break;
    default: return; // for the status bar alone
    }
    m_pin->clear();
    say(m_words.messageText(message));
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(m_problem, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace film::app
