#include "chat/actions/pinmessage.h"

#include "chat/actions/messagechange.h"
#include "chat/settings.h"
#include "chat/state/reservations.h"

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::Message;
using protocol::chat::MessageRequest;
using protocol::chat::refusal;
using protocol::chat::RoomEventType;

namespace {

MessageTarget targetOf(const MessageRequest &request)
{
    return {request.room, request.id, Permission::PinMessage};
}

void doPinMessage(Context &context, const Actor &actor, const MessageTarget &target, RoomEventType type,
                  const Reply &reply)
{
    commitMessageEvent(context, messageEvent(context, actor, target, type), {}, reply);
}

/// Counts what is pinned before another one may be; @p reply ends the reservation.
void pinIfThereIsSpace(Context &context, const Actor &actor, const MessageTarget &target, const Reply &reply)
{
    const int others = context.reservations.additions(target.room) - 1;
    context.store.readPins(
        target.room, [&context, actor, target, others, reply](const StoreResult<std::vector<Message>> &pins) {
            const auto check = checkRoomPermission(context, actor.user, target.room, target.permission);
            if (!check)
                reply(protocol::failure(check.error()));
            else if (!pins)
                reply(protocol::failure(errorFrom(pins.error())));
            else if (int(pins->size()) + others >= context.settings.limits.maxPinsPerRoom)
                reply(refusal(ErrorCode::TooMany, QStringLiteral("Too much is pinned here already: unpin something.")));
            else
                doPinMessage(context, actor, target, RoomEventType::MessagePinned, reply);
        });
}

} // namespace

void pinMessage(Context &context, const Actor &actor, const MessageRequest &request, const Reply &reply)
{
    const MessageTarget target = targetOf(request);
    context.reservations.beginAddition(target.room, target.id);
    const Reply finish = [&context, target, reply](protocol::chat::Result<QCborMap> result) {
        context.reservations.endAddition(target.room, target.id);
        reply(std::move(result));
    };
    withMessage(context, actor, target, finish,
                [&context, actor, target, finish](const Standing &standing, const Message &message) {
                    if (message.isPinned)
                        finish(QCborMap{{QStringLiteral("seq"), standing.room->room.seq}});
                    else
                        pinIfThereIsSpace(context, actor, target, finish);
                });
}

void unpinMessage(Context &context, const Actor &actor, const MessageRequest &request, const Reply &reply)
{
    const MessageTarget target = targetOf(request);
    withMessage(context, actor, target, reply, [&context, actor, target, reply](const Standing &, const Message &) {
        doPinMessage(context, actor, target, RoomEventType::MessageUnpinned, reply);
    });
}

} // namespace chat
