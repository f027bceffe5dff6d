#include "socketio/roomtable.h"

#include <algorithm>

namespace socketio {

RoomTable::RoomTable() = default;
RoomTable::~RoomTable() = default;

Socket *RoomTable::socketById(const QString &id) const
{
    const auto it = m_sockets.find(id);
    return it == m_sockets.end() ? nullptr : it->second.get();
}

Room *RoomTable::roomByName(const QString &name) const
{
    const auto it = m_rooms.find(name);
    return it == m_rooms.end() ? nullptr : it->second.get();
}

void RoomTable::add(const std::shared_ptr<Socket> &socket)
{
    m_sockets.insert_or_assign(socket->id(), socket);
}

void RoomTable::remove(Socket &socket)
{
    for (const Membership &membership : std::exchange(socket.m_memberships, {}))
        removeFromRoom(socket, membership);
    const auto it = m_sockets.find(socket.id());
    if (it != m_sockets.end() && it->second.get() == &socket)
        m_sockets.erase(it);
}

void RoomTable::join(Socket &socket, const QString &name)
{
    if (name == socket.id())
        return; // always in it
    std::unique_ptr<Room> &room = m_rooms[name];
    if (!room)
        room.reset(new Room{name, {}});
    const auto isThisRoom = [&room](const Membership &membership) { return membership.room == room.get(); };
    if (std::any_of(socket.m_memberships.begin(), socket.m_memberships.end(), isThisRoom))
        return;
    socket.m_memberships.push_back({room.get(), room->members.size()});
    room->members.push_back(&socket);
}

void RoomTable::leave(Socket &socket, const QString &name)
{
    const auto it = std::find_if(socket.m_memberships.begin(), socket.m_memberships.end(),
                                 [&name](const Membership &membership) { return membership.room->name == name; });
    if (it == socket.m_memberships.end())
        return;
    const Membership membership = *it;
    socket.m_memberships.erase(it);
    removeFromRoom(socket, membership);
}

void RoomTable::removeFromRoom(Socket &socket, const Membership &membership)
{
    Room &room = *membership.room;
    Q_ASSERT(room.members[membership.index] == &socket);
    Q_UNUSED(socket);
    Socket *last = room.members.back();
    room.members.pop_back();
    if (membership.index < room.members.size()) {
        room.members[membership.index] = last;
        for (Membership &moved : last->m_memberships) {
            if (moved.room == &room)
                moved.index = membership.index;
        }
    }
    if (room.members.empty())
        m_rooms.erase(QString(room.name)); // a copy: the key must outlive the look-up
}

QStringList RoomTable::roomsOf(const Socket &socket) const
{
    QStringList names{socket.id()};
    for (const Membership &membership : socket.m_memberships)
        names.append(membership.room->name);
    return names;
}

std::vector<std::shared_ptr<Socket>> RoomTable::matching(const BroadcastOptions &options)
{
    std::vector<std::shared_ptr<Socket>> result;
    forEach(options, [&result](Socket &socket) { result.push_back(socket.shared_from_this()); });
    return result;
}

} // namespace socketio
