#pragma once

#include "app/controllers/crew_import.h"
#include "app/ui/dialogs/import_dialog.h"

class QLabel;
class QTableWidget;

namespace film::app {

class ImportQuestion;
class KeyHintButton;
class Theme;

// What a crew list would add, before it does: what its columns mean, what is open about it, what is
// wrong with which row, and who on it is here already. Rows with a problem and people about whom
// nobody decided stay out, and it says so. Nothing is added here.
class CrewImportDialog final : public ImportDialog
{
    Q_OBJECT
public:
    CrewImportDialog(CrewImportDraft draft, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QString summary() const;
    [[nodiscard]] const CrewImportDraft &draft() const { return m_draft; }

signals:
    void addRequested(const film::app::CrewImportDraft &draft);

protected:
    void requestAdd() override;

private:
    void makeColumns();
    void makeQuestions();
    void makeProblems();
    void makePeople();
    // The draft reads anew with what was answered; so does everything that is shown.
    void refresh();
    void showColumns();
    void showQuestions();
    void showProblems();
    void showPeople();
    void showSummary();
    [[nodiscard]] QStringList rowOf(const MatchedPerson &person) const;
    [[nodiscard]] QString outcomeOf(const MatchedPerson &person) const;
    [[nodiscard]] QWidget *makeDecision(size_t person);

    CrewImportDraft m_draft;
    QLabel *m_summary = nullptr;
    QTableWidget *m_columns = nullptr;
    ImportQuestion *m_dates = nullptr;
    ImportQuestion *m_decimals = nullptr;
    QTableWidget *m_problems = nullptr;
    QTableWidget *m_people = nullptr;
    KeyHintButton *m_add = nullptr;
};

} // namespace film::app
