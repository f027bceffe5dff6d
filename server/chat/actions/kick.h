#pragma once

#include "chat/context.h"

#include "protocol/chat/requests.h"

namespace chat {

/// Takes somebody out of a room, who may come back; without a room, ends their connections to the server.
/// Errors: NotFound, NotMember, Forbidden, LastOwner, BadRequest (oneself).
/// Thread: chat thread.
void kick(Context &context, const Actor &actor, const protocol::chat::Moderate &request, const Reply &reply);

} // namespace chat
