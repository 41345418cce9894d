#include "app/passphrase_prompt.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QInputDialog>
#include <QPointer>

namespace film::app {

namespace {

void ask(QWidget *window, bool isNew, const std::function<void(const QString &)> &answer)
{
    auto *dialog = new QInputDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("passphraseDialog"));
    dialog->setWindowTitle(QCoreApplication::translate("passphrasePrompt", "Film Tracker"));
    dialog->setLabelText(
        isNew ? QCoreApplication::translate(
            "passphrasePrompt",
            "This computer has no key store. Choose a passphrase for this device's key; you are "
            "asked for it at each start.")
              : QCoreApplication::translate(
                  "passphrasePrompt",
                  "The passphrase for this device's key. Without it your times are still saved "
                  "here, but not sent."));
    dialog->setTextEchoMode(QLineEdit::Password);
    QObject::connect(dialog, &QInputDialog::finished, dialog, [dialog, answer](int result) {
        answer(result == QDialog::Accepted ? dialog->textValue() : QString());
    });
    dialog->open();
}

} // namespace

PassphraseAsker passphrasePrompt(QWidget *window)
{
    return [window = QPointer(window)](bool isNew,
                                       const std::function<void(const QString &)> &answer) {
        // Something that lives in the asking thread, to come back to.
        const QPointer<QObject> asker = QAbstractEventDispatcher::instance();
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [window, isNew, answer, asker] {
                ask(window, isNew, [answer, asker](const QString &passphrase) {
                    if (asker)
                        QMetaObject::invokeMethod(
                            asker, [answer, passphrase] { answer(passphrase); },
                            Qt::QueuedConnection);
                });
            },
            Qt::QueuedConnection);
    };
}

} // namespace film::app
