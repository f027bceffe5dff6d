#include "chat/actions/markread.h"

#include "chat/ports/eventpublisher.h"
#include "chat/settings.h"
#include "chat/state/serverstate.h"

#include <algorithm>

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::MarkRead;
using protocol::chat::refusal;

namespace {

protocol::chat::Result<Standing> checkMarkRead(const Context &context, const Actor &actor, const MarkRead &request)
{
    if (request.seq < 0)
        return refusal(ErrorCode::BadRequest, {}, QStringLiteral("seq"));
    return checkRoomPermission(context, actor.user, request.room, Permission::ReadRoom);
}

void publishRead(Context &context, const Actor &actor, const ReadPosition &position)
{
    const RoomState *room = context.state.room(position.room);
    if (!room || room->readPosition(actor.user) != position.seq)
        return; // something later has been stored and told already
    const QString name = QStringLiteral("read");
    const QCborMap data{{QStringLiteral("room"), position.room},
                        {QStringLiteral("user"), position.user},
                        {QStringLiteral("seq"), position.seq}};
    context.publisher.publishToUser(actor.user, name, data, actor.connection);
    if (room->members.size() <= context.settings.limits.maxReceiptMembers)
        context.publisher.publishVolatile(position.room, name, data, actor.user);
}

void doMarkRead(Context &context, const Actor &actor, const ReadPosition &position, const Reply &reply)
{
    Change change;
    change.operations.emplace_back(PutReadPosition{position});
    commitAndPublish(context, std::move(change), reply, [&context, actor, position, reply](const Committed &) {
        publishRead(context, actor, position);
        reply(QCborMap());
    });
}

} // namespace

void markRead(Context &context, const Actor &actor, const MarkRead &request, const Reply &reply)
{
    const auto standing = checkMarkRead(context, actor, request);
    if (!standing) {
        reply(protocol::failure(standing.error()));
        return;
    }
    const qint64 seq = std::min(request.seq, standing->room->room.seq);
    if (seq <= standing->room->readPosition(actor.user))
        reply(QCborMap());
    else
        doMarkRead(context, actor, {request.room, actor.user, seq}, reply);
}

} // namespace chat
