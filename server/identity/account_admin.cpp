#include "server/identity/account_admin.h"

#include "server/identity/account_names.h"
#include "server/identity/invite_code.h"
#include "shared/store/transaction.h"

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;
using store::AccountRow;
using store::AccountState;

namespace {

constexpr int accountsMax = 500;
// How long what is over is still there to be looked up.
constexpr std::chrono::hours keptFor = std::chrono::days(90);

} // namespace

AccountAdmin::AccountAdmin(IdentityParts parts, IdentityConfig config)
    : m_parts(std::move(parts))
    , m_config(std::move(config))
    , m_accounts(m_parts.database)
    , m_keys(m_parts.database, m_parts.box, m_parts.random, m_config.keys)
{}

Result<NewAccount> AccountAdmin::create(const Principal &by, const AccountWish &wish, Instant now)
{
    if (const Result<> allowed = by.isFreeAdministrator(); !allowed)
        return fail(allowed.error());
    auto created = createLocally(wish, now);
    return created;
}

Result<NewAccount> AccountAdmin::createLocally(const AccountWish &wish, Instant now)
{
    const auto login = normalisedLogin(wish.login);
    const auto name = checkedDisplayName(wish.displayName);
    if (!login || !name)
        return fail(login ? name.error() : login.error());
    AccountRow account;
    account.id = AccountId(m_parts.random.bytes<16>());
    account.login = *login;
    account.displayName = *name;
    account.state = AccountState::MustChangePassword;
    account.isAdministrator = wish.isAdministrator;
    account.createdMs = msSinceEpoch(now);
    if (const Result<> added = m_accounts.add(account); !added)
        return fail(added.error());
    const auto code = giveCode(account.id, now);
    if (!code)
        return fail(code.error());
    report(Kind::AccountCreated, account.id, {}, now);
    return NewAccount{account.id, *code};
}

Result<QString> AccountAdmin::giveCode(AccountId account, Instant now)
{
    QString code = makeInviteCode(m_parts.random);
    const Hash32 hash = m_parts.box.fingerprint("reset code", inviteCodeHash(code).view());
    const auto set = m_accounts.setResetCode(account, hash, now + m_config.resetCodeLife);
    if (!set)
        return fail(set.error());
    return *set ? Result<QString>(std::move(code))
                : fail(ErrorCode::NotFound, u"no such account"_s);
}

Result<std::vector<AccountRow>> AccountAdmin::accounts(const Principal &by,
                                                       const QString &afterLogin, int countMax)
{
    if (const Result<> allowed = by.isFreeAdministrator(); !allowed)
        return fail(allowed.error());
    return m_accounts.accounts(afterLogin, std::clamp(countMax, 1, accountsMax));
}

Result<QString> AccountAdmin::resetPassword(const Principal &by, AccountId id, Instant now)
{
    if (const auto account = existing(by, id); !account)
        return fail(account.error());
    auto code = giveCode(id, now);
    if (!code)
        return code;
    if (const auto ended = endEverything(id, now); !ended)
        return fail(ended.error());
    report(Kind::PasswordReset, id, by, now);
    return code;
}

Result<> AccountAdmin::removeSecondFactor(const Principal &by, AccountId id, Instant now)
{
    if (const auto account = existing(by, id); !account)
        return fail(account.error());
    Result<store::Transaction> transaction = store::Transaction::begin(m_parts.database);
    if (!transaction)
        return fail(transaction.error());
    if (const Result<> removed = m_accounts.removeSecondFactor(id); !removed)
        return removed;
    if (const auto ended = m_accounts.revokeSessions(id, {}, now); !ended)
        return fail(ended.error());
    if (const Result<> committed = transaction->commit(); !committed)
        return committed;
    report(Kind::SecondFactorRemoved, id, by, now);
    return {};
}

Result<> AccountAdmin::lock(const Principal &by, AccountId id, Instant now)
{
    if (const auto account = existing(by, id); !account)
        return fail(account.error());
    if (id == by.account)
        return fail(ErrorCode::InvalidInput, u"nobody locks themselves out"_s);
    if (const auto set = m_accounts.setState(id, AccountState::Locked); !set)
        return fail(set.error());
    if (const auto ended = m_accounts.revokeSessions(id, {}, now); !ended)
        return fail(ended.error());
    report(Kind::AccountLocked, id, by, now);
    return {};
}

