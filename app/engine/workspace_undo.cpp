#include "app/engine/day_records.h"
#include "app/engine/workspace.h"
#include "shared/domain/records.h"
#include "shared/domain/week.h"
#include "shared/domain/zone_time.h"
#include "shared/sync/author.h"

#include <QDateTime>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const WorkDay &day)
{
    protocol::VersionedGroups groups;
    for (const auto &[group, fields] : storedGroups(day))
        groups[group].fields = fields;
    return protocol::encodeGroups(groups);
}

Result<WorkDay> dayOf(const QByteArray &bytes)
{
    const auto groups = protocol::decodeGroups(bytes);
    const auto day = groups ? dayIn(sync::plainGroups(*groups)) : std::nullopt;
    if (!day)
        return fail(ErrorCode::StoreCorrupt, u"a day to take back cannot be read"_s);
    return *day;
}

} // namespace

// Held against each other as they are stored: what is not stored makes no difference.
Result<bool> Workspace::isUntouched(const WorkDay &left)
{
    const auto record = groupsOf(workDayId(m_state.production, left.key));
    if (!record)
        return fail(record.error());
    WorkDay now;
    now.key = left.key;
    if (*record)
        now = dayIn(sync::plainGroups(**record)).value_or(now);
    return storedGroups(now) == storedGroups(left);
}

Result<> Workspace::write(const UndoNote &note, std::span<const EditedDay> edits, quint64 &step)
{
    using Kind = UndoNote::Kind;
    // A step of which every day was left alone is done with all the same.
    if (note.kind == Kind::None || (edits.empty() && !note.isRewrite))
        return {};
    step = note.step;
    if (note.kind == Kind::Undone || note.kind == Kind::Redone)
        return m_undo.mark(step, note.kind == Kind::Undone);
    if (note.kind == Kind::Step) {
        const auto added = m_undo.add(note.name, m_clock.now());
        if (!added)
            return fail(added.error());
        step = *added;
    }
    for (const EditedDay &edit : edits) {
        const store::UndoDay day{bytesOf(edit.before), bytesOf(edit.after)};
        if (const Result<> added = m_undo.addDay(step, day); !added)
            return added;
    }
    return {};
}

Result<std::vector<SavedStep>> Workspace::undoSteps()
{
    if (const Result<> forgotten = forgetOldSteps(); !forgotten)
        return fail(forgotten.error());
    const auto stored = m_undo.all();
    if (!stored)
        return fail(stored.error());
    std::vector<SavedStep> steps;
    for (const store::UndoStep &step : *stored) {
        SavedStep known{step.number, step.name, step.isUndone};
        for (const store::UndoDay &day : step.days) {
            const auto before = dayOf(day.before);
            const auto after = dayOf(day.after);
            if (!before || !after)
                return fail(before ? after.error() : before.error());
            known.days.push_back({*before, *after});
        }
        steps.push_back(std::move(known));
    }
    return steps;
}

// The week is the production's, where it is shot.
Result<> Workspace::forgetOldSteps()
{
    const auto production = this->production();
    if (!production)
        return fail(production.error());
    const QTimeZone known = zoneFor(production->zone);
    const QTimeZone zone = known.isValid() ? known : QTimeZone::systemTimeZone();
    const QDate today = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(m_clock.now()), zone).date();
    const QDate first = weekOf(today, production->weekEndsOn).first;
    const Instant start = instantFromMs(first.startOfDay(zone).toMSecsSinceEpoch());
    if (const Result<> begun = m_storage.begin(); !begun)
        return begun;
    if (const Result<> removed = m_undo.removeBefore(start); !removed) {
        m_storage.rollback();
        return removed;
    }
    return m_storage.commit();
}

} // namespace film::app
