#include "chat/actions/moderationevent.h"

#include "chat/actions/action.h"
#include "chat/rules/line.h"
#include "chat/settings.h"

namespace chat {

using protocol::chat::Moderate;
using protocol::chat::Result;
using protocol::chat::RoomEventType;

Result<Moderate> checkReason(const Context &context, const Moderate &request)
{
    const Result<QString> reason
        = checkedLine(request.reason, context.settings.limits.maxReasonCharacters, QStringLiteral("reason"));
    if (!reason)
        return protocol::failure(reason.error());
    Moderate checked = request;
    checked.reason = *reason;
    return checked;
}

AppendEvent moderationEvent(const Context &context, const Actor &actor, RoomEventType type, const Moderate &request)
{
    QCborMap detail{{QStringLiteral("user"), request.user}};
    insertGiven(detail, QStringLiteral("reason"), request.reason);
    if (type == RoomEventType::MemberMuted || (type == RoomEventType::MemberBanned && request.until > 0))
        detail.insert(QStringLiteral("until"), request.until);
    return newEvent(context, request.room, type, actor.user, detail);
}

AppendAudit moderationEntry(const Context &context, const Actor &actor, const QString &action, const Moderate &request)
{
    QCborMap detail;
    insertGiven(detail, QStringLiteral("reason"), request.reason);
    if (request.until > 0)
        detail.insert(QStringLiteral("until"), request.until);
    return newAuditEntry(context, actor, action, request.room, request.user, detail);
}

} // namespace chat
