#pragma once

#include "protocol/chat/role.h"
#include "protocol/chat/room.h"

namespace chat {

/// Everything that needs a right. docs/protocol.md shows the table for people.
enum class Permission {
    // In a room
    ReadRoom,
    PostMessage,
    PostInAnnouncementRoom,
    PostWithoutSlowMode,
    EditOwnMessage,
    DeleteOwnMessage,
    DeleteOthersMessage,
    PinMessage,
    React,
    MentionEverybody, ///< `@room` and `@all`: members and above
    InviteToRoom,
    UpdateRoom,
    KickMember,
    BanMember,
    MuteMember,
    SetMemberRole,
    AnnounceInRoom,
    ReadRoomAudit,
    // In the server
    CreateRoom,
    OpenDirect,
    AnnounceToEveryone,
    KickFromServer,
    BanFromServer,
    SetServerRole,
    ReadServerAudit,
};

/// The one table of who may do what in a room of @p kind, and with the server's own permissions (@p kind is then not
/// looked at). Membership, bans and mutes are judged by standing.h.
[[nodiscard]] bool isAllowed(Permission permission, protocol::chat::Role role, protocol::chat::RoomKind kind);

/// Whether somebody may act against somebody else: only against lower roles. Owners may against each other.
[[nodiscard]] bool outranks(protocol::chat::Role actor, protocol::chat::Role target);

} // namespace chat
