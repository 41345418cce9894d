#include "app/engine/engine.h"

#include "app/engine/changes_seal.h"

#include <utility>

namespace film::app {

namespace {

template<typename Answer>
auto finisher(const std::shared_ptr<QPromise<Answer>> &promise)
{
    return [promise](Answer answer) {
        promise->addResult(std::move(answer));
        promise->finish();
    };
}

} // namespace

Engine::Engine(const EngineSettings &settings, QObject *parent)
    : QObject(parent)
    , m_core(std::make_unique<EngineCore>(settings).release())
{
    qRegisterMetaType<SyncStatus>();
    m_thread.setObjectName(QStringLiteral("engine"));
    m_core->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_core, &QObject::deleteLater);
    connect(m_core, &EngineCore::statusChanged, this, &Engine::statusChanged);
    connect(m_core, &EngineCore::recordsChanged, this, &Engine::recordsChanged);
    m_thread.start();
}

Engine::~Engine()
{
    finish();
}

void Engine::finish()
{
    EngineCore *core = std::exchange(m_core, nullptr);
    if (!core)
        return;
    QMetaObject::invokeMethod(
        core, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

QFuture<Result<WorkspaceState>> Engine::open()
{
    using Answer = Result<WorkspaceState>;
    return post<Answer>([](EngineCore &core, std::shared_ptr<QPromise<Answer>> promise) {
        core.open(finisher(promise));
    });
}

QFuture<Result<WorkspaceState>> Engine::join(const JoinRequest &request)
{
    using Answer = Result<WorkspaceState>;
    return post<Answer>([request](EngineCore &core, std::shared_ptr<QPromise<Answer>> promise) {
        core.join(request, finisher(promise));
    });
}

QFuture<Result<WorkspaceState>> Engine::startAlone(const SoloRequest &request)
{
    using Answer = Result<WorkspaceState>;
    return post<Answer>([request](EngineCore &core, std::shared_ptr<QPromise<Answer>> promise) {
        finisher(promise)(core.startAlone(request));
    });
}

QFuture<Result<WorkspaceState>> Engine::rescue()
{
    using Answer = Result<WorkspaceState>;
    return post<Answer>([](EngineCore &core, std::shared_ptr<QPromise<Answer>> promise) {
        core.rescue(finisher(promise));
    });
}

QFuture<Result<SavedDays>> Engine::saveDays(std::vector<EditedDay> edits, const QString &reason,
                                            protocol::InputMethod input)
{
    using Answer = Result<SavedDays>;
    return post<Answer>([edits = std::move(edits), reason,
                         input](EngineCore &core, std::shared_ptr<QPromise<Answer>> promise) {
        const auto workspace = core.workspace();
        finisher(promise)(workspace ? (*workspace)->saveDays(edits, reason, input)
                                    : Answer(fail(workspace.error())));
        core.announceSaved();
    });
}

QFuture<Result<std::vector<MutationId>>> Engine::saveRecords(std::vector<WantedRecord> records)
{
    using Answer = Result<std::vector<MutationId>>;
    return post<Answer>([records = std::move(records)](EngineCore &core,
                                                       std::shared_ptr<QPromise<Answer>> promise) {
        const auto workspace = core.workspace();
        finisher(promise)(workspace
                              ? (*workspace)->saveRecords(records, protocol::InputMethod::Import)
                              : Answer(fail(workspace.error())));
        core.announceSaved();
    });
}

QFuture<Result<SavedStep>> Engine::resolve(std::vector<ConflictDecision> decisions, UndoNote note)
{
    using Answer = Result<SavedStep>;
    return post<Answer>([decisions = std::move(decisions), note = std::move(note)](
                            EngineCore &core, std::shared_ptr<QPromise<Answer>> promise) {
        const auto workspace = core.workspace();
        finisher(promise)(workspace ? (*workspace)->resolve(decisions, note)
                                    : Answer(fail(workspace.error())));
        core.announceSaved();
    });
}

QFuture<Result<std::vector<WorkDay>>> Engine::daysAlone()
{
    using Answer = Result<std::vector<WorkDay>>;
    return post<Answer>([](EngineCore &core, std::shared_ptr<QPromise<Answer>> promise) {
        finisher(promise)(core.daysAlone());
    });
}

QFuture<Result<BroughtDays>> Engine::bringDays()
{
    using Answer = Result<BroughtDays>;
    return post<Answer>([](EngineCore &core, std::shared_ptr<QPromise<Answer>> promise) {
        finisher(promise)(core.bringDays());
        core.announceSaved();
    });
}

QFuture<Result<>> Engine::leaveDays()
{
    using Answer = Result<>;
    return post<Answer>([](EngineCore &core, std::shared_ptr<QPromise<Answer>> promise) {
        finisher(promise)(core.leaveDays());
    });
}

QFuture<Result<Production>> Engine::production()
{
    return run([](Workspace &workspace) { return workspace.production(); });
}

QFuture<Result<Directory>> Engine::directory()
{
    return run([](Workspace &workspace) { return workspace.directory(); });
}

QFuture<Result<DaysSeen>> Engine::days(std::optional<PersonId> person, QDate first, QDate last)
{
    return run([person, first, last](Workspace &workspace) {
        return workspace.days(person, first, last);
    });
}

QFuture<Result<std::vector<ConflictSeen>>> Engine::conflicts()
{
    return run([](Workspace &workspace) { return workspace.conflicts(); });
}

QFuture<Result<std::vector<HistoryRow>>> Engine::history(const WorkDayKey &key)
{
    return run([key](Workspace &workspace) { return workspace.history(key); });
}

QFuture<Result<std::vector<OutboxEntry>>> Engine::outbox(int rowsMax)
{
    return run([rowsMax](Workspace &workspace) { return workspace.outbox(rowsMax); });
}

QFuture<Result<SyncStatus>> Engine::status()
{
    using Answer = Result<SyncStatus>;
    return post<Answer>([](EngineCore &core, std::shared_ptr<QPromise<Answer>> promise) {
        finisher(promise)(core.status());
    });
}

QFuture<Result<SyncStatus>> Engine::nextStatus(std::chrono::milliseconds atMost)
{
    using Answer = Result<SyncStatus>;
    return post<Answer>([atMost](EngineCore &core, std::shared_ptr<QPromise<Answer>> promise) {
        core.nextStatus(atMost, finisher(promise));
    });
}

QFuture<Result<>> Engine::startSync()
{
    using Answer = Result<>;
    return post<Answer>([](EngineCore &core, std::shared_ptr<QPromise<Answer>> promise) {
        core.startSync();
        finisher(promise)(Answer());
    });
}

QFuture<Result<>> Engine::syncNow()
{
    using Answer = Result<>;
    return post<Answer>([](EngineCore &core, std::shared_ptr<QPromise<Answer>> promise) {
        core.syncNow();
        finisher(promise)(Answer());
    });
}

QFuture<Result<>> Engine::acceptRemoval()
{
    using Answer = Result<>;
    return post<Answer>([](EngineCore &core, std::shared_ptr<QPromise<Answer>> promise) {
        core.acceptRemoval();
        finisher(promise)(Answer());
    });
}

QFuture<Result<>> Engine::signOut()
{
    using Answer = Result<>;
    return post<Answer>([](EngineCore &core, std::shared_ptr<QPromise<Answer>> promise) {
        core.signOut(finisher(promise));
    });
}

QFuture<Result<ExportedChanges>> Engine::exportChanges(const QString &passphrase)
{
    using Answer = Result<ExportedChanges>;
    return post<Answer>([passphrase](EngineCore &core, std::shared_ptr<QPromise<Answer>> promise) {
        finisher(promise)(core.exportChanges(passphrase));
    });
}

QFuture<Result<OpenedChanges>> Engine::openChanges(const QByteArray &file,
                                                   const QString &passphrase)
{
    return run([file, passphrase](Workspace &workspace) -> Result<OpenedChanges> {
        auto opened = openedFile(file, passphrase);
        if (!opened)
            return fail(opened.error());
        auto seen = workspace.look(*opened);
        if (!seen)
            return fail(seen.error());
        return OpenedChanges{std::move(*opened), std::move(*seen)};
    });
}

QFuture<Result<PinState>> Engine::pinState()
{
    using Answer = Result<PinState>;
    return post<Answer>([](EngineCore &core, std::shared_ptr<QPromise<Answer>> promise) {
        core.pinState(finisher(promise));
    });
}

QFuture<Result<PinAnswer>> Engine::enterPin(const QString &pin)
{
    using Answer = Result<PinAnswer>;
    return post<Answer>([pin](EngineCore &core, std::shared_ptr<QPromise<Answer>> promise) {
        core.enterPin(pin, finisher(promise));
    });
}

QFuture<Result<PinAnswer>> Engine::changePin(const QString &before, const QString &next)
{
    using Answer = Result<PinAnswer>;
    return post<Answer>(
        [before, next](EngineCore &core, std::shared_ptr<QPromise<Answer>> promise) {
            core.changePin(before, next, finisher(promise));
        });
}

} // namespace film::app
