#include "app/controllers/day_writer.h"

#include "app/controllers/day_edit_command.h"
#include "app/models/save_check.h"

#include <QUndoStack>

namespace film::app {

namespace {

// More than anybody types before a disk answers.
constexpr size_t writesMax = 64;

} // namespace

DayWriter::DayWriter(WeekStore &store, QUndoStack &undo, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_undo(undo)
{}

void DayWriter::write(Write write)
{
    Q_ASSERT(!write.edits.empty());
    for (const Edit &edit : write.edits)
        m_days.try_emplace({edit.day.key.date, edit.day.key.unit}, edit.day);
    Queued queued;
    queued.write = std::move(write);
    enqueue(std::move(queued));
}

void DayWriter::replay(const UndoStep &step, std::function<void()> failed)
{
    Queued queued;
    queued.isReplay = true;
    queued.step = step.number;
    queued.write.kind = step.isUndone ? WeekMessage::Kind::Undone : WeekMessage::Kind::Redone;
    queued.write.failed = std::move(failed);
    for (const DayRewrite &change : step.changes)
        queued.write.edits.push_back(
            {change.before, [after = change.after](const WorkDay &) { return after; }});
    enqueue(std::move(queued));
}

void DayWriter::restore(UndoStep step)
{
    m_undo.push(new DayEditCommand(*this, m_undo, std::move(step)));
}

// A step is undone once its last day is.
UndoNote DayWriter::noteOf(const Queued &queued)
{
    using Kind = UndoNote::Kind;
    UndoNote note{Kind::None, queued.step};
    const bool isLast = queued.next + 1 == queued.write.edits.size();
    if (!queued.isReplay)
        note.kind = queued.step == 0 ? Kind::Step : Kind::Part;
    else if (isLast && queued.step != 0)
        note.kind = queued.write.kind == WeekMessage::Kind::Undone ? Kind::Undone : Kind::Redone;
    note.name.page = int(UndoPage::MyWeek);
    note.isRewrite = queued.isReplay;
    return note;
}

void DayWriter::enqueue(Queued queued)
{
    if (m_queue.size() >= writesMax) {
        WeekMessage message{WeekMessage::Kind::Failed, queued.write.edits.front().day.key.date};
        message.error = ErrorCode::Busy;
        emit messageChanged(message);
        return;
    }
    m_queue.push_back(std::move(queued));
    if (!m_isWriting)
        writeNext();
}

void DayWriter::writeNext()
{
    m_isWriting = !m_queue.empty();
    if (!m_isWriting) {
        m_days.clear();
        return;
    }
    const Queued &queued = m_queue.front();
    if (queued.next == queued.write.edits.size()) {
        finish();
        return;
    }
    const Edit &edit = queued.write.edits[queued.next];
    const WorkDay before =
        queued.isReplay ? edit.day : m_days.at({edit.day.key.date, edit.day.key.unit});
    const DayRewrite change{before, edit.apply(before)};
    // On the day as it is by now: what it was typed on may have been written over since.
    if (const auto refusal = refusalOf(change.before, change.after); refusal && !queued.isReplay) {
        WeekMessage message{WeekMessage::Kind::WrongOrder};
        message.refusal = refusal;
        fail(std::move(message));
        return;
    }
    m_store.saveDay(change.before, change.after, noteOf(queued))
        .then(this, [this, change](const Result<SavedDay> &saved) { takeSaved(change, saved); });
}

void DayWriter::takeSaved(const DayRewrite &change, const Result<SavedDay> &saved)
{
    if (!saved) {
        WeekMessage message{WeekMessage::Kind::Failed};
        message.error = saved.error().code;
        fail(std::move(message));
        return;
    }
    Queued &queued = m_queue.front();
    if (saved->isLeftAlone)
        ++queued.leftAlone;
    else
        queued.done.push_back(change);
    if (!queued.isReplay)
        queued.step = saved->undoStep;
    ++queued.next;
    m_days.insert_or_assign({saved->day.key.date, saved->day.key.unit}, saved->day);
    emit dayWritten(*saved);
    writeNext();
}

void DayWriter::finish()
{
    Queued queued = std::move(m_queue.front());
    m_queue.pop_front();
    WeekMessage message{WeekMessage::Kind::ChangedSince, queued.write.edits.front().day.key.date};
    if (!queued.done.empty()) {
        const WorkDay &last = queued.done.back().after;
        message = {queued.write.kind, last.key.date, workedMinutes(last)};
    }
    message.count = int(queued.done.size());
    message.leftAlone = queued.leftAlone;
    message.open = std::move(queued.write.open);
    message.outOfOrder = std::move(queued.write.outOfOrder);
    pushUndo(queued);
    emit messageChanged(message);
    writeNext();
}

void DayWriter::fail(WeekMessage message)
{
    Queued queued = std::move(m_queue.front());
    m_queue.pop_front();
    message.date = queued.write.edits[queued.next].day.key.date;
    // What was written before the failure stays written, and can be taken back.
    pushUndo(queued);
    // Later: the undo stack may be in the middle of the very call that failed.
    if (queued.write.failed)
        QMetaObject::invokeMethod(this, queued.write.failed, Qt::QueuedConnection);
    emit messageChanged(message);
    writeNext();
}

void DayWriter::pushUndo(Queued &queued)
{
    if (!queued.isReplay && !queued.done.empty())
        m_undo.push(
            new DayEditCommand(*this, m_undo, {queued.step, false, std::move(queued.done)}));
}

} // namespace film::app
