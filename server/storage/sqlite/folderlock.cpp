#include "storage/sqlite/folderlock.h"

#include <QCoreApplication>
#include <QFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace storage::sqlite {

namespace {

using Outcome = protocol::Expected<std::unique_ptr<FolderLock>, QString>;

QString lockPath(const QString &folder)
{
    return folder + QStringLiteral("/confab.lock");
}

QString inUse(const QString &folder, const QString &process)
{
    return QStringLiteral("The data folder %1 is in use by another Confab (process %2).").arg(folder, process);
}

} // namespace

#ifdef Q_OS_UNIX

// QLockFile judges by the number of the process in the file, which after a restart of a container may well be our own.
Outcome FolderLock::take(const QString &folder)
{
    std::unique_ptr<FolderLock> lock(new FolderLock);
    const QByteArray path = QFile::encodeName(lockPath(folder));
    lock->m_descriptor = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock->m_descriptor < 0) {
        return protocol::failure(QStringLiteral("The data folder %1 cannot be used: %2")
                                     .arg(folder, QString::fromLocal8Bit(strerror(errno))));
    }
    if (::flock(lock->m_descriptor, LOCK_EX | LOCK_NB) != 0) {
        QFile file(lockPath(folder));
        const bool isReadable = file.open(QIODevice::ReadOnly);
        const QString process = isReadable ? QString::fromLatin1(file.readAll().trimmed()) : QString();
        return protocol::failure(inUse(folder, process.isEmpty() ? QStringLiteral("unknown") : process));
    }
    const QByteArray process = QByteArray::number(QCoreApplication::applicationPid()) + '\n';
    // Only there for the message above; the lock holds without.
    if (::ftruncate(lock->m_descriptor, 0) != 0
        || ::write(lock->m_descriptor, process.constData(), size_t(process.size())) < 0)
        return lock;
    return lock;
}

FolderLock::~FolderLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor); // the file stays: removing it could take it from somebody who has just opened it
}

#else

Outcome FolderLock::take(const QString &folder)
{
    std::unique_ptr<FolderLock> lock(new FolderLock);
    lock->m_file = std::make_unique<QLockFile>(lockPath(folder));
    lock->m_file->setStaleLockTime(0);
    if (lock->m_file->tryLock(0))
        return lock;
    qint64 process = 0;
    QString host;
    QString program;
    if (lock->m_file->getLockInfo(&process, &host, &program))
        return protocol::failure(inUse(folder, QString::number(process)));
    return protocol::failure(QStringLiteral("The data folder %1 cannot be used.").arg(folder));
}

FolderLock::~FolderLock() = default;

#endif

} // namespace storage::sqlite
