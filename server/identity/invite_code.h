#pragma once

#include "shared/base/hash.h"
#include "shared/base/random.h"

#include <QString>

namespace film::server {

// A code that a person reads from one screen and types on another: "K7QM-3FXA-9TPW", 60 bits,
// without I, O, 0 and 1. Only its hash is stored.
[[nodiscard]] QString makeInviteCode(RandomSource &random);
// The same for any case and any spaces and dashes.
[[nodiscard]] Hash32 inviteCodeHash(const QString &code);

} // namespace film::server
