#pragma once

#include "shared/protocol/messages.h"
#include "shared/store/server_storage_sql.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace film::server {

// What a chain and its anchors say.
struct ChainVerdict {
    quint64 rows = 0;
    quint64 erased = 0;       // rows whose content was erased, and stands in the chain by its hash
    quint64 records = 0;      // of a production
    quint64 anchors = 0;      // that are signed and fit
    quint64 lastAnchored = 0; // the highest row that one of them is about
    std::vector<protocol::PublicKey> keys; // that signed them
    QStringList problems;                  // English, with the numbers of rows
    QStringList notes;                     // what is no problem and should be known
};

// As the command line and the API say it.
[[nodiscard]] QJsonObject jsonOfChain(const ChainVerdict &verdict);

// Recomputes a production's log (store::checkLog) and holds it against its anchors. Anchors that
// another key signed than the trusted one are a problem, if one is given.
[[nodiscard]] Result<ChainVerdict>
checkProduction(store::ServerStorageSql &storage, ProductionId production,
                const std::optional<protocol::PublicKey> &trusted);
// The same of the chain of the server's acts.
[[nodiscard]] Result<ChainVerdict> checkActs(store::ServerStorageSql &storage,
                                             const std::optional<protocol::PublicKey> &trusted);

} // namespace film::server
