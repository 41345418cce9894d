#pragma once

#include "app/controllers/bulk_edit.h"
#include "app/controllers/crew_paste.h"
#include "app/controllers/crew_store.h"
#include "app/controllers/department_offsets.h"
#include "app/controllers/sign_off_command.h"
#include "app/models/crew_filter_model.h"
#include "app/models/crew_report.h"
#include "app/models/exceptions_model.h"
#include "shared/base/clock.h"
#include "shared/domain/day_line.h"

#include <QObject>
#include <QTimer>
#include <QUndoStack>

namespace film::app {

using CrewRefs = std::vector<CrewRef>;

// What becomes of cells that already have times.
enum class Existing : quint8 { Replace, Keep };

// What the bulk bar would do, computed before it does it.
struct BulkPreview {
    int cells = 0;    // that would be written
    int locked = 0;   // that would be skipped
    int existing = 0; // of `cells`: those that have times already
    int withHours = 0;
    Minutes least{0};
    Minutes most{0};
    Minutes total{0};
    int shortRest = 0; // people whose rest would be too short
    int meals = 0;     // meals late or missing
    int otherFlags = 0;
    int open = 0;       // left out: a clock change leaves a time open
    int wrongOrder = 0; // left out: their times would be in no possible order
    std::optional<BulkRefusal> refusal;
};

// The decisions of the crew grid. A command shows its result at once, saves it as one change per
// day and one step of undo, and takes it back if it could not be saved. GUI thread.
class CrewController final : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        CrewStore &store;
        CrewModel &crew;
        CrewFilterModel &filter;
        ExceptionsModel &exceptions;
        QUndoStack &undo; // of the window: steps of other pages lie between
        const CrewWords &words;
        const Clock *clock = nullptr; // moves the week on; without, it stands as it was read
    };
    explicit CrewController(const Parts &parts, QObject *parent = nullptr);

    void setPointStyle(PointStyle style) { m_pointStyle = style; }
    // Counted in what is typed for many and in what is filled from the call sheet.
    void setOffsets(DepartmentOffsets offsets) { m_offsets = std::move(offsets); }
    [[nodiscard]] const DepartmentOffsets &offsets() const { return m_offsets; }

    // What a text in that cell means; for the echo while typing. A time that a clock change
    // leaves open is offered as two readings.
    [[nodiscard]] DayLineReading read(const CrewRef &ref, const QString &text) const;
    // Why it could not be saved although it is understood.
    [[nodiscard]] std::optional<DayFinding> refusal(const CrewRef &ref, const QString &text) const;
    // A line that would be read back as the day.
    [[nodiscard]] QString editText(const CrewRef &ref) const;

    [[nodiscard]] BulkPreview preview(const CrewRefs &refs, const BulkFields &fields,
                                      Existing existing = Existing::Replace) const;
    // What a block from a spreadsheet would do, row by row. Nothing is written.
    [[nodiscard]] PastePreview previewPaste(const PasteRequest &request) const;
    // The cell's value if all cells have the same, else nothing ("mixed").
    [[nodiscard]] std::optional<BulkValue> commonValue(const CrewRefs &refs, BulkField field) const;

    // The cell after (step 1) or before (-1) this one that a person should look at.
    [[nodiscard]] std::optional<CrewRef> nextException(const std::optional<CrewRef> &from,
                                                       int step) const;

public slots:
    // Looks at the clock: a day is over, and another is today. Called by its own timer.
    void tick();
    void showWeek(QDate weekStart);
    void reload();
    // Days that changed elsewhere: what the store pushes instead of a whole week.
    void mergeDays(const std::vector<film::app::CrewModel::DayUpdate> &updates);

    // The same line for every cell, read for each in its own place ("cs" and "=" differ). True
    // if it was understood.
    bool enterLine(const film::app::CrewRefs &refs, const QString &text);
    void enterTimes(const film::app::CrewRefs &refs, const film::DayTimes &times);
    // Each column from its first cell, each row from its first cell.
    void fillDown(const film::app::CrewRefs &refs);
    void fillRight(const film::app::CrewRefs &refs);
    void fillFromCallSheet(const film::app::CrewRefs &refs,
                           film::app::Existing existing = film::app::Existing::Replace);
    bool applyFields(const film::app::CrewRefs &refs, const film::app::BulkFields &fields,
                     film::app::Existing existing = film::app::Existing::Replace);
    void clearTimes(const film::app::CrewRefs &refs);
    // Tab-separated day lines from `anchor` on, over the people below it as they are shown. All
    // or nothing: one text that is not understood leaves everything as it was.
    bool paste(const film::app::CrewRef &anchor, const std::vector<film::PersonId> &people,
               const QString &text);
    // What previewPaste() says is written, as one step; what stays out stays as it was.
    void applyPaste(const film::app::PasteRequest &request);
    void restore(const film::app::DayEdit &edit);
    // On the call sheet, for this person alone.
    void moveCall(const film::app::CrewRef &ref, film::Minutes call, const QString &reason);
    // The penalties of the day are right as they are: paid, and no exception any more.
    void acceptPenalties(const film::app::CrewRef &ref);
    // A step of undo that the file remembers, on top of the stack.
    void restoreStep(const film::app::SavedStep &step);

    void setFilter(film::app::CrewFilter filter);
    void setTextFilter(const QString &text);
    void setDepartmentFilter(const film::DepartmentId &department);

