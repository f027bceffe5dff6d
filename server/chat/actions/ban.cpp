#include "chat/actions/ban.h"

#include "chat/actions/action.h"
#include "chat/actions/expulsion.h"
#include "chat/actions/moderationevent.h"
#include "chat/ports/clock.h"
#include "chat/ports/eventpublisher.h"
#include "chat/rules/moderation.h"
#include "chat/state/reservations.h"

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::Moderate;
using protocol::chat::refusal;
using protocol::chat::Result;
using protocol::chat::RoomEventType;

namespace {

Result<Moderate> checkTerms(const Context &context, const Moderate &request)
{
    if (request.until != 0 && request.until <= context.clock.now()) {
        return refusal(ErrorCode::BadRequest, QStringLiteral("This time is over."), QStringLiteral("until"));
    }
    return checkReason(context, request);
}

Result<RoomTarget> checkBan(const Context &context, const Actor &actor, const Moderate &request)
{
    Result<RoomTarget> target = checkRoomTarget(context, actor.user, request.room, request.user, Permission::BanMember);
    if (target && target->member && isLastOwner(*target->actor.room, *target->member))
        return refusal(ErrorCode::LastOwner);
    return target;
}

Change newServerBan(const Context &context, const Actor &actor, const Ban &ban, const Moderate &request)
{
    Change change;
    change.operations.push_back(PutServerBan{ban});
    // Who may come back is still to have their name then.
    if (ban.until == 0)
        change.operations.push_back(RemoveDeviceTokens{ban.user, {}});
    change.operations.push_back(moderationEntry(context, actor, QStringLiteral("moderate:ban"), request));
    return change;
}

void banFromServer(Context &context, const Actor &actor, const Moderate &request, const Reply &reply)
{
    const auto target = checkServerTarget(context, actor.user, request.user, Permission::BanFromServer);
    if (!target) {
        reply(protocol::failure(target.error()));
        return;
    }
    const auto user = isSettled(context, actor.user, {}) ? context.reservations.holdUser(request.user) : nullptr;
    const auto expulsion = user ? context.reservations.holdExpulsion({}, request.user) : nullptr;
    if (!expulsion) {
        whenSettled(context, [&context, actor, request, reply] { banFromServer(context, actor, request, reply); });
        return;
    }
    const qint64 now = context.clock.now();
    const Ban ban{{}, request.user, actor.user, request.reason, now, request.until};
    commitAndPublish(context, newServerBan(context, actor, ban, request), reply,
                     [&context, ban, now, user, expulsion, reply](const Committed &) {
                         context.publisher.disconnectUser(ban.user, refusalOfBan(ban, now));
                         reply(QCborMap());
                     });
}

} // namespace

void ban(Context &context, const Actor &actor, const Moderate &request, const Reply &reply)
{
    const Result<Moderate> checked = checkTerms(context, request);
    if (!checked)
        reply(protocol::failure(checked.error()));
    else if (request.room.isEmpty())
        banFromServer(context, actor, *checked, reply);
    else
        expel(context, actor, *checked, {checkBan, RoomEventType::MemberBanned, QStringLiteral("moderate:ban")}, reply);
}

} // namespace chat
