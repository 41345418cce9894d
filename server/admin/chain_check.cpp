#include "server/admin/chain_check.h"

#include "shared/store/anchor_repository.h"
#include "shared/store/epoch_repository.h"
#include "shared/store/log_check.h"
#include "shared/store/server_audit_check.h"
#include "shared/sync/audit_bundle.h"

#include <QJsonArray>

#include <algorithm>
#include <functional>
#include <map>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

using ChainAt = std::function<Result<std::optional<Hash32>>(quint64)>;

// Holds the anchors of a chain against it.
class AnchorCheck
{
public:
    AnchorCheck(ChainVerdict &verdict, const std::optional<protocol::PublicKey> &trusted,
                const std::vector<sync::BundleEpoch> &epochs)
        : m_verdict(verdict)
        , m_trusted(trusted)
        , m_epochs(epochs)
    {}

    [[nodiscard]] Result<> run(store::Database &database, ProductionId production,
                               const ChainAt &chainAt)
    {
        std::vector<sync::Anchor> anchors;
        const Result<> read = store::AnchorRepository(database).forEach(
            production, [&anchors](const sync::Anchor &anchor) { anchors.push_back(anchor); });
        if (!read)
            return read;
        for (const sync::Anchor &anchor : anchors) {
            const auto chain = chainAt(anchor.sequence);
            if (!chain)
                return fail(chain.error());
            check(anchor, *chain);
        }
        if (m_verdict.lastAnchored < m_verdict.rows)
            m_verdict.notes << u"no anchor is about rows %1 to %2"_s.arg(
                QString::number(m_verdict.lastAnchored + 1), QString::number(m_verdict.rows));
        return {};
    }

private:
    void check(const sync::Anchor &anchor, const std::optional<Hash32> &chain)
    {
        const QString row = QString::number(anchor.sequence);
        if (!sync::isSigned(anchor, m_verifier)) {
            m_verdict.problems << u"the anchor of row %1: its signature is wrong"_s.arg(row);
        } else if (m_trusted && anchor.key != *m_trusted) {
            m_verdict.problems << u"the anchor of row %1 is signed with another key"_s.arg(row);
        } else if (anchor.sequence > sync::anchoredUpTo(m_epochs, anchor.epoch)) {
            m_verdict.notes << u"the anchor of row %1 is of a history that was lost"_s.arg(row);
        } else if (!chain) {
            m_verdict.problems << u"row %1, which the server signed, is missing"_s.arg(row);
        } else if (*chain != anchor.chain) {
            m_verdict.problems << u"row %1 is not what the server signed"_s.arg(row);
        } else {
            ++m_verdict.anchors;
            m_verdict.lastAnchored = std::max(m_verdict.lastAnchored, anchor.sequence);
            if (std::ranges::find(m_verdict.keys, anchor.key) == m_verdict.keys.end())
                m_verdict.keys.push_back(anchor.key);
        }
    }

    const sync::Ed25519Verifier m_verifier;
    ChainVerdict &m_verdict;
    const std::optional<protocol::PublicKey> &m_trusted;
    const std::vector<sync::BundleEpoch> &m_epochs;
};

} // namespace

QJsonObject jsonOfChain(const ChainVerdict &verdict)
{
    QStringList keys;
    for (const protocol::PublicKey &key : verdict.keys)
        keys << sync::keyText(key);
    return {{u"rows"_s, qint64(verdict.rows)},
            {u"erased"_s, qint64(verdict.erased)},
            {u"records"_s, qint64(verdict.records)},
            {u"anchors"_s, qint64(verdict.anchors)},
            {u"anchored_to"_s, qint64(verdict.lastAnchored)},
            {u"keys"_s, QJsonArray::fromStringList(keys)},
            {u"problems"_s, QJsonArray::fromStringList(verdict.problems)},
            {u"notes"_s, QJsonArray::fromStringList(verdict.notes)}};
}

Result<ChainVerdict> checkProduction(store::ServerStorageSql &storage, ProductionId production,
                                     const std::optional<protocol::PublicKey> &trusted)
{
    const auto log = store::checkLog(storage.database(), production);
    const auto rows = store::EpochRepository(storage.database()).list(production);
    if (!log || !rows)
        return fail(log ? rows.error() : log.error());
    ChainVerdict verdict;
    verdict.rows = log->rows;
    verdict.erased = log->erased;
    verdict.records = log->records;
    verdict.problems = log->problems;
    std::vector<sync::BundleEpoch> epochs;
    for (const store::EpochRow &row : *rows) {
        epochs.push_back({row.id, row.startSequence, row.reason, row.atMs});
        if (row.startSequence > 0)
            verdict.notes << u"from row %1 on the history may differ from one before: %2"_s.arg(
                QString::number(row.startSequence), row.reason);
    }
    const Result<> checked = AnchorCheck(verdict, trusted, epochs)
                                 .run(storage.database(), production, [&](quint64 sequence) {
                                     return storage.chainAt(production, sequence);
                                 });
    return checked ? Result<ChainVerdict>(verdict) : fail(checked.error());
}

Result<ChainVerdict> checkActs(store::ServerStorageSql &storage,
                               const std::optional<protocol::PublicKey> &trusted)
{
    // There are as many acts as administrators do: their hashes fit into memory.
    std::map<quint64, Hash32> hashes;
    const auto acts = store::checkServerAudit(
        storage.database(), std::numeric_limits<quint64>::max(),
        [&hashes](const store::ServerAuditRow &row) { hashes[row.number] = row.hash; });
    if (!acts)
        return fail(acts.error());
    ChainVerdict verdict;
    verdict.rows = acts->rows;
    verdict.erased = acts->erased;
    verdict.problems = acts->problems;
    const Result<> checked =
        AnchorCheck(verdict, trusted, {})
            .run(storage.database(), {}, [&](quint64 number) -> Result<std::optional<Hash32>> {
                const auto hash = hashes.find(number);
                return hash == hashes.end() ? std::nullopt : std::optional(hash->second);
            });
    return checked ? Result<ChainVerdict>(verdict) : fail(checked.error());
}

} // namespace film::server
