#include "shared/domain/import/crew_list_import.h"

#include "shared/domain/import/column_words.h"
#include "shared/domain/import/rate_text.h"
#include "shared/domain/import/xlsx_reader.h"
#include "shared/domain/record_limits.h"
#include "shared/domain/records.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace film {

using namespace Qt::StringLiterals;

namespace {

// "Name" is the whole name, or the family name beside a column of first names; with "Nombre"
// and "Apellidos" it is the other way round. The three are joined in this order.
constexpr std::array<Headings<CrewColumn>, 15> headings{{
    {CrewColumn::Name,
     u"name|full name|person|crew|crew member|mitarbeiter|mitarbeiterin|nom|nom complet"
     "|nom et prenom|nombre|nombre completo|nombre y apellidos"},
    {CrewColumn::FirstName, u"first name|first|given name|vorname|prenom|nombre de pila"},
    {CrewColumn::LastName,
     u"last name|last|surname|family name|nachname|familienname|nom de famille|apellido"
     "|apellidos"},
    {CrewColumn::Department, heading_words::department},
    {CrewColumn::Position,
     u"position|role|job|job title|title|occupation|funktion|tatigkeit|poste|fonction|puesto"
     "|cargo|funcion"},
    {CrewColumn::Unit, heading_words::unit},
    {CrewColumn::Union, u"union|guild|local|gewerkschaft|verband|syndicat|sindicato|gremio"},
    {CrewColumn::Rate,
     u"rate|hourly rate|rate hour|rate per hour|stundensatz|stundenlohn|satz|taux|taux horaire"
     "|tarif horaire|tarifa|tarifa horaria|tarifa por hora"},
    {CrewColumn::DayRate,
     u"day rate|daily rate|rate day|rate per day|tagesgage|tagessatz|cachet|tarif journalier"
     "|tarifa diaria|tarifa por dia"},
    {CrewColumn::WeekRate,
     u"weekly rate|week rate|rate week|rate per week|wochengage|wochensatz|salaire hebdomadaire"
     "|tarif hebdomadaire|tarifa semanal"},
    {CrewColumn::Currency, u"currency|wahrung|devise|monnaie|moneda|divisa"},
    {CrewColumn::Guarantee,
     u"guarantee|guarantee hours|guaranteed hours|guarantee h|garantie|garantiestunden"
     "|garantierte stunden|heures garanties|garantia|horas garantizadas"},
    {CrewColumn::RulePack, u"rule pack|agreement|rules|tarifvertrag|regelwerk|convention|convenio"},
    {CrewColumn::From,
     u"from|start|start date|von|ab|beginn|startdatum|du|debut|date de debut|desde|inicio"
     "|fecha de inicio"},
    {CrewColumn::To,
     u"to|until|end|end date|bis|ende|enddatum|au|fin|date de fin|hasta|fecha de fin"},
}};

using CrewColumns = ColumnMap<CrewColumn>;

ImportVerdicts missingColumns(const CrewColumns &columns, int headerLine)
{
    ImportVerdicts verdicts;
    if (!columns.has(CrewColumn::Name) && !columns.has(CrewColumn::LastName))
        verdicts.push_back({headerLine, ImportKind::MissingColumn, u"Name"_s, {}, {}, 0});
    if (!columns.has(CrewColumn::Department))
        verdicts.push_back({headerLine, ImportKind::MissingColumn, u"Department"_s, {}, {}, 0});
    return verdicts;
}

// What one row says, before it is known whether all of it can be used.
struct Draft {
    Unit unit;
    Department department;
    Person person;
    std::optional<Deal> deal;
};

// Reads the rows one after the other into the list.
class CrewListReader
{
public:
    CrewListReader(const CrewListOptions &options, const CrewColumns &columns)
        : m_options(options)
        , m_columns(columns)
    {}

    void read(const CsvRow &row)
    {
        m_row = &row;
        m_problems.clear();
        m_hasUnknownCurrency = false;
        const Draft draft = readDraft();
        if (m_problems.empty())
            checkDuplicate(draft);
        if (m_problems.empty()) {
            verdicts.push_back({row.line, ImportKind::Ready, {}, {}, {}, 0});
            add(draft);
            return;
        }
        verdicts.insert(verdicts.end(), m_problems.begin(), m_problems.end());
    }

