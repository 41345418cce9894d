#include "shared/domain/import/date_text.h"

#include "shared/domain/record_limits.h"

#include <QRegularExpression>

namespace film {

using namespace Qt::StringLiterals;

std::vector<QDate> readDate(QStringView text, std::optional<DateOrder> order)
{
    static const QRegularExpression yearFirst(u"^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})$"_s);
    static const QRegularExpression yearLast(u"^(\\d{1,2})([-/.]) ?(\\d{1,2})\\2 ?(\\d{4})$"_s);
    const QStringView trimmed = text.trimmed();

    std::vector<QDate> days;
    const auto add = [&days](int year, int month, int day) {
        const QDate date(year, month, day);
        const bool isPossible =
            date.isValid() && date >= record_limits::dateMin() && date <= record_limits::dateMax();
        if (isPossible && (days.empty() || days.front() != date))
            days.push_back(date);
    };
    if (const auto match = yearFirst.match(trimmed); match.hasMatch()) {
        add(match.captured(1).toInt(), match.captured(3).toInt(), match.captured(4).toInt());
        return days;
    }
    const auto match = yearLast.match(trimmed);
    if (!match.hasMatch())
        return days;
    const int first = match.captured(1).toInt();
    const int second = match.captured(3).toInt();
    const int year = match.captured(4).toInt();
    const bool isDotted = match.capturedView(2) == u".";
    if (isDotted || order != DateOrder::MonthFirst)
        add(year, second, first);
    if (!isDotted && order != DateOrder::DayFirst)
        add(year, first, second);
    return days;
}

} // namespace film
