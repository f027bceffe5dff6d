#include "chat/actions/leaveroom.h"

#include "chat/actions/action.h"
#include "chat/actions/membership.h"
#include "chat/ports/clock.h"
#include "chat/rules/moderation.h"
#include "chat/settings.h"

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::refusal;
using protocol::chat::Result;
using protocol::chat::RoomRequest;

namespace {

Result<const RoomState *> checkLeaveRoom(const Context &context, const Actor &actor, const RoomRequest &request)
{
    const Result<Standing> standing = checkRoomPermission(context, actor.user, request.room, Permission::ReadRoom);
    if (!standing)
        return protocol::failure(standing.error());
    const RoomState &room = *standing->room;
    if (room.room.id == generalRoomId || room.room.kind == protocol::chat::RoomKind::Direct)
        return refusal(ErrorCode::Forbidden, QStringLiteral("Nobody can leave this room."));
    const Member &member = *room.member(actor.user);
    if (member.mutedUntil > context.clock.now() || context.reservations.isBeingMuted(room.room.id, actor.user)) {
        return refusal(ErrorCode::Muted,
                       QStringLiteral("While you are muted you cannot leave: the mute would be lost."));
    }
    if (isLastOwner(room, member))
        return refusal(ErrorCode::LastOwner);
    return &room;
}

} // namespace

void leaveRoom(Context &context, const Actor &actor, const RoomRequest &request, const Reply &reply)
{
    const Result<const RoomState *> room = checkLeaveRoom(context, actor, request);
    if (!room) {
        reply(protocol::failure(room.error()));
        return;
    }
    const auto holds = holdForDeparture(context, **room, actor.user);
    if (!holds) {
        whenSettled(context, [&context, actor, request, reply] { leaveRoom(context, actor, request, reply); });
        return;
    }
    const QCborMap detail{{QStringLiteral("user"), actor.user}};
    Change change;
    change.operations.push_back(
        newEvent(context, request.room, protocol::chat::RoomEventType::MemberLeft, actor.user, detail));
    commitAndPublish(context, std::move(change), reply, [holds, reply](const Committed &) { reply(QCborMap()); });
}

} // namespace chat
