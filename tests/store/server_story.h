#pragma once

#include "shared/base/random.h"
#include "shared/base/uuid_source.h"
#include "shared/store/server_storage_sql.h"
#include "shared/sync/author.h"
#include "shared/sync/commit_batch.h"

#include <QString>
#include <QStringList>

#include <map>

namespace film::tests {

// The embedded server's first minutes on a machine that may fail it: a production, twelve batches,
// each pushed once more if it got no answer. Remembers what was answered.
class ServerStory
{
public:
    static constexpr int batches = 12;
    static constexpr int daysOfBatch = 5;

    explicit ServerStory(const QString &path);

    // `faster` gives up what makes a commit durable: to see that these tests notice.
    void run(bool faster = false);
    // What does not hold in the file as it is now.
    [[nodiscard]] QStringList problems();
    [[nodiscard]] size_t answered() const;

private:
    void push(store::ServerStorageSql &storage);
    sync::Submission nextDay();

    QString m_address;
    SeededRandom m_random{11};
    sync::LaneMemory m_memory;
    UuidSource m_ids{m_random};
    ProductionId m_production{m_random.bytes<16>()};
    EpochId m_epoch{m_random.bytes<16>()};
    sync::DeviceRecord m_device;
    sync::AuthorState m_author;
    std::map<MutationId, bool> m_answered; // everything that was pushed
};

} // namespace film::tests
