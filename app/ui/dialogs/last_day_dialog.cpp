#include "app/ui/dialogs/last_day_dialog.h"

#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/widgets/labels.h"

#include <QDateEdit>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int lastDayDialogWidth = 420;

} // namespace

LastDayDialog::LastDayDialog(const QString &name, QDate suggested, QWidget *parent)
    : QDialog(parent)
    , m_date(new QDateEdit(suggested, this))
{
    setObjectName(u"lastDayDialog"_s);
    setWindowTitle(tr("Leaves the production"));
    setMinimumWidth(lastDayDialogWidth);
    auto *label = new QLabel(tr("&Last day of %1").arg(name), this);
    label->setBuddy(m_date);
    m_date->setAccessibleName(tr("Last day"));
    m_date->findChild<QLineEdit *>()->setAccessibleName(m_date->accessibleName());
    m_date->setCalendarPopup(true);
    QLabel *safe = makeLabel(tr("All times and approvals stay. From the day after, the person is "
                                "listed under “Left” and can be brought back."),
                             TextRole::Body, "secondary", this);
    safe->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *set = buttons->addButton(tr("Set the last day"), QDialogButtonBox::AcceptRole);
    set->setObjectName(u"setLastDay"_s);
    setKind(set, "primary");
    set->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::pageMargin, metrics::pageMargin, metrics::pageMargin,
                               metrics::pageMargin);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_date);
    layout->addWidget(safe);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit chosen(m_date->date());
        accept();
    });
}

} // namespace film::app
