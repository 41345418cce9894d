#include "shared/domain/import/crew_matching.h"

#include "shared/domain/deals.h"
#include "shared/domain/import/column_words.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <unordered_map>

namespace film {

namespace {

constexpr size_t candidatesShown = 3;

// "Åberg, Nils" and "nils aberg" are the same.
QString sortedWords(QStringView name)
{
    QStringList words = foldedHeading(name).split(u' ', Qt::SkipEmptyParts);
    words.sort();
    return words.join(u' ');
}

// Letters that have to be put in, left out or exchanged; `most` and one where it is more.
int lettersBetween(const QString &a, const QString &b, int most)
{
    if (std::abs(int(a.size()) - int(b.size())) > most)
        return most + 1;
    std::vector<int> above(size_t(b.size()) + 1);
    for (size_t i = 0; i < above.size(); ++i)
        above[i] = int(i);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = above[0];
        above[0] = int(i) + 1;
        for (qsizetype k = 0; k < b.size(); ++k) {
            const int changed = diagonal + (a.at(i) == b.at(k) ? 0 : 1);
            diagonal = above[size_t(k) + 1];
            above[size_t(k) + 1] = std::min({changed, diagonal + 1, above[size_t(k)] + 1});
        }
    }
    return std::min(above.back(), most + 1);
}

// Two letters in a long name, one in a short one: "Jan" and "Jon" are two people.
int slipsAllowed(const QString &name)
{
    constexpr qsizetype longName = 10;
    constexpr qsizetype shortName = 5;
    if (name.size() >= longName)
        return 2;
    return name.size() > shortName ? 1 : 0;
}

int distanceOf(const QString &a, const QString &b)
{
    return lettersBetween(a, b, slipsAllowed(a.size() < b.size() ? a : b));
}

class CrewMatcher
{
public:
    explicit CrewMatcher(const CrewList &known)
        : m_known(known)
    {
        for (const Person &person : known.people) {
            m_people.emplace(person.id, &person);
            m_words.emplace_back(sortedWords(person.name), &person);
        }
    }

    [[nodiscard]] MatchedPerson match(const Person &listed, std::vector<Deal> deals,
                                      const CrewListImport::Origin &origin) const
    {
        MatchedPerson matched;
        matched.row = origin.row;
        matched.namesUnit = origin.namesUnit;
        matched.person = listed;
        matched.deals = std::move(deals);
        if (const Person *here = sameOf(listed)) {
            matched.person.id = here->id;
            for (Deal &deal : matched.deals)
                deal.person = here->id;
            matched.match = isChanged(*here, matched) ? CrewMatch::Changed : CrewMatch::Same;
            return matched;
        }
        matched.candidates = candidatesFor(listed);
        if (!matched.candidates.empty())
            matched.match = CrewMatch::Possible;
        return matched;
    }

private:
    // By the id that name and department make; by both as they are now where a name was changed.
    [[nodiscard]] const Person *sameOf(const Person &listed) const
    {
        const auto same = [&](const Person &person) {
            return person.department == listed.department
                && foldedHeading(person.name) == foldedHeading(listed.name);
        };
        if (const auto found = m_people.find(listed.id);
            found != m_people.end() && same(*found->second))
            return found->second;
        const auto found = std::ranges::find_if(m_known.people, same);
        return found == m_known.people.end() ? nullptr : &*found;
    }

    [[nodiscard]] bool isChanged(const Person &here, const MatchedPerson &matched) const
    {
        if (mergedPerson(here, matched) != here)
            return true;
        return std::ranges::any_of(
            mergedDeals(matched.deals, here.id, m_known.deals), [this](const Deal &deal) {
                return std::ranges::find(m_known.deals, deal) == m_known.deals.end();
            });
    }

    [[nodiscard]] std::vector<PersonId> candidatesFor(const Person &listed) const
    {
        const QString words = sortedWords(listed.name);
        std::vector<std::pair<int, PersonId>> alike;
        for (const auto &[known, person] : m_words) {
            const int distance = distanceOf(words, known);
            if (distance <= slipsAllowed(words.size() < known.size() ? words : known))
                alike.emplace_back(distance, person->id);
        }
        std::ranges::stable_sort(alike, {}, &std::pair<int, PersonId>::first);
        std::vector<PersonId> candidates;
        for (size_t i = 0; i < std::min(alike.size(), candidatesShown); ++i)
            candidates.push_back(alike[i].second);
        return candidates;
    }

