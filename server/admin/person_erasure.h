#pragma once

#include "server/admin/admin_tasks.h"
#include "shared/protocol/envelope.h"

#include <QStringList>

namespace film::server {

// What an erasure did, or would do.
struct ErasureReport {
    QString pseudonym;      // what the person is called from now on
    int recordsWritten = 0; // that name the person, or hold a note, as new signed changes
    int rowsErased = 0;     // of the log, that held what was there before
    int namesReplaced = 0;  // in the server's own tables
    int accountsErased = 0;
    QStringList kept; // what is still there, and why
};

// Forgets who somebody was, and keeps what they were paid for (GDPR, article 17, 3 b;
// docs/decisions/0014-erasure.md): name, account, addresses, devices' names and notes go, the
// hours, deals and approvals of a person without a name stay. Can be repeated.
class PersonErasure
{
public:
    PersonErasure(store::ServerStorageSql &storage, ProductionId production, PersonId person,
                  Actor by, Instant now)
        : m_storage(storage)
        , m_production(production)
        , m_person(person)
        , m_by(std::move(by))
        , m_now(now)
    {}

    // Conflict: a legal hold, or somebody who is still on the production. NotFound: nobody.
    [[nodiscard]] Result<ErasureReport> run(bool isDryRun);

private:
    [[nodiscard]] Result<> mayErase();
    [[nodiscard]] Result<> findRecords();
    void takeRecord(const protocol::EntityState &state);
    [[nodiscard]] Result<> eraseRows(bool isDryRun);
    [[nodiscard]] bool isOnlyAboutWhatWent(const protocol::Envelope &envelope, PersonId cell);
    [[nodiscard]] Result<> eraseOutsideTheLog(bool isDryRun);
    [[nodiscard]] Result<> eraseAccounts(bool isDryRun);

    store::ServerStorageSql &m_storage;
    const ProductionId m_production;
    const PersonId m_person;
    const Actor m_by;
    const Instant m_now;
    std::vector<UserId> m_users;
    std::vector<WantedRecord> m_records;
    int m_mixedRows = 0;
    ErasureReport m_report;
};

} // namespace film::server
