#include "app/ui/pages/crew_grid_wiring.h"

#include "app/ui/main_window.h"
#include "app/ui/pages/crew_grid_page.h"

using namespace Qt::StringLiterals;

namespace film::app {

void addCrewGrid(MainWindow &window, CrewGridPage *page)
{
    using MenuId = MainWindow::MenuId;
    const QString id = QString::fromLatin1(crewGridPageId);
    window.addPage(id, u"table-2"_s, CrewGridPage::tr("Crew grid"), page);
    window.addPageCommands(MenuId::Edit, id, page->commands().edit);
    window.addPageCommands(MenuId::Entry, id, page->commands().entry);
    window.addPageCommands(MenuId::View, id, page->commands().view);

    QObject::connect(page, &CrewGridPage::messageChanged, &window, &MainWindow::showMessage);
    QObject::connect(page, &CrewGridPage::selectionSummaryChanged, &window,
                     [&window, id](const QString &text) { window.setSelectionText(id, text); });

    const auto answer = [&window, id](Command command, std::function<void()> handler) {
        window.setHandler(command, id, std::move(handler));
    };
    answer(Command::History, [page] { page->showHistory(); });
    answer(Command::EditCell, [page] { page->editCell(); });
    answer(Command::NextException, [page] { page->nextException(); });
    answer(Command::PreviousException, [page] { page->previousException(); });
}

} // namespace film::app
