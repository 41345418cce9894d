#include "app/application.h"
#include "app/ui/dialogs/call_sheet_import_dialog.h"
#include "app/ui/dialogs/conflict_dialog.h"
#include "app/ui/dialogs/crew_import_dialog.h"
#include "app/ui/dialogs/join_dialog.h"
#include "app/ui/dialogs/settings_dialog.h"
#include "app/ui/pages/call_sheets_page.h"
#include "app/ui/pages/crew_grid_page.h"
#include "app/ui/pages/crew_grid_view.h"
#include "app/ui/pages/my_week_page.h"
#include "app/ui/pages/week_table.h"
#include "app/ui/widgets/choice_card.h"
#include "app/ui/widgets/crew_setup_panel.h"
#include "app/ui/widgets/import_question.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/navigation_panel.h"
#include "app/ui/widgets/notice_panel.h"
#include "app/ui/widgets/quick_entry_panel.h"
#include "app/ui/widgets/quick_line.h"
#include "shared/store/database.h"
#include "shared/store/statement.h"
#include "tests/support/page_shots.h"
#include "tests/support/real_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCalendarWidget>
#include <QComboBox>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QProcess>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;
using namespace film::test;

// The whole desktop program, with nothing in it replaced.
class TestRealWindow : public QObject
{
    Q_OBJECT

    // Types through the first run to the week.
    static void startAlone(const Device &device)
    {
        QTRY_VERIFY_WITH_TIMEOUT(device.window().findChild<ChoiceCard *>(u"joinCard"_s),
                                 patienceMs);
        QApplication::setActiveWindow(&device.window());
        device.window().findChild<ChoiceCard *>(u"joinCard"_s)->setFocus();
        device.key(Qt::Key_Right);
        device.key(Qt::Key_Space);
        device.key(Qt::Key_Tab);
        for (const QString &text :
             {u"Northern Lights"_s, u"Maya Lindqvist"_s, u"Camera"_s, u"1st AC"_s}) {
            QTest::keyClicks(device.window().focusWidget(), text);
            device.key(Qt::Key_Return);
        }
        QTRY_VERIFY_WITH_TIMEOUT(device.isReady(), patienceMs);
    }

