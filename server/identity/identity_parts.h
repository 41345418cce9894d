#pragma once

#include "server/identity/access_token.h"
#include "server/identity/password_hasher.h"
#include "server/identity/secret_box.h"
#include "server/identity/security_event.h"
#include "server/identity/sessions.h"
#include "server/identity/shared_state.h"
#include "server/identity/sign_in_delays.h"
#include "server/identity/signing_keys.h"

namespace film::server {

struct IdentityConfig {
    // As apps show it beside the codes, and as it stands in the tokens.
    QString productName = QStringLiteral("Film Tracker");
    TokenRealm realm{QStringLiteral("filmtracker"), QStringLiteral("filmtracker-api"),
                     std::chrono::seconds(60)};
    std::chrono::milliseconds accessLife = token_limits::accessLife;
    SessionPolicy sessions;
    DelayPolicies delays;
    KeyPolicy keys;
    std::chrono::milliseconds resetCodeLife = std::chrono::hours(24);
};

// What the use cases need. All of it outlives them; the database is used in the thread that opened
// it, the hasher is shared by all threads, `random` is not shared.
struct IdentityParts {
    store::Database &database;
    PasswordHasher &hasher;
    const SecretBox &box;
    RandomSource &random;
    SecurityLog log;
    SharedState *shared = nullptr; // null: every session is looked up each time
};

// Somebody who showed an access token that counts now.
struct Principal {
    // What they have to do before anything else.
    enum class Duty { None, ChangePassword, EnrolSecondFactor };

    AccountId account;
    AccountSessionId session;
    QString address;
    bool isAdministrator = false;
    Duty duty = Duty::None;
    bool isReader = false; // a token for another system: no session, reads productions only

    // PermissionDenied while there is a duty.
    [[nodiscard]] Result<> isFree() const;
    [[nodiscard]] Result<> isFreeAdministrator() const;
};

} // namespace film::server
