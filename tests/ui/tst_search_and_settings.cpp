#include "app/search_desk.h"
#include "app/settings_desk.h"
#include "app/ui/crew_words_text.h"
#include "app/ui/dialogs/command_search_dialog.h"
#include "app/ui/dialogs/notice_settings.h"
#include "app/ui/dialogs/pin_settings.h"
#include "app/ui/dialogs/settings_dialog.h"
#include "app/ui/theme/theme.h"
#include "app/ui/translations.h"
#include "tests/support/page_shots.h"
#include "tests/support/sample_crew.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeEdit>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;
using namespace film::test;

// Both dialogs over a real window, driven by keys.
class TestSearchAndSettings : public QObject
{
    Q_OBJECT

    struct Desk {
        QTemporaryDir folder;
        QSettings settings{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
        Theme theme;
        CrewWordsText words;
        CrewModel crew{words};
        MainWindow window{theme};
        SearchDesk search{window, theme, crew};
        SettingsDesk settingsDesk{settings, window, theme};

        Desk()
        {
            theme.setPreference(SchemePreference::Light);
            theme.apply(*qApp);
            crew.setSnapshot(sampleCrew());
            search.setFindsPeople(true);
            search.setCalendar(QDate(2025, 11, 20), crewWeek);
            search.setFirstShootingDay(QDate(2025, 10, 14));
            window.addPage(u"week"_s, u"calendar-days"_s, u"My week"_s, new QWidget);
            window.addPage(u"grid"_s, u"table-2"_s, u"Crew grid"_s, new QWidget);
            window.setHandler(Command::Today, u"week"_s, [] {});
            window.setProduction(u"Northern Lights"_s, u"Episode 104"_s);
            window.setAccount(u"Priya Nair"_s, u"Production coordinator"_s);
            settingsDesk.applyShortcuts();
            window.resize(1440, 900);
            window.show();
            QApplication::setActiveWindow(&window);
        }
        [[nodiscard]] QAction *action(const QString &text) const
        {
            for (const MainWindow::MenuCommand &command : window.menuCommands()) {
                if (command.action->text().remove(u'&') == text)
                    return command.action;
            }
            return nullptr;
        }
        [[nodiscard]] CommandSearchDialog *openSearch()
        {
            QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
            auto *dialog = window.findChild<CommandSearchDialog *>();
            return dialog && dialog->isVisible() ? dialog : nullptr;
        }
        [[nodiscard]] SettingsDialog *openSettings()
        {
            QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
            return window.findChild<SettingsDialog *>();
        }
        void shoot(QWidget &widget, const QString &name) { test::shoot(theme, widget, name); }
    };

    static QLineEdit *line(QWidget *dialog)
    {
        return dialog->findChild<QLineEdit *>(u"searchLine"_s);
    }
    static QString current(CommandSearchDialog *dialog)
    {
        return dialog->list()->currentIndex().data().toString();
    }

private slots:
    void initTestCase() { installTranslations(*qApp); }

    void ctrlKFindsAPersonAndEnterGoesThere()
    {
        Desk desk;
        QSignalSpy chosen(&desk.search, &SearchDesk::personChosen);
        CommandSearchDialog *dialog = desk.openSearch();
        QVERIFY(dialog);

        QTest::keyClicks(line(dialog), u"maya l"_s);
        QCOMPARE(current(dialog), u"Maya Lindqvist"_s);
        desk.shoot(*dialog, u"search-person"_s);
        QTest::keyClick(line(dialog), Qt::Key_Return);

        QVERIFY(!dialog->isVisible());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<PersonId>(), sampleId<PersonId>(14));
    }

    void aDayIsFoundAndGoneTo()
    {
        Desk desk;
        QSignalSpy chosen(&desk.search, &SearchDesk::dayChosen);
        CommandSearchDialog *dialog = desk.openSearch();

        QTest::keyClicks(line(dialog), u"week 6"_s);
        QTest::keyClick(line(dialog), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toDate(), crewWeek);

        dialog = desk.openSearch();
        QVERIFY(line(dialog)->text().isEmpty());
        QTest::keyClicks(line(dialog), u"thu 20"_s);
        QTest::keyClick(line(dialog), Qt::Key_Return);
        QCOMPARE(chosen[1][0].toDate(), QDate(2025, 11, 20));
    }

