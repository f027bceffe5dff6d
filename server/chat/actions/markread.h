#pragma once

#include "chat/actions/action.h"

namespace chat {

/// Says how far somebody has read. It never moves back, and not beyond the room's latest event. The user's other
/// connections learn of it by `read`, in small rooms everybody else, too.
void markRead(Context &context, const Actor &actor, const protocol::chat::MarkRead &request, const Reply &reply);

} // namespace chat
