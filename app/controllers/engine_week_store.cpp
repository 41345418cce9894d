#include "app/controllers/engine_week_store.h"

#include "shared/domain/deals.h"

#include <algorithm>
#include <utility>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

// A run of days and the rest after a weekend reach no further.
constexpr int daysBeforeWeek = 14;
constexpr int daysAfterWeek = 3; // as far as a weekend's rest reaches

const ShootingDay *sheetFor(const std::vector<ShootingDay> &sheets, QDate date, UnitId unit)
{
    const ShootingDay *any = nullptr;
    for (const ShootingDay &sheet : sheets) {
        if (sheet.date != date)
            continue;
        if (sheet.unit == unit)
            return &sheet;
        any = any ? any : &sheet;
    }
    // Somebody without a unit works where there is only one.
    return unit.isNull() ? any : nullptr;
}

std::optional<DayPlan> planFor(const std::vector<ShootingDay> &sheets, QDate date,
                               const Person &person)
{
    const ShootingDay *sheet = sheetFor(sheets, date, person.unit);
    if (!sheet)
        return std::nullopt;
    return DayPlan{timesCalled(*sheet, person.id, person.department), sheet->call, sheet->dayNumber,
                   sheet->location, sheet->scenes};
}

void addTimeChange(std::vector<HistoryChange> &changes, DayField field, const TimeField &before,
                   const TimeField &after, size_t meal = 0)
{
    if (!(before == after))
        changes.push_back({{field, meal}, before, after, {}});
}

QString paidBy(const WorkDay &day)
{
    return QStringList{day.account, day.episode}.join(u' ').trimmed();
}

std::vector<HistoryChange> changesOf(const WorkDay &before, const WorkDay &after)
{
    std::vector<HistoryChange> changes;
    addTimeChange(changes, DayField::Call, before.call, after.call);
    addTimeChange(changes, DayField::NdbOut, before.ndbOut, after.ndbOut);
    addTimeChange(changes, DayField::NdbIn, before.ndbIn, after.ndbIn);
    for (size_t meal = 0; meal < std::max(before.meals.size(), after.meals.size()); ++meal) {
        const Meal old = meal < before.meals.size() ? before.meals[meal] : Meal{};
        const Meal now = meal < after.meals.size() ? after.meals[meal] : Meal{};
        addTimeChange(changes, DayField::MealOut, old.out, now.out, meal);
        addTimeChange(changes, DayField::MealIn, old.in, now.in, meal);
    }
    addTimeChange(changes, DayField::Wrap, before.wrap, after.wrap);
    if (before.choices != after.choices)
        changes.push_back({{DayField::Choices}, {}, {}, {}, after.choices});
    if (before.allowances != after.allowances)
        changes.push_back({{DayField::Allowances}, {}, {}, {}, {}, after.allowances});
    if (before.account != after.account || before.episode != after.episode)
        changes.push_back({{DayField::Account}, {}, {}, paidBy(after)});
    if (before.notes != after.notes)
        changes.push_back({{DayField::Note, 0}, {}, {}, after.notes});
    return changes;
}

Result<std::vector<HistoryEntry>> historyOf(Workspace &workspace, const WorkDayKey &key)
{
    const auto rows = workspace.history(key);
    if (!rows)
        return fail(rows.error());
    std::vector<HistoryEntry> entries;
    for (const HistoryRow &row : *rows) {
        HistoryEntry entry;
        entry.at = row.at;
        entry.who = row.person;
        entry.isMine = row.isMine;
        entry.changes = changesOf(row.before, row.after);
        if (!entry.changes.empty())
            entries.push_back(std::move(entry));
    }
    std::ranges::stable_sort(entries, std::greater<>(), &HistoryEntry::at);
    return entries;
}

// The weeks are counted from the first call sheet on.
int numberOf(const PayWeek &week, const std::optional<QDate> &firstShootingDay,
             Qt::DayOfWeek weekEndsOn)
{
    return firstShootingDay ? week.numberSince(weekOf(*firstShootingDay, weekEndsOn)) : 1;
}

