#pragma once

#include "chat/context.h"

#include "protocol/chat/requests.h"

namespace chat {

/// The conversation of the actor with somebody else or with themselves, made if need be; both sides always get the same
/// one. Acks `room` with personal figures. Errors: NotFound, Forbidden.
/// Thread: chat thread.
void openDirect(Context &context, const Actor &actor, const protocol::chat::OpenDirect &request, const Reply &reply);

} // namespace chat
