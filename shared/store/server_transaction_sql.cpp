#include "shared/store/server_transaction_sql.h"

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

} // namespace film::store
