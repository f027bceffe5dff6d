#pragma once

#include "chat/rules/standing.h"

namespace chat {

/// Somebody who is to be acted against in a room.
struct RoomTarget
{
    Standing actor;
    const Member *member = nullptr; ///< the target's place; null when they are not in the room
};

/// Whether @p actor may use @p permission against @p target in a room. Errors: those of checkRoomPermission(), NotFound
/// (field `user`) when there is no such user, BadRequest against oneself, Forbidden against betters and equals.
[[nodiscard]] protocol::chat::Result<RoomTarget> checkRoomTarget(const Context &context, const QString &actor,
                                                                 const QString &room, const QString &target,
                                                                 Permission permission);
/// The same for the whole server; returns whom it concerns.
[[nodiscard]] protocol::chat::Result<const UserRecord *>
checkServerTarget(const Context &context, const QString &actor, const QString &target, Permission permission);

/// Whether a room would be left to members none of whom owns it, when @p member is no longer an owner of it.
[[nodiscard]] bool isLastOwner(const RoomState &room, const Member &member);
/// The ban that keeps @p user out of the room at @p now, or null.
[[nodiscard]] const Ban *roomBan(const RoomState &room, const QString &user, qint64 now);
/// What somebody who is banned is told.
[[nodiscard]] protocol::chat::Error refusalOfBan(const Ban &ban, qint64 now);

/// Whether nothing that decides what @p user may do, in a room or (@p room empty) in the server, is on its way to the
/// store.
[[nodiscard]] bool isSettled(const Context &context, const QString &user, const QString &room);

} // namespace chat
