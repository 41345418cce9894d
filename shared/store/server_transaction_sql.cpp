#include "shared/store/server_transaction_sql.h"

#include "shared/store/statement.h"

namespace film::store {

using namespace Qt::StringLiterals;
using protocol::Cell;

Cell cellFrom(qint64 kind, QByteArrayView department, QByteArrayView person)
{
    switch (static_cast<Cell::Kind>(kind)) {
    case Cell::Kind::Public: return Cell::everyone();
    case Cell::Kind::Person:
        return Cell::ofPerson(DepartmentId::fromBytes(department).value_or(DepartmentId()),
                              PersonId::fromBytes(person).value_or(PersonId()));
    case Cell::Kind::Office: break;
    }
    return Cell::office();
}

Result<std::unique_ptr<ServerTransactionSql>>
ServerTransactionSql::begin(Database &database, ProductionId id, const sync::BatchWanted &wanted)
{
    std::unique_ptr<ServerTransactionSql> batch;
    if (database.dialect() == Dialect::Sqlite)
        batch = std::make_unique<RowwiseTransaction>(database, id);
    else
        batch = std::make_unique<BulkTransaction>(database, id);
    if (const Result<> started = batch->start(wanted); !started)
        return fail(started.error());
    return batch;
}

Result<>
ServerTransactionSql::writeQuarantine(const std::vector<sync::QuarantinedEnvelope> &quarantined)
{
    Statement insert(m_database, u"lane.quarantine"_s,
                     u"INSERT INTO quarantine (production_id, env_hash, mid, device_id, session_id,"
                     " received_ms, envelope, reason)"
                     " VALUES (:production, :hash, :mid, :device, :session, :received, :envelope,"
                     " :reason) ON CONFLICT (production_id, env_hash) DO NOTHING"_s);
    for (const sync::QuarantinedEnvelope &kept : quarantined) {
        insert.bind(u":production", m_production.toByteArray())
            .bind(u":hash", sha256(kept.envelope).toByteArray())
            .bind(u":mid", kept.mutation.toByteArray())
            .bind(u":device", kept.device.toByteArray())
            .bind(u":session", kept.session.toByteArray())
            .bind(u":received", kept.receivedMs)
            .bind(u":envelope", kept.envelope)
            .bind(u":reason", kept.reason);
        if (const Result<> ran = insert.run(); !ran)
            return ran;
    }
    return {};
}

} // namespace film::store
