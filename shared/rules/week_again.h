#pragma once

#include "shared/rules/price_week.h"

namespace film::rules {

// A week in which one day is another each time: what that does not reach keeps its price. A later
// wrap takes rest from the shift after it, moves the rate that a short rest carries on, and counts
// in the hours of the week (pay-rules 3.4, steps 3 and 8). Without derivations.
class WeekAgain
{
public:
    // The pack outlives it. Errors as of priceWeek().
    [[nodiscard]] static Result<WeekAgain> of(const RulePack &pack, const DealTerms &deal,
                                              WeekInput week);

    [[nodiscard]] const RulePack &pack() const { return *m_pack; }
    [[nodiscard]] const DealTerms &deal() const { return m_deal; }
    // With the day that it was last asked for.
    [[nodiscard]] const WeekInput &week() const { return m_week; }
    // As it was in the beginning.
    [[nodiscard]] const PayDay &dayAt(size_t index) const;
    // The week with `day` in the place of days[index]; it stays until the next is asked for.
    [[nodiscard]] Result<const WeekPay *> with(size_t index, PayDay day);

private:
    WeekAgain(const RulePack &pack, const DealTerms &deal, WeekInput week);

    struct Kept {
        size_t index = 0;
        DayPay pay;
    };
    void restore();
    [[nodiscard]] Result<> reprice(size_t first, size_t atLeastTo);
    [[nodiscard]] std::optional<size_t> shiftAfter(size_t index) const;
    [[nodiscard]] Result<const WeekPay *> withJoined(size_t index, size_t next, PayDay day);

    const RulePack *m_pack;
    DealTerms m_deal;
    WeekInput m_week;
    WeekPay m_pay;
    WeekPay m_joined; // where the day goes on into the next one: priced as a whole
    std::vector<Kept> m_kept;
    std::optional<std::pair<size_t, PayDay>> m_keptDay;
    std::optional<std::pair<size_t, PreviousShift>> m_keptShift;
};

} // namespace film::rules
