#pragma once

#include "server/identity/secret_box.h"
#include "shared/base/clock.h"
#include "shared/store/account_repository.h"

namespace film::server {

// How guessing is slowed down. A failure is forgiven after `forgiveness`; beyond `freeFailures` of
// them each attempt makes the next wait, twice as long each time up to `delayMax`.
struct DelayPolicy {
    int freeFailures = 5;
    std::chrono::milliseconds forgiveness = std::chrono::minutes(15);
    std::chrono::milliseconds delayMax = std::chrono::minutes(15);
};

struct DelayPolicies {
    DelayPolicy login;
    // Many people have one address behind a router.
    DelayPolicy address{30, std::chrono::minutes(1), std::chrono::minutes(1)};
    // An account's own addresses are counted by themselves for so long after its last sign-in.
    std::chrono::hours knownAddressLife = std::chrono::days(60);
};

// Delays that grow with failures, for each login and for each address; in the database, so that
// they hold whichever server is asked. No login is ever locked by them:
// - an attempt that comes too early is refused, and does not prolong the delay;
// - from an address where the account has signed in before, only what failed from there counts. A
//   stranger who keeps guessing slows down strangers.
// An attempt counts as failed from its start, so that a thousand at once are not all the first.
class SignInDelays
{
public:
    SignInDelays(store::Database &database, const SecretBox &box, DelayPolicies policies)
        : m_database(database)
        , m_box(box)
        , m_policies(policies)
    {}

    struct Who {
        QString login; // normalised; counted whether or not somebody has it
        QString addressGroup;
        AccountId account; // null if nobody has the login
    };
    // Zero if the attempt may be made, and is counted; else how long to wait.
    [[nodiscard]] Result<std::chrono::milliseconds> begin(const Who &who, Instant now);
    // The attempt was right: what failed for the login is forgotten.
    [[nodiscard]] Result<> succeeded(const Who &who, Instant now);
    // It was not judged at all: nothing failed.
    [[nodiscard]] Result<> takeBack(const Who &who, Instant now);

    // The delay after so many failures, the newest included.
    [[nodiscard]] static std::chrono::milliseconds delayAfter(const DelayPolicy &policy,
                                                              qint64 failures);

private:
    [[nodiscard]] Result<std::chrono::milliseconds> count(const Hash32 &subject,
                                                          const DelayPolicy &policy, Instant now);
    [[nodiscard]] Result<Hash32> loginSubject(const Who &who, Instant now);
    [[nodiscard]] Hash32 addressSubject(const Who &who) const;
    [[nodiscard]] Hash32 addressHash(const Who &who) const;

    store::Database &m_database;
    const SecretBox &m_box;
    const DelayPolicies m_policies;
};

} // namespace film::server
