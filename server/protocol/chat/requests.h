#pragma once

#include "protocol/chat/presencestate.h"
#include "protocol/chat/role.h"
#include "protocol/chat/room.h"

#include <QCborArray>
#include <QHash>
#include <QString>

#include <optional>

// What clients ask for, one struct for each event, with exactly the fields of docs/protocol.md. Values have been
// checked for type and size only; whether they are allowed is decided by the chat's rules. Thread: any (value types).
namespace protocol::chat {

struct ConnectRequest
{
    QString name;
    QString token; ///< as given out in an earlier `welcome`; empty: none
    QString password;
    QString serverPassword;
    QString client; ///< which program, for the log
    int protocolVersion = 1;
};

struct CreateRoom
{
    QString name;
    RoomKind kind = RoomKind::Public;
    QString topic;
};
struct ListRooms
{
    QString query;
    QString cursor;
    int limit = 50;
};
struct RoomRequest ///< room:get, room:join, room:leave
{
    QString room;
};
struct UpdateRoom
{
    QString room;
    std::optional<QString> name;
    std::optional<QString> topic;
    std::optional<std::chrono::milliseconds> slowMode;
    std::optional<bool> isAnnouncementOnly;
};
struct InviteToRoom
{
    QString room;
    QString user;
};
struct ListMembers
{
    QString room;
    QString cursor;
    int limit = 200;
};
struct OpenDirect
{
    QString user;
};

struct SendMessage
{
    QString room;
    QString nonce; ///< chosen by the sender, 1 to Limits::maxNonceBytes; the same again means the same message
    QString text;
    QString replyTo;
    QCborArray attachments;
};
struct EditMessage
{
    QString room;
    QString id;
    QString text;
};
struct MessageRequest ///< message:delete, message:pin, message:unpin
{
    QString room;
    QString id;
};
struct ReactionRequest ///< reaction:add, reaction:remove
{
    QString room;
    QString id;
    QString emoji;
};

struct GetHistory
{
    enum class Direction { Before, After, Around, Date, Latest };
    QString room;
    Direction direction = Direction::Latest;
    qint64 position = 0; ///< a seq; UTC milliseconds for Date
    int limit = 50;
};
struct Sync
{
    QHash<QString, qint64> rooms; ///< room id -> last seq the client has
};
struct MarkRead
{
    QString room;
    qint64 seq = 0;
};
struct SetTyping
{
    QString room;
    bool isTyping = false;
};
struct SetPresence
{
    PresenceState state = PresenceState::Online;
    std::optional<QString> status;
};
struct GetUser
{
    QString user;
};
struct UpdateUser
{
    std::optional<QString> name;
    std::optional<QString> avatar;
    std::optional<QString> password; ///< empty: none any more
};
struct Search
{
    QString query; ///< words, and `from:`, `in:`, `before:`, `after:`
    QString room;
    QString from;
    std::optional<qint64> since; ///< UTC milliseconds
    std::optional<qint64> until; ///< UTC milliseconds
    QString cursor;
    int limit = 20;
};

struct CreateScheduled
{
    QString room;
    QString text;
    qint64 at = 0; ///< UTC milliseconds
};
struct ListScheduled
{
};
struct CancelScheduled
{
    QString id;
};
struct CreateReminder
{
    QString room;
    QString message; ///< id, or empty
    QString text;
    qint64 at = 0; ///< UTC milliseconds
};
struct Announce
{
    QString text;
    std::optional<QStringList> rooms; ///< nothing: everybody
};

struct Moderate ///< moderate:kick, ban, unban, mute
{
    QString room; ///< empty: the whole server
    QString user;
    QString reason;
    qint64 until = 0; ///< UTC milliseconds, 0: without end; for mute, in the past: no longer
};
struct SetRole
{
    QString room; ///< empty: the whole server
    QString user;
    Role role = Role::Member;
};
struct ListAudit
{
    QString room; ///< empty: everything
    QString cursor;
    int limit = 50;
};

} // namespace protocol::chat
