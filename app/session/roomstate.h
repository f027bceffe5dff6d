#pragma once

#include "cache/cachedroom.h"

#include "protocol/chat/message.h"
#include "protocol/chat/role.h"
#include "protocol/chat/room.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace session {

/// Of which messages of a room one wants to be notified: Default, All, Mentions or Nothing.
using NotifyLevel = cache::NotifyLevel;

/// A room one is in, as it is now.
/// Thread: any (a value type).
struct RoomState
{
    protocol::chat::Room room;
    protocol::chat::Role role = protocol::chat::Role::Member; ///< ours, in this room
    qint64 mutedUntil = 0; ///< UTC milliseconds; in the past, or 0: we may write
    qint64 read = 0; ///< seq up to which we have read
    int unread = 0; ///< messages after that which are not ours, up to 1,000
    int mentions = 0; ///< those of them that mention us, up to 1,000
    std::optional<protocol::chat::Message> last; ///< the latest message that was not taken back
    QStringList typing; ///< ids of the others who are writing now, in the order in which they began
    /// In rooms that show it: user id -> seq up to which they have read, as far as we were told.
    QHash<QString, qint64> readBy;

    // Ours alone, kept on this machine.
    bool isFavourite = false;
    NotifyLevel notify = NotifyLevel::Default;
};

} // namespace session
