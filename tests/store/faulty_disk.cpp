#include "tests/store/faulty_disk.h"

#include <QFile>

#include <cstring>
#include <sqlite3.h>

namespace film::tests {

using namespace Qt::StringLiterals;

namespace {

// SQLite's own file follows behind in the same allocation, as szOsFile says.
struct File {
    sqlite3_file base;
    FaultyDisk *disk;
    QString *path; // null for files without a name: nothing of them is there after a power cut
    sqlite3_file *real;
};

File &fileOf(sqlite3_file *file)
{
    return *reinterpret_cast<File *>(file);
}

sqlite3_vfs *realVfs = nullptr; // the one that was there before

int close(sqlite3_file *handle)
{
    File &file = fileOf(handle);
    delete file.path; // SQLite gives the memory of a File back without a destructor
    file.path = nullptr;
    return file.real->pMethods ? file.real->pMethods->xClose(file.real) : SQLITE_OK;
}

int read(sqlite3_file *handle, void *buffer, int size, sqlite3_int64 offset)
{
    File &file = fileOf(handle);
    if (const auto code = file.disk->failing(FaultyDisk::Call::Read)) {
        if (!file.disk->isPartial())
            return *code;
        std::memset(buffer, 0, size_t(size));
        static_cast<void>(file.real->pMethods->xRead(file.real, buffer, size / 2, offset));
        return *code;
    }
    return file.real->pMethods->xRead(file.real, buffer, size, offset);
}

int write(sqlite3_file *handle, const void *buffer, int size, sqlite3_int64 offset)
{
    File &file = fileOf(handle);
    const auto code = file.disk->failing(FaultyDisk::Call::Write);
    const int written = !code ? size : file.disk->isPartial() ? size / 2 : 0;
    if (written > 0) {
        if (file.path)
            file.disk->noteWrite(*file.path, offset,
                                 QByteArray(static_cast<const char *>(buffer), written));
        const int real = file.real->pMethods->xWrite(file.real, buffer, written, offset);
        if (real != SQLITE_OK)
            return real;
    }
    return code.value_or(SQLITE_OK);
}

int truncate(sqlite3_file *handle, sqlite3_int64 size)
{
    File &file = fileOf(handle);
    if (const auto code = file.disk->failing(FaultyDisk::Call::Truncate))
        return *code;
    if (file.path)
        file.disk->noteTruncate(*file.path, size);
    return file.real->pMethods->xTruncate(file.real, size);
}

int sync(sqlite3_file *handle, int)
{
    File &file = fileOf(handle);
    if (const auto code = file.disk->failing(FaultyDisk::Call::Sync))
        return *code;
    if (file.path)
        file.disk->noteSync(*file.path);
    return SQLITE_OK;
}

// ---- handed on as they are ----
int fileSize(sqlite3_file *f, sqlite3_int64 *size)
{
    return fileOf(f).real->pMethods->xFileSize(fileOf(f).real, size);
}
int lock(sqlite3_file *f, int level)
{
    return fileOf(f).real->pMethods->xLock(fileOf(f).real, level);
}
int unlock(sqlite3_file *f, int level)
{
    return fileOf(f).real->pMethods->xUnlock(fileOf(f).real, level);
}
int checkReservedLock(sqlite3_file *f, int *result)
{
    return fileOf(f).real->pMethods->xCheckReservedLock(fileOf(f).real, result);
}
int fileControl(sqlite3_file *f, int operation, void *argument)
{
    return fileOf(f).real->pMethods->xFileControl(fileOf(f).real, operation, argument);
}
int sectorSize(sqlite3_file *f)
{
    return fileOf(f).real->pMethods->xSectorSize(fileOf(f).real);
}
// No promises: a write may be torn, and what was written later may be there without the earlier.
int deviceCharacteristics(sqlite3_file *)
{
    return 0;
}
int shmMap(sqlite3_file *f, int page, int size, int extend, void volatile **memory)
{
    return fileOf(f).real->pMethods->xShmMap(fileOf(f).real, page, size, extend, memory);
}
int shmLock(sqlite3_file *f, int offset, int count, int flags)
{
    return fileOf(f).real->pMethods->xShmLock(fileOf(f).real, offset, count, flags);
}
void shmBarrier(sqlite3_file *f)
{
    fileOf(f).real->pMethods->xShmBarrier(fileOf(f).real);
}
int shmUnmap(sqlite3_file *f, int remove)
{
    return fileOf(f).real->pMethods->xShmUnmap(fileOf(f).real, remove);
}

const sqlite3_io_methods methods{2,
                                 close,
                                 read,
                                 write,
                                 truncate,
                                 sync,
                                 fileSize,
                                 lock,
                                 unlock,
                                 checkReservedLock,
                                 fileControl,
                                 sectorSize,
                                 deviceCharacteristics,
                                 shmMap,
                                 shmLock,
                                 shmBarrier,
                                 shmUnmap,
                                 nullptr,
                                 nullptr};

FaultyDisk &diskOf(sqlite3_vfs *vfs)
{
    return *static_cast<FaultyDisk *>(vfs->pAppData);
}

int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *handle, int flags, int *outFlags)
{
    File &file = fileOf(handle);
    file = {};
    if (const auto code = diskOf(vfs).failing(FaultyDisk::Call::Open))
        return *code;
    file.disk = &diskOf(vfs);
    file.real = reinterpret_cast<sqlite3_file *>(&file + 1);
    if (name)
        file.disk->noteOpened(QString::fromUtf8(name));
    const int code = realVfs->xOpen(realVfs, name, file.real, flags, outFlags);
    if (!file.real->pMethods)
        return code;
    file.path = name ? std::make_unique<QString>(QString::fromUtf8(name)).release() : nullptr;
    file.base.pMethods = &methods;
    return code;
}

int remove(sqlite3_vfs *vfs, const char *name, int syncFolder)
{
    if (const auto code = diskOf(vfs).failing(FaultyDisk::Call::Delete))
        return *code;
    diskOf(vfs).noteDelete(QString::fromUtf8(name));
    return realVfs->xDelete(realVfs, name, syncFolder);
}

sqlite3_vfs shim{};

constexpr qint64 sectorBytes = 512;
constexpr qint64 blockBytes = 4096; // of newer disks

} // namespace

