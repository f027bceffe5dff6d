#pragma once

#include "chat/actions/action.h"

namespace chat {

/// Gives a message of one's own another text. Acknowledged with the change's `seq`.
void editMessage(Context &context, const Actor &actor, const protocol::chat::EditMessage &request, const Reply &reply);

} // namespace chat
