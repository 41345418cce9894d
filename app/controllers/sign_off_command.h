#pragma once

#include <QUndoCommand>

#include <functional>
#include <memory>
#include <utility>

namespace film::app {

// Says that a step could not be done; empty with a decision that is new.
using DropStep = std::function<void()>;

// A decision about days as a whole on the undo stack. Pushed after its first write has come back,
// so the first redo has nothing to do. What could not be undone or done again is no step any more:
// the stack would go on as if it had been.
class SignOffCommand final : public QUndoCommand
{
public:
    using Step = std::function<void(const DropStep &)>;
    SignOffCommand(const QString &text, Step undo, Step redo)
        : QUndoCommand(text)
        , m_undo(std::move(undo))
        , m_redo(std::move(redo))
    {}
    void undo() override { run(m_undo); }
    void redo() override
    {
        if (std::exchange(m_isDone, true))
            run(m_redo);
    }

private:
    void run(const Step &step)
    {
        if (!*m_isDropped)
            step([isDropped = m_isDropped] { *isDropped = true; });
        setObsolete(*m_isDropped);
    }

    Step m_undo;
    Step m_redo;
    // Shared: the answer comes when the stack may have let go of the command.
    std::shared_ptr<bool> m_isDropped = std::make_shared<bool>(false);
    bool m_isDone = false;
};

} // namespace film::app
