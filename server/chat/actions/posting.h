#pragma once

#include "chat/ports/records.h"

#include "protocol/chat/message.h"

namespace chat {

/// The operation that posts @p message, of which the fields room, by, at and text are set, and others as needed; the
/// store gives it its id and seq. @p nonce as in AppendEvent.
[[nodiscard]] AppendEvent posting(protocol::chat::Message message, const QString &nonce);

/// The acknowledgement of a message that has been posted: `id`, `seq` and `at`.
[[nodiscard]] QCborMap postedFields(const protocol::chat::RoomEvent &posted);

} // namespace chat
