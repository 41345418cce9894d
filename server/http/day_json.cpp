#include "server/http/day_json.h"

#include <QJsonArray>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

// "07:00"; "26:30" is half past two in the night after. Null while nobody knows, "none" where
// somebody said that there was none.
QJsonValue timeValue(const TimeField &time)
{
    if (time.isNone())
        return u"none"_s;
    if (!time.isKnown())
        return {};
    const int minutes = int(time.minutes().count());
    return u"%1:%2"_s.arg(minutes / 60, 2, 10, QChar(u'0')).arg(minutes % 60, 2, 10, QChar(u'0'));
}

QJsonValue lengthValue(const std::optional<Minutes> &length)
{
    return length ? QJsonValue(int(length->count())) : QJsonValue();
}

QString approvalName(ApprovalLevel level)
{
    switch (level) {
    case ApprovalLevel::None: return u"none"_s;
    case ApprovalLevel::Department: return u"department"_s;
    case ApprovalLevel::Coordinator: return u"coordinator"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QString dayStateName(DayState state)
{
    switch (state) {
    case DayState::Empty: return u"empty"_s;
    case DayState::Confirmed: return u"confirmed"_s;
    case DayState::Submitted: return u"submitted"_s;
    case DayState::Approved: return u"approved"_s;
    case DayState::Locked: return u"locked"_s;
    case DayState::Exported: return u"exported"_s;
    case DayState::Adjusted: return u"adjusted"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject dayJson(EntityId id, const ProductionModel::Day &entry)
{
    const WorkDay &day = entry.day;
    QJsonArray meals;
    for (const Meal &meal : day.meals)
        meals.append(QJsonObject{{u"out"_s, timeValue(meal.out)}, {u"in"_s, timeValue(meal.in)}});
    return {{u"id"_s, id.toString()},
            {u"person"_s, day.key.person.toString()},
            {u"date"_s, day.key.date.toString(Qt::ISODate)},
            {u"unit"_s, day.key.unit.isNull() ? QJsonValue() : day.key.unit.toString()},
            {u"type"_s, dayTypeWord(day.type)},
            {u"state"_s, dayStateName(day.state)},
            {u"approval"_s, approvalName(entry.approval)},
            {u"call"_s, timeValue(day.call)},
            {u"wrap"_s, timeValue(day.wrap)},
            {u"meals"_s, meals},
            {u"zone"_s, QString::fromUtf8(day.zone)},
            {u"travel_to_minutes"_s, lengthValue(day.travelTo)},
            {u"travel_from_minutes"_s, lengthValue(day.travelFrom)},
            {u"worked_minutes"_s, lengthValue(workedMinutes(day))},
            {u"change"_s, qint64(entry.sequence)}};
}

} // namespace film::server
