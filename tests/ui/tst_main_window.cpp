#include "app/ui/error_text.h"
#include "app/ui/main_window.h"
#include "app/ui/sync_state_text.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/theme.h"
#include "app/ui/translations.h"
#include "app/ui/widgets/navigation_panel.h"
#include "app/ui/widgets/sync_button.h"
#include "tests/support/page_shots.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDockWidget>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSet>
#include <QSettings>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;

class TestMainWindow : public QObject
{
    Q_OBJECT

    struct Desk {
        Theme theme;
        std::unique_ptr<MainWindow> window;
        QDockWidget *dock = nullptr;

        Desk()
        {
            theme.setPreference(SchemePreference::Light);
            theme.apply(*qApp);
            window = std::make_unique<MainWindow>(theme);
            window->setZone(QTimeZone::utc());
            window->addPage(u"week"_s, u"calendar-days"_s, u"My week"_s, page(u"one"_s));
            window->addPage(u"grid"_s, u"table-2"_s, u"Crew grid"_s, page(u"two"_s));
            dock =
                window->addPageDock(u"week"_s, u"Day"_s, page(u"three"_s), Qt::RightDockWidgetArea);
            window->resize(1440, 900);
            window->show();
            QApplication::setActiveWindow(window.get());
            window->setFocus();
        }
        static QWidget *page(const QString &name)
        {
            auto *widget = new QWidget;
            auto *layout = new QVBoxLayout(widget);
            auto *button = new QPushButton(name, widget);
            button->setObjectName(name);
            layout->addWidget(button);
            return widget;
        }
        void key(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
        {
            QWidget *target = QApplication::focusWidget();
            QTest::keyClick(target ? target : window.get(), code, modifiers);
        }
        [[nodiscard]] QAction *action(const QKeySequence &keys) const
        {
            for (QAction *action : window->actions())
                if (action->shortcut() == keys)
                    return action;
            return nullptr;
        }
    };

private slots:
    void initTestCase() { installTranslations(*qApp); }

    void syncStatesSayWhatTheyMean_data()
    {
        QTest::addColumn<SyncState>("state");
        QTest::addColumn<QString>("icon");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("messageStart");
        QTest::addColumn<bool>("isTinted");

        SyncState state;
        state.lastSyncedAt = instantFromMs(12 * 3600'000 + 4 * 60'000);
        state.offlineSince = instantFromMs(17 * 3600'000 + 52 * 60'000);
        state.waiting = 2;
        state.sent = 3;
        state.sending = 12;
        state.toReview = 1;
        const auto row = [&state](const char *name, SyncKind kind, const QString &icon,
                                  const QString &text, const QString &message, bool isTinted) {
            state.kind = kind;
            QTest::newRow(name) << state << icon << text << message << isTinted;
        };
        using enum SyncKind;
        row("synced", Synced, u"cloud-check"_s, u"Synced 12:04"_s, u"Everything is saved"_s, false);
        row("working", Working, u"refresh-cw"_s, u"Sending 3 of 12"_s, QString(), false);
        row("offline, clean", OfflineClean, u"cloud-off"_s, u"Offline"_s, u"Everything is saved"_s,
            false);
        row("offline, waiting", OfflineWaiting, u"cloud-off"_s, u"Offline, 2 changes waiting"_s,
            u"Saved on this computer. They send by themselves"_s, true);
        row("on a hub", OnHub, u"radio-tower"_s, u"Set hub, synced 12:04"_s,
            u"No internet since 17:52."_s, false);
        row("conflict", Conflict, u"split"_s, u"1 change to review"_s, u"Synced 12:04."_s, true);
        row("signed out", SignedOut, u"lock"_s, u"Sign in to sync, 2 changes waiting"_s,
            u"You can keep working."_s, true);
        row("failed", Failed, u"triangle-alert"_s, u"Sync stopped, 2 changes waiting"_s,
            u"The server refused a change. Nothing is lost."_s, false);
        row("too old for the server", TooOld, u"triangle-alert"_s, u"Update Film Tracker to sync"_s,
            u"The server does not understand this version."_s, true);
        state.oldestApp = u"2.0"_s;
        row("too old to receive", TooOld, u"triangle-alert"_s, u"Update Film Tracker to sync"_s,
            u"The server wants version 2.0 or newer."_s, true);
        row("alone", Solo, u"laptop"_s, u"Only on this computer"_s, u"Saved here 12:04."_s, false);
    }

    void syncStatesSayWhatTheyMean()
    {
        QFETCH(SyncState, state);
        QFETCH(QString, icon);
        QFETCH(QString, text);
        QFETCH(QString, messageStart);
        QFETCH(bool, isTinted);

        const SyncLook look = SyncStateText::lookOf(state, QTimeZone::utc());

        QCOMPARE(look.icon, icon);
        QCOMPARE(look.text, text);
        QVERIFY2(look.message.startsWith(messageStart), qPrintable(look.message));
        QCOMPARE(look.background.has_value(), isTinted);
    }

