#include "app/models/notices.h"

namespace film::app {

bool NoticeSettings::isQuietAt(Minutes time) const
{
    const Minutes clock = time % wholeDay; // a day may run past midnight
    if (quietFrom <= quietTo)
        return clock >= quietFrom && clock < quietTo;
    return clock >= quietFrom || clock < quietTo;
}

bool NoticeKeeper::tellsLimit(QDate day, const DayFinding &limit, Minutes now)
{
    const std::tuple told(day, limit.kind, limit.meal, limit.at);
    const bool isNear = limit.at >= now && limit.at - now <= nearBy;
    if (!m_settings.deadlines || !isNear || m_limit == told || m_settings.isQuietAt(now))
        return false;
    m_limit = told;
    return true;
}

bool NoticeKeeper::tellsConflicts(int toReview, Minutes now)
{
    const bool isNew = toReview > m_conflicts;
    if (isNew && (!m_settings.conflicts || m_settings.isQuietAt(now)))
        return false;
    m_conflicts = toReview;
    return isNew;
}

bool NoticeKeeper::tellsReturn(const SignOff &sentBack, Minutes now)
{
    if (!m_settings.sentBack || m_return == sentBack.at || m_settings.isQuietAt(now))
        return false;
    m_return = sentBack.at;
    return true;
}

} // namespace film::app
