#pragma once

#include "chat/actions/action.h"

namespace chat {

/// A page of a room's messages, oldest first: `messages`, `hasBefore`, `hasAfter`. It may hold fewer than asked for
/// when they are large.
void getHistory(Context &context, const Actor &actor, const protocol::chat::GetHistory &request, const Reply &reply);

} // namespace chat
