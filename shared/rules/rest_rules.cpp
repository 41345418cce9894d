#include "shared/rules/rest_rules.h"

#include <algorithm>

namespace film::rules {

namespace {

const RestRule *ruleFor(const RulePack &pack, const PayDay &day)
{
    if (pack.rest.empty())
        return nullptr;
    const RestRule *named = day.restRule.isEmpty() ? nullptr : pack.restRule(day.restRule);
    if (named)
        return named;
    const auto usual =
        std::ranges::find_if(pack.rest, [](const RestRule &rule) { return !rule.claimTimes; });
    return usual == pack.rest.end() ? nullptr : &*usual;
}

Term additiveRate(DayWork &work, const RestRule &rule)
{
    Sheet &sheet = work.sheet();
    Term rate = sheet.compute(Step::Product, Word::HourlyRate, Unit::MoneyPerHour,
                              {work.hour(), work.packFactor(Word::Factor, *rule.factor)});
    if (rule.capPerHour)
        rate = sheet.compute(
            Step::Smaller, Word::HourlyRate, Unit::MoneyPerHour,
            {rate, sheet.pack(Word::CapPerHour, Unit::MoneyPerHour, *rule.capPerHour)});
    return rate;
}

PayLine &addAdditive(DayWork &work, const RestRule &rule, Term shortage)
{
    Sheet &sheet = work.sheet();
    if (rule.increment)
        shortage = sheet.compute(Step::RoundUpTo, Word::ShortRest, Unit::Minutes,
                                 {shortage, work.packMinutes(Word::Increment, *rule.increment)});
    const Term amount = sheet.compute(Step::Product, Word::Amount, Unit::Money,
                                      {work.minutesInHours(shortage), additiveRate(work, rule)});
    PayLine &line = work.addLine(LineCode::Turnaround, amount);
    line.minutes = minutesOf(shortage);
    line.factor = rule.factor->value;
    return line;
}

// A day's pay: that of the deal, or of the hours of a least call.
Term dayPay(DayWork &work)
{
    if (work.rates.day)
        return *work.rates.day;
    const Parameter none{Ratio(0)};
    const Term least = work.packMinutes(
        Word::MinimumCall, work.pack.minimumCall ? work.pack.minimumCall->minutes : none);
    return work.sheet().compute(Step::Product, Word::DayRate, Unit::Money,
                                {work.minutesInHours(least), work.hour()});
}

PayLine &addFlat(DayWork &work, const RestRule &rule)
{
    Term amount;
    if (rule.model == RestModel::DailyFraction) {
        amount = work.sheet().compute(
            Step::Product, Word::Amount, Unit::Money,
            {dayPay(work), work.packFactor(Word::DayFraction, *rule.dayFraction)});
    } else {
        amount = work.packMoney(Word::FlatAmount, *rule.amount);
        if (rule.model == RestModel::FlatLesserOfDayRate && work.rates.day)
            amount = work.sheet().compute(Step::Smaller, Word::FlatAmount, Unit::Money,
                                          {amount, *work.rates.day});
    }
    PayLine &line = work.addLine(LineCode::Turnaround, amount);
    line.count = 1;
    return line;
}

struct RestTerms {
    Term required;
    Term rest;
};

bool carriesOn(const RestRule &rule, Minutes shortBy)
{
    return rule.model == RestModel::Prevailing
        || (rule.maxShort && shortBy > rule.maxShort->minutes());
}

// It is that factor because more is missing than the pack prices by the hour, which may be nothing.
CarriedRate carriedRate(DayWork &work, const PreviousShift &previous, const RestAsked &asked,
                        const RestTerms &terms)
{
    Sheet &sheet = work.sheet();
    const RestRule &rule = *asked.rule;
    const Term shortage = sheet.compute(Step::Difference, Word::ShortRest, Unit::Minutes,
                                        {terms.required, terms.rest});
    const Parameter &limit = rule.maxShort ? *rule.maxShort : *asked.required;
    const Word word = rule.maxShort ? Word::ShortRest : Word::RequiredRest;
    CarriedRate carried{
        sheet.compute(Step::Because, Word::PreviousFactor, Unit::Factor,
                      {sheet.input(Word::PreviousFactor, Unit::Factor, *previous.lastFactor),
                       shortage, work.packMinutes(word, limit)}),
        limit.index};
    if (rule.carriesIntoRestOnly)
        carried.until = previous.wrap + asked.required->minutes();
    return carried;
}

} // namespace

std::optional<RestAsked> restAskedBefore(const RulePack &pack, const PayDay &day)
{
    const RestRule *rule = ruleFor(pack, day);
    if (!rule)
        return std::nullopt;
    const bool isLateCall = rule->lateCallFrom
        && day.clock.wallTime(enteredCall(day)) % wholeDay >= rule->lateCallFrom->minutes();
    return RestAsked{rule, isLateCall ? &*rule->lateCallRequired : &rule->required, isLateCall};
}

std::optional<CarriedRate> priceRest(DayWork &work)
{
    const std::optional<RestAsked> asked = restAskedBefore(work.pack, work.day);
    if (!asked)
        return std::nullopt;
    const RestRule *rule = asked->rule;
    if (!work.day.previous) {
        work.note(Notice::NoPreviousWrap);
        return std::nullopt;
    }
    const PreviousShift &previous = *work.day.previous;
    const Term rest = work.between(Word::Rest, Word::PreviousWrap, previous.wrap, Word::Call,
                                   enteredCall(work.day));
    Term required = work.packMinutes(Word::RequiredRest, *asked->required);
    if (asked->isLateCall)
        required =
            work.sheet().compute(Step::Because, Word::RequiredRest, Unit::Minutes,
                                 {required, work.packMinutes(Word::Call, *rule->lateCallFrom)});
    RestResult result;
    result.required = minutesOf(required);
    result.rest = minutesOf(rest);
    result.shortBy = std::max(Minutes(0), result.required - result.rest);
    result.amount = Money(0, work.pack.currency);
    result.carriedOn = result.amount;

    std::optional<CarriedRate> carried;
    if (result.shortBy > Minutes(0)) {
        if (rule->compRestAllowed && work.day.isCompRestTaken) {
            work.note(Notice::CompRest);
        } else if (carriesOn(*rule, result.shortBy)) {
            result.isFloor = true;
            if (previous.lastFactor)
                carried = carriedRate(work, previous, *asked, {required, rest});
            else
                work.note(Notice::NoPreviousWrap);
        } else {
            const Term shortage = work.sheet().compute(Step::Difference, Word::ShortRest,
                                                       Unit::Minutes, {required, rest});
            PayLine &line = rule->model == RestModel::Additive ? addAdditive(work, *rule, shortage)
                                                               : addFlat(work, *rule);
            line.rule = rule->required.index;
            result.amount = line.amount;
        }
    }
    work.pay.rest = result;
    return carried;
}

} // namespace film::rules
