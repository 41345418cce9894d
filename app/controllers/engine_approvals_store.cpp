#include "app/controllers/engine_approvals_store.h"

#include "app/controllers/engine_crew_store.h"
#include "app/controllers/engine_week_store.h"

#include <algorithm>
#include <map>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

// Nobody else is in the queue.
void keepApprovable(const Workspace &workspace, const Directory &directory, CrewSnapshot &crew)
{
    for (CrewDepartment &department : crew.departments)
        std::erase_if(department.people, [&](const CrewPerson &person) {
            return !workspace.mayApprove(person.id, directory);
        });
    std::erase_if(crew.departments,
                  [](const CrewDepartment &department) { return department.people.empty(); });
}

Result<std::vector<ApprovalEntry>> entriesOf(Workspace &workspace, QDate weekStart,
                                             const CrewSnapshot &crew, ApprovalLevel level)
{
    const auto standings = workspace.standings(std::nullopt, weekStart, weekStart.addDays(6));
    if (!standings)
        return fail(standings.error());
    std::map<PersonId, ApprovalEntry> byPerson;
    for (const CrewDepartment &department : crew.departments) {
        for (const CrewPerson &person : department.people)
            byPerson[person.id].person = person.id;
    }
    std::vector<WorkDayKey> days;
    for (const DayStanding &standing : *standings) {
        const auto entry = byPerson.find(standing.key.person);
        if (entry == byPerson.end())
            continue;
        entry->second.standings.push_back(standing);
        days.push_back(standing.key);
    }
    const auto said = workspace.signOffs(days);
    if (!said)
        return fail(said.error());
    for (const SignOff &one : *said) {
        ApprovalEntry &entry = byPerson[one.key.person];
        if (one.kind == SignOff::Kind::Approved && one.level >= level)
            entry.approvedAt = one.at;
    }
    const auto foreign = workspace.foreignChanges(days);
    if (!foreign)
        return fail(foreign.error());
    for (const ForeignChange &change : *foreign) {
        ApprovalEntry &entry = byPerson[change.key.person];
        ++(change.isDisputed() ? entry.disputes : entry.initialsWaiting);
    }
    std::vector<ApprovalEntry> entries;
    for (auto &[person, entry] : byPerson)
        entries.push_back(std::move(entry));
    return entries;
}

Result<ApprovalWeek> readQueue(Workspace &workspace, QDate weekStart)
{
    auto crew = readCrew(workspace, weekStart, SystemClock().now());
    if (!crew)
        return fail(crew.error());
    const auto directory = workspace.directory();
    if (!directory)
        return fail(directory.error());
    ApprovalWeek week;
    week.crew = std::move(*crew);
    week.level = workspace.levelToGive();
    week.signer = workspace.state().personName;
    week.canDelegate = workspace.mayDelegate();
    if (const auto &deputy = workspace.deputy()) {
        auto name = workspace.nameOfUser(deputy->by);
        if (!name)
            return fail(name.error());
        week.inPlaceOf = std::move(*name);
        week.inPlaceUntil = deputy->until;
    }
    keepApprovable(workspace, *directory, week.crew);
    if (week.level == ApprovalLevel::Department) {
        const auto department = std::ranges::find(
            directory->departments, workspace.ownDepartment(*directory), &Department::id);
        if (department != directory->departments.end())
            week.department = department->name;
    }
    auto entries = entriesOf(workspace, weekStart, week.crew, week.level);
    if (!entries)
        return fail(entries.error());
    week.entries = std::move(*entries);
    return week;
}

Result<ApprovalCard> readCard(Workspace &workspace, PersonId person, QDate weekStart)
{
    auto week = readWeek(workspace, person, weekStart);
    if (!week)
        return fail(week.error());
    ApprovalCard card;
    card.week = std::move(*week);
    auto standings = workspace.standings(person, weekStart, weekStart.addDays(6));
    if (!standings)
        return fail(standings.error());
    card.standings = std::move(*standings);
    std::vector<WorkDayKey> days;
    for (const DayStanding &standing : card.standings)
        days.push_back(standing.key);
    auto said = workspace.signOffs(days);
    if (!said)
        return fail(said.error());
    card.said = std::move(*said);
    auto foreign = workspace.foreignChanges(days);
    if (!foreign)
        return fail(foreign.error());
    card.foreign = std::move(*foreign);
    return card;
}

Result<> onlyWhether(const Result<std::vector<MutationId>> &saved)
{
    return saved ? Result<>() : Result<>(fail(saved.error()));
}

} // namespace

QFuture<Result<ApprovalWeek>> EngineApprovalsStore::loadQueue(QDate weekStart)
{
    return m_engine.run(
        [weekStart](Workspace &workspace) { return readQueue(workspace, weekStart); });
}

QFuture<Result<ApprovalCard>> EngineApprovalsStore::loadCard(PersonId person, QDate weekStart)
{
    return m_engine.run([person, weekStart](Workspace &workspace) {
        return readCard(workspace, person, weekStart);
    });
}

QFuture<Result<>> EngineApprovalsStore::approve(std::vector<DayToSign> days,
                                                std::vector<ApprovedWeek> weeks)
{
    return m_engine.runAndSend(
        [days = std::move(days), weeks = std::move(weeks)](Workspace &workspace) {
            return onlyWhether(workspace.approve(days, weeks));
        });
}

QFuture<Result<>> EngineApprovalsStore::withdraw(std::vector<DayToSign> days, Withdrawal whose)
{
    return m_engine.runAndSend([days = std::move(days), whose](Workspace &workspace) {
        return onlyWhether(workspace.withdraw(days, whose, {}));
    });
}

QFuture<Result<SavedDays>> EngineApprovalsStore::saveStates(std::vector<EditedDay> days,
                                                            QString reason)
{
    return m_engine.runAndSend(
        [days = std::move(days), reason = std::move(reason)](Workspace &workspace) {
            UndoNote note;
            note.isRewrite = true;
            return workspace.saveDays(days, reason, protocol::InputMethod::Manual, note);
        });
}

QFuture<Result<>> EngineApprovalsStore::initial(WorkDayKey key, Hash32 content,
                                                std::optional<QString> word)
{
    return m_engine.runAndSend([key, content, word = std::move(word)](Workspace &workspace) {
        return workspace.initial(key, content, word);
    });
}

QFuture<Result<Delegations>> EngineApprovalsStore::loadDelegations()
{
    return m_engine.run([](Workspace &workspace) { return workspace.delegations(); });
}

QFuture<Result<>> EngineApprovalsStore::setDeputy(UserId user, std::optional<QDate> until)
{
    return m_engine.runAndSend(
        [user, until](Workspace &workspace) { return workspace.setDeputy(user, until); });
}

QFuture<Result<PinState>> EngineApprovalsStore::pinState()
{
    return m_engine.pinState();
}

QFuture<Result<PinAnswer>> EngineApprovalsStore::enterPin(QString pin)
{
    return m_engine.enterPin(pin);
}

QFuture<Result<PinAnswer>> EngineApprovalsStore::changePin(QString before, QString next)
{
    return m_engine.changePin(before, next);
}

} // namespace film::app
