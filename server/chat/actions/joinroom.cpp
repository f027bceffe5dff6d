#include "chat/actions/joinroom.h"

#include "chat/actions/action.h"
#include "chat/actions/membership.h"
#include "chat/ports/clock.h"
#include "chat/rules/moderation.h"
#include "chat/state/reservations.h"
#include "chat/state/serverstate.h"

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::refusal;
using protocol::chat::Result;
using protocol::chat::RoomRequest;

namespace {

Result<const RoomState *> checkJoinRoom(const Context &context, const Actor &actor, const RoomRequest &request)
{
    const RoomState *room = context.state.visibleRoom(request.room, actor.user);
    if (!room)
        return refusal(ErrorCode::NotFound);
    if (room->member(actor.user))
        return room;
    const qint64 now = context.clock.now();
    if (const Ban *ban = roomBan(*room, actor.user, now))
        return protocol::failure(refusalOfBan(*ban, now));
    if (const auto hasSpace = checkHasSpace(context, actor.user); !hasSpace)
        return protocol::failure(hasSpace.error());
    return room;
}

} // namespace

void joinRoom(Context &context, const Actor &actor, const RoomRequest &request, const Reply &reply)
{
    const Reservations::Hold place = context.reservations.holdPlace(request.room, actor.user);
    if (!place) {
        whenSettled(context, [&context, actor, request, reply] { joinRoom(context, actor, request, reply); });
        return;
    }
    const Result<const RoomState *> room = checkJoinRoom(context, actor, request);
    if (!room) {
        reply(protocol::failure(room.error()));
        return;
    }
    if ((*room)->member(actor.user)) {
        replyWithRoom(context, request.room, actor.user, reply);
        return;
    }
    Change change;
    change.operations.push_back(joining(context, request.room, actor.user, actor.user));
    commitAndPublish(context, std::move(change), reply,
                     [&context, room = request.room, user = actor.user, place, reply](const Committed &) {
                         replyWithRoom(context, room, user, reply);
                     });
}

} // namespace chat
