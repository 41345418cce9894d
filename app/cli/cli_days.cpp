#include "app/cli/cli.h"

#include "shared/base/small_file.h"
#include "shared/domain/clock_question.h"
#include "shared/domain/csv_field.h"
#include "shared/domain/day_line.h"
#include "shared/domain/import/call_sheet_import.h"
#include "shared/domain/import/crew_records.h"
#include "shared/domain/records.h"
#include "shared/domain/time_fields.h"
#include "shared/domain/time_format.h"
#include "shared/domain/validation.h"
#include "shared/domain/week.h"

#include <QFile>
#include <QJsonArray>

#include <algorithm>
#include <map>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

const ShootingDay *sheetOf(const DaysSeen &days, QDate date, UnitId unit)
{
    for (const ShootingDay &sheet : days.sheets) {
        if (sheet.date == date && sheet.unit == unit)
            return &sheet;
    }
    return nullptr;
}

const WorkDay *dayAt(const DaysSeen &days, QDate date)
{
    for (const DaySeen &seen : days.days) {
        if (seen.day.key.date == date)
            return &seen.day;
    }
    return nullptr;
}

QString clockText(WallTime time)
{
    return formatTime(TimeField(time), Notation::Clock);
}

// The day with its open times answered, or what somebody has to say first.
Result<WorkDay> answered(const WorkDay &before, WorkDay after, std::optional<int> fold)
{
    const QTimeZone zone = zoneFor(after.zone);
    ClockAnswers answers;
    while (const auto question = clockQuestionOf(before, after, zone, answers)) {
        const QString asked = clockText(question->asked);
        if (question->isSkipped)
            return fail(
                ErrorCode::InvalidInput,
                u"the clocks skip %1 that night; the times around it are %2 and %3"_s.arg(
                    asked, clockText(question->choices[0]), clockText(question->choices[1])));
        if (!fold)
            return fail(ErrorCode::InvalidInput,
                        u"the clocks show %1 twice that night; say --clock first or"
                        " --clock second"_s.arg(asked));
        const WallTime meant = question->choices[size_t(*fold)];
        answers.push_back({question->field, question->asked.minutes, meant});
        setTime(after, question->field, meant);
    }
    return after;
}

NeighbourDay neighbour(const WorkDay &day)
{
    return {day, zoneFor(day.zone)};
}

void printVerdicts(const ImportVerdicts &verdicts, bool json)
{
    for (const ImportVerdict &verdict : verdicts) {
        if (verdict.kind == ImportKind::Ready)
            continue;
        if (json)
            printJson({{u"row"_s, verdict.row},
                       {u"problem"_s, importKindName(verdict.kind)},
                       {u"column"_s, verdict.column},
                       {u"text"_s, verdict.text},
                       {u"readings"_s, QJsonArray::fromStringList(verdict.readings)}});
        else
            printLine(u"row %1: %2 in %3: %4"_s.arg(QString::number(verdict.row),
                                                    importKindName(verdict.kind), verdict.column,
                                                    verdict.text));
    }
}

} // namespace

// The unit that the entry is for: the one named, else the person's own.
Result<UnitId> Cli::unitAsked(const Person &person) const
{
    if (m_options.unit.isEmpty())
        return person.unit;
    const auto unit = std::ranges::find_if(m_directory.units, [this](const Unit &each) {
        return each.name.compare(m_options.unit, Qt::CaseInsensitive) == 0;
    });
    if (unit == m_directory.units.end())
        return fail(ErrorCode::NotFound, u"there is no unit %1"_s.arg(m_options.unit));
    return unit->id;
}