    static void writeFile(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    static QStringList gridNames(const Device &device)
    {
        QStringList names;
        const auto *page = device.window().findChild<CrewGridPage *>();
        const QAbstractItemModel *model = page->grid()->model();
        for (int i = 0; i < model->rowCount(); ++i) {
            const QModelIndex department = model->index(i, 0);
            for (int j = 0; j < model->rowCount(department); ++j)
                names += model->index(j, 0, department).data().toString();
        }
        return names;
    }

private slots:
    void firstRunIsFilledInByKeyboard()
    {
        const QTemporaryDir folder;
        const Device device(folder.path());

        startAlone(device);

        QCOMPARE(device.window().currentPage(), u"my-week"_s);
        QVERIFY(device.hasNoTime(thursdayRow, WeekModel::Call));
    }

    void crewListIsShownBeforeItIsAdded()
    {
        const QTemporaryDir folder;
        Device device(folder.path());
        startAlone(device);
        const QString path = folder.filePath(u"crew.csv"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Name,Department,Position\nNils Aaberg,Electric,Lamp operator\n"
                   "Priya Nair,Production,Coordinator\nNobody,,Runner\n");
        file.close();

        device.window().findChild<QAction *>(u"importCrew"_s)->trigger();
        auto *chooser = device.window().findChild<QFileDialog *>(u"crewFileDialog"_s);
        QVERIFY(chooser);
        emit chooser->fileSelected(path);
        chooser->close();
        const auto dialog = [&device] { return device.window().findChild<CrewImportDialog *>(); };
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QVERIFY2(dialog()->summary().contains(u"2 people ready"_s)
                     && dialog()->summary().contains(u"Nothing is added"_s),
                 qPrintable(dialog()->summary()));
        auto *problems = dialog()->findChild<QTableWidget *>(u"importProblems"_s);
        QCOMPARE(problems->rowCount(), 1);
        QCOMPARE(problems->item(0, 0)->text(), u"4"_s);
        QCOMPARE(problems->item(0, 3)->text(), u"The department is missing."_s);
        film::test::shoot(device.theme, *dialog(), u"import-crew"_s);
        dialog()->findChild<QAbstractButton *>(u"addCrew"_s)->click();

        QTRY_COMPARE(device.message(), u"The list of 2 people was added. Ctrl+Z to undo."_s);
        device.window().showPage(u"crew-grid"_s);
        QTRY_VERIFY(gridNames(device).contains(u"Nils Aaberg"_s));
        QVERIFY(gridNames(device).contains(u"Priya Nair"_s));
        QVERIFY(!gridNames(device).contains(u"Nobody"_s));
    }

    void aPublishedCallSheetIsAPlanAndNoTime()
    {
        const QTemporaryDir folder;
        Device device(folder.path());
        startAlone(device);
        device.window().showPage(u"call-sheets"_s);
        auto *sheets = device.window().findChild<CallSheetsPage *>();
        QVERIFY(sheets);
        QTRY_VERIFY(sheets->days()->model()->rowCount() == 7);
        sheets->days()->setCurrentIndex(sheets->days()->model()->index(thursdayRow, 0));
        sheets->findChild<QAbstractButton *>(u"startEmptySheet"_s)->click();
        auto *call = qobject_cast<QLineEdit *>(sheets->field(SheetField::Call));
        call->setFocus();
        QTest::keyClicks(call, u"0700"_s);
        QTest::keyClick(call, Qt::Key_Return);
        QTest::keyClick(call, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(device.message().contains(u"is published"_s));
        film::test::shoot(device.theme, device.window(), u"call-sheet-published"_s);

        device.window().showPage(u"my-week"_s);
        // Planned, until a person confirms it.
        QTRY_COMPARE(device.thursdayCell(WeekModel::Call), u"7.0"_s);
        QVERIFY(device.hasNoTime(thursdayRow, WeekModel::Hours));
    }

    void pastedCrewListIsShownBeforeItIsAdded()
    {
        const QTemporaryDir folder;
        Device device(folder.path());
        startAlone(device);
        auto *page = device.window().findChild<CrewGridPage *>();
        device.window().showPage(u"crew-grid"_s);
        const auto *setup = page->findChild<CrewSetupPanel *>();
        QTRY_VERIFY(setup->isVisible());
        QCOMPARE(gridNames(device), QStringList{u"Maya Lindqvist"_s}); // whose program it is

        emit page->crewTextPasted(u" \n"_s);
        QTRY_COMPARE(device.message(), u"There is no text to paste. Copy the rows first."_s);
        emit page->crewTextPasted(u"Name\tDepartment\nNils Åberg\tElectric\nNobody\t\n"_s);

        const auto dialog = [&device] { return device.window().findChild<CrewImportDialog *>(); };
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QVERIFY(!gridNames(device).contains(u"Nils Åberg"_s));
        QCOMPARE(dialog()->findChild<QTableWidget *>(u"importProblems"_s)->rowCount(), 1);
        dialog()->findChild<QAbstractButton *>(u"addCrew"_s)->click();
        QTRY_VERIFY(gridNames(device).contains(u"Nils Åberg"_s));
        QVERIFY(!setup->isVisible());
        auto *banner = page->findChild<NoticePanel *>(u"firstCallSheet"_s);
        QVERIFY(banner->isVisible()); // what is still to be done
        banner->button()->click();
        QVERIFY(device.window().findChild<QFileDialog *>(u"callSheetFileDialog"_s));
    }

    void callSheetsAreShownBeforeTheyAreAdded()
    {
        const QTemporaryDir folder;
        Device device(folder.path());
        startAlone(device);
        const auto *step = device.window().findChild<QAbstractButton *>(u"openCallSheet"_s);
        QTRY_VERIFY(!step->isHidden());
        const QString thursday = folder.filePath(u"thursday.csv"_s);
        const QString friday = folder.filePath(u"friday.csv"_s);
        writeFile(thursday,
                  "Date,2025-11-20\nUnit,Main\nLocation,Stage 2\nCall,0700\nWrap,1930\n"
                  "Department,Person,Call\nCamera,,0630\nCamera,Nobody,0600\n");
        writeFile(friday, "Date,2025-11-21\nUnit,Main\nCall,0800\nWrap,soon\n");

        device.window().findChild<QAction *>(u"importCallSheets"_s)->trigger();
        auto *chooser = device.window().findChild<QFileDialog *>(u"callSheetFileDialog"_s);
        QVERIFY(chooser);
        emit chooser->filesSelected({thursday, friday});
        chooser->close();
        const auto dialog = [&device] {
            return device.window().findChild<CallSheetImportDialog *>();
        };
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        auto *problems = dialog()->findChild<QTableWidget *>(u"callSheetProblems"_s);
        QVERIFY(problems);
        QCOMPARE(problems->rowCount(), 2);
        QCOMPARE(problems->item(0, 4)->text(), u"Nobody of that name is on the crew list."_s);
        const auto *days = dialog()->findChild<QTableWidget *>(u"callSheetDays"_s);
        QCOMPARE(days->rowCount(), 2);
        QCOMPARE(days->item(0, 2)->text(), u"7.0"_s);
        QCOMPARE(dialog()->summary(),
                 u"2 call sheets ready. 2 lines need a look and stay out. "
                 "Nothing is added until you press Add."_s);
        film::test::shoot(device.theme, *dialog(), u"import-call-sheets"_s);
        dialog()->findChild<QAbstractButton *>(u"addCallSheets"_s)->click();

        QTRY_COMPARE(device.message(), u"2 call sheets were added. Ctrl+Z to undo."_s);
        QTRY_VERIFY(step->isHidden()); // it is done
        const auto *page = device.window().findChild<CrewGridPage *>();
        const QAbstractItemModel *grid = page->grid()->model();
        QTRY_VERIFY(grid->headerData(CrewModel::FirstDay + 4, Qt::Horizontal)
                        .toString()
                        .contains(u"call 7.0"_s));
    }

    void dayOutlivesARestart()
    {
        const QTemporaryDir folder;
        {
            const Device device(folder.path());
            startAlone(device);
            device.enterDay(u"0700 1300-1330 1930"_s);
            QTRY_COMPARE(device.thursdayCell(WeekModel::Wrap), u"19.5"_s);
            QTRY_COMPARE(device.message(), u"Thu 20 Nov saved: 12.0 h. Ctrl+Z to undo."_s);
        }

        const Device again(folder.path());

        QTRY_VERIFY_WITH_TIMEOUT(again.isReady(), patienceMs);
        QCOMPARE(again.daysWhenSaidToBeShown, 7);
        QTRY_COMPARE(again.thursdayCell(WeekModel::Call), u"7.0"_s);
        QCOMPARE(again.thursdayCell(WeekModel::Wrap), u"19.5"_s);
    }

    void undoneDayStaysUndoneAfterARestart()
    {
        const QTemporaryDir folder;
        {
            const Device device(folder.path());
            startAlone(device);
            device.enterDay(u"0700 1300-1330 1930"_s);
            QTRY_COMPARE(device.thursdayCell(WeekModel::Wrap), u"19.5"_s);
            device.enterDay(u"0800 1400-1430 1800"_s);
            QTRY_COMPARE(device.cell(fridayRow, WeekModel::Wrap), u"18.0"_s);
            QTRY_VERIFY(device.message().startsWith(u"Fri 21 Nov saved"_s));
            device.key(Qt::Key_Z, Qt::ControlModifier);
            QTRY_VERIFY(device.hasNoTime(fridayRow, WeekModel::Wrap));
        }

        const Device again(folder.path());

        QTRY_VERIFY_WITH_TIMEOUT(again.isReady(), patienceMs);
        QTRY_COMPARE(again.thursdayCell(WeekModel::Wrap), u"19.5"_s);
        QVERIFY(again.hasNoTime(fridayRow, WeekModel::Wrap));
    }

    void lastEntryIsTakenBackAfterARestart()
    {
        const QTemporaryDir folder;
        {
            const Device device(folder.path());
            startAlone(device);
            device.enterDay(u"0700 1300-1330 1930"_s);
            QTRY_COMPARE(device.thursdayCell(WeekModel::Wrap), u"19.5"_s);
            device.enterDay(u"0800 1400-1430 1800"_s);
            QTRY_VERIFY(device.message().startsWith(u"Fri 21 Nov saved"_s));
            QCOMPARE(device.undoText(), u"Undo Fri 21 Nov"_s);
        }
        {
            const Device again(folder.path());
            QTRY_VERIFY_WITH_TIMEOUT(again.isReady(), patienceMs);
            QTRY_COMPARE(again.undoText(), u"Undo Fri 21 Nov"_s);
            QApplication::setActiveWindow(&again.window());
            again.key(Qt::Key_Z, Qt::ControlModifier);
            QTRY_VERIFY(again.hasNoTime(fridayRow, WeekModel::Wrap));
            QTRY_COMPARE(again.undoText(), u"Undo Thu 20 Nov"_s);
            QTRY_COMPARE(again.message(), u"Fri 21 Nov is as it was before."_s);
        }

        const Device third(folder.path());

        QTRY_VERIFY_WITH_TIMEOUT(third.isReady(), patienceMs);
        QTRY_COMPARE(third.undoText(), u"Undo Thu 20 Nov"_s);
        QVERIFY(third.hasNoTime(fridayRow, WeekModel::Wrap));
        QApplication::setActiveWindow(&third.window());
        third.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(third.cell(fridayRow, WeekModel::Wrap), u"18.0"_s);
        QCOMPARE(third.thursdayCell(WeekModel::Wrap), u"19.5"_s);
        QCOMPARE(third.undoText(), u"Undo Fri 21 Nov"_s);
    }

    void signedOutPersonSignsInAgainInTheWindow()
    {
        Office office;
        office.open();
        const QTemporaryDir folder;
        {
            Engine engine({folder.path(), SecretsMode::PlainFile, nullptr});
            const auto joined = engine.join({office.url(), office.invite(), u"Laptop"_s}).result();
            QVERIFY(joined.has_value());
            QVERIFY(engine.startSync().result().has_value());
            QTRY_VERIFY_WITH_TIMEOUT(engine.status().result()->isComplete, patienceMs);
            QVERIFY(engine.signOut().result().has_value());
        }
        const Device device(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(device.isReady(), patienceMs);
        device.enterDay(u"0700 1300-1330 1930"_s);
        QTRY_COMPARE(device.thursdayCell(WeekModel::Wrap), u"19.5"_s);
        QSignalSpy reopened(device.application.get(), &Application::reopenNeeded);
        device.window().showPage(u"sync"_s);
        auto *notice = device.window().findChild<NoticePanel *>(u"signInNotice"_s);
        QTRY_VERIFY(notice->isVisible());

        notice->button()->click();
        auto *dialog = device.window().findChild<JoinDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QLineEdit *>(u"serverAddress"_s)->text(), office.url());
        dialog->findChild<QLineEdit *>(u"inviteCode"_s)->setText(office.invite());
        dialog->findChild<QAbstractButton *>(u"joinButton"_s)->click();

        QTRY_VERIFY_WITH_TIMEOUT(!notice->isVisible(), patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(office.dayCount(), 1, patienceMs);
        QVERIFY(reopened.isEmpty());
        QVERIFY(!device.window().findChild<JoinDialog *>());
    }

    void anotherLanguageOpensTheSameWeekAgain()
    {
        const QTemporaryDir folder;
        const Device device(folder.path());
        startAlone(device);
        QTRY_VERIFY_WITH_TIMEOUT(device.isReady(), patienceMs);
        QApplication::setActiveWindow(&device.window());
        device.key(Qt::Key_PageUp, Qt::ControlModifier);
        const QDate weekBefore = shownThursday.addDays(-7);
        QTRY_VERIFY_WITH_TIMEOUT(device.opensOn(weekBefore), patienceMs);
        QSignalSpy reopened(device.application.get(), &Application::reopenNeeded);

        emit device.window().settingsRequested();
        auto *dialog = device.window().findChild<SettingsDialog *>();
        QVERIFY(dialog);
        auto *box = dialog->findChild<QComboBox *>(u"settingsLanguage"_s);
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(reopened.size(), 0);
        dialog->close();

        QCOMPARE(reopened.size(), 1);
        const QDate week = reopened[0][0].toDate();
        QVERIFY2(week > shownThursday.addDays(-12) && week < shownThursday.addDays(-4),
                 qPrintable(week.toString(Qt::ISODate)));
    }

    void daysEnteredAloneAreOfferedAfterJoining()
    {
        Office office;
        office.open();
        const QTemporaryDir folder;
        {
            const Device device(folder.path());
            startAlone(device);
            device.enterDay(u"0700 1300-1330 1930"_s);
            QTRY_COMPARE(device.thursdayCell(WeekModel::Wrap), u"19.5"_s);
            QSignalSpy reopened(device.application.get(), &Application::reopenNeeded);
            device.window().showPage(u"sync"_s);
            auto *notice = device.window().findChild<NoticePanel *>(u"signInNotice"_s);
            QTRY_VERIFY(notice->isVisible());
            notice->button()->click();
            auto *dialog = device.window().findChild<JoinDialog *>();
            QVERIFY(dialog);
            dialog->findChild<QLineEdit *>(u"serverAddress"_s)->setText(office.url());
            dialog->findChild<QLineEdit *>(u"inviteCode"_s)->setText(office.invite());
            dialog->findChild<QAbstractButton *>(u"joinButton"_s)->click();
            QTRY_COMPARE_WITH_TIMEOUT(reopened.count(), 1, patienceMs);
        }

        const Device device(folder.path());
        const auto box = [&device] {
            return device.window().findChild<QMessageBox *>(u"daysAloneBox"_s);
        };
        QTRY_VERIFY_WITH_TIMEOUT(box() && box()->isVisible(), patienceMs);
        QVERIFY2(box()->text().contains(u"Night Ferry"_s), qPrintable(box()->text()));
        QVERIFY(device.hasNoTime(thursdayRow, WeekModel::Wrap)); // nothing before the answer
        box()->buttons().first()->click();

        QTRY_COMPARE_WITH_TIMEOUT(device.thursdayCell(WeekModel::Wrap), u"19.5"_s, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(office.dayCount(), 1, patienceMs);
    }

    void firstSyncBringsTheProduction()
    {
        Office office;
        office.open();
        const QTemporaryDir folder;

        const Device device(folder.path(), office.url(), office.invite());

        const auto *navigation = device.window().findChild<NavigationPanel *>();
        const auto showsEpisode = [navigation] {
            const auto labels = navigation->findChildren<QLabel *>();
            return std::ranges::any_of(
                labels, [](const QLabel *label) { return label->text() == u"Episode 7"; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(showsEpisode(), patienceMs);
    }

    void twoVersionsAreShownAndResolved()
    {
        Office office;
        office.open();
        const QTemporaryDir firstFolder;
        const QTemporaryDir secondFolder;
        const Device first(firstFolder.path(), office.url(), office.invite());
        const Device second(secondFolder.path(), office.url(), office.invite());
        QTRY_VERIFY_WITH_TIMEOUT(first.isReady() && second.isReady(), patienceMs);
        office.close();
        first.enterDay(u"0700 1300-1330 1930"_s);
        second.enterDay(u"0700 1300-1330 2000"_s);
        QTRY_COMPARE(first.thursdayCell(WeekModel::Wrap), u"19.5"_s);
        QTRY_COMPARE(second.thursdayCell(WeekModel::Wrap), u"20.0"_s);

        office.open();
        first.syncNow();
        second.syncNow();
        QTRY_COMPARE_WITH_TIMEOUT(first.thursdayCell(WeekModel::Checks), u"Two versions"_s,
                                  patienceMs);
        QVERIFY(!first.window().findChild<ConflictDialog *>()); // never by itself
        // Whichever came first counts; the other is chosen, so that there is something to take
        // back.
        const QString counted = first.thursdayCell(WeekModel::Wrap);
        const bool countsMine = counted == u"19.5"_s;
        const QString chosen = countsMine ? u"20.0"_s : u"19.5"_s;

        emit first.page()->versionsRequested(shownThursday);
        QTRY_VERIFY(first.window().findChild<QAbstractButton *>(u"saveChoice"_s));
        auto *dialog = first.window().findChild<ConflictDialog *>();
        QTRY_VERIFY(dialog->isVisible() && !dialog->resultText(DayPart::Wrap).isEmpty());
        QApplication::setActiveWindow(dialog); // of the two windows the other was used last
        QTest::keyClick(dialog, countsMine ? Qt::Key_2 : Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(dialog->resultText(DayPart::Wrap), chosen);
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);

        QTRY_VERIFY_WITH_TIMEOUT(first.thursdayCell(WeekModel::Checks) != u"Two versions"_s,
                                 patienceMs);
        QCOMPARE(first.thursdayCell(WeekModel::Wrap), chosen);
        QTRY_COMPARE_WITH_TIMEOUT(second.thursdayCell(WeekModel::Wrap), chosen, patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(second.thursdayCell(WeekModel::Checks) != u"Two versions"_s,
                                 patienceMs);

        QApplication::setActiveWindow(&first.window());
        first.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(first.thursdayCell(WeekModel::Wrap), counted, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(second.thursdayCell(WeekModel::Wrap), counted, patienceMs);
    }

    void changesOfAnUnknownDeviceAreSentAfterJoiningAgain()
    {
        Office office;
        office.open();
        const QTemporaryDir folder;
        {
            const Device device(folder.path(), office.url(), office.invite());
            QTRY_VERIFY_WITH_TIMEOUT(device.isReady(), patienceMs);
            office.close();
            device.enterDay(u"0700 1300-1330 1930"_s);
            QTRY_COMPARE(device.thursdayCell(WeekModel::Wrap), u"19.5"_s);
        }
        QDirIterator files(folder.path(), {u"film.db"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        QVERIFY(files.hasNext());
        const QString path = files.next();
        QVERIFY(QFile::remove(QFileInfo(path).absolutePath() + u"/identity.json"_s));
        {
            const auto database = store::Database::openSqlite(path);
            QVERIFY((*database)->execute(u"DELETE FROM meta"_s));
            QVERIFY((*database)->execute(u"DELETE FROM setting"_s));
        }
        office.open();
        Device device(folder.path(), office.url());
        QSignalSpy reopened(device.application.get(), &Application::reopenNeeded);
        const auto joinAgain = [&device] {
            return device.window().findChild<QAbstractButton *>(u"joinAgainButton"_s);
        };
        QTRY_VERIFY_WITH_TIMEOUT(joinAgain() && joinAgain()->isVisible(), patienceMs);
        joinAgain()->click();
        auto *dialog = device.window().findChild<JoinDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(u"inviteCode"_s)->setText(office.invite());
        dialog->findChild<QAbstractButton *>(u"joinButton"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(reopened.count(), 1, patienceMs);
        device.application.reset(); // as the program does then

        const Device again(folder.path());

        QTRY_VERIFY_WITH_TIMEOUT(again.isReady(), patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(office.dayCount(), 1, patienceMs);
    }

    void damagedFileIsSaidAndNeverAnEmptyWeek()
    {
        const QTemporaryDir folder;
        {
            const Device device(folder.path());
            startAlone(device);
        }
        QDirIterator files(folder.path(), {u"film.db*"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        QVERIFY(files.hasNext());
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadWrite));
            file.write(QByteArray(qsizetype(file.size()), 'x'));
        }

        const Device device(folder.path());
        const auto box = [&device] {
            return device.window().findChild<QMessageBox *>(u"troubleBox"_s);
        };

        QTRY_VERIFY_WITH_TIMEOUT(box() && box()->isVisible(), patienceMs);
        QVERIFY(!box()->text().isEmpty());
        QVERIFY(box()->button(QMessageBox::Close));
        QVERIFY(!device.page());
        QCOMPARE(box()->buttons().size(), 2); // and the way out
    }
};

QTEST_MAIN(TestRealWindow)

#include "tst_real_window.moc"
