#pragma once

#include "chat/context.h"
#include "chat/ports/messagestore.h"
#include "chat/rules/permissions.h"
#include "chat/state/roomstate.h"

namespace chat {

/// Somebody's place in a room they are a member of. The pointer is good until the next change of the state: not to be
/// kept across a callback.
struct Standing
{
    const RoomState *room = nullptr;
    protocol::chat::Role role = protocol::chat::Role::Guest; ///< in effect: the higher of the room's and the server's
};

/// The end of a mute that has none: UTC milliseconds, the end of the year 9999.
inline constexpr qint64 forever = 253'402'300'799'999;

/// The role in effect in a room: an admin or owner of the server has that role in every room they are in but direct
/// conversations. For somebody who is not a member the role they would have at least.
[[nodiscard]] protocol::chat::Role roleInRoom(const Context &context, const RoomState &room, const QString &user);

/// What @p user may do in a room: NotFound for a room they may not know of, NotMember for a public one they have not
/// joined, Forbidden without the right.
[[nodiscard]] protocol::chat::Result<Standing> checkRoomPermission(const Context &context, const QString &user,
                                                                   const QString &room, Permission permission);
/// The same for a permission that concerns the server.
[[nodiscard]] protocol::chat::Result<protocol::chat::Role>
checkServerPermission(const Context &context, const QString &user, Permission permission);

/// Whether @p user may write in a room now: the right, being muted, announcement rooms and slow mode.
[[nodiscard]] protocol::chat::Result<Standing> checkMayPost(const Context &context, const QString &user,
                                                            const QString &room);

/// The refusal for a store that could not do its work.
[[nodiscard]] protocol::chat::Error errorFrom(StoreError error);

} // namespace chat
