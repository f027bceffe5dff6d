#pragma once

#include <QLatin1String>

#include <optional>

namespace protocol::chat {

/// What somebody may do, in the whole server or in one room; a later role may do all that an earlier one may.
enum class Role { Guest, Member, Moderator, Admin, Owner };

/// The name on the wire: `guest`, `member`, `moderator`, `admin`, `owner`.
[[nodiscard]] QLatin1String wireName(Role role) noexcept;
[[nodiscard]] std::optional<Role> roleFrom(QStringView wireName) noexcept;

} // namespace protocol::chat
