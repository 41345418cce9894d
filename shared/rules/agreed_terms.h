#pragma once

#include "shared/rules/rule_pack_reader.h"

#include <vector>

namespace film::rules {

// Better conditions than the agreement's, as a deal holds them: one number of the pack each, by
// its path.
struct PersonalTerm {
    QString path; // "turnaround[0].required_min"
    QString text; // "660", "2.0", "21:00": as the pack would have it
};

// "turnaround[0].required_min=660; meals.penalty.amounts[0]=10.00". What is no such text is named
// in `problems` by the piece it stands in.
struct PersonalTermsReading {
    std::vector<PersonalTerm> terms;
    QStringList problems;
};
[[nodiscard]] PersonalTermsReading readPersonalTerms(QStringView text);

// The pack with these numbers instead of its own: the deal wins over the agreement. It is read
// and checked like any pack, so terms that contradict it are refused by path; each such number
// says that it is of the deal (ParameterOrigin::layer).
[[nodiscard]] PackReading withPersonalTerms(const RulePack &pack,
                                            const std::vector<PersonalTerm> &terms);

} // namespace film::rules
