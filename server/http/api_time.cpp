#include "server/http/api_time.h"

#include "server/http/api_values.h"
#include "server/http/day_json.h"

#include <QJsonDocument>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

struct EntriesAsked {
    PageAsked page;
    QDate from;
    QDate to;
    PersonId person; // null: everybody who may be seen
    ProductionModel::Place after{};
};

Result<EntriesAsked> entriesAskedIn(const ApiCall &call)
{
    const auto page = pageIn(call);
    const auto from = dateIn(call, u"from"_s);
    const auto to = dateIn(call, u"to"_s);
    if (!page || !from || !to)
        return fail(!page ? page.error() : !from ? from.error() : to.error());
    EntriesAsked asked{*page, *from, *to, {}, {}};
    if (const auto person = call.request.query.find(u"person"_s);
        person != call.request.query.end()) {
        const auto id = PersonId::fromString(person->second);
        if (!id)
            return fail(ErrorCode::InvalidInput, u"person has to be an id"_s);
        asked.person = *id;
    }
    if (!page->after.isEmpty()) {
        const QDate date = QDate::fromString(page->after.section(u'_', 0, 0), Qt::ISODate);
        const auto id = EntityId::fromString(page->after.section(u'_', 1));
        if (!date.isValid() || !id)
            return fail(ErrorCode::InvalidInput, u"after is none of ours"_s);
        asked.after = {date, *id};
    }
    return asked;
}

// Those of the dates that the caller may see, by date.
Result<WebResponse> listEntries(ApiCall &call)
{
    const Result<EntriesAsked> asked = entriesAskedIn(call);
    if (!asked)
        return fail(asked.error());
    const sync::Visibility visibility =
        sync::Visibility::of(call.member.permissions(), call.member.person, call.member.department);
    const auto hidden = hiddenFrom(call.desk.storage, call.production, call.member);
    if (!hidden)
        return fail(hidden.error());
    QByteArrayList items;
    std::optional<QString> next;
    const auto collect = [&](const ProductionModel &model) -> Result<> {
        const auto &days = model.days();
        auto at = asked->page.after.isEmpty() ? days.begin() : days.upper_bound(asked->after);
        if (asked->from.isValid() && (at == days.end() || at->first.first < asked->from))
            at = days.lower_bound({asked->from, EntityId()});
        ProductionModel::Place last;
        for (; at != days.end(); ++at) {
            const auto &[place, entry] = *at;
            if (asked->to.isValid() && place.first > asked->to)
                break;
            if (!visibility.includes(entry.cell) || hidden->contains(entry.day.key.person)
                || (!asked->person.isNull() && entry.day.key.person != asked->person))
                continue;
            if (items.size() == asked->page.limit) {
                next = last.first.toString(Qt::ISODate) + u'_' + last.second.toString();
                break;
            }
            items.append(model.encoded().of(place.second, entry.change, [&at] {
                return QJsonDocument(dayJson(at->first.second, at->second))
                    .toJson(QJsonDocument::Compact);
            }));
            last = place;
        }
        return {};
    };
    if (const Result<> done = call.desk.models.ask(call.desk.storage, call.production, collect);
        !done)
        return fail(done.error());
    return pageOf(items, next);
}

} // namespace

std::vector<ApiRoute> timeRoutes()
{
    return {{"GET", u"/api/v1/productions/{production}/time-entries"_s,
             Access::member(Action::SeeDays), listEntries}};
}

} // namespace film::server
