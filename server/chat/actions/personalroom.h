#pragma once

#include "chat/ports/queries.h"
#include "chat/state/roomstate.h"

#include <QCborMap>

namespace chat {

/// A room as one of its members is told of it: the fields of Room with `role` (in the room itself), `mutedUntil`?,
/// `read`, `unread`, `mentions` and `last`?. For somebody who has just joined, so that there is nothing unread.
/// Thread: chat thread.
[[nodiscard]] QCborMap personalRoom(const RoomState &room, const QString &user);
/// The same as it was at @p count.seq, with what was counted for a reader who had read up to @p read.
[[nodiscard]] QCborMap personalRoom(const RoomState &room, const QString &user, qint64 read, const UnreadCount &count);

} // namespace chat
