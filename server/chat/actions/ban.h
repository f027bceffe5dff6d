#pragma once

#include "chat/context.h"

#include "protocol/chat/requests.h"

namespace chat {

/// Keeps somebody out of a room or, without a room, of the server, until a time or for good. A ban from the server for
/// good takes their device tokens, too. Errors: NotFound, NotMember, Forbidden, LastOwner, BadRequest (oneself, a time
/// that is over).
/// Thread: chat thread.
void ban(Context &context, const Actor &actor, const protocol::chat::Moderate &request, const Reply &reply);

} // namespace chat
