#include "app/ui/pages/approvals_page.h"

#include "app/models/date_text.h"
#include "app/ui/delegates/queue_delegate.h"
#include "app/ui/delegates/timecard_delegate.h"
#include "app/ui/dialogs/bulk_approve_dialog.h"
#include "app/ui/docks/decision_panel.h"
#include "app/ui/error_text.h"
#include "app/ui/main_window.h"
#include "app/ui/pay_words.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/approval_steps.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/labels.h"
#include "app/ui/widgets/notice_panel.h"

#include <QAction>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int queueWidth = 264;
constexpr int cardRowHeight = 28;
constexpr std::array<int, 13> cardWidths{62, 42, 56, 42, 56, 42, 46, 50, 48, 42, 42, 42, 90};
constexpr int ruleWidth = 76;
constexpr int quantityWidth = 84;
constexpr int rateWidth = 88;
constexpr int amountWidth = 108;

QFrame *panelFrame(QWidget *parent, QVBoxLayout *&layout)
{
    auto *frame = new QFrame(parent);
    setKind(frame, "panel");
    layout = new QVBoxLayout(frame);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    return frame;
}

QToolButton *stepButton(const Theme &theme, const QString &icon, const QString &name,
                        QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(theme.icon(icon));
    button->setAccessibleName(name);
    button->setToolTip(name);
    setKind(button, "outlined");
    return button;
}

ApprovalSteps::State stepState(bool isDone, bool isCurrent)
{
    if (isDone)
        return ApprovalSteps::State::Done;
    return isCurrent ? ApprovalSteps::State::Current : ApprovalSteps::State::Ahead;
}

} // namespace

