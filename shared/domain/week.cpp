#include "shared/domain/week.h"

namespace film {

std::array<QDate, 7> PayWeek::days() const
{
    std::array<QDate, 7> days;
    for (size_t i = 0; i < days.size(); ++i)
        days[i] = first.addDays(static_cast<qint64>(i));
    return days;
}

int PayWeek::numberSince(const PayWeek &firstWeek) const
{
    return static_cast<int>(firstWeek.first.daysTo(first) / 7) + 1;
}

PayWeek weekOf(QDate date, Qt::DayOfWeek weekEndsOn)
{
    Q_ASSERT(date.isValid());
    const int daysToEnd = (weekEndsOn - date.dayOfWeek() + 7) % 7;
    return {date.addDays(daysToEnd - 6)};
}

} // namespace film
