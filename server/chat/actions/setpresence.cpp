#include "chat/actions/setpresence.h"

#include "chat/rules/line.h"
#include "chat/settings.h"
#include "chat/state/connections.h"

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::PresenceState;
using protocol::chat::refusal;

void setPresence(Context &context, const Actor &actor, const protocol::chat::SetPresence &request, const Reply &reply)
{
    if (request.state == PresenceState::Offline) {
        reply(refusal(ErrorCode::BadRequest, QStringLiteral("Who wants to look offline is invisible."),
                      QStringLiteral("state")));
        return;
    }
    const QString before = context.connections.chosenPresence(actor.user).status;
    const auto status = checkedLine(request.status.value_or(before), context.settings.limits.maxStatusCharacters,
                                    QStringLiteral("status"));
    if (!status) {
        reply(protocol::failure(status.error()));
        return;
    }
    context.connections.setPresence(actor.user, request.state, *status);
    reply(QCborMap());
}

} // namespace chat
