#include "app/controllers/crew_commands.h"

#include "app/models/crew_findings.h"

#include <algorithm>
#include <map>
#include <utility>

namespace film::app {

CrewCommand::CrewCommand(CrewController &controller, Step step, const QString &name)
    : QUndoCommand(name)
    , m_controller(&controller)
    , m_step(std::move(step))
    , m_skips(m_step.isUndone ? 2 : 1)
{}

void CrewCommand::undo()
{
    if (m_skips > 0) {
        --m_skips;
        return;
    }
    std::vector<DayEdit> back;
    for (const DayEdit &edit : m_step.edits)
        back.push_back({edit.after, edit.before});
    CrewReport report;
    report.kind = CrewReport::Kind::Undone;
    if (m_controller)
        m_controller->rewrite(m_step.number, back, report);
}

void CrewCommand::redo()
{
    if (m_skips > 0) {
        --m_skips;
        return;
    }
    CrewReport report;
    report.kind = CrewReport::Kind::Redone;
    if (m_controller)
        m_controller->rewrite(m_step.number, m_step.edits, report);
}

CallCommand::CallCommand(CrewController &controller, CallMove move, CrewReport report,
                         const QString &name)
    : QUndoCommand(name)
    , m_controller(&controller)
    , m_move(std::move(move))
    , m_report(std::move(report))
{}

void CallCommand::undo()
{
    m_report.kind = CrewReport::Kind::Undone;
    if (m_controller)
        m_controller->writeCall({m_move.key, m_move.after, m_move.before, m_move.reason}, m_report);
}

void CallCommand::redo()
{
    if (std::exchange(m_isNew, false))
        return;
    m_report.kind = CrewReport::Kind::Redone;
    if (m_controller)
        m_controller->writeCall(m_move, m_report);
}

void addHours(const std::vector<CrewModel::DayUpdate> &updates, BulkPreview &preview)
{
    for (const CrewModel::DayUpdate &update : updates) {
        const std::optional<Minutes> worked = workedMinutes(update.cell.day);
        if (!worked)
            continue;
        const bool isFirst = preview.withHours++ == 0;
        preview.least = isFirst ? *worked : std::min(preview.least, *worked);
        preview.most = isFirst ? *worked : std::max(preview.most, *worked);
        preview.total += *worked;
    }
}

void addFlags(const CrewModel &crew, const std::vector<CrewModel::DayUpdate> &updates,
              BulkPreview &preview)
{
    std::map<PersonId, std::vector<const CrewModel::DayUpdate *>> byPerson;
    for (const CrewModel::DayUpdate &update : updates)
        byPerson[update.ref.person].push_back(&update);

    for (const auto &[id, days] : byPerson) {
        CrewPerson person = *crew.person(id);
        std::array<bool, 7> isTouched{};
        for (const CrewModel::DayUpdate *update : days) {
            person.days[size_t(update->ref.day)] = update->cell;
            isTouched[size_t(update->ref.day)] = true;
        }
        findForPerson(crew.snapshot(), person);
        bool isShortOfRest = false;
        for (size_t day = 0; day < person.days.size(); ++day) {
            const bool isAfterTouched = day > 0 && isTouched[day - 1];
            for (const DayFinding &finding : person.days[day].findings) {
                const ExceptionKind kind = exceptionKindOf(finding.kind);
                isShortOfRest |= kind == ExceptionKind::Rest && (isTouched[day] || isAfterTouched);
                if (!isTouched[day])
                    continue;
                preview.meals += kind == ExceptionKind::Meal ? 1 : 0;
                preview.otherFlags +=
                    kind == ExceptionKind::Other || kind == ExceptionKind::Missing ? 1 : 0;
            }
        }
        preview.shortRest += isShortOfRest ? 1 : 0;
    }
}

} // namespace film::app
