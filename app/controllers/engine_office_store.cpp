#include "app/controllers/engine_office_store.h"

#include "shared/domain/permissions.h"
#include "shared/domain/zone_time.h"

#include <QDateTime>

#include <algorithm>
#include <tuple>

namespace film::app {

namespace {

Result<PeopleSnapshot> readPeople(Workspace &workspace, Instant now)
{
    auto directory = workspace.directory();
    if (!directory)
        return fail(directory.error());
    auto deals = workspace.deals();
    if (!deals)
        return fail(deals.error());
    const WorkspaceState state = workspace.state();
    PeopleSnapshot crew;
    crew.self = state.person;
    crew.canEdit = state.reachesAll(Action::EditProduction);
    crew.seesPay = state.reachesAll(Action::SeePay);
    const QTimeZone known = zoneFor(directory->production.zone);
    crew.today = QDateTime::fromMSecsSinceEpoch(
                     msSinceEpoch(now), known.isValid() ? known : QTimeZone::systemTimeZone())
                     .date();
    crew.production = std::move(directory->production);
    crew.units = std::move(directory->units);
    crew.departments = std::move(directory->departments);
    crew.people = std::move(directory->people);
    crew.deals = std::move(*deals);
    return crew;
}

Result<std::vector<ShootingDay>> readSheets(Workspace &workspace, QDate first, QDate last)
{
    auto sheets = workspace.sheets(first, last);
    if (!sheets)
        return fail(sheets.error());
    std::ranges::sort(*sheets, [](const ShootingDay &a, const ShootingDay &b) {
        return std::tie(a.date, a.unit) < std::tie(b.date, b.unit);
    });
    return sheets;
}

} // namespace

QFuture<Result<PeopleSnapshot>> EngineOfficeStore::loadPeople()
{
    return m_engine.run(
        [](Workspace &workspace) { return readPeople(workspace, SystemClock().now()); });
}

QFuture<Result<std::vector<ShootingDay>>> EngineOfficeStore::loadSheets(QDate first, QDate last)
{
    return m_engine.run(
        [first, last](Workspace &workspace) { return readSheets(workspace, first, last); });
}

QFuture<Result<>> EngineOfficeStore::editRecords(std::vector<RecordEdit> edits, QString reason,
                                                 protocol::InputMethod input)
{
    return m_engine.runAndSend(
        [edits = std::move(edits), reason = std::move(reason), input](Workspace &workspace) {
            const auto saved = workspace.editRecords(edits, reason, input);
            return saved ? Result<>() : Result<>(fail(saved.error()));
        });
}

} // namespace film::app
