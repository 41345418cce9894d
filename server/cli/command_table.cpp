#include "server/cli/command_table.h"

namespace film::admin_cli {

using namespace Qt::StringLiterals;

namespace {

using Place = CommandOption::Place;
using Kind = CommandOption::Kind;

CommandOption inPath(const QString &name, const QString &help)
{
    return {name, name, help, Place::Path, Kind::Text, true};
}

CommandOption inQuery(const QString &name, const QString &help, Kind kind = Kind::Text)
{
    return {name, name, help, Place::Query, kind, false};
}

CommandOption inBody(const QString &name, const QString &help, bool isNeeded = true,
                     Kind kind = Kind::Text)
{
    return {name, QString(name).replace(u'-', u'_'), help, Place::Body, kind, isNeeded};
}

const QString one = u"/api/v1/productions/{production}"_s;

CommandOption production()
{
    return inPath(u"production"_s, u"its id (FILMTRACKER_PRODUCTION)"_s);
}

std::vector<Command> accountCommands()
{
    const CommandOption account = inPath(u"account"_s, u"its id"_s);
    const QString path = u"/api/v1/accounts/{account}"_s;
    return {
        {u"accounts list"_s,
         u"all accounts"_s,
         "GET",
         u"/api/v1/accounts"_s,
         {},
         {u"id"_s, u"login"_s, u"display_name"_s, u"state"_s, u"administrator"_s,
          u"second_factor"_s}},
        {u"accounts create"_s,
         u"a new account; prints the code that sets its password"_s,
         "POST",
         u"/api/v1/accounts"_s,
         {inBody(u"login"_s, u"name@host"_s), inBody(u"display-name"_s, u"of the person"_s),
          inBody(u"administrator"_s, u"of the server"_s, false, Kind::Switch)},
         {u"id"_s, u"password_code"_s}},
        {u"accounts reset-password"_s,
         u"a code for a new password; all sessions end"_s,
         "POST",
         path + u"/password-code"_s,
         {account},
         {u"password_code"_s}},
        {u"accounts remove-second-factor"_s,
         u"of a phone that is lost; all sessions end"_s,
         "DELETE",
         path + u"/second-factor"_s,
         {account},
         {}},
        {u"accounts lock"_s, u"nobody signs in"_s, "PUT", path + u"/lock"_s, {account}, {}},
        {u"accounts unlock"_s, u"as before"_s, "DELETE", path + u"/lock"_s, {account}, {}},
        {u"accounts make-administrator"_s,
         u"of the server"_s,
         "PUT",
         path + u"/administrator"_s,
         {account},
         {}},
        {u"accounts end-administrator"_s,
         u"of the server; not oneself"_s,
         "DELETE",
         path + u"/administrator"_s,
         {account},
         {}},
        {u"accounts identity"_s,
         u"who it is at the issuer of OpenID Connect"_s,
         "GET",
         path + u"/identity"_s,
         {account},
         {u"issuer"_s, u"subject"_s}},
        {u"accounts link-identity"_s,
         u"that person there signs in as this account"_s,
         "PUT",
         path + u"/identity"_s,
         {account, inBody(u"subject"_s, u"as a sign-in that was refused said it"_s)},
         {}},
        {u"accounts unlink-identity"_s,
         u"nobody there does; its sessions end"_s,
         "DELETE",
         path + u"/identity"_s,
         {account},
         {}},
        {u"accounts sessions"_s,
         u"where it is signed in"_s,
         "GET",
         path + u"/sessions"_s,
         {account},
         {u"id"_s, u"client"_s, u"address"_s, u"used"_s, u"ends"_s}},
        {u"accounts sign-out"_s,
         u"everywhere, with its tokens"_s,
         "DELETE",
         path + u"/sessions"_s,
         {account},
         {}},
        {u"sessions end"_s,
         u"one session of any account"_s,
         "DELETE",
         u"/api/v1/sessions/{session}"_s,
         {inPath(u"session"_s, u"its id"_s)},
         {}},
        {u"keys rotate"_s,
         u"sign with a new key from now on"_s,
         "POST",
         u"/api/v1/signing-keys"_s,
         {},
         {}},
        {u"keys withdraw"_s,
         u"one that somebody else may have: what it signed counts no more"_s,
         "DELETE",
         u"/api/v1/signing-keys/{key}"_s,
         {inPath(u"key"_s, u"its kid, as /.well-known/jwks.json lists it"_s)},
         {}},
    };
}

std::vector<Command> ownCommands()
{
    return {
        {u"whoami"_s,
         u"who I am, and what I may do where"_s,
         "GET",
         u"/api/v1/me"_s,
         {},
         {u"account"_s, u"administrator"_s, u"duty"_s, u"productions"_s}},
        {u"sessions list"_s,
         u"where I am signed in"_s,
         "GET",
         u"/api/v1/me/sessions"_s,
         {},
         {u"id"_s, u"current"_s, u"client"_s, u"address"_s, u"used"_s, u"ends"_s}},
        {u"sessions end-own"_s,
         u"one of mine, with the codes made in it"_s,
         "DELETE",
         u"/api/v1/me/sessions/{session}"_s,
         {inPath(u"session"_s, u"its id"_s)},
         {}},
        {u"tokens list"_s,
         u"my tokens for other systems"_s,
         "GET",
         u"/api/v1/me/tokens"_s,
         {},
         {u"id"_s, u"name"_s, u"created"_s, u"ends"_s, u"used"_s}},
        {u"tokens create"_s,
         u"a token that reads what I may see; shown once"_s,
         "POST",
         u"/api/v1/me/tokens"_s,
         {inBody(u"name"_s, u"what it is for"_s),
          inBody(u"days"_s, u"1 to 366 (90)"_s, false, Kind::Number)},
         {u"id"_s, u"token"_s}},
        {u"tokens revoke"_s,
         u"it counts no more"_s,
         "DELETE",
         u"/api/v1/me/tokens/{token}"_s,
         {inPath(u"token"_s, u"its id"_s)},
         {}},
    };
}

std::vector<Command> productionCommands()
{
    const CommandOption user = inPath(u"user"_s, u"of the member"_s);
    const CommandOption week{u"week"_s,    u"week"_s,  u"any day of it, such as 2025-11-17"_s,
                             Place::Query, Kind::Text, true};
    return {
        {u"productions list"_s,
         u"all of the server"_s,
         "GET",
         u"/api/v1/productions"_s,
         {},
         {u"id"_s, u"changes"_s, u"created"_s, u"title"_s}},
        {u"productions create"_s,
         u"a new one; prints its id"_s,
         "POST",
         u"/api/v1/productions"_s,
         {inBody(u"title"_s, u"of the production"_s), inBody(u"episode"_s, u"or block"_s, false),
          inBody(u"zone"_s, u"time zone, such as Europe/London"_s),
          inBody(u"week-ends"_s, u"a day, such as saturday"_s),
          inBody(u"currency"_s, u"a code, such as GBP"_s)},
         {u"id"_s}},
        {u"productions show"_s,
         u"one of mine"_s,
         "GET",
         one,
         {production()},
         {u"id"_s, u"title"_s, u"zone"_s, u"people"_s}},
        {u"people list"_s,
         u"the crew list"_s,
         "GET",
         one + u"/people"_s,
         {production()},
         {u"id"_s, u"name"_s, u"position"_s}},
        {u"members list"_s,
         u"who is a member, and as what"_s,
         "GET",
         one + u"/members"_s,
         {production()},
         {u"user"_s, u"role"_s, u"active"_s, u"name"_s}},
        {u"members set-role"_s,
         u"counts at once, on all their computers"_s,
         "PUT",
         one + u"/members/{user}/role"_s,
         {production(), user,
          inBody(u"role"_s, u"crew, coordinator …, or a role of the production"_s)},
         {}},
        {u"person restricted"_s,
         u"whose data is kept and not shown"_s,
         "GET",
         one + u"/restrictions"_s,
         {production()},
         {u"person"_s, u"since"_s, u"reason"_s}},
        {u"person restrict"_s,
         u"keep what is known of somebody, and show it to nobody who need not see it"_s,
         "PUT",
         one + u"/people/{person}/restriction"_s,
         {production(), inPath(u"person"_s, u"its id"_s), inBody(u"reason"_s, u"why"_s)},
         {}},
        {u"person release"_s,
         u"show it again"_s,
         "DELETE",
         one + u"/people/{person}/restriction"_s,
         {production(), inPath(u"person"_s, u"its id"_s)},
         {}},
        {u"hold list"_s,
         u"what of a production is not erased, and why"_s,
         "GET",
         one + u"/holds"_s,
         {production()},
         {u"person"_s, u"since"_s, u"reason"_s}},
        {u"hold set"_s,
         u"nothing of the production is erased"_s,
         "PUT",
         one + u"/hold"_s,
         {production(), inBody(u"reason"_s, u"why"_s)},
         {}},
        {u"hold lift"_s, u"as before"_s, "DELETE", one + u"/hold"_s, {production()}, {}},
        {u"person hold"_s,
         u"nothing of the person is erased"_s,
         "PUT",
         one + u"/people/{person}/hold"_s,
         {production(), inPath(u"person"_s, u"its id"_s), inBody(u"reason"_s, u"why"_s)},
         {}},
        {u"person lift"_s,
         u"as before"_s,
         "DELETE",
         one + u"/people/{person}/hold"_s,
         {production(), inPath(u"person"_s, u"its id"_s)},
         {}},
        {u"person export"_s,
         u"everything about somebody, for them"_s,
         "POST",
         one + u"/people/{person}/export"_s,
         {production(), inPath(u"person"_s, u"its id"_s),
          inQuery(u"format"_s, u"json, or html to be read by people"_s)},
         {},
         true},
        {u"person erase"_s,
         u"forget who somebody was; the pay record stays"_s,
         "POST",
         one + u"/people/{person}/erasure"_s,
         {production(), inPath(u"person"_s, u"its id"_s),
          inBody(u"dry-run"_s, u"only say what would be"_s, false, Kind::Switch)},
         {}},
        {u"roles list"_s,
         u"the fixed ones, and those that the production made"_s,
         "GET",
         one + u"/roles"_s,
         {production()},
         {u"name"_s, u"fixed"_s, u"permissions"_s}},
        {u"roles define"_s,
         u"what the crew may and more: nobody, own, department or production"_s,
         "PUT",
         one + u"/roles"_s,
         {production(), inBody(u"name"_s, u"what it is called"_s),
          inBody(u"see-days"_s, u"whose"_s, false), inBody(u"edit-days"_s, u"whose"_s, false),
          inBody(u"approve-days"_s, u"whose"_s, false), inBody(u"see-pay"_s, u"whose"_s, false),
          inBody(u"edit-production"_s, u"whose"_s, false),
          inBody(u"export-pay"_s, u"whose"_s, false), inBody(u"invite"_s, u"whose"_s, false),
          inBody(u"see-devices"_s, u"whose"_s, false),
          inBody(u"sign-devices-out"_s, u"whose"_s, false),
          inBody(u"see-audit"_s, u"whose"_s, false)},
         {}},
        {u"roles remove"_s,
         u"one that nobody has"_s,
         "DELETE",
         one + u"/roles/{role}"_s,
         {production(), inPath(u"role"_s, u"its name"_s)},
         {}},
        {u"members permissions"_s,
         u"what a member may, and why"_s,
         "GET",
         one + u"/members/{user}/permissions"_s,
         {production(), user},
         {u"action"_s, u"reach"_s, u"why"_s}},
        {u"members end"_s,
         u"not on the production any more"_s,
         "DELETE",
         one + u"/members/{user}"_s,
         {production(), user},
         {}},
        {u"members link"_s,
         u"say which account a member is"_s,
         "PUT",
         one + u"/members/{user}/account"_s,
         {production(), user, inBody(u"account"_s, u"its id"_s)},
         {}},
        {u"devices list"_s,
         u"the computers of a production"_s,
         "GET",
         one + u"/devices"_s,
         {production()},
         {u"id"_s, u"signed_out"_s, u"certificate_ends"_s, u"name"_s}},
        {u"devices sign-out"_s,
         u"it may hand over what it has, then forgets what others wrote"_s,
         "DELETE",
         one + u"/devices/{device}"_s,
         {production(), inPath(u"device"_s, u"its id"_s)},
         {}},
        {u"devices code"_s,
         u"for another computer of mine, right after signing in; good for ten minutes"_s,
         "POST",
         one + u"/own-device-code"_s,
         {production()},
         {u"code"_s}},
        {u"invites list"_s,
         u"open, used and expired ones"_s,
         "GET",
         one + u"/invites"_s,
         {production()},
         {u"id"_s, u"state"_s, u"role"_s, u"ends"_s, u"name"_s}},
        {u"invites withdraw"_s,
         u"one that nobody has used; its code opens nothing any more"_s,
         "DELETE",
         one + u"/invites/{invite}"_s,
         {production(), inPath(u"invite"_s, u"its id"_s)},
         {}},
        {u"invites create"_s,
         u"prints a code, good once"_s,
         "POST",
         one + u"/invites"_s,
         {production(), inBody(u"person"_s, u"name on the crew list"_s, false),
          inBody(u"role"_s, u"crew unless said; also one that the production made"_s, false)},
         {u"code"_s}},
        {u"time-entries list"_s,
         u"days that I may see, by date"_s,
         "GET",
         one + u"/time-entries"_s,
         {production(), inQuery(u"from"_s, u"date, such as 2025-11-17"_s),
          inQuery(u"to"_s, u"date"_s), inQuery(u"person"_s, u"id of the person"_s)},
         {u"date"_s, u"person"_s, u"call"_s, u"wrap"_s, u"worked_minutes"_s, u"state"_s}},
        {u"timecards list"_s,
         u"those of a pay week, with what they come to (an estimate)"_s,
         "GET",
         one + u"/timecards"_s,
         {production(), week, inQuery(u"person"_s, u"id of the person"_s)},
         {u"person"_s, u"week_ends"_s, u"state"_s, u"worked_minutes"_s, u"pay.gross_minor"_s,
          u"pay.currency"_s, u"pay.no_rule"_s}},
        {u"timecards show"_s,
         u"one with its days, lines and how each came about"_s,
         "GET",
         one + u"/timecards/{person}/{week}"_s,
         {production(), inPath(u"person"_s, u"its id"_s),
          inPath(u"week"_s, u"any day of it, such as 2025-11-17"_s)},
         {u"person"_s, u"week_ends"_s, u"state"_s, u"worked_minutes"_s, u"pay.gross_minor"_s,
          u"pay.currency"_s, u"pay.no_rule"_s}},
        {u"pay-lines list"_s,
         u"the lines of pay of a week (an estimate)"_s,
         "GET",
         one + u"/pay-lines"_s,
         {production(), week, inQuery(u"person"_s, u"id of the person"_s)},
         {u"person"_s, u"date"_s, u"code"_s, u"minutes"_s, u"amount_minor"_s, u"currency"_s}},
    };
}

// What changed in a production, and what administrators did.
std::vector<Command> auditCommands()
{
    const QString log = one + u"/audit"_s;
    const std::vector<CommandOption> ofLog{
        production(),
        inQuery(u"person"_s, u"id of the person it is about"_s),
        inQuery(u"field"_s, u"call, wrap, meal-1, planned-call …"_s),
        inQuery(u"from"_s, u"day, such as 2025-11-17"_s),
        inQuery(u"to"_s, u"day"_s),
        inQuery(u"device"_s, u"id of the device"_s),
        inQuery(u"text"_s, u"words of it"_s)};
    const QString acts = u"/api/v1/audit"_s;
    const std::vector<CommandOption> ofActs{
        inQuery(u"account"_s, u"id of who did it, or to whom"_s),
        inQuery(u"production"_s, u"id of the production"_s),
        inQuery(u"act"_s, u"role-given, account-locked …"_s), inQuery(u"text"_s, u"words of it"_s)};
    const QString asFile = u"format=csv&limit=5000"_s;
    const QStringList ofChain{u"rows"_s,        u"erased"_s,   u"anchors"_s,
                              u"anchored_to"_s, u"problems"_s, u"notes"_s};
    return {
        {u"audit search"_s,
         u"what changed in a production, the newest first"_s,
         "GET",
         log,
         ofLog,
         {u"when"_s, u"who"_s, u"what"_s, u"day"_s, u"before"_s, u"after"_s}},
        {u"audit export"_s, u"the same as CSV"_s, "GET", log, ofLog, {}, true, asFile},
        {u"audit verify"_s,
         u"whether all of its log is as it was written; 1 if not"_s,
         "GET",
         log + u"/chain"_s,
         {production()},
         ofChain,
         false,
         {},
         u"problems"_s},
        {u"acts verify"_s,
         u"the same of what administrators did"_s,
         "GET",
         acts + u"/chain"_s,
         {},
         ofChain,
         false,
         {},
         u"problems"_s},
        {u"acts search"_s,
         u"what administrators did, the newest first"_s,
         "GET",
         acts,
         ofActs,
         {u"when"_s, u"act"_s, u"by_login"_s, u"account_login"_s, u"detail"_s}},
        {u"acts export"_s, u"the same as CSV"_s, "GET", acts, ofActs, {}, true, asFile},
    };
}

std::vector<Command> webhookCommands()
{
    const QString all = one + u"/webhooks"_s;
    const QString path = all + u"/{webhook}"_s;
    const CommandOption webhook = inPath(u"webhook"_s, u"its id"_s);
    return {
        {u"webhooks list"_s,
         u"who is told of a production's changes"_s,
         "GET",
         all,
         {production()},
         {u"id"_s, u"url"_s, u"events"_s, u"failing_since"_s, u"disabled"_s}},
        {u"webhooks add"_s,
         u"prints the secret that signs; shown once"_s,
         "POST",
         all,
         {production(), inBody(u"url"_s, u"https://…"_s),
          inBody(u"events"_s, u"day.changed,day.approved,member.changed,device.signed-out (all)"_s,
                 false, Kind::List)},
         {u"id"_s, u"secret"_s}},
        {u"webhooks remove"_s,
         u"it is told no more"_s,
         "DELETE",
         path,
         {production(), webhook},
         {}},
        {u"webhooks enable"_s,
         u"told again, after it was disabled"_s,
         "POST",
         path + u"/enable"_s,
         {production(), webhook},
         {}},
        {u"webhooks test"_s,
         u"sends it something"_s,
         "POST",
         path + u"/test"_s,
         {production(), webhook},
         {u"id"_s}},
        {u"webhooks deliveries"_s,
         u"what it was told, the newest first"_s,
         "GET",
         path + u"/deliveries"_s,
         {production(), webhook},
         {u"created"_s, u"state"_s, u"attempts"_s, u"status"_s, u"problem"_s}},
    };
}

std::vector<Command> controlCommands()
{
    const QString maintenance = u"/api/v1/maintenance"_s;
    const QString level = u"/api/v1/log-levels/{category}"_s;
    const QString retention = u"/api/v1/retention/{kind}"_s;
    const CommandOption category = inPath(u"category"_s, u"server, net, lanes or http"_s);
    const CommandOption kind = inPath(u"kind"_s, u"such as invite-names"_s);
    return {
        {u"maintenance show"_s,
         u"whether changes are taken"_s,
         "GET",
         maintenance,
         {},
         {u"on"_s, u"reason"_s, u"since"_s, u"until"_s}},
        {u"maintenance begin"_s,
         u"no changes are taken; reading goes on"_s,
         "PUT",
         maintenance,
         {inBody(u"reason"_s, u"for other administrators"_s, false),
          inBody(u"minutes"_s, u"1 to 10080 (until it is ended)"_s, false, Kind::Number)},
         {}},
        {u"maintenance end"_s, u"as before"_s, "DELETE", maintenance, {}, {}},
        {u"log-level list"_s,
         u"what is written to the log"_s,
         "GET",
         u"/api/v1/log-levels"_s,
         {},
         {u"category"_s, u"level"_s, u"until"_s}},
        {u"log-level set"_s,
         u"for some time"_s,
         "PUT",
         level,
         {category, inBody(u"level"_s, u"debug, info, warning or error"_s),
          inBody(u"minutes"_s, u"1 to 1440 (30)"_s, false, Kind::Number)},
         {}},
        {u"log-level reset"_s, u"back to info"_s, "DELETE", level, {category}, {}},
        {u"retention list"_s,
         u"what is kept for how many days"_s,
         "GET",
         u"/api/v1/retention"_s,
         {},
         {u"kind"_s, u"days"_s}},
        {u"retention set"_s,
         u"erased when it is older"_s,
         "PUT",
         retention,
         {kind, inBody(u"days"_s, u"1 to 36500"_s, true, Kind::Number)},
         {}},
        {u"retention keep"_s, u"for ever"_s, "DELETE", retention, {kind}, {}},
        {u"retention run"_s,
         u"erases now what is too old, or says what it would"_s,
         "POST",
         u"/api/v1/retention-runs"_s,
         {inBody(u"dry-run"_s, u"only count"_s, false, Kind::Switch)},
         {u"kind"_s, u"days"_s, u"rows"_s}},
        {u"backups list"_s,
         u"the last ones"_s,
         "GET",
         u"/api/v1/backups"_s,
         {},
         {u"started"_s, u"state"_s, u"verified"_s, u"bytes"_s, u"name"_s, u"problem"_s}},
        {u"backups create"_s,
         u"begins one now; prints its id"_s,
         "POST",
         u"/api/v1/backups"_s,
         {},
         {u"id"_s}},
        {u"diagnose"_s,
         u"a file for whoever helps; no names, hours, amounts or secrets are in it"_s,
         "GET",
         u"/api/v1/diagnostics"_s,
         {},
         {},
         true},
    };
}

std::vector<Command> serverCommands()
{
    return {
        {u"server health"_s,
         u"whether it can take work, and which part cannot"_s,
         "GET",
         u"/health/ready"_s,
         {},
         {u"ready"_s, u"database"_s, u"lanes"_s, u"stopping"_s}},
        {u"server metrics"_s, u"as Prometheus reads them"_s, "GET", u"/metrics"_s, {}, {}, true},
    };
}

const QStringList &otherCommands()
{
    static const QStringList names{u"sign-in"_s,
                                   u"sign-out"_s,
                                   u"password set"_s,
                                   u"password change"_s,
                                   u"second-factor enrol"_s,
                                   u"completion"_s,
                                   u"help"_s};
    return names;
}

QStringList wordsOf(const Command &command)
{
    QStringList words;
    for (const CommandOption &option : command.options)
        words.append(u"--"_s + option.name);
    return words;
}

// "accounts" → "list create …"; a command of one word has none.
std::vector<std::pair<QString, QStringList>> groups()
{
    QStringList names = otherCommands();
    for (const Command &command : commands())
        names.append(command.name);
    std::vector<std::pair<QString, QStringList>> all;
    for (const QString &name : names) {
        const QString group = name.section(u' ', 0, 0);
        auto known = std::ranges::find(all, group, &std::pair<QString, QStringList>::first);
        if (known == all.end())
            known = all.insert(all.end(), {group, {}});
        if (name.contains(u' '))
            known->second.append(name.section(u' ', 1));
    }
    return all;
}

QString bashCompletion()
{
    QString cases;
    QStringList first;
    for (const auto &[group, rest] : groups()) {
        first.append(group);
        if (!rest.isEmpty())
            cases += u"        %1) words=\"%2\" ;;\n"_s.arg(group, rest.join(u' '));
    }
    QString options;
    for (const Command &command : commands()) {
        if (!command.options.empty())
            options += u"        \"%1\") words=\"%2\" ;;\n"_s.arg(command.name,
                                                                  wordsOf(command).join(u' '));
    }
    return u"# bash completion of filmtracker-admin\n"
           "_filmtracker_admin() {\n"
           "    local word=${COMP_WORDS[COMP_CWORD]} words=\"\"\n"
           "    if [[ $COMP_CWORD -eq 1 ]]; then\n"
           "        words=\"%1\"\n"
           "    elif [[ $word == -* ]]; then\n"
           "        case \"${COMP_WORDS[1]} ${COMP_WORDS[2]}\" in\n%2        esac\n"
           "        words=\"$words --json --server --ca-file\"\n"
           "    elif [[ $COMP_CWORD -eq 2 ]]; then\n"
           "        case ${COMP_WORDS[1]} in\n%3"
           "        completion) words=\"bash zsh fish\" ;;\n        esac\n"
           "    fi\n"
           "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
           "}\n"
           "complete -F _filmtracker_admin filmtracker-admin\n"_s.arg(first.join(u' '), options,
                                                                      cases);
}

QString zshCompletion()
{
    return u"#compdef filmtracker-admin\nautoload -U +X bashcompinit && bashcompinit\n"_s
        + bashCompletion();
}

QString fishCompletion()
{
    QString text = u"# fish completion of filmtracker-admin\ncomplete -c filmtracker-admin -f\n"_s;
    for (const auto &[group, rest] : groups()) {
        text += u"complete -c filmtracker-admin -n __fish_use_subcommand -a %1\n"_s.arg(group);
        const QStringList second =
            group == u"completion" ? QStringList{u"bash"_s, u"zsh"_s, u"fish"_s} : rest;
        if (!second.isEmpty())
            text += u"complete -c filmtracker-admin -n '__fish_seen_subcommand_from %1' -a '%2'\n"_s
                        .arg(group, second.join(u' '));
    }
    for (const Command &command : commands()) {
        for (const CommandOption &option : command.options)
            text += u"complete -c filmtracker-admin -n '__fish_seen_subcommand_from %1' -l %2 -r"
                    " -d '%3'\n"_s.arg(command.name.section(u' ', 0, 0), option.name,
                                       QString(option.help).remove(u'\''));
    }
    return text;
}

} // namespace

const std::vector<Command> &commands()
{
    static const std::vector<Command> all = [] {
        std::vector<Command> some;
        for (const auto &part :
             {ownCommands(), productionCommands(), auditCommands(), webhookCommands(),
              accountCommands(), controlCommands(), serverCommands()})
            some.insert(some.end(), part.begin(), part.end());
        return some;
    }();
    return all;
}

QString completionFor(const QString &shell)
{
    if (shell == u"bash")
        return bashCompletion();
    if (shell == u"zsh")
        return zshCompletion();
    return shell == u"fish" ? fishCompletion() : QString();
}

} // namespace film::admin_cli
