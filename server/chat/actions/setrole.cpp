#include "chat/actions/setrole.h"

#include "chat/actions/action.h"
#include "chat/rules/moderation.h"
#include "chat/state/reservations.h"
#include "chat/state/serverstate.h"

#include <algorithm>
#include <vector>

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::refusal;
using protocol::chat::Result;
using protocol::chat::Role;
using protocol::chat::RoomEventType;
using protocol::chat::SetRole;

namespace {

using Hold = Reservations::Hold;

/// Whether somebody who has the role @p actor may make somebody who has @p before into @p after.
Result<std::monostate> checkRoles(Role actor, bool isSelf, Role before, Role after)
{
    const bool mayChange = isSelf || outranks(actor, before);
    const bool mayGive = isSelf ? after <= actor : outranks(actor, after);
    if (!mayChange || !mayGive)
        return refusal(ErrorCode::Forbidden, QStringLiteral("This role is not below yours."));
    return std::monostate();
}

bool isAboutOwners(Role before, Role after)
{
    return before == Role::Owner || after == Role::Owner;
}

/// @p holds, when none of them is taken, together with the one of the owners if need be.
std::optional<std::vector<Hold>> withOwners(Context &context, const QString &room, std::vector<Hold> holds,
                                            bool isAboutThem)
{
    if (isAboutThem)
        holds.push_back(context.reservations.holdOwners(room));
    const bool isComplete = std::all_of(holds.begin(), holds.end(), [](const Hold &hold) { return hold != nullptr; });
    return isComplete ? std::make_optional(std::move(holds)) : std::nullopt;
}

AppendAudit entry(const Context &context, const Actor &actor, const SetRole &request)
{
    const QCborMap detail{{QStringLiteral("role"), protocol::chat::wireName(request.role)}};
    return newAuditEntry(context, actor, QStringLiteral("moderate:role"), request.room, request.user, detail);
}

AppendEvent roleEvent(const Context &context, const Actor &actor, const QString &room, const SetRole &request)
{
    const QCborMap detail{
        {QStringLiteral("user"), request.user},
        {QStringLiteral("role"), protocol::chat::wireName(request.role)},
    };
    return newEvent(context, room, RoomEventType::MemberRole, actor.user, detail);
}

// In a room

Result<const Member *> checkRoleInRoom(const Context &context, const Actor &actor, const SetRole &request)
{
    const Result<Standing> standing = checkRoomPermission(context, actor.user, request.room, Permission::SetMemberRole);
    if (!standing)
        return protocol::failure(standing.error());
    const Member *member = standing->room->member(request.user);
    if (!member)
        return refusal(ErrorCode::NotFound, QStringLiteral("They are not in the room."), QStringLiteral("user"));
    const bool isSelf = actor.user == request.user;
    const Role before = roleInRoom(context, *standing->room, request.user);
    if (const auto roles = checkRoles(standing->role, isSelf, before, request.role); !roles)
        return protocol::failure(roles.error());
    if (request.role != Role::Owner && isLastOwner(*standing->room, *member))
        return refusal(ErrorCode::LastOwner);
    return member;
}

void setRoleInRoom(Context &context, const Actor &actor, const SetRole &request, const Reply &reply)
{
    const Result<const Member *> member = checkRoleInRoom(context, actor, request);
    if (!member) {
        reply(protocol::failure(member.error()));
        return;
    }
    const Role before = (*member)->role;
    if (before == request.role) {
        reply(QCborMap());
        return;
    }
    const auto holds = isSettled(context, actor.user, request.room)
        ? withOwners(context, request.room, {context.reservations.holdPlace(request.room, request.user)},
                     isAboutOwners(before, request.role))
        : std::nullopt;
    if (!holds) {
        whenSettled(context, [&context, actor, request, reply] { setRoleInRoom(context, actor, request, reply); });
        return;
    }
    Change change;
    change.operations.push_back(roleEvent(context, actor, request.room, request));
    change.operations.push_back(entry(context, actor, request));
    commitAndPublish(context, std::move(change), reply, [holds, reply](const Committed &) { reply(QCborMap()); });
}

// In the server

Result<const UserRecord *> checkRoleInServer(const Context &context, const Actor &actor, const SetRole &request)
{
    const Result<Role> role = checkServerPermission(context, actor.user, Permission::SetServerRole);
    if (!role)
        return protocol::failure(role.error());
    const UserRecord *target = context.state.user(request.user);
    if (!target)
        return refusal(ErrorCode::NotFound, QStringLiteral("There is no such user."), QStringLiteral("user"));
    const bool isSelf = actor.user == request.user;
    if (const auto roles = checkRoles(*role, isSelf, target->user.role, request.role); !roles)
        return protocol::failure(roles.error());
    if (target->user.role == Role::Owner && request.role != Role::Owner && context.state.ownerCount() == 1)
        return refusal(ErrorCode::LastOwner);
    return target;
}

/// The rooms where somebody gets another role, too: a guest is one everywhere; who is one no longer, is a member.
QStringList roomsThatFollow(const Context &context, Role before, const SetRole &request)
{
    QStringList rooms;
    if ((before == Role::Guest) == (request.role == Role::Guest))
        return rooms;
    const Role replaced = request.role == Role::Guest ? Role::Member : Role::Guest;
    for (const QString &id : context.state.roomsOf(request.user)) {
        if (context.state.room(id)->member(request.user)->role == replaced)
            rooms.append(id);
    }
    return rooms;
}

std::vector<Hold> holdInServer(Context &context, const QString &user)
{
    std::vector<Hold> holds{context.reservations.holdUser(user)};
    for (const QString &room : context.state.roomsOf(user))
        holds.push_back(context.reservations.holdPlace(room, user));
    return holds;
}

Change newServerRole(const Context &context, const Actor &actor, UserRecord record, const SetRole &request)
{
    SetRole inRoom = request;
    inRoom.role = request.role == Role::Guest ? Role::Guest : Role::Member;
    Change change;
    for (const QString &room : roomsThatFollow(context, record.user.role, request))
        change.operations.push_back(roleEvent(context, actor, room, inRoom));
    record.user.role = request.role;
    change.operations.push_back(PutUser{std::move(record)});
    change.operations.push_back(entry(context, actor, request));
    return change;
}

void setRoleInServer(Context &context, const Actor &actor, const SetRole &request, const Reply &reply)
{
    const Result<const UserRecord *> target = checkRoleInServer(context, actor, request);
    if (!target) {
        reply(protocol::failure(target.error()));
        return;
    }
    const Role before = (*target)->user.role;
    if (before == request.role) {
        reply(QCborMap());
        return;
    }
    const auto holds = isSettled(context, actor.user, {})
        ? withOwners(context, {}, holdInServer(context, request.user), isAboutOwners(before, request.role))
        : std::nullopt;
    if (!holds) {
        whenSettled(context, [&context, actor, request, reply] { setRoleInServer(context, actor, request, reply); });
        return;
    }
    Change change = newServerRole(context, actor, **target, request);
    commitAndPublish(context, std::move(change), reply, [holds, reply](const Committed &) { reply(QCborMap()); });
}

} // namespace

void setRole(Context &context, const Actor &actor, const SetRole &request, const Reply &reply)
{
    if (request.room.isEmpty())
        setRoleInServer(context, actor, request, reply);
    else
        setRoleInRoom(context, actor, request, reply);
}

} // namespace chat
