#include "app/ui/crew_words_text.h"
#include "app/ui/dialogs/join_dialog.h"
#include "app/ui/main_window.h"
#include "app/ui/pages/first_run_page.h"
#include "app/ui/pages/sync_page.h"
#include "app/ui/widgets/choice_card.h"
#include "app/ui/widgets/invite_code_edit.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/notice_panel.h"
#include "tests/support/page_shots.h"

#include <QApplication>
#include <QComboBox>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace film::app;

class TestFirstRun : public QObject
{
    Q_OBJECT

    struct Desk {
        Theme theme;
        std::unique_ptr<MainWindow> window;
        FirstRunPage *page = nullptr;

        Desk()
        {
            theme.setPreference(SchemePreference::Light);
            theme.apply(*qApp);
            window = std::make_unique<MainWindow>(theme);
            page = new FirstRunPage(theme);
            window->showAlone(page);
            window->resize(1440, 900);
            window->show();
            QApplication::setActiveWindow(window.get());
            page->setFocus();
        }
        void keys(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
        void key(Qt::Key code) { QTest::keyClick(QApplication::focusWidget(), code); }
        [[nodiscard]] QString notice() const
        {
            const auto *panel = page->findChild<NoticePanel *>();
            return panel->isVisible() ? panel->text() : QString();
        }
    };

private slots:
    // The page is made again in another language: what was typed comes along.
    void anotherLanguageKeepsWhatWasTyped()
    {
        Desk desk;
        QSignalSpy chosen(desk.page, &FirstRunPage::languageChosen);
        auto *language = desk.page->findChild<QComboBox *>(u"firstRunLanguage"_s);
        desk.page->setLanguage(u"de"_s);
        QCOMPARE(language->currentText(), u"Deutsch"_s);
        desk.page->setDeviceName(u"A-cam cart"_s);
        language->setFocus();
        QTest::keyClick(language, Qt::Key_Down);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].toString(), u"fr"_s);

        const FirstRunTyped typed{true,
                                  {u"K7QM-2XPD"_s, u"wss://set.example"_s, u"A-cam cart"_s,
                                   u"Nova"_s, u"Maya"_s, u"Camera"_s, u"1st AC"_s}};
        desk.page->setTyped(typed);
        Desk other;
        other.page->setTyped(desk.page->typed());

