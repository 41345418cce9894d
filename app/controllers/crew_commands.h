#pragma once

#include "app/controllers/crew_controller.h"

#include <QPointer>
#include <QUndoCommand>

namespace film::app {

// Parts of CrewController that need no state of it.

// One step of undo: days as they were and as they became. Pushed when it has been saved, so the
// first redo() is history already.
class CrewCommand final : public QUndoCommand
{
public:
    CrewCommand(CrewController &controller, std::vector<DayEdit> edits, CrewReport report,
                const QString &name);

    void undo() override;
    void redo() override;

private:
    QPointer<CrewController> m_controller; // the stack may outlive it
    std::vector<DayEdit> m_edits;
    CrewReport m_report;
    bool m_isSaved = true;
};

void addHours(const std::vector<CrewModel::DayUpdate> &updates, BulkPreview &preview);
// What people would have to look at afterwards, on these days and, for the rest, the next ones.
void addFlags(const CrewModel &crew, const std::vector<CrewModel::DayUpdate> &updates,
              BulkPreview &preview);

} // namespace film::app
