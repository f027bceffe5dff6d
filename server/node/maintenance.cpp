#include "node/maintenance.h"

#include "node/datafolder.h"

#include "storage/sqlite/backup.h"
#include "storage/sqlite/check.h"
#include "storage/sqlite/options.h"

#include <QDir>
#include <QFileInfo>

namespace node {

namespace {

/// The folder as one that must be there already.
Result<QString> existingFolder(const QString &folder)
{
    if (!QFileInfo::exists(storage::sqlite::databasePath(folder))) {
        return failure(ErrorCode::DataFolderUnusable,
                       QStringLiteral("There is no Confab data in %1; name the folder by --data.").arg(folder));
    }
    return folder;
}

Result<QString> backup(const QString &folder, const QString &file)
{
    const auto copied = storage::sqlite::backup(storage::sqlite::databasePath(folder), file);
    if (!copied)
        return failure(ErrorCode::StoreUnusable, copied.error());
    return QStringLiteral("%1 has a copy of everything in %2.\n").arg(file, folder);
}

Result<QString> check(const QString &folder)
{
    const auto report = storage::sqlite::check(storage::sqlite::databasePath(folder));
    if (!report)
        return failure(ErrorCode::StoreUnusable, report.error());
    if (!report->problems.isEmpty())
        return failure(ErrorCode::StoreUnusable, report->problems.join(u'\n'));
    return QStringLiteral("%1 is sound: %2 rooms, %3 messages, %4 events.\n")
        .arg(folder)
        .arg(report->rooms)
        .arg(report->messages)
        .arg(report->events);
}

Result<QString> restore(const QString &folder, const QString &file)
{
    const auto made = makeDataFolder(folder);
    if (!made)
        return made;
    const auto kept = storage::sqlite::restore(file, folder);
    if (!kept)
        return failure(ErrorCode::StoreUnusable, kept.error());
    QString report = QStringLiteral("%1 has what was in %2.\n").arg(folder, file);
    if (!kept->isEmpty())
        report += QStringLiteral("What was there before is kept as %1.\n").arg(*kept);
    return report;
}

} // namespace

Result<QString> maintain(const CommandLine &commandLine, const ServerConfig &config)
{
    const QString folder = QDir(config.dataFolder.isEmpty() ? defaultDataFolder() : config.dataFolder).absolutePath();
    const QString file = QFileInfo(commandLine.file).absoluteFilePath();
    if (commandLine.command == CommandLine::Command::Restore)
        return restore(folder, file);
    const auto existing = existingFolder(folder);
    if (!existing)
        return existing;
    return commandLine.command == CommandLine::Command::Backup ? backup(folder, file) : check(folder);
}

} // namespace node
