#pragma once

#include "shared/base/clock.h"
#include "shared/store/account_rows.h"
#include "shared/store/database.h"

#include <vector>

namespace film::store {

// Who signs in: accounts, their second factors and sessions, the keys that sign tokens, and what
// is counted against guessing. Every step that two servers may race for is one statement: one of
// them gets true. Hashes and sealed bytes come in ready; this knows no secret.
class AccountRepository
{
public:
    explicit AccountRepository(Database &database)
        : m_database(database)
    {}

    // AlreadyExists if somebody has the login.
    [[nodiscard]] Result<> add(const AccountRow &account);
    [[nodiscard]] Result<std::optional<AccountRow>> withLogin(const QString &login);
    [[nodiscard]] Result<std::optional<AccountRow>> account(AccountId id);
    // By login, those after `after`, at most `countMax`.
    [[nodiscard]] Result<std::vector<AccountRow>> accounts(const QString &after, int countMax);
    [[nodiscard]] Result<bool> setState(AccountId id, AccountState state);
    // Of the server. Whether there is such an account.
    [[nodiscard]] Result<bool> setAdministrator(AccountId id, bool isAdministrator);
    // One that waits for a password needs none; a locked one stays locked.
    [[nodiscard]] Result<> stopWaiting(AccountId id);
    // False if the password is not `oldHash` any more. A code for a reset is void with it.
    [[nodiscard]] Result<bool> setPassword(AccountId id, const QByteArray &oldHash,
                                           const QByteArray &newHash, Instant now);
    // Whether it is still in that state with the password of that moment; it stays so until the
    // end of the transaction. The hash says less: it changes with its cost.
    [[nodiscard]] Result<bool> holdUnchanged(AccountId id, AccountState state, qint64 passwordMs);
    // The same password under another cost; the state stays.
    [[nodiscard]] Result<> rehashPassword(AccountId id, const QByteArray &oldHash,
                                          const QByteArray &newHash);
    // The old password is void at once; the account waits for its code. Locked ones stay locked.
    [[nodiscard]] Result<bool> setResetCode(AccountId id, const Hash32 &codeHash, Instant ends);
    // Uses up the code. Nothing if it is not this account's, too old, or the account is locked.
    [[nodiscard]] Result<std::optional<AccountId>> redeemResetCode(const QString &login,
                                                                   const Hash32 &codeHash,
                                                                   const QByteArray &newHash,
                                                                   Instant now);

    [[nodiscard]] Result<> setPendingTotp(AccountId id, const QByteArray &sealed);
    // False if another secret is pending by now.
    [[nodiscard]] Result<bool> confirmTotp(AccountId id, const QByteArray &pending, qint64 step);
    // False if that step or a later one was used.
    [[nodiscard]] Result<bool> useTotpStep(AccountId id, qint64 step);
    // With its recovery codes.
    [[nodiscard]] Result<> removeSecondFactor(AccountId id);
    [[nodiscard]] Result<> replaceRecoveryCodes(AccountId id, const std::vector<Hash32> &hashes);
    [[nodiscard]] Result<bool> useRecoveryCode(AccountId id, const Hash32 &hash, Instant now);
    [[nodiscard]] Result<int> recoveryCodesLeft(AccountId id);

    // AlreadyExists if the account is another member of that production.
    [[nodiscard]] Result<> link(ProductionId production, UserId user, AccountId account);
    [[nodiscard]] Result<std::vector<MembershipRow>> memberships(AccountId account);
    // The account that this member is; nothing if none is.
    [[nodiscard]] Result<std::optional<AccountId>> accountOf(const MembershipRow &member);

    // Who it is at an issuer: at most one there. AlreadyExists if that is another account.
    [[nodiscard]] Result<> linkIdentity(AccountId account, const IdentityRow &identity,
                                        Instant now);
    // False if there is none.
    [[nodiscard]] Result<bool> unlinkIdentity(AccountId account, const QString &issuer);
    [[nodiscard]] Result<std::optional<AccountId>> accountOfIdentity(const IdentityRow &identity);
    [[nodiscard]] Result<std::vector<IdentityRow>> identities(AccountId account);

