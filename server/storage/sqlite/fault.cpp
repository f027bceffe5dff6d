#include "storage/sqlite/fault.h"

#include <QStorageInfo>

#include <sqlite3.h>

namespace storage::sqlite {

namespace {

/// Less than this is as good as nothing: a commit needs a few pages at least.
constexpr qint64 leastBytes = 64 * 1024;

} // namespace

chat::StoreError storeErrorFrom(Fault fault)
{
    switch (fault) {
    case Fault::NotFound:
        return chat::StoreError::NotFound;
    case Fault::Unchanged:
        return chat::StoreError::Unchanged;
    case Fault::Full:
        return chat::StoreError::Full;
    case Fault::Refused:
    case Fault::Broken:
        break;
    }
    return chat::StoreError::Failed;
}

bool isFull(const QString &folder)
{
    const QStorageInfo storage(folder);
    return storage.isValid() && storage.bytesAvailable() < leastBytes;
}

Fault faultFrom(int code, const QString &folder)
{
    constexpr int primary = 0xff; // the upper bytes of a code only refine it
    switch (code & primary) {
    case SQLITE_FULL:
        return Fault::Full;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
        return Fault::Refused;
    case SQLITE_IOERR:
        return isFull(folder) ? Fault::Full : Fault::Broken;
    default:
        return Fault::Broken;
    }
}

} // namespace storage::sqlite
