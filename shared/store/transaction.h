#pragma once

#include "shared/store/database.h"

namespace film::store {

// Rolls back unless it was committed. On SQLite it takes the write lock at once, so that a
// transaction never fails half-way because another one was faster.
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(Database &database);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Q_DISABLE_COPY(Transaction)

    [[nodiscard]] Result<> commit();

private:
    explicit Transaction(Database &database)
        : m_database(&database)
    {}

    Database *m_database; // null when there is nothing to roll back
};

} // namespace film::store