    ImportVerdicts verdicts;
    CrewList crew;
    std::vector<CrewListImport::Origin> origins;

private:
    [[nodiscard]] Draft readDraft()
    {
        Draft draft;
        const QString name = readName();
        if (name.isEmpty())
            report(ImportKind::MissingName, CrewColumn::Name);
        else if (name.size() > record_limits::nameLengthMax)
            report(ImportKind::TooLong, CrewColumn::Name);
        const QString department = readText(CrewColumn::Department);
        if (department.isEmpty())
            report(ImportKind::MissingDepartment, CrewColumn::Department);
        QString unit = readText(CrewColumn::Unit);
        if (unit.isEmpty())
            unit = m_options.unit;

        draft.unit = {unitId(m_options.production, unit), unit};
        draft.department = {departmentId(m_options.production, department), department, 0};
        draft.person = {personId(m_options.production, name, draft.department.id),
                        name,
                        draft.department.id,
                        readText(CrewColumn::Position),
                        draft.unit.id,
                        0};
        draft.deal = readDeal(draft.person.id);
        return draft;
    }

    [[nodiscard]] QString readName() const
    {
        const QStringList parts{cell(CrewColumn::FirstName), cell(CrewColumn::Name),
                                cell(CrewColumn::LastName)};
        return parts.join(u' ').simplified();
    }

    // Nothing where the row says nothing about the deal.
    [[nodiscard]] std::optional<Deal> readDeal(PersonId person)
    {
        Deal deal;
        deal.unionName = readText(CrewColumn::Union);
        const std::optional<Currency> currency = readNamedCurrency();
        deal.hourlyRate = readRateIn(CrewColumn::Rate, currency);
        deal.dayRate = readRateIn(CrewColumn::DayRate, currency);
        deal.weekRate = readRateIn(CrewColumn::WeekRate, currency);
        deal.guarantee = readGuarantee();
        deal.rulePack = readText(CrewColumn::RulePack);
        deal.from = readDay(CrewColumn::From);
        deal.to = readDay(CrewColumn::To);
        if (deal == Deal())
            return std::nullopt;
        deal.person = person;
        return deal;
    }

    [[nodiscard]] std::optional<Currency> readNamedCurrency()
    {
        const QString text = cell(CrewColumn::Currency);
        if (text.isEmpty())
            return std::nullopt;
        const std::optional<Currency> named = readCurrency(text);
        m_hasUnknownCurrency = !named;
        if (!named)
            report(ImportKind::UnknownCurrency, CrewColumn::Currency);
        return named;
    }

    [[nodiscard]] std::optional<Money> readRateIn(CrewColumn column,
                                                  const std::optional<Currency> &named)
    {
        const QString text = cell(column);
        if (text.isEmpty() || (m_hasUnknownCurrency && !named))
            return std::nullopt;
        const RateReading reading =
            readRate(text, {named, m_options.currency, m_options.decimalSign});
        if (reading.kind != ImportKind::Ready)
            report(reading.kind, column, reading.readings);
        return reading.rate;
    }

    // Hours with up to two decimals, of a day or of a week.
    [[nodiscard]] std::optional<Minutes> readGuarantee()
    {
        constexpr qint64 hundredthsMax = qint64(7) * 24 * 100;
        QString text = cell(CrewColumn::Guarantee);
        if (text.isEmpty())
            return std::nullopt;
        if (text.endsWith(u'h', Qt::CaseInsensitive))
            text.chop(1);
        const std::optional<qint64> hundredths = readNumber(text, m_options.decimalSign).hundredths;
        if (!hundredths || *hundredths > hundredthsMax || *hundredths * 60 % 100 != 0) {
            report(ImportKind::BadGuarantee, CrewColumn::Guarantee);
            return std::nullopt;
        }
        return Minutes(*hundredths * 60 / 100);
    }

    [[nodiscard]] QDate readDay(CrewColumn column)
    {
        const QString text = cell(column);
        if (text.isEmpty())
            return {};
        const std::vector<QDate> days = readDate(text, m_options.dateOrder);
        if (days.size() == 1)
            return days.front();
        QStringList readings;
        for (const QDate day : days)
            readings.append(day.toString(Qt::ISODate));
        report(days.empty() ? ImportKind::BadDate : ImportKind::AmbiguousDate, column, readings);
        return {};
    }

    [[nodiscard]] QString readText(CrewColumn column)
    {
        QString text = cell(column).simplified();
        if (text.size() > record_limits::nameLengthMax)
            report(ImportKind::TooLong, column);
        return text;
    }

