#pragma once

#include "chat/context.h"

#include "protocol/chat/requests.h"

namespace chat {

/// Acks `user`, with `presence` beside it. Errors: NotFound.
/// Thread: chat thread.
void getUser(Context &context, const Actor &actor, const protocol::chat::GetUser &request, const Reply &reply);

} // namespace chat
