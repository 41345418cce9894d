#pragma once

#include "shared/base/hash.h"
#include "shared/protocol/envelope.h"
#include "shared/protocol/messages.h"
#include "shared/sync/defect.h"
#include "shared/sync/server_storage.h"
#include "shared/sync/signing.h"

#include <vector>

namespace film::sync {

// An envelope whose author is proven, on its way to the lane.
struct Submission {
    QByteArray bytes;
    Hash32 hash; // SHA-256 of bytes
    protocol::Envelope envelope;
    // What is wrong with an authentic envelope that still cannot be applied (unreadable, another
    // production's …); it is kept aside and its neighbours go on. Empty if nothing is.
    Defect defect;
    DeviceRecord author;
    SessionId session;
};

// Checks the hash chain and the signature of a segment and reads its envelopes. A segment that is
// not proven as a whole fails with ProtocolViolation; a proven envelope that makes no sense gets a
// defect.
[[nodiscard]] Result<std::vector<Submission>>
openSegment(const protocol::Segment &segment, ProductionId production, const DeviceRecord &author,
            SessionId session, const Verifier &verifier);

} // namespace film::sync
