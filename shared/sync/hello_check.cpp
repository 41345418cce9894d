#include "shared/sync/hello_check.h"

#include "shared/protocol/limits.h"

namespace film::sync {

using namespace Qt::StringLiterals;
using protocol::HelloNo;
using Verdict = protocol::HelloOk::Verdict;

namespace {

constexpr quint32 protocolVersion = 1;
// Reading more rows than this one by one takes longer than a snapshot of what they led to.
constexpr quint64 rowsWorthResuming = 200'000;

HelloAnswer refused(HelloNo::Code code, const QString &text)
{
    HelloAnswer answer;
    answer.refusal = HelloNo{code, 0, text};
    return answer;
}

Result<bool> isOurs(ServerStorage &storage, ProductionId production,
                    const protocol::HistoryPoint &point)
{
    const auto chain = storage.chainAt(production, point.sequence);
    if (!chain)
        return fail(chain.error());
    return *chain && **chain == point.chain;
}

// The device's newest checkpoint that is a place in our history too; 0 if there is none.
Result<quint64> lastCommonPoint(ServerStorage &storage, const protocol::Hello &hello)
{
    for (auto point = hello.checkpoints.rbegin(); point != hello.checkpoints.rend(); ++point) {
        const Result<bool> ours = isOurs(storage, hello.production, *point);
        if (!ours)
            return fail(ours.error());
        if (*ours)
            return point->sequence;
    }
    return quint64(0);
}

} // namespace

Result<HelloAnswer> checkHello(ServerStorage &storage, const protocol::Hello &hello, Instant now)
{
    if (hello.protocolMin > protocolVersion || hello.protocolMax < protocolVersion)
        return refused(HelloNo::Code::Version, u"this server speaks version 1"_s);
    const auto device = storage.device(hello.production, hello.device);
    if (!device) {
        if (device.error().code == ErrorCode::NotFound)
            return refused(HelloNo::Code::Unknown, u"unknown production"_s);
        return fail(device.error());
    }
    if (!*device || sha256(hello.token) != (*device)->tokenHash)
        return refused(HelloNo::Code::Auth, u"unknown device or token"_s);
    if ((*device)->revoked || (*device)->certificateEndsMs <= msSinceEpoch(now))
        return refused(HelloNo::Code::Revoked, u"the device is not welcome any more"_s);
    const auto head = storage.head(hello.production);
    if (!head)
        return fail(head.error());

    HelloAnswer answer;
    answer.device = **device;
    answer.head = *head;
    const Result<bool> ours = isOurs(storage, hello.production, {hello.cursor, hello.chain});
    if (!ours)
        return fail(ours.error());
    const bool rowsOfALostHistory =
        hello.dirty && !hello.epoch.isNull() && hello.epoch != head->epoch;
    if (!*ours || rowsOfALostHistory) {
        const Result<quint64> common = lastCommonPoint(storage, hello);
        if (!common)
            return fail(common.error());
        answer.verdict = Verdict::Resync;
        answer.common = *common;
    } else if (hello.cursor == 0 || hello.dirty
               || head->sequence - hello.cursor > rowsWorthResuming) {
        answer.verdict = Verdict::Snapshot;
    }
    return answer;
}

} // namespace film::sync
