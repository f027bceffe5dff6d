#include "chat/actions/unban.h"

#include "chat/actions/action.h"
#include "chat/actions/moderationevent.h"
#include "chat/rules/moderation.h"
#include "chat/state/reservations.h"
#include "chat/state/serverstate.h"

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::Moderate;
using protocol::chat::refusal;
using protocol::chat::Result;
using protocol::chat::RoomEventType;

namespace {

auto notBanned()
{
    return refusal(ErrorCode::NotFound, QStringLiteral("They are not banned."), QStringLiteral("user"));
}

Result<std::monostate> checkUnban(const Context &context, const Actor &actor, const Moderate &request)
{
    if (request.room.isEmpty()) {
        const auto role = checkServerPermission(context, actor.user, Permission::BanFromServer);
        if (!role)
            return protocol::failure(role.error());
        if (!context.state.hasServerBan(request.user))
            return notBanned();
        return std::monostate();
    }
    const auto standing = checkRoomPermission(context, actor.user, request.room, Permission::BanMember);
    if (!standing)
        return protocol::failure(standing.error());
    if (!standing->room->bans.contains(request.user))
        return notBanned();
    return std::monostate();
}

Operation lifting(const Context &context, const Actor &actor, const Moderate &request)
{
    if (request.room.isEmpty())
        return RemoveServerBan{request.user};
    const QCborMap detail{{QStringLiteral("user"), request.user}};
    return newEvent(context, request.room, RoomEventType::MemberUnbanned, actor.user, detail);
}

} // namespace

void unban(Context &context, const Actor &actor, const Moderate &request, const Reply &reply)
{
    if (const auto checked = checkUnban(context, actor, request); !checked) {
        reply(protocol::failure(checked.error()));
        return;
    }
    const auto place = isSettled(context, actor.user, request.room)
        ? context.reservations.holdPlace(request.room, request.user)
        : nullptr;
    if (!place) {
        whenSettled(context, [&context, actor, request, reply] { unban(context, actor, request, reply); });
        return;
    }
    Change change;
    change.operations.push_back(lifting(context, actor, request));
    change.operations.push_back(
        newAuditEntry(context, actor, QStringLiteral("moderate:unban"), request.room, request.user));
    commitAndPublish(context, std::move(change), reply, [place, reply](const Committed &) { reply(QCborMap()); });
}

} // namespace chat
