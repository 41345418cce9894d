#pragma once

#include "shared/rules/price_week.h"

namespace film::rules {

// A week on its way to being priced: its paper and its lines. Internal to the steps of priceWeek().
class WeekWork
{
public:
    WeekWork(const RulePack &pack, WeekPay &pay)
        : m_pack(pack)
        , m_pay(pay)
    {}

    [[nodiscard]] Sheet &sheet() { return m_pay.sheet; }
    [[nodiscard]] Term hours(Word word, const Term &minutes);
    [[nodiscard]] Term input(Word word, Unit unit, const Ratio &value);
    [[nodiscard]] Term pack(Word word, Unit unit, const Parameter &parameter);
    [[nodiscard]] Term product(Word word, Unit unit, std::initializer_list<Term> parts);
    // To whole minor units.
    [[nodiscard]] Term rounded(const Term &amount);
    PayLine &addLine(LineCode code, const Term &amount, const Parameter *rule);

    [[nodiscard]] bool isTooLarge() const { return m_isTooLarge; }

private:
    const RulePack &m_pack;
    WeekPay &m_pay;
    bool m_isTooLarge = false;
};

} // namespace film::rules
