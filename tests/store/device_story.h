#pragma once

#include "shared/base/result.h"
#include "shared/base/uuid_source.h"
#include "shared/domain/work_day.h"
#include "shared/store/client_file.h"
#include "shared/sync/client_replica.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace film::tests {

// A device's first days, told against a data file that may fail at any moment: 30 saves, 20 deltas,
// a snapshot, a migration, a restart in the middle. Remembers what the file promised, and says
// afterwards what of it does not hold. The same for every run, but for what failed.
class DeviceStory
{
public:
    explicit DeviceStory(const QString &path);

    // Runs until the end, or until the file cannot be opened. What fails is noted and not retried.
    // `faster` gives up what makes a save durable: to see that these tests notice.
    void run(bool faster = false);
    // A session after it, with five more days.
    void runOn();
    // After run(): what others wrote is to go, and nothing that waits to be handed over.
    [[nodiscard]] Result<> forget();
    // As problems(), after forget() was tried on a disk that failed: it is tried again first.
    [[nodiscard]] QStringList problemsOfForgetting();
    // Called where the file is worth a copy: closed at the restart, open before the end of each
    // session.
    enum class Moment { Restart, End, LaterEnd };
    void pauseAt(std::function<void(Moment)> pause) { m_pause = std::move(pause); }

    // What does not hold in the file as it is now. Empty: every save that was reported is there,
    // records are those of the cursor, and the file can be worked with.
    [[nodiscard]] QStringList problems();
    // Wrong answers that were given while the story ran.
    [[nodiscard]] const QStringList &wrongAnswers() const { return m_wrongAnswers; }
    [[nodiscard]] const std::map<MutationId, QByteArray> &saved() const { return m_saved; }
    [[nodiscard]] int failures() const { return m_failures; }
    [[nodiscard]] const std::optional<Error> &openError() const { return m_openError; }

private:
    struct Place {
        Hash32 chain;
        sync::Digest digest;
    };

    [[nodiscard]] bool openFile(bool faster);
    void closeFile();
    [[nodiscard]] Result<> join(store::Database &database) const;
    void saveDay(int number);
    void receive(int number);
    void snapshot();
    void migrateOnce();
    void ask();

    [[nodiscard]] Result<> lookAt(store::Database &database, QStringList &problems);
    [[nodiscard]] Result<> goOn(store::Database &database, QStringList &problems);
    void compareOutbox(const std::vector<sync::OutboxRow> &rows, QStringList &problems) const;
    void compareRecords(store::Database &database, const sync::ClientMeta &meta,
                        QStringList &problems) const;
    template<typename T>
    [[nodiscard]] bool went(const Result<T> &result);

    // The server's side: what it has, and what it had at each place of the log.
    [[nodiscard]] protocol::LogRow log(const QByteArray &envelope);
    [[nodiscard]] protocol::LogRow someoneElsesDay(int number);

    QString m_path;
    SeededRandom m_random{11};
    UuidSource m_ids{m_random};
    sync::ClientMeta m_identity;
    PersonId m_other;
    std::unique_ptr<store::ClientFile> m_file;
    std::optional<Error> m_openError;
    std::function<void(Moment)> m_pause = [](Moment) {};

    std::map<MutationId, QByteArray> m_saved; // reported saved: id, bytes
    std::vector<QByteArray> m_toConfirm;      // reported saved, not yet in a delta
    std::map<EntityId, QDate> m_days;         // reported saved
    quint64 m_promisedCursor = 0;
    int m_failures = 0;
    QStringList m_wrongAnswers;

    std::map<EntityId, protocol::EntityState> m_server;
    std::map<quint64, Place> m_places;
    sync::AuthorState m_otherAuthor;
    quint64 m_head = 0;
};

} // namespace film::tests
