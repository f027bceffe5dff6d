#include "chat/rules/standing.h"

#include "chat/ports/clock.h"
#include "chat/state/reservations.h"
#include "chat/state/serverstate.h"

#include <algorithm>

namespace chat {

using protocol::chat::Error;
using protocol::chat::ErrorCode;
using protocol::chat::refusal;
using protocol::chat::Result;
using protocol::chat::Role;
using protocol::chat::RoomKind;

namespace {

bool isOnTheWayOut(const Context &context, const QString &room, const QString &user)
{
    return context.reservations.isBeingExpelled(room, user) || context.reservations.isBeingExpelled({}, user);
}

Error refusalOfMute(const Member &member, qint64 now)
{
    Error error{ErrorCode::Muted, {}, {}, std::nullopt};
    if (member.mutedUntil > now && member.mutedUntil < forever)
        error.retryAfter = std::chrono::milliseconds(member.mutedUntil - now);
    return error;
}

/// How long @p user has to wait before writing again.
std::chrono::milliseconds slowModeWait(const RoomState &room, const QString &user, qint64 now)
{
    const auto last = room.lastPosts.constFind(user);
    if (room.room.slowMode.count() == 0 || last == room.lastPosts.cend())
        return {};
    const qint64 since = std::max<qint64>(0, now - *last); // the clock may have been set back
    return std::max(std::chrono::milliseconds(0), room.room.slowMode - std::chrono::milliseconds(since));
}

} // namespace

Role roleInRoom(const Context &context, const RoomState &room, const QString &user)
{
    const Member *member = room.member(user);
    const Role inRoom = member ? member->role : Role::Guest;
    const UserRecord *record = context.state.user(user);
    // A conversation of two has nobody in charge.
    if (!record || record->user.role < Role::Admin || room.room.kind == RoomKind::Direct)
        return inRoom;
    return std::max(inRoom, record->user.role);
}

Result<Standing> checkRoomPermission(const Context &context, const QString &user, const QString &room,
                                     Permission permission)
{
    const RoomState *state = context.state.visibleRoom(room, user);
    if (!state)
        return refusal(ErrorCode::NotFound);
    if (!state->member(user) || isOnTheWayOut(context, room, user))
        return refusal(state->room.kind == RoomKind::Public ? ErrorCode::NotMember : ErrorCode::NotFound);
    const Role role = roleInRoom(context, *state, user);
    if (!isAllowed(permission, role, state->room.kind))
        return refusal(ErrorCode::Forbidden);
    return Standing{state, role};
}

Result<Role> checkServerPermission(const Context &context, const QString &user, Permission permission)
{
    const UserRecord *record = context.state.user(user);
    if (!record || context.reservations.isBeingExpelled({}, user)
        || !isAllowed(permission, record->user.role, RoomKind::Public))
        return refusal(ErrorCode::Forbidden);
    return record->user.role;
}

Result<Standing> checkMayPost(const Context &context, const QString &user, const QString &room)
{
    Result<Standing> standing = checkRoomPermission(context, user, room, Permission::PostMessage);
    if (!standing)
        return standing;
    const RoomState &state = *standing->room;
    const qint64 now = context.clock.now();
    const Member &member = *state.member(user);
    if (member.mutedUntil > now || context.reservations.isBeingMuted(room, user))
        return protocol::failure(refusalOfMute(member, now));
    if (state.room.isAnnouncementOnly
        && !isAllowed(Permission::PostInAnnouncementRoom, standing->role, state.room.kind)) {
        return refusal(ErrorCode::Forbidden, QStringLiteral("Only moderators write in this room."));
    }
    const auto wait = slowModeWait(state, user, now);
    if (wait.count() > 0 && !isAllowed(Permission::PostWithoutSlowMode, standing->role, state.room.kind))
        return refusal(ErrorCode::SlowMode, wait);
    return standing;
}

Error errorFrom(StoreError error)
{
    switch (error) {
    case StoreError::Full:
        return {ErrorCode::StorageFull, {}, {}, std::nullopt};
    case StoreError::NotFound:
        return {ErrorCode::NotFound, {}, {}, std::nullopt};
    case StoreError::Unchanged:
    case StoreError::Failed:
        break;
    }
    return {ErrorCode::StorageFailed, {}, {}, std::nullopt};
}

} // namespace chat
