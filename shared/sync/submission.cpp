#include "shared/sync/submission.h"

#include "shared/domain/records.h"
#include "shared/sync/decide.h"

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
    case EntityType::Grant: return true;
    case EntityType::Conflict:
    case EntityType::Timecard:
    case EntityType::Signature: break;
    }
    return false;
}

bool isKnown(Operation operation)
{
    return operation == Operation::Set || operation == Operation::Create
        || operation == Operation::Resolve;
}

Defect defectOf(const Envelope &envelope, ProductionId production, const DeviceRecord &author)
{
    if (envelope.production != production)
        return {Refusal::OtherProduction, u"it belongs to another production"_s};
    if (envelope.device != author.device || envelope.author != author.user)
        return {Refusal::OtherAuthor, u"it names another author than its device"_s};
    if (!isKnown(envelope.operation) || !isWritable(envelope.type))
        return {Refusal::Unsupported, u"this server cannot apply it yet"_s};
    GroupMap groups;
    for (const auto &[group, change] : envelope.groups)
        groups[group] = changed(change.pre, change);
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
    return submissions;
}

} // namespace film::sync
