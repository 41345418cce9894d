#pragma once

#include "shared/base/random.h"
#include "shared/protocol/envelope.h"
#include "shared/protocol/messages.h"

#include <QByteArray>

#include <vector>

// Values for the tests of the protocol: the same seed gives the same ones for ever.
namespace film::protocol::samples {

// Those whose fields are all set, one for each message of the catalogue, in its order.
[[nodiscard]] std::vector<Message> everyMessage(RandomSource &random);
// Those with keys that came later, all of which are set.
[[nodiscard]] std::vector<Message> everyLaterMessage(RandomSource &random);
// Some fields set, some not.
[[nodiscard]] std::vector<Message> everySparseMessage(RandomSource &random);
[[nodiscard]] Envelope fullEnvelope(RandomSource &random);
[[nodiscard]] Envelope plainEnvelope(RandomSource &random);
[[nodiscard]] FieldValue fieldValue(RandomSource &random, int depth);
[[nodiscard]] VersionedGroups groups(RandomSource &random);
[[nodiscard]] std::vector<EntityState> entities(RandomSource &random);

[[nodiscard]] Sender senderOf(const Message &message);

} // namespace film::protocol::samples
