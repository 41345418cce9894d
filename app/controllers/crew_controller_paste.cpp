#include "app/controllers/crew_controller.h"
#include "app/models/save_check.h"
#include "shared/domain/import/column_words.h"

#include <algorithm>
#include <map>
#include <set>

// What CrewController makes of a block from a spreadsheet, before and when it is written.
namespace film::app {

namespace {

struct PastedName {
    PersonId id;
    QString department; // folded
};

std::multimap<QString, PastedName> namesOfCrew(const CrewSnapshot &week)
{
    std::multimap<QString, PastedName> names;
    for (const CrewDepartment &department : week.departments) {
        for (const CrewPerson &person : department.people)
            names.emplace(foldedHeading(person.name),
                          PastedName{person.id, foldedHeading(department.name)});
    }
    return names;
}

} // namespace

PastePreview CrewController::previewPaste(const PasteRequest &request) const
{
    const CrewSnapshot &week = m_crew.snapshot();
    PastePlace place;
    place.firstDay = request.anchor.day;
    for (size_t i = 0; i < place.dates.size(); ++i)
        place.dates[i] = week.dates[i].date;
    for (const CrewDepartment &department : week.departments) {
        for (const CrewPerson &person : department.people)
            place.names.append(person.name);
    }
    const PasteBlock block = readPaste(request.text, place, request.layout);
    const std::multimap<QString, PastedName> names = namesOfCrew(week);

    PastePreview preview{block.layout, block.isLayoutOpen, block.isByName, {}};
    std::set<CrewRef> seen;
    for (const PastedDay &pasted : block.days) {
        PasteItem item;
        item.pasted = pasted;
        const auto first = std::ranges::find(request.people, request.anchor.person);
        std::vector<PersonId> meant;
        if (block.isByName) {
            const QString department = foldedHeading(pasted.department);
            const auto [from, to] = names.equal_range(foldedHeading(pasted.person));
            for (auto it = from; it != to; ++it) {
                if (department.isEmpty() || std::distance(from, to) == 1
                    || it->second.department == department)
                    meant.push_back(it->second.id);
            }
        } else if (request.people.end() - first > pasted.row) {
            meant = {*(first + pasted.row)};
        }
        if (meant.empty())
            item.verdict =
                block.isByName ? PasteVerdict::UnknownPerson : PasteVerdict::BelowTheGrid;
        else if (meant.size() > 1)
            item.verdict = PasteVerdict::SeveralPeople;
        else if (!pasted.isOfWeek)
            item.verdict = PasteVerdict::OutsideWeek;
        else
            item.ref = CrewRef{meant.front(), pasted.day};
        if (item.ref && !seen.insert(*item.ref).second)
            item.verdict = PasteVerdict::Twice;
        else if (item.ref)
            readPasted(request, item);
        preview.items.push_back(std::move(item));
    }
    return preview;
}

void CrewController::readPasted(const PasteRequest &request, PasteItem &item) const
{
    const CrewCell *cell = m_crew.cell(*item.ref);
    item.before = item.after = cell->day;
    if (cell->isLocked) {
        item.verdict = PasteVerdict::Locked;
        return;
    }
    WorkDay day = cell->day;
    if (item.pasted.fields) {
        // The row says the whole day: what stood there before goes, but for the note.
        const auto read = withFields(withTimes(day, DayTimes()), *item.pasted.fields,
                                     calledTimes(*item.ref), m_pointStyle);
        if (!read) {
            item.verdict =
                read.error().error ? PasteVerdict::NotUnderstood : PasteVerdict::TwoReadings;
            item.token = read.error().text;
            return;
        }
        day = *read;
    } else {
        const DayLineReading reading = readPlain(*item.ref, item.pasted.text);
        const bool isOpen = reading.status == DayLineStatus::Ambiguous;
        if (isOpen || reading.status == DayLineStatus::Unreadable) {
            item.verdict = isOpen ? PasteVerdict::TwoReadings : PasteVerdict::NotUnderstood;
            item.token = isOpen || reading.token.isEmpty() ? item.pasted.text : reading.token;
            return;
        }
        if (reading.times)
            day = withTimes(std::move(day), *reading.times);
        if (reading.note)
            day.notes = *reading.note;
    }
    CrewReport refused;
    std::vector<DayEdit> edits;
    takeEdit(*item.ref, std::move(day), edits, refused);
    if (edits.empty()) {
        item.verdict = refused.wrongOrder ? PasteVerdict::WrongOrder : PasteVerdict::ClockChange;
        item.wrongOrder = refused.wrongOrder;
        return;
    }
    item.before = edits.front().before;
    item.after = edits.front().after;
    if (item.before == item.after)
        item.verdict = PasteVerdict::Unchanged;
    else if (item.before.isBlank())
        item.verdict = PasteVerdict::Written;
    else
        item.verdict = request.keepsExisting ? PasteVerdict::Kept : PasteVerdict::Replaces;
}

void CrewController::applyPaste(const PasteRequest &request)
{
    CrewReport report;
    report.kind = CrewReport::Kind::Pasted;
    std::vector<DayEdit> edits;
    for (const PasteItem &item : previewPaste(request).items) {
        if (item.isWritten())
            edits.push_back({item.before, item.after});
    }
    commit(std::move(edits), std::move(report));
}

} // namespace film::app
