#pragma once

#include "shared/sync/submission.h"

#include <span>

namespace film::sync {

// Changes that are applied all or not at all stand one behind the other in the stream of whoever
// wrote them, and are never taken apart on their way. A change without others is a unit as well.

// The end of the unit that begins at `at`.
[[nodiscard]] size_t unitEnd(std::span<const Submission> submissions, size_t at);
// The last place up to `most` at which the list may be cut; the end of the first unit if it is
// longer than that.
[[nodiscard]] size_t cutAt(std::span<const Submission> submissions, size_t most);

// An atom that is not all there, or has something in it that cannot be applied, is kept aside as
// a whole.
void refuseBrokenAtoms(std::span<Submission> submissions);
[[nodiscard]] Defect brokenAtom();

} // namespace film::sync
