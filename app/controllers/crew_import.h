#pragma once

#include "app/engine/engine_values.h"
#include "app/models/people_snapshot.h"
#include "shared/domain/import/column_sniff.h"
#include "shared/domain/import/crew_matching.h"

namespace film::app {

// What becomes of somebody on a list.
struct CrewChoice {
    enum class Kind { Undecided, Add, Update, LeaveOut };
    Kind kind = Kind::Undecided;
    PersonId existing{}; // of Update

    friend bool operator==(const CrewChoice &, const CrewChoice &) = default;
};

// What a person answered about a list, to be remembered for the next one with these headings.
struct ImportTemplate {
    CrewMeanings meanings{};
    std::optional<DateOrder> dateOrder{};
    std::optional<DecimalSign> decimalSign{};

    friend bool operator==(const ImportTemplate &, const ImportTemplate &) = default;
};

// A crew list on its way in: what its columns mean, what is open about it, who on it is here
// already, and what would be written. Computes and asks; nothing is written by it.
class CrewImportDraft
{
public:
    CrewImportDraft(CsvTable table, PeopleSnapshot crew,
                    const std::optional<ImportTemplate> &remembered = {});

    // The same headings have the same key, whatever their case and accents.
    [[nodiscard]] static QString templateKey(const CsvTable &table);
    [[nodiscard]] ImportTemplate answers() const;

    [[nodiscard]] const PeopleSnapshot &crew() const { return m_crew; }
    [[nodiscard]] const CrewListHead &head() const { return m_head; }
    [[nodiscard]] const CrewMeanings &meanings() const { return m_meanings; }
    // Of two columns with the same meaning the one that was told last has it.
    void setMeaning(size_t column, std::optional<CrewColumn> meaning);
    // The first texts of a column, to tell what it means.
    [[nodiscard]] QStringList examples(size_t column) const;

    // Open: somebody has to be asked. What was answered before stands in the other two.
    [[nodiscard]] const Sniffed<DateOrder> &dates() const { return m_dates; }
    [[nodiscard]] const Sniffed<DecimalSign> &decimals() const { return m_decimals; }
    [[nodiscard]] std::optional<DateOrder> dateOrder() const { return m_dateOrder; }
    [[nodiscard]] std::optional<DecimalSign> decimalSign() const { return m_decimalSign; }
    void setDateOrder(DateOrder order);
    void setDecimalSign(DecimalSign sign);

    [[nodiscard]] const CrewListImport &list() const { return m_list; }
    [[nodiscard]] const std::vector<MatchedPerson> &people() const { return m_people; }
    [[nodiscard]] const CrewChoice &choiceOf(size_t person) const { return m_choices[person]; }
    void choose(size_t person, const CrewChoice &choice);

    struct Counts {
        int added = 0;
        int changed = 0;
        int same = 0;
        int undecided = 0;
        int rowsLeftOut = 0; // by what is wrong with them
    };
    [[nodiscard]] Counts counts() const;
    // In an order in which each names only what is there.
    [[nodiscard]] std::vector<RecordEdit> edits() const;

private:
    void read();
    void sniff();
    [[nodiscard]] QStringList textsOf(std::initializer_list<CrewColumn> columns) const;

    CsvTable m_table;
    PeopleSnapshot m_crew;
    CrewListHead m_head;
    CrewMeanings m_meanings;
    Sniffed<DateOrder> m_dates;
    Sniffed<DecimalSign> m_decimals;
    std::optional<DateOrder> m_dateOrder;
    std::optional<DecimalSign> m_decimalSign;
    CrewListImport m_list;
    std::vector<MatchedPerson> m_people;
    std::vector<CrewChoice> m_choices;
};

} // namespace film::app
