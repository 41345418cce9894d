#pragma once

#include "shared/base/hash.h"
#include "shared/base/random.h"
#include "shared/store/account_rows.h"
#include "shared/store/database.h"

#include <limits>
#include <optional>
#include <vector>

namespace film::store {

// Something that an administrator, or the server itself, did. Ids and words without secrets: no
// names, hours, codes or tokens.
struct ServerAct {
    qint64 atMs = 0;
    QString act;       // "account-locked", "role-given"
    AccountId account; // whom it is about; null: nobody with an account
    AccountId by;      // null: the command line beside the database, or the server itself
    ProductionId production = {}; // null: of none
    QByteArray subject = {};      // the id of what it is about: a device, a member, a person
    QString detail = {};          // "coordinator", "12 written"
    QString address = {};         // where it was asked from; can be erased later
};

struct ServerAuditRow {
    quint64 number = 0;
    ServerAct act;
    std::array<quint8, 16> salt{};
    bool isAddressErased = false; // salt and address are gone, their hash stays
    Hash32 addressHash;           // SHA-256 of salt and address
    Hash32 previous;
    Hash32 hash;
};

// The hash of a row: over `previous` and all that the row says, the address by its hash.
[[nodiscard]] Hash32 auditHashOf(const ServerAuditRow &row);
[[nodiscard]] Hash32 addressHashOf(const ServerAuditRow &row);

struct ServerAuditFilter {
    AccountId account; // whom it is about or who did it; null: any
    ProductionId production;
    QString act;
    qint64 sinceMs = 0;
    qint64 untilMs = std::numeric_limits<qint64>::max(); // exclusive
};

// The chain of the server's acts. Servers over one database take turns: a row's number and its
// place in the chain are given under a lock that ends with the transaction.
class ServerAudit
{
public:
    struct Head {
        quint64 number = 0;
        Hash32 hash;
    };

    ServerAudit(Database &database, RandomSource &salts)
        : m_database(database)
        , m_salts(salts)
    {}

    // Inside a transaction of the caller's, as its last step: so the act and its row are there or
    // neither is. Others wait from here until the commit.
    [[nodiscard]] Result<> append(const ServerAct &act);
    // In a transaction of its own, for what has happened already.
    [[nodiscard]] Result<> record(const ServerAct &act);

    [[nodiscard]] Result<Head> head();
    // Those before that number (0: all) that pass, the last first.
    [[nodiscard]] Result<std::vector<ServerAuditRow>>
    rows(quint64 before, const ServerAuditFilter &filter, int rowsMax);
    // Of acts before that moment, or of one account's own; how many. The chain stays whole.
    [[nodiscard]] Result<int> eraseAddresses(qint64 beforeMs);
    [[nodiscard]] Result<int> eraseAddresses(AccountId by);

private:
    Database &m_database;
    RandomSource &m_salts;
};

} // namespace film::store
