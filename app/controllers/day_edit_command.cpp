#include "app/controllers/day_edit_command.h"

#include "app/models/date_text.h"

#include <QUndoStack>

#include <algorithm>

namespace film::app {

DayEditCommand::DayEditCommand(DayWriter &writer, QUndoStack &stack, UndoStep step)
    : m_writer(&writer)
    , m_stack(stack)
    , m_step(std::move(step))
    , m_skips(std::make_shared<int>(m_step.isUndone ? 2 : 1))
{
    // The menu names it: "Undo Thu 20 Nov".
    if (!m_step.changes.empty())
        setText(shortDate(m_step.changes.front().after.key.date));
}

void DayEditCommand::undo()
{
    if (*m_skips > 0) {
        --*m_skips;
        return;
    }
    if (!m_writer)
        return;
    std::vector<DayRewrite> back;
    for (const DayRewrite &change : m_step.changes)
        back.push_back({change.after, change.before});
    std::ranges::reverse(back);
    m_writer->replay({m_step.number, true, std::move(back)},
                     [weakSkips = std::weak_ptr(m_skips), &stack = m_stack] {
                         if (const auto skips = weakSkips.lock()) {
                             *skips = 1;
                             stack.redo();
                         }
                     });
}

void DayEditCommand::redo()
{
    if (*m_skips > 0) {
        --*m_skips;
        return;
    }
    if (!m_writer)
        return;
    m_writer->replay({m_step.number, false, m_step.changes},
                     [weakSkips = std::weak_ptr(m_skips), &stack = m_stack] {
                         if (const auto skips = weakSkips.lock()) {
                             *skips = 1;
                             stack.undo();
                         }
                     });
}

} // namespace film::app
