#pragma once

#include "chat/context.h"

#include "protocol/chat/requests.h"

namespace chat {

/// Changes what is given. A new password ends the tokens of all devices but the one that asks. Acks `user`.
/// Errors: BadName, NameTaken, TooLong, BadRequest, RateLimited.
/// Thread: chat thread.
void updateUser(Context &context, const Actor &actor, const protocol::chat::UpdateUser &request, const Reply &reply);

} // namespace chat
