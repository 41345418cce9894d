#pragma once

#include "shared/rules/pack_notes.h"

namespace film::rules {

// Both judge what a pack says as a whole. `pack` may lack what has been refused already; what
// would only follow from that is not said.

// Whether its numbers agree with each other.
void checkRulePack(const RulePack &pack, PackNotes &notes);
// Whether they are those that its pay model is computed from.
void checkPayModel(const RulePack &pack, PackNotes &notes);

} // namespace film::rules
