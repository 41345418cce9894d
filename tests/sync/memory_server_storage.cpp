#include "tests/sync/memory_server_storage.h"

#include "shared/domain/records.h"
#include "shared/sync/grants.h"
#include "shared/sync/toys.h"

#include <algorithm>
#include <limits>

namespace film::simulation {

using namespace Qt::StringLiterals;

class MemoryServerStorage::Transaction final : public sync::ServerTransaction
{
public:
    Transaction(MemoryServerStorage &storage, const sync::BatchWanted &wanted)
        : m_storage(storage)
    {
        m_found.head = storage.m_head;
        look(wanted);
    }

    const sync::BatchFound &found() const override { return m_found; }

    Result<> find(const sync::BatchWanted &wanted) override
    {
        look(wanted);
        return {};
    }

private:
    void look(const sync::BatchWanted &wanted)
    {
        for (const MutationId &mutation : wanted.mutations) {
            const auto at = m_storage.m_byMutation.find(mutation);
            if (at == m_storage.m_byMutation.end())
                continue;
            const sync::LogAppend &row = m_storage.m_log[at->second];
            m_found.mutations.push_back({mutation, row.sequence, row.outcome, row.conflict});
        }
        for (const EntityId &id : wanted.entities) {
            const auto at = m_storage.m_entities.find(id);
            if (at != m_storage.m_entities.end())
                m_found.entities.push_back(at->second);
        }
        for (const sync::StreamPosition &position : wanted.positions) {
            if (m_storage.m_positions.contains(position))
                m_found.positions.push_back(position);
        }
        for (const StreamId &stream : wanted.streams) {
            const auto behind =
                m_storage.m_positions.upper_bound({stream, std::numeric_limits<quint64>::max()});
            if (behind == m_storage.m_positions.begin())
                continue;
            if (const auto &last = std::prev(behind)->first; last.stream == stream)
                m_found.streams.push_back(last);
        }
    }

public:
    Result<std::map<QByteArray, sync::Digest>>
    findDigests(std::span<const QByteArray> cells) override
    {
        std::map<QByteArray, sync::Digest> found;
        for (const QByteArray &cell : cells) {
            const auto at = m_storage.m_digests.find(cell);
            if (at != m_storage.m_digests.end())
                found[cell] = at->second;
        }
        return found;
    }

    Result<> write(const sync::BatchPart &part) override
    {
        m_parts.push_back(part);
        return {};
    }

    Result<> commit(const sync::BatchEnd &end) override
    {
        RandomSource &random = m_storage.m_random;
        if (m_storage.m_rollBackOneIn && random.oneIn(m_storage.m_rollBackOneIn)) {
            ++m_storage.m_rolledBack;
            return fail(ErrorCode::Busy, u"rolled back"_s);
        }
        if (!sync::toy(7) && holdsAMutationTwice())
            return fail(ErrorCode::AlreadyExists, u"a mutation is in the log already"_s);
        const bool unknown = m_storage.m_unknownOneIn && random.oneIn(m_storage.m_unknownOneIn);
        if (unknown && random.oneIn(2)) {
            ++m_storage.m_lostUnknown;
            return fail(ErrorCode::Timeout, u"no answer"_s);
        }
        m_storage.apply(m_parts, end);
        if (!unknown)
            return {};
        ++m_storage.m_committedUnknown;
        return fail(ErrorCode::Timeout, u"no answer"_s);
    }

private:
    // As the unique index says it.
    [[nodiscard]] bool holdsAMutationTwice() const
    {
        return std::ranges::any_of(m_parts, [this](const sync::BatchPart &part) {
            return std::ranges::any_of(part.rows, [this](const sync::LogAppend &row) {
                return m_storage.m_byMutation.contains(row.mutation);
            });
        });
    }

