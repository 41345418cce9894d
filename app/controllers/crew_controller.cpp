#include "app/controllers/crew_controller.h"

#include "app/controllers/crew_commands.h"
#include "app/models/crew_findings.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

// What is known of an unfinished day can be saved; a guess cannot.
bool isReadable(const DayLineReading &reading)
{
    return reading.status != DayLineStatus::Unreadable
        && reading.status != DayLineStatus::Ambiguous;
}

} // namespace

CrewController::CrewController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_store(parts.store)
    , m_crew(parts.crew)
    , m_filter(parts.filter)
    , m_exceptions(parts.exceptions)
    , m_words(parts.words)
    , m_undo(parts.undo)
{
    // Queued: by then the editor is closed, and the result may take its row out of the filter.
    connect(
        &m_crew, &CrewModel::editRequested, this,
        [this](const CrewRef &ref, const QString &text) { enterLine({ref}, text); },
        Qt::QueuedConnection);
}

void CrewController::showWeek(QDate weekStart)
{
    m_weekStart = weekStart;
    load(weekStart);
}

void CrewController::reload()
{
    if (m_weekStart.isValid())
        load(m_weekStart);
}

void CrewController::load(QDate weekStart)
{
    const int shown = m_shown;
    m_store.loadCrew(weekStart).then(this, [this, weekStart, shown](Result<CrewSnapshot> loaded) {
        if (weekStart != m_weekStart)
            return; // the person has moved on
        if (!loaded) {
            emit loadFailed(loaded.error());
            return;
        }
        if (shown != m_shown) { // read before what was typed meanwhile
            load(weekStart);
            return;
        }
        m_crew.setSnapshot(*std::move(loaded));
        emit weekShown(weekStart);
    });
}

void CrewController::mergeDays(const std::vector<CrewModel::DayUpdate> &updates)
{
    m_crew.setDays(updates);
}

void CrewController::setFilter(CrewFilter filter)
{
    m_filter.setFilter(filter);
}

void CrewController::setTextFilter(const QString &text)
{
    m_filter.setText(text.trimmed());
}

std::optional<CrewRef> CrewController::nextException(const std::optional<CrewRef> &from,
                                                     int step) const
{
    const int count = m_exceptions.rowCount();
    if (count == 0)
        return std::nullopt;
    const int current = from ? m_exceptions.rowOf(*from) : -1;
    if (current < 0)
        return m_exceptions.row(step > 0 ? 0 : count - 1).ref;
    int row = current;
    do { // a day with two exceptions is one stop
        row = (row + step + count) % count;
    } while (row != current && m_exceptions.row(row).ref == *from);
    return m_exceptions.row(row).ref;
}

CrewRefs CrewController::writable(const CrewRefs &refs, CrewReport &report) const
{
    CrewRefs open;
    for (const CrewRef &ref : refs) {
        const CrewCell *cell = m_crew.cell(ref);
        if (!cell)
            continue;
        if (!cell->isLocked) {
            open.push_back(ref);
            continue;
        }
        ++report.locked;
        const QString name = m_crew.person(ref.person)->name;
        if (!report.lockedPeople.contains(name))
            report.lockedPeople.append(name);
    }
    return open;
}

std::optional<DayTimes> CrewController::calledTimes(const CrewRef &ref) const
{
    const CrewCell *cell = m_crew.cell(ref);
    const ShootingDay *sheet = cell ? sheetOf(m_crew.snapshot(), *cell) : nullptr;
    if (!sheet || !cell->isCalled)
        return std::nullopt;
    return timesCalled(*sheet, ref.person, m_crew.departmentOf(ref.person)->id);
}

DayLineContext CrewController::contextOf(const CrewRef &ref) const
{
    DayLineContext context;
    context.called = calledTimes(ref);
    context.pointStyle = m_pointStyle;
    const CrewPerson *person = m_crew.person(ref.person);
    const WorkDay *before = person && person->dayBefore ? &*person->dayBefore : nullptr;
    if (person && ref.day > 0)
        before = &person->days[size_t(ref.day - 1)].day;
    if (before && !before->isBlank())
        context.dayBefore = timesOf(*before);
    return context;
}

