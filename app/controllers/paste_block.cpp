#include "app/controllers/paste_block.h"

#include "shared/domain/import/column_words.h"
#include "shared/domain/import/date_text.h"

#include <QHash>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <utility>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

enum class PasteColumn : quint8 {
    Person,
    Department,
    Date,
    Line,
    Call, // and the other times in the order of the bulk bar
    Meal1Out,
    Meal1In,
    Meal2Out,
    Meal2In,
    Wrap,
    Travel,
};

constexpr std::array<Headings<PasteColumn>, 11> pasteHeadings{{
    {PasteColumn::Person, heading_words::person},
    {PasteColumn::Department, heading_words::department},
    {PasteColumn::Date, heading_words::date},
    {PasteColumn::Line, u"line|times|zeile|zeiten|ligne|horaires|linea|horas"},
    {PasteColumn::Call,
     u"call|in|start|call time|arbeitsbeginn|beginn|convocation|debut|citacion|inicio"},
    {PasteColumn::Meal1Out,
     u"meal 1 out|meal out|lunch out|m1 out|pause 1 ab|pause ab|repas 1 debut|repas debut"
     "|comida 1 inicio|comida inicio"},
    {PasteColumn::Meal1In,
     u"meal 1 in|meal in|lunch in|m1 in|pause 1 zuruck|pause zuruck|repas 1 fin|repas fin"
     "|comida 1 fin|comida fin"},
    {PasteColumn::Meal2Out, u"meal 2 out|m2 out|pause 2 ab|repas 2 debut|comida 2 inicio"},
    {PasteColumn::Meal2In, u"meal 2 in|m2 in|pause 2 zuruck|repas 2 fin|comida 2 fin"},
    {PasteColumn::Wrap, u"wrap|out|end|drehschluss|ende|fin de journee|fin|fin de jornada"},
    {PasteColumn::Travel, u"travel|reisezeit|trajet|desplazamiento"},
}};

using PastedCells = std::vector<QStringList>;

std::optional<BulkField> fieldOf(PasteColumn column)
{
    if (column < PasteColumn::Call)
        return std::nullopt;
    return BulkField(int(column) - int(PasteColumn::Call));
}

QString pastedCell(QStringView text)
{
    QString cell = text.trimmed().toString();
    if (cell.size() >= 2 && cell.front() == u'"' && cell.back() == u'"')
        cell = cell.sliced(1, cell.size() - 2).replace(u"\"\""_s, u"\""_s).trimmed();
    return cell;
}

PastedCells pastedCells(const QString &text)
{
    PastedCells rows;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        QStringList cells;
        for (const QStringView cell : line.split(u'\t'))
            cells.append(pastedCell(cell));
        rows.push_back(std::move(cells));
    }
    const auto isBlank = [](const QStringList &row) {
        return std::ranges::all_of(row, [](const QString &cell) { return cell.isEmpty(); });
    };
    while (!rows.empty() && isBlank(rows.back()))
        rows.pop_back();
    return rows;
}

// Folded, in the languages that headings are read in.
const QHash<QString, int> &weekdayNumbers()
{
    static const QHash<QString, int> known = [] {
        QHash<QString, int> names;
        for (const auto language :
             {QLocale::English, QLocale::German, QLocale::French, QLocale::Spanish}) {
            for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
                for (const auto format : {QLocale::ShortFormat, QLocale::LongFormat})
                    names.insert(foldedHeading(QLocale(language).dayName(day, format)), day);
            }
        }
        return names;
    }();
    return known;
}

// "2025-11-17", "17.11.2025", or as the grid heads it: "Mon 17". -1: a date of another week;
// nothing: no date at all.
std::optional<int> dayOfHeading(const QString &text, const PastePlace &place)
{
    const std::vector<QDate> read = readDate(text, std::nullopt);
    if (!read.empty()) {
        // 03/04/2025 is two dates; the one of this week is meant.
        for (size_t i = 0; i < place.dates.size(); ++i) {
            if (std::ranges::find(read, place.dates[i]) != read.end())
                return int(i);
        }
        return -1;
    }
    const QStringList words = foldedHeading(text).split(u' ');
    const int weekday = weekdayNumbers().value(words.front(), 0);
    if (weekday == 0)
        return std::nullopt;
    const auto sameDay = [weekday](QDate date) { return date.dayOfWeek() == weekday; };
    const auto found = std::ranges::find_if(place.dates, sameDay);
    const int number = words.value(1).toInt();
    if (found == place.dates.end() || (number > 0 && found->day() != number))
        return -1;
    return int(found - place.dates.begin());
}

// One time or length and nothing else.
bool isLoneTime(const QString &text)
{
    const bool isWord =
        std::ranges::any_of(text, [](QChar c) { return c.isLetter() && c != u'h'; });
    return !isWord && !text.contains(u' ') && text.front().isDigit() && text.indexOf(u'-', 1) < 0
        && text.indexOf(u'–') < 0;
}

class PasteReader
{
public:
    PasteReader(PastedCells cells, const PastePlace &place)
        : m_cells(std::move(cells))
        , m_place(place)
    {
        for (const QString &name : place.names)
            m_names.insert(foldedHeading(name));
    }

    [[nodiscard]] PasteBlock read(std::optional<PasteLayout> layout)
    {
        PasteBlock block;
        if (m_cells.empty())
            return block;
        const bool hasHeadings = readHeadings();
        if (!hasHeadings)
            guess(layout, block);
        else if (std::ranges::any_of(m_meanings, [](const auto &meaning) {
                     return meaning && fieldOf(*meaning).has_value();
                 }))
            block.layout = PasteLayout::Times;
        block.isByName = has(PasteColumn::Person);
        for (size_t i = hasHeadings ? 1 : 0; i < m_cells.size(); ++i)
            readRow(int(i), int(i) - (hasHeadings ? 1 : 0), block);
        return block;
    }

private:
    [[nodiscard]] bool has(PasteColumn column) const
    {
        return std::ranges::find(m_meanings, std::optional(column)) != m_meanings.end();
    }

