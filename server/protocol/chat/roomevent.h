#pragma once

#include "protocol/chat/message.h"

#include <QCborMap>
#include <QLatin1String>
#include <QString>

#include <optional>

namespace protocol::chat {

/// Every kind of durable change of a room. What each carries in RoomEvent::detail:
enum class RoomEventType {
    RoomCreated, ///< name, kind, topic, directMembers?
    RoomUpdated, ///< only what changed: name?, topic?, slowModeMs?, announcementOnly?
    MessagePosted, ///< message (a Message; its seq, at and by are the event's)
    MessageEdited, ///< id, text, mentions
    MessageDeleted, ///< id
    MessagePinned, ///< id
    MessageUnpinned, ///< id
    ReactionAdded, ///< id, emoji
    ReactionRemoved, ///< id, emoji
    MemberJoined, ///< user, role
    MemberLeft, ///< user
    MemberKicked, ///< user, reason?
    MemberBanned, ///< user, reason?, until? (UTC ms); they leave, if they were in
    MemberUnbanned, ///< user
    MemberMuted, ///< user, until (UTC ms, 0: no longer muted), reason?
    MemberRole, ///< user, role
};

/// The name on the wire, such as `message.posted`.
[[nodiscard]] QLatin1String wireName(RoomEventType type) noexcept;
[[nodiscard]] std::optional<RoomEventType> roomEventTypeFrom(QStringView wireName) noexcept;
/// Whether events of this type change a message: edits, deletions, pins and reactions.
[[nodiscard]] bool changesMessage(RoomEventType type) noexcept;

/// One entry of a room's log. Applying all events of a room in order gives the room as it is.
/// On the wire `{room, seq, type, by, at, …detail}`.
/// Thread: any (a value type).
struct RoomEvent
{
    QString room;
    qint64 seq = 0; ///< 1, 2, 3… in each room, without gaps; 0 until it is stored
    RoomEventType type = RoomEventType::MessagePosted;
    QString by; ///< user id; empty: the server
    qint64 at = 0; ///< UTC milliseconds
    QCborMap detail;
    /// Of MessagePosted, on its way through the server, instead of `message` in the detail: a map for each message is
    /// many times the work. An event that was read from a map has it there.
    std::optional<Message> message;

    /// A field of the detail; empty, or 0, when it is not there.
    [[nodiscard]] QString text(QLatin1String field) const { return detail.value(field).toString(); }
    [[nodiscard]] qint64 number(QLatin1String field) const { return detail.value(field).toInteger(); }
    /// Whom an event about a member is about.
    [[nodiscard]] QString user() const { return text(QLatin1String("user")); }

    [[nodiscard]] QCborMap toMap() const;
    /// Nothing when a field is missing or of the wrong type.
    [[nodiscard]] static std::optional<RoomEvent> fromMap(const QCborMap &map);

    friend bool operator==(const RoomEvent &, const RoomEvent &) = default;
};

} // namespace protocol::chat