// Whoever works for another unit only has that unit's record in their row.
void putFirst(WeekDay &shown)
{
    std::ranges::stable_sort(shown.others, {}, [](const OtherUnitDay &other) {
        const TimeField &call = other.day.call;
        return call.isKnown() ? call.minutes() : wallTimeMax;
    });
    const bool isEmpty = shown.day.isBlank() && !shown.isUnreadable && !shown.hasTwoVersions
        && shown.day.allowances.empty();
    if (!isEmpty || shown.others.empty())
        return;
    const OtherUnitDay &first = shown.others.front();
    shown.day = first.day;
    shown.hasTwoVersions = first.hasTwoVersions;
    shown.needsNewerApp = first.needsNewerApp;
    shown.isUnreadable = first.isUnreadable;
    shown.others.erase(shown.others.begin());
}

Result<WeekDay> dayOf(Workspace &workspace, const DaysSeen &seen, const Person &person, QDate date)
{
    WeekDay shown;
    shown.day.key = {person.id, date, person.unit};
    for (const DaySeen &day : seen.days) {
        if (day.day.key.date != date)
            continue;
        if (day.day.key.unit == person.unit) {
            shown.day = day.day;
            shown.hasTwoVersions = day.hasConflict;
            shown.needsNewerApp = day.needsNewerApp;
            shown.isUnreadable = day.isUnreadable;
        } else if (!day.day.isBlank() || day.isUnreadable || day.hasConflict) {
            const ShootingDay *sheet = sheetFor(seen.sheets, date, day.day.key.unit);
            shown.others.push_back({day.day, day.hasConflict, day.needsNewerApp, day.isUnreadable,
                                    sheet ? sheet->call : std::nullopt});
        }
    }
    putFirst(shown);
    for (const OtherUnitDay &other : shown.others) { // the row stands for all of them
        shown.hasTwoVersions = shown.hasTwoVersions || other.hasTwoVersions;
        shown.needsNewerApp = shown.needsNewerApp || other.needsNewerApp;
    }
    if (shown.isUnreadable) {
        auto good = workspace.lastGoodCopy(shown.day.key);
        if (!good)
            return fail(good.error());
        if (*good) {
            shown.day = std::move((*good)->day);
            shown.lastGoodAt = (*good)->at;
        }
    }
    shown.plan = planFor(seen.sheets, date, person);
    if (shown.day.isBlank() && !shown.hasTwoVersions)
        return shown;
    Result<std::vector<HistoryEntry>> history = historyOf(workspace, shown.day.key);
    if (!history)
        return fail(history.error());
    shown.history = std::move(*history);
    return shown;
}

// As it was entered, or else as it is planned.
std::optional<Minutes> firstCallAfter(const DaysSeen &seen, QDate last, const Person &person)
{
    for (int after = 1; after <= daysAfterWeek; ++after) {
        const QDate date = last.addDays(after);
        TimeField call;
        for (const DaySeen &day : seen.days) {
            if (day.day.key.date == date && !call.isKnown())
                call = day.day.call;
        }
        if (const auto plan = planFor(seen.sheets, date, person); plan && !call.isKnown())
            call = plan->times.call;
        if (call.isKnown())
            return Minutes((after - 1) * 24 * 60) + call.minutes();
    }
    return std::nullopt;
}

} // namespace

