#pragma once

#include "protocol/chat/error.h"
#include "protocol/chat/limits.h"
#include "protocol/chat/requests.h"

#include <QCborMap>

// Readers of requests: each checks types and sizes and names the field that is wrong. Thread: any.
namespace protocol::chat {

[[nodiscard]] Result<CreateRoom> readCreateRoom(const QCborMap &map, const Limits &limits);
[[nodiscard]] Result<ListRooms> readListRooms(const QCborMap &map, const Limits &limits);
[[nodiscard]] Result<RoomRequest> readRoomRequest(const QCborMap &map, const Limits &limits);
[[nodiscard]] Result<UpdateRoom> readUpdateRoom(const QCborMap &map, const Limits &limits);
[[nodiscard]] Result<InviteToRoom> readInviteToRoom(const QCborMap &map, const Limits &limits);
[[nodiscard]] Result<ListMembers> readListMembers(const QCborMap &map, const Limits &limits);
[[nodiscard]] Result<OpenDirect> readOpenDirect(const QCborMap &map, const Limits &limits);

} // namespace protocol::chat
