#pragma once

#include "app/engine/engine_values.h"

namespace film::app {

// The days that the person of a production of this computer only has entered there, by date;
// none if the file is of another kind. The file is read and not written.
[[nodiscard]] Result<std::vector<WorkDay>> daysAloneIn(const QString &path);

} // namespace film::app