Result<WeekSnapshot> readWeek(Workspace &workspace, PersonId id, QDate date)
{
    const auto production = workspace.production();
    if (!production)
        return fail(production.error());
    const auto known = workspace.person(id);
    if (!known)
        return fail(known.error());
    if (!*known)
        return fail(ErrorCode::NotFound, u"the person is not on the crew list"_s);
    const Person &person = **known;
    const PayWeek week = weekOf(date, production->weekEndsOn);
    const auto seen = workspace.days(id, week.first, week.last().addDays(daysAfterWeek));
    if (!seen)
        return fail(seen.error());
    const auto firstShootingDay = workspace.firstShootingDay();
    if (!firstShootingDay)
        return fail(firstShootingDay.error());

    auto units = workspace.units();
    if (!units)
        return fail(units.error());
    WeekSnapshot snapshot;
    snapshot.person = id;
    snapshot.units = std::move(*units);
    snapshot.personName = person.name;
    snapshot.position = person.position;
    snapshot.zone = production->zone;
    snapshot.sideLetter = production->sideLetter;
    snapshot.currency = production->currency;
    snapshot.week = week;
    snapshot.number = numberOf(week, *firstShootingDay, production->weekEndsOn);
    for (const QDate &day : week.days()) {
        Result<WeekDay> shown = dayOf(workspace, *seen, person, day);
        if (!shown)
            return fail(shown.error());
        snapshot.days.push_back(std::move(*shown));
    }
    auto deals = workspace.deals(id);
    if (!deals)
        return fail(deals.error());
    if (!deals->empty()) { // Only the rules look back.
        bringToFront(*deals, week);
        snapshot.deal = deals->front();
        snapshot.otherDeals.assign(deals->begin() + 1, deals->end());
        const auto before =
            workspace.days(id, week.first.addDays(-daysBeforeWeek), week.first.addDays(-1));
        if (!before)
            return fail(before.error());
        for (const DaySeen &day : before->days)
            snapshot.earlier.push_back(day.day);
        std::ranges::stable_sort(snapshot.earlier, {},
                                 [](const WorkDay &day) { return day.key.date; });
    }
    auto approvedPay = workspace.approvedWeek(id, week.first);
    if (!approvedPay)
        return fail(approvedPay.error());
    snapshot.approvedPay = std::move(*approvedPay);
    snapshot.dayAfter = planFor(seen->sheets, week.last().addDays(1), person);
    snapshot.callAfter = firstCallAfter(*seen, week.last(), person);
    return snapshot;
}

namespace {

Result<SavedDay> writeDay(Workspace &workspace, const WorkDay &before, const WorkDay &after,
                          const UndoNote &note)
{
    const EditedDay edit{before, after};
    const auto saved =
        workspace.saveDays(std::span(&edit, 1), {}, protocol::InputMethod::Manual, note);
    if (!saved)
        return fail(saved.error());
    const auto seen = workspace.days(after.key.person, after.key.date, after.key.date);
    if (!seen)
        return fail(seen.error());
    const auto day = std::ranges::find_if(
        seen->days, [&](const DaySeen &one) { return one.day.key == after.key; });
    const bool isLeftAlone = !saved->changedSince.empty();
    const bool isThere = day != seen->days.end();
    if (!saved->refused.empty())
        return isThere && (day->needsNewerApp || day->isUnreadable)
            ? fail(ErrorCode::StoreNewer, u"the day is of a later version"_s)
            : fail(ErrorCode::PermissionDenied, u"the day may not be changed here"_s);
    if (isThere)
        return SavedDay{day->day, day->hasConflict, saved->undoStep, isLeftAlone};
    return SavedDay{after, false, saved->undoStep, isLeftAlone};
}

} // namespace

void EngineWeekStore::readAhead(PersonId person, QDate date)
{
    m_ahead = {person, date, read(person, date)};
}

QFuture<Result<WeekSnapshot>> EngineWeekStore::loadWeek(PersonId person, QDate date)
{
    const std::optional<ReadAhead> ahead = std::exchange(m_ahead, std::nullopt);
    if (ahead && ahead->person == person && ahead->date == date)
        return ahead->answer;
    return read(person, date);
}

QFuture<Result<WeekSnapshot>> EngineWeekStore::read(PersonId person, QDate date)
{
    return m_engine.run(
        [person, date](Workspace &workspace) { return readWeek(workspace, person, date); });
}

QFuture<Result<SavedDay>> EngineWeekStore::saveDay(const WorkDay &before, const WorkDay &after,
                                                   const UndoNote &note)
{
    return m_engine.runAndSend([before, after, note](Workspace &workspace) {
        return writeDay(workspace, before, after, note);
    });
}

} // namespace film::app
