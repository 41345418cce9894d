#include "server/console/privacy_pages.h"

#include "server/admin/production_reader.h"
#include "server/console/console_page.h"
#include "server/console/console_words.h"
#include "server/http/api_values.h"
#include "shared/store/privacy_repository.h"

#include <algorithm>
#include <map>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype reasonMax = 400;

struct Known {
    std::vector<Person> people; // by name
    std::map<PersonId, store::Restriction> restrictions;
    std::vector<store::LegalHold> holds; // of this production
};

const QString everybody = u"everybody"_s; // as a form says it

Result<Known> knownIn(const ConsoleCall &call)
{
    store::ServerStorageSql &storage = call.api.desk.storage;
    const auto records = readProduction(storage, call.api.production);
    const auto restrictions =
        store::PrivacyRepository(storage.database()).restrictions(call.api.production);
    const auto holds = AdminTasks(storage, call.api.now).holdsOf(call.api.production);
    if (!records || !restrictions || !holds)
        return fail(!records            ? records.error()
                        : !restrictions ? restrictions.error()
                                        : holds.error());
    Known known{records->crew.people, {}, *holds};
    std::ranges::sort(known.people, {}, &Person::name);
    for (const store::Restriction &one : *restrictions)
        known.restrictions[one.person] = one;
    return known;
}

Html restrictedTable(const ConsoleCall &call, const Known &known)
{
    std::vector<TableRow> rows;
    for (const Person &person : known.people) {
        const auto one = known.restrictions.find(person.id);
        if (one == known.restrictions.end())
            continue;
        const Html release =
            writeForm(call, call.inProduction({u"privacy"_s, u"release"_s}), u"inRow"_s,
                      hidden(u"person"_s, person.id.toString()),
                      button(el("span", {}, u"Release"_s,
                                el("span", {{"class", u"hidden"_s}}, u" "_s + person.name)),
                             u"small"_s));
        rows.push_back({person.name, one->second.reason,
                        timeOf(one->second.atMs, call.api.now, call.zone), release});
    }
    return rows.empty()
        ? emptyWords(u"Nobody is restricted."_s)
        : tableOf(u"People whose processing is restricted"_s,
                  {{u"Person"_s}, {u"Reason"_s}, {u"Since"_s}, {u"Release"_s, u"act"_s, false}},
                  rows);
}

Html holdsTable(const ConsoleCall &call, const Known &known)
{
    std::vector<TableRow> rows;
    for (const store::LegalHold &hold : known.holds) {
        const auto person = std::ranges::find(known.people, hold.person, &Person::id);
        const QString whose = hold.person.isNull() ? u"Everybody in this production"_s
            : person == known.people.end()         ? u"Somebody who is not on the crew list"_s
                                                   : person->name;
        const QString id = hold.person.isNull() ? everybody : hold.person.toString();
        const Html lift = writeForm(
            call, call.inProduction({u"privacy"_s, u"lift"_s}), u"inRow"_s, hidden(u"person"_s, id),
            button(el("span", {}, u"Lift"_s, el("span", {{"class", u"hidden"_s}}, u" "_s + whose)),
                   u"small"_s));
        rows.push_back({whose, hold.reason, timeOf(hold.atMs, call.api.now, call.zone), lift});
    }
    return rows.empty()
        ? emptyWords(u"Nothing is on legal hold."_s)
        : tableOf(u"Legal holds"_s,
                  {{u"Whose"_s}, {u"Reason"_s}, {u"Since"_s}, {u"Lift"_s, u"act"_s, false}}, rows);
}

Html holdForm(const ConsoleCall &call, const Known &known, const QString &problem)
{
    std::vector<Choice> choices{{everybody, u"Everybody in this production"_s}};
    for (const Person &person : known.people)
        choices.push_back({person.id.toString(), person.name});
    const QString chosen = problem.isEmpty() ? everybody : call.field(u"person"_s);
    return el(
        "div", {{"class", u"pad"_s}}, problemNotice(problem),
        el("p", {{"class", u"hint"_s}},
           u"Until it is lifted nothing of that is erased, whatever policies and people say."_s),
        writeForm(call, call.inProduction({u"privacy"_s, u"hold"_s}), u"stacked"_s,
                  choiceOf(u"person"_s, u"Whose data"_s, choices, chosen),
                  fieldOf({u"hold-reason"_s, u"Why it has to be kept"_s, u"text"_s,
                           call.field(u"hold-reason"_s)}),
                  button(u"Put on legal hold"_s, u"main"_s)));
}

