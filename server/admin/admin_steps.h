#pragma once

#include "server/admin/admin_run.h"

#include <map>

namespace film::server {

// The commands of `filmtracker-server admin`, by subject: one or two words, and what they do.
using AdminStep = int (*)(AdminRun &run);
using AdminSteps = std::map<QString, AdminStep>;

[[nodiscard]] AdminSteps productionSteps();
[[nodiscard]] AdminSteps memberSteps();
[[nodiscard]] AdminSteps auditSteps();
[[nodiscard]] AdminSteps privacySteps();

} // namespace film::server
