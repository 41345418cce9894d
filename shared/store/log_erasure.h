#pragma once

#include "shared/base/id.h"
#include "shared/store/database.h"

namespace film::store {

// Takes the content of a row out of a production's log: salt, envelope and what it left behind.
// The row keeps its number, author, moment and outcome, and its place in the chain by the hash of
// what was there. Of a row that is the last word on its record what it left behind stays: a device
// that comes later has still to get it, and reads a change whose story cannot be read.
class LogErasure
{
public:
    LogErasure(Database &database, ProductionId production)
        : m_database(database)
        , m_production(production)
    {}

    // False for a row that is not there or is erased already.
    [[nodiscard]] Result<bool> erase(quint64 sequence);

private:
    Database &m_database;
    ProductionId m_production;
};

} // namespace film::store