    void everyCommandOfTheMenusIsThereWithItsKeys()
    {
        Desk desk;
        CommandSearchDialog *dialog = desk.openSearch();
        const QAbstractItemModel *found = dialog->list()->model();

        QStringList titles;
        for (int row = 0; row < found->rowCount(); ++row)
            titles += found->index(row, 0).data().toString();
        for (const MainWindow::MenuCommand &command : desk.window.menuCommands())
            QVERIFY2(command.action->objectName() == u"search"_s
                         || titles.contains(command.action->text().remove(u'&')),
                     qPrintable(command.action->text()));
        QTest::keyClicks(line(dialog), u"light or"_s);
        QVERIFY(dialog->list()
                    ->currentIndex()
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .endsWith(u"Ctrl+Shift+D"_s));
        desk.shoot(*dialog, u"search-command"_s);
        QTest::keyClick(line(dialog), Qt::Key_Return);
        QCOMPARE(desk.theme.scheme(), Scheme::Dark);
    }

    void upAndDownPassOverWhatCannotBeDoneHere()
    {
        Desk desk;
        CommandSearchDialog *dialog = desk.openSearch();
        QTest::keyClicks(line(dialog), u"week"_s);
        const QString first = current(dialog);
        QTest::keyClick(line(dialog), Qt::Key_Down);
        QTest::keyClick(line(dialog), Qt::Key_Down);
        QTest::keyClick(line(dialog), Qt::Key_Down);

        QVERIFY(dialog->list()->currentIndex().flags() & Qt::ItemIsEnabled);
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(line(dialog), Qt::Key_Up);
        QCOMPARE(current(dialog), first);
        QCOMPARE(dialog->focusWidget(), line(dialog));
    }

