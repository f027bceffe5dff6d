#pragma once

#include "engineio/transport.h"

#include "net/websocketconnection.h"

#include <memory>

namespace engineio {

/// Each packet is one WebSocket message: text with a type character, or binary for a binary message.
/// Thread: the session's network worker.
class WebSocketTransport final : public Transport, private net::WebSocketListener
{
public:
    WebSocketTransport(std::unique_ptr<net::WebSocketConnection> connection, TransportListener &listener);
    ~WebSocketTransport() override;

    [[nodiscard]] TransportKind kind() const override { return TransportKind::WebSocket; }
    [[nodiscard]] bool isWritable() const override { return m_connection->isWritable(); }
    void send(const OutgoingPacket &packet) override { m_connection->send(packet); }
    void close() override;
    void drop() override;

private:
    void handleTextMessage(QByteArrayView message) override;
    void handleBinaryMessage(const QByteArray &message) override;
    void handleOversizeMessage() override;
    void handleWebSocketClosed(net::WebSocketConnection::End end) override;

    net::WebSocketConnection *const m_connection; ///< owned; deleted later, for it may be calling us
    TransportListener &m_listener;
};

} // namespace engineio