    [[nodiscard]] size_t width() const
    {
        size_t widest = 0;
        for (const QStringList &row : m_cells)
            widest = std::max(widest, size_t(row.size()));
        return widest;
    }

    // Whether the first row is one of headings; columns that mean nothing to us are left alone.
    [[nodiscard]] bool readHeadings()
    {
        m_meanings.assign(width(), std::nullopt);
        m_days.assign(width(), std::nullopt);
        bool isKnown = false;
        const QStringList &first = m_cells.front();
        for (qsizetype i = 0; i < first.size(); ++i) {
            const std::optional<PasteColumn> meaning =
                keyOfHeading<PasteColumn>(first[i], pasteHeadings);
            if (meaning && !has(*meaning))
                m_meanings[size_t(i)] = meaning;
            else if (const auto day = dayOfHeading(first[i], m_place))
                m_days[size_t(i)] = day;
            isKnown = isKnown || m_meanings[size_t(i)] || m_days[size_t(i)];
        }
        return isKnown;
    }

    void guess(std::optional<PasteLayout> layout, PasteBlock &block)
    {
        size_t first = 0;
        if (startsWithNames()) {
            m_meanings[0] = PasteColumn::Person;
            first = 1;
        }
        const size_t columns = width() - first;
        block.isLayoutOpen = columns > 1;
        block.layout = layout.value_or(looksLikeTimes(first, columns) ? PasteLayout::Times
                                                                      : PasteLayout::Days);
        if (block.layout == PasteLayout::Days) {
            for (size_t i = 0; i < columns; ++i)
                m_days[first + i] = m_place.firstDay + int(i);
            return;
        }
        using enum PasteColumn;
        static const std::array<std::vector<PasteColumn>, 8> orders{{
            {},
            {Call},
            {Call, Wrap},
            {Call, Wrap, Travel},
            {Call, Meal1Out, Meal1In, Wrap},
            {Call, Meal1Out, Meal1In, Wrap, Travel},
            {Call, Meal1Out, Meal1In, Meal2Out, Meal2In, Wrap},
            {Call, Meal1Out, Meal1In, Meal2Out, Meal2In, Wrap, Travel},
        }};
        const std::vector<PasteColumn> &order = orders[std::min(columns, orders.size() - 1)];
        for (size_t i = 0; i < order.size(); ++i)
            m_meanings[first + i] = order[i];
    }

    [[nodiscard]] bool startsWithNames() const
    {
        qsizetype known = 0;
        qsizetype texts = 0;
        for (const QStringList &row : m_cells) {
            if (row.front().isEmpty())
                continue;
            ++texts;
            known += m_names.contains(foldedHeading(row.front())) ? 1 : 0;
        }
        return width() > 1 && texts > 0 && known * 2 >= texts;
    }

    [[nodiscard]] bool looksLikeTimes(size_t first, size_t columns) const
    {
        if (columns < 2 || columns > bulkFieldCount)
            return false;
        return std::ranges::all_of(m_cells, [first](const QStringList &row) {
            return std::ranges::all_of(
                row.begin() + std::min(qsizetype(first), row.size()), row.end(),
                [](const QString &cell) { return cell.isEmpty() || isLoneTime(cell); });
        });
    }

    [[nodiscard]] QString cell(const QStringList &row, PasteColumn column) const
    {
        const auto found = std::ranges::find(m_meanings, std::optional(column));
        return found == m_meanings.end() ? QString() : row.value(found - m_meanings.begin());
    }

    void readRow(int index, int place, PasteBlock &block) const
    {
        const QStringList &row = m_cells[size_t(index)];
        PastedDay start;
        start.line = index + 1;
        start.row = place;
        start.person = cell(row, PasteColumn::Person);
        start.department = cell(row, PasteColumn::Department);
        start.day = m_place.firstDay;
        if (const QString date = cell(row, PasteColumn::Date); !date.isEmpty()) {
            const std::optional<int> day = dayOfHeading(date, m_place);
            start.isOfWeek = day.value_or(-1) >= 0;
            start.day = day.value_or(-1);
        }
        PastedDay ofTimes = start;
        ofTimes.fields.emplace();
        QStringList said;
        for (size_t i = 0; i < m_meanings.size(); ++i) {
            const QString text = row.value(qsizetype(i));
            if (text.isEmpty())
                continue;
            if (m_days[i]) {
                PastedDay day = start;
                day.day = *m_days[i];
                day.isOfWeek = day.day >= 0 && day.day < 7;
                day.text = text;
                block.days.push_back(std::move(day));
            } else if (m_meanings[i] == PasteColumn::Line) {
                PastedDay day = start;
                day.text = text;
                block.days.push_back(std::move(day));
            } else if (const auto field = m_meanings[i] ? fieldOf(*m_meanings[i]) : std::nullopt) {
                (*ofTimes.fields)[*field] = text;
                said.append(text);
            }
        }
        if (said.isEmpty())
            return;
        ofTimes.text = said.join(u' ');
        block.days.push_back(std::move(ofTimes));
    }

    PastedCells m_cells;
    const PastePlace &m_place;
    QSet<QString> m_names;
    std::vector<std::optional<PasteColumn>> m_meanings;
    std::vector<std::optional<int>> m_days; // the day of the week that a column is
};

} // namespace

PasteBlock readPaste(const QString &text, const PastePlace &place,
                     std::optional<PasteLayout> layout)
{
    return PasteReader(pastedCells(text), place).read(layout);
}

} // namespace film::app
