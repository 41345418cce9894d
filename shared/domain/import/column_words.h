#pragma once

#include "shared/domain/import/csv_reader.h"

#include <QStringList>

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace film {

// The form in which headings are compared: "Dépt." and "dept" are the same. Lower case, without
// accents, words of letters and digits with single spaces between them.
[[nodiscard]] QString foldedHeading(QStringView text);

// The headings that mean one thing, folded, with bars between them.
template<typename Key>
struct Headings {
    Key key;
    QStringView words;
};

[[nodiscard]] bool hasHeading(QStringView words, const QString &folded);

// What more than one kind of table has a column for. A crew list has parts of a name besides.
namespace heading_words {
inline constexpr QStringView person =
    u"person|name|full name|crew member|crew|mitarbeiter|mitarbeiterin|nom|nom complet|nombre"
    "|nombre completo";
inline constexpr QStringView department =
    u"department|dept|abteilung|departement|service|departamento|dpto";
inline constexpr QStringView date = u"date|datum|fecha";
inline constexpr QStringView unit = u"unit|einheit|drehteam|unite|equipe|unidad|equipo";
inline constexpr QStringView dayType = u"type|day type|art|tagesart|type de jour|tipo|tipo de dia";
} // namespace heading_words

template<typename Key>
[[nodiscard]] std::optional<Key> keyOfHeading(QStringView text,
                                              std::span<const Headings<Key>> known)
{
    const QString folded = foldedHeading(text);
    for (const Headings<Key> &headings : known) {
        if (hasHeading(headings.words, folded))
            return headings.key;
    }
    return std::nullopt;
}

// Where the columns of a table are. Of two columns with the same meaning the first counts.
template<typename Key>
class ColumnMap
{
public:
    ColumnMap(const QStringList &headings, std::span<const Headings<Key>> known)
        : m_headings(headings)
    {
        for (qsizetype i = 0; i < headings.size(); ++i) {
            const std::optional<Key> key = keyOfHeading(headings.at(i), known);
            if (!key || !m_columns.try_emplace(*key, i).second)
                m_others.append(i);
        }
    }

    // As a person has said it: what each column means, nothing for those that are not used.
    ColumnMap(const QStringList &headings, const std::vector<std::optional<Key>> &meanings)
        : m_headings(headings)
    {
        for (qsizetype i = 0; i < headings.size(); ++i) {
            const std::optional<Key> key =
                size_t(i) < meanings.size() ? meanings[size_t(i)] : std::nullopt;
            if (!key || !m_columns.try_emplace(*key, i).second)
                m_others.append(i);
        }
    }

    [[nodiscard]] qsizetype count() const { return qsizetype(m_columns.size()); }
    [[nodiscard]] bool has(Key key) const { return m_columns.contains(key); }
    // -1 where there is none.
    [[nodiscard]] qsizetype columnOf(Key key) const
    {
        const auto found = m_columns.find(key);
        return found == m_columns.end() ? -1 : found->second;
    }
    // As the file writes it.
    [[nodiscard]] QString headingOf(Key key) const { return m_headings.value(columnOf(key)); }
    // What each column means, by its place.
    [[nodiscard]] std::vector<std::optional<Key>> meanings() const
    {
        std::vector<std::optional<Key>> meanings(size_t(m_headings.size()));
        for (const auto &[key, column] : m_columns)
            meanings[size_t(column)] = key;
        return meanings;
    }
    // The headings of columns that mean nothing to us.
    [[nodiscard]] QStringList otherHeadings() const
    {
        QStringList others;
        for (const qsizetype column : m_others) {
            if (!m_headings.at(column).isEmpty())
                others.append(m_headings.at(column));
        }
        return others;
    }

private:
    QStringList m_headings;
    std::map<Key, qsizetype> m_columns;
    QList<qsizetype> m_others;
};

// The row of headings: of the first rows the one with most of them, since titles, dates and
// addresses may stand above a table.
template<typename Key>
[[nodiscard]] size_t findHeaderRow(std::span<const CsvRow> rows,
                                   std::span<const Headings<Key>> known)
{
    constexpr size_t searchedRows = 10;
    size_t best = 0;
    qsizetype bestCount = 0;
    for (size_t i = 0; i < std::min(searchedRows, rows.size()); ++i) {
        const qsizetype count = ColumnMap<Key>(rows[i].fields, known).count();
        if (count > bestCount) {
            best = i;
            bestCount = count;
        }
    }
    return best;
}

} // namespace film
