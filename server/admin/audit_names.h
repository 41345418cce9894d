#pragma once

#include "shared/domain/crew.h"
#include "shared/store/identity_repository.h"
#include "shared/store/server_storage_sql.h"

#include <QDate>

#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace film::server {

// Whose record a change is about, and which day.
struct AuditSubject {
    PersonId person; // null where it is nobody's
    QString name;    // of the person, else of the record
    QDate day;       // invalid where it has none
};

// The names behind the ids of a log, looked up one by one as they are needed and kept for as long
// as one question takes: as they are now, not as they were.
class AuditNames
{
public:
    AuditNames(store::ServerStorageSql &storage, ProductionId production)
        : m_storage(storage)
        , m_production(production)
    {}

    // Members and devices, of which there are as many as people.
    [[nodiscard]] Result<> load();
    [[nodiscard]] QString user(UserId id) const;
    [[nodiscard]] QString device(DeviceId id) const;
    // Those whose person that is; and the one whose own id it is.
    [[nodiscard]] std::vector<UserId> usersOf(PersonId person) const;
    [[nodiscard]] bool isUser(UserId id) const { return m_members.contains(id); }
    // Empty where there is none.
    [[nodiscard]] QString record(EntityType type, EntityId id);
    // By the record as it is now; `known` is what the row says of it, where it does.
    [[nodiscard]] AuditSubject subject(EntityType type, EntityId id, const GroupMap &known);

private:
    [[nodiscard]] const GroupMap &groups(EntityId id);
    [[nodiscard]] AuditSubject subjectIn(EntityType type, EntityId id, const GroupMap &groups);

    store::ServerStorageSql &m_storage;
    ProductionId m_production;
    std::map<UserId, store::MemberRow> m_members;
    std::map<DeviceId, QString> m_devices;
    std::unordered_map<EntityId, GroupMap> m_groups; // what was looked up; empty: not there
};

} // namespace film::server
