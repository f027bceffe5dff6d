#pragma once

#include "chat/context.h"

#include "protocol/chat/requests.h"

namespace chat {

/// Makes the actor a member of a public room; nothing happens when they are one. Acks `room` with personal figures.
/// Errors: NotFound (a private room too), Banned, TooMany.
/// Thread: chat thread.
void joinRoom(Context &context, const Actor &actor, const protocol::chat::RoomRequest &request, const Reply &reply);

} // namespace chat
