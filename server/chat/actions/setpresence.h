#pragma once

#include "chat/context.h"

#include "protocol/chat/requests.h"

namespace chat {

/// What others see of the actor from the next tick on. Errors: TooLong, BadRequest.
/// Thread: chat thread.
void setPresence(Context &context, const Actor &actor, const protocol::chat::SetPresence &request, const Reply &reply);

} // namespace chat
