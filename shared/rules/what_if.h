#pragma once

#include "shared/rules/person_week.h"
#include "shared/rules/week_again.h"

#include <QString>

#include <map>

namespace film::rules {

// What would it cost if? The same engine on copies of the days; nothing is written.

// A person's week, in which one day changes.
struct CohortMember {
    QString id;         // of the person, for the caller
    QString department; // sums are made of these
    const RulePack *pack = nullptr;
    DealTerms deal;
    WeekInput week; // as the pack reads it
    QDate date;     // of the day that changes
    // The first shift after the week, if its rest is counted from the week's last wrap.
    std::optional<PayDay> dayAfter{};
    const RulePack *statute = nullptr; // below the pack: the better of the two counts
    WeekInput statuteWeek{};           // the same days as the statute reads them
};

struct CohortChange {
    std::optional<Minutes> moveCall; // earlier is negative
    std::optional<Minutes> moveWrap;
    std::optional<Minutes> moveMeals;
    std::vector<CohortMember> add; // people who would come as well, changed like the others
};

struct CohortCost {
    // The weeks, with the rest of the shifts after them.
    Money total{0, Currency::Usd};
    Money penalties{0, Currency::Usd}; // of it for meals and short rest
    std::map<QString, Money> byDepartment;
    int unpriced = 0;  // members whose week the change makes impossible
    int byTheWeek = 0; // whom the pack pays whatever the hours of a day
};

// Many people's weeks, to be priced with one change after the other.
class CohortPricer
{
public:
    // All packs must have one currency, and outlive it.
    explicit CohortPricer(const std::vector<CohortMember> &cohort);

    [[nodiscard]] CohortCost price(const CohortChange &change = {});

private:
    struct Member {
        QString department;
        std::optional<WeekAgain> week; // nothing where it has no price
        std::optional<size_t> index;   // of the day that changes
        std::optional<PayDay> dayAfter;
        std::optional<WeekAgain> statute; // the same under the law below
        std::optional<size_t> statuteIndex;
    };
    [[nodiscard]] static Member memberOf(const CohortMember &member);
    static void addCost(CohortCost &cost, Member &member, const CohortChange &change);

    std::vector<Member> m_members;
};

// Everybody's week with the change.
[[nodiscard]] CohortCost priceCohort(const std::vector<CohortMember> &cohort,
                                     const CohortChange &change = {});

// A past week under another version: what each line code came to and would come to.
struct Repriced {
    LineCode code = LineCode::Hours;
    Money before{0, Currency::Usd};
    Money after{0, Currency::Usd};
};

struct RerateDiff {
    std::vector<Repriced> lines; // in order of LineCode; only what differs
    Money before{0, Currency::Usd};
    Money after{0, Currency::Usd};
};

// The same days read and priced twice, as by two WeekPricers of which one has another pack: what
// kind of day each is and which rest it asks for is the pack's to say, so days read for one pack
// are none of another's. Only a comparison: what is locked stays as it was priced. InvalidInput if
// one has no figure, also for a single date that the other prices, or if they differ in currency.
[[nodiscard]] Result<RerateDiff> compareWeeks(const PersonWeekPay &before,
                                              const PersonWeekPay &after);

} // namespace film::rules
