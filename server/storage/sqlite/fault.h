#pragma once

#include "chat/ports/messagestore.h"

#include <QString>

#include <optional>

namespace storage::sqlite {

/// Why something was not stored or read.
enum class Fault {
    NotFound,
    Unchanged,
    Refused, ///< this one change contradicts what is stored; others are not affected
    Full, ///< no space left
    Broken, ///< the connection can no longer be trusted
};

/// Nothing: all went well.
using MaybeFault = std::optional<Fault>;

/// Whether @p fault ends the whole transaction and not only one change in it.
[[nodiscard]] inline bool endsTransaction(Fault fault)
{
    return fault == Fault::Full || fault == Fault::Broken;
}

/// What the chat is told.
[[nodiscard]] chat::StoreError storeErrorFrom(Fault fault);

/// Whether there is no space left for the database in @p folder.
[[nodiscard]] bool isFull(const QString &folder);

/// Sorts an error of SQLite, of which @p code is the result code. @p folder is where the database is: errors of input
/// and output are taken for Full when there is no space left.
[[nodiscard]] Fault faultFrom(int code, const QString &folder);

} // namespace storage::sqlite
