#pragma once

#include "app/controllers/day_writer.h"

#include <QPointer>
#include <QUndoCommand>

#include <memory>

namespace film::app {

// One edit on the undo stack. It is pushed after its first write has come back, so the first
// redo has nothing to do; one that comes back undone from the file has two calls of that kind. Undo
// is a new change like any other: it works offline and after sync.
class DayEditCommand final : public QUndoCommand
{
public:
    DayEditCommand(DayWriter &writer, QUndoStack &stack, UndoStep step);

    void undo() override;
    void redo() override;

private:
    QPointer<DayWriter> m_writer;
    QUndoStack &m_stack;
    UndoStep m_step;
    // Calls that only move the stack's mark. Shared with a write under way, which may come back
    // after the stack has dropped this command.
    std::shared_ptr<int> m_skips;
};

} // namespace film::app
