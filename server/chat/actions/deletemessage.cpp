#include "chat/actions/deletemessage.h"

#include "chat/actions/messagechange.h"

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::Message;
using protocol::chat::MessageRequest;
using protocol::chat::refusal;
using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;

namespace {

protocol::chat::Result<std::monostate> checkDeleteMessage(const Actor &actor, const Standing &standing,
                                                          const Message &message)
{
    const auto needed = message.by == actor.user ? Permission::DeleteOwnMessage : Permission::DeleteOthersMessage;
    if (!isAllowed(needed, standing.role, standing.room->room.kind))
        return refusal(ErrorCode::Forbidden);
    return std::monostate();
}

void doDeleteMessage(Context &context, const Actor &actor, const MessageTarget &target, const Message &message,
                     const Reply &reply)
{
    RoomEvent event = messageEvent(context, actor, target, RoomEventType::MessageDeleted);
    std::vector<Operation> along;
    if (message.by != actor.user) {
        AuditEntry entry;
        entry.at = event.at;
        entry.by = actor.user;
        entry.action = QStringLiteral("message:delete");
        entry.room = target.room;
        entry.target = target.id;
        entry.detail.insert(QStringLiteral("user"), message.by);
        along.emplace_back(AppendAudit{std::move(entry)});
    }
    commitMessageEvent(context, std::move(event), std::move(along), reply);
}

} // namespace

void deleteMessage(Context &context, const Actor &actor, const MessageRequest &request, const Reply &reply)
{
    const MessageTarget target{request.room, request.id, Permission::DeleteOwnMessage};
    withMessage(context, actor, target, reply,
                [&context, actor, target, reply](const Standing &standing, const Message &message) {
                    if (const auto check = checkDeleteMessage(actor, standing, message); !check)
                        reply(protocol::failure(check.error()));
                    else
                        doDeleteMessage(context, actor, target, message, reply);
                });
}

} // namespace chat
