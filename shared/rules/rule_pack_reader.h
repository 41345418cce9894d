#pragma once

#include "shared/rules/pack_notes.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace film::rules {

// Either a pack, or everything that is wrong with the file.
struct PackReading {
    std::optional<RulePack> pack;
    std::vector<PackProblem> problems;
};

// Reads a pack as docs/rule-packs.md describes it. Nothing is guessed and nothing is passed over:
// a key that is unknown, missing, twice there or of no use for the pay model refuses the pack.
[[nodiscard]] PackReading readRulePack(const QByteArray &json);

} // namespace film::rules
