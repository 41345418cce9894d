#pragma once

#include "shared/rules/rule_pack.h"

#include <vector>

namespace film::rules {

// One place in which two packs say something else, with what each has there: "10.00" and "11.00".
// Empty where a pack says nothing.
struct PackDifference {
    QString path; // "meals.penalty.amounts[1]"
    QString before;
    QString after;

    friend bool operator==(const PackDifference &, const PackDifference &) = default;
};

// Everything in the files of two packs that is not the same, by path: numbers, models, sources,
// dates.
[[nodiscard]] std::vector<PackDifference> packDifferences(const RulePack &before,
                                                          const RulePack &after);

} // namespace film::rules
