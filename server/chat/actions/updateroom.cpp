#include "chat/actions/updateroom.h"

#include "chat/actions/action.h"
#include "chat/actions/membership.h"
#include "chat/rules/line.h"
#include "chat/rules/name.h"
#include "chat/settings.h"
#include "chat/state/reservations.h"
#include "chat/state/serverstate.h"

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::refusal;
using protocol::chat::Result;
using protocol::chat::Room;
using protocol::chat::RoomEventType;
using protocol::chat::UpdateRoom;

namespace {

constexpr std::chrono::hours longestSlowMode{6};

/// What changes, as the event's detail; may be empty.
Result<QCborMap> checkChanges(const Room &room, const protocol::chat::Limits &limits, const UpdateRoom &request)
{
    QCborMap changes;
    if (request.name) {
        const Result<QString> name = checkedRoomName(*request.name, limits.maxRoomNameCharacters);
        if (!name)
            return protocol::failure(name.error());
        if (*name != room.name)
            changes.insert(QStringLiteral("name"), *name);
    }
    if (request.topic) {
        const auto topic = checkedLine(*request.topic, limits.maxTopicCharacters, QStringLiteral("topic"));
        if (!topic)
            return protocol::failure(topic.error());
        if (*topic != room.topic)
            changes.insert(QStringLiteral("topic"), *topic);
    }
    if (request.slowMode) {
        if (request.slowMode->count() < 0 || *request.slowMode > longestSlowMode) {
            return refusal(ErrorCode::BadRequest, QStringLiteral("Slow mode is 0 to 6 hours."),
                           QStringLiteral("slowModeMs"));
        }
        if (*request.slowMode != room.slowMode)
            changes.insert(QStringLiteral("slowModeMs"), qint64(request.slowMode->count()));
    }
    if (request.isAnnouncementOnly && *request.isAnnouncementOnly != room.isAnnouncementOnly)
        changes.insert(QStringLiteral("announcementOnly"), *request.isAnnouncementOnly);
    return changes;
}

Result<QCborMap> checkUpdateRoom(const Context &context, const Actor &actor, const UpdateRoom &request)
{
    const Result<Standing> standing = checkRoomPermission(context, actor.user, request.room, Permission::UpdateRoom);
    if (!standing)
        return protocol::failure(standing.error());
    return checkChanges(standing->room->room, context.settings.limits, request);
}

/// The reservation of a public room's new name, or null when another room has it. One of nothing when the name needs
/// none.
Reservations::Hold holdNewName(Context &context, const Room &room, const QString &name)
{
    if (name.isEmpty() || room.kind != protocol::chat::RoomKind::Public)
        return std::make_shared<const QString>();
    const QString nameKey = nameKeyOf(name);
    const RoomState *owner = context.state.publicRoomByNameKey(nameKey);
    return owner && owner->room.id != room.id ? nullptr : context.reservations.holdRoomName(nameKey);
}

} // namespace

void updateRoom(Context &context, const Actor &actor, const UpdateRoom &request, const Reply &reply)
{
    const Result<QCborMap> changes = checkUpdateRoom(context, actor, request);
    if (!changes) {
        reply(protocol::failure(changes.error()));
        return;
    }
    if (changes->isEmpty()) {
        replyWithRoom(context, request.room, actor.user, reply);
        return;
    }
    const QString newName = changes->value(QLatin1String("name")).toString();
    const auto name = holdNewName(context, context.state.room(request.room)->room, newName);
    if (!name) {
        reply(refusal(ErrorCode::NameTaken, {}, QStringLiteral("name")));
        return;
    }
    Change change;
    change.operations.push_back(newEvent(context, request.room, RoomEventType::RoomUpdated, actor.user, *changes));
    change.operations.push_back(
        newAuditEntry(context, actor, QStringLiteral("room:update"), request.room, {}, *changes));
    commitAndPublish(context, std::move(change), reply,
                     [&context, room = request.room, user = actor.user, name, reply](const Committed &) {
                         replyWithRoom(context, room, user, reply);
                     });
}

} // namespace chat
