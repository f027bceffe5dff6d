#pragma once

#include "socketio/next.h"

#include <functional>
#include <vector>

namespace socketio {

class Socket;

/// Decides over a socket that wants to connect. Runs in the socket's worker; may answer later.
using ConnectMiddleware = std::function<void(Socket &socket, const Next &next)>;
/// Runs in the socket's worker once it is connected.
using ConnectionHandler = std::function<void(Socket &socket)>;

/// How many events one socket may send; a rate of 0 lifts the limit.
struct EventRate
{
    double perSecond = 0;
    double burst = 100;
};

/// What a namespace does with the sockets that connect.
/// Thread: any (a value type).
struct NamespaceSetup
{
    std::vector<ConnectMiddleware> middlewares;
    std::vector<ConnectionHandler> connectionHandlers;
};

} // namespace socketio