ApprovalsPage::ApprovalsPage(const Parts &parts, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_controller(parts.controller)
    , m_queue(parts.queue)
    , m_card(parts.card)
    , m_lines(parts.lines)
    , m_words(parts.words)
    , m_theme(theme)
    , m_decision(new DecisionPanel(parts.controller, parts.card, parts.words, theme, this))
{
    m_decision->hide();
    auto *splitter = new QSplitter(this);
    splitter->setObjectName(u"approvals"_s);
    splitter->setHandleWidth(1);
    splitter->addWidget(makeQueue());
    splitter->addWidget(makeCard());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({queueWidth, 700});
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    setFocusProxy(m_queueView);
    wire();
    showQueue();
    showCard();
}

QWidget *ApprovalsPage::makeQueue()
{
    auto *part = new QWidget(this);
    part->setMinimumWidth(220);
    auto *header = new QHBoxLayout;
    header->addWidget(makeLabel(tr("Approvals"), TextRole::Title, "title", part));
    m_scope = makeLabel({}, TextRole::Secondary, "secondary", part);
    m_scope->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_scope->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // the title goes first
    header->addWidget(m_scope, 1);
    m_filter = new QLineEdit(part);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the queue"));
    m_filter->setToolTip(tr("Ctrl+F"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(m_theme.icon(u"filter"_s), QLineEdit::LeadingPosition);
    m_inPlace = makeLabel({}, TextRole::Secondary, "warnText", part);
    m_inPlace->setObjectName(u"inPlaceOf"_s);
    m_inPlace->setWordWrap(true);
    m_inPlace->hide();
    auto *top = new QVBoxLayout;
    top->setContentsMargins(12, 10, 12, 8);
    top->setSpacing(6);
    top->addLayout(header);
    top->addWidget(m_filter);
    top->addWidget(m_inPlace);

    m_queueView = new QTreeView(part);
    m_queueView->setModel(&m_queue);
    m_queueView->setItemDelegate(new QueueDelegate(m_theme, m_words, m_queueView));
    m_queueView->setHeaderHidden(true);
    m_queueView->setRootIsDecorated(false);
    m_queueView->setIndentation(0);
    m_queueView->setUniformRowHeights(false); // headings are lower than people
    m_queueView->setObjectName(u"approvalQueue"_s);
    m_queueView->setAccessibleName(tr("Timecards waiting for a decision"));
    m_queueView->setFrameShape(QFrame::NoFrame);
    m_queueView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    m_bulk = new KeyHintButton(m_theme, KeyHintButton::Look::Plain, {}, part);
    m_bulk->setObjectName(u"bulkApproveButton"_s);
    m_bulk->setIconName(u"circle-check"_s);
    m_bulk->setToolTip(tr("Ctrl+Shift+A"));
    auto *bottom = new QVBoxLayout;
    bottom->setContentsMargins(12, 10, 12, 10);
    bottom->addWidget(m_bulk);
    m_delegate = new QPushButton(tr("De&legate…"), part);
    m_delegate->setObjectName(u"delegateButton"_s);
    m_delegate->setToolTip(tr("Let somebody approve in your place for a time"));
    bottom->addWidget(m_delegate);

    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(makeLine(Qt::Horizontal, part));
    layout->addWidget(m_queueView, 1);
    layout->addWidget(makeLine(Qt::Horizontal, part));
    layout->addLayout(bottom);
    return part;
}

QWidget *ApprovalsPage::makeHeader()
{
    auto *header = new QWidget(this);
    m_initials = makeLabel({}, TextRole::SecondaryEmphasis, "initials", header);
    m_initials->setFixedSize(32, 32);
    m_initials->setAlignment(Qt::AlignCenter);
    m_name = makeLabel({}, TextRole::Section, "title", header);
    m_terms = makeLabel({}, TextRole::Secondary, "secondary", header);
    m_position = makeLabel({}, TextRole::Secondary, "secondary", header);
    m_previous = stepButton(m_theme, u"chevron-up"_s, tr("Timecard before"), header);
    m_next = stepButton(m_theme, u"chevron-down"_s, tr("Next timecard"), header);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_name);
    names->addWidget(m_terms);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_initials);
    layout->addLayout(names, 1);
    layout->addWidget(m_previous);
    layout->addWidget(m_position);
    layout->addWidget(m_next);
    return header;
}

QWidget *ApprovalsPage::makeRuleBox()
{
    QVBoxLayout *layout = nullptr;
    QFrame *box = panelFrame(this, layout);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 10, 12, 10);
    row->setSpacing(10);
    auto *icon = new QLabel(box);
    const auto paint = [this, icon] {
        icon->setPixmap(m_theme.iconPixmap(u"info"_s, Token::Text2, 16, devicePixelRatioF()));
    };
    paint();
    connect(&m_theme, &Theme::changed, icon, paint);
    m_rule = makeLabel({}, TextRole::Secondary, "body", box);
    m_rule->setObjectName(u"ruleBox"_s);
    m_rule->setWordWrap(true);
    m_rule->setTextFormat(Qt::PlainText);
    m_rule->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addWidget(m_rule, 1);
    layout->addLayout(row);
    return box;
}

