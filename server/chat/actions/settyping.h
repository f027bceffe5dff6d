#pragma once

#include "chat/actions/action.h"

namespace chat {

/// Tells the others in a room that somebody is writing, or no longer is. Nothing of it is kept.
void setTyping(Context &context, const Actor &actor, const protocol::chat::SetTyping &request, const Reply &reply);

} // namespace chat
