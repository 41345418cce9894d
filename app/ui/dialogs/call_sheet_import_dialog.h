#pragma once

#include "app/ui/crew_words_text.h"
#include "app/ui/dialogs/import_dialog.h"
#include "shared/domain/import/call_sheet_import.h"

namespace film::app {

class ImportQuestion;
class KeyHintButton;
class Theme;

// A file as it was read.
struct CallSheetFile {
    QString name;
    CallSheetImport import; // with what is ready only
    QByteArray bytes;       // to read it anew, once a question is answered
};

// What call sheets would add, before they do: what is open and what is wrong with which line
// first, then the days. Lines with a problem stay out, and it says so. Nothing is added here.
class CallSheetImportDialog final : public ImportDialog
{
    Q_OBJECT
public:
    // `known` to name units and people; `options` as the files were read with.
    CallSheetImportDialog(std::vector<CallSheetFile> files, CrewList known,
                          const CallSheetOptions &options, const CrewWordsText &words,
                          const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QString summary() const;

signals:
    void addRequested(const std::vector<film::ShootingDay> &days);

protected:
    void requestAdd() override;

private:
    [[nodiscard]] std::vector<ShootingDay> days() const;
    [[nodiscard]] int linesLeftOut() const;
    void makeQuestions();
    void makeProblems();
    void makeDays();
    void readAgain();
    void refresh();
    // Asked once for all files, and it stays to be changed.
    void showQuestions();
    [[nodiscard]] const ImportVerdict *firstOf(ImportKind kind) const;
    void showProblems();
    [[nodiscard]] QWidget *makeDecision(const ImportVerdict &verdict);
    [[nodiscard]] std::vector<PersonId> candidatesFor(const ImportVerdict &verdict) const;
    [[nodiscard]] QString nameOf(PersonId person) const;
    [[nodiscard]] QStringList dayRow(const CallSheetFile &file) const;

    std::vector<CallSheetFile> m_files;
    CrewList m_known;
    CallSheetOptions m_options;
    const CrewWordsText &m_words;
    QLabel *m_summary = nullptr;
    ImportQuestion *m_dates = nullptr;
    ImportQuestion *m_points = nullptr; // in times: hundredths of an hour, or minutes
    QTableWidget *m_problems = nullptr;
    QTableWidget *m_daysTable = nullptr;
    KeyHintButton *m_add = nullptr;
};

} // namespace film::app
