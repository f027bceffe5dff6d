#pragma once

#include "protocol/chat/role.h"
#include "protocol/chat/room.h"
#include "protocol/chat/roomevent.h"
#include "protocol/chat/user.h"

#include <QByteArray>
#include <QCborMap>
#include <QString>
#include <QStringList>

#include <variant>
#include <vector>

// What the chat keeps, as values. Thread: any.
namespace chat {

/// Everything about somebody that is stored.
struct UserRecord
{
    protocol::chat::User user;
    QString nameKey; ///< the name as it is compared: see rules/name.h; unique
    QByteArray passwordHash; ///< empty: no password

    friend bool operator==(const UserRecord &, const UserRecord &) = default;
};

/// A device that may be its user without a password.
struct DeviceToken
{
    QString user;
    QByteArray hash; ///< SHA-256 of the token, 32 bytes
    qint64 createdAt = 0; ///< UTC milliseconds

    friend bool operator==(const DeviceToken &, const DeviceToken &) = default;
};

/// Somebody's place in a room.
struct Member
{
    QString room;
    QString user;
    protocol::chat::Role role = protocol::chat::Role::Member;
    qint64 joinedSeq = 0; ///< the event by which they joined
    qint64 mutedUntil = 0; ///< UTC milliseconds, 0: not muted

    friend bool operator==(const Member &, const Member &) = default;
};

/// Somebody who may not come in.
struct Ban
{
    QString room; ///< empty: the whole server
    QString user;
    QString by;
    QString reason;
    qint64 at = 0; ///< UTC milliseconds
    qint64 until = 0; ///< UTC milliseconds, 0: without end

    friend bool operator==(const Ban &, const Ban &) = default;
};

/// How far somebody has read.
struct ReadPosition
{
    QString room;
    QString user;
    qint64 seq = 0;

    friend bool operator==(const ReadPosition &, const ReadPosition &) = default;
};

/// A message to be posted, or a reminder to be given, later.
struct Scheduled
{
    enum class Kind { Message, Reminder };
    QString id;
    Kind kind = Kind::Message;
    QString user;
    QString room; ///< empty: a reminder of nothing in particular
    QString message; ///< id, of a reminder; or empty
    QString text;
    qint64 at = 0; ///< UTC milliseconds

    friend bool operator==(const Scheduled &, const Scheduled &) = default;
};

/// Something a moderator, admin or owner did.
struct AuditEntry
{
    qint64 number = 0; ///< given by the store: 1, 2, 3…
    qint64 at = 0; ///< UTC milliseconds
    QString by;
    QString action; ///< as the event that asked for it, such as `moderate:ban`
    QString room; ///< empty: the whole server
    QString target; ///< user or message id
    QCborMap detail;

    friend bool operator==(const AuditEntry &, const AuditEntry &) = default;
};

// What one transaction can hold

/// Adds an event to its room's log and brings the tables of rooms, members, messages, reactions, pins and bans up to
/// date with it: they are made from the events and from nothing else. The store gives the event its seq.
struct AppendEvent
{
    protocol::chat::RoomEvent event; ///< seq is 0
    /// Of a posted message: when this user has posted one with the same nonce, nothing is added and the result is that
    /// one. Empty: not checked.
    QString nonce;
};
struct PutUser
{
    UserRecord record;
};
struct PutDeviceToken
{
    DeviceToken token;
};
/// All but the one with @p keepHash (empty: none is kept).
struct RemoveDeviceTokens
{
    QString user;
    QByteArray keepHash;
};
/// Never moves backwards.
struct PutReadPosition
{
    ReadPosition position;
};
struct PutServerBan
{
    Ban ban; ///< its room is empty
};
struct RemoveServerBan
{
    QString user;
};
struct PutScheduled
{
    Scheduled item;
};
struct RemoveScheduled
{
    QString id;
};
struct AppendAudit
{
    AuditEntry entry;
};

using Operation = std::variant<AppendEvent, PutUser, PutDeviceToken, RemoveDeviceTokens, PutReadPosition, PutServerBan,
                               RemoveServerBan, PutScheduled, RemoveScheduled, AppendAudit>;

/// Operations that are stored together or not at all, in this order.
struct Change
{
    std::vector<Operation> operations;
};

/// What became of an AppendEvent.
struct AppendedEvent
{
    protocol::chat::RoomEvent event; ///< with its seq
    bool isNew = true; ///< false: the nonce was known, and this is the event of that time
};

/// What was stored: one entry for each AppendEvent of the change, in order.
struct Committed
{
    std::vector<AppendedEvent> events;
};

/// Everything that is held in memory while the server runs; messages are not.
struct StoredState
{
    std::vector<UserRecord> users;
    std::vector<DeviceToken> tokens;
    std::vector<protocol::chat::Room> rooms;
    std::vector<Member> members;
    std::vector<Ban> bans;
    std::vector<ReadPosition> reads;
    std::vector<Scheduled> scheduled;
};

} // namespace chat