QWidget *ApprovalsPage::makeCard()
{
    auto *content = new QWidget;
    m_notice = new NoticePanel(m_theme, content);
    m_steps = new ApprovalSteps(m_theme, content);
    m_cardPart = new QWidget(content);

    QVBoxLayout *cardLayout = nullptr;
    QFrame *cardFrame = panelFrame(m_cardPart, cardLayout);
    m_cardView = new QTableView(cardFrame);
    m_cardView->setModel(&m_card);
    m_cardView->setItemDelegate(new TimecardDelegate(m_theme, m_cardView));
    m_cardView->setAccessibleName(tr("Days of the timecard"));
    m_cardView->setShowGrid(false);
    m_cardView->verticalHeader()->hide();
    m_cardView->verticalHeader()->setDefaultSectionSize(cardRowHeight);
    m_cardView->verticalHeader()->setMinimumSectionSize(cardRowHeight);
    m_cardView->horizontalHeader()->setFixedHeight(cardRowHeight);
    m_cardView->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_cardView->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_cardView->horizontalHeader()->setMinimumSectionSize(40);
    m_cardView->horizontalHeader()->setHighlightSections(false);
    m_cardView->setSelectionMode(QAbstractItemView::SingleSelection);
    m_cardView->setTabKeyNavigation(false);
    m_cardView->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_cardView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    cardLayout->addWidget(m_cardView);

    m_payPart = new QWidget(m_cardPart);
    QVBoxLayout *linesLayout = nullptr;
    QFrame *linesFrame = panelFrame(m_payPart, linesLayout);
    m_linesView = new QTreeView(linesFrame);
    m_linesView->setModel(&m_lines);
    m_linesView->setItemDelegate(new PayLineDelegate(m_theme, m_linesView));
    m_linesView->setAccessibleName(tr("Pay lines"));
    m_linesView->setIndentation(16);
    m_linesView->setFrameShape(QFrame::NoFrame);
    m_linesView->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_linesView->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_linesView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_linesView->header()->setFixedHeight(cardRowHeight);
    m_linesView->header()->setStretchLastSection(false);
    m_linesView->header()->setSectionResizeMode(QHeaderView::Fixed);
    m_linesView->header()->setSectionResizeMode(PayLinesModel::Line, QHeaderView::Stretch);
    m_linesView->header()->resizeSection(PayLinesModel::Rule, ruleWidth);
    m_linesView->header()->resizeSection(PayLinesModel::Quantity, quantityWidth);
    m_linesView->header()->resizeSection(PayLinesModel::Rate, rateWidth);
    m_linesView->header()->resizeSection(PayLinesModel::Amount, amountWidth);
    m_linesView->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    linesLayout->addWidget(m_linesView);
    auto *total = new QFrame(linesFrame);
    setKind(total, "dockTitle");
    auto *totalLayout = new QHBoxLayout(total);
    totalLayout->setContentsMargins(12, 7, 12, 7);
    totalLayout->addWidget(
        makeLabel(tr("Gross for the week, estimated"), TextRole::Emphasis, "emphasis", total), 1);
    m_gross = makeLabel({}, TextRole::Emphasis, "emphasis", total);
    totalLayout->addWidget(m_gross);
    linesLayout->addWidget(total);

    auto *payHeader = new QHBoxLayout;
    payHeader->addWidget(makeLabel(tr("Pay lines"), TextRole::Section, "title", m_payPart), 1);
    payHeader->addWidget(makeLabel(tr("Select a line to see the times it comes from"),
                                   TextRole::Secondary, "hint", m_payPart));
    m_approvedPay = makeLabel({}, TextRole::Secondary, "hint", m_payPart);
    m_approvedPay->setObjectName(u"approvedPay"_s);
    m_approvedPay->setWordWrap(true);
    m_approvedPay->hide();
    m_ruleBox = makeRuleBox();
    auto *payLayout = new QVBoxLayout(m_payPart);
    payLayout->setContentsMargins(0, 0, 0, 0);
    payLayout->setSpacing(10);
    payLayout->addLayout(payHeader);
    payLayout->addWidget(linesFrame);
    payLayout->addWidget(m_approvedPay);
    payLayout->addWidget(m_ruleBox);
    m_noPay = makeLabel({}, TextRole::Secondary, "hint", m_cardPart);
    m_noPay->setWordWrap(true);

    auto *inner = new QVBoxLayout(m_cardPart);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(14);
    inner->addWidget(makeHeader());
    inner->addWidget(m_steps);
    inner->addWidget(cardFrame);
    inner->addWidget(m_payPart);
    inner->addWidget(m_noPay);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, metrics::pageMargin);
    layout->setSpacing(12);
    layout->addWidget(m_notice);
    layout->addWidget(m_cardPart);
    layout->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    return scroll;
}

void ApprovalsPage::addCommand(const QString &text, const QKeySequence &keys,
                               std::function<void()> run)
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, std::move(run));
    m_commands.append(action);
}

