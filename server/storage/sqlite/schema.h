#pragma once

#include "storage/sqlite/connection.h"
#include "storage/sqlite/options.h"

#include <QString>

#include <functional>
#include <variant>
#include <vector>

namespace storage::sqlite {

/// One step from a version of the tables to the next. Statements end with a semicolon at the end of a line.
struct Migration
{
    QString name;
    QString sql;
};

/// All migrations, as compiled in from sql/: the first makes version 1, and so on.
[[nodiscard]] std::vector<Migration> builtInMigrations();

/// The version of the tables in a database; 0 for an empty one.
[[nodiscard]] Connection::Result<int> schemaVersion(const Connection &connection);

/// Brings a database up to the version that @p migrations lead to, each in a transaction of its own, so that it is
/// always at one version or at the next. A newer one is refused and left as it is.
/// The error is a sentence for people.
[[nodiscard]] Connection::Result<std::monostate> migrate(Connection &connection,
                                                         const std::vector<Migration> &migrations,
                                                         const std::function<void(StorePoint)> &observer);

} // namespace storage::sqlite
