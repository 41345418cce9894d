#pragma once

#include "app/application.h"
#include "app/ui/pages/my_week_page.h"
#include "app/ui/pages/week_table.h"
#include "app/ui/widgets/quick_entry_panel.h"
#include "app/ui/widgets/quick_line.h"
#include "shared/store/database.h"
#include "shared/store/statement.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCalendarWidget>
#include <QLabel>
#include <QMenu>
#include <QProcess>
#include <QTableView>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace film::test {

using namespace app;
using namespace Qt::StringLiterals;

inline constexpr int patienceMs = 30'000;
inline constexpr int thursdayRow = 4; // the week ends on Saturday
inline constexpr int fridayRow = 5;
inline const QDate shownThursday(2025, 11, 20);

// The program as a person has it: the window, the engine, the data file.
struct Device {
    Theme theme;
    std::unique_ptr<Application> application;
    int daysWhenSaidToBeShown = -1;
    bool hasAllPages = false;

    explicit Device(const QString &folder, const QString &server = {}, const QString &code = {},
                    QDate week = shownThursday)
    {
        theme.setPreference(SchemePreference::Light);
        theme.apply(*qApp);
        ApplicationOptions options;
        options.engine.dataDir = folder;
        options.engine.secrets = SecretsMode::PlainFile;
        options.server = server;
        options.code = code;
        options.deviceName = u"Laptop"_s;
        options.week = week;
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

} // namespace film::test
