#include "app/controllers/day_edit_command.h"

#include <QLocale>
#include <QUndoStack>

#include <algorithm>

namespace film::app {

DayEditCommand::DayEditCommand(DayWriter &writer, QUndoStack &stack,
                               std::vector<DayRewrite> changes)
    : m_writer(&writer)
    , m_stack(stack)
    , m_changes(std::move(changes))
    , m_skips(std::make_shared<int>(1))
{
    // The menu names it: "Undo Thu 20 Nov".
    if (!m_changes.empty())
        setText(QLocale().toString(m_changes.front().after.key.date, QStringLiteral("ddd d MMM")));
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
    for (const DayRewrite &change : m_changes)
        back.push_back({change.after, change.before});
    std::ranges::reverse(back);
    m_writer->replay(back, WeekMessage::Kind::Undone,
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
    m_writer->replay(m_changes, WeekMessage::Kind::Redone,
                     [weakSkips = std::weak_ptr(m_skips), &stack = m_stack] {
                         if (const auto skips = weakSkips.lock()) {
                             *skips = 1;
                             stack.undo();
                         }
                     });
}

} // namespace film::app
