#pragma once

#include "chat/ports/clock.h"

#include <QDateTime>

namespace node {

/// The machine's clock.
/// Thread: any.
class SystemClock final : public chat::Clock
{
public:
    [[nodiscard]] qint64 now() const override { return QDateTime::currentMSecsSinceEpoch(); }
};

} // namespace node
