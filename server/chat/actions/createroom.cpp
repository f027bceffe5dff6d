#include "chat/actions/createroom.h"

#include "chat/actions/action.h"
#include "chat/actions/personalroom.h"
#include "chat/rules/identifiers.h"
#include "chat/rules/line.h"
#include "chat/rules/name.h"
#include "chat/settings.h"
#include "chat/state/reservations.h"
#include "chat/state/serverstate.h"

namespace chat {

using protocol::chat::CreateRoom;
using protocol::chat::ErrorCode;
using protocol::chat::refusal;
using protocol::chat::Result;
using protocol::chat::Role;
using protocol::chat::RoomEventType;
using protocol::chat::RoomKind;

namespace {

/// The request with name and topic as they are kept.
Result<CreateRoom> checkCreateRoom(const Context &context, const Actor &actor, const CreateRoom &request)
{
    const Result<Role> role = checkServerPermission(context, actor.user, Permission::CreateRoom);
    if (!role)
        return protocol::failure(role.error());
    if (request.kind == RoomKind::Direct) {
        return refusal(ErrorCode::BadRequest, QStringLiteral("Direct conversations are opened by dm:open."),
                       QStringLiteral("kind"));
    }
    if (request.kind == RoomKind::Public && *role < context.settings.createsRooms)
        return refusal(ErrorCode::Forbidden);
    const protocol::chat::Limits &limits = context.settings.limits;
    const Result<QString> name = checkedRoomName(request.name, limits.maxRoomNameCharacters);
    if (!name)
        return protocol::failure(name.error());
    const Result<QString> topic = checkedLine(request.topic, limits.maxTopicCharacters, QStringLiteral("topic"));
    if (!topic)
        return protocol::failure(topic.error());
    if (context.state.rooms().size() >= limits.maxRooms
        || context.state.roomsOf(actor.user).size() >= limits.maxRoomsPerUser)
        return refusal(ErrorCode::TooMany);
    return CreateRoom{*name, request.kind, *topic};
}

Change newRoom(const Context &context, const Actor &actor, const QString &room, const CreateRoom &request)
{
    const QCborMap created{
        {QStringLiteral("name"), request.name},
        {QStringLiteral("kind"), protocol::chat::wireName(request.kind)},
        {QStringLiteral("topic"), request.topic},
    };
    const QCborMap joined{
        {QStringLiteral("user"), actor.user},
        {QStringLiteral("role"), protocol::chat::wireName(Role::Owner)},
    };
    Change change;
    change.operations.push_back(newEvent(context, room, RoomEventType::RoomCreated, actor.user, created));
    change.operations.push_back(newEvent(context, room, RoomEventType::MemberJoined, actor.user, joined));
    return change;
}

} // namespace

void createRoom(Context &context, const Actor &actor, const CreateRoom &request, const Reply &reply)
{
    const Result<CreateRoom> checked = checkCreateRoom(context, actor, request);
    if (!checked) {
        reply(protocol::failure(checked.error()));
        return;
    }
    Reservations::Hold name; // private rooms may share a name: else it would tell that there is one
    if (checked->kind == RoomKind::Public) {
        const QString nameKey = nameKeyOf(checked->name);
        name = context.reservations.holdRoomName(nameKey);
        if (!name || context.state.publicRoomByNameKey(nameKey)) {
            reply(refusal(ErrorCode::NameTaken, {}, QStringLiteral("name")));
            return;
        }
    }
    const QString room = newId(u'r');
    commitAndPublish(context, newRoom(context, actor, room, *checked), reply,
                     [&context, user = actor.user, room, name, reply](const Committed &) {
                         const QCborMap map = personalRoom(*context.state.room(room), user);
                         reply(QCborMap{{QStringLiteral("room"), map}});
                     });
}

} // namespace chat
