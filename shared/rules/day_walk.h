#pragma once

#include "shared/rules/meal_rules.h"

namespace film::rules {

// A stretch of paid minutes at one factor.
struct PaidSpan {
    Moment from;
    Moment to;
    Ratio factor;                         // 0 where the day's fee covers it
    const Parameter *parameter = nullptr; // of the factor; none where an earlier shift's carries on
    const NightRule *night = nullptr;
    const WorkSegment *segment = nullptr; // where the day has parts with rates of their own

    [[nodiscard]] Minutes length() const { return to - from; }
};

// What decides the factor of a minute.
struct WalkRules {
    const std::vector<Tier> *tiers = nullptr;
    Moment origin{}; // elapsed minutes count from here
    Minutes contracted{0};
    std::optional<Ratio> floor{};       // an earlier shift's factor that carries on …
    std::optional<Moment> floorUntil{}; // … to here, else all day
    const Parameter *fixed = nullptr;   // every tier above 0 pays this instead
    bool hasClockTiers = false;
};

// The day's time on the clock: from call to `end` without the unpaid parts.
[[nodiscard]] std::vector<TimeSpan> workSpans(Moment call, Moment end,
                                              const std::vector<TimeSpan> &unpaid);

[[nodiscard]] Minutes lengthOf(const std::vector<TimeSpan> &spans);

// Goes through the spans once, in order, and cuts them where the factor changes: at a tier, at
// midnight into a holiday, at the edges of the night. The highest factor that is reached counts.
[[nodiscard]] std::vector<PaidSpan> walkDay(const RulePack &pack, const PayDay &day,
                                            const std::vector<TimeSpan> &spans,
                                            const WalkRules &rules);

} // namespace film::rules
