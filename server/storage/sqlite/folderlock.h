#pragma once

#include "protocol/result.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace storage::sqlite {

/// Keeps other programs from using a data folder. The system gives it up when the process ends, however it does.
/// Thread: any, one at a time.
class FolderLock final
{
public:
    /// The error is a sentence for people that names the folder and the process that has it.
    [[nodiscard]] static protocol::Expected<std::unique_ptr<FolderLock>, QString> take(const QString &folder);
    ~FolderLock();
    Q_DISABLE_COPY_MOVE(FolderLock)

private:
    FolderLock() = default;

#ifdef Q_OS_UNIX
    int m_descriptor = -1;
#else
    std::unique_ptr<QLockFile> m_file;
#endif
};

} // namespace storage::sqlite
