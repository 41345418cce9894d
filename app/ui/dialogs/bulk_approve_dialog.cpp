#include "app/ui/dialogs/bulk_approve_dialog.h"

#include "app/controllers/approvals_store.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/widgets/labels.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int listHeightMax = 320;

} // namespace

BulkApproveDialog::BulkApproveDialog(const QString &question, const QStringList &names,
                                     bool needsPin, QWidget *parent)
    : QDialog(parent)
    , m_pin(new QLineEdit(this))
{
    setObjectName(u"bulkApproveDialog"_s);
    setWindowTitle(tr("Approve without flags"));
    setAttribute(Qt::WA_DeleteOnClose);
    QLabel *asked = makeLabel(question, TextRole::Emphasis, "body", this);
    asked->setWordWrap(true);
    QLabel *listed = makeLabel(names.join(u'\n'), TextRole::Body, "secondary", this);
    listed->setTextFormat(Qt::PlainText);
    QLabel *pin = makeLabel(tr("Signing &PIN"), TextRole::Secondary, "secondary", this);
    pin->setBuddy(m_pin);
    pin->setVisible(needsPin);
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setAccessibleName(tr("Signing PIN"));
    m_pin->setMaxLength(SigningPin::lengthMax);
    m_pin->setVisible(needsPin);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *approve =
        buttons->addButton(tr("&Approve and sign"), QDialogButtonBox::AcceptRole);
    setKind(approve, "primary");
    approve->setDefault(true);
    approve->setEnabled(!needsPin);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(asked);
    // A whole crew is longer than a screen.
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(listed);
    scroll->setFixedHeight(std::min(listed->sizeHint().height(), listHeightMax));
    scroll->setAccessibleName(tr("Timecards that are signed"));
    layout->addWidget(scroll);
    auto *row = new QHBoxLayout;
    row->addWidget(pin);
    row->addWidget(m_pin, 1);
    layout->addLayout(row);
    layout->addWidget(buttons);
    setMinimumWidth(420);
    connect(m_pin, &QLineEdit::textChanged, approve, [this, approve, needsPin] {
        approve->setEnabled(!needsPin || !m_pin->text().isEmpty());
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit approveRequested(m_pin->text());
        accept();
    });
}

} // namespace film::app
