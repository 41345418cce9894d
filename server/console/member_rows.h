#pragma once

#include "server/console/console_call.h"
#include "server/http/production_desk.h"

namespace film::server {

// Who is on the production, by name. With `shownMax` as a part of another page.
[[nodiscard]] Result<Html> memberPanel(const ConsoleCall &call, std::optional<size_t> shownMax,
                                       const QString &typed = {});
// "Coordinator", or the name that the production gave it.
[[nodiscard]] QString titleOf(const ProductionDesk::Member &member);
[[nodiscard]] QString memberName(const ProductionDesk::Member &member);

} // namespace film::server
