#pragma once

#include "shared/base/hash.h"
#include "shared/base/id.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace film {

using AccountId = Id<struct AccountTag>;
using AccountSessionId = Id<struct AccountSessionTag>;
using PersonalTokenId = Id<struct PersonalTokenTag>;

} // namespace film

namespace film::store {

// The numbers are stored.
enum class AccountState : quint8 {
    Active = 1,
    MustChangePassword = 2, // may do nothing else before
    Locked = 3,             // by an administrator
};

// Times are milliseconds since 1970 in UTC. Empty bytes mean that there is none.
struct AccountRow {
    AccountId id;
    QString login; // normalised, unique
    QString displayName;
    QByteArray passwordHash; // as crypto_pwhash_str writes it
    qint64 passwordMs = 0;   // when it was set
    AccountState state = AccountState::Active;
    bool isAdministrator = false; // of the server, not of a production
    qint64 createdMs = 0;
    QByteArray totpSecret;   // sealed
    QByteArray totpPending;  // sealed; shown to the person, not confirmed yet
    qint64 totpLastStep = 0; // this step and those before are used up

    [[nodiscard]] bool hasSecondFactor() const { return !totpSecret.isEmpty(); }
};

struct AccountSessionRow {
    AccountSessionId id;
    AccountId account;
    qint64 createdMs = 0;
    qint64 endsMs = 0;
    qint64 usedMs = 0; // signed in or refreshed
    std::optional<qint64> revokedMs;
    bool hasSecondFactor = false; // this session proved one
    QString address;
    QString client; // what it called itself

    [[nodiscard]] bool isOpen(qint64 nowMs) const { return !revokedMs && endsMs > nowMs; }
};

// Each token is used once; then it knows its successor.
struct RefreshTokenRow {
    Hash32 hash;
    AccountSessionId session;
    std::optional<qint64> usedMs;
    Hash32 successorHash; // null while there is none
    QByteArray successor; // sealed; forgotten when nobody may ask for it again
};

// For another system, in the name of an account.
struct PersonalTokenRow {
    PersonalTokenId id;
    Hash32 hash;
    AccountId account;
    QString name;
    qint64 createdMs = 0;
    qint64 endsMs = 0;
    std::optional<qint64> usedMs; // to the hour

    [[nodiscard]] bool isOpen(qint64 nowMs) const { return endsMs > nowMs; }
};

struct SigningKeyRow {
    QString id;
    qint64 generation = 0; // counts up; of two servers that make the next key, one makes it
    QByteArray publicPem;
    QByteArray privateSealed;
    qint64 startsMs = 0;
    qint64 retiresMs = 0; // signs nothing from then on
    qint64 endsMs = 0;    // and from then on nothing that it signed counts
};

// Somebody at an issuer of OpenID Connect; the subject means nothing anywhere else.
struct IdentityRow {
    QString issuer;
    QString subject;
};

// Which member of a production an account is.
struct MembershipRow {
    ProductionId production;
    UserId user;
};

} // namespace film::store
