#pragma once

#include "app/controllers/crew_controller.h"
#include "app/controllers/crew_preferences.h"
#include "app/controllers/history_controller.h"
#include "app/ui/theme/density.h"

#include <QSet>
#include <QWidget>

class QAction;
class QButtonGroup;
class QLabel;
class QLineEdit;
class QTimer;
class QVBoxLayout;

namespace film::app {

class BottomPane;
class BulkBar;
class CellDelegate;
class CrewGridView;
class CrewSetupPanel;
class CrewViewButton;
class CrewWordsText;
class ExceptionsPanel;
class HistoryPanel;
class NoticePanel;
class SegmentControl;
class Theme;

// What the page shows and what it asks; it owns none of it.
struct CrewGridParts {
    CrewController &controller;
    CrewModel &crew;
    CrewFilterModel &filter;
    ExceptionsModel &exceptions;
    HistoryController &history;
    HistoryModel &historyModel;
    const CrewWordsText &words;
};

// Everybody's week: filters, the grid, the bulk bar, and under it what needs a look.
class CrewGridPage final : public QWidget
{
    Q_OBJECT
public:
    CrewGridPage(const CrewGridParts &parts, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] CrewRefs selectedCells() const; // in the order they are shown
    [[nodiscard]] CrewGridView *grid() const { return m_grid; }
    // The right end of the status bar: "5 cells".
    [[nodiscard]] QString selectionSummary() const;
    void showCell(const CrewRef &ref);
    // Its commands by the menu they belong to. The keys are theirs and count inside the page.
    struct Commands {
        QList<QAction *> edit;
        QList<QAction *> entry;
        QList<QAction *> view;
    };
    [[nodiscard]] const Commands &commands() const { return m_commands; }
    // Whoever edits everybody is shown how to add a crew where there is none but themselves,
    // then how to add call sheets.
    void offerSetup(const QString &production);
    void setDensity(Density density);
    // Named views and offsets of this production; outlives the page.
    void setPreferences(CrewPreferences &preferences);
    [[nodiscard]] CrewView currentView() const;
    void showView(const CrewView &view);

public slots:
    void focusFilter();
    // Everybody of the department, with or without flags, until something else is looked for.
    void showDepartment(const film::DepartmentId &department);
    // Keys of the whole window, which sends them to the page that is shown.
    void nextException();
    void previousException();
    void showHistory();
    void editCell();

signals:
    void messageChanged(const QString &message);
    void selectionSummaryChanged(const QString &summary);
    void conflictRequested(const film::WorkDayKey &key);
    void crewFileRequested();
    void crewTextPasted(const QString &text);
    void callSheetRequested();

private:
    [[nodiscard]] QLayout *makeHeader();
    void makeActions();
    [[nodiscard]] QAction *makeCommand(const QString &text, const QKeySequence &keys,
                                       void (CrewGridPage::*slot)());
    void connectGrid();

    void fillDown();
    void fillRight();
    void fillFromCallSheet();
    void applyBulk();
    void clearTimes();
    void copy();
    void paste();
    void previewPaste(PasteRequest request);
    void pasteCrew();
    void fixException();
    void acceptPenalties();
    void selectColumn();
    void selectRow();
    void toggleAllDepartments();
    void chooseView();
    void askOffsets();

    void stepException(int step);
    void fix(int row);
    void askToMoveCall(const ExceptionsModel::Row &row);
    void setFilter(int id);
    void chooseChip(int id);
    void fitColumns();
    void updateDaysOff();
    void updateProgress();
    void updateSelection();
    void updateNoMatch();
    void sayNobody();
    void updateSetup();
    [[nodiscard]] bool isRead() const; // the first week
    void sayNotRead();
    [[nodiscard]] bool hasNobody() const;
    [[nodiscard]] bool needsCrew() const;
    [[nodiscard]] bool readsAsTimes(const QString &text) const;
    void startWeek();
    void showRows();
    void goToFirstCell();
    void updateExpanded();
    void updateAhead();
    void say(const CrewReport &report);
    [[nodiscard]] std::optional<CrewRef> currentCell() const;

    CrewGridParts m_parts;
    const Theme &m_theme;
    Commands m_commands;
    QList<QAction *> m_forManyCells;
    QLabel *m_progress = nullptr;
    QButtonGroup *m_chips = nullptr;
    QLineEdit *m_filter = nullptr;
    SegmentControl *m_shows = nullptr;
    CrewViewButton *m_views = nullptr;
    CrewPreferences *m_preferences = nullptr;
    CrewGridView *m_grid;
    CellDelegate *m_delegate;
    CellDelegate *m_frozenDelegate; // of the column that stays
    Density m_density = Density::Close;
    QVBoxLayout *m_over;                // of what stands over the cells
    std::optional<ErrorCode> m_failure; // of the last read
    NoticePanel *m_noMatch;
    CrewSetupPanel *m_setup;
    QWidget *m_firstSheetRow; // with the gaps round it
    NoticePanel *m_firstSheet;
    BulkBar *m_bulk;
    BottomPane *m_bottom;
    ExceptionsPanel *m_exceptions;
    QTimer *m_aheadSoon; // many changes at once are looked at once
    HistoryPanel *m_history;
    bool m_mayAddCrew = false;
    bool m_isEmpty = false;      // and shown so
    QSet<DepartmentId> m_closed; // by the person, or because nothing is to be done in them
    std::array<bool, 7> m_isOff{};
};

} // namespace film::app
