#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace film::rules {

struct Holiday {
    QDate date; // on which it is observed
    QString name;
    int fromMinute = 0; // of the day: 720 for one that begins at noon
    friend bool operator==(const Holiday &, const Holiday &) = default;
};

enum class HolidayForm : quint8 {
    Fixed,   // month and day
    Weekday, // the nth of a weekday in a month, -1 the last, plus some days
    Easter,  // days from Easter Sunday
    OneOff   // one date
};

struct HolidayDay {
    QString name;
    HolidayForm form = HolidayForm::Fixed;
    int month = 0;
    int day = 0; // Fixed: of the month; Weekday: Qt::DayOfWeek; Easter, Weekday: see days
    int nth = 0;
    int days = 0;
    QDate date;         // OneOff
    QDate from;         // counted for dates from this on …
    QDate to;           // … until this, if valid
    int fromMinute = 0; // of the day; 0 for all of it

    // The day itself, before it is moved off a weekend; nothing in years without it.
    [[nodiscard]] QDate inYear(int year) const;
};

// When a day that falls on a weekend is observed.
enum class Observance : quint8 { SameDay, DayBefore, DayAfter, NextFreeWeekday };

// The public holidays of an agreement or a country. Dates are calendar dates of the place of
// work; a holiday that is moved counts on the day it is observed, and not on the other.
class HolidayCalendar
{
public:
    HolidayCalendar(QString name, QString title, std::vector<HolidayDay> days, Observance saturday,
                    Observance sunday);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QString &title() const { return m_title; }
    // A whole holiday.
    [[nodiscard]] bool isHoliday(QDate date) const;
    // Also one that begins in the course of the day.
    [[nodiscard]] std::optional<Holiday> holidayOn(QDate date) const;
    // Whether a holiday begins in the course of a day.
    [[nodiscard]] bool hasPartDays() const;
    // The same days, with another rule for those that fall on a Saturday.
    [[nodiscard]] HolidayCalendar withSaturday(Observance saturday) const;
    // The first one after `date`; none if there is none within two years.
    [[nodiscard]] std::optional<Holiday> nextAfter(QDate date) const;
    // Those observed in a year, by date.
    [[nodiscard]] std::vector<Holiday> inYear(int year) const;

private:
    [[nodiscard]] std::vector<Holiday> observedFor(int year) const;

    QString m_name;
    QString m_title;
    std::vector<HolidayDay> m_days;
    Observance m_saturday;
    Observance m_sunday;
};

// Those that come with the program, by the name that packs use.
[[nodiscard]] QStringList holidayCalendarNames();
[[nodiscard]] std::optional<HolidayCalendar> holidayCalendar(QStringView name);

} // namespace film::rules
