#pragma once

#include "chat/actions/action.h"
#include "chat/actions/posting.h"

namespace chat {

/// Posts a message. A nonce the sender has used before gets the message posted with it, and nothing is
/// posted.
void sendMessage(Context &context, const Actor &actor, const protocol::chat::SendMessage &request,
                 const PostReply &reply);

} // namespace chat
