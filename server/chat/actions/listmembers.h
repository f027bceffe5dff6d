#pragma once

#include "chat/context.h"

#include "protocol/chat/requests.h"

namespace chat {

/// A page of the members by name. Acks `members` (`user`, `role`, `mutedUntil`?) and `cursor` when there are more.
/// Errors: NotFound, NotMember, BadRequest.
/// Thread: chat thread.
void listMembers(Context &context, const Actor &actor, const protocol::chat::ListMembers &request, const Reply &reply);

} // namespace chat
