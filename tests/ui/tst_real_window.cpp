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

namespace {

constexpr int patienceMs = 30'000;
constexpr int thursdayRow = 4; // the week ends on Saturday
constexpr int fridayRow = 5;
const QDate thursday(2025, 11, 20);

// The program as a person has it: the window, the engine, the data file.
struct Device {
    Theme theme;
    std::unique_ptr<Application> application;
    int daysWhenSaidToBeShown = -1;
    bool hasAllPages = false;

    explicit Device(const QString &folder, const QString &server = {}, const QString &code = {})
    {
        theme.setPreference(SchemePreference::Light);
        theme.apply(*qApp);
        ApplicationOptions options;
        options.engine.dataDir = folder;
        options.engine.secrets = SecretsMode::PlainFile;
        options.server = server;
        options.code = code;
        options.deviceName = u"Laptop"_s;
        options.week = thursday;
        application = std::make_unique<Application>(options, theme);
        QObject::connect(application.get(), &Application::weekShown, application.get(), [this] {
            daysWhenSaidToBeShown = page()->table()->view()->model()->rowCount();
        });
        QObject::connect(application.get(), &Application::pagesShown, application.get(),
                         [this] { hasAllPages = true; });
        application->start();
    }

    [[nodiscard]] MainWindow &window() const { return application->window(); }
    [[nodiscard]] MyWeekPage *page() const { return window().findChild<MyWeekPage *>(); }
    [[nodiscard]] bool showsTheWeek() const
    {
        return page() && page()->isVisible() && page()->table()->view()->model()->rowCount() == 7;
    }
    // The other pages come after the week.
    [[nodiscard]] bool isReady() const { return hasAllPages && showsTheWeek(); }
    [[nodiscard]] QuickLine *line() const { return page()->quickEntry()->line(); }
    [[nodiscard]] QString thursdayCell(int column) const { return cell(thursdayRow, column); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return page()->table()->view()->model()->index(row, column).data().toString();
    }
    // Empty, or the dash of a day that nothing is known of.
    [[nodiscard]] bool hasNoTime(int row, int column) const
    {
        const QString text = cell(row, column);
        return text.isEmpty() || text == u"–"_s;
    }
    [[nodiscard]] QString message() const
    {
        return window().findChild<QLabel *>(u"statusMessage"_s)->text();
    }
    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = window().focusWidget();
        QTest::keyClick(focus ? focus : &window(), code, modifiers);
    }
    // As the menu names it.
    [[nodiscard]] QString undoText() const
    {
        for (const QAction *action : window().findChildren<QAction *>()) {
            if (action->shortcut() == QKeySequence(QKeySequence::Undo))
                return action->text();
        }
        return {};
    }
    void enterDay(const QString &text) const
    {
        QApplication::setActiveWindow(&window());
        key(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(line()->hasFocus());
        QTest::keyClicks(line(), text);
        key(Qt::Key_Return);
    }
    [[nodiscard]] bool opensOn(QDate day) const
    {
        emit window().findChild<QToolButton *>(u"weekButton"_s)->menu()->aboutToShow();
        const auto *calendar = window().findChild<QCalendarWidget *>();
        const qint64 days = calendar->selectedDate().daysTo(day);
        return days >= 0 && days < 7;
    }
    void syncNow() const { window().findChild<QAbstractButton *>(u"syncNow"_s)->click(); }
};

// A server of its own process, so that it can go away and come back.
class Office
{
public:
    Office()
    {
        QTcpServer probe;
        probe.listen(QHostAddress::LocalHost);
        m_port = probe.serverPort();
        const QString production =
            admin({u"create-production"_s, u"--title"_s, u"Night Ferry"_s, u"--episode"_s,
                   u"Episode 7"_s, u"--zone"_s, u"Europe/Oslo"_s, u"--week-ends"_s, u"saturday"_s,
                   u"--currency"_s, u"EUR"_s});
        QFile crew(m_folder.filePath(u"crew.csv"_s));
        QVERIFY(crew.open(QIODevice::WriteOnly));
        crew.write("Name,Department,Position,Unit\nMaya Lindqvist,Camera,1st AC,Main\n");
        crew.close();
        (void)admin({u"import-crew"_s, u"--production"_s, production, crew.fileName()});
        m_production = production;
    }
    ~Office() { close(); }

