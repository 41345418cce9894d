#pragma once

#include "shared/base/clock.h"
#include "shared/store/account_rows.h"

#include <QString>

#include <functional>

namespace film::server {

// Something that whoever watches over the server has to know. Ids and an address; never a login, a
// name, a password, a code or a token.
struct SecurityEvent {
    enum class Kind {
        SignedIn,
        SignInFailed,  // also for a login that nobody has; then without an account
        SignInDelayed, // too many failures before
        CodeFailed,    // the password was right, the second factor was not
        RecoveryCodeUsed,
        SignedOut,
        SessionsRevoked,
        RefreshTokenReused, // somebody has a copy of one; its session is revoked
        AccountCreated,
        AccountLocked,
        AccountUnlocked,
        AccountLinked, // to a member of a production
        PasswordChanged,
        PasswordReset, // a code was given out
        ResetCodeUsed,
        ResetCodeFailed,
        SecondFactorEnrolled,
        SecondFactorRemoved,
        SigningKeysRotated,
    };
    Kind kind = Kind::SignInFailed;
    AccountId account; // whom it is about
    AccountId by;      // who did it; null if it was the account, or nobody who is known
    QString address;
    Instant at{};
};

// "sign-in-failed", for logs and metrics.
[[nodiscard]] QString securityEventName(SecurityEvent::Kind kind);

using SecurityLog = std::function<void(const SecurityEvent &)>;

} // namespace film::server