Result<WebResponse> privacyPage(const ConsoleCall &call, const QString &problem = {},
                                const QString &holdProblem = {})
{
    const Result<Known> known = knownIn(call);
    if (!known)
        return fail(known.error());
    std::vector<Choice> choices;
    for (const Person &person : known->people) {
        if (!known->restrictions.contains(person.id))
            choices.push_back({person.id.toString(), person.name});
    }
    Page page;
    page.place = Place::People;
    page.title = u"Privacy"_s;
    page.body = el(
        "div", {{"class", u"stack"_s}},
        panelOf({u"Restricted"_s, u"restricted"_s, {}, {}, restrictedTable(call, *known)}),
        panelOf(
            {u"Restrict somebody"_s,
             u"restrict"_s,
             {},
             {},
             el("div", {{"class", u"pad"_s}}, problemNotice(problem),
                el("p", {{"class", u"hint"_s}},
                   u"Days and changes stay, with what was paid. They are shown to the person "
                   "and to who manages privacy; computers keep what they have."_s),
                writeForm(call, call.inProduction({u"privacy"_s, u"restrict"_s}), u"stacked"_s,
                          choiceOf(u"person"_s, u"Person"_s, choices, call.field(u"person"_s)),
                          fieldOf({u"reason"_s, u"Reason"_s, u"text"_s, call.field(u"reason"_s)}),
                          button(u"Restrict"_s, u"main"_s)))}),
        panelOf({u"Legal holds"_s, u"holds"_s, {}, {}, holdsTable(call, *known)}),
        panelOf({u"Keep something whatever comes"_s,
                 u"hold"_s,
                 {},
                 {},
                 holdForm(call, *known, holdProblem)}));
    return framed(call, page);
}

// NotFound for what is none.
Result<PersonId> personOf(const ConsoleCall &call)
{
    const auto person = PersonId::fromString(call.field(u"person"_s));
    return person ? Result<PersonId>(*person)
                  : fail(ErrorCode::NotFound, u"there is no such person"_s);
}

Result<WebResponse> restrict(ConsoleCall &call)
{
    const QString reason = call.field(u"reason"_s).trimmed();
    if (reason.isEmpty() || reason.size() > reasonMax)
        return privacyPage(call, u"Say why, in up to 400 characters. Nothing was changed."_s);
    const auto person = personOf(call);
    if (!person)
        return fail(person.error());
    AdminTasks tasks(call.api.desk.storage, call.api.now, actorOf(call.api));
    if (const Result<> done = tasks.restrictPerson({call.api.production, *person, reason, 0});
        !done)
        return fail(done.error());
    return seeOther(call.inProduction({u"privacy"_s}).with(u"done"_s, u"restricted"_s));
}

Result<WebResponse> release(ConsoleCall &call)
{
    const auto person = personOf(call);
    if (!person)
        return fail(person.error());
    AdminTasks tasks(call.api.desk.storage, call.api.now, actorOf(call.api));
    if (const Result<> done = tasks.releasePerson(call.api.production, *person); !done)
        return fail(done.error());
    return seeOther(call.inProduction({u"privacy"_s}).with(u"done"_s, u"released"_s));
}

// Null for everybody.
Result<PersonId> heldPerson(const ConsoleCall &call)
{
    return call.field(u"person"_s) == everybody ? Result<PersonId>(PersonId()) : personOf(call);
}

Result<WebResponse> hold(ConsoleCall &call)
{
    const QString reason = call.field(u"hold-reason"_s).trimmed();
    if (reason.isEmpty() || reason.size() > reasonMax)
        return privacyPage(call, {}, u"Say why, in up to 400 characters. Nothing was changed."_s);
    const auto person = heldPerson(call);
    if (!person)
        return fail(person.error());
    AdminTasks tasks(call.api.desk.storage, call.api.now, actorOf(call.api));
    if (const Result<> done = tasks.setHold({call.api.production, *person, reason, 0}); !done)
        return fail(done.error());
    return seeOther(call.inProduction({u"privacy"_s}).with(u"done"_s, u"held"_s));
}

Result<WebResponse> lift(ConsoleCall &call)
{
    const auto person = heldPerson(call);
    if (!person)
        return fail(person.error());
    AdminTasks tasks(call.api.desk.storage, call.api.now, actorOf(call.api));
    if (const Result<> done = tasks.liftHold(call.api.production, *person); !done)
        return fail(done.error());
    return seeOther(call.inProduction({u"privacy"_s}).with(u"done"_s, u"lifted"_s));
}

} // namespace

std::vector<ConsoleRoute> privacyPages()
{
    const QString privacy = u"/console/productions/{production}/privacy"_s;
    const Access manages = Access::member(Action::ManagePrivacy, Reach::Production);
    return {
        {"GET", privacy, manages,
         [](ConsoleCall &call) -> Result<WebResponse> { return privacyPage(call); }},
        {"POST", QString(privacy + u"/restrict"_s), manages, restrict},
        {"POST", QString(privacy + u"/release"_s), manages, release},
        {"POST", QString(privacy + u"/hold"_s), manages, hold},
        {"POST", QString(privacy + u"/lift"_s), manages, lift},
    };
}

} // namespace film::server
