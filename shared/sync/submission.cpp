#include "shared/sync/submission.h"

#include "shared/domain/approved_week.h"
#include "shared/domain/records.h"
#include "shared/sync/approval.h"
#include "shared/sync/atoms.h"
#include "shared/sync/decide.h"

#include <algorithm>

namespace film::sync {

using namespace Qt::StringLiterals;
using protocol::Envelope;
using protocol::Operation;
using protocol::Refusal;
using protocol::Segment;

namespace {

// Kinds that people write. The others follow from these, or belong to the server.
bool isWritable(EntityType type)
{
    switch (type) {
    case EntityType::Production:
    case EntityType::Unit:
    case EntityType::Department:
    case EntityType::Person:
    case EntityType::Deal:
    case EntityType::ShootingDay:
    case EntityType::TimeEntry:
    case EntityType::Grant:
    case EntityType::Timecard: return true;
    case EntityType::Conflict:
    case EntityType::Signature: break;
    }
    return false;
}

bool isKnown(Operation operation)
{
    switch (operation) {
    case Operation::Set:
    case Operation::Create:
    case Operation::Delete:
    case Operation::Undelete:
    case Operation::Resolve:
    case Operation::Approve:
    case Operation::Reopen: return true;
    case Operation::Grant:
    case Operation::Note: break;
    }
    return false;
}

// A production is never deleted, a grant is ended, and what was approved was approved.
bool isDeletable(EntityType type)
{
    return type != EntityType::Production && type != EntityType::Grant
        && type != EntityType::Timecard;
}

// What somebody approved is said by their own device only.
bool isItsOwnTimecard(const Envelope &envelope)
{
    if (envelope.type != EntityType::Timecard)
        return true;
    const auto identity = envelope.groups.find(schema::timecard::Identity);
    if (identity == envelope.groups.end())
        return false;
    const FieldMap fields = changed(identity->second.pre, identity->second);
    const auto device = fields.find(schema::timecard::Device);
    return device != fields.end() && device->second == FieldValue(envelope.device.toByteArray());
}

// What a change says about its record being there has to be what its operation says.
bool saysWhatItDoes(const Envelope &envelope)
{
    const auto change = envelope.groups.find(schema::whole::Group);
    if (change == envelope.groups.end())
        return envelope.operation != Operation::Delete && envelope.operation != Operation::Undelete;
    if (!isDeletable(envelope.type) || !isExistenceChange(change->second))
        return false;
    const Existence existence = existenceIn(envelope);
    switch (envelope.operation) {
    case Operation::Delete: return existence.willBeDeleted && !existence.wasDeleted;
    case Operation::Undelete: return existence.wasDeleted && !existence.willBeDeleted;
    case Operation::Resolve: return true;
    default: return false;
    }
}

// Approvals are given and taken away by their own operations, and those do nothing else.
bool leavesApprovalsAlone(const Envelope &envelope)
{
    namespace entry = schema::time_entry;
    if (envelope.type != EntityType::TimeEntry)
        return envelope.operation != Operation::Approve && envelope.operation != Operation::Reopen;
    const bool names = envelope.groups.contains(entry::Approval);
    const auto isNamed = [](const auto &group) {
        return group.first == entry::Identity || group.first == entry::Approval;
    };
    switch (envelope.operation) {
    case Operation::Approve:
        return levelGivenBy(envelope) && std::ranges::all_of(envelope.groups, isNamed);
    case Operation::Reopen: return names && std::ranges::all_of(envelope.groups, isNamed);
    default: break;
    }
    const auto lifecycle = envelope.groups.find(entry::Lifecycle);
    if (names || lifecycle == envelope.groups.end())
        return !names;
    const auto state = lifecycle->second.set.find(entry::State);
    return state == lifecycle->second.set.end() || !state->second.number()
        || *state->second.number() <= qint64(DayState::Submitted);
}

Defect defectOf(const Envelope &envelope, ProductionId production, const DeviceRecord &author)
{
    if (envelope.production != production)
        return {Refusal::OtherProduction, u"it belongs to another production"_s};
    if (envelope.device != author.device || envelope.author != author.user)
        return {Refusal::OtherAuthor, u"it names another author than its device"_s};
    if (!isKnown(envelope.operation) || !isWritable(envelope.type))
        return {Refusal::Unsupported, u"this server cannot apply it yet"_s};
    if (!saysWhatItDoes(envelope) || !leavesApprovalsAlone(envelope) || !isItsOwnTimecard(envelope))
        return {Refusal::BadValues, u"it says another thing than its operation"_s};
    GroupMap groups;
    for (const auto &[group, change] : envelope.groups) {
        if (group != schema::whole::Group)
            groups[group] = changed(change.pre, change);
    }
    const Result<> checked = checkRecord(production, envelope.type, envelope.entity, groups);
    return checked ? Defect() : Defect{Refusal::BadValues, checked.error().message};
}

// Whether an envelope stands where the segment says it does.
bool isInPlace(const Submission &submission, const Submission *before, const Segment &segment,
               quint64 index)
{
    const Envelope &envelope = submission.envelope;
    return envelope.stream == segment.stream && envelope.sequence == segment.firstSequence + index
        && (!before || envelope.previous == before->hash);
}

} // namespace

Result<std::vector<Submission>> openSegment(const Segment &segment, ProductionId production,
                                            const DeviceRecord &author, SessionId session,
                                            const Verifier &verifier)
{
    std::vector<Submission> submissions;
    submissions.reserve(segment.envelopes.size());
    for (const QByteArray &bytes : segment.envelopes) {
        Submission submission;
        submission.bytes = bytes;
        submission.hash = sha256(bytes);
        submission.author = author;
        submission.session = session;
        Result<Envelope> envelope = protocol::decodeEnvelope(bytes);
        const Submission *before = submissions.empty() ? nullptr : &submissions.back();
        if (envelope) {
            submission.envelope = std::move(*envelope);
            if (!isInPlace(submission, before, segment, submissions.size()))
                return fail(ErrorCode::ProtocolViolation, u"a segment's chain is broken"_s);
            submission.defect = defectOf(submission.envelope, production, author);
        } else if (before) {
            // The signature reaches what is before an envelope only through that envelope. The
            // device sends such a one by itself next time, and then it can be kept aside.
            return fail(envelope.error().during(u"reading an envelope in the middle"_s));
        } else {
            submission.defect = {Refusal::Unreadable, envelope.error().message};
        }
        submissions.push_back(std::move(submission));
    }
    if (submissions.empty() || submissions.back().hash != segment.head)
        return fail(ErrorCode::ProtocolViolation, u"a segment's head is not its last hash"_s);
    if (!verifier.verify(author.key, segmentBytes(production, segment), segment.signature))
        return fail(ErrorCode::ProtocolViolation, u"a segment's signature does not hold"_s);
    refuseBrokenAtoms(submissions);
    return submissions;
}

} // namespace film::sync
