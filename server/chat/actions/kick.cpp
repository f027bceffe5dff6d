#include "chat/actions/kick.h"

#include "chat/actions/action.h"
#include "chat/actions/expulsion.h"
#include "chat/actions/moderationevent.h"
#include "chat/ports/eventpublisher.h"
#include "chat/rules/moderation.h"

namespace chat {

using protocol::chat::Error;
using protocol::chat::ErrorCode;
using protocol::chat::Moderate;
using protocol::chat::refusal;
using protocol::chat::Result;
using protocol::chat::RoomEventType;

namespace {

Result<RoomTarget> checkKick(const Context &context, const Actor &actor, const Moderate &request)
{
    Result<RoomTarget> target
        = checkRoomTarget(context, actor.user, request.room, request.user, Permission::KickMember);
    if (!target)
        return target;
    if (!target->member)
        return refusal(ErrorCode::NotFound, QStringLiteral("They are not in the room."), QStringLiteral("user"));
    if (isLastOwner(*target->actor.room, *target->member))
        return refusal(ErrorCode::LastOwner);
    return target;
}

void kickFromServer(Context &context, const Actor &actor, const Moderate &request, const Reply &reply)
{
    const auto target = checkServerTarget(context, actor.user, request.user, Permission::KickFromServer);
    if (!target) {
        reply(protocol::failure(target.error()));
        return;
    }
    if (!isSettled(context, actor.user, {})) {
        whenSettled(context, [&context, actor, request, reply] { kickFromServer(context, actor, request, reply); });
        return;
    }
    Change change;
    change.operations.push_back(moderationEntry(context, actor, QStringLiteral("moderate:kick"), request));
    commitAndPublish(context, std::move(change), reply, [&context, request, reply](const Committed &) {
        const QString why = request.reason.isEmpty()
            ? QStringLiteral("A moderator ended your connection.")
            : QStringLiteral("A moderator ended your connection: %1").arg(request.reason);
        context.publisher.disconnectUser(request.user, Error{ErrorCode::Forbidden, why, {}, std::nullopt});
        reply(QCborMap());
    });
}

} // namespace

void kick(Context &context, const Actor &actor, const Moderate &request, const Reply &reply)
{
    const Result<Moderate> checked = checkReason(context, request);
    if (!checked)
        reply(protocol::failure(checked.error()));
    else if (request.room.isEmpty())
        kickFromServer(context, actor, *checked, reply);
    else
        expel(context, actor, *checked, {checkKick, RoomEventType::MemberKicked, QStringLiteral("moderate:kick")},
              reply);
}

} // namespace chat