DayLineReading CrewController::read(const CrewRef &ref, const QString &text) const
{
    return readDayLine(text, contextOf(ref));
}

QString CrewController::editText(const CrewRef &ref) const
{
    const CrewCell *cell = m_crew.cell(ref);
    if (!cell || cell->day.isBlank())
        return {};
    return printDayLine(timesOf(cell->day)).value_or(QString());
}

// The day as it is to be saved: where it was worked comes from the call sheet until somebody
// says otherwise, and a day with times is no longer empty.
DayEdit CrewController::editTo(const CrewRef &ref, WorkDay day) const
{
    const CrewCell &cell = *m_crew.cell(ref);
    if (const ShootingDay *sheet = sheetOf(m_crew.snapshot(), cell); sheet && day.zone.isEmpty()) {
        day.zone = sheet->zone;
        day.location = sheet->location;
    }
    if (day.state == DayState::Empty && !day.isBlank())
        day.state = DayState::Confirmed;
    else if (day.state == DayState::Confirmed && day.isBlank())
        day.state = DayState::Empty;
    return {cell.day, std::move(day)};
}

bool CrewController::enterLine(const CrewRefs &refs, const QString &text)
{
    CrewReport report;
    report.kind = CrewReport::Kind::Entered;
    std::vector<DayEdit> edits;
    for (const CrewRef &ref : writable(refs, report)) {
        const DayLineReading reading = read(ref, text);
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
        if (reading.note)
            day.notes = *reading.note;
        edits.push_back(editTo(ref, std::move(day)));
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
        edits.push_back(editTo(ref, withTimes(m_crew.cell(ref)->day, times)));
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
        const DayTimes times = timesOf(m_crew.cell(sources[i])->day);
        edits.push_back(editTo(targets[i], withTimes(m_crew.cell(targets[i])->day, times)));
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
        if (const std::optional<DayTimes> called = calledTimes(ref))
            edits.push_back(editTo(ref, withTimes(day, *called)));
        else
            ++report.withoutSheet;
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
        const auto changed = withFields(day, fields, calledTimes(ref), m_pointStyle);
        if (!changed) {
            report.kind = changed.error().error ? CrewReport::Kind::NotUnderstood
                                                : CrewReport::Kind::TwoReadings;
            report.token = changed.error().text;
            report.error = changed.error().error;
            emit reported(report);
            return false;
        }
        edits.push_back(editTo(ref, *changed));
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
            const DayLineReading reading = read(ref, line);
            if (!isReadable(reading) || !reading.times) {
                report.kind = CrewReport::Kind::NotUnderstood;
                report.token = reading.token.isEmpty() ? line : reading.token;
                report.error = reading.error;
                emit reported(report);
                return false;
            }
            edits.push_back(editTo(ref, withTimes(m_crew.cell(ref)->day, *reading.times)));
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
    if (ref && !writable({*ref}, report).empty())
        commit({edit}, std::move(report));
    else
        emit reported(report);
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
        const auto changed = withFields(day, fields, calledTimes(ref), m_pointStyle);
        if (!changed) {
            preview.refusal = changed.error();
            break;
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

void CrewController::commit(std::vector<DayEdit> edits, CrewReport report)
{
    std::erase_if(edits, [](const DayEdit &edit) { return edit.before == edit.after; });
    describe(edits, report);
    if (edits.empty()) {
        report.kind = CrewReport::Kind::NothingToDo;
        emit reported(report);
        return;
    }
    save(std::move(edits), std::move(report));
}

// Undo and redo write new changes. A day that somebody changed since is left alone: taking back
// one's own entry must not take back theirs.
void CrewController::rewrite(const std::vector<DayEdit> &edits, CrewReport report)
{
    if (m_isReturning)
        return;
    std::vector<DayEdit> possible;
    for (const DayEdit &edit : edits) {
        // Of another week than the one shown: the store compares it with what it has.
        const std::optional<CrewRef> ref = refOf(edit.before.key);
        const CrewCell *cell = ref ? m_crew.cell(*ref) : nullptr;
        if (!cell || (!cell->isLocked && cell->day == edit.before))
            possible.push_back(edit);
        else
            ++report.changedMeanwhile;
    }
    describe(possible, report);
    if (possible.empty())
        emit reported(report);
    else
        save(std::move(possible), std::move(report));
}

void CrewController::save(std::vector<DayEdit> edits, CrewReport report)
{
    show(edits, true);
    m_store.saveDays(edits, QString())
        .then(this, [this, edits, report](const Result<SaveReport> &saved) {
            onSaved(edits, report, saved);
        });
}

void CrewController::onSaved(std::vector<DayEdit> edits, CrewReport report,
                             const Result<SaveReport> &saved)
{
    using Kind = CrewReport::Kind;
    const bool isNew = report.kind != Kind::Undone && report.kind != Kind::Redone;
    if (!saved) {
        takeBack(edits);
        if (!isNew)
            putBackMark(report.kind);
        report.kind = Kind::NotSaved;
        report.failure = saved.error();
        emit reported(report);
        return;
    }
    std::vector<DayEdit> refused;
    for (const WorkDayKey &key : saved->refused) {
        const auto edit =
            std::ranges::find(edits, key, [](const DayEdit &e) { return e.after.key; });
        if (edit == edits.end())
            continue;
        refused.push_back(*edit);
        edits.erase(edit);
    }
    takeBack(refused);
    report.locked += int(refused.size());
    describe(edits, report);
    if (isNew && !edits.empty())
        m_undo.push(new CrewCommand(*this, std::move(edits), report, m_words.command(report)));
    emit reported(report);
}

// The stack believes that an undo has happened which has not. Later, because the stack may be
// in the middle of it.
void CrewController::putBackMark(CrewReport::Kind failed)
{
    const auto putBack = [this, failed] {
        m_isReturning = true;
        failed == CrewReport::Kind::Undone ? m_undo.redo() : m_undo.undo();
        m_isReturning = false;
    };
    QMetaObject::invokeMethod(this, putBack, Qt::QueuedConnection);
}

void CrewController::show(const std::vector<DayEdit> &edits, bool isPending)
{
    ++m_shown;
    std::vector<CrewModel::DayUpdate> updates;
    for (const DayEdit &edit : edits) {
        const std::optional<CrewRef> ref = refOf(edit.after.key);
        if (!ref)
            continue;
        CrewCell cell = *m_crew.cell(*ref);
        cell.day = edit.after;
        cell.isPending = isPending;
        updates.push_back({*ref, std::move(cell)});
    }
    m_crew.setDays(updates);
}

// Nothing was written: what was shown early goes, unless something newer stands there.
void CrewController::takeBack(const std::vector<DayEdit> &edits)
{
    std::vector<DayEdit> back;
    for (const DayEdit &edit : edits) {
        const std::optional<CrewRef> ref = refOf(edit.after.key);
        if (ref && m_crew.cell(*ref)->day == edit.after)
            back.push_back({edit.after, edit.before});
    }
    show(back, false);
}

std::optional<CrewRef> CrewController::refOf(const WorkDayKey &key) const
{
    if (!m_weekStart.isValid())
        return std::nullopt;
    const qint64 day = m_weekStart.daysTo(key.date);
    if (day < 0 || day > 6)
        return std::nullopt;
    const CrewRef ref{key.person, int(day)};
    const CrewCell *cell = m_crew.cell(ref);
    return cell && cell->day.key == key ? std::optional(ref) : std::nullopt;
}

void CrewController::describe(const std::vector<DayEdit> &edits, CrewReport &report) const
{
    std::set<PersonId> people;
    std::set<QDate> dates;
    std::set<QString> departments;
    for (const DayEdit &edit : edits) {
        const PersonId person = edit.after.key.person;
        people.insert(person);
        dates.insert(edit.after.key.date);
        if (const CrewDepartment *department = m_crew.departmentOf(person))
            departments.insert(department->name);
    }
    report.days = int(edits.size());
    report.people = int(people.size());
    report.date = dates.size() == 1 ? *dates.begin() : QDate();
    report.department = departments.size() == 1 ? *departments.begin() : QString();
    const CrewPerson *only = people.size() == 1 ? m_crew.person(*people.begin()) : nullptr;
    report.person = only ? only->name : QString();
    report.hours = edits.size() == 1 ? workedMinutes(edits.front().after) : std::nullopt;
}

} // namespace film::app
