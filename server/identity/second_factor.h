#pragma once

#include "server/identity/secret_box.h"
#include "shared/base/clock.h"
#include "shared/store/account_repository.h"

#include <QStringList>

namespace film::server {

// An account's authenticator app, and the ten codes for the day the phone is gone.
class SecondFactor
{
public:
    static constexpr int recoveryCodes = 10;

    SecondFactor(store::Database &database, const SecretBox &box, RandomSource &random)
        : m_repository(database)
        , m_box(box)
        , m_random(random)
    {}

    enum class Proof { None, App, RecoveryCode };
    // Uses up what proved it, whichever server is asked: a code read over somebody's shoulder is
    // worth nothing.
    [[nodiscard]] Result<Proof> prove(const store::AccountRow &account, const QString &code,
                                      Instant now);

    // A secret to be shown once; it counts when confirm() got a code of it.
    [[nodiscard]] Result<QByteArray> begin(AccountId account);
    // The recovery codes; the old ones are void. Nothing if the code is not right or nothing was
    // begun. In the caller's transaction.
    [[nodiscard]] Result<std::optional<QStringList>> confirm(const store::AccountRow &account,
                                                             const QString &code, Instant now);

private:
    [[nodiscard]] Hash32 recoveryHash(AccountId account, const QString &code) const;

    store::AccountRepository m_repository;
    const SecretBox &m_box;
    RandomSource &m_random;
};

} // namespace film::server
