#include "storage/sqlite/fault.h"

#include <QSqlError>
#include <QStorageInfo>

namespace storage::sqlite {

namespace {

// The primary result codes of SQLite that are told apart; the upper bytes of a code only refine it.
constexpr int inputOutputError = 10;
constexpr int full = 13;
constexpr int tooBig = 18;
constexpr int constraint = 19;
constexpr int mismatch = 20;

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

Fault faultFrom(const QSqlError &error, const QString &folder)
{
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case full:
        return Fault::Full;
    case constraint:
    case mismatch:
    case tooBig:
        return Fault::Refused;
    case inputOutputError:
        return isFull(folder) ? Fault::Full : Fault::Broken;
    default:
        return Fault::Broken;
    }
}

} // namespace storage::sqlite
