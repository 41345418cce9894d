#include "shared/store/transaction.h"

#include "shared/store/database_private.h"

#include <utility>

namespace film::store {

using namespace Qt::StringLiterals;

Result<Transaction> Transaction::begin(Database &database)
{
    const bool isFile = database.dialect() == Dialect::Sqlite;
    database.access().isWaitCancelled = false; // of a statement of its own, before
    const QString sql = isFile ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s;
    const Result<> begun = watched(database, u"transaction.begin"_s,
                                   [&database, &sql] { return database.execute(sql); });
    if (!begun)
        return fail(begun.error());
    return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{}

Transaction::~Transaction()
{
    // A rollback that fails has nothing to take back: the connection is gone, and with it the
    // transaction.
    if (m_database)
        static_cast<void>(m_database->execute(u"ROLLBACK"_s).has_value());
}

Result<> Transaction::commit()
{
    const Result<> committed = watched(*m_database, u"transaction.commit"_s,
                                       [this] { return m_database->execute(u"COMMIT"_s); });
    if (!committed)
        return committed;
    return checkReplicated(*std::exchange(m_database, nullptr));
}

} // namespace film::store
