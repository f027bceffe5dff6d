#pragma once

#include "cache/openerror.h"

#include <memory>

namespace cache {

class Database;

/// A cache's file, ready to be written.
struct CacheFile
{
    std::unique_ptr<Database> database;
    QString damagedFile; ///< where a damaged one was put; empty if there was none
};

/// Opens the file at @p path, or makes it, and brings its tables up to date. A damaged file, and one that is no cache,
/// is put aside and begun anew. Thread: any; the database belongs to the one that calls.
[[nodiscard]] OpenResult<CacheFile> openCacheFile(const QString &path);

} // namespace cache
