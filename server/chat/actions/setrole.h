#pragma once

#include "chat/context.h"

#include "protocol/chat/requests.h"

namespace chat {

/// Gives a member of a room, or without a room somebody in the server, a role. Nobody changes their betters or equals
/// (owners may change owners) or gives a role above their own. Errors: NotFound, NotMember, Forbidden, LastOwner.
/// Thread: chat thread.
void setRole(Context &context, const Actor &actor, const protocol::chat::SetRole &request, const Reply &reply);

} // namespace chat
