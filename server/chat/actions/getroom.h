#pragma once

#include "chat/context.h"

#include "protocol/chat/requests.h"

namespace chat {

/// Acks `room`, with `role` and `read` for a member. Errors: NotFound.
/// Thread: chat thread.
void getRoom(Context &context, const Actor &actor, const protocol::chat::RoomRequest &request, const Reply &reply);

} // namespace chat
