#include "app/controllers/crew_controller.h"

#include "app/controllers/crew_commands.h"
#include "app/models/crew_findings.h"
#include "app/models/save_check.h"
#include "shared/domain/deals.h"
#include "shared/domain/zone_time.h"

#include <QDateTime>
#include <QPointer>

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr std::chrono::seconds crewTickInterval{15};

store::UndoName undoName(const CrewReport &report)
{
    return {int(UndoPage::CrewGrid), int(report.kind),  report.date,
            report.people,           report.department, report.person};
}

CrewReport reportOf(const SavedStep &step)
{
    CrewReport report;
    report.kind = CrewReport::Kind(step.name.kind);
    report.days = int(step.days.size());
    report.people = step.name.people;
    report.date = step.name.date;
    report.department = step.name.department;
    report.person = step.name.person;
    return report;
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
    , m_clock(parts.clock)
{
    m_minute.setInterval(crewTickInterval);
    connect(&m_minute, &QTimer::timeout, this, &CrewController::tick);
    if (m_clock)
        m_minute.start();
    // Later: by then the editor is closed, and the result may take its row out of the filter.
    connect(&m_crew, &CrewModel::editRequested, this,
            [this](const CrewRef &ref, const QString &text) {
                m_typed.emplace_back(ref, text);
                QMetaObject::invokeMethod(this, &CrewController::enterTyped, Qt::QueuedConnection);
            });
}

void CrewController::enterTyped()
{
    const auto typed = std::exchange(m_typed, {});
    for (const auto &[ref, text] : typed)
        enterLine({ref}, text);
}

void CrewController::tick()
{
    const CrewSnapshot &week = m_crew.snapshot();
    if (!m_clock || !week.today.isValid())
        return; // nothing was read yet
    const QTimeZone zone(week.zone);
    const QDateTime clock = QDateTime::fromMSecsSinceEpoch(
        msSinceEpoch(m_clock->now()), zone.isValid() ? zone : QTimeZone::utc());
    // Nothing in a week of long ago, or of later, depends on the minute, but who is at it.
    const qint64 day = week.dates.front().date.daysTo(clock.date());
    if ((day >= -1 && day <= qint64(week.dates.size())) || m_crew.hasOtherHands())
        m_crew.setNow(clock.date(), Minutes(clock.time().hour() * 60 + clock.time().minute()));
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
        // A cell is named by its day in the week: what was typed belongs to the one that goes.
        if (m_crew.snapshot().dates.front().date != loaded->dates.front().date) {
            emit weekAboutToChange();
            enterTyped();
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

void CrewController::setDepartmentFilter(const DepartmentId &department)
{
    m_filter.setDepartment(department);
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

DepartmentOffset CrewController::offsetOf(const CrewRef &ref) const
{
    const CrewDepartment *department = m_crew.departmentOf(ref.person);
    const auto found = department ? m_offsets.find(department->id) : m_offsets.end();
    return found == m_offsets.end() ? DepartmentOffset() : found->second;
}

// A call of their own on the sheet is the office's word already.
std::optional<DayTimes> CrewController::filledTimes(const CrewRef &ref) const
{
    std::optional<DayTimes> times = calledTimes(ref);
    const DepartmentOffset offset = offsetOf(ref);
    if (!times || offset.isNone())
        return times;
    const ShootingDay *sheet = sheetOf(m_crew.snapshot(), *m_crew.cell(ref));
    if (sheet->callOf(ref.person, m_crew.departmentOf(ref.person)->id) == sheet->call)
        times->call = earlierBy(times->call, offset.before);
    times->wrap = laterBy(times->wrap, offset.after);
    return times;
}

// The call and the wrap that were typed are the unit's.
tl::expected<WorkDay, BulkRefusal> CrewController::applied(const CrewRef &ref,
                                                           const BulkFields &fields) const
{
    const std::optional<DayTimes> called = filledTimes(ref);
    auto day = withFields(m_crew.cell(ref)->day, fields, called, m_pointStyle);
    const DepartmentOffset offset = offsetOf(ref);
    if (!day || offset.isNone())
        return day;
    // What was taken from the call sheet has it already.
    const auto isTyped = [&fields](BulkField field) {
        const QString text = fields[field].trimmed();
        return !text.isEmpty() && !text.front().isLetter();
    };
    if (isTyped(BulkField::Call))
        day->call = earlierBy(day->call, offset.before);
    if (isTyped(BulkField::Wrap))
        day->wrap = laterBy(day->wrap, offset.after);
    return day;
}

DayLineContext CrewController::contextOf(const CrewRef &ref) const
{
    DayLineContext context;
    context.called = calledTimes(ref);
    context.pointStyle = m_pointStyle;
    const CrewPerson *person = m_crew.person(ref.person);
    context.usualMoney = m_crew.snapshot().currency;
    if (person)
        context.usualMoney = moneyOf(person->deal, context.usualMoney);
    const WorkDay *before = person && person->dayBefore ? &*person->dayBefore : nullptr;
    if (person && ref.day > 0)
        before = &person->days[size_t(ref.day - 1)].day;
    if (before && !before->isBlank())
        context.dayBefore = timesOf(*before);
    return context;
}

DayLineReading CrewController::readPlain(const CrewRef &ref, const QString &text) const
{
    return readDayLine(text, contextOf(ref));
}

DayLineReading CrewController::read(const CrewRef &ref, const QString &text) const
{
    DayLineReading reading = readPlain(ref, text);
    const CrewCell *cell = m_crew.cell(ref);
    const bool isOpen = cell && std::ranges::any_of(reading.choices, [&](const DayTimes &times) {
                            return questionOf(editTo(ref, withTimes(cell->day, times))).has_value();
                        });
    if (isOpen) // two questions at once: it has to be typed so that one is left
        reading.status = DayLineStatus::Unreadable;
    const bool isRead =
        reading.status == DayLineStatus::Understood || reading.status == DayLineStatus::Unfinished;
    if (!cell || !isRead || !reading.times)
        return reading;
    const std::optional<ClockQuestion> question =
        questionOf(editTo(ref, withTimes(cell->day, *reading.times)));
    if (!question)
        return reading;
    reading.status = DayLineStatus::Ambiguous;
    reading.choices = {chosenTimes(ref, *reading.times, 0), chosenTimes(ref, *reading.times, 1)};
    return reading;
}

// The same answer for every open time: a day that crosses the change between two of them is
// entered in two steps.
DayTimes CrewController::chosenTimes(const CrewRef &ref, DayTimes times, size_t choice) const
{
    WorkDay said = withTimes({}, times);
    ClockAnswers answers;
    const WorkDay before = m_crew.cell(ref)->day;
    while (true) {
        const DayEdit edit = editTo(ref, withAnswers(withTimes(before, times), answers));
        const std::optional<ClockQuestion> question = questionOf(edit, answers);
        if (!question)
            break;
        answers.push_back({question->field, question->asked.minutes, question->choices[choice]});
    }
    return timesOf(withAnswers(said, answers));
}

std::optional<ClockQuestion> CrewController::questionOf(const DayEdit &edit,
                                                        const ClockAnswers &answers) const
{
    return clockQuestionOf(edit.before, edit.after, zoneFor(edit.after.zone), answers);
}

void CrewController::takeEdit(const CrewRef &ref, WorkDay day, std::vector<DayEdit> &edits,
                              CrewReport &report, const ClockAnswers &answers) const
{
    DayEdit edit = editTo(ref, withAnswers(std::move(day), answers));
    edit.after = withoutIdleFolds(edit.after, zoneFor(edit.after.zone));
    const std::optional<ClockQuestion> question = questionOf(edit, answers);
    const std::optional<DayFinding> wrong = refusalOf(edit.before, edit.after);
    if (!question && !wrong) {
        edits.push_back(std::move(edit));
        return;
    }
    if (question)
        report.open.push_back(*question);
    else if (!report.wrongOrder)
        report.wrongOrder = wrong;
    QStringList &people = question ? report.openPeople : report.wrongOrderPeople;
    const QString name = m_crew.person(ref.person)->name;
    if (!people.contains(name))
        people.append(name);
}

std::optional<DayFinding> CrewController::refusal(const CrewRef &ref, const QString &text) const
{
    const DayLineReading reading = readPlain(ref, text);
    const CrewCell *cell = m_crew.cell(ref);
    const bool isRead =
        reading.status == DayLineStatus::Understood || reading.status == DayLineStatus::Unfinished;
    if (!cell || !isRead || !reading.times)
        return std::nullopt;
    const DayEdit edit = editTo(ref, withTimes(cell->day, *reading.times));
    return refusalOf(edit.before, edit.after);
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
    if (day.zone.isEmpty() && !day.isBlank())
        day.zone = m_crew.snapshot().zone;
    if (day.state == DayState::Empty && !day.isBlank())
        day.state = DayState::Confirmed;
    else if (day.state == DayState::Confirmed && day.isBlank())
        day.state = DayState::Empty;
    return {cell.day, std::move(day)};
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
    const UndoNote note{UndoNote::Kind::Step, 0, undoName(report)};
    save(std::move(edits), std::move(report), note);
}

void CrewController::restoreStep(const SavedStep &step)
{
    CrewCommand::Step known{step.number, step.isUndone};
    for (const EditedDay &day : step.days)
        known.edits.push_back({day.before, day.after});
    m_undo.push(new CrewCommand(*this, std::move(known), m_words.command(reportOf(step))));
}

// Undo and redo write new changes. The store leaves alone what somebody changed since, so they
// are shown only once it has answered.
void CrewController::rewrite(quint64 step, const std::vector<DayEdit> &edits, CrewReport report)
{
    if (m_isReturning)
        return;
    using Kind = UndoNote::Kind;
    const bool isUndo = report.kind == CrewReport::Kind::Undone;
    UndoNote note{step == 0 ? Kind::None : isUndo ? Kind::Undone : Kind::Redone, step};
    note.isRewrite = true;
    write(edits, std::move(report), note);
}

void CrewController::save(std::vector<DayEdit> edits, CrewReport report, const UndoNote &note)
{
    show(edits, true);
    write(std::move(edits), std::move(report), note);
}

void CrewController::write(std::vector<DayEdit> edits, CrewReport report, const UndoNote &note)
{
    m_store.saveDays(edits, QString(), note)
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
        if (isNew)
            takeBack(edits);
        else
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
    std::erase_if(edits, [&saved](const DayEdit &edit) {
        return std::ranges::count(saved->changedSince, edit.after.key) > 0;
    });
    report.locked += int(refused.size());
    report.changedMeanwhile = int(saved->changedSince.size());
    describe(edits, report);
    if (isNew)
        takeBack(refused);
    else
        show(edits, true);
    if (!isNew && edits.empty())
        report.kind = Kind::NothingToDo;
    if (isNew && !edits.empty())
        m_undo.push(new CrewCommand(*this, {saved->undoStep, false, std::move(edits)},
                                    m_words.command(report)));
    emit reported(report);
}

void CrewController::moveCall(const CrewRef &ref, Minutes call, const QString &reason)
{
    const CrewCell *cell = m_crew.cell(ref);
    const ShootingDay *sheet = cell ? sheetOf(m_crew.snapshot(), *cell) : nullptr;
    if (!sheet)
        return;
    CallMove move{cell->day.key, std::nullopt, call, reason};
    const auto own = std::ranges::find(sheet->personCalls, ref.person, &CallFor<PersonId>::who);
    if (own != sheet->personCalls.end())
        move.before = own->call;
    CrewReport report;
    report.kind = CrewReport::Kind::CallMoved;
    report.people = report.days = 1;
    report.date = cell->day.key.date;
    report.person = m_crew.person(ref.person)->name;
    report.call = call;
    writeCall(move, std::move(report));
}

void CrewController::writeCall(const CallMove &move, CrewReport report)
{
    if (m_isReturning)
        return;
    m_store.moveCall(move).then(this, [this, move, report](const Result<> &moved) mutable {
        using Kind = CrewReport::Kind;
        const bool isNew = report.kind == Kind::CallMoved;
        if (!moved) {
            if (!isNew)
                putBackMark(report.kind);
            report.kind = Kind::NotSaved;
            report.failure = moved.error();
            emit reported(report);
            return;
        }
        if (isNew)
            m_undo.push(new CallCommand(*this, move, report, m_words.command(report)));
        reload();
        emit reported(report);
    });
}

// Of a day that is not entered there is only a plan, which can still give way.
void CrewController::acceptPenalties(const CrewRef &ref)
{
    const CrewCell *cell = m_crew.cell(ref);
    CrewReport report;
    if (!cell || cell->day.isBlank() || openPenaltiesOf(*cell).empty())
        return emit reported(report);
    PenaltyReview review{cell->day.key, cell->reviewed, cell->reviewed};
    for (const ReviewedPenalty &penalty : openPenaltiesOf(*cell))
        review.after.push_back(penalty);
    report.kind = CrewReport::Kind::Reviewed;
    report.people = report.days = 1;
    report.date = cell->day.key.date;
    report.person = m_crew.person(ref.person)->name;
    writeReview(review, std::move(report), {});
}

void CrewController::writeReview(const PenaltyReview &review, CrewReport report,
                                 const DropStep &drop)
{
    m_store.review(review).then(this, [this, review, report, drop](const Result<> &saved) mutable {
        using Kind = CrewReport::Kind;
        if (!saved) {
            if (drop)
                drop();
            report.kind = Kind::NotSaved;
            report.failure = saved.error();
            return emit reported(report);
        }
        if (!drop) {
            const QPointer<CrewController> self(this);
            const auto again = [self, report](PenaltyReview wanted, Kind kind) {
                return [self, report, wanted = std::move(wanted), kind](const DropStep &step) {
                    CrewReport said = report;
                    said.kind = kind;
                    if (self)
                        self->writeReview(wanted, said, step);
                };
            };
            m_undo.push(
                new SignOffCommand(m_words.command(report),
                                   again({review.key, review.after, review.before}, Kind::Undone),
                                   again(review, Kind::Redone)));
        }
        reload();
        emit reported(report);
    });
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
        cell.otherHand.reset(); // the last hand is one's own now
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
