#pragma once

#include <QDate>
#include <QDateTime>
#include <QLocale>

namespace film::app {

// Dates as people of the language write them. Qt's own short forms have the year, which a week does
// not need, and leave the weekday out.

// "20"; in German "20."
[[nodiscard]] inline QString dayOfMonth(QDate date)
{
    const QLocale locale;
    const bool isOrdinal = locale.language() == QLocale::German;
    return locale.toString(date, isOrdinal ? QStringLiteral("d.") : QStringLiteral("d"));
}

// "20 Nov"
[[nodiscard]] inline QString dayAndMonth(QDate date)
{
    return dayOfMonth(date) + QLocale().toString(date, QStringLiteral(" MMM"));
}

// "Thu 20 Nov"
[[nodiscard]] inline QString shortDate(QDate date)
{
    return QLocale().toString(date, QStringLiteral("ddd ")) + dayAndMonth(date);
}

// "Thursday 20 Nov"
[[nodiscard]] inline QString weekdayAndDate(QDate date)
{
    return QLocale().toString(date, QStringLiteral("dddd ")) + dayAndMonth(date);
}

// "Thursday 20 November", to be read out
[[nodiscard]] inline QString longDate(QDate date)
{
    const QLocale locale;
    return locale.toString(date, QStringLiteral("dddd ")) + dayOfMonth(date)
        + locale.toString(date, QStringLiteral(" MMMM"));
}

} // namespace film::app
