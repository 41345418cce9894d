#pragma once

#include "app/controllers/crew_controller.h"
#include "app/ui/dialogs/import_dialog.h"

class QCheckBox;
class QComboBox;
class QTimer;

namespace film::app {

class CrewWordsText;

// What a block from a spreadsheet would write into the grid, row by row, before any of it is
// written. Follows what arrives meanwhile.
class PasteDialog final : public ImportDialog
{
    Q_OBJECT
public:
    PasteDialog(const CrewController &controller, const CrewModel &crew, const CrewWordsText &words,
                PasteRequest request, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QString summary() const;

signals:
    void applyRequested(const film::app::PasteRequest &request);

protected:
    void requestAdd() override { emit applyRequested(m_request); }

private:
    void makeQuestions();
    void refresh();
    void addItem(const PasteItem &item);
    [[nodiscard]] QString dayOf(const PasteItem &item) const;
    [[nodiscard]] QString verdictOf(const PasteItem &item) const;

    const CrewController &m_controller;
    const CrewModel &m_crew;
    const CrewWordsText &m_words;
    PasteRequest m_request;
    PastePreview m_preview;
    QLabel *m_summary;
    QComboBox *m_layoutChoice = nullptr;
    QCheckBox *m_keep = nullptr;
    QTableWidget *m_table;
    KeyHintButton *m_apply;
    QTimer *m_soon; // many changes at once are looked at once
};

} // namespace film::app
