#pragma once

#include "app/controllers/week_message.h"
#include "app/controllers/week_store.h"

#include <QObject>

#include <deque>
#include <functional>
#include <map>
#include <utility>

class QUndoStack;

namespace film::app {

// One day before and after a write.
struct DayRewrite {
    WorkDay before;
    WorkDay after;
};

// What is taken back in one go.
struct UndoStep {
    quint64 number = 0; // in the file; 0 if it is not there
    bool isUndone = false;
    std::vector<DayRewrite> changes{};
};

// Writes days one after the other, each edit on the day as the one before left it, and puts
// what was written on the undo stack. GUI thread.
class DayWriter final : public QObject
{
    Q_OBJECT
public:
    struct Edit {
        WorkDay day; // as the person saw it
        std::function<WorkDay(WorkDay)> apply;
    };
    // What a person did in one go, and takes back in one go.
    struct Write {
        WeekMessage::Kind kind = WeekMessage::Kind::Saved;
        std::vector<Edit> edits{};
        // What was left out of it, to be said with the result.
        std::vector<ClockQuestion> open{};
        std::vector<QDate> outOfOrder{};
        // Puts right what was done on the assumption that the write works.
        std::function<void()> failed{};
    };

    // Both outlive the writer.
    DayWriter(WeekStore &store, QUndoStack &undo, QObject *parent = nullptr);

    void write(Write write);
    // The same days again, or the other way round; `failed` puts the undo stack right.
    void replay(const UndoStep &step, std::function<void()> failed);
    // A step that the file remembers, on top of the stack.
    void restore(UndoStep step);

signals:
    void dayWritten(const film::app::SavedDay &saved);
    void messageChanged(const film::app::WeekMessage &message);

private:
    struct Queued {
        Write write;
        bool isReplay = false;
        quint64 step = 0;
        size_t next = 0;
        std::vector<DayRewrite> done{};
        int leftAlone = 0;
    };

    void enqueue(Queued queued);
    void writeNext();
    [[nodiscard]] static UndoNote noteOf(const Queued &queued);
    void takeSaved(const DayRewrite &change, const Result<SavedDay> &saved);
    void finish();
    void fail(WeekMessage message);
    void pushUndo(Queued &queued);

    WeekStore &m_store;
    QUndoStack &m_undo;
    std::deque<Queued> m_queue;
    // The days of the queue, each unit's, as they were last written, whatever week is open by now.
    std::map<std::pair<QDate, UnitId>, WorkDay> m_days;
    bool m_isWriting = false;
};

} // namespace film::app
