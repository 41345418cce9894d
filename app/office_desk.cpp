#include "app/office_desk.h"

#include "app/ui/error_text.h"
#include "app/ui/pages/call_sheets_page.h"
#include "app/ui/pages/people_page.h"

namespace film::app {

OfficeDesk::OfficeDesk(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_store(m_parts.engine)
    , m_writer(m_store, m_parts.undo)
    , m_people(m_peopleWords)
    , m_peopleController({m_store, m_people, m_writer})
    , m_sheetWords(m_parts.words)
    , m_sheetDays(m_sheetWords)
    , m_calls(m_sheetWords)
    , m_drafts(m_parts.settings, m_parts.production)
    , m_sheetController({m_store, m_writer, m_drafts, m_sheetDays, m_calls, m_parts.undo})
{
    MainWindow &window = m_parts.window;
    connect(&m_writer, &RecordWriter::saved, &window, &MainWindow::showMessage);
    connect(&m_writer, &RecordWriter::takenBack, &window, [&window](const QString &name) {
        window.showMessage(tr("Taken back: %1.").arg(name));
    });
    connect(&m_writer, &RecordWriter::doneAgain, &window, [&window](const QString &name) {
        window.showMessage(tr("Done again: %1.").arg(name));
    });
    connect(&m_writer, &RecordWriter::failed, &window, [&window](const Error &error) {
        window.showMessage(error.code == ErrorCode::Conflict
                               ? tr("Somebody else changed that a moment ago. Nothing was changed "
                                    "here; look at it again.")
                               : ErrorText::forUser(error.code));
    });
    connect(&m_writer, &RecordWriter::recordsWritten, this, &OfficeDesk::recordsWritten);
}

OfficeDesk::~OfficeDesk() = default;

const rules::PackShelf *OfficeDesk::shelf()
{
    if (!m_shelf)
        m_shelf = std::make_unique<rules::PackShelf>(m_parts.packs());
    return m_shelf.get();
}

void OfficeDesk::addPeoplePage()
{
    m_peoplePage = new PeoplePage(
        m_peopleController, m_people, [this] { return shelf(); }, m_parts.theme);
    addPeople(m_parts.window, m_peoplePage, m_peopleController);
    connect(m_peoplePage, &PeoplePage::importRequested, this, &OfficeDesk::crewImportRequested);
}

void OfficeDesk::addCallSheetsPage()
{
    m_sheetsPage =
        new CallSheetsPage({m_sheetController, m_sheetDays, m_calls, m_sheetWords}, m_parts.theme);
    addCallSheets(m_parts.window, m_sheetsPage, m_sheetController);
    connect(m_sheetsPage, &CallSheetsPage::importRequested, this,
            &OfficeDesk::sheetImportRequested);
}

void OfficeDesk::refreshWords()
{
    if (m_sheetsPage)
        m_sheetsPage->refreshWords();
}

void OfficeDesk::reload()
{
    m_peopleController.reload();
    m_sheetController.reload();
}

} // namespace film::app
