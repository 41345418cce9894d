#include "server/identity/account_admin.h"

#include "server/identity/account_names.h"
#include "server/identity/id_token.h"
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
    , m_audit(m_parts.database, m_parts.random)
    , m_keys(m_parts.database, m_parts.box, m_parts.random, m_config.keys)
{}

template<typename Act>
auto AccountAdmin::recorded(const SecurityEvent &event, const store::ServerAct &details,
                            const Act &act) -> decltype(act())
{
    Result<store::Transaction> transaction = store::Transaction::begin(m_parts.database);
    if (!transaction)
        return fail(transaction.error());
    auto done = act();
    if (!done)
        return done;
    store::ServerAct row = details;
    row.atMs = msSinceEpoch(event.at);
    row.act = securityEventName(event.kind);
    row.account = event.account;
    row.by = event.by;
    row.address = event.address;
    if (const Result<> appended = m_audit.append(row); !appended)
        return fail(appended.error());
    if (const Result<> committed = transaction->commit(); !committed)
        return fail(committed.error());
    if (m_parts.log)
        m_parts.log(event);
    return done;
}

Result<NewAccount> AccountAdmin::create(const Principal &by, const AccountWish &wish, Instant now)
{
    if (const Result<> allowed = by.isFreeAdministrator(); !allowed)
        return fail(allowed.error());
    return createBy(by, wish, now);
}

Result<NewAccount> AccountAdmin::createLocally(const AccountWish &wish, Instant now)
{
    return createBy({}, wish, now);
}

Result<NewAccount> AccountAdmin::createBy(const Principal &by, const AccountWish &wish, Instant now)
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
    store::ServerAct details;
    details.detail = wish.isAdministrator ? u"administrator of the server"_s : QString();
    return recorded({Kind::AccountCreated, account.id, by.account, by.address, now}, details,
                    [&]() -> Result<NewAccount> {
                        if (const Result<> added = m_accounts.add(account); !added)
                            return fail(added.error());
                        const auto code = giveCode(account.id, now);
                        if (!code)
                            return fail(code.error());
                        return NewAccount{account.id, *code};
                    });
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
    return recorded({Kind::PasswordReset, id, by.account, by.address, now}, {},
                    [&]() -> Result<QString> {
                        auto code = giveCode(id, now);
                        if (!code)
                            return code;
                        const auto ended = endEverything(id, now);
                        return ended ? code : fail(ended.error());
                    });
}

Result<> AccountAdmin::removeSecondFactor(const Principal &by, AccountId id, Instant now)
{
    if (const auto account = existing(by, id); !account)
        return fail(account.error());
    return recorded({Kind::SecondFactorRemoved, id, by.account, by.address, now}, {},
                    [&]() -> Result<> {
                        if (const Result<> removed = m_accounts.removeSecondFactor(id); !removed)
                            return removed;
                        const auto ended = m_accounts.revokeSessions(id, {}, now);
                        return ended ? Result<>() : fail(ended.error());
                    });
}

Result<> AccountAdmin::lock(const Principal &by, AccountId id, Instant now)
{
    if (const auto account = existing(by, id); !account)
        return fail(account.error());
    if (id == by.account)
        return fail(ErrorCode::InvalidInput, u"nobody locks themselves out"_s);
    return recorded({Kind::AccountLocked, id, by.account, by.address, now}, {}, [&]() -> Result<> {
        if (const auto set = m_accounts.setState(id, AccountState::Locked); !set)
            return fail(set.error());
        const auto ended = m_accounts.revokeSessions(id, {}, now);
        return ended ? Result<>() : fail(ended.error());
    });
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
    return recorded({Kind::AccountUnlocked, id, by.account, by.address, now}, {},
                    [&]() -> Result<> {
                        const auto set = m_accounts.setState(id, state);
                        return set ? Result<>() : fail(set.error());
                    });
}

Result<> AccountAdmin::makeAdministrator(const Principal &by, AccountId id, Instant now)
{
    const auto account = existing(by, id);
    if (!account)
        return fail(account.error());
    if (account->isAdministrator)
        return {};
    return recorded({Kind::AdministratorMade, id, by.account, by.address, now}, {},
                    [&]() -> Result<> {
                        const auto set = m_accounts.setAdministrator(id, true);
                        return set ? Result<>() : fail(set.error());
                    });
}

