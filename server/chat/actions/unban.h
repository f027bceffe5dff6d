#pragma once

#include "chat/context.h"

#include "protocol/chat/requests.h"

namespace chat {

/// Ends a ban from a room or from the server. Errors: NotFound, NotMember, Forbidden.
/// Thread: chat thread.
void unban(Context &context, const Actor &actor, const protocol::chat::Moderate &request, const Reply &reply);

} // namespace chat
