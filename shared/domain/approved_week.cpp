#include "shared/domain/approved_week.h"

#include "shared/domain/record_readers.h"

#include <algorithm>

namespace film {

namespace timecard = schema::timecard;

namespace {

std::optional<QDate> approvedDate(const FieldValue &value)
{
    const qint64 *day = value.number();
    if (!day || *day < record_limits::dateMin().toJulianDay()
        || *day > record_limits::dateMax().toJulianDay())
        return std::nullopt;
    return QDate::fromJulianDay(*day);
}

bool isApprovedText(const FieldValue &value)
{
    return value.text() && FieldReader::isText(*value.text(), record_limits::nameLengthMax);
}

bool isApprovedMoney(qint64 minor)
{
    return minor >= -record_limits::moneyMinorMax && minor <= record_limits::moneyMinorMax;
}

void readApprovedDays(FieldReader &reader, ApprovedWeek &week)
{
    reader.list(timecard::Days, record_limits::approvedDaysMax, [&](const FieldValue::List &entry) {
        const std::optional<QDate> date = entry.size() == 2 ? approvedDate(entry[0]) : std::nullopt;
        const auto content = date && entry[1].bytes() ? Hash32::fromBytes(*entry[1].bytes())
                                                      : std::optional<Hash32>();
        if (content)
            week.days.push_back({*date, *content});
        return content.has_value();
    });
}

void readApprovedPacks(FieldReader &reader, ApprovedWeek &week)
{
    reader.list(timecard::Packs, record_limits::approvedPacksMax,
                [&](const FieldValue::List &entry) {
                    if (entry.size() != 4 || !isApprovedText(entry[0]) || !isApprovedText(entry[1]))
                        return false;
                    const std::optional<QDate> from = approvedDate(entry[2]);
                    const std::optional<QDate> to = approvedDate(entry[3]);
                    if (from && to)
                        week.packs.push_back({*entry[0].text(), *entry[1].text(), *from, *to});
                    return from && to;
                });
}

void readApprovedMoney(FieldReader &reader, ApprovedWeek &week)
{
    std::optional<qint64> gross;
    reader.number(timecard::GrossMinor, gross, -record_limits::moneyMinorMax,
                  record_limits::moneyMinorMax);
    std::optional<Currency> currency;
    reader.currency(timecard::Currency, currency);
    const Currency money = currency.value_or(Currency::Usd);
    week.gross = Money(gross.value_or(0), money);
    reader.list(timecard::Lines, record_limits::approvedLinesMax,
                [&](const FieldValue::List &entry) {
                    const bool isLine = entry.size() == 2 && isApprovedText(entry[0])
                        && entry[1].number() && isApprovedMoney(*entry[1].number());
                    if (isLine)
                        week.lines.push_back({*entry[0].text(), Money(*entry[1].number(), money)});
                    return isLine;
                });
}

} // namespace

namespace detail {

void read(FieldReader &reader, ApprovedWeek &week)
{
    reader.open(timecard::Identity);
    reader.id(timecard::Person, week.person);
    reader.date(timecard::First, week.first);
    reader.id(timecard::Device, week.device);
    reader.open(timecard::Approved);
    readApprovedDays(reader, week);
    readApprovedPacks(reader, week);
    readApprovedMoney(reader, week);
}

} // namespace detail

bool ApprovedWeek::isOf(const std::vector<DayStanding> &standings) const
{
    const auto isNamed = [this](const DayStanding &standing) {
        return std::ranges::find(days, Day{standing.key.date, standing.content}) != days.end();
    };
    const auto approved = std::ranges::count_if(standings, [](const DayStanding &standing) {
        return standing.level != ApprovalLevel::None;
    });
    return !days.empty() && size_t(approved) == days.size()
        && std::ranges::all_of(standings, [&](const DayStanding &standing) {
               return standing.level == ApprovalLevel::None || isNamed(standing);
           });
}

GroupMap toGroups(const ApprovedWeek &week)
{
    FieldValue::List days;
    for (const ApprovedWeek::Day &day : week.days)
        days.push_back(FieldValue::List{day.date.toJulianDay(), day.content.toByteArray()});
    FieldValue::List packs;
    for (const ApprovedWeek::Pack &pack : week.packs)
        packs.push_back(FieldValue::List{pack.id, pack.version, pack.from.toJulianDay(),
                                         pack.to.toJulianDay()});
    FieldValue::List lines;
    for (const ApprovedWeek::Line &line : week.lines)
        lines.push_back(FieldValue::List{line.code, line.amount.minorUnits()});
    return {{timecard::Identity,
             {{timecard::Person, week.person.toByteArray()},
              {timecard::First, week.first.toJulianDay()},
              {timecard::Device, week.device.toByteArray()}}},
            {timecard::Approved,
             {{timecard::Days, std::move(days)},
              {timecard::Packs, std::move(packs)},
              {timecard::GrossMinor, week.gross.minorUnits()},
              {timecard::Currency, currencyCode(week.gross.currency())},
              {timecard::Lines, std::move(lines)}}}};
}

Result<ApprovedWeek> approvedWeekFromGroups(const GroupMap &groups)
{
    ApprovedWeek week;
    FieldReader reader(groups);
    reader.open(timecard::Identity);
    reader.require(timecard::Person);
    reader.require(timecard::First);
    reader.require(timecard::Device);
    detail::read(reader, week);
    return reader.outcome().map([&] { return std::move(week); });
}

} // namespace film