    [[nodiscard]] QString cell(CrewColumn column) const
    {
        return m_row->field(m_columns.columnOf(column));
    }

    void report(ImportKind kind, CrewColumn column, const QStringList &readings = {})
    {
        m_problems.push_back(
            {m_row->line, kind, m_columns.headingOf(column), cell(column), readings, 0});
    }

    // Nobody stands there twice, but with a deal from another date on.
    [[nodiscard]] bool isFurtherDeal(const Draft &draft) const
    {
        const auto isOfPerson = [&](const Deal &deal) { return deal.person == draft.person.id; };
        const auto isSameStart = [&](const Deal &deal) {
            return isOfPerson(deal) && deal.from == draft.deal->from;
        };
        return draft.deal && draft.deal->from.isValid()
            && std::ranges::none_of(crew.deals, isSameStart)
            && std::ranges::count_if(crew.deals, isOfPerson) < dealsOfPersonMax;
    }

    void checkDuplicate(const Draft &draft)
    {
        const Person &person = draft.person;
        const auto [found, isNew] = m_lineOfPerson.try_emplace(person.id, m_row->line);
        if (isNew || isFurtherDeal(draft))
            return;
        m_problems.push_back({m_row->line,
                              ImportKind::Duplicate,
                              m_columns.headingOf(CrewColumn::Name),
                              person.name,
                              {},
                              found->second});
    }

    // Of two spellings of a unit or department the first stays.
    void add(const Draft &draft)
    {
        if (std::ranges::find(crew.units, draft.unit.id, &Unit::id) == crew.units.end())
            crew.units.push_back(draft.unit);
        if (std::ranges::find(crew.departments, draft.department.id, &Department::id)
            == crew.departments.end()) {
            crew.departments.push_back(draft.department);
            crew.departments.back().sortOrder = int(crew.departments.size()) - 1;
        }
        if (std::ranges::find(crew.people, draft.person.id, &Person::id) == crew.people.end()) {
            crew.people.push_back(draft.person);
            crew.people.back().sortOrder = int(crew.people.size()) - 1;
            origins.push_back({m_row->line, !cell(CrewColumn::Unit).isEmpty()});
        }
        if (draft.deal)
            crew.deals.push_back(*draft.deal);
    }

    const CrewListOptions &m_options;
    const CrewColumns &m_columns;
    const CsvRow *m_row = nullptr;
    ImportVerdicts m_problems; // of the current row
    bool m_hasUnknownCurrency = false;
    std::unordered_map<PersonId, int> m_lineOfPerson;
};

} // namespace

CrewListHead headOfCrewList(const CsvTable &table)
{
    CrewListHead head;
    head.row = findHeaderRow<CrewColumn>(table.rows, headings);
    head.headings = table.rows.at(head.row).fields;
    // Columns without a heading may be used, too.
    for (const CsvRow &row : table.rows) {
        while (head.headings.size() < row.fields.size())
            head.headings.append(QString());
    }
    head.meanings = CrewColumns(head.headings, headings).meanings();
    return head;
}

CrewListImport importCrewList(const CsvTable &table, const CrewListOptions &options)
{
    const CrewListHead head = headOfCrewList(table);
    const CrewColumns columns = options.meanings
        ? CrewColumns(head.headings, *options.meanings)
        : CrewColumns(head.headings, std::span<const Headings<CrewColumn>>(headings));
    CrewListImport result;
    result.encoding = table.encoding;
    result.ignoredColumns = columns.otherHeadings();
    result.verdicts = missingColumns(columns, table.rows.at(head.row).line);
    if (!result.verdicts.empty())
        return result;

    CrewListReader reader(options, columns);
    for (size_t i = head.row + 1; i < table.rows.size(); ++i)
        reader.read(table.rows.at(i));
    if (options.importReadyRowsOnly || allReady(reader.verdicts)) {
        result.crew = std::move(reader.crew);
        result.origins = std::move(reader.origins);
    }
    result.verdicts = std::move(reader.verdicts);
    return result;
}

Result<CrewListImport> importCrewList(QByteArrayView bytes, const CrewListOptions &options)
{
    const Result<CsvTable> table = readTable(bytes);
    if (!table)
        return fail(table.error().during(u"reading crew list"_s));
    return importCrewList(*table, options);
}

} // namespace film
