#pragma once

#include "chat/context.h"

#include "protocol/chat/requests.h"

namespace chat {

/// Keeps a member of a room from writing until a time or for good; with a time that is over, no longer.
/// Errors: NotFound, NotMember, Forbidden, BadRequest (oneself, no room).
/// Thread: chat thread.
void mute(Context &context, const Actor &actor, const protocol::chat::Moderate &request, const Reply &reply);

} // namespace chat
