#pragma once

#include "shared/store/database.h"

#include <functional>

namespace film::store {

// One snapshot for all that is read, without keeping a writer waiting.
template<typename Value>
[[nodiscard]] Result<Value> inOneSnapshot(Database &database,
                                          const std::function<Result<Value>()> &read)
{
    const bool isFile = database.dialect() == Dialect::Sqlite;
    const Result<> begun = database.execute(
        isFile ? QStringLiteral("BEGIN")
               : QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
    if (!begun)
        return fail(begun.error());
    const Result<Value> value = read();
    const Result<> ended = database.execute(QStringLiteral("ROLLBACK"));
    return ended ? value : fail(ended.error());
}

} // namespace film::store