    void nothingFoundSaysWhatToTry()
    {
        Desk desk;
        CommandSearchDialog *dialog = desk.openSearch();
        QTest::keyClicks(line(dialog), u"xyzzy"_s);

        QVERIFY(dialog->list()->isHidden());
        QVERIFY(line(dialog)->accessibleDescription().contains(u"“xyzzy”"_s));
        desk.shoot(*dialog, u"search-nothing"_s);
        QTest::keyClick(line(dialog), Qt::Key_Return); // nothing to do
        QVERIFY(dialog->isVisible());
        QTest::keyClick(line(dialog), Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
    }

    void anotherPinIsTypedTwice()
    {
        Desk desk;
        SettingsDialog *dialog = desk.openSettings();
        QVERIFY(dialog);
        dialog->findChild<QTabWidget *>()->setCurrentWidget(dialog->pin());
        const auto field = [dialog](const QString &name) {
            return dialog->findChild<QLineEdit *>(name);
        };
        NewPin asked;
        QObject::connect(dialog->pin(), &PinSettings::changeRequested, dialog,
                         [&asked](const NewPin &pin) { asked = pin; });
        QTest::keyClicks(field(u"pinBefore"_s), u"2468"_s);
        QTest::keyClicks(field(u"pinNext"_s), u"97531"_s);
        QTest::keyClicks(field(u"pinRepeated"_s), u"97531"_s);
        QTest::keyClick(field(u"pinRepeated"_s), Qt::Key_Return);
        QCOMPARE(asked.before, u"2468"_s);
        QCOMPARE(asked.next, u"97531"_s);
        QCOMPARE(asked.repeated, u"97531"_s);
        QVERIFY(dialog->isVisible());

        using Kind = ApprovalMessage::Kind;
        auto *said = dialog->findChild<QLabel *>(u"pinAnswer"_s);
        auto *button = dialog->findChild<QPushButton *>(u"changePin"_s);
        QVERIFY(!button->isEnabled()); // not twice before there is an answer
        dialog->pin()->showAnswer({Kind::PinWrong, {}, 0, {true, false, 3, {}}});
        QVERIFY2(said->text().contains(u"3"_s), qPrintable(said->text()));
        QVERIFY(button->isEnabled() && field(u"pinBefore"_s)->text().isEmpty());
        QCOMPARE(field(u"pinNext"_s)->text(), u"97531"_s); // it was not what was wrong
        shoot(desk.theme, *dialog, u"settings-pin"_s);
        dialog->pin()->showAnswer({Kind::Failed, {}, 0, {}, ErrorCode::NotFound}); // none is open
        QVERIFY2(said->text().startsWith(u"There is no production on this computer yet."_s),
                 qPrintable(said->text()));
        dialog->pin()->showAnswer({});
        QVERIFY(field(u"pinNext"_s)->text().isEmpty() && field(u"pinRepeated"_s)->text().isEmpty());
        QVERIFY(said->text().contains(u"new PIN"_s));
    }

    void whatIsToldIsChosenAndKept()
    {
        Desk desk;
        SettingsDialog *dialog = desk.openSettings();
        QVERIFY(dialog);
        dialog->findChild<QTabWidget *>()->setCurrentWidget(dialog->notices());
        shoot(desk.theme, *dialog, u"settings-notifications"_s);
        dialog->findChild<QCheckBox *>(u"noticeConflicts"_s)->click();
        auto *from = dialog->findChild<QTimeEdit *>(u"noticeQuietFrom"_s);
        QVERIFY(!from->isEnabled());
        dialog->findChild<QCheckBox *>(u"noticeQuiet"_s)->click();
        QVERIFY(from->isEnabled());
        from->setTime(QTime(21, 30));

        const NoticeSettings wanted{true, false, true, Minutes(21 * 60 + 30), Minutes(6 * 60)};
        QCOMPARE(desk.settingsDesk.notices(), wanted);
        QVERIFY(wanted.isQuietAt(Minutes(23 * 60)) && wanted.isQuietAt(Minutes(25 * 60)));
        QVERIFY(!wanted.isQuietAt(Minutes(6 * 60)) && !NoticeSettings().isQuietAt(Minutes(0)));
    }

    void keysAreChangedKeptAndReset()
    {
        Desk desk;
        QAction *today = desk.action(u"Today"_s);
        SettingsDialog *dialog = desk.openSettings();
        QVERIFY(dialog);
        auto *table = dialog->findChild<QTableView *>();
        const auto select = [table](const QString &title) {
            const QModelIndexList found =
                table->model()->match(table->model()->index(0, 0), Qt::DisplayRole, title);
            QVERIFY(!found.isEmpty());
            table->setCurrentIndex(found.first());
        };
        auto *keys = dialog->findChild<QKeySequenceEdit *>(u"settingsKeys"_s);
        auto *said = dialog->findChild<QLabel *>(u"shortcutSaid"_s);

        select(u"Today"_s);
        keys->setKeySequence(QKeySequence(u"Ctrl+Alt+H"_s));
        dialog->findChild<QPushButton *>(u"assignKeys"_s)->click();
        QCOMPARE(today->shortcut(), QKeySequence(u"Ctrl+Alt+H"_s));
        QCOMPARE(desk.settings.value(u"shortcuts/Ctrl+T"_s).toString(), u"Ctrl+Alt+H"_s);

        // Another command wants them.
        select(u"Sync now"_s);
        keys->setKeySequence(QKeySequence(u"Ctrl+Alt+H"_s));
        dialog->findChild<QPushButton *>(u"assignKeys"_s)->click();
        QCOMPARE(desk.action(u"Sync now"_s)->shortcut(), QKeySequence(u"F5"_s));
        QVERIFY2(said->text().contains(u"“Today”"_s), qPrintable(said->text()));

        select(u"Today"_s);
        dialog->findChild<QPushButton *>(u"resetKeys"_s)->click();
        QCOMPARE(today->shortcut(), QKeySequence(u"Ctrl+T"_s));
        QVERIFY(!desk.settings.contains(u"shortcuts/Ctrl+T"_s));
    }

    void keysOfTypingAreRefusedAndKeysAreTakenAway()
    {
        Desk desk;
        SettingsDialog *dialog = desk.openSettings();
        auto *table = dialog->findChild<QTableView *>();
        const QModelIndexList found =
            table->model()->match(table->model()->index(0, 0), Qt::DisplayRole, u"Today"_s);
        table->setCurrentIndex(found.value(0));
        auto *keys = dialog->findChild<QKeySequenceEdit *>(u"settingsKeys"_s);
        auto *said = dialog->findChild<QLabel *>(u"shortcutSaid"_s);

        keys->setKeySequence(QKeySequence(Qt::Key_Return));
        dialog->findChild<QPushButton *>(u"assignKeys"_s)->click();
        QCOMPARE(desk.action(u"Today"_s)->shortcut(), QKeySequence(u"Ctrl+T"_s));
        QVERIFY2(said->text().contains(u"needed for typing"_s), qPrintable(said->text()));

        dialog->findChild<QPushButton *>(u"clearKeys"_s)->click();
        QVERIFY(desk.action(u"Today"_s)->shortcut().isEmpty());
        QVERIFY(keys->keySequence().isEmpty());
        QCOMPARE(desk.settings.value(u"shortcuts/Ctrl+T"_s), QVariant(QString()));
    }

    void everyCommandOfEveryPageHasARow()
    {
        Desk desk;
        QList<QAction *> filters;
        for (const QString &page : {u"week"_s, u"grid"_s}) {
            auto *filter = new QAction(u"Filter of "_s + page, &desk.window);
            filter->setShortcut(u"Ctrl+F"_s);
            desk.window.addPageCommands(MainWindow::MenuId::Edit, page, {filter});
            filters += filter;
        }
        desk.settings.setValue(u"shortcuts/grid:Ctrl+F"_s, u"Ctrl+Shift+F"_s);
        desk.settings.setValue(u"shortcuts/page:grid"_s, u"Ctrl+T"_s); // of another role's app
        desk.settingsDesk.applyShortcuts();

        QCOMPARE(filters[0]->shortcut(), QKeySequence(u"Ctrl+F"_s));
        QCOMPARE(filters[1]->shortcut(), QKeySequence(u"Ctrl+Shift+F"_s));
        QCOMPARE(desk.action(u"Crew grid"_s)->shortcut(), QKeySequence(u"Ctrl+2"_s));
        const auto *table = desk.openSettings()->findChild<QTableView *>();
        QStringList titles;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            titles += table->model()->index(row, 0).data().toString();
        for (const MainWindow::MenuCommand &command : desk.window.menuCommands()) {
            const QString title = command.action->text().remove(u'&');
            if (!command.action->shortcut().isEmpty() || !command.action->objectName().isEmpty())
                QVERIFY2(titles.contains(title), qPrintable(title));
        }
        QVERIFY(titles.contains(u"Copy last week"_s));
    }

    void keptKeysAreThereAgain()
    {
        Desk desk;
        desk.settings.setValue(u"shortcuts/Ctrl+T"_s, u"Ctrl+Alt+H"_s);

        desk.settingsDesk.applyShortcuts();

        QCOMPARE(desk.action(u"Today"_s)->shortcut(), QKeySequence(u"Ctrl+Alt+H"_s));
    }

    void aLanguagePassedOverChangesNothing()
    {
        Desk desk;
        QSignalSpy changed(&desk.settingsDesk, &SettingsDesk::languageChanged);
        SettingsDialog *dialog = desk.openSettings();
        auto *box = dialog->findChild<QComboBox *>(u"settingsLanguage"_s);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentData().toString(), u"de"_s);
        QCOMPARE(changed.size(), 0);

        QTest::keyClick(box, Qt::Key_Home); // the system's again
        dialog->close();

        QCOMPARE(changed.size(), 0);
        QVERIFY(!desk.settings.contains(u"language"_s));
    }