    void statusBarShowsTheStateAndOpensTheDetails()
    {
        Desk desk;
        QSignalSpy opened(desk.window.get(), &MainWindow::syncDetailsRequested);
        SyncState state;
        state.kind = SyncKind::OfflineClean;

        desk.window->setSyncState(state);

        auto *button = desk.window->findChild<SyncButton *>();
        QCOMPARE(button->accessibleName(), u"Offline"_s);
        button->click();
        desk.key(Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(opened.count(), 2);
    }

    void messageStandsInForTheSyncMessage()
    {
        Desk desk;
        const auto *label = desk.window->findChild<QLabel *>(u"statusMessage"_s);
        const QString before = label->text();

        desk.window->showMessage(u"Thu 20 Nov saved."_s);
        QCOMPARE(label->text(), u"Thu 20 Nov saved."_s);

        desk.window->showMessage({});
        QCOMPARE(label->text(), before);
    }

    void pagesAreANumberAway()
    {
        Desk desk;
        QSignalSpy changed(desk.window.get(), &MainWindow::pageChanged);

        desk.key(Qt::Key_2, Qt::ControlModifier);

        QCOMPARE(desk.window->currentPage(), u"grid"_s);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(desk.window->navigation()->list()->currentIndex().row(), 1);
        QVERIFY(!desk.dock->isVisible()); // it belongs to the other page
    }

    void aKeyGoesToItsPageFromTheListOfPages()
    {
        Desk desk;
        auto *list = desk.window->findChild<NavigationPanel *>()->findChild<QListView *>();
        list->setFocus();
        desk.key(Qt::Key_Down);
        QCOMPARE(desk.window->currentPage(), u"grid"_s);
        QVERIFY(list->hasFocus()); // the arrows go on through the list

        desk.key(Qt::Key_1, Qt::ControlModifier);

        QCOMPARE(desk.window->currentPage(), u"week"_s);
        QVERIFY(!list->hasFocus());
        QVERIFY(desk.window->isAncestorOf(QApplication::focusWidget()));
    }

    // Icon, name and badge each stand where people begin to read, and none upon another.
    void theListOfPagesIsMirrored()
    {
        Desk desk;
        desk.window->setBadge(u"grid"_s, u"6"_s);
        auto *list = desk.window->findChild<NavigationPanel *>()->findChild<QListView *>();
        const auto drawn = [list](Qt::LayoutDirection direction) {
            list->setLayoutDirection(direction);
            const QModelIndex entry = list->model()->index(1, 0);
            return list->viewport()->grab(list->visualRect(entry)).toImage();
        };
        // How much is drawn in the 24 pixels at that end, which an icon fits and no name does.
        const auto inkAt = [](const QImage &image, int left) {
            int ink = 0;
            for (int y = 4; y < image.height() - 4; ++y) {
                for (int x = left; x < left + 24; ++x)
                    ink += image.pixel(x, y) != image.pixel(2, image.height() / 2) ? 1 : 0;
            }
            return ink;
        };
        const QImage plain = drawn(Qt::LeftToRight);
        const QImage mirrored = drawn(Qt::RightToLeft);

        QCOMPARE(inkAt(mirrored, mirrored.width() - 32), inkAt(plain, 8));
    }

    void commandIsOnlyThereWhereAPageAnswers()
    {
        Desk desk;
        int entered = 0;
        desk.window->setHandler(Command::QuickEntry, u"week"_s, [&entered] { ++entered; });

        desk.key(Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(entered, 1);

        desk.window->showPage(u"grid"_s);
        desk.key(Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(entered, 1);
        QVERIFY(!desk.action(QKeySequence(u"Ctrl+E"_s))->isEnabled());
    }

    void everyShortcutIsGivenOnce()
    {
        Desk desk;
        QSet<QString> seen;

        for (const QAction *action : desk.window->actions()) {
            const QString keys = action->shortcut().toString();
            if (keys.isEmpty())
                continue;
            QVERIFY2(!seen.contains(keys), qPrintable(keys));
            seen.insert(keys);
        }

        QVERIFY(seen.contains(u"Ctrl+PgDown"_s));
        QVERIFY(seen.contains(u"F8"_s));
    }

    void narrowWindowMovesTheDockDownAndFoldsTheNavigation()
    {
        Desk desk;
        QCOMPARE(desk.window->dockWidgetArea(desk.dock), Qt::RightDockWidgetArea);

        desk.window->setMinimumSize(600, 400);
        desk.window->resize(metrics::bottomDockBelowWidth - 1, 800);
        QCOMPARE(desk.window->dockWidgetArea(desk.dock), Qt::BottomDockWidgetArea);
        QVERIFY(desk.dock->isVisible());
        QVERIFY(!desk.window->navigation()->isRail());

        desk.window->resize(metrics::railBelowWidth - 1, 800);
        QVERIFY(desk.window->navigation()->isRail());
        QCOMPARE(desk.window->navigation()->width(), metrics::navigationRailWidth);
        film::test::shoot(desk.theme, *desk.window, u"window-narrow"_s);

        desk.window->resize(1440, 900);
        QCOMPARE(desk.window->dockWidgetArea(desk.dock), Qt::RightDockWidgetArea);
        QVERIFY(!desk.window->navigation()->isRail());
    }

    void whatAPageSaysInTheStatusBarStaysWithIt()
    {
        Desk desk;
        const auto *rules = desk.window->findChild<QLabel *>(u"statusRules"_s);
        const auto *selection = desk.window->findChild<QLabel *>(u"statusSelection"_s);
        desk.window->setRules(u"week"_s, u"NL-2025 v3"_s);
        desk.window->setSelectionText(u"grid"_s, u"5 cells"_s);

        QCOMPARE(rules->text(), u"Rules NL-2025 v3"_s);
        QVERIFY(!selection->isVisible());
        desk.window->showPage(u"grid"_s);
        QVERIFY(!rules->isVisible());
        QCOMPARE(selection->text(), u"5 cells"_s);
        desk.window->setRules(u"week"_s, u"NL-2025 v4"_s); // priced anew behind the grid
        QVERIFY(!rules->isVisible());
        desk.window->showPage(u"week"_s);
        QCOMPARE(rules->text(), u"Rules NL-2025 v4"_s);
        QVERIFY(!selection->isVisible());
    }

    void theTitleSaysWhatIsNotInStep()
    {
        Desk desk;
        desk.window->setProduction(u"Northern Lights"_s, {});
        SyncState state;
        state.kind = SyncKind::OfflineWaiting;
        state.waiting = 2;
        desk.window->setSyncState(state);
        QCOMPARE(desk.window->windowTitle(),
                 u"Northern Lights · Offline, 2 changes waiting · Film Tracker"_s);

        state.kind = SyncKind::Synced;
        desk.window->setSyncState(state);
        QCOMPARE(desk.window->windowTitle(), u"Northern Lights · Film Tracker"_s);
    }

    void theWindowOpensAsItWasLeft()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        QSize left;
        {
            Desk desk;
            desk.window->setMinimumSize(300, 300);
            desk.window->resize(700, 600);
            left = desk.window->size();
            desk.window->setDockShown(desk.dock, false);
            desk.window->saveLayout(settings);
        }

        Desk desk;
        desk.window->setMinimumSize(300, 300);
        QVERIFY(desk.dock->isVisible());
        desk.window->restorePlace(settings);
        desk.window->restoreParts(settings);

        QCOMPARE(desk.window->size(), left);
        QVERIFY(!desk.dock->isVisible());
    }

    void f6GoesRoundThePanes()
    {
        Desk desk;
        desk.window->findChild<QPushButton *>(u"one"_s)->setFocus();

        desk.key(Qt::Key_F6);
        QVERIFY(desk.dock->isAncestorOf(QApplication::focusWidget()));

        desk.key(Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"one"_s);

        desk.key(Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(desk.window->navigation()->isAncestorOf(QApplication::focusWidget()));
    }

    void schemeIsOneKey()
    {
        Desk desk;

        desk.key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);

        QCOMPARE(desk.theme.scheme(), Scheme::Dark);
        QCOMPARE(QApplication::palette().color(QPalette::Window),
                 tokenColor(Scheme::Dark, Token::Window));
    }

    void shortcutsOfTheScreenAreListed()
    {
        Desk desk;

        desk.key(Qt::Key_F1);

        const auto *table = desk.window->findChild<QTableWidget *>();
        QVERIFY(table);
        QVERIFY(!table->findItems(u"Ctrl+Shift+D"_s, Qt::MatchExactly).isEmpty());
        QVERIFY(table->findItems(u"Ctrl+E"_s, Qt::MatchExactly).isEmpty()); // no page answers
    }

    void everyErrorHasWordsThatSayWhatIsSafe()
    {
        QSet<QString> texts;
        for (int code = 0; code <= int(ErrorCode::Internal); ++code) {
            const QString text = ErrorText::forUser(ErrorCode(code));
            QVERIFY(text.size() > 20);
            QVERIFY2(!text.contains(u'!') && !text.contains(u"error"_s, Qt::CaseInsensitive),
                     qPrintable(text));
            texts.insert(text);
        }
        QVERIFY(texts.size() > 12);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
