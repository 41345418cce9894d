#pragma once

#include "app/ui/crew_words_text.h"
#include "app/ui/dialogs/import_dialog.h"
#include "shared/domain/import/call_sheet_import.h"

namespace film::app {

class Theme;

// A file as it was read.
struct CallSheetFile {
    QString name;
    CallSheetImport import; // with what is ready only
};

// What call sheets would add, before they do: what is wrong with which line first, then the
// days. Lines with a problem stay out, and it says so. Nothing is added here.
class CallSheetImportDialog final : public ImportDialog
{
    Q_OBJECT
public:
    // `units` to name those of the days.
    CallSheetImportDialog(std::vector<CallSheetFile> files, std::vector<Unit> units,
                          const CrewWordsText &words, const Theme &theme,
                          QWidget *parent = nullptr);

    [[nodiscard]] QString summary() const;

signals:
    void addRequested(const std::vector<film::ShootingDay> &days);

protected:
    void requestAdd() override;

private:
    [[nodiscard]] std::vector<ShootingDay> days() const;
    [[nodiscard]] int linesLeftOut() const;
    [[nodiscard]] QTableWidget *makeProblems();
    [[nodiscard]] QTableWidget *makeDays();
    [[nodiscard]] QStringList dayRow(const CallSheetFile &file) const;

    std::vector<CallSheetFile> m_files;
    std::vector<Unit> m_units;
    const CrewWordsText &m_words;
};

} // namespace film::app
