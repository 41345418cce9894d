#pragma once

#include "app/engine/engine_core.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <memory>
#include <type_traits>

namespace film::app {

// A file of changes with what it means here.
struct OpenedChanges {
    sync::ChangesFile file;
    CarriedChanges seen;
};

// The client without its windows. Every call posts to the engine's own thread and answers with a
// future; none of them waits. Used from one thread.
class Engine final : public QObject
{
    Q_OBJECT
public:
    explicit Engine(const EngineSettings &settings, QObject *parent = nullptr);
    ~Engine() override; // finishes

    // Waits until what was posted is done; what is asked afterwards is never answered. Called
    // before those who wait for an answer go: an answer must not meet them half gone.
    void finish();

    [[nodiscard]] QFuture<Result<WorkspaceState>> open();
    [[nodiscard]] QFuture<Result<WorkspaceState>> join(const JoinRequest &request);
    [[nodiscard]] QFuture<Result<WorkspaceState>> startAlone(const SoloRequest &request);
    [[nodiscard]] QFuture<Result<WorkspaceState>> rescue();

    // On disk when it finishes.
    [[nodiscard]] QFuture<Result<SavedDays>>
    saveDays(std::vector<EditedDay> edits, const QString &reason = {},
             protocol::InputMethod input = protocol::InputMethod::Manual);
    [[nodiscard]] QFuture<Result<std::vector<MutationId>>>
    saveRecords(std::vector<WantedRecord> records);
    [[nodiscard]] QFuture<Result<SavedStep>> resolve(std::vector<ConflictDecision> decisions,
                                                     UndoNote note = {});

    // Days that were entered alone before this production was joined; see EngineCore.
    [[nodiscard]] QFuture<Result<std::vector<WorkDay>>> daysAlone();
    [[nodiscard]] QFuture<Result<BroughtDays>> bringDays();
    [[nodiscard]] QFuture<Result<>> leaveDays();

    [[nodiscard]] QFuture<Result<Directory>> directory();
    [[nodiscard]] QFuture<Result<Production>> production(); // without reading everybody in it
    [[nodiscard]] QFuture<Result<DaysSeen>> days(std::optional<PersonId> person, QDate first,
                                                 QDate last);
    [[nodiscard]] QFuture<Result<std::vector<ConflictSeen>>> conflicts();
    [[nodiscard]] QFuture<Result<std::vector<HistoryRow>>> history(const WorkDayKey &key);
    [[nodiscard]] QFuture<Result<std::vector<OutboxEntry>>> outbox(int rowsMax);
    [[nodiscard]] QFuture<Result<SyncStatus>> status();
    // As soon as it changes, or as it is after `atMost`.
    [[nodiscard]] QFuture<Result<SyncStatus>> nextStatus(std::chrono::milliseconds atMost);

    [[nodiscard]] QFuture<Result<>> startSync();
    [[nodiscard]] QFuture<Result<>> syncNow();
    // A person has looked: what the server lacks may go from here, too.
    [[nodiscard]] QFuture<Result<>> acceptRemoval();
    [[nodiscard]] QFuture<Result<>> signOut();

    // What the server does not have yet, as a file to carry by hand; see EngineCore.
    [[nodiscard]] QFuture<Result<ExportedChanges>> exportChanges(const QString &passphrase);
    // Opens such a file and looks at it; nothing is changed. Its codes are those of openedFile(),
    // and InvalidInput for another production's.
    [[nodiscard]] QFuture<Result<OpenedChanges>> openChanges(const QByteArray &file,
                                                             const QString &passphrase);

    // The PIN that the person at this computer signs with.
    [[nodiscard]] QFuture<Result<PinState>> pinState();
    [[nodiscard]] QFuture<Result<PinAnswer>> enterPin(const QString &pin);
    [[nodiscard]] QFuture<Result<PinAnswer>> changePin(const QString &before, const QString &next);

    // Several questions in one go, so that nothing moves between them: `work` takes the
    // workspace and returns a Result.
    template<typename Work>
    [[nodiscard]] auto run(Work work) -> QFuture<std::invoke_result_t<Work, Workspace &>>
    {
        using Answer = std::invoke_result_t<Work, Workspace &>;
        return post<Answer>(
            [work = std::move(work)](EngineCore &core, std::shared_ptr<QPromise<Answer>> promise) {
                const Result<Workspace *> workspace = core.workspace();
                promise->addResult(workspace ? work(**workspace) : Answer(fail(workspace.error())));
                promise->finish();
            });
    }

    // The same for work that saves: what was saved sets out at once.
    template<typename Work>
    [[nodiscard]] auto runAndSend(Work work) -> QFuture<std::invoke_result_t<Work, Workspace &>>
    {
        using Answer = std::invoke_result_t<Work, Workspace &>;
        return post<Answer>(
            [work = std::move(work)](EngineCore &core, std::shared_ptr<QPromise<Answer>> promise) {
                const Result<Workspace *> workspace = core.workspace();
                promise->addResult(workspace ? work(**workspace) : Answer(fail(workspace.error())));
                promise->finish();
                core.announceSaved();
            });
    }

signals:
    void statusChanged(const film::app::SyncStatus &status);
    void recordsChanged();

private:
    // `work` finishes the promise, at once or later. It is shared because callbacks of the key
    // store and the socket are copied about.
    template<typename Answer, typename Work>
    [[nodiscard]] QFuture<Answer> post(Work work)
    {
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        if (!m_core) // finished; the promise is dropped, and with it the continuations
            return promise->future();
        QMetaObject::invokeMethod(
            m_core, [core = m_core, promise, work = std::move(work)] { work(*core, promise); },
            Qt::QueuedConnection);
        return promise->future();
    }

    QThread m_thread;
    EngineCore *m_core; // lives in m_thread, which deletes it; null once finished
};

} // namespace film::app
