#pragma once

#include "app/ui/dialogs/import_dialog.h"
#include "shared/domain/import/crew_list_import.h"

class QTableWidget;

namespace film::app {

class Theme;

// What a crew list would add, before it does: what is wrong with which row first, then the first
// people. Rows with a problem stay out, and it says so. Nothing is added here.
class CrewImportDialog final : public ImportDialog
{
    Q_OBJECT
public:
    // `import` with the ready rows only.
    CrewImportDialog(const CrewListImport &import, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QString summary() const;

signals:
    void addRequested(const film::CrewList &crew);

protected:
    void requestAdd() override;

private:
    [[nodiscard]] QTableWidget *makeProblems();
    [[nodiscard]] QTableWidget *makePeople();

    CrewListImport m_import;
};

} // namespace film::app