signals:
    // Another week takes the place of the one that is shown: what is being typed is to be taken.
    void weekAboutToChange();
    void weekShown(QDate weekStart);
    void loadFailed(const film::Error &error);
    void reported(const film::app::CrewReport &report);

private:
    friend class CrewCommand;
    friend class CallCommand;

    // Cells that can be written, and in the report those that cannot.
    [[nodiscard]] CrewRefs writable(const CrewRefs &refs, CrewReport &report) const;
    [[nodiscard]] DayLineContext contextOf(const CrewRef &ref) const;
    [[nodiscard]] std::optional<DayTimes> calledTimes(const CrewRef &ref) const;
    // The same, ahead and later as their department is.
    [[nodiscard]] std::optional<DayTimes> filledTimes(const CrewRef &ref) const;
    [[nodiscard]] DepartmentOffset offsetOf(const CrewRef &ref) const;
    [[nodiscard]] tl::expected<WorkDay, BulkRefusal> applied(const CrewRef &ref,
                                                             const BulkFields &fields) const;
    [[nodiscard]] DayEdit editTo(const CrewRef &ref, WorkDay day) const;
    [[nodiscard]] DayLineReading readPlain(const CrewRef &ref, const QString &text) const;
    // The first time of the edit that a clock change leaves open.
    [[nodiscard]] std::optional<ClockQuestion> questionOf(const DayEdit &edit,
                                                          const ClockAnswers &answers = {}) const;
    // Takes it among the edits, or, if it cannot be saved as it is, into the report.
    void takeEdit(const CrewRef &ref, WorkDay day, std::vector<DayEdit> &edits, CrewReport &report,
                  const ClockAnswers &answers = {}) const;
    [[nodiscard]] DayTimes chosenTimes(const CrewRef &ref, DayTimes times, size_t choice) const;
    [[nodiscard]] std::optional<CrewRef> refOf(const WorkDayKey &key) const;

    void readPasted(const PasteRequest &request, PasteItem &item) const;
    void enterTyped();
    void fillFrom(const CrewRefs &refs, bool isDown);
    void commit(std::vector<DayEdit> edits, CrewReport report);
    void rewrite(quint64 step, const std::vector<DayEdit> &edits, CrewReport report);
    void save(std::vector<DayEdit> edits, CrewReport report, const UndoNote &note);
    void write(std::vector<DayEdit> edits, CrewReport report, const UndoNote &note);
    void onSaved(std::vector<DayEdit> edits, CrewReport report, const Result<SaveReport> &saved);
    void putBackMark(CrewReport::Kind failed);
    void show(const std::vector<DayEdit> &edits, bool isPending);
    void takeBack(const std::vector<DayEdit> &edits);
    void describe(const std::vector<DayEdit> &edits, CrewReport &report) const;
    void load(QDate weekStart);
    void writeCall(const CallMove &move, CrewReport report);
    void writeReview(const PenaltyReview &review, CrewReport report, const DropStep &drop);

    CrewStore &m_store;
    CrewModel &m_crew;
    CrewFilterModel &m_filter;
    ExceptionsModel &m_exceptions;
    const CrewWords &m_words;
    QUndoStack &m_undo;
    const Clock *m_clock;
    QTimer m_minute;
    QDate m_weekStart;
    std::vector<std::pair<CrewRef, QString>> m_typed; // into cells, not taken yet
    PointStyle m_pointStyle = PointStyle::Ask;
    DepartmentOffsets m_offsets;
    int m_shown = 0;            // counts what was shown before it was saved
    bool m_isReturning = false; // the stack is put back where it was after a failed save
};

} // namespace film::app
