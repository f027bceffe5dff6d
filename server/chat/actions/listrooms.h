#pragma once

#include "chat/context.h"

#include "protocol/chat/requests.h"

namespace chat {

/// A page of the public rooms and those the actor is in, by name. Acks `rooms` (each with `role` when the actor is a
/// member) and `cursor` when there are more.
/// Thread: chat thread.
void listRooms(Context &context, const Actor &actor, const protocol::chat::ListRooms &request, const Reply &reply);

} // namespace chat
