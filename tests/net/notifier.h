#pragma once

#include <QSocketNotifier>

#include <memory>

using Notifier = std::unique_ptr<QSocketNotifier>;

template <typename Slot>
Notifier watch(int descriptor, QSocketNotifier::Type type, const Slot &slot)
{
    auto notifier = std::make_unique<QSocketNotifier>(descriptor, type);
    QObject::connect(notifier.get(), &QSocketNotifier::activated, notifier.get(), slot);
    return notifier;
}
