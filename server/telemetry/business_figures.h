#pragma once

#include "shared/base/clock.h"
#include "shared/domain/minutes.h"
#include "shared/store/server_storage_sql.h"

#include <QDate>

#include <atomic>
#include <unordered_map>
#include <vector>

namespace film::server {

// How much a server is used, over all productions of its database and whichever server they use.
// Reads each record once, and from then on only what was written since: a look costs what has
// changed. Knows of activity since the last 5,000 changes before its first look.
class BusinessFigures
{
public:
    struct Active {
        qint64 users = 0;  // who wrote something, but for the server itself
        qint64 people = 0; // of whose days something was written
    };
    struct Department {
        DepartmentId department;
        Minutes worked{0};
    };
    struct Figures {
        qint64 productions = 0;
        Active hour; // within the last one
        Active day;
        qint64 daysAwaitingApproval = 0; // submitted, and nobody has approved them as they stand
        // Of the last seven days, the largest first. A department of fewer than five who worked is
        // not among them: its hours would be somebody's.
        std::vector<Department> departments;
    };
    static constexpr size_t departmentsMax = 50;
    static constexpr int departmentPeopleMin = 5;

    // A look that takes long ends early, with Cancelled, once the flag is set; from any thread.
    explicit BusinessFigures(const std::atomic<bool> &isCancelled)
        : m_isCancelled(isCancelled)
    {}
    [[nodiscard]] Result<> look(store::ServerStorageSql &storage, Instant now);
    [[nodiscard]] Figures figures(Instant now) const;

private:
    struct Day {
        PersonId person;
        DepartmentId department;
        QDate date;
        Minutes worked{0};
        bool isAwaiting = false;
    };
    struct Production {
        sync::ProductionHead at; // read up to here
        UserId systemUser;
        std::unordered_map<EntityId, Day> days;   // recent ones, and those that await approval
        std::unordered_map<UserId, qint64> users; // when they wrote last, UTC ms
        std::unordered_map<PersonId, qint64> people;
    };

    [[nodiscard]] Result<> look(store::ServerStorageSql &storage, ProductionId id,
                                Production &production, Instant now) const;
    [[nodiscard]] Result<> readAll(store::ServerStorageSql &storage, ProductionId id,
                                   Production &production, Instant now) const;
    [[nodiscard]] Result<> readOn(store::ServerStorageSql &storage, ProductionId id,
                                  Production &production, quint64 to, Instant now) const;
    static void take(const protocol::EntityState &state, Production &production, Instant now);

    const std::atomic<bool> &m_isCancelled;
    std::unordered_map<ProductionId, Production> m_productions;
};

} // namespace film::server
