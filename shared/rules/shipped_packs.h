#pragma once

#include "shared/rules/pack_notes.h"

#include <vector>

namespace film::rules {

struct ShippedPacks {
    std::vector<RulePack> packs;       // by name and version
    std::vector<PackProblem> problems; // "iatse-hba-tv-2024: meals.grace"; none, unless broken
};

// Reads the packs that come with the program, those that are disabled as well. It takes some
// milliseconds; whoever needs them often keeps them.
[[nodiscard]] ShippedPacks readShippedPacks();

} // namespace film::rules
