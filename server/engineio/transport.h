#pragma once

#include "engineio/closereason.h"

#include "net/websocketframe.h"

#include "protocol/engineio/packet.h"

#include <QByteArrayView>

namespace engineio {

/// One packet on its way to a client: encoded once as the WebSocket frame that carries it, shared by all receivers. The
/// polling transport uses the same frame's payload.
using OutgoingPacket = net::WebSocketFrame;

enum class TransportKind : quint8 { Polling, WebSocket };

/// What a transport tells its session.
class TransportListener
{
public:
    /// @p data is valid during the call.
    virtual void handlePacket(protocol::engineio::PacketType type, QByteArrayView data) = 0;
    virtual void handleBinaryMessage(const QByteArray &data) = 0;
    /// A message was refused because of its size; the transport goes on, or closes itself next.
    virtual void handleOversizeMessage() = 0;
    /// The transport is gone, or has to be given up.
    virtual void handleTransportClosed(CloseReason reason) = 0;

protected:
    ~TransportListener() = default;
};

/// A way to carry the packets of a session.
/// Thread: the session's network worker.
class Transport
{
public:
    virtual ~Transport() = default;

    [[nodiscard]] virtual TransportKind kind() const = 0;
    /// Whether a packet would leave at once: what decides the fate of volatile ones.
    [[nodiscard]] virtual bool isWritable() const = 0;
    /// Takes a packet; order is kept.
    virtual void send(const OutgoingPacket &packet) = 0;
    /// Says goodbye as the transport can, after what was sent. Reports nothing.
    virtual void close() = 0;
    /// Cuts the connection. Reports nothing.
    virtual void drop() = 0;
};

} // namespace engineio
