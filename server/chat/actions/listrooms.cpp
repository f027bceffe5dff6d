#include "chat/actions/listrooms.h"

#include "chat/rules/cursor.h"
#include "chat/state/serverstate.h"

#include <QCborArray>

#include <algorithm>
#include <vector>

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::refusal;
using protocol::chat::RoomKind;

namespace {

struct Listed
{
    NamePosition position;
    const RoomState *room = nullptr;
};

/// The name as the actor sees it: that of the other side in a direct conversation.
QString shownName(const Context &context, const RoomState &room, const QString &user)
{
    if (room.room.kind != RoomKind::Direct)
        return room.room.name;
    QStringList others = room.room.directMembers;
    if (others.size() > 1)
        others.removeAll(user);
    const UserRecord *other = others.isEmpty() ? nullptr : context.state.user(others.first());
    return other ? other->user.name : QString();
}

/// Everything from after @p start on that matches, by name.
std::vector<Listed> matching(const Context &context, const QString &user, const QString &query,
                             const NamePosition &start)
{
    std::vector<Listed> rooms;
    for (const RoomState &room : context.state.rooms()) {
        if (room.room.kind != RoomKind::Public && !room.member(user))
            continue;
        const QString name = shownName(context, room, user);
        if (!name.contains(query, Qt::CaseInsensitive) && !room.room.topic.contains(query, Qt::CaseInsensitive))
            continue;
        NamePosition position{name.toCaseFolded(), room.room.id};
        if (position > start)
            rooms.push_back({std::move(position), &room});
    }
    std::sort(rooms.begin(), rooms.end(), [](const Listed &a, const Listed &b) { return a.position < b.position; });
    return rooms;
}

QCborMap listedMap(const RoomState &room, const QString &user)
{
    QCborMap map = room.room.toMap();
    if (const Member *member = room.member(user))
        map.insert(QStringLiteral("role"), protocol::chat::wireName(member->role));
    return map;
}

} // namespace

void listRooms(Context &context, const Actor &actor, const protocol::chat::ListRooms &request, const Reply &reply)
{
    const auto start = namePositionFrom(request.cursor);
    if (!start) {
        reply(refusal(ErrorCode::BadRequest, QStringLiteral("The cursor is none of this list."),
                      QStringLiteral("cursor")));
        return;
    }
    const std::vector<Listed> rooms = matching(context, actor.user, request.query.trimmed(), *start);
    const auto count = std::min(rooms.size(), std::size_t(std::max(1, request.limit)));
    QCborArray page;
    for (std::size_t i = 0; i < count; ++i)
        page.append(listedMap(*rooms[i].room, actor.user));
    QCborMap fields{{QStringLiteral("rooms"), page}};
    if (count < rooms.size())
        fields.insert(QStringLiteral("cursor"), cursorFrom(rooms[count - 1].position));
    reply(fields);
}

} // namespace chat
