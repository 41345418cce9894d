#pragma once

#include "shared/rules/pack_notes.h"
#include "shared/rules/rule_pack.h"

namespace film::rules {

// Refuses numbers that would never count, or would take something away, under the pay model that
// the pack has chosen: whoever wrote them believes that they do.
void checkUse(const RulePack &pack, PackNotes &notes);

} // namespace film::rules
