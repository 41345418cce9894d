#pragma once

#include "shared/base/random.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace film::tests {

// Stands between SQLite and the disk, for every file that SQLite opens while it lives: makes the
// n-th call of a kind fail, or cuts the power after the n-th write and keeps of what was not synced
// only what chance leaves. Syncing costs nothing here; that a sync was asked for is what counts.
class FaultyDisk
{
public:
    enum class Call { Open, Read, Write, Sync, Truncate, Delete };
    static constexpr size_t callKinds = 6;

    struct Fault {
        Call call = Call::Write;
        qint64 number = 1;      // the n-th call of this kind, from now on
        int code = 0;           // what SQLite is told: SQLITE_IOERR_WRITE, SQLITE_FULL …
        bool forEver = false;   // also all calls of this kind after it
        bool isPartial = false; // half of the bytes get through (reads and writes)
    };
    // How much of what was written but not synced is lost when the power goes. Each piece goes or
    // stays by itself, so later ones may be there without the earlier: the order is not kept.
    enum class Loss { Everything, SomeWrites, SomeSectors, SomeBlocks };

    FaultyDisk(); // becomes SQLite's default
    ~FaultyDisk();
    Q_DISABLE_COPY_MOVE(FaultyDisk)

    void inject(const Fault &fault);
    // The write, sync or truncation of that number is the last thing the disk hears of.
    void cutPowerAt(qint64 change);
    // All is well again; counting starts anew. What files hold is forgotten too.
    void heal();
    [[nodiscard]] bool struck() const { return m_struck; }
    [[nodiscard]] qint64 calls(Call call) const { return m_calls[size_t(call)]; }
    [[nodiscard]] qint64 changes() const { return m_changes; }

    // After a power cut, with all connections closed: puts on the disk what it still holds.
    void comeBack(Loss loss, RandomSource &random);

    // For the functions that SQLite calls.
    [[nodiscard]] std::optional<int> failing(Call call);
    [[nodiscard]] bool isPartial() const { return m_fault && m_fault->isPartial; }
    void noteOpened(const QString &path);
    void noteWrite(const QString &path, qint64 offset, const QByteArray &bytes);
    void noteTruncate(const QString &path, qint64 size);
    void noteSync(const QString &path);
    void noteDelete(const QString &path);

private:
    struct Change {
        qint64 offset = 0; // of a write; or the new size
        QByteArray bytes;
        bool isTruncation = false;
    };
    struct Image {
        QByteArray synced;
        std::vector<Change> pending;
    };
    static void apply(const Change &change, QByteArray &content);
    [[nodiscard]] static QByteArray afterLoss(const Image &image, Loss loss, RandomSource &random);

    std::optional<Fault> m_fault;
    std::optional<qint64> m_cutAt;
    bool m_isOff = false;
    bool m_struck = false;
    std::array<qint64, callKinds> m_calls{};
    qint64 m_changes = 0;
    std::map<QString, Image> m_images;
};

} // namespace film::tests
