#include "shared/domain/import/work_day_import.h"

#include "shared/domain/day_line.h"
#include "shared/domain/import/column_words.h"
#include "shared/domain/import/crew_lookup.h"
#include "shared/domain/records.h"
#include "shared/domain/validation.h"
#include "shared/domain/zone_time.h"

#include <algorithm>
#include <array>
#include <map>

namespace film {

using namespace Qt::StringLiterals;

namespace {

enum class DayColumn { Person, Department, Date, Unit, Type, Line };

constexpr std::array<Headings<DayColumn>, 6> dayHeadings{{
    {DayColumn::Person, heading_words::person},
    {DayColumn::Department, heading_words::department},
    {DayColumn::Date, heading_words::date},
    {DayColumn::Unit, heading_words::unit},
    {DayColumn::Type, heading_words::dayType},
    {DayColumn::Line, u"line|day|times|zeile|zeiten|tag|ligne|horaires|linea|horas"},
}};

using DayColumns = ColumnMap<DayColumn>;

ImportVerdicts missingColumns(const DayColumns &columns, int headerLine)
{
    ImportVerdicts verdicts;
    const auto require = [&](DayColumn column, const QString &name) {
        if (!columns.has(column))
            verdicts.push_back({headerLine, ImportKind::MissingColumn, name, {}, {}, 0});
    };
    require(DayColumn::Person, u"Person"_s);
    require(DayColumn::Date, u"Date"_s);
    require(DayColumn::Line, u"Line"_s);
    return verdicts;
}

// Nothing for a problem that a person may have and keep, such as a late meal.
std::optional<ImportKind> refusalOf(const Problem &problem)
{
    switch (problem.kind) {
    case ProblemKind::AskFold: return ImportKind::AmbiguousTime;
    case ProblemKind::InGap: return ImportKind::BadTime;
    case ProblemKind::UnknownZone: return ImportKind::UnknownZone;
    default: break;
    }
    return problem.severity == Severity::Blocks ? std::optional(ImportKind::BadLine) : std::nullopt;
}

class WorkDayReader
{
public:
    WorkDayReader(const CrewList &crew, const WorkDayOptions &options, const DayColumns &columns)
        : m_crew(crew)
        , m_options(options)
        , m_columns(columns)
    {
        for (const ShootingDay &day : options.shootingDays)
            m_shootingDays.emplace(std::pair(day.date, day.unit), &day);
    }

    void read(const CsvRow &row)
    {
        m_row = &row;
        m_problems.clear();
        const std::optional<WorkDay> day = readDay();
        if (day && m_problems.empty()) {
            verdicts.push_back({row.line, ImportKind::Ready, {}, {}, {}, 0});
            days.push_back(*day);
        }
        verdicts.insert(verdicts.end(), m_problems.begin(), m_problems.end());
    }

    ImportVerdicts verdicts;
    std::vector<WorkDay> days;

private:
    // Nothing if the row does not say whose day it is, or when.
    [[nodiscard]] std::optional<WorkDay> readDay()
    {
        const Person *person = readPerson();
        const QDate date = readDateCell();
        const UnitId unit = readUnit(person);
        if (!person || !date.isValid() || unit.isNull())
            return std::nullopt;
        WorkDay day;
        day.key = {person->id, date, unit};
        checkDuplicate(day.key);

        const ShootingDay *called = shootingDayOf(date, unit);
        day.zone = called ? called->zone : m_options.zone;
        day.location = called ? called->location : QString();
        const std::optional<DayTimes> plan = called
            ? std::optional(timesCalled(*called, person->id, person->department))
            : std::nullopt;
        return readLine(day, plan);
    }

    [[nodiscard]] const Person *readPerson()
    {
        if (cell(DayColumn::Person).isEmpty()) {
            report(ImportKind::MissingName, DayColumn::Person);
            return nullptr;
        }
        const CrewLookup::PersonMatch match =
            m_crew.personNamed(cell(DayColumn::Person), cell(DayColumn::Department));
        const bool isDepartment = match.kind == ImportKind::UnknownDepartment;
        if (!match.person)
            report(match.kind, isDepartment ? DayColumn::Department : DayColumn::Person,
                   match.departments);
        return match.person;
    }

    [[nodiscard]] QDate readDateCell()
    {
        const QString text = cell(DayColumn::Date);
        const std::vector<QDate> dates = readDate(text, m_options.dateOrder);
        if (dates.size() == 1)
            return dates.front();
        QStringList readings;
        for (const QDate date : dates)
            readings.append(date.toString(Qt::ISODate));
        const ImportKind unreadable =
            text.isEmpty() ? ImportKind::MissingDate : ImportKind::BadDate;
        report(dates.empty() ? unreadable : ImportKind::AmbiguousDate, DayColumn::Date, readings);
        return {};
    }

    // The person's own where the row does not say.
    [[nodiscard]] UnitId readUnit(const Person *person)
    {
        const QString text = cell(DayColumn::Unit);
        if (text.isEmpty())
            return person ? person->unit : UnitId();
        if (const Unit *unit = m_crew.unitNamed(text))
            return unit->id;
        report(ImportKind::UnknownUnit, DayColumn::Unit);
        return {};
    }

