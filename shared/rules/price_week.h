#pragma once

#include "shared/rules/price_day.h"

namespace film::rules {

// What the same week came to before, under another pack: its limits count from its start.
struct EarlierInWeek {
    Minutes worked{0};
    Minutes straight{0}; // of those, at the straight rate and not past the week's limit
    int days = 0;
    int mealPenalties = 0;   // under packs that count them
    Minutes nightSettled{0}; // of the night work put by, which has a limit
    Minutes banded{0};       // of the overtime of a week of fees: the bands go on from there
};

// A week of one person. Days that were not worked are left out.
struct WeekInput {
    std::vector<PayDay> days;
    std::optional<PayDay> dayBefore; // the last shift before the week: its rate may carry on
    int daysWorked = 0; // where the week is paid whatever the hours; else the days say it
    EarlierInWeek earlier{};
    // Mondays to Fridays of it that no deal prices: for those no part of a week's fee is owed.
    int datesWithoutDeal = 0;
    int laterDays = 0;                  // dates of the same week, under another pack
    std::optional<Minutes> statedHours; // all-in weeks of which only the total is known
    std::optional<Minutes> statedNight; // weeks of which only the night work is known
    std::vector<Money> allowances;      // expenses and hire of own things: not wages

    // A shift that goes on into the next date is one day to price and two of the week.
    [[nodiscard]] int datesWorked() const;
};

// Penalties past so many of a week (PenaltyEscalator). They are in the pay at the price of the
// schedule, because it is contested what they cost: as a part of an hour each at the straight rate,
// or as twice that at the highest factor of the week (pay-rules 5.1: half an hour or an hour, at
// the multiplier then in force). Shown, never added.
struct OpenPenalties {
    int count = 0;
    Money least{0, Currency::Usd};
    Money most{0, Currency::Usd};
    qint32 leastNode = -1; // of their derivations in the sheet of the week; -1 where none is kept
    qint32 mostNode = -1;
    quint32 part = 0; // of the week, as of a PayLine
};

struct WeekPay {
    std::vector<DayPay> days;
    std::vector<PayLine> lines; // of the week itself; their derivations are in `sheet`
    Minutes worked{0};
    std::vector<PaidTime> paid; // by factor, with the hours the week moved to another
    Ratio hourly;               // minor units
    Ratio regularRate;          // weighted average of the straight rates, minor units
    Minutes weeklyOvertime{0};
    Minutes banded{0}; // of it, what lies in the bands of a week of fees, before it is rounded
    int mealPenalties = 0;
    std::optional<OpenPenalties> openPenalties;
    // For holidays not worked: put by, in no sum of the week. Without a node where two packs did.
    std::optional<PayLine> accrued;
    Ratio earnedPayHours; // of a guaranteed week
    Ratio guaranteedPayHours;
    std::vector<Notice> notices;
    Sheet sheet;
    Currency currency = Currency::Usd;

    [[nodiscard]] Money wages() const; // without allowances
    [[nodiscard]] Money allowances() const;
    [[nodiscard]] Money gross() const;
    [[nodiscard]] Money amountOf(LineCode code) const;
    // What the same week comes to further on, under another pack: its days and lines behind these.
    // The lines of the week are of the given part from then on.
    void append(WeekPay &&later, quint32 part);
    // A line for what is missing to what the statute asks for.
    void addStatuteDifference(const Money &least);
};

// Days first, each by priceDay(), then what only a week can tell: hours past 40, guarantees,
// fees by the week, night work banked. Errors as of priceDay(), with the day's date.
[[nodiscard]] Result<WeekPay> priceWeek(const RulePack &pack, const DealTerms &deal,
                                        const WeekInput &week,
                                        Sheet::Keep keep = Sheet::Keep::Everything);

// Holiday pay on top of pay, or, where the rate is said to include it, how much of it is that.
// `pay` in minor units.
[[nodiscard]] Result<WeekPay> priceLeave(const RulePack &pack, const Ratio &pay, bool isInclusive);

} // namespace film::rules