    void theLanguageIsKeptAndToldWhenTheDialogCloses()
    {
        Desk desk;
        QSignalSpy changed(&desk.settingsDesk, &SettingsDesk::languageChanged);
        SettingsDialog *dialog = desk.openSettings();
        auto *box = dialog->findChild<QComboBox *>(u"settingsLanguage"_s);
        box->setCurrentIndex(box->findData(u"de"_s));
        emit box->activated(box->currentIndex());
        dialog->close();

        QCOMPARE(changed.size(), 1);
        QCOMPARE(SettingsDesk::chosenLanguage(desk.folder.path()), u"de"_s);

        useLanguage(u"de"_s);
        installTranslations(*qApp);
        QCOMPARE(QCoreApplication::translate("film::app::MainWindow", "&Quit").isEmpty(), false);
        QCOMPARE(QLocale().language(), QLocale::German);
        QVERIFY(QCoreApplication::translate("film::app::MainWindow", "&File") != u"&File"_s);
        useLanguage({});
        installTranslations(*qApp);
        QCOMPARE(QCoreApplication::translate("film::app::MainWindow", "&File"), u"&File"_s);
    }

    void coloursAndHoursCountAtOnce()
    {
        Desk desk;
        QSignalSpy notation(&desk.settingsDesk, &SettingsDesk::notationChosen);
        SettingsDialog *dialog = desk.openSettings();
        auto *scheme = dialog->findChild<QComboBox *>(u"settingsScheme"_s);
        scheme->setFocus();
        QTest::keyClick(scheme, Qt::Key_End);
        QTest::keyClick(dialog->findChild<QComboBox *>(u"settingsNotation"_s), Qt::Key_End);

        QSignalSpy density(&desk.settingsDesk, &SettingsDesk::densityChosen);
        QTest::keyClick(dialog->findChild<QComboBox *>(u"settingsDensity"_s), Qt::Key_End);
        QCOMPARE(density.size(), 1);
        QCOMPARE(desk.settingsDesk.density(), Density::Roomy);
        QCOMPARE(desk.theme.preference(), SchemePreference::Dark);
        QCOMPARE(notation.size(), 1);
        QCOMPARE(notation[0][0].value<Notation>(), Notation::Clock);
    }

    void theDataFolderIsShown()
    {
        Desk desk;
        SettingsDialog *dialog = desk.openSettings();

        QCOMPARE(dialog->findChild<QLabel *>(u"dataFolder"_s)->text(),
                 QDir::toNativeSeparators(QFileInfo(desk.settings.fileName()).absolutePath()));
        auto *tabs = dialog->findChild<QTabWidget *>();
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            desk.shoot(*dialog, u"settings-%1"_s.arg(i));
        }
    }
};

QTEST_MAIN(TestSearchAndSettings)
#include "tst_search_and_settings.moc"
