#pragma once

#include "protocol/chat/message.h"
#include "protocol/chat/role.h"
#include "protocol/chat/room.h"

#include <optional>

namespace cache {

/// Of which messages of a room somebody wants to be notified. The values are kept in files: never renumber them.
enum class NotifyLevel {
    Default = 0, ///< as the settings of the program say
    All = 1,
    Mentions = 2,
    Nothing = 3,
};

/// A room as its member last saw it.
/// Thread: any (a value type).
struct CachedRoom
{
    /// Its `seq` is that of the last event applied: what `sync` is to be asked from.
    protocol::chat::Room room;
    protocol::chat::Role role = protocol::chat::Role::Member; ///< one's own in this room
    qint64 mutedUntil = 0; ///< UTC milliseconds; 0: not muted
    qint64 read = 0; ///< the seq up to which one has read
    int unread = 0; ///< 0 to 1,000
    int mentions = 0; ///< 0 to 1,000
    std::optional<protocol::chat::Message> last; ///< the latest message that is not deleted

    // One's own choices, which stay on this device.

    NotifyLevel notifyLevel = NotifyLevel::Default;
    bool isFavourite = false;
};

/// How much of a room is unread.
/// Thread: any (a value type).
struct ReadState
{
    qint64 read = 0; ///< the seq up to which one has read
    int unread = 0;
    int mentions = 0;
};

} // namespace cache
