#include "app/ui/pages/my_week_wiring.h"

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

} // namespace film::app
