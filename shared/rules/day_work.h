#pragma once

#include "shared/base/result.h"
#include "shared/rules/day_pay.h"
#include "shared/rules/deal_terms.h"
#include "shared/rules/pay_day.h"

namespace film::rules {

// What was agreed as an hour's, a day's and a week's pay. Which are there depends on the deal.
struct Rates {
    std::optional<Term> hour;
    std::optional<Term> day;
    std::optional<Term> week;
};

// The factor of worked minutes at a place of the day, and how far it goes. Tiers of elapsed time
// say nothing about minutes that are not worked.
struct TierStretch {
    const Parameter *factor = nullptr;
    Minutes end{0};
};
[[nodiscard]] TierStretch tierAt(const std::vector<Tier> &tiers, Minutes at, Minutes end);

// The pay hours of a guaranteed week, the deal's or the pack's: 54 are 40 and 14 at 1.5, so 61.
[[nodiscard]] Term guaranteedPayHours(const WeeklyRules &rules, const DealTerms &deal,
                                      Sheet &sheet);

// Derives what the deal does not say from what it says, by the pack's divisors. InvalidInput if
// the deal says nothing the pack can start from.
[[nodiscard]] Result<Rates> ratesOf(const RulePack &pack, const DealTerms &deal,
                                    const std::optional<Ratio> &hourlyOfDay, Sheet &sheet);

// One day on its way to being priced: what goes in, the paper, and what has come out so far.
// Internal to the steps of priceDay().
struct DayWork {
    const RulePack &pack;
    const PayDay &day;
    Rates rates;
    DayPay pay;
    bool isTooLarge = false;

    [[nodiscard]] Sheet &sheet() { return pay.sheet; }
    [[nodiscard]] Term hour() const;

    [[nodiscard]] Term moment(Word word, Moment at);
    // The time between two moments, in minutes.
    [[nodiscard]] Term between(Word what, Word from, Moment start, Word to, Moment end);
    [[nodiscard]] Term minutesInHours(const Term &minutes, Word word = Word::PaidHours);
    // A number of the pack that sets a limit in minutes.
    [[nodiscard]] Term packMinutes(Word word, const Parameter &parameter);
    [[nodiscard]] Term packFactor(Word word, const Parameter &parameter);
    [[nodiscard]] Term packMoney(Word word, const Parameter &parameter);

    // Rounds the amount to whole minor units, once, and puts the line down. The code and
    // everything else is the caller's.
    PayLine &addLine(LineCode code, const Term &amount);
    void note(Notice notice);
};

// Hours of pay, once a day, where a break for rest was missed.
void priceMissedBreak(DayWork &work);
// The way to the set and back, where it is paid and does not count.
void priceTravel(DayWork &work);

[[nodiscard]] Minutes minutesOf(const Term &term);

// To what is there of the factor already, or as a new one behind the others.
void addMinutes(std::vector<PaidTime> &times, const Ratio &factor, Minutes minutes);

// A derived hourly rate with so many digits of the major unit as the pack says, or as it is.
[[nodiscard]] Term toPrecision(const Term &rate, Word word, const RulePack &pack, Sheet &sheet);

} // namespace film::rules
