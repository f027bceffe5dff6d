#pragma once

#include <QString>

#include <cstddef>
#include <vector>

namespace socketio {

class Socket;

/// The sockets of one worker that are in a room.
struct Room
{
    QString name;
    std::vector<Socket *> members; ///< in no particular order
};

/// One socket's place in one room.
struct Membership
{
    Room *room;
    size_t index; ///< among the room's members
};

} // namespace socketio
