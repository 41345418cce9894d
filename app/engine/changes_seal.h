#pragma once

#include "shared/base/random.h"
#include "shared/sync/changes_file.h"

namespace film::app {

// A file of changes between its passphrase and its content. Slow on purpose (Argon2id), so in the
// engine's thread.
[[nodiscard]] Result<QByteArray> sealedFile(const sync::ChangesFile &changes,
                                            const sync::Signer &signer, const QString &passphrase,
                                            RandomSource &random);
// Unauthenticated where the passphrase is not the right one; the other codes are those of
// sync::saltOfSealed() and sync::decodeChanges().
[[nodiscard]] Result<sync::ChangesFile> openedFile(const QByteArray &file,
                                                   const QString &passphrase);

} // namespace film::app
