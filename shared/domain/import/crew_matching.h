#pragma once

#include "shared/domain/import/crew_list_import.h"

#include <span>

namespace film {

// What a person on a list is to those who are known already.
enum class CrewMatch : quint8 {
    New,
    Same,     // is here, and the list says nothing else about them
    Changed,  // is here, and the list says something else
    Possible, // somebody here is called nearly so, or so in another department
};

struct MatchedPerson {
    int row = 0; // in the file
    CrewMatch match = CrewMatch::New;
    Person person{};           // as on the list, with the ids of who and what is here already
    std::vector<Deal> deals{}; // as on the list
    bool namesUnit = true;
    std::vector<PersonId> candidates{}; // of Possible: the most alike first, three at most

    friend bool operator==(const MatchedPerson &, const MatchedPerson &) = default;
};

// In the order of the list.
[[nodiscard]] std::vector<MatchedPerson> matchCrew(const CrewListImport &list,
                                                   const CrewList &known);

// What is known, with what the list says: an empty field of the list takes nothing away.
[[nodiscard]] Person mergedPerson(const Person &known, const MatchedPerson &listed);
// The same of one person's deals, by the date they begin, with their numbers; `known` may have
// other people's. What begins on the date of a known one, or says no date, or goes further back
// than all of them, changes one that is there; a later date begins a further deal, and what is not
// said of it stays as it was until then. Beyond dealsOfPersonMax the last one is changed.
[[nodiscard]] std::vector<Deal> mergedDeals(std::vector<Deal> listed, PersonId person,
                                            std::span<const Deal> known);

// Whether two names may be one person's: but for accents, the order of their words, and a slip of
// a letter or two.
[[nodiscard]] bool areAlike(QStringView name, QStringView other);

} // namespace film
