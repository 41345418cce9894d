#include "server/identity/sign_in_delays.h"

#include "shared/store/transaction.h"

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds firstDelay = std::chrono::seconds(1);
// More failures than this are not held against anybody: the way back is long enough.
constexpr qint64 failuresBeyondMax = 12;

} // namespace

milliseconds SignInDelays::delayAfter(const DelayPolicy &policy, qint64 failures)
{
    const qint64 beyond = failures - policy.freeFailures;
    if (beyond < 0)
        return milliseconds(0);
    return std::min<milliseconds>(policy.delayMax,
                                  firstDelay * (qint64(1) << std::min<qint64>(beyond, 30)));
}

Result<milliseconds> SignInDelays::begin(const Who &who, Instant now)
{
    const auto subject = loginSubject(who, now);
    if (!subject)
        return fail(subject.error());
    Result<store::Transaction> transaction = store::Transaction::begin(m_database);
    if (!transaction)
        return fail(transaction.error());
    // Always in this order: two attempts never wait for each other.
    auto wait = count(addressSubject(who), m_policies.address, now);
    if (wait && *wait == milliseconds(0))
        wait = count(*subject, m_policies.login, now);
    if (!wait)
        return wait;
    // If the login has to wait, the attempt still counts for its address.
    if (const Result<> committed = transaction->commit(); !committed)
        return fail(committed.error());
    return wait;
}

Result<milliseconds> SignInDelays::count(const Hash32 &subject, const DelayPolicy &policy,
                                         Instant now)
{
    store::AccountRepository repository(m_database);
    const auto held = repository.holdAttempts(subject, now);
    if (!held)
        return fail(held.error());
    const qint64 nowMs = msSinceEpoch(now);
    if (!held->isFree) {
        // A clock that was set back must not make it longer than it ever is.
        const milliseconds wait(std::max<qint64>(held->freeMs - nowMs, 1));
        return std::min(wait, policy.delayMax);
    }
    const qint64 each = policy.forgiveness.count();
    const qint64 most = each * (policy.freeFailures + failuresBeyondMax);
    const qint64 level = std::min(std::max<qint64>(held->levelMs - nowMs, 0) + each, most);
    const qint64 failures = (level + each - 1) / each;
    const qint64 free = nowMs + delayAfter(policy, failures).count();
    const Result<> set = repository.setAttempts(subject, nowMs + level, free);
    return set ? Result<milliseconds>(milliseconds(0)) : fail(set.error());
}

Result<> SignInDelays::succeeded(const Who &who, Instant now)
{
    store::AccountRepository repository(m_database);
    const auto subject = loginSubject(who, now);
    if (!subject)
        return fail(subject.error());
    Result<> done = repository.forgetAttempts(*subject);
    // Its own attempt alone: somebody with an account must not wipe away what they tried on others.
    if (done)
        done =
            repository.lowerAttempts(addressSubject(who), m_policies.address.forgiveness.count());
    if (done)
        done = repository.noteKnownAddress(who.account, addressHash(who), now);
    return done;
}

Result<> SignInDelays::takeBack(const Who &who, Instant now)
{
    store::AccountRepository repository(m_database);
    const auto subject = loginSubject(who, now);
    if (!subject)
        return fail(subject.error());
    Result<> done = repository.lowerAttempts(*subject, m_policies.login.forgiveness.count());
    if (done)
        done =
            repository.lowerAttempts(addressSubject(who), m_policies.address.forgiveness.count());
    return done;
}

Result<Hash32> SignInDelays::loginSubject(const Who &who, Instant now)
{
    QByteArray value = who.login.toUtf8();
    if (!who.account.isNull()) {
        const auto known =
            store::AccountRepository(m_database)
                .isKnownAddress(who.account, addressHash(who), now - m_policies.knownAddressLife);
        if (!known)
            return fail(known.error());
        if (*known)
            value.append(' ').append(who.addressGroup.toUtf8());
    }
    return m_box.fingerprint("attempts of login", value);
}

Hash32 SignInDelays::addressSubject(const Who &who) const
{
    return m_box.fingerprint("attempts of address", who.addressGroup.toUtf8());
}

Hash32 SignInDelays::addressHash(const Who &who) const
{
    const QByteArray value = who.account.toByteArray() + who.addressGroup.toUtf8();
    return m_box.fingerprint("known address", value);
}

} // namespace film::server
