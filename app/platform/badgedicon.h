#pragma once

#include <QIcon>

namespace platform {

/// @p icon with a badge that says @p count; beyond 99 it says 99+. Without one when @p count is 0.
/// Thread: UI.
[[nodiscard]] QIcon badgedIcon(const QIcon &icon, int count);

} // namespace platform
