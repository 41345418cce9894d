#include "app/ui/dialogs/budget_dialog.h"

#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/widgets/labels.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr qint64 amountMax = 1'000'000'000; // a day of a billion is a slip of the keyboard
constexpr int budgetDialogWidth = 420;

} // namespace

BudgetDialog::BudgetDialog(const Budget &budget, Currency currency, QWidget *parent)
    : QDialog(parent)
    , m_currency(currency)
{
    setObjectName(u"budgetDialog"_s);
    setWindowTitle(tr("Budget"));
    setMinimumWidth(budgetDialogWidth);
    QLabel *intro = makeLabel(tr("The dashboard holds cost and overtime against these. They are "
                                 "kept on this computer and are not sent. Leave a field empty for "
                                 "no comparison."),
                              TextRole::Body, "secondary", this);
    intro->setWordWrap(true);
    // A dialog's first height is not the one that its width asks for.
    intro->setMinimumHeight(intro->heightForWidth(budgetDialogWidth - 2 * metrics::pageMargin));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::pageMargin, metrics::pageMargin, metrics::pageMargin,
                               metrics::pageMargin);
    layout->setSpacing(8);
    layout->addWidget(intro);
    const QLocale locale;
    m_perDay = addField(
        tr("&Labour for a shoot day, in %1").arg(currencyCode(currency)), u"budgetPerDay"_s,
        budget.perShootDay ? locale.toString(budget.perShootDay->minorUnits() / 100) : QString());
    m_overtime = addField(
        tr("&Overtime planned for a week, in hours"), u"budgetOvertime"_s,
        budget.overtimePerWeek ? locale.toString(budget.overtimePerWeek->count() / 60) : QString());
    m_problem = makeLabel({}, TextRole::Body, "badText", this);
    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(m_problem);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *keep = buttons->addButton(tr("Keep"), QDialogButtonBox::AcceptRole);
    keep->setObjectName(u"keepBudget"_s);
    setKind(keep, "primary");
    keep->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &BudgetDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QLineEdit *BudgetDialog::addField(const QString &caption, const QString &name, const QString &text)
{
    auto *field = new QLineEdit(text, this);
    field->setObjectName(name);
    auto *label = new QLabel(caption, this);
    label->setBuddy(field);
    QString plain = caption;
    field->setAccessibleName(plain.remove(u'&'));
    layout()->addWidget(label);
    layout()->addWidget(field);
    return field;
}

std::optional<std::optional<qint64>> BudgetDialog::read(QLineEdit *field) const
{
    const QString text = field->text().trimmed();
    if (text.isEmpty())
        return std::optional<qint64>();
    bool isNumber = false;
    const qint64 value = QLocale().toLongLong(text, &isNumber);
    if (!isNumber || value <= 0 || value > amountMax)
        return std::nullopt;
    return value;
}

void BudgetDialog::submit()
{
    for (QLineEdit *field : {m_perDay, m_overtime}) {
        if (read(field))
            continue;
        m_problem->setText(
            tr("I could not read “%1”. A whole number is wanted, such as %2. Nothing was changed.")
                .arg(field->text(), QLocale().toString(74500)));
        m_problem->show();
        return field->setFocus();
    }
    Budget budget;
    if (const auto perDay = *read(m_perDay))
        budget.perShootDay = Money(*perDay * 100, m_currency);
    constexpr qint64 hoursMax = 1'000'000;
    if (const auto hours = *read(m_overtime))
        budget.overtimePerWeek = Minutes(qint32(std::min(*hours, hoursMax) * 60));
    emit chosen(budget);
    accept();
}

} // namespace film::app
