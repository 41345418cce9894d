#pragma once

#include "shared/rules/rule_pack_reader.h"

#include <span>
#include <vector>

namespace film::rules {

// Another number than the agreement's, as a deal or a production's side letter holds it: one of
// the pack's by its path.
struct AgreedTerm {
    QString path; // "turnaround[0].required_min"
    QString text; // "660", "2.0", "21:00": as the pack would have it

    friend bool operator==(const AgreedTerm &, const AgreedTerm &) = default;
};

// What an hour is worth for one unit or on one account, where the deal says another rate there:
// "rate[Second unit]=55.00".
struct AgreedRate {
    QString of;   // the name of the unit, or the account
    Ratio hourly; // minor units of the deal's money

    friend bool operator==(const AgreedRate &, const AgreedRate &) = default;
};

// "turnaround[0].required_min=660; rate[Second unit]=55.00". What is no such text is named in
// `problems` by the piece it stands in.
struct AgreedTermsReading {
    std::vector<AgreedTerm> terms;
    std::vector<AgreedRate> rates{};
    QStringList problems;
};
[[nodiscard]] AgreedTermsReading readAgreedTerms(QStringView text);
// A rate of a part of the day has a meaning only where hours are paid: what is said in vain.
[[nodiscard]] QStringList ratesInVain(const AgreedTermsReading &terms, const RulePack &pack);

// The terms of a side letter that are about a pack. A letter is a line for each pack:
//     iatse-hba-tv: turnaround[0].required_min=660; meals.grace.max_min=15
// by its id (all its versions) or by its name ("iatse-hba-tv@2024"). Empty lines and those that
// begin with # say nothing. Case does not count in the pack's name.
[[nodiscard]] AgreedTermsReading readSideLetter(QStringView letter, const RulePack &pack);

// The pack with these numbers instead of its own. It is read and checked like any pack, so terms
// that contradict it are refused by path; each such number says whose it is
// (ParameterOrigin::layer). What another layer has changed before stays as it is.
[[nodiscard]] PackReading withAgreedTerms(const RulePack &pack,
                                          const std::vector<AgreedTerm> &terms, Layer layer);

// What a production's side letter says about packs that are not there or that it does not fit,
// by the line: "iatse-hba-tv: meals.grace.max: is no number of this pack". Empty if all is well.
[[nodiscard]] QStringList sideLetterProblems(QStringView letter, std::span<const RulePack> packs);

} // namespace film::rules
