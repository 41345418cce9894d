#include "server/telemetry/business_figures.h"

#include "shared/domain/records.h"
#include "shared/protocol/limits.h"
#include "shared/store/production_repository.h"
#include "shared/sync/approval.h"

#include <algorithm>
#include <map>
#include <set>

namespace film::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace limits = protocol::limits;

namespace {

constexpr quint64 backlogMax = 5'000; // changes, for who was active before the first look
constexpr int recentDays = 7;

QDate dateOf(Instant now)
{
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch(now), Qt::UTC).date();
}

// Days are of a place's own date, which may be tomorrow's here.
bool isRecent(QDate date, Instant now)
{
    const qint64 age = date.daysTo(dateOf(now));
    return age < recentDays && age >= -1;
}

template<typename Map>
void forgetBefore(Map &seen, qint64 ms)
{
    std::erase_if(seen, [ms](const auto &one) { return one.second < ms; });
}

template<typename Map>
qint64 countSince(const Map &seen, qint64 ms)
{
    return std::ranges::count_if(seen, [ms](const auto &one) { return one.second >= ms; });
}

} // namespace

Result<> BusinessFigures::look(store::ServerStorageSql &storage, Instant now)
{
    const auto listed = store::ProductionRepository(storage.database()).list();
    if (!listed)
        return fail(listed.error());
    std::set<ProductionId> there;
    for (const store::ProductionRow &row : *listed) {
        there.insert(row.id);
        if (const Result<> looked = look(storage, row.id, m_productions[row.id], now); !looked)
            return looked;
    }
    std::erase_if(m_productions, [&there](const auto &one) { return !there.contains(one.first); });
    return {};
}

Result<> BusinessFigures::look(store::ServerStorageSql &storage, ProductionId id,
                               Production &production, Instant now) const
{
    const auto head = storage.head(id);
    if (!head)
        return fail(head.error());
    // In another history the same numbers are other rows.
    if (production.at.epoch != head->epoch || head->sequence < production.at.sequence) {
        production = {};
        if (const Result<> read = readAll(storage, id, production, now); !read)
            return read;
        production.at.epoch = head->epoch;
        production.at.sequence = head->sequence - std::min(head->sequence, backlogMax);
    }
    if (const Result<> read = readOn(storage, id, production, head->sequence, now); !read) {
        production = {}; // and begin again at the next look
        return read;
    }
    std::erase_if(production.days, [now](const auto &day) {
        return !day.second.isAwaiting && !isRecent(day.second.date, now);
    });
    const qint64 yesterday = msSinceEpoch(now - 24h);
    forgetBefore(production.users, yesterday);
    forgetBefore(production.people, yesterday);
    return {};
}

Result<> BusinessFigures::readAll(store::ServerStorageSql &storage, ProductionId id,
                                  Production &production, Instant now) const
{
    if (const auto keys = store::ProductionRepository(storage.database()).keys(id))
        production.systemUser = keys->systemUser;
    EntityId after;
    for (;;) {
        if (m_isCancelled)
            return fail(ErrorCode::Cancelled, u"the server stops"_s);
        const auto page = storage.page(id,
                                       {sync::Visibility::all(),
                                        {},
                                        after,
                                        limits::snapshotPageRowsMax,
                                        limits::frameBytesMax});
        if (!page)
            return fail(page.error());
        if (page->empty())
            return {};
        for (const protocol::EntityState &state : *page)
            take(state, production, now);
        after = page->back().id;
    }
}

Result<> BusinessFigures::readOn(store::ServerStorageSql &storage, ProductionId id,
                                 Production &production, quint64 to, Instant now) const
{
    while (production.at.sequence < to) {
        if (m_isCancelled)
            return fail(ErrorCode::Cancelled, u"the server stops"_s);
        sync::RowsWanted wanted;
        wanted.from = production.at.sequence;
        wanted.visibility = sync::Visibility::all();
        wanted.rowsMax = limits::deltaRowsMax;
        wanted.bytesMax = limits::frameBytesMax;
        const auto read = storage.rows(id, wanted);
        if (!read)
            return fail(read.error());
        if (read->to <= production.at.sequence)
            return fail(ErrorCode::Busy, u"the log has become shorter"_s);
        for (const protocol::LogRow &row : read->rows) {
            const auto envelope = protocol::decodeEnvelope(row.envelope);
            const auto states = protocol::decodeEntities(row.post);
            if (!states)
                return fail(states.error());
            if (envelope && envelope->author != production.systemUser)
                production.users[envelope->author] = row.receivedMs;
            for (const protocol::EntityState &state : *states) {
                take(state, production, now);
                if (state.type == EntityType::TimeEntry && !state.cell.person().isNull())
                    production.people[state.cell.person()] = row.receivedMs;
            }
        }
        production.at.sequence = read->to;
    }
    return {};
}

void BusinessFigures::take(const protocol::EntityState &state, Production &production, Instant now)
{
    if (state.type != EntityType::TimeEntry)
        return;
    production.days.erase(state.id);
    const auto groups = protocol::decodeGroups(state.groups);
    if (state.deleted || !groups)
        return;
    const GroupMap plain = sync::plainGroups(*groups);
    const auto day = workDayFromGroups(plain);
    if (!day)
        return; // of a later version, or poison: the history shows it
    sync::RecordContent content;
    content.exists = true;
    content.groups = *groups;
    const bool isAwaiting =
        sync::isSubmitted(plain) && sync::approvalOf(state.type, content) == ApprovalLevel::None;
    if (isAwaiting || isRecent(day->key.date, now))
        production.days[state.id] = {day->key.person, state.cell.department(), day->key.date,
                                     workedMinutes(*day).value_or(Minutes(0)), isAwaiting};
}

BusinessFigures::Figures BusinessFigures::figures(Instant now) const
{
    struct Work {
        Minutes worked{0};
        std::set<PersonId> people;
    };
    const qint64 hourAgo = msSinceEpoch(now - 1h);
    const qint64 dayAgo = msSinceEpoch(now - 24h);
    Figures figures;
    figures.productions = qint64(m_productions.size());
    std::map<DepartmentId, Work> work;
    for (const auto &[id, production] : m_productions) {
        figures.hour.users += countSince(production.users, hourAgo);
        figures.hour.people += countSince(production.people, hourAgo);
        figures.day.users += countSince(production.users, dayAgo);
        figures.day.people += countSince(production.people, dayAgo);
        for (const auto &[entity, day] : production.days) {
            figures.daysAwaitingApproval += day.isAwaiting ? 1 : 0;
            if (day.department.isNull() || day.worked <= Minutes(0) || !isRecent(day.date, now))
                continue;
            work[day.department].worked += day.worked;
            work[day.department].people.insert(day.person);
        }
    }
    for (const auto &[department, of] : work) {
        if (int(of.people.size()) >= departmentPeopleMin)
            figures.departments.push_back({department, of.worked});
    }
    std::ranges::sort(figures.departments, std::ranges::greater(), &Department::worked);
    if (figures.departments.size() > departmentsMax)
        figures.departments.resize(departmentsMax);
    return figures;
}

} // namespace film::server
