#pragma once

#include "chat/ports/records.h"

#include <QHash>
#include <QString>

namespace chat {

/// One room as it is held in memory: everything but its messages.
/// Thread: chat thread.
struct RoomState
{
    protocol::chat::Room room;
    QString nameKey; ///< of the room's name: see rules/name.h
    QHash<QString, Member> members; ///< by user id
    QHash<QString, Ban> bans; ///< by user id
    QHash<QString, qint64> reads; ///< user id -> seq read up to; absent: what was there when they joined
    QHash<QString, qint64> lastPosts; ///< user id -> UTC milliseconds of the latest message; kept for slow mode only

    /// Null for somebody who is not a member.
    [[nodiscard]] const Member *member(const QString &user) const;
    [[nodiscard]] qint64 readPosition(const QString &user) const;
    /// How many members have the role Owner in the room itself.
    [[nodiscard]] int ownerCount() const;
    /// Takes in an event that has been stored: seq, members, bans and the room's own properties.
    void apply(const protocol::chat::RoomEvent &event);
};

} // namespace chat
