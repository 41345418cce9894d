#include "server/admin/anchors.h"

#include "shared/base/random.h"
#include "shared/store/anchor_repository.h"
#include "shared/store/production_repository.h"
#include "shared/store/server_audit.h"

namespace film::server {

std::unique_ptr<sync::Signer> anchorSigner(const SecretBox &box)
{
    return std::make_unique<sync::Ed25519Signer>(box.fingerprint("anchor key", "1").bytes());
}

Result<int> Anchors::signAll(Instant now)
{
    const auto productions = store::ProductionRepository(m_storage.database()).list();
    if (!productions)
        return fail(productions.error());
    int signedChains = 0;
    for (const store::ProductionRow &production : *productions) {
        const Result<bool> done = sign(production.id, now);
        if (!done)
            return fail(done.error());
        signedChains += *done ? 1 : 0;
    }
    const Result<bool> acts = signActs(now);
    if (!acts)
        return fail(acts.error());
    return signedChains + (*acts ? 1 : 0);
}

Result<bool> Anchors::sign(ProductionId production, Instant now)
{
    // Sequence, chain and epoch of one row, read in one statement.
    const Result<sync::ProductionHead> head = m_storage.head(production);
    if (!head)
        return fail(head.error());
    sync::Anchor anchor;
    anchor.production = production;
    anchor.epoch = head->epoch;
    anchor.sequence = head->sequence;
    anchor.chain = head->chain;
    anchor.atMs = msSinceEpoch(now);
    return add(anchor);
}

Result<bool> Anchors::signActs(Instant now)
{
    SystemRandom salts;
    const auto head = store::ServerAudit(m_storage.database(), salts).head();
    if (!head)
        return fail(head.error());
    sync::Anchor anchor;
    anchor.sequence = head->number;
    anchor.chain = head->hash;
    anchor.atMs = msSinceEpoch(now);
    return add(anchor);
}

Result<bool> Anchors::add(sync::Anchor anchor)
{
    store::AnchorRepository anchors(m_storage.database());
    const auto last = anchors.last(anchor.production, anchor.epoch);
    if (!last)
        return fail(last.error());
    if (anchor.sequence == 0 || (*last && (*last)->sequence >= anchor.sequence))
        return false;
    sync::signAnchor(anchor, m_signer);
    const Result<> added = anchors.add(anchor);
    return added ? Result<bool>(true) : fail(added.error());
}

} // namespace film::server
