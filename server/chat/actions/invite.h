#pragma once

#include "chat/context.h"

#include "protocol/chat/requests.h"

namespace chat {

/// Makes somebody else a member of a room. Errors: NotFound, NotMember, Forbidden, AlreadyExists, Banned, TooMany.
/// Thread: chat thread.
void invite(Context &context, const Actor &actor, const protocol::chat::InviteToRoom &request, const Reply &reply);

} // namespace chat
