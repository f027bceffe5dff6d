#pragma once

#include "chat/context.h"
#include "chat/rules/moderation.h"

#include "protocol/chat/requests.h"

namespace chat {

/// A way of taking somebody out of a room against their will.
struct Expulsion
{
    /// Whether it may be done, and to whom.
    protocol::chat::Result<RoomTarget> (*check)(const Context &, const Actor &, const protocol::chat::Moderate &);
    protocol::chat::RoomEventType event;
    QString action; ///< as the audit log calls it
};

/// Takes somebody out of a room as @p expulsion says, once nothing of theirs is under way in the room, checking again
/// then. Errors: those of the check.
/// Thread: chat thread.
void expel(Context &context, const Actor &actor, const protocol::chat::Moderate &request, const Expulsion &expulsion,
           const Reply &reply);

} // namespace chat
