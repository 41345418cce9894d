#pragma once

#include "shared/store/database.h"

#include <QLockFile>

#include <memory>

namespace film::store {

// The device's data file, opened by one process at a time and looked at before it is trusted.
class ClientFile
{
public:
    // Makes the file if there is none. Fails with StoreInUse, StoreReadOnly, StoreForeign,
    // StoreNewer or StoreCorrupt, and then leaves everything as it was. Before an older file is
    // migrated a copy of it is laid beside it (FILE.before-N).
    [[nodiscard]] static Result<std::unique_ptr<ClientFile>> open(const QString &path);
    ~ClientFile(); // notes that the file was left in order
    Q_DISABLE_COPY_MOVE(ClientFile)

    [[nodiscard]] Database &database() { return *m_database; }
    // False after a crash or a power cut: what is in it should be counted again.
    [[nodiscard]] bool wasLeftInOrder() const { return m_wasLeftInOrder; }

    // Empties the write-ahead log into the file: for a moment in which nobody waits.
    void tidy();

    struct Rescue {
        QString movedTo; // the damaged file; nothing is ever deleted
        int changes = 0; // own changes that could be read and are in the new file
    };
    // The way out of StoreCorrupt and StoreForeign: moves the file aside and starts a new one with
    // the identity and all own changes that can still be read. The server gives back the rest.
    [[nodiscard]] static Result<Rescue> rescue(const QString &path);

private:
    ClientFile() = default;

    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<Database> m_database;
    bool m_wasLeftInOrder = true;
};

} // namespace film::store
