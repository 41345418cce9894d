#pragma once

#include "shared/store/database.h"
#include "shared/sync/client_storage.h"

#include <QDate>

#include <optional>
#include <vector>

namespace film::store {

// A record as the person sees it: the server's state with own changes over it.
struct SeenRecord {
    protocol::EntityState state;
    sync::RecordIndex index;
    bool isPending = false; // holds own changes that are not confirmed

    friend bool operator==(const SeenRecord &, const SeenRecord &) = default;
};

// A row of the log as it came by, or an own change that has not come back yet.
struct HistoryRow {
    QByteArray envelope;
    quint64 sequence = 0; // 0: not confirmed
    protocol::Outcome outcome = protocol::Outcome::Applied;
    qint64 receivedMs = 0;
};

// What screens and the command line read from the device's file. Nothing here writes but
// setSetting().
class ClientQueries
{
public:
    explicit ClientQueries(Database &database)
        : m_database(database)
    {}

    [[nodiscard]] Result<std::optional<SeenRecord>> record(EntityId id);
    [[nodiscard]] Result<std::vector<SeenRecord>> records(EntityType type);
    // Both days included; of one person, or of everybody with a null id.
    [[nodiscard]] Result<std::vector<SeenRecord>> daysBetween(EntityType type, QDate first,
                                                              QDate last, PersonId person);
    // The first date that has such a record, whether it was sent or not.
    [[nodiscard]] Result<std::optional<QDate>> firstDay(EntityType type);
    [[nodiscard]] Result<std::vector<HistoryRow>> history(EntityId id); // oldest first
    // The last of the record that the server ordered.
    [[nodiscard]] Result<std::optional<HistoryRow>> newestRow(EntityId id);
    // Of the whole log, as it came by; the newest first.
    [[nodiscard]] Result<std::vector<HistoryRow>> newestRows(int rowsMax);
    [[nodiscard]] Result<std::vector<sync::OutboxRow>> outbox(int rowsMax); // newest first
    [[nodiscard]] Result<quint64> outboxSize();
    [[nodiscard]] Result<bool> hasOwn(MutationId mutation); // in the outbox, however far it came
    [[nodiscard]] Result<int> recordCount();

    [[nodiscard]] Result<std::optional<QByteArray>> setting(const QString &name);
    [[nodiscard]] Result<> setSetting(const QString &name, const QByteArray &value);

private:
    [[nodiscard]] Result<std::vector<SeenRecord>> daysOf(PersonId person, EntityType type,
                                                         QDate first, QDate last);

    Database &m_database;
};

} // namespace film::store
