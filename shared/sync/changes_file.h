#pragma once

#include "shared/base/clock.h"
#include "shared/protocol/messages.h"
#include "shared/sync/client_storage.h"
#include "shared/sync/signing.h"
#include "shared/sync/submission.h"

#include <span>

namespace film::sync {

// Changes on their way by hand: what one device has not handed over yet, as it signed it, sealed
// with a passphrase into a file for a memory stick (docs/changes-file.md).
struct ChangesFile {
    ProductionId production;
    DeviceId device;
    UserId author;
    QString authorName;
    QString productionTitle;
    Instant madeAt{};
    protocol::PublicKey key{}; // of the device
    std::vector<protocol::Segment> segments;

    friend bool operator==(const ChangesFile &, const ChangesFile &) = default;
};

// More changes than this are not written into one file: the oldest go first, the others into the
// next one.
inline constexpr int changesInFileMax = 10'000;
inline constexpr qsizetype changesFileBytesMax = 32 * 1024 * 1024;

// In runs that follow each other in their streams, each signed as a push would be.
[[nodiscard]] std::vector<protocol::Segment>
segmentsOf(ProductionId production, std::span<const OutboxRow> rows, const Signer &signer);

// The content, with the device's signature over all of it.
[[nodiscard]] QByteArray encodeChanges(const ChangesFile &file, const Signer &signer);
// Fails with StoreNewer for a later version's, else with StoreCorrupt, whatever is wrong: a file
// that is not whole is not taken in part.
[[nodiscard]] Result<ChangesFile> decodeChanges(QByteArrayView content, const Verifier &verifier);

// What is in the file, oldest first. The segments must be those of decodeChanges().
[[nodiscard]] std::vector<Submission> changesIn(const ChangesFile &file, const Verifier &verifier);

// ---- the sealed layer ----
using SealKey = std::array<quint8, 32>;
using SealSalt = std::array<quint8, 16>;
using SealNonce = std::array<quint8, 24>;

[[nodiscard]] QByteArray sealChanges(QByteArrayView content, const SealKey &key,
                                     const SealSalt &salt, const SealNonce &nonce);
// Judges the outside of a file, before anybody is asked for a passphrase: StoreForeign,
// StoreNewer, StoreCorrupt (not as long as it says) or LimitExceeded.
[[nodiscard]] Result<SealSalt> saltOfSealed(QByteArrayView file);
// The content; Unauthenticated where the key does not fit, or the file was changed.
[[nodiscard]] Result<QByteArray> openSealed(QByteArrayView file, const SealKey &key);

} // namespace film::sync
