#include "chat/actions/opendirect.h"

#include "chat/actions/action.h"
#include "chat/actions/membership.h"
#include "chat/rules/identifiers.h"
#include "chat/settings.h"
#include "chat/state/serverstate.h"

#include <QCborArray>

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::OpenDirect;
using protocol::chat::refusal;
using protocol::chat::Result;
using protocol::chat::RoomEventType;
using protocol::chat::RoomKind;

namespace {

Result<std::monostate> checkOpenDirect(const Context &context, const Actor &actor, const OpenDirect &request)
{
    const auto role = checkServerPermission(context, actor.user, Permission::OpenDirect);
    if (!role)
        return protocol::failure(role.error());
    if (!context.state.user(request.user))
        return refusal(ErrorCode::NotFound, QStringLiteral("There is no such user."), QStringLiteral("user"));
    return std::monostate();
}

Result<std::monostate> checkMakeDirect(const Context &context, const QStringList &members)
{
    if (context.state.rooms().size() >= context.settings.limits.maxRooms)
        return refusal(ErrorCode::TooMany);
    for (const QString &member : members) {
        if (auto hasSpace = checkHasSpace(context, member); !hasSpace)
            return hasSpace;
    }
    return std::monostate();
}

Change newDirect(const Context &context, const Actor &actor, const QString &room, const QStringList &members)
{
    const QCborMap created{
        {QStringLiteral("name"), QString()},
        {QStringLiteral("kind"), protocol::chat::wireName(RoomKind::Direct)},
        {QStringLiteral("topic"), QString()},
        {QStringLiteral("directMembers"), QCborArray::fromStringList(members)},
    };
    Change change;
    change.operations.push_back(newEvent(context, room, RoomEventType::RoomCreated, actor.user, created));
    for (const QString &member : members)
        change.operations.push_back(joining(context, room, member, actor.user));
    return change;
}

} // namespace

void openDirect(Context &context, const Actor &actor, const OpenDirect &request, const Reply &reply)
{
    if (const auto checked = checkOpenDirect(context, actor, request); !checked) {
        reply(protocol::failure(checked.error()));
        return;
    }
    const QString room = directRoomId(actor.user, request.user);
    if (context.state.room(room)) {
        replyWithRoom(context, room, actor.user, reply);
        return;
    }
    QStringList members{actor.user, request.user};
    members.removeDuplicates();
    if (const auto checked = checkMakeDirect(context, members); !checked) {
        reply(protocol::failure(checked.error()));
        return;
    }
    const Reservations::Hold hold = context.reservations.holdRoom(room);
    if (!hold) {
        whenSettled(context, [&context, actor, request, reply] { openDirect(context, actor, request, reply); });
        return;
    }
    commitAndPublish(context, newDirect(context, actor, room, members), reply,
                     [&context, room, user = actor.user, hold, reply](const Committed &) {
                         replyWithRoom(context, room, user, reply);
                     });
}

} // namespace chat