void ApprovalsPage::wire()
{
    connect(&m_controller, &ApprovalsController::queueChanged, this, &ApprovalsPage::showQueue);
    connect(&m_controller, &ApprovalsController::cardChanged, this, &ApprovalsPage::showCard);
    connect(&m_controller, &ApprovalsController::messageChanged, this,
            [this](const ApprovalMessage &message) {
                const auto asked = std::exchange(m_bulkAsked, std::nullopt);
                emit messageShown(m_words.messageText(message));
                if (asked && message.kind == ApprovalMessage::Kind::PinRepeat)
                    showBulk(*asked, m_words.messageText(message));
            });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_queue.setFilter(text);
        m_queueView->expandAll();
    });
    connect(m_queueView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (const QueueRow *row = m_queue.rowAt(index))
                    m_controller.select(row->person);
            });
    connect(m_queueView, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (!m_queue.rowAt(index)) // a heading opens and closes
            m_queueView->setExpanded(index, !m_queueView->isExpanded(index));
    });
    connect(m_previous, &QToolButton::clicked, this, [this] { m_controller.step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { m_controller.step(1); });
    connect(m_bulk, &QPushButton::clicked, this, &ApprovalsPage::askBulk);
    connect(m_linesView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ApprovalsPage::showLine);
    connect(m_linesView, &QTreeView::expanded, this, &ApprovalsPage::fitTables);
    connect(m_linesView, &QTreeView::collapsed, this, &ApprovalsPage::fitTables);
    connect(m_cardView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                const bool isDay = index.isValid() && index.row() < int(m_card.days().size());
                m_lines.setCell(
                    isDay ? std::optional(CardCell{
                        m_card.days()[size_t(index.row())].day.day.key.date, index.column()})
                          : std::nullopt);
            });
    connect(m_cardView, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (index.data(TimecardModel::SplitRole).toBool())
            emit versionsRequested(m_card.days()[size_t(index.row())].day.day.key);
    });
    connect(m_notice, &NoticePanel::actionRequested, &m_controller, [this] {
        m_controller.loadFailure() ? m_controller.reload() : m_controller.lookedAt();
    });
    addCommand(tr("&Approve and sign"), QKeySequence(u"Ctrl+Return"_s),
               [this] { m_decision->approve(); });
    addCommand(tr("&Send back…"), QKeySequence(u"Ctrl+B"_s), [this] { m_decision->sendBack(); });
    addCommand(tr("Approve those without &flags…"), QKeySequence(u"Ctrl+Shift+A"_s),
               [this] { askBulk(); });
    addCommand(tr("&Withdraw approval"), {}, [this] { m_controller.withdraw(); });
    addCommand(tr("De&legate…"), {}, [this] { askDelegate(); });
    connect(m_delegate, &QPushButton::clicked, this, &ApprovalsPage::askDelegate);
    addCommand(tr("&Filter the queue"), QKeySequence(QKeySequence::Find),
               [this] { focusFilter(); });
}

void ApprovalsPage::setNotation(Notation notation)
{
    m_words.setNotation(notation);
    m_card.setNotation(notation);
    m_lines.setNotation(notation);
    m_queueView->viewport()->update();
    m_decision->refresh();
}

void ApprovalsPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void ApprovalsPage::askBulk()
{
    const BulkOffer offer = m_controller.bulkOffer();
    if (offer.people.empty())
        return emit messageShown(m_words.messageText({ApprovalMessage::Kind::NothingReady}));
    showBulk(offer, m_words.bulkText(offer));
}

void ApprovalsPage::showBulk(const BulkOffer &offer, const QString &question)
{
    auto *dialog = new BulkApproveDialog(question, offer.names, !m_controller.pin().isOpen, this);
    // What was listed is what is signed, whatever comes in while somebody reads.
    connect(dialog, &BulkApproveDialog::approveRequested, &m_controller,
            [this, offer](const QString &pin) {
                m_bulkAsked = offer;
                m_controller.approveAllReady(offer, pin);
            });
    dialog->open();
}

void ApprovalsPage::askDelegate()
{
    if (m_controller.week().canDelegate)
        emit delegationRequested(m_controller.week().crew.today);
}