FaultyDisk::FaultyDisk()
{
    realVfs = sqlite3_vfs_find(nullptr);
    shim = *realVfs; // times, randomness and full paths are the real one's
    shim.pNext = nullptr;
    shim.zName = "film-faulty";
    shim.pAppData = this;
    shim.szOsFile = int(sizeof(File)) + realVfs->szOsFile;
    shim.xOpen = open;
    shim.xDelete = remove;
    sqlite3_vfs_register(&shim, 1);
}

FaultyDisk::~FaultyDisk()
{
    sqlite3_vfs_unregister(&shim);
    sqlite3_vfs_register(realVfs, 1);
}

void FaultyDisk::inject(const Fault &fault)
{
    heal();
    m_fault = fault;
}

void FaultyDisk::cutPowerAt(qint64 change)
{
    heal();
    m_cutAt = change;
}

void FaultyDisk::heal()
{
    m_fault.reset();
    m_cutAt.reset();
    m_isOff = false;
    m_struck = false;
    m_calls = {};
    m_changes = 0;
    m_images.clear();
}

std::optional<int> FaultyDisk::failing(Call call)
{
    if (m_isOff)
        return SQLITE_IOERR;
    const qint64 number = ++m_calls[size_t(call)];
    if (call == Call::Write || call == Call::Sync || call == Call::Truncate) {
        ++m_changes;
        if (m_cutAt && m_changes > *m_cutAt) {
            m_isOff = true;
            m_struck = true;
            return SQLITE_IOERR;
        }
    }
    if (!m_fault || m_fault->call != call)
        return std::nullopt;
    if (number == m_fault->number || (m_fault->forEver && number > m_fault->number)) {
        m_struck = true;
        return m_fault->code;
    }
    return std::nullopt;
}

void FaultyDisk::noteOpened(const QString &path)
{
    if (m_images.contains(path))
        return;
    QFile file(path);
    m_images[path].synced = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void FaultyDisk::noteWrite(const QString &path, qint64 offset, const QByteArray &bytes)
{
    m_images[path].pending.push_back({offset, bytes, false});
}

void FaultyDisk::noteTruncate(const QString &path, qint64 size)
{
    m_images[path].pending.push_back({size, {}, true});
}

void FaultyDisk::noteSync(const QString &path)
{
    Image &image = m_images[path];
    for (const Change &change : image.pending)
        apply(change, image.synced);
    image.pending.clear();
}

void FaultyDisk::noteDelete(const QString &path)
{
    m_images.erase(path);
}

void FaultyDisk::apply(const Change &change, QByteArray &content)
{
    if (change.isTruncation) {
        content.resize(change.offset);
        return;
    }
    if (content.size() < change.offset + change.bytes.size())
        content.append(change.offset + change.bytes.size() - content.size(), '\0');
    content.replace(change.offset, change.bytes.size(), change.bytes);
}

QByteArray FaultyDisk::afterLoss(const Image &image, Loss loss, RandomSource &random)
{
    QByteArray content = image.synced;
    const qint64 unit = loss == Loss::SomeBlocks ? blockBytes : sectorBytes;
    if (loss == Loss::Everything)
        return content;
    for (const Change &change : image.pending) {
        if (loss == Loss::SomeWrites || change.isTruncation) {
            if (random.oneIn(2))
                apply(change, content);
            continue;
        }
        for (qint64 at = 0; at < change.bytes.size();) {
            const qint64 inUnit = unit - (change.offset + at) % unit;
            const QByteArray piece = change.bytes.mid(at, inUnit);
            if (random.oneIn(2))
                apply({change.offset + at, piece, false}, content);
            at += piece.size();
        }
    }
    return content;
}

void FaultyDisk::comeBack(Loss loss, RandomSource &random)
{
    for (const auto &[path, image] : m_images) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            qFatal("a file cannot be put back");
        file.write(afterLoss(image, loss, random));
        QFile::remove(path + u"-shm"_s); // memory that went with the machine
    }
    heal();
}

} // namespace film::tests
