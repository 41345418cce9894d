#include "app/models/command_search.h"

#include <algorithm>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int detailRank = 6; // found in what stands beside the title only
constexpr int disabledRank = 20;

QStringList searchWordsOf(const QString &text)
{
    QString spaced;
    for (const QChar c : text)
        spaced += c.isLetterOrNumber() || c == u'\'' ? c : QChar(u' ');
    return spaced.split(u' ', Qt::SkipEmptyParts);
}

// Each word of the query begins a word of the title, and each word of the title answers once.
bool beginWords(const QStringList &title, const QStringList &query, bool isInOrder)
{
    QStringList left = title;
    qsizetype from = 0;
    for (const QString &word : query) {
        const auto begins = [&word](const QString &candidate) {
            return candidate.startsWith(word);
        };
        const auto found = std::find_if(left.begin() + from, left.end(), begins);
        if (found == left.end())
            return false;
        if (isInOrder)
            from = found - left.begin() + 1;
        else
            left.erase(found);
    }
    return true;
}

bool isInitials(const QStringList &title, const QString &query)
{
    if (query.size() < 2 || title.size() < query.size())
        return false;
    for (qsizetype i = 0; i < query.size(); ++i) {
        if (title[i].front() != query[i])
            return false;
    }
    return true;
}

// "qkent" for "quick entry": a slip of the fingers still finds it.
bool isSpread(const QStringList &title, const QString &query)
{
    constexpr qsizetype lettersMin = 4; // three are in order in half of all names
    if (query.size() < lettersMin)
        return false;
    const QString text = title.join(QString());
    if (text.isEmpty() || text.front() != query.front())
        return false;
    qsizetype at = 0;
    for (const QChar c : query) {
        at = text.indexOf(c, at);
        if (at < 0)
            return false;
        ++at;
    }
    return true;
}

} // namespace

std::optional<int> matchRank(const QString &title, const QString &query)
{
    const QString text = foldedText(title);
    const QString wanted = foldedText(query);
    if (wanted.isEmpty())
        return std::nullopt;
    if (text == wanted)
        return 0;
    if (text.startsWith(wanted))
        return 1;
    const QStringList titleWords = searchWordsOf(text);
    const QStringList queryWords = searchWordsOf(wanted);
    if (queryWords.isEmpty())
        return std::nullopt;
    if (beginWords(titleWords, queryWords, true))
        return 2;
    if (beginWords(titleWords, queryWords, false))
        return 3;
    const QString joined = queryWords.join(QString());
    if (queryWords.size() == 1 && isInitials(titleWords, joined))
        return 4;
    if (queryWords.size() == 1 && isSpread(titleWords, joined))
        return 5;
    return std::nullopt;
}

CommandSearchModel::CommandSearchModel(Words words, QObject *parent)
    : QAbstractListModel(parent)
    , m_words(std::move(words))
{}

void CommandSearchModel::setEntries(std::vector<SearchEntry> entries)
{
    m_entries = std::move(entries);
    search();
}

void CommandSearchModel::setCalendar(const SearchCalendar &calendar)
{
    m_calendar = calendar;
    search();
}

void CommandSearchModel::setQuery(const QString &query)
{
    m_query = query;
    search();
}

int CommandSearchModel::bestRow() const
{
    const auto found = std::ranges::find(m_found, true, &SearchEntry::isEnabled);
    return found == m_found.end() ? -1 : int(found - m_found.begin());
}

std::vector<SearchEntry> CommandSearchModel::days() const
{
    std::vector<SearchEntry> days;
    for (const FoundDate &found : datesIn(m_query, m_calendar)) {
        SearchEntry entry;
        entry.kind = SearchKind::Day;
        entry.title = m_words.title(found);
        entry.detail = m_words.detail(found);
        entry.found = found;
        days.push_back(std::move(entry));
    }
    return days;
}

void CommandSearchModel::search()
{
    struct Ranked {
        int rank;
        const SearchEntry *entry;
    };
    std::vector<Ranked> ranked;
    const bool isEmpty = m_query.trimmed().isEmpty();
    for (const SearchEntry &entry : m_entries) {
        std::optional<int> rank = matchRank(entry.title, m_query);
        if (!rank && matchRank(entry.title + u' ' + entry.detail, m_query).value_or(9) <= 3)
            rank = detailRank;
        if (isEmpty && entry.kind != SearchKind::Person) // nobody wants everybody
            rank = 0;
        if (rank)
            ranked.push_back({*rank + (entry.isEnabled ? 0 : disabledRank), &entry});
    }
    std::ranges::stable_sort(ranked, [](const Ranked &a, const Ranked &b) {
        return std::pair(a.rank, a.entry->kind) < std::pair(b.rank, b.entry->kind);
    });

    // A text that reads as a day means one, so days come first; those that may be the beginning
    // of a name come behind the names. They are never many.
    constexpr int nameRankMax = 2;
    const std::vector<SearchEntry> all = days();
    std::vector<SearchEntry> vague;
    beginResetModel();
    m_found.clear();
    for (const SearchEntry &day : all)
        (day.found.isVague ? vague : m_found).push_back(day);
    for (const Ranked &one : ranked) {
        if (one.rank > nameRankMax) {
            m_found.insert(m_found.end(), vague.begin(), vague.end());
            vague.clear();
        }
        if (m_found.size() < size_t(rowsMax))
            m_found.push_back(*one.entry);
    }
    m_found.insert(m_found.end(), vague.begin(), vague.end());
    endResetModel();
}

int CommandSearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_found.size());
}

QVariant CommandSearchModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SearchEntry &found = m_found[size_t(index.row())];
    switch (role) {
    case EntryRole: return QVariant::fromValue<const SearchEntry *>(&found);
    case Qt::DisplayRole: return found.title;
    case Qt::ToolTipRole: return found.detail;
    case Qt::AccessibleTextRole: {
        QStringList parts{m_words.kind(found.kind), found.title, found.detail, found.keys};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    default: return {};
    }
}

Qt::ItemFlags CommandSearchModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags can = Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return entry(index.row()).isEnabled ? can | Qt::ItemIsEnabled : Qt::ItemFlags(can);
}

} // namespace film::app
