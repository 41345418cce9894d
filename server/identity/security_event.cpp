#include "server/identity/security_event.h"

namespace film::server {

using namespace Qt::StringLiterals;

QString securityEventName(SecurityEvent::Kind kind)
{
    using Kind = SecurityEvent::Kind;
    switch (kind) {
    case Kind::SignedIn: return u"signed-in"_s;
    case Kind::SignInFailed: return u"sign-in-failed"_s;
    case Kind::SignInDelayed: return u"sign-in-delayed"_s;
    case Kind::CodeFailed: return u"code-failed"_s;
    case Kind::RecoveryCodeUsed: return u"recovery-code-used"_s;
    case Kind::SignedOut: return u"signed-out"_s;
    case Kind::SessionsRevoked: return u"sessions-revoked"_s;
    case Kind::RefreshTokenReused: return u"refresh-token-reused"_s;
    case Kind::AccountCreated: return u"account-created"_s;
    case Kind::AccountLocked: return u"account-locked"_s;
    case Kind::AccountUnlocked: return u"account-unlocked"_s;
    case Kind::AccountLinked: return u"account-linked"_s;
    case Kind::AdministratorMade: return u"administrator-made"_s;
    case Kind::AdministratorEnded: return u"administrator-ended"_s;
    case Kind::PasswordChanged: return u"password-changed"_s;
    case Kind::PasswordReset: return u"password-reset"_s;
    case Kind::ResetCodeUsed: return u"reset-code-used"_s;
    case Kind::ResetCodeFailed: return u"reset-code-failed"_s;
    case Kind::SecondFactorEnrolled: return u"second-factor-enrolled"_s;
    case Kind::SecondFactorRemoved: return u"second-factor-removed"_s;
    case Kind::SigningKeysRotated: return u"signing-keys-rotated"_s;
    case Kind::IdentityLinked: return u"identity-linked"_s;
    case Kind::IdentityUnlinked: return u"identity-unlinked"_s;
    case Kind::IdentityRefused: return u"identity-refused"_s;
    case Kind::DeviceJoined: return u"device-joined"_s;
    case Kind::JoinRefused: return u"join-refused"_s;
    case Kind::HelloRefused: return u"hello-refused"_s;
    case Kind::RevokedDeviceCame: return u"revoked-device-came"_s;
    case Kind::DeviceCopied: return u"device-copied"_s;
    case Kind::BatchUnproven: return u"batch-unproven"_s;
    case Kind::ProtocolBroken: return u"protocol-broken"_s;
    case Kind::AttemptsLimited: break;
    }
    return u"attempts-limited"_s;
}

bool isSuspicious(SecurityEvent::Kind kind)
{
    using Kind = SecurityEvent::Kind;
    switch (kind) {
    case Kind::SignInFailed:
    case Kind::SignInDelayed:
    case Kind::CodeFailed:
    case Kind::RefreshTokenReused:
    case Kind::ResetCodeFailed:
    case Kind::IdentityRefused:
    case Kind::JoinRefused:
    case Kind::HelloRefused:
    case Kind::RevokedDeviceCame:
    case Kind::DeviceCopied:
    case Kind::BatchUnproven:
    case Kind::ProtocolBroken:
    case Kind::AttemptsLimited: return true;
    default: return false;
    }
}

bool changesSessions(SecurityEvent::Kind kind)
{
    return kind == SecurityEvent::Kind::SignedOut || isAdministrative(kind);
}

bool isAdministrative(SecurityEvent::Kind kind)
{
    using Kind = SecurityEvent::Kind;
    switch (kind) {
    case Kind::SignedIn:
    case Kind::SignInFailed:
    case Kind::SignInDelayed:
    case Kind::CodeFailed:
    case Kind::SignedOut:
    case Kind::ResetCodeFailed:
    case Kind::IdentityRefused:
    // Of devices: who joined is written down where the invite is used up.
    case Kind::DeviceJoined:
    case Kind::JoinRefused:
    case Kind::HelloRefused:
    case Kind::RevokedDeviceCame:
    case Kind::DeviceCopied:
    case Kind::BatchUnproven:
    case Kind::ProtocolBroken:
    case Kind::AttemptsLimited: return false;
    case Kind::RecoveryCodeUsed:
    case Kind::SessionsRevoked:
    case Kind::RefreshTokenReused:
    case Kind::AccountCreated:
    case Kind::AccountLocked:
    case Kind::AccountUnlocked:
    case Kind::AccountLinked:
    case Kind::AdministratorMade:
    case Kind::AdministratorEnded:
    case Kind::PasswordChanged:
    case Kind::PasswordReset:
    case Kind::ResetCodeUsed:
    case Kind::SecondFactorEnrolled:
    case Kind::SecondFactorRemoved:
    case Kind::SigningKeysRotated:
    case Kind::IdentityLinked:
    case Kind::IdentityUnlinked: break;
    }
    return true;
}

} // namespace film::server
