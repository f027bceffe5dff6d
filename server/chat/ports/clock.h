#pragma once

#include <QtGlobal>

namespace chat {

/// What time it is.
/// Thread: chat thread.
class Clock
{
public:
    virtual ~Clock() = default;
    /// UTC milliseconds. May jump when somebody sets the machine's clock.
    [[nodiscard]] virtual qint64 now() const = 0;
};

} // namespace chat
