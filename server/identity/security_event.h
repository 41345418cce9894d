#pragma once

#include "shared/base/clock.h"
#include "shared/store/account_rows.h"

#include <QString>

#include <functional>

namespace film::server {

// Something that whoever watches over the server has to know. Ids and an address; never a login, a
// name, a password, a code or a token.
struct SecurityEvent {
    enum class Kind : quint8 {
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
        AccountLinked,     // to a member of a production
        AdministratorMade, // of the server
        AdministratorEnded,
        PasswordChanged,
        PasswordReset, // a code was given out
        ResetCodeUsed,
        ResetCodeFailed,
        SecondFactorEnrolled,
        SecondFactorRemoved,
        SigningKeysRotated,
        IdentityLinked, // to an account: somebody at the issuer of OpenID Connect
        IdentityUnlinked,
        IdentityRefused, // the issuer's word does not hold, or it names nobody here
        // of devices
        DeviceJoined,
        JoinRefused,
        HelloRefused,
        RevokedDeviceCame, // and was told to hand over and forget
        DeviceCopied,      // says that its file was copied or moved since it last synced
        BatchUnproven,     // a segment that is not signed by the device, or not whole
        ProtocolBroken,    // what only another program, or an attacker, sends
        AttemptsLimited,   // too many invite codes tried from one address
    };
    static constexpr int kindCount = int(Kind::AttemptsLimited) + 1;

    Kind kind = Kind::SignInFailed;
    AccountId account; // whom it is about
    AccountId by;      // who did it; null if it was the account, or nobody who is known
    QString address;
    Instant at{};
    ProductionId production{}; // this and the next two of what devices do
    DeviceId device{};
    SessionId session{};
    QString reason{}; // of a closed set, such as "expired-code"
};

// "sign-in-failed", for logs and metrics.
[[nodiscard]] QString securityEventName(SecurityEvent::Kind kind);
// Whether it is a reason to look: something was refused, or should not have happened.
[[nodiscard]] bool isSuspicious(SecurityEvent::Kind kind);

// Whether it belongs into the chain of what was done to accounts, and not only into the log: what
// changes who may do what. Failed tries are not: a stranger could fill the chain with them.
[[nodiscard]] bool isAdministrative(SecurityEvent::Kind kind);

// Whether a session of the account, or what it may do, can be another one after it.
[[nodiscard]] bool changesSessions(SecurityEvent::Kind kind);

using SecurityLog = std::function<void(const SecurityEvent &)>;

} // namespace film::server
