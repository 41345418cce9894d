#pragma once

#include "app/controllers/crew_controller.h"

#include <QPointer>
#include <QUndoCommand>

namespace film::app {

// Parts of CrewController that need no state of it.

// One step of undo: days as they were and as they became. Pushed when it has been saved, so the
// first redo() is history already; of one that comes back undone from the file the first undo()
// is, too.
class CrewCommand final : public QUndoCommand
{
public:
    struct Step {
        quint64 number = 0; // in the file; 0 if it is not there
        bool isUndone = false;
        std::vector<DayEdit> edits{};
    };
    CrewCommand(CrewController &controller, Step step, const QString &name);

    void undo() override;
    void redo() override;

private:
    QPointer<CrewController> m_controller; // the stack may outlive it
    Step m_step;
    int m_skips; // calls that only move the stack's mark
};

// A call moved on the call sheet, for as long as the program runs.
class CallCommand final : public QUndoCommand
{
public:
    CallCommand(CrewController &controller, CallMove move, CrewReport report, const QString &name);

    void undo() override;
    void redo() override;

private:
    QPointer<CrewController> m_controller;
    CallMove m_move;
    CrewReport m_report;
    bool m_isNew = true; // pushed when it is done
};

void addHours(const std::vector<CrewModel::DayUpdate> &updates, BulkPreview &preview);
// What people would have to look at afterwards, on these days and, for the rest, the next ones.
void addFlags(const CrewModel &crew, const std::vector<CrewModel::DayUpdate> &updates,
              BulkPreview &preview);

} // namespace film::app