void ApprovalsPage::showQueue()
{
    m_queueView->expandAll();
    const ApprovalWeek &week = m_controller.week();
    m_delegate->setVisible(week.canDelegate);
    m_inPlace->setVisible(!week.inPlaceOf.isEmpty());
    m_inPlace->setText(tr("You approve in the place of %1 up to and with %2.")
                           .arg(week.inPlaceOf, shortDate(week.inPlaceUntil)));
    m_scope->setText(!m_controller.isLoaded()        ? QString()
                         : week.department.isEmpty() ? tr("Production")
                                                     : week.department);
    m_scope->setToolTip(m_scope->text());
    const int ready = int(m_controller.bulkOffer().people.size());
    m_bulk->setText(ready > 0 ? tr("Approve the %n without flags…", nullptr, ready)
                              : tr("None without flags"));
    m_bulk->setEnabled(ready > 0);
    const int all = int(m_queue.rows().size());
    emit progressShown(
        all == 0 ? QString()
                 : tr("%1 of %n approved", nullptr, all).arg(m_controller.approvedCount()));
    emit waitingChanged(m_controller.waitingCount());
    showNotice();
}

void ApprovalsPage::showCard()
{
    const bool isThere = m_controller.card().has_value();
    m_cardPart->setVisible(isThere);
    showNotice();
    if (!isThere)
        return;
    m_queueView->setCurrentIndex(m_queue.indexOf(m_controller.card()->week.person));
    showHeader();
    showSteps();
    const rules::PersonWeekPay &pay = m_controller.pay();
    m_payPart->setVisible(!pay.noFigure);
    m_noPay->setVisible(pay.noFigure.has_value());
    m_noPay->setText(!pay.noFigure ? QString()
                         : *pay.noFigure == rules::NoFigure::NoDeal
                         ? tr("Rates and amounts are shown to those who may see them. Approving "
                              "is about the times.")
                         : PayWords::noFigureText(pay));
    if (!pay.noFigure) {
        m_gross->setText(PayWords::moneyText(pay.pay.gross()));
        m_linesView->setCurrentIndex(firstToLookAt());
    }
    showApprovedPay();
    emit rulesChanged(pay.pack ? QString(pay.pack->id.toUpper() + u" v"_s + pay.pack->version)
                               : QString());
    showLine();
    fitTables();
}

// What was signed stays as it was priced, whatever the rules say today.
void ApprovalsPage::showApprovedPay()
{
    const std::optional<ApprovedWeek> &approved = m_controller.card()->week.approvedPay;
    m_approvedPay->setVisible(approved.has_value());
    if (!approved)
        return;
    const ApprovedPay compared = compareWithApproved(*approved, m_controller.pay());
    m_approvedPay->setText(PayWords::approvedText(compared));
    m_approvedPay->setToolTip(PayWords::approvedLinesText(compared));
}

// What was due on top, if anything: that is what a look is for.
QModelIndex ApprovalsPage::firstToLookAt() const
{
    using rules::LineCode;
    for (int i = 0; i < m_lines.rowCount(); ++i) {
        const QModelIndex index = m_lines.index(i, 0);
        const LineCode code = m_lines.lineAt(index)->line.code;
        if (code == LineCode::MealPenalty || code == LineCode::MealDelay
            || code == LineCode::Turnaround || code == LineCode::MissedBreak)
            return index;
    }
    return m_lines.index(0, 0);
}

void ApprovalsPage::showHeader()
{
    const WeekSnapshot &week = m_controller.card()->week;
    m_initials->setText(ApprovalWords::initials(week.personName));
    m_name->setText(week.personName);
    QStringList terms{week.position};
    const rules::PersonWeekPay &pay = m_controller.pay();
    if (week.deal && week.deal->hourlyRate && !pay.noFigure)
        terms.append(tr("%1 an hour").arg(PayWords::moneyText(*week.deal->hourlyRate)));
    if (pay.pack)
        terms.append(tr("rules %1 v%2").arg(pay.pack->id.toUpper(), pay.pack->version));
    terms.removeAll(QString());
    m_terms->setText(terms.join(u", "_s));
    const int position = m_controller.positionInQueue();
    m_position->setText(position > 0 ? tr("%1 of %2").arg(position).arg(m_controller.waitingCount())
                                     : QString());
}

