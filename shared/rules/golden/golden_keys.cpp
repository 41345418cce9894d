#include "shared/rules/golden/golden_keys.h"

#include <QJsonArray>

#include <algorithm>
#include <span>

namespace film::rules {

namespace {

using namespace Qt::StringLiterals;

constexpr QStringView caseKeys[] = {u"calc",   u"confidence", u"ctx",  u"days", u"deal",
                                    u"engine", u"expect",     u"id",   u"note", u"pack",
                                    u"steps",  u"tags",       u"title"};
constexpr QStringView dealKeys[] = {u"ach", u"day_hours", u"day_rate", u"hourly",
                                    u"pay", u"quoted",    u"type",     u"weekly"};
constexpr QStringView dayKeys[] = {u"approved",
                                   u"call",
                                   u"date",
                                   u"french_hours",
                                   u"holiday_from",
                                   u"hourly",
                                   u"hours",
                                   u"kind",
                                   u"meals",
                                   u"noncamera_ot_min",
                                   u"ot_kind",
                                   u"rest_break_missed",
                                   u"scheduled_min",
                                   u"segments",
                                   u"shape",
                                   u"shooting",
                                   u"travel_from_min",
                                   u"travel_to_min",
                                   u"tz",
                                   u"unit_call",
                                   u"weekday",
                                   u"worked_min",
                                   u"wrap",
                                   u"wrap_extension"};
constexpr QStringView mealKeys[] = {u"grace", u"in", u"kind", u"out"};
constexpr QStringView segmentKeys[] = {u"from", u"hourly", u"to", u"unit"};
constexpr QStringView contextKeys[] = {u"allowances", u"comp_rest", u"days_worked",
                                       u"hours",      u"inclusive", u"prev_rate_mult",
                                       u"prev_wrap",  u"rest_rule"};

void collect(const QJsonObject &json, const QString &place, std::span<const QStringView> known,
             QStringList &unread)
{
    for (const QString &key : json.keys()) {
        if (std::ranges::find(known, QStringView(key)) == known.end())
            unread << place + key;
    }
}

void collectAll(const QJsonValue &list, const QString &place, std::span<const QStringView> known,
                QStringList &unread)
{
    const QJsonArray array = list.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        collect(array.at(i).toObject(), u"%1[%2]."_s.arg(place).arg(i), known, unread);
}

} // namespace

QStringList unreadKeys(const QJsonObject &json)
{
    QStringList unread;
    collect(json, QString(), caseKeys, unread);
    collect(json.value(u"deal"_s).toObject(), u"deal."_s, dealKeys, unread);
    collect(json.value(u"ctx"_s).toObject(), u"ctx."_s, contextKeys, unread);
    const QJsonArray days = json.value(u"days"_s).toArray();
    for (qsizetype i = 0; i < days.size(); ++i) {
        const QString place = u"days[%1]."_s.arg(i);
        const QJsonObject day = days.at(i).toObject();
        collect(day, place, dayKeys, unread);
        collectAll(day.value(u"meals"_s), place + u"meals", mealKeys, unread);
        collectAll(day.value(u"segments"_s), place + u"segments", segmentKeys, unread);
    }
    return unread;
}

} // namespace film::rules
