#include "storage/sqlite/schema.h"

#include "storage/sqlite/logging.h"

#include <QDir>
#include <QFile>
#include <QVariant>

namespace storage::sqlite {

namespace {

using Outcome = Connection::Result<std::monostate>;

Outcome runMigration(Connection &connection, const Migration &migration, int version,
                     const std::function<void(StorePoint)> &observer)
{
    auto fault = connection.execute(QStringLiteral("BEGIN IMMEDIATE"));
    if (!fault)
        fault = connection.execute(migration.sql);
    if (!fault)
        fault = connection.execute(QStringLiteral("PRAGMA user_version=%1").arg(version));
    if (!fault && observer)
        observer(StorePoint::InMigration);
    if (!fault)
        fault = connection.execute(QStringLiteral("COMMIT"));
    if (!fault)
        return std::monostate();
    const QString error = connection.lastError();
    if (connection.execute(QStringLiteral("ROLLBACK")))
        qCWarning(lcStorage) << "a migration could not be rolled back";
    return protocol::failure(QStringLiteral("the migration %1 failed: %2").arg(migration.name, error));
}

} // namespace

std::vector<Migration> builtInMigrations()
{
    std::vector<Migration> migrations;
    const QDir folder(QStringLiteral(":/storage/sqlite"));
    for (const QString &name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            migrations.push_back({name, QString::fromUtf8(file.readAll())});
    }
    return migrations;
}

Connection::Result<int> schemaVersion(const Connection &connection)
{
    const auto version = connection.value(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return protocol::failure(version.error());
    return version->toInt();
}

Outcome migrate(Connection &connection, const std::vector<Migration> &migrations,
                const std::function<void(StorePoint)> &observer)
{
    const auto found = schemaVersion(connection);
    if (!found)
        return protocol::failure(found.error());
    const int newest = int(migrations.size());
    if (*found > newest) {
        return protocol::failure(
            QStringLiteral("the database is of version %1, which a newer Confab has made; this one "
                           "knows versions up to %2. Please install the newer program again.")
                .arg(*found)
                .arg(newest));
    }
    for (int version = *found + 1; version <= newest; ++version) {
        if (auto done = runMigration(connection, migrations[size_t(version) - 1], version, observer); !done)
            return done;
    }
    return std::monostate();
}

} // namespace storage::sqlite
