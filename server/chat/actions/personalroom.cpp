#include "chat/actions/personalroom.h"

namespace chat {

QCborMap personalRoom(const RoomState &room, const QString &user)
{
    UnreadCount nothing;
    nothing.seq = room.room.seq;
    return personalRoom(room, user, room.readPosition(user), nothing);
}

QCborMap personalRoom(const RoomState &room, const QString &user, qint64 read, const UnreadCount &count)
{
    QCborMap map = room.room.toMap();
    map.insert(QStringLiteral("seq"), count.seq);
    if (const Member *member = room.member(user)) {
        map.insert(QStringLiteral("role"), protocol::chat::wireName(member->role));
        if (member->mutedUntil > 0)
            map.insert(QStringLiteral("mutedUntil"), member->mutedUntil);
    }
    map.insert(QStringLiteral("read"), read);
    map.insert(QStringLiteral("unread"), count.unread);
    map.insert(QStringLiteral("mentions"), count.mentions);
    if (count.last)
        map.insert(QStringLiteral("last"), count.last->toMap());
    return map;
}

} // namespace chat
