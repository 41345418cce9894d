#include "server/http/api_privacy.h"

#include "server/admin/person_erasure.h"
#include "server/admin/person_export.h"
#include "server/http/api_values.h"
#include "shared/store/account_repository.h"
#include "shared/store/privacy_repository.h"

#include <QJsonArray>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype reasonMax = 400;

AdminTasks tasksOf(const ApiCall &call)
{
    return {call.desk.storage, call.now, actorOf(call)};
}

Result<> needsSecondFactor(const ApiCall &call)
{
    const auto account =
        store::AccountRepository(call.desk.storage.database()).account(call.caller->account);
    if (!account)
        return fail(account.error());
    if (call.caller->isReader || !*account || !(*account)->hasSecondFactor())
        return fail(ErrorCode::PermissionDenied, u"set up a second factor for this"_s);
    return {};
}

Result<WebResponse> listRestrictions(ApiCall &call)
{
    const auto restrictions =
        store::PrivacyRepository(call.desk.storage.database()).restrictions(call.production);
    if (!restrictions)
        return fail(restrictions.error());
    std::vector<QJsonObject> items;
    for (const store::Restriction &one : *restrictions)
        items.push_back({{u"person"_s, one.person.toString()},
                         {u"reason"_s, one.reason},
                         {u"since"_s, timeText(one.atMs)}});
    return partOf(call, std::move(items), u"person"_s);
}

Result<WebResponse> restrict(ApiCall &call)
{
    const auto person = idIn<PersonId>(call, u"person"_s);
    const auto reason = neededText(call, u"reason"_s, reasonMax);
    if (!person || !reason)
        return fail(person ? reason.error() : person.error());
    if (const Result<> done = tasksOf(call).restrictPerson({call.production, *person, *reason, 0});
        !done)
        return fail(done.error());
    return nothing();
}

Result<WebResponse> release(ApiCall &call)
{
    const auto person = idIn<PersonId>(call, u"person"_s);
    if (!person)
        return fail(person.error());
    if (const Result<> done = tasksOf(call).releasePerson(call.production, *person); !done)
        return fail(done.error());
    return nothing();
}

Result<WebResponse> listHolds(ApiCall &call)
{
    const auto holds = tasksOf(call).holdsOf(call.production);
    if (!holds)
        return fail(holds.error());
    std::vector<QJsonObject> items;
    for (const store::LegalHold &one : *holds)
        items.push_back({{u"person"_s, idOrNull(one.person)},
                         {u"reason"_s, one.reason},
                         {u"since"_s, timeText(one.atMs)}});
    return partOf(call, std::move(items), u"person"_s);
}

// Of the person that the path names, or of everybody in the production.
Result<PersonId> heldIn(const ApiCall &call)
{
    return call.path.contains(u"person"_s) ? idIn<PersonId>(call, u"person"_s)
                                           : Result<PersonId>(PersonId());
}

Result<WebResponse> hold(ApiCall &call)
{
    const auto person = heldIn(call);
    const auto reason = neededText(call, u"reason"_s, reasonMax);
    if (!person || !reason)
        return fail(person ? reason.error() : person.error());
    if (const Result<> done = tasksOf(call).setHold({call.production, *person, *reason, 0}); !done)
        return fail(done.error());
    return nothing();
}

Result<WebResponse> lift(ApiCall &call)
{
    const auto person = heldIn(call);
    if (!person)
        return fail(person.error());
    if (const Result<> done = tasksOf(call).liftHold(call.production, *person); !done)
        return fail(done.error());
    return nothing();
}

// For programs, or with ?format=html for people.
Result<WebResponse> handOut(ApiCall &call)
{
    const auto person = idIn<PersonId>(call, u"person"_s);
    const auto format = queryIn(call, u"format"_s, 10);
    if (!person || !format)
        return fail(person ? format.error() : person.error());
    if (!format->isEmpty() && *format != u"json" && *format != u"html")
        return fail(ErrorCode::InvalidInput, u"format is json or html"_s);
    if (const Result<> proven = needsSecondFactor(call); !proven)
        return fail(proven.error());
    const auto exported = exportPerson(call.desk.storage, call.production, *person, call.now);
    if (!exported)
        return fail(exported.error());
    if (const Result<> noted =
            tasksOf(call).notePrivacy(u"person-exported"_s, call.production, *person);
        !noted)
        return fail(noted.error());
    WebResponse response = WebResponse::json(*exported);
    if (*format == u"html") {
        response.contentType = "text/html; charset=utf-8";
        response.body = personPage(*exported);
        response.headers.emplace_back("Content-Disposition",
                                      "attachment; filename=\"person.html\"");
    }
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

Result<WebResponse> erase(ApiCall &call)
{
    const auto person = idIn<PersonId>(call, u"person"_s);
    if (!person)
        return fail(person.error());
    const QJsonValue isDryRun = call.body.value(u"dry_run"_s);
    if (!isDryRun.isBool() && !isDryRun.isUndefined())
        return fail(ErrorCode::InvalidInput, u"dry_run has to be true or false"_s);
    if (const Result<> proven = needsSecondFactor(call); !proven)
        return fail(proven.error());
    const auto report =
        PersonErasure(call.desk.storage, call.production, *person, actorOf(call), call.now)
            .run(isDryRun.toBool());
    if (!report)
        return fail(report.error());
    return WebResponse::json({{u"pseudonym"_s, report->pseudonym},
                              {u"records"_s, report->recordsWritten},
                              {u"rows"_s, report->rowsErased},
                              {u"names"_s, report->namesReplaced},
                              {u"accounts"_s, report->accountsErased},
                              {u"kept"_s, QJsonArray::fromStringList(report->kept)}});
}

} // namespace

std::vector<ApiRoute> privacyRoutes()
{
    const QString one = u"/api/v1/productions/{production}"_s;
    const QString person = one + u"/people/{person}"_s;
    const Access manages = Access::member(Action::ManagePrivacy, Reach::Production);
    return {
        {"GET", QString(one + u"/restrictions"_s), manages, listRestrictions},
        {"PUT", QString(person + u"/restriction"_s), manages, restrict},
        {"DELETE", QString(person + u"/restriction"_s), manages, release},
        {"GET", QString(one + u"/holds"_s), manages, listHolds},
        {"PUT", QString(one + u"/hold"_s), manages, hold},
        {"DELETE", QString(one + u"/hold"_s), manages, lift},
        {"PUT", QString(person + u"/hold"_s), manages, hold},
        {"DELETE", QString(person + u"/hold"_s), manages, lift},
        {"POST", QString(person + u"/export"_s), manages, handOut},
        {"POST", QString(person + u"/erasure"_s), manages, erase},
    };
}

} // namespace film::server
