#pragma once

#include "shared/rules/price_week.h"

#include <QString>

#include <map>

namespace film::rules {

// What would it cost if? The same engine on copies of the days; nothing is written.

struct CohortMember {
    QString id;         // of the person, for the caller
    QString department; // sums are made of these
    const RulePack *pack = nullptr;
    DealTerms deal;
    PayDay day;
};

struct CohortChange {
    std::optional<Minutes> moveCall; // earlier is negative
    std::optional<Minutes> moveWrap;
    std::optional<Minutes> moveMeals;
    const RulePack *pack = nullptr; // another for everybody
    std::vector<CohortMember> add;  // people who would come as well, changed like the others
};

struct CohortCost {
    Money total{0, Currency::Usd};
    Money penalties{0, Currency::Usd};
    std::map<QString, Money> byDepartment;
    int unpriced = 0; // members whose day the change makes impossible
};

// Everybody's day with the change. All packs must have one currency.
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

// Only a comparison: what is locked stays as it was priced. Errors as of priceWeek();
// InvalidInput if the packs differ in currency.
[[nodiscard]] Result<RerateDiff> rerateWeek(const RulePack &before, const RulePack &after,
                                            const DealTerms &deal, const WeekInput &week);

} // namespace film::rules