Result<> AccountAdmin::endAdministrator(const Principal &by, AccountId id, Instant now)
{
    const auto account = existing(by, id);
    if (!account)
        return fail(account.error());
    if (id == by.account)
        return fail(ErrorCode::InvalidInput, u"somebody else has to do that"_s);
    if (!account->isAdministrator)
        return {};
    return recorded({Kind::AdministratorEnded, id, by.account, by.address, now}, {},
                    [&]() -> Result<> {
                        const auto set = m_accounts.setAdministrator(id, false);
                        return set ? Result<>() : fail(set.error());
                    });
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
    return recorded({Kind::SessionsRevoked, (*session)->account, by.account, by.address, now}, {},
                    [&]() -> Result<> {
                        const auto revoked = m_accounts.revokeSession(id, now);
                        return revoked ? m_accounts.withdrawOwnCodes((*session)->account)
                                       : fail(revoked.error());
                    });
}

Result<int> AccountAdmin::endSessions(const Principal &by, AccountId id, Instant now)
{
    if (const auto account = existing(by, id); !account)
        return fail(account.error());
    return recorded({Kind::SessionsRevoked, id, by.account, by.address, now}, {},
                    [&] { return endEverything(id, now); });
}

Result<> AccountAdmin::link(const Principal &by, const store::MembershipRow &member, AccountId id,
                            Instant now)
{
    if (const auto account = existing(by, id); !account)
        return fail(account.error());
    store::ServerAct details;
    details.production = member.production;
    details.subject = member.user.toByteArray();
    return recorded({Kind::AccountLinked, id, by.account, by.address, now}, details,
                    [&] { return m_accounts.link(member.production, member.user, id); });
}

Result<> AccountAdmin::linkIdentity(const Principal &by, AccountId id,
                                    const store::IdentityRow &identity, Instant now)
{
    if (const auto account = existing(by, id); !account)
        return fail(account.error());
    if (identity.subject.isEmpty() || identity.subject.size() > id_token_limits::subjectMax)
        return fail(ErrorCode::InvalidInput, u"this is no subject"_s);
    store::ServerAct details;
    details.detail = identity.issuer;
    return recorded(
        {Kind::IdentityLinked, id, by.account, by.address, now}, details, [&]() -> Result<> {
            const auto before = m_accounts.unlinkIdentity(id, identity.issuer);
            return before ? m_accounts.linkIdentity(id, identity, now) : fail(before.error());
        });
}

Result<> AccountAdmin::unlinkIdentity(const Principal &by, AccountId id, const QString &issuer,
                                      Instant now)
{
    if (const auto account = existing(by, id); !account)
        return fail(account.error());
    store::ServerAct details;
    details.detail = issuer;
    return recorded({Kind::IdentityUnlinked, id, by.account, by.address, now}, details,
                    [&]() -> Result<> {
                        const auto done = m_accounts.unlinkIdentity(id, issuer);
                        if (!done)
                            return fail(done.error());
                        if (!*done)
                            return fail(ErrorCode::NotFound, u"nobody is linked"_s);
                        const auto ended = m_accounts.revokeSessions(id, {}, now);
                        return ended ? Result<>() : fail(ended.error());
                    });
}

Result<std::optional<store::IdentityRow>> AccountAdmin::identity(const Principal &by, AccountId id,
                                                                 const QString &issuer)
{
    if (const auto account = existing(by, id); !account)
        return fail(account.error());
    const auto all = m_accounts.identities(id);
    if (!all)
        return fail(all.error());
    const auto found = std::ranges::find(*all, issuer, &store::IdentityRow::issuer);
    return found == all->end() ? std::nullopt : std::optional(*found);
}

Result<std::vector<store::MembershipRow>> AccountAdmin::memberships(AccountId account)
{
    return m_accounts.memberships(account);
}

Result<> AccountAdmin::rotateKeys(const Principal &by, Instant now)
{
    if (const Result<> allowed = by.isFreeAdministrator(); !allowed)
        return allowed;
    return recorded({Kind::SigningKeysRotated, {}, by.account, by.address, now}, {},
                    [&] { return m_keys.rotate(now); });
}

Result<> AccountAdmin::withdrawKey(const Principal &by, const QString &keyId, Instant now)
{
    if (const Result<> allowed = by.isFreeAdministrator(); !allowed)
        return allowed;
    store::ServerAct details;
    details.detail = u"withdrawn: "_s + keyId;
    return recorded({Kind::SigningKeysRotated, {}, by.account, by.address, now}, details,
                    [&] { return m_keys.withdraw(keyId, now); });
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

} // namespace film::server
