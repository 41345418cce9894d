#include "shared/rules/moment.h"

#include <QDateTime>

namespace film::rules {

namespace {

Minutes offsetAt(const QDateTime &utc, const QTimeZone &zone)
{
    return Minutes(zone.offsetFromUtc(utc) / 60);
}

} // namespace

DayClock::DayClock(QDate date, const QTimeZone &zone)
{
    Q_ASSERT(zone.isValid());
    const QDateTime from(date.addDays(-2), QTime(0, 0), Qt::UTC);
    const QDateTime to(date.addDays(4), QTime(0, 0), Qt::UTC);
    m_midnight = momentOf(instantFromMs(QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch()));
    m_offsets[0] = {momentOf(instantFromMs(from.toMSecsSinceEpoch())), offsetAt(from, zone)};
    if (!zone.hasTransitions())
        return;
    for (const auto &change : zone.transitions(from, to)) {
        if (m_count == m_offsets.size())
            break; // No zone ever changed its clock more often within a week.
        m_offsets[m_count++] = {momentOf(instantFromMs(change.atUtc.toMSecsSinceEpoch())),
                                offsetAt(change.atUtc, zone)};
    }
}

Minutes DayClock::wallTime(Moment moment) const
{
    size_t i = m_count - 1;
    while (i > 0 && moment < m_offsets[i].since)
        --i;
    return moment + m_offsets[i].offset - m_midnight;
}

Moment DayClock::firstAt(Minutes wallTime) const
{
    for (size_t i = 0; i < m_count; ++i) {
        const Moment moment = m_midnight + wallTime - m_offsets[i].offset;
        if (i > 0 && moment < m_offsets[i].since)
            return m_offsets[i].since;
        if (i + 1 == m_count || moment < m_offsets[i + 1].since)
            return moment;
    }
    Q_UNREACHABLE();
}

} // namespace film::rules
