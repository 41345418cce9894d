#include "shared/domain/import/call_sheet_import.h"

#include "shared/domain/import/column_words.h"
#include "shared/domain/import/crew_lookup.h"
#include "shared/domain/import/xlsx_reader.h"
#include "shared/domain/record_limits.h"
#include "shared/domain/time_format.h"
#include "shared/domain/zone_time.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <map>

namespace film {

using namespace Qt::StringLiterals;

namespace {

enum class Line {
    Production,
    Day,
    Date,
    Unit,
    Type,
    Location,
    Zone,
    Call,
    Meal1Out,
    Meal1In,
    Wrap,
    Scenes,
};

constexpr std::array<Headings<Line>, 12> lineHeadings{{
    {Line::Production, u"production|title|show|produktion|titel|film|titre|produccion|titulo"},
    {Line::Day,
     u"day|day number|shoot day|shooting day|drehtag|tag|jour|jour de tournage|dia"
     "|dia de rodaje"},
    {Line::Date, heading_words::date},
    {Line::Unit, heading_words::unit},
    {Line::Type, heading_words::dayType},
    {Line::Location, u"location|place|ort|drehort|motiv|lieu|lieu de tournage|lugar|localizacion"},
    {Line::Zone, u"zone|time zone|timezone|zeitzone|fuseau|fuseau horaire|zona horaria"},
    {Line::Call,
     u"call|unit call|crew call|general call|arbeitsbeginn|drehbeginn|convocation|citacion"},
    {Line::Meal1Out,
     u"meal 1 out|meal out|lunch|lunch out|pause 1 ab|repas 1 debut|comida 1 inicio"},
    {Line::Meal1In, u"meal 1 in|meal in|lunch in|pause 1 zuruck|repas 1 fin|comida 1 fin"},
    {Line::Wrap, u"wrap|estimated wrap|est wrap|drehschluss|fin de journee|fin|fin de jornada"},
    {Line::Scenes, u"scenes|scene|szenen|bilder|sequences|escenas|secuencias"},
}};

enum class SheetColumn { Department, Person, Call };

constexpr std::array<Headings<SheetColumn>, 3> columnHeadings{{
    {SheetColumn::Department, heading_words::department},
    {SheetColumn::Person, heading_words::person},
    {SheetColumn::Call, u"call|call time|arbeitsbeginn|beginn|convocation|heure|citacion|hora"},
}};

using SheetColumns = ColumnMap<SheetColumn>;

// The first row of the table; the number of rows where the sheet has no table.
size_t findTable(const CsvTable &sheet)
{
    const auto found = std::ranges::find_if(sheet.rows, [](const CsvRow &row) {
        const SheetColumns columns(row.fields, columnHeadings);
        return columns.has(SheetColumn::Call)
            && (columns.has(SheetColumn::Department) || columns.has(SheetColumn::Person));
    });
    return size_t(found - sheet.rows.begin());
}

class CallSheetReader
{
public:
    CallSheetReader(const CrewList &crew, const CallSheetOptions &options)
        : m_crew(crew)
        , m_options(options)
    {
        day.zone = options.zone;
    }

    void readLines(std::span<const CsvRow> rows)
    {
        for (const CsvRow &row : rows)
            findLine(row);
        requireLine(Line::Date, u"Date"_s, rows);
        requireLine(Line::Unit, u"Unit"_s, rows);
        // In this order, whatever the order of the sheet: a time is read after those before it.
        for (const auto &[line, row] : m_lines)
            readLine(line, *row);
    }

    void readTable(std::span<const CsvRow> rows)
    {
        m_columns.emplace(rows.front().fields, columnHeadings);
        for (const CsvRow &row : rows.subspan(1))
            readCall(row);
    }

    // The verdicts in the order of the file.
    [[nodiscard]] ImportVerdicts takeVerdicts()
    {
        std::ranges::stable_sort(m_verdicts, {}, &ImportVerdict::row);
        return std::move(m_verdicts);
    }
    [[nodiscard]] bool hasDateAndUnit() const { return day.date.isValid() && !day.unit.isNull(); }

    ShootingDay day;
    QString production;
    QStringList ignoredLines;

private:
    void findLine(const CsvRow &row)
    {
        const std::optional<Line> line =
            keyOfHeading(row.field(0), std::span<const Headings<Line>>(lineHeadings));
        if (!line) {
            ignoredLines.append(row.field(0));
            return;
        }
        const auto [found, isNew] = m_lines.try_emplace(*line, &row);
        if (!isNew)
            report(row, ImportKind::Duplicate, {}, found->second->line);
    }