    const CrewList &m_known;
    std::unordered_map<PersonId, const Person *> m_people;
    std::vector<std::pair<QString, const Person *>> m_words;
};

// The one that is known under the name of the listed one, else the listed one.
template<typename Named, typename Id>
Id knownId(Id listed, const std::vector<Named> &onList, const std::vector<Named> &known)
{
    const auto wanted = std::ranges::find(onList, listed, &Named::id);
    if (wanted == onList.end())
        return listed;
    const auto found = std::ranges::find_if(known, [&](const Named &one) {
        return foldedHeading(one.name) == foldedHeading(wanted->name);
    });
    return found == known.end() ? listed : found->id;
}

// An open start is before all dates.
bool beginsBefore(const Deal &deal, const Deal &other)
{
    const auto beginOf = [](const Deal &of) {
        return of.from.isValid() ? of.from.toJulianDay() : std::numeric_limits<qint64>::min();
    };
    return beginOf(deal) < beginOf(other);
}

// An empty field of the list takes nothing away.
Deal mergedDeal(const Deal &known, const Deal &listed)
{
    Deal merged = known;
    const auto take = [](auto &target, const auto &said) {
        if (said)
            target = said;
    };
    take(merged.hourlyRate, listed.hourlyRate);
    take(merged.dayRate, listed.dayRate);
    take(merged.weekRate, listed.weekRate);
    take(merged.guarantee, listed.guarantee);
    if (!listed.unionName.isEmpty())
        merged.unionName = listed.unionName;
    if (!listed.rulePack.isEmpty())
        merged.rulePack = listed.rulePack;
    if (listed.from.isValid())
        merged.from = listed.from;
    if (listed.to.isValid())
        merged.to = listed.to;
    return merged;
}

} // namespace

std::vector<MatchedPerson> matchCrew(const CrewListImport &list, const CrewList &known)
{
    const CrewMatcher matcher(known);
    std::unordered_map<PersonId, std::vector<Deal>> deals;
    for (const Deal &deal : list.crew.deals)
        deals[deal.person].push_back(deal);
    std::vector<MatchedPerson> matched;
    for (size_t i = 0; i < list.crew.people.size(); ++i) {
        Person person = list.crew.people[i];
        std::vector<Deal> listed = std::move(deals[person.id]);
        person.department = knownId(person.department, list.crew.departments, known.departments);
        person.unit = knownId(person.unit, list.crew.units, known.units);
        matched.push_back(matcher.match(person, std::move(listed), list.origins.at(i)));
    }
    return matched;
}

// The name stays as it is here: the list may only have it in another spelling.
Person mergedPerson(const Person &known, const MatchedPerson &listed)
{
    Person merged = known;
    merged.department = listed.person.department;
    if (!listed.person.position.isEmpty())
        merged.position = listed.person.position;
    if (listed.namesUnit)
        merged.unit = listed.person.unit;
    return merged;
}

std::vector<Deal> mergedDeals(std::vector<Deal> listed, PersonId person,
                              std::span<const Deal> known)
{
    std::vector<Deal> deals;
    std::ranges::copy_if(known, std::back_inserter(deals),
                         [person](const Deal &deal) { return deal.person == person; });
    std::ranges::stable_sort(deals, beginsBefore);
    std::ranges::stable_sort(listed, beginsBefore);
    std::vector<Deal> merged;
    for (const Deal &deal : listed) {
        const auto sameStart = std::ranges::find(deals, deal.from, &Deal::from);
        Deal next;
        next.person = person;
        if (!deals.empty() && !deal.from.isValid())
            next = deals.back();
        else if (sameStart != deals.end())
            next = *sameStart;
        else if (!deals.empty() && beginsBefore(deal, deals.front()))
            next = deals.front();
        else {
            // What was agreed until then goes on, but for its end.
            const auto later = std::ranges::upper_bound(deals, deal, beginsBefore);
            if (later != deals.begin())
                next = *std::prev(later);
            next.to = {};
            next.number = freeDealNumber(deals, person);
        }
        next = mergedDeal(next, deal);
        std::erase_if(deals, [&next](const Deal &one) { return one.number == next.number; });
        deals.insert(std::ranges::upper_bound(deals, next, beginsBefore), next);
        std::erase_if(merged, [&next](const Deal &one) { return one.number == next.number; });
        merged.push_back(std::move(next));
    }
    return merged;
}

bool areAlike(QStringView name, QStringView other)
{
    const QString a = sortedWords(name);
    const QString b = sortedWords(other);
    return distanceOf(a, b) <= slipsAllowed(a.size() < b.size() ? a : b);
}

} // namespace film
