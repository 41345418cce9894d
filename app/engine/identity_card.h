#pragma once

#include "app/engine/workspace.h"

namespace film::app {

// Who this computer is in a production, once more beside its data file: damage to the one page of
// the file that says so must not cost the days in it. Nothing in it is secret; the key is
// elsewhere.
[[nodiscard]] Result<> writeIdentityCard(const QString &path, const Workspace::Identity &identity);
// Nothing if there is none, or it cannot be read.
[[nodiscard]] std::optional<Workspace::Identity> readIdentityCard(const QString &path);

} // namespace film::app