    MemoryServerStorage &m_storage;
    sync::BatchFound m_found;
    std::vector<sync::BatchPart> m_parts;
};

MemoryServerStorage::MemoryServerStorage(ProductionId production, EpochId epoch,
                                         RandomSource &random)
    : m_production(production)
    , m_random(random)
{
    m_head.epoch = epoch;
}

Result<std::unique_ptr<sync::ServerTransaction>>
MemoryServerStorage::begin(ProductionId production, const sync::BatchWanted &wanted)
{
    if (production != m_production)
        return fail(ErrorCode::NotFound, u"unknown production"_s);
    if (m_isRefusing)
        return fail(ErrorCode::StoreReadOnly, u"nothing can be written"_s);
    return std::make_unique<Transaction>(*this, wanted);
}

void MemoryServerStorage::apply(const std::vector<sync::BatchPart> &parts,
                                const sync::BatchEnd &end)
{
    const quint64 first = m_log.size() + 1;
    for (const sync::BatchPart &part : parts) {
        for (const sync::LogAppend &row : part.rows) {
            m_byMutation[row.mutation] = m_log.size();
            ++m_positions[row.position];
            m_log.push_back(row);
        }
        for (const auto *states : {&part.added, &part.changed}) {
            for (const protocol::EntityState &state : *states)
                m_entities.insert_or_assign(state.id, state);
        }
    }
    m_hiddenFrom = m_hiddenTo = 0;
    if (m_hideOneIn && m_log.size() >= first && m_random.oneIn(m_hideOneIn)) {
        m_hiddenFrom = first;
        m_hiddenTo = m_log.size() - (m_log.size() > first ? 1 : 0);
    }
    for (const auto *digests : {&end.addedDigests, &end.changedDigests}) {
        for (const auto &[cell, digest] : *digests)
            m_digests[cell] = digest;
    }
    for (const sync::QuarantinedEnvelope &kept : end.quarantined)
        m_quarantined.push_back(kept.reason);
    m_head = end.head;
    m_commits.insert(m_head.sequence);
}

// What a copy of the database has is whole transactions.
quint64 MemoryServerStorage::commitBefore(quint64 sequence) const
{
    const auto after = m_commits.upper_bound(sequence);
    return after == m_commits.begin() ? 0 : *std::prev(after);
}

void MemoryServerStorage::failOver(quint64 sequence, EpochId epoch)
{
    m_log.resize(std::min<size_t>(m_log.size(), sequence));
    m_head.sequence = m_log.size();
    m_commits.erase(m_commits.upper_bound(m_head.sequence), m_commits.end());
    m_head.chain = m_log.empty() ? Hash32() : m_log.back().chain;
    m_head.epoch = epoch;
    rebuild();
}

// The states are what the rows left behind: a copy that has the rows has them too.
void MemoryServerStorage::rebuild()
{
    m_byMutation.clear();
    m_positions.clear();
    m_entities.clear();
    m_digests.clear();
    m_hiddenFrom = m_hiddenTo = 0;
    for (size_t i = 0; i < m_log.size(); ++i) {
        m_byMutation[m_log[i].mutation] = i;
        ++m_positions[m_log[i].position];
        const auto states = protocol::decodeEntities(m_log[i].post);
        for (const protocol::EntityState &state : *states)
            m_entities.insert_or_assign(state.id, state);
    }
    for (const auto &[id, state] : m_entities) {
        m_digests[state.cell.toBytes()].add(state);
        m_digests[QByteArray()].add(state);
    }
}

Result<std::optional<sync::DeviceRecord>> MemoryServerStorage::device(ProductionId production,
                                                                      DeviceId device)
{
    if (production != m_production)
        return fail(ErrorCode::NotFound, u"unknown production"_s);
    const auto found = m_devices.find(device);
    if (found == m_devices.end())
        return std::nullopt;
    const auto grant = m_entities.find(grantId(m_production, found->second.user));
    sync::DeviceRecord record = found->second;
    record.restricted = m_restricted;
    return std::optional(sync::underGrant(
        record, grant == m_entities.end() ? std::nullopt : std::optional(grant->second),
        Instant()));
}

Result<protocol::Signature> MemoryServerStorage::signAsAuthority(ProductionId,
                                                                 QByteArrayView message)
{
    return m_authority->sign(message);
}

Result<std::optional<Hash32>> MemoryServerStorage::chainAt(ProductionId, quint64 sequence)
{
    if (sequence == 0)
        return Hash32();
    if (sequence > m_log.size())
        return std::nullopt;
    return m_log[sequence - 1].chain;
}

Result<sync::RowsRead> MemoryServerStorage::rows(ProductionId, const sync::RowsWanted &wanted)
{
    sync::RowsRead read;
    read.to = std::min<quint64>(wanted.from, m_log.size());
    qsizetype bytes = 0;
    for (size_t i = wanted.from; i < m_log.size() && int(i - wanted.from) < wanted.rowsMax; ++i) {
        const sync::LogAppend &row = m_log[i];
        const bool visible = wanted.visibility.includes(row.cell);
        const bool withdraws = wanted.visibility.hidesSomebody() && !visible && row.conflict;
        if (withdraws && i > wanted.from)
            break;
        if (withdraws)
            read.withdrawn = row.conflict;
        const bool hidden = row.sequence >= m_hiddenFrom && row.sequence <= m_hiddenTo;
        if ((visible || row.device == wanted.device) && !hidden) {
            bytes += row.envelope.size() + row.post.size();
            if (bytes > wanted.bytesMax && !read.rows.empty())
                break;
            read.rows.push_back({row.sequence, row.outcome, row.envelope,
                                 visible ? row.post : protocol::encodeEntities({}), row.conflict,
                                 row.receivedMs, row.flags});
        }
        read.to = row.sequence;
        read.chain = row.chain;
        read.passesGrant = row.entity == wanted.grant;
        if (read.passesGrant)
            break;
    }
    return read;
}

Result<std::vector<protocol::EntityState>> MemoryServerStorage::page(ProductionId,
                                                                     const sync::PageWanted &wanted)
{
    std::vector<protocol::EntityState> page;
    qsizetype bytes = 0;
    for (auto it = m_entities.upper_bound(wanted.after); it != m_entities.end(); ++it) {
        const bool isWanted = wanted.visibility.includes(it->second.cell)
            && (!wanted.bucket || sync::bucketOf(it->first) == *wanted.bucket);
        if (!isWanted)
            continue;
        bytes += it->second.groups.size();
        if (int(page.size()) >= wanted.rowsMax || (bytes > wanted.bytesMax && !page.empty()))
            break;
        page.push_back(it->second);
    }
    return page;
}

Result<sync::BucketsRead> MemoryServerStorage::buckets(ProductionId,
                                                       const sync::Visibility &visibility)
{
    sync::BucketsRead read;
    read.sequence = m_head.sequence;
    for (const auto &[id, state] : m_entities) {
        if (visibility.includes(state.cell))
            read.sums[sync::bucketOf(id)].add(sync::digestLeaf(state));
    }
    return read;
}

Result<sync::CheckpointRead> MemoryServerStorage::checkpoint(ProductionId,
                                                             const sync::Visibility &visibility)
{
    sync::CheckpointRead read;
    read.head = m_head;
    for (const auto &[bytes, digest] : m_digests) {
        const auto cell = protocol::Cell::fromBytes(bytes);
        const bool counts = visibility.everything && visibility.hidden.empty()
            ? bytes.isEmpty()
            : cell && visibility.includes(*cell);
        if (!counts)
            continue;
        read.digest.sum.add(digest.sum);
        read.digest.count += digest.count;
    }
    return read;
}

} // namespace film::simulation
