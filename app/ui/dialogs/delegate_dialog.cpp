#include "app/ui/dialogs/delegate_dialog.h"

#include "app/models/date_text.h"
#include "app/ui/error_text.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/widgets/labels.h"
#include "shared/domain/deputy.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int delegateDialogWidth = 460;
constexpr int usualDays = 7;

} // namespace

DelegateDialog::DelegateDialog(DelegationController &controller, QDate today, QWidget *parent)
    : QDialog(parent)
    , m_controller(controller)
    , m_today(today)
    , m_who(new QComboBox(this))
    , m_until(new QDateEdit(today.addDays(usualDays), this))
    , m_give(new QPushButton(tr("&Let them approve"), this))
    , m_standingTitle(
          makeLabel(tr("Who approves in somebody’s place"), TextRole::Emphasis, "section", this))
    , m_standing(new QVBoxLayout)
    , m_said(makeLabel({}, TextRole::Body, "secondary", this))
{
    setObjectName(u"delegateDialog"_s);
    setWindowTitle(tr("Delegate approvals"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(delegateDialogWidth);
    QLabel *what = makeLabel(tr("They see, correct and approve the days of the department as its "
                                "head does, but not their own. It ends by itself, and you can take "
                                "it back before. Everybody on the production can see it."),
                             TextRole::Body, "secondary", this);
    what->setWordWrap(true);
    m_who->setObjectName(u"delegateWho"_s);
    m_who->setAccessibleName(tr("Who approves in your place"));
    m_until->setObjectName(u"delegateUntil"_s);
    m_until->setAccessibleName(tr("Up to and with"));
    m_until->setCalendarPopup(true);
    m_until->setMinimumDate(today);
    m_until->setMaximumDate(today.addDays(Deputy::daysMax - 1));
    m_give->setObjectName(u"delegateGive"_s);
    setKind(m_give, "primary");
    m_said->setObjectName(u"delegateSaid"_s);
    m_said->setWordWrap(true);
    auto *who = makeLabel(tr("&Who"), TextRole::Body, "body", this);
    who->setBuddy(m_who);
    auto *until = makeLabel(tr("&Up to and with"), TextRole::Body, "body", this);
    until->setBuddy(m_until);
    auto *row = new QHBoxLayout;
    row->addWidget(who);
    row->addWidget(m_who, 1);
    row->addWidget(until);
    row->addWidget(m_until);
    row->addWidget(m_give);
    m_standing->setSpacing(6);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::pageMargin, metrics::pageMargin, metrics::pageMargin,
                               metrics::pageMargin);
    layout->setSpacing(12);
    layout->addWidget(what);
    layout->addLayout(row);
    layout->addWidget(m_said);
    layout->addWidget(m_standingTitle);
    layout->addLayout(m_standing);
    layout->addStretch(1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_give, &QPushButton::clicked, this, &DelegateDialog::give);
    connect(&controller, &DelegationController::changed, this, &DelegateDialog::showDelegations);
    connect(&controller, &DelegationController::given, this,
            [this](const QString &name, QDate day) {
                say(tr("%1 approves in your place up to and with %2, from their next start of Film "
                       "Tracker "
                       "on.")
                        .arg(name, shortDate(day)),
                    "okText");
            });
    connect(&controller, &DelegationController::revoked, this, [this](const QString &name) {
        say(tr("%1 does not approve in your place any more. What they signed stays signed.")
                .arg(name),
            "okText");
    });
    connect(&controller, &DelegationController::failed, this,
            [this](ErrorCode code) { say(ErrorText::forUser(code), "warnText"); });
    showDelegations();
    controller.reload();
}

void DelegateDialog::give()
{
    if (m_who->currentIndex() >= 0)
        m_controller.give(m_who->currentData().value<UserId>(), m_until->date());
}

void DelegateDialog::showDelegations()
{
    const Delegations &known = m_controller.delegations();
    const QVariant before = m_who->currentData();
    m_who->clear();
    for (const DelegationMember &member : known.members) {
        m_who->addItem(member.position.isEmpty()
                           ? member.name
                           : tr("%1, %2", "a name, a position").arg(member.name, member.position),
                       QVariant::fromValue(member.user));
        if (before.isValid() && before.value<UserId>() == member.user)
            m_who->setCurrentIndex(m_who->count() - 1);
    }
    m_give->setEnabled(m_who->count() > 0);
    if (m_who->count() == 0)
        m_who->setPlaceholderText(tr("Nobody else of the department has joined yet"));
    else if (m_who->currentIndex() < 0)
        m_who->setCurrentIndex(0);
    while (QLayoutItem *item = m_standing->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (const Delegation &delegation : known.standing)
        addStanding(delegation);
    m_standingTitle->setVisible(!known.standing.empty());
}

void DelegateDialog::addStanding(const Delegation &delegation)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    const QString day = shortDate(delegation.until);
    QLabel *text =
        makeLabel(delegation.isOver ? tr("%1 for %2, ended on %3", "two names, a day")
                                          .arg(delegation.name, delegation.by, day)
                                    : tr("%1 for %2, up to and with %3", "two names, a day")
                                          .arg(delegation.name, delegation.by, day),
                  TextRole::Body, delegation.isOver ? "secondary" : "body", row);
    text->setWordWrap(true);
    layout->addWidget(text, 1);
    if (delegation.canRevoke) {
        auto *revoke = new QPushButton(tr("Take back"), row);
        revoke->setObjectName(u"delegateRevoke"_s);
        revoke->setAccessibleName(tr("Take back from %1").arg(delegation.name));
        revoke->setAutoDefault(false);
        connect(revoke, &QPushButton::clicked, this,
                [this, user = delegation.user] { m_controller.revoke(user); });
        layout->addWidget(revoke);
    }
    m_standing->addWidget(row);
}

void DelegateDialog::say(const QString &text, const char *kind)
{
    m_said->setText(text);
    setKind(m_said, kind);
}

QString DelegateDialog::said() const
{
    return m_said->text();
}

} // namespace film::app
