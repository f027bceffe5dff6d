#pragma once

#include "socketio/broadcastacks.h"
#include "socketio/broadcastoptions.h"
#include "socketio/encodedmessage.h"
#include "socketio/packetcontent.h"
#include "socketio/remotesocket.h"
#include "socketio/roomtable.h"

#include <limits>
#include <memory>
#include <mutex>
#include <vector>

namespace socketio {

class Socket;

/// One worker's part of a namespace.
/// Thread: that worker; putInLine() any.
class NamespaceShard final
{
public:
    /// A broadcast whose number decides its place in the order.
    struct Numbered
    {
        EncodedMessage message;
        PacketContent content;
        BroadcastOptions options;
        quint64 number;
    };

    [[nodiscard]] RoomTable &rooms() { return m_rooms; }

    /// @p number: its place in the order, where there is one; sockets that had it on recovery do not get it again.
    void deliver(const EncodedMessage &message, const PacketContent &content, const BroadcastOptions &options,
                 quint64 number = std::numeric_limits<quint64>::max());
    void deliverWithAck(const EncodedMessage &message, const QCborArray &nameAndArgs, const BroadcastOptions &options,
                        quint64 id, const std::shared_ptr<BroadcastAckCollector> &collector);

    /// Queues a broadcast; true when the line was empty, so that someone has to see to deliverLine().
    bool putInLine(Numbered broadcast);
    /// Delivers what is in line, in order.
    void deliverLine();

    void joinRooms(const BroadcastOptions &options, const QStringList &rooms);
    void leaveRooms(const BroadcastOptions &options, const QStringList &rooms);
    void disconnectSockets(const BroadcastOptions &options, DisconnectScope scope);
    [[nodiscard]] std::vector<RemoteSocket> describe(const BroadcastOptions &options);

private:
    [[nodiscard]] std::vector<Numbered> takeLine();

    RoomTable m_rooms;
    bool m_isDelivering = false;
    std::mutex m_lineMutex;
    std::vector<Numbered> m_line; ///< guarded by m_lineMutex
};

} // namespace socketio
