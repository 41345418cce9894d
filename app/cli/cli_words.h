#pragma once

#include "shared/rules/forecast.h"
#include "shared/rules/local_text.h"
#include "shared/rules/person_week.h"

namespace film::app {

// What the pay commands say to people, in the languages of the derivations. Programs read the JSON,
// whose names are the same in all of them.
enum class CliText : quint8 {
    Estimate,
    Disclaimer,
    PutBy,
    Notes,
    NoFigure,      // %1: why
    PartOfWeek,    // %1 to %2: deal from %3 to %4, %5: pack
    MadeUp,        // behind it
    Open,          // a deal without an end
    OpenPenalties, // %1: how many, %2 and %3: between
    PaidBy,
    NobodyNamed,   // of the cost split
    CannotCompare, // %1: person, %2: why
    Compared,      // %1: person, %2 under %3, %4 under %5
    Begins,        // %1: pack, %2: date
    Ended,
    Penalties,
    Total,
    PaidByTheWeek, // %1: how many
    WithoutFigure, // %1: how many, %2: impossible
    MealDue,       // %1: its number, %2: after
    TierByWork,    // %1: factor, %2: after
    TierByDay,
    LastWrap,  // %1: the rest
    Guarantee, // %1
    People,    // %1
    Now,
    InMinutes,     // %1
    OfItPenalties, // %1: an amount, %2: of it
    ImpossibleTimes,
    All, // %1: how many
};
[[nodiscard]] QString cliText(CliText text, rules::Language language);

// "Overtime x1.5", "Meal penalty".
[[nodiscard]] QString lineText(const rules::PayLine &line, rules::Language language);
[[nodiscard]] QString codeTitle(rules::LineCode code, rules::Language language);
[[nodiscard]] QString noticeText(rules::Notice notice, rules::Language language);
[[nodiscard]] QString reasonText(rules::NoFigure why, const QString &wantedPack,
                                 rules::Language language);
[[nodiscard]] inline QString reasonText(const rules::PersonWeekPay &week, rules::Language language)
{
    return reasonText(*week.noFigure, week.wantedPack, language);
}
[[nodiscard]] QString whyText(rules::WhyUnpriced why, rules::Language language);
[[nodiscard]] QString aheadText(const rules::AheadEvent &event, rules::Language language);

} // namespace film::app
