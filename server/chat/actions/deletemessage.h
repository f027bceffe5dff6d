#pragma once

#include "chat/actions/action.h"

namespace chat {

/// Takes away a message's text, reactions and pin for good: of one's own, or of others with the right to. Deleting
/// others' messages is noted in the audit. Acknowledged with the change's `seq`.
void deleteMessage(Context &context, const Actor &actor, const protocol::chat::MessageRequest &request,
                   const Reply &reply);

} // namespace chat
