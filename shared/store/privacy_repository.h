#pragma once

#include "shared/base/clock.h"
#include "shared/store/account_rows.h"
#include "shared/store/database.h"

#include <map>
#include <optional>
#include <vector>

namespace film::store {

// What may not be erased: of one person, or of a whole production.
struct LegalHold {
    ProductionId production;
    PersonId person; // null: of everybody in it
    QString reason;
    qint64 atMs = 0;
};

// Whose data is kept and shown to nobody who need not see it (GDPR, article 18).
struct Restriction {
    ProductionId production;
    PersonId person;
    QString reason;
    qint64 atMs = 0;
};

// What is kept for a time and no longer.
enum class RetainedKind : quint8 {
    InviteNames,      // names in invites, once these were used or have expired
    Quarantine,       // envelopes that could not enter a log
    ActAddresses,     // addresses in the chain of the server's acts
    SessionAddresses, // addresses and programs of sessions that are over
};
[[nodiscard]] std::vector<RetainedKind> retainedKinds();
[[nodiscard]] QString retainedKindName(RetainedKind kind); // "invite-names"
[[nodiscard]] std::optional<RetainedKind> retainedKindFromName(const QString &name);

// Names and addresses outside the logs, how long they are kept, and what must be kept whatever
// else says.
class PrivacyRepository
{
public:
    explicit PrivacyRepository(Database &database)
        : m_database(database)
    {}

    [[nodiscard]] Result<> setHold(const LegalHold &hold);
    [[nodiscard]] Result<bool> liftHold(ProductionId production, PersonId person);
    [[nodiscard]] Result<std::vector<LegalHold>> holds();
    // By one on the person or on the production.
    [[nodiscard]] Result<bool> isHeld(ProductionId production, PersonId person);

    [[nodiscard]] Result<> restrict(const Restriction &restriction);
    [[nodiscard]] Result<bool> release(ProductionId production, PersonId person);
    [[nodiscard]] Result<std::vector<Restriction>> restrictions(ProductionId production);
    // Only who, by id; of one production or of all.
    [[nodiscard]] Result<std::vector<PersonId>> restrictedPeople(ProductionId production);
    [[nodiscard]] Result<std::map<ProductionId, std::vector<PersonId>>> restrictedPeople();

    // Kinds without a policy are kept.
    [[nodiscard]] Result<std::map<RetainedKind, int>> policies();
    [[nodiscard]] Result<> setPolicy(RetainedKind kind, std::optional<int> days);
    // How many rows hold something of that kind that is older; nothing of a production on hold.
    [[nodiscard]] Result<int> countOlder(RetainedKind kind, qint64 beforeMs);
    // Erases it; how many.
    [[nodiscard]] Result<int> eraseOlder(RetainedKind kind, qint64 beforeMs);

    // Every name of a member in the server's own tables: of the member, of its devices and invites.
    [[nodiscard]] Result<int> renameMember(ProductionId production, UserId user,
                                           const QString &name);
    [[nodiscard]] Result<int> renameInvites(ProductionId production, PersonId person,
                                            const QString &name);
    // Login, name, password, second factor, addresses, personal tokens. It is locked from then on;
    // its id stays in what it did.
    [[nodiscard]] Result<> eraseAccount(AccountId account, qint64 nowMs);

private:
    Database &m_database;
};

} // namespace film::store