void ApprovalsPage::showSteps()
{
    const ApprovalCard &card = *m_controller.card();
    const QueueRow *row = m_queue.rowOf(card.week.person);
    const bool isSubmitted = row && row->group != QueueGroup::NotSubmitted;
    std::optional<SignOff> submitted;
    std::optional<SignOff> department;
    std::optional<SignOff> production;
    for (const SignOff &said : card.said) {
        if (said.kind == SignOff::Kind::Submitted)
            submitted = said;
        if (said.kind == SignOff::Kind::Approved)
            (said.level == ApprovalLevel::Department ? department : production) = said;
    }
    ApprovalLevel level = ApprovalLevel::Coordinator;
    bool hasDays = false;
    for (const WeekDay &day : card.week.days) {
        const DayStanding *standing = card.standingOf(day.day.key);
        if (day.day.isBlank() || !standing)
            continue;
        hasDays = true;
        level = std::min(level, standing->level);
    }
    if (!hasDays)
        level = ApprovalLevel::None;
    const bool isProduction = level == ApprovalLevel::Coordinator;
    const bool isDepartment =
        level == ApprovalLevel::Department || (isProduction && department.has_value());
    const bool isLocked = row && row->isLocked;
    const ApprovalLevel own = m_controller.week().level;
    const QString you = tr("you");
    const auto when = [this](bool isDone, const std::optional<SignOff> &said) {
        return isDone && said ? m_words.moment(said->at) : QString();
    };
    QString ofDepartment = when(isDepartment, department);
    if (ofDepartment.isEmpty() && own == ApprovalLevel::Department)
        ofDepartment = you;
    QString ofProduction = when(isProduction, production);
    if (ofProduction.isEmpty() && own == ApprovalLevel::Coordinator)
        ofProduction = you;
    m_steps->setSteps(
        {{ApprovalWords::firstName(card.week.personName), when(isSubmitted, submitted),
          stepState(isSubmitted, true)},
         {tr("Department"), ofDepartment,
          stepState(isDepartment, isSubmitted && own == ApprovalLevel::Department)},
         {tr("Production"), ofProduction,
          stepState(isProduction,
                    isSubmitted && own == ApprovalLevel::Coordinator && !isProduction)},
         {tr("Payroll"), {}, stepState(isLocked, false)}});
}

void ApprovalsPage::showNotice()
{
    const int all = int(m_queue.rows().size());
    const CardDecision decision = m_controller.decision();
    m_notice->setAction({});
    if (const auto &failure = m_controller.loadFailure()) {
        m_notice->say(NoticePanel::Tone::Problem, u"triangle-alert"_s,
                      m_controller.isLoaded()
                          ? tr("The timecards could not be read. The last good ones are shown.")
                          : tr("The timecards could not be read."),
                      {ErrorText::forUser(*failure)});
        m_notice->setAction(tr("Try again"));
    } else if (!m_controller.isLoaded()) {
        m_notice->say(NoticePanel::Tone::Plain, u"clock"_s, tr("Opening the timecards…"));
    } else if (decision.block == ApprovalBlock::ChangedSince) {
        m_notice->say(NoticePanel::Tone::Warning, u"pencil"_s,
                      m_words.blockText(decision, m_controller.card()->week.personName));
        m_notice->setAction(tr("I have looked at it"));
    } else if (decision.block == ApprovalBlock::TwoVersions
               || decision.block == ApprovalBlock::NotWhole) {
        m_notice->say(NoticePanel::Tone::Warning, u"split"_s,
                      m_words.blockText(decision, m_controller.card()->week.personName));
    } else if (decision.block == ApprovalBlock::Locked) {
        m_notice->say(NoticePanel::Tone::Plain, u"lock"_s,
                      m_words.blockText(decision, m_controller.card()->week.personName));
    } else if (all == 0) {
        m_notice->say(NoticePanel::Tone::Plain, u"badge-check"_s,
                      tr("Nobody you approve has days in this week."));
    } else if (m_controller.waitingCount() == 0) {
        m_notice->say(NoticePanel::Tone::Confirmed, u"badge-check"_s,
                      tr("Nothing is waiting for you. %1 of %n approved.", nullptr, all)
                          .arg(m_controller.approvedCount()));
    } else {
        m_notice->hide();
        return;
    }
    m_notice->show();
}

