#pragma once

#include <QCborArray>
#include <QCborMap>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace protocol::chat {

/// One emoji on a message, with those who added it, in the order in which they did.
struct Reaction
{
    QString emoji;
    QStringList users;

    friend bool operator==(const Reaction &, const Reaction &) = default;
};

/// A message as it stands now, edits and reactions included.
/// Thread: any (a value type).
struct Message
{
    QString id; ///< messageId(room, seq)
    QString room;
    qint64 seq = 0; ///< of the event that posted it
    qint64 at = 0; ///< UTC milliseconds
    QString by; ///< user id
    QString text; ///< empty once deleted
    QString replyTo; ///< id of a message of the same room, or empty
    qint64 editedAt = 0; ///< UTC milliseconds, 0: never
    bool isDeleted = false;
    bool isPinned = false;
    QStringList mentions; ///< user ids; `*` for everybody in the room
    QList<Reaction> reactions; ///< in the order of their first addition
    QCborArray attachments;

    [[nodiscard]] QCborMap toMap() const;
    /// Nothing when a field is missing or of the wrong type.
    [[nodiscard]] static std::optional<Message> fromMap(const QCborMap &map);

    friend bool operator==(const Message &, const Message &) = default;
};

/// Where a message is.
struct MessagePosition
{
    QString room;
    qint64 seq = 0;
};

/// `<room>-<seq>`: opaque to clients, but the server needs no table to find a message by its id.
[[nodiscard]] QString messageId(const QString &room, qint64 seq);
/// Nothing when @p id is no such id.
[[nodiscard]] std::optional<MessagePosition> messagePositionFrom(const QString &id);

} // namespace protocol::chat
