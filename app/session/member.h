#pragma once

#include "protocol/chat/role.h"
#include "protocol/chat/room.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace session {

/// Somebody in a room.
/// Thread: any (a value type).
struct Member
{
    QString user; ///< id
    protocol::chat::Role role = protocol::chat::Role::Member; ///< in this room
    qint64 mutedUntil = 0; ///< UTC milliseconds; in the past, or 0: they may write

    friend bool operator==(const Member &, const Member &) = default;
};

struct MemberPage
{
    QList<Member> members; ///< by name
    QString cursor; ///< for the next page; empty: there is no more
};

/// A room that one may know of, and whether one is in it.
struct ListedRoom
{
    protocol::chat::Room room;
    bool isMember = false;
};

struct RoomPage
{
    QList<ListedRoom> rooms; ///< by name
    QString cursor; ///< for the next page; empty: there is no more
};

/// What to change of a room: only what is given.
struct RoomChange
{
    std::optional<QString> name;
    std::optional<QString> topic;
    std::optional<std::chrono::milliseconds> slowMode; ///< 0: none
    std::optional<bool> isAnnouncementOnly;
};

} // namespace session
