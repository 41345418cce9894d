#pragma once

#include "server/identity/identity_parts.h"
#include "shared/store/server_audit.h"

namespace film::server {

struct AccountWish {
    QString login;
    QString displayName;
    bool isAdministrator = false;
};

struct NewAccount {
    AccountId id;
    QString code; // sets the first password, once; it is nowhere else from here on
};

// What an administrator of the server does with accounts. Each call needs one who has no duty to do
// first, and says PermissionDenied to everybody else. What was done and its row in the chain of the
// server's acts (store::ServerAudit) are one transaction.
class AccountAdmin
{
public:
    AccountAdmin(IdentityParts parts, IdentityConfig config);

    // Without asking who: for the command line beside the database. The first administrator is
    // made so.
    [[nodiscard]] Result<NewAccount> createLocally(const AccountWish &wish, Instant now);
    // AlreadyExists, InvalidInput. Nobody but its owner ever knows the password.
    [[nodiscard]] Result<NewAccount> create(const Principal &by, const AccountWish &wish,
                                            Instant now);
    [[nodiscard]] Result<std::vector<store::AccountRow>>
    accounts(const Principal &by, const QString &afterLogin, int countMax);
    // A code for a new password. The old one is void, all sessions and tokens are over at once; a
    // second factor stays.
    [[nodiscard]] Result<QString> resetPassword(const Principal &by, AccountId account,
                                                Instant now);
    // For a phone that is gone with its recovery codes. All sessions are over.
    [[nodiscard]] Result<> removeSecondFactor(const Principal &by, AccountId account, Instant now);
    // Not oneself: InvalidInput. All sessions are over.
    [[nodiscard]] Result<> lock(const Principal &by, AccountId account, Instant now);
    [[nodiscard]] Result<> unlock(const Principal &by, AccountId account, Instant now);
    // An administrator of the server from now on, or none any more: not oneself, InvalidInput, so
    // that one is left. It counts in open sessions at once.
    [[nodiscard]] Result<> makeAdministrator(const Principal &by, AccountId account, Instant now);
    [[nodiscard]] Result<> endAdministrator(const Principal &by, AccountId account, Instant now);
    [[nodiscard]] Result<std::vector<store::AccountSessionRow>>
    sessions(const Principal &by, AccountId account, Instant now);
    [[nodiscard]] Result<> endSession(const Principal &by, AccountSessionId session, Instant now);
    // With its tokens for other systems; how many sessions.
    [[nodiscard]] Result<int> endSessions(const Principal &by, AccountId account, Instant now);

    // The account is that person at the issuer from now on, and nobody else there. AlreadyExists if
    // another account is. A session stays, whoever it came from.
    [[nodiscard]] Result<> linkIdentity(const Principal &by, AccountId account,
                                        const store::IdentityRow &identity, Instant now);
    // Sessions are over: they may have come from there. NotFound if there is none.
    [[nodiscard]] Result<> unlinkIdentity(const Principal &by, AccountId account,
                                          const QString &issuer, Instant now);
    [[nodiscard]] Result<std::optional<store::IdentityRow>>
    identity(const Principal &by, AccountId account, const QString &issuer);

    // The account is that member from now on.
    [[nodiscard]] Result<> link(const Principal &by, const store::MembershipRow &member,
                                AccountId account, Instant now);
    // What the account is a member of. For whoever is allowed to ask; nobody is asked here.
    [[nodiscard]] Result<std::vector<store::MembershipRow>> memberships(AccountId account);

    [[nodiscard]] Result<> rotateKeys(const Principal &by, Instant now);
    // A key that somebody else may have: what it signed ends at every server within a minute, and
    // everybody refreshes.
    [[nodiscard]] Result<> withdrawKey(const Principal &by, const QString &keyId, Instant now);
    // Now and then, by the server itself: what nobody can ask for any more.
    [[nodiscard]] Result<> forgetOld(Instant now);

private:
    using Kind = SecurityEvent::Kind;

    [[nodiscard]] Result<int> endEverything(AccountId account, Instant now);
    [[nodiscard]] Result<store::AccountRow> existing(const Principal &by, AccountId account);
    [[nodiscard]] Result<QString> giveCode(AccountId account, Instant now);
    [[nodiscard]] Result<NewAccount> createBy(const Principal &by, const AccountWish &wish,
                                              Instant now);
    // Does it and writes it down, or neither; then it is reported.
    template<typename Act>
    [[nodiscard]] auto recorded(const SecurityEvent &event, const store::ServerAct &details,
                                const Act &act) -> decltype(act());

    IdentityParts m_parts;
    const IdentityConfig m_config;
    store::AccountRepository m_accounts;
    store::ServerAudit m_audit;
    SigningKeys m_keys;
};

} // namespace film::server
