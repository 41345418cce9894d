#pragma once

#include "shared/store/server_audit.h"

#include <QStringList>

#include <functional>

namespace film::store {

class Statement;

struct ServerAuditVerdict {
    quint64 rows = 0;   // that were recomputed
    quint64 erased = 0; // of them: whose address was erased
    quint64 head = 0;
    quint64 from = 0;     // the first that was recomputed; 0: none
    QStringList problems; // English, with the numbers of rows
};

// Recomputes the chain of the server's acts, in one snapshot: all of it, or the last rowsMax. A row
// that was edited, moved or put in, and one that is missing, is named by its number. An end that
// was cut off with its head is what anchors are for. `take` gets each row, in order.
[[nodiscard]] Result<ServerAuditVerdict>
checkServerAudit(Database &database, quint64 rowsMax = std::numeric_limits<quint64>::max(),
                 const std::function<void(const ServerAuditRow &)> &take = {});

// Private to this library: the columns of a row in the order in which auditRowIn() reads them.
[[nodiscard]] inline QString auditColumns()
{
    return QStringLiteral("number, at_ms, act, account_id, by_id, of_production, subject, detail,"
                          " address, salt, address_hash, previous, hash");
}
[[nodiscard]] ServerAuditRow auditRowIn(const Statement &row);

} // namespace film::store
