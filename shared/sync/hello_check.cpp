#include "shared/sync/hello_check.h"

#include "shared/protocol/limits.h"
#include "shared/sync/grants.h"
#include "shared/sync/scope_check.h"
#include "shared/sync/toys.h"

namespace film::sync {

using namespace Qt::StringLiterals;
using protocol::HelloNo;
using Verdict = protocol::HelloOk::Verdict;

namespace {

constexpr quint32 protocolVersion = 1;

HelloAnswer refused(HelloNo::Code code, const QString &text)
{
    HelloAnswer answer;
    answer.refusal = HelloNo{code, 0, text};
    return answer;
}

// An app calls itself NAME/VERSION.
bool isTooOld(const QString &app, const HelloPolicy &policy)
{
    return app.section(u'/', 0, 0) == u"filmtracker"
        && QVersionNumber::fromString(app.section(u'/', 1)) < policy.oldestApp;
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

Result<> checkHistory(ServerStorage &storage, const protocol::Hello &hello,
                      const HelloPolicy &policy, HelloAnswer &answer)
{
    Result<bool> ours = isOurs(storage, hello.production, {hello.cursor, hello.chain});
    if (!ours)
        return fail(ours.error());
    if (toy(12))
        ours = hello.cursor <= answer.head.sequence;
    // A conflict that was withdrawn for the sake of somebody hidden left no row behind that would
    // make it dirty, and the history that is lost may be why it was.
    const bool isSureOfItsRows = !hello.dirty && !answer.visibility.hidesSomebody();
    const bool rowsOfALostHistory =
        !isSureOfItsRows && !hello.epoch.isNull() && hello.epoch != answer.head.epoch;
    if (!*ours || rowsOfALostHistory) {
        const Result<quint64> common = lastCommonPoint(storage, hello);
        if (!common)
            return fail(common.error());
        answer.verdict = Verdict::Resync;
        answer.common = *common;
    } else if (hello.cursor == 0 || hello.dirty
               || answer.head.sequence - hello.cursor > policy.rowsWorthResuming) {
        answer.verdict = Verdict::Snapshot;
    }
    return {};
}

// What the device has of a snapshot that broke off counts where all that comes later would be the
// same: this history up to there, nothing seen of a lost one, the same records.
Result<> checkPlace(ServerStorage &storage, const protocol::Hello &hello, const HelloPolicy &policy,
                    HelloAnswer &answer)
{
    const auto place = SnapshotPlace::fromBytes(hello.snapshotToken);
    const quint64 head = answer.head.sequence;
    if (!place || answer.verdict == Verdict::Resync || place->epoch != answer.head.epoch
        || place->scope != scopeHash(answer.visibility.entries()) || place->sequence < hello.cursor
        || place->sequence > head || head - place->sequence > policy.rowsWorthResuming
        || hello.highWater > head)
        return {};
    const Result<bool> ours = isOurs(storage, hello.production, {place->sequence, place->chain});
    if (!ours)
        return fail(ours.error());
    if (*ours)
        answer.resumed = place;
    return {};
}

// A device that was away while its scope changed starts over with the new one.
Result<> checkScope(ServerStorage &storage, const protocol::Hello &hello, HelloAnswer &answer)
{
    const std::vector<QByteArray> entries = answer.visibility.entries();
    if (scopeHash(entries) == hello.scopeHash || toy(10))
        return {};
    if (answer.verdict == Verdict::Resume)
        answer.verdict = Verdict::Snapshot;
    const quint64 sequence = answer.resumed ? answer.resumed->sequence : answer.head.sequence;
    const auto signature =
        storage.signAsAuthority(hello.production,
                                protocol::removalBytes(hello.production, hello.device, sequence,
                                                       entries, protocol::Granted));
    if (!signature)
        return fail(signature.error());
    answer.scopeSignature = *signature;
    return {};
}

} // namespace

Result<HelloAnswer> checkHello(ServerStorage &storage, const protocol::Hello &hello, Instant now,
                               const HelloPolicy &policy)
{
    if (hello.protocolMin > protocolVersion || hello.protocolMax < protocolVersion)
        return refused(HelloNo::Code::Version, u"this server speaks version 1"_s);
    // The head before the device: a grant behind this head is passed later, one before it is read
    // here. The other way round, one in between would be missed.
    const auto head = storage.head(hello.production);
    if (!head) {
        if (head.error().code == ErrorCode::NotFound)
            return refused(HelloNo::Code::Unknown, u"unknown production"_s);
        return fail(head.error());
    }
    const auto device = storage.device(hello.production, hello.device);
    if (!device)
        return fail(device.error());
    if (!*device || sha256(hello.token) != (*device)->tokenHash)
        return refused(HelloNo::Code::Auth, u"unknown device or token"_s);
    if ((*device)->certificateEndsMs <= msSinceEpoch(now))
        return refused(HelloNo::Code::Revoked, u"the device's certificate has ended"_s);

    HelloAnswer answer;
    answer.device = **device;
    answer.head = *head;
    answer.visibility = visibilityOf(answer.device);
    // Also for a device that has to go: what we lost since it handed it over, it still holds.
    if (const Result<> checked = checkHistory(storage, hello, policy, answer); !checked)
        return fail(checked.error());
    if (answer.visibility.isNothing()) {
        auto purge = signedPurge(storage, hello.production, hello.device, head->sequence);
        if (!purge)
            return fail(purge.error());
        answer.purge = std::move(*purge);
        return answer;
    }
    if (isTooOld(hello.app, policy)) {
        answer.oldestApp = policy.oldestApp.toString();
        return answer;
    }
    if (const Result<> checked = checkPlace(storage, hello, policy, answer); !checked)
        return fail(checked.error());
    if (const Result<> checked = checkScope(storage, hello, answer); !checked)
        return fail(checked.error());
    return answer;
}

} // namespace film::sync
