#pragma once

#include "chat/context.h"

#include "protocol/chat/requests.h"

namespace chat {

/// A page of what moderators, admins and owners did, newest first; nothing of rooms that are hidden from the actor.
/// Acks `entries` and `cursor` when there are more. Errors: NotFound, NotMember, Forbidden, BadRequest.
/// Thread: chat thread.
void listAudit(Context &context, const Actor &actor, const protocol::chat::ListAudit &request, const Reply &reply);

} // namespace chat
