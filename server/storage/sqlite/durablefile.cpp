#include "storage/sqlite/durablefile.h"

#include <QFile>
#include <QFileInfo>

#include <filesystem>
#include <system_error>

#include <cerrno>
#include <cstring>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#else
#include <io.h>
#endif

namespace storage::sqlite {

namespace {

std::filesystem::path native(const QString &path)
{
    return QFileInfo(path).filesystemFilePath();
}

FileOutcome failedFor(const QString &path, const QString &reason)
{
    return protocol::failure(QStringLiteral("%1: %2").arg(path, reason));
}

FileOutcome outcome(const QString &path, const std::error_code &error)
{
    return error ? failedFor(path, QString::fromLocal8Bit(error.message().c_str())) : std::monostate();
}

FileOutcome syncFolderOf(const QString &path)
{
#ifdef Q_OS_UNIX
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int descriptor = ::open(folder.constData(), O_RDONLY | O_CLOEXEC);
    const bool isSynced = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int error = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    // Some file systems have no sync for folders.
    if (!isSynced && error != EINVAL)
        return failedFor(path, QString::fromLocal8Bit(strerror(error)));
#else
    Q_UNUSED(path)
#endif
    return std::monostate();
}

} // namespace

FileOutcome syncFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return failedFor(path, file.errorString());
#ifdef Q_OS_UNIX
    const bool isSynced = ::fsync(file.handle()) == 0;
#else
    const bool isSynced = _commit(file.handle()) == 0;
#endif
    if (!isSynced)
        return failedFor(path, QString::fromLocal8Bit(strerror(errno)));
    return std::monostate();
}

FileOutcome replaceFile(const QString &from, const QString &to)
{
    std::error_code error;
    std::filesystem::rename(native(from), native(to), error);
    return error ? outcome(to, error) : syncFolderOf(to);
}

FileOutcome keepAlsoAs(const QString &path, const QString &second)
{
    std::error_code error;
    std::filesystem::create_hard_link(native(path), native(second), error);
    return error ? copyFile(path, second) : syncFolderOf(second);
}

FileOutcome copyFile(const QString &from, const QString &to)
{
    std::error_code error;
    std::filesystem::copy_file(native(from), native(to), std::filesystem::copy_options::overwrite_existing, error);
    if (error)
        return outcome(to, error);
    if (auto synced = syncFile(to); !synced)
        return synced;
    return syncFolderOf(to);
}

} // namespace storage::sqlite
