#include "server/admin/record_writer.h"

#include "shared/base/random.h"
#include "shared/base/uuid_source.h"
#include "shared/store/production_repository.h"
#include "shared/sync/author.h"
#include "shared/sync/commit_batch.h"

#include <map>

namespace film::server {

using namespace Qt::StringLiterals;
using protocol::Outcome;

namespace {

using Versions = std::map<EntityId, protocol::VersionedGroups>;

Result<Versions> storedVersions(sync::ServerStorage &storage, ProductionId production,
                                const std::vector<WantedRecord> &records)
{
    sync::BatchWanted wanted;
    for (const WantedRecord &record : records)
        wanted.entities.push_back(record.id);
    const auto transaction = storage.begin(production, wanted); // rolled back: it only looks
    if (!transaction)
        return fail(transaction.error());
    Versions versions;
    for (const protocol::EntityState &state : (*transaction)->found().entities) {
        const auto groups = protocol::decodeGroups(state.groups);
        if (!groups)
            return fail(groups.error().during(u"reading a stored record"_s));
        versions[state.id] = *groups;
    }
    return versions;
}

struct Writer {
    sync::DeviceRecord device;
    sync::AuthorState state;
};

Result<Writer> systemWriter(store::ServerStorageSql &storage, ProductionId production,
                            UuidSource &ids, Instant now)
{
    const auto keys = store::ProductionRepository(storage.database()).keys(production);
    if (!keys)
        return fail(keys.error());
    const auto device = storage.device(production, keys->systemDevice);
    const auto head = storage.head(production);
    if (!device || !head)
        return fail(device ? head.error() : device.error());
    if (!*device)
        return fail(ErrorCode::StoreCorrupt, u"the production has no system device"_s);
    Writer writer{**device, {}};
    writer.state.production = production;
    writer.state.device = keys->systemDevice;
    writer.state.user = keys->systemUser;
    writer.state.certificate = writer.device.certificate;
    writer.state.stream = ids.next<StreamId>(now);
    writer.state.cursor = head->sequence;
    writer.state.epoch = head->epoch;
    return writer;
}

sync::Submission submissionOf(const WantedRecord &record,
                              std::map<quint32, protocol::GroupChange> changes, Writer &writer,
                              UuidSource &ids, Instant now)
{
    sync::EnvelopeDraft draft;
    draft.type = record.type;
    draft.entity = record.id;
    draft.groups = std::move(changes);
    draft.input = protocol::InputMethod::Import;
    sync::SealedEnvelope sealed = sync::seal(draft, writer.state, ids, now);
    sync::Submission submission;
    submission.bytes = sealed.bytes;
    submission.hash = sealed.hash;
    submission.envelope = std::move(sealed.envelope);
    submission.author = writer.device;
    return submission;
}

} // namespace

Result<WrittenRecords> writeRecords(store::ServerStorageSql &storage, ProductionId production,
                                    const std::vector<WantedRecord> &records, Instant now)
{
    for (const WantedRecord &record : records) {
        const Result<> checked = checkRecord(production, record.type, record.id, record.groups);
        if (!checked)
            return fail(checked.error().during(u"checking what is to be written"_s));
    }
    SystemRandom random;
    UuidSource ids(random);
    Result<Writer> writer = systemWriter(storage, production, ids, now);
    if (!writer)
        return fail(writer.error());
    const Result<Versions> versions = storedVersions(storage, production, records);
    if (!versions)
        return fail(versions.error());

    WrittenRecords written;
    std::vector<sync::Submission> submissions;
    for (const WantedRecord &record : records) {
        const auto stored = versions->find(record.id);
        const auto current =
            stored == versions->end() ? protocol::VersionedGroups() : stored->second;
        auto changes = sync::changesBetween(sync::plainGroups(current), record.groups, current);
        if (changes.empty())
            ++written.unchanged;
        else
            submissions.push_back(submissionOf(record, std::move(changes), *writer, ids, now));
    }
    if (submissions.empty())
        return written;
    sync::LaneMemory memory;
    const auto done = sync::commitBatch(storage, production, submissions, now, random, memory);
    if (!done)
        return fail(done.error());
    for (const protocol::MutationResult &result : done->results) {
        const bool isWritten =
            result.outcome == Outcome::Applied || result.outcome == Outcome::Converged;
        ++(isWritten ? written.written : written.undecided);
    }
    return written;
}

} // namespace film::server
