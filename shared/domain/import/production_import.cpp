#include "shared/domain/import/production_import.h"

#include "shared/domain/import/column_words.h"
#include "shared/domain/import/csv_reader.h"
#include "shared/domain/import/rate_text.h"
#include "shared/domain/record_limits.h"
#include "shared/domain/zone_time.h"

#include <array>

namespace film {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QStringView, 7> weekdays{u"monday", u"tuesday",  u"wednesday", u"thursday",
                                              u"friday", u"saturday", u"sunday"};

std::optional<Qt::DayOfWeek> weekdayFromName(QStringView name)
{
    for (size_t i = 0; i < weekdays.size(); ++i) {
        if (name.compare(weekdays.at(i), Qt::CaseInsensitive) == 0)
            return Qt::DayOfWeek(int(i) + Qt::Monday);
    }
    return std::nullopt;
}

// Ready, or what is wrong with the line.
ImportKind readLine(Production &production, const QString &heading, const QString &text)
{
    if (text.size() > record_limits::nameLengthMax)
        return ImportKind::TooLong;
    if (heading == u"title")
        production.title = text;
    else if (heading == u"episode")
        production.episode = text;
    else if (heading == u"zone") {
        production.zone = text.toLatin1();
        return zoneFor(production.zone).isValid() ? ImportKind::Ready : ImportKind::UnknownZone;
    } else if (heading == u"week ends on") {
        const std::optional<Qt::DayOfWeek> day = weekdayFromName(text);
        production.weekEndsOn = day.value_or(Qt::Saturday);
        return day ? ImportKind::Ready : ImportKind::UnknownWeekday;
    } else if (heading == u"currency") {
        const std::optional<Currency> currency = readCurrency(text);
        production.currency = currency.value_or(Currency::Usd);
        return currency ? ImportKind::Ready : ImportKind::UnknownCurrency;
    }
    return ImportKind::Ready;
}

} // namespace

Result<ProductionImport> importProduction(QByteArrayView bytes, ProductionId id)
{
    const Result<CsvTable> table = readCsv(bytes);
    if (!table)
        return fail(table.error().during(u"reading production"_s));

    ProductionImport result;
    Production production;
    production.id = id;
    for (const CsvRow &row : table->rows) {
        const ImportKind kind = readLine(production, foldedHeading(row.field(0)), row.field(1));
        ImportVerdict verdict{row.line, kind, {}, {}, {}, 0};
        if (kind != ImportKind::Ready) {
            verdict.column = row.field(0);
            verdict.text = row.field(1);
        }
        result.verdicts.push_back(verdict);
    }
    const int first = table->rows.front().line;
    if (production.title.isEmpty())
        result.verdicts.push_back({first, ImportKind::MissingColumn, u"Title"_s, {}, {}, 0});
    if (production.zone.isEmpty())
        result.verdicts.push_back({first, ImportKind::MissingColumn, u"Zone"_s, {}, {}, 0});
    if (allReady(result.verdicts))
        result.production = production;
    return result;
}

} // namespace film
