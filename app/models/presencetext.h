#pragma once

#include "session/presence.h"

#include <QString>

namespace models {

/// What somebody shows of themselves in words, such as `Away` or when they were last seen. @p lastSeenAt, UTC
/// milliseconds, counts where the presence does not say it. Thread: any.
[[nodiscard]] QString presenceText(const session::Presence &presence, qint64 lastSeenAt);

} // namespace models
