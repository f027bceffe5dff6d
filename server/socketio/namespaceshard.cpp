#include "socketio/namespaceshard.h"

#include "socketio/socket.h"

namespace socketio {

void NamespaceShard::deliver(const EncodedMessage &message, const PacketContent &content,
                             const BroadcastOptions &options, quint64 number)
{
    std::vector<std::shared_ptr<Socket>> observed;
    m_rooms.forEach(options, [&](Socket &socket) {
        if (!socket.isAfterRecovery(number))
            return;
        socket.deliver(message, options);
        if (socket.hasOutgoingHandlers())
            observed.push_back(socket.shared_from_this());
    });
    // Afterwards, for these handlers may do anything, such as change rooms.
    for (const auto &socket : observed)
        socket->reportOutgoing(content.values());
}

void NamespaceShard::deliverWithAck(const EncodedMessage &message, const QCborArray &nameAndArgs,
                                    const BroadcastOptions &options, quint64 id,
                                    const std::shared_ptr<BroadcastAckCollector> &collector)
{
    const auto receivers = m_rooms.matching(options);
    QStringList ids;
    for (const auto &socket : receivers)
        ids.append(socket->id());
    collector->addReceivers(ids);
    for (const auto &socket : receivers) {
        // Only so that it is forgotten; the collector's own time is over before.
        socket->awaitAck(
            id, collector->timeout() + std::chrono::seconds(1),
            [collector, socketId = socket->id()](const AckResult &result) { collector->addResult(socketId, result); });
        socket->deliver(message, options);
        socket->reportOutgoing(nameAndArgs);
    }
}

bool NamespaceShard::putInLine(Numbered broadcast)
{
    const std::lock_guard lock(m_lineMutex);
    m_line.push_back(std::move(broadcast));
    return m_line.size() == 1;
}

void NamespaceShard::deliverLine()
{
    // A handler that sends something leads back here; the loop that is running then delivers it, in its turn.
    if (std::exchange(m_isDelivering, true))
        return;
    for (auto line = takeLine(); !line.empty(); line = takeLine()) {
        for (const Numbered &next : line)
            deliver(next.message, next.content, next.options, next.number);
    }
    m_isDelivering = false;
}

std::vector<NamespaceShard::Numbered> NamespaceShard::takeLine()
{
    const std::lock_guard lock(m_lineMutex);
    return std::exchange(m_line, {});
}

void NamespaceShard::joinRooms(const BroadcastOptions &options, const QStringList &rooms)
{
    for (const auto &socket : m_rooms.matching(options)) {
        for (const QString &room : rooms)
            m_rooms.join(*socket, room);
    }
}

void NamespaceShard::leaveRooms(const BroadcastOptions &options, const QStringList &rooms)
{
    for (const auto &socket : m_rooms.matching(options)) {
        for (const QString &room : rooms)
            m_rooms.leave(*socket, room);
    }
}

void NamespaceShard::disconnectSockets(const BroadcastOptions &options, DisconnectScope scope)
{
    for (const auto &socket : m_rooms.matching(options))
        socket->disconnect(scope);
}

std::vector<RemoteSocket> NamespaceShard::describe(const BroadcastOptions &options)
{
    std::vector<RemoteSocket> result;
    m_rooms.forEach(options, [&](Socket &socket) {
        result.push_back({socket.id(), m_rooms.roomsOf(socket), socket.data(), socket.handshake().address().toString(),
                          socket.handshake().url().toByteArray(), socket.handshake().issuedAt()});
    });
    return result;
}

} // namespace socketio
