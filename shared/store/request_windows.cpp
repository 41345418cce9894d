#include "shared/store/request_windows.h"

#include "shared/store/statement.h"

#include <algorithm>

namespace film::store {

using namespace Qt::StringLiterals;

Result<int> RequestWindows::take(const Hash32 &client, qint64 minute, int want, int limit)
{
    // One statement, so that two servers never take the same.
    Statement upsert(m_database, u"request_window.take"_s,
                     u"INSERT INTO request_window (client, minute, taken)"
                     " VALUES (:client, :minute, :want)"
                     " ON CONFLICT (client) DO UPDATE SET"
                     " taken = CASE WHEN request_window.minute < excluded.minute"
                     " THEN excluded.taken ELSE request_window.taken + excluded.taken END,"
                     " minute = CASE WHEN request_window.minute < excluded.minute"
                     " THEN excluded.minute ELSE request_window.minute END"
                     " RETURNING minute, taken"_s);
    upsert.bind(u":client", client.toByteArray()).bind(u":minute", minute).bind(u":want", want);
    if (const Result<> ran = upsert.run(); !ran)
        return fail(ran.error());
    if (!upsert.next() || upsert.number(0) != minute)
        return 0;
    const qint64 before = upsert.number(1) - want;
    return static_cast<int>(std::clamp<qint64>(limit - before, 0, want));
}

Result<> RequestWindows::forgetBefore(qint64 minute)
{
    Statement remove(m_database, u"request_window.forget"_s,
                     u"DELETE FROM request_window WHERE minute < :minute"_s);
    remove.bind(u":minute", minute);
    return remove.run();
}

} // namespace film::store
