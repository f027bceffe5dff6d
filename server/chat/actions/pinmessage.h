#pragma once

#include "chat/actions/action.h"

namespace chat {

/// Puts a message among those its room has pinned. Acknowledged with the change's `seq`.
void pinMessage(Context &context, const Actor &actor, const protocol::chat::MessageRequest &request,
                const Reply &reply);
/// The reverse.
void unpinMessage(Context &context, const Actor &actor, const protocol::chat::MessageRequest &request,
                  const Reply &reply);

} // namespace chat
