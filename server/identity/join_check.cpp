#include "server/identity/join_check.h"

#include "server/telemetry/logging.h"

#include <vector>

namespace film::server {

using namespace Qt::StringLiterals;
using protocol::JoinNo;

namespace {

constexpr quint32 protocolVersion = 1;
constexpr quint32 retryMs = 2'000;

} // namespace

JoinAnswer checkJoin(ServerDatabase &database, const protocol::Join &join,
                     const sync::Verifier &verifier, Instant now)
{
    if (join.protocolMin > protocolVersion || join.protocolMax < protocolVersion)
        return JoinNo{JoinNo::Code::Version, 0};
    if (!verifier.verify(join.deviceKey, sync::joinBytes(join.code), join.proof))
        return JoinNo{JoinNo::Code::UnknownCode, 0};
    protocol::Join proven = join;
    std::erase_if(proven.known, [&](const protocol::KnownKey &known) {
        return !verifier.verify(known.key, sync::rejoinBytes(join.code, join.deviceKey),
                                known.proof);
    });
    Result<JoinAnswer> answer = database.join(proven, now);
    if (!answer) {
        qCWarning(serverLog).noquote() << u"a join failed: "_s + answer.error().message;
        return JoinNo{JoinNo::Code::Busy, retryMs};
    }
    return *std::move(answer);
}

} // namespace film::server
