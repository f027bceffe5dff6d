#pragma once

#include "net/websocketconnection.h"

#include <QByteArrayView>
#include <QObject>

#include <memory>

class QWebSocketServer;

namespace net {

/// Turns a connection whose upgrade request has been read and found good into a WebSocketConnection. The handshake and
/// the incoming frames are QWebSocketServer's work.
/// Thread: the worker it was made in.
class WebSocketAcceptor final : public QObject
{
    Q_OBJECT

public:
    explicit WebSocketAcceptor(const WebSocketLimits &limits);
    ~WebSocketAcceptor() override;

    /// Answers 101 and returns the connection, or null when the handshake fails, in which case the connection closes.
    /// @p key is the Sec-WebSocket-Key, already known to be the base64 form of 16 bytes. Takes over @p tcp, whose
    /// unread bytes are what follows the request.
    [[nodiscard]] std::unique_ptr<WebSocketConnection> accept(std::unique_ptr<TcpConnection> tcp, QByteArrayView key);

private:
    const WebSocketLimits m_limits;
    const std::unique_ptr<QWebSocketServer> m_server;
};

} // namespace net
