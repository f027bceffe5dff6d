#pragma once

#include <QLatin1String>

#include <optional>

namespace protocol::chat {

/// What others see of somebody. Invisible people are shown to others as Offline.
enum class PresenceState { Offline, Online, Away, DoNotDisturb, Invisible };

/// The name on the wire: `offline`, `online`, `away`, `dnd`, `invisible`.
[[nodiscard]] QLatin1String wireName(PresenceState state) noexcept;
[[nodiscard]] std::optional<PresenceState> presenceStateFrom(QStringView wireName) noexcept;

} // namespace protocol::chat
