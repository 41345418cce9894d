#pragma once

#include "server/identity/secret_box.h"
#include "shared/base/clock.h"
#include "shared/store/account_repository.h"

namespace film::server {

struct SessionPolicy {
    std::chrono::milliseconds life = std::chrono::hours(24); // from signing in
    // How long a used refresh token gets its answer again: the first may have been lost.
    std::chrono::milliseconds repeatable = std::chrono::seconds(60);
};

// A session is what follows from one sign-in, and one family of refresh tokens: 32 random bytes
// each, base64url, used once (RFC 9700, 4.14). The database holds their hashes.
class Sessions
{
public:
    Sessions(store::Database &database, const SecretBox &box, RandomSource &random,
             SessionPolicy policy)
        : m_database(database)
        , m_box(box)
        , m_random(random)
        , m_policy(policy)
    {}

    struct Wish {
        AccountId account;
        store::AccountState state = store::AccountState::Active; // as it was when it was proven
        qint64 passwordMs = 0;
        bool hasSecondFactor = false;
        QString address;
        QString client;
    };
    struct Opened {
        store::AccountSessionRow session;
        QByteArray refreshToken;
    };
    // Nothing if the account was locked or has had its password changed or reset since it was
    // proven: whoever did that has ended the sessions there were, and this one comes after.
    [[nodiscard]] Result<std::optional<Opened>> open(const Wish &wish, Instant now);

    enum class Outcome {
        Fresh,
        Repeated, // the same successor once more
        Unknown,  // never given out, or forgotten
        Ended,    // its session is over
        Reused,   // used before, and followed up: somebody has a copy. The session is revoked now
    };
    struct Refreshed {
        Outcome outcome = Outcome::Unknown;
        store::AccountSessionRow session; // as far as it is known
        QByteArray refreshToken;          // of Fresh and Repeated
    };
    // Of two who come with one token at once both get the same successor.
    //
    // A used token is answered again while its successor has not been used and `repeatable` is not
    // over. Whoever used the successor has had the answer: the older one is then a copy.
    [[nodiscard]] Result<Refreshed> refresh(QByteArrayView token, Instant now);

private:
    [[nodiscard]] Result<Refreshed> usedBefore(const store::RefreshTokenRow &old,
                                               const QByteArray &oldToken, Instant now);

    store::Database &m_database;
    const SecretBox &m_box;
    RandomSource &m_random;
    const SessionPolicy m_policy;
};

} // namespace film::server
