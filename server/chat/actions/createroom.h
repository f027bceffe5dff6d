#pragma once

#include "chat/context.h"

#include "protocol/chat/requests.h"

namespace chat {

/// Makes a room whose owner is the one who asks. Acks `room` with personal figures.
/// Errors: Forbidden, BadName, NameTaken (public rooms only), TooLong, TooMany.
/// Thread: chat thread.
void createRoom(Context &context, const Actor &actor, const protocol::chat::CreateRoom &request, const Reply &reply);

} // namespace chat