    [[nodiscard]] std::optional<WorkDay> readLine(const WorkDay &empty,
                                                  const std::optional<DayTimes> &plan)
    {
        DayLineContext context;
        context.called = plan;
        context.pointStyle = m_options.pointStyle;
        context.usualMoney = m_options.usualMoney;
        const DayLineReading reading = readDayLine(cell(DayColumn::Line), context);
        if (!isTaken(reading))
            return std::nullopt;

        DayTimes times = reading.times.value_or(DayTimes());
        if (!readType(times))
            return std::nullopt;
        if (times == DayTimes() && !saysBeside(reading)) {
            report(ImportKind::MissingCall, DayColumn::Line);
            return std::nullopt;
        }
        WorkDay day = withBeside(withTimes(empty, times), reading);
        check(day);
        return day;
    }

    [[nodiscard]] bool isTaken(const DayLineReading &reading)
    {
        if (reading.status == DayLineStatus::Unreadable) {
            report(ImportKind::BadLine, DayColumn::Line);
            return false;
        }
        if (reading.status == DayLineStatus::Ambiguous) {
            QStringList readings;
            for (const DayTimes &choice : reading.choices)
                readings.append(printDayLine(choice).value_or(QString()));
            report(ImportKind::AmbiguousTime, DayColumn::Line, readings);
            return false;
        }
        return true;
    }

    // The type may stand in its column or in the line; when in both, they have to agree.
    [[nodiscard]] bool readType(DayTimes &times)
    {
        const QString text = cell(DayColumn::Type);
        if (text.isEmpty())
            return true;
        const std::optional<DayType> type = dayTypeFromCode(text, Form::Timecard);
        const bool agrees = type && (times.type == DayType::Work || times.type == *type);
        if (agrees)
            times.type = *type;
        else
            report(ImportKind::UnknownDayType, DayColumn::Type);
        return agrees;
    }

    void check(const WorkDay &day)
    {
        DayContext context;
        context.zone = zoneNamed(day.zone);
        for (const Problem &problem : validate(day, context)) {
            if (const std::optional<ImportKind> refusal = refusalOf(problem))
                report(*refusal, DayColumn::Line);
        }
    }

    void checkDuplicate(const WorkDayKey &key)
    {
        const auto [found, isNew] =
            m_rowOf.try_emplace(std::tuple(key.person, key.date, key.unit), m_row->line);
        if (isNew)
            return;
        report(ImportKind::Duplicate, DayColumn::Person);
        m_problems.back().otherRow = found->second;
    }

    [[nodiscard]] const ShootingDay *shootingDayOf(QDate date, UnitId unit) const
    {
        const auto found = m_shootingDays.find(std::pair(date, unit));
        return found == m_shootingDays.end() ? nullptr : found->second;
    }

    // Making one reads a file; a list has thousands of rows in one zone.
    [[nodiscard]] const QTimeZone &zoneNamed(const QByteArray &name)
    {
        const auto [found, isNew] = m_zones.try_emplace(name);
        if (isNew)
            found->second = zoneFor(name);
        return found->second;
    }

    [[nodiscard]] QString cell(DayColumn column) const
    {
        return m_row->field(m_columns.columnOf(column));
    }

    void report(ImportKind kind, DayColumn column, const QStringList &readings = {})
    {
        m_problems.push_back(
            {m_row->line, kind, m_columns.headingOf(column), cell(column), readings, 0});
    }

    CrewLookup m_crew;
    const WorkDayOptions &m_options;
    const DayColumns &m_columns;
    std::map<std::pair<QDate, UnitId>, const ShootingDay *> m_shootingDays;
    std::map<QByteArray, QTimeZone> m_zones;
    std::map<std::tuple<PersonId, QDate, UnitId>, int> m_rowOf;
    const CsvRow *m_row = nullptr;
    ImportVerdicts m_problems; // of the current row
};

} // namespace

Result<WorkDayImport> importWorkDays(QByteArrayView bytes, const CrewList &crew,
                                     const WorkDayOptions &options)
{
    const Result<CsvTable> table = readCsv(bytes);
    if (!table)
        return fail(table.error().during(u"reading work days"_s));

    const size_t headerRow = findHeaderRow<DayColumn>(table->rows, dayHeadings);
    const CsvRow &header = table->rows.at(headerRow);
    const DayColumns columns(header.fields, dayHeadings);
    WorkDayImport result;
    result.encoding = table->encoding;
    result.ignoredColumns = columns.otherHeadings();
    result.verdicts = missingColumns(columns, header.line);
    if (!result.verdicts.empty())
        return result;

    WorkDayReader reader(crew, options, columns);
    for (size_t i = headerRow + 1; i < table->rows.size(); ++i)
        reader.read(table->rows.at(i));
    if (options.importReadyRowsOnly || allReady(reader.verdicts))
        result.days = std::move(reader.days);
    result.verdicts = std::move(reader.verdicts);
    return result;
}

} // namespace film
