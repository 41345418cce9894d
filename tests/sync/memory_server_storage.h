#pragma once

#include "shared/base/random.h"
#include "shared/sync/server_storage.h"
#include "shared/sync/signing.h"

#include <QStringList>

#include <map>
#include <set>
#include <vector>

namespace film::simulation {

// The servers' database: one production, committed state only. It can fail over to a copy that
// never got the last commits, roll a commit back, or leave its fate unknown.
class MemoryServerStorage final : public sync::ServerStorage
{
public:
    MemoryServerStorage(ProductionId production, EpochId epoch, RandomSource &random);

    void setAuthority(std::unique_ptr<sync::Signer> authority)
    {
        m_authority = std::move(authority);
    }
    void addDevice(const sync::DeviceRecord &device) { m_devices[device.device] = device; }
    [[nodiscard]] const std::vector<PersonId> &restricted() const { return m_restricted; }
    void restrictTo(std::vector<PersonId> people) { m_restricted = std::move(people); } // by id
    void setCertificateEnd(DeviceId device, qint64 endsMs)
    {
        m_devices.at(device).certificateEndsMs = endsMs;
    }

    // ---- faults ----
    void rollBackOneIn(quint64 n) { m_rollBackOneIn = n; } // 0: never
    void unknownOneIn(quint64 n) { m_unknownOneIn = n; }
    void refuse(bool isRefusing) { m_isRefusing = isRefusing; }
    void hideOneIn(quint64 n) { m_hideOneIn = n; } // the toy that takes numbers without the lock
    // The last place up to `sequence` at which a transaction ended.
    [[nodiscard]] quint64 commitBefore(quint64 sequence) const;
    // Another copy takes over, without the commits after `sequence`; a new epoch begins.
    void failOver(quint64 sequence, EpochId epoch);

    // ---- for the judge ----
    [[nodiscard]] const std::vector<sync::LogAppend> &log() const { return m_log; }
    [[nodiscard]] const std::map<EntityId, protocol::EntityState> &entities() const
    {
        return m_entities;
    }
    [[nodiscard]] const sync::ProductionHead &currentHead() const { return m_head; }
    [[nodiscard]] quint64 committedUnknown() const { return m_committedUnknown; }
    [[nodiscard]] quint64 lostUnknown() const { return m_lostUnknown; }
    [[nodiscard]] quint64 rolledBack() const { return m_rolledBack; }
    // Why each was kept aside.
    [[nodiscard]] const QStringList &quarantined() const { return m_quarantined; }

    [[nodiscard]] Result<std::unique_ptr<sync::ServerTransaction>>
    begin(ProductionId, const sync::BatchWanted &wanted) override;
    [[nodiscard]] Result<sync::ProductionHead> head(ProductionId) override { return m_head; }
    [[nodiscard]] Result<std::optional<sync::DeviceRecord>> device(ProductionId,
                                                                   DeviceId device) override;
    [[nodiscard]] Result<std::optional<Hash32>> chainAt(ProductionId, quint64 sequence) override;
    [[nodiscard]] Result<sync::RowsRead> rows(ProductionId,
                                              const sync::RowsWanted &wanted) override;
    [[nodiscard]] Result<std::vector<protocol::EntityState>>
    page(ProductionId, const sync::PageWanted &wanted) override;
    [[nodiscard]] Result<sync::CheckpointRead>
    checkpoint(ProductionId, const sync::Visibility &visibility) override;
    [[nodiscard]] Result<sync::BucketsRead> buckets(ProductionId,
                                                    const sync::Visibility &visibility) override;
    [[nodiscard]] Result<protocol::Signature> signAsAuthority(ProductionId,
                                                              QByteArrayView message) override;

private:
    class Transaction;

    void apply(const std::vector<sync::BatchPart> &parts, const sync::BatchEnd &end);
    void rebuild();

    ProductionId m_production;
    RandomSource &m_random;
    sync::ProductionHead m_head;
    std::shared_ptr<sync::Signer> m_authority; // a copy of the database has it, too
    std::map<DeviceId, sync::DeviceRecord> m_devices;
    std::vector<PersonId> m_restricted;
    std::vector<sync::LogAppend> m_log; // row n at index n - 1
    std::set<quint64> m_commits;        // sequences at which transactions ended
    std::map<MutationId, size_t> m_byMutation;
    std::map<sync::StreamPosition, int> m_positions;
    std::map<EntityId, protocol::EntityState> m_entities;
    std::map<QByteArray, sync::Digest> m_digests;
    quint64 m_hiddenFrom = 0;
    quint64 m_hiddenTo = 0;
    quint64 m_rollBackOneIn = 0;
    quint64 m_unknownOneIn = 0;
    quint64 m_hideOneIn = 0;
    bool m_isRefusing = false;
    quint64 m_committedUnknown = 0;
    quint64 m_lostUnknown = 0;
    quint64 m_rolledBack = 0;
    QStringList m_quarantined;
};

} // namespace film::simulation
