#include "shared/store/server_transaction_sql.h"

#include "shared/store/statement.h"

namespace film::store {

using namespace Qt::StringLiterals;
using protocol::Cell;
using sync::CommitOutcome;

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

Result<std::unique_ptr<ServerTransactionSql>> ServerTransactionSql::begin(Database &database,
                                                                          ProductionId id)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return fail(transaction.error());
    std::unique_ptr<ServerTransactionSql> batch;
    if (database.dialect() == Dialect::Sqlite)
        batch = std::make_unique<RowwiseTransaction>(database, id, std::move(*transaction));
    else
        batch = std::make_unique<BulkTransaction>(database, id, std::move(*transaction));
    if (const Result<> locked = batch->lock(); !locked)
        return fail(locked.error());
    return batch;
}

Result<> ServerTransactionSql::write(const sync::BatchWrites &writes)
{
    if (!writes.rows.empty()) {
        Result<> written = writeRows(writes.rows);
        written = written ? writeEntities(writes.entities) : written;
        written = written ? writeDigests(writes.digests) : written;
        written = written ? writeHead(writes.head) : written;
        written = written ? flush() : written;
        if (!written)
            return written;
    }
    return writeQuarantine(writes.quarantined);
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

CommitOutcome ServerTransactionSql::commit()
{
    const Result<> committed = m_transaction->commit();
    if (committed)
        return CommitOutcome::Committed;
    // An answer, even a refusal, is an answer; a broken connection is none, and a disk that fails
    // while it writes may have kept what it was given.
    const ErrorCode code = committed.error().code;
    const bool isCertain = m_database.dialect() == Dialect::Postgres
        ? m_database.isAlive()
        : code == ErrorCode::Busy || code == ErrorCode::StoreFull;
    return isCertain ? CommitOutcome::RolledBack : CommitOutcome::Unknown;
}

} // namespace film::store
