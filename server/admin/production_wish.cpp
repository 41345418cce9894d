#include "server/admin/production_wish.h"

#include "shared/domain/import/rate_text.h"

#include <QLocale>
#include <QTimeZone>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype titleMax = 200;

std::optional<Qt::DayOfWeek> readDay(const QString &text)
{
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        if (QLocale::c().dayName(day).compare(text, Qt::CaseInsensitive) == 0)
            return static_cast<Qt::DayOfWeek>(day);
    }
    return std::nullopt;
}

} // namespace

Result<Production> productionFrom(const ProductionWish &wish)
{
    Production production;
    production.title = wish.title.trimmed();
    production.episode = wish.episode.trimmed();
    production.zone = wish.zone.toUtf8();
    if (production.title.isEmpty() || production.title.size() > titleMax
        || production.episode.size() > titleMax)
        return fail(ErrorCode::InvalidInput, u"the title is missing or too long"_s);
    if (!QTimeZone(production.zone).isValid())
        return fail(ErrorCode::InvalidInput,
                    u"the zone has to be a time zone, such as Europe/London"_s);
    const auto currency = readCurrency(wish.currency);
    if (!currency)
        return fail(ErrorCode::InvalidInput, u"the currency has to be a code, such as USD"_s);
    production.currency = *currency;
    const auto day = readDay(wish.weekEnds);
    if (!day)
        return fail(ErrorCode::InvalidInput,
                    u"the day on which the week ends has to be one, such as saturday"_s);
    production.weekEndsOn = *day;
    return production;
}

} // namespace film::server
