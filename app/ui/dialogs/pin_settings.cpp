#include "app/ui/dialogs/pin_settings.h"

#include "app/ui/error_text.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/widgets/labels.h"

#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace film::app {

using namespace Qt::StringLiterals;

PinSettings::PinSettings(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(6);
    QLabel *what = makeLabel(tr("You sign with your PIN on this computer. It is kept here beside "
                                "the computer's key and nowhere else; nobody can look it up."),
                             TextRole::Body, "secondary", this);
    what->setWordWrap(true);
    layout->addWidget(what);
    m_before = addField(tr("&Present PIN (empty if you have none)"), "pinBefore");
    m_next = addField(tr("&New PIN"), "pinNext");
    m_repeated = addField(tr("New PIN, once &more"), "pinRepeated");
    m_change = new QPushButton(tr("&Change the PIN"), this);
    m_change->setObjectName(u"changePin"_s);
    m_change->setAutoDefault(false);
    layout->addWidget(m_change, 0, Qt::AlignLeft);
    m_said = makeLabel(QString(), TextRole::Body, "secondary", this);
    m_said->setObjectName(u"pinAnswer"_s);
    m_said->setWordWrap(true);
    layout->addWidget(m_said);
    layout->addStretch(1);
    connect(m_change, &QPushButton::clicked, this, &PinSettings::ask);
    connect(m_repeated, &QLineEdit::returnPressed, this, &PinSettings::ask);
}

QLineEdit *PinSettings::addField(const QString &caption, const char *name)
{
    auto *label = new QLabel(caption, this);
    auto *field = new QLineEdit(this);
    field->setObjectName(QString::fromLatin1(name));
    QString plain = caption;
    field->setAccessibleName(plain.remove(u'&'));
    field->setEchoMode(QLineEdit::Password);
    field->setMaxLength(SigningPin::lengthMax);
    label->setBuddy(field);
    layout()->addWidget(label);
    layout()->addWidget(field);
    return field;
}

void PinSettings::ask()
{
    m_change->setEnabled(false); // until there is an answer
    emit changeRequested({m_before->text(), m_next->text(), m_repeated->text()});
}

void PinSettings::showAnswer(const ApprovalMessage &answer)
{
    const bool isDone = answer.kind == ApprovalMessage::Kind::None;
    m_change->setEnabled(true);
    m_said->setText(words(answer));
    setKind(m_said, isDone ? "okText" : "warnText");
    if (isDone || answer.kind == ApprovalMessage::Kind::PinWrong)
        m_before->clear();
    if (answer.kind == ApprovalMessage::Kind::PinWrong) {
        m_before->setFocus();
        return;
    }
    m_next->clear();
    m_repeated->clear();
    if (!isDone)
        m_next->setFocus();
}

QString PinSettings::words(const ApprovalMessage &answer)
{
    using Kind = ApprovalMessage::Kind;
    switch (answer.kind) {
    case Kind::None: return tr("From now on you sign with the new PIN.");
    case Kind::PinWrong:
        return tr("That is not your present PIN. %n try(s) left. The PIN stays as it was.", nullptr,
                  answer.pin.triesLeft);
    case Kind::PinWaiting:
        return tr("Too many wrong PINs. Wait until %1, then try again. The PIN stays as it was.")
            .arg(answer.pin.waitUntil ? QLocale().toString(
                     QDateTime::fromMSecsSinceEpoch(msSinceEpoch(*answer.pin.waitUntil)).time(),
                     QLocale::ShortFormat)
                                      : QString());
    case Kind::PinTooShort:
        return tr("A PIN has at least %1 characters. The PIN stays as it was.")
            .arg(SigningPin::digitsMin);
    case Kind::PinDiffers: return tr("The two new PINs are not the same. The PIN stays as it was.");
    case Kind::Failed:
        if (answer.error == ErrorCode::NotFound)
            return tr("There is no production on this computer yet. Join or start one first; the "
                      "PIN is for signing in it.");
        return answer.error ? ErrorText::forUser(*answer.error) : QString();
    default:
        return tr("The key store of this computer is locked or cannot be used. The PIN stays as it "
                  "was. Unlock it and try again.");
    }
}

} // namespace film::app
