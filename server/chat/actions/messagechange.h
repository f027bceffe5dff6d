#pragma once

#include "chat/actions/action.h"

#include "protocol/chat/message.h"

namespace chat {

/// What the actions that concern one message have in common: which one, and the right it takes to try.
struct MessageTarget
{
    QString room;
    QString id;
    Permission permission = Permission::ReadRoom;
};

/// Judges the right of @p actor, reads the message, judges again, as things may have changed meanwhile, and hands both
/// to
/// @p then. Refuses with NotFound when there is no such message in this room or it is deleted, and with Muted when
/// somebody who is muted there wants more than to read.
void withMessage(Context &context, const Actor &actor, const MessageTarget &target, const Reply &reply,
                 std::function<void(const Standing &standing, const protocol::chat::Message &message)> then);

/// An event about the message @p id, with nothing but this in its detail.
[[nodiscard]] protocol::chat::RoomEvent messageEvent(const Context &context, const Actor &actor,
                                                     const MessageTarget &target, protocol::chat::RoomEventType type);

/// Stores and publishes @p event with what goes along with it, then replies with its `seq`; with the room's current one
/// when there was nothing to change.
void commitMessageEvent(Context &context, protocol::chat::RoomEvent event, std::vector<Operation> along,
                        const Reply &reply);

} // namespace chat
