// A SQLite VFS on top of the system's own that makes it possible to play a power cut. Before a file is changed, what it
// held is noted in `<file>.undo`; when the file is synced the notes are thrown away. After the process has been killed,
// whoever plays the power cut puts the noted bytes back, the latest first: the file is then as it was when it was last
// synced. Real syncs are left out: nothing here depends on them.
//
// A note is three little-endian 64-bit numbers (offset, length, size of the file before) and `length` old bytes.
// Loaded by LD_PRELOAD; registers itself as the default VFS.

#include <sqlite3.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

/// As long as a disk takes, so that a process is often killed in the middle of it.
constexpr unsigned syncMicroseconds = 2000;

sqlite3_vfs *systemVfs()
{
    static sqlite3_vfs *const vfs = sqlite3_vfs_find("unix");
    return vfs;
}

/// What SQLite sees as an open file; the system's own file follows it in memory.
struct File
{
    sqlite3_file base;
    int undo; ///< descriptor of the notes, -1 for files that do not outlive the process

    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

File *fileOf(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file);
}

sqlite3_file *realOf(sqlite3_file *file)
{
    return fileOf(file)->real();
}

bool writeAll(int descriptor, const void *data, size_t size)
{
    const char *bytes = static_cast<const char *>(data);
    while (size > 0) {
        const ssize_t written = ::write(descriptor, bytes, size);
        if (written <= 0)
            return false;
        bytes += written;
        size -= size_t(written);
    }
    return true;
}

/// Notes what the file holds from @p offset on, as far as the next change can touch it.
bool note(File &file, sqlite3_int64 offset, sqlite3_int64 length)
{
    if (file.undo == -1)
        return true;
    sqlite3_file *real = file.real();
    sqlite3_int64 size = 0;
    if (real->pMethods->xFileSize(real, &size) != SQLITE_OK)
        return false;
    const sqlite3_int64 kept = std::max<sqlite3_int64>(0, std::min(length, size - offset));
    const std::int64_t head[] = {offset, kept, size};
    // One write, so that a process killed in between leaves whole notes only.
    std::vector<char> bytes(sizeof head + size_t(kept));
    std::memcpy(bytes.data(), head, sizeof head);
    if (kept > 0 && real->pMethods->xRead(real, bytes.data() + sizeof head, int(kept), offset) != SQLITE_OK)
        return false;
    return writeAll(file.undo, bytes.data(), bytes.size());
}

int closeFile(sqlite3_file *file)
{
    if (fileOf(file)->undo != -1)
        ::close(fileOf(file)->undo);
    return realOf(file)->pMethods->xClose(realOf(file));
}

int readFile(sqlite3_file *file, void *data, int amount, sqlite3_int64 offset)
{
    return realOf(file)->pMethods->xRead(realOf(file), data, amount, offset);
}

int writeFile(sqlite3_file *file, const void *data, int amount, sqlite3_int64 offset)
{
    if (!note(*fileOf(file), offset, amount))
        return SQLITE_IOERR_WRITE;
    return realOf(file)->pMethods->xWrite(realOf(file), data, amount, offset);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    sqlite3_int64 before = 0;
    if (realOf(file)->pMethods->xFileSize(realOf(file), &before) != SQLITE_OK
        || !note(*fileOf(file), size, std::max<sqlite3_int64>(0, before - size))) {
        return SQLITE_IOERR_TRUNCATE;
    }
    return realOf(file)->pMethods->xTruncate(realOf(file), size);
}

int syncFile(sqlite3_file *file, int)
{
    if (fileOf(file)->undo == -1)
        return SQLITE_OK;
    ::usleep(syncMicroseconds);
    if (::ftruncate(fileOf(file)->undo, 0) != 0)
        return SQLITE_IOERR_FSYNC;
    return SQLITE_OK;
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}

int lockFile(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xLock(realOf(file), level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xUnlock(realOf(file), level);
}

int checkReservedLock(sqlite3_file *file, int *isReserved)
{
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), isReserved);
}

int fileControl(sqlite3_file *file, int operation, void *argument)
{
    // Growing a file in advance would change it behind the notes' back.
    if (operation == SQLITE_FCNTL_SIZE_HINT || operation == SQLITE_FCNTL_CHUNK_SIZE)
        return SQLITE_OK;
    return realOf(file)->pMethods->xFileControl(realOf(file), operation, argument);
}

int sectorSize(sqlite3_file *file)
{
    return realOf(file)->pMethods->xSectorSize(realOf(file));
}

int deviceCharacteristics(sqlite3_file *file)
{
    return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
}

int mapShared(sqlite3_file *file, int page, int pageSize, int extends, void volatile **memory)
{
    return realOf(file)->pMethods->xShmMap(realOf(file), page, pageSize, extends, memory);
}

int lockShared(sqlite3_file *file, int offset, int count, int flags)
{
    return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags);
}

void fenceShared(sqlite3_file *file)
{
    realOf(file)->pMethods->xShmBarrier(realOf(file));
}

int unmapShared(sqlite3_file *file, int deletes)
{
    return realOf(file)->pMethods->xShmUnmap(realOf(file), deletes);
}

// Version 2: no memory-mapped reading or writing of the files themselves, which would go past the notes.
const sqlite3_io_methods methods = {
    2,           closeFile,         readFile,    writeFile,  truncateFile,          syncFile,  fileSize,   lockFile,
    unlockFile,  checkReservedLock, fileControl, sectorSize, deviceCharacteristics, mapShared, lockShared, fenceShared,
    unmapShared, nullptr,           nullptr,
};

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    File &ours = *fileOf(file);
    ours.base.pMethods = nullptr;
    ours.undo = -1;
    const int result = systemVfs()->xOpen(systemVfs(), name, ours.real(), flags, outFlags);
    if (result != SQLITE_OK)
        return result;
    constexpr int lasting = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL;
    // One connection writes; the readers' own handles need no notes, and must not throw the writer's away.
    if (name && (flags & lasting))
        ours.undo = ::open((std::string(name) + ".undo").c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
    ours.base.pMethods = &methods;
    return SQLITE_OK;
}

__attribute__((constructor)) void registerVfs()
{
    static sqlite3_vfs vfs = *systemVfs();
    vfs.zName = "powercut";
    vfs.pNext = nullptr;
    vfs.szOsFile = int(sizeof(File)) + systemVfs()->szOsFile;
    vfs.xOpen = openFile;
    sqlite3_vfs_register(&vfs, 1);
}

} // namespace