        QCOMPARE(other.page->typed(), typed);
    }

    void codeIsPutInShape_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("code");

        QTest::newRow("lower case") << u"nl7k42qm9rtx"_s << u"NL7K-42QM-9RTX"_s;
        QTest::newRow("with hyphens") << u"NL7K-42QM-9RTX"_s << u"NL7K-42QM-9RTX"_s;
        QTest::newRow("with spaces") << u" nl7k 42qm 9rtx "_s << u"NL7K-42QM-9RTX"_s;
        QTest::newRow("I, O, 0 and 1 are never in a code") << u"NIL0O1"_s << u"NL"_s;
        QTest::newRow("unfinished") << u"nl7k4"_s << u"NL7K-4"_s;
        QTest::newRow("no hyphen before it is needed") << u"nl7k"_s << u"NL7K"_s;
        QTest::newRow("too long") << u"nl7k42qm9rtxab"_s << u"NL7K-42QM-9RTX"_s;
        QTest::newRow("not a letter at all") << u"ñ§é漢"_s << QString();
    }

    void codeIsPutInShape()
    {
        QFETCH(QString, typed);
        QFETCH(QString, code);

        QCOMPARE(InviteCodeEdit::shaped(typed), code);
    }

    void joinsByKeyboardAlone()
    {
        Desk desk;
        QSignalSpy joined(desk.page, &FirstRunPage::joinRequested);

        desk.keys(u"nl7k42qm9rtx"_s);
        desk.key(Qt::Key_Return); // not complete: on to the next field
        desk.keys(u"wss://crew.example.com"_s);
        desk.key(Qt::Key_Tab);
        desk.keys(u"A-cam cart"_s);
        QCOMPARE(joined.count(), 0);
        film::test::shoot(desk.theme, *desk.window, u"08-first-run"_s);
        desk.key(Qt::Key_Return);

        QCOMPARE(joined.count(), 1);
        QCOMPARE(joined[0][0].toString(), u"wss://crew.example.com"_s);
        QCOMPARE(joined[0][1].toString(), u"NL7K-42QM-9RTX"_s);
        QCOMPARE(joined[0][2].toString(), u"A-cam cart"_s);
    }

    // A browser whose page was closed never says so.
    void signingInWithAnAccountIsStopped()
    {
        Desk desk;
        const QSignalSpy cancelled(desk.page, &FirstRunPage::cancelRequested);
        auto *cancel = desk.page->findChild<QPushButton *>(u"cancelButton"_s);
        QVERIFY(!cancel->isVisible());
        desk.page->showProgress(u"Joining."_s);
        QVERIFY(!cancel->isVisible());
        desk.page->showProgress(u"Sign in on the page."_s, FirstRunPage::Stop::Yes);
        QVERIFY(cancel->isVisible());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QCOMPARE(cancelled.count(), 1);
        desk.page->showProgress({});
        QVERIFY(!cancel->isVisible());
        desk.page->showProgress(u"Sign in on the page."_s, FirstRunPage::Stop::Yes);
        desk.page->showProblem(u"It took too long."_s);
        QVERIFY(!cancel->isVisible());
    }

    void startsAloneByKeyboard()
    {
        Desk desk;
        QSignalSpy started(desk.page, &FirstRunPage::startAloneRequested);
        desk.page->findChild<ChoiceCard *>(u"joinCard"_s)->setFocus();

        desk.key(Qt::Key_Right);
        desk.key(Qt::Key_Space);
        desk.key(Qt::Key_Tab);
        for (const QString &text :
             {u"Northern Lights"_s, u"Maya Lindqvist"_s, u"Camera"_s, u"1st AC"_s}) {
            desk.keys(text);
            if (text != u"1st AC")
                desk.key(Qt::Key_Tab);
        }
        film::test::shoot(desk.theme, *desk.window, u"08-start-alone"_s);
        desk.key(Qt::Key_Return);

        QCOMPARE(started.count(), 1);
        QCOMPARE(started[0][0].toString(), u"Northern Lights"_s);
        QCOMPARE(started[0][3].toString(), u"1st AC"_s);
    }

    void incompleteFormAsksForNothing()
    {
        Desk desk;
        QSignalSpy joined(desk.page, &FirstRunPage::joinRequested);

        desk.keys(u"nl7k"_s);
        desk.key(Qt::Key_Return);

        QCOMPARE(joined.count(), 0);
        QVERIFY(!desk.page->findChild<KeyHintButton *>(u"joinButton"_s)->isEnabled());
    }

    void problemIsSaidAndTheFormWorksAgain()
    {
        Desk desk;
        desk.page->setServer(u"wss://crew.example.com"_s);
        desk.page->setDeviceName(u"A-cam cart"_s);
        desk.keys(u"nl7k42qm9rtx"_s);
        auto *join = desk.page->findChild<KeyHintButton *>(u"joinButton"_s);

        desk.page->showProgress(u"Bringing in call sheets, 3 of 5."_s);
        QVERIFY(!join->isEnabled());
        QCOMPARE(desk.notice(), u"Bringing in call sheets, 3 of 5."_s);

        desk.page->showProblem(u"That code is not known here. Nothing was sent."_s);
        QVERIFY(join->isEnabled());
        QCOMPARE(desk.notice(), u"That code is not known here. Nothing was sent."_s);
        film::test::shoot(desk.theme, *desk.window, u"08-wrong-code"_s);
    }

    void signingInAgainAsksForTheCodeOnly()
    {
        const Desk desk;
        JoinDialog dialog(JoinDialog::Reason::SignInAgain, desk.theme, desk.window.get());
        dialog.setServer(u"wss://crew.example.com"_s);
        dialog.setDeviceName(u"A-cam laptop"_s);
        QSignalSpy requests(&dialog, &JoinDialog::joinRequested);
        dialog.open();
        auto *join = dialog.findChild<QAbstractButton *>(u"joinButton"_s);
        QVERIFY(dialog.findChild<QLineEdit *>(u"inviteCode"_s)->hasFocus()
                || dialog.focusWidget() == dialog.findChild<QLineEdit *>(u"inviteCode"_s));
        QVERIFY(!join->isEnabled());

        QTest::keyClicks(dialog.findChild<QLineEdit *>(u"inviteCode"_s), u"nl7k42qm9rtx"_s);
        QTest::keyClick(&dialog, Qt::Key_Return);

        QCOMPARE(requests.size(), 1);
        QCOMPARE(requests.first().at(0).toString(), u"wss://crew.example.com"_s);
        QCOMPARE(requests.first().at(1).toString(), u"NL7K-42QM-9RTX"_s);
        QCOMPARE(requests.first().at(3).toBool(), false);
        QVERIFY(dialog.isVisible()); // until somebody says what came of it
    }

    void newComputerIsOfferedOnlyWhereTheKeyIsLost()
    {
        Desk desk;
        JoinDialog dialog(JoinDialog::Reason::SignInAgain, desk.theme, desk.window.get());
        dialog.setServer(u"wss://crew.example.com"_s);
        dialog.setDeviceName(u"A-cam laptop"_s);
        QSignalSpy requests(&dialog, &JoinDialog::joinRequested);
        dialog.open();
        film::test::shoot(desk.theme, dialog, u"sign-in-again"_s);
        auto *asNew = dialog.findChild<QAbstractButton *>(u"newDevice"_s);
        QVERIFY(!asNew->isVisible());
        dialog.findChild<QLineEdit *>(u"inviteCode"_s)->setText(u"NL7K-42QM-9RTX"_s);

        dialog.offerNewDevice();
        dialog.showProblem(u"The key of this computer cannot be read."_s);
        QVERIFY(asNew->isVisible());
        QCoreApplication::sendPostedEvents();
        film::test::shoot(desk.theme, dialog, u"sign-in-again-lost-key"_s);
        asNew->click();
        dialog.findChild<QAbstractButton *>(u"joinButton"_s)->click();

        QCOMPARE(requests.size(), 1);
        QCOMPARE(requests.first().at(3).toBool(), true);
    }

    void syncPageOffersTheWayIn_data()
    {
        QTest::addColumn<SyncKind>("kind");
        QTest::addColumn<QString>("button"); // empty: nothing is offered
        QTest::newRow("signed out") << SyncKind::SignedOut << u"Sign in again…"_s;
        QTest::newRow("alone") << SyncKind::Solo << u"Join a production…"_s;
        QTest::newRow("synced") << SyncKind::Synced << QString();
        QTest::newRow("offline") << SyncKind::OfflineWaiting << QString();
    }
    void syncPageOffersTheWayIn()
    {
        QFETCH(const SyncKind, kind);
        QFETCH(const QString, button);
        Theme theme;
        theme.apply(*qApp);
        const CrewWordsText words;
        OutboxModel outbox(words);
        SyncPage page(outbox, theme);
        page.resize(1200, 700);
        page.show();
        SyncState state;
        state.kind = kind;
        state.waiting = 2;
        page.setSyncState(state);
        QSignalSpy requests(&page, &SyncPage::joinRequested);
        auto *notice = page.findChild<NoticePanel *>(u"signInNotice"_s);

        QCOMPARE(notice->isVisible(), !button.isEmpty());
        if (button.isEmpty())
            return;
        QCOMPARE(notice->button()->text(), button);
        film::test::shoot(theme, page,
                          u"sync-%1"_s.arg(QString::fromUtf8(QTest::currentDataTag())));
        notice->button()->click();
        QCOMPARE(requests.size(), 1);
    }
};

QTEST_MAIN(TestFirstRun)
#include "tst_first_run.moc"
