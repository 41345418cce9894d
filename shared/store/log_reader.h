#pragma once

#include "shared/base/id.h"
#include "shared/domain/schema.h"
#include "shared/protocol/messages.h"
#include "shared/store/database.h"
#include "shared/sync/server_storage.h"

#include <limits>
#include <optional>
#include <vector>

namespace film::store {

// One row of a production's log, as somebody reads it who looks into the past.
struct LoggedChange {
    quint64 sequence = 0;
    DeviceId device;
    UserId author;
    EntityType type = EntityType::TimeEntry;
    EntityId entity;
    PersonId person; // whose cell it is in; null: nobody's
    protocol::Outcome outcome = protocol::Outcome::Applied;
    qint64 receivedMs = 0;
    QByteArray envelope;
    QByteArray post; // protocol::encodeEntities
};

// Which rows somebody may see: all, or their own, those about them and those of their department.
struct LogScope {
    bool everything = false;
    UserId user;
    PersonId person;         // null: nobody
    DepartmentId department; // null: none
};

// What can be asked of a row without reading what it says.
struct LogFilter {
    static constexpr size_t authorsMax = 4;

    LogScope scope;
    DeviceId device; // null: any
    // Rows that one of these wrote, or of this person's cell, or of nobody's: whether those are
    // about the person stands in the row. Nothing given: any.
    std::vector<UserId> authors; // at most authorsMax
    PersonId subject;
    qint64 sinceMs = 0;                                  // received
    qint64 untilMs = std::numeric_limits<qint64>::max(); // exclusive
};

// A production's log from its end to its beginning, in pieces whose cost has a bound: the log has
// no index but its numbers, because each more would slow down every commit.
class LogReader
{
public:
    LogReader(Database &database, ProductionId production)
        : m_database(database)
        , m_production(production)
    {}

    // The first row that may have been received at or after that moment; the head + 1 if none was.
    // Servers whose clocks differ by up to half an hour miss nothing.
    [[nodiscard]] Result<quint64> firstSince(qint64 ms, quint64 head);
    // Those of [from, before) that pass, the last first, at most rowsMax.
    [[nodiscard]] Result<std::vector<LoggedChange>> piece(quint64 from, quint64 before,
                                                          const LogFilter &filter, int rowsMax);

    // Those behind that one, in order, with all that their places in the chain follow from and
    // nothing else.
    [[nodiscard]] Result<std::vector<sync::LogAppend>> linksAfter(quint64 sequence, int rowsMax);
    // When that row came in; nothing behind the head.
    [[nodiscard]] Result<std::optional<qint64>> receivedAt(quint64 sequence);

private:
    Database &m_database;
    ProductionId m_production;
};

// Private to this library: the columns of a row in the order in which logLinkIn() reads them.
class Statement;
[[nodiscard]] QString logLinkColumns();
[[nodiscard]] sync::LogAppend logLinkIn(const Statement &row);

} // namespace film::store
