#pragma once

#include "app/controllers/call_sheet_controller.h"
#include "app/controllers/engine_office_store.h"
#include "app/controllers/people_controller.h"
#include "app/models/people_model.h"
#include "app/settings_sheet_drafts.h"
#include "app/ui/main_window.h"
#include "app/ui/people_words_text.h"
#include "app/ui/sheet_words_text.h"

#include <QUndoStack>

#include <functional>
#include <memory>

namespace film::app {

class CallSheetsPage;
class PeoplePage;
class Theme;

// The production office in the window: call sheets, and the crew list with its deals. GUI thread.
class OfficeDesk final : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        Engine &engine;
        QUndoStack &undo;
        MainWindow &window;
        const Theme &theme;
        QSettings &settings; // keeps the drafts of call sheets
        ProductionId production;
        const CrewWordsText &words;
        std::function<std::vector<rules::RulePack>()> packs; // asked for once, when needed
    };
    explicit OfficeDesk(Parts parts, QObject *parent = nullptr);
    ~OfficeDesk() override;

    void addCallSheetsPage();
    void addPeoplePage();
    void showWeek(QDate first) { m_sheetController.showWeek(first); }
    // Times are written anew.
    void refreshWords();
    [[nodiscard]] OfficeStore &store() { return m_store; }
    [[nodiscard]] RecordWriter &writer() { return m_writer; }

public slots:
    void reload();

signals:
    void crewImportRequested();
    void sheetImportRequested();
    // Something was written that other pages show, too.
    void recordsWritten();

private:
    [[nodiscard]] const rules::PackShelf *shelf();

    Parts m_parts;
    EngineOfficeStore m_store;
    RecordWriter m_writer;
    PeopleWordsText m_peopleWords;
    PeopleModel m_people;
    PeopleController m_peopleController;
    SheetWordsText m_sheetWords;
    SheetDaysModel m_sheetDays;
    CallsModel m_calls;
    SettingsSheetDrafts m_drafts;
    CallSheetController m_sheetController;
    std::unique_ptr<rules::PackShelf> m_shelf;
    PeoplePage *m_peoplePage = nullptr; // the window's, as is the next
    CallSheetsPage *m_sheetsPage = nullptr;
};

} // namespace film::app
