#pragma once

#include "shared/rules/price_week.h"

#include <map>

namespace film::rules {

// What is still ahead of a day under way, and what it will cost. Nothing here blocks anybody:
// it says what the pack asks for while it can still be avoided.

enum class AheadKind : quint8 {
    MealDue,       // a penalty begins after it
    NextTier,      // a higher factor begins
    WrapForRest,   // a wrap after it leaves less rest than the pack asks for before the next call
    GuaranteeEnds, // until it the minimum call is paid anyway
};

struct AheadEvent {
    AheadKind kind = AheadKind::MealDue;
    Moment at;
    Ratio factor;     // NextTier: the one that begins
    size_t meal = 0;  // MealDue: counted from 0
    Minutes after{0}; // MealDue: of waiting; NextTier: of work, or of the day if `isElapsed`
    bool isElapsed = false;
    Minutes planned{0}; // NextTier: planned meals that it reckons with
    qint32 rule = -1;   // index in RulePack::parameters

    friend bool operator==(const AheadEvent &, const AheadEvent &) = default;
};

// What the day costs if it ends then: what it adds to its week.
struct AheadCost {
    Moment wrap;
    Money gross{0, Currency::Usd};
    Money penalties{0, Currency::Usd}; // of it for meals and short rest, the next day's included
};

struct Forecast {
    std::vector<AheadEvent> events; // in order of time, none before now
    std::vector<AheadCost> costs;   // now, in 15 minutes, in 30
};

struct RunningDay {
    PayDay day; // its wrap is not looked at
    Moment now;
    std::optional<Moment> nextCall;
    QString restRule; // of the rest before it, if not the ordinary one (restRuleBefore())
    std::optional<TimeSpan> mealUnderWay; // began and has not ended: `to` is not looked at
    std::vector<MealSpan> plannedMeals;   // still to come, as the call sheet has them
    WeekInput week{};                     // the days before it in its week, under the same pack
    // The law below the pack: the better of the two is what the day costs.
    const RulePack *statute = nullptr;
    PayDay statuteDay{};     // the day as the statute reads it
    WeekInput statuteWeek{}; // and those before it
};

// What a wrap leaves before the next call, and what that costs.
struct NextRest {
    Minutes rest{0};
    Minutes required{0};
    // Nothing if the rest is long enough. Where the earlier rate goes on, what it adds to a shift
    // of the least hours that are paid: a longer one costs more.
    Money amount{0, Currency::Usd};
    bool carriesOn = false; // the earlier rate goes on instead of a price for the hours
    qint32 rule = -1;
};
// Nothing if the pack asks for no rest. `restRule` as of RunningDay. Errors as of priceDay().
[[nodiscard]] Result<std::optional<NextRest>>
priceNextRest(const RulePack &pack, const DealTerms &deal, const PayDay &day,
              const std::optional<Ratio> &lastFactor, Moment nextCall,
              const QString &restRule = {});

struct RunningMember {
    QString department;
    const RulePack *pack = nullptr;
    DealTerms deal;
    RunningDay running;
    QString id{}; // of the person, for the caller
};

// What is ahead of many at once: of each of them, the next limit of each kind with how many reach
// it then, and what everybody comes to.
struct CohortForecast {
    struct Person {
        QString id;
        QString department;
        std::optional<Forecast> forecast; // nothing where the day contradicts itself
    };
    std::vector<Person> people; // in the order of the cohort
    struct Next {
        AheadEvent event; // the first of its kind
        int people = 0;   // that reach one of that kind at that moment
    };
    std::vector<Next> next;                 // in order of time
    std::vector<AheadCost> costs;           // now, in 15 minutes, in 30; `wrap` of the first member
    std::map<QString, Money> penaltiesIn30; // by department, above what it is now
    int unpriced = 0;                       // members whose day contradicts itself
};

// All packs must have one currency.
[[nodiscard]] CohortForecast forecastCohort(const std::vector<RunningMember> &cohort);

// The forecast of one person's day. Errors as of priceDay().
[[nodiscard]] Result<Forecast> forecastDay(const RulePack &pack, const DealTerms &deal,
                                           const RunningDay &running);

} // namespace film::rules
