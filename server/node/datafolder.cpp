#include "node/datafolder.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace node {

QString defaultDataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/confab/server");
}

Result<QString> makeDataFolder(const QString &path)
{
    const QDir folder(QDir(path).absolutePath());
    if (folder.exists())
        return folder.path();
    constexpr QFileDevice::Permissions ownerOnly
        = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (!folder.mkpath(QStringLiteral(".")) || !QFile::setPermissions(folder.path(), ownerOnly)) {
        return failure(ErrorCode::DataFolderUnusable,
                       QStringLiteral("The data folder %1 cannot be made.").arg(folder.path()));
    }
    return folder.path();
}

} // namespace node
