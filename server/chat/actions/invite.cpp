#include "chat/actions/invite.h"

#include "chat/actions/action.h"
#include "chat/actions/membership.h"
#include "chat/ports/clock.h"
#include "chat/rules/moderation.h"
#include "chat/state/serverstate.h"

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::InviteToRoom;
using protocol::chat::refusal;
using protocol::chat::Result;

namespace {

auto bannedHere(const QString &where)
{
    return refusal(ErrorCode::Banned, QStringLiteral("They are banned from %1.").arg(where), QStringLiteral("user"));
}

Result<std::monostate> checkInvite(const Context &context, const Actor &actor, const InviteToRoom &request)
{
    const Result<Standing> standing = checkRoomPermission(context, actor.user, request.room, Permission::InviteToRoom);
    if (!standing)
        return protocol::failure(standing.error());
    if (!context.state.user(request.user))
        return refusal(ErrorCode::NotFound, QStringLiteral("There is no such user."), QStringLiteral("user"));
    if (standing->room->member(request.user))
        return refusal(ErrorCode::AlreadyExists, QStringLiteral("They are in the room already."));
    const qint64 now = context.clock.now();
    if (roomBan(*standing->room, request.user, now))
        return bannedHere(QStringLiteral("the room"));
    if (context.state.serverBan(request.user, now))
        return bannedHere(QStringLiteral("the server"));
    return checkHasSpace(context, request.user);
}

} // namespace

void invite(Context &context, const Actor &actor, const InviteToRoom &request, const Reply &reply)
{
    if (const auto checked = checkInvite(context, actor, request); !checked) {
        reply(protocol::failure(checked.error()));
        return;
    }
    const Reservations::Hold place = context.reservations.holdPlace(request.room, request.user);
    if (!place) {
        whenSettled(context, [&context, actor, request, reply] { invite(context, actor, request, reply); });
        return;
    }
    Change change;
    change.operations.push_back(joining(context, request.room, request.user, actor.user));
    commitAndPublish(context, std::move(change), reply, [place, reply](const Committed &) { reply(QCborMap()); });
}

} // namespace chat
