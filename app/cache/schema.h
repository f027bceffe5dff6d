#pragma once

#include <QString>

#include <vector>

namespace cache {

class Database;

/// One step from a version of the tables to the next. Statements end with a semicolon at the end of a line.
struct Migration
{
    QString name;
    QString sql;
};

/// All migrations, as compiled in from sql/: the first makes version 1, and so on.
[[nodiscard]] std::vector<Migration> builtInMigrations();

enum class SchemaState {
    Ready,
    Newer, ///< a newer program has made it; it is left as it is
    Foreign, ///< it is some other program's
    Failed, ///< the database knows why
};

/// Brings a database up to the version that @p migrations lead to, each in a transaction of its own.
[[nodiscard]] SchemaState migrate(Database &database, const std::vector<Migration> &migrations);

} // namespace cache
