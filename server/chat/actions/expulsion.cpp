#include "chat/actions/expulsion.h"

#include "chat/actions/action.h"
#include "chat/actions/membership.h"
#include "chat/actions/moderationevent.h"

namespace chat {

void expel(Context &context, const Actor &actor, const protocol::chat::Moderate &request, const Expulsion &expulsion,
           const Reply &reply)
{
    const auto target = expulsion.check(context, actor, request);
    if (!target) {
        reply(protocol::failure(target.error()));
        return;
    }
    const auto holds = isSettled(context, actor.user, request.room)
        ? holdForDeparture(context, *target->actor.room, request.user)
        : std::nullopt;
    if (!holds) {
        whenSettled(context,
                    [&context, actor, request, expulsion, reply] { expel(context, actor, request, expulsion, reply); });
        return;
    }
    Change change;
    change.operations.push_back(moderationEvent(context, actor, expulsion.event, request));
    change.operations.push_back(moderationEntry(context, actor, expulsion.action, request));
    commitAndPublish(context, std::move(change), reply, [holds, reply](const Committed &) { reply(QCborMap()); });
}

} // namespace chat
