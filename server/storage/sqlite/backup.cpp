#include "storage/sqlite/backup.h"

#include "storage/sqlite/check.h"
#include "storage/sqlite/connection.h"
#include "storage/sqlite/durablefile.h"
#include "storage/sqlite/folderlock.h"
#include "storage/sqlite/schema.h"
#include "storage/sqlite/statement.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace storage::sqlite {

namespace {

using Outcome = protocol::Expected<std::monostate, QString>;
using Kept = protocol::Expected<QString, QString>;

/// Beside a database that is open.
const QString logSuffix = QStringLiteral("-wal");
const QString sharedMemorySuffix = QStringLiteral("-shm");

Outcome copyCommitted(const QString &path, const QString &target)
{
    auto connection = Connection::open(path, Connection::Kind::Reader);
    if (!connection)
        return protocol::failure(connection.error());
    const auto version = schemaVersion(**connection);
    if (!version || *version == 0)
        return protocol::failure(QStringLiteral("%1 is not a database of Confab").arg(path));
    // It writes nowhere but to the new file, but SQLite wants the permission.
    auto fault = (*connection)->execute(QStringLiteral("PRAGMA query_only=OFF"));
    if (!fault)
        fault = Statement(**connection, QStringLiteral("VACUUM INTO ?")).run(target);
    if (fault)
        return protocol::failure(QStringLiteral("%1 cannot be written: %2").arg(target, (*connection)->lastError()));
    return std::monostate();
}

/// Brings a copy of a backup up to date and looks at it.
Outcome makeReady(const QString &copy, const QString &backupFile)
{
    {
        auto connection = Connection::open(copy, Connection::Kind::Writer);
        if (!connection)
            return protocol::failure(
                QStringLiteral("%1 is not a backup of Confab: %2").arg(backupFile, connection.error()));
        const auto version = schemaVersion(**connection);
        if (!version || *version == 0)
            return protocol::failure(QStringLiteral("%1 is not a backup of Confab").arg(backupFile));
        if (auto migrated = migrate(**connection, builtInMigrations(), {}); !migrated)
            return migrated;
    }
    const auto report = check(copy);
    if (!report)
        return protocol::failure(report.error());
    if (!report->problems.isEmpty())
        return protocol::failure(QStringLiteral("%1 is damaged: %2").arg(backupFile, report->problems.join(u'\n')));
    return syncFile(copy);
}

QString nameToKeep(const QString &path)
{
    const QString time = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const QString name = path + QStringLiteral(".before-restore-") + time;
    QString free = name;
    for (int i = 2; QFileInfo::exists(free); ++i)
        free = name + u'-' + QString::number(i);
    return free;
}

/// Keeps the database at @p path under another name as well, whole in one file if it can be opened at all.
Kept keepOld(const QString &path)
{
    if (!QFileInfo::exists(path))
        return QString();
    if (const auto connection = Connection::open(path, Connection::Kind::Writer); connection)
        (void)(*connection)->value(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    const QString kept = nameToKeep(path);
    if (const auto done = keepAlsoAs(path, kept); !done)
        return protocol::failure(done.error());
    // Left beside the new database, this would be taken for a part of it.
    QFile::remove(path + sharedMemorySuffix);
    if (QFileInfo::exists(path + logSuffix)) {
        if (const auto moved = replaceFile(path + logSuffix, kept + logSuffix); !moved)
            return protocol::failure(moved.error());
    }
    return kept;
}

} // namespace

Outcome backup(const QString &path, const QString &target)
{
    if (QFileInfo(target).absoluteFilePath() == QFileInfo(path).absoluteFilePath())
        return protocol::failure(QStringLiteral("%1 is the database itself").arg(target));
    const QString unfinished = target + QStringLiteral(".unfinished");
    QFile::remove(unfinished);
    Outcome done = copyCommitted(path, unfinished);
    if (done)
        done = syncFile(unfinished);
    if (done)
        done = replaceFile(unfinished, target);
    if (!done)
        QFile::remove(unfinished);
    return done;
}

Kept restore(const QString &backupFile, const QString &folder)
{
    if (!QFileInfo::exists(backupFile))
        return protocol::failure(QStringLiteral("%1 does not exist").arg(backupFile));
    if (!QDir().mkpath(folder))
        return protocol::failure(QStringLiteral("The data folder %1 cannot be made.").arg(folder));
    const auto lock = FolderLock::take(folder);
    if (!lock)
        return protocol::failure(lock.error());
    const QString database = databasePath(folder);
    const QString copy = database + QStringLiteral(".restoring");
    const auto removeCopy = [&copy] {
        for (const QString &suffix : {QString(), logSuffix, sharedMemorySuffix})
            QFile::remove(copy + suffix);
    };
    removeCopy();
    Outcome ready = copyFile(backupFile, copy);
    if (ready)
        ready = makeReady(copy, backupFile);
    if (!ready) {
        removeCopy();
        return protocol::failure(ready.error());
    }
    const auto kept = keepOld(database);
    if (!kept)
        return kept;
    if (const auto replaced = replaceFile(copy, database); !replaced)
        return protocol::failure(replaced.error());
    return kept;
}

} // namespace storage::sqlite
