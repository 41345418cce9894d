#include "app/controllers/engine_crew_store.h"

#include "shared/domain/day_line.h"
#include "shared/domain/deals.h"
#include "shared/domain/zone_time.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <chrono>
#include <map>
#include <tuple>

namespace film::app {

namespace {

// The rest before the week's first call, and its run of days.
constexpr int daysBeforeTheCrewsWeek = 7;

// For how long a change by somebody else is news.
constexpr std::chrono::minutes otherHandShown{10};

// What was entered, found by whose and when.
using DaysByPerson = std::map<std::pair<PersonId, QDate>, std::vector<const DaySeen *>>;

DaysByPerson byPerson(const std::vector<DaySeen> &days)
{
    DaysByPerson found;
    for (const DaySeen &day : days)
        found[{day.day.key.person, day.day.key.date}].push_back(&day);
    return found;
}

// Their own unit's before those of others, and what says something before what is blank.
std::vector<const DaySeen *> inRow(std::vector<const DaySeen *> days, UnitId unit)
{
    std::ranges::stable_sort(days, {}, [unit](const DaySeen *day) {
        const bool isOwn = day->day.key.unit == unit;
        const WorkDay &seen = day->day;
        const TimeField &call = seen.call;
        return std::tuple(seen.isBlank() && !day->isUnreadable, !isOwn,
                          call.isKnown() ? call.minutes() : wallTimeMax);
    });
    return days;
}

std::array<CrewDate, 7> datesOf(QDate weekStart, const std::vector<ShootingDay> &sheets,
                                const std::vector<Person> &people)
{
    // The main unit's sheet comes first: the one that most people belong to.
    std::map<UnitId, int> crewOf;
    for (const Person &person : people)
        ++crewOf[person.unit];
    std::array<CrewDate, 7> dates;
    for (size_t i = 0; i < dates.size(); ++i) {
        dates[i].date = weekStart.addDays(qint64(i));
        for (const ShootingDay &sheet : sheets) {
            if (sheet.date == dates[i].date)
                dates[i].sheets.push_back(sheet);
        }
        std::ranges::stable_sort(dates[i].sheets, {}, [&crewOf](const ShootingDay &sheet) {
            const auto found = crewOf.find(sheet.unit);
            return found == crewOf.end() ? 0 : -found->second;
        });
    }
    return dates;
}

using DealsByPerson = std::map<PersonId, std::vector<Deal>>;

// Nobody is called before their first day or after their last.
bool isHired(const DealsByPerson &deals, PersonId person, QDate date)
{
    const auto found = deals.find(person);
    return found == deals.end() // or nobody says from when to when
        || dealInForce(found->second, date);
}

bool hadLeft(const DealsByPerson &deals, PersonId person, QDate date)
{
    const auto found = deals.find(person);
    return found != deals.end() && std::ranges::all_of(found->second, [date](const Deal &deal) {
               return deal.to.isValid() && deal.to < date;
           });
}

CrewCell cellOf(const Person &person, const CrewDate &date, const DaysByPerson &days,
                const DealsByPerson &deals)
{
    CrewCell cell;
    cell.day.key = {person.id, date.date, person.unit};
    if (const auto found = days.find({person.id, date.date}); found != days.end()) {
        const std::vector<const DaySeen *> seen = inRow(found->second, person.unit);
        cell.day = seen.front()->day;
        cell.reviewed = seen.front()->reviewed;
        for (const DaySeen *day : seen) {
            cell.isPending = cell.isPending || day->isPending;
            cell.hasConflict = cell.hasConflict || day->hasConflict;
            cell.needsNewerApp = cell.needsNewerApp || day->needsNewerApp || day->isUnreadable;
            if (day != seen.front() && !day->day.isBlank())
                cell.others.push_back(day->day);
        }
    }
    cell.isLocked = cell.day.state == DayState::Locked || cell.day.state == DayState::Exported
        || cell.day.state == DayState::Approved || cell.needsNewerApp;
    const ShootingDay *sheet = date.sheetOf(person.unit);
    if (sheet && hasTimes(sheet->type) && isHired(deals, person.id, date.date)) {
        cell.plannedCall = sheet->callOf(person.id, person.department);
        cell.isCalled = cell.plannedCall.has_value();
    }
    return cell;
}

CrewPerson rowOf(const Person &person, const std::array<CrewDate, 7> &dates,
                 const DaysByPerson &days, const DealsByPerson &deals)
{
    CrewPerson row;
    row.id = person.id;
    row.name = person.name;
    row.position = person.position;
    for (size_t i = 0; i < dates.size(); ++i)
        row.days[i] = cellOf(person, dates[i], days, deals);
    const QDate before = dates.front().date.addDays(-1);
    if (const auto found = days.find({person.id, before}); found != days.end())
        row.dayBefore = inRow(found->second, person.unit).front()->day;
    return row;
}

std::vector<CrewDepartment> departmentsOf(const Directory &directory,
                                          const std::array<CrewDate, 7> &dates,
                                          const DaysByPerson &days, const DealsByPerson &deals)
{
    std::vector<Department> departments = directory.departments;
    std::ranges::sort(departments, {}, &Department::sortOrder);
    std::vector<Person> people = directory.people;
    std::ranges::sort(people, {}, &Person::sortOrder);
    std::map<DepartmentId, std::vector<CrewPerson>> rows;
    for (const Person &person : people) {
        CrewPerson row = rowOf(person, dates, days, deals);
        // Whoever had left before the week is in it only with what they entered.
        const bool hasDays =
            std::ranges::any_of(row.days, [](const CrewCell &cell) { return !cell.day.isBlank(); });
        if (hasDays || !hadLeft(deals, person.id, dates.front().date))
            rows[person.department].push_back(std::move(row));
    }
    std::vector<CrewDepartment> crew;
    for (const Department &department : departments) {
        if (const auto found = rows.find(department.id); found != rows.end())
            crew.push_back({department.id, department.name, std::move(found->second)});
    }
    return crew;
}

// Only for people whose deal this person may see; nobody else's week is priced.
Result<> addDeals(Workspace &workspace, DealsByPerson deals, QDate weekStart,
                  CrewSnapshot &snapshot)
{
    if (deals.empty())
        return {};
    const auto earlier = workspace.days(std::nullopt, weekStart.addDays(-daysBeforeTheCrewsWeek),
                                        weekStart.addDays(-1));
    if (!earlier)
        return fail(earlier.error());
    std::map<PersonId, std::vector<WorkDay>> daysOf;
    for (const DaySeen &day : earlier->days)
        daysOf[day.day.key.person].push_back(day.day);
    for (CrewDepartment &department : snapshot.departments) {
        for (CrewPerson &person : department.people) {
            const auto found = deals.find(person.id);
            if (found == deals.end())
                continue;
            bringToFront(found->second, PayWeek{weekStart});
            person.deal = found->second.front();
            person.otherDeals.assign(found->second.begin() + 1, found->second.end());
            person.earlier = std::move(daysOf[person.id]);
            std::ranges::stable_sort(person.earlier, {},
                                     [](const WorkDay &day) { return day.key.date; });
        }
    }
    return {};
}

void showOtherHands(const std::vector<DaySeen> &days, const QTimeZone &zone, CrewSnapshot &snapshot)
{
    std::map<std::pair<PersonId, QDate>, OtherHand> hands;
    for (const DaySeen &day : days) {
        if (!day.otherHand || day.otherHand->name.isEmpty())
            continue; // nobody to name
        const QDateTime until = QDateTime::fromMSecsSinceEpoch(
            msSinceEpoch(day.otherHand->received + otherHandShown), zone);
        hands[{day.day.key.person, day.day.key.date}] = {
            day.otherHand->name, day.otherHand->at, until.date(),
            Minutes(until.time().hour() * 60 + until.time().minute())};
    }
    if (hands.empty())
        return;
    for (CrewDepartment &department : snapshot.departments) {
        for (CrewPerson &person : department.people) {
            for (CrewCell &cell : person.days) {
                const auto found = hands.find({person.id, cell.day.key.date});
                if (found != hands.end())
                    cell.otherHand = found->second;
            }
        }
    }
}

} // namespace

Result<CrewSnapshot> readCrew(Workspace &workspace, QDate weekStart, Instant now)
{
    const auto directory = workspace.directory();
    if (!directory)
        return fail(directory.error());
    auto seen = workspace.days(std::nullopt, weekStart.addDays(-1), weekStart.addDays(6));
    if (!seen)
        return fail(seen.error());
    if (const Result<> named = workspace.findOtherHands(*seen, now - otherHandShown); !named)
        return fail(named.error());
    auto deals = workspace.deals();
    if (!deals)
        return fail(deals.error());
    const auto firstSheet = workspace.firstShootingDay();
    if (!firstSheet)
        return fail(firstSheet.error());
    CrewSnapshot snapshot;
    snapshot.self = workspace.state().person;
    snapshot.isWithoutSheets = !firstSheet->has_value();
    snapshot.zone = directory->production.zone;
    snapshot.sideLetter = directory->production.sideLetter;
    snapshot.units = directory->units;
    snapshot.currency = directory->production.currency;
    const QTimeZone zone(directory->production.zone);
    const QDateTime clock =
        QDateTime::fromMSecsSinceEpoch(msSinceEpoch(now), zone.isValid() ? zone : QTimeZone::utc());
    snapshot.today = clock.date();
    snapshot.now = Minutes(clock.time().hour() * 60 + clock.time().minute());
    snapshot.dates = datesOf(weekStart, seen->sheets, directory->people);
    DealsByPerson dealsOf;
    for (Deal &deal : *deals)
        dealsOf[deal.person].push_back(std::move(deal));
    snapshot.departments = departmentsOf(*directory, snapshot.dates, byPerson(seen->days), dealsOf);
    showOtherHands(seen->days, clock.timeZone(), snapshot);
    if (const Result<> priced = addDeals(workspace, std::move(dealsOf), weekStart, snapshot);
        !priced)
        return fail(priced.error());
    return snapshot;
}

namespace {

Result<SaveReport> writeDays(Workspace &workspace, const std::vector<DayEdit> &edits,
                             const QString &reason, const UndoNote &note)
{
    std::vector<EditedDay> edited;
    for (const DayEdit &edit : edits)
        edited.push_back({edit.before, edit.after});
    auto saved = workspace.saveDays(edited, reason, protocol::InputMethod::Manual, note);
    if (!saved)
        return fail(saved.error());
    return SaveReport{std::move(saved->refused), std::move(saved->changedSince), saved->undoStep};
}

} // namespace

QFuture<Result<CrewSnapshot>> EngineCrewStore::loadCrew(QDate weekStart)
{
    return m_engine.run([weekStart](Workspace &workspace) {
        return readCrew(workspace, weekStart, SystemClock().now());
    });
}

QFuture<Result<SaveReport>> EngineCrewStore::saveDays(std::vector<DayEdit> edits, QString reason,
                                                      UndoNote note)
{
    return m_engine.runAndSend([edits = std::move(edits), reason = std::move(reason),
                                note = std::move(note)](Workspace &workspace) {
        return writeDays(workspace, edits, reason, note);
    });
}

QFuture<Result<>> EngineCrewStore::review(PenaltyReview review)
{
    return m_engine.runAndSend([review = std::move(review)](Workspace &workspace) {
        return workspace.reviewPenalties(review.key, review.before, review.after);
    });
}

QFuture<Result<>> EngineCrewStore::moveCall(CallMove move)
{
    return m_engine.runAndSend([move = std::move(move)](Workspace &workspace) {
        return workspace.moveCall(move.key, move.before, move.after, move.reason);
    });
}

} // namespace film::app
