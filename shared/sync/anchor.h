#pragma once

#include "shared/base/hash.h"
#include "shared/base/id.h"
#include "shared/sync/signing.h"

#include <QString>

#include <optional>

namespace film::sync {

// What a server signs of a chain from time to time (design: signed anchors): that it went so far,
// and came to this. Whoever keeps one, or the server's public key, knows a history that was made
// up later. Of the chain of the server's own acts production and epoch are null.
struct Anchor {
    ProductionId production;
    EpochId epoch;
    quint64 sequence = 0;
    Hash32 chain;    // after that row
    qint64 atMs = 0; // the signing server's clock
    protocol::PublicKey key{};
    protocol::Signature signature{};

    friend bool operator==(const Anchor &, const Anchor &) = default;
};

// What the signature is over: "anchor1", production, epoch, sequence, chain, time.
[[nodiscard]] QByteArray anchorBytes(const Anchor &anchor);
void signAnchor(Anchor &anchor, const Signer &signer);
[[nodiscard]] bool isSigned(const Anchor &anchor, const Verifier &verifier);

// 64 digits of hexadecimal, as a server publishes its key. Nothing if it is none.
[[nodiscard]] QString keyText(const protocol::PublicKey &key);
[[nodiscard]] std::optional<protocol::PublicKey> keyFromText(const QString &text);

} // namespace film::sync
