#pragma once

#include "session/presence.h"
#include "session/roomrecord.h"
#include "session/serverinfo.h"

#include "protocol/chat/user.h"

#include <QCborMap>
#include <QHash>
#include <QList>

#include <optional>
#include <vector>

namespace session {

/// What a server says when it lets us in.
/// Thread: any (a value type).
struct Welcome
{
    protocol::chat::User me;
    QString token; ///< empty: the one we have stays
    ServerInfo server;
    QList<protocol::chat::User> users;
    QHash<QString, Presence> presence; ///< by user id
    std::vector<RoomRecord> rooms;

    /// Nothing when it does not say who we are. What else makes no sense is left out.
    [[nodiscard]] static std::optional<Welcome> fromMap(const QCborMap &map);
};

/// Reads `{user, state, status?, lastSeenAt?}` without the user.
[[nodiscard]] Presence readPresence(const QCborMap &map);
[[nodiscard]] QList<protocol::chat::User> readUsers(const QCborValue &list);

} // namespace session
