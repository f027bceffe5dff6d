#include "chat/actions/presence.h"

#include "chat/actions/action.h"
#include "chat/state/connections.h"
#include "chat/state/serverstate.h"

#include <algorithm>

namespace chat {

using protocol::chat::PresenceState;

QCborMap presenceMap(const Context &context, const QString &user)
{
    const Connections::Presence presence = context.connections.presence(user);
    QCborMap map{
        {QStringLiteral("user"), user},
        {QStringLiteral("state"), protocol::chat::wireName(presence.state)},
    };
    insertGiven(map, QStringLiteral("status"), presence.status);
    // Somebody invisible was last seen when they last went.
    const qint64 lastSeenAt = context.connections.lastSeenAt(user);
    if (presence.state == PresenceState::Offline && lastSeenAt > 0)
        map.insert(QStringLiteral("lastSeenAt"), lastSeenAt);
    return map;
}

QCborMap userMap(const Context &context, const QString &user)
{
    const UserRecord *record = context.state.user(user);
    if (!record)
        return {};
    protocol::chat::User seen = record->user;
    seen.lastSeenAt = std::max(seen.lastSeenAt, context.connections.lastSeenAt(user));
    return seen.toMap();
}

} // namespace chat
