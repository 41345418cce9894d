#pragma once

#include <QUndoCommand>

#include <functional>
#include <utility>

namespace film::app {

// A decision about days as a whole on the undo stack. Pushed after its first write has come back,
// so the first redo has nothing to do.
class SignOffCommand final : public QUndoCommand
{
public:
    SignOffCommand(const QString &text, std::function<void()> undo, std::function<void()> redo)
        : QUndoCommand(text)
        , m_undo(std::move(undo))
        , m_redo(std::move(redo))
    {}
    void undo() override { m_undo(); }
    void redo() override
    {
        if (std::exchange(m_isDone, true))
            m_redo();
    }

private:
    std::function<void()> m_undo;
    std::function<void()> m_redo;
    bool m_isDone = false;
};

} // namespace film::app
