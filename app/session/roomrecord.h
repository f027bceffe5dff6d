#pragma once

#include "session/roomstate.h"
#include "session/unreadcount.h"

#include "protocol/chat/roomevent.h"

#include <QCborMap>

#include <optional>

namespace session {

/// What of a room has changed, from little to much: how it is stored depends on it.
enum class RoomPart {
    Nothing,
    View, ///< what is not stored
    Counts, ///< what is read and unread
    Everything,
};

/// A room as the server told of it and as its events have changed it since.
///
/// Its messages may be older than the rest: after a welcome the rest is new already, while the events that were missed
/// are still to come.
/// Thread: that of its owner.
struct RoomRecord
{
    RoomState state; ///< its room.seq is that of the latest event we know of
    qint64 applied = 0; ///< seq of the last event that messages and members have taken in
    qint64 stateSeq = 0; ///< seq of the last event that `state` has taken in
    UnreadCount count;
    bool isInexact = false; ///< the events do not tell everything: only the server knows how `state` is

    /// From a room with its personal fields; nothing when they make no sense.
    [[nodiscard]] static std::optional<RoomRecord> fromMap(const QCborMap &map);
    [[nodiscard]] static RoomRecord fromCache(const cache::CachedRoom &cached);
    [[nodiscard]] cache::CachedRoom toCache() const;

    /// Whether only the server can tell how `state` is.
    [[nodiscard]] bool needsAsking() const { return isInexact || !count.isCertain(); }
    /// Takes over from @p fresh what is the server's to say, but for `applied`.
    void takeOver(const RoomRecord &fresh);
    /// Takes in the next event, `applied` + 1. @p me is our user id. Says what has changed of `state`.
    [[nodiscard]] RoomPart apply(const protocol::chat::RoomEvent &event, const QString &me);
    [[nodiscard]] RoomPart markRead(qint64 seq);

private:
    [[nodiscard]] RoomPart applyPosted(const protocol::chat::RoomEvent &event, const QString &me);
    [[nodiscard]] RoomPart applyToMessage(const protocol::chat::RoomEvent &event, const QString &me);
    [[nodiscard]] RoomPart applyToMember(const protocol::chat::RoomEvent &event, const QString &me);
    void applyToRoom(const protocol::chat::RoomEvent &event);
    void showCount();
};

} // namespace session
