#include "app/ui/pages/my_week_wiring.h"

#include "app/controllers/history_controller.h"
#include "app/ui/docks/history_panel.h"
#include "app/ui/error_text.h"
#include "app/ui/main_window.h"
#include "app/ui/pages/my_week_page.h"
#include "app/ui/widgets/day_panel.h"

#include <QAction>
#include <QDockWidget>

using namespace Qt::StringLiterals;

namespace film::app {

void addMyWeek(MainWindow &window, MyWeekPage *page, WeekController &controller)
{
    const QString id = QString::fromLatin1(myWeekPageId);
    window.addPage(id, u"calendar-days"_s, MyWeekPage::tr("My week"), page);
    window.addPageCommands(MainWindow::MenuId::Week, id, {page->submitAction()});
    QDockWidget *dock =
        window.addPageDock(id, MyWeekPage::tr("Day"), page->dayPanel(), Qt::RightDockWidgetArea);

    QObject::connect(page, &MyWeekPage::dayTitleChanged, dock, &QDockWidget::setWindowTitle);
    QObject::connect(page, &MyWeekPage::messageShown, &window, &MainWindow::showMessage);
    QObject::connect(page, &MyWeekPage::weekTitleChanged, &window, &MainWindow::setWeek);
    QObject::connect(page, &MyWeekPage::rulesChanged, &window,
                     [&window, id](const QString &pack) { window.setRules(id, pack); });
    QObject::connect(&window, &MainWindow::notationChosen, page, &MyWeekPage::setNotation);
    QObject::connect(&window, &MainWindow::weekChosen, &controller, &WeekController::openWeek);
    QObject::connect(&controller, &WeekController::snapshotChanged, &window,
                     [&window, &controller] { window.setZone(controller.zone()); });
    QObject::connect(&controller, &WeekController::syncStateChanged, &window,
                     &MainWindow::setSyncState);

    const auto answer = [&window, id](Command command, std::function<void()> handler) {
        window.setHandler(command, id, std::move(handler));
    };
    answer(Command::QuickEntry, [page] { page->focusQuickEntry(); });
    answer(Command::Stamp, [&controller] { controller.stampNow(); });
    answer(Command::CopyLastWeek, [&controller] { controller.copyLastWeek(); });
    answer(Command::History, [page] { page->showHistory(); });
    answer(Command::EditCell, [page] { page->editCell(); });
    answer(Command::NextException, [page] { page->goToNextFinding(1); });
    answer(Command::PreviousException, [page] { page->goToNextFinding(-1); });
    answer(Command::PreviousWeek, [&controller] { controller.previousWeek(); });
    answer(Command::NextWeek, [&controller] { controller.nextWeek(); });
    answer(Command::Today, [&controller] { controller.goToday(); });
}

void addMyWeekHistory(MainWindow &window, MyWeekPage *page, const MyWeekHistory &parts)
{
    WeekController &controller = parts.controller;
    HistoryController &history = parts.history;
    auto *panel = new HistoryPanel(history, parts.model, parts.words, parts.theme);
    QDockWidget *dock =
        window.addPageDock(QString::fromLatin1(myWeekPageId), MyWeekPage::tr("Entry history"),
                           panel, Qt::BottomDockWidgetArea);
    window.setDockShown(dock, false);
    const auto show = [&controller, &history, panel](QDate date) {
        const WeekDay *day = controller.snapshot().find(date);
        if (!day)
            return;
        panel->setPerson(controller.snapshot().personName);
        history.show(day->day.key);
    };
    QObject::connect(page, &MyWeekPage::historyRequested, panel, [&window, dock, show](QDate date) {
        show(date);
        window.setDockShown(dock, true);
    });
    QObject::connect(&controller, &WeekController::daySelected, panel, [dock, show](QDate date) {
        if (dock->isVisible())
            show(date);
    });
    // Read again only when the day has become another: the list would lose what is selected.
    QObject::connect(&controller, &WeekController::snapshotChanged, panel,
                     [&history, &model = parts.model](const WeekSnapshot &week) {
                         const auto &shown = history.shown();
                         const WeekDay *day = shown ? week.find(shown->date) : nullptr;
                         if (day && day->day != model.history().now)
                             history.reload();
                     });
    QObject::connect(&history, &HistoryController::restoreRequested, &controller,
                     &WeekController::restoreDay);
    QObject::connect(&history, &HistoryController::failed, &window, [&window](const Error &error) {
        window.showMessage(ErrorText::forUser(error.code));
    });
}

} // namespace film::app
