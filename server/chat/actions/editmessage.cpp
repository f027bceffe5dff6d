#include "chat/actions/editmessage.h"

#include "chat/actions/messagechange.h"
#include "chat/rules/mentions.h"
#include "chat/rules/text.h"
#include "chat/settings.h"

#include <QCborArray>

namespace chat {

using protocol::chat::EditMessage;
using protocol::chat::ErrorCode;
using protocol::chat::Message;
using protocol::chat::refusal;
using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;

namespace {

protocol::chat::Result<std::monostate> checkEditMessage(const Actor &actor, const Message &message)
{
    if (message.by != actor.user)
        return refusal(ErrorCode::Forbidden, QStringLiteral("Only its author may edit a message."));
    return std::monostate();
}

void doEditMessage(Context &context, const Actor &actor, const MessageTarget &target, const Standing &standing,
                   const QString &text, const Reply &reply)
{
    RoomEvent event = messageEvent(context, actor, target, RoomEventType::MessageEdited);
    event.detail.insert(QStringLiteral("text"), text);
    event.detail.insert(QStringLiteral("mentions"), QCborArray::fromStringList(mentionsIn(context, standing, text)));
    commitMessageEvent(context, std::move(event), {}, reply);
}

} // namespace

void editMessage(Context &context, const Actor &actor, const EditMessage &request, const Reply &reply)
{
    const MessageTarget target{request.room, request.id, Permission::EditOwnMessage};
    const int maxCharacters = context.settings.limits.maxMessageCharacters;
    withMessage(context, actor, target, reply,
                [&context, actor, target, maxCharacters, text = request.text, reply](const Standing &standing,
                                                                                     const Message &message) {
                    if (const auto author = checkEditMessage(actor, message); !author)
                        reply(protocol::failure(author.error()));
                    else if (const auto check = checkText(text, maxCharacters); !check)
                        reply(protocol::failure(check.error()));
                    else if (message.text == text)
                        reply(QCborMap{{QStringLiteral("seq"), standing.room->room.seq}}); // nothing to change
                    else
                        doEditMessage(context, actor, target, standing, text, reply);
                });
}

} // namespace chat
