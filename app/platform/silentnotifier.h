#pragma once

#include "platform/notifier.h"

namespace platform {

/// Shows nothing: for systems without notifications, and for tests.
/// Thread: UI.
class SilentNotifier final : public Notifier
{
    Q_OBJECT

public:
    using Notifier::Notifier;

    void show(const Notification &) override {}
    void close(const QString &) override {}
    void closeAll() override {}
};

} // namespace platform
