#pragma once

#include "chat/context.h"

#include "protocol/chat/requests.h"

namespace chat {

/// Changes what is given. Acks `room`. Errors: NotFound, NotMember, Forbidden, BadName, NameTaken, TooLong, BadRequest.
/// Thread: chat thread.
void updateRoom(Context &context, const Actor &actor, const protocol::chat::UpdateRoom &request, const Reply &reply);

} // namespace chat