    [[nodiscard]] QString invite()
    {
        return admin(
            {u"invite"_s, u"--production"_s, m_production, u"--person"_s, u"Maya Lindqvist"_s});
    }
    // Days that have arrived.
    [[nodiscard]] int dayCount() const
    {
        const auto database = store::Database::open(address());
        if (!database)
            return -1;
        store::Statement count(**database, u"days"_s, u"SELECT count(*) FROM time_entries"_s);
        return count.run() && count.next() ? int(count.number(0)) : -1;
    }
    [[nodiscard]] QString url() const { return u"ws://127.0.0.1:%1"_s.arg(m_port); }
    void open()
    {
        m_server.start(program(),
                       {u"serve"_s, u"--database"_s, address(), u"--listen"_s,
                        u"127.0.0.1:%1"_s.arg(m_port), u"--http"_s, u"127.0.0.1:0"_s, u"--data"_s,
                        m_folder.filePath(u"server"_s)});
        QByteArray said;
        while (!said.contains("ready ") && m_server.waitForReadyRead(patienceMs))
            said += m_server.readAllStandardOutput();
        QVERIFY2(said.contains("ready "), m_server.readAllStandardError().constData());
    }
    void close()
    {
        m_server.kill();
        m_server.waitForFinished(patienceMs);
    }

private:
    [[nodiscard]] static QString program()
    {
        return QStringLiteral(FILM_BINARY_DIR) + u"/bin/filmtracker-server"_s;
    }
    [[nodiscard]] QString address() const
    {
        return u"sqlite:"_s + m_folder.filePath(u"server.db"_s);
    }
    [[nodiscard]] QString admin(QStringList arguments) const
    {
        arguments.prepend(u"admin"_s);
        arguments << u"--database"_s << address();
        QProcess process;
        process.start(program(), arguments);
        process.waitForFinished(patienceMs);
        if (process.exitCode() != 0)
            qCritical("%s", process.readAllStandardError().constData());
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }

    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_production;
    quint16 m_port = 0;
};

} // namespace

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

    // The task of a coordinator on the first day: 120 people from an office's list, of which three
    // rows are wrong and one person is here already under nearly the same name.
    void aCrewListOf120PeopleComesInAndGoesAgain()
    {
        const QTemporaryDir folder;
        Device device(folder.path());
        startAlone(device);
        QByteArray list = "Full name,Dept,Role,Hourly rate,Start\n";
        for (int i = 1; i <= 120; ++i) {
            const QByteArray number = QByteArray::number(i);
            const QByteArray name = i == 40 ? QByteArray() : QByteArray("Person Family" + number);
            const QByteArray rate = i == 60 ? "plenty" : "52.50";
            const QByteArray start = i == 80 ? "31/31/2025" : "03/04/2025";
            list += name + ",Department " + QByteArray::number(i % 9) + ",Role," + rate + ','
                + start + '\n';
        }
        list += "Maya Lindquist,Camera,1st AC,60.00,03/04/2025\n";
        const QString path = folder.filePath(u"crew.csv"_s);
        writeFile(path, list);
        QElapsedTimer work;
        int keys = 0;
        const auto press = [&](Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            ++keys;
            QWidget *focus = QApplication::focusWidget();
            QVERIFY(focus);
            QTest::keyClick(focus, code, modifiers);
        };

        device.window().findChild<QAction *>(u"importCrew"_s)->trigger();
        auto *chooser = device.window().findChild<QFileDialog *>(u"crewFileDialog"_s);
        QVERIFY(chooser);
        work.start();
        emit chooser->fileSelected(path);
        chooser->close();
        const auto dialog = [&device] { return device.window().findChild<CrewImportDialog *>(); };
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        const qint64 shownMs = work.elapsed();
        QApplication::setActiveWindow(dialog());

        // All dates of the list are open: it is asked once, and until then they stay out.
        auto *dates = dialog()->findChild<ImportQuestion *>(u"importDates"_s);
        QVERIFY(dates->isVisible());
        QVERIFY(!dialog()->findChild<QWidget *>(u"importDecimals"_s)->isVisible());
        dates->choice(1)->setFocus();
        press(Qt::Key_Space);
        QVERIFY2(dialog()->summary().contains(u"117 people ready"_s)
                     && dialog()->summary().contains(u"3 rows need a look"_s),
                 qPrintable(dialog()->summary()));
        const auto *problems = dialog()->findChild<QTableWidget *>(u"importProblems"_s);
        QCOMPARE(problems->rowCount(), 3);
        QCOMPARE(problems->item(0, 0)->text(), u"41"_s);
        auto *decision = dialog()->findChild<QComboBox *>(u"decision:122"_s);
        QVERIFY(decision);
        decision->setFocus();
        press(Qt::Key_Down); // is Maya Lindqvist, Camera
        film::test::shoot(device.theme, *dialog(), u"import-120"_s);
        QVERIFY(dialog()->summary().contains(u"118 people ready"_s));
        QTRY_COMPARE(gridNames(device), QStringList{u"Maya Lindqvist"_s}); // nothing is written yet
        work.restart();
        dialog()->findChild<QAbstractButton *>(u"addCrew"_s)->setFocus();
        press(Qt::Key_Space);

        QTRY_COMPARE(device.message(), u"The list of 118 people was added. Ctrl+Z to undo."_s);
        QTRY_COMPARE(gridNames(device).size(), 118);
        const qint64 writtenMs = work.elapsed();
        QVERIFY(gridNames(device).contains(u"Maya Lindqvist"_s)); // once, under her own name
        QCOMPARE(keys, 3);
        qInfo("an import of 120 rows: %d keys, shown after %lld ms, in the grid after %lld ms",
              keys, qlonglong(shownMs), qlonglong(writtenMs));

        // The list of next week has the same headings: nothing is asked again.
        emit device.window().findChild<CrewGridPage *>()->crewTextPasted(QString::fromUtf8(list));
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QVERIFY(dialog()->findChild<ImportQuestion *>(u"importDates"_s)->choice(1)->isChecked());
        QVERIFY2(dialog()->summary().contains(u"117 people are here already"_s),
                 qPrintable(dialog()->summary()));
        dialog()->close();

        // One step takes all of it back.
        QTRY_VERIFY(device.undoText().contains(u"crew list"_s));
        device.window().setFocus();
        for (QAction *action : device.window().findChildren<QAction *>()) {
            if (action->shortcut() == QKeySequence(QKeySequence::Undo))
                action->trigger();
        }
        QTRY_COMPARE(gridNames(device), QStringList{u"Maya Lindqvist"_s});
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
        const QDate weekBefore = thursday.addDays(-7);
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
        QVERIFY2(week > thursday.addDays(-12) && week < thursday.addDays(-4),
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

        emit first.page()->versionsRequested(thursday);
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
