#include "platform/systemsecrets.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QLibrary>
#include <QString>

namespace platform {

namespace {

bool isRunning(const char *service)
{
    const auto *bus = QDBusConnection::sessionBus().interface();
    return bus && bus->isServiceRegistered(QString::fromLatin1(service));
}

/// Without it everything else than KDE's own store is out of reach.
bool hasSecretLibrary()
{
    return QLibrary(QStringLiteral("secret-1"), 0).load();
}

} // namespace

bool isSystemKeyStoreRunning()
{
    // The same choice as that of the library.
    if (qEnvironmentVariable("XDG_CURRENT_DESKTOP").contains(QStringLiteral("KDE")))
        return isRunning("org.kde.kwalletd5") || isRunning("org.kde.kwalletd6");
    return isRunning("org.freedesktop.secrets") && hasSecretLibrary();
}

} // namespace platform
