#include "socketio/acknowledge.h"

#include "socketio/socket.h"

#include <atomic>

namespace socketio {

struct Acknowledge::State
{
    std::weak_ptr<Socket> socket;
    quint64 id;
    std::atomic<bool> isUsed = false;
};

Acknowledge::Acknowledge(std::weak_ptr<Socket> socket, quint64 id) : m_state(std::make_shared<State>())
{
    m_state->socket = std::move(socket);
    m_state->id = id;
}

void Acknowledge::send(const PacketContent &args) const
{
    if (!m_state || m_state->isUsed.exchange(true))
        return;
    const auto socket = m_state->socket.lock();
    if (!socket)
        return;
    if (socket->isInWorker())
        socket->sendAck(m_state->id, args);
    else
        socket->postToWorker([socket, id = m_state->id, args] { socket->sendAck(id, args); });
}

} // namespace socketio
