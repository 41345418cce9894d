#pragma once

#include "app/models/search_dates.h"
#include "shared/base/id.h"

#include <QAbstractListModel>

#include <functional>

namespace film::app {

// In the order in which equally good finds stand.
enum class SearchKind : quint8 { Day, Person, Page, Command };

// Something that can be found and gone to.
struct SearchEntry {
    SearchKind kind = SearchKind::Command;
    QString title;
    QString detail; // position and department, the menu; found as well, but later
    QString keys;   // as the menu writes them
    bool isEnabled = true;
    int number = 0;    // of a page or command, for whoever made the entries
    PersonId person;   // of a person
    FoundDate found{}; // of a day

    friend bool operator==(const SearchEntry &, const SearchEntry &) = default;
};

// How well a text answers what was typed: smaller is better, nothing is no answer. All words of
// the query have to be found: 0 the same text, 1 its beginning, 2 beginnings of its words in
// their order, 3 in any order, 4 initials, 5 letters in order within one word.
[[nodiscard]] std::optional<int> matchRank(const QString &title, const QString &query);

// Ctrl+K: what was found for the text typed so far, the best first. Works on what it was given:
// no network, no store. GUI thread.
class CommandSearchModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        EntryRole = Qt::UserRole, // const SearchEntry *, valid until the query changes
    };
    struct Words {
        std::function<QString(const FoundDate &)> title;
        std::function<QString(const FoundDate &)> detail;
        std::function<QString(SearchKind)> kind;
    };
    static constexpr int rowsMax = 40;

    explicit CommandSearchModel(Words words, QObject *parent = nullptr);

    void setEntries(std::vector<SearchEntry> entries);
    void setCalendar(const SearchCalendar &calendar);
    void setQuery(const QString &query);
    [[nodiscard]] QString query() const { return m_query; }
    [[nodiscard]] const SearchEntry &entry(int row) const { return m_found[size_t(row)]; }
    // The first that can be acted on; -1 if there is none.
    [[nodiscard]] int bestRow() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void search();
    [[nodiscard]] std::vector<SearchEntry> days() const;

    Words m_words;
    std::vector<SearchEntry> m_entries;
    std::vector<SearchEntry> m_found;
    SearchCalendar m_calendar;
    QString m_query;
};

} // namespace film::app

Q_DECLARE_METATYPE(const film::app::SearchEntry *)
