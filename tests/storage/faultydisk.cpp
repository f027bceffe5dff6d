#include "faultydisk.h"

#include <cstring>
#include <mutex>
#include <new>

namespace {

sqlite3_vfs *realVfs = nullptr;
sqlite3_vfs faultyVfs;
sqlite3_io_methods faultyMethods;
const sqlite3_io_methods *realMethods = nullptr;
std::once_flag areMethodsKnown;

} // namespace

/// The real file with its own methods, but for the two that may fail. Lies in SQLite's memory, the real one first.
struct FaultyDisk::File
{
    bool isLog = false;
    int failuresBefore = 0;

    static File *of(sqlite3_file *file)
    {
        return reinterpret_cast<File *>(reinterpret_cast<char *>(file) + realVfs->szOsFile);
    }
};

bool FaultyDisk::install()
{
    realVfs = sqlite3_vfs_find(nullptr);
    if (!realVfs)
        return false;
    faultyVfs = *realVfs;
    faultyVfs.pNext = nullptr;
    faultyVfs.zName = "faulty";
    faultyVfs.szOsFile = realVfs->szOsFile + int(sizeof(File));
    faultyVfs.xOpen = open;
    return sqlite3_vfs_register(&faultyVfs, 1) == SQLITE_OK;
}

void FaultyDisk::failAt(Step step, int count)
{
    s_hasFailed = false;
    s_hasGoneOn = false;
    (step == Step::Write ? s_writesLeft : s_syncsLeft) = count;
}

void FaultyDisk::heal()
{
    s_writesLeft = 0;
    s_syncsLeft = 0;
}

int FaultyDisk::open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    const int result = realVfs->xOpen(realVfs, name, file, flags, outFlags);
    const bool isLog = (flags & SQLITE_OPEN_WAL) != 0;
    if (result != SQLITE_OK || !file->pMethods || !isLog)
        return result;
    new (File::of(file)) File{isLog, s_failures};
    std::call_once(areMethodsKnown, [file] { // the same for every file
        realMethods = file->pMethods;
        faultyMethods = *realMethods;
        faultyMethods.xWrite = write;
        faultyMethods.xSync = sync;
    });
    file->pMethods = &faultyMethods;
    return result;
}

int FaultyDisk::write(sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
    ++s_steps;
    if (File::of(file)->failuresBefore != s_failures)
        s_hasGoneOn = true;
    if (mustFail(Step::Write))
        return SQLITE_IOERR_WRITE;
    return realMethods->xWrite(file, data, size, offset);
}

int FaultyDisk::sync(sqlite3_file *file, int flags)
{
    ++s_steps;
    if (File::of(file)->failuresBefore != s_failures)
        s_hasGoneOn = true;
    if (mustFail(Step::Sync))
        return SQLITE_IOERR_FSYNC;
    return realMethods->xSync(file, flags);
}

bool FaultyDisk::mustFail(Step step)
{
    std::atomic<int> &left = step == Step::Write ? s_writesLeft : s_syncsLeft;
    if (left == 0 || --left > 0)
        return false;
    s_hasFailed = true;
    ++s_failures;
    return true;
}
