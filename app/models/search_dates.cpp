#include "app/models/search_dates.h"

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int daysLookedAround = 400; // "thu 20" within about a year, the nearest first
constexpr int weekMax = 999;
constexpr size_t datesMax = 3;
constexpr qsizetype weekdayLettersMin = 2;
constexpr qsizetype monthLettersMin = 3;

constexpr QLocale::Language searchLanguages[]{QLocale::English, QLocale::German, QLocale::French,
                                              QLocale::Spanish};

// What is known of a date so far.
struct DateParts {
    std::optional<int> weekday;
    std::optional<int> day;
    std::optional<int> month;
    std::optional<int> year;
};

// 1 to `count`; nothing if no language has it.
template<typename NameOf>
std::optional<int> numberOfName(const QString &word, int count, qsizetype lettersMin, NameOf nameOf)
{
    if (word.size() < lettersMin)
        return std::nullopt;
    for (const QLocale::Language language : searchLanguages) {
        const QLocale locale(language);
        for (int i = 1; i <= count; ++i) {
            if (foldedText(nameOf(locale, i)).startsWith(word))
                return i;
        }
    }
    return std::nullopt;
}

std::optional<int> weekdayOf(const QString &word)
{
    return numberOfName(word, 7, weekdayLettersMin,
                        [](const QLocale &locale, int i) { return locale.dayName(i); });
}

std::optional<int> monthOf(const QString &word)
{
    return numberOfName(word, 12, monthLettersMin,
                        [](const QLocale &locale, int i) { return locale.monthName(i); });
}

struct NearDay {
    int days = 0;
    bool isWhole = false; // not its beginning only
};

std::optional<NearDay> daysFromToday(const QString &text)
{
    static const std::pair<QStringList, int> words[]{
        {{u"today"_s, u"heute"_s, u"aujourd'hui"_s, u"hoy"_s}, 0},
        {{u"yesterday"_s, u"gestern"_s, u"hier"_s, u"ayer"_s}, -1},
        {{u"tomorrow"_s, u"morgen"_s, u"demain"_s, u"manana"_s}, 1},
    };
    for (const auto &[names, days] : words) {
        for (const QString &name : names) {
            if (text.size() >= monthLettersMin && name.startsWith(text))
                return NearDay{days, name == text};
        }
    }
    return std::nullopt;
}

std::optional<int> weekNumberIn(const QString &text)
{
    static const QRegularExpression week(
        u"^(?:week|woche|semaine|semana|kw|sem|wk|w)\\s*(\\d{1,3})$"_s);
    const auto match = week.match(text);
    const int number = match.captured(1).toInt();
    return match.hasMatch() && number >= 1 && number <= weekMax ? std::optional(number)
                                                                : std::nullopt;
}

std::optional<FoundDate> weekWith(int number, const SearchCalendar &calendar)
{
    if (!calendar.firstWeek)
        return std::nullopt;
    return FoundDate{calendar.firstWeek->addDays(7 * (number - 1)), number, false};
}

bool takeNumber(int number, qsizetype digits, DateParts &parts)
{
    if (digits == 4) {
        parts.year = number;
        return true;
    }
    if (!parts.day && number >= 1 && number <= 31) {
        parts.day = number;
        return true;
    }
    if (!parts.month && number >= 1 && number <= 12) {
        parts.month = number; // 20.11.
        return true;
    }
    return false;
}

std::optional<DateParts> partsIn(const QString &text)
{
    static const QRegularExpression between(u"[\\s.,/-]+"_s);
    static const QStringList fillers{u"de"_s, u"of"_s, u"the"_s, u"den"_s, u"le"_s, u"el"_s};
    static const QRegularExpression ordinal(u"^(\\d{1,2})(st|nd|rd|th|er)$"_s);
    DateParts parts;
    for (QString word : text.split(between, Qt::SkipEmptyParts)) {
        if (fillers.contains(word))
            continue;
        if (const auto match = ordinal.match(word); match.hasMatch())
            word = match.captured(1);
        bool isNumber = false;
        const int number = word.toInt(&isNumber);
        if (isNumber) {
            if (!takeNumber(number, word.size(), parts))
                return std::nullopt;
        } else if (const auto month = monthOf(word); month && !parts.month && parts.day) {
            parts.month = month; // "20 mar" is March, "mar 20" is asked for below
        } else if (const auto weekday = weekdayOf(word); weekday && !parts.weekday) {
            parts.weekday = weekday;
        } else if (month && !parts.month) {
            parts.month = month;
        } else {
            return std::nullopt;
        }
    }
    return parts;
}

bool matches(const DateParts &parts, QDate date)
{
    return (!parts.weekday || date.dayOfWeek() == *parts.weekday)
        && (!parts.day || date.day() == *parts.day)
        && (!parts.month || date.month() == *parts.month)
        && (!parts.year || date.year() == *parts.year);
}

// The nearest to today, the past before the future where they are as far: times are entered of
// days that were.
std::vector<FoundDate> nearest(const DateParts &parts, const SearchCalendar &calendar)
{
    std::vector<FoundDate> found;
    if (parts.day && parts.month && parts.year) {
        const QDate date(*parts.year, *parts.month, *parts.day);
        if (date.isValid() && matches(parts, date))
            found.push_back({date, {}, false});
        return found;
    }
    // A month or a year alone is many days: nobody goes to one of them.
    if (!parts.day && !parts.weekday)
        return found;
    for (int away = 0; away <= daysLookedAround && found.size() < datesMax; ++away) {
        for (const int days : {-away, away}) {
            const QDate date = calendar.today.addDays(days);
            if (matches(parts, date) && (found.empty() || found.back().date != date)
                && found.size() < datesMax)
                found.push_back({date, {}, !parts.day});
        }
    }
    return found;
}

std::optional<QDate> isoDate(const QString &text)
{
    const QDate date = QDate::fromString(text, Qt::ISODate);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

} // namespace

QString foldedText(const QString &text)
{
    QString folded;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.category() != QChar::Mark_NonSpacing)
            folded += c == u'’' ? QChar(u'\'') : c;
    }
    return folded.toCaseFolded().simplified();
}

std::vector<FoundDate> datesIn(const QString &text, const SearchCalendar &calendar)
{
    const QString folded = foldedText(text);
    if (folded.isEmpty() || !calendar.today.isValid())
        return {};
    if (const auto date = isoDate(folded))
        return {{*date, {}, false}};
    if (const auto number = weekNumberIn(folded)) {
        const auto week = weekWith(*number, calendar);
        return week ? std::vector<FoundDate>{*week} : std::vector<FoundDate>();
    }
    std::vector<FoundDate> found;
    if (const auto near = daysFromToday(folded))
        found.push_back({calendar.today.addDays(near->days), {}, !near->isWhole});
    if (folded.size() < monthLettersMin && !folded.front().isDigit())
        return found; // "ma" is a name that somebody begins to type
    const std::optional<DateParts> parts = partsIn(folded);
    if (!parts)
        return found;
    for (const FoundDate &date : nearest(*parts, calendar)) {
        if (std::ranges::find(found, date) == found.end())
            found.push_back(date);
    }
    // A number alone may be a week as well.
    const bool isNumberAlone = parts->day && !parts->month && !parts->weekday && !parts->year;
    if (isNumberAlone) {
        if (const auto week = weekWith(*parts->day, calendar))
            found.push_back(*week);
    }
    return found;
}

} // namespace film::app
