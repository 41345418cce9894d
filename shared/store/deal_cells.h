#pragma once

#include "shared/base/clock.h"
#include "shared/store/database.h"

namespace film::store {

// A deal is its person's and the office's. Servers wrote it into the cell of its department before,
// so that the devices of the department's head were sent it, and a record keeps its cell. This
// moves what they wrote, once for a database; how many. The heads' devices notice by the next
// comparison and remove them. Each production that has any begins a new epoch: no server goes on
// with sums that it remembers.
[[nodiscard]] Result<int> moveDealsToTheirPeople(Database &database, Instant now);

} // namespace film::store
