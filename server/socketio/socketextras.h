#pragma once

#include "socketio/socket.h"
#include "socketio/socketinbox.h"

#include <vector>

namespace socketio {

/// What only some sockets need, kept apart so that the many that wait in silence stay small.
struct Socket::Extras
{
    std::vector<EventHandler> anyHandlers;
    std::vector<OutgoingHandler> outgoingHandlers;
    std::vector<EventMiddleware> middlewares;
    std::vector<std::function<void(const QString &)>> disconnectingHandlers;
    std::vector<std::function<void(const QString &)>> disconnectedHandlers;
    std::function<void(const Event &, const Refusal &)> refusedHandler;
    PendingAcks acks;
    SocketInbox inbox;
};

} // namespace socketio
