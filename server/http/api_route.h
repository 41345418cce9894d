#pragma once

#include "server/admin/membership.h"
#include "server/http/production_model.h"
#include "server/http/server_facts.h"
#include "server/http/web_message.h"
#include "server/identity/account_admin.h"
#include "server/identity/openid_issuer.h"
#include "server/identity/personal_tokens.h"
#include "server/identity/sign_in.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/domain/permissions.h"
#include "shared/store/server_storage_sql.h"

#include <QStringList>

#include <functional>
#include <optional>

namespace film::server {

// Who asks; nobody where there was no token.
using Caller = std::optional<Principal>;

// What a route asks of its caller.
struct Access {
    // WithDuty: also somebody who has a password to change or a second factor to enrol first.
    enum class Kind : quint8 { Anybody, WithDuty, SignedIn, ServerAdministrator, Member };

    Kind kind = Kind::SignedIn;
    Action action = Action::SeeDays; // of a member
    Reach least = Reach::Own;

    [[nodiscard]] static Access anybody() { return {Kind::Anybody, {}, {}}; }
    [[nodiscard]] static Access withDuty() { return {Kind::WithDuty, {}, {}}; }
    [[nodiscard]] static Access signedIn() { return {Kind::SignedIn, {}, {}}; }
    [[nodiscard]] static Access serverAdministrator()
    {
        return {Kind::ServerAdministrator, {}, {}};
    }
    // Of the production that the path names.
    [[nodiscard]] static Access member(Action action, Reach least = Reach::Own)
    {
        return {Kind::Member, action, least};
    }
};

// What the handlers of one thread work with.
struct ApiDesk {
    store::ServerStorageSql &storage;
    SignIn &signIn;
    AccountAdmin &accounts;
    PersonalTokens &tokens;
    ProductionModels &models; // of all threads
    RandomSource &random;
    QString anchorKey; // public, of the signatures under the chains
    const ServerFacts &server;
    OpenIdIssuer *issuer = nullptr; // of all threads; null where there is none
};

// One call of a handler.
struct ApiCall {
    const WebRequest &request;
    std::map<QString, QString> path; // what stands for the names in the pattern
    QJsonObject body;
    Caller caller;
    ProductionId production; // null where the path names none
    Membership member;       // of a member
    ApiDesk &desk;
    Instant now{};
};

using ApiHandler = std::function<Result<WebResponse>(ApiCall &)>;

// One path with one method. The document openapi.json describes the same routes; a test compares
// them.
struct ApiRoute {
    QByteArray method;
    QString pattern; // "/api/v1/productions/{production}/people"
    Access access;
    ApiHandler handler;
    bool isForMaintenance = false; // it writes, and does so in maintenance too
};

} // namespace film::server
