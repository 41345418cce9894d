#include "server/console/device_rows.h"

#include "server/console/console_page.h"
#include "server/console/console_words.h"
#include "server/http/production_desk.h"
#include "shared/store/server_figures.h"

#include <algorithm>
#include <unordered_map>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

// How far back it is looked for a device's last change.
constexpr quint64 changesLookedAt = 50'000;

// "filmtracker/1.0.0"
QString versionOf(const QString &app)
{
    return app.section(u'/', 1).left(40);
}

Html nameOf(const DeviceEntry &row)
{
    return el("span", {{"class", u"device"_s}}, Html::icon(u"laptop"_s),
              el("span", {}, row.device.name.isEmpty() ? u"Unnamed"_s : row.device.name));
}

Html seenOf(const ConsoleCall &call, const DeviceEntry &row)
{
    if (row.isOn)
        return mark(Tone::Good, u"radio-tower"_s, u"On now"_s);
    return row.seenMs ? timeOf(*row.seenMs, call.api.now, call.zone) : Html(u"–"_s);
}

Html versionCell(const DeviceEntry &row)
{
    if (row.version.isEmpty())
        return u"–"_s;
    if (!row.isOld)
        return row.version;
    return el("span", {{"title", u"Too old: it may hand over what it has, and gets nothing"_s}},
              mark(Tone::Warning, u"triangle-alert"_s, row.version),
              el("span", {{"class", u"hidden"_s}}, u", too old"_s));
}

Html signOutCell(const ConsoleCall &call, const DeviceEntry &row)
{
    if (row.device.revoked)
        return el("span", {{"class", u"quiet"_s}}, u"Signed out"_s);
    if (!row.maySignOut)
        return {};
    return link(call.inProduction({u"devices"_s, row.device.device.toString(), u"sign-out"_s}),
                el("span", {}, u"Sign out"_s,
                   el("span", {{"class", u"hidden"_s}}, u" "_s + row.device.name)),
                u"button small"_s);
}

} // namespace

bool DeviceEntry::matches(const QString &typed) const
{
    return device.name.contains(typed, Qt::CaseInsensitive)
        || person.contains(typed, Qt::CaseInsensitive);
}

Result<std::vector<DeviceEntry>> deviceRows(const ConsoleCall &call)
{
    const ProductionId production = call.api.production;
    store::ServerStorageSql &storage = call.api.desk.storage;
    ProductionDesk desk(call.api);
    const auto devices = desk.devices();
    const auto members = desk.members();
    const auto head = storage.head(production);
    for (const Error *error :
         {devices ? nullptr : &devices.error(), members ? nullptr : &members.error(),
          head ? nullptr : &head.error()}) {
        if (error)
            return fail(*error);
    }
    const auto changed = store::ServerFigures(storage.database())
                             .lastChanges(production, head->sequence, changesLookedAt);
    if (!changed)
        return fail(changed.error());
    std::unordered_map<UserId, const ProductionDesk::Member *> people;
    for (const ProductionDesk::Member &member : *members)
        people.emplace(member.row.user, &member);
    const auto present = call.facts.presence ? call.facts.presence->of(production)
                                             : std::unordered_map<DeviceId, DevicePresence::Seen>();
    const Permissions may = call.api.member.permissions();
    std::vector<DeviceEntry> rows;
    for (const store::DeviceRow &device : *devices) {
        DeviceEntry row;
        row.device = device;
        if (const auto person = people.find(device.user); person != people.end()) {
            row.person = person->second->row.name;
            row.role = person->second->role;
        }
        if (const auto last = changed->find(device.device); last != changed->end())
            row.seenMs = last->second;
        if (const auto seen = present.find(device.device); seen != present.end()) {
            row.isOn = seen->second.isOn && !device.revoked;
            row.seenMs = std::max(row.seenMs.value_or(0), seen->second.lastMs);
            row.version = versionOf(seen->second.app);
            row.isOld = QVersionNumber::fromString(row.version) < call.facts.config.oldestApp;
        }
        row.maySignOut =
            may.reachesPerson(Action::SignDevicesOut, device.user == call.api.member.user, false);
        rows.push_back(row);
    }
    std::ranges::stable_sort(rows, [](const DeviceEntry &left, const DeviceEntry &right) {
        const auto rank = [](const DeviceEntry &row) {
            return std::tuple(row.device.revoked, !row.isOn, -row.seenMs.value_or(0));
        };
        return rank(left) < rank(right);
    });
    return rows;
}

Html devicesBeside(const std::vector<DeviceEntry> &rows, qsizetype all)
{
    const auto on = std::ranges::count_if(rows, &DeviceEntry::isOn);
    return u"%1 on now of %2"_s.arg(countWords(on), countWords(all));
}

Html deviceTable(const ConsoleCall &call, const std::vector<DeviceEntry> &rows)
{
    std::vector<TableRow> lines;
    for (const DeviceEntry &row : rows)
        lines.push_back({nameOf(row), row.person.isEmpty() ? u"–"_s : row.person,
                         el("span", {{"class", u"quiet"_s}}, roleTitle(row.role)),
                         seenOf(call, row), versionCell(row), signOutCell(call, row)});
    return tableOf(u"Devices of the production"_s,
                   {{u"Device"_s},
                    {u"Person"_s},
                    {u"Role"_s, u"kind"_s},
                    {u"Last seen"_s, u"figures"_s},
                    {u"Version"_s, u"figures"_s},
                    {u"Sign out"_s, u"act"_s, false}},
                   lines);
}

} // namespace film::server
