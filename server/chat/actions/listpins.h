#pragma once

#include "chat/actions/action.h"

namespace chat {

/// What a room has pinned, in the order of pinning: `messages`. When they are too large for one answer the latest pins
/// are in it, and `hasMore`.
void listPins(Context &context, const Actor &actor, const protocol::chat::RoomRequest &request, const Reply &reply);

} // namespace chat
