#include "app/controllers/crew_commands.h"
#include "app/controllers/crew_controller.h"
#include "app/models/save_check.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// The commands of CrewController: what a person does to cells. How the days are then shown,
// saved and taken back stands in crew_controller.cpp.
namespace film::app {

namespace {

// What is known of an unfinished day can be saved; a guess cannot.
bool isReadable(const DayLineReading &reading)
{
    return reading.status != DayLineStatus::Unreadable
        && reading.status != DayLineStatus::Ambiguous;
}

} // namespace

bool CrewController::enterLine(const CrewRefs &refs, const QString &text)
{
    CrewReport report;
    report.kind = CrewReport::Kind::Entered;
    std::vector<DayEdit> edits;
    for (const CrewRef &ref : writable(refs, report)) {
        const DayLineReading reading = readPlain(ref, text);
        if (!isReadable(reading)) {
            const bool isAmbiguous = reading.status == DayLineStatus::Ambiguous;
            report.kind =
                isAmbiguous ? CrewReport::Kind::TwoReadings : CrewReport::Kind::NotUnderstood;
            report.token = isAmbiguous ? text : reading.token;
            report.error = reading.error;
            emit reported(report);
            return false;
        }
        WorkDay day = m_crew.cell(ref)->day;
        if (reading.times)
            day = withTimes(std::move(day), *reading.times);
        else if (reading.status == DayLineStatus::Empty)
            day = withTimes(std::move(day), DayTimes());
        takeEdit(ref, withBeside(std::move(day), reading), edits, report);
    }
    if (refs.size() == 1 && (!report.open.empty() || report.wrongOrder)) {
        report.kind =
            report.wrongOrder ? CrewReport::Kind::WrongOrder : CrewReport::Kind::ClockChange;
        emit reported(report);
        return false;
    }
    if (text.trimmed().isEmpty())
        report.kind = CrewReport::Kind::Cleared;
    commit(std::move(edits), std::move(report));
    return true;
}

void CrewController::enterTimes(const CrewRefs &refs, const DayTimes &times)
{
    CrewReport report;
    report.kind = CrewReport::Kind::Entered;
    std::vector<DayEdit> edits;
    for (const CrewRef &ref : writable(refs, report))
        takeEdit(ref, withTimes(m_crew.cell(ref)->day, times), edits, report,
                 answersOf(withTimes({}, times)));
    commit(std::move(edits), std::move(report));
}

void CrewController::fillDown(const CrewRefs &refs)
{
    fillFrom(refs, true);
}

void CrewController::fillRight(const CrewRefs &refs)
{
    fillFrom(refs, false);
}

void CrewController::fillFrom(const CrewRefs &refs, bool isDown)
{
    CrewReport report;
    report.kind = CrewReport::Kind::Filled;
    const auto isSameLine = [isDown](const CrewRef &a, const CrewRef &b) {
        return isDown ? a.day == b.day : a.person == b.person;
    };
    CrewRefs targets;
    std::vector<CrewRef> sources; // for each target
    for (const CrewRef &ref : refs) {
        const auto first = std::ranges::find_if(
            refs, [&](const CrewRef &other) { return isSameLine(ref, other); });
        if (*first == ref || !m_crew.cell(*first))
            continue;
        targets.push_back(ref);
        sources.push_back(*first);
    }

    std::vector<DayEdit> edits;
    const CrewRefs open = writable(targets, report);
    for (size_t i = 0; i < targets.size(); ++i) {
        if (!std::ranges::count(open, targets[i]))
            continue;
        const WorkDay &source = m_crew.cell(sources[i])->day;
        const WorkDay &target = m_crew.cell(targets[i])->day;
        WorkDay filled = withTimes(target, timesOf(source));
        // What was agreed with one person for one day does not spread; what kind of day it was
        // does.
        filled.choices = (target.choices & ~lastingChoices) | (source.choices & lastingChoices);
        // Down the same date the times were answered for; to the right it is another night.
        takeEdit(targets[i], filled, edits, report, isDown ? answersOf(source) : ClockAnswers());
    }
    commit(std::move(edits), std::move(report));
}

void CrewController::fillFromCallSheet(const CrewRefs &refs, Existing existing)
{
    CrewReport report;
    report.kind = CrewReport::Kind::CallSheet;
    std::vector<DayEdit> edits;
    for (const CrewRef &ref : writable(refs, report)) {
        const WorkDay &day = m_crew.cell(ref)->day;
        if (existing == Existing::Keep && !day.isBlank())
            continue;
        std::optional<DayTimes> called = filledTimes(ref);
        if (!called) {
            ++report.withoutSheet;
            continue;
        }
        called->choices = day.choices; // a call sheet knows nothing of them
        takeEdit(ref, withTimes(day, *called), edits, report);
    }
    commit(std::move(edits), std::move(report));
}

bool CrewController::applyFields(const CrewRefs &refs, const BulkFields &fields, Existing existing)
{
    CrewReport report;
    report.kind = CrewReport::Kind::Entered;
    std::vector<DayEdit> edits;
    for (const CrewRef &ref : writable(refs, report)) {
        const WorkDay &day = m_crew.cell(ref)->day;
        if (existing == Existing::Keep && !day.isBlank())
            continue;
        const auto changed = applied(ref, fields);
        if (!changed) {
            report.kind = changed.error().error ? CrewReport::Kind::NotUnderstood
                                                : CrewReport::Kind::TwoReadings;
            report.token = changed.error().text;
            report.error = changed.error().error;
            emit reported(report);
            return false;
        }
        takeEdit(ref, *changed, edits, report);
    }
    commit(std::move(edits), std::move(report));
    return true;
}

void CrewController::clearTimes(const CrewRefs &refs)
{
    CrewReport report;
    report.kind = CrewReport::Kind::Cleared;
    std::vector<DayEdit> edits;
    for (const CrewRef &ref : writable(refs, report))
        edits.push_back(editTo(ref, withTimes(m_crew.cell(ref)->day, DayTimes())));
    commit(std::move(edits), std::move(report));
}

bool CrewController::paste(const CrewRef &anchor, const std::vector<PersonId> &people,
                           const QString &text)
{
    CrewReport report;
    report.kind = CrewReport::Kind::Pasted;
    std::vector<DayEdit> edits;
    QStringList rows = text.split(u'\n');
    while (!rows.isEmpty() && rows.back().trimmed().isEmpty())
        rows.removeLast();
    const auto first = std::ranges::find(people, anchor.person) - people.begin();
    for (qsizetype i = 0; i < rows.size() && size_t(first + i) < people.size(); ++i) {
        const QStringList cells = rows[i].split(u'\t');
        for (qsizetype k = 0; k < cells.size() && anchor.day + k < 7; ++k) {
            const QString line = cells[k].trimmed();
            const CrewRef ref{people[size_t(first + i)], anchor.day + int(k)};
            if (line.isEmpty() || writable({ref}, report).empty())
                continue; // an empty cell of a block leaves what is there
            const DayLineReading reading = readPlain(ref, line);
            if (!isReadable(reading) || !reading.times) {
                report.kind = CrewReport::Kind::NotUnderstood;
                report.token = reading.token.isEmpty() ? line : reading.token;
                report.error = reading.error;
                emit reported(report);
                return false;
            }
            takeEdit(ref, withBeside(withTimes(m_crew.cell(ref)->day, *reading.times), reading),
                     edits, report);
        }
    }
    commit(std::move(edits), std::move(report));
    return true;
}

void CrewController::restore(const DayEdit &edit)
{
    CrewReport report;
    report.kind = CrewReport::Kind::Restored;
    const std::optional<CrewRef> ref = refOf(edit.before.key);
    std::vector<DayEdit> edits;
    if (ref && !writable({*ref}, report).empty()) {
        // One value of an older day may not fit the other times that the day has by now.
        report.wrongOrder = refusalOf(edit.before, edit.after);
        if (report.wrongOrder)
            report.wrongOrderPeople = {m_crew.person(ref->person)->name};
        else
            edits.push_back(edit);
    }
    if (!edits.empty())
        commit(std::move(edits), std::move(report));
    else {
        report.kind = report.wrongOrder ? CrewReport::Kind::WrongOrder : report.kind;
        emit reported(report);
    }
}

std::optional<BulkValue> CrewController::commonValue(const CrewRefs &refs, BulkField field) const
{
    std::optional<BulkValue> common;
    for (const CrewRef &ref : refs) {
        const CrewCell *cell = m_crew.cell(ref);
        if (!cell)
            continue;
        const BulkValue value = bulkValueOf(cell->day, field);
        if (common && *common != value)
            return std::nullopt;
        common = value;
    }
    return common;
}

BulkPreview CrewController::preview(const CrewRefs &refs, const BulkFields &fields,
                                    Existing existing) const
{
    CrewReport skipped;
    BulkPreview preview;
    std::vector<CrewModel::DayUpdate> updates;
    for (const CrewRef &ref : writable(refs, skipped)) {
        const WorkDay &day = m_crew.cell(ref)->day;
        preview.existing += day.isBlank() ? 0 : 1;
        if (existing == Existing::Keep && !day.isBlank())
            continue;
        const auto changed = applied(ref, fields);
        if (!changed) {
            preview.refusal = changed.error();
            break;
        }
        const DayEdit edit = editTo(ref, *changed);
        if (questionOf(edit)) {
            ++preview.open;
            continue;
        }
        if (refusalOf(edit.before, edit.after)) {
            ++preview.wrongOrder;
            continue;
        }
        CrewCell cell = *m_crew.cell(ref);
        cell.day = *changed;
        updates.push_back({ref, std::move(cell)});
    }
    preview.cells = int(updates.size());
    preview.locked = skipped.locked;
    addHours(updates, preview);
    addFlags(m_crew, updates, preview);
    return preview;
}

} // namespace film::app
