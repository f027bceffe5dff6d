#pragma once

#include "chat/ports/records.h"

#include "protocol/chat/error.h"
#include "protocol/chat/message.h"

#include <functional>

namespace chat {

/// The operation that posts @p message, of which the fields room, by, at and text are set, and others as needed; the
/// store gives it its id and seq. @p nonce as in AppendEvent.
[[nodiscard]] AppendEvent posting(protocol::chat::Message message, const QString &nonce);

/// Where a message is that has been posted.
struct Posted
{
    QString id;
    qint64 seq = 0;
    qint64 at = 0; ///< UTC milliseconds
};

[[nodiscard]] Posted postedBy(const protocol::chat::RoomEvent &event);

/// As Reply, of a posted message: its fields are `id`, `seq` and `at`. A map for each would be much work.
using PostReply = std::function<void(protocol::chat::Result<Posted>)>;

} // namespace chat
