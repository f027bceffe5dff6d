#include "chat/actions/getroom.h"

#include "chat/actions/membership.h"
#include "chat/state/serverstate.h"

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::refusal;

void getRoom(Context &context, const Actor &actor, const protocol::chat::RoomRequest &request, const Reply &reply)
{
    const RoomState *room = context.state.visibleRoom(request.room, actor.user);
    if (!room)
        reply(refusal(ErrorCode::NotFound));
    else if (room->member(actor.user))
        replyWithRoom(context, request.room, actor.user, reply);
    else
        reply(QCborMap{{QStringLiteral("room"), room->room.toMap()}});
}

} // namespace chat