    void requireLine(Line line, const QString &name, std::span<const CsvRow> rows)
    {
        const int first = rows.empty() ? 1 : rows.front().line;
        if (!m_lines.contains(line))
            m_verdicts.push_back({first, ImportKind::MissingColumn, name, {}, {}, 0});
    }

    void readLine(Line line, const CsvRow &row)
    {
        const size_t before = m_verdicts.size();
        if (!row.field(1).isEmpty())
            readValue(line, row);
        else if (line == Line::Date)
            report(row, ImportKind::MissingDate);
        else if (line == Line::Unit)
            report(row, ImportKind::UnknownUnit);
        if (m_verdicts.size() == before)
            m_verdicts.push_back({row.line, ImportKind::Ready, {}, {}, {}, 0});
    }

    void readValue(Line line, const CsvRow &row)
    {
        switch (line) {
        case Line::Production: production = readText(row, record_limits::nameLengthMax); return;
        case Line::Day: readDayNumber(row); return;
        case Line::Date: readDay(row); return;
        case Line::Unit: readUnit(row); return;
        case Line::Type: readType(row); return;
        case Line::Location: day.location = readText(row, record_limits::nameLengthMax); return;
        case Line::Zone: readZone(row); return;
        case Line::Call: day.call = readPlanned(row, DayField::Call); return;
        case Line::Meal1Out: day.meal1Out = readPlanned(row, DayField::MealOut); return;
        case Line::Meal1In: day.meal1In = readPlanned(row, DayField::MealIn); return;
        case Line::Wrap: day.wrap = readPlanned(row, DayField::Wrap); return;
        case Line::Scenes: day.scenes = readText(row, record_limits::textLengthMax); return;
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] QString readText(const CsvRow &row, qsizetype lengthMax)
    {
        QString text = row.field(1).simplified();
        if (text.size() <= lengthMax)
            return text;
        report(row, ImportKind::TooLong);
        return {};
    }

    // "29", "Day 29", "29 of 40".
    void readDayNumber(const CsvRow &row)
    {
        static const QRegularExpression pattern(u"^\\D{0,20}(\\d{1,4})(?:\\D.*)?$"_s);
        const auto match = pattern.match(row.field(1));
        if (match.hasMatch())
            day.dayNumber = match.captured(1).toInt();
        else
            report(row, ImportKind::BadDayNumber);
    }

    void readDay(const CsvRow &row)
    {
        const std::vector<QDate> days = readDate(row.field(1), m_options.dateOrder);
        if (days.size() == 1) {
            day.date = days.front();
            return;
        }
        QStringList readings;
        for (const QDate reading : days)
            readings.append(reading.toString(Qt::ISODate));
        report(row, days.empty() ? ImportKind::BadDate : ImportKind::AmbiguousDate, readings);
    }

    void readUnit(const CsvRow &row)
    {
        if (const Unit *unit = m_crew.unitNamed(row.field(1)))
            day.unit = unit->id;
        else
            report(row, ImportKind::UnknownUnit);
    }

    void readType(const CsvRow &row)
    {
        if (const auto type = dayTypeFromCode(row.field(1), Form::CallSheet))
            day.type = *type;
        else
            report(row, ImportKind::UnknownDayType);
    }

    void readZone(const CsvRow &row)
    {
        const QByteArray zone = row.field(1).toLatin1();
        if (zoneFor(zone).isValid())
            day.zone = zone;
        else
            report(row, ImportKind::UnknownZone);
    }

    [[nodiscard]] std::optional<Minutes> readPlanned(const CsvRow &row, DayField field)
    {
        TimeContext context;
        context.field = field;
        context.previous = m_previous;
        const std::optional<Minutes> time = readMinutes(row, 1, row.field(0), context);
        if (time)
            m_previous = WallTime{*time};
        return time;
    }

    void readCall(const CsvRow &row)
    {
        const size_t before = m_verdicts.size();
        if (!cell(row, SheetColumn::Person).isEmpty())
            readPersonCall(row);
        else if (!cell(row, SheetColumn::Department).isEmpty())
            readDepartmentCall(row);
        else
            reportCell(row, SheetColumn::Person, ImportKind::MissingName);
        if (m_verdicts.size() == before)
            m_verdicts.push_back({row.line, ImportKind::Ready, {}, {}, {}, 0});
    }

    void readPersonCall(const CsvRow &row)
    {
        const CrewLookup::PersonMatch match =
            m_crew.personNamed(cell(row, SheetColumn::Person), cell(row, SheetColumn::Department));
        const auto decided = m_options.people.find(cell(row, SheetColumn::Person));
        if (match.person)
            addCall(day.personCalls, match.person->id, row, SheetColumn::Person);
        else if (decided != m_options.people.end())
            addCall(day.personCalls, decided->second, row, SheetColumn::Person);
        else if (match.kind == ImportKind::UnknownDepartment)
            reportCell(row, SheetColumn::Department, match.kind);
        else
            reportCell(row, SheetColumn::Person, match.kind, match.departments);
    }

    void readDepartmentCall(const CsvRow &row)
    {
        const Department *department = m_crew.departmentNamed(cell(row, SheetColumn::Department));
        if (department)
            addCall(day.departmentCalls, department->id, row, SheetColumn::Department);
        else
            reportCell(row, SheetColumn::Department, ImportKind::UnknownDepartment);
    }

    // A row without a time is called with everybody else and needs no entry.
    template<typename IdType>
    void addCall(std::vector<CallFor<IdType>> &calls, IdType who, const CsvRow &row,
                 SheetColumn named)
    {
        const auto [found, isNew] = m_rowOf.try_emplace(EntityId::of(who), row.line);
        if (!isNew) {
            reportCell(row, named, ImportKind::Duplicate, {}, found->second);
            return;
        }
        if (cell(row, SheetColumn::Call).isEmpty())
            return;
        TimeContext context;
        context.field = DayField::Call;
        if (day.call)
            context.call = context.asCalled = WallTime{*day.call};
        const std::optional<Minutes> call =
            readMinutes(row, m_columns->columnOf(SheetColumn::Call),
                        m_columns->headingOf(SheetColumn::Call), context);
        if (call && calls.size() == record_limits::callsMax)
            reportCell(row, named, ImportKind::TooLong);
        else if (call)
            calls.push_back({who, *call});
    }

    // Nothing for "-", which says that there is no such time, and for what was reported.
    [[nodiscard]] std::optional<Minutes> readMinutes(const CsvRow &row, qsizetype column,
                                                     const QString &heading, TimeContext context)
    {
        context.pointStyle = m_options.pointStyle;
        const TimeReading reading = readTime(row.field(column), context);
        const bool isLate =
            std::ranges::find(reading.notes, TimeNote::EarlierThanPrevious) != reading.notes.end();
        if (reading.isUnderstood() && !isLate) {
            const TimeField time = reading.readings.front();
            return time.isKnown() ? std::optional(time.minutes()) : std::nullopt;
        }
        QStringList readings;
        if (reading.isAmbiguous()) {
            for (const TimeField &time : reading.readings)
                readings.append(formatTime(time, Notation::Clock));
        }
        const ImportKind kind =
            reading.isAmbiguous() ? ImportKind::AmbiguousTime : ImportKind::BadTime;
        m_verdicts.push_back({row.line, kind, heading, row.field(column), readings, 0});
        return std::nullopt;
    }

    void report(const CsvRow &row, ImportKind kind, const QStringList &readings = {},
                int otherRow = 0)
    {
        m_verdicts.push_back({row.line, kind, row.field(0), row.field(1), readings, otherRow});
    }

    void reportCell(const CsvRow &row, SheetColumn column, ImportKind kind,
                    const QStringList &readings = {}, int otherRow = 0)
    {
        m_verdicts.push_back(
            {row.line, kind, m_columns->headingOf(column), cell(row, column), readings, otherRow});
    }

    [[nodiscard]] QString cell(const CsvRow &row, SheetColumn column) const
    {
        return row.field(m_columns->columnOf(column));
    }

    CrewLookup m_crew;
    const CallSheetOptions &m_options;
    std::map<Line, const CsvRow *> m_lines;
    std::optional<SheetColumns> m_columns; // of the table, once it is reached
    std::map<EntityId, int> m_rowOf;       // of people and departments
    TimeField m_previous;                  // the last time of the unit that was read
    ImportVerdicts m_verdicts;
};

} // namespace

Result<CallSheetImport> importCallSheet(QByteArrayView bytes, const CrewList &crew,
                                        const CallSheetOptions &options)
{
    const Result<CsvTable> sheet = readTable(bytes);
    if (!sheet)
        return fail(sheet.error().during(u"reading call sheet"_s));

    const std::span<const CsvRow> rows(sheet->rows);
    const size_t table = findTable(*sheet);
    CallSheetReader reader(crew, options);
    reader.readLines(rows.first(table));
    if (table < rows.size())
        reader.readTable(rows.subspan(table));

    CallSheetImport result;
    result.encoding = sheet->encoding;
    result.production = reader.production;
    result.ignoredLines = reader.ignoredLines;
    result.verdicts = reader.takeVerdicts();
    const bool isWanted = options.importReadyRowsOnly || allReady(result.verdicts);
    if (isWanted && reader.hasDateAndUnit())
        result.day = std::move(reader.day);
    return result;
}

} // namespace film