Result<> AccountAdmin::unlock(const Principal &by, AccountId id, Instant now)
{
    const auto account = existing(by, id);
    if (!account)
        return fail(account.error());
    if (account->state != AccountState::Locked)
        return {};
    const AccountState state =
        account->passwordHash.isEmpty() ? AccountState::MustChangePassword : AccountState::Active;
    if (const auto set = m_accounts.setState(id, state); !set)
        return fail(set.error());
    report(Kind::AccountUnlocked, id, by, now);
    return {};
}

Result<std::vector<store::AccountSessionRow>> AccountAdmin::sessions(const Principal &by,
                                                                     AccountId id, Instant now)
{
    if (const auto account = existing(by, id); !account)
        return fail(account.error());
    return m_accounts.openSessions(id, now);
}

Result<> AccountAdmin::endSession(const Principal &by, AccountSessionId id, Instant now)
{
    if (const Result<> allowed = by.isFreeAdministrator(); !allowed)
        return allowed;
    const auto session = m_accounts.session(id);
    if (!session)
        return fail(session.error());
    if (!*session)
        return fail(ErrorCode::NotFound, u"no such session"_s);
    if (const auto revoked = m_accounts.revokeSession(id, now); !revoked)
        return fail(revoked.error());
    report(Kind::SessionsRevoked, (*session)->account, by, now);
    return {};
}

Result<int> AccountAdmin::endSessions(const Principal &by, AccountId id, Instant now)
{
    if (const auto account = existing(by, id); !account)
        return fail(account.error());
    const auto count = endEverything(id, now);
    if (count)
        report(Kind::SessionsRevoked, id, by, now);
    return count;
}

Result<> AccountAdmin::link(const Principal &by, const store::MembershipRow &member, AccountId id,
                            Instant now)
{
    if (const auto account = existing(by, id); !account)
        return fail(account.error());
    if (const Result<> linked = m_accounts.link(member.production, member.user, id); !linked)
        return linked;
    report(Kind::AccountLinked, id, by, now);
    return {};
}

Result<std::vector<store::MembershipRow>> AccountAdmin::memberships(AccountId account)
{
    return m_accounts.memberships(account);
}

Result<> AccountAdmin::rotateKeys(const Principal &by, Instant now)
{
    if (const Result<> allowed = by.isFreeAdministrator(); !allowed)
        return allowed;
    const Result<> rotated = m_keys.rotate(now);
    if (rotated)
        report(Kind::SigningKeysRotated, {}, by, now);
    return rotated;
}

Result<> AccountAdmin::withdrawKey(const Principal &by, const QString &keyId, Instant now)
{
    if (const Result<> allowed = by.isFreeAdministrator(); !allowed)
        return allowed;
    const Result<> withdrawn = m_keys.withdraw(keyId, now);
    if (withdrawn)
        report(Kind::SigningKeysRotated, {}, by, now);
    return withdrawn;
}

Result<> AccountAdmin::forgetOld(Instant now)
{
    return m_accounts.forgetOld(now - keptFor, now - m_config.sessions.repeatable);
}

// How many sessions.
Result<int> AccountAdmin::endEverything(AccountId id, Instant now)
{
    if (const Result<> ended = m_accounts.revokePersonalTokens(id, now); !ended)
        return fail(ended.error());
    return m_accounts.revokeSessions(id, {}, now);
}

Result<AccountRow> AccountAdmin::existing(const Principal &by, AccountId id)
{
    if (const Result<> allowed = by.isFreeAdministrator(); !allowed)
        return fail(allowed.error());
    const auto account = m_accounts.account(id);
    if (!account)
        return fail(account.error());
    return *account ? Result<AccountRow>(**account)
                    : fail(ErrorCode::NotFound, u"no such account"_s);
}

void AccountAdmin::report(Kind kind, AccountId account, const Principal &by, Instant now) const
{
    if (m_parts.log)
        m_parts.log({kind, account, by.account, by.address, now});
}

} // namespace film::server
