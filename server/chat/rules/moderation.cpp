#include "chat/rules/moderation.h"

#include "chat/state/reservations.h"
#include "chat/state/serverstate.h"

namespace chat {

using protocol::chat::Error;
using protocol::chat::ErrorCode;
using protocol::chat::refusal;
using protocol::chat::Result;
using protocol::chat::Role;

namespace {

Result<const UserRecord *> checkSomebodyElse(const Context &context, const QString &actor, const QString &target)
{
    const UserRecord *record = context.state.user(target);
    if (!record)
        return refusal(ErrorCode::NotFound, QStringLiteral("There is no such user."), QStringLiteral("user"));
    if (actor == target) {
        return refusal(ErrorCode::BadRequest, QStringLiteral("This cannot be done to oneself."),
                       QStringLiteral("user"));
    }
    return record;
}

auto outranked()
{
    return refusal(ErrorCode::Forbidden, QStringLiteral("Their role is not below yours."));
}

} // namespace

Result<RoomTarget> checkRoomTarget(const Context &context, const QString &actor, const QString &room,
                                   const QString &target, Permission permission)
{
    const Result<Standing> standing = checkRoomPermission(context, actor, room, permission);
    if (!standing)
        return protocol::failure(standing.error());
    if (const auto other = checkSomebodyElse(context, actor, target); !other)
        return protocol::failure(other.error());
    if (!outranks(standing->role, roleInRoom(context, *standing->room, target)))
        return outranked();
    return RoomTarget{*standing, standing->room->member(target)};
}

Result<const UserRecord *> checkServerTarget(const Context &context, const QString &actor, const QString &target,
                                             Permission permission)
{
    const Result<Role> role = checkServerPermission(context, actor, permission);
    if (!role)
        return protocol::failure(role.error());
    const auto other = checkSomebodyElse(context, actor, target);
    if (!other)
        return other;
    if (!outranks(*role, (*other)->user.role))
        return outranked();
    return other;
}

bool isLastOwner(const RoomState &room, const Member &member)
{
    return member.role == Role::Owner && room.members.size() > 1 && room.ownerCount() == 1;
}

const Ban *roomBan(const RoomState &room, const QString &user, qint64 now)
{
    const auto ban = room.bans.constFind(user);
    return ban != room.bans.cend() && (ban->until == 0 || ban->until > now) ? &*ban : nullptr;
}

Error refusalOfBan(const Ban &ban, qint64 now)
{
    Error error{ErrorCode::Banned, {}, {}, std::nullopt};
    if (!ban.reason.isEmpty())
        error.message = QStringLiteral("Banned: %1").arg(ban.reason);
    if (ban.until > now)
        error.retryAfter = std::chrono::milliseconds(ban.until - now);
    return error;
}

bool isSettled(const Context &context, const QString &user, const QString &room)
{
    return !context.reservations.isUserHeld(user) && !context.reservations.isPlaceHeld(room, user);
}

} // namespace chat
