#pragma once

#include "socketio/broadcastoptions.h"
#include "socketio/room.h"
#include "socketio/socket.h"

#include <QHash>
#include <QString>

#include <memory>
#include <unordered_map>
#include <vector>

namespace socketio {

/// The sockets of one namespace that one worker has, and the rooms they are in.
/// Thread: that worker.
class RoomTable final
{
public:
    RoomTable();
    ~RoomTable();
    Q_DISABLE_COPY_MOVE(RoomTable)

    void add(const std::shared_ptr<Socket> &socket);
    /// Takes the socket out of all rooms, too.
    void remove(Socket &socket);
    void join(Socket &socket, const QString &room);
    void leave(Socket &socket, const QString &room);

    [[nodiscard]] QStringList roomsOf(const Socket &socket) const;
    [[nodiscard]] qsizetype size() const { return qsizetype(m_sockets.size()); }

    /// Calls @p visit once for each socket that @p options reach. It must not change the table.
    template <typename Visit>
    void forEach(const BroadcastOptions &options, const Visit &visit);
    /// The same as a list, for callers that do change it.
    [[nodiscard]] std::vector<std::shared_ptr<Socket>> matching(const BroadcastOptions &options);

private:
    struct NameHash
    {
        size_t operator()(const QString &name) const { return qHash(name); }
    };

    [[nodiscard]] Socket *socketById(const QString &id) const;
    [[nodiscard]] Room *roomByName(const QString &name) const;
    void removeFromRoom(Socket &socket, const Membership &membership);
    template <typename Visit>
    void forEachInRooms(const QStringList &rooms, const Visit &visit);

    std::unordered_map<QString, std::shared_ptr<Socket>, NameHash> m_sockets;
    std::unordered_map<QString, std::unique_ptr<Room>, NameHash> m_rooms;
    quint64 m_mark = 0; ///< sockets that bear it have been visited, or are left out, in this walk
};

// Here, so that what is done for each socket is compiled into the loop.

template <typename Visit>
void RoomTable::forEachInRooms(const QStringList &rooms, const Visit &visit)
{
    for (const QString &name : rooms) {
        if (Room *room = roomByName(name)) {
            for (Socket *member : room->members)
                visit(*member);
        }
        if (Socket *socket = socketById(name))
            visit(*socket);
    }
}

template <typename Visit>
void RoomTable::forEach(const BroadcastOptions &options, const Visit &visit)
{
    const quint64 mark = ++m_mark;
    forEachInRooms(options.except, [mark](Socket &socket) { socket.m_walkMark = mark; });
    const auto visitOnce = [mark, &visit](Socket &socket) {
        if (std::exchange(socket.m_walkMark, mark) != mark)
            visit(socket);
    };
    if (!options.rooms.isEmpty()) {
        forEachInRooms(options.rooms, visitOnce);
        return;
    }
    for (const auto &[id, socket] : m_sockets)
        visitOnce(*socket);
}

} // namespace socketio
