#pragma once

#include "app/engine/account_sign_in.h"
#include "shared/base/random.h"

#include <QPointer>

class QWidget;

namespace film::app {

// Joining with an account instead of a code: sends the person to the browser, asks what the server
// asks, and says how it goes to whoever shows it.
class AccountDesk final : public QObject
{
    Q_OBJECT
public:
    // Questions stand over `window`.
    explicit AccountDesk(QWidget &window, QObject *parent = nullptr);
    ~AccountDesk() override;

    // Ends what was under way before.
    void start(const QString &server);
    void cancel();

signals:
    void progressed(const QString &text);
    void failed(const QString &text);
    void codeReady(const QString &inviteCode);

private:
    void openBrowser(const QUrl &page);
    void askSecondFactor(bool wasWrong);
    void askPlace(const QList<AccountSignIn::Place> &places);
    void end(const QString &problem);

    QWidget &m_window;
    SystemRandom m_random;
    QPointer<AccountSignIn> m_attempt;
};

} // namespace film::app
