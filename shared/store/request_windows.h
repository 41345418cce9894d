#pragma once

#include "shared/base/hash.h"
#include "shared/store/database.h"

namespace film::store {

// How many requests each client has been let make in the minute that runs, by all servers over
// this database together.
class RequestWindows
{
public:
    explicit RequestWindows(Database &database)
        : m_database(database)
    {}

    // Up to `want` of what the minute (since 1970) has left of `limit`; 0 when it has nothing. A
    // minute that is over for the others gives nothing either.
    [[nodiscard]] Result<int> take(const Hash32 &client, qint64 minute, int want, int limit);
    [[nodiscard]] Result<> forgetBefore(qint64 minute);

private:
    Database &m_database;
};

} // namespace film::store