// The day as the line says it; `before` becomes the day as it is.
Result<WorkDay> Cli::dayOf(const Entry &entry, const Person &person, QDate date, WorkDay &before)
{
    const auto days = m_engine.days(person.id, date.addDays(-1), date.addDays(1)).result();
    if (!days)
        return fail(days.error());
    const auto unit = unitAsked(person);
    if (!unit)
        return fail(unit.error());
    const ShootingDay *sheet = sheetOf(*days, date, *unit);
    before.key = {person.id, date, *unit};
    const WorkDay *saved = m_options.unit.isEmpty() ? dayAt(*days, date) : nullptr;
    for (const DaySeen &seen : days->days) {
        if (seen.day.key == before.key)
            saved = &seen.day;
    }
    if (saved)
        before = *saved;

    DayLineContext context;
    context.usualMoney = m_directory.production.currency;
    if (sheet)
        context.called = timesCalled(*sheet, person.id, person.department);
    const WorkDay *dayBefore = dayAt(*days, date.addDays(-1));
    if (dayBefore)
        context.dayBefore = timesOf(*dayBefore);
    const DayLineReading reading = readDayLine(entry.line, context);
    const bool isRead =
        reading.status == DayLineStatus::Understood || reading.status == DayLineStatus::Unfinished;
    if (!isRead || (!reading.times && !saysBeside(reading)))
        return fail(ErrorCode::InvalidInput,
                    u"the line cannot be read at \"%1\""_s.arg(reading.token));
    WorkDay after = before;
    if (reading.times)
        after = withTimes(after, *reading.times);
    after = withBeside(std::move(after), reading);
    if (after.zone.isEmpty())
        after.zone = sheet && !sheet->zone.isEmpty() ? sheet->zone : m_directory.production.zone;
    if (after.location.isEmpty() && sheet)
        after.location = sheet->location;

    const auto settled = answered(before, after, m_options.fold);
    if (!settled)
        return fail(settled.error());
    after = *settled;

    DayContext checks;
    checks.zone = zoneFor(after.zone);
    checks.foldsAreAnswered = true;
    checks.isShootingDay = sheet != nullptr;
    if (dayBefore)
        checks.previous = neighbour(*dayBefore);
    if (const WorkDay *dayAfter = dayAt(*days, date.addDays(1)))
        checks.next = neighbour(*dayAfter);
    if (!canSave(validate(after, checks)))
        return fail(ErrorCode::InvalidInput, u"a day cannot be like that"_s);
    return after;
}

Cli::Step Cli::saveEntry(const Entry &entry)
{
    const auto date = dateOf(entry.date);
    if (!date)
        return fail(date.error());
    const auto person = personNamed(entry.person);
    if (!person)
        return fail(person.error());
    WorkDay before;
    const auto after = dayOf(entry, **person, *date, before);
    if (!after)
        return fail(after.error());
    const auto saved = m_engine.saveDays({{before, *after}}, m_options.reason).result();
    if (!saved)
        return fail(saved.error());
    if (!saved->refused.empty())
        return fail(ErrorCode::PermissionDenied, u"that day is locked, or not yours to change"_s);
    const QString day = date->toString(Qt::ISODate);
    const QString word = saved->mutations.empty() ? u"unchanged"_s : u"saved"_s;
    const QString mutation =
        saved->mutations.empty() ? u"-"_s : saved->mutations.front().toString();
    // Only now: everything printed as saved is on disk.
    if (m_options.json)
        printJson({{u"result"_s, word},
                   {u"mutation"_s, mutation},
                   {u"date"_s, day},
                   {u"person"_s, (*person)->name},
                   {u"line"_s, lineOf(*after)}});
    else
        printLine(
            u"%1 %2 %3 %4 %5"_s.arg(word, mutation, day, (*person)->id.toString(), lineOf(*after)));
    return saved->mutations.empty() ? ExitNothing : ExitOk;
}

Cli::Step Cli::actOnDay()
{
    static const std::map<QString, DayAction> actions{{u"submit"_s, DayAction::Submit},
                                                      {u"approve"_s, DayAction::Approve},
                                                      {u"reopen"_s, DayAction::Reopen},
                                                      {u"delete"_s, DayAction::Delete},
                                                      {u"undelete"_s, DayAction::BringBack}};
    const auto date = dateOf(m_options.arguments.value(0));
    if (!date)
        return fail(date.error());
    const auto person = personNamed(m_options.person);
    if (!person)
        return fail(person.error());
    const auto unit = unitAsked(**person);
    if (!unit)
        return fail(unit.error());
    const auto acted =
        m_engine
            .runAndSend([key = WorkDayKey{(*person)->id, *date, *unit},
                         action = actions.at(m_options.command), reason = m_options.reason](
                            Workspace &workspace) { return workspace.actOn(key, action, reason); })
            .result();
    if (!acted)
        return fail(acted.error());
    const QString word = *acted ? u"saved"_s : u"unchanged"_s;
    const QString mutation = *acted ? (*acted)->toString() : u"-"_s;
    const QString day = date->toString(Qt::ISODate);
    if (m_options.json)
        printJson({{u"result"_s, word},
                   {u"mutation"_s, mutation},
                   {u"date"_s, day},
                   {u"person"_s, (*person)->name},
                   {u"action"_s, m_options.command}});
    else
        printLine(u"%1 %2 %3 %4 %5"_s.arg(word, mutation, day, (*person)->id.toString(),
                                          m_options.command));
    return *acted ? ExitOk : ExitNothing;
}

