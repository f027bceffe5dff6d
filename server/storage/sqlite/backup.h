#pragma once

#include "protocol/result.h"

#include <QString>

#include <variant>

// Copies of the database as single files. Errors are sentences for people. Thread: any; they block for as long as it
// takes.
namespace storage::sqlite {

/// Writes all that is committed in the database at @p path at one moment into the file @p target; a server may be
/// writing meanwhile. An older @p target is replaced only when the new one is complete and on the disk.
[[nodiscard]] protocol::Expected<std::monostate, QString> backup(const QString &path, const QString &target);

/// Puts @p backupFile in the place of the database in the data folder @p folder, which no server may be using. The
/// backup is brought up to date and checked first; when anything is wrong with it, the folder stays as it is.
/// Returns where the database that was there is kept now; empty when there was none.
[[nodiscard]] protocol::Expected<QString, QString> restore(const QString &backupFile, const QString &folder);

} // namespace storage::sqlite
