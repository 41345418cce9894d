#include "shared/rules/week_work.h"

#include "shared/rules/day_work.h"

namespace film::rules {

Term WeekWork::hours(Word word, const Term &minutes)
{
    return sheet().compute(Step::Quotient, word, Unit::Hours,
                           {minutes, sheet().constant(Word::MinutesPerHour, Unit::Minutes, 60)});
}

Term WeekWork::input(Word word, Unit unit, const Ratio &value)
{
    return sheet().input(word, unit, value);
}

Term WeekWork::pack(Word word, Unit unit, const Parameter &parameter)
{
    return sheet().pack(word, unit, parameter);
}

Term WeekWork::product(Word word, Unit unit, std::initializer_list<Term> parts)
{
    return sheet().compute(Step::Product, word, unit, parts);
}

Term WeekWork::rounded(const Term &amount)
{
    if (!amount.value.isNumber()) {
        m_isTooLarge = true;
        return {Ratio(), amount.node};
    }
    return sheet().compute(Step::RoundHalfUpTo, Word::Amount, Unit::Money,
                           {amount, sheet().constant(Word::One, Unit::Money, 1)});
}

PayLine &WeekWork::addLine(LineCode code, const Term &amount, const Parameter *rule)
{
    PayLine line;
    line.code = code;
    const Term whole = rounded(amount);
    line.amount = Money(m_isTooLarge ? 0 : whole.value.numerator(), m_pack.currency);
    line.node = whole.node;
    line.rule = rule ? rule->index : -1;
    return m_pay.lines.emplace_back(line);
}

} // namespace film::rules
