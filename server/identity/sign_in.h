#pragma once

#include "server/identity/identity_parts.h"
#include "server/identity/password_rules.h"
#include "server/identity/second_factor.h"

#include <variant>

namespace film::server {

struct SignInRequest {
    QString login;
    QString password;
    QString code;    // six digits, a recovery code, or nothing yet
    QString address; // where it came from
    QString client;  // what it calls itself, for the list of sessions
};

struct SignedIn {
    AccountId account;
    AccountSessionId session;
    QByteArray accessToken;
    Instant accessExpires{};
    QByteArray refreshToken;
    Instant sessionEnds{};
    Principal::Duty duty = Principal::Duty::None;
};
// The password is right; the same again with a code. With `ticket`, for somebody whom an issuer
// named: the issuer's code is used up, and the ticket stands for it for five minutes.
struct CodeNeeded {
    QByteArray ticket;
};
struct SignInRefused {
    enum class Reason {
        Wrong,     // login or password; it is not said which, nor whether the account is locked
        WrongCode, // or one that was used
        TooEarly,  // too many failures; again after `wait`
        Busy,      // too many sign in at once
    };
    Reason reason = Reason::Wrong;
    std::chrono::milliseconds wait{0};
};
using SignInAnswer = std::variant<SignedIn, CodeNeeded, SignInRefused>;

struct Enrolment {
    QString uri;    // for the QR code
    QString secret; // the same to be typed
};

// What everybody with an account does. No sockets; each call is told the time. It waits for the
// database and for the hasher: not for an I/O thread. One for each thread and connection.
class SignIn
{
public:
    SignIn(IdentityParts parts, IdentityConfig config);

    [[nodiscard]] Result<SignInAnswer> signIn(const SignInRequest &request, Instant now);
    // Somebody whom the issuer proved to be who they are: that stands for the password, and for
    // nothing else. NotFound if no account is linked to them.
    [[nodiscard]] Result<SignInAnswer> signInAs(const store::IdentityRow &identity,
                                                const QString &address, const QString &client,
                                                Instant now);
    // The issuer's word did not hold: for the log.
    void noteIssuerRefused(const QString &address, Instant now) const;
    // With the ticket of CodeNeeded and a code of the second factor. Expired for a ticket that is
    // too old or none.
    [[nodiscard]] Result<SignInAnswer> finishSignInAs(const QByteArray &ticket,
                                                      const SignInRequest &request, Instant now);
    // Unauthenticated for a token that is unknown or was used before, Expired when the session is
    // over. Both mean: sign in again.
    [[nodiscard]] Result<SignedIn> refresh(QByteArrayView refreshToken, const QString &address,
                                           Instant now);
    // Who shows this access token. The session and the account are looked up: what was revoked or
    // locked ends at once. Expired if a refresh may help, else Unauthenticated.
    [[nodiscard]] Result<Principal> principal(QByteArrayView accessToken, const QString &address,
                                              Instant now);

    [[nodiscard]] Result<> signOut(const Principal &by, Instant now);
    [[nodiscard]] Result<std::vector<store::AccountSessionRow>> sessions(const Principal &by,
                                                                         Instant now);
    // One of their own. NotFound for anybody else's, as for none.
    [[nodiscard]] Result<> endSession(const Principal &by, AccountSessionId session, Instant now);
    // All but this one; how many.
    [[nodiscard]] Result<int> endOtherSessions(const Principal &by, Instant now);

    // Nothing if it is changed; other sessions are over then. Unauthenticated if the old one is
    // wrong, Busy if it was tried too often.
    [[nodiscard]] Result<std::optional<PasswordProblem>> changePassword(const Principal &by,
                                                                        const QString &oldPassword,
                                                                        const QString &newPassword,
                                                                        Instant now);
    // Whether it is still them, before something that counts: nothing changes. Errors as above.
    [[nodiscard]] Result<> confirmPassword(const Principal &by, const QString &password,
                                           Instant now);
    // With the code that an administrator gave out: the first password, or one that was forgotten.
    // It does not sign in: a second factor is still asked for. Errors as above.
    [[nodiscard]] Result<std::optional<PasswordProblem>>
    redeemCode(const SignInRequest &request, const QString &newPassword, Instant now);

    // Begins with the password: whoever finds an open session must not move the second factor to
    // their own phone. Also replaces one that is there.
    [[nodiscard]] Result<Enrolment> beginEnrolment(const Principal &by, const QString &password,
                                                   Instant now);
    // The recovery codes, which are nowhere else from here on. Other sessions are over.
    // Unauthenticated for a wrong code.
    [[nodiscard]] Result<QStringList> confirmEnrolment(const Principal &by, const QString &code,
                                                       Instant now);

    // For /.well-known/jwks.json.
    [[nodiscard]] Result<QByteArray> keySet(Instant now);

private:
    using Kind = SecurityEvent::Kind;
    using Reason = SignInRefused::Reason;
    struct Proof {
        std::optional<SignInRefused> refused;
        bool needsRehash = false;
    };

    [[nodiscard]] Result<Proof> prove(const SignInDelays::Who &who,
                                      const std::optional<store::AccountRow> &account,
                                      const QByteArray &password, Instant now);
    [[nodiscard]] Result<> endWithPassword(AccountId account, AccountSessionId except, Instant now);
    [[nodiscard]] Result<store::AccountRow> proven(const Principal &by, const QString &password,
                                                   Instant now);
    [[nodiscard]] Result<SignInAnswer> signInProven(const SignInRequest &request,
                                                    const SignInDelays::Who &who,
                                                    const store::AccountRow &account, Instant now);
    [[nodiscard]] Result<SignInAnswer> enterByIssuer(const SignInRequest &request,
                                                     store::AccountRow account, Instant now);
    [[nodiscard]] QByteArray ticketFor(AccountId account, Instant now) const;
    [[nodiscard]] std::optional<AccountId> accountInTicket(const QByteArray &ticket,
                                                           Instant now) const;
    [[nodiscard]] Result<Principal> lookedUp(const AccessClaims &claims, const QString &address,
                                             Instant now);
    [[nodiscard]] Result<SignedIn> tokens(const store::AccountRow &account,
                                          const Sessions::Opened &opened, Instant now);
    [[nodiscard]] Result<const KeyRing *> ring(Instant now, std::chrono::milliseconds ageMax);
    [[nodiscard]] Result<QStringList> confirmInside(const Principal &by,
                                                    const store::AccountRow &account,
                                                    const QString &code, Instant now);
    void report(Kind kind, AccountId account, const QString &address, Instant now,
                const QString &reason = {}) const;

    IdentityParts m_parts;
    const IdentityConfig m_config;
    store::AccountRepository m_accounts;
    Sessions m_sessions;
    SignInDelays m_delays;
    SecondFactor m_secondFactor;
    SigningKeys m_keys;
    KeyRing m_ring;
    std::optional<Instant> m_ringRead;
};

} // namespace film::server
