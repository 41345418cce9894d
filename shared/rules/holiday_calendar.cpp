#include "shared/rules/holiday_calendar.h"

#include <algorithm>

namespace film::rules {

namespace {

// The Gregorian computus in whole numbers (Meeus, Jones and Butcher).
QDate easterSunday(int year)
{
    const int golden = year % 19;
    const int century = year / 100;
    const int inCentury = year % 100;
    const int correction = (century - (century + 8) / 25 + 1) / 3;
    const int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    const int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
    const int shift = (golden + 11 * epact + 22 * weekday) / 451;
    const int marchDay = epact + weekday - 7 * shift + 114;
    return QDate(year, marchDay / 31, marchDay % 31 + 1);
}

QDate nthWeekday(int year, int month, int weekday, int nth)
{
    const QDate first(year, month, 1);
    if (nth < 0) {
        const QDate last(year, month, first.daysInMonth());
        return last.addDays(-((last.dayOfWeek() - weekday + 7) % 7));
    }
    return first.addDays((weekday - first.dayOfWeek() + 7) % 7 + 7 * (nth - 1));
}

bool isWeekend(QDate date)
{
    return date.dayOfWeek() >= Qt::Saturday;
}

} // namespace

QDate HolidayDay::inYear(int year) const
{
    QDate found;
    switch (form) {
    case HolidayForm::Fixed: found = QDate(year, month, day); break;
    case HolidayForm::Weekday: found = nthWeekday(year, month, day, nth).addDays(days); break;
    case HolidayForm::Easter: found = easterSunday(year).addDays(days); break;
    case HolidayForm::OneOff: found = date.year() == year ? date : QDate(); break;
    }
    if (!found.isValid() || (from.isValid() && found < from) || (to.isValid() && found > to))
        return {};
    return found;
}

HolidayCalendar::HolidayCalendar(QString name, QString title, std::vector<HolidayDay> days,
                                 Observance saturday, Observance sunday)
    : m_name(std::move(name))
    , m_title(std::move(title))
    , m_days(std::move(days))
    , m_saturday(saturday)
    , m_sunday(sunday)
{}

std::optional<Holiday> HolidayCalendar::holidayOn(QDate date) const
{
    for (const Holiday &holiday : inYear(date.year())) {
        if (holiday.date == date)
            return holiday;
    }
    return std::nullopt;
}

bool HolidayCalendar::isHoliday(QDate date) const
{
    const std::optional<Holiday> holiday = holidayOn(date);
    return holiday && holiday->fromMinute == 0;
}

bool HolidayCalendar::hasPartDays() const
{
    return std::ranges::any_of(m_days, [](const HolidayDay &day) { return day.fromMinute > 0; });
}

HolidayCalendar HolidayCalendar::withSaturday(Observance saturday) const
{
    HolidayCalendar other = *this;
    other.m_saturday = saturday;
    return other;
}

std::optional<Holiday> HolidayCalendar::nextAfter(QDate date) const
{
    for (int year = date.year(); year <= date.year() + 2; ++year) {
        for (const Holiday &holiday : inYear(year)) {
            if (holiday.date > date)
                return holiday;
        }
    }
    return std::nullopt;
}

std::vector<Holiday> HolidayCalendar::inYear(int year) const
{
    std::vector<Holiday> result;
    // The last day of a year may be the next New Year's Day, and its first the last Boxing Day.
    for (int ruleYear = year - 1; ruleYear <= year + 1; ++ruleYear) {
        for (const Holiday &holiday : observedFor(ruleYear)) {
            if (holiday.date.year() == year)
                result.push_back(holiday);
        }
    }
    std::ranges::stable_sort(result, {}, &Holiday::date);
    return result;
}

std::vector<Holiday> HolidayCalendar::observedFor(int year) const
{
    std::vector<Holiday> holidays;
    for (const HolidayDay &day : m_days) {
        if (const QDate date = day.inYear(year); date.isValid())
            holidays.push_back({date, day.name, day.fromMinute});
    }
    std::ranges::stable_sort(holidays, {}, &Holiday::date);
    const auto isTaken = [&holidays](QDate date) {
        return std::ranges::find(holidays, date, &Holiday::date) != holidays.end();
    };
    for (Holiday &holiday : holidays) {
        if (!isWeekend(holiday.date))
            continue;
        QDate moved = holiday.date;
        switch (holiday.date.dayOfWeek() == Qt::Saturday ? m_saturday : m_sunday) {
        case Observance::SameDay: break;
        case Observance::DayBefore: moved = moved.addDays(-1); break;
        case Observance::DayAfter: moved = moved.addDays(1); break;
        case Observance::NextFreeWeekday: do { moved = moved.addDays(1);
            } while (isWeekend(moved) || isTaken(moved));
        }
        holiday.date = moved;
    }
    return holidays;
}

} // namespace film::rules
