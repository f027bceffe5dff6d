#include "chat/actions/getuser.h"

#include "chat/actions/presence.h"
#include "chat/state/serverstate.h"

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::refusal;

void getUser(Context &context, const Actor &, const protocol::chat::GetUser &request, const Reply &reply)
{
    if (!context.state.user(request.user)) {
        reply(refusal(ErrorCode::NotFound, QStringLiteral("There is no such user."), QStringLiteral("user")));
        return;
    }
    reply(QCborMap{
        {QStringLiteral("user"), userMap(context, request.user)},
        {QStringLiteral("presence"), presenceMap(context, request.user)},
    });
}

} // namespace chat
