#pragma once

#include "server/identity/secret_box.h"
#include "shared/base/clock.h"
#include "shared/store/server_storage_sql.h"
#include "shared/sync/anchor.h"

namespace film::server {

// The key with which a server signs anchors: its own for this purpose, made from the key in the
// data folder, so that servers over one database with one such file sign alike, and a copy of the
// database alone signs nothing.
[[nodiscard]] std::unique_ptr<sync::Signer> anchorSigner(const SecretBox &box);

// Signs where the chains are: of every production, and of the server's acts.
class Anchors
{
public:
    Anchors(store::ServerStorageSql &storage, const sync::Signer &signer)
        : m_storage(storage)
        , m_signer(signer)
    {}

    // How many were signed: only chains that went on since their last anchor are.
    [[nodiscard]] Result<int> signAll(Instant now);
    [[nodiscard]] Result<bool> sign(ProductionId production, Instant now);
    [[nodiscard]] Result<bool> signActs(Instant now);

private:
    [[nodiscard]] Result<bool> add(sync::Anchor anchor);

    store::ServerStorageSql &m_storage;
    const sync::Signer &m_signer;
};

} // namespace film::server
