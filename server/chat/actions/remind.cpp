#include "chat/actions/remind.h"

#include "chat/actions/messagechange.h"
#include "chat/actions/scheduling.h"
#include "chat/rules/text.h"
#include "chat/settings.h"

namespace chat {

using protocol::chat::CreateReminder;
using protocol::chat::ErrorCode;
using protocol::chat::Message;
using protocol::chat::refusal;

namespace {

protocol::chat::Result<std::monostate> checkCreateReminder(const Context &context, const Actor &actor,
                                                           const CreateReminder &request)
{
    if (request.message.isEmpty() || !request.text.isEmpty()) {
        if (const auto text = checkText(request.text, context.settings.limits.maxMessageCharacters); !text)
            return text;
    }
    if (!request.room.isEmpty()) {
        const auto room = checkRoomPermission(context, actor.user, request.room, Permission::ReadRoom);
        if (!room)
            return protocol::failure(room.error());
    } else if (!request.message.isEmpty()) {
        return refusal(ErrorCode::BadRequest, QStringLiteral("Name the room of the message, too."),
                       QStringLiteral("room"));
    }
    return checkScheduling(context, actor.user, request.at);
}

void doCreateReminder(Context &context, const Actor &actor, const CreateReminder &request, const Reply &reply)
{
    Scheduled item;
    item.kind = Scheduled::Kind::Reminder;
    item.user = actor.user;
    item.room = request.room;
    item.message = request.message;
    item.text = request.text;
    item.at = request.at;
    storeScheduled(context, std::move(item), reply);
}

} // namespace

void createReminder(Context &context, const Actor &actor, const CreateReminder &request, const Reply &reply)
{
    if (const auto check = checkCreateReminder(context, actor, request); !check) {
        reply(protocol::failure(check.error()));
        return;
    }
    if (request.message.isEmpty()) {
        doCreateReminder(context, actor, request, reply);
        return;
    }
    const MessageTarget target{request.room, request.message, Permission::ReadRoom};
    withMessage(context, actor, target, reply, [&context, actor, request, reply](const Standing &, const Message &) {
        // Others may have been scheduled while the message was read.
        if (const auto check = checkCreateReminder(context, actor, request); !check)
            reply(protocol::failure(check.error()));
        else
            doCreateReminder(context, actor, request, reply);
    });
}

} // namespace chat
