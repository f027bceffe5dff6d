#include "cache/cachefile.h"

#include "cache/database.h"
#include "cache/logging.h"
#include "cache/schema.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace cache {

namespace {

/// A database whose tables are up to date; nothing if the file is damaged.
using Attempt = OpenResult<std::unique_ptr<Database>>;

OpenError unusable(const QString &path, const QString &why)
{
    return {OpenError::Code::Unusable, QStringLiteral("%1 cannot be used: %2").arg(path, why)};
}

/// SQLite notices a file that was cut off only when it misses something.
bool isCutOff(Database &database, const QString &path)
{
    const qint64 bytes
        = database.number(QStringLiteral("PRAGMA page_count")) * database.number(QStringLiteral("PRAGMA page_size"));
    const bool isLogEmpty = QFileInfo(path + QStringLiteral("-wal")).size() == 0;
    return isLogEmpty && QFileInfo(path).size() < bytes;
}

Attempt tryToOpen(const QString &path)
{
    auto opened = Database::open(path, Database::Kind::Writer);
    if (!opened) {
        if (opened.error().isDamage())
            return std::unique_ptr<Database>();
        return protocol::failure(unusable(path, opened.error().message));
    }
    std::unique_ptr<Database> database = std::move(opened).value();
    switch (migrate(*database, builtInMigrations())) {
    case SchemaState::Ready:
        return isCutOff(*database, path) ? std::unique_ptr<Database>() : std::move(database);
    case SchemaState::Foreign:
        return std::unique_ptr<Database>();
    case SchemaState::Newer:
        return protocol::failure(OpenError{
            OpenError::Code::Newer,
            QStringLiteral("%1 was made by a newer version. Please install the newer program again.").arg(path)});
    case SchemaState::Failed:
        break;
    }
    if (database->error().isDamage())
        return std::unique_ptr<Database>();
    return protocol::failure(unusable(path, database->error().message));
}

/// The file's new name; empty if it could not be moved.
QString putAside(const QString &path)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmsszzz"));
    const QString aside = QStringLiteral("%1.damaged-%2").arg(path, stamp);
    QFile::remove(damageMark(path));
    QFile::remove(path + QStringLiteral("-shm"));
    QFile::rename(path + QStringLiteral("-wal"), aside + QStringLiteral("-wal"));
    if (!QFile::rename(path, aside))
        return {};
    qCWarning(lcCache).noquote() << path << "is damaged and has been put aside as" << aside;
    return aside;
}

} // namespace

OpenResult<CacheFile> openCacheFile(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return protocol::failure(unusable(path, QStringLiteral("the folder %1 cannot be made").arg(folder)));
    if (!QFile::exists(damageMark(path))) {
        auto opened = tryToOpen(path);
        if (!opened)
            return protocol::failure(opened.error());
        if (*opened)
            return CacheFile{std::move(opened).value(), {}};
    }
    const QString aside = putAside(path);
    if (aside.isEmpty() && QFile::exists(path))
        return protocol::failure(unusable(path, QStringLiteral("it is damaged and cannot be moved")));
    auto begun = tryToOpen(path);
    if (!begun)
        return protocol::failure(begun.error());
    if (!*begun)
        return protocol::failure(unusable(path, QStringLiteral("it cannot be begun anew")));
    return CacheFile{std::move(begun).value(), aside};
}

} // namespace cache
