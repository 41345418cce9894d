#include "server/identity/sign_in.h"

#include "server/identity/account_names.h"
#include "server/identity/base64url.h"
#include "server/identity/invite_code.h"
#include "server/identity/totp.h"
#include "shared/store/transaction.h"

namespace film::server {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using store::AccountRow;
using store::AccountState;

namespace {

constexpr milliseconds ringAgeMax = std::chrono::minutes(1);
// A key that is not known may be new; but strangers choose what they write in a token.
constexpr milliseconds ringAgeMin = std::chrono::seconds(5);
constexpr milliseconds ticketLife = std::chrono::minutes(5);
constexpr auto ticketPurpose = "sign-in by the issuer";
constexpr qsizetype clientMax = 100;
constexpr qsizetype addressMax = 64;

Principal::Duty dutyOf(const AccountRow &account)
{
    if (account.state == AccountState::MustChangePassword)
        return Principal::Duty::ChangePassword;
    if (account.isAdministrator && !account.hasSecondFactor())
        return Principal::Duty::EnrolSecondFactor;
    return Principal::Duty::None;
}

Error signInAgain()
{
    return {ErrorCode::Unauthenticated, u"the session does not count"_s};
}

Error errorOf(const SignInRefused &refused)
{
    if (refused.reason == SignInRefused::Reason::Wrong)
        return {ErrorCode::Unauthenticated, u"the password is wrong"_s};
    return {ErrorCode::Busy, u"too many tries; again in %1 ms"_s.arg(refused.wait.count())};
}

// What is kept of a session beside the database, for half a minute: when, and what it may. Sealed
// for this session of this account, so that whoever can write there makes nobody an administrator.
// It ends with the session, whose last access token is no longer than it.
constexpr milliseconds verdictKeptFor = std::chrono::seconds(30);

QByteArray keptPurpose(AccountId account, AccountSessionId session)
{
    return "session " + session.toByteArray() + account.toByteArray();
}

QByteArray keptText(const Principal &principal, const SecretBox &box, Instant now,
                    RandomSource &random)
{
    const QByteArray plain = QByteArray::number(int(principal.duty)) + ' '
        + (principal.isAdministrator ? "1 " : "0 ") + QByteArray::number(msSinceEpoch(now));
    return box.seal(keptPurpose(principal.account, principal.session), plain, random);
}

std::optional<Principal> principalIn(const QByteArray &kept, const SecretBox &box,
                                     const AccessClaims &claims, Instant now)
{
    if (kept.isEmpty())
        return std::nullopt;
    const auto plain = box.open(keptPurpose(claims.account, claims.session), kept);
    const QByteArrayList words = plain ? plain->split(' ') : QByteArrayList();
    if (words.size() != 3)
        return std::nullopt;
    const Instant at = instantFromMs(words[2].toLongLong());
    if (at > now || now - at >= verdictKeptFor)
        return std::nullopt;
    Principal principal{claims.account, claims.session, {}};
    principal.isAdministrator = words[1] == "1";
    principal.duty = Principal::Duty(words[0].toInt());
    return principal;
}

} // namespace

Result<> Principal::isFree() const
{
    switch (duty) {
    case Duty::None: return {};
    case Duty::ChangePassword:
        return fail(ErrorCode::PermissionDenied, u"the password has to be changed first"_s);
    case Duty::EnrolSecondFactor:
        return fail(ErrorCode::PermissionDenied, u"a second factor has to be enrolled first"_s);
    }
    Q_UNREACHABLE();
}

Result<> Principal::isFreeAdministrator() const
{
    return isAdministrator ? isFree()
                           : fail(ErrorCode::PermissionDenied, u"only for administrators"_s);
}

SignIn::SignIn(IdentityParts parts, IdentityConfig config)
    : m_parts(std::move(parts))
    , m_config(std::move(config))
    , m_accounts(m_parts.database)
    , m_sessions(m_parts.database, m_parts.box, m_parts.random, m_config.sessions)
    , m_delays(m_parts.database, m_parts.box, m_config.delays)
    , m_secondFactor(m_parts.database, m_parts.box, m_parts.random)
    , m_keys(m_parts.database, m_parts.box, m_parts.random, m_config.keys)
{}

Result<SignInAnswer> SignIn::signIn(const SignInRequest &request, Instant now)
{
    const auto login = normalisedLogin(request.login);
    const auto password = passwordBytes(request.password);
    if (!login || !password)
        return SignInAnswer(SignInRefused{Reason::Wrong, {}}); // nobody has it: no work, no secret
    const auto account = m_accounts.withLogin(*login);
    if (!account)
        return fail(account.error());
    const SignInDelays::Who who{*login, addressGroup(request.address),
                                *account ? (*account)->id : AccountId()};
    const auto proof = prove(who, *account, *password, now);
    if (!proof)
        return fail(proof.error());
    if (proof->refused)
        return SignInAnswer(*proof->refused);
    if (proof->needsRehash) {
        // The sign-in is right whether or not this comes to pass.
        const auto hash = m_parts.hasher.hash(*password);
        if (hash) {
            if (const auto set =
                    m_accounts.rehashPassword((*account)->id, (*account)->passwordHash, *hash);
                !set)
                return fail(set.error());
        }
    }
    return signInProven(request, who, **account, now);
}

// Counts the attempt, does the work that a password costs, and says what was wrong. Of an account
// that is not there, is locked or waits for its code no password is right, after the same work.
Result<SignIn::Proof> SignIn::prove(const SignInDelays::Who &who,
                                    const std::optional<AccountRow> &account,
                                    const QByteArray &password, Instant now)
{
    const auto wait = m_delays.begin(who, now);
    if (!wait)
        return fail(wait.error());
    if (*wait > milliseconds(0)) {
        report(Kind::SignInDelayed, who.account, who.addressGroup, now);
        return Proof{SignInRefused{Reason::TooEarly, *wait}};
    }
    const bool isOpen = account && account->state != AccountState::Locked;
    const auto verdict =
        m_parts.hasher.verify(isOpen ? account->passwordHash : QByteArray(), password);
    if (!verdict) {
        const ErrorCode code = verdict.error().code;
        if (code != ErrorCode::Busy && code != ErrorCode::Timeout)
            return fail(verdict.error());
        if (const Result<> back = m_delays.takeBack(who, now); !back)
            return fail(back.error());
        return Proof{SignInRefused{Reason::Busy, std::chrono::seconds(1)}};
    }
    if (!verdict->matches) {
        report(Kind::SignInFailed, who.account, who.addressGroup, now);
        return Proof{SignInRefused{Reason::Wrong, {}}};
    }
    return Proof{std::nullopt, verdict->needsRehash};
}

Result<SignInAnswer> SignIn::signInProven(const SignInRequest &request,
                                          const SignInDelays::Who &who, const AccountRow &account,
                                          Instant now)
{
    if (account.hasSecondFactor()) {
        // The attempt stays counted: a password alone must not be tried for nothing.
        if (request.code.isEmpty())
            return SignInAnswer(CodeNeeded{});
        const auto proof = m_secondFactor.prove(account, request.code, now);
        if (!proof)
            return fail(proof.error());
        if (*proof == SecondFactor::Proof::None) {
            report(Kind::CodeFailed, account.id, request.address, now);
            return SignInAnswer(SignInRefused{Reason::WrongCode, {}});
        }
        if (*proof == SecondFactor::Proof::RecoveryCode)
            report(Kind::RecoveryCodeUsed, account.id, request.address, now);
    }
    const auto opened =
        m_sessions.open({account.id, account.state, account.passwordMs, account.hasSecondFactor(),
                         request.address.left(addressMax), request.client.left(clientMax)},
                        now);
    if (!opened)
        return fail(opened.error());
    if (!*opened) { // changed while the password was looked at
        report(Kind::SignInFailed, account.id, who.addressGroup, now);
        return SignInAnswer(SignInRefused{Reason::Wrong, {}});
    }
    if (const Result<> noted = m_delays.succeeded(who, now); !noted)
        return fail(noted.error());
    report(Kind::SignedIn, account.id, request.address, now);
    auto signedIn = tokens(account, **opened, now);
    return signedIn ? Result<SignInAnswer>(*std::move(signedIn)) : fail(signedIn.error());
}

Result<SignInAnswer> SignIn::signInAs(const store::IdentityRow &identity, const QString &address,
                                      const QString &client, Instant now)
{
    const auto id = m_accounts.accountOfIdentity(identity);
    if (!id)
        return fail(id.error());
    if (!*id) {
        report(Kind::IdentityRefused, {}, address, now, u"not-linked"_s);
        return fail(ErrorCode::NotFound, u"no account is linked to this person"_s);
    }
    auto account = m_accounts.account(**id);
    if (!account)
        return fail(account.error());
    if (!*account || (*account)->state == AccountState::Locked) {
        report(Kind::IdentityRefused, **id, address, now, u"locked"_s);
        return SignInAnswer(SignInRefused{Reason::Wrong, {}});
    }
    if ((*account)->hasSecondFactor())
        return SignInAnswer(CodeNeeded{ticketFor((*account)->id, now)});
    return enterByIssuer({{}, {}, {}, address, client}, **account, now);
}

void SignIn::noteIssuerRefused(const QString &address, Instant now) const
{
    report(Kind::IdentityRefused, {}, address, now, u"issuer"_s);
}

Result<SignInAnswer> SignIn::finishSignInAs(const QByteArray &ticket, const SignInRequest &request,
                                            Instant now)
{
    const auto id = accountInTicket(ticket, now);
    const auto account = id ? m_accounts.account(*id) : Result<std::optional<AccountRow>>();
    if (!account)
        return fail(account.error());
    // Whom an administrator has unlinked since does not come in with what was given before.
    const auto identities = m_accounts.identities(id.value_or(AccountId()));
    if (!identities)
        return fail(identities.error());
    if (!*account || identities->empty())
        return fail(ErrorCode::Expired, u"start again at the issuer"_s);
    if ((*account)->state == AccountState::Locked)
        return SignInAnswer(SignInRefused{Reason::Wrong, {}});
    // Counted as a sign-in with a password is: codes are short.
    const SignInDelays::Who who{(*account)->login, addressGroup(request.address), *id};
    const auto wait = m_delays.begin(who, now);
    if (!wait)
        return fail(wait.error());
    if (*wait > milliseconds(0)) {
        report(Kind::SignInDelayed, *id, who.addressGroup, now);
        return SignInAnswer(SignInRefused{Reason::TooEarly, *wait});
    }
    return enterByIssuer(request, **account, now);
}

// Who comes from the issuer has no password to change: an account that waits for its first one, or
// for one after a reset, is a working one from here on. A code that was given out stays good.
Result<SignInAnswer> SignIn::enterByIssuer(const SignInRequest &request, AccountRow account,
                                           Instant now)
{
    const SignInDelays::Who who{account.login, addressGroup(request.address), account.id};
    auto answer = signInProven(request, who, account, now);
    if (!answer || !std::holds_alternative<SignedIn>(*answer)
        || account.state != AccountState::MustChangePassword)
        return answer;
    if (const Result<> set = m_accounts.stopWaiting(account.id); !set)
        return fail(set.error());
    account.state = AccountState::Active;
    std::get<SignedIn>(*answer).duty = dutyOf(account);
    return answer;
}

QByteArray SignIn::ticketFor(AccountId account, Instant now) const
{
    const QByteArray plain =
        account.toByteArray() + QByteArray::number(msSinceEpoch(now + ticketLife));
    return m_parts.box.seal(ticketPurpose, plain, m_parts.random)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

// Null for none.
std::optional<AccountId> SignIn::accountInTicket(const QByteArray &ticket, Instant now) const
{
    const auto sealed = fromBase64Url(ticket);
    const auto plain = sealed ? m_parts.box.open(ticketPurpose, *sealed)
                              : fail(ErrorCode::InvalidInput, QString());
    if (!plain || plain->size() <= 16 || plain->mid(16).toLongLong() <= msSinceEpoch(now))
        return std::nullopt;
    return AccountId::fromBytes(plain->first(16));
}

Result<SignedIn> SignIn::tokens(const AccountRow &account, const Sessions::Opened &opened,
                                Instant now)
{
    const auto keys = ring(now, ringAgeMax);
    if (!keys)
        return fail(keys.error());
    const TokenKey *key = (*keys)->signingKey(now);
    if (!key)
        return fail(ErrorCode::Internal, u"no key signs now"_s);
    const Instant ends = instantFromMs(opened.session.endsMs);
    AccessClaims claims;
    claims.account = account.id;
    claims.session = opened.session.id;
    claims.issued = std::chrono::floor<std::chrono::seconds>(now);
    claims.expires = std::min(claims.issued + m_config.accessLife, ends);
    claims.id = m_parts.random.bytes<16>();
    auto token = signAccessToken(claims, *key, m_config.realm);
    if (!token)
        return fail(token.error());
    return SignedIn{account.id,     opened.session.id,   *std::move(token),
                    claims.expires, opened.refreshToken, ends,
                    dutyOf(account)};
}

Result<SignedIn> SignIn::refresh(QByteArrayView refreshToken, const QString &address, Instant now)
{
    auto refreshed = m_sessions.refresh(refreshToken, now);
    if (!refreshed)
        return fail(refreshed.error());
    switch (refreshed->outcome) {
    case Sessions::Outcome::Fresh:
    case Sessions::Outcome::Repeated: break;
    case Sessions::Outcome::Ended: return fail(ErrorCode::Expired, u"the session is over"_s);
    case Sessions::Outcome::Reused:
        report(Kind::RefreshTokenReused, refreshed->session.account, address, now);
        return fail(signInAgain());
    case Sessions::Outcome::Unknown: return fail(signInAgain());
    }
    const auto account = m_accounts.account(refreshed->session.account);
    if (!account)
        return fail(account.error());
    if (!*account || (*account)->state == AccountState::Locked)
        return fail(signInAgain());
    return tokens(**account, {refreshed->session, refreshed->refreshToken}, now);
}

Result<Principal> SignIn::principal(QByteArrayView accessToken, const QString &address, Instant now)
{
    auto keys = ring(now, ringAgeMax);
    if (keys) {
        const QString id = keyIdIn(accessToken);
        if (!id.isEmpty() && !(*keys)->verifyingKey(id, now, m_config.realm.leeway))
            keys = ring(now, ringAgeMin);
    }
    if (!keys)
        return fail(keys.error());
    const auto claims = checkAccessToken(accessToken, **keys, m_config.realm, now);
    if (!claims)
        return fail(claims.error());
    if (!m_parts.shared)
        return lookedUp(*claims, address, now);
    SharedState::KeptSession kept = m_parts.shared->session(claims->session, claims->account);
    if (const auto known = principalIn(kept.value, m_parts.box, *claims, now)) {
        Principal principal = *known;
        principal.address = address;
        return principal;
    }
    auto principal = lookedUp(*claims, address, now);
    // Only one that counts: a stranger's token must not fill the memory of others.
    if (principal && !kept.accountState.isEmpty()) {
        kept.value = keptText(*principal, m_parts.box, now, m_parts.random);
        m_parts.shared->keepSession(claims->session, kept);
    }
    return principal;
}

Result<Principal> SignIn::lookedUp(const AccessClaims &claims, const QString &address, Instant now)
{
    const auto session = m_accounts.session(claims.session);
    if (!session)
        return fail(session.error());
    const auto account = m_accounts.account(claims.account);
    if (!account)
        return fail(account.error());
    const bool counts = *session && *account && (*session)->account == (*account)->id
        && (*session)->isOpen(msSinceEpoch(now)) && (*account)->state != AccountState::Locked
        && (!(*account)->hasSecondFactor() || (*session)->hasSecondFactor);
    if (!counts)
        return fail(signInAgain());
    return Principal{claims.account, claims.session, address, (*account)->isAdministrator,
                     dutyOf(**account)};
}

Result<> SignIn::signOut(const Principal &by, Instant now)
{
    const auto revoked = m_accounts.revokeSession(by.session, now);
    if (!revoked)
        return fail(revoked.error());
    report(Kind::SignedOut, by.account, by.address, now);
    return {};
}

Result<std::vector<store::AccountSessionRow>> SignIn::sessions(const Principal &by, Instant now)
{
    if (const Result<> free = by.isFree(); !free)
        return fail(free.error());
    return m_accounts.openSessions(by.account, now);
}

Result<> SignIn::endSession(const Principal &by, AccountSessionId id, Instant now)
{
    if (const Result<> free = by.isFree(); !free)
        return free;
    const auto session = m_accounts.session(id);
    if (!session)
        return fail(session.error());
    if (!*session || (*session)->account != by.account)
        return fail(ErrorCode::NotFound, u"no such session"_s);
    const auto revoked = m_accounts.revokeSession(id, now);
    if (!revoked)
        return fail(revoked.error());
    if (const Result<> withdrawn = m_accounts.withdrawOwnCodes(by.account); !withdrawn)
        return withdrawn;
    report(Kind::SessionsRevoked, by.account, by.address, now);
    return {};
}

Result<int> SignIn::endOtherSessions(const Principal &by, Instant now)
{
    if (const Result<> free = by.isFree(); !free)
        return fail(free.error());
    const auto count = m_accounts.revokeSessions(by.account, by.session, now);
    if (count)
        report(Kind::SessionsRevoked, by.account, by.address, now);
    return count;
}

// The account, if this is its password. Counted and delayed like a sign-in.
Result<AccountRow> SignIn::proven(const Principal &by, const QString &password, Instant now)
{
    const auto account = m_accounts.account(by.account);
    if (!account)
        return fail(account.error());
    const auto bytes = passwordBytes(password);
    if (!*account || !bytes)
        return fail(errorOf({}));
    const SignInDelays::Who who{(*account)->login, addressGroup(by.address), by.account};
    const auto proof = prove(who, *account, *bytes, now);
    if (!proof)
        return fail(proof.error());
    if (proof->refused)
        return fail(errorOf(*proof->refused));
    const Result<> noted = m_delays.succeeded(who, now);
    return noted ? Result<AccountRow>(**account) : fail(noted.error());
}

Result<std::optional<PasswordProblem>> SignIn::changePassword(const Principal &by,
                                                              const QString &oldPassword,
                                                              const QString &newPassword,
                                                              Instant now)
{
    const auto account = proven(by, oldPassword, now);
    if (!account)
        return fail(account.error());
    if (const auto problem = passwordProblem(newPassword, account->login))
        return problem;
    const auto hash = m_parts.hasher.hash(passwordBytes(newPassword).value_or(QByteArray()));
    if (!hash)
        return fail(hash.error());
    const auto set = m_accounts.setPassword(account->id, account->passwordHash, *hash, now);
    if (!set)
        return fail(set.error());
    if (!*set)
        return fail(ErrorCode::Conflict, u"the password was changed just now"_s);
    if (const Result<> ended = endWithPassword(by.account, by.session, now); !ended)
        return fail(ended.error());
    report(Kind::PasswordChanged, by.account, by.address, now);
    return std::nullopt;
}

// Whoever had the old password keeps nothing by it.
Result<> SignIn::endWithPassword(AccountId account, AccountSessionId except, Instant now)
{
    if (const Result<> ended = m_accounts.revokePersonalTokens(account, now); !ended)
        return ended;
    const auto ended = m_accounts.revokeSessions(account, except, now);
    return ended ? Result<>() : fail(ended.error());
}

Result<> SignIn::confirmPassword(const Principal &by, const QString &password, Instant now)
{
    const auto account = proven(by, password, now);
    return account ? Result<>() : fail(account.error());
}

Result<std::optional<PasswordProblem>> SignIn::redeemCode(const SignInRequest &request,
                                                          const QString &newPassword, Instant now)
{
    const auto login = normalisedLogin(request.login);
    if (!login)
        return fail(errorOf({}));
    if (const auto problem = passwordProblem(newPassword, *login))
        return problem;
    const auto account = m_accounts.withLogin(*login);
    if (!account)
        return fail(account.error());
    const SignInDelays::Who who{*login, addressGroup(request.address),
                                *account ? (*account)->id : AccountId()};
    const auto wait = m_delays.begin(who, now);
    if (!wait)
        return fail(wait.error());
    if (*wait > milliseconds(0))
        return fail(errorOf({Reason::TooEarly, *wait}));
    // First, for everybody: whether there is such an account must not show in the time.
    const auto hash = m_parts.hasher.hash(passwordBytes(newPassword).value_or(QByteArray()));
    if (!hash)
        return fail(hash.error());
    const Hash32 codeHash =
        m_parts.box.fingerprint("reset code", inviteCodeHash(request.code.left(64)).view());
    const auto redeemed = m_accounts.redeemResetCode(*login, codeHash, *hash, now);
    if (!redeemed)
        return fail(redeemed.error());
    if (!*redeemed) {
        report(Kind::ResetCodeFailed, who.account, request.address, now);
        return fail(errorOf({}));
    }
    if (const Result<> ended = endWithPassword(**redeemed, {}, now); !ended)
        return fail(ended.error());
    if (const Result<> noted = m_delays.succeeded(who, now); !noted)
        return fail(noted.error());
    report(Kind::ResetCodeUsed, **redeemed, request.address, now);
    return std::nullopt;
}

Result<Enrolment> SignIn::beginEnrolment(const Principal &by, const QString &password, Instant now)
{
    if (by.duty == Principal::Duty::ChangePassword)
        return fail(by.isFree().error());
    const auto account = proven(by, password, now);
    if (!account)
        return fail(account.error());
    const auto secret = m_secondFactor.begin(account->id);
    if (!secret)
        return fail(secret.error());
    return Enrolment{otpauthUri(*secret, m_config.productName, account->login), base32(*secret)};
}

Result<QStringList> SignIn::confirmEnrolment(const Principal &by, const QString &code, Instant now)
{
    if (by.duty == Principal::Duty::ChangePassword)
        return fail(by.isFree().error());
    const auto account = m_accounts.account(by.account);
    if (!account)
        return fail(account.error());
    if (!*account)
        return fail(signInAgain());
    auto codes = confirmInside(by, **account, code, now);
    if (codes)
        report(Kind::SecondFactorEnrolled, by.account, by.address, now);
    return codes;
}

Result<QStringList> SignIn::confirmInside(const Principal &by, const AccountRow &account,
                                          const QString &code, Instant now)
{
    Result<store::Transaction> transaction = store::Transaction::begin(m_parts.database);
    if (!transaction)
        return fail(transaction.error());
    const auto codes = m_secondFactor.confirm(account, code, now);
    if (!codes)
        return fail(codes.error());
    if (!*codes)
        return fail(ErrorCode::Unauthenticated, u"the code is wrong"_s);
    Result<> done = m_accounts.noteSecondFactor(by.session);
    if (done) {
        const auto ended = m_accounts.revokeSessions(by.account, by.session, now);
        done = ended ? transaction->commit() : fail(ended.error());
    }
    return done ? Result<QStringList>(**codes) : fail(done.error());
}

Result<QByteArray> SignIn::keySet(Instant now)
{
    const auto keys = ring(now, ringAgeMax);
    return keys ? Result<QByteArray>((*keys)->jwks(now)) : fail(keys.error());
}

Result<const KeyRing *> SignIn::ring(Instant now, milliseconds ageMax)
{
    // A clock that was set back makes it old, too.
    const bool isYoung = m_ringRead && *m_ringRead <= now && now - *m_ringRead < ageMax;
    if (!isYoung) {
        auto read = m_keys.ring(now);
        if (!read)
            return fail(read.error());
        m_ring = *std::move(read);
        m_ringRead = now;
    }
    return &m_ring;
}

void SignIn::report(Kind kind, AccountId account, const QString &address, Instant now,
                    const QString &reason) const
{
    if (m_parts.log)
        m_parts.log({kind, account, {}, address.left(addressMax), now, {}, {}, {}, reason});
}

} // namespace film::server