    [[nodiscard]] Result<> addSession(const AccountSessionRow &session);
    [[nodiscard]] Result<std::optional<AccountSessionRow>> session(AccountSessionId id);
    // The open ones, the last used first.
    [[nodiscard]] Result<std::vector<AccountSessionRow>> openSessions(AccountId account,
                                                                      Instant now);
    // Also those that are over and not forgotten yet, the last used first.
    [[nodiscard]] Result<std::vector<AccountSessionRow>> allSessions(AccountId account);
    // Nothing unless it is open; else it is used now.
    [[nodiscard]] Result<std::optional<AccountSessionRow>> useSession(AccountSessionId id,
                                                                      Instant now);
    [[nodiscard]] Result<> noteSecondFactor(AccountSessionId id);
    [[nodiscard]] Result<bool> revokeSession(AccountSessionId id, Instant now);
    // Open codes for computers of the account's members: what was made in a session must not
    // outlast it. Whoever only signs out keeps theirs.
    [[nodiscard]] Result<> withdrawOwnCodes(AccountId account);
    // All but `except`; how many. Open codes for computers of the account's members go with them.
    [[nodiscard]] Result<int> revokeSessions(AccountId account, AccountSessionId except,
                                             Instant now);

    [[nodiscard]] Result<> addRefreshToken(const Hash32 &hash, AccountSessionId session,
                                           Instant now);
    // True for the first who asks. The others then read the successor.
    [[nodiscard]] Result<bool> useRefreshToken(const RefreshTokenRow &token, Instant now);
    [[nodiscard]] Result<std::optional<RefreshTokenRow>> refreshToken(const Hash32 &hash);

    [[nodiscard]] Result<> addPersonalToken(const PersonalTokenRow &token);
    // Nothing for one that was revoked.
    [[nodiscard]] Result<std::optional<PersonalTokenRow>> personalToken(const Hash32 &hash);
    // Those that are not revoked, the newest first.
    [[nodiscard]] Result<std::vector<PersonalTokenRow>> personalTokens(AccountId account);
    [[nodiscard]] Result<> notePersonalTokenUsed(PersonalTokenId id, Instant now);
    // False if the account has no such token, or not any more.
    [[nodiscard]] Result<bool> revokePersonalToken(AccountId account, PersonalTokenId id,
                                                   Instant now);
    [[nodiscard]] Result<> revokePersonalTokens(AccountId account, Instant now);

    // The newest first.
    [[nodiscard]] Result<std::vector<SigningKeyRow>> signingKeys();
    // False if there is a key of that generation.
    [[nodiscard]] Result<bool> addSigningKey(const SigningKeyRow &key);
    // Brings the ends forward; never back.
    [[nodiscard]] Result<bool> endSigningKey(const QString &id, qint64 retiresMs, qint64 endsMs);

    // What somebody guessing is held against: a level that falls with time (when it would be empty)
    // and when the next attempt may be made.
    struct Attempts {
        bool isFree = false;
        qint64 levelMs = 0;
        qint64 freeMs = 0;
    };
    // In a transaction: a row that is free is held until setAttempts(), so that many attempts at
    // once do not all count as the first.
    [[nodiscard]] Result<Attempts> holdAttempts(const Hash32 &subject, Instant now);
    [[nodiscard]] Result<> setAttempts(const Hash32 &subject, qint64 levelMs, qint64 freeMs);
    [[nodiscard]] Result<> lowerAttempts(const Hash32 &subject, qint64 byMs);
    [[nodiscard]] Result<> forgetAttempts(const Hash32 &subject);
    [[nodiscard]] Result<> noteKnownAddress(AccountId account, const Hash32 &address, Instant now);
    [[nodiscard]] Result<bool> isKnownAddress(AccountId account, const Hash32 &address,
                                              Instant since);

    // What nobody can ask for any more: sessions that ended before, with their tokens, counts,
    // addresses and keys; and successors of tokens that were used before `repeatable`.
    [[nodiscard]] Result<> forgetOld(Instant before, Instant repeatable);

private:
    Database &m_database;
};

} // namespace film::store
