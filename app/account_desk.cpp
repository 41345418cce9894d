#include "app/account_desk.h"

#include "app/ui/error_text.h"

#include <QDesktopServices>
#include <QInputDialog>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

QString signInProblem(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return AccountDesk::tr("This server has no sign-in with an account. Use an invite code.");
    case ErrorCode::Unauthenticated:
        return AccountDesk::tr("No account here belongs to “%1” yet. An administrator links it; "
                               "with an invite code it works at once.")
            .arg(error.message.left(255));
    case ErrorCode::PermissionDenied:
        return AccountDesk::tr("You were not let in, or your account is on no production of this "
                               "server. Nothing was changed.");
    case ErrorCode::InvalidInput:
        return AccountDesk::tr("Check the address of the server. To sign in with an account it "
                               "begins with wss:// or https://, unless the server is this "
                               "computer. Nothing was sent.");
    case ErrorCode::Expired:
    case ErrorCode::Timeout:
        return AccountDesk::tr("It took too long. Nothing was changed; you can try again.");
    default: return ErrorText::forUser(error.code);
    }
}

} // namespace

AccountDesk::AccountDesk(QWidget &window, QObject *parent)
    : QObject(parent)
    , m_window(window)
{}

AccountDesk::~AccountDesk()
{
    cancel();
}

void AccountDesk::start(const QString &server)
{
    cancel();
    const Result<QUrl> api = AccountSignIn::apiOf(server);
    if (!api)
        return emit failed(signInProblem(api.error()));
    m_attempt = new AccountSignIn(*api, m_random, this);
    connect(m_attempt, &AccountSignIn::browserNeeded, this, &AccountDesk::openBrowser);
    connect(m_attempt, &AccountSignIn::secondFactorNeeded, this, &AccountDesk::askSecondFactor);
    connect(m_attempt, &AccountSignIn::choiceNeeded, this, &AccountDesk::askPlace);
    connect(m_attempt, &AccountSignIn::failed, this,
            [this](const Error &error) { end(signInProblem(error)); });
    connect(m_attempt, &AccountSignIn::codeReady, this, [this](const QString &code) {
        cancel();
        emit codeReady(code);
    });
    emit progressed(tr("Asking the server where to sign in."));
    m_attempt->start();
}

void AccountDesk::cancel()
{
    if (!m_attempt)
        return;
    m_attempt->disconnect(this);
    m_attempt->abandon();
    m_attempt = nullptr;
}

void AccountDesk::openBrowser(const QUrl &page)
{
    emit progressed(tr("Sign in on the page that has opened in your browser."));
    if (!QDesktopServices::openUrl(page))
        end(tr("Your browser did not open. Use an invite code."));
}

void AccountDesk::askSecondFactor(bool wasWrong)
{
    auto *question = new QInputDialog(&m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setObjectName(u"secondFactor"_s);
    question->setWindowTitle(tr("Second factor"));
    question->setLabelText(wasWrong ? tr("That code is not right. The next one of your app:")
                                    : tr("The code of your authenticator app:"));
    connect(question, &QInputDialog::textValueSelected, this, [this](const QString &code) {
        if (m_attempt)
            m_attempt->enterCode(code);
    });
    connect(question, &QDialog::rejected, this, [this] { end(tr("Nothing was changed.")); });
    question->open();
}

void AccountDesk::askPlace(const QList<AccountSignIn::Place> &places)
{
    const QStringList labels = AccountSignIn::labelsOf(places);
    auto *question = new QInputDialog(&m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setObjectName(u"whichProduction"_s);
    question->setWindowTitle(tr("Join a production"));
    question->setLabelText(tr("Which production is this computer for?"));
    question->setComboBoxItems(labels);
    connect(question, &QInputDialog::textValueSelected, this,
            [this, places, labels](const QString &label) {
                const qsizetype place = labels.indexOf(label);
                if (m_attempt && place >= 0)
                    m_attempt->choose(places[place].production);
            });
    connect(question, &QDialog::rejected, this, [this] { end(tr("Nothing was changed.")); });
    question->open();
}

void AccountDesk::end(const QString &problem)
{
    cancel();
    emit failed(problem);
}

} // namespace film::app
