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

QCborMap postedFields(const protocol::chat::RoomEvent &posted)
{
    return {
        {QStringLiteral("id"), protocol::chat::messageId(posted.room, posted.seq)},
        {QStringLiteral("seq"), posted.seq},
        {QStringLiteral("at"), posted.at},
    };
}

} // namespace chat
