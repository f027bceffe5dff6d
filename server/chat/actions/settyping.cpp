#include "chat/actions/settyping.h"

#include "chat/ports/eventpublisher.h"

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::SetTyping;

namespace {

/// Who may not write does not type; who only has to wait a little does.
protocol::chat::Result<std::monostate> checkSetTyping(const Context &context, const Actor &actor,
                                                      const SetTyping &request)
{
    const auto standing = checkMayPost(context, actor.user, request.room);
    if (!standing && standing.error().code != ErrorCode::SlowMode)
        return protocol::failure(standing.error());
    return std::monostate();
}

} // namespace

void setTyping(Context &context, const Actor &actor, const SetTyping &request, const Reply &reply)
{
    if (const auto check = checkSetTyping(context, actor, request); !check) {
        reply(protocol::failure(check.error()));
        return;
    }
    context.publisher.publishVolatile(request.room, QStringLiteral("typing"),
                                      {{QStringLiteral("room"), request.room},
                                       {QStringLiteral("user"), actor.user},
                                       {QStringLiteral("on"), request.isTyping}},
                                      actor.user);
    reply(QCborMap());
}

} // namespace chat
