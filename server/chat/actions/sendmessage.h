#pragma once

#include "chat/actions/action.h"

namespace chat {

/// Posts a message. Acknowledged with `id`, `seq` and `at`; a nonce the sender has used before gets those of the
/// message posted with it, and nothing is posted.
void sendMessage(Context &context, const Actor &actor, const protocol::chat::SendMessage &request, const Reply &reply);

} // namespace chat
