#pragma once

#include <QCborMap>
#include <QLatin1String>
#include <QString>

#include <chrono>
#include <optional>

namespace protocol::chat {

enum class RoomKind { Public, Private, Direct };

/// The name on the wire: `public`, `private`, `direct`.
[[nodiscard]] QLatin1String wireName(RoomKind kind) noexcept;
[[nodiscard]] std::optional<RoomKind> roomKindFrom(QStringView wireName) noexcept;

/// A room as everybody who may see it sees it. What is personal (read position, unread counts) travels beside it.
/// Thread: any (a value type).
struct Room
{
    QString id;
    QString name; ///< empty for a direct conversation: each side shows the other's name
    RoomKind kind = RoomKind::Public;
    QString topic;
    std::chrono::milliseconds slowMode{0}; ///< between two messages of one member; 0: off
    bool isAnnouncementOnly = false; ///< only moderators and above may write
    qint64 createdAt = 0; ///< UTC milliseconds
    QString createdBy; ///< user id; empty: the server
    qint64 seq = 0; ///< of the room's latest event
    int memberCount = 0;
    QStringList directMembers; ///< the two user ids (or the one, for notes to oneself) of a direct conversation

    [[nodiscard]] QCborMap toMap() const;
    /// Nothing when a field is missing or of the wrong type.
    [[nodiscard]] static std::optional<Room> fromMap(const QCborMap &map);

    friend bool operator==(const Room &, const Room &) = default;
};

} // namespace protocol::chat
