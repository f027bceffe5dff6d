#include "platform/notifier.h"

#include "platform/freedesktopnotifier.h"
#include "platform/silentnotifier.h"

namespace platform {

std::unique_ptr<Notifier> makeNotifier()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (bus.isConnected())
        return std::make_unique<FreedesktopNotifier>(bus);
    return std::make_unique<SilentNotifier>();
}

} // namespace platform
