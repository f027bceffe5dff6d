#include "protocol/chat/messagerequests.h"

#include "protocol/chat/fieldreader.h"

namespace protocol::chat {

Result<SendMessage> readSendMessage(const QCborMap &map, const Limits &limits)
{
    FieldReader fields(map);
    SendMessage request;
    request.room = fields.id(QLatin1String("room"));
    request.nonce = fields.shortText(QLatin1String("nonce"), limits.maxNonceBytes);
    request.text = fields.text(QLatin1String("text"), limits.maxMessageCharacters);
    request.replyTo = fields.optionalId(QLatin1String("replyTo"));
    request.attachments = fields.optionalMaps(QLatin1String("attachments"), limits.maxAttachmentsPerMessage);
    return fields.result(std::move(request));
}

Result<EditMessage> readEditMessage(const QCborMap &map, const Limits &limits)
{
    FieldReader fields(map);
    EditMessage request;
    request.room = fields.id(QLatin1String("room"));
    request.id = fields.id(QLatin1String("id"));
    request.text = fields.text(QLatin1String("text"), limits.maxMessageCharacters);
    return fields.result(std::move(request));
}

Result<MessageRequest> readMessageRequest(const QCborMap &map, const Limits &)
{
    FieldReader fields(map);
    MessageRequest request;
    request.room = fields.id(QLatin1String("room"));
    request.id = fields.id(QLatin1String("id"));
    return fields.result(std::move(request));
}

Result<ReactionRequest> readReactionRequest(const QCborMap &map, const Limits &limits)
{
    FieldReader fields(map);
    ReactionRequest request;
    request.room = fields.id(QLatin1String("room"));
    request.id = fields.id(QLatin1String("id"));
    request.emoji = fields.shortText(QLatin1String("emoji"), limits.maxEmojiBytes);
    return fields.result(std::move(request));
}

} // namespace protocol::chat
