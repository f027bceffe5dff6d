#include "chat/actions/mute.h"

#include "chat/actions/action.h"
#include "chat/actions/moderationevent.h"
#include "chat/ports/clock.h"
#include "chat/ports/eventpublisher.h"
#include "chat/rules/moderation.h"
#include "chat/state/reservations.h"

#include <algorithm>

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::Moderate;
using protocol::chat::refusal;
using protocol::chat::Result;
using protocol::chat::RoomEventType;

namespace {

Result<RoomTarget> checkMute(const Context &context, const Actor &actor, const Moderate &request)
{
    if (request.room.isEmpty())
        return refusal(ErrorCode::BadRequest, QStringLiteral("Mutes are given in a room."), QStringLiteral("room"));
    Result<RoomTarget> target
        = checkRoomTarget(context, actor.user, request.room, request.user, Permission::MuteMember);
    if (target && !target->member)
        return refusal(ErrorCode::NotFound, QStringLiteral("They are not in the room."), QStringLiteral("user"));
    return target;
}

/// The end of the mute as it is stored: 0 for none.
qint64 endOfMute(qint64 asked, qint64 now)
{
    if (asked == 0)
        return forever;
    return asked <= now ? 0 : std::min(asked, forever);
}

void tellMuted(Context &context, const Actor &actor, const Moderate &request)
{
    QCborMap notice{
        {QStringLiteral("kind"), QStringLiteral("moderation")},
        {QStringLiteral("action"), request.until > 0 ? QStringLiteral("mute") : QStringLiteral("unmute")},
        {QStringLiteral("room"), request.room},
        {QStringLiteral("by"), actor.user},
    };
    if (request.until > 0)
        notice.insert(QStringLiteral("until"), request.until);
    insertGiven(notice, QStringLiteral("reason"), request.reason);
    context.publisher.publishToUser(request.user, QStringLiteral("notice"), notice);
}

/// @p request has been looked through; its `until` is as it is stored.
void muteInRoom(Context &context, const Actor &actor, const Moderate &request, const Reply &reply)
{
    const Result<RoomTarget> target = checkMute(context, actor, request);
    if (!target) {
        reply(protocol::failure(target.error()));
        return;
    }
    Reservations &reservations = context.reservations;
    const auto place
        = isSettled(context, actor.user, request.room) ? reservations.holdPlace(request.room, request.user) : nullptr;
    if (!place) {
        whenSettled(context, [&context, actor, request, reply] { muteInRoom(context, actor, request, reply); });
        return;
    }
    const auto muted = request.until > 0 ? reservations.holdMute(request.room, request.user) : nullptr;
    Change change;
    change.operations.push_back(moderationEvent(context, actor, RoomEventType::MemberMuted, request));
    change.operations.push_back(moderationEntry(context, actor, QStringLiteral("moderate:mute"), request));
    commitAndPublish(context, std::move(change), reply,
                     [&context, actor, request, place, muted, reply](const Committed &) {
                         tellMuted(context, actor, request);
                         reply(QCborMap());
                     });
}

} // namespace

void mute(Context &context, const Actor &actor, const Moderate &request, const Reply &reply)
{
    Result<Moderate> checked = checkReason(context, request);
    if (!checked) {
        reply(protocol::failure(checked.error()));
        return;
    }
    checked->until = endOfMute(request.until, context.clock.now());
    muteInRoom(context, actor, *checked, reply);
}

} // namespace chat
