#pragma once

#include "gateway/intake.h"

#include "chat/actions/connectuser.h"
#include "socketio/next.h"
#include "socketio/socket.h"

#include <memory>

namespace gateway {

class Connection;

/// Lets people in: asks the chat who they are, and makes a Connection of a socket that may come in.
/// Thread: the socket's network worker.
class Entrance final
{
public:
    explicit Entrance(std::shared_ptr<Intake> intake) : m_intake(std::move(intake)) {}

    /// Decides over a socket that wants to connect.
    void admit(socketio::Socket &socket, const socketio::Next &next) const;
    /// The socket has been admitted and is connected: it gets its `welcome`, and its events are handled from now on.
    void open(socketio::Socket &socket) const;

private:
    [[nodiscard]] protocol::chat::Result<protocol::chat::ConnectRequest> readRequest(socketio::Socket &socket) const;

    const std::shared_ptr<Intake> m_intake;
};

} // namespace gateway
