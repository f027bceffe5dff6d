#pragma once

#include "chat/actions/action.h"

namespace chat {

/// Adds one's reaction to a message. Acknowledged with the change's `seq`; adding what is there changes nothing.
void addReaction(Context &context, const Actor &actor, const protocol::chat::ReactionRequest &request,
                 const Reply &reply);
/// Takes one's own reaction back.
void removeReaction(Context &context, const Actor &actor, const protocol::chat::ReactionRequest &request,
                    const Reply &reply);

} // namespace chat
