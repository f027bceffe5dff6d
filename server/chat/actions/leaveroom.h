#pragma once

#include "chat/context.h"

#include "protocol/chat/requests.h"

namespace chat {

/// Ends the membership. Errors: NotFound, NotMember, Forbidden (General, direct conversations), LastOwner, and Muted,
/// since a mute would not outlive leaving and coming back.
/// Thread: chat thread.
void leaveRoom(Context &context, const Actor &actor, const protocol::chat::RoomRequest &request, const Reply &reply);

} // namespace chat
