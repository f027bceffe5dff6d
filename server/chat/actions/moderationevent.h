#pragma once

#include "chat/context.h"
#include "chat/ports/records.h"

#include "protocol/chat/requests.h"

namespace chat {

/// @p request with the reason as it is kept. Errors: TooLong, BadRequest.
[[nodiscard]] protocol::chat::Result<protocol::chat::Moderate> checkReason(const Context &context,
                                                                           const protocol::chat::Moderate &request);

/// The event of what @p request does in its room: `user`, `reason`?, and `until` for a mute and for a ban that ends.
[[nodiscard]] AppendEvent moderationEvent(const Context &context, const Actor &actor,
                                          protocol::chat::RoomEventType type, const protocol::chat::Moderate &request);
/// What the audit log says of it.
[[nodiscard]] AppendAudit moderationEntry(const Context &context, const Actor &actor, const QString &action,
                                          const protocol::chat::Moderate &request);

} // namespace chat