Cli::Step Cli::week()
{
    const auto date = dateOf(m_options.arguments.value(0));
    if (!date)
        return fail(date.error());
    const PayWeek days = weekOf(*date, m_directory.production.weekEndsOn);
    std::optional<PersonId> whose;
    if (!m_options.all) {
        const auto person = personNamed(m_options.person);
        if (!person)
            return fail(person.error());
        whose = (*person)->id;
    }
    const auto seen = m_engine.days(whose, days.first, days.last()).result();
    if (!seen)
        return fail(seen.error());
    for (const DaySeen &day : seen->days) {
        const QString name = nameOf(day.day.key.person);
        if (m_options.json) {
            printJson(jsonOf(day, name));
            continue;
        }
        const auto worked = workedMinutes(day.day);
        printLine(
            u"%1  %2  %3  %4%5%6"_s.arg(day.day.key.date.toString(Qt::ISODate),
                                        name.leftJustified(24), lineOf(day.day).leftJustified(32),
                                        worked ? formatHours(*worked, Notation::Tenths) : u"-"_s,
                                        day.isPending ? u"  waiting"_s : QString(),
                                        day.hasConflict ? u"  two versions"_s : QString()));
    }
    return seen->days.empty() ? ExitNothing : ExitOk;
}

Cli::Step Cli::exportWeek()
{
    const auto date = dateOf(m_options.week);
    if (!date)
        return fail(date.error());
    const PayWeek days = weekOf(*date, m_directory.production.weekEndsOn);
    const auto seen = m_engine.days(std::nullopt, days.first, days.last()).result();
    if (!seen)
        return fail(seen.error());
    // Headings that the import of entered days knows.
    printLine(u"Person,Department,Date,Unit,Type,Line,Minutes,Note"_s);
    for (const DaySeen &day : seen->days) {
        const Person *person = m_directory.personOf(day.day.key.person);
        const auto department = std::ranges::find(
            m_directory.departments, person ? person->department : DepartmentId(), &Department::id);
        const auto unit = std::ranges::find(m_directory.units, day.day.key.unit, &Unit::id);
        const auto worked = workedMinutes(day.day);
        const QStringList fields{
            csvField(nameOf(day.day.key.person)),
            department == m_directory.departments.end() ? QString() : csvField(department->name),
            day.day.key.date.toString(Qt::ISODate),
            unit == m_directory.units.end() ? QString() : csvField(unit->name),
            dayTypeWord(day.day.type),
            csvField(lineOf(day.day)),
            worked ? QString::number(worked->count()) : QString(),
            csvField(day.day.notes)};
        printLine(fields.join(u','));
    }
    return seen->days.empty() ? ExitNothing : ExitOk;
}

Cli::Step Cli::saveImported(std::vector<WantedRecord> records)
{
    const auto saved = m_engine.saveRecords(std::move(records)).result();
    if (!saved)
        return fail(saved.error());
    if (m_options.json)
        printJson({{u"saved"_s, qint64(saved->size())}});
    else
        printLine(u"%1 records changed"_s.arg(qint64(saved->size())));
    return saved->empty() ? ExitNothing : ExitOk;
}

Cli::Step Cli::importCrew()
{
    if (m_options.arguments.size() != 1)
        return ExitUsage;
    const auto bytes = readSmallFile(m_options.arguments.front(), csvBytesMax);
    if (!bytes)
        return fail(bytes.error());
    CrewListOptions options;
    options.production = m_state.production;
    options.currency = m_directory.production.currency;
    options.importReadyRowsOnly = m_options.readyRowsOnly;
    const auto imported = importCrewList(*bytes, options);
    if (!imported)
        return fail(imported.error());
    printVerdicts(imported->verdicts, m_options.json);
    if (imported->crew.people.empty())
        return ExitRefused;
    auto deals = m_engine.run([](Workspace &workspace) { return workspace.deals(); }).result();
    if (!deals)
        return fail(deals.error());
    const CrewList known{m_directory.units, m_directory.departments, m_directory.people,
                         std::move(*deals)};
    return saveImported(crewRecords(m_state.production, *imported, known));
}

Cli::Step Cli::importCallSheets()
{
    if (m_options.arguments.isEmpty())
        return ExitUsage;
    const CrewList crew{m_directory.units, m_directory.departments, m_directory.people, {}};
    CallSheetOptions options;
    options.zone = m_directory.production.zone;
    options.importReadyRowsOnly = m_options.readyRowsOnly;
    std::vector<WantedRecord> records;
    for (const QString &path : m_options.arguments) {
        const auto bytes = readSmallFile(path, csvBytesMax);
        if (!bytes)
            return fail(bytes.error());
        const auto imported = importCallSheet(*bytes, crew, options);
        if (!imported)
            return fail(imported.error());
        printVerdicts(imported->verdicts, m_options.json);
        if (!imported->day)
            return ExitRefused;
        records.push_back(
            {EntityType::ShootingDay,
             shootingDayId(m_state.production, imported->day->date, imported->day->unit),
             toGroups(*imported->day)});
    }
    return saveImported(std::move(records));
}

} // namespace film::app
