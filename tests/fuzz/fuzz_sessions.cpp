#include "shared/protocol/limits.h"
#include "tests/fuzz/fuzz_entries.h"
#include "tests/sync/trace_peers.h"

#include <algorithm>

namespace film::fuzz {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using protocol::Sender;
using simulation::TraceCast;

namespace {

// An author of random bytes never finds a signature that holds; and a peer that has a key can say
// anything. So all of them hold.
class TrustingVerifier final : public sync::Verifier
{
public:
    [[nodiscard]] bool verify(const protocol::PublicKey &, QByteArrayView,
                              const protocol::Signature &) const override
    {
        return true;
    }
};

Role roleIn(QByteArrayView input)
{
    const int number = input.isEmpty() ? 0 : static_cast<quint8>(input.front()) % 7;
    return roleFromNumber(number + 1).value_or(Role::Crew);
}

// A device's push with whatever its envelopes say, but chained and headed as a device would.
QByteArray mended(const QByteArray &bytes, const TraceCast &cast)
{
    auto frame = protocol::decodeFrame(bytes, Sender::Client, protocol::limits::frameBytesMax);
    auto *push = frame ? std::get_if<protocol::Push>(&frame->message) : nullptr;
    if (!push)
        return bytes;
    for (protocol::Segment &segment : push->segments) {
        quint64 sequence = segment.firstSequence;
        Hash32 before;
        for (QByteArray &one : segment.envelopes) {
            if (auto envelope = protocol::decodeEnvelope(one)) {
                envelope->production = cast.production;
                envelope->device = cast.device.device;
                envelope->author = cast.device.user;
                envelope->stream = segment.stream;
                envelope->sequence = sequence++;
                envelope->previous = before;
                one = protocol::encodeEnvelope(*envelope);
            }
            before = sha256(one);
        }
        segment.head = before;
    }
    return protocol::encodeFrame(*frame);
}

QString refusedByPeer(const QByteArray &frame, Sender sender)
{
    const auto read = protocol::decodeFrame(frame, sender, protocol::limits::frameBytesMax);
    return read ? QString() : u"it said what nobody can read: "_s + read.error().message;
}

// The sums of the server's records are what a device's are compared with.
QString brokenIn(const simulation::MemoryServerStorage &storage)
{
    if (storage.log().size() != storage.currentHead().sequence)
        return u"the log has gaps"_s;
    for (const auto &[id, state] : storage.entities()) {
        if (!protocol::decodeGroups(state.groups))
            return u"a record that nobody can read"_s;
    }
    return {};
}

} // namespace

std::vector<SessionStep> stepsIn(QByteArrayView input)
{
    std::vector<SessionStep> steps;
    input = input.sliced(std::min<qsizetype>(1, input.size()));
    while (input.size() >= 3) {
        const auto at = [&input](int i) { return static_cast<quint8>(input[i]); };
        SessionStep step;
        step.kind = static_cast<SessionStep::Kind>(at(0) % SessionStep::kinds);
        step.length = at(1) << 8 | at(2);
        input = input.sliced(3);
        if (step.kind != SessionStep::Kind::Wait) {
            step.bytes = input.first(std::min<qsizetype>(step.length, input.size())).toByteArray();
            input = input.sliced(step.bytes.size());
        }
        steps.push_back(step);
    }
    return steps;
}

QByteArray bytesOf(const SessionStep &step)
{
    const bool isWait = step.kind == SessionStep::Kind::Wait;
    const int length = isWait ? step.length : int(step.bytes.size());
    QByteArray bytes;
    for (const int part : {int(step.kind), length >> 8, length & 0xff})
        bytes += static_cast<char>(part);
    return bytes + step.bytes;
}

QString brokenByServer(QByteArrayView input)
{
    TraceCast cast(roleIn(input));
    cast.verifier = std::make_unique<TrustingVerifier>();
    QString broken;
    simulation::TraceServer server(cast, [&broken](const QByteArray &frame) {
        if (broken.isEmpty())
            broken = refusedByPeer(frame, Sender::Server);
    });
    Instant now = instantFromMs(1'763'000'000'000);
    bool isConnected = false;
    const auto lose = [&] {
        if (isConnected)
            server.lost(now);
        isConnected = false;
    };
    for (const SessionStep &step : stepsIn(input)) {
        const qsizetype closed = server.closed().size();
        switch (step.kind) {
        case SessionStep::Kind::Connect:
            lose();
            server.connected(now);
            isConnected = true;
            break;
        case SessionStep::Kind::Frame:
            if (isConnected)
                server.heard(now, step.bytes);
            break;
        case SessionStep::Kind::Mended:
            if (isConnected)
                server.heard(now, mended(step.bytes, cast));
            break;
        case SessionStep::Kind::Saved:
            // What is in another device's outbox, and in order, or it would not be in the log.
            if (protocol::decodeEnvelope(step.bytes))
                server.logged(now, step.bytes);
            break;
        case SessionStep::Kind::Wait:
            now += step.length * 100ms;
            server.waited(now);
            break;
        case SessionStep::Kind::Lose: lose(); break;
        }
        if (server.closed().size() != closed)
            lose();
        if (broken.isEmpty())
            broken = brokenIn(server.storage());
        if (!broken.isEmpty())
            return broken;
    }
    return {};
}

QString brokenByDevice(QByteArrayView input)
{
    TraceCast cast(roleIn(input));
    cast.verifier = std::make_unique<TrustingVerifier>();
    QString broken;
    simulation::TraceDevice device(cast, [&broken](const QByteArray &frame) {
        if (broken.isEmpty())
            broken = refusedByPeer(frame, Sender::Client);
    });
    Instant now = instantFromMs(1'763'000'000'000);
    for (const SessionStep &step : stepsIn(input)) {
        const size_t own = device.storage().outbox().size();
        const qsizetype closed = device.closed().size();
        switch (step.kind) {
        case SessionStep::Kind::Connect: device.connected(now); break;
        case SessionStep::Kind::Frame:
        case SessionStep::Kind::Mended: device.heard(now, step.bytes); break;
        case SessionStep::Kind::Saved:
            if (protocol::decodeEnvelope(step.bytes))
                device.saved(now, step.bytes);
            break;
        case SessionStep::Kind::Wait:
            now += step.length * 100ms;
            device.waited(now);
            break;
        case SessionStep::Kind::Lose: device.lost(now); break;
        }
        if (device.closed().size() != closed)
            device.lost(now);
        if (device.storage().outbox().size() < own)
            return u"a server made a device forget its own changes"_s;
        if (!broken.isEmpty())
            return broken;
    }
    return {};
}

} // namespace film::fuzz
