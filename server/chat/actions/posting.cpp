#include "chat/actions/posting.h"

namespace chat {

using protocol::chat::RoomEventType;

AppendEvent posting(protocol::chat::Message message, const QString &nonce)
{
    AppendEvent append;
    append.nonce = nonce;
    append.event.room = message.room;
    append.event.type = RoomEventType::MessagePosted;
    append.event.by = message.by;
    append.event.at = message.at;
    append.event.message = std::move(message);
    return append;
}

Posted postedBy(const protocol::chat::RoomEvent &event)
{
    return {protocol::chat::messageId(event.room, event.seq), event.seq, event.at};
}

} // namespace chat