// The times that the chosen line comes from, and the rule that asks for it.
void ApprovalsPage::showLine()
{
    const QModelIndex current = m_linesView->currentIndex();
    const PayLineRow *line = m_lines.lineAt(current);
    m_card.setSources(m_lines.sourcesOf(current));
    m_ruleBox->setVisible(line && (!line->clause.isEmpty() || !line->note.isEmpty()));
    if (!line)
        return;
    QStringList text{line->clause, m_words.lineTitle(*line)};
    text.removeAll(QString());
    const QString title = text.join(u' ');
    m_rule->setText(line->note.isEmpty() ? tr("%1. %2").arg(title, PayWords::disclaimer())
                                         : tr("%1. %2").arg(title, line->note));
}

// Both are as high as what they show: the page scrolls, not the tables in it.
void ApprovalsPage::fitTables()
{
    m_cardView->setFixedHeight(cardRowHeight * (m_card.rowCount() + 1));
    QHeaderView *header = m_cardView->horizontalHeader();
    for (int i = 0; i < int(cardWidths.size()); ++i) {
        const bool isStretched = i == TimecardModel::Flags;
        header->setSectionResizeMode(i, isStretched ? QHeaderView::Stretch : QHeaderView::Fixed);
        if (!isStretched)
            header->resizeSection(i, cardWidths[size_t(i)]);
    }
    int height = cardRowHeight;
    for (int i = 0; i < m_lines.rowCount(); ++i) {
        const QModelIndex line = m_lines.index(i, 0);
        height += 42;
        if (m_linesView->isExpanded(line))
            height += 28 * m_lines.rowCount(line);
    }
    m_linesView->setFixedHeight(height);
}

QString ApprovalsPage::noticeText() const
{
    return m_notice->isHidden() ? QString() : m_notice->text();
}

QString ApprovalsPage::ruleText() const
{
    return m_rule->text();
}

void addApprovals(MainWindow &window, ApprovalsPage *page, ApprovalsController &controller)
{
    const QString id = QString::fromLatin1(approvalsPageId);
    window.addPage(id, u"clipboard-check"_s, ApprovalsPage::tr("Approvals"), page);
    QDockWidget *dock = window.addPageDock(id, ApprovalsPage::tr("Your decision"),
                                           page->decisionPanel(), Qt::RightDockWidgetArea);
    dock->setObjectName(u"decisionDock"_s);
    window.addPageCommands(MainWindow::MenuId::Week, id, page->commands());
    QObject::connect(page, &ApprovalsPage::messageShown, &window, &MainWindow::showMessage);
    QObject::connect(&window, &MainWindow::notationChosen, page, &ApprovalsPage::setNotation);
    QObject::connect(page, &ApprovalsPage::progressShown, &window,
                     [&window, id](const QString &text) { window.setSelectionText(id, text); });
    QObject::connect(page, &ApprovalsPage::rulesChanged, &window,
                     [&window, id](const QString &pack) { window.setRules(id, pack); });
    QObject::connect(page, &ApprovalsPage::waitingChanged, &window, [&window, id](int count) {
        window.setBadge(id, count > 0 ? QString::number(count) : QString());
    });
    QObject::connect(&window, &MainWindow::pageChanged, page,
                     [&controller, id](const QString &shown) {
                         if (shown == id)
                             controller.reload();
                     });
    const auto answer = [&window, id](Command command, std::function<void()> handler) {
        window.setHandler(command, id, std::move(handler));
    };
    answer(Command::NextException, [&controller] { controller.nextFlagged(1); });
    answer(Command::PreviousException, [&controller] { controller.nextFlagged(-1); });
}

} // namespace film::app
